//! What parts without a value did to a total, in words: it was rescaled, something was counted in their place, or there
//! is none.

use rust_decimal::Decimal;

use super::context::Page;
use super::findings::names;
use super::methodology::counted;
use super::tables::Part;
use crate::model::{Aggregate, Exempt, Missing};
use crate::rankings::{Basis, Known, StandingState};

/// What became of a part without a value in a total that there is all the same.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// No value exists; it counts as 0.
    Zero,
    /// It does not apply; it counts as its maximum.
    Full,
    /// It does not apply; it counts as 0.
    Nothing,
    /// The others make the total alone.
    Left,
}

const WAYS: [Way; 4] = [Way::Left, Way::Zero, Way::Full, Way::Nothing];

/// How a number was made without some of its parts, for the row of a scorecard.
pub(super) fn note(page: &Page<'_>, part: Part<'_>, column: usize, row: usize) -> Option<String> {
    let absent = absent(part, column, row);
    let told = WAYS.into_iter().filter_map(|way| {
        let of_way = absent.iter().filter(|(_, other)| *other == way);
        let names: Vec<String> =
            of_way.map(|&(c, _)| page.text(&part.group.scheme.criteria[c].name).to_owned()).collect();
        let names = (!names.is_empty()).then(|| page.words().list(&names))?;
        let words = [("names", names.as_str())];
        Some(match way {
            Way::Left => rescaled(page, part, column, row, &names).unwrap_or_else(|| page.say("absent.left", &words)),
            Way::Zero => page.say("absent.zero", &words),
            Way::Full => page.say("absent.full", &words),
            Way::Nothing => page.say("absent.nothing", &words),
        })
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join("; "))
}

/// Whose totals among some rows were made without some of their parts, a sentence for each way.
pub(super) fn of_rows(page: &Page<'_>, part: Part<'_>, rows: impl Iterator<Item = usize>) -> Vec<String> {
    let mut found: Vec<(Way, Vec<usize>)> = WAYS.map(|way| (way, Vec::new())).into();
    for row in rows {
        let ways = ways(part, part.total(), row);
        found.iter_mut().filter(|(way, _)| ways.contains(way)).for_each(|(_, rows)| rows.push(row));
    }
    let said = found.iter().filter(|(_, rows)| !rows.is_empty()).map(|(way, rows)| {
        let key = match way {
            Way::Left => "absent.rows.left",
            Way::Zero => "absent.rows.zero",
            Way::Full => "absent.rows.full",
            Way::Nothing => "absent.rows.nothing",
        };
        page.say_n(key, rows.len(), &[("names", &names(page, part, rows))])
    });
    said.collect()
}

/// Why a unit is not ranked: as the publisher says, or because it has no total.
pub(super) fn why_unranked(page: &Page<'_>, part: Part<'_>, row: usize) -> Option<String> {
    if let Some(why) = &part.group.unranked[row] {
        let (why, short) = (page.text(why).trim_end_matches('.'), page.say("tile.unranked", &[]));
        let says_it = page.words().fold(why).starts_with(&page.words().fold(&short));
        return Some(page.say(if says_it { "unit.unranked.said" } else { "unit.unranked" }, &[("why", why)]));
    }
    let state = part.standing(part.total(), row).state;
    let key = match state {
        StandingState::Missing => "unit.unranked.missing",
        StandingState::Exempt => "unit.unranked.exempt",
        _ => return None,
    };
    let mut leaves = Vec::new();
    add_leaves(part, part.total(), row, state, &mut leaves);
    let names: Vec<String> =
        leaves.iter().map(|&c| page.text(&part.group.scheme.criteria[c].name).to_owned()).collect();
    Some(match names.is_empty() {
        true => page.say("unit.unranked.total", &[]),
        false => page.say(key, &[("names", &page.words().list(&names))]),
    })
}

/// The lowest parts of a column that are in that state.
fn add_leaves(part: Part<'_>, column: usize, row: usize, state: StandingState, leaves: &mut Vec<usize>) {
    for child in counted(&part.group.scheme, column) {
        if part.standing(child, row).state != state {
            continue;
        }
        let before = leaves.len();
        add_leaves(part, child, row, state, leaves);
        if leaves.len() == before {
            leaves.push(child);
        }
    }
}

/// The parts of a made number that have no value, and what became of each.
fn absent(part: Part<'_>, column: usize, row: usize) -> Vec<(usize, Way)> {
    let scheme = &part.group.scheme;
    let standing = part.standing(column, row);
    let is_made = matches!(standing.score_basis, Some(Basis::Computed | Basis::Deduced)) && scheme.is_made(column);
    if !is_made || !matches!(standing.score, Known::Exact(_)) {
        return Vec::new();
    }
    let way = |column: usize| match part.standing(column, row).state {
        StandingState::Missing => Some(if scheme.missing == Missing::Zero { Way::Zero } else { Way::Left }),
        StandingState::Exempt => Some(match scheme.exempt {
            Exempt::Full => Way::Full,
            Exempt::Nothing => Way::Nothing,
            Exempt::Rescale | Exempt::Unranked => Way::Left,
        }),
        _ => None,
    };
    counted(scheme, column).into_iter().filter_map(|child| Some((child, way(child)?))).collect()
}

/// What became of all parts of a number without a value, those of its parts included.
fn ways(part: Part<'_>, column: usize, row: usize) -> Vec<Way> {
    let own = absent(part, column, row).into_iter().map(|(_, way)| way);
    let children = counted(&part.group.scheme, column).into_iter();
    own.chain(children.flat_map(|child| ways(part, child, row))).collect()
}

/// The calculation by which a sum without some of its parts is brought to its whole scale; only where it is a plain one.
fn rescaled(page: &Page<'_>, part: Part<'_>, column: usize, row: usize, names: &str) -> Option<String> {
    let scheme = &part.group.scheme;
    let moved = column == part.total() && part.group.adjustments.iter().any(|a| a.row as usize == row);
    if scheme.aggregate(column) != Aggregate::Sum || moved {
        return None;
    }
    let (mut sum, mut present, mut whole) = (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
    for child in counted(scheme, column) {
        let weight = scheme.criteria[child].weight;
        let max = part.max(child)?.checked_mul(weight)?;
        whole = whole.checked_add(max)?;
        match part.standing(child, row).score {
            Known::Exact(score) => {
                sum = sum.checked_add(score.checked_mul(weight)?)?;
                present = present.checked_add(max)?;
            }
            _ => continue,
        }
    }
    let Known::Exact(made) = part.standing(column, row).score else { return None };
    let again = sum.checked_mul(whole)?.checked_div(present)?;
    let same = (again - made).abs() < Decimal::new(1, 9);
    let [sum, present, whole] = [sum, present, whole].map(|value| page.number(&value.normalize()));
    let words = [("sum", sum.as_str()), ("present", &present), ("whole", &whole), ("names", names)];
    same.then(|| page.say("absent.rescaled", &words))
}
