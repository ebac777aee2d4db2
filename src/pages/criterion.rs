//! One criterion in an edition: what it is, and its ranking for each group.

use std::collections::BTreeMap;

use serde::Serialize;

use super::context::{Context, Job, Page};
use super::edition::caption;
use super::figures::{Figure, strip_chart};
use super::findings::{firsts, shared_score};
use super::frame::{Frame, Head, Link, frame};
use super::frame_legend;
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
    description: Option<Html>,
    facts: Vec<(String, String)>,
    hatch: Html,
    groups: Vec<GroupRanking>,
    parts: Vec<Link>,
    parts_title: String,
    method: Option<Link>,
}

#[derive(Serialize)]
struct GroupRanking {
    name: Html,
    say: Option<String>,
    figure: Option<Figure>,
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
                let places = places.clone();
                let write = move |page: &Page<'a>| view(page, index, &places);
                jobs.push(Job::new(context, language, Route::Criterion(&edition.id, id), "criterion.html", write));
            }
        }
    }
    jobs
}

fn view(page: &Page<'_>, index: EditionIdx, places: &[(usize, usize)]) -> CriterionPage {
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
    let head = Head {
        title: page.say("title.criterion", &words),
        description: summary(page, &parts, &words),
        crumbs: crumbs(page, index, first, criterion),
        edition: Some(index),
        languages: None,
    };
    let scheme = &first.group.scheme;
    let children = criterion.children.iter().map(|&c| &scheme.criteria[c]);
    CriterionPage {
        frame: frame(page, head),
        kick: page.say("criterion.kick", &words),
        title: page.html(&criterion.name),
        description: criterion.description.as_ref().map(|d| page.html(d)),
        facts: facts(page, &parts),
        hatch: Html::trusted(crate::charts::hatch_definition().to_owned()),
        groups: parts.iter().map(|&(part, column)| ranking(page, part, column)).collect(),
        parts: children.map(|c| Link::to(page, Route::Criterion(edition, &c.id), page.text(&c.name))).collect(),
        parts_title: page.say("criterion.parts", &[]),
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

fn ranking(page: &Page<'_>, part: Part<'_>, column: usize) -> GroupRanking {
    let group = &page.series().groups[part.group.group.0];
    let caption = caption(page, part);
    let (table, marks) = full(page, part, Wish { ranked_by: column, shown: vec![column], caption, anchors: false });
    GroupRanking {
        name: page.html(&group.name),
        say: first(page, part, column),
        figure: strip_chart(page, part, column, &format!("strip-{}", group.id)),
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
