//! `_headers`, which Netlify and Cloudflare Pages read: the same file serves both.
//!
//! Of two rules for one path Netlify takes the later one. Cloudflare joins them with a comma, unless the later one takes
//! the earlier one away by a line `! NAME`, which Netlify passes over, for it holds no colon. Both stop at 100 rules, so
//! that editions are named by a placeholder.

use super::HostedSite;
use super::rules::{ASKED, EMBED, HEADERS, KEPT, POLICY, POLICY_HEADER, READ_BY_ALL, policy_of_embedded};

/// Folders of data, and what lies at the root and is read by machines.
const DATA: [&str; 6] =
    ["/data/*", "/:edition/data/*", "/api/*", "/catalog.jsonld", "/feed.xml", "/:language/feed.xml"];

/// The text of the file.
#[must_use]
pub(super) fn headers(site: &HostedSite) -> String {
    let mut text = format!("/*\n  {POLICY_HEADER}: {POLICY}\n  Cache-Control: {ASKED}\n");
    for (name, value) in HEADERS {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    text.push_str(&format!("/assets/*\n  ! Cache-Control\n  Cache-Control: {KEPT}\n"));
    let folders = std::iter::once(String::new()).chain(site.languages.iter().map(|language| format!("/{language}")));
    for folder in folders {
        let policy = policy_of_embedded();
        text.push_str(&format!("{folder}/{EMBED}/*\n  ! {POLICY_HEADER}\n  {POLICY_HEADER}: {policy}\n"));
    }
    for path in DATA {
        let (name, value) = READ_BY_ALL;
        text.push_str(&format!("{path}\n  {name}: {value}\n"));
    }
    text
}
