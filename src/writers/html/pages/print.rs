//! A whole edition in reading order, for paper.

use serde::Serialize;

use crate::fragments::{RankingTable, ranking_table};
use crate::model::{Column, EditionIdx};
use crate::render::{Html, TemplateFault};
use crate::report::columns::{letter, shown_columns};
use crate::report::group::GroupResult;
use crate::report::split::RowsShown;
use crate::routes::Route;
use crate::say::captions::caption;
use crate::say::editions::{edition_name, status};
use crate::say::findings;
use crate::say::findings::first;
use crate::say::population::population;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::{Head, description};
use crate::writers::html::frame::legend;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::claims::GroupClaims;
use crate::writers::html::pieces::completeness::{Completeness, completeness};
use crate::writers::html::pieces::edition_facts::{EditionFact, strip};
use crate::writers::html::pieces::figures::bars::stacked_bars;
use crate::writers::html::pieces::figures::figure::{Figure, Key, letter_keys};
use crate::writers::html::pieces::main_points::{GroupPoints, all_points};
use crate::writers::html::pieces::remarks::{self, RemarkView, foreword};
use crate::writers::html::pieces::scheme::short::{Short, in_short};
use crate::writers::html::pieces::tables::{TableRequest, full};
use crate::writers::html::pieces::{claims, corrections};

/// The most rows of rankings in a print: with all that stands around them, they fill about forty sheets.
const ROWS: usize = 900;

/// The most units that the rankings of the groups hold together, so that the page is not too heavy to be opened.
const RANKED: usize = 600;

/// The most scores that they hold.
const SCORES: usize = 1800;

/// The most announced statements in a print; each has a few lines.
const STATEMENTS: usize = 150;

#[derive(Serialize)]
struct Print {
    frame: Frame,
    title: String,
    source: Link,
    status: String,
    strip: Vec<EditionFact>,
    completeness: Option<Completeness>,
    leaders: Vec<Html>,
    foreword: Option<Html>,
    points: Vec<GroupPoints>,
    hatch: Html,
    groups: Vec<PrintedGroup>,
    criteria: Vec<PrintedCriteria>,
    remarks: Vec<RemarkView>,
    claims: Vec<GroupClaims>,
    claims_left: Option<LeftOut>,
    corrections: Vec<corrections::Day>,
    claims_room: &'static str,
    methods: Vec<Short>,
}

/// A group with its whole ranking.
#[derive(Serialize)]
struct PrintedGroup {
    room: &'static str,
    name: Html,
    wide: bool,
    keys: Vec<Key>,
    table: Html,
    legend: Vec<legend::LegendEntry>,
    left: Option<LeftOut>,
    figure: Option<Figure>,
}

/// The rankings of a group by each criterion.
#[derive(Serialize)]
struct PrintedCriteria {
    title: String,
    criteria: Vec<PrintedCriterion>,
    left: Option<LeftOut>,
}

/// The ranking of a group by one criterion.
#[derive(Serialize)]
struct PrintedCriterion {
    room: &'static str,
    id: String,
    letter: Option<String>,
    name: Html,
    say: Option<String>,
    table: Html,
    legend: Vec<legend::LegendEntry>,
}

/// What was left out to keep the print short, and where it stands.
#[derive(Serialize)]
struct LeftOut {
    say: String,
    links: Vec<Link>,
}

/// The class of a part that a browser lays out only when it comes into sight: the room that is kept until then, at least
/// what it needs on a narrow screen, in heights of a letter.
fn room(needed: usize) -> &'static str {
    match needed {
        ..=150 => "r1",
        151..=600 => "r2",
        601..=2400 => "r3",
        _ => "r4",
    }
}

/// The print of each edition in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for (index, edition) in context.report.editions() {
        for language in context.languages {
            let route = Route::Print(&edition.id);
            jobs.push(Job::tried(context, language, route, "print.html", move |page| view(page, index)));
        }
    }
    jobs
}

fn view(page: &Page<'_>, index: EditionIdx) -> Result<Print, TemplateFault> {
    let edition = page.edition(index);
    let parts = GroupResult::all(page.report(), index);
    let name = edition_name(page.voice, index);
    let words = [("edition", name.as_str()), ("site", page.text(&page.series().site.title))];
    let title = page.say("print.title", &words);
    let leaders = page.sentences(&findings::leaders(page.voice, &parts));
    let source = Link::to(page, Route::Edition(&edition.id), page.say("edition.crumb", &words));
    let head = Head {
        title: page.say("title.print", &words),
        description: description(page, &title, &leaders),
        crumbs: vec![
            Link::to(page, Route::Home, page.say("crumb.home", &[])),
            source.clone(),
            Link::here(page.say("print.crumb", &[])),
        ],
        edition: Some(index),
        languages: None,
    };
    let (groups, criteria) = rankings(page, &parts)?;
    let (claims, claims_left) = claims(page, &parts);
    let statements: usize = parts.iter().map(|part| part.group.statements.len()).sum();
    Ok(Print {
        frame: frame(page, head),
        title,
        source: Link { label: page.say("print.source", &[]).into(), ..source },
        status: status(page.voice, edition.status),
        strip: strip(page, index),
        completeness: completeness(page, index),
        leaders,
        foreword: foreword(page, index, 1),
        points: all_points(page, &parts),
        hatch: Html::trusted(crate::charts::hatch_definition().to_owned()),
        groups,
        criteria,
        remarks: remarks::of_edition(page, index),
        claims,
        claims_left,
        claims_room: room(statements.min(STATEMENTS) * 25),
        corrections: corrections::of_edition(page, index),
        methods: in_short(page, &parts),
    })
}

/// The rankings of all groups, then those by criterion as far as there is room for them.
fn rankings(
    page: &Page<'_>,
    parts: &[GroupResult<'_>],
) -> Result<(Vec<PrintedGroup>, Vec<PrintedCriteria>), TemplateFault> {
    let units = |part: &GroupResult<'_>| part.group.units.len();
    let all: usize = parts.iter().map(units).sum();
    // Where the groups alone are too long, each keeps the same share of its units.
    let widest = parts.iter().map(|part| shown_columns(*part).len()).max().unwrap_or_default().max(1);
    let most = (SCORES / widest).min(RANKED);
    let kept = |part: &GroupResult<'_>| if all > most { (units(part) * most / all).max(1) } else { units(part) };
    let groups = parts.iter().map(|part| printed_group(page, *part, kept(part))).collect::<Result<_, _>>()?;
    let mut room = ROWS.saturating_sub(all);
    let criteria = parts.iter().filter_map(|&part| printed_criteria(page, part, &mut room).transpose());
    Ok((groups, criteria.collect::<Result<_, _>>()?))
}

fn printed_group(page: &Page<'_>, part: GroupResult<'_>, kept: usize) -> Result<PrintedGroup, TemplateFault> {
    let group = &page.series().groups[part.group.group.0];
    let request = TableRequest {
        ranked_by: part.total(),
        shown: shown_columns(part),
        caption: caption(page.voice, part, part.total()),
        anchors: false,
        rows: RowsShown::First(part.group.units.len()),
    };
    let (mut table, marks) = full(page, part, request);
    table.sortable = false;
    let all = part.group.units.len();
    let number = |n: usize| page.words().number(&n.into());
    let left = (kept < all).then(|| {
        cut(&mut table, kept);
        let link = Link::to(page, Route::Group(&page.edition(part.edition).id, &group.id), page.html(&group.name));
        LeftOut {
            say: page.voice.say_of(&[part.group.group], "print.cut", &[("n", &number(kept)), ("all", &number(all))]),
            links: vec![link],
        }
    });
    Ok(PrintedGroup {
        room: room(kept * 8 + 100),
        name: page.html(&group.name),
        wide: table.wide,
        keys: letter_keys(page, part),
        table: page.fragment("ranking", &table, ranking_table)?,
        legend: legend::entries(page, marks),
        left,
        figure: stacked_bars(page, part, &format!("s-{}", group.id)),
    })
}

/// Keeps the first rows of a table, and the rows that are no units.
fn cut(table: &mut RankingTable, rows: usize) {
    let mut room = rows;
    for block in &mut table.blocks {
        block.rows.retain(|row| {
            let kept = row.reference || room > 0;
            room -= usize::from(kept && !row.reference);
            kept
        });
    }
    table.blocks.retain(|block| !block.rows.is_empty());
}

/// The rankings by each criterion, in the order of the scheme, as long as there is room for them.
fn printed_criteria(
    page: &Page<'_>,
    part: GroupResult<'_>,
    room: &mut usize,
) -> Result<Option<PrintedCriteria>, TemplateFault> {
    let scheme = &part.group.scheme;
    let (mut criteria, mut left) = (Vec::new(), Vec::new());
    for (column, criterion) in scheme.numbered_criteria() {
        let rows = part.group.units.len();
        if left.is_empty() && rows <= *room {
            *room -= rows;
            criteria.push(printed_criterion(page, part, column)?);
        } else {
            let route = Route::Criterion(&page.edition(part.edition).id, &criterion.id);
            left.push(Link::to(page, route, page.html(&criterion.name)));
        }
    }
    let say = page.say_n("print.left", left.len(), &[]);
    let left = (!left.is_empty()).then_some(LeftOut { say, links: left });
    let title = page.say("print.criteria", &[("group", page.group_name(part.group))]);
    Ok((!scheme.criteria.is_empty()).then_some(PrintedCriteria { title, criteria, left }))
}

fn printed_criterion(
    page: &Page<'_>,
    part: GroupResult<'_>,
    column: Column,
) -> Result<PrintedCriterion, TemplateFault> {
    let caption = population(page.voice, part, column);
    let (mut table, marks) = full(
        page,
        part,
        TableRequest {
            ranked_by: column,
            shown: vec![column],
            caption,
            anchors: false,
            rows: RowsShown::First(part.group.units.len()),
        },
    );
    table.sortable = false;
    // A column of numbers is enough here, and half of the page.
    let rows = table.blocks.iter_mut().flat_map(|block| &mut block.rows);
    rows.flat_map(|row| &mut row.scores).for_each(|score| score.bar = None);
    Ok(PrintedCriterion {
        room: room(part.group.units.len() * 4 + 20),
        id: part.group.scheme.criteria[column].id.clone(),
        letter: letter(part, column),
        name: page.html(&part.group.scheme.criteria[column].name),
        say: first(page.voice, part, column),
        table: page.fragment("ranking", &table, ranking_table)?,
        legend: legend::entries(page, marks),
    })
}

/// The announced statements; very many stand only on their own page.
fn claims(page: &Page<'_>, parts: &[GroupResult<'_>]) -> (Vec<GroupClaims>, Option<LeftOut>) {
    let n: usize = parts.iter().map(|part| part.group.statements.len()).sum();
    if n <= STATEMENTS {
        return (claims::groups(page, parts), None);
    }
    let route = parts.first().map(|part| Route::Announcement(&page.edition(part.edition).id));
    let links = route.map(|route| Link::to(page, route, page.say("announcement.crumb", &[]))).into_iter().collect();
    (Vec::new(), Some(LeftOut { say: page.say_n("print.left.claims", n, &[]), links }))
}
