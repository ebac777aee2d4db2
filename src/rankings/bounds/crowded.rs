//! Announced ranks that leave no room for each other, whatever the scores are: equal units take up as many places as
//! they are.
//!
//! By hand: with `competition` three units at rank 106 take up the places 106 to 108, so that the next rank is 109 or
//! worse. A unit announced at 108 contradicts them. With `modified` three units at rank 108 take up 106 to 108, with
//! `average` three at 107 do. With `dense` there is always room, and with `announced` equal printed scores may stand at
//! different ranks.

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
    if rule.counted != Counted::Units || !sheet.is_ranked(column) || is_left_out {
        return None;
    }
    let holders = holders(sheet, believed, column);
    let ranks: Vec<(&u32, &Holders)> = holders.iter().collect();
    let clash = ranks.windows(2).find(|pair| {
        let ((_, last), (first, _)) = (ends(rule.equals, pair[0]), ends(rule.equals, pair[1]));
        first < last + 2
    });
    let mut said: Vec<Assertion> = clash?.iter().flat_map(|(_, holders)| holders.said.iter().copied()).collect();
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
