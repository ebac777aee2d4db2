//! Whether units are the rows of a sheet or its columns.

use std::collections::BTreeMap;

use super::header::Header;
use super::heading_words::{HeadingWord, has_word, heading_word, is_name_heading};
use super::names::NameColumns;
use super::plane::{Plane, PlaneSpot, Seems};
use super::row_words::row_word;
use super::rows::UnitCandidate;
use super::text::without_numbering;
use crate::import::book::GridKind;
use crate::words::fold;

/// How sure it is that units are columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Transposed {
    /// Units are rows.
    No,
    /// Much speaks for it, and something against it.
    Perhaps,
    /// It is.
    Yes,
}

/// Whether what was taken for units are criteria: by the word over them, by their numbering, and by rows being more alike
/// than columns.
pub(super) fn transposed(
    plane: &Plane<'_>,
    names: &NameColumns,
    header: &Header,
    units: &[UnitCandidate],
) -> Transposed {
    let corner = header.rows.iter().filter_map(|row| plane.spot(*row, names.main));
    let alike = rows_are_alike(plane, names, units);
    let names_units = corner.clone().any(|spot| is_name_heading(&spot.text));
    let says_criteria = corner.clone().any(|spot| heading_word(&spot.text) == Some(HeadingWord::Criteria))
        || has_maxima(plane, header) && (alike || !names_units);
    let n_numbered = units.iter().filter(|unit| without_numbering(&unit.text).0.is_some_and(is_parted)).count();
    let is_numbered = n_numbered * 10 >= units.len() * 3 && units.len() >= 3;
    let heads = heads(plane, names, header);
    let are_names =
        heads.iter().filter(|text| is_like_a_name(text)).count() * 10 >= heads.len() * 7 && heads.len() >= 2;
    let n_totals = units.iter().filter(|unit| heading_word(&unit.text) == Some(HeadingWord::Total)).count();
    match (says_criteria && are_names, is_numbered && are_names, alike) {
        (true, _, _) => Transposed::Yes,
        (_, true, true) => Transposed::Yes,
        (_, true, false) | (_, false, true) if are_names && (is_numbered || n_totals > 0 && heads.len() >= 4) => {
            Transposed::Perhaps
        }
        _ => Transposed::No,
    }
}

/// Whether a column holds maxima: the rows are criteria.
fn has_maxima(plane: &Plane<'_>, header: &Header) -> bool {
    let spots = header.rows.iter().filter_map(|row| plane.row(*row)).flat_map(|spots| spots.values());
    spots.filter(|spot| heading_word(&spot.text) == Some(HeadingWord::Maxima)).count() == 1
}

/// `1.1`, of which parts of an index have many and units none.
fn is_parted(numbering: &str) -> bool {
    numbering.contains('.')
}

/// The lowest headings of columns that hold values.
fn heads(plane: &Plane<'_>, names: &NameColumns, header: &Header) -> Vec<String> {
    let Some(row) = header.rows.last().and_then(|row| plane.row(*row)) else { return Vec::new() };
    let is_head = |(column, spot): &(&u32, &PlaneSpot<'_>)| {
        **column > names.main && heading_word(&spot.text) != Some(HeadingWord::Maxima)
    };
    row.iter().filter(is_head).map(|(_, spot)| spot.text.clone()).collect()
}

/// Whether a heading could be the name of a unit: short, without numbering, and no word of tables.
fn is_like_a_name(text: &str) -> bool {
    let is_short = text.chars().count() <= 40;
    let is_plain = without_numbering(text).0.is_none() && !text.contains(['%', '$']);
    let has_letter = text.chars().any(char::is_alphabetic);
    let folded = fold(text);
    let words = ["diem", "score", "ty le", "index", "ket qua", "chi so", "muc", "so luong", "rate"];
    let is_of_table = words.iter().any(|word| has_word(&folded, word));
    is_short && is_plain && has_letter && !is_of_table && heading_word(text).is_none() && row_word(text).is_none()
}

/// Whether formats and sizes change from row to row, and are alike within each.
fn rows_are_alike(plane: &Plane<'_>, names: &NameColumns, units: &[UnitCandidate]) -> bool {
    let (mut by_row, mut by_column): (BTreeMap<u32, Vec<NumberSize>>, BTreeMap<u32, Vec<NumberSize>>) =
        Default::default();
    for unit in units.iter().take(300) {
        let Some(spots) = plane.row(unit.row) else { continue };
        for (column, spot) in
            spots.iter().filter(|(column, spot)| **column != names.main && spot.look == Seems::Number).take(300)
        {
            let size =
                NumberSize::of(&spot.cell.stored, spot.cell.shown.as_deref(), spot.cell.kind == GridKind::Number);
            by_row.entry(unit.row).or_default().push(size);
            by_column.entry(*column).or_default().push(size);
        }
    }
    let (rows, columns) = (evenness(&by_row), evenness(&by_column));
    by_row.len() >= 3 && by_column.len() >= 3 && rows > columns && rows - columns >= 15
}

/// The size of a number: its digits before the point, and whether it is a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct NumberSize {
    digits: usize,
    is_percent: bool,
}

impl NumberSize {
    fn of(stored: &str, shown: Option<&str>, is_number: bool) -> Self {
        let shown = shown.filter(|_| is_number).unwrap_or(stored);
        let whole = shown.split(['.', ',']).next().unwrap_or_default().trim_start_matches(['-', '0']);
        Self { digits: whole.chars().filter(char::is_ascii_digit).count(), is_percent: shown.contains('%') }
    }
}

/// How many of a hundred numbers have the size that is the most frequent in their line.
fn evenness(lines: &BTreeMap<u32, Vec<NumberSize>>) -> usize {
    let most = |sizes: &Vec<NumberSize>| {
        let mut sizes = sizes.clone();
        sizes.sort_unstable();
        sizes.chunk_by(|a, b| a == b).map(<[NumberSize]>::len).max().unwrap_or_default()
    };
    let (of, all) = lines.values().fold((0, 0), |(of, all), sizes| (of + most(sizes), all + sizes.len()));
    (of * 100).checked_div(all).unwrap_or_default()
}
