//! What each row below the header is: a unit, a heading of units, a note, nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::header::Header;
use super::names::NameColumns;
use super::plane::{Plane, PlaneSpot, Seems};
use super::row_words::{RowWord, row_word};
use super::text::{is_numbering, without_numbering};
use crate::import::table::PassedOverWhy;

/// The rows of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct TableBody {
    /// Rows that can be units, in their order.
    pub(super) units: Vec<UnitCandidate>,
    /// Rows that cannot.
    pub(super) passed: Vec<Passed>,
    /// The row of the next header, which begins another table.
    pub(super) next: Option<u32>,
}

/// A row that can be a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnitCandidate {
    /// Its row.
    pub(super) row: u32,
    /// The column of its name.
    pub(super) column: u32,
    /// Its name as it is written.
    pub(super) text: String,
    /// Its numbering in a column of its own.
    pub(super) numbering: Option<String>,
    /// The heading that it stands below, and where that is.
    pub(super) group: Option<(String, (u32, u32))>,
    /// Which part of the table it is in: a heading or a blank row begins another one.
    pub(super) section: usize,
    /// Whether any value stands in its row.
    pub(super) has_value: bool,
}

/// A row that is no unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Passed {
    /// Its row.
    pub(super) row: u32,
    /// The column of its first text.
    pub(super) column: u32,
    /// Why.
    pub(super) why: PassedOverWhy,
    /// Its first text.
    pub(super) text: String,
    /// The unit that it could be.
    pub(super) unit: Option<UnitCandidate>,
}

/// Looks at all rows of the body.
pub(super) fn body(plane: &Plane<'_>, names: &NameColumns, header: &Header, to: u32) -> TableBody {
    let mut body = TableBody::default();
    let rows: Vec<(u32, &BTreeMap<u32, PlaneSpot<'_>>)> =
        plane.rows().filter(|(row, _)| (header.body..=to).contains(row)).collect();
    let has_value = |spots: &BTreeMap<u32, PlaneSpot<'_>>| {
        spots.iter().any(|(column, spot)| *column != names.main && Some(*column) != names.left && spot.is_value())
    };
    let named = |spots: &BTreeMap<u32, PlaneSpot<'_>>| name_of(spots, names).is_some();
    let numeric = numeric_columns(&rows, names);
    let has_sign = |spots: &BTreeMap<u32, PlaneSpot<'_>>| {
        numeric.iter().any(|column| spots.get(column).is_some_and(|spot| spot.look == Seems::Mark))
    };
    // A value in a cell that was made one with those above may be that of this row too.
    let has_merged = |row: u32| {
        let is_merged = |column: u32| plane.first_of(row, column).0 < row && plane.spot(row, column).is_none();
        let mut merged = numeric.iter().filter(|column| is_merged(**column));
        merged.any(|column| plane.spread(row, *column).is_some_and(PlaneSpot::is_value))
    };
    let is_unit = |row: u32, spots: &BTreeMap<u32, PlaneSpot<'_>>| {
        named(spots) && (has_value(spots) || has_sign(spots) || has_merged(row))
    };
    let mut last = rows.iter().rev().find(|(row, spots)| is_unit(*row, spots)).map_or(0, |(row, _)| *row);
    // Right below, texts may stand where values are expected.
    let has_any = |spots: &BTreeMap<u32, PlaneSpot<'_>>| numeric.iter().any(|column| spots.contains_key(column));
    for (row, spots) in &rows {
        last += u32::from(*row == last + 1 && named(spots) && has_any(spots));
    }
    let (mut group, mut section, mut before) = (None, 0, header.body);
    for (position, (row, spots)) in rows.iter().enumerate() {
        section += usize::from(row - before > 1);
        before = *row;
        let pass = |why, unit| {
            let heading = heading_spot(spots).filter(|_| why == PassedOverWhy::GroupHeading);
            let of_heading = heading.and_then(|(column, _)| spots.get_key_value(&column));
            let words = || spots.iter().find(|(_, spot)| spot.look == Seems::Words);
            let (column, first) = of_heading.or_else(words).or(spots.first_key_value())?;
            Some(Passed { row: *row, column: *column, why, text: first.text.clone(), unit })
        };
        if is_header_again(plane, header, spots) {
            body.passed.extend(pass(PassedOverWhy::HeaderAgain, None));
        } else if !body.units.is_empty()
            && (is_other_header(spots, &numeric) || is_header_of_names(plane, header, names, spots))
            && named_later(&rows[position + 1..], names)
        {
            body.next = Some(*row);
            break;
        } else if let Some((column, name)) = name_of(spots, names)
            && (has_value(spots) || has_merged(*row) || *row <= last && tells_more(spots, column, names, &numeric))
        {
            if let Some(left) = label_at_the_left(spots, names) {
                group = Some((left.1.text.clone(), (*row, left.0)));
                section += 1;
            }
            let numbering = spots.range(..column).map(|(_, spot)| &spot.text).find(|text| is_numbering(text));
            body.units.push(UnitCandidate {
                row: *row,
                column,
                text: name.text.clone(),
                numbering: numbering.cloned(),
                group: group.clone(),
                section,
                has_value: has_value(spots) || has_merged(*row),
            });
        } else if *row < last && is_heading(spots, names) {
            let heading =
                heading_spot(spots).map(|(column, spot)| (without_numbering(&spot.text).1.to_owned(), (*row, column)));
            group = heading.or(group);
            section += 1;
            body.passed.extend(pass(PassedOverWhy::GroupHeading, None));
        } else if has_value(spots) {
            body.passed.extend(pass(told_at_the_left(spots), None));
        } else {
            body.passed.extend(pass(PassedOverWhy::Footnote, None));
        }
    }
    first_group(plane, header, names, &mut body);
    body
}

/// The name in a row: in the main column, else in the one at its left.
fn name_of<'s, 'g>(spots: &'s BTreeMap<u32, PlaneSpot<'g>>, names: &NameColumns) -> Option<(u32, &'s PlaneSpot<'g>)> {
    let columns = [Some(names.main), names.left];
    let mut found = columns.into_iter().flatten().filter_map(|column| Some((column, spots.get(&column)?)));
    let has_value = spots.iter().any(|(column, spot)| *column != names.main && spot.is_value());
    found.find(|(_, spot)| spot.is_name() || has_value && spot.look == Seems::Words)
}

/// Where units stand in two columns, a text at the left of a name labels the rows from there on.
fn label_at_the_left<'s, 'g>(
    spots: &'s BTreeMap<u32, PlaneSpot<'g>>,
    names: &NameColumns,
) -> Option<(u32, &'s PlaneSpot<'g>)> {
    let left = names.left?;
    let spot = spots.get(&left).filter(|_| spots.get(&names.main).is_some_and(PlaneSpot::is_name))?;
    Some((left, spot))
}

/// Columns in which more rows with names hold values than words.
fn numeric_columns(rows: &[(u32, &BTreeMap<u32, PlaneSpot<'_>>)], names: &NameColumns) -> BTreeSet<u32> {
    let mut counts: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for (_, spots) in rows.iter().filter(|(_, spots)| name_of(spots, names).is_some()) {
        for (column, spot) in spots.iter() {
            let count = counts.entry(*column).or_default();
            count.0 += usize::from(spot.is_value());
            count.1 += usize::from(spot.look == Seems::Words);
        }
    }
    counts.into_iter().filter(|(_, (values, words))| values > words).map(|(column, _)| column).collect()
}

/// Whether a row without values tells more than a name: signs where values stand, or other texts.
fn tells_more(spots: &BTreeMap<u32, PlaneSpot<'_>>, name: u32, names: &NameColumns, numeric: &BTreeSet<u32>) -> bool {
    let others = spots.iter().filter(|(column, spot)| {
        **column != name && Some(**column) != names.left && !(**column < name && is_numbering(&spot.text))
    });
    others.into_iter().any(|(column, spot)| spot.look == Seems::Words || numeric.contains(column))
}

/// Whether a row holds nothing but one text, at the names or at their left; numbering may stand before it. At the left of the
/// names, values of the group may stand beside it.
fn is_heading(spots: &BTreeMap<u32, PlaneSpot<'_>>, names: &NameColumns) -> bool {
    heading_spot(spots).is_some_and(|(column, spot)| {
        let has_values = spots.values().any(PlaneSpot::is_value) && names.left.is_none();
        let is_alone =
            spots.len() == 1 || spots.values().all(|other| other.text == spot.text || is_numbering(&other.text));
        let is_told = row_word(&spot.text).is_some();
        spot.is_name() && !is_told && (column <= names.main && is_alone || column < names.main && has_values)
    })
}

/// What the one text of a row with values says that it is, where no name stands in it.
fn told_at_the_left(spots: &BTreeMap<u32, PlaneSpot<'_>>) -> PassedOverWhy {
    match heading_spot(spots).and_then(|(_, spot)| row_word(&spot.text)) {
        Some(RowWord::Maxima) => PassedOverWhy::Maxima,
        Some(RowWord::Statistic) => PassedOverWhy::Statistic,
        Some(RowWord::Whole) => PassedOverWhy::Whole,
        None => PassedOverWhy::Nameless,
    }
}

fn heading_spot<'s, 'g>(spots: &'s BTreeMap<u32, PlaneSpot<'g>>) -> Option<(u32, &'s PlaneSpot<'g>)> {
    let mut texts = spots.iter().filter(|(_, spot)| !spot.is_value() && !is_numbering(&spot.text));
    let (column, spot) = texts.next()?;
    texts.next().is_none().then_some((*column, spot))
}

/// Whether at least two texts of a row are those of the header, and no number is in it but years.
fn is_header_again(plane: &Plane<'_>, header: &Header, spots: &BTreeMap<u32, PlaneSpot<'_>>) -> bool {
    let same = |(column, spot): &(&u32, &PlaneSpot<'_>)| {
        header.rows.iter().any(|row| plane.spot(*row, **column).is_some_and(|other| other.text == spot.text))
    };
    let n_words = spots.values().filter(|spot| spot.look == Seems::Words).count();
    let n_same = spots.iter().filter(same).count();
    spots.values().all(|spot| !spot.is_value() || spot.year().is_some()) && n_same >= 2 && n_same * 2 > n_words
}

/// Whether different texts stand where numbers are expected: another table begins.
fn is_other_header(spots: &BTreeMap<u32, PlaneSpot<'_>>, numeric: &BTreeSet<u32>) -> bool {
    let in_numeric: Vec<&PlaneSpot<'_>> = numeric.iter().filter_map(|column| spots.get(column)).collect();
    let texts: BTreeSet<&str> =
        in_numeric.iter().filter(|spot| spot.look == Seems::Words).map(|spot| spot.text.as_str()).collect();
    let has_values = spots.values().any(|spot| spot.is_value() && spot.year().is_none());
    !has_values && texts.len() >= 2 && texts.len() * 2 >= numeric.len().min(8)
}

/// Whether the heading of the names stands in a row once more, beside other headings than before.
fn is_header_of_names(
    plane: &Plane<'_>,
    header: &Header,
    names: &NameColumns,
    spots: &BTreeMap<u32, PlaneSpot<'_>>,
) -> bool {
    let is_told = |spot: &PlaneSpot<'_>| {
        header.rows.iter().filter_map(|row| plane.spot(*row, names.main)).any(|other| other.text == spot.text)
    };
    let has_others = spots.iter().any(|(column, spot)| *column != names.main && spot.look == Seems::Words);
    spots.get(&names.main).is_some_and(is_told)
        && has_others
        && spots.values().all(|spot| !spot.is_value() || spot.year().is_some())
}

/// Whether a row with a name and a value follows soon.
fn named_later(rows: &[(u32, &BTreeMap<u32, PlaneSpot<'_>>)], names: &NameColumns) -> bool {
    rows.iter().take(4).any(|(_, spots)| name_of(spots, names).is_some() && spots.values().any(PlaneSpot::is_value))
}

/// Where later units stand below headings, the first ones may have theirs in the header, over the heading of names.
fn first_group(plane: &Plane<'_>, header: &Header, names: &NameColumns, body: &mut TableBody) {
    let [top, .., bottom] = header.rows.as_slice() else { return };
    let later = body.units.iter().any(|unit| unit.group.is_some());
    let of = |row: u32| plane.spot(row, names.main).filter(|spot| spot.is_name());
    let (Some(over), Some(_)) = (of(*top), of(*bottom)) else { return };
    if later && body.units.first().is_some_and(|unit| unit.group.is_none()) {
        let group = Some((over.text.clone(), (*top, names.main)));
        body.units.iter_mut().take_while(|unit| unit.group.is_none()).for_each(|unit| unit.group = group.clone());
    }
}
