//! A published site, read again: whether it is what was published, and whether it holds together. Nothing is written.
//!
//! A folder is read by `folder`, a host is asked by `host`; both compare with the list `checksums.txt` (`list`), look
//! into pages, style sheets and feeds for addresses (`scan`, `links`, `address`), and say what they find in a
//! [`Verified`]. Nothing that is read is trusted: a list may lead out of the site, a page may be broken, a host may never
//! stop to send.

mod address;
mod answer;
mod built;
mod changed;
mod expected;
mod folder;
mod headers;
mod host;
mod http;
mod links;
mod list;
mod names;
mod probes;
mod published_files;
mod scan;
mod verified;

pub(crate) use address::SiteAddress;
pub(crate) use answer::{Answer, Asking, Silence, SiteHost, Unreached};
pub(crate) use built::compare_with_build;
pub(crate) use folder::verify_folder;
pub(crate) use host::{HostOptions, HostVerified, verify_host};
pub(crate) use http::HttpHost;
pub(crate) use list::LIST;
pub(crate) use published_files::{FolderOnDisk, PublishedFiles};
pub(crate) use verified::Verified;
