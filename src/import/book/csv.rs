//! Tables in a text: a sign between cells, quotes around those that hold it.

use super::encoding::decoded;
use super::grid::{CellGrid, CellsLeft, GridCell};
use super::unreadable::Unreadable;
use crate::import::table::{CellAt, WorkbookKind};

/// Signs that stand between cells.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// How many lines are looked at to find the sign.
const LOOKED_AT: usize = 200;

/// The one sheet of a text.
pub(super) fn csv(bytes: &[u8], name: &str) -> Result<(WorkbookKind, CellGrid), Unreadable> {
    let (text, encoding) = decoded(bytes);
    let is_odd = |c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1a}');
    if text.contains(is_odd) {
        return Err(Unreadable::NotAWorkbook { seems: "binary" });
    }
    let told = text.strip_prefix("sep=").and_then(|rest| rest.chars().next());
    let delimiter = told.filter(|sign| DELIMITERS.contains(sign)).unwrap_or_else(|| delimiter(&text));
    let (mut grid, mut left) = (CellGrid { name: name.to_owned(), ..CellGrid::default() }, CellsLeft::default());
    for (row, record) in Records::of(&text, delimiter).enumerate() {
        if row == 0 && told.is_some() && text.starts_with("sep=") {
            continue;
        }
        for (column, field) in record.into_iter().enumerate() {
            let of = |position: usize| u32::try_from(position).unwrap_or(u32::MAX);
            grid.put(CellAt::new(of(row), of(column)), GridCell::text(field), &mut left)?;
        }
    }
    Ok((WorkbookKind::Csv { encoding, delimiter }, grid))
}

/// The sign by which most lines have the same number of cells, two at least.
fn delimiter(text: &str) -> char {
    let evenness = |sign: char| {
        let mut widths: Vec<usize> = Records::of(text, sign).take(LOOKED_AT).map(|record| record.len()).collect();
        widths.retain(|width| *width > 1);
        widths.sort_unstable();
        let runs = widths.chunk_by(|a, b| a == b);
        runs.map(|run| (run.len(), run[0])).max().unwrap_or_default()
    };
    DELIMITERS.into_iter().rev().max_by_key(|sign| evenness(*sign)).unwrap_or(',')
}

/// The records of a text, a blank line one with an empty cell, so that a record is a row.
struct Records<'t> {
    rest: std::iter::Peekable<std::str::Chars<'t>>,
    delimiter: char,
}

impl<'t> Records<'t> {
    fn of(text: &'t str, delimiter: char) -> Self {
        Self { rest: text.chars().peekable(), delimiter }
    }
}

impl Iterator for Records<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        self.rest.peek()?;
        let (mut record, mut field, mut quoted) = (Vec::new(), String::new(), false);
        let mut is_first = true;
        while let Some(c) = self.rest.next() {
            match c {
                '"' if quoted && self.rest.peek() == Some(&'"') => {
                    self.rest.next();
                    field.push('"');
                }
                '"' if quoted => quoted = false,
                '"' if is_first => quoted = true,
                c if quoted => field.push(c),
                c if c == self.delimiter => {
                    record.push(std::mem::take(&mut field));
                    is_first = true;
                    continue;
                }
                '\n' => break,
                '\r' => {
                    self.rest.next_if_eq(&'\n');
                    break;
                }
                c => field.push(c),
            }
            is_first = false;
        }
        record.push(field);
        Some(record)
    }
}

#[cfg(test)]
mod tests {
    use super::csv;
    use crate::import::table::WorkbookKind;

    #[track_caller]
    fn case(text: &str, sign: char, cells: &str) {
        let (kind, grid) = csv(text.as_bytes(), "x").unwrap();
        let found: Vec<String> = grid.cells.iter().map(|(at, cell)| format!("{at}={}", cell.stored)).collect();
        assert_eq!(found.join(" | "), cells);
        assert_eq!(kind, WorkbookKind::Csv { encoding: "UTF-8", delimiter: sign });
    }

    #[test]
    fn cells_are_parted_by_the_sign_that_makes_lines_even() {
        case("a,b\n1,2\n", ',', "A1=a | B1=b | A2=1 | B2=2");
        case("a;b\n1,5;2,5\n3,5;4,5\n", ';', "A1=a | B1=b | A2=1,5 | B2=2,5 | A3=3,5 | B3=4,5");
        case("Tên\tĐiểm\r\nA, B\t2\r\n", '\t', "A1=Tên | B1=Điểm | A2=A, B | B2=2");
        case("Bảng 1\n\na,b\n", ',', "A1=Bảng 1 | A3=a | B3=b");
        case("a,\"b \"\"c\"\"\nd\"\n1,\"1,365\"", ',', "A1=a | B1=b \"c\"\nd | A2=1 | B2=1,365");
        case("sep=;\na;b\n", ';', "A2=a | B2=b");
        case("a|b\n1|2", '|', "A1=a | B1=b | A2=1 | B2=2");
    }
}
