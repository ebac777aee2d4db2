//! The publisher knows the value and does not show it: nothing narrows it, and a total without it waits.

use super::{Disclosure, StateRule};

pub(super) const RULE: StateRule = StateRule { word: "withheld", disclosure: Disclosure::Secret, symbol: "■" };
