//! Which column names the units: texts, many different, beside numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::heading_words::{heading_word, is_name_heading};
use super::plane::Plane;
use crate::words::fold;

/// The columns that name units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NameColumns {
    /// The column of names.
    pub(super) main: u32,
    /// Another one at its left, which names units where the main one is empty.
    pub(super) left: Option<u32>,
    /// Others that could be it.
    pub(super) others: Vec<u32>,
    /// Whether most names stand there once.
    pub(super) is_distinct: bool,
}

/// Texts of a column in rows that hold numbers.
#[derive(Default)]
struct Texts {
    n: usize,
    distinct: BTreeSet<String>,
    n_codes: usize,
    has_diacritics: bool,
    rows: BTreeSet<u32>,
    has_heading: bool,
}

/// The columns of names in the rows from one to another.
pub(super) fn name_columns(plane: &Plane<'_>, from: u32, to: u32) -> Option<NameColumns> {
    let mut texts: BTreeMap<u32, Texts> = BTreeMap::new();
    let in_range = || plane.rows().filter(|(row, _)| (from..=to).contains(row));
    for (row, spots) in in_range() {
        let has_value = spots.values().any(|spot| spot.is_value() && spot.year().is_none()) || {
            // A row of years alone is a header.
            spots.values().filter(|spot| spot.is_value()).count() == 1
        };
        for (column, spot) in spots.iter().filter(|(_, spot)| spot.is_name()) {
            let of = texts.entry(*column).or_default();
            if !has_value {
                of.has_heading |=
                    of.rows.is_empty() && is_name_heading(&spot.text) && heading_word(&spot.text).is_none();
                continue;
            }
            of.n += 1;
            of.distinct.insert(fold(&spot.text));
            of.rows.insert(row);
            of.n_codes += usize::from(is_code(&spot.text));
            of.has_diacritics |= spot.text.chars().any(is_vietnamese);
        }
    }
    // Codes name units only where a heading says so, or where nothing else does: offices are also called SYT and SNV.
    let is_name = |of: &Texts| of.has_heading || of.n_codes * 2 < of.n.max(1);
    let has_names = texts.values().any(|of| of.n > 0 && is_name(of));
    let names = || texts.values().filter(|of| is_name(of) || !has_names);
    let best = names().map(|of| of.distinct.len()).max().filter(|best| *best > 0)?;
    let is_like = |of: &Texts| of.distinct.len() * 10 >= best * 7 && (is_name(of) || !has_names);
    let mut likely: Vec<u32> = texts.iter().filter(|(_, of)| is_like(of)).map(|(column, _)| *column).collect();
    // Headings first, then names with diacritics, which are those in the own language; then from the left.
    likely.sort_by_key(|column| {
        let of = &texts[column];
        (!of.has_heading, !of.has_diacritics, *column)
    });
    let main = *likely.first()?;
    let of = &texts[&main];
    let left = texts.iter().filter(|(column, _)| **column < main).find(|(column, left)| {
        let apart = left.rows.difference(&of.rows).count();
        apart >= 3 && apart * 10 >= left.rows.len() * 8 && !likely.contains(column)
    });
    let is_distinct = of.distinct.len() * 10 >= of.n * 6;
    Some(NameColumns { main, left: left.map(|(column, _)| *column), others: likely[1..].to_vec(), is_distinct })
}

/// Codes as `AGO` or `VN-01`.
fn is_code(text: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    text.len() <= 6 && text.chars().all(is_sign)
}

/// Letters that Vietnamese has and English has not.
fn is_vietnamese(c: char) -> bool {
    c.is_alphabetic() && !c.is_ascii() && ('\u{c0}'..='\u{1ef9}').contains(&c)
}
