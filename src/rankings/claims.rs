//! What became of each announced statement, once everything is computed.

use rust_decimal::Decimal;

use super::group_ranking::GroupRanking;
use super::known::{Basis, Known, RankBasis};
use super::sums::{self, Sum};
use crate::model::{EditionGroup, Rank, Row, StatedRank, StatedScore, Statement, count_of};

/// What became of an announced statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ClaimState {
    /// All its parts follow from complete scores.
    Confirmed,
    /// At least one part could be compared with something else, and agrees.
    Consistent,
    /// Nothing else bears on it.
    Undecidable,
    /// The publisher of the content doubts it; nothing is concluded from it.
    Disputed,
}

impl ClaimState {
    /// All of them, from the best proved one.
    pub(crate) const ALL: [Self; 4] = [Self::Confirmed, Self::Consistent, Self::Undecidable, Self::Disputed];

    /// Its word, in addresses of pages, tables and keys of phrases.
    #[must_use]
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Consistent => "consistent",
            Self::Undecidable => "undecidable",
            Self::Disputed => "disputed",
        }
    }
}

/// What a statement was compared with, and agrees with: data for a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Comparison {
    /// What was computed from complete scores: the scores of its units, their rank, or both.
    Computed {
        /// Whether it tells a score.
        score: bool,
        /// Whether it tells a rank.
        rank: bool,
    },
    /// A number of the score file, or one made of such numbers only.
    Cell {
        /// Whose.
        row: Row,
        /// The number.
        score: Decimal,
        /// Whether it was made of others.
        made: bool,
    },
    /// The score of another announced rank of the column: the better rank has the better score.
    Order {
        /// The other statement, by position in the group.
        other: usize,
        /// Whether its own score is the higher one.
        higher: bool,
    },
    /// The scores of other ranks of the column, which leave room for its own rank.
    Room {
        /// The nearest better rank with a score, by position in the group.
        better: Option<usize>,
        /// The nearest worse rank with a score.
        worse: Option<usize>,
    },
    /// The sum that it is a part or the total of.
    Sum(Sum),
    /// The least and the most that the known parts of its total allow.
    Range {
        /// Whose.
        row: Row,
        /// The least.
        low: Decimal,
        /// The most.
        high: Decimal,
    },
    /// The number of units that it names.
    Count {
        /// How many it says there are.
        said: u32,
        /// How many it names.
        named: u32,
    },
    /// Other statements of its column that carry a score, by number: nothing in them contradicts it.
    Others(Vec<u32>),
}

/// What a statement was compared with; nothing where it is disputed, or where nothing else bears on it.
#[must_use]
pub(crate) fn comparisons(group: &EditionGroup, ranking: &GroupRanking, statement: &Statement) -> Vec<Comparison> {
    let mut found = match claim_state(group, ranking, statement) {
        ClaimState::Disputed | ClaimState::Undecidable => return Vec::new(),
        ClaimState::Confirmed => {
            vec![Comparison::Computed { score: statement.score.is_some(), rank: statement.rank.is_some() }]
        }
        ClaimState::Consistent => {
            let mut found = neighbours(group, statement);
            found.extend(cell(ranking, statement));
            found.extend(made(group, ranking, statement));
            found
        }
    };
    let named = count_of(statement.rows.len());
    let count = statement.count.filter(|_| !statement.others);
    found.extend(count.map(|said| Comparison::Count { said, named }));
    if found.is_empty() {
        found.push(Comparison::Others(scored_others(group, statement).map(|(_, other)| other.number).collect()));
    }
    found
}

/// The other undisputed statements of the column that carry a score, with their positions.
fn scored_others<'a>(
    group: &'a EditionGroup,
    statement: &'a Statement,
) -> impl Iterator<Item = (usize, &'a Statement)> {
    group.statements.iter().enumerate().filter(move |(_, other)| {
        other.column == statement.column
            && other.number != statement.number
            && other.disputed.is_none()
            && other.score.is_some()
    })
}

/// Where a rank stands in the order of a column: one that is not named stands behind all that are.
type Position = (bool, Option<Rank>);

/// The best and the worst rank of a statement, by where they stand.
fn positions(statement: &Statement) -> (Position, Position) {
    let position = |rank: Option<Rank>| (rank.is_none(), rank);
    let rank = statement.rank.as_ref();
    (position(rank.map(StatedRank::best)), position(rank.map(StatedRank::worst)))
}

/// The nearest better and the nearest worse rank whose score was announced, as far as their order shows.
fn neighbours(group: &EditionGroup, statement: &Statement) -> Vec<Comparison> {
    let (best, worst) = positions(statement);
    let better = scored_others(group, statement).filter(|(_, other)| positions(other).1 < best);
    let better = better.max_by_key(|(_, other)| positions(other).1);
    let worse = scored_others(group, statement).filter(|(_, other)| positions(other).0 > worst);
    let worse = worse.min_by_key(|(_, other)| positions(other).0);
    let Some(own) = statement.score else {
        let (better, worse) = (better.map(|(at, _)| at), worse.map(|(at, _)| at));
        let room = (better.is_some() || worse.is_some()).then_some(Comparison::Room { better, worse });
        return room.into_iter().collect();
    };
    let beside = better.into_iter().chain(worse);
    let order = |(at, other): (usize, &Statement)| is_higher(own, other.score?).map(|higher| (at, higher));
    beside.filter_map(order).map(|(other, higher)| Comparison::Order { other, higher }).collect()
}

/// Whether a score is higher than another, if one of the two surely is.
fn is_higher(own: StatedScore, other: StatedScore) -> Option<bool> {
    let ends = |score| match score {
        StatedScore::One(score) => (score, score),
        StatedScore::Between(low, high) => (low, high),
    };
    let ((low, high), (other_low, other_high)) = (ends(own), ends(other));
    if low > other_high { Some(true) } else { (high < other_low).then_some(false) }
}

/// The first of its units whose number is known without any announcement.
fn cell(ranking: &GroupRanking, statement: &Statement) -> Option<Comparison> {
    statement.rows.iter().find_map(|&row| {
        let standing = ranking.columns[statement.column].standing(row.index());
        match (standing.score, standing.score_basis) {
            (Known::Exact(score), Some(basis @ (Basis::Scored | Basis::Computed))) => {
                Some(Comparison::Cell { row, score, made: basis == Basis::Computed })
            }
            _ => None,
        }
    })
}

/// The sum that a statement is a part or the total of, for the first of its units of which all is known; for a total
/// otherwise what the known parts allow.
fn made(group: &EditionGroup, ranking: &GroupRanking, statement: &Statement) -> Option<Comparison> {
    let Some(StatedScore::One(score)) = statement.score else { return None };
    let sum = statement.rows.iter().find_map(|&row| sums::around(group, ranking, statement.column, row));
    if let Some(sum) = sum {
        return Some(Comparison::Sum(sum));
    }
    statement.rows.iter().find_map(|&row| {
        let (low, high) = sums::range(group, ranking, statement.column, row)?;
        (low < high && (low..=high).contains(&score)).then_some(Comparison::Range { row, low, high })
    })
}

/// What became of one statement of a group.
///
/// A statement is compared with the computed column where that is complete; otherwise with the other undisputed
/// statements of its column, of which at least one must carry a score, or with its own list where it tells a count.
/// A contradiction never comes this far: it is a clash, and an error.
#[must_use]
pub(crate) fn claim_state(group: &EditionGroup, ranking: &GroupRanking, statement: &Statement) -> ClaimState {
    if statement.disputed.is_some() || group.disputed(statement.column).is_some() {
        return ClaimState::Disputed;
    }
    if confirmed(group, ranking, statement) {
        return ClaimState::Confirmed;
    }
    if bears(group, ranking, statement) { ClaimState::Consistent } else { ClaimState::Undecidable }
}

/// Whether rank and score of every unit that it names follow from scores alone: a rank follows from the whole column, so
/// that none of its cells may rest on an announced number.
fn confirmed(group: &EditionGroup, ranking: &GroupRanking, statement: &Statement) -> bool {
    let column = &ranking.columns[statement.column];
    let agrees = |row: &Row| {
        let standing = column.standing(row.index());
        let score = match (statement.score, standing.score) {
            (None, _) => true,
            (Some(StatedScore::One(said)), Known::Exact(score)) => said == score,
            (Some(StatedScore::Between(low, high)), Known::Exact(score)) => (low..=high).contains(&score),
            _ => false,
        };
        let rank = match (&statement.rank, standing.rank) {
            (None, _) => true,
            (Some(StatedRank::OneOf(ranks)), Known::Exact(rank)) => ranks.contains(&rank),
            (Some(said), Known::Exact(rank)) => (said.best()..=said.worst()).contains(&rank),
            _ => false,
        };
        score && rank && matches!(standing.rank_basis, Some(RankBasis::Computed))
    };
    let from_scores = |row: usize| {
        let standing = column.standing(row);
        standing.score == Known::Nothing || matches!(standing.score_basis, Some(Basis::Scored | Basis::Computed))
    };
    let mut ranked = (0..group.units.len()).filter(|&row| group.unranked[row].is_none());
    column.complete && !statement.rows.is_empty() && statement.rows.iter().all(agrees) && ranked.all(from_scores)
}

/// Whether anything else bears on a statement.
fn bears(group: &EditionGroup, ranking: &GroupRanking, statement: &Statement) -> bool {
    if statement.rows.is_empty() {
        return false;
    }
    let other_score = scored_others(group, statement).next().is_some();
    let column = &ranking.columns[statement.column];
    let scored = statement
        .rows
        .iter()
        .any(|&row| matches!(column.standing(row.index()).score_basis, Some(Basis::Scored | Basis::Computed)));
    let counted = statement.count.is_some() && !statement.others;
    other_score || scored || counted
}
