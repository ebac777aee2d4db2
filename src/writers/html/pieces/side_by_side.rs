//! Two editions side by side: what a script needs to put any two beside each other, and without it the way to what
//! changed in each edition.
//!
//! The script file sets `window.scorebookEditions` to `{reasons: […], groups: {ID: …}}`. A group has
//!
//! - `editions`: `[id, name, day]` each;
//! - `verdicts`: a row for each of its editions with `[verdict, same rule, reason]` for each earlier one;
//! - `units`: each with its name, its page, the days on which it became another unit (with the reason), and for each
//!   edition `[rank, rank in halves, of how many, total as shown, the same in words, whole total, percent of the maximum, why
//!   there is no total]`, the last as it is told in that edition and in a later one,
//!   or `[why it is gone, why it is new]` where it is not there.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use crate::fragments::{Marks, Sign};
use crate::model::{Effect, GroupIdx, Row, Status, UnitIdx};
use crate::rankings::{CellWhy, Known, Presence, Verdict, absent, gone_why, total_between};
use crate::render::Html;
use crate::report::group::GroupResult;
use crate::report::threads;
use crate::routes::Route;
use crate::say::change::{no_number, no_number_before};
use crate::say::compared::why;
use crate::say::editions::edition_name;
use crate::say::ranks::{besides, rank_or_why};
use crate::writers::html::frame::context::{Context, Language, Page};
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::cells::score;

/// The most units of which two editions are put side by side; beyond, changes.csv has all.
const UNITS: usize = 1000;

/// The part of the page that puts two editions side by side.
#[derive(Serialize)]
pub(crate) struct SideBySide {
    /// Where the numbers are, which are only loaded when they are asked for.
    source: String,
    groups: Vec<GroupOverYears>,
}

#[derive(Serialize)]
struct GroupOverYears {
    id: String,
    name: Html,
    /// Each edition with what changed since the one before it.
    changes: Vec<Link>,
}

/// The file of a language's script.
fn file(language: &Language) -> String {
    format!("editions-{}.js", language.tag.to_lowercase())
}

/// The part of the page, where a group is in two editions; adds the scripts that fill it.
pub(crate) fn side_by_side(page: &Page<'_>) -> Option<SideBySide> {
    let groups: Vec<GroupOverYears> =
        groups(page).into_iter().map(|(index, parts)| group(page, index, &parts)).collect();
    let source = page.context.assets.file(&file(page.language)).map(|file| page.link_file(file));
    (!groups.is_empty()).then(|| SideBySide { source: source.unwrap_or_default(), groups })
}

/// The script that puts two editions side by side.
pub(crate) const SCRIPT: &str = "compare-editions.js";

/// The script files of all languages.
#[must_use]
pub(crate) fn edition_scripts(context: &Context<'_>) -> Vec<(String, Vec<u8>)> {
    let script = |language: &Language| {
        let route = Route::Compare;
        let page = Page::new(context, language, route);
        let groups = groups(&page);
        (!groups.is_empty()).then(|| (file(language), written(&data(&page, &groups)).into_bytes()))
    };
    context.languages.iter().filter_map(script).collect()
}

/// Groups that are in two editions, withdrawn ones left out, and not too large; with the editions from the oldest.
fn groups<'a>(page: &Page<'a>) -> Vec<(GroupIdx, Vec<GroupResult<'a>>)> {
    let all = (0..page.series().groups.len()).map(|index| {
        let official = |part: &GroupResult<'_>| page.edition(part.edition).status != Status::Withdrawn;
        let parts: Vec<GroupResult<'_>> =
            threads::parts(page.report(), GroupIdx(index)).into_iter().filter(official).collect();
        (GroupIdx(index), parts)
    });
    let fits = |parts: &[GroupResult<'_>]| parts.len() > 1 && parts.iter().all(|part| part.group.units.len() <= UNITS);
    all.filter(|(_, parts)| fits(parts)).collect()
}

fn group(page: &Page<'_>, index: GroupIdx, parts: &[GroupResult<'_>]) -> GroupOverYears {
    let group = &page.series().groups[index.0];
    let changed = parts.iter().rev().filter_map(|part| {
        let edition = page.edition(part.edition);
        let before = edition_name(page.voice, edition.previous?);
        let words = [("edition", edition_name(page.voice, part.edition)), ("before", before)];
        let label = page.say("side.link", &words.each_ref().map(|(key, value)| (*key, value.as_str())));
        Some(Link {
            label: label.into(),
            href: Some(format!("{}#thay-doi", page.link(Route::Edition(&edition.id)))),
            current: false,
        })
    });
    GroupOverYears { id: group.id.clone(), name: page.html(&group.name), changes: changed.collect() }
}

/// What the script reads.
fn data(page: &Page<'_>, groups: &[(GroupIdx, Vec<GroupResult<'_>>)]) -> Value {
    let mut reasons = Reasons::default();
    let mut made = serde_json::Map::new();
    for (index, parts) in groups {
        let id = page.series().groups[index.0].id.clone();
        made.insert(id, group_data(page, parts, &mut reasons));
    }
    json!({ "reasons": reasons.texts, "groups": made })
}

/// Reasons, each once.
#[derive(Default)]
struct Reasons {
    texts: Vec<String>,
    known: BTreeMap<String, usize>,
}

impl Reasons {
    fn of(&mut self, text: String) -> usize {
        if let Some(&at) = self.known.get(&text) {
            return at;
        }
        self.texts.push(text.clone());
        self.known.insert(text, self.texts.len() - 1);
        self.texts.len() - 1
    }
}

fn group_data(page: &Page<'_>, parts: &[GroupResult<'_>], reasons: &mut Reasons) -> Value {
    let editions: Vec<Value> = parts
        .iter()
        .map(|part| {
            let edition = page.edition(part.edition);
            json!([edition.id, edition_name(page.voice, part.edition), edition.period.to.number()])
        })
        .collect();
    let verdicts: Vec<Value> = (0..parts.len())
        .map(|now| (0..now).map(|was| verdict(page, parts[was], parts[now], reasons)).collect())
        .collect();
    let mut units: Vec<UnitIdx> = parts.iter().flat_map(|part| part.group.units.iter().copied()).collect();
    units.sort_unstable();
    units.dedup();
    units.sort_by_key(|&unit| page.voice.order.unit(unit));
    let units: Vec<Value> = units.into_iter().map(|unit| unit_data(page, parts, unit, reasons)).collect();
    json!({ "editions": editions, "verdicts": verdicts, "units": units })
}

fn verdict(page: &Page<'_>, was: GroupResult<'_>, now: GroupResult<'_>, reasons: &mut Reasons) -> Value {
    let [before, after] = [was, now].map(|part| page.edition(part.edition));
    let change = total_between(page.series(), before, after, &was.group.scheme, &now.group.scheme);
    let word = match change.verdict {
        Verdict::Comparable => "points",
        Verdict::Share => "share",
        Verdict::Broken => "",
    };
    let because = reasons.of(why(page.voice, was.edition).column(change.because));
    json!([word, u8::from(change.same_rank_rule), because])
}

fn unit_data(page: &Page<'_>, parts: &[GroupResult<'_>], unit: UnitIdx, reasons: &mut Reasons) -> Value {
    let own = &page.series().units[unit.0];
    let cuts: Vec<Value> = page
        .series()
        .timeline
        .of(unit)
        .filter(|own| own.effect == Effect::Changes)
        .map(|own| {
            let text = why(page.voice, parts[0].edition).cell(CellWhy::Unit(Presence::Changed(Row::at(0), own.index)));
            json!([own.event.date.number(), reasons.of(text)])
        })
        .collect();
    let cells: Vec<Value> = (0..parts.len())
        .map(|at| match page.report().row_of(unit, parts[at].edition, parts[at].group) {
            Some(row) => cell(page, parts[at], row, reasons),
            None => absent_cell(page, parts, at, unit, reasons),
        })
        .collect();
    json!([page.text(&own.name), page.link(Route::UnitYears(&own.id)), cuts, cells])
}

/// Why a unit is not in an edition: seen from an earlier one, and from the next one that it is in.
fn absent_cell(page: &Page<'_>, parts: &[GroupResult<'_>], at: usize, unit: UnitIdx, reasons: &mut Reasons) -> Value {
    let edition = page.edition(parts[at].edition);
    let is_in = |part: &&GroupResult<'_>| page.report().row_of(unit, part.edition, part.group).is_some();
    let gone = parts[..at].iter().any(|part| is_in(&part)).then(|| gone_why(page.series(), edition, unit));
    let later = parts[at..].iter().find(is_in).map(|part| page.edition(part.edition));
    let new = later.map(|later| absent(page.series(), edition, later, unit));
    let new = new.filter(|here| matches!(here, Presence::Moved(_) | Presence::Began(_)));
    json!([
        gone.map(|why_gone| reasons.of(why(page.voice, parts[at].edition).gone(why_gone))),
        new.map(|here| reasons.of(why(page.voice, parts[at].edition).here(here)))
    ])
}

fn cell(page: &Page<'_>, part: GroupResult<'_>, row: usize, reasons: &mut Reasons) -> Value {
    let standing = part.standing(part.total(), row);
    let halves = match standing.concluded_rank() {
        Known::Exact(rank) => Some(rank.in_halves()),
        Known::Between(..) | Known::Nothing => None,
    };
    let rank = rank_or_why(page.voice, part, row);
    let of = standing.ranked.filter(|_| standing.rank != Known::Nothing);
    let shown = part.shown_value(part.total(), row).map(|shown| shown.to_string());
    let [exact, percent] = [part.value(part.total(), row), part.percent_of_maximum(part.total(), row)];
    let [exact, percent] = [exact, percent].map(|number| number.map(|number| number.to_string()));
    let why = part.instead(part.total(), row).and_then(|state| {
        let told = [no_number(page.voice, state)?, no_number_before(page.voice, part.edition, state)?];
        Some(told.map(|told| reasons.of(told)))
    });
    let besides = besides(page.voice, &standing);
    json!([rank, halves, of, shown, total_words(page, part, row), exact, percent, why, besides])
}

/// A total as it is read, or in words why there is none.
fn total_words(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> String {
    let mut marks = Marks::default();
    let cell = score(page, part, part.total(), row, &mut marks);
    match cell {
        cell if cell.has_no_number() => cell.meaning.unwrap_or_default(),
        // The rank stands beside it.
        _ if marks.has(Sign::RankOnly) => "…".to_owned(),
        cell => cell.shown,
    }
}

/// The data as a script: JSON in which nothing means anything in markup.
fn written(data: &Value) -> String {
    let mut script = "window.scorebookEditions=".to_owned();
    for c in data.to_string().chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => script.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => script.push(c),
        }
    }
    script.push_str(";\n");
    script
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::written;

    #[test]
    fn names_mean_nothing_in_markup() {
        let script = written(&json!(["</script><!-- & \u{2028}"]));
        assert_eq!(script, "window.scorebookEditions=[\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028\"];\n");
    }
}
