//! What can be proved of cells and ranks that are not known: the rules 0 to 9 of the format, a file each.
//!
//! Everything is an interval: of a score, in whole units of its column's grid, and of a rank. The rules only narrow,
//! so stopping early is still true; nothing is searched. Sound, not complete. A cell that is withheld is never
//! narrowed, and a column in which no value is left stops and is told.

mod board;
mod grid;
mod ladder;
mod reasons;
mod relation;
mod track;

mod best_value; // 9
mod closed_ranks; // 2
mod counting; // 7
mod equals; // 8
mod limits; // 0
mod scores_and_ranks; // 4
mod sole_holders; // 6
mod statements; // 1
mod steps; // 3
mod totals; // 5

mod blame;

use rust_decimal::Decimal;

use self::board::Board;
use self::track::Track;
use super::known::{Basis, Known};
use super::places;
use super::sheet::Sheet;
use super::standing::Reason;
use crate::model::Rank;

/// How often the rules are repeated at most.
const PASSES: usize = 16;

/// What was proved of a group.
pub(super) struct Findings {
    board: Option<Board>,
    /// Where no value is left.
    pub(super) contradictions: Vec<Contradiction>,
}

/// A column in which no value of a cell satisfies all that is stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Contradiction {
    pub(super) column: usize,
    pub(super) row: Option<u32>,
    /// Indices into the group's statements: none of them can be left out of the clash.
    pub(super) statements: Vec<usize>,
}

/// Proves what follows from the sheet and from the statements that are `believed`, and fills in what is then exact.
pub(super) fn run(sheet: &mut Sheet, believed: &[bool]) -> Findings {
    if !has_unknown(sheet) {
        return Findings { board: None, contradictions: Vec::new() };
    }
    let mut board = repeat(sheet, believed);
    let contradictions = blame::contradictions(sheet, believed, &board);
    for (column, track) in board.tracks.iter_mut().enumerate() {
        note_sharing(track);
        let exact = |&row: &usize| track.is_shown && track.exact(row).is_some();
        let proved: Vec<usize> = (0..sheet.rows).filter(|row| sheet.waits(column, *row)).filter(exact).collect();
        for row in proved {
            if let Some(number) = track.exact(row) {
                sheet.prove(column, row, number);
            }
        }
    }
    Findings { board: Some(board), contradictions }
}

/// Notes how many units are proved to share each rank.
fn note_sharing(track: &mut Track) {
    if let Some(mut ladder) = track.ladder.take() {
        ladder.sharing = equals::sharing(track, &ladder);
        track.ladder = Some(ladder);
    }
}

/// Whether there is anything to prove: a cell without its number, or a column that the tool cannot rank.
fn has_unknown(sheet: &Sheet) -> bool {
    let unknown = |column| (0..sheet.rows).any(|row| sheet.waits(column, row));
    let announced = |column| sheet.notices.column(column).any(|(_, notice)| notice.rank.is_some());
    let unranked = |column| announced(column) && !places::is_complete(sheet, column);
    (0..=sheet.total()).any(|column| unknown(column) || unranked(column))
}

/// Repeats the rules until nothing changes.
fn repeat(sheet: &Sheet, believed: &[bool]) -> Board {
    let mut board = Board::of(sheet);
    limits::apply(sheet, &mut board);
    statements::apply(sheet, believed, &mut board);
    for _ in 0..PASSES {
        let mut changed = false;
        for track in &mut board.tracks {
            changed |= rank_rules(track);
        }
        changed |= totals::apply(sheet, &mut board);
        if !changed {
            break;
        }
    }
    board
}

/// The rules that look at one column; answers whether anything changed.
fn rank_rules(track: &mut Track) -> bool {
    if !std::mem::take(&mut track.is_dirty) || track.ladder.is_none() {
        return false;
    }
    let share = scores_and_ranks::share;
    let of_scores = [closed_ranks::apply, share, steps::apply, scores_and_ranks::apply];
    let of_places = [sole_holders::apply, counting::apply, equals::apply, best_value::apply];
    for rule in of_scores.into_iter().chain(of_places) {
        if track.stopped.is_none() {
            rule(track);
        }
    }
    track.is_dirty
}

impl Findings {
    /// The interval of a score that is not known exactly, with where it comes from and why it holds.
    pub(super) fn score(&self, sheet: &Sheet, column: usize, row: usize) -> Option<(Known<Decimal>, Basis, Reason)> {
        let track = self.track(column).filter(|track| track.is_shown)?;
        let (low, high) = track.ends(row)?;
        let known = if low == high { Known::Exact(low) } else { Known::Between(low, high) };
        let reason = reasons::of_interval(sheet, track, column, row);
        Some((known, track.basis(row), reason))
    }

    /// Why an exact number that was proved holds.
    pub(super) fn reason(&self, sheet: &Sheet, column: usize, row: usize) -> Option<Reason> {
        let track = self.track(column);
        reasons::of_exact(sheet, column, row).or_else(|| Some(reasons::of_interval(sheet, track?, column, row)))
    }

    /// The ranks that a unit can have in a column.
    pub(super) fn rank(&self, column: usize, row: usize) -> Option<(Rank, Rank)> {
        self.track(column)?.ladder.as_ref()?.ranks(row)
    }

    /// Whether a rank was proved to have one holder.
    pub(super) fn is_sole(&self, column: usize, row: usize) -> bool {
        self.track(column).and_then(|track| track.ladder.as_ref()).is_some_and(|ladder| ladder.sole[row])
    }

    /// How many units were proved to share a rank, where several do.
    pub(super) fn sharing(&self, column: usize, row: usize) -> Option<u32> {
        let ladder = self.track(column)?.ladder.as_ref()?;
        ladder.sharing.get(row).copied().filter(|&units| units > 1)
    }

    /// The last rank of a column, if it was announced.
    pub(super) fn last(&self, column: usize) -> Option<Rank> {
        let ladder = self.track(column)?.ladder.as_ref()?;
        ladder.last.map(|place| ladder.rank(place))
    }

    fn track(&self, column: usize) -> Option<&Track> {
        self.board.as_ref()?.tracks.get(column).filter(|track| track.stopped.is_none())
    }
}
