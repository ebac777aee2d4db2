//! The home page: what this is, who leads, where a unit stands, all editions.

use serde::Serialize;

use crate::fragments::{Marks, ranking_table};
use crate::model::{EditionIdx, GroupIdx};
use crate::render::{Html, TemplateFault};
use crate::report::group::GroupResult;
use crate::routes::Route;
use crate::say::editions::{caveat, edition_name, marked_name};
use crate::say::findings;
use crate::say::population::population;
use crate::say::ties::tie_rule;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::link::Link;
use crate::writers::html::frame::{head, legend};
use crate::writers::html::pieces::alphabet::letter_links;
use crate::writers::html::pieces::finder::{Elsewhere, Finder, Hit, MAX_LISTED, hit};
use crate::writers::html::pieces::leaders::leaders;
use crate::writers::html::pieces::{corrections, downloads, edition_table, linked_data};
use crate::writers::tables::DataOf;

#[derive(Serialize)]
struct Home {
    frame: Frame,
    kick: Option<String>,
    title: Html,
    about: Option<Html>,
    leaders: Vec<Html>,
    finder: Option<Finder>,
    groups: Vec<GroupLeaders>,
    legend: Vec<legend::LegendEntry>,
    rules: Option<String>,
    editions: edition_table::EditionTable,
    corrections: corrections::Latest,
    downloads: Vec<downloads::Download>,
}

#[derive(Serialize)]
struct GroupLeaders {
    name: Html,
    table: Html,
    href: String,
}

/// The home page in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    context.languages.iter().map(|l| Job::tried(context, l, Route::Home, "home.html", view)).collect()
}

fn view(page: &Page<'_>) -> Result<Home, TemplateFault> {
    let site = &page.series().site;
    let latest = page.series().latest();
    let parts = latest.map(|e| GroupResult::all(page.report(), e)).unwrap_or_default();
    let title = page.text(&site.title).to_owned();
    let leaders = page.sentences(&findings::leaders(page.voice, &parts));
    let description = match &site.description {
        Some(description) => page.text(description).to_owned(),
        None => head::description(page, &title, &leaders),
    };
    let mut marks = Marks::default();
    let groups = parts.iter().map(|&part| group(page, part, &mut marks)).collect::<Result<_, _>>()?;
    let head = Head { title, description, crumbs: Vec::new(), edition: None, languages: None };
    let mut frame = frame(page, head);
    frame.describe(&linked_data::catalog(page));
    Ok(Home {
        frame,
        kick: latest.map(|e| kick(page, e)),
        about: site.description.as_ref().map(|d| page.html(d)),
        title: page.html(&site.title),
        leaders,
        finder: latest.map(|e| finder(page, e, &parts)),
        groups,
        legend: legend::entries(page, marks),
        rules: rules(page, &parts),
        editions: edition_table::edition_table(page),
        corrections: corrections::latest(page),
        downloads: latest.map(|e| downloads::downloads(page, DataOf::Edition(e))).unwrap_or_default(),
    })
}

fn kick(page: &Page<'_>, edition: EditionIdx) -> String {
    let name = marked_name(page.voice, edition);
    match page.edition(edition).published {
        Some(day) => page.say("home.latest.dated", &[("edition", &name), ("date", &page.words().date(day))]),
        None => page.say("home.latest", &[("edition", &name)]),
    }
}

fn group(page: &Page<'_>, part: GroupResult<'_>, marks: &mut Marks) -> Result<GroupLeaders, TemplateFault> {
    let caveat = caveat(page.voice, part.edition).into_iter();
    let caption = caveat.chain([population(page.voice, part, part.total())]).collect::<Vec<_>>().join(" ");
    let (table, used) = leaders(page, part, caption);
    marks.add(used);
    let group = &page.series().groups[part.group.group.0];
    let href = page.link(Route::Group(&page.edition(part.edition).id, &group.id));
    Ok(GroupLeaders { name: page.html(&group.name), table: page.fragment("ranking", &table, ranking_table)?, href })
}

/// That groups are not compared, and the rule for ties where all groups share one.
fn rules(page: &Page<'_>, parts: &[GroupResult<'_>]) -> Option<String> {
    let mut sentences = Vec::new();
    if parts.len() > 1 {
        sentences.push(page.say("home.groups", &[]));
    }
    let schemes = parts.iter().map(|p| &p.group.scheme).filter(|scheme| !scheme.is_implied());
    let mut ties = schemes.map(|scheme| tie_rule(page.voice, scheme, &scheme.rank));
    sentences.extend(ties.next().filter(|first| ties.all(|rule| rule == *first)));
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// The list of all units with their ranks, which a script narrows while the reader types; of too many, where they are found.
fn finder(page: &Page<'_>, edition: EditionIdx, parts: &[GroupResult<'_>]) -> Finder {
    let mut rows: Vec<(GroupResult<'_>, usize)> =
        parts.iter().flat_map(|&part| (0..part.group.units.len()).map(move |row| (part, row))).collect();
    rows.sort_by_key(|&(part, row)| page.voice.group_order(part).name(row));
    let n = rows.len();
    let groups: Vec<GroupIdx> = parts.iter().map(|part| part.group.group).collect();
    let elsewhere = (n > MAX_LISTED).then(|| elsewhere(page, &groups, n));
    if elsewhere.is_some() {
        rows.clear();
    }
    let hits: Vec<Hit> = rows.iter().map(|&(part, row)| hit(page, part, row)).collect();
    Finder {
        label: page.voice.say_of(&groups, "finder.label", &[]),
        placeholder: page.say("finder.placeholder", &[]),
        region: page.voice.say_units_of(
            &groups,
            "finder.region",
            n,
            &[("edition", &edition_name(page.voice, edition))],
        ),
        hits,
        elsewhere,
    }
}

fn elsewhere(page: &Page<'_>, groups: &[GroupIdx], n: usize) -> Elsewhere {
    Elsewhere {
        say: page.voice.say_units_of(groups, "finder.elsewhere", n, &[]),
        search: Link::to(page, Route::Search, page.say("units.everywhere", &[])),
        letters: letter_links(page),
    }
}
