//! What a browser gets for a path of the site.

use std::io;

/// What a browser gets.
pub(super) struct Reply {
    pub(super) status: u16,
    /// The media type, with its charset.
    pub(super) kind: String,
    pub(super) body: Body,
}

impl Reply {
    /// A page.
    pub(super) fn page(status: u16, page: Vec<u8>) -> Self {
        Self { status, kind: "text/html; charset=utf-8".to_owned(), body: Body::Bytes(page) }
    }
}

/// The bytes of an answer.
pub(super) enum Body {
    /// All of them.
    Bytes(Vec<u8>),
    /// Of so many bytes, read while they are sent.
    Stream(Box<dyn io::Read + Send>, u64),
    /// None: what was asked for is the folder of a page, whose address ends with a slash.
    Folder,
}
