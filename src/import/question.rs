//! What has to be asked: one question at a time, each with the answers that it takes.

use super::answers::{AnswerSection, NO, YES, plain_word};
use super::line::one_line;
pub(crate) use super::said::{Said, said};

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
    /// Ids that can be answered too, instead of a number, each with its name.
    pub(crate) ids: Vec<(String, String)>,
    /// Where these ids are listed.
    pub(crate) ids_in: Said,
    /// What can be done instead of answering.
    pub(crate) hint: Option<Said>,
    /// Whether any other text can be answered too.
    pub(crate) is_free: bool,
    /// What is taken where nobody can be asked, since nothing is lost by it; and what is said of it then.
    pub(crate) assumed: Option<(String, Said)>,
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

/// What was answered to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answered {
    /// As it is kept.
    pub(crate) value: String,
    /// Whether it answers all other questions of its kind too.
    pub(crate) is_for_all: bool,
}

/// How many letters a text has at least that is an answer.
const FREE_MIN: usize = 3;

/// How many ids are listed with a question.
const IDS_MAX: usize = 12;

impl ImportQuestion {
    /// A question whose answers are all to be chosen.
    pub(crate) fn new(section: AnswerSection, key: impl Into<String>, asked: Said, choices: Vec<AnswerChoice>) -> Self {
        Self {
            section,
            key: key.into(),
            asked,
            choices,
            ids: Vec::new(),
            ids_in: Said::default(),
            hint: None,
            is_free: false,
            assumed: None,
        }
    }

    /// What was answered: a choice is told by its number from 1, by its word, or by `có` and `không`; an id by itself.
    /// Nothing where it is none of these.
    pub(crate) fn answer(&self, typed: &str) -> Option<Answered> {
        let typed = typed.trim();
        let own = |value: &str| Answered { value: value.to_owned(), is_for_all: false };
        if self.ids.iter().any(|(id, _)| id == typed) {
            return Some(own(typed));
        }
        if let Ok(number) = typed.parse::<usize>()
            && let Some(choice) = number.checked_sub(1).and_then(|at| self.choices.get(at))
        {
            return Some(Answered { value: choice.value.clone(), is_for_all: choice.is_for_all });
        }
        let is_own = |word: &str| self.choices.iter().any(|choice| choice.value == word);
        let is_text = self.is_free && typed.chars().filter(|c| c.is_alphabetic()).count() >= FREE_MIN;
        let free = is_text.then(|| own(&one_line(typed)));
        [typed, plain_word(typed)].into_iter().find(|word| is_own(word)).map(own).or(free)
    }

    /// The lines that an answer makes in the map file: its own, and where it is for all, those of the questions of its kind
    /// that are open. What comes up another year is asked then.
    pub(crate) fn kept(&self, answered: &Answered, open: &[Self]) -> Vec<(AnswerSection, String, String)> {
        let is_like = |other: &&Self| {
            let has = |choice: &AnswerChoice| choice.is_for_all && choice.value == answered.value;
            answered.is_for_all && other.section == self.section && other.choices.iter().any(has)
        };
        let others = open.iter().filter(is_like).filter(|other| other.key != self.key);
        let line = |of: &Self| (of.section, of.key.clone(), answered.value.clone());
        std::iter::once(self).chain(others).map(line).collect()
    }

    /// Whether an answer is one that the question takes.
    pub(crate) fn takes(&self, value: &str) -> bool {
        self.is_free
            || self.choices.iter().any(|choice| choice.value == value)
            || self.ids.iter().any(|(id, _)| id == value)
    }

    /// The words that the map file takes, each once; ids only where they are few.
    pub(crate) fn words(&self) -> Vec<&str> {
        let ids = if self.ids.len() > IDS_MAX { &[] } else { self.ids.as_slice() };
        let (left, taken): (Vec<_>, Vec<_>) =
            self.choices.iter().map(|choice| &choice.value).partition(|value| *value == NO);
        let all = taken.into_iter().chain(ids.iter().map(|(id, _)| id)).chain(left);
        let mut words: Vec<&str> = Vec::new();
        for word in all {
            if !words.contains(&word.as_str()) {
                words.push(word);
            }
        }
        words
    }

    /// All that can be answered in words, however much it is.
    pub(crate) fn all_words(&self) -> Vec<&str> {
        let mut words = self.words();
        for (id, _) in &self.ids {
            if !words.contains(&id.as_str()) {
                words.push(id);
            }
        }
        words
    }

    /// How many ids can be answered beside the words.
    pub(crate) fn more_ids(&self) -> Option<usize> {
        Some(self.ids.len()).filter(|n| *n > IDS_MAX)
    }

    /// The values that the map file takes, in a row, in the language at a position.
    pub(crate) fn values(&self, language: usize) -> String {
        let more = self.more_ids().map(|n| {
            let [english, vietnamese] = &self.ids_in;
            let said = said(format!("or one of the {n} {english}"), format!("hoặc một trong {n} {vietnamese}"));
            said.into_iter().nth(language).unwrap_or_default()
        });
        let words = self.words().into_iter().map(str::to_owned);
        words.chain(more).collect::<Vec<_>>().join(", ")
    }
}
