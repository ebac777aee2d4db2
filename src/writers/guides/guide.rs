//! What guides are made from.

use crate::tree::StaticFile;
use crate::writers::files::SiteFile;
use crate::writers::html::frame::context::Context;
use crate::writers::written::PageRecord;

/// What guides are made from.
pub(crate) struct GuideSource<'a> {
    /// Everything that pages are written from.
    pub(crate) context: &'a Context<'a>,
    /// All pages.
    pub(crate) pages: Vec<PageRecord<'a>>,
    /// Files of the publisher, copied as they are.
    pub(crate) statics: &'a [StaticFile],
}

impl GuideSource<'_> {
    /// A file that the site has, unless the publisher has one of his own at its path.
    pub(crate) fn unless_own<'f>(&self, path: String, bytes: Vec<u8>) -> Option<SiteFile<'f>> {
        let is_own = self.statics.iter().any(|file| file.path == path);
        (!is_own).then(|| file(path, bytes))
    }
}

/// A file whose bytes are known already.
pub(crate) fn file<'f>(path: String, bytes: Vec<u8>) -> SiteFile<'f> {
    SiteFile { path, offer: None, write: Box::new(move |_| Ok(bytes.clone())) }
}
