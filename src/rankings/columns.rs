//! What there is to say of each cell of a column, put together from the sheet, the places and what was proved.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::announced_cells::AnnouncedCell;
use super::bounds::Bounds;
use super::known::{Basis, Known, RankBasis, StandingState};
use super::places::{self, CountedRanks};
use super::ranked_column::RankedColumn;
use super::sheet::{CellInput, Origin, Sheet};
use super::shown::Shown;
use super::standing::{RankByScores, Reason, Standing};
use super::{bands, decimals};
use crate::model::{Aggregate, Column, Rank, Row, State, StatedRank, StatedScore};

/// Puts a column together; `places` are there if it is complete.
pub(super) fn column(sheet: &Sheet, column: Column, places: Option<&CountedRanks>, bounds: &Bounds) -> RankedColumn {
    let ranked = places::ranked(sheet, column);
    let is_as_printed = is_as_printed(sheet, column, places);
    let last = match places {
        _ if is_as_printed => None,
        Some(places) => places.last,
        None => bounds.last(column),
    };
    let lasts = Lasts::of(sheet, column);
    let can_lose = sheet.has_mean(column);
    let context = ColumnContext { sheet, column, places, bounds, ranked, lasts, is_as_printed, can_lose };
    let order = sheet.scheme.shown_order(column);
    let standings = (0..sheet.rows).map(|row| context.standing(row));
    let mut made = RankedColumn::new(places.is_some(), last, order, sheet.max(column), standings);
    made.last_rank = made.last_rank.or_else(|| rank_of_last(&made));
    let shown = decimals::enough(declared(sheet, column), sheet.scheme, column, &made);
    made.shown_as(shown)
}

/// How the scheme has the values of a column shown; a sum with points on top has their decimals too.
fn declared(sheet: &Sheet, column: Column) -> Shown {
    let shown = Shown::declared(sheet.scheme, column);
    let is_plain = column != sheet.total() || shown.whole || sheet.scheme.total != Aggregate::Sum;
    let of_points = sheet.adjustments.iter().map(|points| points.normalize().scale()).max().filter(|_| !is_plain);
    Shown { decimals: shown.decimals.max(of_points.unwrap_or(0)), ..shown }
}

/// Whether the ranks of a column are told as they were printed: they are disputed, and either all of them were printed or
/// the scores give none.
fn is_as_printed(sheet: &Sheet, column: Column, places: Option<&CountedRanks>) -> bool {
    let printed = |row: usize| sheet.announced_cells.get(column, row).is_some_and(|cell| cell.printed_rank.is_some());
    let all_printed = |places: &CountedRanks| (0..sheet.rows).all(|row| places.ranks[row].is_none() || printed(row));
    sheet.group.disputed(column).is_some() && places.is_none_or(all_printed)
}

/// The rank of the units that are called last, where it is exactly known: announced with that word, or deduced.
fn rank_of_last(column: &RankedColumn) -> Option<Rank> {
    let called = (0..column.len()).map(|row| column.standing(row)).filter(|standing| standing.is_called_last);
    let mut ranks = called.map(|standing| if let Known::Exact(rank) = standing.rank { Some(rank) } else { None });
    let first = ranks.next()??;
    ranks.all(|rank| rank == Some(first)).then_some(first)
}

/// The rows that an announcement calls last, as far as nothing of it is disputed.
struct Lasts {
    all: BTreeSet<Row>,
    /// Those of which it does not say the rank.
    unnumbered: BTreeSet<Row>,
}

impl Lasts {
    fn of(sheet: &Sheet, column: Column) -> Self {
        let is_disputed = sheet.group.disputed(column).is_some();
        let is_believed = |s: &&crate::model::Statement| s.column == column && s.disputed.is_none() && !is_disputed;
        let said = || sheet.group.statements.iter().filter(is_believed).filter(|statement| statement.last);
        let rows = |statement: &'_ crate::model::Statement| statement.rows.clone();
        Self {
            all: said().flat_map(rows).collect(),
            unnumbered: said().filter(|statement| statement.rank.is_none()).flat_map(rows).collect(),
        }
    }
}

/// Inputs for computing the standings of one column.
struct ColumnContext<'a> {
    sheet: &'a Sheet<'a>,
    column: Column,
    places: Option<&'a CountedRanks>,
    bounds: &'a Bounds,
    ranked: Option<u32>,
    lasts: Lasts,
    /// Whether its ranks are told as they were printed.
    is_as_printed: bool,
    /// Whether a row may have a maximum of its own.
    can_lose: bool,
}

/// A score as readers are told it: its value, where it comes from, and why.
type ScoreWithReason = (Known<Decimal>, Option<Basis>, Option<Reason>);

impl ColumnContext<'_> {
    fn standing(&self, row: usize) -> Standing {
        let (sheet, column) = (self.sheet, self.column);
        let announced = sheet.announced_cells.get(column, row);
        let input = sheet.shown(column, row);
        let (score, score_basis, reason) = self.score(row, input, announced);
        let (rank, rank_basis) = self.rank(row, announced);
        Standing {
            state: self.state(row, input),
            score,
            score_basis,
            announced_score: announced.and_then(|announced| announced.printed_score),
            maximum: if self.can_lose { sheet.row_max(column, row) } else { sheet.max(column) },
            tied: self.tied(row, rank, announced),
            rank,
            rank_basis,
            announced_rank: announced.and_then(|announced| announced.printed_rank.cloned()),
            has_place: self.sheet.is_ranked(self.column) && self.has_place(row),
            is_last: self.lasts.unnumbered.contains(&Row::at(row)),
            is_called_last: self.lasts.all.contains(&Row::at(row)),
            ranked: self.ranked.filter(|_| self.has_place(row)),
            band: self.band(row, score),
            flags: announced.map(|announced| announced.flags).unwrap_or_default(),
            disputed: announced.is_some_and(|announced| announced.disputed),
            reason,
            shown: None,
            counted: self.counted(row),
        }
    }

    /// Whether the unit takes part in the ranking of the column.
    fn has_place(&self, row: usize) -> bool {
        self.sheet.is_in_ranking(row) && self.sheet.valued(self.column, row).exists()
    }

    fn state(&self, row: usize, input: CellInput) -> StandingState {
        match input {
            _ if self.column == self.sheet.total() && !self.sheet.is_in_ranking(row) => StandingState::Unranked,
            CellInput::Known(..) => StandingState::Cell(State::Known),
            CellInput::Empty(state) => StandingState::Cell(state),
        }
    }

    fn score(&self, row: usize, input: CellInput, announced: Option<&AnnouncedCell>) -> ScoreWithReason {
        let exact = |number, basis| (Known::Exact(number), Some(basis), None);
        match input {
            CellInput::Known(number, Origin::Scored) => exact(number, Basis::Scored),
            CellInput::Known(number, Origin::Computed) => exact(number, Basis::Computed),
            CellInput::Known(number, Origin::Announced | Origin::Printed) => exact(number, Basis::Announced),
            CellInput::Known(number, Origin::Deduced) => match announced.and_then(|announced| announced.score) {
                Some(StatedScore::One(announced)) => exact(announced, Basis::Announced),
                _ => {
                    let reason = self.bounds.reason(self.sheet, self.column, row);
                    (Known::Exact(number), Some(Basis::Deduced), reason)
                }
            },
            CellInput::Empty(State::Unpublished) => self.interval(row, announced),
            CellInput::Empty(_) if self.sheet.waits(self.column, row) => self.interval(row, announced),
            CellInput::Empty(_) => (Known::Nothing, None, None),
        }
    }

    /// What is known of a score that is not known exactly.
    fn interval(&self, row: usize, announced: Option<&AnnouncedCell>) -> ScoreWithReason {
        if let Some((known, basis, reason)) = self.bounds.score(self.sheet, self.column, row) {
            return (known, Some(basis), Some(reason));
        }
        let between = |low, high| if low == high { Known::Exact(low) } else { Known::Between(low, high) };
        match announced {
            Some(AnnouncedCell { score: Some(StatedScore::Between(low, high)), statement, .. }) => {
                let number = statement.map(|index| self.sheet.group.statements[index].number);
                let reason = number.map(|number| Reason::Stated { column: self.column, number });
                (between(*low, *high), Some(Basis::Announced), reason)
            }
            Some(AnnouncedCell { cell_bounds: (Some(min), Some(max)), .. }) if min <= max => {
                (between(*min, *max), Some(Basis::Scored), Some(Reason::Own))
            }
            _ => (Known::Nothing, None, None),
        }
    }

    fn rank(&self, row: usize, announced: Option<&AnnouncedCell>) -> (Known<Rank>, Option<RankBasis>) {
        if !self.has_place(row) {
            return (Known::Nothing, None);
        }
        if self.is_as_printed {
            let printed = announced.and_then(|announced| announced.printed_rank);
            let told = printed.map(|rank| known(rank.best(), rank.worst()));
            return (told.unwrap_or(Known::Nothing), told.map(|_| RankBasis::Printed));
        }
        if let Some(places) = self.places {
            let Some(place) = places.ranks[row] else { return (Known::Nothing, None) };
            let basis = if place.chosen { RankBasis::Announced } else { RankBasis::Computed };
            return (known(place.best, place.worst), Some(basis));
        }
        let is_secret = self.sheet.is_secret(self.column, row);
        let found = self.bounds.rank(self.column, row).filter(|_| !is_secret);
        match (announced.and_then(|announced| announced.rank), found) {
            (Some(StatedRank::One(rank)), _) => (Known::Exact(*rank), Some(RankBasis::Announced)),
            (Some(stated), Some((best, worst))) if best > stated.best() || worst < stated.worst() => {
                (known(best, worst), Some(RankBasis::Deduced))
            }
            (Some(stated), _) => (known(stated.best(), stated.worst()), Some(RankBasis::Announced)),
            (None, Some((best, worst))) => (known(best, worst), Some(RankBasis::Deduced)),
            (None, None) => (Known::Nothing, None),
        }
    }

    /// How many units share an exact rank: counted, listed by a statement, or proved.
    fn tied(&self, row: usize, rank: Known<Rank>, announced: Option<&AnnouncedCell>) -> Option<u32> {
        let Known::Exact(_) = rank else { return None };
        if self.is_as_printed {
            return None;
        }
        if let Some(places) = self.places {
            return places.ranks[row]?.tied;
        }
        let statement = announced.and_then(|announced| self.sheet.group.statements.get(announced.statement?));
        let named = |s: &crate::model::Statement| {
            let count = u32::try_from(s.rows.len()).ok()?.max(s.count.unwrap_or(0));
            s.rank.as_ref().is_some_and(StatedRank::is_one).then_some(count)
        };
        let sole = || self.bounds.is_sole(self.column, row).then_some(1);
        statement.and_then(named).or_else(sole).or_else(|| self.bounds.sharing(self.column, row))
    }

    /// The rank that the scores give, where another one is told as it was printed.
    fn counted(&self, row: usize) -> Option<RankByScores> {
        let place = self.places.filter(|_| self.is_as_printed)?.ranks[row]?;
        Some(RankByScores { rank: place.exact()?, tied: place.tied })
    }

    /// The band of a total; of an interval, if both ends lie in it.
    fn band(&self, row: usize, score: Known<Decimal>) -> Option<usize> {
        if self.column != self.sheet.total() || !self.has_place(row) {
            return None;
        }
        let band = |value| bands::of(&self.sheet.scheme.bands, places::rank_value(self.sheet, self.column, value));
        match (self.sheet.valued(self.column, row).number(), score) {
            (Some(number), _) => band(number),
            (None, Known::Between(low, high)) => band(low).filter(|low| band(high) == Some(*low)),
            (None, Known::Exact(number)) => band(number),
            (None, Known::Nothing) => None,
        }
    }
}

fn known(best: Rank, worst: Rank) -> Known<Rank> {
    if best == worst { Known::Exact(best) } else { Known::Between(best, worst) }
}
