//! What holds for every edition: small ones are drawn at random, and read in more than one way.

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any};
use proptest::{prop_assert, prop_assert_eq, proptest};
use rust_decimal::Decimal;

use super::support::{group, ranked, ranks, scheme, scores, stated_rank};
use crate::model::{
    Aggregate, Cell, Cells, Column, EditionGroup, Exempt, Method, Missing, Normalise, Order, Place, Population, Rank,
    RankRule, Row, Scheme, State, StatedPlaces, StatedRank, StatedScore, Statement, Text, Ties,
};
use crate::rankings::exact;
use crate::rankings::{GroupRanking, Known};

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_rows_changes_no_rank(scores in vec((0_i64..20, 0_i64..20), 1..12), turn in 0_usize..12) {
        for ties in [Ties::Dense, Ties::Competition, Ties::Modified, Ties::Average] {
            let here = ranked_pairs(ties, &scores, (Decimal::ONE, Decimal::TWO));
            let mut turned = scores.clone();
            turned.reverse();
            turned.rotate_left(turn % scores.len());
            let there = ranked_pairs(ties, &turned, (Decimal::ONE, Decimal::TWO));
            let pairs = |scores: &[(i64, i64)], ranking: &GroupRanking| {
                let mut pairs: Vec<_> = scores.iter().copied().zip(ranks(ranking, 2).split(' ').map(str::to_owned)).collect();
                pairs.sort();
                pairs
            };
            prop_assert_eq!(pairs(&scores, &here), pairs(&turned, &there));
        }
    }

    #[test]
    fn the_scale_of_weights_changes_no_rank(scores in vec((0_i64..20, 0_i64..20), 1..12), weights in (1_i64..9, 1_i64..9), by in 2_i64..50) {
        let (a, b) = (Decimal::new(weights.0, 1), Decimal::new(weights.1, 1));
        let by = Decimal::from(by);
        let here = ranked_pairs(Ties::Competition, &scores, (a, b));
        let there = ranked_pairs(Ties::Competition, &scores, (a * by, b * by));
        prop_assert_eq!(ranks(&here, 2), ranks(&there, 2));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn deduction_never_excludes_the_truth(bytes in vec(any::<u8>(), 0..240)) {
        let world = World::drawn(&mut Dice(bytes.iter()));
        let all = ranked(world.told.clone());
        prop_assert_eq!(&all.clashes, &[], "{}", world.described(&all));
        for column in Column::all(world.truth.columns.len()) {
            for row in 0..world.told.units.len() {
                let (truth, told) = (world.truth.columns[column].standing(row), all.columns[column].standing(row));
                let score = match truth.score {
                    Known::Exact(score) => score,
                    _ => continue,
                };
                prop_assert!(allows(&told.score, score, world.is_printed(column, row)), "{column:?} {row}: {score}, {}", world.described(&all));
                // Where a breaker is not known it comes last: a rule, not a deduction.
                let is_broken = !world.told.scheme.column_rule(column).break_ties_by.is_empty();
                if let Some(rank) = world.ranks[column][row].filter(|_| !all.columns[column].complete || !is_broken) {
                    prop_assert!(allows(&told.rank, rank, false), "{column:?} {row}: {rank}, {}", world.described(&all));
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_units_changes_no_number_of_any_column(bytes in vec(any::<u8>(), 0..240), turn in 0_usize..12) {
        let here = drawn_index(&mut Dice(bytes.iter()));
        let n = here.units.len();
        let order: Vec<usize> = (0..n).rev().map(|row| (row + turn) % n).collect();
        let (told_here, told_there) = (ranked(here.clone()), ranked(reordered(&here, &order)));
        for column in Column::all(here.columns.len()) {
            for (there, &row) in order.iter().enumerate() {
                let (a, b) = (told_here.columns[column].standing(row), told_there.columns[column].standing(there));
                prop_assert_eq!(a, b, "{:?} {}", column, row);
            }
        }
    }

    #[test]
    fn weights_times_anything_above_zero_change_no_rank(bytes in vec(any::<u8>(), 0..240), by in 1_i64..500) {
        let here = drawn_index(&mut Dice(bytes.iter()));
        let mut there = here.clone();
        weigh(std::sync::Arc::make_mut(&mut there.scheme), Decimal::new(by, 1));
        let (told_here, told_there) = (ranked(here.clone()), ranked(there));
        // What is deduced of a value that cannot be computed depends on the grid, and with it on the scale.
        let is_whole =
            |told: &GroupRanking| told.clashes.is_empty() && told.failures.is_empty();
        let is_whole = is_whole(&told_here) && is_whole(&told_there);
        // Values are rounded to 12 decimals: two that differ by less than that are a tie at one scale and none at another.
        let is_clear = |column: &Column| !is_hair_apart(&told_here, *column) && !is_hair_apart(&told_there, *column);
        for column in Column::all(here.columns.len()).filter(|_| is_whole).filter(is_clear) {
            prop_assert_eq!(ranks(&told_here, column.index()), ranks(&told_there, column.index()), "{:?}", column);
        }
    }
}

/// Whether two values of a column differ by so little that rounding may have made or unmade the difference.
fn is_hair_apart(told: &GroupRanking, column: Column) -> bool {
    let scores = (0..told.columns[column].len()).filter_map(|row| match told.columns[column].standing(row).score {
        Known::Exact(score) => Some(score),
        _ => None,
    });
    let mut scores: Vec<Decimal> = scores.collect();
    scores.sort();
    scores.windows(2).any(|pair| pair[0] != pair[1] && pair[1] - pair[0] < Decimal::new(1, 9))
}

/// An edition of a composite index: some leaves are normalised, all kinds of totals, ties that do not look at the order.
fn drawn_index(dice: &mut Dice) -> EditionGroup {
    let mut scheme = drawn_scheme(dice);
    let methods = [Method::MinMax, Method::Goalposts, Method::ZScore, Method::Best, Method::Rank, Method::None];
    for leaf in [0, 2, 3, 4] {
        scheme.criteria[leaf].normalise = dice.one_in(2).then(|| Normalise {
            method: methods[dice.roll(6)],
            lower_is_better: dice.one_in(2),
            low: Some(Decimal::ONE),
            high: Some(Decimal::from(3)),
            log: dice.one_in(4),
            to: [Decimal::ONE, Decimal::ONE_HUNDRED][dice.roll(2)],
        });
    }
    let totals = [Aggregate::Sum, Aggregate::Mean, Aggregate::GeometricMean];
    (scheme.total, scheme.criteria[1].total) = (totals[dice.roll(3)], totals[dice.roll(3)]);
    let shares = |ties| !matches!(ties, Ties::Ordinal | Ties::Announced);
    scheme.rank.ties = Some(scheme.rank.ties).filter(|ties| shares(*ties)).unwrap_or_default();
    scheme.rank.precision = None;
    for criterion in &mut scheme.criteria {
        criterion.rank = RankRule { break_ties_by: Vec::new(), ..scheme.rank.clone() };
    }
    let n_rows = 2 + dice.roll(6);
    drawn_scores(dice, scheme, n_rows)
}

/// The same units in another order.
fn reordered(group: &EditionGroup, order: &[usize]) -> EditionGroup {
    let mut turned = group.clone();
    for (there, &row) in order.iter().enumerate() {
        turned.units[there] = group.units[row];
        turned.unranked[there].clone_from(&group.unranked[row]);
        for (to, from) in turned.columns.iter_mut().zip(&group.columns) {
            to.set(there, from.cell(row), 0, 0);
        }
    }
    turned
}

/// Multiplies the weights within each parent. In a sum the parent grows with its parts, so that its own weight has to
/// stay as it is: there only the weights of the criteria at the top are multiplied.
fn weigh(scheme: &mut Scheme, by: Decimal) {
    let is_sum = |parent: Option<Column>| parent.is_some_and(|p| scheme.criteria[p].total == Aggregate::Sum);
    let grows: Vec<bool> = scheme.criteria.iter().map(|criterion| !is_sum(criterion.parent)).collect();
    for (criterion, grows) in scheme.criteria.iter_mut().zip(grows) {
        criterion.weight *= if grows { by } else { Decimal::ONE };
    }
}

fn ranked_pairs(ties: Ties, scores: &[(i64, i64)], weights: (Decimal, Decimal)) -> GroupRanking {
    let mut scheme = scheme(&["a", "b"]);
    scheme.rank.ties = ties;
    (scheme.criteria[0].weight, scheme.criteria[1].weight) = weights;
    let rows: Vec<String> =
        scores.iter().map(|(a, b)| format!("{} {}", Decimal::new(*a, 1), Decimal::new(*b, 1))).collect();
    ranked(group(scheme, &rows.iter().map(String::as_str).collect::<Vec<_>>()))
}

/// Whether the truth is possible; an announced number that was rounded before it was printed is not the truth itself.
fn allows<T: PartialOrd>(told: &Known<T>, truth: T, is_printed: bool) -> bool {
    match told {
        Known::Exact(value) => *value == truth || is_printed,
        Known::Between(low, high) => *low <= truth && truth <= *high,
        Known::Nothing => true,
    }
}

/// Draws from bytes, so that fewer bytes are a smaller world.
struct Dice<'a>(std::slice::Iter<'a, u8>);

impl Dice<'_> {
    fn roll(&mut self, sides: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or(0)) % sides
    }

    fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == sides - 1
    }
}

/// An edition as it is, and what a reader is told of it.
struct World {
    truth: GroupRanking,
    /// The true rank of each cell.
    ranks: Vec<Vec<Option<Rank>>>,
    told: EditionGroup,
}

impl World {
    fn drawn(dice: &mut Dice) -> Self {
        let scheme = drawn_scheme(dice);
        let (n_rows, n_hidden) = (2 + dice.roll(5), dice.roll(3));
        let full = drawn_scores(dice, scheme, n_rows + n_hidden);
        let truth = ranked(full.clone());
        let ranks = true_ranks(&full, &truth);
        let mut told = cut(dice, &full, n_rows);
        for (column, ranks) in full.scheme.columns().zip(&ranks) {
            for _ in 0..dice.roll(4) {
                told.statements.extend(drawn_statement(dice, &full, column, &truth, ranks, n_rows));
            }
        }
        Self { truth, ranks, told }
    }

    /// The truth and what is told of it, to be read where a test fails.
    fn described(&self, told: &GroupRanking) -> String {
        let scheme = &self.told.scheme;
        let weights: Vec<String> = scheme.criteria.iter().map(|c| c.weight.to_string()).collect();
        let mut text = format!("{:?} {:?}\n", scheme.rank, (scheme.total, scheme.missing, scheme.exempt));
        text += &format!("weights {weights:?}, {:?}\n", (self.told.population, scheme.criteria[0].decimals));
        text += &format!("unranked {:?}\n", self.told.unranked.iter().map(Option::is_some).collect::<Vec<_>>());
        for column in scheme.columns() {
            let shown = |ranking| format!("{} # {}", scores(ranking, column.index()), ranks(ranking, column.index()));
            text += &format!("{}: {} => {}\n", scheme.column_id(column), shown(&self.truth), shown(told));
            for s in self.told.statements.iter().filter(|s| s.column == column) {
                text += &format!("    {:?} {:?} {:?} {:?} last {}\n", s.rank, s.score, s.rows, s.count, s.last);
            }
        }
        text
    }

    /// Whether the score of a cell was announced with fewer decimals than it has.
    fn is_printed(&self, column: Column, row: usize) -> bool {
        let names = |s: &&Statement| s.column == column && s.rows.iter().any(|&named| named.index() == row);
        let is_one = |s: &Statement| matches!(s.score, Some(StatedScore::One(_)));
        self.told.scheme.aggregate(column) == Aggregate::Mean
            && column == self.told.scheme.total_column()
            && self.told.statements.iter().filter(names).any(is_one)
    }
}

fn drawn_scheme(dice: &mut Dice) -> Scheme {
    let mut scheme = scheme(&["a", "p", "p1 in=p", "p2 in=p", "b"]);
    let ties =
        [Ties::Dense, Ties::Competition, Ties::Modified, Ties::Average, Ties::Ordinal, Ties::Announced, Ties::Dense];
    scheme.rank.ties = ties[dice.roll(7)];
    scheme.rank.order = [Order::Descending, Order::Ascending][dice.roll(2)];
    scheme.rank.precision = [None, None, Some(0)][dice.roll(3)];
    if dice.one_in(4) {
        scheme.rank.break_ties_by = vec![Column::at(0)];
    }
    scheme.total = [Aggregate::Sum, Aggregate::Mean][dice.roll(2)];
    scheme.missing = [Missing::Unranked, Missing::Zero, Missing::AtLeastPercent(Decimal::from(50))][dice.roll(3)];
    scheme.exempt = [Exempt::Rescale, Exempt::Full, Exempt::Nothing, Exempt::Unranked][dice.roll(4)];
    let decimals = [Some(0), Some(1), None][dice.roll(3)];
    for criterion in &mut scheme.criteria {
        criterion.decimals = decimals;
        criterion.rank = scheme.rank.clone();
        criterion.rank.break_ties_by = Vec::new();
        criterion.weight =
            [Decimal::ONE, Decimal::new(5, 1), Decimal::TWO, Decimal::ZERO][dice.roll(6).saturating_sub(2)];
    }
    scheme.criteria[4].weight = Decimal::ONE;
    for leaf in [0, 2, 3, 4] {
        scheme.criteria[leaf].max = Some(Decimal::from(4));
    }
    scheme.criteria[1].max = Some(Decimal::from(8));
    scheme
}

/// An edition in which every score is known, exempt or missing.
fn drawn_scores(dice: &mut Dice, scheme: Scheme, n_rows: usize) -> EditionGroup {
    let decimals = scheme.criteria[0].decimals;
    let mut full = group(scheme, &vec![""; n_rows]);
    for column in [0, 2, 3, 4] {
        for row in 0..n_rows {
            let cell = match (dice.roll(14), decimals) {
                (12, _) => Cell::Empty(State::Missing),
                (13, _) => Cell::Empty(State::Exempt),
                (_, Some(0)) => Cell::Score(Decimal::from(dice.roll(5))),
                _ => Cell::Score(Decimal::new(i64::try_from(dice.roll(41)).unwrap(), 1)),
            };
            full.columns[column].set(row, cell, 0, 0);
        }
    }
    for row in 0..n_rows {
        full.unranked[row] = dice.one_in(12).then(|| Text::plain("why"));
    }
    full
}

/// With announced ties, equal scores are ranked on decimals that nobody sees: here by row.
fn true_ranks(full: &EditionGroup, truth: &GroupRanking) -> Vec<Vec<Option<Rank>>> {
    let mut ordinal = full.clone();
    let scheme = std::sync::Arc::make_mut(&mut ordinal.scheme);
    if scheme.rank.ties == Ties::Announced {
        scheme.rank.ties = Ties::Ordinal;
        scheme.criteria.iter_mut().for_each(|criterion| criterion.rank.ties = Ties::Ordinal);
    }
    let ranking = if full.scheme.rank.ties == Ties::Announced { ranked(ordinal) } else { truth.clone() };
    let rank = |column: usize, row| match ranking.columns[column].standing(row).rank {
        Known::Exact(rank) => Some(rank),
        _ => None,
    };
    (0..ranking.columns.len()).map(|column| (0..full.units.len()).map(|row| rank(column, row)).collect()).collect()
}

/// The same edition with only the first rows, and with cells that nobody is told.
fn cut(dice: &mut Dice, full: &EditionGroup, n_rows: usize) -> EditionGroup {
    let mut told = full.clone();
    told.units.truncate(n_rows);
    told.unranked.truncate(n_rows);
    let n_all = u32::try_from(full.units.len()).unwrap();
    let hidden_out = (n_rows..full.units.len()).any(|row| {
        full.unranked[row].is_some()
            || full.columns.iter().any(|c| matches!(c.cell(row), Cell::Empty(State::Missing | State::Exempt)))
    });
    told.population = match dice.roll(3) {
        0 if n_rows == full.units.len() => Population::Units,
        1 if !hidden_out => Population::Number(n_all),
        _ => Population::Unknown,
    };
    told.columns = vec![Cells::unpublished(n_rows); full.columns.len()];
    let shown = dice.roll(3);
    for column in [0, 2, 3, 4] {
        for row in 0..n_rows {
            let cell = full.columns[column].cell(row);
            let is_told = dice.roll(3) < shown || !matches!(cell, Cell::Score(_));
            let cell =
                if is_told { cell } else { Cell::Empty([State::Unpublished, State::Withheld][dice.roll(8) / 7]) };
            told.columns[column].set(row, cell, 0, 0);
        }
    }
    told
}

/// A true statement on a rank, or on a score.
fn drawn_statement(
    dice: &mut Dice,
    full: &EditionGroup,
    column: Column,
    truth: &GroupRanking,
    ranks: &[Option<Rank>],
    n_rows: usize,
) -> Option<Statement> {
    let row = dice.roll(n_rows);
    let rank = ranks[row]?;
    let sharing: Vec<usize> = (0..ranks.len()).filter(|&other| ranks[other] == Some(rank)).collect();
    let named: Vec<Row> =
        sharing.iter().filter(|&&r| r < n_rows && (r == row || !dice.one_in(3))).map(|&r| Row::at(r)).collect();
    let worst = ranks.iter().flatten().max();
    let is_last = Some(&rank) == worst && dice.one_in(2);
    let scores: Vec<Decimal> = named
        .iter()
        .filter_map(|&r| match truth.columns[column].standing(r.index()).score {
            Known::Exact(score) => Some(score),
            _ => None,
        })
        .collect();
    let (low, high) = (*scores.iter().min()?, *scores.iter().max()?);
    let score = if low == high && dice.one_in(2) {
        let is_mean = column == full.scheme.total_column() && full.scheme.total == Aggregate::Mean;
        let is_rescaled = low.scale() > 3;
        let printed = exact::round(low, 1, crate::model::Rounding::HalfUp);
        (is_mean || !is_rescaled).then_some(StatedScore::One(if is_mean { printed } else { low }))
    } else {
        dice.one_in(2).then_some(StatedScore::Between(low, high))
    };
    let stated = match dice.roll(4) {
        0 if !is_last => stated_rank(&format!("{}-{}", rank.floor().max(1), rank.floor() + 1 + dice.roll(3) as u32)),
        1 if !is_last => StatedRank::OneOf(vec![rank, Rank::whole(rank.floor() + 2)]),
        _ => StatedRank::One(rank),
    };
    Some(Statement {
        column,
        number: 1,
        rank: Some(stated),
        score,
        count: u32::try_from(sharing.len()).ok().filter(|&count| count as usize > named.len() || dice.one_in(2)),
        rows: named,
        foreign: Vec::new(),
        others: false,
        last: is_last,
        quote: None,
        note: None,
        disputed: None,
        place: Place::whole(0),
        places: StatedPlaces::whole(Place::whole(0)),
    })
}
