//! Units as lists to find them in: name, rank of how many, and the words that a script compares with what is typed.

use serde::Serialize;

use super::context::{Context, Page};
use super::frame::Link;
use super::tables::{Part, unit_link};
use crate::fragments::{Marks, rank_cell};
use crate::model::{EditionIdx, EventKind, Text, UnitIdx};
use crate::render::Html;

/// A list of units with a field over it.
#[derive(Serialize)]
pub(super) struct Finder {
    /// The question over the field.
    pub(super) label: String,
    /// What may be typed.
    pub(super) placeholder: String,
    /// What the list is called.
    pub(super) region: String,
    /// The units; none where they are too many for a list.
    pub(super) hits: Vec<Hit>,
    /// Where else they are found, then.
    pub(super) elsewhere: Option<Elsewhere>,
}

/// Where units are found that are too many for a list.
#[derive(Serialize)]
pub(super) struct Elsewhere {
    /// How many there are.
    pub(super) say: String,
    /// The page that finds what is typed.
    pub(super) search: Link,
    /// Where their letters begin in the index.
    pub(super) letters: Vec<Link>,
}

/// The most units in an open list.
pub(super) const LISTED: usize = 300;

/// A unit in a list.
#[derive(Serialize)]
pub(super) struct Hit {
    /// Its name.
    pub(super) name: Html,
    /// Its page.
    pub(super) href: Option<String>,
    /// Its rank in words.
    pub(super) rank: String,
    /// Whether the rank is exactly known.
    pub(super) exact: bool,
    /// Of how many.
    pub(super) of: Option<String>,
    /// What a script compares with what is typed.
    pub(super) fold: String,
}

/// A unit with its rank in an edition, under the name that it had then.
pub(super) fn hit(page: &Page<'_>, part: Part<'_>, row: usize) -> Hit {
    let unit = part.group.units[row];
    let name = page.unit_text(part.edition, unit);
    let RankWords { words: rank, exact, of } = rank_words(page, part, row);
    let href = Some(unit_link(page, part.edition, &page.series().units[unit.0].id));
    Hit { name: page.html(name), href, rank, exact, of, fold: terms(page, unit, name) }
}

/// The rank of a unit in words, or why there is none.
pub(super) struct RankWords {
    /// The words.
    pub(super) words: String,
    /// Whether it is exactly known.
    pub(super) exact: bool,
    /// Of how many, if that is known.
    pub(super) of: Option<String>,
}

/// The rank of a unit in words.
pub(super) fn rank_words(page: &Page<'_>, part: Part<'_>, row: usize) -> RankWords {
    let standing = part.standing(part.total(), row);
    let cell = rank_cell(page.words(), &standing, &mut Marks::default());
    let words = if cell.shown.is_empty() || cell.shown == "…" {
        page.say(if part.is_not_ranked(row) { "finder.unranked" } else { "finder.unknown" }, &[])
    } else {
        page.say(if cell.tied { "finder.tied" } else { "finder.rank" }, &[("rank", &cell.shown)])
    };
    let of = standing.ranked.filter(|_| !cell.shown.is_empty()).map(|n| page.words().number(&n.into()));
    RankWords { words, exact: cell.exact, of }
}

/// What a script compares with what is typed: the name that is shown, and all others of the unit, folded.
pub(super) fn terms(page: &Page<'_>, unit: UnitIdx, shown: &Text) -> String {
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
pub(super) fn other_names(page: &Page<'_>, index: UnitIdx, shown: &str) -> Vec<String> {
    let unit = &page.series().units[index.0];
    let short = unit.short.iter().map(|short| page.text_of(short));
    let today = std::iter::once(page.text_of(&unit.name));
    let earlier = page.series().events.iter().filter_map(|event| match &event.kind {
        EventKind::Rename { unit, from } if *unit == index => Some(page.text_of(from)),
        _ => None,
    });
    let mut names: Vec<String> = Vec::new();
    for name in short.chain(unit.aka.iter().cloned()).chain(earlier).chain(today) {
        if name != shown && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The row of a unit in the newest edition that it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Newest {
    /// The edition.
    pub(super) edition: EditionIdx,
    /// Its group, by position in the edition.
    pub(super) group: usize,
    /// Its row in the group.
    pub(super) row: usize,
}

/// For each unit its row in the newest edition that it is in; one that was withdrawn counts only where there is no other.
pub(super) fn newest(context: &Context<'_>) -> Vec<Option<Newest>> {
    let mut found = vec![None; context.series.units.len()];
    for edition in context.wanted() {
        for (group, of) in context.series.editions[edition.0].groups.iter().enumerate() {
            for (row, unit) in of.units.iter().enumerate() {
                found[unit.0].get_or_insert(Newest { edition, group, row });
            }
        }
    }
    found
}

/// Where the result of a unit is read: its scorecard, or its page over the years where editions have none.
pub(super) fn result_link(page: &Page<'_>, part: Part<'_>, row: usize) -> String {
    let unit = &page.series().units[part.group.units[row].0].id;
    unit_link(page, part.edition, unit)
}
