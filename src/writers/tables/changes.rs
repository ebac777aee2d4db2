//! `changes`: what changed since the edition before, a row for each unit and criterion, and why or why not.

use crate::model::{Column, Edition, EditionGroup, EditionIdx, LangIdx, Rank, UnitIdx};
use crate::rankings::{CellVerdict, CellWhy, Departure, EditionChange, GroupChange, GroupRanking};
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
fn changes(source: TableSource<'_>, editions: Vec<EditionIdx>) -> Table<'_> {
    let compared = editions.into_iter().filter_map(move |edition| ComparedEdition::of(source, edition));
    Table { fields: fields(), rows: Box::new(compared.flat_map(ComparedEdition::rows)) }
}

/// An edition and the one before it.
#[derive(Clone, Copy)]
struct ComparedEdition<'a> {
    source: TableSource<'a>,
    index: EditionIdx,
    change: &'a EditionChange,
}

/// A unit of an edition, or one that is not in it any more.
#[derive(Clone, Copy)]
enum Subject<'a> {
    /// The group by its position, and the row.
    Here(usize, usize),
    /// One that was there before.
    Gone(&'a Departure),
}

impl<'a> ComparedEdition<'a> {
    fn of(source: TableSource<'a>, index: EditionIdx) -> Option<Self> {
        Some(Self { source, index, change: source.rankings.changes[index.0].as_ref()? })
    }

    /// The edition, and the one before it.
    fn editions(self) -> [&'a Edition; 2] {
        [self.index, self.change.before].map(|edition| &self.source.series.editions[edition.0])
    }

    /// The rows in the order of groups and units.
    fn rows(self) -> impl Iterator<Item = Vec<Value<'a>>> {
        let parts: Vec<ChangedGroup<'a>> = (0..self.change.groups.len()).map(|at| ChangedGroup::of(self, at)).collect();
        self.subjects().into_iter().flat_map(move |(group, unit, subject)| {
            let start = self.start(group, unit);
            match subject {
                Subject::Gone(departure) => vec![self.gone(start, departure)],
                Subject::Here(at, row) => parts[at].rows(start, row),
            }
        })
    }

    /// All units by group and unit; those that are gone before those that are there.
    fn subjects(self) -> Vec<(usize, UnitIdx, Subject<'a>)> {
        let [now, was] = self.editions();
        let here = now.groups.iter().enumerate();
        let gone_groups = self.change.gone.iter().map(|(at, units)| (was.groups[*at].group.0, units));
        let gone_units = now.groups.iter().zip(&self.change.groups).map(|(group, part)| (group.group.0, &part.gone));
        let gone = gone_groups.chain(gone_units);
        let gone =
            gone.flat_map(|(group, units)| units.iter().map(move |unit| (group, unit.unit, Subject::Gone(unit))));
        let here = here.flat_map(|(at, group)| {
            let units = group.units.iter().enumerate();
            units.map(move |(row, &unit)| (group.group.0, unit, Subject::Here(at, row)))
        });
        let mut subjects: Vec<_> = gone.chain(here).collect();
        // Stable.
        subjects.sort_by_key(|(group, unit, _)| (*group, *unit));
        subjects
    }

    /// What stands before the criterion in the rows of a unit.
    fn start(self, group: usize, unit: UnitIdx) -> [&'a str; 4] {
        let [now, was] = self.editions();
        [&now.id, &was.id, &self.source.series.groups[group].id, self.source.unit_id(unit)]
    }

    fn why(self) -> Why<'a> {
        Why { series: self.source.series, words: self.source.words, language: LangIdx(0), before: self.change.before }
    }

    fn gone(self, start: [&'a str; 4], departure: &Departure) -> Vec<Value<'a>> {
        let mut line: Vec<Value<'a>> = start.map(Value::text).into();
        line.extend([Value::text("total"), Value::Empty, Value::Empty, Value::Empty, Value::text("gone")]);
        line.push(Value::text(self.why().gone(departure.why)));
        line
    }
}

/// A group that is compared with what it was.
struct ChangedGroup<'a> {
    change: &'a GroupChange,
    before: Option<(&'a EditionGroup, &'a GroupRanking)>,
    now: (&'a EditionGroup, &'a GroupRanking),
    why: Why<'a>,
    /// The reason for the verdict on each column, made once for all units.
    reasons: Vec<String>,
}

impl<'a> ChangedGroup<'a> {
    fn of(compared: ComparedEdition<'a>, at: usize) -> Self {
        let (source, why) = (compared.source, compared.why());
        let [now, was] = compared.editions();
        let ranked = |edition: EditionIdx, at: usize| &source.rankings.editions[edition.0].groups[at];
        let change = &compared.change.groups[at];
        Self {
            change,
            before: change.before.map(|at| (&was.groups[at], ranked(compared.change.before, at))),
            now: (&now.groups[at], ranked(compared.index, at)),
            why,
            reasons: change.columns.iter().map(|column| why.column(column.because)).collect(),
        }
    }

    /// The rows of a unit.
    fn rows(&self, start: [&'a str; 4], row: usize) -> Vec<Vec<Value<'a>>> {
        let scheme = &self.now.0.scheme;
        let record = |column: Column| {
            let mut line = Vec::with_capacity(10);
            line.extend(start.map(Value::text));
            line.push(Value::text(scheme.column_id(column)));
            line.extend(self.values(column, row));
            line
        };
        scheme.columns().map(record).collect()
    }

    /// The changes of a cell, the verdict and its reason.
    fn values(&self, column: Column, row: usize) -> [Value<'static>; 5] {
        let cell = self.change.cell(self.before, self.now, column, row);
        let is_nothing = cell.score.is_none() && cell.share.is_none() && cell.rank.is_none();
        let verdict = match cell.verdict {
            CellVerdict::Comparable => "comparable",
            CellVerdict::Share => "share",
            CellVerdict::Broken => "broken",
            CellVerdict::New => "new",
        };
        let reason = match cell.why {
            CellWhy::Column(_) => self.reasons[column].clone(),
            CellWhy::Unit(here) => self.why.here(here),
        };
        let lacks = || self.change.lacks(self.before, self.now, column, row);
        let reason = match cell.verdict {
            CellVerdict::Comparable | CellVerdict::Share => self.why.lacking(reason, lacks(), is_nothing),
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
}
