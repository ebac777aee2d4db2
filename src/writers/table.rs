//! A table for machines, before any format: named columns with their types, and rows of values.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::model::{Date, Rank};

/// Named columns and their rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table<'a> {
    /// The columns.
    pub(crate) fields: Vec<Field>,
    /// Rows with a value for each column.
    pub(crate) rows: Vec<Vec<Value<'a>>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    /// Its name, which is a promise.
    pub(crate) name: Cow<'static, str>,
    /// What it means: the end of the phrase `field.…`.
    pub(crate) means: Cow<'static, str>,
    /// What its values are, in this table.
    pub(crate) kind: FieldKind,
    /// Whether they are numbers, but for a text that may stand among them.
    pub(crate) is_numeric: bool,
    /// The only words that its values can be; empty where they can be anything.
    pub(crate) words: Vec<&'static str>,
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FieldKind {
    /// Texts.
    Text,
    /// Decimal numbers.
    Number,
    /// Days.
    Date,
}

/// A value of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// A number with the digits that were written.
    Number(Decimal),
    /// A rank, also one between two whole ones.
    Rank(Rank),
    /// A day.
    Date(Date),
    /// Nothing is known.
    Empty,
}

impl Field {
    fn new(name: Cow<'static, str>, kind: FieldKind) -> Self {
        Self { means: name.clone(), name, kind, is_numeric: kind == FieldKind::Number, words: Vec::new() }
    }

    /// The same column with a meaning that is not the one of its name.
    pub(crate) fn meaning(self, means: &'static str) -> Self {
        Self { means: means.into(), ..self }
    }

    /// The same column, of which every value is one of some words.
    pub(crate) fn one_of(self, words: impl IntoIterator<Item = &'static str>) -> Self {
        Self { words: words.into_iter().collect(), ..self }
    }

    /// How the dictionary of columns writes its name: those of one meaning that are named after something else have one.
    pub(crate) fn pattern(&self) -> &str {
        match &*self.means {
            "criterion_score" => "ID",
            "criterion_rank" => "ID_rank",
            "name" => "name_LANG",
            _ => &self.name,
        }
    }

    /// A column of texts.
    pub(crate) fn text(name: impl Into<Cow<'static, str>>) -> Self {
        Self::new(name.into(), FieldKind::Text)
    }

    /// A column of numbers.
    pub(crate) fn number(name: impl Into<Cow<'static, str>>) -> Self {
        Self::new(name.into(), FieldKind::Number)
    }

    /// A column of days.
    pub(crate) fn date(name: impl Into<Cow<'static, str>>) -> Self {
        Self::new(name.into(), FieldKind::Date)
    }
}

impl<'a> Value<'a> {
    /// A text; nothing where it is empty.
    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A number, or nothing where there is none.
    pub(crate) fn number(number: Option<impl Into<Decimal>>) -> Self {
        number.map_or(Self::Empty, |number| Self::Number(number.into()))
    }

    /// A rank, or nothing where there is none.
    pub(crate) fn rank(rank: Option<Rank>) -> Self {
        rank.map_or(Self::Empty, Self::Rank)
    }

    /// The value as plain text: numbers with their digits, days as `YYYY-MM-DD`, nothing for nothing.
    pub(crate) fn plain(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Rank(rank) => Cow::Owned(rank.to_string()),
            Self::Date(date) => Cow::Owned(date.to_string()),
            Self::Empty => Cow::Borrowed(""),
        }
    }
}

impl Table<'_> {
    /// What the values of a column are in this table: a column of numbers that holds a text as well, such as the band of
    /// ranks `101..152`, is one of texts.
    pub(crate) fn kind(&self, column: usize) -> FieldKind {
        let has_text = || self.rows.iter().any(|row| matches!(row.get(column), Some(Value::Text(_))));
        match self.fields[column].kind {
            FieldKind::Text => FieldKind::Text,
            FieldKind::Number if has_text() => FieldKind::Text,
            kind => kind,
        }
    }
}
