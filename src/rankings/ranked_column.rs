//! The standings of one column, kept small: some 25 bytes a cell for what every cell has, the rest where it is said.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::known::{Basis, Known, RankBasis, StandingState};
use super::shown::{self, Shown};
use super::standing::{RankByScores, Reason, Standing};
use super::summary::ColumnSummary;
use crate::model::{Flags, Order, Rank, Row, StatedRank, StatedScore};

/// The results of one column.
#[derive(Clone, Debug, Default)]
pub(crate) struct RankedColumn {
    /// Whether the tool ranked it: population known, and each cell known, exempt or missing.
    pub(crate) complete: bool,
    /// The last rank that there is, if known (computed, or announced as `last`).
    pub(crate) last_rank: Option<Rank>,
    maximum: Option<Decimal>,
    /// Whether all rows have that maximum.
    pub(crate) has_one_maximum: bool,
    ranked: Option<u32>,
    shown: Option<Shown>,
    cells: Vec<Packed>,
    /// The number of each cell in units of its `scale`; its lower end where it is an interval.
    mantissas: Vec<i64>,
    /// By row, in halves; 0 is none.
    best: Vec<u32>,
    /// As `best`; empty where no rank is an interval.
    worst: Vec<u32>,
    /// By row; 0 is not known.
    tied: Vec<u32>,
    rare: BTreeMap<Row, Box<Rare>>,
    summary: Option<ColumnSummary>,
    /// Whether its ranks are told as they were printed, because they are disputed.
    is_as_printed: bool,
}

/// What every cell has, in few bytes.
#[derive(Clone, Copy, Debug)]
struct Packed {
    state: StandingState,
    /// How many decimals the number has.
    scale: Option<Digits>,
    score_basis: Option<Basis>,
    rank_basis: Option<RankBasis>,
    band: u16,
    has_place: bool,
    is_rare: bool,
}

/// How many decimals a number has.
#[derive(Clone, Copy, Debug)]
struct Digits(u8);

/// What few cells have.
#[derive(Clone, Debug, Default, PartialEq)]
struct Rare {
    /// A number that is too long for the column.
    number: Option<Decimal>,
    /// The upper end of an interval.
    high: Option<Decimal>,
    announced_score: Option<StatedScore>,
    announced_rank: Option<StatedRank>,
    is_last: bool,
    is_called_last: bool,
    flags: Flags,
    disputed: bool,
    reason: Option<Reason>,
    counted: Option<RankByScores>,
    /// The maximum of the row, where it is another one than that of the column.
    maximum: Option<Option<Decimal>>,
}

/// No band.
const NO_BAND: u16 = u16::MAX;

impl RankedColumn {
    /// A column of these standings, one for each row, in which that end is the better one; how many are ranked is the same
    /// in all that have it.
    #[must_use]
    pub(crate) fn new(
        complete: bool,
        last_rank: Option<Rank>,
        order: Order,
        maximum: Option<Decimal>,
        standings: impl IntoIterator<Item = Standing>,
    ) -> Self {
        let mut column = Self { complete, last_rank, maximum, has_one_maximum: true, ..Self::default() };
        for standing in standings {
            column.push(standing);
        }
        column.summary = if complete { column.summarise(order) } else { None };
        column
    }

    /// What there is to say of a row.
    ///
    /// # Panics
    /// Where there is no such row.
    #[must_use]
    pub(crate) fn standing(&self, row: usize) -> Standing {
        let cell = self.cells[row];
        let rare = if cell.is_rare { self.rare(row) } else { None };
        let halves = |ranks: &[u32]| ranks.get(row).copied().filter(|&rank| rank != 0).map(Rank::halves);
        let rank = match (halves(&self.best), halves(&self.worst)) {
            (Some(best), Some(worst)) => Known::Between(best, worst),
            (Some(rank), None) => Known::Exact(rank),
            (None, _) => Known::Nothing,
        };
        Standing {
            state: cell.state,
            score: self.score(row, cell, rare),
            score_basis: cell.score_basis,
            announced_score: rare.and_then(|rare| rare.announced_score),
            maximum: rare.and_then(|rare| rare.maximum).unwrap_or(self.maximum),
            rank,
            rank_basis: cell.rank_basis,
            announced_rank: rare.and_then(|rare| rare.announced_rank.clone()),
            is_last: rare.is_some_and(|rare| rare.is_last),
            is_called_last: rare.is_some_and(|rare| rare.is_called_last),
            tied: Some(self.tied[row]).filter(|&tied| tied != 0),
            has_place: cell.has_place,
            ranked: self.ranked.filter(|_| cell.has_place),
            band: Some(usize::from(cell.band)).filter(|_| cell.band != NO_BAND),
            flags: rare.map(|rare| rare.flags).unwrap_or_default(),
            disputed: rare.is_some_and(|rare| rare.disputed),
            reason: rare.and_then(|rare| rare.reason.clone()),
            shown: self.shown.filter(|_| shown::is_made(cell.score_basis)),
            counted: rare.and_then(|rare| rare.counted),
        }
    }

    /// Whether a row takes part in the ranking.
    pub(crate) fn has_place(&self, row: usize) -> bool {
        self.cells[row].has_place
    }

    /// The scores and ranks that were announced for its cells.
    pub(crate) fn announced(&self) -> impl Iterator<Item = (Option<StatedScore>, Option<&StatedRank>)> {
        self.rare.values().map(|rare| (rare.announced_score, rare.announced_rank.as_ref()))
    }

    /// Whether its ranks are told as they were printed, because they are disputed.
    #[must_use]
    pub(crate) fn is_as_printed(&self) -> bool {
        self.is_as_printed
    }

    /// Mean, median and best of a complete column, over the units that are ranked in it.
    #[must_use]
    pub(crate) fn summary(&self) -> Option<&ColumnSummary> {
        self.summary.as_ref()
    }

    fn summarise(&self, order: Order) -> Option<ColumnSummary> {
        let mut ranked: Vec<(u32, Decimal)> = Vec::with_capacity(self.len());
        for (row, &rank) in self.best.iter().enumerate().filter(|(_, rank)| **rank != 0) {
            let cell = self.cells[row];
            let rare = if cell.is_rare { self.rare(row) } else { None };
            let Known::Exact(score) = self.score(row, cell, rare) else { continue };
            let counted = rare.and_then(|rare| rare.counted).map(|counted| counted.rank.in_halves());
            ranked.push((counted.unwrap_or(rank), score));
        }
        ColumnSummary::of(&mut ranked, order)
    }

    /// How computed values are shown.
    #[must_use]
    pub(crate) fn shown(&self) -> Option<Shown> {
        self.shown
    }

    /// The same with the way in which computed values are shown.
    pub(super) fn shown_as(self, shown: Shown) -> Self {
        Self { shown: Some(shown), ..self }
    }

    /// Whether a computed value has more decimals than that.
    pub(super) fn is_finer_than(&self, decimals: u32) -> bool {
        let made = |cell: &&Packed| shown::is_made(cell.score_basis);
        self.cells.iter().filter(made).any(|cell| cell.scale.is_none_or(|digits| u32::from(digits.0) > decimals))
    }

    /// How many rows there are.
    #[must_use]
    pub(crate) fn len(&self) -> usize {
        self.cells.len()
    }

    fn rare(&self, row: usize) -> Option<&Rare> {
        self.rare.get(&Row::at(row)).map(AsRef::as_ref)
    }

    fn score(&self, row: usize, cell: Packed, rare: Option<&Rare>) -> Known<Decimal> {
        let packed = cell.scale.map(|digits| Decimal::new(self.mantissas[row], u32::from(digits.0)));
        let Some(number) = packed.or_else(|| rare?.number) else { return Known::Nothing };
        match rare.and_then(|rare| rare.high) {
            Some(high) => Known::Between(number, high),
            None => Known::Exact(number),
        }
    }

    fn push(&mut self, standing: Standing) {
        let (number, high) = ends(standing.score);
        let packed = number.and_then(pack);
        let rare = Rare {
            number: number.filter(|_| packed.is_none()),
            high,
            announced_score: standing.announced_score,
            announced_rank: standing.announced_rank,
            is_last: standing.is_last,
            is_called_last: standing.is_called_last,
            flags: standing.flags,
            disputed: standing.disputed,
            reason: standing.reason,
            counted: standing.counted,
            maximum: Some(standing.maximum).filter(|own| *own != self.maximum),
        };
        self.has_one_maximum &= rare.maximum.is_none();
        self.is_as_printed |= standing.rank_basis == Some(RankBasis::Printed);
        let (best, worst) = ends(standing.rank);
        self.push_ranks(best, worst);
        self.ranked = self.ranked.or(standing.ranked);
        self.tied.push(standing.tied.unwrap_or(0));
        self.mantissas.push(packed.map_or(0, |(mantissa, _)| mantissa));
        self.cells.push(Packed {
            state: standing.state,
            scale: packed.map(|(_, digits)| digits),
            score_basis: standing.score_basis,
            rank_basis: standing.rank_basis,
            band: standing.band.and_then(|band| u16::try_from(band).ok()).unwrap_or(NO_BAND),
            has_place: standing.has_place,
            is_rare: rare != Rare::default(),
        });
        if rare != Rare::default() {
            self.rare.insert(Row::at(self.cells.len() - 1), Box::new(rare));
        }
    }

    fn push_ranks(&mut self, best: Option<Rank>, worst: Option<Rank>) {
        let row = self.best.len();
        self.best.push(best.map_or(0, Rank::in_halves));
        if let Some(worst) = worst {
            self.worst.resize(row, 0);
            self.worst.push(worst.in_halves());
        }
    }
}

/// The number or lower end, and the upper end of an interval.
fn ends<T>(known: Known<T>) -> (Option<T>, Option<T>) {
    match known {
        Known::Exact(value) => (Some(value), None),
        Known::Between(low, high) => (Some(low), Some(high)),
        Known::Nothing => (None, None),
    }
}

/// A number that fits the column; zeros at its end are kept.
fn pack(number: Decimal) -> Option<(i64, Digits)> {
    let is_minus_zero = number.is_zero() && number.is_sign_negative();
    let mantissa = i64::try_from(number.mantissa()).ok().filter(|_| !is_minus_zero)?;
    Some((mantissa, Digits(u8::try_from(number.scale()).ok()?)))
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::RankedColumn;
    use crate::model::{Flags, Order, Rank, State, StatedRank, StatedScore};
    use crate::rankings::standing::RankByScores;
    use crate::rankings::{Basis, Known, RankBasis, Reason, Standing, StandingState};

    fn standing(score: Known<&str>, rank: Known<u32>) -> Standing {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        Standing {
            state: StandingState::Cell(State::Known),
            score: match score {
                Known::Exact(score) => Known::Exact(number(score)),
                Known::Between(low, high) => Known::Between(number(low), number(high)),
                Known::Nothing => Known::Nothing,
            },
            score_basis: Some(Basis::Scored),
            announced_score: None,
            maximum: Some(Decimal::from(24)),
            rank: match rank {
                Known::Exact(rank) => Known::Exact(Rank::whole(rank)),
                Known::Between(best, worst) => Known::Between(Rank::whole(best), Rank::whole(worst)),
                Known::Nothing => Known::Nothing,
            },
            rank_basis: Some(RankBasis::Computed),
            announced_rank: None,
            is_last: false,
            is_called_last: false,
            tied: Some(2),
            has_place: true,
            ranked: Some(3),
            band: Some(0),
            flags: Flags::default(),
            disputed: false,
            reason: None,
            shown: None,
            counted: None,
        }
    }

    #[test]
    fn gives_back_what_was_put_in() {
        let standings = vec![
            standing(Known::Exact("20.50"), Known::Exact(1)),
            standing(Known::Between("9.1", "79228162514264337593543950335"), Known::Between(2, 3)),
            Standing {
                announced_score: Some(StatedScore::One(Decimal::ONE)),
                announced_rank: Some(StatedRank::OneOf(vec![Rank::whole(2), Rank::whole(3)])),
                is_last: true,
                is_called_last: true,
                disputed: true,
                reason: Some(Reason::Limits),
                rank_basis: Some(RankBasis::Printed),
                counted: Some(RankByScores { rank: Rank::whole(2), tied: Some(1) }),
                tied: None,
                has_place: false,
                ranked: None,
                band: None,
                ..standing(Known::Exact("7922816251426433759354395033.5"), Known::Nothing)
            },
            standing(Known::Nothing, Known::Exact(3)),
        ];
        let column = RankedColumn::new(
            true,
            Some(Rank::whole(3)),
            Order::Descending,
            Some(Decimal::from(24)),
            standings.clone(),
        );
        let read: Vec<Standing> = (0..column.len()).map(|row| column.standing(row)).collect();
        assert_eq!(read, standings);
        let score = column.standing(0).score;
        assert_eq!(format!("{score:?}"), format!("{:?}", Known::Exact("20.50".parse::<Decimal>().unwrap())));
    }
}
