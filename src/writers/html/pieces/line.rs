//! The units of a group in a line, as its ranking has them: made once for all their pages.

use std::sync::OnceLock;

use crate::model::Rank;
use crate::rankings::{Known, Standing};
use crate::report::group::GroupResult;
use crate::say::order::blocks;
use crate::writers::html::frame::context::Page;

/// The rows of a group in the order of its ranking by the total.
#[derive(Debug, Default)]
pub(crate) struct Line {
    made: OnceLock<Made>,
}

#[derive(Debug)]
struct Made {
    /// Rows in order.
    rows: Vec<usize>,
    /// For each row where it stands.
    at: Vec<usize>,
}

impl Line {
    fn get(&self, page: &Page<'_>, part: GroupResult<'_>) -> &Made {
        self.made.get_or_init(|| {
            let rows: Vec<usize> =
                blocks(page.voice, part, part.total()).into_iter().flat_map(|(_, members)| members).collect();
            let mut at = vec![0; rows.len()];
            for (place, &row) in rows.iter().enumerate() {
                at[row] = place;
            }
            Made { rows, at }
        })
    }

    /// The rows before a row, the nearest first.
    pub(crate) fn before<'l>(
        &'l self,
        page: &Page<'_>,
        part: GroupResult<'_>,
        row: usize,
    ) -> impl Iterator<Item = usize> + use<'l> {
        let made = self.get(page, part);
        made.rows[..made.at[row]].iter().rev().copied()
    }

    /// The rows after a row, the nearest first.
    pub(crate) fn after<'l>(
        &'l self,
        page: &Page<'_>,
        part: GroupResult<'_>,
        row: usize,
    ) -> impl Iterator<Item = usize> + use<'l> {
        let made = self.get(page, part);
        made.rows[made.at[row] + 1..].iter().copied()
    }

    /// The other rows that share a row's rank, in order.
    pub(crate) fn sharing(&self, page: &Page<'_>, part: GroupResult<'_>, row: usize, rank: Rank) -> Vec<usize> {
        let shares = |other: &usize| part.standing(part.total(), *other).rank == Known::Exact(rank);
        let mut rows: Vec<usize> = self.before(page, part, row).take_while(shares).collect();
        rows.reverse();
        rows.extend(self.after(page, part, row).take_while(shares));
        rows
    }
}

/// Rank and score of a standing, where both are exactly known.
pub(crate) fn settled(standing: &Standing) -> Option<(Rank, rust_decimal::Decimal)> {
    match (standing.rank, standing.score) {
        (Known::Exact(rank), Known::Exact(score)) => Some((rank, score)),
        _ => None,
    }
}
