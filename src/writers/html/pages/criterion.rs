//! One criterion in an edition: what it is, and its ranking for each group.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::fragments::ranking_table;
use crate::model::{Column, Criterion, EditionIdx};
use crate::render::{Html, TemplateFault};
use crate::report::group::GroupResult;
use crate::report::split::{RowsShown, first_rows};
use crate::routes;
use crate::routes::{Embedded, Route};
use crate::say::captions::{caption, criterion_title};
use crate::say::editions::edition_name;
use crate::say::findings::first;
use crate::say::points::maximum;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::legend;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::embedding::{Embedding, embedding, height_of};
use crate::writers::html::pieces::figures::figure::Figure;
use crate::writers::html::pieces::figures::strip::strip_chart;
use crate::writers::html::pieces::pager::{Pager, criterion_route, heading, n_pages, numbered, pager};
use crate::writers::html::pieces::remarks::{self, RemarkView};
use crate::writers::html::pieces::source_line::source_line;
use crate::writers::html::pieces::tables::{TableRequest, full};
use crate::writers::html::pieces::year_line::{Year, years_by};

#[derive(Serialize)]
struct CriterionPage {
    frame: Frame,
    kick: String,
    title: Html,
    number: Option<String>,
    description: Option<Html>,
    facts: Vec<(String, String)>,
    hatch: Html,
    groups: Vec<CriterionTable>,
    parts: Vec<Link>,
    parts_title: String,
    years: Vec<Year>,
    years_label: String,
    source: Html,
    over_years: Link,
    method: Option<Link>,
}

#[derive(Serialize)]
struct CriterionTable {
    anchor: Option<String>,
    name: Html,
    say: Option<String>,
    figure: Option<Figure>,
    pager: Option<Pager>,
    table: Html,
    legend: Vec<legend::LegendEntry>,
    remarks: Vec<RemarkView>,
    embedding: Option<Embedding>,
}

/// The page of each criterion of each edition, in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for (index, edition) in context.report.editions() {
        // Groups may differ in their criteria; one id has one page for all groups that have it.
        let mut columns: BTreeMap<&str, Vec<(usize, Column)>> = BTreeMap::new();
        for (position, group) in edition.groups.iter().enumerate() {
            for (column, criterion) in group.scheme.numbered_criteria() {
                columns.entry(&criterion.id).or_default().push((position, column));
            }
        }
        for (id, places) in columns {
            for language in context.languages {
                let pages: Vec<usize> = places
                    .iter()
                    .map(|&(group, column)| {
                        n_pages(context.voice(language), GroupResult::of(context.report, index, group), (column, 1))
                    })
                    .collect();
                let last = pages.iter().copied().max().unwrap_or(1);
                for number in 1..=last {
                    // Only groups that go on stand on the pages behind the first.
                    let goes_on = places.iter().zip(&pages).filter(|(_, pages)| **pages >= number);
                    let places: Vec<(usize, Column)> = goes_on.map(|(place, _)| *place).collect();
                    let route = criterion_route(&edition.id, id, number);
                    let write = move |page: &Page<'a>| view(page, index, &places, (number, last));
                    jobs.push(Job::tried(context, language, route, "criterion.html", write));
                }
            }
        }
    }
    jobs
}

fn view(
    page: &Page<'_>,
    index: EditionIdx,
    places: &[(usize, Column)],
    (number, pages): (usize, usize),
) -> Result<CriterionPage, TemplateFault> {
    let parts: Vec<(GroupResult<'_>, Column)> =
        places.iter().map(|&(g, column)| (GroupResult::of(page.report(), index, g), column)).collect();
    let (first, column) = parts[0];
    let criterion = &first.group.scheme.criteria[column];
    let name = edition_name(page.voice, index);
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
    Ok(CriterionPage {
        frame: frame(page, head),
        kick: page.say("criterion.kick", &words),
        title: page.html(&criterion.name),
        number: (number > 1).then(|| heading(page, "", number, pages)),
        description: criterion.description.as_ref().map(|d| page.html(d)),
        facts: facts(page, &parts),
        hatch: Html::trusted(crate::charts::hatch_definition().to_owned()),
        groups: parts.iter().map(|&(part, column)| ranking(page, part, column, number)).collect::<Result<_, _>>()?,
        parts: children.map(|c| Link::to(page, Route::Criterion(edition, &c.id), page.html(&c.name))).collect(),
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
    })
}

fn crumbs(page: &Page<'_>, index: EditionIdx, part: GroupResult<'_>, criterion: &Criterion) -> Vec<Link> {
    let edition = &page.edition(index).id;
    let name = edition_name(page.voice, index);
    let mut crumbs = vec![
        Link::to(page, Route::Home, page.say("crumb.home", &[])),
        Link::to(page, Route::Edition(edition), page.say("edition.crumb", &[("edition", &name)])),
    ];
    if let Some(parent) = criterion.parent {
        let parent = &part.group.scheme.criteria[parent];
        crumbs.push(Link::to(page, Route::Criterion(edition, &parent.id), page.html(&parent.name)));
    }
    crumbs.push(Link::here(page.html(&criterion.name)));
    crumbs
}

/// A fact of a criterion: its term, its value, and the groups in which that holds.
struct CriterionFact {
    term: String,
    value: String,
    groups: Vec<String>,
}

/// Maximum, weight and unit of measure; where a fact does not hold in all groups, with those in which it does.
fn facts(page: &Page<'_>, parts: &[(GroupResult<'_>, Column)]) -> Vec<(String, String)> {
    let of_group = |fact: CriterionFact| match fact.groups.len() == parts.len() {
        true => (fact.term, fact.value),
        false => {
            let words = [("value", fact.value.as_str()), ("groups", &page.words().list(&fact.groups))];
            let value = page.say("fact.of-groups", &words);
            (fact.term, value)
        }
    };
    facts_by_group(page, parts).into_iter().map(of_group).collect()
}

/// The same facts, each with its groups.
fn facts_by_group(page: &Page<'_>, parts: &[(GroupResult<'_>, Column)]) -> Vec<CriterionFact> {
    let mut facts: Vec<CriterionFact> = Vec::new();
    for &(part, column) in parts {
        let criterion = &part.group.scheme.criteria[column];
        let group = page.group_name(part.group).to_owned();
        let mut add = |term: &str, value: String| {
            let term = page.say(term, &[]);
            match facts.iter_mut().find(|fact| fact.term == term && fact.value == value) {
                Some(fact) => fact.groups.push(group.clone()),
                None => facts.push(CriterionFact { term, value, groups: vec![group.clone()] }),
            }
        };
        if let Some(max) = part.max(column) {
            add("fact.max", maximum(page.words(), max));
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

fn ranking(
    page: &Page<'_>,
    part: GroupResult<'_>,
    column: Column,
    number: usize,
) -> Result<CriterionTable, TemplateFault> {
    let group = &page.series().groups[part.group.group.0];
    let caption = caption(page.voice, part, column);
    let (edition, criterion) = (&page.edition(part.edition).id, &part.group.scheme.criteria[column].id);
    let anchor = routes::group_anchor(&group.id);
    let link = |number: usize| format!("{}#{anchor}", page.link(criterion_route(edition, criterion, number)));
    let pager = pager(page, part, (column, 1), number, link);
    let rows = RowsShown::Page(number);
    let (table, marks) =
        full(page, part, TableRequest { ranked_by: column, shown: vec![column], caption, anchors: false, rows });
    let whole = number == 1;
    let title = criterion_title(page.voice, part, column);
    let height = height_of(first_rows(part).unwrap_or(part.group.units.len()));
    let embedding = embedding(page, Embedded::Criterion(edition, criterion, &group.id), &title, height);
    Ok(CriterionTable {
        embedding: embedding.filter(|_| whole),
        anchor: pager.is_some().then(|| anchor.clone()),
        name: page.html(&group.name),
        say: whole.then(|| first(page.voice, part, column)).flatten(),
        figure: whole.then(|| strip_chart(page, part, column, &format!("strip-{}", group.id))).flatten(),
        pager,
        table: page.fragment("ranking", &table, ranking_table)?,
        legend: legend::entries(page, marks),
        remarks: remarks::of_column(page, part, column),
    })
}

/// The page in short: who is first in each group, where that is known.
fn summary(page: &Page<'_>, parts: &[(GroupResult<'_>, Column)], words: &[(&str, &str)]) -> String {
    let found = parts.iter().filter_map(|&(part, column)| {
        let found = first(page.voice, part, column)?;
        Some(page.say("description.criterion.of", &[("group", page.group_name(part.group)), ("found", &found)]))
    });
    let found: Vec<String> = found.collect();
    if found.is_empty() {
        let has_maximum = parts.iter().all(|(part, column)| part.max(*column).is_some());
        let (part, column) = parts[0];
        let key = match (has_maximum, part.column(column).is_ranked) {
            (true, true) => "description.criterion",
            (true, false) => "description.criterion.unranked",
            (false, true) => "description.criterion.open",
            (false, false) => "description.criterion.bare",
        };
        return page.voice.say_of(&[part.group.group], key, words);
    }
    page.say("description.criterion.found", &[words, &[("found", &found.join(" "))]].concat())
}
