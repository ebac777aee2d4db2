//! The alphabet of a language over the names of units. It is made by the words of the language, and handed in.

use std::ops::Range;

use crate::model::UnitIdx;

/// Where names stand in the alphabet of a language: a number for each, equal ones for equal names.
pub(crate) struct ListOrder {
    /// For each edition and group, by row: the name that the unit had then.
    pub(crate) rows: Vec<Vec<Vec<u32>>>,
    /// For each unit: its name of today.
    pub(crate) units: Vec<u32>,
    /// All units by their names of today, each letter together.
    pub(crate) index: Vec<UnitIdx>,
    /// The letters under which units stand.
    pub(crate) letters: Vec<Letter>,
}

/// A letter, and which of the units of the index stand under it.
pub(crate) struct Letter {
    /// The letter; none for names that begin with none.
    pub(crate) label: Option<String>,
    /// The positions of its units in the index.
    pub(crate) units: Range<usize>,
}
