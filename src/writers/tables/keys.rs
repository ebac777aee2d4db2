//! Which columns of a table name its rows, and which lead to rows of other tables.

/// What identifies the rows of a kind of table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TableKeys {
    /// The columns that are different in every row, none of them empty; none: the table has no such columns.
    pub(crate) primary: &'static [&'static str],
    /// The columns that are different in every row, some of which may be empty.
    pub(crate) unique: &'static [&'static str],
    /// Columns that all stand in one row of another table, under the same names.
    pub(crate) foreign: &'static [ForeignKey],
}

/// Columns that lead to a row of another table of the same data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ForeignKey {
    /// The columns, which have the same names there.
    pub(crate) columns: &'static [&'static str],
    /// The other table.
    pub(crate) table: &'static str,
}

const UNIT: &[&str] = &["unit"];
const UNITS: &[&str] = &["edition", "group", "unit"];
const CRITERIA: &[&str] = &["edition", "group", "criterion"];
const CELLS: &[&str] = &["edition", "group", "unit", "criterion"];

const CORRECTIONS: &[&str] = &["edition", "correction"];

const TO_UNITS: ForeignKey = ForeignKey { columns: UNITS, table: "units" };
const TO_CRITERIA: ForeignKey = ForeignKey { columns: CRITERIA, table: "criteria" };

/// The keys of a kind of table. A unit or a criterion that `changes` names may have ended with the edition before, a
/// statement may name nobody; corrections are numbered, since a cell may be corrected twice in one day.
pub(crate) fn table_keys(kind: &str) -> TableKeys {
    let none = TableKeys { primary: &[], unique: &[], foreign: &[] };
    match kind {
        "scores" => TableKeys { primary: CELLS, foreign: &[TO_UNITS, TO_CRITERIA], ..none },
        "ranking" => TableKeys { primary: UNIT, foreign: &[ForeignKey { columns: UNIT, table: "units" }], ..none },
        "units" => TableKeys { primary: UNITS, ..none },
        "criteria" => TableKeys { primary: CRITERIA, ..none },
        "changes" => TableKeys { primary: CELLS, ..none },
        "corrections" => TableKeys { primary: CORRECTIONS, foreign: &[TO_UNITS, TO_CRITERIA], ..none },
        "statements" => TableKeys {
            unique: &["edition", "group", "criterion", "statement", "unit"],
            foreign: &[TO_CRITERIA],
            ..none
        },
        _ => none,
    }
}
