//! The home page: what this is, who leads, where a unit stands, all editions.

use serde::Serialize;

use super::archive::{caveat, marked_name};
use super::context::{Context, Job, Page};
use super::finder::{Elsewhere, Finder, Hit, LISTED, hit};
use super::findings;
use super::frame::{Frame, Head, Link, frame};
use super::leaders::leaders;
use super::tables::{Part, edition_name, population, tie_rule};
use super::units::{Letter, in_order};
use crate::fragments::{Marks, ranking_table};
use crate::model::EditionIdx;
use crate::render::Html;
use crate::routes::Route;

#[derive(Serialize)]
struct Home {
    frame: Frame,
    kick: Option<String>,
    title: String,
    about: Option<Html>,
    leaders: Vec<Html>,
    finder: Option<Finder>,
    groups: Vec<GroupLeaders>,
    legend: Vec<super::frame_legend::Entry>,
    rules: Option<String>,
    editions: super::archive::EditionTable,
    corrections: super::corrections::Latest,
    downloads: Vec<super::edition::Download>,
}

#[derive(Serialize)]
struct GroupLeaders {
    name: Html,
    table: Html,
    href: String,
}

/// The home page in each language.
pub(super) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    context.languages.iter().map(|l| Job::new(context, l, Route::Home, "home.html", view)).collect()
}

fn view(page: &Page<'_>) -> Home {
    let site = &page.series().site;
    let latest = page.series().latest();
    let parts = latest.map(|e| Part::all(page, e)).unwrap_or_default();
    let title = page.text(&site.title).to_owned();
    let leaders = findings::leaders(page, &parts);
    let description = match &site.description {
        Some(description) => page.text(description).to_owned(),
        None => super::edition::description(page, &title, &leaders),
    };
    let mut marks = Marks::default();
    let groups = parts.iter().map(|&part| group(page, part, &mut marks)).collect();
    let head = Head { title: title.clone(), description, crumbs: Vec::new(), edition: None, languages: None };
    Home {
        frame: frame(page, head),
        kick: latest.map(|e| kick(page, e)),
        about: site.description.as_ref().map(|d| page.html(d)),
        title,
        leaders,
        finder: latest.map(|e| finder(page, e, &parts)),
        groups,
        legend: super::frame_legend::entries(page, marks),
        rules: rules(page, &parts),
        editions: super::archive::table(page),
        corrections: super::corrections::latest(page),
        downloads: latest.map(|e| super::edition::downloads(page, e)).unwrap_or_default(),
    }
}

fn kick(page: &Page<'_>, edition: EditionIdx) -> String {
    let name = marked_name(page, edition);
    match page.edition(edition).published {
        Some(day) => page.say("home.latest.dated", &[("edition", &name), ("date", &page.words().date(day))]),
        None => page.say("home.latest", &[("edition", &name)]),
    }
}

fn group(page: &Page<'_>, part: Part<'_>, marks: &mut Marks) -> GroupLeaders {
    let caveat = caveat(page, part.edition).into_iter();
    let caption = caveat.chain([population(page, part)]).collect::<Vec<_>>().join(" ");
    let (table, used) = leaders(page, part, caption);
    marks.add(used);
    let group = &page.series().groups[part.group.group.0];
    let href = page.link(Route::Group(&page.edition(part.edition).id, &group.id));
    GroupLeaders { name: page.html(&group.name), table: page.fragment("ranking", &table, ranking_table), href }
}

/// That groups are not compared, and the rule for ties where all groups share one.
fn rules(page: &Page<'_>, parts: &[Part<'_>]) -> Option<String> {
    let mut sentences = Vec::new();
    if parts.len() > 1 {
        sentences.push(page.say("home.groups", &[]));
    }
    let mut ties = parts.iter().filter(|p| !p.group.scheme.is_implied()).map(|p| p.group.scheme.rank.ties);
    if let Some(first) = ties.next().filter(|first| ties.all(|t| t == *first)) {
        sentences.push(tie_rule(page, first));
    }
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// The list of all units with their ranks, which a script narrows while the reader types; of too many, where they are found.
fn finder(page: &Page<'_>, edition: EditionIdx, parts: &[Part<'_>]) -> Finder {
    let mut rows: Vec<(Part<'_>, usize)> =
        parts.iter().flat_map(|&part| (0..part.group.units.len()).map(move |row| (part, row))).collect();
    let name = |(part, row): &(Part<'_>, usize)| page.unit_name(edition, part.group.units[*row]);
    rows.sort_by(|a, b| page.words().compare(name(a), name(b)));
    let n = rows.len();
    let elsewhere = (n > LISTED).then(|| elsewhere(page, n));
    if elsewhere.is_some() {
        rows.clear();
    }
    let hits: Vec<Hit> = rows.iter().map(|&(part, row)| hit(page, part, row)).collect();
    Finder {
        label: page.say("finder.label", &[]),
        placeholder: page.say("finder.placeholder", &[]),
        region: page.say_n("finder.region", n, &[("edition", &edition_name(page, edition))]),
        hits,
        elsewhere,
    }
}

fn elsewhere(page: &Page<'_>, n: usize) -> Elsewhere {
    let letters = Letter::all(page, &in_order(page));
    Elsewhere {
        say: page.say_n("finder.elsewhere", n, &[]),
        search: Link::to(page, Route::Search, page.say("units.everywhere", &[])),
        letters: letters.iter().map(|letter| letter.link(page)).collect(),
    }
}
