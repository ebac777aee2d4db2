//! The heat table of a group: where each unit is strong and weak, at a glance.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::fragments::{HeatCell, HeatRow, HeatTable, Marks, heat_table};
use crate::rankings::{Known, StandingState};
use crate::render::{Html, TemplateFault};
use crate::report::group::GroupResult;
use crate::report::means;
use crate::say::editions::edition_name;
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::cells::score;
use crate::writers::html::pieces::tables::head;

/// The table with its title.
#[derive(Serialize)]
pub(crate) struct Heat {
    title: String,
    table: Html,
    #[serde(skip)]
    pub(crate) marks: Marks,
}

/// How many units and criteria a table has at least and at most.
const UNITS: (usize, usize) = (5, 60);

const CRITERIA: (usize, usize) = (2, 12);

/// The most criteria that fit on a narrow screen.
const NARROW: usize = 6;

/// How many classes there are.
const CLASSES: u32 = 5;

/// The share of a column, in percent, that is to be known before it tells something.
const KNOWN: usize = 80;

/// By what a score has its class.
enum Scale {
    /// By the share of its maximum: the percentages at which classes 2 to 5 begin.
    Share(Vec<Decimal>),
    /// By where it lies between the lowest and the highest of its column, one pair for each.
    Span(Vec<(Decimal, Decimal)>),
}

/// The heat table of a group; nothing where it would say too little, or be too long.
pub(crate) fn heat(page: &Page<'_>, part: GroupResult<'_>) -> Result<Option<Heat>, TemplateFault> {
    let rows: Vec<usize> = page.voice.group_order(part).blocks(part.total()).in_ranking().collect();
    let columns: Vec<usize> = part.group.scheme.tops().filter(|&column| tells(part, column, &rows)).collect();
    let inside = |n: usize, (least, most): (usize, usize)| (least..=most).contains(&n);
    if !inside(rows.len(), UNITS) || !inside(columns.len(), CRITERIA) {
        return Ok(None);
    }
    let Some(scale) = scale(part, &columns, &rows) else { return Ok(None) };
    let mut marks = Marks::default();
    let made = rows.iter().map(|&row| HeatRow {
        name: page.html(page.unit_text(part.edition, part.group.units[row])),
        cells: columns
            .iter()
            .enumerate()
            .map(|(i, &column)| HeatCell {
                score: score(page, part, column, row, &mut marks),
                class: class(part, &scale, i, column, row),
            })
            .collect(),
    });
    let made = made.collect();
    let edition = edition_name(page.voice, part.edition);
    let (caption, classes) = match &scale {
        Scale::Share(limits) => ("heat.share", limits.clone()),
        Scale::Span(_) => ("heat.span", (1..CLASSES).map(|i| Decimal::from(i * 100 / CLASSES)).collect()),
    };
    let title = title(page, part, &columns);
    let table = HeatTable {
        caption: page.say(caption, &[("edition", &edition)]),
        classes: class_words(page, &classes),
        unit_head: page.voice.say_units(part.group, "table.unit", 1, &[]),
        columns: columns.iter().map(|&column| head(page, part, column)).collect(),
        rows: made,
        region: (columns.len() > NARROW).then(|| title.clone()),
    };
    Ok(Some(Heat { table: page.fragment("heat", &table, heat_table)?, title, marks }))
}

/// Whether most of a column is known, and its values differ.
fn tells(part: GroupResult<'_>, column: usize, rows: &[usize]) -> bool {
    let (mut cells, mut known) = (0, Vec::new());
    for &row in rows {
        let standing = part.standing(column, row);
        if !matches!(standing.state, StandingState::Missing | StandingState::Exempt) {
            cells += 1;
            known.extend(exact(standing.score));
        }
    }
    let differ = known.iter().min() != known.iter().max();
    differ && known.len() * 100 >= cells * KNOWN
}

fn exact(score: Known<Decimal>) -> Option<Decimal> {
    match score {
        Known::Exact(score) => Some(score),
        _ => None,
    }
}

/// One scale for all columns, so that a class means the same everywhere.
fn scale(part: GroupResult<'_>, columns: &[usize], rows: &[usize]) -> Option<Scale> {
    let scores = |column: usize| rows.iter().filter_map(move |&row| exact(part.standing(column, row).score));
    let shares = columns.iter().map(|&column| {
        let max = part.max(column).filter(|max| *max > Decimal::ZERO)?;
        let lowest = scores(column).min()?;
        (lowest >= Decimal::ZERO && scores(column).all(|score| score <= max)).then(|| share(lowest, max))?
    });
    if let Some(lowest) = shares.collect::<Option<Vec<Decimal>>>() {
        return Some(Scale::Share(limits(lowest.into_iter().min()?)));
    }
    let ends = columns.iter().map(|&column| Some((scores(column).min()?, scores(column).max()?)));
    ends.collect::<Option<Vec<_>>>().map(Scale::Span)
}

/// What a score is of its maximum, in percent.
fn share(score: Decimal, max: Decimal) -> Option<Decimal> {
    score.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(max)
}

/// Where classes 2 to 5 begin: classes of one width in whole percent up to 100, the narrowest that reach the lowest share.
fn limits(lowest: Decimal) -> Vec<Decimal> {
    let reaches = |step: &&u32| Decimal::from(100 - (CLASSES * **step).min(100)) <= lowest;
    let step = [2, 3, 4, 5, 6, 8, 10, 12, 15].iter().find(reaches).copied().unwrap_or(20);
    (1..CLASSES).rev().map(|classes| Decimal::from(100 - classes * step)).collect()
}

fn class(part: GroupResult<'_>, scale: &Scale, position: usize, column: usize, row: usize) -> Option<usize> {
    let score = exact(part.standing(column, row).score)?;
    match scale {
        Scale::Share(limits) => {
            let share = share(score, part.max(column)?)?;
            Some(1 + limits.iter().filter(|&&limit| share >= limit).count())
        }
        Scale::Span(ends) => {
            let (low, high) = ends[position];
            let from_low = score.checked_sub(low)?.checked_mul(Decimal::from(CLASSES))?;
            let width = high.checked_sub(low)?;
            let passed = |n: &u32| width.checked_mul(Decimal::from(*n)).is_some_and(|limit| from_low >= limit);
            Some(1 + (1..CLASSES).filter(passed).count())
        }
    }
}

/// The classes in words: below the first limit, then from each limit on.
fn class_words(page: &Page<'_>, limits: &[Decimal]) -> Vec<String> {
    let below = limits.first().map(|limit| page.say("heat.below", &[("limit", &page.number(limit))]));
    let from = limits.iter().map(|limit| page.say("heat.from", &[("limit", &page.number(limit))]));
    below.into_iter().chain(from).collect()
}

/// The message: in which criterion the group comes nearest to the maximum, in which it stays farthest from it.
fn title(page: &Page<'_>, part: GroupResult<'_>, columns: &[usize]) -> String {
    let plain = || page.say_n("heat.title", columns.len(), &[]);
    let share = |&column: &usize| {
        let mean = means::mean(part, column)?;
        Some((share(mean, part.max(column)?)?, column))
    };
    // Where less is better, nearest to the maximum is no praise.
    if columns.iter().any(|&column| !part.column(column).rises) {
        return plain();
    }
    let Some(mut shares) = columns.iter().map(share).collect::<Option<Vec<_>>>() else { return plain() };
    shares.sort_by_key(|&(share, _)| share);
    let (Some(low), Some(high)) = (shares.first(), shares.last()) else { return plain() };
    let alone =
        shares.iter().filter(|s| s.0 == low.0).count() == 1 && shares.iter().filter(|s| s.0 == high.0).count() == 1;
    if !alone {
        return plain();
    }
    let name = |column: usize| page.text(&part.group.scheme.criteria[column].name);
    page.say("heat.title.ends", &[("high", name(high.1)), ("low", name(low.1))])
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::limits;

    #[track_caller]
    fn case(lowest: &str, expected: [i64; 4]) {
        assert_eq!(limits(lowest.parse().unwrap()), expected.map(Decimal::from));
    }

    #[test]
    fn classes_reach_the_lowest_share() {
        case("97.2", [92, 94, 96, 98]);
        case("43", [52, 64, 76, 88]);
        case("40", [52, 64, 76, 88]);
        case("39.9", [40, 55, 70, 85]);
        case("0", [20, 40, 60, 80]);
    }
}
