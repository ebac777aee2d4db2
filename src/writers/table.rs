//! A table for machines, before any format: named columns with their types, and rows of values that are made one after the
//! other.

use std::borrow::Cow;
use std::io::Write as _;

use rust_decimal::Decimal;

use crate::model::{Date, Rank, digits};

/// Named columns and their rows.
pub(crate) struct Table<'a> {
    /// The columns, with the kinds that their values are in this table.
    pub(crate) fields: Vec<Field>,
    /// The rows, each made when it is asked for.
    pub(crate) rows: Rows<'a>,
}

/// Rows with a value for each column, made one after the other.
pub(crate) type Rows<'a> = Box<dyn Iterator<Item = Vec<Value<'a>>> + 'a>;

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    /// Its name, which is a promise.
    pub(crate) name: Cow<'static, str>,
    /// What it means: the end of the phrase `field.…`.
    pub(crate) means: Cow<'static, str>,
    /// What its values are, in this table: a column of numbers that holds a text as well, such as the band of ranks
    /// `101..152`, is one of texts.
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

    /// The same column of numbers; one of texts, if a text stands among them.
    pub(crate) fn or_text(self, has_text: bool) -> Self {
        if has_text { Self { kind: FieldKind::Text, ..self } } else { self }
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

    /// Whether it is a text.
    pub(crate) fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }

    /// How many decimals it is written with, if it is a number.
    pub(crate) fn decimals(&self) -> Option<usize> {
        match self {
            Self::Number(number) => Some(number.scale() as usize),
            Self::Rank(rank) => Some(usize::from(!rank.in_halves().is_multiple_of(2))),
            Self::Text(_) | Self::Date(_) | Self::Empty => None,
        }
    }

    /// How many bytes the plain text has.
    pub(crate) fn plain_len(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Number(number) => digits::len(*number),
            Self::Rank(rank) => digits::len(Rank::places(rank.in_halves().into())),
            Self::Date(_) => "YYYY-MM-DD".len(),
            Self::Empty => 0,
        }
    }

    /// Adds the value as plain text: numbers with their digits, days as `YYYY-MM-DD`, nothing for nothing.
    pub(crate) fn push_plain(&self, out: &mut Vec<u8>) {
        // Writing into memory cannot fail.
        let _ = match self {
            Self::Text(text) => out.write_all(text.as_bytes()),
            Self::Number(number) => return digits::push(*number, out),
            Self::Rank(rank) => write!(out, "{rank}"),
            Self::Date(date) => write!(out, "{date}"),
            Self::Empty => Ok(()),
        };
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::Value;
    use crate::model::{Date, Rank};

    #[track_caller]
    fn case(value: &Value<'_>, expected: &str) {
        let mut out = Vec::new();
        value.push_plain(&mut out);
        assert_eq!(String::from_utf8_lossy(&out), expected);
        assert_eq!(value.plain_len(), expected.len(), "{expected}");
    }

    #[test]
    fn values_are_written_as_they_are() {
        case(&Value::Number(Decimal::new(9_360, 2)), "93.60");
        case(&Value::Rank(Rank::whole(13)), "13");
        case(&Value::Rank(Rank::halves(5)), "2.5");
        case(&Value::Date(Date::new(2024, 2, 1).unwrap()), "2024-02-01");
        case(&Value::text("Sở"), "Sở");
        case(&Value::Empty, "");
    }
}
