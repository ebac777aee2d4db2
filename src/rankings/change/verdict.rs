//! Whether a column is comparable with the edition before, by the schemes alone; where nothing says so, it is not.

use rust_decimal::Decimal;

use crate::model::{Aggregate, Column, Criterion, Edition, Normalise, RankRule, Scheme, Series, Status};

/// Whether two values may be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// In points.
    Comparable,
    /// As a share of the maximum: the scale changed.
    Share,
    /// Not at all.
    Broken,
}

/// The reason for a verdict: data for a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerdictReason {
    /// Comparable: both editions are under one scheme.
    SameScheme,
    /// Comparable: the publisher says so, and the schemes do not speak against it.
    Declared,
    /// Comparable: the publisher says so, though parts weigh more or less than before.
    Reweighted,
    /// A share: the maximum changed.
    MaximumChanged(Decimal, Decimal),
    /// One of the editions is withdrawn.
    Withdrawn,
    /// The two editions assess periods of different length.
    PeriodsDiffer,
    /// The group was not in the edition before.
    GroupNew,
    /// The source of one edition does not say how totals were made.
    MethodUnknown,
    /// Another scheme, which does not go back to the one before.
    SchemeReplaced,
    /// A new scheme, and the publisher does not say that this can still be compared.
    NotDeclared,
    /// A criterion that the scheme before has not.
    CriterionNew,
    /// It is made of its parts in another way.
    AggregationChanged,
    /// Missing or exempt parts are treated in another way.
    PolicyChanged,
    /// Raw values become points in another way, or are measured in something else.
    MeasureChanged,
    /// Only one of the two has a maximum.
    MaximumUnknown,
    /// The maximum of a part changed, and the whole has none that would tell its scale.
    ScaleUnknown,
    /// Points are measured by the other units of the same edition, so that they say nothing across editions.
    Relative,
}

impl VerdictReason {
    /// Whether it is that the numbers are made in another way than before.
    #[must_use]
    pub(crate) fn is_of_method(self) -> bool {
        match self {
            Self::SchemeReplaced
            | Self::NotDeclared
            | Self::CriterionNew
            | Self::AggregationChanged
            | Self::PolicyChanged
            | Self::MeasureChanged
            | Self::MaximumUnknown
            | Self::ScaleUnknown => true,
            Self::SameScheme
            | Self::Declared
            | Self::Reweighted
            | Self::MaximumChanged(..)
            | Self::Withdrawn
            | Self::PeriodsDiffer
            | Self::GroupNew
            | Self::MethodUnknown
            | Self::Relative => false,
        }
    }
}

/// Whether a column is comparable, and with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ColumnChange {
    /// Whether it is.
    pub(crate) verdict: Verdict,
    /// Why.
    pub(crate) because: VerdictReason,
    /// The column of the scheme before that it goes on from, if there is one.
    pub(crate) before: Option<Column>,
    /// Whether ranks are made by the same rule.
    pub(crate) same_rank_rule: bool,
}

/// The verdict of each column of a scheme, the total last.
pub(super) fn columns(
    series: &Series,
    was: &Edition,
    now: &Edition,
    before: Option<&Scheme>,
    after: &Scheme,
) -> Vec<ColumnChange> {
    let all = after.columns();
    let broken = |because| ColumnChange { verdict: Verdict::Broken, because, before: None, same_rank_rule: false };
    let Some(before) = before else { return all.map(|_| broken(VerdictReason::GroupNew)).collect() };
    all.map(|column| of_editions(was, now, column_change(series, before, after, column))).collect()
}

/// The verdict on a column, where the two editions may be compared at all.
fn of_editions(was: &Edition, now: &Edition, change: ColumnChange) -> ColumnChange {
    let broken = |because| ColumnChange { verdict: Verdict::Broken, because, ..change };
    if [was, now].iter().any(|edition| edition.status == Status::Withdrawn) {
        broken(VerdictReason::Withdrawn)
    } else if !was.period.is_as_long_as(now.period) {
        broken(VerdictReason::PeriodsDiffer)
    } else {
        change
    }
}

/// Whether the totals of a group are comparable in two editions, by their schemes in each.
#[must_use]
pub(crate) fn total_between(
    series: &Series,
    was: &Edition,
    now: &Edition,
    before: &Scheme,
    after: &Scheme,
) -> ColumnChange {
    of_editions(was, now, column_change(series, before, after, after.total_column()))
}

/// What of one scheme is comparable with another, column by column, whatever editions are under them.
#[must_use]
pub(crate) fn schemes_between(series: &Series, before: &Scheme, after: &Scheme) -> Vec<ColumnChange> {
    after.columns().map(|column| column_change(series, before, after, column)).collect()
}

fn column_change(series: &Series, before: &Scheme, after: &Scheme, column: Column) -> ColumnChange {
    let broken = |because, before| ColumnChange { verdict: Verdict::Broken, because, before, same_rank_rule: false };
    if before.is_implied() || after.is_implied() {
        return broken(VerdictReason::MethodUnknown, None);
    }
    let is_same = before.id == after.id;
    let other = match origin(series, before, after, column) {
        Ok(other) => other,
        Err(because) => return broken(because, None),
    };
    let against = match contradiction(before, other, after, column) {
        None if is_relative(before, other) || is_relative(after, column) => Some(VerdictReason::Relative),
        against => against,
    };
    let same_rank_rule = same_rule(before, other, after, column);
    if let Some(because) = against {
        return ColumnChange { same_rank_rule, ..broken(because, Some(other)) };
    }
    let maxima = (before.column_max(other), after.column_max(column));
    let (verdict, because) = match maxima {
        _ if is_same => (Verdict::Comparable, VerdictReason::SameScheme),
        _ if after.is_raw(column) => (Verdict::Comparable, VerdictReason::Declared),
        (Some(was), Some(now)) if was != now => (Verdict::Share, VerdictReason::MaximumChanged(was, now)),
        (Some(_), None) | (None, Some(_)) => (Verdict::Broken, VerdictReason::MaximumUnknown),
        (None, None) if is_rescaled(series, (before, other), (after, column)) => {
            (Verdict::Broken, VerdictReason::ScaleUnknown)
        }
        _ if is_reweighted(series, (before, other), (after, column)) => {
            (Verdict::Comparable, VerdictReason::Reweighted)
        }
        _ => (Verdict::Comparable, VerdictReason::Declared),
    };
    ColumnChange { verdict, because, before: Some(other), same_rank_rule }
}

/// The column of the scheme before that a column goes on from: followed back along `replaces` and `comparable`.
fn origin(series: &Series, before: &Scheme, after: &Scheme, column: Column) -> Result<Column, VerdictReason> {
    let is_total = column == after.total_column();
    let (mut scheme, mut id) = (after, after.column_id(column));
    // Each scheme at most once: a circle is a fault of its own.
    for _ in 0..=series.schemes.len() {
        if scheme.id == before.id {
            return before.column(id).ok_or(VerdictReason::CriterionNew);
        }
        let replaced = scheme.replaces.as_deref().ok_or(VerdictReason::SchemeReplaced)?;
        let entry =
            series.schemes.iter().find(|entry| entry.base.id == replaced).ok_or(VerdictReason::SchemeReplaced)?;
        let said = if is_total {
            scheme.comparable.total.then_some("total")
        } else {
            scheme.comparable.criteria.iter().find(|(now, _)| now == id).map(|(_, was)| was.as_str())
        };
        id = match said {
            Some(said) => said,
            None if goes_back(series, &entry.base, before) => return Err(not_said(before, scheme, id)),
            None => return Err(VerdictReason::SchemeReplaced),
        };
        scheme = &entry.base;
    }
    Err(VerdictReason::SchemeReplaced)
}

/// Whether a scheme is the one before, or replaces it by way of others.
fn goes_back(series: &Series, scheme: &Scheme, before: &Scheme) -> bool {
    let mut at = Some(scheme);
    for _ in 0..=series.schemes.len() {
        match at {
            Some(scheme) if scheme.id == before.id => return true,
            Some(scheme) => {
                let replaced = scheme.replaces.as_ref();
                at = replaced.and_then(|id| series.schemes.iter().find(|e| e.base.id == *id)).map(|e| &*e.base);
            }
            None => return false,
        }
    }
    false
}

/// Why a column that `comparable` does not name has no origin.
fn not_said(before: &Scheme, scheme: &Scheme, id: &str) -> VerdictReason {
    let is_known = scheme.column(id) == Some(scheme.total_column()) || before.column(id).is_some();
    if is_known { VerdictReason::NotDeclared } else { VerdictReason::CriterionNew }
}

/// What in the schemes speaks against comparing two columns, whatever the publisher says.
fn contradiction(before: &Scheme, other: Column, after: &Scheme, column: Column) -> Option<VerdictReason> {
    if before.is_made(other) != after.is_made(column)
        || (after.is_made(column) && before.aggregate(other) != after.aggregate(column))
    {
        return Some(VerdictReason::AggregationChanged);
    }
    if after.is_made(column) && (before.missing, before.exempt) != (after.missing, after.exempt) {
        return Some(VerdictReason::PolicyChanged);
    }
    let measure = |criterion: Option<&Criterion>| {
        let criterion = criterion?;
        Some((criterion.unit.clone(), criterion.normalise.as_ref().map(direction)))
    };
    let same = measure(before.criterion(other)) == measure(after.criterion(column));
    (!same).then_some(VerdictReason::MeasureChanged)
}

/// What raw values of a leaf are: only their direction matters for comparing them, not how they become points.
fn direction(normalise: &Normalise) -> bool {
    normalise.lower_is_better
}

/// Whether the points of a made column are measured by the other units of the edition.
fn is_relative(scheme: &Scheme, column: Column) -> bool {
    let relative = |criterion: &Criterion| criterion.normalise.as_ref().is_some_and(|rule| rule.method.is_relative());
    let made = scheme.aggregate(column) != Aggregate::Given;
    let parts = scheme.parts(column);
    made && parts.iter().any(|&part| {
        let criterion = &scheme.criteria[part];
        criterion.scored && if criterion.children.is_empty() { relative(criterion) } else { is_relative(scheme, part) }
    })
}

/// The parts of a made column that both schemes have and count, by their columns in each.
fn common_parts(series: &Series, was: (&Scheme, Column), now: (&Scheme, Column)) -> Vec<(Column, Column)> {
    let ((before, other), (after, column)) = (was, now);
    if !after.is_made(column) {
        return Vec::new();
    }
    let old = before.parts(other);
    let pair = |&part: &Column| {
        let criterion = &after.criteria[part];
        let by_name = || before.column(&criterion.id);
        let origin = origin(series, before, after, part).ok().or_else(by_name).filter(|origin| old.contains(origin))?;
        (criterion.scored && before.criteria[origin].scored).then_some((origin, part))
    };
    after.parts(column).iter().filter_map(pair).collect()
}

/// Whether the maximum of a part that both have changed.
fn is_rescaled(series: &Series, was: (&Scheme, Column), now: (&Scheme, Column)) -> bool {
    let ((before, _), (after, _)) = (was, now);
    common_parts(series, was, now).into_iter().any(|(origin, part)| {
        before.column_max(origin) != after.column_max(part) || is_rescaled(series, (before, origin), (after, part))
    })
}

/// Whether parts that both have weigh more or less than before, in a mean: beside each other.
fn is_reweighted(series: &Series, was: (&Scheme, Column), now: (&Scheme, Column)) -> bool {
    let ((before, _), (after, column)) = (was, now);
    let pairs = common_parts(series, was, now);
    let weights = |&(origin, part): &(Column, Column)| (before.criteria[origin].weight, after.criteria[part].weight);
    let in_ratio = |a: (Decimal, Decimal), b: (Decimal, Decimal)| a.0.checked_mul(b.1) == a.1.checked_mul(b.0);
    let is_kept = |pair: &(Column, Column)| match after.aggregate(column) {
        Aggregate::Mean | Aggregate::GeometricMean => in_ratio(weights(pair), weights(&pairs[0])),
        Aggregate::Sum | Aggregate::Given => weights(pair).0 == weights(pair).1,
    };
    pairs.iter().any(|pair| !is_kept(pair) || is_reweighted(series, (before, pair.0), (after, pair.1)))
}

/// Whether two columns are ranked by the same rule.
fn same_rule(before: &Scheme, other: Column, after: &Scheme, column: Column) -> bool {
    let (was, now): (&RankRule, &RankRule) = (before.column_rule(other), after.column_rule(column));
    let breakers = |scheme: &Scheme, rule: &RankRule| -> Vec<String> {
        rule.break_ties_by.iter().map(|&by| scheme.column_id(by).to_owned()).collect()
    };
    (was.ties, was.order, was.precision, was.rounding) == (now.ties, now.order, now.precision, now.rounding)
        && breakers(before, was) == breakers(after, now)
}
