//! What a workbook says of tables that a spreadsheet cannot hold.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};

use super::{Book, within};
use crate::diagnostics::Faults;
use crate::model::LangIdx;
use crate::report::model::Report;
use crate::report::order::ReportOrder;
use crate::report::tests::examined;
use crate::say::alphabet::alphabet;
use crate::say::voice::Voice;
use crate::site::words_of;
use crate::tree::Tree;
use crate::writers::table::Table;
use crate::writers::tables::{DataOf, TABLES, TableSource};
use crate::writers::workbook::xlsx::Limits;
use crate::writers::written::TableShape;

const SITE: &str = "format: 1\ntitle: T\npublisher: { name: P }\nlanguages: [vi, en]\n";

const UNITS: &str =
    "groups: { g: { name: Nhóm } }\nunits:\n  a: { name: Sở A, group: g }\n  b: { name: Sở B, group: g }\n";

const SCHEME: &str = "title: S\ncriteria: [{ id: p, name: P, max: 60 }, { id: q, name: Q, max: 40 }]\n";

const SCORES: &str = "scores: { g: { a: { p: 50, q: 40 }, b: { p: 10, q: 20 } } }\n";

/// The sheets of the workbook of all editions within some limits, and what its cover says of each table, in English.
fn case(limits: Limits) -> (Vec<String>, Vec<String>) {
    let examined = examined(SITE, UNITS, SCHEME, SCORES);
    let report = Report::of(&examined.series, &examined.rankings);
    let languages = [("vi", LangIdx(0)), ("en", LangIdx(1))].map(|(tag, language)| {
        let words = words_of(tag, report.series, &Tree::default(), 0, &mut Faults::default()).expect("its words");
        let order = ReportOrder::of(&report, alphabet(&report, &words, language));
        (words, order, language)
    });
    let voices: Vec<Voice<'_>> = languages
        .iter()
        .map(|(words, order, language)| Voice { report: &report, order, words, language: *language })
        .collect();
    let source = TableSource { series: report.series, rankings: report.rankings, words: &languages[0].0 };
    let tables: Vec<_> = TABLES.iter().flat_map(|kind| kind(source)).collect();
    let shapes: Vec<_> = tables.iter().map(|made| shape((made.table)())).collect();
    let addresses = vec![None, None];
    let book = Book { voices: &voices, of: DataOf::Series, tables: &tables, shapes: &shapes, addresses };
    let bytes = within(&book, limits).expect("a workbook");
    assert_eq!(bytes, within(&book, limits).expect("a workbook"), "the same bytes");
    let mut found = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let cover = found.worksheet_range("Bìa").expect("a cover");
    let is_table = |row: &&[Data]| row.last().is_some_and(|last| !matches!(last, Data::Empty | Data::String(_)));
    let said = cover.rows().filter(is_table).map(|row| row[2].to_string());
    (found.sheet_names(), said.collect())
}

/// What a table holds.
fn shape(table: Table<'_>) -> TableShape {
    let mut shape = TableShape::new(table.fields);
    table.rows.for_each(|row| shape.add(&row));
    shape
}

#[test]
fn a_table_that_does_not_fit_is_left_out_with_a_word() {
    let (sheets, said) = case(Limits::EXCEL);
    assert_eq!(sheets, ["Bìa", "Ghi chú", "Điểm", "Đơn vị", "Tiêu chí"]);
    assert_eq!(said, ["Scores of all editions", "List of units of all editions", "Criteria of all editions"]);
    // Six scores and the head are seven rows.
    let (sheets, said) = case(Limits { rows: 6, ..Limits::EXCEL });
    assert_eq!(sheets, ["Bìa", "Ghi chú", "Đơn vị", "Tiêu chí"]);
    let expected = "Scores of all editions. Left out here, because it has more rows or columns, or a longer text, than a \
                    spreadsheet can hold; scores.csv has all of it";
    assert_eq!(said[0], expected);
    assert_eq!(case(Limits { rows: 7, ..Limits::EXCEL }).0.len(), 5);
    assert_eq!(case(Limits { columns: 20, ..Limits::EXCEL }).0, ["Bìa", "Ghi chú", "Đơn vị", "Tiêu chí"]);
    assert_eq!(case(Limits { letters: 3, ..Limits::EXCEL }).0, ["Bìa", "Ghi chú"]);
}
