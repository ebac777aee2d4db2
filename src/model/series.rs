//! The whole publication, resolved.

use std::sync::Arc;

use super::{Date, Edition, EditionIdx, Group, GroupIdx, Place, Scheme, Site, Text, Timeline, Unit, UnitIdx};

/// The whole publication: everything that the content folder says, with every name resolved.
#[derive(Clone, Debug)]
pub struct Series {
    /// The publication itself.
    pub site: Site,
    /// Groups in the order of units.yaml.
    pub groups: Vec<Group>,
    /// Units in the order of units.yaml.
    pub units: Vec<Unit>,
    /// What happened to units.
    pub timeline: Timeline,
    /// Schemes by id.
    pub schemes: Vec<SchemeEntry>,
    /// Editions from the oldest to the newest.
    pub editions: Vec<Edition>,
    /// Free pages in the order of their menu.
    pub pages: Vec<FreePage>,
    /// Which of the files that all others rest on could not be read whole.
    pub unread: UnreadFiles,
}

/// Which of the files that all others rest on could not be read whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnreadFiles {
    /// site.yaml: its languages, texts and settings.
    pub site: bool,
    /// units.yaml: the lives of units and groups.
    pub units: bool,
}

/// A scheme, as it is written and as it holds for groups that differ.
#[derive(Clone, Debug)]
pub struct SchemeEntry {
    /// As it is written.
    pub base: Arc<Scheme>,
    /// As it holds for groups with differences of their own.
    pub by_group: Vec<(GroupIdx, Arc<Scheme>)>,
}

impl SchemeEntry {
    /// The scheme as it holds for a group.
    #[must_use]
    pub fn for_group(&self, group: GroupIdx) -> &Arc<Scheme> {
        self.by_group.iter().find(|(g, _)| *g == group).map_or(&self.base, |(_, s)| s)
    }
}

/// A free page of the publisher.
#[derive(Clone, Debug)]
pub struct FreePage {
    /// Its address.
    pub name: String,
    /// Its place in menus; lower comes first.
    pub order: i64,
    /// Whether the main menu shows it.
    pub menu: bool,
    /// Addresses that it had before.
    pub aliases: Vec<String>,
    /// Title and Markdown with its place, by language; one at least is there.
    pub texts: Vec<Option<PageText>>,
}

/// A free page in one language.
#[derive(Clone, Debug)]
pub struct PageText {
    /// Its title.
    pub title: String,
    /// Its Markdown.
    pub markdown: String,
    /// Where the Markdown stands.
    pub place: Place,
}

impl Series {
    /// The edition that readers want first: the newest that is not withdrawn.
    #[must_use]
    pub fn latest(&self) -> Option<EditionIdx> {
        let withdrawn = |e: &Edition| e.status == super::Status::Withdrawn;
        let last = self.editions.len().checked_sub(1)?;
        Some(EditionIdx(self.editions.iter().rposition(|e| !withdrawn(e)).unwrap_or(last)))
    }

    /// The name that a unit had on a day.
    #[must_use]
    pub fn name_on(&self, unit: UnitIdx, day: Date) -> &Text {
        self.timeline.name_until(unit, day).unwrap_or(&self.units[unit.0].name)
    }

    /// The group that a unit belonged to on a day.
    #[must_use]
    pub fn group_on(&self, unit: UnitIdx, day: Date) -> GroupIdx {
        self.timeline.group_until(unit, day).unwrap_or(self.units[unit.0].group)
    }
}
