//! Which table of a workbook is imported.

use super::answers::{AnswerSection, Answers};
use super::layout::choices;
use super::line::one_line;
use super::question::{AnswerChoice, ImportQuestion, said};
use super::table::{DoubtKind, FoundTable, Workbook, WorkbookSheet};
use crate::words::fold;

/// The key under which the choice is kept.
const KEY: &str = "table";

/// What is to be imported.
#[derive(Debug)]
pub(crate) enum Chosen<'t> {
    /// That table.
    Table(&'t FoundTable),
    /// Somebody has to say.
    Ask(Box<ImportQuestion>),
    /// No sheet has that name; those that there are.
    NoSheet(Vec<String>),
    /// No table ranks units.
    NoTable,
}

/// The table of a workbook: in the sheet that is named, as it was answered, or the only one that can be meant.
pub(crate) fn choose<'t>(workbook: &'t Workbook, sheet: Option<&str>, year: i32, answers: &Answers) -> Chosen<'t> {
    let (tables, is_clear) = match sheet {
        Some(name) => match named(workbook, name) {
            none if none.is_empty() => {
                return Chosen::NoSheet(workbook.sheets.iter().map(|sheet| sheet.name.clone()).collect());
            }
            sheets => (sheets.into_iter().flat_map(|sheet| &sheet.tables).collect(), false),
        },
        None => likely(workbook, year),
    };
    let tables: Vec<&FoundTable> = tables.into_iter().filter(|table| is_ranking(table)).collect();
    let answer = answers.of(AnswerSection::Sheet, KEY);
    let answered = || tables.iter().copied().find(|table| answer == Some(key(table).as_str()));
    match tables.as_slice() {
        [] => Chosen::NoTable,
        [only] => Chosen::Table(only),
        all => match answered().or(all.first().copied().filter(|_| is_clear)) {
            Some(table) => Chosen::Table(table),
            None => Chosen::Ask(Box::new(question(all))),
        },
    }
}

/// The tables that are not hidden, the likeliest first, and whether that is the only one that can be meant.
fn likely(workbook: &Workbook, year: i32) -> (Vec<&FoundTable>, bool) {
    let (all, is_clear) = choices(workbook, year);
    let tables = all.into_iter().filter_map(|choice| {
        let sheet = workbook.sheets.get(choice.sheet).filter(|sheet| !sheet.is_hidden)?;
        sheet.tables.get(choice.table)
    });
    (tables.collect(), is_clear)
}

/// The sheets of a name, as it is written, or without case and marks.
fn named<'t>(workbook: &'t Workbook, name: &str) -> Vec<&'t WorkbookSheet> {
    let exact: Vec<&WorkbookSheet> = workbook.sheets.iter().filter(|sheet| sheet.name == name).collect();
    let like = || workbook.sheets.iter().filter(|sheet| fold(&sheet.name) == fold(name)).collect();
    if exact.is_empty() { like() } else { exact }
}

fn is_ranking(table: &FoundTable) -> bool {
    table.name.is_some() && table.doubts.iter().all(|doubt| doubt.kind != DoubtKind::NoRanking)
}

/// What a table is known by: its sheet, and where its first heading stands.
fn key(table: &FoundTable) -> String {
    let at = table.columns.first().map(|column| column.at).unwrap_or_default();
    format!("{}!{at}", one_line(&table.sheet))
}

fn question(tables: &[&FoundTable]) -> ImportQuestion {
    let choice = |table: &&FoundTable| {
        let (at, rows, columns) = (key(table), table.rows.len(), table.columns.len());
        let title = table.title.first().map(|title| format!(": {}", one_line(title))).unwrap_or_default();
        let [units, wide] = [(rows, "unit"), (columns, "column")]
            .map(|(n, noun)| format!("{n} {noun}{}", if n == 1 { "" } else { "s" }));
        let english = format!("{at}, {units}, {wide}{title}");
        AnswerChoice::new(at.clone(), said(english, format!("{at}, {rows} đơn vị, {columns} cột{title}")))
    };
    let asked = said("which table is imported?", "nhập bảng nào?");
    ImportQuestion::new(AnswerSection::Sheet, KEY, asked, tables.iter().map(choice).collect())
}
