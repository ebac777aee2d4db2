//! What is exactly known of each cell of a group: read, announced or made of its parts.

use rust_decimal::Decimal;

use super::announced_cells::AnnouncedCells;
use super::policy::{self, PartEffect, Policy, WeightedPart};
use super::totals::{self, Term};
use super::{exact, normalise};
use crate::model::{Aggregate, Cell, Column, Disclosure, EditionGroup, Normalise, Row, Scheme, State, StatedScore};

/// Where an exactly known number comes from; finer than [`super::Basis`], which is what readers are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// Written in `scores`.
    Scored,
    /// Made from scored ones only.
    Computed,
    /// Announced, and exactly that.
    Announced,
    /// Announced, and perhaps rounded before it was printed.
    Printed,
    /// Made or proved, with the help of announced ones.
    Deduced,
}

/// A cell: its number, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum CellInput {
    Known(Decimal, Origin),
    Empty(State),
}

impl CellInput {
    /// The number, wherever it comes from.
    pub(super) fn number(self) -> Option<Decimal> {
        match self {
            Self::Known(number, _) => Some(number),
            Self::Empty(_) => None,
        }
    }

    /// Whether a value exists, so that the unit has a place in the column.
    pub(super) fn exists(self) -> bool {
        match self {
            Self::Known(..) => true,
            Self::Empty(state) => state.exists(),
        }
    }

    /// The number, if it is just that one and not perhaps rounded.
    pub(super) fn exact(self) -> Option<Decimal> {
        self.number().filter(|_| !matches!(self, Self::Known(_, Origin::Printed)))
    }

    /// The number that may be used in sums, or the state.
    pub(super) fn part(self) -> Result<Decimal, State> {
        match self {
            Self::Known(_, Origin::Printed) => Err(State::Unpublished),
            Self::Known(number, _) => Ok(number),
            Self::Empty(state) => Err(state),
        }
    }

    /// Whether nothing announced was needed for the number.
    fn is_pure(self) -> bool {
        matches!(self, Self::Known(_, Origin::Scored | Origin::Computed) | Self::Empty(_))
    }
}

/// The exactly known numbers of a group in an edition.
pub(super) struct Sheet<'a> {
    pub(super) group: &'a EditionGroup,
    pub(super) scheme: &'a Scheme,
    pub(super) rows: usize,
    /// What was announced, by column and row.
    pub(super) announced_cells: AnnouncedCells<'a>,
    /// Points added to each row's total; empty if there are none.
    pub(super) adjustments: Vec<Decimal>,
    /// Cells whose value does not fit 28 digits, or has none by its formula.
    pub(super) failures: Vec<(Column, Row)>,
    columns: Vec<Vec<CellInput>>,
    points: Vec<Option<Vec<CellInput>>>,
}

impl<'a> Sheet<'a> {
    /// Reads and makes everything that follows without any deduction.
    pub(super) fn of(group: &'a EditionGroup) -> Self {
        let scheme = &*group.scheme;
        let rows = group.units.len();
        let mut sheet = Self {
            group,
            scheme,
            rows,
            announced_cells: AnnouncedCells::of(group),
            adjustments: adjustments(group, rows),
            failures: Vec::new(),
            columns: vec![Vec::new(); scheme.n_columns()],
            points: vec![None; scheme.n_columns()],
        };
        for column in sheet.upwards() {
            sheet.columns[column] = if sheet.is_made(column) { sheet.made(column) } else { sheet.read(column) };
            if let Some(rule) = sheet.normalisation(column) {
                sheet.points[column] = Some(sheet.normalised(column, rule));
            }
        }
        sheet
    }

    /// All columns, parts before what they make.
    pub(super) fn upwards(&self) -> impl Iterator<Item = Column> + use<> {
        self.scheme.criterion_columns().rev().chain([self.scheme.total_column()])
    }

    /// The parts that count in a column, none for a leaf.
    pub(super) fn parts(&self, column: Column) -> Vec<WeightedPart> {
        WeightedPart::all(self.scheme, column)
    }

    /// The maximum of a column; for a normalised leaf what 1 becomes.
    pub(super) fn max(&self, column: Column) -> Option<Decimal> {
        policy::max(self.scheme, column)
    }

    /// The maximum of a row in a column: where a part of a mean is absent, what those that are there could reach.
    pub(super) fn row_max(&self, column: Column, row: usize) -> Option<Decimal> {
        if !self.loses_part(column, row) {
            return self.max(column);
        }
        let (aggregate, parts) = (self.scheme.aggregate(column), self.parts(column));
        let reach = |part: WeightedPart| match self.valued(part.column, row) {
            CellInput::Empty(state) if self.leaves(part, state) => Err(state),
            _ => self.row_max(part.column, row).ok_or(State::Unpublished),
        };
        let mut terms = Vec::with_capacity(parts.len());
        match policy::settle(self.policy(), aggregate, &parts, reach, &mut terms) {
            Ok(share) => totals::make(aggregate, &terms, share).map(exact::settle),
            // Too little is there for a value, so that there is nothing to be above the maximum of all.
            Err(_) => self.max(column),
        }
    }

    /// Whether a mean of a row, or one that it is made of, is made without some of its parts.
    fn loses_part(&self, column: Column, row: usize) -> bool {
        let is_mean = self.is_made(column) && self.scheme.aggregate(column) != Aggregate::Sum;
        self.parts(column).into_iter().any(|part| match self.valued(part.column, row) {
            CellInput::Empty(state) if is_mean && self.leaves(part, state) => true,
            _ => self.loses_part(part.column, row),
        })
    }

    /// Whether a column is a mean, or is made of one.
    pub(super) fn has_mean(&self, column: Column) -> bool {
        let is_mean = match self.scheme.aggregate(column) {
            Aggregate::Mean | Aggregate::GeometricMean => self.is_made(column),
            Aggregate::Sum | Aggregate::Given => false,
        };
        is_mean || self.parts(column).into_iter().any(|part| self.has_mean(part.column))
    }

    fn leaves(&self, part: WeightedPart, state: State) -> bool {
        policy::effect(self.policy(), state, part.max) == PartEffect::Leaves
    }

    pub(super) fn total(&self) -> Column {
        self.scheme.total_column()
    }

    /// Whether a column is made of its parts.
    pub(super) fn is_made(&self, column: Column) -> bool {
        self.scheme.is_made(column)
    }

    /// Whether a column is ranked: an unscored criterion is only shown.
    pub(super) fn is_ranked(&self, column: Column) -> bool {
        self.scheme.criterion(column).is_none_or(|c| c.scored)
    }

    /// How the raw values of a leaf become points, if they do.
    pub(super) fn normalisation(&self, column: Column) -> Option<&'a Normalise> {
        policy::normalisation(self.scheme, column)
    }

    pub(super) fn policy(&self) -> Policy {
        Policy::of(self.scheme)
    }

    /// Whether the unit of a row is ranked at all.
    pub(super) fn is_in_ranking(&self, row: usize) -> bool {
        self.group.unranked.get(row).is_none_or(Option::is_none)
    }

    /// What is known of the number that is shown.
    pub(super) fn shown(&self, column: Column, row: usize) -> CellInput {
        self.columns[column][row]
    }

    /// What is known of the number that ranks and totals are taken on.
    pub(super) fn valued(&self, column: Column, row: usize) -> CellInput {
        match &self.points[column] {
            Some(points) => points[row],
            None => self.columns[column][row],
        }
    }

    /// The terms that make a row's value, and what they come to by the policies.
    pub(super) fn make(
        &self,
        column: Column,
        parts: &[WeightedPart],
        row: usize,
        part: impl Fn(WeightedPart) -> Result<Decimal, State>,
        terms: &mut Vec<Term>,
    ) -> Result<Option<Decimal>, State> {
        let aggregate = self.scheme.aggregate(column);
        let share = policy::settle(self.policy(), aggregate, parts, part, terms)?;
        let value = totals::make(aggregate, terms, share).and_then(|v| v.checked_add(self.adjustment(column, row)));
        Ok(value.map(exact::settle))
    }

    /// The points that are added to a row's value once it is made.
    pub(super) fn adjustment(&self, column: Column, row: usize) -> Decimal {
        if column != self.total() {
            return Decimal::ZERO;
        }
        self.adjustments.get(row).copied().unwrap_or_default()
    }

    /// Whether a value exists that is not known and may be proved: a total of which a part is withheld may be.
    pub(super) fn waits(&self, column: Column, row: usize) -> bool {
        match self.shown(column, row) {
            CellInput::Known(..) => false,
            CellInput::Empty(state) => match state.disclosure() {
                Disclosure::Open => true,
                Disclosure::Secret => !self.is_secret(column, row),
                Disclosure::Written | Disclosure::None(_) => false,
            },
        }
    }

    /// Whether the score file itself keeps the value of a cell back.
    pub(super) fn is_secret(&self, column: Column, row: usize) -> bool {
        self.written(column, row).is_secret()
    }

    /// Fills in a number that was proved.
    pub(super) fn prove(&mut self, column: Column, row: usize, number: Decimal) {
        self.columns[column][row] = CellInput::Known(number, Origin::Deduced);
    }

    /// The cell of the score file; where it says nothing, unpublished.
    pub(super) fn written(&self, column: Column, row: usize) -> Cell {
        match self.group.cells(column) {
            Some(cells) if row < cells.len() => cells.cell(row),
            _ => Cell::Empty(State::Unpublished),
        }
    }

    fn read(&self, column: Column) -> Vec<CellInput> {
        let input = |row| match self.written(column, row) {
            Cell::Score(number) => CellInput::Known(number, Origin::Scored),
            Cell::Empty(State::Unpublished) => self.announced(column, row, State::Unpublished),
            Cell::Empty(state) => CellInput::Empty(state),
        };
        (0..self.rows).map(input).collect()
    }

    /// The announced number of a cell that is not known otherwise.
    fn announced(&self, column: Column, row: usize, state: State) -> CellInput {
        match self.announced_cells.get(column, row).and_then(|announced| announced.score) {
            Some(StatedScore::One(number)) if is_printed_exactly(self.scheme, column) => {
                CellInput::Known(number, Origin::Announced)
            }
            Some(StatedScore::One(number)) => CellInput::Known(number, Origin::Printed),
            _ => CellInput::Empty(state),
        }
    }

    fn made(&mut self, column: Column) -> Vec<CellInput> {
        let parts = self.parts(column);
        let mut terms = Vec::with_capacity(parts.len());
        let mut failures = Vec::new();
        let inputs = (0..self.rows)
            .map(|row| {
                // A unit that is not ranked, and of which nothing exists, has no value, not a zero.
                if !self.is_in_ranking(row)
                    && parts.iter().all(|part| self.valued(part.column, row) == CellInput::Empty(State::Missing))
                {
                    return CellInput::Empty(State::Missing);
                }
                let made = self.make(column, &parts, row, |part| self.valued(part.column, row).part(), &mut terms);
                match made {
                    Ok(Some(value)) if parts.iter().all(|part| self.valued(part.column, row).is_pure()) => {
                        CellInput::Known(value, Origin::Computed)
                    }
                    Ok(Some(value)) => CellInput::Known(value, Origin::Deduced),
                    Ok(None) => {
                        failures.push((column, Row::at(row)));
                        CellInput::Empty(State::Unpublished)
                    }
                    Err(state) if state.absence().is_some() => CellInput::Empty(state),
                    Err(state) => match self.written(column, row) {
                        Cell::Empty(kept) if kept.is_secret() => CellInput::Empty(kept),
                        _ => self.announced(column, row, state),
                    },
                }
            })
            .collect();
        self.failures.extend(failures);
        inputs
    }

    fn normalised(&mut self, column: Column, rule: &Normalise) -> Vec<CellInput> {
        let raw = &self.columns[column];
        let waits =
            |(row, input): (usize, &CellInput)| input.exists() && input.number().is_none() && self.is_in_ranking(row);
        let waits = rule.method.is_relative() && raw.iter().enumerate().any(waits);
        let values: Vec<Decimal> = raw.iter().filter_map(|input| input.number()).collect();
        let relative_pure = !rule.method.is_relative() || raw.iter().all(|input| input.is_pure());
        let mut points = if waits { vec![None; values.len()] } else { normalise::points(rule, &values) }.into_iter();
        let mut failures = Vec::new();
        let inputs = raw.iter().enumerate().map(|(row, input)| match *input {
            CellInput::Empty(state) => CellInput::Empty(state),
            CellInput::Known(_, origin) => match points.next().flatten() {
                Some(value) if relative_pure && origin == Origin::Scored => CellInput::Known(value, Origin::Computed),
                Some(value) => CellInput::Known(value, Origin::Deduced),
                None => {
                    failures.extend((!waits).then(|| (column, Row::at(row))));
                    CellInput::Empty(State::Unpublished)
                }
            },
        });
        let inputs = inputs.collect();
        self.failures.extend(failures);
        inputs
    }
}

/// Whether an announced number of a column stands for itself (rule 5 of the format).
pub(super) fn is_printed_exactly(scheme: &Scheme, column: Column) -> bool {
    !scheme.is_made(column) || (scheme.aggregate(column) == Aggregate::Sum && scheme.within.is_zero())
}

/// How far an announced number of a column may lie from what it stands for (rule 5 of the format): nothing where it stands
/// for itself, half a unit of its last decimal where the column is not a sum, and what the scheme accepts.
pub(super) fn announced_apart(scheme: &Scheme, column: Column, number: Decimal) -> Decimal {
    if !scheme.is_made(column) {
        return Decimal::ZERO;
    }
    let half = match scheme.aggregate(column) {
        Aggregate::Sum => Decimal::ZERO,
        _ => Decimal::new(5, number.scale().saturating_add(1).min(28)),
    };
    scheme.within.checked_add(half).unwrap_or(half)
}

/// The points added to each row's total; empty if there are none. A sum beyond 28 digits leaves the row as it is.
fn adjustments(group: &EditionGroup, rows: usize) -> Vec<Decimal> {
    if group.adjustments.is_empty() {
        return Vec::new();
    }
    let mut points = vec![Decimal::ZERO; rows];
    for adjustment in &group.adjustments {
        if let Some(sum) = points.get_mut(adjustment.row.index()) {
            *sum = sum.checked_add(adjustment.points).unwrap_or(*sum);
        }
    }
    points
}
