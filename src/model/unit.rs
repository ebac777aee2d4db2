//! Who is assessed: units, their groups and what became of them.

use super::date::Date;
use super::document::Document;
use super::index::{GroupIdx, UnitIdx};
use super::place::Place;
use super::text::{Noun, Text};

/// A group of units that are ranked among each other, never against another group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// Its id, for URLs.
    pub(crate) id: String,
    /// Its name.
    pub(crate) name: Text,
    /// Its name inside a sentence; none: the name.
    pub(crate) in_text: Option<Text>,
    /// What a unit of it is called; none: as in the whole site.
    pub(crate) noun: Option<Noun>,
    /// The first day of its life, if known.
    pub(crate) from: Option<Date>,
    /// The last day of its life, if it ended.
    pub(crate) until: Option<Date>,
}

/// A unit: whoever is scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    /// Its id, for URLs; never changes.
    pub(crate) id: String,
    /// Its name of today.
    pub(crate) name: Text,
    /// A short name.
    pub(crate) short: Option<Text>,
    /// Other spellings, for search.
    pub(crate) aka: Vec<String>,
    /// Its group of today.
    pub(crate) group: GroupIdx,
    /// The first day of its life, if known.
    pub(crate) from: Option<Date>,
    /// The last day of its life, if it ended.
    pub(crate) until: Option<Date>,
    /// Where units.yaml tells of it.
    pub(crate) place: Place,
}

/// A change in the life of units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    /// The first day on which it holds.
    pub(crate) date: Date,
    /// What happened.
    pub(crate) kind: EventKind,
    /// The document that ordered it.
    pub(crate) document: Option<Document>,
    /// Where units.yaml tells of it.
    pub(crate) place: Place,
}

/// What happened to units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum EventKind {
    /// A unit has another name from that day on.
    Rename {
        /// Which unit.
        unit: UnitIdx,
        /// Its name before.
        from: Text,
    },
    /// Several units become one.
    Merge {
        /// Those that are merged.
        units: Vec<UnitIdx>,
        /// What they become; may be one of them.
        into: UnitIdx,
    },
    /// A unit becomes several.
    Split {
        /// The one that is split.
        unit: UnitIdx,
        /// What it becomes.
        into: Vec<UnitIdx>,
    },
    /// A unit ends.
    Abolish {
        /// Which unit.
        unit: UnitIdx,
    },
    /// A unit begins.
    Create {
        /// Which unit.
        unit: UnitIdx,
    },
    /// A unit goes to another group.
    Move {
        /// Which unit.
        unit: UnitIdx,
        /// Its group before.
        from: GroupIdx,
    },
}
