//! All bounds of a group: for each column those of its scores and ranks, for each total the equation with its parts.

use rust_decimal::Decimal;

use super::grid;
use super::rank_bounds::{OPEN_END, RankBounds};
use super::relation::Relation;
use super::score_bounds::{CellKind, ScoreBounds};
use crate::model::{Aggregate, Column, Exempt, Order, StatedScore};
use crate::rankings::normalise;
use crate::rankings::places;
use crate::rankings::policy::{self, PartEffect};
use crate::rankings::sheet::{CellInput, Origin, Sheet};
use crate::rankings::ties;

/// Everything that is known of a group, as intervals.
pub(super) struct Problem {
    /// By column, its scores and its ranks.
    pub(super) columns: Vec<ScoreBounds>,
    /// By column, how it is made of its parts; parts before what they make.
    pub(super) relations: Vec<Relation>,
}

impl Problem {
    /// The numbers of the sheet that need no announced one, and nothing else.
    pub(super) fn of(sheet: &Sheet) -> Self {
        let finest = finest(sheet);
        let mut columns: Vec<ScoreBounds> = Vec::new();
        for (column, grid) in sheet.scheme.columns().zip(grids(sheet, finest)) {
            let mut scores = ScoreBounds::unlimited(sheet.rows, grid.scale, grid.is_on_grid);
            fill(sheet, column, &mut scores);
            scores.ranks = rank_bounds(sheet, column, &scores);
            columns.push(scores);
        }
        let relations = sheet.upwards().filter(|&column| sheet.is_made(column));
        let relations = relations.map(|column| Relation::of(sheet, column, &columns)).collect();
        Self { columns, relations }
    }
}

/// What the scores of a column are measured in.
#[derive(Clone, Copy)]
struct Grid {
    /// Its steps are `10^-scale`.
    scale: u32,
    /// Whether each value is a whole number of steps.
    is_on_grid: bool,
}

/// The grid of each column: its decimals where it has them, for a sum the finest of its weighted parts.
fn grids(sheet: &Sheet, finest: u32) -> Vec<Grid> {
    let total = sheet.total();
    let mut grids = vec![Grid { scale: finest, is_on_grid: false }; sheet.scheme.n_columns()];
    for column in sheet.upwards() {
        let decimals = if sheet.is_made(column) {
            let parts = sheet.parts(column);
            let part = |p: &policy::WeightedPart| {
                let scale = grids[p.column].is_on_grid.then_some(grids[p.column].scale)?;
                let max =
                    p.max.filter(|_| sheet.scheme.exempt == Exempt::Full).map_or(0, |max| max.normalize().scale());
                Some(scale.max(max) + p.weight.normalize().scale())
            };
            let is_rescaled = parts.iter().any(|p| is_absent_somewhere(sheet, p));
            let exact = sheet.scheme.aggregate(column) == Aggregate::Sum && !is_rescaled;
            let own =
                if column == total { sheet.adjustments.iter().map(|a| a.normalize().scale()).max() } else { None };
            let parts = parts.iter().map(part).try_fold(own.unwrap_or(0), |most, d| d.map(|d| d.max(most)));
            if exact { parts } else { None }
        } else {
            let decimals = sheet.scheme.criterion(column).map_or(sheet.scheme.decimals, |c| c.decimals);
            decimals.filter(|&d| sheet.normalisation(column).is_none() && all_on_grid(sheet, column, d))
        };
        grids[column] = match decimals.filter(|&d| d <= grid::FINEST) {
            Some(scale) => Grid { scale, is_on_grid: true },
            None if sheet.is_made(column) || sheet.normalisation(column).is_some() => {
                let is_sum = sheet.is_made(column) && sheet.scheme.aggregate(column) == Aggregate::Sum;
                let is_exact = is_sum && !sheet.parts(column).iter().any(|p| is_absent_somewhere(sheet, p));
                Grid { scale: if is_exact { finest } else { grid::FINEST }, is_on_grid: false }
            }
            None => Grid { scale: finest, is_on_grid: false },
        };
    }
    grids
}

/// Whether a part is absent in some row, so that the others are rescaled.
fn is_absent_somewhere(sheet: &Sheet, part: &policy::WeightedPart) -> bool {
    let can_leave = sheet.scheme.exempt == Exempt::Rescale || sheet.scheme.missing.rescales();
    can_leave && (0..sheet.rows).any(|row| is_absent(sheet, part, row))
}

fn is_absent(sheet: &Sheet, part: &policy::WeightedPart, row: usize) -> bool {
    match sheet.valued(part.column, row) {
        CellInput::Empty(state) => policy::effect(sheet.policy(), state, part.max) == PartEffect::Leaves,
        CellInput::Known(..) => false,
    }
}

/// Whether the written numbers of a column keep to the decimals that it promises.
fn all_on_grid(sheet: &Sheet, column: Column, decimals: u32) -> bool {
    let is_on_grid = |row| match sheet.shown(column, row) {
        CellInput::Known(number, Origin::Scored) => {
            number.scale() <= decimals || number.normalize().scale() <= decimals
        }
        _ => true,
    };
    (0..sheet.rows).all(is_on_grid)
}

/// The decimals that hold every number of the group, times its weights: the grid of columns without `decimals`.
fn finest(sheet: &Sheet) -> u32 {
    let scale = |number: Decimal| number.normalize().scale();
    let stated = |score: &StatedScore| match *score {
        StatedScore::One(number) => scale(number),
        StatedScore::Between(low, high) => scale(low).max(scale(high)),
    };
    let numbers = sheet
        .scheme
        .criterion_columns()
        .flat_map(|column| (0..sheet.rows).filter_map(move |row| sheet.shown(column, row).number()))
        .map(|number| number.scale());
    let statements = sheet.group.statements.iter().filter_map(|s| s.score.as_ref()).map(stated);
    let adjustments = sheet.adjustments.iter().copied().map(scale);
    let criteria = || sheet.scheme.criteria.iter();
    let decimals = criteria().filter_map(|c| c.decimals);
    let limits = criteria().filter_map(|c| c.max).map(scale);
    let finest = numbers.chain(statements).chain(adjustments).chain(decimals).chain(limits).max().unwrap_or(0);
    let weights: u32 = criteria().map(|c| scale(c.weight)).max().unwrap_or(0);
    finest.saturating_add(weights).min(grid::FINEST)
}

/// Takes over the numbers that are known without any announced one, and what no rule may narrow.
fn fill(sheet: &Sheet, column: Column, scores: &mut ScoreBounds) {
    let points = sheet.normalisation(column);
    scores.is_shown = points.is_none();
    for row in 0..sheet.rows {
        match sheet.valued(column, row) {
            CellInput::Known(number, Origin::Scored | Origin::Computed) => {
                scores.fix(row, number, CellKind::Narrowable)
            }
            CellInput::Known(number, _) if points.is_some() => scores.fix(row, number, CellKind::Fixed),
            CellInput::Known(..) => {}
            CellInput::Empty(state) if state.absence().is_some() => {
                match policy::effect(sheet.policy(), state, sheet.max(column)) {
                    PartEffect::CountsAs(number) => scores.fix(row, number, CellKind::CountsAs),
                    _ => scores.kind[row] = CellKind::Absent,
                }
            }
            CellInput::Empty(_) if points.is_some() => {
                if let Some((low, high)) = points.and_then(normalise::limits) {
                    (scores.low[row], scores.high[row]) = scores.limits(low, high);
                }
                scores.kind[row] = CellKind::Fixed;
            }
            CellInput::Empty(_) => {}
        }
    }
}

/// What is known of the ranks of a column before any rule; none where there is nothing to reason about.
fn rank_bounds(sheet: &Sheet, column: Column, scores: &ScoreBounds) -> Option<RankBounds> {
    let rule = sheet.scheme.column_rule(column);
    let is_disputed = sheet.group.statements.iter().any(|s| s.column == column && s.disputed.is_some());
    let is_announced = sheet.announced_cells.column(column).any(|(_, announced)| announced.rank.is_some());
    let is_worth_it = is_announced || !is_disputed;
    let is_left_out = sheet.group.disputed(column).is_some() || places::is_complete(sheet, column);
    if !scores.is_shown || !sheet.is_ranked(column) || !is_worth_it || is_left_out {
        return None;
    }
    let rounding_slack = match rule.precision {
        Some(decimals) if places::is_rounded(sheet, column) && decimals < scores.scale => {
            10_i64.checked_pow(scores.scale - decimals)?
        }
        _ => 0,
    };
    let tie_rule = ties::rule(rule.ties);
    let equals_part = !tie_rule.equals.share() || !rule.break_ties_by.is_empty();
    let in_ranking = |row| sheet.is_in_ranking(row) && sheet.valued(column, row).exists();
    let population = places::ranked(sheet, column);
    let mut ranks = RankBounds {
        rule: tie_rule,
        is_ascending: rule.order == Order::Ascending,
        min_gap: if equals_part { 0 } else { scores.min_difference() },
        equals_share: !equals_part,
        best_possible: ends_of_values(sheet, column).and_then(|(worst, best)| {
            let (low, high) = scores.limits(worst, best);
            Some(if rule.order == Order::Ascending { -low } else { high }).filter(|&best| grid::is_limit(best))
        }),
        rounding_slack,
        population,
        all_here: sheet.group.names_all(),
        last: None,
        is_announced,
        is_ranked: (0..sheet.rows).map(in_ranking).collect(),
        possible: Vec::new(),
        pinned: vec![false; sheet.rows],
        sole: vec![false; sheet.rows],
        sharing: Vec::new(),
        buckets: Vec::new(),
    };
    ranks.possible = vec![(ranks.buckets_per_rank(), OPEN_END); sheet.rows];
    Some(ranks)
}

/// The least and the most that a value of a column can be, whoever has it: 0 and its maximum, unless somebody gets points
/// on top.
fn ends_of_values(sheet: &Sheet, column: Column) -> Option<(Decimal, Decimal)> {
    let is_adjusted = column == sheet.total() && sheet.adjustments.iter().any(|points| !points.is_zero());
    most(sheet, column).filter(|_| !is_adjusted).map(|max| (Decimal::ZERO, max))
}

/// The maximum of a column, where no value of its parts can make more, whichever of them are there.
fn most(sheet: &Sheet, column: Column) -> Option<Decimal> {
    let max = sheet.max(column)?;
    if !sheet.is_made(column) {
        return sheet.normalisation(column).is_none_or(|rule| normalise::limits(rule).is_some()).then_some(max);
    }
    let is_sum = sheet.scheme.aggregate(column) == Aggregate::Sum;
    let made = sheet.parts(column).iter().try_fold(Decimal::ZERO, |made, part| {
        let own = Some(most(sheet, part.column)?).filter(|_| !part.weight.is_sign_negative())?;
        // A mean of some parts may be as high as the highest of them.
        if is_sum { made.checked_add(own.checked_mul(part.weight)?) } else { Some(made.max(own)) }
    })?;
    (made <= max).then_some(max)
}
