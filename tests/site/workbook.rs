//! Workbooks: every sheet holds what the CSV file of the same table holds, as numbers, days and texts.

use std::io::{Cursor, Read as _};

use calamine::{Data, Range, Reader as _, Xlsx};

use crate::common::{Files, Site, text};
use crate::corrections::corrected;
use crate::{example, small};

/// A workbook, open.
type Book = Xlsx<Cursor<Vec<u8>>>;

#[track_caller]
fn open(files: &Files, path: &str) -> Book {
    let bytes = files.get(path).unwrap_or_else(|| panic!("no file {path}"));
    Xlsx::new(Cursor::new(bytes.clone())).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The cells of a sheet.
#[track_caller]
fn cells(book: &mut Book, sheet: &str) -> Range<Data> {
    book.worksheet_range(sheet).unwrap_or_else(|error| panic!("{sheet}: {error}"))
}

/// The sheets that the cover lists, each with the file that holds the same.
fn listed(book: &mut Book) -> Vec<(String, String)> {
    let cover = book.sheet_names()[0].clone();
    let rows: Vec<Vec<String>> =
        cells(book, &cover).rows().map(|row| row.iter().map(Data::to_string).collect()).collect();
    let file = |row: &Vec<String>| row.iter().find(|cell| cell.ends_with(".csv")).cloned();
    rows.iter().filter_map(|row| Some((row[0].clone(), file(row)?))).collect()
}

/// The text of a part of the file.
#[track_caller]
fn part(files: &Files, path: &str, name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(files[path].clone())).expect("a ZIP file");
    let mut text = String::new();
    zip.by_name(name).expect(name).read_to_string(&mut text).expect("a text");
    text
}

/// A day as spreadsheets count it, by the example of ECMA-376 (part 1, 18.17.4.1): 1 January 1900 is 1.
fn day(serial: f64) -> String {
    let mut left = serial - 61.0;
    let (mut year, mut month) = (1900, 3);
    let leap = |year: i32| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    loop {
        let days = match month {
            2 => 28 + i32::from(leap(year)),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if left < f64::from(days) {
            return format!("{year:04}-{month:02}-{:02}", left + 1.0);
        }
        left -= f64::from(days);
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
}

/// Whether a cell holds what a field of CSV says; numbers that a double keeps are numbers.
fn is_same(cell: &Data, field: &str) -> bool {
    let digits = field.trim_start_matches('-').replace('.', "");
    let significant = digits.trim_matches('0').len();
    match cell {
        Data::Empty => field.is_empty(),
        Data::String(text) => text == field || format!("'{text}") == field,
        Data::Float(number) => significant <= 15 && field.parse() == Ok(*number),
        Data::DateTime(date) => day(date.as_f64()) == field,
        _ => false,
    }
}

/// Compares every sheet of every workbook of a site with its file; answers with how many cells there were.
#[track_caller]
fn compare(files: &Files) -> usize {
    let mut n_cells = 0;
    let books: Vec<&String> = files.keys().filter(|path| path.ends_with(".xlsx")).collect();
    assert!(books.len() >= 2, "{books:?}");
    for path in books {
        let folder = path.rsplit_once('/').expect("a folder").0;
        let mut book = open(files, path);
        let tables = listed(&mut book);
        assert_eq!(book.sheet_names().len(), tables.len() + 2, "{path}");
        let all = files
            .keys()
            .filter(|file| file.rsplit_once('/').is_some_and(|(of, name)| of == folder && name.ends_with(".csv")));
        assert_eq!(all.count(), tables.len(), "{path}");
        for (sheet, file) in tables {
            assert!(book.worksheet_formula(&sheet).expect("a sheet").is_empty(), "{path}: {sheet} has formulas");
            let cells = cells(&mut book, &sheet);
            let csv = text(files, &format!("{folder}/{file}"));
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
            let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
            assert_eq!(cells.height(), rows.len(), "{path}: {sheet}");
            for (at, row) in (0..).zip(&rows) {
                for (column, field) in (0..).zip(row) {
                    let cell = cells.get_value((at, column)).unwrap_or(&Data::Empty);
                    assert!(is_same(cell, field), "{path}: {sheet} {at} {column}: {cell:?}, not {field:?}");
                    n_cells += 1;
                }
            }
        }
    }
    n_cells
}

#[test]
fn each_sheet_holds_what_its_file_holds() {
    assert!(compare(example()) > 10_000);
    assert!(compare(corrected()) > 500);
    assert!(compare(small()) > 500);
}

#[test]
fn numbers_are_numbers_and_days_are_days() {
    let mut book = open(corrected(), "2023/data/2023.xlsx");
    let corrections = cells(&mut book, "Đính chính");
    let kinds: Vec<&Data> = corrections.rows().nth(3).expect("a row").iter().collect();
    assert!(matches!(kinds[1], Data::DateTime(date) if day(date.as_f64()) == "2024-06-10"), "{:?}", kinds[1]);
    assert_eq!(kinds[0], &Data::String("2023".to_owned()));
    assert_eq!([kinds[6], kinds[7]], [&Data::Float(7.0), &Data::Float(9.5)]);
    assert_eq!(kinds[9], &Data::String("=Cộng sai".to_owned()));
}

/// Texts that a spreadsheet could run or take apart, and numbers that it cannot hold.
const HOSTILE: &str = "//- content/units.yaml
groups:
  so: { name: { vi: \"Sở/Ban: [a] *?\", en: Departments } }
  ban: { name: { vi: \"SỞ-BAN- (A)\", en: Boards } }
units:
  so-y-te: { name: { vi: \"=1+1\", en: \"@x\" }, short: { vi: \"+84 29\" }, group: so }
  so-tu-phap: { name: { vi: \"<r><t>x & y</t></r>\", en: \"_x0041_ https://example.org/\" }, group: so }
  ban-a: { name: { vi: \"-1\", en: \"='a'!b\" }, short: { vi: \"0123\" }, group: ban }
//- content/schemes/thu.yaml
title: { vi: \"=Bộ\", en: Trial criteria }
criteria:
  - { id: ha-tang, name: { vi: \"=Hạ tầng\", en: Infrastructure }, max: 20 }
  - { id: nhan-luc, name: { vi: Nhân lực, en: Staff }, max: 10 }
//- content/scores/2024.yaml
year: 2024
scheme: thu
status: official
published: 2025-03-01
scores:
  so:
    so-y-te: { ha-tang: 18.50, nhan-luc: 9.123456789012345678 }
    so-tu-phap: { ha-tang: 1.5000000000000000000, nhan-luc: 0.12345678901234 }
  ban:
    ban-a: { ha-tang: 0.0, nhan-luc: 10 }
";

#[test]
fn no_text_is_run_and_no_digit_is_lost() {
    let files = Site::minimal_with(HOSTILE).build();
    assert!(compare(&files) > 100);
    let mut book = open(&files, "2024/data/2024.xlsx");
    assert_eq!(book.sheet_names()[3..5], ["Sở-Ban- (a)", "SỞ-BAN- (A) (2)"]);
    let units = cells(&mut book, "Đơn vị");
    let names =
        |column: u32| (1..4).filter_map(|row| units.get_value((row, column)).map(Data::to_string)).collect::<Vec<_>>();
    assert_eq!(names(5), ["=1+1", "<r><t>x & y</t></r>", "-1"]);
    assert_eq!(names(6), ["@x", "_x0041_ https://example.org/", "='a'!b"]);
    let scores = cells(&mut book, "Điểm");
    let found: Vec<&Data> = (1..4).filter_map(|row| scores.get_value((row, 6))).collect();
    assert_eq!(found[0], &Data::Float(18.5));
    assert_eq!(found[1], &Data::String("9.123456789012345678".to_owned()));
    assert_eq!(found[2], &Data::Float(27.623_456_789_012));
}

#[test]
fn the_file_is_of_the_day_of_the_data() {
    let core = part(example(), "2018/data/2018.xlsx", "docProps/core.xml");
    assert!(core.contains("<dcterms:created xsi:type=\"dcterms:W3CDTF\">2019-05-04T00:00:00Z<"), "{core}");
    assert!(core.contains("<dc:creator>Ủy ban nhân dân tỉnh Yên Bái<"), "{core}");
    let scores = part(example(), "2018/data/2018.xlsx", "xl/worksheets/sheet3.xml");
    assert!(scores.contains("state=\"frozen\"") && scores.contains("<autoFilter ref=\"A1:U157\"/>"));
    // 20.50 is shown as 20.50.
    let styles = part(corrected(), "2023/data/2023.xlsx", "xl/styles.xml");
    assert!(styles.contains("formatCode=\"0.0\""), "{styles}");
}
