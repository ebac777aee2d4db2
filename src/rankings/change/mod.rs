//! What changed between two editions, where it may be said at all.
//!
//! `verdict` decides for each column whether it is comparable, by the two schemes alone; `lives` for each unit, by what
//! happened to it in between. Where both allow it, a cell has a change in points, in shares of the maximum and in ranks.
//! `movers` splits the change of a rank into the unit's own doing, that of the others, and that of those who came and
//! went.

mod between;
mod cells;
pub(super) mod edition_change;
mod lives;
mod movers;
mod moves;
mod parts;
mod verdict;

pub(super) use between::changes;
pub(crate) use cells::{CellChange, CellVerdict, CellWhy, MissingEnds, RankChange, WhyMissing};
pub(crate) use edition_change::{EditionChange, GroupChange};
pub(crate) use lives::{Departure, DepartureReason, Presence, absent, gone_why};
pub(crate) use moves::Movers;
pub(crate) use verdict::{ColumnChange, Verdict, VerdictReason, schemes_between, total_between};
