//! What facts say in more than a word of the format.

use crate::model::{Missing, Rank, StatedRank, StatedScore};

pub(super) fn missing(missing: Missing) -> String {
    match missing {
        Missing::Unranked | Missing::Zero => missing.word().to_owned(),
        Missing::AtLeastPercent(share) => format!("{} {}", missing.word(), share.normalize()),
    }
}

pub(super) fn stated_rank(rank: &StatedRank) -> String {
    match rank {
        StatedRank::One(rank) => rank.to_string(),
        StatedRank::OneOf(ranks) => {
            let mut ranks = ranks.clone();
            ranks.sort_unstable();
            ranks.iter().map(Rank::to_string).collect::<Vec<_>>().join("|")
        }
        StatedRank::Band(best, worst) => format!("{best}-{worst}"),
    }
}

pub(super) fn stated_score(score: StatedScore) -> String {
    match score {
        StatedScore::One(score) => score.to_string(),
        StatedScore::Between(low, high) => format!("{low}..{high}"),
    }
}
