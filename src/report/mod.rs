//! What an edition says, said once: typed facts without language, markup or address, which every writer tells.

pub(crate) mod absence;
pub(crate) mod alphabet;
pub(crate) mod announcement;
pub(crate) mod blocks;
pub(crate) mod column;
pub(crate) mod columns;
pub(crate) mod completeness;
pub(crate) mod difference;
pub(crate) mod findings;
pub(crate) mod gap;
pub(crate) mod group;
pub(crate) mod heat;
pub(crate) mod means;
pub(crate) mod middles;
pub(crate) mod model;
pub(crate) mod neighbours;
pub(crate) mod newest;
pub(crate) mod offers;
pub(crate) mod order;
pub(crate) mod percentages;
pub(crate) mod reach;
pub(crate) mod remarks;
pub(crate) mod samples;
pub(crate) mod shares;
pub(crate) mod shown;
pub(crate) mod since;
pub(crate) mod split;
pub(crate) mod stack;
pub(crate) mod statements;
pub(crate) mod strengths;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod threads;
pub(crate) mod ties;
pub(crate) mod worked;
