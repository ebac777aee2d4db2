#![doc = include_str!("../manual/pages/en/announced-mismatch.md")]

use super::clash::{clash_fault, clashes, rank};
use crate::diagnostics::Faults;
use crate::diagnostics::codes::sense;
use crate::model::{Series, StatedScore};
use crate::rankings::{ClashKind, Rankings};

pub(super) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    for found in clashes(series, rankings) {
        let ([what, what_vi], announced, computed) = match &found.clash.kind {
            ClashKind::Score { announced, computed } => (["score", "điểm"], score(*announced), computed.to_string()),
            ClashKind::Rank { announced, computed } => (["rank", "hạng"], rank(announced), computed.to_string()),
            ClashKind::Count { announced, computed } => {
                (["count", "số đơn vị"], announced.to_string(), computed.to_string())
            }
            ClashKind::CountAbove { announced, ranked } => {
                (["count", "số đơn vị"], announced.to_string(), format!("≤ {ranked}"))
            }
            ClashKind::Last { announced, computed } => {
                (["last rank", "hạng cuối"], announced.to_string(), computed.to_string())
            }
            ClashKind::Impossible => continue,
        };
        // A wrong score of a statement shows at each unit that it names, a wrong rank moves those of others.
        let cause = match (&found.clash.kind, found.clash.statements.first()) {
            (ClashKind::Score { .. }, Some(statement)) => format!("{} {what} {statement}", found.column()),
            (ClashKind::Score { .. }, None) => format!("{} {what} {:?}", found.column(), found.clash.row),
            _ => format!("{} {what}", found.column()),
        };
        let fault = clash_fault(series, &found, &[], &sense::ANNOUNCED_MISMATCH).caused_by(cause);
        let fault = fault.with("what", what).with("what_vi", what_vi);
        faults.push(fault.with("announced", announced).with("computed", computed));
    }
}

fn score(score: StatedScore) -> String {
    match score {
        StatedScore::One(score) => score.to_string(),
        StatedScore::Between(low, high) => format!("{low}–{high}"),
    }
}
