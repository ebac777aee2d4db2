//! The words of the format for what facts say.

use crate::model::{
    Aggregate, Cell, Exempt, Method, Missing, Order, Rank, Rounding, State, StatedRank, StatedScore, Ties,
};

pub(super) fn aggregate(total: Aggregate) -> &'static str {
    match total {
        Aggregate::Sum => "sum",
        Aggregate::Mean => "mean",
        Aggregate::GeometricMean => "geometric-mean",
        Aggregate::Given => "given",
    }
}

pub(super) fn ties(ties: Ties) -> &'static str {
    match ties {
        Ties::Dense => "dense",
        Ties::Competition => "competition",
        Ties::Modified => "modified",
        Ties::Average => "average",
        Ties::Ordinal => "ordinal",
        Ties::Announced => "announced",
    }
}

pub(super) fn order(order: Order) -> &'static str {
    match order {
        Order::Descending => "descending",
        Order::Ascending => "ascending",
    }
}

pub(super) fn rounding(rounding: Rounding) -> &'static str {
    match rounding {
        Rounding::HalfUp => "half-up",
        Rounding::HalfEven => "half-even",
        Rounding::Down => "down",
    }
}

pub(super) fn missing(missing: Missing) -> String {
    match missing {
        Missing::Unranked => "unranked".to_owned(),
        Missing::Zero => "zero".to_owned(),
        Missing::AtLeastPercent(share) => format!("at_least_percent {}", share.normalize()),
    }
}

pub(super) fn exempt(exempt: Exempt) -> &'static str {
    match exempt {
        Exempt::Rescale => "rescale",
        Exempt::Full => "full",
        Exempt::Nothing => "nothing",
        Exempt::Unranked => "unranked",
    }
}

pub(super) fn method(method: Method) -> &'static str {
    match method {
        Method::MinMax => "min-max",
        Method::Goalposts => "goalposts",
        Method::ZScore => "z-score",
        Method::Best => "best",
        Method::Rank => "rank",
        Method::None => "none",
    }
}

/// A cell as the score file writes it, its number with the digits as written.
pub(super) fn cell(cell: Cell) -> String {
    match cell {
        Cell::Score(score) => score.to_string(),
        Cell::Empty(State::Missing) => "missing".to_owned(),
        Cell::Empty(State::Exempt) => "exempt".to_owned(),
        Cell::Empty(State::Withheld) => "withheld".to_owned(),
        Cell::Empty(State::Unpublished | State::Known) => "~".to_owned(),
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
