#![doc = include_str!("../manual/pages/en/statements-clash.md")]

use std::collections::BTreeMap;

use super::clash::{Found, clash_fault, clashes, ranks};
use crate::diagnostics::Faults;
use crate::diagnostics::codes::sense;
use crate::model::Series;
use crate::rankings::{ClashKind, Rankings};

/// The words of a clash of several, with their translations.
const SEVERAL: [&str; 6] = [
    "these statements on",
    "các câu công bố",
    "all be true",
    "mâu thuẫn nhau",
    "the others named here",
    "các câu nêu ở đây",
];

/// The words of a clash of one with scores, each of which may be right.
const ALONE: [&str; 6] =
    ["what was announced of", "điều công bố", "be true", "không thể đúng", "the scores of the column", "điểm của cột"];

/// The words of a clash of one where no score of the column is written: ranks alone may be too many for the units.
const WITH_UNITS: [&str; 2] =
    ["the other numbers of the group, such as how many units it has", "các số khác của nhóm, như số đơn vị"];

/// Of a column one clash is told, with everything in it that cannot be true at once: one slip shows at many units.
pub(super) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    let mut columns: BTreeMap<String, Vec<Found<'_>>> = BTreeMap::new();
    for found in clashes(series, rankings).filter(|found| found.clash.kind == ClashKind::Impossible) {
        columns.entry(found.column()).or_default().push(found);
    }
    for found in columns.values() {
        if let [first, others @ ..] = found.as_slice() {
            let fault = clash_fault(series, first, others, &sense::STATEMENTS_CLASH);
            let n_said: usize = found.iter().map(|found| found.clash.statements.len() + found.clash.cells.len()).sum();
            let [said, said_vi, be, be_vi, with, with_vi] = if n_said > 1 { SEVERAL } else { ALONE };
            let cells = &first.group.columns[first.clash.column];
            let has_scores = (0..cells.len()).any(|row| cells.is_written(row));
            let [with, with_vi] = if n_said > 1 || has_scores { [with, with_vi] } else { WITH_UNITS };
            let fault = fault.with("said", said).with("said_vi", said_vi).with("be", be).with("be_vi", be_vi);
            let ranks = ranks(first, others);
            let [english, vietnamese] = match ranks {
                Some((ranks, true)) => [Some(format!("ranks {ranks}")), Some(format!("hạng {ranks}"))],
                Some((rank, false)) => [Some(format!("rank {rank}")), Some(format!("hạng {rank}"))],
                None => [None, None],
            };
            let fault = fault.with_some("ranks", english).with_some("ranks_vi", vietnamese);
            faults.push(fault.with("with", with).with("with_vi", with_vi));
        }
    }
}
