//! Announced ranks that leave no room for each other, whatever the scores are: equal units take up as many places as
//! they are, and the better ranks must have somebody to hold them.
//!
//! By hand: with `competition` three units at rank 106 take up the places 106 to 108, so that the next rank is 109 or
//! worse. A unit announced at 108 contradicts them. With `modified` three units at rank 108 take up 106 to 108, with
//! `average` three at 107 do. With `dense` there is always room, and with `announced` equal printed scores may stand at
//! different ranks. Of three units one at rank 1 and two at rank 3 contradict each other: with `dense` nobody is left for
//! rank 2, with `competition` only one unit stands above the two.

use std::collections::{BTreeMap, BTreeSet};

use super::believed::{Assertion, Believed, rank};
use crate::model::{Column, Row, StatedRank, count_of};
use crate::rankings::places;
use crate::rankings::sheet::Sheet;
use crate::rankings::ties::{self, Counted, Equals};

/// Who is announced at a rank, and by what.
#[derive(Default)]
struct Holders {
    rows: BTreeSet<Row>,
    /// How many a statement counts.
    counted: u32,
    said: Vec<Assertion>,
}

impl Holders {
    /// The least number of units at the rank.
    fn len(&self) -> u32 {
        count_of(self.rows.len()).max(self.counted)
    }
}

/// What announces the first two ranks of a column, from the best, that leave no room for each other.
pub(super) fn crowded(sheet: &Sheet, believed: &Believed, column: Column) -> Option<Vec<Assertion>> {
    let rule = ties::rule(sheet.scheme.column_rule(column).ties);
    // In a complete column each announced rank is compared with the one that the scores give.
    let is_left_out = sheet.group.disputed(column).is_some() || places::is_complete(sheet, column);
    if !sheet.is_ranked(column) || is_left_out {
        return None;
    }
    let holders = holders(sheet, believed, column);
    let is_counted = rule.counted == Counted::Units;
    let clash = if is_counted { beside_each_other(rule.equals, &holders) } else { None };
    let clash = clash.or_else(|| unfilled(sheet, column, rule, &holders))?;
    let mut said: Vec<Assertion> = clash.iter().flat_map(|holders| holders.said.iter().copied()).collect();
    said.sort_unstable();
    said.dedup();
    Some(said)
}

/// The holders of a rank that has not as many places, or of two ranks that need the same place.
fn beside_each_other(equals: Equals, holders: &BTreeMap<u32, Holders>) -> Option<Vec<&Holders>> {
    let ranks: Vec<(&u32, &Holders)> = holders.iter().collect();
    let is_alone = |(_, here): &&(&u32, &Holders)| equals == Equals::InOrder && here.len() > 1;
    let begins_early = |&&here: &&(&u32, &Holders)| ends(equals, here).0 < 2;
    if let Some((_, here)) = ranks.first().filter(begins_early).or_else(|| ranks.iter().find(is_alone)) {
        return Some(vec![here]);
    }
    let pair = ranks.windows(2).find(|pair| {
        let ((_, last), (first, _)) = (ends(equals, pair[0]), ends(equals, pair[1]));
        first < last + 2
    })?;
    Some(pair.iter().map(|(_, here)| *here).collect())
}

/// The holders of the first rank for whose better ranks there are too few units, and of the rank before it. With `average`
/// and `announced` nobody can tell how many a rank needs above it.
fn unfilled<'h>(
    sheet: &Sheet,
    column: Column,
    rule: &ties::TieRule,
    holders: &'h BTreeMap<u32, Holders>,
) -> Option<Vec<&'h Holders>> {
    let named: u32 = holders.values().map(|here| count_of(here.rows.len())).sum();
    let rows: BTreeSet<Row> = holders.values().flat_map(|here| here.rows.iter().copied()).collect();
    let is_each_once = rows.len() == holders.values().map(|here| here.rows.len()).sum::<usize>();
    let free = places::ranked(sheet, column)?.checked_sub(named).filter(|_| is_each_once)?;
    let (mut filled, mut before) = (0, None);
    for (rank, here) in holders {
        let is_dense = rule.counted == Counted::Values;
        let needed = match rule.equals {
            _ if is_dense => rank / 2 - 1,
            Equals::First | Equals::InOrder => rank / 2 - 1,
            Equals::Last => (rank / 2).saturating_sub(count_of(here.rows.len())),
            Equals::Mean | Equals::AsAnnounced => return None,
        };
        if needed > filled + free {
            return Some(before.into_iter().chain([here]).collect());
        }
        filled += if is_dense { 1 } else { count_of(here.rows.len()) };
        before = Some(here);
    }
    None
}

/// The first and the last place that the units of a rank take up, in halves of a place.
fn ends(equals: Equals, (&rank, holders): (&u32, &Holders)) -> (i64, i64) {
    let (rank, more) = (i64::from(rank), i64::from(holders.len()) - 1);
    match equals {
        Equals::First => (rank, rank + 2 * more),
        Equals::Last => (rank - 2 * more, rank),
        Equals::Mean => (rank - more, rank + more),
        Equals::InOrder | Equals::AsAnnounced => (rank, rank),
    }
}

/// The units of each rank that is announced exactly, by the rank in halves.
fn holders(sheet: &Sheet, believed: &Believed, column: Column) -> BTreeMap<u32, Holders> {
    let is_ranked = |row: &Row| {
        let row = row.index();
        row < sheet.rows && sheet.is_in_ranking(row) && sheet.valued(column, row).exists()
    };
    let mut holders: BTreeMap<u32, Holders> = BTreeMap::new();
    for said in believed.iter() {
        let (stated, rows, counted) = match said {
            Assertion::Statement(index) => {
                let statement = &sheet.group.statements[index];
                let rank = statement.rank.as_ref().filter(|_| statement.column == column);
                (rank, statement.rows.as_slice(), statement.count.unwrap_or(0))
            }
            Assertion::Cell(of, row) if of == column => (rank(sheet, column, row.index()), &[row][..], 0),
            Assertion::Cell(..) => continue,
        };
        let Some(StatedRank::One(rank)) = stated else { continue };
        let rows: Vec<Row> = rows.iter().copied().filter(is_ranked).collect();
        if !rows.is_empty() {
            let here = holders.entry(rank.in_halves()).or_default();
            here.rows.extend(rows);
            here.counted = here.counted.max(counted);
            here.said.push(said);
        }
    }
    holders
}
