//! What was understood of each cell, by the role of its column.

use rust_decimal::Decimal;

use super::doubts::is_wanted;
use super::facts::ColumnFound;
use super::number::{FractionSign, Reading, number_text, shown_number};
use super::plane::{Plane, PlaneSpot, Seems};
use super::range::{bounds, rank};
use crate::import::book::GridKind;
use crate::import::table::{Role, TableCell, TableValue};

/// The cell of a unit in a column.
pub(super) fn cell(plane: &Plane<'_>, row: u32, column: &ColumnFound, role: &Role) -> TableCell {
    let at = plane.at(row, column.column);
    // A group that was written once stands for all the rows that were made one; whether a number does is asked.
    let first = plane.first_of(row, column.column);
    let is_first = first == (row, column.column);
    let is_spread = *role == Role::Group || is_wanted(role);
    let found = if is_spread { plane.spread(row, column.column) } else { plane.spot(row, column.column) };
    let Some(spot) = found else {
        return TableCell {
            at,
            stored: String::new(),
            shown: Some(String::new()),
            value: TableValue::Empty,
            footnote: None,
            is_formula: false,
            merged_with: None,
        };
    };
    let (value, footnote) = value(spot, column.sign, role);
    TableCell {
        at,
        stored: spot.cell.stored.clone(),
        shown: spot.cell.shown.clone(),
        value,
        footnote,
        is_formula: spot.cell.is_formula,
        merged_with: (!is_first && is_wanted(role)).then(|| plane.at(first.0, first.1)),
    }
}

fn value(spot: &PlaneSpot<'_>, sign: Option<FractionSign>, role: &Role) -> (TableValue, Option<String>) {
    let text = || TableValue::Text(spot.text.clone());
    match role {
        Role::Name | Role::Group | Role::Note | Role::Class => (text(), None),
        Role::Rank { .. } => {
            let (_, footnote) = super::text::without_footnote(&spot.text);
            let ranked = rank(&spot.text).map(|rank| (rank, footnote.map(str::to_owned)));
            ranked.unwrap_or_else(|| number_or_sign(spot, sign))
        }
        Role::Numbering | Role::Id | Role::Other(_) => match number_or_sign(spot, sign) {
            (TableValue::Mark(_) | TableValue::Uncomputed, footnote) => (text(), footnote),
            told => told,
        },
        Role::Criterion | Role::Total | Role::Year(_) => number_or_sign(spot, sign),
    }
}

fn number_or_sign(spot: &PlaneSpot<'_>, sign: Option<FractionSign>) -> (TableValue, Option<String>) {
    let mark = || TableValue::Mark(spot.text.clone());
    match spot.look {
        Seems::Number if spot.cell.kind == GridKind::Number => (stored_number(spot).unwrap_or_else(mark), None),
        Seems::Number => match number_text(&spot.text) {
            Some(number) => (written_number(number.reading, number.is_percent, sign), number.footnote),
            None => (mark(), None),
        },
        Seems::Mark if spot.cell.kind == GridKind::Uncomputed => (TableValue::Uncomputed, None),
        Seems::Range => (bounds(&spot.text, sign).unwrap_or_else(mark), None),
        Seems::Mark | Seems::Words => (mark(), None),
    }
}

/// A cell that is stored as a number.
fn stored_number(spot: &PlaneSpot<'_>) -> Option<TableValue> {
    let stored = Decimal::from_str_exact(&spot.cell.stored).ok()?;
    let shown = spot.cell.shown.as_deref().and_then(|shown| shown_number(stored, shown));
    let is_percent = shown.is_some_and(|(_, is_percent)| is_percent);
    Some(TableValue::Number { stored, shown: shown.map(|(shown, _)| shown), is_percent })
}

/// A text that reads as a number: what is stored is what is shown. Of `85%` the stored part of one is 0.85.
fn written_number(reading: Reading, is_percent: bool, sign: Option<FractionSign>) -> TableValue {
    let one = |number: Decimal| {
        let part = number.checked_div(Decimal::ONE_HUNDRED).filter(|_| is_percent);
        TableValue::Number { stored: part.unwrap_or(number), shown: Some(number), is_percent }
    };
    match (reading, sign) {
        (Reading::One(number, _), _) => one(number),
        (Reading::Two { sign, fraction, .. }, Some(told)) if sign == told => one(fraction),
        (Reading::Two { whole, .. }, Some(_)) => one(whole),
        (Reading::Two { whole, fraction, .. }, None) => TableValue::Either { whole, fraction },
    }
}
