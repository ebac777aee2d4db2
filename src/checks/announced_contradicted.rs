//! # What it finds
//! An announced score, rank, count or last place that the numbers contradict, and statements that cannot all be true.
//!
//! # Why it matters
//! Either a number was typed wrongly, or the announcement itself is wrong. In both cases a reader who checks finds it.
//!
//! # Example
//! `{ rank: 1, score: 99, units: [so-y-te] }`, where the scores of `so-y-te` add up to 95.
//!
//! # How to mend
//! Mend the number that is wrong. If the source itself is wrong, write `disputed: why` beside the statement: it is then
//! printed as announced, and nothing is concluded from it.

use super::groups;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Edition, EditionGroup, Place, Rank, Series, StatedRank, StatedScore};
use crate::rankings::{Clash, ClashKind, Rankings};

pub(super) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    let rankings = rankings.editions.iter().flat_map(|edition| &edition.groups);
    for ((edition, group), ranking) in groups(series).zip(rankings) {
        for clash in ranking.clashes.iter().filter(|clash| clash.kind != ClashKind::NoValue) {
            faults.push(fault(series, edition, group, clash));
        }
    }
}

fn fault(series: &Series, edition: &Edition, group: &EditionGroup, clash: &Clash) -> Diagnostic {
    let unit = clash.row.map(|row| &series.units[group.units[row as usize].0].id);
    let mut places: Vec<Place> = clash.statements.iter().map(|&s| group.statements[s].place).collect();
    let cell = clash.row.and_then(|row| group.columns[clash.column].place(row as usize, edition.place.file));
    places.extend(cell);
    let place = places.first().copied().unwrap_or(edition.place);
    let (what, announced, computed) = match &clash.kind {
        ClashKind::Score { announced, computed } => (Some(["score", "điểm"]), score(*announced), computed.to_string()),
        ClashKind::Rank { announced, computed } => (Some(["rank", "hạng"]), rank(announced), computed.to_string()),
        ClashKind::Count { announced, computed } => {
            (Some(["count", "số đơn vị"]), announced.to_string(), computed.to_string())
        }
        ClashKind::Last { announced, computed } => {
            (Some(["last rank", "hạng cuối"]), announced.to_string(), computed.to_string())
        }
        ClashKind::Impossible | ClashKind::NoValue => (None, String::new(), String::new()),
    };
    let code = if what.is_some() { &sense::ANNOUNCED_MISMATCH } else { &sense::STATEMENTS_CLASH };
    let mut fault = Diagnostic::new(code, place)
        .with("criterion", group.scheme.column_id(clash.column))
        .with_some("unit", unit)
        .with("other", "clashes with this")
        .with("other_vi", "mâu thuẫn với câu này");
    if let Some([what, what_vi]) = what {
        fault =
            fault.with("what", what).with("what_vi", what_vi).with("announced", announced).with("computed", computed);
    }
    places.iter().skip(1).fold(fault, |fault, &place| fault.related(place, "other"))
}

fn score(score: StatedScore) -> String {
    match score {
        StatedScore::One(score) => score.to_string(),
        StatedScore::Between(low, high) => format!("{low}–{high}"),
    }
}

fn rank(rank: &StatedRank) -> String {
    match rank {
        StatedRank::One(rank) => rank.to_string(),
        StatedRank::OneOf(ranks) => ranks.iter().map(Rank::to_string).collect::<Vec<_>>().join(", "),
        StatedRank::Band(best, worst) => format!("{best}–{worst}"),
    }
}
