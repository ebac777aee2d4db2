//! Small examples that show what a rule does, made from the maxima and decimals of the scheme itself.

use rust_decimal::Decimal;

use crate::model::{Aggregate, Rounding, Scheme, Text};
use crate::rankings::Shown;
use crate::report::columns::{counted, size};
use crate::writers::html::frame::context::Page;

/// A value in the middle between two decimals, and what it is rounded to: 84.25 to 84.3, or to 84.2.
pub(crate) fn rounded(decimals: u32, rounding: Rounding) -> Option<(Decimal, Decimal)> {
    let last = |digit: i64, place: u32| Decimal::try_new(digit, place).ok();
    let even = if decimals == 0 { Decimal::ZERO } else { last(2, decimals)? };
    let value = Decimal::from(84).checked_add(even)?.checked_add(last(5, decimals.checked_add(1)?)?)?;
    let shown = Shown { decimals, rounding, whole: true };
    Some((value, shown.number(value)))
}

/// A unit to which one criterion of a sum does not apply, or of which its value is missing.
pub(crate) struct Absent<'a> {
    criterion: &'a Text,
    /// What the criterion adds to the maximum of the total.
    pub(crate) max: Decimal,
    /// The maximum of all the others.
    present: Decimal,
    whole: Decimal,
    /// What the unit has of it.
    points: Decimal,
}

/// An example of a criterion that is absent, of about a seventh of the maximum; none where the total is no sum of
/// criteria with maxima.
pub(crate) fn absent(scheme: &Scheme) -> Option<Absent<'_>> {
    if scheme.total != Aggregate::Sum {
        return None;
    }
    let parts = counted(scheme, scheme.total_column());
    let sizes: Option<Vec<Decimal>> =
        parts.iter().map(|&part| size(scheme, part)?.checked_mul(scheme.criteria[part].weight)).collect();
    let sizes = sizes.filter(|sizes| sizes.len() > 1)?;
    let whole: Decimal = sizes.iter().sum();
    let wanted = whole.checked_mul(Decimal::new(15, 2))?;
    let (at, max) = sizes.iter().copied().enumerate().min_by_key(|(_, size)| (size - wanted).abs())?;
    let present = whole - max;
    // 77 of 85, as a good unit has.
    let points = present.checked_mul(Decimal::new(906, 3))?.floor();
    (max > Decimal::ZERO && points > Decimal::ZERO).then(|| Absent {
        criterion: &scheme.criteria[parts[at]].name,
        max,
        present,
        whole,
        points,
    })
}

impl Absent<'_> {
    /// The others are rescaled to the whole maximum.
    pub(crate) fn rescaled(&self, page: &Page<'_>, key: &str) -> Option<String> {
        let value = self.points.checked_mul(self.whole)?.checked_div(self.present)?;
        let shown = Shown { decimals: 4, rounding: Rounding::HalfUp, whole: false }.number(value).normalize();
        let equals = if shown == value { "=" } else { "≈" };
        let [points, present, whole] = [self.points, self.present, self.whole].map(|n| page.number(&n.normalize()));
        let value = page.number(&shown);
        Some(self.told(page, key, &format!("{points} × {whole} / {present} {equals} {value}")))
    }

    /// It counts as that many points.
    pub(crate) fn counted(&self, page: &Page<'_>, key: &str, as_points: Decimal) -> Option<String> {
        let sum = self.points.checked_add(as_points)?;
        let [points, more, sum] = [self.points, as_points, sum].map(|n| page.number(&n.normalize()));
        Some(self.told(page, key, &format!("{points} + {more} = {sum}")))
    }

    /// The unit is ranked on the others if they are enough.
    pub(crate) fn judged(&self, page: &Page<'_>, least: Decimal) -> Option<String> {
        let share = self.present.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(self.whole)?;
        let [shown, least_shown] = [share.round_dp(2), least].map(|n| page.number(&n.normalize()));
        let words = [("share", shown.as_str()), ("least", least_shown.as_str())];
        if share < least {
            return Some(page.say("missing.example.few", &words));
        }
        let rescaled = self.rescaled(page, "missing.example")?;
        Some(format!("{rescaled} {}", page.say("missing.example.enough", &words)))
    }

    fn told(&self, page: &Page<'_>, key: &str, calculation: &str) -> String {
        let [max, present, points] = [self.max, self.present, self.points].map(|n| page.number(&n.normalize()));
        let words = [
            ("criterion", page.text(self.criterion)),
            ("max", &max),
            ("points", &points),
            ("present", &present),
            ("calculation", calculation),
        ];
        page.say(key, &words)
    }
}

#[cfg(test)]
mod tests {
    use super::rounded;
    use crate::model::Rounding;

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
}
