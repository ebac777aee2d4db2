//! A scheme in words: its tree, its rules with their examples, and what differs between two.

pub(crate) mod changes;
pub(crate) mod points;
pub(crate) mod rules;
pub(crate) mod samples;
pub(crate) mod short;
pub(crate) mod tree;
