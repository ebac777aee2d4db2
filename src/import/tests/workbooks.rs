//! Small workbooks, one a trap: formats, formulas, what is hidden, what was made one cell.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use super::print::understood;

/// A sheet of a workbook that is written here, and what is understood of it.
#[track_caller]
fn sheet(write: impl Fn(&mut Worksheet), expected: &str) {
    let mut workbook = Workbook::new();
    write(workbook.add_worksheet());
    understood(&workbook.save_to_buffer().unwrap(), "bang.xlsx", expected);
}

/// Texts and numbers in rows; numbers are what reads as one.
fn rows(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (r, row) in (0..).zip(rows) {
        for (c, text) in (0..).zip(*row) {
            match text.parse::<f64>() {
                Ok(number) => drop(sheet.write(r, c, number).unwrap()),
                Err(_) if text.is_empty() => {}
                Err(_) => drop(sheet.write(r, c, *text).unwrap()),
            }
        }
    }
}

#[test]
fn what_is_stored_and_what_is_shown_are_kept_apart() {
    sheet(
        |sheet| {
            rows(sheet, &[&["Đơn vị", "Điểm", "Tỷ lệ (%)"]]);
            let (two, percent) = (Format::new().set_num_format("0.00"), Format::new().set_num_format("0%"));
            for (row, name) in (1..).zip(["Sở A", "Sở B"]) {
                sheet.write(row, 0, name).unwrap();
            }
            sheet.write_with_format(1, 1, 63.65373229980469, &two).unwrap();
            sheet.write_with_format(2, 1, 42.2000007629395, &two).unwrap();
            sheet.write_with_format(1, 2, 0.1875, &percent).unwrap();
            sheet.write_with_format(2, 2, 0.5, &percent).unwrap();
        },
        r#"
        = Sheet1
        header: 1
        A Units: Đơn vị
        B Total: Điểm
        C Criterion: Tỷ lệ, in %
        A2 Sở A: 63.65373229980469 shown 63.65 | 0.1875 shown 19%
        A3 Sở B: 42.2000007629395 shown 42.20 | 0.5 shown 50%
        ? StoredOrShown { column: 1 } B2 B3 of 2
        ? Percent { column: 2 } C2 C3 of 2
        ? StoredOrShown { column: 2 } C2 of 1
        "#,
    );
}

#[test]
fn cells_that_were_made_one_stand_for_all_of_them() {
    sheet(
        |sheet| {
            let plain = Format::new();
            sheet.merge_range(0, 0, 1, 0, "Khối", &plain).unwrap();
            sheet.merge_range(0, 1, 1, 1, "Đơn vị", &plain).unwrap();
            sheet.merge_range(0, 2, 0, 3, "Hạ tầng", &plain).unwrap();
            sheet.merge_range(0, 4, 0, 5, "Nhân lực", &plain).unwrap();
            for (column, text) in (2..).zip(["Điểm", "Hạng", "Điểm", "Hạng"]) {
                sheet.write(1, column, text).unwrap();
            }
            sheet.merge_range(2, 0, 3, 0, "Sở", &plain).unwrap();
            let values =
                [("Sở A", [9.5, 2.0, 8.0, 1.0]), ("Sở B", [9.75, 1.0, 7.0, 2.0]), ("Xã C", [8.5, 3.0, 6.0, 3.0])];
            for (row, (name, numbers)) in (2..).zip(values) {
                sheet.write(row, 1, name).unwrap();
                for (column, number) in (2..).zip(numbers) {
                    sheet.write(row, column, number).unwrap();
                }
            }
            sheet.write(4, 0, "Xã").unwrap();
        },
        r#"
        = Sheet1
        header: 1 2
        A Group: Khối
        B Units: Đơn vị
        C Criterion: Hạ tầng / Điểm
        D Rank of 2: Hạ tầng / Hạng
        E Criterion: Nhân lực / Điểm
        F Rank of 4: Nhân lực / Hạng
        B3 Sở A: Sở | 9.5 | #2 | 8 | #1
        B4 Sở B: Sở | 9.75 | #1 | 7 | #2
        B5 Xã C: Xã | 8.5 | #3 | 6 | #3
        "#,
    );
}

#[test]
fn a_number_that_stands_in_several_rows_is_told() {
    sheet(
        |sheet| {
            rows(
                sheet,
                &[&["Đơn vị", "Hạ tầng", "Dịch vụ"], &["Sở A", "9", "5"], &["Sở B", "", "4"], &["Sở C", "7", "3"]],
            );
            sheet.merge_range(1, 1, 2, 1, "", &Format::new()).unwrap();
            sheet.write(1, 1, 9).unwrap();
        },
        r#"
        = Sheet1
        header: 1
        A Units: Đơn vị
        B Criterion: Hạ tầng
        C Criterion: Dịch vụ
        A2 Sở A: 9 | 5
        A3 Sở B: 9 of B2 | 4
        A4 Sở C: 7 | 3
        "#,
    );
}

#[test]
fn hidden_rows_and_columns_are_told() {
    sheet(
        |sheet| {
            rows(
                sheet,
                &[&["Đơn vị", "Năm trước", "Điểm"], &["Sở A", "1", "9.5"], &["Sở B", "2", "8.5"], &["Sở C", "3", "7"]],
            );
            sheet.set_row_hidden(2).unwrap();
            sheet.set_column_hidden(1).unwrap();
        },
        r#"
        = Sheet1
        header: 1
        A Units: Đơn vị
        B Criterion?: Năm trước, hidden
        C Total: Điểm
        A2 Sở A: 1 | 9.5
        A3 Sở B, hidden: 2 | 8.5
        A4 Sở C: 3 | 7
        ? HiddenRows { rows: [1] } A3 of 1
        ? RoleOf { column: 1 } B1 of 1
        "#,
    );
}

#[test]
fn a_box_that_shows_a_unit_again_is_passed_over() {
    sheet(
        |sheet| {
            let table: [&[&str]; 8] = [
                &["Province", "Score"],
                &["An Giang", "63.5"],
                &["Ha Noi", "65.25"],
                &["Hue", "61"],
                &["Da Nang", "67.5"],
                &["Yen Bai", "62.75"],
                &["Lao Cai", "64"],
                &["Kon Tum", "60.5"],
            ];
            rows(sheet, &table);
            sheet.write(9, 0, "Ha Noi").unwrap();
            sheet.write(9, 1, Formula::new("=B3").set_result("65.25")).unwrap();
            rows_at(sheet, 10, &[["Min", "60.5"], ["Median", "63.5"]]);
        },
        r#"
        = Sheet1
        header: 1
        A Units: Province
        B Total: Score
        A2 An Giang: 63.5
        A3 Ha Noi: 65.25
        A4 Hue: 61
        A5 Da Nang: 67.5
        A6 Yen Bai: 62.75
        A7 Lao Cai: 64
        A8 Kon Tum: 60.5
        - A10 LookUp: Ha Noi
        - A11 Statistic: Min
        - A12 Statistic: Median
        ? RepeatedUnit { rows: [1], passed: [0] } A3 A10 of 2
        "#,
    );
}

/// Rows from a row on.
fn rows_at(sheet: &mut Worksheet, from: u32, rows: &[[&str; 2]; 2]) {
    for (row, [name, number]) in (from..).zip(rows) {
        sheet.write(row, 0, *name).unwrap();
        sheet.write(row, 1, number.parse::<f64>().unwrap()).unwrap();
    }
}

#[test]
fn dates_errors_and_truths_are_signs() {
    sheet(
        |sheet| {
            rows(sheet, &[&["Đơn vị", "Điểm"], &["Sở A", "9.5"], &["Sở B", "9"], &["Sở C"], &["Sở D"], &["Sở E", "8"]]);
            let date = ExcelDateTime::from_ymd(2018, 3, 5).unwrap();
            sheet.write_with_format(3, 1, &date, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
            sheet.write(4, 1, true).unwrap();
        },
        r#"
        = Sheet1
        header: 1
        A Units: Đơn vị
        B Total: Điểm
        A2 Sở A: 9.5
        A3 Sở B: 9
        A4 Sở C: mark 43164
        A5 Sở D: mark TRUE
        A6 Sở E: 8
        ? WithoutValues { rows: [2, 3] } A4 A5 of 2
        ? Sign { sign: "43164", columns: [1] } B4 of 1
        ? Sign { sign: "TRUE", columns: [1] } B5 of 1
        "#,
    );
}

#[test]
fn what_stands_above_the_line_is_a_footnote_and_no_digit() {
    sheet(
        |sheet| {
            let raised = Format::new().set_font_script(rust_xlsxwriter::FormatScript::Superscript);
            let plain = Format::new();
            sheet.write_rich_string(0, 1, &[(&plain, "Hạng"), (&raised, "1")]).unwrap();
            sheet.write_rich_string(1, 0, &[(&plain, "Sở A"), (&raised, "2")]).unwrap();
            rows(sheet, &[&["Đơn vị", "", "Điểm"], &["", "1", "9.5"], &["Sở B", "2", "9"], &["Sở C", "3", "8"]]);
        },
        r#"
        = Sheet1
        header: 1
        A Units: Đơn vị
        B Rank of 2: Hạng
        C Total: Điểm
        A2 Sở A, note ²: #1 | 9.5
        A3 Sở B: #2 | 9
        A4 Sở C: #3 | 8
        "#,
    );
}

#[test]
fn the_sheet_of_the_year_comes_first_and_hidden_ones_last() {
    use crate::import::layout::choices;
    let mut workbook = Workbook::new();
    for (name, is_hidden) in [("Điểm 2018", false), ("2017", true), ("Điểm 2019", false)] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        rows(sheet, &[&["Đơn vị", "Điểm"], &["Sở A", "9.5"], &["Sở B", "9"]]);
        sheet.set_hidden(is_hidden);
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let found = crate::import::tables(&bytes, "bang.xlsx").unwrap();
    let order = |year: i32| {
        let (all, is_clear) = choices(&found, year);
        (all.iter().map(|choice| found.sheets[choice.sheet].name.as_str()).collect::<Vec<_>>(), is_clear)
    };
    assert_eq!(order(2018), (vec!["Điểm 2018", "Điểm 2019", "2017"], true));
    assert_eq!(order(2019), (vec!["Điểm 2019", "Điểm 2018", "2017"], true));
    assert_eq!(order(2020), (vec!["Điểm 2018", "Điểm 2019", "2017"], false));
}
