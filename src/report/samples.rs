//! Small examples that show what a rule does, made from the maxima and decimals of the scheme itself.

use rust_decimal::Decimal;

use crate::model::{Aggregate, Column, Rounding, Scheme};
use crate::rankings::{Shown, percent};
use crate::report::columns::{counted, size};
use crate::report::shown::half_up;

/// A value in the middle between two decimals, and what it is rounded to: 84.25 to 84.3, or to 84.2.
pub(crate) fn rounded(decimals: u32, rounding: Rounding) -> Option<(Decimal, Decimal)> {
    let last = |digit: i64, place: u32| Decimal::try_new(digit, place).ok();
    let even = if decimals == 0 { Decimal::ZERO } else { last(2, decimals)? };
    let value = Decimal::from(84).checked_add(even)?.checked_add(last(5, decimals.checked_add(1)?)?)?;
    let shown = Shown { decimals, rounding, whole: true };
    Some((value, shown.number(value)))
}

/// A unit to which one criterion of a sum does not apply, or of which its value is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Absent {
    /// The criterion.
    pub(crate) column: Column,
    /// What the criterion adds to the maximum of the total.
    pub(crate) max: Decimal,
    /// The maximum of all the others.
    pub(crate) present: Decimal,
    /// The maximum of the total.
    pub(crate) whole: Decimal,
    /// What the unit has of the others.
    pub(crate) points: Decimal,
    /// Whether these are scores and maxima times their weights, not as they stand.
    pub(crate) is_weighted: bool,
}

/// A total that was brought to the whole maximum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RescaledSample {
    /// With four decimals at most.
    pub(crate) value: Decimal,
    /// Whether it is just that one, not a rounded one.
    pub(crate) is_exact: bool,
}

/// A total in which the criterion counts all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CountedAs {
    /// As so many points.
    pub(crate) more: Decimal,
    /// What they make with those of the others.
    pub(crate) total: Decimal,
}

/// What share of the maximum the others have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Remaining {
    /// In percent, rounded to two decimals.
    pub(crate) percent: Decimal,
    /// Whether it is as much as the rule asks for.
    pub(crate) is_enough: bool,
}

/// An example of a criterion that is absent, of about a seventh of the maximum; none where the total is no sum of
/// criteria with maxima.
pub(crate) fn absent(scheme: &Scheme) -> Option<Absent> {
    if scheme.total != Aggregate::Sum {
        return None;
    }
    let parts = counted(scheme, scheme.total_column());
    let sizes: Option<Vec<Decimal>> =
        parts.iter().map(|&part| size(scheme, part)?.checked_mul(scheme.criteria[part].weight)).collect();
    let sizes = sizes.filter(|sizes| sizes.len() > 1)?;
    let whole = sizes.iter().copied().try_fold(Decimal::ZERO, Decimal::checked_add)?;
    let wanted = whole.checked_mul(Decimal::new(15, 2))?;
    let (at, max) = sizes.iter().copied().enumerate().min_by_key(|(_, size)| (size - wanted).abs())?;
    let present = whole - max;
    // 77 of 85, as a good unit has.
    let points = present.checked_mul(Decimal::new(906, 3))?.floor();
    let is_one = max > Decimal::ZERO && points > Decimal::ZERO;
    let is_weighted = parts.iter().any(|&part| scheme.criteria[part].weight != Decimal::ONE);
    is_one.then(|| Absent { column: parts[at], max, present, whole, points, is_weighted })
}

impl Absent {
    /// The total where the others are rescaled to the whole maximum.
    pub(crate) fn rescaled(&self) -> Option<RescaledSample> {
        let whole = self.points.checked_mul(self.whole)?.checked_div(self.present)?;
        let value = half_up(whole, 4);
        Some(RescaledSample { value, is_exact: value == whole })
    }

    /// The total where the criterion counts as its maximum.
    pub(crate) fn as_maximum(&self) -> Option<CountedAs> {
        self.counted(self.max)
    }

    /// The total where the criterion counts as 0.
    pub(crate) fn as_nothing(&self) -> Option<CountedAs> {
        self.counted(Decimal::ZERO)
    }

    fn counted(&self, more: Decimal) -> Option<CountedAs> {
        Some(CountedAs { more, total: self.points.checked_add(more)? })
    }

    /// What share of the maximum the others have, where a rule asks for so many percent.
    pub(crate) fn left(&self, least: Decimal) -> Option<Remaining> {
        let share = percent(self.present, self.whole)?;
        Some(Remaining { percent: half_up(share, 2), is_enough: share >= least })
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Absent, CountedAs, absent, rounded};
    use crate::model::Column;
    use crate::model::Rounding;
    use crate::report::tests::told;

    #[track_caller]
    fn case(decimals: u32, rounding: Rounding, expected: &str) {
        let (value, rounded) = rounded(decimals, rounding).unwrap();
        assert_eq!(format!("{value} {rounded}"), expected);
    }

    #[test]
    fn a_value_in_the_middle_shows_how_it_is_rounded() {
        case(1, Rounding::HalfUp, "84.25 84.3");
        case(1, Rounding::HalfEven, "84.25 84.2");
        case(1, Rounding::Down, "84.25 84.2");
        case(0, Rounding::HalfUp, "84.5 85");
        case(0, Rounding::HalfEven, "84.5 84");
        case(3, Rounding::HalfUp, "84.0025 84.003");
    }

    /// An example of a scheme of two or three criteria.
    fn of(maxima: &[&str]) -> Option<Absent> {
        let line = |(at, max): (usize, &&str)| format!("  - {{ id: c{at}, name: C{at}{max} }}\n");
        let criteria: String = maxima.iter().enumerate().map(line).collect();
        let scheme = format!("title: S\ncriteria:\n{criteria}");
        told(&scheme, "scores: { g: { a: {} } }\n", |part| absent(&part.group.scheme))
    }

    #[test]
    fn the_criterion_nearest_to_a_seventh_is_absent() {
        let example = of(&[", max: 60", ", max: 25", ", max: 15"]).unwrap();
        assert_eq!((example.column, example.max, example.present), (Column::at(2), 15.into(), 85.into()));
        assert_eq!((example.whole, example.points), (100.into(), 77.into()));
        assert_eq!(example.as_maximum(), Some(CountedAs { more: 15.into(), total: 92.into() }));
        assert_eq!(example.as_nothing(), Some(CountedAs { more: 0.into(), total: 77.into() }));
        let rescaled = example.rescaled().unwrap();
        assert_eq!((rescaled.value.to_string().as_str(), rescaled.is_exact), ("90.5882", false));
        let left = |least: &str| example.left(least.parse().unwrap()).map(|left| left.is_enough);
        assert_eq!([left("85"), left("85.01")], [Some(true), Some(false)]);
        assert!(!example.is_weighted);
        let double = of(&[", max: 60", ", max: 25", ", max: 15, weight: 2"]).unwrap();
        assert_eq!(
            (double.max, double.present, double.whole, double.is_weighted),
            (25.into(), 90.into(), 115.into(), true)
        );
        let thirds = of(&[", max: 2", ", max: 1"]).unwrap();
        assert_eq!(thirds.left(Decimal::ONE).unwrap().percent.to_string(), "66.67");
    }

    #[test]
    fn there_is_no_example_without_maxima() {
        assert_eq!(of(&[", max: 60", ""]), None);
        assert_eq!(of(&[", max: 60"]), None);
    }
}
