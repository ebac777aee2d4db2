//! Where an address in the words of an editor leads, and whether a page may take it over.

use std::borrow::Cow;

use crate::model::Links;
use crate::routes::address::mended;

/// Where an address leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Leads {
    /// To a file of the site, or a place in the page itself: the address, trimmed.
    Own(String),
    /// To another site, or to somebody's mail: the address, trimmed.
    Out(String),
    /// Nowhere that readers may be sent.
    Refused(RefusedAddress),
}

/// Why a link is not taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RefusedAddress {
    /// It begins with a slash: on most hosts, and on a disk, that is not the folder of the site.
    FromRoot,
    /// It begins with two: it leads to another host, by the protocol of the page.
    OtherHost,
    /// It is none of http, https and mailto.
    Scheme(String),
}

/// Schemes that a link may have.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// Where an address leads; browsers pass over control characters and white space in a scheme, so these hide nothing.
pub(crate) fn leads(address: &str) -> Leads {
    let clean: String = address.trim().chars().filter(|c| !c.is_control()).collect();
    let bare: String = clean.chars().filter(|c| !c.is_whitespace()).collect();
    let scheme = bare.split(['/', '?', '#']).next().and_then(|first| first.split_once(':')).map(|(scheme, _)| scheme);
    match scheme {
        _ if bare.starts_with("//") || bare.starts_with('\\') => Leads::Refused(RefusedAddress::OtherHost),
        _ if bare.starts_with('/') => Leads::Refused(RefusedAddress::FromRoot),
        Some(scheme) if SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known)) => Leads::Out(clean),
        Some(scheme) => Leads::Refused(RefusedAddress::Scheme(scheme.to_owned())),
        None => Leads::Own(clean),
    }
}

/// An own address as the page needs it: `up` folders above, the file of a folder named where links name files, signs that
/// cannot stand in an address spelled as bytes.
pub(crate) fn placed(address: &str, up: usize, links: Links) -> String {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let (path, rest) = address.split_at(end);
    if path.is_empty() {
        return mended(rest);
    }
    mended(&format!("{}{}{rest}", "../".repeat(up), with_file(path, links)))
}

/// A path with the file that a folder is shown by.
fn with_file(path: &str, links: Links) -> Cow<'_, str> {
    let is_folder = path.ends_with('/') || path.rsplit('/').next().is_some_and(|last| last == "." || last == "..");
    match links {
        Links::Files if is_folder => format!("{}/index.html", path.trim_end_matches('/')).into(),
        Links::Files | Links::Folders => path.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Leads, RefusedAddress, leads, placed};
    use crate::model::Links;

    #[test]
    fn an_address_leads_to_the_site_or_out_of_it_or_nowhere() {
        let own = |address: &str| assert_eq!(leads(address), Leads::Own(address.trim().to_owned()));
        let out = |address: &str| assert_eq!(leads(address), Leads::Out(address.to_owned()));
        let refused = |address: &str, why: RefusedAddress| assert_eq!(leads(address), Leads::Refused(why));
        own("../2018/index.html");
        own(" ../static/Quyết định.pdf ");
        own("#a:b");
        out("https://example.org/a b");
        out("MAILTO:a@b.vn");
        refused("/2018/", RefusedAddress::FromRoot);
        refused("//example.org/x", RefusedAddress::OtherHost);
        refused("\\\\server\\x", RefusedAddress::OtherHost);
        refused("D:/a.pdf", RefusedAddress::Scheme("D".into()));
        refused("java\tscript:alert(1)", RefusedAddress::Scheme("javascript".into()));
        refused(" java script:alert(1)", RefusedAddress::Scheme("javascript".into()));
    }

    #[test]
    fn an_address_stands_in_its_page() {
        let case = |address: &str, up: usize, links: Links, expected: &str| {
            assert_eq!(placed(address, up, links), expected);
        };
        case("../2023/", 0, Links::Files, "../2023/index.html");
        case("../2023/#a", 1, Links::Files, "../../2023/index.html#a");
        case("..", 0, Links::Files, "../index.html");
        case("../2023/", 0, Links::Folders, "../2023/");
        case("#a", 1, Links::Files, "#a");
        case("../static/a b.pdf", 0, Links::Files, "../static/a%20b.pdf");
    }
}
