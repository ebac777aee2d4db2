//! Charts: data with ready words until they are drawn, then static SVG. One file a chart.
//!
//! Each chart has two drawings, 720 and 288 units wide; the page shows one of them. Colours are classes, text is text,
//! and no word of any language is made here.

mod axis;
mod bump;
mod canvas;
mod intervals;
mod labels;
mod profile;
mod rank_years;
mod slope;
mod stacked;
mod strip;
#[cfg(test)]
mod tests;
mod text;
mod timeline;
mod years;

pub(crate) use bump::{Bump, BumpLine, BumpPoint, bump, bump_deep};
pub(crate) use intervals::{IntervalRow, IntervalValue, Intervals, intervals};
pub(crate) use profile::{Profile, ProfileRow, profile};
pub(crate) use rank_years::{RankPoint, RankYears, pick_ranks, rank_years};
pub(crate) use slope::{Slope, SlopeRow, slope};
pub(crate) use stacked::{Part, Rest, Stacked, StackedRow, stacked};
pub(crate) use strip::{Dot, Span, Strip, strip};
pub(crate) use timeline::{Happening, Moment};
pub(crate) use years::{YearLine, YearPoint, Years, years};

/// Which of its two drawings a chart makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    /// 720 units.
    Wide,
    /// 288 units.
    Narrow,
}

impl Size {
    /// How wide the drawing is.
    #[must_use]
    pub(crate) const fn width(self) -> f64 {
        match self {
            Self::Wide => 720.0,
            Self::Narrow => 288.0,
        }
    }
}

/// What a chart is called, for those who do not see it.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// Unique in the page.
    pub id: String,
    /// What the chart says.
    pub title: String,
    /// Its main numbers.
    pub description: String,
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

/// The one pattern of a page that all hatched parts use.
#[must_use]
pub(crate) fn hatch_definition() -> &'static str {
    "<svg class=\"defs\" viewBox=\"0 0 5 5\" aria-hidden=\"true\" focusable=\"false\"><defs><pattern id=\"hatch\" width=\"5\" height=\"5\" \
     patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0V5\" class=\"hp\"/></pattern></defs></svg>"
}
