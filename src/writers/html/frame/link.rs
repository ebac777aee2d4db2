//! A link with its words.

use serde::Serialize;

use crate::model::EditionIdx;
use crate::render::Html;
use crate::routes::Route;
use crate::writers::html::frame::context::Page;

/// A link with its words.
#[derive(Serialize, Clone)]
pub(crate) struct Link {
    /// Its words.
    pub(crate) label: Html,
    /// Where it leads; none: it is the page itself.
    pub(crate) href: Option<String>,
    /// Whether it leads to this page or the part that it belongs to.
    pub(crate) current: bool,
}

impl Link {
    /// A link to a page.
    pub(crate) fn to(page: &Page<'_>, route: Route<'_>, label: impl Into<Html>) -> Self {
        Self { label: label.into(), href: Some(page.link(route)), current: false }
    }

    /// The page itself, at the end of the way back.
    pub(crate) fn here(label: impl Into<Html>) -> Self {
        Self { label: label.into(), href: None, current: true }
    }
}

/// A link to a unit's page in an edition; where editions have none, to its page over the years.
pub(crate) fn unit_link(page: &Page<'_>, edition: EditionIdx, unit: &str) -> String {
    let route = match page.report().has_scorecards(edition) {
        true => Route::Scorecard(&page.edition(edition).id, unit),
        false => Route::UnitYears(unit),
    };
    page.link(route)
}
