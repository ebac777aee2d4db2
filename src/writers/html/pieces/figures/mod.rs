//! Charts for pages: which numbers are drawn, and the words around them. One file a chart.

pub(crate) mod bars;
pub(crate) mod bump;
pub(crate) mod figure;
pub(crate) mod intervals;
pub(crate) mod means;
pub(crate) mod of_group;
pub(crate) mod profile;
pub(crate) mod slope;
pub(crate) mod strip;
pub(crate) mod unit_years;
pub(crate) mod year_ticks;
