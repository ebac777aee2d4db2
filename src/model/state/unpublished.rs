//! A value exists that the reader does not know: it may be announced, or follow from what is.

use super::{Disclosure, StateRule};

pub(super) const RULE: StateRule = StateRule { word: "unpublished", disclosure: Disclosure::Open, symbol: "…" };
