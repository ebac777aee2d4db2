//! What is to be known of a column before its role is decided: its headings and what its cells look like.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::header::{Header, headings};
use super::heading_words::{HeadingWord, heading_word};
use super::number::{FractionSign, Reading, fraction_sign, number_text};
use super::plane::{Plane, PlaneSpot, Seems};
use super::range::rank;
use super::rows::UnitCandidate;
use crate::import::table::TableValue;

/// A column as it is found.
#[derive(Clone, Debug)]
pub(super) struct ColumnFound {
    /// Its place.
    pub(super) column: u32,
    /// Its headings, outermost first, with their rows.
    pub(super) headings: Vec<(u32, String)>,
    /// What the headings say.
    pub(super) word: Option<HeadingWord>,
    /// How many units have numbers, ranges, signs and words in it.
    pub(super) n_numbers: usize,
    /// Ranges, bounds and ranks with signs.
    pub(super) n_ranges: usize,
    /// Signs in the place of values.
    pub(super) n_marks: usize,
    /// Other texts.
    pub(super) n_words: usize,
    /// The different texts of signs and words.
    pub(super) texts: BTreeSet<String>,
    /// The number of each unit, where it is sure.
    pub(super) numbers: Vec<Option<Decimal>>,
    /// The rank of each unit, if these are ranks.
    pub(super) ranks: Vec<Option<u32>>,
    /// Below which heading each unit stands.
    pub(super) parts: Vec<usize>,
    /// The sign before fractions, where the texts of the column tell it, or else those of the table.
    pub(super) sign: Option<FractionSign>,
}

impl ColumnFound {
    /// How many units have anything in it.
    pub(super) fn n_filled(&self) -> usize {
        self.n_numbers + self.n_ranges + self.n_marks + self.n_words
    }

    /// Whether more than words stand in it.
    pub(super) fn is_numeric(&self) -> bool {
        self.n_numbers + self.n_ranges > self.n_words
    }

    /// The innermost heading.
    pub(super) fn inner(&self) -> &str {
        self.headings.last().map_or("", |(_, text)| text)
    }

    /// The numbers that are known.
    pub(super) fn known(&self) -> impl Iterator<Item = Decimal> {
        self.numbers.iter().flatten().copied()
    }
}

/// All columns of a table in the rows of its units.
pub(super) fn columns_found(plane: &Plane<'_>, header: &Header, units: &[UnitCandidate]) -> Vec<ColumnFound> {
    let columns = plane.columns();
    let spots = |column: u32| units.iter().map(move |unit| plane.spot(unit.row, column));
    let texts = |column: u32| spots(column).flatten().filter(|spot| spot.look == Seems::Number).map(|spot| &*spot.text);
    let of_texts = |column: u32| {
        // Cells that are stored as numbers are written with a point by the file, and tell nothing.
        let is_text = |spot: &&PlaneSpot<'_>| spot.cell.kind == crate::import::book::GridKind::Text;
        spots(column).flatten().filter(is_text).map(|spot| &*spot.text)
    };
    let table_sign = fraction_sign(columns.iter().flat_map(|column| of_texts(*column)));
    let parts = parts(units);
    let mut found = Vec::new();
    for column in columns {
        let headings = headings(plane, header, column);
        if headings.is_empty() && spots(column).flatten().next().is_none() {
            continue;
        }
        let sign = fraction_sign(of_texts(column)).or_else(|| match contradicts(of_texts(column)) {
            true => None,
            false => table_sign,
        });
        let count = |look: Seems| spots(column).flatten().filter(|spot| spot.look == look).count();
        let is_text = |spot: &&PlaneSpot<'_>| matches!(spot.look, Seems::Mark | Seems::Words);
        found.push(ColumnFound {
            column,
            word: word_of(&headings),
            headings,
            n_numbers: texts(column).count(),
            n_ranges: count(Seems::Range),
            n_marks: count(Seems::Mark),
            n_words: count(Seems::Words),
            texts: spots(column).flatten().filter(is_text).map(|spot| spot.text.clone()).collect(),
            numbers: spots(column).map(|spot| spot.and_then(|spot| number_of(spot, sign))).collect(),
            ranks: spots(column).map(|spot| spot.and_then(rank_of)).collect(),
            parts: parts.clone(),
            sign,
        });
    }
    found
}

/// The number of the heading that each unit stands below.
fn parts(units: &[UnitCandidate]) -> Vec<usize> {
    let (mut n, mut last) = (0, None);
    let part = |unit: &UnitCandidate| {
        let heading = unit.group.as_ref().map(|(_, at)| *at);
        n += usize::from(last.replace(heading) != Some(heading));
        n
    };
    units.iter().map(part).collect()
}

/// Whether texts tell both signs.
fn contradicts<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let told: Vec<FractionSign> = texts
        .filter_map(number_text)
        .filter_map(|number| match number.reading {
            Reading::One(_, sign) => sign,
            Reading::Two { .. } => None,
        })
        .collect();
    told.windows(2).any(|pair| pair[0] != pair[1])
}

/// The number of a cell, where it is sure.
pub(super) fn number_of(spot: &PlaneSpot<'_>, sign: Option<FractionSign>) -> Option<Decimal> {
    if spot.look != Seems::Number {
        return None;
    }
    if spot.cell.kind == crate::import::book::GridKind::Number {
        return Decimal::from_str_exact(&spot.cell.stored).ok();
    }
    match (number_text(&spot.text)?.reading, sign) {
        (Reading::One(number, _), _) => Some(number),
        (Reading::Two { sign, fraction, .. }, Some(told)) if sign == told => Some(fraction),
        (Reading::Two { whole, .. }, Some(_)) => Some(whole),
        (Reading::Two { .. }, None) => None,
    }
}

/// The best rank that a cell tells.
fn rank_of(spot: &PlaneSpot<'_>) -> Option<u32> {
    match rank(&spot.text)? {
        TableValue::Rank { from, .. } => Some(from),
        _ => None,
    }
}

/// What headings say: the innermost that says anything; but `Score` below the name of a criterion is no total.
fn word_of(headings: &[(u32, String)]) -> Option<HeadingWord> {
    let mut words = headings.iter().rev().map(|(_, text)| heading_word(text));
    let inner = words.next()?;
    match inner {
        Some(HeadingWord::Total) if headings.len() > 1 => words.flatten().find(|word| *word == HeadingWord::Total),
        Some(word) => Some(word),
        None => words.flatten().next(),
    }
}
