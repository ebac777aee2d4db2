#![doc = include_str!("../manual/pages/en/withheld-computable.md")]

use std::collections::BTreeSet;

use super::{cell_place, ranked_groups};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Column, Edition, EditionGroup, Row, Series};
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    let mut tell = |edition: &Edition, group: &EditionGroup, (column, row): (Column, Row)| {
        let place = cell_place(edition, group, column, row.index());
        let fault = Diagnostic::new(&sense::WITHHELD_COMPUTABLE, place);
        let unit = &series.units[group.units[row.index()].0].id;
        faults.push(fault.with("unit", unit).with("criterion", group.scheme.column_id(column)));
    };
    for (edition, group, ranking) in ranked_groups(series, rankings) {
        ranking.revealed.iter().for_each(|&cell| tell(edition, group, cell));
    }
    // Earlier versions are published too.
    let editions = series.editions.iter().zip(&rankings.editions);
    for (edition, ranked) in editions.filter(|(edition, _)| !series.unread.units && edition.is_whole()) {
        let mut told: BTreeSet<(usize, (Column, Row))> =
            ranked.groups.iter().enumerate().flat_map(|(i, now)| now.revealed.iter().map(move |&c| (i, c))).collect();
        for version in &ranked.versions {
            for (index, group) in version.groups.iter().enumerate() {
                let revealed =
                    group.iter().flat_map(|before| before.ranking.revealed.iter().map(move |c| (before, *c)));
                for (before, cell) in revealed {
                    if told.insert((index, cell)) {
                        tell(edition, &before.group, cell);
                    }
                }
            }
        }
    }
}
