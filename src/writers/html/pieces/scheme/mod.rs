//! A scheme on a page: its tree, and what differs between two.

pub(crate) mod changes;
pub(crate) mod short;
pub(crate) mod tree;
