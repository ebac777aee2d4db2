//! Where files lie that lead readers and programs to the pages, and the ids that never change.

use super::Routes;
use crate::model::{Date, LangIdx};

/// The list of all pages for search engines, or of its parts.
pub(crate) const SITEMAP: &str = "sitemap.xml";

/// What search engines may read.
pub(crate) const ROBOTS: &str = "robots.txt";

/// How `hreflang` names the version of a page for readers of other languages.
pub(crate) const OTHER_LANGUAGES: &str = "x-default";

/// A part of the list of pages, by number from 1.
#[must_use]
pub(crate) fn sitemap_part(number: usize) -> String {
    format!("sitemap-{number}.xml")
}

/// The element of a day of corrections of an edition on the page of all corrections.
#[must_use]
pub(crate) fn correction_anchor(edition: &str, day: Date) -> String {
    format!("c-{edition}-{day}")
}

impl Routes {
    /// The feed of a language.
    #[must_use]
    pub(crate) fn feed(&self, language: LangIdx) -> String {
        format!("{}feed.xml", self.prefixes[language.0])
    }

    /// The name and the icons of the site for devices, in a language.
    #[must_use]
    pub(crate) fn manifest(&self, language: LangIdx) -> String {
        format!("{}site.webmanifest", self.prefixes[language.0])
    }

    /// The id of a thing of the site in feeds, if the site says where it will stand: a `tag:` (RFC 4151) of host and path.
    /// It holds through changes of names, of the scheme of the address and of how links are written; 2026 is part of its
    /// form.
    #[must_use]
    pub(crate) fn permanent_id(&self, what: &str) -> Option<String> {
        let (_, rest) = self.url.as_deref()?.split_once("://")?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let name = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()));
        let host = name.map_or(host, |(name, _)| name).to_ascii_lowercase();
        let host = host.replace(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-'), "-");
        Some(format!("tag:{host},2026:{path}{what}"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::routes_of;

    #[track_caller]
    fn case(url: Option<&str>, expected: Option<&str>) {
        assert_eq!(routes_of(url).permanent_id("vi/2018").as_deref(), expected);
    }

    #[test]
    fn an_id_is_made_of_host_and_path() {
        case(None, None);
        case(Some("https://example.gov.vn/xep-hang/"), Some("tag:example.gov.vn,2026:xep-hang/vi/2018"));
        case(Some("http://Example.gov.vn/xep-hang/"), Some("tag:example.gov.vn,2026:xep-hang/vi/2018"));
        case(Some("https://example.org/"), Some("tag:example.org,2026:vi/2018"));
        case(Some("http://localhost:8080/"), Some("tag:localhost,2026:vi/2018"));
        case(Some("http://[::1]:80/a/"), Some("tag:---1-,2026:a/vi/2018"));
    }
}
