//! OpenDocument: cells with what is stored and what is shown, both of which the file writes.

use std::collections::BTreeSet;

use super::grid::{CellGrid, CellsLeft, GridCell, GridKind, Merged};
use super::number::{number, uncomputed};
use super::pack::Pack;
use super::texts::raised;
use super::unreadable::Unreadable;
use super::xml::{Element, Step, Steps};
use crate::import::table::CellAt;

const CONTENT: &str = "content.xml";
const MANIFEST: &str = "META-INF/manifest.xml";

/// The sheets of a workbook.
pub(super) fn ods(pack: &mut Pack<'_>) -> Result<Vec<CellGrid>, Unreadable> {
    if pack.text(MANIFEST)?.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(Unreadable::Locked);
    }
    let text = pack.text(CONTENT)?.ok_or_else(|| Unreadable::broken(CONTENT, "is not there"))?;
    let mut reader = OdsReader::new(&text);
    reader.read()?;
    Ok(reader.grids)
}

struct OdsReader<'x> {
    steps: Steps<'x>,
    grids: Vec<CellGrid>,
    left: CellsLeft,
    /// Styles of sheets that are not shown.
    hidden: BTreeSet<String>,
    /// Styles of texts above the line.
    raised: BTreeSet<String>,
    style: String,
    /// Where the next cell stands.
    next: CellAt,
    /// How many times the row stands there, and its cells.
    repeats: u32,
    row: Vec<(CellAt, GridCell)>,
}

impl<'x> OdsReader<'x> {
    fn new(text: &'x str) -> Self {
        Self {
            steps: Steps::of(CONTENT, text),
            grids: Vec::new(),
            left: CellsLeft::default(),
            hidden: BTreeSet::new(),
            raised: BTreeSet::new(),
            style: String::new(),
            next: CellAt::default(),
            repeats: 1,
            row: Vec::new(),
        }
    }

    fn read(&mut self) -> Result<(), Unreadable> {
        while let Some(step) = self.steps.step()? {
            match step {
                Step::Start(element) => self.begin(&element)?,
                Step::End(name) if name == "table-row" => self.end_row()?,
                Step::End(_) | Step::Text(_) => {}
            }
        }
        Ok(())
    }

    fn begin(&mut self, element: &Element<'_>) -> Result<(), Unreadable> {
        let repeats = |name: &str| element.number(name).unwrap_or(1).max(1);
        let is_not_shown = element.attribute("visibility").is_some_and(|value| value != "visible");
        match element.name.as_str() {
            "style" => self.style = element.attribute("name").unwrap_or_default(),
            "table-properties" if element.attribute("display").is_some_and(|value| value == "false") => {
                self.hidden.insert(self.style.clone());
            }
            "text-properties" if element.attribute("text-position").is_some_and(|value| is_above(&value)) => {
                self.raised.insert(self.style.clone());
            }
            "table" => {
                let style = element.attribute("style-name").unwrap_or_default();
                let name = element.attribute("name").unwrap_or_default();
                self.grids.push(CellGrid { name, is_hidden: self.hidden.contains(&style), ..CellGrid::default() });
                self.next = CellAt::default();
            }
            "table-column" => {
                let last = self.next.column.saturating_add(repeats("number-columns-repeated") - 1);
                if let Some(grid) = self.grids.last_mut()
                    && is_not_shown
                {
                    grid.hide_columns(self.next.column, last);
                }
                self.next.column = last.saturating_add(1);
            }
            "table-row" => {
                self.repeats = repeats("number-rows-repeated");
                self.next.column = 0;
                let last = self.next.row.saturating_add(self.repeats - 1);
                if let Some(grid) = self.grids.last_mut()
                    && is_not_shown
                {
                    grid.hide_rows(self.next.row, last);
                }
            }
            "table-cell" | "covered-table-cell" => self.cell(element, repeats("number-columns-repeated"))?,
            _ => {}
        }
        Ok(())
    }

    /// Reads a cell up to its end, as many times as it stands there.
    fn cell(&mut self, element: &Element<'_>, repeats: u32) -> Result<(), Unreadable> {
        let shown = self.text(&element.name)?;
        let spans =
            ["number-rows-spanned", "number-columns-spanned"].map(|name| element.number(name).unwrap_or(1).max(1));
        if spans != [1, 1]
            && let Some(grid) = self.grids.last_mut()
        {
            let [row, column] = [(self.next.row, spans[0]), (self.next.column, spans[1])];
            let last = CellAt::new(row.0.saturating_add(row.1 - 1), column.0.saturating_add(column.1 - 1));
            grid.merged.push(Merged { first: self.next, last });
        }
        let cell = read(element, shown);
        let first = self.next.column;
        self.next.column = first.saturating_add(repeats);
        if !cell.stored.is_empty() {
            for column in first..self.next.column {
                if self.row.len() > usize::from(u16::MAX) {
                    return Err(Unreadable::TooManyCells);
                }
                self.row.push((CellAt::new(self.next.row, column), cell.clone()));
            }
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Unreadable> {
        let row = std::mem::take(&mut self.row);
        if let Some(grid) = self.grids.last_mut()
            && !row.is_empty()
        {
            for row_at in self.next.row..self.next.row.saturating_add(self.repeats) {
                for (at, cell) in &row {
                    grid.put(CellAt { row: row_at, ..*at }, cell.clone(), &mut self.left)?;
                }
            }
        }
        self.next = CellAt::new(self.next.row.saturating_add(self.repeats), 0);
        Ok(())
    }

    /// The text that a cell shows, its paragraphs in lines of their own; what is noted beside the cell is not shown in it.
    fn text(&mut self, until: &str) -> Result<String, Unreadable> {
        let (mut text, mut n_paragraphs, mut depth, mut spans) = (String::new(), 0_usize, 0_usize, Vec::new());
        let mut note = 0_usize;
        while let Some(step) = self.steps.step()? {
            match step {
                Step::Start(element) => match element.name.as_str() {
                    "annotation" => note += 1,
                    "p" if note == 0 => {
                        text.push_str(if n_paragraphs > 0 { "\n" } else { "" });
                        n_paragraphs += 1;
                        depth += 1;
                    }
                    "s" if note == 0 => {
                        let n_spaces = element.number("c").unwrap_or(1).min(100);
                        text.extend((0..n_spaces).map(|_| ' '));
                    }
                    "tab" | "line-break" if note == 0 => text.push(' '),
                    "span" => spans.push(element.attribute("style-name").is_some_and(|s| self.raised.contains(&s))),
                    _ => {}
                },
                Step::End(name) => match name.as_str() {
                    "annotation" => note = note.saturating_sub(1),
                    "p" if note == 0 => depth = depth.saturating_sub(1),
                    "span" => drop(spans.pop()),
                    name if name == until => break,
                    _ => {}
                },
                Step::Text(piece) if depth > 0 && note == 0 => match spans.contains(&true) {
                    true => text.extend(piece.chars().map(raised)),
                    false => text.push_str(&piece),
                },
                Step::Text(_) => {}
            }
        }
        Ok(text)
    }
}

fn is_above(position: &str) -> bool {
    let start = position.split_whitespace().next().unwrap_or_default();
    start == "super" || start.trim_end_matches('%').parse::<i32>().is_ok_and(|percent| percent > 0)
}

fn read(element: &Element<'_>, shown: String) -> GridCell {
    let is_formula = element.attribute("formula").is_some();
    let kind = element.attribute("value-type").unwrap_or_default();
    let text = GridCell { is_formula, ..GridCell::text(shown.clone()) };
    let other = |value: Option<String>| GridCell {
        kind: GridKind::Other,
        stored: value.unwrap_or_else(|| shown.clone()),
        ..text.clone()
    };
    match kind.as_str() {
        "" if is_formula && shown.is_empty() => uncomputed(&element.attribute("formula").unwrap_or_default()),
        "float" | "percentage" | "currency" => {
            let written = element.attribute("value").unwrap_or_default();
            let cell = number(&written, "General");
            GridCell { shown: Some(shown.clone()).filter(|shown| !shown.is_empty()), is_formula, ..cell }
        }
        "date" => other(element.attribute("date-value")),
        "time" => other(element.attribute("time-value")),
        "boolean" => other(None),
        // What a formula could not compute is shown as its error, and stored as a text or as zero.
        _ if shown.starts_with("#N/A") || shown.starts_with("#REF!") || shown.starts_with("#DIV/0!") => other(None),
        _ => text,
    }
}
