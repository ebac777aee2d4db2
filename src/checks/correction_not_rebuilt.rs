#![doc = include_str!("../manual/pages/en/correction-not-rebuilt.md")]

use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Series;
use crate::rankings::{ClashKind, Rankings};

/// Under a computed value the `was` of a correction stands as what was announced then: it clashes where the version
/// before it comes to another number.
pub(super) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    let editions = series.editions.iter().zip(&rankings.editions);
    for (edition, ranked) in editions.filter(|(edition, _)| !series.unread.units && edition.is_whole()) {
        for version in &ranked.versions {
            for (row, column, computed, before) in version.groups.iter().flatten().flat_map(|before| {
                let clashes = before.ranking.clashes.iter();
                clashes.filter_map(move |clash| match clash.kind {
                    ClashKind::Score { computed, .. } => Some((clash.row?.index(), clash.column, computed, before)),
                    _ => None,
                })
            }) {
                let (unit, criterion) = (before.group.units[row], before.group.scheme.column_id(column));
                let of_cell = edition.corrections.iter().filter(|c| c.unit == unit && c.criterion == criterion);
                let Some(correction) = of_cell.rev().find(|c| c.date == version.until) else { continue };
                if correction.was.score().is_none_or(|was| was == computed) {
                    continue;
                }
                let fault = Diagnostic::new(&sense::CORRECTION_NOT_REBUILT, correction.place)
                    .with("unit", &series.units[unit.0].id)
                    .with("criterion", criterion);
                faults.push(fault.with("was", correction.was).with("computed", computed));
            }
        }
    }
}
