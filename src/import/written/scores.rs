//! scores/YEAR.yaml, a line a unit.

use std::collections::BTreeSet;

use super::cell;
use super::lines::{MapLine, comment, push_lines};
use super::spots::{Spots, WrittenFile};
use crate::import::ground::{Ground, TOTAL};
use crate::import::line::one_line;
use crate::import::reading::{CellUse, ColumnUse, Line, ScoreUse, TableReading};
use crate::import::table::CellAt;
use crate::model::State;
use crate::yaml::scalar;

/// What is to be known of an edition that is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WrittenEdition<'e> {
    /// Its id.
    pub(crate) id: &'e str,
    /// Its calendar year.
    pub(crate) year: i32,
    /// The value of `scheme`.
    pub(crate) scheme: &'e str,
    /// The name of the file that it comes from.
    pub(crate) source: &'e str,
    /// Whether its comments are in Vietnamese.
    pub(crate) is_vietnamese: bool,
    /// What the site knows; nothing where a new one is made.
    pub(crate) ground: Option<&'e Ground>,
}

/// What the sheet says otherwise than what is computed, and what somebody wants written as disputed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Disputes {
    /// Cells of the sheet.
    pub(crate) cells: BTreeSet<CellAt>,
    /// Whole columns: group and criterion, by ids.
    pub(crate) columns: BTreeSet<(String, String)>,
}

impl Disputes {
    /// Adds others; answers whether there was a new one among them.
    pub(crate) fn extend(&mut self, other: Self) -> bool {
        let n = self.cells.len() + self.columns.len();
        self.cells.extend(other.cells);
        self.columns.extend(other.columns);
        self.cells.len() + self.columns.len() > n
    }
}

/// The score file of a reading.
pub(crate) fn score_file(reading: &TableReading<'_>, edition: &WrittenEdition<'_>, disputes: &Disputes) -> WrittenFile {
    let mut text = Spots::default();
    text.push(&head(reading, edition));
    text.push(&format!("year: {}\nscheme: {}\nstatus: draft\nscores:\n", edition.year, edition.scheme));
    for (at, group) in reading.groups.iter().enumerate() {
        let own: Vec<&Line> = reading.lines.iter().filter(|line| line.group == at).collect();
        if own.is_empty() {
            continue;
        }
        text.push("  ");
        text.push_of(&group.id, group.at);
        text.push(":\n");
        let lines: Vec<MapLine> = own.iter().map(|line| map_line(reading, edition, at, line, disputes)).collect();
        push_lines(&mut text, "    ", &lines);
    }
    text.push(&disputed(edition, disputes));
    text.file(format!("content/scores/{}.yaml", edition.id))
}

/// Where the numbers come from.
fn head(reading: &TableReading<'_>, edition: &WrittenEdition<'_>) -> String {
    let names = reading.table.sheet_names();
    let sheet = match (edition.is_vietnamese, reading.table.sheets.len()) {
        (true, _) => format!("trang tính {names}"),
        (false, 1) => format!("sheet {names}"),
        (false, _) => format!("sheets {names}"),
    };
    let source = one_line(edition.source);
    let mut columns: Vec<String> = Vec::new();
    for (at, of) in reading.columns.iter().enumerate() {
        let letters = reading.table.columns[at].at;
        let place = if reading.table.is_transposed { (letters.row + 1).to_string() } else { letters.letters() };
        let word = if edition.is_vietnamese { "hạng của" } else { "ranks of" };
        match of {
            ColumnUse::Score(target, _) => columns.push(format!("{} {place}", reading.targets[*target].id)),
            ColumnUse::Rank(target, _) => columns.push(format!("{word} {} {place}", reading.targets[*target].id)),
            ColumnUse::Names | ColumnUse::Groups | ColumnUse::Left(_) | ColumnUse::Open => {}
        }
    }
    let columns = columns.join(", ");
    let words = match (edition.is_vietnamese, reading.table.is_transposed) {
        (false, false) => {
            format!("From {source}, {sheet}. Columns: {columns}. Each line ends with the cell of its name.")
        }
        (false, true) => {
            format!("From {source}, {sheet}. Rows: {columns}. Each line ends with the cell of its name.")
        }
        (true, false) => {
            format!("Lấy từ {source}, {sheet}. Cột: {columns}. Cuối mỗi dòng là ô chứa tên đơn vị.")
        }
        (true, true) => {
            format!("Lấy từ {source}, {sheet}. Dòng: {columns}. Cuối mỗi dòng là ô chứa tên đơn vị.")
        }
    };
    comment(&words)
}

fn map_line(
    reading: &TableReading<'_>,
    edition: &WrittenEdition<'_>,
    group: usize,
    line: &Line,
    disputes: &Disputes,
) -> MapLine {
    let nothing = CellUse { score: ScoreUse::State(State::Unpublished), score_at: None, rank: None, rank_at: None };
    let target = |id: &str| reading.targets.iter().position(|target| target.id == id);
    let is_filled = |cell: &CellUse| cell.rank.is_some() || !cell.score.is_empty();
    let part = |id: &str, is_needed: bool| {
        let cell = target(id).map(|at| &line.cells[at]);
        let cell = cell.filter(|cell| !is_needed || is_filled(cell)).or(is_needed.then_some(&nothing))?;
        let is_disputed = [cell.score_at, cell.rank_at].iter().flatten().any(|at| disputes.cells.contains(at));
        cell::written(id, cell, is_disputed.then_some(why_disputed(edition.is_vietnamese)))
    };
    let mut parts = Vec::new();
    let known = edition.ground.map(|ground| &ground.groups[group]);
    match known {
        Some(known) => {
            let order = edition.ground.iter().flat_map(|ground| &ground.criteria).map(|known| known.id.as_str());
            for id in order {
                let is_leaf = known.leaves.iter().any(|leaf| leaf == id);
                let is_there = is_leaf || known.parents.iter().any(|parent| parent == id);
                parts.push(if is_there || target(id).is_some_and(|at| is_filled(&line.cells[at])) {
                    part(id, is_leaf)
                } else {
                    None
                });
            }
            parts.push(part(TOTAL, false));
        }
        None => parts.extend(reading.targets.iter().map(|target| part(&target.id, true))),
    }
    let at = reading.all_rows[line.row].at;
    MapLine { id: line.unit.clone(), parts, at: Some((at, reading.table.address(at))) }
}

/// Why something is disputed, in the words of the tool: the sheet contradicts itself, and nobody knows more.
fn why_disputed(is_vietnamese: bool) -> &'static str {
    if is_vietnamese {
        "Bảng tính ghi khác với kết quả tính từ điểm."
    } else {
        "The sheet says otherwise than its scores."
    }
}

fn disputed(edition: &WrittenEdition<'_>, disputes: &Disputes) -> String {
    let why = scalar(why_disputed(edition.is_vietnamese));
    let line = |(group, id): &(String, String)| format!("  - {{ group: {group}, criterion: {id}, reason: {why} }}\n");
    let lines: String = disputes.columns.iter().map(line).collect();
    if lines.is_empty() { lines } else { format!("disputed:\n{lines}") }
}
