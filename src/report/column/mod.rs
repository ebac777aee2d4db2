//! What a column of a group comes to: of how many its ranks are, who is counted, what is known of whom, and which end is
//! the better one.
//!
//! One rule says who is counted, in medians and means as in every sentence that counts: a unit that is not left out of
//! the ranking and has a value, known or not.

/// Where the number of a cell comes from; of a range only that it was scored, which no sign says.
fn told_origin(standing: &Standing) -> Option<Basis> {
    match standing.score {
        Known::Exact(_) => standing.score_basis,
        Known::Between(..) => standing.score_basis.filter(|&basis| basis == Basis::Scored),
        Known::Nothing => None,
    }
}

/// Where numbers come from, as the head of their column may say it: all of them from one place, or most from a calculation
/// while each of the others has a sign of its own. Scores have no sign, so that no other word may be said of them.
fn origin(of_each: impl Iterator<Item = Basis> + Clone) -> Option<Basis> {
    let first = of_each.clone().next().filter(|&basis| basis != Basis::Scored)?;
    if of_each.clone().all(|basis| basis == first) {
        return Some(first);
    }
    let n = |wanted: Basis| of_each.clone().filter(|&basis| basis == wanted).count();
    let most = of_each.clone().count() < 2 * n(Basis::Computed);
    (most && n(Basis::Scored) == 0).then_some(Basis::Computed)
}

#[cfg(test)]
mod tests;

use rust_decimal::Decimal;

use crate::model::{Column, EditionGroup, Order, Population, State, count_of};
use crate::rankings::{Basis, ColumnSummary, GroupRanking, Known, RankBasis, Standing};

/// What a column of a group comes to.
#[derive(Clone, Debug)]
pub(crate) struct ColumnFacts {
    /// Of how many units its ranks are.
    pub(crate) of: Of,
    /// Whether units are ranked by it: a criterion that is not scored is only shown.
    pub(crate) is_ranked: bool,
    /// Whether one of its ends is the better one: units are ranked by it, or it parts equal values of another column.
    pub(crate) has_best: bool,
    /// The units by what is known of them.
    pub(crate) counts: Counts,
    /// How many exact scores were deduced.
    pub(crate) deduced: usize,
    /// How many units have an exact rank.
    pub(crate) ranks: usize,
    /// How many units that are left out of the ranking have an exact score all the same.
    pub(crate) outside: usize,
    /// How many of the units that are counted are known to have the maximum; a statement may count more than it names.
    pub(crate) full: usize,
    /// How many of the units that are counted are in each band; none where that of one is not known.
    pub(crate) bands: Option<Vec<usize>>,
    /// Whether all units are here and those that are counted have an exact score.
    pub(crate) is_known: bool,
    /// Whether more is better among the numbers that it shows.
    pub(crate) rises: bool,
    /// Where its numbers come from, where one word says it of them.
    pub(crate) origin: Option<Basis>,
    /// Whether a number that is told of it was announced: a rank, a score, or that somebody is last.
    pub(crate) is_announced: bool,
    /// Whether a unit without a rank has one that was announced and is disputed.
    pub(crate) has_disputed_rank: bool,
    /// Whether a unit counts in it that has no place in the ranking by the total.
    pub(crate) counts_unplaced: bool,
    /// Mean, median and ends over the units that are counted, where all of them are known.
    pub(crate) summary: Option<ColumnSummary>,
}

/// Of how many units the ranks of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// All units of the group, so many.
    All(u32),
    /// So many are ranked, and so many are not.
    Part(u32, usize),
    /// The source does not say how many units there are; it names so many.
    Unknown(usize),
}

/// What a unit has in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// An exact score.
    Known,
    /// A score between two ends.
    Between,
    /// No number, and why.
    Empty(State),
    /// Whatever it is, the unit is left out of the ranking.
    Unranked,
}

/// The units of a group by what they have in a column; each is counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) known: usize,
    pub(crate) between: usize,
    pub(crate) unranked: usize,
    empty: [usize; State::ALL.len()],
}

impl Held {
    /// What a unit of a group has, by what is known of it.
    pub(crate) fn of(group: &EditionGroup, row: usize, standing: &Standing) -> Self {
        match (standing.state, standing.score) {
            _ if group.unranked[row].is_some() => Self::Unranked,
            (state, _) if state.absence().is_some() => Self::Empty(state.without_number()),
            (_, Known::Exact(_)) => Self::Known,
            (_, Known::Between(..)) => Self::Between,
            (state, Known::Nothing) => Self::Empty(state.without_number()),
        }
    }

    /// Whether the unit is counted in the column.
    pub(crate) fn is_counted(self) -> bool {
        match self {
            Self::Known | Self::Between => true,
            Self::Empty(state) => state.exists(),
            Self::Unranked => false,
        }
    }
}

impl Counts {
    fn add(&mut self, held: Held) {
        *match held {
            Held::Known => &mut self.known,
            Held::Between => &mut self.between,
            Held::Empty(state) => &mut self.empty[state as usize],
            Held::Unranked => &mut self.unranked,
        } += 1;
    }

    /// How many units have no number, for that reason.
    pub(crate) fn of(&self, state: State) -> usize {
        self.empty[state as usize]
    }

    /// How many units have no number, for such a reason.
    pub(crate) fn without_number(&self, wanted: impl Fn(State) -> bool) -> usize {
        State::empty().filter(|&state| wanted(state)).map(|state| self.of(state)).sum()
    }

    /// How many units are counted.
    pub(crate) fn counted(&self) -> usize {
        self.known + self.between + self.without_number(State::exists)
    }

    /// How many are not.
    pub(crate) fn left_out(&self) -> usize {
        self.unranked + self.without_number(|state| !state.exists())
    }
}

impl ColumnFacts {
    /// All columns of a group.
    pub(crate) fn all(group: &EditionGroup, ranking: &GroupRanking) -> Vec<Self> {
        group.scheme.columns().map(|column| Self::of(group, ranking, column)).collect()
    }

    fn of(group: &EditionGroup, ranking: &GroupRanking, column: Column) -> Self {
        let scheme = &group.scheme;
        let is_ranked = scheme.criterion(column).is_none_or(|criterion| criterion.scored);
        let mut made = Self {
            of: Of::Unknown(0),
            is_ranked,
            has_best: is_ranked
                || scheme.columns().any(|other| scheme.column_rule(other).break_ties_by.contains(&column)),
            counts: Counts::default(),
            deduced: 0,
            ranks: 0,
            outside: 0,
            full: 0,
            bands: Some(vec![0; scheme.bands.len()]),
            is_known: false,
            rises: scheme.shown_order(column) == Order::Descending,
            origin: origin(
                (0..group.units.len()).filter_map(|row| told_origin(&ranking.columns[column].standing(row))),
            ),
            is_announced: false,
            has_disputed_rank: false,
            counts_unplaced: false,
            summary: None,
        };
        let total = &ranking.columns[scheme.total_column()];
        let has_no_maximum = scheme.is_raw(column) || !ranking.columns[column].has_one_maximum;
        let mut scores = Vec::new();
        let spoken_of = spoken_of(group);
        for row in (0..group.units.len()).filter(|&row| spoken_of[row]) {
            let standing = ranking.columns[column].standing(row);
            let is_counted = standing.has_place && standing.score != Known::Nothing;
            made.counts_unplaced |= is_counted && !total.has_place(row);
            made.add(Held::of(group, row, &standing), &standing, has_no_maximum, &mut scores);
        }
        made.full = made.full.max(made.counted_full(group, ranking, column));
        made.bands = made.bands.filter(|_| group.names_all());
        made.is_known = group.names_all() && made.counts.known == made.counts.counted();
        made.of = of_how_many(group, is_ranked, &made.counts, spoken_of.iter().filter(|is| **is).count());
        made.summary = match is_ranked {
            true => ranking.columns[column].summary().copied(),
            false if made.is_known => ColumnSummary::of_unranked(&scores, scheme.shown_order(column)),
            false => None,
        };
        made
    }

    fn add(&mut self, held: Held, standing: &Standing, has_no_maximum: bool, scores: &mut Vec<Decimal>) {
        self.counts.add(held);
        self.is_announced |= is_announced(standing);
        self.has_disputed_rank |= standing.rank == Known::Nothing && standing.disputed_rank().is_some();
        self.ranks += usize::from(matches!(standing.rank, Known::Exact(_)));
        let Known::Exact(score) = standing.score else {
            return if held.is_counted() {
                self.add_band(standing.band)
            };
        };
        if !held.is_counted() {
            self.outside += usize::from(held == Held::Unranked);
            return;
        }
        scores.push(score);
        self.deduced += usize::from(standing.score_basis == Some(Basis::Deduced));
        self.full += usize::from(!has_no_maximum && standing.is_at_maximum());
        self.add_band(standing.band);
    }

    /// How many units are said to share the rank of one that has the maximum: a statement may count more than it names.
    /// Those that share a rank of rounded values may only come near the maximum.
    fn counted_full(&self, group: &EditionGroup, ranking: &GroupRanking, column: Column) -> usize {
        let is_rounded = group.scheme.is_made(column) && group.scheme.column_rule(column).precision.is_some();
        if self.full == 0 || is_rounded {
            return 0;
        }
        let standings = (0..group.units.len()).map(|row| ranking.columns[column].standing(row));
        let full = standings.filter(|standing| standing.has_place && standing.is_at_maximum());
        full.filter_map(|standing| standing.tied).max().unwrap_or(0) as usize
    }

    fn add_band(&mut self, band: Option<usize>) {
        match (band, &mut self.bands) {
            (Some(band), Some(counts)) => counts[band] += 1,
            _ => self.bands = None,
        }
    }

    /// Of how many units a rank might be told: those that are ranked, or as far as the source names them.
    pub(crate) fn ranked_or_named(&self) -> usize {
        match self.of {
            Of::All(ranked) | Of::Part(ranked, _) => ranked as usize,
            Of::Unknown(named) => named.saturating_sub(self.counts.left_out()),
        }
    }

    /// How many units are ranked by it, or wait for a rank, where that is known.
    pub(crate) fn open_ranks(&self) -> usize {
        if self.is_ranked { self.counts.counted() - self.ranks } else { 0 }
    }
}

impl Of {
    /// How many units are ranked, where that is known.
    pub(crate) fn ranked(self) -> Option<u32> {
        match self {
            Self::All(ranked) | Self::Part(ranked, _) => Some(ranked),
            Self::Unknown(_) => None,
        }
    }
}

/// Of how many units the ranks of a column are; of one by which nothing is ranked, how many there are.
fn of_how_many(group: &EditionGroup, is_ranked: bool, counts: &Counts, named: usize) -> Of {
    let out = if is_ranked { counts.left_out() } else { 0 };
    let all = match group.population {
        Population::Units => count_of(group.units.len()),
        Population::Number(number) => number,
        Population::Unknown => return Of::Unknown(named),
    };
    let ranked = all.saturating_sub(count_of(out));
    if out == 0 { Of::All(all) } else { Of::Part(ranked, out) }
}

/// Whether something that is told of a cell was announced.
fn is_announced(standing: &Standing) -> bool {
    let of_rank = match standing.rank_basis {
        Some(RankBasis::Announced | RankBasis::Printed) => true,
        Some(RankBasis::Computed | RankBasis::Deduced) | None => standing.is_last,
    };
    of_rank || standing.score_basis == Some(Basis::Announced)
}

/// For each row whether the source speaks of it. Where nobody knows how many units there are, and none is listed with
/// scores, the rows are all units that there were: then it speaks of those of which something was announced.
pub(crate) fn spoken_of(group: &EditionGroup) -> Vec<bool> {
    let n = group.units.len();
    let is_written =
        |row: usize| group.columns.iter().any(|column| column.is_written(row)) || group.unranked[row].is_some();
    let named = || group.statements.iter().flat_map(|statement| &statement.rows);
    if group.population != Population::Unknown || (0..n).any(is_written) || named().next().is_none() {
        return vec![true; n];
    }
    let mut spoken_of = vec![false; n];
    named().for_each(|&row| spoken_of[row.index()] = true);
    spoken_of
}
