//! The criterion does not apply to the unit; what that does to a total is a policy of the scheme.

use super::{Absence, Disclosure, StateRule};

pub(super) const RULE: StateRule =
    StateRule { word: "exempt", disclosure: Disclosure::None(Absence::Exempt), symbol: "–" };
