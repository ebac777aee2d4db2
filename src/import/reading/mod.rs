//! What is taken of a table, and as what: columns, rows, and each cell; with the questions that are open.
//!
//! It is made anew after each answer, from the table, the answers and what the site knows, and holds nothing else.

mod cells;
mod columns;
mod group_column;
mod keys;
mod kinds;
mod rows;
mod sheet;

pub(crate) use kinds::{
    CellUse, ColumnUse, GroupTarget, LeftColumn, LeftRow, Line, RankUse, RowUse, ScoreUse, TableReading, TargetColumn,
    WantedTable,
};

use super::answers::Answers;
use super::table::FoundTable;
use columns::ColumnsRead;
use keys::{column_keys, row_keys};
use rows::RowsRead;

/// Reads a table with the answers that are there.
pub(crate) fn read<'t>(table: &'t FoundTable, answers: &Answers, wanted: &WantedTable<'_>) -> TableReading<'t> {
    let all_rows = rows::all(table);
    let (column_keys, row_keys) = (column_keys(table), row_keys(&all_rows));
    let mut questions = sheet::questions(table, answers);
    let ColumnsRead { uses: mut columns, targets, questions: of_columns } =
        columns::read(table, &column_keys, answers, wanted);
    questions.extend(of_columns);
    let RowsRead { uses: rows, groups, group_column, questions: of_rows } =
        rows::read(table, &all_rows, &row_keys, &column_keys, answers, wanted);
    if let Some(of) = group_column.and_then(|at| columns.get_mut(at)) {
        *of = ColumnUse::Groups;
    }
    questions.extend(of_rows);
    let lines = Vec::new();
    let mut reading = TableReading { table, column_keys, columns, targets, all_rows, rows, groups, lines, questions };
    let (lines, of_cells) = cells::read(&reading, answers, wanted);
    reading.lines = lines;
    reading.questions.extend(of_cells);
    reading
}
