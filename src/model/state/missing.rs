//! No value exists; what that does to a total is a policy of the scheme.

use super::{Absence, Disclosure, StateRule};

pub(super) const RULE: StateRule =
    StateRule { word: "missing", disclosure: Disclosure::None(Absence::Missing), symbol: "×" };
