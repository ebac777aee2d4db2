//! The alphabet of a language over the names of units: one sort for all tables and lists.

use std::collections::BTreeMap;

use crate::model::{LangIdx, UnitIdx};
use crate::report::alphabet::{Letter, ListOrder};
use crate::report::model::Report;
use crate::words::Words;

/// Puts the names of all units, in every edition and of today, in the order of a language.
pub(crate) fn alphabet(report: &Report<'_>, words: &Words, language: LangIdx) -> ListOrder {
    let today = |unit: usize| report.series.units[unit].name.get(language);
    let then = |edition, unit| report.unit_text(edition, unit).get(language);
    let mut places: BTreeMap<&str, u32> = (0..report.series.units.len()).map(|unit| (today(unit), 0)).collect();
    for (index, edition) in report.editions() {
        places.extend(edition.groups.iter().flat_map(|g| &g.units).map(|&unit| (then(index, unit), 0)));
    }
    let mut names: Vec<&str> = places.keys().copied().collect();
    names.sort_by(|a, b| words.compare(a, b));
    places.extend((0_u32..).zip(&names).map(|(place, name)| (*name, place)));
    let place = |name: &str| places.get(name).copied().unwrap_or_default();
    let rows = report.editions().map(|(index, edition)| {
        let groups = edition.groups.iter();
        groups.map(|group| group.units.iter().map(|&unit| place(then(index, unit))).collect()).collect()
    });
    let rows = rows.collect();
    let units: Vec<u32> = (0..report.series.units.len()).map(|unit| place(today(unit))).collect();
    let listed = (0..units.len()).map(UnitIdx).filter(|unit| !report.series.units_of_drafts.contains(unit));
    let (index, letters) = index(listed.collect(), &units, |unit| words.letter(today(unit.0)));
    ListOrder { rows, units, index, letters }
}

/// Units in order, and the letters under which they stand; `units` are the places of all names.
fn index(
    mut sorted: Vec<UnitIdx>,
    units: &[u32],
    letter: impl Fn(UnitIdx) -> Option<String>,
) -> (Vec<UnitIdx>, Vec<Letter>) {
    sorted.sort_by_key(|unit| units[unit.0]);
    // A language that takes Đ for a D with a mark mixes the two; each letter stands together all the same.
    let mut by_letter: Vec<(Option<String>, Vec<UnitIdx>)> = Vec::new();
    for unit in sorted {
        let label = letter(unit);
        match by_letter.iter_mut().find(|(other, _)| *other == label) {
            Some((_, units)) => units.push(unit),
            None => by_letter.push((label, vec![unit])),
        }
    }
    let (mut index, mut letters) = (Vec::with_capacity(units.len()), Vec::with_capacity(by_letter.len()));
    for (label, units) in by_letter {
        let start = index.len();
        index.extend(units);
        letters.push(Letter { label, units: start..index.len() });
    }
    (index, letters)
}
