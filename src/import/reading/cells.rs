//! What each cell says: a number with the digits that are wanted, or the word for why there is none.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::kinds::{CellUse, ColumnUse, Line, RankUse, RowUse, ScoreUse, TableReading, WantedTable};
use crate::import::answers::{AnswerSection, Answers};
use crate::import::line::one_line;
use crate::import::question::{AnswerChoice, ImportQuestion, said};
use crate::import::signs;
use crate::import::table::{CellAt, DoubtKind, FoundTable, TableCell, TableValue};
use crate::model::State;

/// What an empty cell says: a value that is not known.
const UNKNOWN: ScoreUse = ScoreUse::State(State::Unpublished);

/// What is open about the cells, in the order in which it was met.
#[derive(Default)]
struct OpenCells {
    questions: Vec<ImportQuestion>,
    /// Where each sign stands.
    signs: BTreeMap<String, Vec<CellAt>>,
    /// Formulas without a value.
    uncomputed: Vec<CellAt>,
    /// Cells that were made one with others, and do not hold the value themselves.
    merged: Vec<CellAt>,
}

/// The units with their cells, and what has to be asked before all are known.
pub(super) fn read(
    reading: &TableReading<'_>,
    answers: &Answers,
    wanted: &WantedTable<'_>,
) -> (Vec<Line>, Vec<ImportQuestion>) {
    let mut open = OpenCells::default();
    let scores: Vec<(usize, usize)> =
        columns(reading, |of| if let ColumnUse::Score(at, _) = of { Some(at) } else { None });
    let ranks: Vec<(usize, usize)> =
        columns(reading, |of| if let ColumnUse::Rank(at, _) = of { Some(at) } else { None });
    for (column, _) in &scores {
        digits(reading, *column, answers, wanted, &mut open);
    }
    let mut lines = Vec::new();
    for (row, of) in reading.rows.iter().enumerate() {
        let RowUse::Unit(unit, group, _) = of else { continue };
        let nothing = CellUse { score: ScoreUse::Nothing, score_at: None, rank: None, rank_at: None };
        let mut cells = vec![nothing; reading.targets.len()];
        for (column, target) in &scores {
            let cell = &reading.all_rows[row].cells[*column];
            let settings = ColumnSettings::of(&reading.column_keys[*column], answers, wanted);
            cells[*target].score = score(cell, &settings, answers, &mut open);
            cells[*target].score_at = Some(cell.at);
        }
        for (column, target) in &ranks {
            let cell = &reading.all_rows[row].cells[*column];
            cells[*target].rank = if is_known(cell, answers, &mut open) { rank(&cell.value) } else { None };
            cells[*target].rank_at = cells[*target].rank.is_some().then_some(cell.at);
        }
        lines.push(Line { row, unit: unit.clone(), group: *group, cells });
    }
    let table = reading.table;
    let merged = Some(&open.merged).filter(|at| !at.is_empty()).map(|at| what_merged(at.len(), &table.addresses(at)));
    let uncomputed =
        Some(&open.uncomputed).filter(|at| !at.is_empty()).map(|at| what_formulas(at.len(), &table.addresses(at)));
    open.questions.extend(merged.into_iter().chain(uncomputed));
    let signs = open.signs.into_iter().map(|(sign, at)| what_sign(&sign, at.len(), &table.addresses(&at)));
    open.questions.extend(signs);
    (lines, open.questions)
}

/// The columns of a kind, each with the target that it fills.
fn columns(reading: &TableReading<'_>, target: impl Fn(ColumnUse) -> Option<usize>) -> Vec<(usize, usize)> {
    reading.columns.iter().enumerate().filter_map(|(at, of)| Some((at, target(*of)?))).collect()
}

/// How the numbers of a column are taken.
struct ColumnSettings<'a> {
    values: Option<&'a str>,
    percent: Option<&'a str>,
    separator: Option<&'a str>,
}

impl<'a> ColumnSettings<'a> {
    fn of(key: &str, answers: &'a Answers, wanted: &WantedTable<'a>) -> Self {
        Self {
            values: answers
                .of(AnswerSection::Values, key)
                .or(wanted.values)
                .or_else(|| answers.get(AnswerSection::Values, key)),
            percent: answers.get(AnswerSection::Percent, key),
            separator: answers.get(AnswerSection::Separators, key),
        }
    }
}

/// Asks which digits of a column are taken, where that makes a difference.
fn digits(
    reading: &TableReading<'_>,
    column: usize,
    answers: &Answers,
    wanted: &WantedTable<'_>,
    open: &mut OpenCells,
) {
    let key = &reading.column_keys[column];
    let settings = ColumnSettings::of(key, answers, wanted);
    let rows = reading.rows.iter().zip(&reading.all_rows).filter(|(of, _)| !matches!(of, RowUse::Left(_)));
    let cells: Vec<&TableCell> = rows.map(|(_, row)| &row.cells[column]).collect();
    let first = |is: &dyn Fn(&TableValue) -> bool| cells.iter().find(|cell| is(&cell.value)).copied();
    if let Some(cell) = first(&|value| differs(value)).filter(|_| settings.values.is_none()) {
        open.questions.push(stored_or_shown(key, reading.table, cell));
    } else if settings.values.is_none()
        && reading.table.doubts.iter().any(|doubt| doubt.kind == DoubtKind::ShownUnknown { column })
        && let Some(cell) = first(&|value| matches!(value, TableValue::Number { .. }))
    {
        open.questions.push(only_stored(key, reading.table, cell));
    }
    let is_percent = |value: &TableValue| matches!(value, TableValue::Number { is_percent: true, .. });
    if let Some(cell) = first(&is_percent).filter(|_| settings.percent.is_none()) {
        open.questions.push(percent(key, reading.table, cell));
    }
    let is_either = |value: &TableValue| matches!(value, TableValue::Either { .. });
    if let Some(cell) = first(&is_either).filter(|_| settings.separator.is_none()) {
        open.questions.push(separator(key, reading.table, cell));
    }
}

/// Whether what is shown is another number than what is stored.
fn differs(value: &TableValue) -> bool {
    match value {
        TableValue::Number { stored, shown: Some(shown), is_percent } => points(*stored, *is_percent) != Some(*shown),
        _ => false,
    }
}

/// A stored number in the scale in which it is shown.
fn points(stored: Decimal, is_percent: bool) -> Option<Decimal> {
    if is_percent { stored.checked_mul(Decimal::ONE_HUNDRED) } else { Some(stored) }
}

/// A score with the digits that are wanted; what is open is noted, and the cell is then not known.
fn score(cell: &TableCell, settings: &ColumnSettings<'_>, answers: &Answers, open: &mut OpenCells) -> ScoreUse {
    if !is_known(cell, answers, open) {
        return UNKNOWN;
    }
    match &cell.value {
        TableValue::Empty | TableValue::Uncomputed => UNKNOWN,
        TableValue::Number { stored, shown, is_percent } => {
            number(*stored, *shown, *is_percent, settings).map_or(UNKNOWN, ScoreUse::Number)
        }
        TableValue::Either { whole, fraction } => match settings.separator {
            Some("thousands") => ScoreUse::Number(*whole),
            Some(_) => ScoreUse::Number(*fraction),
            None => UNKNOWN,
        },
        TableValue::Bounds { low, high } => ScoreUse::Bounds(low.map(|(low, _)| low), high.map(|(high, _)| high)),
        TableValue::Rank { .. } | TableValue::Mark(_) | TableValue::Text(_) => sign(cell, answers, open),
    }
}

/// Whether a cell holds a value of its own, or one that somebody wants for all cells that were made one; what is open is
/// noted.
fn is_known(cell: &TableCell, answers: &Answers, open: &mut OpenCells) -> bool {
    if cell.merged_with.is_some() {
        match answers.of(AnswerSection::Sheet, MERGED) {
            Some("each") => {}
            Some("first") => return false,
            _ => {
                open.merged.push(cell.at);
                return false;
            }
        }
    }
    if cell.value == TableValue::Uncomputed && answers.of(AnswerSection::Sheet, FORMULAS) != Some("unknown") {
        open.uncomputed.push(cell.at);
    }
    cell.value != TableValue::Uncomputed
}

/// The keys under which it is kept what merged cells and formulas without a value mean.
const MERGED: &str = "merged cells";
const FORMULAS: &str = "formulas without values";

fn what_merged(n: usize, cells: &str) -> ImportQuestion {
    let noun = if n == 1 { "cell was" } else { "cells were" };
    let asked = said(
        format!("{n} {noun} made one with others ({cells}): does the value stand for each of them?"),
        format!("{n} ô đã gộp với ô khác ({cells}): giá trị có tính cho từng ô không?"),
    );
    let each = AnswerChoice::new("each", said("yes, for each of them", "có, tính cho từng ô"));
    let first = AnswerChoice::new(
        "first",
        said(
            "no, for the first of them; the others are not known",
            "không, chỉ tính cho ô đầu; các ô sau là chưa biết",
        ),
    );
    ImportQuestion::new(AnswerSection::Sheet, MERGED, asked, vec![each, first])
}

fn what_formulas(n: usize, cells: &str) -> ImportQuestion {
    let noun = if n == 1 { "formula has" } else { "formulas have" };
    let asked = said(
        format!(
            "{n} {noun} no stored value ({cells}): open the file in a spreadsheet program and save it, or are these values \
             not known?"
        ),
        format!(
            "{n} công thức không lưu kết quả ({cells}): hãy mở tệp bằng phần mềm bảng tính rồi lưu lại; hay các giá trị này \
             là chưa biết?"
        ),
    );
    let unknown = AnswerChoice::new("unknown", said("they are not known", "chưa biết"));
    ImportQuestion::new(AnswerSection::Sheet, FORMULAS, asked, vec![unknown])
}

fn number(stored: Decimal, shown: Option<Decimal>, is_percent: bool, settings: &ColumnSettings<'_>) -> Option<Decimal> {
    let is_shown = settings.values == Some("shown");
    match (settings.percent.filter(|_| is_percent), shown.filter(|_| is_shown)) {
        (Some("points"), Some(shown)) => Some(shown),
        (Some("points"), None) => stored.checked_mul(Decimal::ONE_HUNDRED).map(|points| points.normalize()),
        (Some(_), Some(shown)) => shown.checked_div(Decimal::ONE_HUNDRED),
        (Some(_), None) => Some(stored),
        (None, _) if is_percent => None,
        (None, Some(shown)) => Some(shown),
        (None, None) => Some(stored),
    }
}

/// What stands in a cell that is no number, by the answer about its sign.
fn sign(cell: &TableCell, answers: &Answers, open: &mut OpenCells) -> ScoreUse {
    let sign = one_line(&cell.stored);
    match answers.of(AnswerSection::Signs, &sign) {
        Some(signs::ZERO) => ScoreUse::Number(Decimal::ZERO),
        Some(word) => signs::state(word).map_or(UNKNOWN, ScoreUse::State),
        None => {
            open.signs.entry(sign).or_default().push(cell.at);
            UNKNOWN
        }
    }
}

fn rank(value: &TableValue) -> Option<RankUse> {
    match value {
        TableValue::Rank { from, to: Some(to), .. } if from == to => Some(RankUse::One(Decimal::from(*from))),
        TableValue::Rank { from, to: Some(to), .. } => Some(RankUse::Band(*from, *to)),
        TableValue::Number { stored, is_percent: false, .. } => {
            let is_whole_or_half = (*stored * Decimal::TWO).is_integer() && *stored >= Decimal::ONE;
            is_whole_or_half.then(|| RankUse::One(stored.normalize()))
        }
        _ => None,
    }
}

fn what_sign(sign: &str, n: usize, cells: &str) -> ImportQuestion {
    let noun = if n == 1 { "cell" } else { "cells" };
    let asked = said(
        format!("what does `{sign}` mean in {n} {noun} ({cells})?"),
        format!("`{sign}` ở {n} ô ({cells}) nghĩa là gì?"),
    );
    let choices = signs::meanings().into_iter().map(|(word, said)| AnswerChoice::new(word, said)).collect();
    ImportQuestion::new(AnswerSection::Signs, sign, asked, choices)
}

fn stored_or_shown(key: &str, table: &FoundTable, cell: &TableCell) -> ImportQuestion {
    let (at, stored) = (table.address(cell.at), one_line(&cell.stored));
    let shown = one_line(cell.shown.as_deref().unwrap_or_default());
    let asked = said(
        format!("column `{key}`: {at} stores {stored} and shows {shown}; which digits are the score?"),
        format!("cột `{key}`: {at} lưu {stored} nhưng hiện {shown}; lấy số nào làm điểm?"),
    );
    let all = |value: &str, said| AnswerChoice { is_for_all: true, ..AnswerChoice::new(value, said) };
    let choices = vec![
        AnswerChoice::new("stored", said("those that are stored", "số được lưu")),
        AnswerChoice::new("shown", said("those that are shown", "số hiện ra")),
        all("stored", said("those that are stored, in all such columns", "số được lưu, với mọi cột như vậy")),
        all("shown", said("those that are shown, in all such columns", "số hiện ra, với mọi cột như vậy")),
    ];
    ImportQuestion::new(AnswerSection::Values, key, asked, choices)
}

fn only_stored(key: &str, table: &FoundTable, cell: &TableCell) -> ImportQuestion {
    let (at, stored) = (table.address(cell.at), one_line(&cell.stored));
    let asked = said(
        format!(
            "column `{key}`: {at} stores {stored}, and what is shown cannot be known; are the stored digits taken?"
        ),
        format!("cột `{key}`: {at} lưu {stored}, không rõ số hiện ra; có lấy số được lưu không?"),
    );
    let choice = AnswerChoice::new("stored", said("yes, those that are stored", "có, lấy số được lưu"));
    ImportQuestion::new(AnswerSection::Values, key, asked, vec![choice])
}

fn percent(key: &str, table: &FoundTable, cell: &TableCell) -> ImportQuestion {
    let (at, shown) = (table.address(cell.at), one_line(cell.shown.as_deref().unwrap_or("%")));
    let asked = said(
        format!("column `{key}` is in percent ({at} shows {shown}); how is it written?"),
        format!("cột `{key}` là phần trăm ({at} hiện {shown}); ghi thế nào?"),
    );
    let all = |value: &str, said| AnswerChoice { is_for_all: true, ..AnswerChoice::new(value, said) };
    let choices = vec![
        AnswerChoice::new("points", said("in percent: 53 for 53 %", "theo phần trăm: 53 là 53 %")),
        AnswerChoice::new("parts", said("in parts of one: 0.53 for 53 %", "theo phần của một: 0,53 là 53 %")),
        all("points", said("in percent, in all such columns", "theo phần trăm, với mọi cột như vậy")),
    ];
    ImportQuestion::new(AnswerSection::Percent, key, asked, choices)
}

fn separator(key: &str, table: &FoundTable, cell: &TableCell) -> ImportQuestion {
    let (text, at) = (one_line(&cell.stored), table.address(cell.at));
    let (whole, fraction) = match &cell.value {
        TableValue::Either { whole, fraction } => (whole.to_string(), fraction.to_string()),
        _ => Default::default(),
    };
    let asked = said(
        format!("column `{key}`: which number is `{text}` ({at})?"),
        format!("cột `{key}`: `{text}` ({at}) là số nào?"),
    );
    let choices = vec![
        AnswerChoice::new("thousands", said(whole.clone(), whole)),
        AnswerChoice::new("decimals", said(fraction.clone(), fraction)),
    ];
    ImportQuestion::new(AnswerSection::Separators, key, asked, choices)
}
