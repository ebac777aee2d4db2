//! Cloudflare Pages: `_headers`. It knows types, compresses, and takes the nearest 404.html by itself.

use super::headers::headers;
use super::{HostFile, HostedSite};

/// The one file; the site is what Cloudflare publishes, so that paths begin at its root.
pub(super) fn files(site: &HostedSite) -> Vec<HostFile> {
    vec![("_headers", headers(site))]
}
