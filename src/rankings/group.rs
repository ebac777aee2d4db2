//! Ranks one group of an edition, all by itself.

use super::bounds::Contradiction;
use super::group_ranking::{Clash, GroupRanking};
use super::places::{self, CountedRanks};
use super::sheet::Sheet;
use super::{announced, bounds, columns, order, revealed};
use crate::model::EditionGroup;

/// Ranks a group.
pub(super) fn rank_group(group: &EditionGroup) -> GroupRanking {
    let mut sheet = Sheet::of(group);
    let mut clashes: Vec<Clash> = announced::scores(&sheet);
    let believed = believed(group, &clashes);
    let bounds = bounds::run(&mut sheet, &believed);
    clashes.extend(bounds.contradictions.iter().map(Contradiction::clash));
    let mut columns = Vec::with_capacity(group.scheme.n_columns());
    for column in group.scheme.columns() {
        let places: Option<CountedRanks> = places::count(&sheet, column);
        if let Some(places) = &places {
            clashes.extend(announced::ranks(&sheet, column, places));
        }
        if !places.as_ref().is_some_and(|places| places.is_firm) {
            clashes.extend(announced::counts(&sheet, column));
        }
        columns.push(columns::column(&sheet, column, places.as_ref(), &bounds));
    }
    let order = columns.last().map(|total| order::of(total, |row| sheet.is_in_ranking(row))).unwrap_or_default();
    let (failures, revealed) = (std::mem::take(&mut sheet.failures), revealed::revealed(group, &believed));
    GroupRanking { columns, order, clashes, failures, revealed }
}

/// Which statements are not refuted yet: from a refuted one nothing is concluded.
fn believed(group: &EditionGroup, clashes: &[Clash]) -> Vec<bool> {
    let mut believed = vec![true; group.statements.len()];
    for &index in clashes.iter().flat_map(|clash| &clash.statements) {
        believed[index] = false;
    }
    believed
}
