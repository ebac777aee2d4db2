//! `changes`: what changed since the edition before, a row for each unit and criterion, and why or why not.

use crate::model::{EditionIdx, LangIdx, Rank, UnitIdx};
use crate::rankings::{CellChange, CellVerdict, Departure, EditionChange, MissingEnds};
use crate::say::why::Why;
use crate::writers::table::{Field, Table, Value};
use crate::writers::tables::made::{Made, TableSource, of_editions_and_series};

/// Every verdict: how much may be compared, or why there is nothing to compare.
const VERDICTS: [&str; 5] = ["comparable", "share", "broken", "new", "gone"];

/// The columns, whose names and order are promises.
fn fields() -> Vec<Field> {
    let mut fields = ["edition", "previous", "group", "unit", "criterion"].map(Field::text).to_vec();
    fields.extend(["score_change", "share_change", "rank_change"].map(Field::number));
    fields.push(Field::text("verdict").one_of(VERDICTS));
    fields.push(Field::text("reason").meaning("verdict_reason"));
    fields
}

/// The table of each edition that has one before it, and that of all editions together.
pub(crate) fn tables(source: TableSource<'_>) -> Vec<Made<'_>> {
    let compared = |edition: EditionIdx| source.rankings.changes[edition.0].is_some();
    let phrases = ["download.changes", "download.changes.all"];
    let tables = of_editions_and_series(source, "changes", phrases, compared, changes);
    tables.into_iter().map(|table| Made { of_editions: true, ..table }).collect()
}

/// What changed in some editions since those before them.
fn changes<'a>(source: TableSource<'a>, editions: &[EditionIdx]) -> Table<'a> {
    let mut table = Table { fields: fields(), rows: Vec::new() };
    for &edition in editions {
        if let Some(change) = &source.rankings.changes[edition.0] {
            table.rows.extend(rows(source, edition, change));
        }
    }
    table
}

/// A line before it is written: where it stands in the order of groups and units.
type Ordered<'a> = (usize, UnitIdx, Vec<Value<'a>>);

fn rows<'a>(source: TableSource<'a>, index: EditionIdx, change: &'a EditionChange) -> Vec<Vec<Value<'a>>> {
    let series = source.series;
    let (now, was) = (&series.editions[index.0], &series.editions[change.before.0]);
    let mut lines: Vec<Ordered<'a>> = Vec::new();
    let start = |group: usize, unit: UnitIdx, criterion: &'a str| -> Vec<Value<'a>> {
        let ids = [&now.id, &was.id, &series.groups[group].id, source.unit_id(unit), criterion];
        ids.map(Value::text).into()
    };
    let why = Why { series, words: source.words, language: LangIdx(0) };
    let mut gone = |group: usize, gone: &Departure| {
        let mut line = start(group, gone.unit, "total");
        line.extend([Value::Empty, Value::Empty, Value::Empty, Value::text("gone")]);
        line.push(Value::text(why.gone(gone.why)));
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
fn values(cell: CellChange, lacks: MissingEnds, why: Why<'_>) -> [Value<'static>; 5] {
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
        Value::number(cell.score),
        Value::number(cell.share),
        Value::number(cell.rank.map(|rank| Rank::places(rank.gained()))),
        Value::text(verdict),
        Value::text(reason),
    ]
}
