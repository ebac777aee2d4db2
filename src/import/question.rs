//! What has to be asked: one question at a time, each with the answers that it takes.

use super::answers::{ALL_OTHERS, AnswerSection, NO, YES};
pub(crate) use super::said::{Said, said};
use super::table::CellAt;

/// A question, and where its answer is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ImportQuestion {
    /// The section of the map file that takes the answer.
    pub(crate) section: AnswerSection,
    /// The key there.
    pub(crate) key: String,
    /// What is asked.
    pub(crate) asked: Said,
    /// What can be answered.
    pub(crate) choices: Vec<AnswerChoice>,
    /// Ids that can be answered too, instead of a number.
    pub(crate) ids: Vec<String>,
}

/// An answer that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AnswerChoice {
    /// As it is kept.
    pub(crate) value: String,
    /// What it does.
    pub(crate) said: Said,
    /// Whether it answers all other questions of its kind too.
    pub(crate) is_for_all: bool,
}

impl AnswerChoice {
    /// A choice for this one question.
    pub(crate) fn new(value: impl Into<String>, said: Said) -> Self {
        Self { value: value.into(), said, is_for_all: false }
    }

    /// That something is left out.
    pub(crate) fn leave_out() -> Self {
        Self::new(NO, said("leave it out", "bỏ qua"))
    }

    /// That it and all others of its kind are left out.
    pub(crate) fn leave_all_out() -> Self {
        let said = said("leave it out, and all others like it", "bỏ qua mục này và mọi mục tương tự");
        Self { value: NO.to_owned(), said, is_for_all: true }
    }

    /// That something is right as it was understood.
    pub(crate) fn yes(said: Said) -> Self {
        Self::new(YES, said)
    }
}

impl ImportQuestion {
    /// A question whose answers are all to be chosen.
    pub(crate) fn new(section: AnswerSection, key: impl Into<String>, asked: Said, choices: Vec<AnswerChoice>) -> Self {
        Self { section, key: key.into(), asked, choices, ids: Vec::new() }
    }

    /// What an answer changes: section, key and value. A choice is told by its number from 1, an id by itself; nothing
    /// where it is neither.
    pub(crate) fn answer(&self, typed: &str) -> Option<(AnswerSection, String, String)> {
        let typed = typed.trim();
        if self.ids.iter().any(|id| id == typed) {
            return Some((self.section, self.key.clone(), typed.to_owned()));
        }
        let number: usize = typed.parse().ok()?;
        let choice = self.choices.get(number.checked_sub(1)?)?;
        let key = if choice.is_for_all { ALL_OTHERS.to_owned() } else { self.key.clone() };
        Some((self.section, key, choice.value.clone()))
    }

    /// The values that the map file takes, in a row.
    pub(crate) fn values(&self) -> String {
        let mut values: Vec<&str> = Vec::new();
        for choice in self.choices.iter().map(|choice| choice.value.as_str()) {
            if !values.contains(&choice) {
                values.push(choice);
            }
        }
        let more = if self.ids.is_empty() { "" } else { ", ID" };
        format!("{}{more}", values.join(", "))
    }
}

/// How many cells are named.
const CELLS_MAX: usize = 4;

/// The addresses of some cells.
pub(crate) fn addresses(cells: &[CellAt]) -> String {
    let first: Vec<String> = cells.iter().take(CELLS_MAX).map(CellAt::to_string).collect();
    let more = if cells.len() > CELLS_MAX { ", …" } else { "" };
    format!("{}{more}", first.join(", "))
}
