//! What parts without a score do to their parent: the scheme's `missing` and `exempt`.
//!
//! Each parent is settled by itself. Exempt parts leave first, then missing ones are judged. What a part weighs in
//! rescaling is its weighted maximum in a sum, else its weight.

use rust_decimal::Decimal;

use super::totals::{PresentShare, Term};
use crate::model::{Absence, Aggregate, Column, Exempt, Missing, Normalise, Scheme, State};

/// The policies of a scheme.
#[derive(Clone, Copy, Debug)]
pub(super) struct Policy {
    pub(super) missing: Missing,
    pub(super) exempt: Exempt,
}

/// A part of a total, as the scheme has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct WeightedPart {
    /// Its column.
    pub(super) column: Column,
    /// Its weight among its siblings.
    pub(super) weight: Decimal,
    /// Its maximum, if it has one.
    pub(super) max: Option<Decimal>,
}

impl Policy {
    /// Those of a scheme.
    pub(super) fn of(scheme: &Scheme) -> Self {
        Self { missing: scheme.missing, exempt: scheme.exempt }
    }
}

impl WeightedPart {
    /// The parts that count in a column, none for a leaf.
    pub(super) fn all(scheme: &Scheme, column: Column) -> Vec<Self> {
        let below = |part: Column| part < scheme.total_column() && (column == scheme.total_column() || part > column);
        let part = |part: Column| {
            let criterion = &scheme.criteria[part];
            criterion.scored.then(|| Self { column: part, weight: criterion.weight, max: max(scheme, part) })
        };
        scheme.parts(column).into_iter().filter(|&part| below(part)).filter_map(part).collect()
    }
}

/// The maximum of a column; for a normalised leaf what 1 becomes.
pub(super) fn max(scheme: &Scheme, column: Column) -> Option<Decimal> {
    match normalisation(scheme, column) {
        Some(rule) => rule.max(),
        None => scheme.column_max(column),
    }
}

/// How the raw values of a leaf become points, if they do.
pub(super) fn normalisation(scheme: &Scheme, column: Column) -> Option<&Normalise> {
    scheme.criterion(column).filter(|criterion| criterion.children.is_empty())?.normalise.as_ref()
}

/// What a part without a score does to its parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartEffect {
    /// It counts as that value.
    CountsAs(Decimal),
    /// It leaves, and the others are rescaled.
    Leaves,
    /// The parent has no value.
    Prevents,
    /// A value exists: the parent has to wait for it.
    Waits,
}

/// What an empty cell does to its parent, by the policies.
pub(super) fn effect(policy: Policy, state: State, max: Option<Decimal>) -> PartEffect {
    match state.absence() {
        None => PartEffect::Waits,
        Some(Absence::Exempt) => match policy.exempt {
            Exempt::Rescale => PartEffect::Leaves,
            Exempt::Full => max.map_or(PartEffect::Prevents, PartEffect::CountsAs),
            Exempt::Nothing => PartEffect::CountsAs(Decimal::ZERO),
            Exempt::Unranked => PartEffect::Prevents,
        },
        Some(Absence::Missing) => match policy.missing {
            Missing::Unranked => PartEffect::Prevents,
            Missing::Zero => PartEffect::CountsAs(Decimal::ZERO),
            Missing::AtLeastPercent(_) => PartEffect::Leaves,
        },
    }
}

/// Gathers the terms that make a parent, with the share they have where parts are absent; or the state that prevents.
pub(super) fn settle(
    policy: Policy,
    aggregate: Aggregate,
    parts: &[WeightedPart],
    cell: impl Fn(WeightedPart) -> Result<Decimal, State>,
    terms: &mut Vec<Term>,
) -> Result<Option<PresentShare>, State> {
    terms.clear();
    let (mut waiting, mut absent) = (None, false);
    for &part in parts {
        let value = match cell(part) {
            Ok(value) => value,
            Err(state) => match effect(policy, state, part.max) {
                PartEffect::CountsAs(value) => value,
                PartEffect::Prevents => return Err(state),
                PartEffect::Leaves => {
                    absent = true;
                    continue;
                }
                PartEffect::Waits => {
                    waiting = if waiting == Some(State::Unpublished) { waiting } else { Some(state) };
                    continue;
                }
            },
        };
        terms.push(Term { value, weight: part.weight });
    }
    let share = if absent { Some(judge(policy, aggregate, parts, cell)?) } else { None };
    match waiting {
        Some(state) => Err(state),
        None if terms.is_empty() => Err(State::Unpublished),
        None => Ok(share),
    }
}

/// The share that the parts present have where some are absent; the state of an absent part if they are too few.
fn judge(
    policy: Policy,
    aggregate: Aggregate,
    parts: &[WeightedPart],
    cell: impl Fn(WeightedPart) -> Result<Decimal, State>,
) -> Result<PresentShare, State> {
    let (mut present, mut missing, mut exempt) = (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
    let (mut prevented, mut is_missing, mut known) = (State::Unpublished, false, true);
    for &part in parts {
        let sum = match cell(part) {
            Err(state) if effect(policy, state, part.max) == PartEffect::Leaves => {
                let is_lacking = state.absence() == Some(Absence::Missing);
                if is_lacking || !is_missing {
                    (prevented, is_missing) = (state, is_lacking);
                }
                if is_lacking { &mut missing } else { &mut exempt }
            }
            _ => &mut present,
        };
        match size(aggregate, part).and_then(|size| sum.checked_add(size)) {
            Some(more) => *sum = more,
            None => known = false,
        }
    }
    let share = || {
        let remaining = present.checked_add(missing)?;
        let enough = match policy.missing {
            Missing::AtLeastPercent(percent) if is_missing => {
                present.checked_mul(Decimal::ONE_HUNDRED)? >= percent.checked_mul(remaining)?
            }
            _ => true,
        };
        let whole = remaining.checked_add(exempt)?;
        (known && enough && present > Decimal::ZERO).then_some(PresentShare { present, whole })
    };
    share().ok_or(prevented)
}

/// What a part weighs in rescaling, if that can be said.
fn size(aggregate: Aggregate, part: WeightedPart) -> Option<Decimal> {
    match aggregate {
        Aggregate::Sum => part.max?.checked_mul(part.weight),
        _ => Some(part.weight),
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Policy, WeightedPart, settle};
    use crate::model::{Aggregate, Column, Exempt, Missing, State};
    use crate::rankings::exact;
    use crate::rankings::totals::make;

    const LEAVE: Policy = Policy { missing: Missing::Unranked, exempt: Exempt::Rescale };

    /// Parts of 60, 30 and 10 points, as `40 x 5`: a number, or the first letter of a state.
    #[track_caller]
    fn case(policy: Policy, aggregate: Aggregate, cells: &str, expected: &str) {
        let cells: Vec<Result<Decimal, State>> = cells
            .split(' ')
            .map(|cell| match cell {
                "~" => Err(State::Unpublished),
                "m" => Err(State::Missing),
                "x" => Err(State::Exempt),
                "w" => Err(State::Withheld),
                number => Ok(number.parse().unwrap()),
            })
            .collect();
        let part = |(column, max)| WeightedPart { column, weight: Decimal::ONE, max: Some(Decimal::from(max)) };
        let parts: Vec<WeightedPart> = Column::all(3).zip([60, 30, 10]).map(part).collect();
        let mut terms = Vec::new();
        let made = settle(policy, aggregate, &parts, |part| cells[part.column], &mut terms)
            .map(|share| exact::settle(make(aggregate, &terms, share).unwrap()));
        assert_eq!(made.map_or_else(|state| format!("{state:?}"), |value| value.to_string()), expected);
    }

    #[test]
    fn exempt_parts_are_rescaled_or_counted() {
        let with = |exempt| Policy { exempt, ..LEAVE };
        case(with(Exempt::Rescale), Aggregate::Sum, "45 x 7", "74.285714285714");
        case(with(Exempt::Rescale), Aggregate::Mean, "45 x 7", "26");
        case(with(Exempt::Full), Aggregate::Sum, "45 x 7", "82");
        case(with(Exempt::Nothing), Aggregate::Sum, "45 x 7", "52");
        case(with(Exempt::Unranked), Aggregate::Sum, "45 x 7", "Exempt");
        case(with(Exempt::Rescale), Aggregate::Sum, "x x x", "Exempt");
    }

    #[test]
    fn missing_parts_prevent_count_zero_or_leave() {
        let with = |missing| Policy { missing, ..LEAVE };
        case(with(Missing::Unranked), Aggregate::Sum, "45 m 7", "Missing");
        case(with(Missing::Zero), Aggregate::Sum, "45 m 7", "52");
        case(with(Missing::AtLeastPercent(Decimal::from(70))), Aggregate::Sum, "45 m 7", "74.285714285714");
        case(with(Missing::AtLeastPercent(Decimal::from(71))), Aggregate::Sum, "45 m 7", "Missing");
        case(with(Missing::AtLeastPercent(Decimal::from(66))), Aggregate::Mean, "45 m 7", "26");
    }

    #[test]
    fn exempt_parts_leave_before_missing_ones_are_judged() {
        let policy = Policy { missing: Missing::AtLeastPercent(Decimal::from(85)), exempt: Exempt::Rescale };
        case(policy, Aggregate::Sum, "30 x m", "50");
        case(policy, Aggregate::Sum, "x 30 m", "Missing");
    }

    #[test]
    fn a_total_waits_for_what_is_not_published() {
        case(LEAVE, Aggregate::Sum, "45 ~ 7", "Unpublished");
        case(LEAVE, Aggregate::Sum, "45 w 7", "Withheld");
        case(LEAVE, Aggregate::Sum, "w ~ 7", "Unpublished");
        case(LEAVE, Aggregate::Sum, "~ m 7", "Missing");
    }
}
