//! The ranks of a complete column, counted.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::exact;
use super::sheet::Sheet;
use super::ties::{self, Equals, Run};
use crate::model::{Column, Order, Population, Rank, RankRule, Row, StatedRank, Ties, count_of};

/// The places of the units of a complete column.
pub(super) struct CountedRanks {
    /// For each row its best and its worst place, if it has one; they differ only with `ties: announced`.
    pub(super) ranks: Vec<Option<CountedRank>>,
    /// The last rank that there is.
    pub(super) last: Option<Rank>,
    /// Whether no tie waits for a breaker that is not known: then an announced rank must be the counted one.
    pub(super) is_firm: bool,
    /// Rows whose announced rank is not among the places that their value shares, each with the first of these.
    pub(super) outside: Vec<(Row, Rank)>,
}

/// The place of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CountedRank {
    pub(super) best: Rank,
    pub(super) worst: Rank,
    /// How many units share the rank, if that is known.
    pub(super) tied: Option<u32>,
    /// Whether the announcement chose it among equal values.
    pub(super) chosen: bool,
}

/// Counts the places of a column; none if it is not complete.
pub(super) fn count(sheet: &Sheet, column: Column) -> Option<CountedRanks> {
    if !is_complete(sheet, column) {
        return None;
    }
    let rule = sheet.scheme.column_rule(column);
    let rows = |&row: &usize| sheet.is_in_ranking(row) && sheet.valued(column, row).number().is_some();
    let mut sorter = Sorter::of(sheet, column, rule, (0..sheet.rows).filter(rows).collect());
    sorter.sort();
    let is_firm = sorter.is_firm(sheet, rule);
    let mut places = CountedRanks { ranks: vec![None; sheet.rows], last: None, is_firm, outside: Vec::new() };
    let mut values_above = 0;
    let mut at = 0;
    while at < sorter.entries.len() {
        let run = sorter.run(at, values_above);
        let rows: Vec<usize> =
            sorter.entries[at..at + run.len as usize].iter().map(|&entry| sorter.rows[entry]).collect();
        places.add(sheet, column, rule.ties, run, &rows);
        at += run.len as usize;
        values_above += 1;
    }
    Some(places)
}

/// Where each of some rows stands among rows of the same value: equal ones share a rank, whichever value that is.
pub(super) fn order_among_equals(sheet: &Sheet, column: Column, rows: Vec<usize>) -> Vec<u32> {
    let rule = sheet.scheme.column_rule(column);
    let mut sorter = Sorter::of(sheet, column, rule, rows);
    sorter.values.fill(Decimal::ZERO);
    sorter.grid = None;
    sorter.sort();
    let mut order = vec![0; sorter.rows.len()];
    let mut at: u32 = 0;
    for pair in sorter.entries.windows(2) {
        let apart = !ties::rule(rule.ties).equals.share() || sorter.compare(pair[0], pair[1]) != Ordering::Equal;
        at += u32::from(apart);
        order[pair[1]] = at;
    }
    order
}

/// Whether the tool ranks the column: the population known and all here, each cell known exactly, exempt or missing.
/// An announced mean, which may have been rounded before it was printed, is not known exactly.
pub(super) fn is_complete(sheet: &Sheet, column: Column) -> bool {
    let all_here = match sheet.group.population {
        Population::Units => true,
        Population::Number(number) => number as usize <= sheet.rows,
        Population::Unknown => false,
    };
    let settled = |row| {
        let input = sheet.valued(column, row);
        !sheet.is_in_ranking(row) || !input.exists() || input.exact().is_some()
    };
    sheet.is_ranked(column) && all_here && (0..sheet.rows).all(settled)
}

/// How many units the ranks of a column are out of; none where the population is unknown.
pub(super) fn ranked(sheet: &Sheet, column: Column) -> Option<u32> {
    if !sheet.is_ranked(column) {
        return None;
    }
    let counted = |&row: &usize| sheet.is_in_ranking(row) && sheet.valued(column, row).exists();
    let out = u32::try_from((0..sheet.rows).filter(|row| !counted(row)).count()).ok()?;
    match sheet.group.population {
        Population::Units => Some(u32::try_from(sheet.rows).ok()?.saturating_sub(out)),
        Population::Number(number) => Some(number.saturating_sub(out)),
        Population::Unknown => None,
    }
}

/// The value that ranks and bands are taken on: computed ones are rounded first where the rule says so.
pub(super) fn rank_value(sheet: &Sheet, column: Column, value: Decimal) -> Decimal {
    let rule = sheet.scheme.column_rule(column);
    match rule.precision {
        Some(decimals) if is_rounded(sheet, column) => exact::round(value, decimals, rule.rounding),
        _ => value,
    }
}

/// Whether the values of a column are computed ones, which `precision` rounds.
pub(super) fn is_rounded(sheet: &Sheet, column: Column) -> bool {
    sheet.is_made(column) || sheet.normalisation(column).is_some()
}

impl CountedRanks {
    fn add(&mut self, sheet: &Sheet, column: Column, ties: Ties, run: Run, rows: &[usize]) {
        match ties::rule(ties).equals {
            Equals::AsAnnounced => self.add_announced(sheet, column, run, rows),
            Equals::First | Equals::Last | Equals::Mean | Equals::InOrder => self.add_counted(ties, run, rows),
        }
    }

    fn add_counted(&mut self, ties: Ties, run: Run, rows: &[usize]) {
        let tied = Some(if ties::rule(ties).equals.share() { run.len } else { 1 });
        for (position, &row) in (0_u32..).zip(rows) {
            let rank = ties::rank(ties, run, position);
            self.ranks[row] = Some(CountedRank { best: rank, worst: rank, tied, chosen: false });
            self.last = self.last.max(Some(rank));
        }
    }

    fn add_announced(&mut self, sheet: &Sheet, column: Column, run: Run, rows: &[usize]) {
        let stated = |row: usize| -> Option<&StatedRank> { sheet.announced_cells.get(column, row)?.rank };
        for &row in rows {
            let (best, worst) = ties::announced_place(run, stated(row)).unwrap_or_else(|shared| {
                self.outside.push((Row::at(row), shared.0));
                shared
            });
            self.ranks[row] =
                Some(CountedRank { best, worst, tied: None, chosen: run.len > 1 && stated(row).is_some() });
        }
        let mut exact: Vec<Rank> = rows.iter().filter_map(|&row| self.ranks[row]?.exact()).collect();
        exact.sort_unstable();
        self.last = exact.last().copied().filter(|_| exact.len() == rows.len());
        for &row in rows.iter().filter(|_| exact.len() == rows.len()) {
            if let Some(place) = &mut self.ranks[row] {
                let count = exact.partition_point(|&r| r <= place.best) - exact.partition_point(|&r| r < place.best);
                place.tied = u32::try_from(count).ok();
            }
        }
    }
}

impl CountedRank {
    /// The rank, if it is one.
    pub(super) fn exact(self) -> Option<Rank> {
        (self.best == self.worst).then_some(self.best)
    }
}

/// Sorts the rows of a column by value, then by the breakers in turn, then as the score file has them.
struct Sorter {
    rows: Vec<usize>,
    values: Vec<Decimal>,
    grid: Option<Vec<i64>>,
    order: Order,
    breakers: Vec<(Order, Vec<Option<Decimal>>)>,
    /// Positions in `rows`, in ranking order once sorted.
    entries: Vec<usize>,
}

impl Sorter {
    fn of(sheet: &Sheet, column: Column, rule: &RankRule, rows: Vec<usize>) -> Self {
        let value = |column, row| Some(rank_value(sheet, column, sheet.valued(column, row).number()?));
        let values: Vec<Decimal> = rows.iter().map(|&row| value(column, row).unwrap_or_default()).collect();
        let breakers = rule.break_ties_by.iter().filter(|by| by.index() < sheet.scheme.n_columns());
        let breakers = breakers
            .map(|&by| (sheet.scheme.column_rule(by).order, rows.iter().map(|&row| value(by, row)).collect()))
            .collect();
        let (grid, entries) = (exact::on_one_grid(&values), (0..rows.len()).collect());
        Self { rows, values, grid, order: rule.order, breakers, entries }
    }

    fn sort(&mut self) {
        let mut entries = std::mem::take(&mut self.entries);
        entries.sort_by(|&a, &b| self.compare(a, b));
        self.entries = entries;
    }

    /// Which of two entries comes first; equal if they share a rank.
    fn compare(&self, a: usize, b: usize) -> Ordering {
        let values = match &self.grid {
            Some(grid) => grid[a].cmp(&grid[b]),
            None => self.values[a].cmp(&self.values[b]),
        };
        directed(self.order, values).then_with(|| {
            let breakers = self.breakers.iter().map(|(order, values)| unknown_last(*order, values[a], values[b]));
            breakers.fold(Ordering::Equal, Ordering::then)
        })
    }

    /// Whether every breaker of units with equal values is known, or known not to exist.
    fn is_firm(&self, sheet: &Sheet, rule: &RankRule) -> bool {
        let breakers = || rule.break_ties_by.iter().copied().filter(|by| by.index() < sheet.scheme.n_columns());
        let waits = |entry: usize| {
            breakers().any(|by| {
                let input = sheet.valued(by, self.rows[entry]);
                input.exists() && input.number().is_none()
            })
        };
        let tied = |pair: &&[usize]| self.values[pair[0]] == self.values[pair[1]];
        !self.entries.windows(2).filter(tied).any(|pair| waits(pair[0]) || waits(pair[1]))
    }

    /// The entries equal to the one at a position of the sorted order.
    fn run(&self, at: usize, values_above: u32) -> Run {
        let first = self.entries[at];
        let len = self.entries[at..].iter().take_while(|&&entry| self.compare(first, entry) == Ordering::Equal).count();
        Run { above: count_of(at), values_above, len: count_of(len) }
    }
}

fn directed(order: Order, ascending: Ordering) -> Ordering {
    match order {
        Order::Ascending => ascending,
        Order::Descending => ascending.reverse(),
    }
}

fn unknown_last(order: Order, a: Option<Decimal>, b: Option<Decimal>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => directed(order, a.cmp(&b)),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}
