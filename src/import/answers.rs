//! What somebody answered once about spreadsheets of a site, so that it is not asked again.

use std::collections::BTreeMap;

use super::signs;

/// What answers are about: a key of the map file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum AnswerSection {
    /// The sheet as a whole: which table, and whether it was understood the right way.
    Sheet,
    /// Columns by their headings: the id of a criterion, `total`, `rank`, `rank ID`, or `no`.
    Columns,
    /// Units by their names: an id, or `no`.
    Units,
    /// Rows of which it is not plain whether they are units, by their names.
    Rows,
    /// Signs in the place of numbers: what they mean.
    Signs,
    /// Columns whose stored digits are not those that are shown.
    Values,
    /// Columns of percent.
    Percent,
    /// Columns in which a sign parts thousands, or the fraction.
    Separators,
    /// Columns that contradict what is computed, by the id of their criterion.
    Disputed,
}

/// That something is left out; no id can be this word.
pub(crate) const NO: &str = "no";
/// That something is taken as it was understood; no id can be this word either.
pub(crate) const YES: &str = "yes";
/// The key that stands for all others of its section.
pub(crate) const ALL_OTHERS: &str = "*";

/// The word that is kept for an answer as people write it: `có` and `Yes` are `yes`, `không` and `No` are `no`.
pub(crate) fn plain_word(written: &str) -> &str {
    match written.to_lowercase().as_str() {
        "có" | "yes" | "y" | "true" => YES,
        "không" | "no" | "n" | "false" => NO,
        _ => written,
    }
}

impl AnswerSection {
    /// All of them, in the order in which they stand in the file.
    pub(crate) const ALL: [Self; 9] = [
        Self::Sheet,
        Self::Columns,
        Self::Units,
        Self::Rows,
        Self::Signs,
        Self::Values,
        Self::Percent,
        Self::Separators,
        Self::Disputed,
    ];

    /// Its key in the map file.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Sheet => "sheet",
            Self::Columns => "columns",
            Self::Units => "units",
            Self::Rows => "rows",
            Self::Signs => "signs",
            Self::Values => "values",
            Self::Percent => "percent",
            Self::Separators => "separators",
            Self::Disputed => "disputed",
        }
    }

    /// The words that can be answered; none where ids and names can be too.
    pub(crate) fn words(self) -> Option<Vec<&'static str>> {
        match self {
            Self::Sheet | Self::Columns | Self::Units => None,
            Self::Rows | Self::Disputed => Some(vec![YES, NO]),
            Self::Signs => Some(signs::words()),
            Self::Values => Some(vec!["stored", "shown"]),
            Self::Percent => Some(vec!["points", "parts"]),
            Self::Separators => Some(vec!["thousands", "decimals"]),
        }
    }
}

/// All answers, each in its section and by its key, in the order in which they were given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Answers {
    given: BTreeMap<AnswerSection, Vec<(String, String)>>,
}

impl Answers {
    /// What was answered, of just that key.
    pub(crate) fn of(&self, section: AnswerSection, key: &str) -> Option<&str> {
        let all = self.given.get(&section)?;
        all.iter().find(|(other, _)| other == key).map(|(_, value)| value.as_str())
    }

    /// What was answered of that key, or else of all others.
    pub(crate) fn get(&self, section: AnswerSection, key: &str) -> Option<&str> {
        self.of(section, key).or_else(|| self.of(section, ALL_OTHERS))
    }

    /// Keeps an answer; one that stood there is replaced.
    pub(crate) fn set(&mut self, section: AnswerSection, key: &str, value: &str) {
        let all = self.given.entry(section).or_default();
        match all.iter_mut().find(|(other, _)| other == key) {
            Some((_, old)) => value.clone_into(old),
            None => all.push((key.to_owned(), value.to_owned())),
        }
    }

    /// Forgets an answer.
    pub(crate) fn forget(&mut self, section: AnswerSection, key: &str) {
        if let Some(all) = self.given.get_mut(&section) {
            all.retain(|(other, _)| other != key);
        }
        self.given.retain(|_, all| !all.is_empty());
    }

    /// All of a section.
    pub(crate) fn all(&self, section: AnswerSection) -> &[(String, String)] {
        self.given.get(&section).map(Vec::as_slice).unwrap_or_default()
    }
}
