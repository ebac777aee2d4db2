//! What stands around every page, and what a page is written from.

pub(crate) mod assets;
pub(crate) mod banner;
pub(crate) mod base;
pub(crate) mod cite;
pub(crate) mod context;
pub(crate) mod foot;
pub(crate) mod head;
pub(crate) mod legend;
pub(crate) mod link;
pub(crate) mod linked_data;
pub(crate) mod listed;
pub(crate) mod menu;
pub(crate) mod sentence;
pub(crate) mod social;
