//! Stage 3: exact totals, ranks and what can be proved of what is not known. No words for readers.
//!
//! A group of an edition at a time, all by itself:
//!
//! 1. `sheet` reads every number, and makes points (`normalise`) and totals (`policy`, then `totals`);
//! 2. `announced` compares what was announced with them;
//! 3. `bounds` proves what it can of what is still unknown;
//! 4. `places` ranks each column that is complete then, by one of `ties`;
//! 5. `columns` puts together what there is to say of each cell, `order` how the group is listed.
//!
//! `versions` does the same for each earlier version of an edition that was corrected.

mod announced;
mod announced_cells;
mod bands;
mod bounds;
mod change;
mod claims;
mod columns;
mod decimals;
mod exact;
mod group;
mod group_ranking;
mod inverse;
mod known;
mod normalise;
mod order;
mod own_weights;
mod places;
mod policy;
mod ranked_column;
mod rescaled;
mod results;
mod revealed;
mod sheet;
mod shown;
mod standing;
mod summary;
mod sums;
#[cfg(test)]
mod tests;
pub(crate) mod ties;
mod totals;
mod version;
mod versions;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use rust_decimal::Decimal;

use self::group::rank_group;
use crate::model::{Normalise, Series};

pub(crate) use change::{
    CellChange, CellVerdict, CellWhy, ColumnChange, Departure, DepartureReason, EditionChange, GroupChange,
    MissingEnds, Movers, Presence, RankChange, Verdict, VerdictReason, WhyMissing, absent, gone_why, schemes_between,
    total_between,
};
pub(crate) use claims::{ClaimState, Comparison, claim_state, comparisons};
pub(crate) use exact::percent;
pub(crate) use group_ranking::{Clash, ClashKind, GroupRanking};
pub(crate) use known::{Basis, Known, RankBasis, StandingState};
pub(crate) use own_weights::{NoOwnWeights, OwnPart, OwnRow, OwnWeights, may_have_own_weights, own_weights};
pub(crate) use ranked_column::RankedColumn;
pub(crate) use rescaled::{Rescaled, rescaled};
pub(crate) use results::{EditionRanking, Rankings};
pub(crate) use shown::{DECIMALS as SHOWN_DECIMALS, Shown, told_maximum};
pub(crate) use standing::{Reason, Standing};
pub(crate) use summary::ColumnSummary;
pub(crate) use sums::Sum;
pub(crate) use version::Version;
pub(crate) use versions::{CorrectionEffect, RankCorrected, RankHeld, effects, touched};

/// The points that the raw values of a group become, each rounded once; none where arithmetic has no answer.
#[must_use]
pub(crate) fn normalised(rule: &Normalise, raw: &[Decimal]) -> Vec<Option<Decimal>> {
    normalise::points(rule, raw)
}

/// Ranks every group of every edition.
#[must_use]
pub(crate) fn rank(series: &Series) -> Rankings {
    let editions = series.editions.par_iter();
    let ranked = editions.map(|edition| EditionRanking {
        groups: edition.groups.par_iter().map(rank_group).collect(),
        versions: versions::versions(edition),
    });
    let editions: Vec<EditionRanking> = ranked.collect();
    let changes = change::changes(series, &editions);
    Rankings { editions, changes }
}
