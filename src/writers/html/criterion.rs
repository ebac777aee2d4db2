//! One criterion in an edition: what it is, and its ranking for each group.

use std::collections::BTreeMap;

use serde::Serialize;

use super::context::{Context, Job, Page};
use super::edition::{Year, caption, years_by};
use super::figures::{Figure, strip_chart};
use super::findings::{firsts, shared_score};
use super::frame::{Frame, Head, Link, frame};
use super::frame_legend;
use super::source_line::source_line;
use super::split::{Pager, Rows, criterion_route, heading, n_pages, numbered, pager};
use super::tables::{Part, Wish, edition_name, full, points};
use crate::fragments::ranking_table;
use crate::model::{Criterion, EditionIdx};
use crate::rankings::Known;
use crate::render::Html;
use crate::routes::Route;

#[derive(Serialize)]
struct CriterionPage {
    frame: Frame,
    kick: String,
    title: Html,
    number: Option<String>,
    description: Option<Html>,
    facts: Vec<(String, String)>,
    hatch: Html,
    groups: Vec<GroupRanking>,
    parts: Vec<Link>,
    parts_title: String,
    years: Vec<Year>,
    years_label: String,
    source: Html,
    over_years: Link,
    method: Option<Link>,
}

#[derive(Serialize)]
struct GroupRanking {
    anchor: Option<String>,
    name: Html,
    say: Option<String>,
    figure: Option<Figure>,
    pager: Option<Pager>,
    table: Html,
    legend: Vec<frame_legend::Entry>,
}

/// The page of each criterion of each edition, in each language.
pub(super) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for (index, edition) in context.editions() {
        // Groups may differ in their criteria; one id has one page for all groups that have it.
        let mut columns: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
        for (position, group) in edition.groups.iter().enumerate() {
            for (column, criterion) in group.scheme.criteria.iter().enumerate() {
                columns.entry(&criterion.id).or_default().push((position, column));
            }
        }
        for (id, places) in columns {
            for language in &context.languages {
                let pages: Vec<usize> = places
                    .iter()
                    .map(|&(group, column)| n_pages(context, language, index, group, |_| (column, 1)))
                    .collect();
                let last = pages.iter().copied().max().unwrap_or(1);
                for number in 1..=last {
                    // Only groups that go on stand on the pages behind the first.
                    let goes_on = places.iter().zip(&pages).filter(|(_, pages)| **pages >= number);
                    let places: Vec<(usize, usize)> = goes_on.map(|(place, _)| *place).collect();
                    let route = criterion_route(&edition.id, id, number);
                    let write = move |page: &Page<'a>| view(page, index, &places, (number, last));
                    jobs.push(Job::new(context, language, route, "criterion.html", write));
                }
            }
        }
    }
    jobs
}

fn view(
    page: &Page<'_>,
    index: EditionIdx,
    places: &[(usize, usize)],
    (number, pages): (usize, usize),
) -> CriterionPage {
    let parts: Vec<(Part<'_>, usize)> = places.iter().map(|&(g, column)| (Part::of(page, index, g), column)).collect();
    let (first, column) = parts[0];
    let criterion = &first.group.scheme.criteria[column];
    let name = edition_name(page, index);
    let words = [
        ("criterion", page.text(&criterion.name)),
        ("edition", name.as_str()),
        ("site", page.text(&page.series().site.title)),
    ];
    let edition = &page.edition(index).id;
    let mut head = Head {
        title: page.say("title.criterion", &words),
        description: summary(page, &parts, &words),
        crumbs: crumbs(page, index, first, criterion),
        edition: Some(index),
        languages: None,
    };
    numbered(page, &mut head, number, pages, Route::Criterion(edition, &criterion.id));
    let scheme = &first.group.scheme;
    let children = criterion.children.iter().map(|&c| &scheme.criteria[c]);
    CriterionPage {
        frame: frame(page, head),
        kick: page.say("criterion.kick", &words),
        title: page.html(&criterion.name),
        number: (number > 1).then(|| heading(page, "", number, pages)),
        description: criterion.description.as_ref().map(|d| page.html(d)),
        facts: facts(page, &parts),
        hatch: Html::trusted(crate::charts::hatch_definition().to_owned()),
        groups: parts.iter().map(|&(part, column)| ranking(page, part, column, number)).collect(),
        parts: children.map(|c| Link::to(page, Route::Criterion(edition, &c.id), page.text(&c.name))).collect(),
        parts_title: page.say("criterion.parts", &[]),
        years: years_by(page, index, |other| {
            let edition = page.edition(other);
            let mut schemes = edition.groups.iter().map(|group| &group.scheme);
            let there = schemes.any(|scheme| scheme.criteria.iter().any(|c| c.id == criterion.id));
            there.then(|| page.link(Route::Criterion(&edition.id, &criterion.id)))
        }),
        years_label: page.say("years.label", &[]),
        source: source_line(page, index),
        over_years: Link::to(page, Route::CriterionYears(&criterion.id), page.say("criterion.years", &[])),
        method: (!scheme.is_implied())
            .then(|| Link::to(page, Route::Methodology(&scheme.id), page.say("criterion.method", &[]))),
    }
}

fn crumbs(page: &Page<'_>, index: EditionIdx, part: Part<'_>, criterion: &Criterion) -> Vec<Link> {
    let edition = &page.edition(index).id;
    let name = edition_name(page, index);
    let mut crumbs = vec![
        Link::to(page, Route::Home, page.say("crumb.home", &[])),
        Link::to(page, Route::Edition(edition), page.say("edition.crumb", &[("edition", &name)])),
    ];
    if let Some(parent) = criterion.parent {
        let parent = &part.group.scheme.criteria[parent];
        crumbs.push(Link::to(page, Route::Criterion(edition, &parent.id), page.text(&parent.name)));
    }
    crumbs.push(Link::here(page.text(&criterion.name)));
    crumbs
}

/// Maximum, weight and how many decimals; by group where they differ.
fn facts(page: &Page<'_>, parts: &[(Part<'_>, usize)]) -> Vec<(String, String)> {
    let mut facts: Vec<(String, String)> = Vec::new();
    for &(part, column) in parts {
        let criterion = &part.group.scheme.criteria[column];
        let mut add = |term: &str, value: String| {
            let fact = (page.say(term, &[]), value);
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        };
        if let Some(max) = part.max(column) {
            add("fact.max", page.number(&max.normalize()));
        }
        if criterion.weight != rust_decimal::Decimal::ONE {
            add("fact.weight", page.number(&criterion.weight));
        }
        if !criterion.scored {
            add("fact.counted", page.say("fact.not-counted", &[]));
        }
        if let Some(unit) = &criterion.unit {
            add("fact.unit", page.text_of(unit));
        }
    }
    facts
}

fn ranking(page: &Page<'_>, part: Part<'_>, column: usize, number: usize) -> GroupRanking {
    let group = &page.series().groups[part.group.group.0];
    let caption = caption(page, part);
    let (edition, criterion) = (&page.edition(part.edition).id, &part.group.scheme.criteria[column].id);
    let anchor = super::weights::group_anchor(&group.id);
    let link = |number: usize| format!("{}#{anchor}", page.link(criterion_route(edition, criterion, number)));
    let pager = pager(page, part, (column, 1), number, link);
    let rows = Rows::Page(number);
    let (table, marks) =
        full(page, part, Wish { ranked_by: column, shown: vec![column], caption, anchors: false, rows });
    let whole = number == 1;
    GroupRanking {
        anchor: pager.is_some().then(|| anchor.clone()),
        name: page.html(&group.name),
        say: whole.then(|| first(page, part, column)).flatten(),
        figure: whole.then(|| strip_chart(page, part, column, &format!("strip-{}", group.id))).flatten(),
        pager,
        table: page.fragment("ranking", &table, ranking_table),
        legend: frame_legend::entries(page, marks),
    }
}

/// The page in short: who is first in each group, where that is known.
fn summary(page: &Page<'_>, parts: &[(Part<'_>, usize)], words: &[(&str, &str)]) -> String {
    let found = parts.iter().filter_map(|&(part, column)| {
        let found = first(page, part, column)?;
        Some(page.say("description.criterion.of", &[("group", page.group_name(part.group)), ("found", &found)]))
    });
    let found: Vec<String> = found.collect();
    if found.is_empty() {
        return page.say("description.criterion", words);
    }
    page.say("description.criterion.found", &[words, &[("found", &found.join(" "))]].concat())
}

/// Who is first in a criterion.
pub(super) fn first(page: &Page<'_>, part: Part<'_>, column: usize) -> Option<String> {
    let (rank, rows) = firsts(page, part, column)?;
    let names: Vec<String> =
        rows.iter().map(|&row| page.unit_name(part.edition, part.group.units[row]).to_owned()).collect();
    let Some(score) = shared_score(part, column, &rows) else {
        let tied = rows.len() > 1 && matches!(part.standing(column, rows[0]).score, Known::Exact(_));
        let (rank, names) = (page.words().rank(rank), page.words().list(&names));
        return tied.then(|| page.say("place.rank.tied", &[("rank", &rank), ("names", &names)]));
    };
    let score = if part.group.scheme.is_raw(column) { page.number(&score) } else { points(page, score) };
    if rows.len() > 5 {
        return Some(page.say_n("criterion.first.many", rows.len(), &[("score", &score)]));
    }
    Some(page.say_n("criterion.first", rows.len(), &[("names", &page.words().list(&names)), ("score", &score)]))
}
