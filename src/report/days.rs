//! The days that the data itself carries: when editions were published, and when they were last corrected.

use crate::model::{Date, Edition, EditionIdx, Series};
use crate::rankings::Version;

/// The newest day of an edition: of its publication, or of its last correction.
pub(crate) fn newest_day(edition: &Edition) -> Option<Date> {
    edition.corrections.iter().map(|correction| correction.date).chain(edition.published).max()
}

/// The newest day of some editions.
pub(crate) fn newest_day_of(series: &Series, is_told: impl Fn(EditionIdx, &Edition) -> bool) -> Option<Date> {
    let editions = series.editions.iter().enumerate().filter(|(index, edition)| is_told(EditionIdx(*index), edition));
    editions.filter_map(|(_, edition)| newest_day(edition)).max()
}

/// The day of the last correction of an edition.
pub(crate) fn corrected_day(edition: &Edition) -> Option<Date> {
    edition.corrections.iter().map(|correction| correction.date).max()
}

/// The year that an edition is cited by: that of its publication, else the one that it assesses.
pub(crate) fn cited_year(edition: &Edition) -> u16 {
    edition.published.map_or(edition.year, |day| day.year)
}

/// The day since which an earlier version of an edition stood, by number from 1, the oldest: that of the publication, or of
/// the corrections before.
pub(crate) fn version_day(edition: &Edition, versions: &[Version], number: usize) -> Option<Date> {
    match number.checked_sub(2) {
        Some(before) => versions.get(before).map(|version| version.until),
        None => edition.published,
    }
}

/// The day whose corrections ended an earlier version, by number from 1, the oldest.
pub(crate) fn version_end(versions: &[Version], number: usize) -> Option<Date> {
    versions.get(number.checked_sub(1)?).map(|version| version.until)
}

/// The days that all editions assess together: from the first one to the last one.
pub(crate) fn assessed_days(series: &Series) -> Option<[Date; 2]> {
    let periods = || series.editions.iter().map(|edition| edition.period);
    Some([periods().map(|period| period.from).min()?, periods().map(|period| period.to).max()?])
}
