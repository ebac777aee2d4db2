//! The pages of the site, in three floors: `pages` are made of `pieces`, and both stand in a `frame`.
//!
//! A page has an address, a template and a typed view with ready strings. Templates show, they do not compute: a view
//! holds numbers already formatted in the page's language and links made by [`crate::routes`].

pub(crate) mod frame;
pub(crate) mod pages;
pub(crate) mod pieces;
