//! What became of each announced statement, once everything is computed.

use super::{Basis, GroupRanking, Known, RankBasis};
use crate::model::{EditionGroup, StatedRank, StatedScore, Statement};

/// What became of an announced statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClaimState {
    /// All its parts follow from complete scores.
    Confirmed,
    /// At least one part could be compared with something else, and agrees.
    Consistent,
    /// Nothing else bears on it.
    Undecidable,
    /// The publisher of the content doubts it; nothing is concluded from it.
    Disputed,
}

/// What became of one statement of a group.
///
/// A statement is compared with the computed column where that is complete; otherwise with the other undisputed
/// statements of its column, of which at least one must carry a score, or with its own list where it tells a count.
/// A contradiction never comes this far: it is a clash, and an error.
#[must_use]
pub fn claim_state(group: &EditionGroup, ranking: &GroupRanking, statement: &Statement) -> ClaimState {
    if statement.disputed.is_some() {
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
    let agrees = |row: &u32| {
        let standing = column.standing(*row as usize);
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
    let other_score = group.statements.iter().any(|other| {
        other.column == statement.column
            && other.number != statement.number
            && other.disputed.is_none()
            && other.score.is_some()
    });
    let column = &ranking.columns[statement.column];
    let scored = statement
        .rows
        .iter()
        .any(|&row| matches!(column.standing(row as usize).score_basis, Some(Basis::Scored | Basis::Computed)));
    let counted = statement.count.is_some() && !statement.others;
    other_score || scored || counted
}
