//! What an announcement tells of a column: who has which rank with how many points, and who is last.

use rust_decimal::Decimal;

use crate::model::{Column, Rank, Statement};
use crate::rankings::{Basis, RankBasis};
use crate::report::findings::{known_ranks, shared_score};
use crate::report::group::GroupResult;
use crate::report::order::GroupOrder;

/// How many ranks of the total are told, from the first; of a criterion it is the first alone.
const TOLD: usize = 3;

/// What is announced of a column. Nothing that was deduced is among it.
#[derive(Clone, Debug)]
pub(crate) enum Places<'a> {
    /// The ranks that were announced contradict each other.
    Disputed,
    /// The sound statements of the source, in its order; those of all others, whom no statement names, at the end.
    Stated {
        /// These.
        told: Vec<&'a Statement>,
        /// How many more are disputed.
        disputed: usize,
    },
    /// Ranks with those who have them, from the first: counted ones, or ones that the source gives unit by unit.
    Ranked(Vec<RankHolders>),
}

/// Those who have a rank.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RankHolders {
    /// The rank.
    pub(crate) rank: Rank,
    /// Their rows, by name.
    pub(crate) rows: Vec<usize>,
    /// The score that all of them have, as it is shown; none where it is not known or not one.
    pub(crate) score: Option<Decimal>,
    /// Whether nobody has a worse rank.
    pub(crate) is_last: bool,
    /// Whether nobody else has it.
    pub(crate) is_whole: bool,
}

/// What is announced of a column; none where nothing is.
pub(crate) fn places<'a>(part: GroupResult<'a>, order: &GroupOrder, column: Column) -> Option<Places<'a>> {
    let ranked = &part.ranking.columns[column];
    if ranked.is_as_printed() {
        return Some(Places::Disputed);
    }
    if ranked.complete {
        return some(counted(part, order, column)).map(Places::Ranked);
    }
    let stated = part.group.statements.iter().filter(|statement| statement.column == column);
    let (mut told, disputed): (Vec<_>, Vec<_>) = stated.partition(|statement| statement.disputed.is_none());
    if told.is_empty() && disputed.is_empty() {
        return some(given(part, order, column)).map(Places::Ranked);
    }
    told.sort_by_key(|statement| statement.others);
    Some(Places::Stated { told, disputed: disputed.len() })
}

fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

/// The first ranks of a complete column, and the last one.
fn counted(part: GroupResult<'_>, order: &GroupOrder, column: Column) -> Vec<RankHolders> {
    let ranks = known_ranks(part, column);
    let last = part.ranking.columns[column].last_rank.filter(|&last| ranks.first().is_some_and(|&first| first < last));
    let told = if column == part.total() { TOLD } else { 1 };
    let first = ranks.iter().copied().take(told);
    let more = last.filter(|last| !ranks.iter().take(told).any(|rank| rank == last));
    let holders = first.chain(more).map(|rank| {
        let rows = order.at_rank(part, column, rank);
        let score = shared_score(part, column, &rows);
        RankHolders { rank, rows, score, is_last: last == Some(rank), is_whole: true }
    });
    holders.filter(|holders| !holders.rows.is_empty()).collect()
}

/// The first ranks that the source gives unit by unit, where not all units are known. Others may share them.
fn given(part: GroupResult<'_>, order: &GroupOrder, column: Column) -> Vec<RankHolders> {
    let told = if column == part.total() { TOLD } else { 1 };
    let ranks = known_ranks(part, column).into_iter().filter(|rank| *rank <= Rank::whole(told as u32));
    let holders = ranks.map(|rank| {
        let is_announced = |row: &usize| part.standing(column, *row).rank_basis == Some(RankBasis::Announced);
        let rows: Vec<usize> = order.at_rank(part, column, rank).into_iter().filter(is_announced).collect();
        let is_deduced = rows.iter().any(|&row| part.standing(column, row).score_basis == Some(Basis::Deduced));
        let score = if is_deduced { None } else { shared_score(part, column, &rows) };
        let is_last = rows.iter().any(|&row| part.standing(column, row).is_called_last);
        RankHolders { rank, rows, score, is_last, is_whole: false }
    });
    holders.filter(|holders| !holders.rows.is_empty()).collect()
}

/// The units that have no rank in a group, with a reason or without, in the order of the score file.
pub(crate) fn not_ranked(part: GroupResult<'_>) -> Vec<usize> {
    (0..part.group.units.len()).filter(|&row| part.group.unranked[row].is_some()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Places, RankHolders, places};
    use crate::report::tests::of_group;

    const SCHEME: &str = "title: S\ncriteria: [{ id: x, name: X, max: 10 }, { id: z, name: Z, max: 10 }]\n";

    /// What is announced of `x`, of `z` and of the total in short: `rank rows =score`, `!` for the last, `+` where others may
    /// share it; a statement by its number.
    #[track_caller]
    fn case(scores: &str, expected: [&str; 3]) {
        let held = |held: &RankHolders| {
            let score = held.score.map(|score| format!(" ={score}")).unwrap_or_default();
            let last = if held.is_last { "!" } else { "" };
            let open = if held.is_whole { "" } else { "+" };
            format!("{}{last}{open} {:?}{score}", held.rank, held.rows)
        };
        let told = of_group(SCHEME, scores, |part, order| {
            let tell = |column| match places(part, order, column) {
                None => "nothing".to_owned(),
                Some(Places::Disputed) => "disputed".to_owned(),
                Some(Places::Stated { told, disputed }) => {
                    let numbers: Vec<String> = told.iter().map(|statement| statement.number.to_string()).collect();
                    format!("{} -{disputed}", numbers.join(" "))
                }
                Some(Places::Ranked(ranks)) => ranks.iter().map(held).collect::<Vec<_>>().join("; "),
            };
            part.group.scheme.columns().map(tell).collect::<Vec<_>>()
        });
        assert_eq!(told, expected);
    }

    #[test]
    fn a_complete_column_tells_the_first_and_the_last_and_the_total_three() {
        case(
            "scores: { g: { a: { x: 9, z: 9 }, b: { x: 9, z: 8 }, c: { x: 7, z: 7 }, d: { x: 6, z: 6 }, e: { x: 5, z: 5 } } }\n",
            ["1 [0, 1] =9; 4! [4] =5", "1 [0] =9; 5! [4] =5", "1 [0] =18; 2 [1] =17; 3 [2] =14; 5! [4] =10"],
        );
    }

    #[test]
    fn where_all_are_equal_nobody_is_last() {
        case(
            "scores: { g: { a: { x: 9, z: 1 }, b: { x: 9, z: 1 } } }\n",
            ["1 [0, 1] =9", "1 [0, 1] =1", "1 [0, 1] =10"],
        );
        case("scores: { g: { a: { x: 9, z: 1 } } }\n", ["1 [0] =9", "1 [0] =1", "1 [0] =10"]);
    }

    #[test]
    fn statements_are_told_as_they_are_unless_they_are_disputed() {
        case(
            "announced:\n  g:\n    x: [{ rank: 1, units: others }, { rank: 2, score: 9, last: true, units: [b] }]\n    \
             z: [{ rank: 1, units: [a], disputed: 'no' }]\n",
            ["2 1 -0", " -1", "nothing"],
        );
    }

    #[test]
    fn a_rank_of_a_cell_is_told_without_a_claim_that_it_is_the_only_one() {
        case(
            "scores: { g: { a: { x: { score: 9, rank: 1 }, z: ~ }, b: { x: { score: ~, rank: 2 }, z: ~ }, c: { x: ~, z: ~ } } }\n",
            ["1+ [0] =9", "nothing", "nothing"],
        );
    }
}
