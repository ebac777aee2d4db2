//! Units as lists to find them in: name, rank of how many, and the words that a script compares with what is typed.

use serde::Serialize;

use crate::fragments::{Marks, rank_cell};
use crate::model::{Text, UnitIdx};
use crate::rankings::{Known, Standing};
use crate::render::Html;
use crate::report::group::GroupResult;
use crate::say::ranks::besides;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::link::{Link, unit_link};

/// A list of units with a field over it.
#[derive(Serialize)]
pub(crate) struct Finder {
    /// The question over the field.
    pub(crate) label: String,
    /// What may be typed.
    pub(crate) placeholder: String,
    /// What the list is called.
    pub(crate) region: String,
    /// The units; none where they are too many for a list.
    pub(crate) hits: Vec<Hit>,
    /// Where else they are found, then.
    pub(crate) elsewhere: Option<Elsewhere>,
}

/// Where units are found that are too many for a list.
#[derive(Serialize)]
pub(crate) struct Elsewhere {
    /// How many there are.
    pub(crate) say: String,
    /// The page that finds what is typed.
    pub(crate) search: Link,
    /// Where their letters begin in the index.
    pub(crate) letters: Vec<Link>,
}

/// The most units in an open list.
pub(crate) const MAX_LISTED: usize = 300;

/// A unit in a list.
#[derive(Serialize)]
pub(crate) struct Hit {
    /// Its name.
    pub(crate) name: Html,
    /// Its page.
    pub(crate) href: Option<String>,
    /// Its rank in words.
    pub(crate) rank: String,
    /// Whether the rank is exactly known.
    pub(crate) exact: bool,
    /// What stands small behind it: of how many, and that it is announced as the last one.
    pub(crate) behind: String,
    /// What a script compares with what is typed.
    pub(crate) fold: String,
}

/// A unit with its rank in an edition, under the name that it had then.
pub(crate) fn hit(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> Hit {
    let unit = part.group.units[row];
    let name = page.unit_text(part.edition, unit);
    let RankWords { words: rank, exact, behind } = rank_words(page, part, row);
    let href = Some(unit_link(page, part.edition, &page.series().units[unit.0].id));
    Hit { name: page.html(name), href, rank, exact, behind, fold: terms(page, unit, name) }
}

/// The rank of a unit in words, or why there is none.
pub(crate) struct RankWords {
    /// The words.
    pub(crate) words: String,
    /// Whether it is exactly known.
    pub(crate) exact: bool,
    /// What stands small behind it: of how many if that is known, and that it is announced as the last one.
    pub(crate) behind: String,
}

/// The rank of a unit in words.
pub(crate) fn rank_words(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> RankWords {
    let standing = part.standing(part.total(), row);
    let cell = rank_cell(page.words(), &standing, &mut Marks::default());
    let words = match standing.rank {
        _ if standing.is_last_unnumbered() => page.say("finder.last", &[("rank", &cell.shown)]),
        Known::Nothing if part.is_not_ranked(row) => page.say("finder.unranked", &[]),
        Known::Nothing => page.say("finder.unknown", &[]),
        _ => page.say(if cell.tied { "finder.tied" } else { "finder.rank" }, &[("rank", &cell.shown)]),
    };
    RankWords { words, exact: cell.exact, behind: behind(page, part, &standing) }
}

/// Of how many a rank is, if that is known, and what is said of it besides.
fn behind(page: &Page<'_>, part: GroupResult<'_>, standing: &Standing) -> String {
    let mut behind = String::new();
    if let Some(n) = standing.ranked.filter(|_| standing.rank != Known::Nothing || standing.is_last_unnumbered()) {
        behind.push(' ');
        behind.push_str(&page.voice.say_units(part.group, "finder.of", n as usize, &[]));
    }
    if let Some(words) = besides(page.voice, standing) {
        behind.push_str(", ");
        behind.push_str(&words);
    }
    behind
}

/// What a script compares with what is typed: the name that is shown, and all others of the unit, folded.
pub(crate) fn terms(page: &Page<'_>, unit: UnitIdx, shown: &Text) -> String {
    let shown = page.text(shown);
    let mut terms = vec![page.words().fold(shown)];
    for other in other_names(page, unit, shown) {
        let folded = page.words().fold(&other);
        if !terms.contains(&folded) {
            terms.push(folded);
        }
    }
    terms.join(" | ")
}

/// The names of a unit beside the one that is shown: short name, other spellings, names of earlier years, of today.
pub(crate) fn other_names(page: &Page<'_>, index: UnitIdx, shown: &str) -> Vec<String> {
    let unit = &page.series().units[index.0];
    let short = unit.short.iter().map(|short| page.text_of(short));
    let today = std::iter::once(page.text_of(&unit.name));
    let before = page.series().timeline.names_before(index);
    let earlier = before.into_iter().map(|(_, name)| page.text_of(name));
    let mut names: Vec<String> = Vec::new();
    for name in short.chain(unit.aka.iter().cloned()).chain(earlier).chain(today) {
        if name != shown && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Where the result of a unit is read: its scorecard, or its page over the years where editions have none.
pub(crate) fn result_link(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> String {
    let unit = &page.series().units[part.group.units[row].0].id;
    unit_link(page, part.edition, unit)
}
