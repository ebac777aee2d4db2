//! `robots.txt`: that every page may be read, and where they are listed (RFC 9309). A publisher's own wins.

use crate::routes::{ROBOTS, SITEMAP};
use crate::writers::files::SiteFile;
use crate::writers::guides::guide::GuideSource;

/// The file.
pub(crate) fn files<'a>(source: &'a GuideSource<'a>) -> Vec<SiteFile<'a>> {
    let sitemap = source.context.routes.absolute(SITEMAP);
    source.unless_own(ROBOTS.to_owned(), robots(sitemap.as_deref()).into_bytes()).into_iter().collect()
}

fn robots(sitemap: Option<&str>) -> String {
    let named = sitemap.map(|address| format!("\nSitemap: {address}\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{named}")
}

#[cfg(test)]
mod tests {
    use super::robots;

    #[test]
    fn every_page_may_be_read() {
        assert_eq!(robots(None), "User-agent: *\nAllow: /\n");
        let expected = "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n";
        assert_eq!(robots(Some("https://example.org/sitemap.xml")), expected);
    }
}
