//! The facts of the units of a group: scores, ranks, and what was announced.

use std::collections::BTreeMap;

use super::key::FactKey;
use super::{Teller, words};
use crate::model::{Cell, CellExtra, Column, DisputedColumn, EditionGroup, Place, Population, Row, Statement, UnitIdx};
use crate::rankings::{Basis, GroupRanking, Known, RankBasis, Standing};

/// Tells the cells of a group.
pub(super) fn tell(teller: &mut Teller<'_>, group: &EditionGroup, ranking: &GroupRanking) {
    for (row, &unit) in group.units.iter().enumerate() {
        let unit_id = teller.unit(unit).to_owned();
        if group.unranked[row].is_some() {
            teller.tell(FactKey::Unranked { unit: unit_id.clone() }, "", first_place(teller, group, row));
        }
        for column in group.scheme.columns() {
            let at = At { group, unit: &unit_id, column, row };
            tell_cell(teller, &at, &ranking.columns[column].standing(row));
        }
    }
    adjustments(teller, group);
}

/// A cell, by its unit and column.
struct At<'a> {
    group: &'a EditionGroup,
    unit: &'a str,
    column: Column,
    row: usize,
}

fn tell_cell(teller: &mut Teller<'_>, at: &At<'_>, standing: &Standing) {
    let &At { group, unit, column, row } = at;
    let (cells, criterion) = (&group.columns[column], group.scheme.column_id(column));
    let written = cells.place(row, teller.edition.place.file);
    let place = written.unwrap_or_else(|| first_place(teller, group, row));
    let cell = || super::key::CellKey::new(unit, criterion);
    let key = FactKey::Score(cell());
    match (cells.cell(row), standing.score) {
        (Cell::Score(score), _) => teller.tell(key, &score.to_string(), place),
        (_, Known::Exact(score)) if standing.score_basis != Some(Basis::Deduced) => {
            teller.follow(key, &score.normalize().to_string(), announced_place(group, column, row).unwrap_or(place));
        }
        (empty, _) if group.scheme.is_made(column) => teller.follow(key, &empty.to_string(), place),
        (empty, _) => teller.tell(key, &empty.to_string(), place),
    }
    if let Some(extra) = cells.extra(row) {
        teller.unless("", FactKey::Beside(cell()), &beside(extra), place);
    }
    if let (Known::Exact(rank), true) = (standing.rank, standing.rank_basis != Some(RankBasis::Deduced)) {
        teller.follow(FactKey::Rank(cell()), &rank.to_string(), place);
    }
}

/// What a cell says beside its score; notes are prose, and flags tell how firm it is, not what it is.
fn beside(extra: &CellExtra) -> String {
    let CellExtra { own, min, max, rank, rank_place: _, note: _, source: _, disputed, flags: _ } = extra;
    let numbers = [("self", own), ("min", min), ("max", max)];
    let mut parts: Vec<String> =
        numbers.iter().filter_map(|(word, number)| number.map(|number| format!("{word} {number}"))).collect();
    parts.extend(rank.as_ref().map(|rank| format!("rank {}", words::stated_rank(rank))));
    parts.extend(disputed.as_ref().map(|_| "disputed".to_owned()));
    parts.join(", ")
}

/// The first cell that is written of a unit, else the score file.
fn first_place(teller: &Teller<'_>, group: &EditionGroup, row: usize) -> Place {
    let file = teller.edition.place.file;
    group.columns.iter().filter_map(|cells| cells.place(row, file)).min().unwrap_or(teller.edition.place)
}

/// The statement that names a cell.
fn announced_place(group: &EditionGroup, column: Column, row: usize) -> Option<Place> {
    let row = Row::at(row);
    let mut statements = group.statements.iter();
    statements.find(|s| s.column == column && s.score.is_some() && s.rows.contains(&row)).map(|s| s.place)
}

fn adjustments(teller: &mut Teller<'_>, group: &EditionGroup) {
    let mut by_row: BTreeMap<Row, Vec<_>> = BTreeMap::new();
    for adjustment in &group.adjustments {
        by_row.entry(adjustment.row).or_default().push((adjustment.points, adjustment.place));
    }
    for (row, mut lines) in by_row {
        let place = lines[0].1;
        lines.sort_unstable();
        let points: Vec<String> = lines.iter().map(|(points, _)| points.to_string()).collect();
        let unit = teller.unit(group.units[row.index()]).to_owned();
        teller.tell(FactKey::Adjustment { unit }, &points.join(" "), place);
    }
}

/// Tells what was announced of a group: statements by criterion and rank, whatever their order; several of one rank are
/// counted.
pub(super) fn announced(teller: &mut Teller<'_>, id: &str, group: &EditionGroup) {
    let population = match group.population {
        Population::Units => String::new(),
        Population::Number(n) => n.to_string(),
        Population::Unknown => "unknown".to_owned(),
    };
    teller.unless("", FactKey::Population { group: id.to_owned() }, &population, teller.edition.place);
    for DisputedColumn { column, reason: _, place } in &group.disputed {
        let criterion = group.scheme.column_id(*column).to_owned();
        teller.tell(FactKey::Disputed { group: id.to_owned(), criterion }, "", *place);
    }
    let mut said: BTreeMap<(Column, String), Vec<(String, Place)>> = BTreeMap::new();
    for statement in &group.statements {
        let rank = statement.rank.as_ref().map(words::stated_rank);
        let rank = rank.unwrap_or_else(|| if statement.last { "last".to_owned() } else { "-".to_owned() });
        said.entry((statement.column, rank)).or_default().push((stated(teller, group, statement), statement.place));
    }
    for ((column, rank), mut list) in said {
        list.sort();
        for (n, (value, place)) in (1..).zip(list) {
            let (criterion, rank) = (group.scheme.column_id(column).to_owned(), rank.clone());
            teller.tell(FactKey::Announced { group: id.to_owned(), criterion, rank, n }, &value, place);
        }
    }
}

/// What a statement says beside its criterion and rank; its words are prose.
fn stated(teller: &Teller<'_>, group: &EditionGroup, statement: &Statement) -> String {
    let mut parts = Vec::new();
    parts.extend(statement.score.map(|score| format!("score {}", words::stated_score(score))));
    parts.extend(statement.count.map(|count| format!("count {count}")));
    parts.extend(statement.last.then(|| "last".to_owned()));
    let rows = statement.rows.iter().map(|&row| group.units[row.index()]);
    let mut units: Vec<&str> =
        rows.chain(statement.foreign.iter().copied()).map(|unit: UnitIdx| teller.unit(unit)).collect();
    units.sort_unstable();
    let units = if statement.others { "others".to_owned() } else { units.join(" ") };
    parts.push(format!("units {units}"));
    parts.extend(statement.disputed.as_ref().map(|_| "disputed".to_owned()));
    parts.join(", ")
}
