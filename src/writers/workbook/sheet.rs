//! A table as a sheet: how wide its columns are, what stays in sight, and how each value stands in its cell.

use std::borrow::Cow;

use crate::model::digits;
use crate::writers::table::{Field, Value};
use crate::writers::width::{is_wider, width};
use crate::writers::workbook::xlsx::{CellLook, Limits, SheetCell, SheetFrame, SheetValue};
use crate::writers::written::TableShape;

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
pub(super) fn fits(table: &TableShape, limits: Limits) -> bool {
    table.rows < limits.rows && table.fields.len() <= limits.columns && table.longest <= limits.letters
}

/// How wide the columns of a table are and which of them stay in sight, its head too.
pub(super) fn frame(table: &TableShape) -> SheetFrame {
    // Bold letters are a tenth wider.
    let head = |field: &Field| (width(&field.name) * 11).div_ceil(10) + ROOM + BUTTON;
    let widths = table.fields.iter().zip(&table.widest).map(|(field, widest)| head(field).max(widest + ROOM));
    let widths: Vec<u16> = widths.filter_map(|width| u16::try_from(width.clamp(NARROWEST, WIDEST)).ok()).collect();
    let frozen = (1, frozen(&table.fields, &widths));
    SheetFrame { widths, decimals: table.decimals.clone(), frozen, is_table: true }
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

/// The cells of the head of a table.
pub(super) fn head(table: &TableShape) -> impl Iterator<Item = SheetCell<'_>> {
    table.fields.iter().map(|field| (CellLook::Head, SheetValue::Text(Cow::Borrowed(&*field.name))))
}

/// The cells of a row of a table.
pub(super) fn cells<'t>(table: &'t TableShape, row: &'t [Value<'_>]) -> impl Iterator<Item = SheetCell<'t>> {
    table.fields.iter().zip(row).map(|(field, value)| cell(field, value))
}

/// A value in its cell.
fn cell<'t>(field: &Field, value: &'t Value<'_>) -> SheetCell<'t> {
    match value {
        Value::Text(text) => {
            let look = match field.is_numeric {
                true => CellLook::Right,
                false if is_wider(text, WIDEST - ROOM) || text.contains('\n') => CellLook::Long,
                false => CellLook::Plain,
            };
            (look, SheetValue::Text(Cow::Borrowed(text)))
        }
        Value::Number(number) => (CellLook::Plain, SheetValue::Number(digits::of(*number).into())),
        Value::Rank(rank) => (CellLook::Plain, SheetValue::Number(rank.to_string().into())),
        Value::Date(day) => (CellLook::Plain, SheetValue::Day(*day)),
        Value::Empty => (CellLook::Plain, SheetValue::Empty),
    }
}

#[cfg(test)]
mod tests {
    use super::{fits, frame};
    use crate::writers::table::{Field, Value};
    use crate::writers::workbook::xlsx::Limits;
    use crate::writers::written::TableShape;

    fn table<const N: usize>(fields: [&'static str; N], rows: &[[&str; N]]) -> TableShape {
        let mut shape = TableShape::new(fields.map(Field::text).to_vec());
        rows.iter().for_each(|row| shape.add(&row.map(Value::text)));
        shape
    }

    const OF_UNIT: [&str; 2] = ["unit", "unit_name"];

    #[test]
    fn what_a_spreadsheet_cannot_hold_does_not_fit() {
        let shape = table(OF_UNIT, &[["a", "Ủy ban"], ["b", "🏆"]]);
        let case = |rows, columns, letters| fits(&shape, Limits { rows, columns, letters });
        assert!(case(3, 2, 6));
        assert!(!case(2, 2, 6), "two rows and the head");
        assert!(!case(3, 1, 6), "two columns");
        assert!(!case(3, 2, 5), "a text of six letters");
    }

    #[test]
    fn columns_are_as_wide_as_their_contents() {
        let long = "Ủy ban nhân dân thành phố và các cơ quan trực thuộc Ủy ban nhân dân thành phố";
        let long = frame(&table(OF_UNIT, &[["a", long]]));
        assert_eq!(long.widths, [8, 60]);
        assert_eq!(long.frozen, (1, 2));
    }

    #[test]
    fn columns_that_are_too_wide_together_do_not_all_stay_in_sight() {
        let wide = "m".repeat(60);
        let table = table(["unit", "unit_name", "criterion"], &[["b", &wide, &wide]]);
        assert_eq!(frame(&table).frozen, (1, 2));
    }
}
