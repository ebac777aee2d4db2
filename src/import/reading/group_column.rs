//! A column that holds the group of each unit: whether units are ranked by it the ranks tell, or somebody says so.

use std::collections::BTreeMap;

use crate::import::answers::{AnswerSection, Answers, NO};
use crate::import::line::one_line;
use crate::import::question::{AnswerChoice, ImportQuestion, said};
use crate::import::table::{CellAt, FoundTable, Role, TableRow, TableValue};

/// The key under which the answer is kept.
const KEY: &str = "group column";

/// How many groups are named.
const GROUPS_TOLD: usize = 4;

/// The column that holds the groups, by position; none where no column does, where somebody said so, or where it is open and
/// asked.
pub(super) fn group_column(
    table: &FoundTable,
    rows: &[&TableRow],
    keys: &[String],
    answers: &Answers,
    open: &mut Vec<ImportQuestion>,
) -> Option<usize> {
    let columns: Vec<usize> = (0..table.columns.len()).filter(|at| table.columns[*at].role == Role::Group).collect();
    match (columns.as_slice(), answers.of(AnswerSection::Sheet, KEY)) {
        ([], _) | (_, Some(NO)) => None,
        (all, Some(key)) if all.iter().any(|at| keys[*at] == key) => all.iter().copied().find(|at| keys[*at] == key),
        ([only], _) if begin_anew(table, &groups_in(rows, *only)) == Some(true) => Some(*only),
        (all, _) => {
            open.push(which_column(rows, keys, all));
            None
        }
    }
}

/// The group of each row in a column, and where it stands; an empty cell is of the group above.
pub(super) fn groups_in(rows: &[&TableRow], column: usize) -> Vec<Option<(String, CellAt)>> {
    let mut last: Option<(String, CellAt)> = None;
    let group = |row: &&TableRow| {
        let cell = &row.cells[column];
        let text = match &cell.value {
            TableValue::Empty => String::new(),
            TableValue::Text(text) => one_line(text),
            _ => one_line(&cell.stored),
        };
        let is_same = last.as_ref().is_some_and(|(known, _)| *known == text);
        if !text.is_empty() && !is_same {
            last = Some((text, cell.at));
        }
        last.clone()
    };
    rows.iter().map(group).collect()
}

/// Whether the ranks of a table begin anew in each of several groups; none where it has no ranks.
fn begin_anew(table: &FoundTable, groups: &[Option<(String, CellAt)>]) -> Option<bool> {
    let ranks = table.columns.iter().position(|column| matches!(column.role, Role::Rank { .. }))?;
    let mut best: BTreeMap<&str, u32> = BTreeMap::new();
    for (row, group) in table.rows.iter().zip(groups) {
        if let (TableValue::Rank { from, .. }, Some((group, _))) = (&row.cells[ranks].value, group) {
            let own = best.entry(group).or_insert(*from);
            *own = (*own).min(*from);
        }
    }
    Some(best.len() >= 2 && best.values().all(|rank| *rank == 1))
}

fn which_column(rows: &[&TableRow], keys: &[String], columns: &[usize]) -> ImportQuestion {
    let named = |column: usize| {
        let mut names: Vec<String> = Vec::new();
        for (name, _) in groups_in(rows, column).into_iter().flatten() {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let more = if names.len() > GROUPS_TOLD { ", …" } else { "" };
        names.truncate(GROUPS_TOLD);
        format!("`{}` ({}{more})", keys[column], names.join(", "))
    };
    let all = columns.iter().map(|column| named(*column)).collect::<Vec<_>>().join("; ");
    let asked = said(
        format!("are units ranked in groups by {all}? an empty cell is of the group above"),
        format!("các đơn vị có xếp hạng riêng theo {all} không? ô trống thuộc nhóm ở phía trên"),
    );
    let choice = |column: &usize| {
        let key = &keys[*column];
        AnswerChoice::new(key.clone(), said(format!("yes, by `{key}`"), format!("có, theo `{key}`")))
    };
    let no = AnswerChoice::new(NO, said("no, all in one ranking", "không, chung một bảng xếp hạng"));
    ImportQuestion::new(AnswerSection::Sheet, KEY, asked, columns.iter().map(choice).chain([no]).collect())
}
