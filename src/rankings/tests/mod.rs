//! Tests of the stage as a whole.

mod announcing;
mod changing;
mod completions;
mod deducing;
mod own_weights;
mod properties;
mod ranking;
mod scipy;
pub(super) mod support;
mod versions;
mod yen_bai;
