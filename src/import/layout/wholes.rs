//! Rows that are no units: sums, means, countries among provinces, what is listed below those that are ranked, and units
//! that a box below the table shows once more.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::facts::ColumnFound;
use super::roles::Decided;
use super::row_words::{RowWord, is_country, is_group_of_countries, is_heading_of_wholes, row_word};
use super::rows::{Passed, UnitCandidate};
use super::text::{is_roman, without_footnote, without_numbering};
use crate::import::table::{PassedOverWhy, Role};
use crate::words::fold;

/// Why a row that looks like a unit is passed over, and whether that is beyond doubt.
pub(super) type Reason = (PassedOverWhy, bool);

/// Why each candidate is passed over; none for units.
pub(super) fn reasons(units: &[UnitCandidate], columns: &[ColumnFound], roles: &[Decided]) -> Vec<Option<Reason>> {
    let mut reasons: Vec<Option<Reason>> = units.iter().map(by_words).collect();
    let n_countries = units.iter().filter(|unit| is_country(&unit.text)).count();
    let levels = levels_above(units);
    for (i, unit) in units.iter().enumerate() {
        if reasons[i].is_none()
            && (is_group_of_countries(&unit.text) || n_countries <= 2 && is_country(&unit.text) && units.len() > 8)
        {
            reasons[i] = Some((PassedOverWhy::Whole, false));
        }
        if reasons[i].is_none() && levels[i] {
            reasons[i] = Some((PassedOverWhy::Whole, false));
        }
    }
    by_section(units, columns, roles, &mut reasons);
    by_repetition(units, &mut reasons);
    by_sum(units, columns, roles, &mut reasons);
    reasons
}

/// Moves candidates that are no units to what is passed over.
pub(super) fn part(units: Vec<UnitCandidate>, reasons: &[Option<Reason>]) -> (Vec<UnitCandidate>, Vec<(Passed, bool)>) {
    let (mut kept, mut passed) = (Vec::new(), Vec::new());
    for (unit, reason) in units.into_iter().zip(reasons) {
        match reason {
            None => kept.push(unit),
            Some((why, is_sure)) => {
                let (row, column, text) = (unit.row, unit.column, unit.text.clone());
                passed.push((Passed { row, column, why: *why, text, unit: Some(unit) }, *is_sure));
            }
        }
    }
    (kept, passed)
}

fn by_words(unit: &UnitCandidate) -> Option<Reason> {
    let name = without_numbering(&unit.text).1;
    let by_name = row_word(name).map(|word| match word {
        RowWord::Whole => (PassedOverWhy::Whole, true),
        RowWord::Statistic => (PassedOverWhy::Statistic, true),
        RowWord::Maxima => (PassedOverWhy::Maxima, true),
    });
    let by_heading = || unit.group.as_ref().filter(|(heading, _)| is_heading_of_wholes(heading));
    by_name.or_else(|| by_heading().map(|_| (PassedOverWhy::Whole, true)))
}

/// `I`, `II` among `1`, `2`: the row of a group that has numbers of its own.
fn levels_above(units: &[UnitCandidate]) -> Vec<bool> {
    let numbering = |unit: &UnitCandidate| -> Option<String> {
        let own = without_numbering(&unit.text).0.map(str::to_owned);
        unit.numbering.clone().or(own).map(|text| text.trim_end_matches(['.', ')']).to_owned())
    };
    let is_digit = |text: &String| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_above = |text: &String| is_roman(text) || text.len() == 1 && text.bytes().all(|b| b.is_ascii_uppercase());
    let numberings: Vec<Option<String>> = units.iter().map(numbering).collect();
    let n_digits = numberings.iter().flatten().filter(|text| is_digit(text)).count();
    let is_level = |i: usize| {
        let next = numberings.get(i + 1).and_then(Option::as_ref);
        numberings[i].as_ref().is_some_and(is_above) && next.is_some_and(is_digit)
    };
    (0..units.len()).map(|i| n_digits * 2 > units.len() && is_level(i)).collect()
}

/// Rows of groups that have numbers of their own are the headings of those below them.
pub(super) fn group_by_levels(units: &mut [UnitCandidate]) {
    let levels = levels_above(units);
    let mut group = None;
    for (unit, is_above) in units.iter_mut().zip(levels) {
        if is_above {
            group = Some((without_numbering(&unit.text).1.to_owned(), (unit.row, unit.column)));
        } else if group.is_some() {
            unit.group = group.clone();
        }
    }
}

/// Below the last unit that has a rank, sections in which none has one list wholes, or units that are not ranked.
fn by_section(units: &[UnitCandidate], columns: &[ColumnFound], roles: &[Decided], reasons: &mut [Option<Reason>]) {
    let total = roles.iter().position(|(role, _)| *role == Role::Total);
    let of_total = |role: &Role| matches!(role, Role::Rank { of } if of.is_none() || *of == total);
    for (column, (role, _)) in columns.iter().zip(roles) {
        if !of_total(role) && *role != Role::Id {
            continue;
        }
        let has = |i: usize| match role {
            Role::Id => column.numbers[i].is_some(),
            _ => column.ranks[i].is_some(),
        };
        let Some(last) = (0..units.len()).rev().find(|i| has(*i)) else { continue };
        let n_with = (0..=last).filter(|i| has(*i)).count();
        if n_with < 5 || n_with * 10 < (last + 1) * 9 {
            continue;
        }
        for i in last + 1..units.len() {
            if reasons[i].is_some() || units[i].section == units[last].section {
                continue;
            }
            let has_total = total.is_none_or(|total| columns[total].numbers[i].is_some());
            reasons[i] = Some(if has_total { (PassedOverWhy::Whole, false) } else { (PassedOverWhy::Unranked, false) });
        }
        // The first such column decides: ranks of other years say nothing.
        return;
    }
}

/// A unit of the table once more, in a section below it.
fn by_repetition(units: &[UnitCandidate], reasons: &mut [Option<Reason>]) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let largest = largest_section(units);
    for (i, unit) in units.iter().enumerate().filter(|(i, _)| reasons[*i].is_none()).collect::<Vec<_>>() {
        let name = fold(without_footnote(without_numbering(&unit.text).1).0);
        match first.get(&name) {
            Some(before)
                if unit.section != largest && units[*before].section != unit.section && is_small(units, unit) =>
            {
                reasons[i] = Some((PassedOverWhy::LookUp, false));
            }
            Some(_) => {}
            None => drop(first.insert(name, i)),
        }
    }
}

fn largest_section(units: &[UnitCandidate]) -> usize {
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    units.iter().for_each(|unit| *sizes.entry(unit.section).or_default() += 1);
    sizes
        .into_iter()
        .max_by_key(|(section, size)| (*size, std::cmp::Reverse(*section)))
        .map_or(0, |(section, _)| section)
}

/// A box has few rows, and no heading of a group of its own.
fn is_small(units: &[UnitCandidate], unit: &UnitCandidate) -> bool {
    let size = units.iter().filter(|other| other.section == unit.section).count();
    size <= 6 && size * 3 <= units.len()
}

/// A row that is the sum of all others in each of its columns of numbers, one at least not zero.
fn by_sum(units: &[UnitCandidate], columns: &[ColumnFound], roles: &[Decided], reasons: &mut [Option<Reason>]) {
    let scores: Vec<&ColumnFound> = columns
        .iter()
        .zip(roles)
        .filter(|(_, (role, _))| matches!(role, Role::Criterion | Role::Total | Role::Year(_)))
        .map(|(column, _)| column)
        .collect();
    let counted: Vec<usize> = (0..units.len()).filter(|i| reasons[*i].is_none()).collect();
    if counted.len() < 4 {
        return;
    }
    let ends = [counted.first().copied(), counted.last().copied()];
    for i in ends.into_iter().flatten() {
        let mut n_sums = 0;
        let all_sums = scores.iter().all(|column| {
            let Some(own) = column.numbers[i] else { return true };
            let mut others = counted.iter().filter(|other| **other != i).filter_map(|other| column.numbers[*other]);
            let sum = others.try_fold(Decimal::ZERO, |sum, value| sum.checked_add(value));
            n_sums += usize::from(sum == Some(own) && !own.is_zero());
            sum == Some(own)
        });
        if all_sums && n_sums > 0 {
            reasons[i] = Some((PassedOverWhy::Whole, false));
        }
    }
}
