//! The only place where a URL or a file name of the site is made.

pub(crate) mod address;
mod anchors;
mod embedded;
mod guides;

use crate::model::{LangIdx, Links, Site};
use address::{decoded, encoded};
pub(crate) use anchors::{FOREWORD, group_anchor, row_anchor, statement_anchor};
pub(crate) use embedded::Embedded;
pub(crate) use guides::{OTHER_LANGUAGES, ROBOTS, SITEMAP, correction_anchor, sitemap_part};

/// A page or file of the site, named by the ids that its address is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route<'a> {
    /// `/`
    Home,
    /// `/2018/`
    Edition(&'a str),
    /// `/2018/groups/ID/`
    Group(&'a str, &'a str),
    /// `/2018/groups/ID/page-2/`, and so on
    GroupPage(&'a str, &'a str, usize),
    /// `/2018/criteria/ID/`
    Criterion(&'a str, &'a str),
    /// `/2018/criteria/ID/page-2/`, and so on
    CriterionPage(&'a str, &'a str, usize),
    /// `/2018/units/ID/`
    Scorecard(&'a str, &'a str),
    /// `/2018/announcement/`
    Announcement(&'a str),
    /// `/2018/print/`
    Print(&'a str),
    /// `/2018/data/`
    Data(&'a str),
    /// `/methodology/SCHEME/`
    Methodology(&'a str),
    /// `/archive/`
    Archive,
    /// `/units/`
    Units,
    /// `/units/page-2/`, and so on
    UnitsPage(usize),
    /// `/units/ID/`
    UnitYears(&'a str),
    /// `/criteria/ID/`
    CriterionYears(&'a str),
    /// `/trends/`
    Trends,
    /// `/compare/`
    Compare,
    /// `/weights/`
    Weights,
    /// `/data/`
    SeriesData,
    /// `/data/fields/`
    Fields,
    /// `/corrections/`
    Corrections,
    /// `/search/`
    Search,
    /// `/methodology/`
    Methodologies,
    /// `/PAGE/`
    Page(&'a str),
    /// `/embed/…`
    Embed(Embedded<'a>),
    /// `/404.html`
    NotFound,
}

/// Names that a free page may not take.
pub(crate) const RESERVED: &[&str] = &[
    "assets",
    "data",
    "units",
    "criteria",
    "groups",
    "trends",
    "compare",
    "weights",
    "methodology",
    "archive",
    "corrections",
    "search",
    "editions",
    "versions",
    "api",
    "embed",
    "print",
    "feed",
    "sitemap",
    "robots",
    "404",
    "static",
];

impl<'a> Route<'a> {
    /// The page that a part of one belongs to.
    pub(crate) fn whole_of(part: Embedded<'a>) -> Self {
        match part {
            Embedded::Group(edition, group) | Embedded::GroupChart(edition, group, _) => Self::Group(edition, group),
            Embedded::Criterion(edition, criterion, _) => Self::Criterion(edition, criterion),
            Embedded::Trend(..) => Self::Trends,
        }
    }

    /// The edition that the page belongs to, if it belongs to one.
    pub(crate) fn edition(self) -> Option<&'a str> {
        match self {
            Self::Edition(edition)
            | Self::Group(edition, _)
            | Self::GroupPage(edition, ..)
            | Self::Criterion(edition, _)
            | Self::CriterionPage(edition, ..)
            | Self::Scorecard(edition, _)
            | Self::Announcement(edition)
            | Self::Print(edition)
            | Self::Data(edition) => Some(edition),
            Self::Embed(part) => part.edition(),
            Self::Home
            | Self::Methodology(_)
            | Self::Archive
            | Self::Units
            | Self::UnitsPage(_)
            | Self::UnitYears(_)
            | Self::CriterionYears(_)
            | Self::Trends
            | Self::Compare
            | Self::Weights
            | Self::SeriesData
            | Self::Fields
            | Self::Corrections
            | Self::Search
            | Self::Methodologies
            | Self::Page(_)
            | Self::NotFound => None,
        }
    }
}

/// Makes the addresses of one site.
#[derive(Clone, Debug)]
pub(crate) struct Routes {
    prefixes: Vec<String>,
    links: Links,
    /// Whether a server shows the site from its root, as far as is known: a host is named, and no address.
    is_at_root: bool,
    url: Option<String>,
}

impl Routes {
    /// The addresses of a site; `url` as given on the command line wins over that of site.yaml.
    #[must_use]
    pub(crate) fn new(site: &Site, url: Option<&str>) -> Self {
        let prefix =
            |(i, tag): (usize, &String)| if i == 0 { String::new() } else { format!("{}/", tag.to_lowercase()) };
        let url =
            url.or(site.url.as_deref()).map(|url| if url.ends_with('/') { url.to_owned() } else { format!("{url}/") });
        let is_at_root = url.is_none() && !site.hosting.is_empty();
        Self { prefixes: site.languages.iter().enumerate().map(prefix).collect(), links: site.links, is_at_root, url }
    }

    /// The file of a page in a language, relative to the site.
    #[must_use]
    pub(crate) fn file(&self, route: Route<'_>, language: LangIdx) -> String {
        let prefix = &self.prefixes[language.0];
        match route {
            Route::Home => format!("{prefix}index.html"),
            Route::Edition(edition) => format!("{prefix}{edition}/index.html"),
            Route::Group(edition, id) => format!("{prefix}{edition}/groups/{id}/index.html"),
            Route::GroupPage(edition, id, number) => {
                format!("{prefix}{edition}/groups/{id}/page-{number}/index.html")
            }
            Route::Criterion(edition, id) => format!("{prefix}{edition}/criteria/{id}/index.html"),
            Route::CriterionPage(edition, id, number) => {
                format!("{prefix}{edition}/criteria/{id}/page-{number}/index.html")
            }
            Route::Scorecard(edition, id) => format!("{prefix}{edition}/units/{id}/index.html"),
            Route::Announcement(edition) => format!("{prefix}{edition}/announcement/index.html"),
            Route::Print(edition) => format!("{prefix}{edition}/print/index.html"),
            Route::Data(edition) => format!("{prefix}{edition}/data/index.html"),
            Route::Methodology(scheme) => format!("{prefix}methodology/{scheme}/index.html"),
            Route::Archive => format!("{prefix}archive/index.html"),
            Route::Units => format!("{prefix}units/index.html"),
            Route::UnitsPage(number) => format!("{prefix}units/page-{number}/index.html"),
            Route::UnitYears(id) => format!("{prefix}units/{id}/index.html"),
            Route::CriterionYears(id) => format!("{prefix}criteria/{id}/index.html"),
            Route::Trends => format!("{prefix}trends/index.html"),
            Route::Compare => format!("{prefix}compare/index.html"),
            Route::Weights => format!("{prefix}weights/index.html"),
            Route::SeriesData => format!("{prefix}data/index.html"),
            Route::Fields => format!("{prefix}data/fields/index.html"),
            Route::Corrections => format!("{prefix}corrections/index.html"),
            Route::Search => format!("{prefix}search/index.html"),
            Route::Methodologies => format!("{prefix}methodology/index.html"),
            Route::Page(name) => format!("{prefix}{name}/index.html"),
            Route::Embed(part) => format!("{prefix}{}index.html", part.folder()),
            Route::NotFound => format!("{prefix}404.html"),
        }
    }

    /// Whether a file belongs to an edition, in any language.
    #[must_use]
    pub(crate) fn is_of_edition(&self, file: &str, edition: &str) -> bool {
        self.in_edition(file, edition).is_some()
    }

    /// Whether a file is the page of a unit in an edition, in any language.
    #[must_use]
    pub(crate) fn is_scorecard(&self, file: &str, edition: &str) -> bool {
        self.in_edition(file, edition).is_some_and(|inside| inside.starts_with("units/"))
    }

    /// The path of a file inside the folder of an edition.
    fn in_edition<'f>(&self, file: &'f str, edition: &str) -> Option<&'f str> {
        let inside = |prefix: &String| file.strip_prefix(prefix.as_str())?.strip_prefix(edition)?.strip_prefix('/');
        self.prefixes.iter().find_map(inside)
    }

    /// The whole address of a file, if the site says where it will stand.
    #[must_use]
    pub(crate) fn absolute(&self, file: &str) -> Option<String> {
        let url = self.url.as_deref()?;
        let path = file.strip_suffix("index.html").filter(|_| self.links == Links::Folders).unwrap_or(file);
        Some(format!("{url}{}", encoded(path)))
    }

    /// Where the site will stand, with a slash at the end, if it says so.
    #[must_use]
    pub(crate) fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// The folders of the languages that do not live at the root: `en/`.
    pub(crate) fn language_folders(&self) -> impl Iterator<Item = &str> {
        self.prefixes.iter().map(String::as_str).filter(|prefix| !prefix.is_empty())
    }

    /// The path part of where the site will stand: `/xep-hang/`, or `/`.
    #[must_use]
    pub(crate) fn base_path(&self) -> &str {
        let after_scheme = self.url.as_deref().and_then(|url| url.split_once("://")).map_or("/", |(_, rest)| rest);
        after_scheme.find('/').map_or("/", |slash| &after_scheme[slash..])
    }

    /// A link from one file to another, relative; from a page that is served at any depth, whole.
    #[must_use]
    pub(crate) fn link(&self, from: &str, to: &str) -> String {
        if from.ends_with("404.html")
            && let Some(whole) = self.absolute(to)
        {
            return whole;
        }
        encoded(&self.relative(from, to))
    }

    /// The path from one file to another, not yet an address.
    #[must_use]
    pub(crate) fn relative(&self, from: &str, to: &str) -> String {
        let folders = match self.links {
            Links::Files => to,
            Links::Folders => to.strip_suffix("index.html").unwrap_or(to),
        };
        if from.ends_with("404.html") && self.is_at_root {
            return format!("/{folders}");
        }
        let shared = from
            .bytes()
            .zip(folders.bytes())
            .take_while(|(a, b)| a == b)
            .enumerate()
            .filter(|(_, (a, _))| *a == b'/')
            .last()
            .map_or(0, |(i, _)| i + 1);
        let ups = from[shared..].bytes().filter(|&b| b == b'/').count();
        let mut link = "../".repeat(ups);
        link.push_str(&folders[shared..]);
        if link.is_empty() { "./".to_owned() } else { link }
    }
}

/// The file that an address leads to from another file, as its path is; nothing for a place in the same page.
#[must_use]
pub(crate) fn target(from: &str, address: &str) -> Option<String> {
    let path = address.split(['#', '?']).next().filter(|path| !path.is_empty())?;
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let is_folder = path.ends_with('/') || path.rsplit('/').next().is_some_and(|last| last == "." || last == "..");
    if is_folder {
        parts.push("index.html");
    }
    Some(decoded(&parts.join("/")))
}

/// The place in a page that an address names; none where it is the whole page or its top.
#[must_use]
pub(crate) fn fragment(address: &str) -> Option<String> {
    let fragment = decoded(address.split_once('#')?.1);
    (!fragment.is_empty() && !fragment.eq_ignore_ascii_case("top")).then_some(fragment)
}

/// Whether a text is a whole address: a scheme, a host without a password before it, and characters that need not be
/// written otherwise.
#[must_use]
pub(crate) fn is_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else { return false };
    let fine = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = if authority.starts_with('[') { authority } else { authority.split(':').next().unwrap_or_default() };
    let begins = |c: char| c.is_ascii_alphanumeric() || c == '[';
    rest.chars().all(fine) && !authority.contains('@') && host.starts_with(begins) && has_fine_port(authority)
}

/// Whether the port of a host is one, or is left out.
pub(crate) fn has_fine_port(authority: &str) -> bool {
    let behind = |sign: char| authority.rsplit_once(sign).map(|(_, port)| port);
    let port = match authority.starts_with('[') {
        true => behind(']').and_then(|rest| if rest.is_empty() { Some("") } else { rest.strip_prefix(':') }),
        false => Some(authority.split_once(':').map_or("", |(_, port)| port)),
    };
    let is_number = |port: &str| port.bytes().all(|b| b.is_ascii_digit()) && matches!(port.parse::<u16>(), Ok(1..));
    port.is_some_and(|port| port.is_empty() || is_number(port))
}

/// A folder of data, at the root for all languages.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Data<'a> {
    /// Of all editions together.
    Series,
    /// Of an edition.
    Edition(&'a str),
    /// Of an earlier version of an edition, by number from 1, the oldest.
    Version(&'a str, usize),
}

/// The path of a folder of data, with a slash at the end.
#[must_use]
pub(crate) fn data_path(folder: Data<'_>) -> String {
    match folder {
        Data::Series => "data/".to_owned(),
        Data::Edition(edition) => format!("{edition}/data/"),
        Data::Version(edition, number) => format!("{edition}/data/v{number}/"),
    }
}

/// The list of all files of the site with their checksums.
pub(crate) const CHECKSUMS: &str = "checksums.txt";

/// What files for machines there are, for programs.
pub(crate) const INTERFACE: &str = "api/v1/index.json";

/// The description of the interface.
pub(crate) const OPENAPI: &str = "api/v1/openapi.json";

/// A file of the publisher as it is published: `content/scores/2018.yaml` at `2018/data/source/scores/2018.yaml.txt`, which
/// every host serves and every browser shows as a text.
#[must_use]
pub(crate) fn source_file(folder: &str, path: &str) -> String {
    format!("{folder}source/{}.txt", path.trim_start_matches("content/"))
}

/// A file of data: the name of its table, and how its format ends.
#[must_use]
pub(crate) fn data_file(folder: Data<'_>, name: &str, extension: &str) -> String {
    format!("{}{name}.{extension}", data_path(folder))
}

/// The edition whose scores a file of the root holds: every edition has them, in all languages once.
#[must_use]
pub(crate) fn edition_of_scores(file: &str) -> Option<&str> {
    file.strip_suffix("/data/scores.csv").filter(|edition| !edition.contains('/'))
}

/// The name of an asset with a mark of its content, so that it can be cached for ever.
#[must_use]
pub(crate) fn asset(stem: &str, extension: &str, hash: &str) -> String {
    format!("assets/{stem}.{hash}.{extension}")
}

/// Whether a file is an asset with such a mark.
#[must_use]
pub(crate) fn is_asset(file: &str) -> bool {
    let is_mark = |mark: &str| mark.len() == 10 && mark.bytes().all(|b| b.is_ascii_hexdigit());
    file.strip_prefix("assets/")
        .and_then(|name| name.rsplit_once('.')?.0.rsplit_once('.'))
        .is_some_and(|(stem, mark)| !stem.is_empty() && is_mark(mark))
}

#[cfg(test)]
mod tests {
    use super::{Route, Routes};
    use crate::model::{LangIdx, Links};

    /// Addresses in two languages of a site that stands there.
    pub(super) fn routes_of(url: Option<&str>) -> Routes {
        let prefixes = vec![String::new(), "en/".into()];
        Routes { prefixes, links: Links::Files, is_at_root: false, url: url.map(str::to_owned) }
    }

    fn routes(links: Links) -> Routes {
        Routes { links, ..routes_of(Some("https://example.gov.vn/xep-hang/")) }
    }

    #[track_caller]
    fn case(links: Links, from: &str, to: &str, expected: &str) {
        assert_eq!(routes(links).link(from, to), expected);
    }

    #[test]
    fn links_are_relative_and_name_the_file() {
        case(Links::Files, "index.html", "2018/index.html", "2018/index.html");
        case(Links::Files, "2018/units/so-y-te/index.html", "2018/index.html", "../../index.html");
        case(
            Links::Files,
            "2018/units/so-y-te/index.html",
            "2018/units/so-tu-phap/index.html",
            "../so-tu-phap/index.html",
        );
        case(Links::Files, "en/2018/index.html", "2018/data/scores.csv", "../../2018/data/scores.csv");
        case(Links::Files, "2018/index.html", "2018/index.html", "index.html");
        case(Links::Files, "2018/index.html", "2016/index.html", "../2016/index.html");
    }

    #[track_caller]
    fn leads(from: &str, address: &str, expected: Option<&str>) {
        assert_eq!(super::target(from, address).as_deref(), expected);
    }

    #[test]
    fn addresses_lead_from_their_page() {
        leads("about/index.html", "../2018/index.html#top", Some("2018/index.html"));
        leads("about/index.html", "../2018/", Some("2018/index.html"));
        leads("about/index.html", "..", Some("index.html"));
        leads("en/about/index.html", "./plan.pdf?x=1", Some("en/about/plan.pdf"));
        leads("about/index.html", "../../../x.html", Some("x.html"));
        leads("about/index.html", "#here", None);
        leads(
            "about/index.html",
            "../static/Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%231.pdf",
            Some("static/Quyết định#1.pdf"),
        );
        leads("about/index.html", "../static/a.b.", Some("static/a.b."));
    }

    #[test]
    fn links_may_name_folders() {
        case(Links::Folders, "2018/units/so-y-te/index.html", "2018/index.html", "../../");
        case(Links::Folders, "index.html", "index.html", "./");
        case(Links::Folders, "2018/index.html", "2018/data/scores.csv", "data/scores.csv");
    }

    #[test]
    fn the_404_page_links_by_whole_addresses() {
        case(Links::Files, "404.html", "index.html", "https://example.gov.vn/xep-hang/index.html");
        case(Links::Folders, "en/404.html", "en/index.html", "https://example.gov.vn/xep-hang/en/");
    }

    #[test]
    fn an_asset_is_known_by_its_mark() {
        assert!(super::is_asset(&super::asset("fonts/own.bold", "ttf", "0123456789")));
        for other in ["assets/own.ttf", "assets/own.012345678.ttf", "static/own.0123456789.ttf", "assets/.0123456789.x"]
        {
            assert!(!super::is_asset(other), "{other}");
        }
    }

    #[test]
    fn files_of_an_edition_are_known_in_all_languages() {
        let of = |file: &str| {
            (routes(Links::Files).is_of_edition(file, "2018"), routes(Links::Files).is_scorecard(file, "2018"))
        };
        assert_eq!(of("2018/index.html"), (true, false));
        assert_eq!(of("en/2018/units/so-y-te/index.html"), (true, true));
        assert_eq!(of("2018/data/scores.csv"), (true, false));
        assert_eq!(of("2018-h1/index.html"), (false, false));
        assert_eq!(of("units/index.html"), (false, false));
    }

    #[test]
    fn the_base_path_is_the_path_of_the_address() {
        assert_eq!(routes(Links::Files).base_path(), "/xep-hang/");
        assert_eq!(
            routes(Links::Files).file(Route::Group("2018", "districts"), LangIdx(1)),
            "en/2018/groups/districts/index.html"
        );
        assert_eq!(
            routes(Links::Files).file(Route::CriterionPage("2018", "staff", 2), LangIdx(0)),
            "2018/criteria/staff/page-2/index.html"
        );
    }
}
