//! What can be proved of scores and ranks that are not known: bounds that rules narrow until nothing changes.
//!
//! All that is known of a score or a rank is an interval: of a score in steps of its column's grid, of a rank in buckets.
//! A rule only narrows, so that what is proved stays true wherever it ends; nothing is searched. All that is proved
//! is true, but not all that is true is proved. A withheld cell is never narrowed. A column in which no value is left is
//! contradicted: no rule goes on with it, and the smallest set of statements that contradict each other is reported.
//!
//! The rules, by their numbers in the format:
//!
//! | rule | file | what narrows what |
//! |---|---|---|
//! | 0 | `limits` | the criterion's maximum and the cell's own `min` and `max` limit the score |
//! | 1 | `statements` | what was announced limits scores and ranks |
//! | 2 | `closed_ranks` | a rank that is listed in full is nobody else's |
//! | 3 | `steps` | a lower rank has a lower score |
//! | 4 | `scores_and_ranks` | a score limits its rank, a rank its score |
//! | 5 | `totals` | a total follows from its parts, a part from the total and the other parts |
//! | 6 | `sole_holders` | a rank that one unit alone can hold is its own |
//! | 7 | `counting` | those surely above and below limit a rank |
//! | 8 | `equals` | equal values share their ranks |
//! | 9 | `best_value` | nobody stands above the best possible value |
//!
//! `problem` holds the bounds of a group: for each column its `score_bounds` with its `rank_bounds`, for each total the
//! `relation` to its parts. `believed` is what of the announced results counts, `conflict` finds those to report, `crowded`
//! ranks that leave no room for each other, `reasons` says why an interval holds.

mod believed;
mod conflict;
mod crowded;
mod grid;
mod problem;
mod rank_bounds;
mod reasons;
mod relation;
mod score_bounds;

mod best_value;
mod closed_ranks;
mod counting;
mod equals;
mod limits;
mod scores_and_ranks;
mod sole_holders;
mod statements;
mod steps;
mod totals;

use rust_decimal::Decimal;

use self::believed::{Assertion, Believed};
use self::problem::Problem;
use self::score_bounds::{Conflict, ScoreBounds};
use super::group_ranking::{Clash, ClashKind};
use super::known::{Basis, Known};
use super::places;
use super::sheet::Sheet;
use super::standing::Reason;
use crate::model::{Column, Rank, Row};

/// How often the rules are repeated at most.
const MAX_PASSES: usize = 16;

/// What was proved of a group.
pub(super) struct Bounds {
    problem: Option<Problem>,
    /// The columns in which no value is left.
    pub(super) contradictions: Vec<Contradiction>,
}

/// A column in which no value of a cell satisfies all that is stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Contradiction {
    pub(super) column: Column,
    conflict: Conflict,
    /// What clashes: nothing of it can be left out.
    said: Vec<Assertion>,
    /// Whether the score of the row where it shows takes part: without it nothing clashes there.
    has_score: bool,
}

/// Proves what follows from the sheet and from the statements that are `believed`, and fills in what is then exact.
pub(super) fn run(sheet: &mut Sheet, believed: &[bool]) -> Bounds {
    if !has_unknown(sheet) {
        return Bounds { problem: None, contradictions: Vec::new() };
    }
    let believed = Believed::all(sheet, believed);
    let mut problem = repeat(sheet, &believed);
    let contradictions = conflict::contradictions(sheet, &believed, &mut problem);
    for (column, scores) in sheet.scheme.columns().zip(&mut problem.columns) {
        note_sharing(scores);
        let exact = |&row: &usize| scores.is_shown && scores.exact(row).is_some();
        let proved: Vec<usize> = (0..sheet.rows).filter(|row| sheet.waits(column, *row)).filter(exact).collect();
        for row in proved {
            if let Some(number) = scores.exact(row) {
                sheet.prove(column, row, number);
            }
        }
    }
    Bounds { problem: Some(problem), contradictions }
}

/// Notes how many units are proved to share each rank.
fn note_sharing(scores: &mut ScoreBounds) {
    if let Some(mut ranks) = scores.ranks.take() {
        ranks.sharing = equals::sharing(scores, &ranks);
        scores.ranks = Some(ranks);
    }
}

/// Whether there is anything to prove: a cell without its number, or a column that the tool cannot rank, were it only for
/// units that are not named.
fn has_unknown(sheet: &Sheet) -> bool {
    let unknown = |column| (0..sheet.rows).any(|row| sheet.waits(column, row));
    let unranked = |column| sheet.is_ranked(column) && !places::is_complete(sheet, column);
    sheet.scheme.columns().any(|column| unknown(column) || unranked(column))
}

/// Repeats the rules until nothing changes.
fn repeat(sheet: &Sheet, believed: &Believed) -> Problem {
    let mut problem = Problem::of(sheet);
    limits::apply(sheet, &mut problem);
    statements::apply(sheet, believed, &mut problem);
    for _ in 0..MAX_PASSES {
        let mut changed = false;
        for scores in &mut problem.columns {
            changed |= rank_rules(scores);
        }
        changed |= totals::apply(sheet, &mut problem);
        if !changed {
            break;
        }
    }
    problem
}

/// The rules that look at one column; answers whether anything changed.
fn rank_rules(scores: &mut ScoreBounds) -> bool {
    if !std::mem::take(&mut scores.is_dirty) || scores.ranks.is_none() {
        return false;
    }
    let share = scores_and_ranks::share;
    let of_scores = [closed_ranks::apply, share, steps::apply, scores_and_ranks::apply];
    let of_ranks = [sole_holders::apply, counting::apply, equals::apply, best_value::apply];
    for rule in of_scores.into_iter().chain(of_ranks) {
        if scores.contradiction.is_none() {
            rule(scores);
        }
    }
    scores.is_dirty
}

impl Contradiction {
    /// It as readers are told it.
    pub(super) fn clash(&self) -> Clash {
        let statement = |said: &Assertion| match *said {
            Assertion::Statement(index) => Some(index),
            Assertion::Cell(..) => None,
        };
        let cell = |said: &Assertion| match *said {
            Assertion::Cell(column, row) => Some((column, row)),
            Assertion::Statement(_) => None,
        };
        Clash {
            column: self.column,
            row: match self.conflict {
                Conflict::Row(row) => Some(Row::at(row)),
                Conflict::Column => None,
            },
            statements: self.said.iter().filter_map(statement).collect(),
            cells: self.said.iter().filter_map(cell).collect(),
            has_score: self.has_score,
            kind: ClashKind::Impossible,
        }
    }
}

impl Bounds {
    /// The interval of a score that is not known exactly, with where it comes from and why it holds.
    pub(super) fn score(&self, sheet: &Sheet, column: Column, row: usize) -> Option<(Known<Decimal>, Basis, Reason)> {
        let scores = self.scores(column).filter(|scores| scores.is_shown)?;
        let (low, high) = scores.ends(row)?;
        let known = if low == high { Known::Exact(low) } else { Known::Between(low, high) };
        let reason = reasons::of_interval(sheet, scores, column, row);
        Some((known, scores.basis(row), reason))
    }

    /// Why an exact number that was proved holds.
    pub(super) fn reason(&self, sheet: &Sheet, column: Column, row: usize) -> Option<Reason> {
        let scores = self.scores(column);
        reasons::of_exact(sheet, column, row).or_else(|| Some(reasons::of_interval(sheet, scores?, column, row)))
    }

    /// The best and the worst rank that a unit can have in a column.
    pub(super) fn rank(&self, column: Column, row: usize) -> Option<(Rank, Rank)> {
        self.scores(column)?.ranks.as_ref()?.range(row)
    }

    /// Whether a rank was proved to have one holder.
    pub(super) fn is_sole(&self, column: Column, row: usize) -> bool {
        self.scores(column).and_then(|scores| scores.ranks.as_ref()).is_some_and(|ranks| ranks.sole[row])
    }

    /// How many units were proved to share a rank, where several do.
    pub(super) fn sharing(&self, column: Column, row: usize) -> Option<u32> {
        let ranks = self.scores(column)?.ranks.as_ref()?;
        ranks.sharing.get(row).copied().filter(|&units| units > 1)
    }

    /// The last rank of a column, if it was announced.
    pub(super) fn last(&self, column: Column) -> Option<Rank> {
        let ranks = self.scores(column)?.ranks.as_ref()?;
        ranks.last.map(|bucket| ranks.rank(bucket))
    }

    fn scores(&self, column: Column) -> Option<&ScoreBounds> {
        self.problem.as_ref()?.columns.get(column.index()).filter(|scores| scores.contradiction.is_none())
    }
}
