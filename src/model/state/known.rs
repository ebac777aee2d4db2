//! A number is written.

use super::{Disclosure, StateRule};

pub(super) const RULE: StateRule = StateRule { word: "known", disclosure: Disclosure::Written, symbol: "" };
