//! A table as a sheet: how wide its columns are, what stays in sight, and how each value stands in its cell.

use std::borrow::Cow;

use crate::writers::table::{Field, FieldKind, Table, Value};
use crate::writers::workbook::width::width;
use crate::writers::workbook::xlsx::{CellLook, Limits, SheetCell, SheetFrame, SheetValue};

/// The widest column, in digits; longer texts stand in lines.
const WIDEST: usize = 60;

/// The narrowest column.
const NARROWEST: usize = 6;

/// How much wider than its text a column is, and how much more the button of a filter takes.
const ROOM: usize = 2;
const BUTTON: usize = 2;

/// How wide the columns that stay in sight may be together, so that a small screen has room for others.
const FROZEN: usize = 110;

/// The columns that say whose row it is.
const OF_ROW: [&str; 3] = ["unit", "unit_name", "criterion"];

/// Whether a spreadsheet can hold a table.
pub(super) fn fits(table: &Table<'_>, limits: Limits) -> bool {
    let is_short = |value: &Value<'_>| match value {
        // No text has more units of UTF-16 than bytes of UTF-8.
        Value::Text(text) => text.len() <= limits.letters || text.encode_utf16().count() <= limits.letters,
        Value::Number(_) | Value::Rank(_) | Value::Date(_) | Value::Empty => true,
    };
    table.rows.len() < limits.rows && table.fields.len() <= limits.columns && table.rows.iter().flatten().all(is_short)
}

/// How wide the columns of a table are and which of them stay in sight, its head too.
pub(super) fn frame(table: &Table<'_>) -> SheetFrame {
    // Bold letters are a tenth wider.
    let head = |field: &Field| (width(&field.name) * 11).div_ceil(10) + ROOM + BUTTON;
    let mut widths: Vec<usize> = table.fields.iter().map(head).collect();
    for row in &table.rows {
        for (widest, value) in widths.iter_mut().zip(row) {
            *widest = (*widest).max(width_of(value) + ROOM);
        }
    }
    let widths: Vec<u16> =
        widths.iter().filter_map(|&width| u16::try_from(width.clamp(NARROWEST, WIDEST)).ok()).collect();
    let frozen = (1, frozen(&table.fields, &widths));
    SheetFrame { widths, frozen, is_table: true }
}

/// How many columns stay in sight: up to the last that says whose row it is, as far as there is room.
fn frozen(fields: &[Field], widths: &[u16]) -> u16 {
    let mut taken = 0;
    let mut fits = |width: &u16| {
        taken += usize::from(*width);
        taken <= FROZEN
    };
    let in_sight = widths.iter().take_while(|width| fits(width)).zip(fields);
    let of_row = (1..).zip(in_sight).filter(|(_, (_, field))| OF_ROW.contains(&&*field.name));
    of_row.map(|(count, _)| count).last().unwrap_or(0)
}

/// The rows of a table, its head first.
pub(super) fn rows<'t>(table: &'t Table<'_>) -> impl Iterator<Item = Box<dyn Iterator<Item = SheetCell<'t>> + 't>> {
    let head = table.fields.iter().map(|field| (CellLook::Head, SheetValue::Text(Cow::Borrowed(&*field.name))));
    let head: Box<dyn Iterator<Item = SheetCell<'t>>> = Box::new(head);
    let row = |row: &'t Vec<Value<'_>>| -> Box<dyn Iterator<Item = SheetCell<'t>> + 't> {
        Box::new(table.fields.iter().zip(row).map(|(field, value)| cell(field, value)))
    };
    std::iter::once(head).chain(table.rows.iter().map(row))
}

/// A value in its cell.
fn cell<'t>(field: &Field, value: &'t Value<'_>) -> SheetCell<'t> {
    match value {
        Value::Text(text) => {
            let look = match field.kind {
                FieldKind::Number => CellLook::Right,
                FieldKind::Text | FieldKind::Date if width(text) + ROOM > WIDEST || text.contains('\n') => {
                    CellLook::Long
                }
                FieldKind::Text | FieldKind::Date => CellLook::Plain,
            };
            (look, SheetValue::Text(Cow::Borrowed(text)))
        }
        Value::Number(_) | Value::Rank(_) => (CellLook::Plain, SheetValue::Number(value.plain())),
        Value::Date(day) => (CellLook::Plain, SheetValue::Day(*day)),
        Value::Empty => (CellLook::Plain, SheetValue::Empty),
    }
}

/// How wide a value is, in digits.
fn width_of(value: &Value<'_>) -> usize {
    match value {
        Value::Text(text) => width(text),
        value => value.plain().len(),
    }
}

#[cfg(test)]
mod tests {
    use super::{fits, frame};
    use crate::writers::table::{Field, Table, Value};
    use crate::writers::workbook::xlsx::Limits;

    fn table(rows: &[[&'static str; 2]]) -> Table<'static> {
        let rows = rows.iter().map(|row| row.map(Value::text).to_vec()).collect();
        Table { fields: vec![Field::text("unit"), Field::text("unit_name")], rows }
    }

    #[test]
    fn what_a_spreadsheet_cannot_hold_does_not_fit() {
        let case =
            |rows, columns, letters| fits(&table(&[["a", "Ủy ban"], ["b", "🏆"]]), Limits { rows, columns, letters });
        assert!(case(3, 2, 6));
        assert!(!case(2, 2, 6), "two rows and the head");
        assert!(!case(3, 1, 6), "two columns");
        assert!(!case(3, 2, 5), "a text of six letters");
    }

    #[test]
    fn columns_are_as_wide_as_their_contents() {
        let long =
            frame(&table(&[["a", "Ủy ban nhân dân thành phố và các cơ quan trực thuộc Ủy ban nhân dân thành phố"]]));
        assert_eq!(long.widths, [8, 60]);
        assert_eq!(long.frozen, (1, 2));
    }

    #[test]
    fn columns_that_are_too_wide_together_do_not_all_stay_in_sight() {
        let wide = "m".repeat(60);
        let table = Table {
            fields: vec![Field::text("unit"), Field::text("unit_name"), Field::text("criterion")],
            rows: vec![vec![Value::text("b"), Value::text(wide.clone()), Value::text(wide)]],
        };
        assert_eq!(frame(&table).frozen, (1, 2));
    }
}
