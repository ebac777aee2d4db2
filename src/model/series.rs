//! The whole publication, resolved.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::date::Date;
use super::edition::Edition;
use super::index::{EditionIdx, GroupIdx, UnitIdx};
use super::place::Place;
use super::scheme::Scheme;
use super::site::Site;
use super::text::Text;
use super::timeline::Timeline;
use super::unit::{Group, Unit};

/// The whole publication: everything that the content folder says, with every name resolved.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    /// The publication itself.
    pub(crate) site: Site,
    /// Groups in the order of units.yaml.
    pub(crate) groups: Vec<Group>,
    /// Units in the order of units.yaml.
    pub(crate) units: Vec<Unit>,
    /// What happened to units.
    pub(crate) timeline: Timeline,
    /// Schemes by id.
    pub(crate) schemes: Vec<SchemeEntry>,
    /// Editions from the oldest to the newest.
    pub(crate) editions: Vec<Edition>,
    /// Free pages in the order of their menu.
    pub(crate) pages: Vec<FreePage>,
    /// Which of the files that all others rest on could not be read whole.
    pub(crate) unread: UnreadFiles,
    /// Editions that are left out because they are drafts, with the place where each says so.
    pub(crate) drafts: BTreeMap<String, Place>,
    /// Units that only those drafts name: nobody may know of them yet.
    pub(crate) units_of_drafts: BTreeSet<UnitIdx>,
    /// Files of the publisher that only drafts name, by their paths in the site: they are not published.
    pub(crate) kept_back: BTreeSet<String>,
}

/// Which of the files that all others rest on could not be read whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct UnreadFiles {
    /// site.yaml: its languages, texts and settings.
    pub(crate) site: bool,
    /// units.yaml: the lives of units and groups.
    pub(crate) units: bool,
}

/// A scheme, as it is written and as it holds for groups that differ.
#[derive(Clone, Debug)]
pub(crate) struct SchemeEntry {
    /// As it is written.
    pub(crate) base: Arc<Scheme>,
    /// As it holds for groups with differences of their own.
    pub(crate) by_group: Vec<(GroupIdx, Arc<Scheme>)>,
}

impl SchemeEntry {
    /// The scheme as it holds for a group.
    #[must_use]
    pub(crate) fn for_group(&self, group: GroupIdx) -> &Arc<Scheme> {
        self.by_group.iter().find(|(g, _)| *g == group).map_or(&self.base, |(_, s)| s)
    }
}

/// A free page of the publisher.
#[derive(Clone, Debug)]
pub(crate) struct FreePage {
    /// Its address.
    pub(crate) name: String,
    /// Its place in menus; lower comes first.
    pub(crate) order: i64,
    /// Whether the main menu shows it.
    pub(crate) menu: bool,
    /// Addresses that it had before.
    pub(crate) aliases: Vec<PageAlias>,
    /// Title and Markdown with its place, by language; one at least is there.
    pub(crate) texts: Vec<Option<PageText>>,
}

/// An address that a free page had before.
#[derive(Clone, Debug)]
pub(crate) struct PageAlias {
    /// The address.
    pub(crate) name: String,
    /// Where it is written.
    pub(crate) place: Place,
}

/// A free page in one language.
#[derive(Clone, Debug)]
pub(crate) struct PageText {
    /// Its title.
    pub(crate) title: String,
    /// Its Markdown.
    pub(crate) markdown: String,
    /// Where the Markdown stands.
    pub(crate) place: Place,
}

impl Series {
    /// The edition that readers want first: the newest that is not withdrawn.
    #[must_use]
    pub(crate) fn latest(&self) -> Option<EditionIdx> {
        let withdrawn = |e: &Edition| e.status == super::edition::Status::Withdrawn;
        let last = self.editions.len().checked_sub(1)?;
        Some(EditionIdx(self.editions.iter().rposition(|e| !withdrawn(e)).unwrap_or(last)))
    }

    /// The name that a unit had on a day.
    #[must_use]
    pub(crate) fn name_on(&self, unit: UnitIdx, day: Date) -> &Text {
        self.timeline.name_until(unit, day).unwrap_or(&self.units[unit.0].name)
    }

    /// The group that a unit belonged to on a day.
    #[must_use]
    pub(crate) fn group_on(&self, unit: UnitIdx, day: Date) -> GroupIdx {
        self.timeline.group_until(unit, day).unwrap_or(self.units[unit.0].group)
    }
}
