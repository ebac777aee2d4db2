//! The words of the domain: what an edition of a ranking consists of, once units, groups and schemes are found by their
//! ids. The criteria of corrections, remarks and `comparable` are still named by their ids.
//!
//! Nothing here knows YAML, files, ranks computed or pages. Units, groups, schemes and editions are named by their
//! position in [`Series`]; a criterion by its [`Column`], parents before their children.

mod cells;
mod date;
mod document;
mod edition;
mod effect;
mod index;
mod life;
mod maximum;
mod place;
mod rank;
mod scheme;
mod seal;
mod series;
mod site;
mod state;
mod text;
mod timeline;
mod unit;
mod word;

pub use cells::{Cell, CellExtra, Cells, Flags};
pub use date::Date;
pub use document::{Document, DocumentRole};
pub use edition::{
    Adjustment, Correction, CorrectionKind, DisputedColumn, Edition, EditionGroup, Period, Population, Remark,
    StatedScore, Statement, Status,
};
pub use effect::Effect;
pub use index::{Column, EditionIdx, GroupIdx, Row, SchemeIdx, UnitIdx, count_of};
pub use life::Life;
pub use place::Place;
pub use rank::{Rank, StatedRank};
pub use scheme::{
    Aggregate, Band, Comparable, Criterion, Exempt, Method, Missing, Normalise, Order, RankRule, Rounding, Scheme, Ties,
};
pub use seal::{FormerSeal, Seal};
pub use series::{FreePage, PageText, SchemeEntry, Series, UnreadFiles};
pub use site::{Hosting, Links, Publisher, Scorecards, Site};
pub use state::{Absence, Disclosure, State};
pub use text::{LangIdx, Noun, Text};
pub use timeline::{Timeline, UnitEvent};
pub use unit::{Event, EventKind, Group, Unit};
pub(crate) use word::{listed, worded};
