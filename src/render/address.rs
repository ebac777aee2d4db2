//! Where an address in the words of an editor leads, and whether a page may take it over.

use std::borrow::Cow;

use crate::model::Links;
use crate::routes::address::mended;
use crate::routes::has_fine_port;

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
    /// A name or a password stands before its host, which every reader of the page would have; the address without it.
    Password(String),
    /// The port of its host is no number from 1 to 65535; the address without it.
    Port(String),
    /// It names no host.
    NoHost,
    /// It is none of http, https and mailto.
    Scheme(String),
}

/// Schemes that a link may have, beside that of mail.
const SCHEMES: [&str; 2] = ["http", "https"];

/// Where an address leads; browsers pass over control characters and white space in a scheme, so these hide nothing.
pub(crate) fn leads(address: &str) -> Leads {
    let clean: String = address.trim().chars().filter(|c| !c.is_control()).collect();
    let bare: String = clean.chars().filter(|c| !c.is_whitespace()).collect();
    let scheme = bare.split(['/', '?', '#']).next().and_then(|first| first.split_once(':')).map(|(scheme, _)| scheme);
    match scheme {
        _ if bare.starts_with("//") || bare.starts_with('\\') => Leads::Refused(RefusedAddress::OtherHost),
        _ if bare.starts_with('/') => Leads::Refused(RefusedAddress::FromRoot),
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto") => Leads::Out(clean),
        Some(scheme) if SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known)) => {
            match to_host(scheme, &bare) {
                Ok(()) => Leads::Out(clean),
                Err(why) => Leads::Refused(why),
            }
        }
        Some(scheme) => Leads::Refused(RefusedAddress::Scheme(scheme.to_owned())),
        None => Leads::Own(clean),
    }
}

/// Whether an address of the web names a host, and nobody's name or password before it.
fn to_host(scheme: &str, address: &str) -> Result<(), RefusedAddress> {
    let rest = &address[scheme.len() + 1..];
    let rest = rest.trim_start_matches(['/', '\\']);
    let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    if address[scheme.len() + 1..].len() - rest.len() != 2 || !authority.starts_with(|c: char| !":@".contains(c)) {
        return Err(RefusedAddress::NoHost);
    }
    match authority.rsplit_once('@') {
        Some((_, "")) => Err(RefusedAddress::NoHost),
        Some((_, host)) => Err(RefusedAddress::Password(format!("{scheme}://{host}{path}"))),
        None if has_fine_port(authority) => Ok(()),
        None => {
            let host = authority.split(':').next().unwrap_or_default();
            Err(RefusedAddress::Port(format!("{scheme}://{host}{path}")))
        }
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
        refused("https://me:secret@example.org/x?a#b", RefusedAddress::Password("https://example.org/x?a#b".into()));
        refused("http://me@example.org", RefusedAddress::Password("http://example.org".into()));
        out("https://example.org/@me");
        refused("https://example.org:70000/x", RefusedAddress::Port("https://example.org/x".into()));
        out("https://bộ.vn:8080/a@b");
        for nowhere in ["https://", "https:///x", "https:example.org", "https://:80/", "https://?x", "https://me@"] {
            refused(nowhere, RefusedAddress::NoHost);
        }
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
