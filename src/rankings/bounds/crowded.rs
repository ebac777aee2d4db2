//! Announced ranks that leave no room for each other, whatever the scores are: equal units take up as many places as
//! they are.
//!
//! By hand: with `competition` three units at rank 106 take up the places 106 to 108, so that the next rank is 109 or
//! worse. A unit announced at 108 contradicts them. With `modified` three units at rank 108 take up 106 to 108, with
//! `average` three at 107 do. With `dense` there is always room, and with `announced` equal printed scores may stand at
//! different ranks.
//!
//! Where each unit has its announced rank, no place may be left that nobody has: with `competition` three units at the ranks
//! 1, 3 and 3 contradict each other, for nobody is left who could be the second.

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
    /// Whether units that the edition does not name are here too, nobody knows how many.
    has_unnamed: bool,
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
    if rule.counted != Counted::Units || !sheet.is_ranked(column) || is_left_out {
        return None;
    }
    let holders = holders(sheet, believed, column);
    let ranks: Vec<(&u32, &Holders)> = holders.iter().collect();
    let crowded = ranks.windows(2).find(|pair| {
        let ((_, last), (first, _)) = (ends(rule.equals, pair[0]), ends(rule.equals, pair[1]));
        first < last + 2
    });
    let gap = || Some(&ranks[..]).filter(|ranks| has_gap(sheet, column, rule.equals, ranks));
    let clash = crowded.or_else(gap)?;
    let mut said: Vec<Assertion> = clash.iter().flat_map(|(_, holders)| holders.said.iter().copied()).collect();
    said.sort_unstable();
    said.dedup();
    Some(said)
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

/// Whether each unit of a column has an announced rank, and a place is left that nobody has.
fn has_gap(sheet: &Sheet, column: Column, equals: Equals, ranks: &[(&u32, &Holders)]) -> bool {
    let named: usize = ranks.iter().map(|(_, holders)| holders.rows.len()).sum();
    let all = (0..sheet.rows).map(Row::at).filter(|row| is_ranked(sheet, column, *row)).count();
    let is_counted = |(_, holders): &(&u32, &Holders)| holders.counted as usize > holders.rows.len();
    let is_closed = sheet.group.names_all() || ranks.iter().any(|(_, holders)| holders.has_unnamed);
    if named != all || !is_closed || equals == Equals::AsAnnounced || ranks.iter().any(is_counted) {
        return false;
    }
    let mut above: i64 = 0;
    for &(&rank, holders) in ranks {
        let is_open = holders.has_unnamed && !sheet.group.names_all();
        let len = i64::from(holders.len());
        let expected = match equals {
            Equals::First => 2 * (above + 1),
            Equals::Last | Equals::Mean | Equals::InOrder if is_open => return false,
            Equals::Mean => 2 * above + len + 1,
            // Of units in order each takes up one place, so that two never come to the same.
            Equals::Last | Equals::InOrder | Equals::AsAnnounced => 2 * (above + len),
        };
        if i64::from(rank) != expected || (equals == Equals::InOrder && len > 1) {
            return true;
        }
        if is_open {
            return false;
        }
        above += len;
    }
    false
}

/// Whether a unit is ranked in a column.
fn is_ranked(sheet: &Sheet, column: Column, row: Row) -> bool {
    let row = row.index();
    row < sheet.rows && sheet.is_in_ranking(row) && sheet.valued(column, row).exists()
}

/// The units of each rank that is announced exactly, by the rank in halves.
fn holders(sheet: &Sheet, believed: &Believed, column: Column) -> BTreeMap<u32, Holders> {
    let mut holders: BTreeMap<u32, Holders> = BTreeMap::new();
    for said in believed.iter() {
        let (stated, rows, counted, others) = match said {
            Assertion::Statement(index) => {
                let statement = &sheet.group.statements[index];
                let rank = statement.rank.as_ref().filter(|_| statement.column == column);
                (rank, statement.rows.as_slice(), statement.count.unwrap_or(0), statement.others)
            }
            Assertion::Cell(of, row) if of == column => (rank(sheet, column, row.index()), &[row][..], 0, false),
            Assertion::Cell(..) => continue,
        };
        let Some(StatedRank::One(rank)) = stated else { continue };
        let rows: Vec<Row> = rows.iter().copied().filter(|&row| is_ranked(sheet, column, row)).collect();
        if !rows.is_empty() || others {
            let here = holders.entry(rank.in_halves()).or_default();
            here.rows.extend(rows);
            here.counted = here.counted.max(counted);
            here.said.push(said);
            here.has_unnamed |= others;
        }
    }
    holders
}
