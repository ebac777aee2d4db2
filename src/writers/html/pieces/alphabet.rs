//! The units by the alphabet of the language, on the pages of their index.

use crate::report::alphabet::Letter;
use crate::routes::Route;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::link::Link;

/// The largest number of units on a page.
pub(crate) const PER_PAGE: usize = 500;

/// The address of a page of the index, from 1.
pub(crate) fn route<'a>(number: usize) -> Route<'a> {
    if number == 1 { Route::Units } else { Route::UnitsPage(number) }
}

/// Links to where the units of each letter begin.
pub(crate) fn letter_links(page: &Page<'_>) -> Vec<Link> {
    page.voice.order.letters.iter().map(|letter| link(page, letter)).collect()
}

fn link(page: &Page<'_>, letter: &Letter) -> Link {
    let to = route(letter.units.start / PER_PAGE + 1);
    let file = if to == page.route { String::new() } else { page.link(to) };
    Link { label: words(page, letter).into(), href: Some(format!("{file}#{}", anchor(letter))), current: false }
}

/// What a letter is called.
pub(crate) fn words(page: &Page<'_>, letter: &Letter) -> String {
    letter.label.clone().unwrap_or_else(|| page.say("units.no-letter", &[]))
}

/// The element of a letter: plain for a plain letter, by its number in Unicode for others.
pub(crate) fn anchor(letter: &Letter) -> String {
    let mut anchor = "l-".to_owned();
    for c in letter.label.as_deref().unwrap_or("0").chars() {
        match c.to_ascii_lowercase() {
            plain if plain.is_ascii_alphanumeric() => anchor.push(plain),
            other => anchor.push_str(&format!("u{:x}", u32::from(other))),
        }
    }
    anchor
}
