//! Stage 3: exact totals, ranks and what can be proved of what is not known. No words for readers.
//!
//! A group of an edition at a time, all by itself:
//!
//! 1. `sheet` reads every number, and makes points (`normalise`) and totals (`policy`, then `totals`);
//! 2. `announced` compares what was announced with them;
//! 3. `deductions` proves what it can of what is still unknown;
//! 4. `places` ranks each column that is complete then, by one of `ties`;
//! 5. `columns` puts together what there is to say of each cell, `order` how the group is listed.
//!
//! `versions` does the same for each earlier version of an edition that was corrected.

mod announced;
mod bands;
mod change;
mod claims;
mod columns;
mod deductions;
mod exact;
mod normalise;
mod notices;
mod order;
mod own_weights;
mod places;
mod policy;
mod ranked_column;
mod revealed;
mod sheet;
mod shown;
mod standing;
mod summary;
mod sums;
#[cfg(test)]
mod tests;
mod ties;
mod totals;
mod versions;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use rust_decimal::Decimal;

use self::places::Places;
use self::sheet::Sheet;
use crate::model::{EditionGroup, Normalise, Series};

pub use change::{
    Because, CellChange, CellVerdict, CellWhy, ColumnChange, EditionChange, Gone, GoneWhy, GroupChange, Here, Lack,
    Lacks, Moved, Movers, PartChange, PartChanges, RankChange, Split, Verdict, absent, between, gone_why,
    schemes_between, total_between,
};
pub use claims::{ClaimState, Comparison, claim_state, comparisons};
pub use own_weights::{NoOwnWeights, OwnPart, OwnRow, OwnWeights, may_have_own_weights, own_weights};
pub use ranked_column::RankedColumn;
pub use shown::Shown;
pub use standing::{
    Basis, Clash, ClashKind, EditionRanking, GroupRanking, Known, RankBasis, Rankings, Reason, Standing, StandingState,
};
pub use summary::Summary;
pub use sums::Sum;
pub use versions::{Effect, RankCorrected, RankHeld, Version, VersionGroup, effects, touched};

/// The points that the raw values of a group become, each rounded once; none where arithmetic has no answer.
#[must_use]
pub fn normalised(rule: &Normalise, raw: &[Decimal]) -> Vec<Option<Decimal>> {
    normalise::points(rule, raw)
}

/// Ranks every group of every edition.
#[must_use]
pub fn rank(series: &Series) -> Rankings {
    let editions = series.editions.par_iter();
    let ranked = editions.map(|edition| EditionRanking {
        groups: edition.groups.par_iter().map(rank_group).collect(),
        versions: versions::versions(edition),
    });
    let editions: Vec<EditionRanking> = ranked.collect();
    let changes = change::changes(series, &editions);
    Rankings { editions, changes }
}

fn rank_group(group: &EditionGroup) -> GroupRanking {
    let mut sheet = Sheet::of(group);
    let mut clashes: Vec<Clash> = announced::scores(&sheet);
    let believed = believed(group, &clashes);
    let findings = deductions::run(&mut sheet, &believed);
    for contradiction in &findings.contradictions {
        let statements = contradiction.statements.clone();
        clashes.push(clash(contradiction.column, contradiction.row, statements, ClashKind::Impossible));
    }
    let mut columns = Vec::with_capacity(group.scheme.n_columns());
    for column in 0..group.scheme.n_columns() {
        let places: Option<Places> = places::count(&sheet, column);
        if let Some(places) = &places {
            clashes.extend(announced::ranks(&sheet, column, places));
        }
        columns.push(columns::column(&sheet, column, places.as_ref(), &findings));
    }
    let order = columns.last().map(|total| order::of(total, |row| sheet.is_in_ranking(row))).unwrap_or_default();
    let (failures, revealed) = (std::mem::take(&mut sheet.failures), revealed::revealed(group, &believed));
    GroupRanking { columns, order, clashes, failures, revealed }
}

fn clash(column: usize, row: Option<u32>, statements: Vec<usize>, kind: ClashKind) -> Clash {
    Clash { column, row, statements, kind }
}

/// Which statements are not refuted yet: from a refuted one nothing is concluded.
fn believed(group: &EditionGroup, clashes: &[Clash]) -> Vec<bool> {
    let mut believed = vec![true; group.statements.len()];
    for &index in clashes.iter().flat_map(|clash| &clash.statements) {
        believed[index] = false;
    }
    believed
}
