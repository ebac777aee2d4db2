//! The header: rows above the first unit that tell what columns hold.

use std::collections::BTreeMap;

use super::heading_words::{HeadingWord, heading_word, is_name_heading};
use super::names::NameColumns;
use super::plane::{Plane, PlaneSpot, Seems};
use super::row_words::row_word;
use super::text::{is_numbering, without_numbering};

/// The header of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Header {
    /// Its rows, from above.
    pub(super) rows: Vec<u32>,
    /// Rows below it that tell nothing of columns: their numbers, or the heading of names alone.
    pub(super) passed: Vec<u32>,
    /// The first row below it.
    pub(super) body: u32,
}

/// The most rows of a header.
const ROWS_MAX: usize = 7;

/// Finds the header above the first unit.
pub(super) fn header(plane: &Plane<'_>, names: &NameColumns, from: u32, to: u32) -> Option<Header> {
    let first = first_unit(plane, names, from, to)?;
    let mut header = Header { body: first, ..Header::default() };
    let is_named = |column: &u32| *column == names.main || Some(*column) == names.left;
    let n_values = plane
        .row(first)
        .map_or(0, |spots| spots.iter().filter(|(c, s)| !is_named(c) && s.look != Seems::Words).count());
    let above = plane.rows().filter(|(row, _)| (from..first).contains(row)).collect::<Vec<_>>();
    let mut below = first;
    for (row, spots) in above.into_iter().rev() {
        // A blank row ends the header, but for one between it and the units.
        let is_apart = below - row > 1;
        if is_apart && (!header.rows.is_empty() || below - row > 2) || header.rows.len() == ROWS_MAX {
            break;
        }
        let others: Vec<&PlaneSpot<'_>> =
            spots.iter().filter(|(column, _)| !is_named(column)).map(|(_, spot)| spot).collect();
        let has_name = spots.get(&names.main).is_some_and(PlaneSpot::is_name);
        let is_numbered = has_name && !others.is_empty() && others.iter().all(|spot| is_numbering(&spot.text));
        if header.rows.is_empty() && (is_numbered || is_group_heading(plane, names, row, spots)) {
            // `I`, `Khối sở`, or `I. Khối sở`: a heading of units.
            header.body = row;
        } else if is_row_of_numbers(spots) || others.is_empty() && is_name_row(spots) {
            header.passed.push(row);
        } else if others.is_empty() && header.rows.is_empty() {
            // A heading of units; it belongs to the body.
            header.body = row;
        } else if is_header(plane, row, &others, n_values, header.rows.is_empty()) {
            header.rows.push(row);
        } else {
            break;
        }
        below = row;
    }
    header.rows.reverse();
    // What tells nothing of columns belongs to the header only within it.
    let top = header.rows.first().copied().unwrap_or(header.body);
    header.passed.retain(|row| *row > top);
    Some(header)
}

/// Whether a row tells what columns hold.
fn is_header(plane: &Plane<'_>, row: u32, others: &[&PlaneSpot<'_>], n_values: usize, is_lowest: bool) -> bool {
    let is_told = |spot: &&&PlaneSpot<'_>| spot.look != Seems::Number || spot.year().is_some() || spot.text.len() <= 3;
    if others.is_empty() || others.iter().filter(is_told).count() < others.len() {
        return false;
    }
    let n_years = others.iter().filter(|spot| spot.year().is_some()).count();
    let n_words = others.iter().filter(|spot| spot.look == Seems::Words).count();
    if n_years + n_words == 0 {
        return false;
    }
    // One text over everything is a title.
    if others.len() == 1 && n_values > 1 {
        return is_lowest && n_values == 2 && !is_spread(plane, row);
    }
    true
}

/// Whether a row right above units is the heading of their group: one text at the names or at their left, with numbering
/// before it, or below a header that has a heading of the names already. Mean values may stand beside it.
fn is_group_heading(plane: &Plane<'_>, names: &NameColumns, row: u32, spots: &BTreeMap<u32, PlaneSpot<'_>>) -> bool {
    let mut texts = spots.iter().filter(|(_, spot)| !spot.is_value() && !is_numbering(&spot.text));
    let (Some((column, spot)), None) = (texts.next(), texts.next()) else { return false };
    let is_alone = spots.len() == 1;
    if *column > names.main || !spot.is_name() || *column == names.main && !is_alone {
        return false;
    }
    if row_word(&spot.text).is_some() {
        // Maxima or means right below the header.
        return *column < names.main && !is_alone;
    }
    let is_numbered = without_numbering(&spot.text).0.is_some();
    let above = plane.rows().rev().find(|(other, _)| *other < row).map(|(_, spots)| spots);
    let is_below_header = above.is_some_and(|spots| {
        let n_words = spots.values().filter(|spot| spot.look == Seems::Words).count();
        n_words >= 2 && spots.get(&names.main).is_some_and(PlaneSpot::is_name)
    });
    let is_of_table = matches!(
        heading_word(&spot.text),
        Some(HeadingWord::Rank | HeadingWord::Numbering | HeadingWord::Id | HeadingWord::Total)
    );
    is_numbered || is_below_header && !is_of_table
}

/// Whether the one text of a row is that of cells that were made one.
fn is_spread(plane: &Plane<'_>, row: u32) -> bool {
    let Some((column, _)) = plane.row(row).and_then(|spots| spots.last_key_value()) else { return false };
    plane.first_of(row, column + 1) == (row, *column)
}

/// `Country` alone, below the headings of the other columns.
fn is_name_row(spots: &BTreeMap<u32, PlaneSpot<'_>>) -> bool {
    spots.len() == 1 && spots.values().all(|spot| is_name_heading(&spot.text) && spot.text.split(' ').count() <= 3)
}

/// `(1) (2) (3)`, `A B 1 2 3`: numbers of columns.
pub(super) fn is_row_of_numbers(spots: &BTreeMap<u32, PlaneSpot<'_>>) -> bool {
    let text = |spot: &PlaneSpot<'_>| spot.text.trim_matches(['(', ')', '[', ']']).to_owned();
    let texts: Vec<String> = spots.values().map(text).collect();
    let numbers: Vec<i64> = texts.iter().filter_map(|text| text.split('=').next()?.trim().parse().ok()).collect();
    let is_short = texts.iter().all(|text| text.len() <= 3 || text.contains('='));
    let n_letters = texts.len() - numbers.len();
    numbers.len() >= 2
        && n_letters <= 3
        && is_short
        && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
        && numbers[0] <= 3
}

/// The first row with a name and a value.
fn first_unit(plane: &Plane<'_>, names: &NameColumns, from: u32, to: u32) -> Option<u32> {
    let rows: Vec<(u32, &BTreeMap<u32, PlaneSpot<'_>>)> =
        plane.rows().filter(|(row, _)| (from..=to).contains(row)).collect();
    let is_unit = |(position, (_, spots)): &(usize, &(u32, &BTreeMap<u32, PlaneSpot<'_>>))| {
        let name = |column: u32| spots.get(&column).is_some_and(PlaneSpot::is_name);
        let has_name = name(names.main) || names.left.is_some_and(name);
        let has_value = spots.iter().any(|(column, spot)| *column != names.main && spot.is_value());
        has_name
            && has_value
            && !is_row_of_numbers(spots)
            && !is_row_of_years(spots, rows.get(position + 1).map(|(_, s)| *s))
    };
    rows.iter().enumerate().find(is_unit).map(|(_, (row, _))| *row)
}

/// Whether all numbers of a row are years, and those below them are not.
fn is_row_of_years(spots: &BTreeMap<u32, PlaneSpot<'_>>, below: Option<&BTreeMap<u32, PlaneSpot<'_>>>) -> bool {
    let values: Vec<(&u32, &PlaneSpot<'_>)> = spots.iter().filter(|(_, spot)| spot.is_value()).collect();
    let are_years = values.iter().all(|(_, spot)| spot.year().is_some());
    let below = |column: &u32| below.and_then(|spots| spots.get(column)).is_some_and(|spot| spot.year().is_some());
    are_years && values.iter().filter(|(column, _)| below(column)).count() * 2 < values.len()
}

/// The headings of a column, outermost first: where cells were made one, what stands in the first of them.
pub(super) fn headings(plane: &Plane<'_>, header: &Header, column: u32) -> Vec<(u32, String)> {
    let mut headings: Vec<(u32, String)> = Vec::new();
    let rows = header.rows.iter().chain(&header.passed).copied();
    let mut rows: Vec<u32> = rows.filter(|row| !plane.row(*row).is_some_and(is_row_of_numbers)).collect();
    rows.sort_unstable();
    for row in &rows {
        let own = plane.spread(*row, column).map(|spot| spot.text.clone());
        let text = own.or_else(|| from_the_left(plane, &rows, *row, column));
        if let Some(text) = text
            && headings.last().is_none_or(|(_, last)| *last != text)
        {
            headings.push((*row, text));
        }
    }
    headings
}

/// In a file that cannot make cells one, a heading of several columns stands over the first of them.
fn from_the_left(plane: &Plane<'_>, rows: &[u32], row: u32, column: u32) -> Option<String> {
    let below = rows.iter().position(|other| *other == row).and_then(|position| rows.get(position + 1))?;
    if plane.has_merged() || plane.spot(*below, column).is_none() {
        return None;
    }
    let (first, spot) = plane.row(row)?.range(..column).next_back()?;
    // Each column between has a heading of its own below, and none above.
    let is_over = (*first..column).all(|between| plane.spot(*below, between).is_some());
    (is_over && spot.look == Seems::Words).then(|| spot.text.clone())
}
