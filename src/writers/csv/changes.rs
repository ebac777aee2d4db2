//! `changes.csv`: what changed since the edition before, a row for each unit and criterion, and why or why not.

use crate::model::{EditionIdx, LangIdx, Rank, UnitIdx};
use crate::rankings::{CellChange, CellVerdict, Departure, EditionChange, MissingEnds};
use crate::routes;
use crate::say::why::Why;
use crate::writers::csv::export::{Export, Listed, TableSource};
use crate::writers::csv::table::{Table, Value};

/// The columns, whose names and order are promises.
const COLUMNS: [&str; 10] = [
    "edition",
    "previous",
    "group",
    "unit",
    "criterion",
    "score_change",
    "share_change",
    "rank_change",
    "verdict",
    "reason",
];

/// The file of each edition that has one before it, and that of all editions together.
pub(crate) fn exports(source: TableSource<'_>) -> Vec<Export<'_>> {
    let editions: Vec<EditionIdx> = (0..source.series.editions.len()).map(EditionIdx).collect();
    let compared = move |edition: &EditionIdx| source.rankings.changes[edition.0].is_some();
    let compared: Vec<EditionIdx> = editions.into_iter().filter(compared).collect();
    let mut exports: Vec<Export<'_>> = compared
        .iter()
        .map(|&edition| Export {
            file: routes::changes_csv(Some(&source.series.editions[edition.0].id)),
            listed: Some(Listed { edition, group: None, phrase: "download.changes", of_editions: true }),
            write: Box::new(move || changes_table(source, &[edition]).csv()),
        })
        .collect();
    if !compared.is_empty() {
        let write = Box::new(move || changes_table(source, &compared).csv());
        exports.push(Export { file: routes::changes_csv(None), listed: None, write });
    }
    exports
}

/// What changed in some editions since those before them.
#[must_use]
pub(crate) fn changes_table(source: TableSource<'_>, editions: &[EditionIdx]) -> Table {
    let mut table = Table { fields: COLUMNS.map(str::to_owned).into(), rows: Vec::new() };
    for &edition in editions {
        if let Some(change) = &source.rankings.changes[edition.0] {
            table.rows.extend(rows(source, edition, change));
        }
    }
    table
}

/// A line before it is written: where it stands in the order of groups and units.
type Ordered = (usize, UnitIdx, Vec<Value>);

fn rows(source: TableSource<'_>, index: EditionIdx, change: &EditionChange) -> Vec<Vec<Value>> {
    let series = source.series;
    let (now, was) = (&series.editions[index.0], &series.editions[change.before.0]);
    let mut lines: Vec<Ordered> = Vec::new();
    let start = |group: usize, unit: UnitIdx, criterion: &str| {
        let ids = [&now.id, &was.id, &series.groups[group].id, &series.units[unit.0].id];
        let mut line: Vec<Value> = ids.into_iter().map(|id| Value::Text(id.clone())).collect();
        line.push(Value::Text(criterion.to_owned()));
        line
    };
    let why = Why { series, words: source.words, language: LangIdx(0) };
    let mut gone = |group: usize, gone: &Departure| {
        let mut line = start(group, gone.unit, "total");
        line.extend([Value::Empty, Value::Empty, Value::Empty, Value::Text("gone".to_owned())]);
        line.push(Value::Text(why.gone(gone.why)));
        lines.push((group, gone.unit, line));
    };
    for (position, units) in &change.gone {
        units.iter().for_each(|unit| gone(was.groups[*position].group.0, unit));
    }
    for (group, part) in now.groups.iter().zip(&change.groups) {
        part.gone.iter().for_each(|unit| gone(group.group.0, unit));
    }
    let ranked = |edition: EditionIdx, at: usize| &source.rankings.editions[edition.0].groups[at];
    for (at, (group, part)) in now.groups.iter().zip(&change.groups).enumerate() {
        let before = part.before.map(|was_at| (&was.groups[was_at], ranked(change.before, was_at)));
        for (row, &unit) in group.units.iter().enumerate() {
            for column in group.scheme.columns() {
                let cell = part.cell(before, (group, ranked(index, at)), column, row);
                let mut line = start(group.group.0, unit, group.scheme.column_id(column));
                let lacks = part.lacks(before, (group, ranked(index, at)), column, row);
                line.extend(values(cell, lacks, why));
                lines.push((group.group.0, unit, line));
            }
        }
    }
    // Stable: the criteria of a unit stay in the order of the scheme.
    lines.sort_by_key(|(group, unit, _)| (*group, *unit));
    lines.into_iter().map(|(.., line)| line).collect()
}

/// The changes of a cell, the verdict and its reason.
fn values(cell: CellChange, lacks: MissingEnds, why: Why<'_>) -> [Value; 5] {
    let number = |number: Option<String>| number.map_or(Value::Empty, Value::Number);
    let is_nothing = cell.score.is_none() && cell.share.is_none() && cell.rank.is_none();
    let verdict = match cell.verdict {
        CellVerdict::Comparable => "comparable",
        CellVerdict::Share => "share",
        CellVerdict::Broken => "broken",
        CellVerdict::New => "new",
    };
    let reason = why.cell(cell.why);
    let reason = match cell.verdict {
        CellVerdict::Comparable | CellVerdict::Share => why.lacking(reason, lacks, is_nothing),
        CellVerdict::Broken | CellVerdict::New => reason,
    };
    [
        number(cell.score.map(|score| score.to_string())),
        number(cell.share.map(|share| share.to_string())),
        number(cell.rank.map(|rank| places(rank.gained()))),
        Value::Text(verdict.to_owned()),
        Value::Text(reason),
    ]
}

/// Places in halves as a number: `2`, `-1`, `0.5`.
fn places(halves: i64) -> String {
    let sign = if halves < 0 { "-" } else { "" };
    format!("{sign}{}", Rank::distance(halves))
}
