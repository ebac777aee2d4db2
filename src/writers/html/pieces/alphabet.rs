//! The units by the alphabet of the language, on the pages of their index.

use std::ops::Range;

use crate::model::UnitIdx;
use crate::routes::Route;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::link::Link;

/// The largest number of units on a page.
pub(crate) const PER_PAGE: usize = 500;

/// The address of a page of the index, from 1.
pub(crate) fn route<'a>(number: usize) -> Route<'a> {
    if number == 1 { Route::Units } else { Route::UnitsPage(number) }
}

/// All units in the order of the alphabet, by their names of today.
pub(crate) fn in_order(page: &Page<'_>) -> Vec<UnitIdx> {
    let name = |unit: &UnitIdx| page.text(&page.series().units[unit.0].name);
    let mut units: Vec<UnitIdx> = (0..page.series().units.len()).map(UnitIdx).collect();
    units.sort_by(|a, b| page.words().compare(name(a), name(b)).then_with(|| a.cmp(b)));
    // A language that takes Đ for a D with a mark mixes the two; each letter stands together all the same.
    let mut letters: Vec<Option<String>> = Vec::new();
    for unit in &units {
        let letter = page.words().letter(name(unit));
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    units.sort_by_cached_key(|unit| {
        let letter = page.words().letter(name(unit));
        letters.iter().position(|other| *other == letter)
    });
    units
}

/// A letter, and which of the units in order stand under it.
pub(crate) struct Letter {
    label: Option<String>,
    pub(crate) units: Range<usize>,
}

impl Letter {
    /// The letters under which units stand.
    pub(crate) fn all(page: &Page<'_>, units: &[UnitIdx]) -> Vec<Self> {
        let mut letters: Vec<Self> = Vec::new();
        for (i, unit) in units.iter().enumerate() {
            let label = page.words().letter(page.text(&page.series().units[unit.0].name));
            match letters.last_mut().filter(|last| last.label == label) {
                Some(last) => last.units.end = i + 1,
                None => letters.push(Self { label, units: i..i + 1 }),
            }
        }
        letters
    }

    pub(crate) fn words(&self, page: &Page<'_>) -> String {
        self.label.clone().unwrap_or_else(|| page.say("units.no-letter", &[]))
    }

    /// The element of the letter: plain for a plain letter, by its number in Unicode for others.
    pub(crate) fn anchor(&self) -> String {
        let mut anchor = "l-".to_owned();
        for c in self.label.as_deref().unwrap_or("0").chars() {
            match c.to_ascii_lowercase() {
                plain if plain.is_ascii_alphanumeric() => anchor.push(plain),
                other => anchor.push_str(&format!("u{:x}", u32::from(other))),
            }
        }
        anchor
    }

    /// A link to where its units begin.
    pub(crate) fn link(&self, page: &Page<'_>) -> Link {
        let to = route(self.units.start / PER_PAGE + 1);
        let file = if to == page.route { String::new() } else { page.link(to) };
        Link { label: self.words(page), href: Some(format!("{file}#{}", self.anchor())), current: false }
    }
}
