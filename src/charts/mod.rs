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

pub(crate) use axis::{Axis, pick_ticks, pixel, tens_below, tick_value, whole_steps};
pub(crate) use bump::{Bump, BumpLine, BumpPoint, bump, bump_deep};
pub(crate) use intervals::{IntervalRow, IntervalValue, Intervals, intervals};
pub(crate) use profile::{Profile, ProfileRow, profile};
pub(crate) use rank_years::{RankPoint, RankYears, pick_ranks, rank_years};
pub(crate) use slope::{Slope, SlopeRow, slope};
pub(crate) use stacked::{BarEnd, Slice, Stacked, StackedRow, stacked};
pub(crate) use strip::{Dot, Span, Strip, strip};
pub(crate) use timeline::{AxisEvent, YearTick};
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
pub(crate) struct ChartFrame {
    /// Unique in the page.
    pub id: String,
    /// What the chart says.
    pub title: String,
    /// Its main numbers.
    pub description: String,
}

/// The one pattern of a page that all hatched parts use.
#[must_use]
pub(crate) fn hatch_definition() -> &'static str {
    "<svg class=\"defs\" viewBox=\"0 0 5 5\" aria-hidden=\"true\" focusable=\"false\"><defs><pattern id=\"hatch\" width=\"5\" height=\"5\" \
     patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0V5\" class=\"hp\"/></pattern></defs></svg>"
}
