//! Parts of pages that other sites may show in a frame.

/// A chart or a table that stands alone below `/embed/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Embedded<'a> {
    /// The ranking of a group: `/embed/2018/groups/ID/`
    Group(&'a str, &'a str),
    /// A chart of a group: `/embed/2018/groups/ID/bars/`
    GroupChart(&'a str, &'a str, &'static str),
    /// The ranking of a group by a criterion: `/embed/2018/criteria/ID/GROUP/`
    Criterion(&'a str, &'a str, &'a str),
    /// A chart of a group over the editions: `/embed/trends/GROUP/ranks/`
    Trend(&'a str, &'static str),
}

impl<'a> Embedded<'a> {
    /// Its folder below the root of a language, with a slash at the end.
    #[must_use]
    pub(super) fn folder(self) -> String {
        match self {
            Self::Group(edition, group) => format!("embed/{edition}/groups/{group}/"),
            Self::GroupChart(edition, group, chart) => format!("embed/{edition}/groups/{group}/{chart}/"),
            Self::Criterion(edition, criterion, group) => format!("embed/{edition}/criteria/{criterion}/{group}/"),
            Self::Trend(group, chart) => format!("embed/trends/{group}/{chart}/"),
        }
    }

    /// The edition that it belongs to, if it belongs to one.
    #[must_use]
    pub(super) fn edition(self) -> Option<&'a str> {
        match self {
            Self::Group(edition, _) | Self::GroupChart(edition, ..) | Self::Criterion(edition, ..) => Some(edition),
            Self::Trend(..) => None,
        }
    }
}
