//! What the charts share along their axis: where it begins and ends, its round values, which words fit, and where they
//! hang.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Size;
use super::canvas::{Canvas, TextAnchor};
use super::text::width;

/// The least space between two words of an axis.
const SPACE: f64 = 8.0;

/// An axis whose ends are round.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Axis {
    /// Where it begins.
    pub(crate) low: Decimal,
    /// Where it ends.
    pub(crate) high: Decimal,
    /// Its round values in order, both ends among them.
    pub(crate) ticks: Vec<Decimal>,
}

impl Axis {
    /// An axis that holds all values from the lowest to the highest, and at least a quarter of the maximum; it ends there.
    #[must_use]
    pub(crate) fn of_scale(low: Decimal, high: Decimal, max: Decimal) -> Self {
        let (from, to) = widened(low, high, max);
        let mut axis = Self::around(from, to);
        let ends =
            (if low < Decimal::ZERO { axis.low } else { Decimal::ZERO }, if high > max { axis.high } else { max });
        axis.low = axis.low.max(ends.0).normalize();
        axis.high = axis.high.min(ends.1).normalize();
        axis.ticks.retain(|tick| (axis.low..=axis.high).contains(tick));
        let step = axis.ticks.windows(2).next().map_or(Decimal::ZERO, |pair| pair[1] - pair[0]);
        for end in [axis.low, axis.high] {
            // A round value that is too near to an end leaves its place to it.
            axis.ticks.retain(|tick| (*tick - end).abs() * Decimal::TWO > step);
            axis.ticks.push(end);
        }
        axis.ticks.sort_unstable();
        axis
    }

    /// An axis that holds all values from the lowest to the highest; it need not begin at zero.
    #[must_use]
    pub(crate) fn around(low: Decimal, high: Decimal) -> Self {
        let is_one = low == high;
        let low = if is_one { low.saturating_sub(Decimal::ONE) } else { low };
        let high = if is_one { high.saturating_add(Decimal::ONE) } else { high };
        let mut ticks: Vec<Decimal> = pick_ticks(pixel(low), pixel(high)).into_iter().map(tick_value).collect();
        // Both ends are round: a step beyond the ticks where a value lies outside them.
        let step = ticks.windows(2).next().map_or(Decimal::ZERO, |pair| pair[1] - pair[0]);
        let first = ticks.first().map_or(low, |&tick| if low < tick { (tick - step).min(low) } else { tick });
        let last = ticks.last().map_or(high, |&tick| if high > tick { (tick + step).max(high) } else { tick });
        for end in [first, last] {
            if step > Decimal::ZERO && !ticks.contains(&end) {
                ticks.push(end);
            }
        }
        ticks.sort_unstable();
        let ticks = ticks.into_iter().map(|tick| tick.normalize()).collect();
        Self { low: first.normalize(), high: last.normalize(), ticks }
    }
}

/// The least part of a maximum that an axis shows.
const LEAST_SHARE: Decimal = Decimal::from_parts(25, 0, 0, false, 2);

/// The ends of a scale around two values that shows at least a quarter of the maximum, and nothing beyond 0 and the maximum
/// where the values have nothing there.
fn widened(low: Decimal, high: Decimal, max: Decimal) -> (Decimal, Decimal) {
    let least = max.saturating_mul(LEAST_SHARE);
    let lacking = least.saturating_sub(high.saturating_sub(low)).max(Decimal::ZERO);
    let top = high.saturating_add(lacking / Decimal::TWO).min(max.max(high));
    let bottom = top.saturating_sub(least).min(low);
    if bottom < Decimal::ZERO && low >= Decimal::ZERO { (Decimal::ZERO, least.max(high)) } else { (bottom, top) }
}

/// Round values within an axis: steps of 1, 2, 2.5 or 5 times a power of ten, four to six of them.
#[must_use]
pub(crate) fn pick_ticks(low: f64, high: f64) -> Vec<f64> {
    let span = high - low;
    if !span.is_finite() || span <= 0.0 {
        return vec![low];
    }
    let rough = span / 4.0;
    let power = 10_f64.powf(rough.log10().floor());
    let step =
        [1.0, 2.0, 2.5, 5.0, 10.0].map(|f| f * power).into_iter().find(|step| *step >= rough * 0.999).unwrap_or(rough);
    let first = (low / step).ceil();
    let n = ((high / step).floor() - first).max(0.0);
    let mut ticks = Vec::new();
    let mut i = 0.0;
    while i <= n + 1e-9 {
        ticks.push(((first + i) * step * 1e6).round() / 1e6);
        i += 1.0;
    }
    ticks
}

/// A round value of an axis, which has at most a few decimals.
#[must_use]
pub(crate) fn tick_value(tick: f64) -> Decimal {
    Decimal::from_f64_retain(tick).unwrap_or_default().round_dp(6).normalize()
}

/// A number as a length: where scores stop being decimals.
#[must_use]
pub(crate) fn pixel(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

/// The whole ten at or below a value.
#[must_use]
pub(crate) fn tens_below(value: Decimal) -> f64 {
    (pixel(value) / 10.0).floor() * 10.0
}

/// The ends of an axis without a maximum: round values around the lowest and the highest.
#[must_use]
pub(crate) fn whole_steps(low: f64, high: f64) -> (f64, f64) {
    if high <= low {
        return (low - 1.0, low + 1.0);
    }
    let step = if let [first, second, ..] = pick_ticks(low, high)[..] { second - first } else { high - low };
    ((low / step).floor() * step, (high / step).ceil() * step)
}

/// The place and the anchor of a text that keep it within the drawing.
pub(super) fn keep_inside(x: f64, wide: f64, size: Size) -> (f64, TextAnchor) {
    if x - wide / 2.0 < 1.0 {
        (1.0, TextAnchor::Start)
    } else if x + wide / 2.0 > size.width() - 1.0 {
        (size.width() - 1.0, TextAnchor::End)
    } else {
        (x, TextAnchor::Middle)
    }
}

/// The left end of a text that hangs at a place.
pub(super) fn left_end(x: f64, wide: f64, anchor: TextAnchor) -> f64 {
    match anchor {
        TextAnchor::Start => x,
        TextAnchor::Middle => x - wide / 2.0,
        TextAnchor::End => x - wide,
    }
}

/// Draws the grid with its words; words that would touch the ones before them, or the edge, are left out.
pub(super) fn draw(canvas: &Canvas, size: Size, ticks: &[(f64, String)], (from, to): (f64, f64), baseline: f64) {
    let mut end = f64::MIN;
    for (value, words) in ticks {
        canvas.rule(*value, from, to, "ax");
        let wide = width(words);
        let (x, anchor) = keep_inside(canvas.x(*value), wide, size);
        let left = left_end(x, wide, anchor);
        if left >= end + SPACE && wide <= size.width() - 2.0 {
            canvas.text(x, baseline, anchor, "t2", words);
            end = left + wide;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Axis, tens_below, tick_value, whole_steps};

    #[track_caller]
    fn case(low: &str, high: &str, expected: &str) {
        let Axis { low, high, ticks } = Axis::around(low.parse().unwrap(), high.parse().unwrap());
        let ticks: Vec<String> = ticks.iter().map(ToString::to_string).collect();
        assert_eq!(format!("{low} to {high}: {}", ticks.join(" ")), expected);
    }

    #[test]
    fn an_axis_holds_all_values_between_round_ends() {
        case("0.466", "0.566", "0.45 to 0.575: 0.45 0.475 0.5 0.525 0.55 0.575");
        case("60", "80", "60 to 80: 60 65 70 75 80");
        case("71.3", "71.3", "70 to 72.5: 70 70.5 71 71.5 72 72.5");
        case("-2", "7", "-2.5 to 7.5: -2.5 0 2.5 5 7.5");
    }

    #[test]
    fn an_axis_of_a_scale_shows_a_quarter_of_it_and_ends_at_its_maximum() {
        let case = |low: &str, high: &str, max: &str, expected: &str| {
            let [low, high, max] = [low, high, max].map(|number| number.parse().unwrap());
            let Axis { low, high, ticks } = Axis::of_scale(low, high, max);
            let ticks: Vec<String> = ticks.iter().map(ToString::to_string).collect();
            assert_eq!(format!("{low} to {high}: {}", ticks.join(" ")), expected);
        };
        case("4.8", "5", "20", "2 to 8: 2 4 6 8");
        case("100", "100", "100", "70 to 100: 70 80 90 100");
        case("0", "0", "10", "0 to 3: 0 1 2 3");
        case("37", "38", "38", "27.5 to 38: 27.5 30 32.5 35 38");
        case("60", "90", "100", "60 to 90: 60 70 80 90");
        case("-3", "104", "100", "-50 to 150: -50 0 50 100 150");
    }

    #[test]
    fn ticks_have_the_decimals_that_are_seen() {
        assert_eq!(["0.3", "70.5"], [0.1 + 0.2, 70.500_000_000_000_01].map(|tick| tick_value(tick).to_string()));
    }

    #[test]
    fn other_ends_are_whole_steps() {
        assert_eq!([whole_steps(3.0, 18.0), whole_steps(7.0, 7.0)], [(0.0, 20.0), (6.0, 8.0)]);
        let tens = |low: &str| tens_below(low.parse().unwrap()).to_string();
        assert_eq!(["64.9", "60", "-3"].map(tens), ["60", "60", "-10"]);
    }
}
