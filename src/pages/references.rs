//! What the ranked units of a complete column come to: rows of a ranking that are no unit.

use rust_decimal::Decimal;

use super::context::Page;
use super::tables::Part;
use crate::fragments::{Bar, Look, RankCell, Row, ScoreCell};
use crate::model::Order;
use crate::render::Html;

/// What the ranked units come to, where all of a column is known: their mean and their best.
pub(super) fn references(page: &Page<'_>, part: Part<'_>, shown: &[usize]) -> Vec<Row> {
    let summary = |column: usize| part.ranking.columns[column].summary().filter(|summary| summary.count > 1);
    let counts: Vec<usize> = shown.iter().filter_map(|&column| summary(column)).map(|s| s.count).collect();
    let Some(&count) = counts.first() else { return Vec::new() };
    let ascending = |&column: &usize| part.group.scheme.column_rule(column).order == Order::Ascending;
    let mean_name = if counts.iter().all(|&n| n == count) {
        page.say_n("table.mean.of", count, &[])
    } else {
        page.say("table.mean", &[])
    };
    let best_name = page.say(if shown.iter().any(ascending) { "table.bests" } else { "table.highest" }, &[]);
    let row = |name: String, value: &dyn Fn(usize) -> Option<Decimal>| Row {
        anchor: None,
        name: Html::text(&name),
        href: None,
        rank: RankCell { value: String::new(), shown: String::new(), tied: false, exact: true, mark: None },
        scores: shown.iter().map(|&column| plain_cell(page, value(column), part.max(column))).collect(),
        tie_first: false,
        tie_last: false,
        note: None,
        reference: true,
    };
    let mean_of = |column: usize| summary(column).and_then(|_| mean(part, column));
    vec![row(mean_name, &mean_of), row(best_name, &|column| summary(column).map(|s| s.best))]
}

/// The cell of a number that is no unit's score; an empty one where there is none.
fn plain_cell(page: &Page<'_>, value: Option<Decimal>, max: Option<Decimal>) -> ScoreCell {
    let bar = value.zip(max).filter(|(value, max)| *max > Decimal::ZERO && *value >= Decimal::ZERO);
    ScoreCell {
        value: value.map(|value| value.to_string()).unwrap_or_default(),
        shown: value.map(|value| page.number(&value)).unwrap_or_default(),
        meaning: None,
        look: Look::Known,
        mark: None,
        flags: Vec::new(),
        bar: bar.map(|(value, max)| Bar {
            max: max.normalize().to_string(),
            solid: Some(value.min(max).normalize().to_string()),
            open: None,
        }),
    }
}

/// The mean of a complete column: rounded half-up to one decimal more than its scores have.
pub(super) fn mean(part: Part<'_>, column: usize) -> Option<Decimal> {
    let summary = part.ranking.columns[column].summary()?;
    let scheme = &part.group.scheme;
    // Where scores may have any number of decimals, as many as the ends of the column have, three at most.
    let of_ends = || summary.lowest.scale().max(summary.highest.scale()).min(3);
    let decimals = scheme.column_decimals(column).unwrap_or_else(of_ends);
    Some(summary.mean(decimals.saturating_add(1).min(12)))
}
