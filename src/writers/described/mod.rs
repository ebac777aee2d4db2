//! What descriptions for machines say of the data: each fact once, whatever the vocabulary that it is said in.

pub(crate) mod dataset;
pub(crate) mod distribution;
pub(crate) mod kinds;
pub(crate) mod licence;
pub(crate) mod object;
pub(crate) mod schema_org;
