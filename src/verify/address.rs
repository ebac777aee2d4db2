//! Where an address in a file of a published site leads: a file of the site, another host, or nowhere that is judged.

use crate::routes::address::{decoded, encoded};
use crate::routes::fragment;

/// Where an address leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LeadsTo {
    /// A file of the site, and the place in it.
    File(String, Option<String>),
    /// A place in the file itself.
    Here(String),
    /// Another host.
    Host(String),
    /// Out of the folder of the site, mail, a telephone, bytes in the address itself: it is not judged.
    Elsewhere,
}

/// The address of a site: scheme, host and path, which ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SiteAddress {
    /// `https://example.org`, in small letters.
    pub(crate) origin: String,
    /// `/xep-hang/`.
    pub(crate) path: String,
}

impl SiteAddress {
    /// An address of the web without a query; a path that names a page is that of its folder.
    pub(crate) fn of(address: &str) -> Option<Self> {
        let (scheme, rest) = address.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        let rest = rest.split(['?', '#']).next().unwrap_or_default();
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        if !["http", "https"].contains(&scheme.as_str()) || host.is_empty() {
            return None;
        }
        let end = path.rfind('/').map_or(0, |at| at + 1);
        let path = if path.ends_with(".html") { &path[..end] } else { path };
        let path = if path.ends_with('/') { path.to_owned() } else { format!("{path}/") };
        Some(Self { origin: format!("{scheme}://{}", host.to_ascii_lowercase()), path })
    }

    /// The address of a file of the site.
    pub(crate) fn file(&self, path: &str) -> String {
        format!("{}{}{}", self.origin, self.path, encoded(path))
    }

    /// The host with its port.
    pub(crate) fn host(&self) -> &str {
        self.origin.split_once("://").map_or("", |(_, host)| host)
    }
}

/// Where an address leads from a file of a site. The site may stand at several addresses: that of its pages, and that at
/// which it is looked at; where none is known, a path from the root is meant from the folder of the site.
pub(crate) fn leads(from: &str, address: &str, sites: &[SiteAddress]) -> LeadsTo {
    let address: String = address.trim().chars().filter(|c| !c.is_control()).collect();
    let address = address.replace('\\', "/");
    if address.starts_with('#') {
        return LeadsTo::Here(fragment(&address).unwrap_or_default());
    }
    let scheme =
        address.split(['/', '?', '#']).next().and_then(|first| first.split_once(':')).map(|(scheme, _)| scheme);
    let whole = match scheme {
        _ if address.starts_with("//") => Some(address.clone()),
        Some(scheme) if ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) => {
            Some(address[scheme.len() + 1..].to_owned())
        }
        Some(_) => return LeadsTo::Elsewhere,
        None => None,
    };
    let (mut sites, mut path): (Vec<&SiteAddress>, String) = (sites.iter().collect(), address);
    if let Some(whole) = whole {
        let rest = whole.trim_start_matches('/');
        let (host, rest) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        sites.retain(|site| site.host().eq_ignore_ascii_case(host));
        if sites.is_empty() {
            return LeadsTo::Host(host.to_owned());
        }
        path = if rest.starts_with('/') { rest.to_owned() } else { format!("/{rest}") };
    }
    let inside = match path.strip_prefix('/') {
        None => file(from, &path),
        Some(rest) if sites.is_empty() => file("", rest),
        Some(_) => sites.iter().find_map(|site| path.strip_prefix(&site.path)).and_then(|rest| file("", rest)),
    };
    inside.map_or(LeadsTo::Elsewhere, |file| LeadsTo::File(file, fragment(&path)))
}

/// The file that a path leads to; none where it leaves the site.
fn file(from: &str, path: &str) -> Option<String> {
    let bare = path.split(['?', '#']).next().unwrap_or_default();
    if bare.is_empty() {
        return Some(if from.is_empty() { "index.html".to_owned() } else { from.to_owned() });
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    let mut is_folder = false;
    for part in bare.split('/') {
        is_folder = matches!(part, "" | "." | "..");
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    if is_folder {
        parts.push("index.html");
    }
    Some(decoded(&parts.join("/")))
}

#[cfg(test)]
mod tests {
    use super::{LeadsTo, SiteAddress, leads};

    #[track_caller]
    fn case(address: &str, expected: &str) {
        let sites = ["https://Example.org/xep-hang/index.html", "http://127.0.0.1:8000"];
        let sites = sites.map(|address| SiteAddress::of(address).unwrap());
        let shown = match leads("2018/units/index.html", address, &sites) {
            LeadsTo::File(path, None) => path,
            LeadsTo::File(path, Some(place)) => format!("{path} at {place}"),
            LeadsTo::Here(place) => format!("here at {place}"),
            LeadsTo::Host(host) => format!("host {host}"),
            LeadsTo::Elsewhere => "elsewhere".to_owned(),
        };
        assert_eq!(shown, expected, "{address}");
    }

    #[test]
    fn addresses_lead_from_their_file() {
        case("../index.html#a", "2018/index.html at a");
        case("../", "2018/index.html");
        case("..", "2018/index.html");
        case("./x%20y.csv?v=1", "2018/units/x y.csv");
        case("#%C4%91", "here at đ");
        case("#top", "here at ");
        case("", "2018/units/index.html");
        case("?a=b#c", "2018/units/index.html at c");
        case("../../../x.html", "elsewhere");
        case("..\\a.html", "2018/a.html");
    }

    #[test]
    fn whole_addresses_are_own_or_of_another_host() {
        case("https://example.org/xep-hang/en/#a", "en/index.html at a");
        case("http://EXAMPLE.org/xep-hang", "elsewhere");
        case("//example.org/xep-hang/a.css", "a.css");
        case("//cdn.example.net/x.js", "host cdn.example.net");
        case(" ht\ntps://cdn.example.net/x.js", "host cdn.example.net");
        case("/xep-hang/a.css", "a.css");
        case("http://127.0.0.1:8000/a.css", "a.css");
        case("http://127.0.0.1:9000/a.css", "host 127.0.0.1:9000");
        case("https://example.org/other/a.css", "elsewhere");
        case("mailto:a@b", "elsewhere");
        case("data:image/png;base64,AA", "elsewhere");
        assert_eq!(leads("a.html", "/b.css", &[]), LeadsTo::File("b.css".into(), None));
        assert_eq!(leads("a.html", "https://x.org", &[]), LeadsTo::Host("x.org".into()));
    }

    #[test]
    fn the_address_of_a_site_is_that_of_its_folder() {
        let of = |address: &str| SiteAddress::of(address).map(|site| format!("{} {}", site.origin, site.path));
        assert_eq!(of("https://Example.org").as_deref(), Some("https://example.org /"));
        assert_eq!(of("http://127.0.0.1:8000/a/b?c").as_deref(), Some("http://127.0.0.1:8000 /a/b/"));
        assert_eq!(of("https://example.org/a/index.html").as_deref(), Some("https://example.org /a/"));
        assert_eq!([of("ftp://x/"), of("https:///x"), of("output")], [None, None, None]);
    }
}
