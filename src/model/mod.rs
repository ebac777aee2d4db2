//! The words of the domain: what an edition of a ranking consists of, once units, groups and schemes are found by their
//! ids. The criteria of corrections, remarks and `comparable` are still named by their ids.
//!
//! Nothing here knows YAML, files, ranks computed or pages. Units, groups, schemes and editions are named by their
//! position in [`Series`]; a criterion by its [`Column`], parents before their children.

mod cells;
mod date;
pub(crate) mod digits;
mod document;
mod edition;
mod effect;
mod index;
mod life;
mod maximum;
mod place;
mod rank;
mod rank_rule;
mod scheme;
mod seal;
mod series;
mod site;
mod state;
mod text;
mod timeline;
mod unit;
pub(crate) mod word;

pub(crate) use cells::{Cell, CellExtra, Cells, Flags};
pub(crate) use date::Date;
pub(crate) use document::{Document, DocumentRole};
pub(crate) use edition::{
    Adjustment, Correction, CorrectionKind, DisputedColumn, Edition, EditionGroup, Period, Population, Remark,
    StatedPlaces, StatedScore, Statement, Status, Withdrawal,
};
pub(crate) use effect::Effect;
pub(crate) use index::{Column, EditionIdx, GroupIdx, Row, SchemeIdx, UnitIdx, count_of};
pub(crate) use life::Life;
pub(crate) use place::Place;
pub(crate) use rank::{Rank, StatedRank};
pub(crate) use rank_rule::{Order, RankRule, Rounding, Ties};
pub(crate) use scheme::{Aggregate, Band, Comparable, Criterion, Exempt, Method, Missing, Normalise, Scheme};
pub(crate) use seal::{FormerSeal, Seal};
pub(crate) use series::{FreePage, PageAlias, PageText, SchemeEntry, Series, UnreadFiles};
pub(crate) use site::{Hosting, Links, Publisher, Scorecards, Site};
pub(crate) use state::{Absence, Disclosure, State};
pub(crate) use text::{LangIdx, Noun, Text};
pub(crate) use timeline::{Timeline, UnitEvent};
pub(crate) use unit::{Event, EventKind, Group, Unit};
