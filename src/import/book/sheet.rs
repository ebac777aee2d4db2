//! A sheet of an Office Open XML workbook: its cells, what of it is hidden, and what was made one.
//!
//! What a sheet says of its own size is not read: programs write nonsense there, as `1:5568`.

use super::grid::{CellGrid, CellsLeft, GridCell, Merged};
use super::number::{number, other, uncomputed};
use super::styles::CellStyle;
use super::texts::rich_text;
use super::unreadable::Unreadable;
use super::xml::{Element, Step, Steps};
use crate::import::table::CellAt;

/// What the sheets of a workbook share.
pub(super) struct SheetShared {
    /// Styles of cells.
    pub(super) styles: Vec<CellStyle>,
    /// Texts of cells.
    pub(super) texts: Vec<String>,
}

/// Reads a sheet.
pub(super) fn sheet(
    part: &str,
    text: &str,
    shared: &SheetShared,
    grid: &mut CellGrid,
    left: &mut CellsLeft,
) -> Result<(), Unreadable> {
    let mut steps = Steps::of(part, text);
    let mut next = CellAt::default();
    while let Some(step) = steps.step()? {
        let Step::Start(element) = step else {
            if let Step::End(name) = step
                && name == "row"
            {
                next = CellAt::new(next.row.saturating_add(1), 0);
            }
            continue;
        };
        match element.name.as_str() {
            "col" if element.says("hidden") => {
                let [first, last] = ["min", "max"].map(|end| element.number(end).unwrap_or(1).max(1) - 1);
                grid.hide_columns(first, last);
            }
            "row" => {
                next.row = element.number("r").map_or(next.row, |row| row.max(1) - 1);
                if element.says("hidden") {
                    grid.hide_rows(next.row, next.row);
                }
            }
            "c" => {
                let at = element.attribute("r").and_then(|at| address(&at)).unwrap_or(next);
                let read = cell(&element, &mut steps, shared)?;
                grid.put(at, read, left)?;
                next.column = at.column.saturating_add(1);
            }
            "mergeCell" => grid.merged.extend(element.attribute("ref").and_then(|area| merged(&area))),
            _ => {}
        }
    }
    Ok(())
}

/// `C12`, also with dollars.
fn address(text: &str) -> Option<CellAt> {
    let text = text.replace('$', "");
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = text.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter.to_ascii_uppercase();
        letter.is_ascii_uppercase().then_some(())?;
        column.checked_mul(26)?.checked_add(u32::from(letter - b'A') + 1)
    })?;
    Some(CellAt::new(row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

fn merged(area: &str) -> Option<Merged> {
    let (first, last) = area.split_once(':')?;
    Some(Merged { first: address(first)?, last: address(last)? })
}

/// A cell, up to its end.
fn cell(element: &Element<'_>, steps: &mut Steps<'_>, shared: &SheetShared) -> Result<GridCell, Unreadable> {
    let kind = element.attribute("t").unwrap_or_default();
    let style = element.number("s").unwrap_or_default() as usize;
    let (mut value, mut inline, mut formula, mut in_value, mut in_formula) = (String::new(), None, None, false, false);
    while let Some(step) = steps.step()? {
        match step {
            Step::Start(element) => match element.name.as_str() {
                "v" => in_value = true,
                "f" => {
                    in_formula = true;
                    formula = Some("=".to_owned());
                }
                "is" => inline = Some(rich_text(steps, "is")?),
                _ => {}
            },
            Step::End(name) if name == "c" => break,
            Step::End(name) => {
                in_value &= name != "v";
                in_formula &= name != "f";
            }
            Step::Text(text) if in_value => value.push_str(&text),
            Step::Text(text) if in_formula => formula.iter_mut().for_each(|formula| formula.push_str(&text)),
            Step::Text(_) => {}
        }
    }
    let style = shared.styles.get(style);
    let read = match kind.as_str() {
        "" | "n" | "e" | "b" if value.trim().is_empty() && formula.is_some() => {
            uncomputed(formula.as_deref().unwrap_or_default())
        }
        "s" => GridCell::text(
            value.trim().parse().ok().and_then(|i: usize| shared.texts.get(i)).cloned().unwrap_or_default(),
        ),
        "inlineStr" => GridCell::text(inline.unwrap_or(value)),
        "str" => GridCell::text(value),
        "b" => other(if value.trim() == "1" { "TRUE" } else { "FALSE" }),
        "e" | "d" => other(value.trim()),
        _ => number(value.trim(), style.map_or("General", |style| style.code.as_str())),
    };
    let is_formula = formula.is_some();
    Ok(GridCell { is_formula, indent: style.map_or(0, |style| style.indent), ..read })
}

#[cfg(test)]
mod tests {
    use super::{SheetShared, sheet};
    use crate::import::book::{CellGrid, GridKind};

    #[test]
    fn a_formula_without_a_value_is_no_empty_cell() {
        let case = |cell: &str, kind: GridKind, stored: &str| {
            let text = format!("<worksheet><sheetData><row r=\"1\">{cell}</row></sheetData></worksheet>");
            let shared = SheetShared { styles: Vec::new(), texts: Vec::new() };
            let (mut grid, mut left) = (CellGrid::default(), Default::default());
            sheet("a", &text, &shared, &mut grid, &mut left).unwrap();
            let found = grid.cells.values().map(|cell| (cell.kind, cell.stored.as_str())).collect::<Vec<_>>();
            assert_eq!(found, [(kind, stored)], "{cell}");
        };
        case("<c r=\"A1\"><f>B1+C1</f><v></v></c>", GridKind::Uncomputed, "=B1+C1");
        case("<c r=\"A1\" t=\"n\"><f>B1+C1</f></c>", GridKind::Uncomputed, "=B1+C1");
        case("<c r=\"A1\"><f t=\"shared\" si=\"0\"/></c>", GridKind::Uncomputed, "=");
        case("<c r=\"A1\"><f>B1+C1</f><v>3</v></c>", GridKind::Number, "3");
        case("<c r=\"A1\" t=\"str\"><f>B1</f><v>x</v></c>", GridKind::Text, "x");
    }
}
