//! Netlify: `_headers`, and `_redirects` for the pages that are not found. It knows types and compresses by itself.

use super::headers::headers;
use super::{HostFile, HostedSite};

/// Both files; the site is what Netlify publishes, so that paths begin at its root.
pub(super) fn files(site: &HostedSite) -> Vec<HostFile> {
    let mut redirects = String::from("/.scorebook-manifest /404.html 404!\n/.hosting/* /404.html 404!\n");
    for language in &site.languages {
        redirects.push_str(&format!("/{language}/* /{language}/404.html 404\n"));
    }
    redirects.push_str("/* /404.html 404\n");
    vec![("_headers", headers(site)), ("_redirects", redirects)]
}
