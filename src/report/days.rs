//! The days that the data itself carries: when editions were published, and when they were last corrected.

use crate::model::{Date, Edition, EditionIdx, Series};

/// The newest day of an edition: of its publication, or of its last correction.
pub(crate) fn newest_day(edition: &Edition) -> Option<Date> {
    edition.corrections.iter().map(|correction| correction.date).chain(edition.published).max()
}

/// The newest day of some editions.
pub(crate) fn newest_day_of(series: &Series, is_told: impl Fn(EditionIdx, &Edition) -> bool) -> Option<Date> {
    let editions = series.editions.iter().enumerate().filter(|(index, edition)| is_told(EditionIdx(*index), edition));
    editions.filter_map(|(_, edition)| newest_day(edition)).max()
}
