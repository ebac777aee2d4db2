//! Which table of a workbook is imported: one of a sheet, or the one that several sheets make.

use super::answers::{AnswerSection, Answers};
use super::layout::choices;
use super::line::one_line;
use super::question::{AnswerChoice, ImportQuestion, Said, said};
use super::table::{FoundTable, Workbook};
use super::together::SheetsTogether;

/// The key under which the choice is kept.
const KEY: &str = "table";

/// The answer that several sheets are one table.
const TOGETHER: &str = "together";

/// What is to be imported.
#[derive(Debug)]
pub(crate) enum Chosen<'t> {
    /// That table.
    Table(&'t FoundTable),
    /// Somebody has to say.
    Ask(Box<ImportQuestion>),
    /// No sheet has that name; it, and those that there are.
    NoSheet(String, Vec<String>),
    /// The sheets that were named cannot be one table; why.
    Unlike(Said),
    /// No table ranks units.
    NoTable,
}

/// The table of a workbook: in the sheets that are named, as it was answered, or the only one that can be meant.
pub(crate) fn choose<'t>(
    workbook: &'t Workbook,
    sheets: &[String],
    together: &'t SheetsTogether,
    year: i32,
    answers: &Answers,
) -> Chosen<'t> {
    if let Some(name) = sheets.iter().find(|name| workbook.named(name).is_empty()) {
        return Chosen::NoSheet(name.clone(), workbook.sheets.iter().map(|sheet| sheet.name.clone()).collect());
    }
    let (tables, is_clear) = match (sheets, together) {
        (_, SheetsTogether::Unlike(why)) => return Chosen::Unlike(why.clone()),
        ([], _) => likely(workbook, year),
        ([name], _) => (workbook.named(name).into_iter().flat_map(|sheet| &sheet.tables).collect(), false),
        (_, SheetsTogether::Surely(table) | SheetsTogether::Perhaps(table)) => return Chosen::Table(table),
        (_, SheetsTogether::Apart) => (Vec::new(), false),
    };
    let tables: Vec<&FoundTable> = tables.into_iter().filter(|table| table.is_ranking()).collect();
    let answer = answers.of(AnswerSection::Sheet, KEY);
    let answered = tables.iter().copied().find(|table| answer == Some(key(table).as_str()));
    match (tables.as_slice(), together) {
        ([], _) => Chosen::NoTable,
        ([only], _) => Chosen::Table(only),
        (all, together) => match (answered, together) {
            (Some(table), _) => Chosen::Table(table),
            (None, SheetsTogether::Surely(table)) => Chosen::Table(table),
            (None, SheetsTogether::Perhaps(table)) if answer == Some(TOGETHER) => Chosen::Table(table),
            (None, SheetsTogether::Perhaps(table)) => Chosen::Ask(Box::new(question(all, Some(table)))),
            (None, _) if is_clear => Chosen::Table(all[0]),
            (None, _) => Chosen::Ask(Box::new(question(all, None))),
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

/// What a table is known by: its sheet, and where its first heading stands.
fn key(table: &FoundTable) -> String {
    table.begin()
}

fn question(tables: &[&FoundTable], together: Option<&FoundTable>) -> ImportQuestion {
    let choice = |table: &&FoundTable| {
        let (at, rows, columns) = (key(table), table.rows.len(), table.columns.len());
        let title = table.title.first().map(|title| format!(": {}", one_line(title))).unwrap_or_default();
        let [units, wide] = [(rows, "unit"), (columns, "column")]
            .map(|(n, noun)| format!("{n} {noun}{}", if n == 1 { "" } else { "s" }));
        let english = format!("{at}, {units}, {wide}{title}");
        AnswerChoice::new(at.clone(), said(english, format!("{at}, {rows} đơn vị, {columns} cột{title}")))
    };
    let all = together.map(|table| {
        let names = table.sheet_names();
        let english = format!("{names}: together, each sheet a group");
        AnswerChoice::new(TOGETHER, said(english, format!("{names}: nhập chung, mỗi trang tính là một nhóm")))
    });
    let asked = said("which table is imported?", "nhập bảng nào?");
    ImportQuestion::new(AnswerSection::Sheet, KEY, asked, tables.iter().map(choice).chain(all).collect())
}
