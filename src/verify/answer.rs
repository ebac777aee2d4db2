//! What a host answers, and how it is asked.

use crate::publish::ReadBytes;

/// An answer of a host.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answer {
    /// Its status: 200, 404.
    pub(crate) status: u16,
    /// Its headers, the names in small letters.
    pub(crate) headers: Vec<(String, String)>,
    /// Its body; none where it was not read.
    pub(crate) body: Option<ReadBytes>,
}

impl Answer {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// All values of a header: a proxy may have added a second one.
    pub(crate) fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.headers.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Where it sends whoever asked.
    pub(crate) fn location(&self) -> Option<&str> {
        self.header("location").filter(|_| matches!(self.status, 301 | 302 | 303 | 307 | 308))
    }
}

/// Why there is no answer, or none to be relied on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Silence {
    /// There is no way to the host: why, in English and Vietnamese.
    Unreachable([String; 2]),
    /// Nothing, or not everything, came within so many seconds.
    Slow(u64),
    /// The answer breaks off.
    Cut,
    /// It is longer than is read.
    Large,
    /// It is encoded, and that was not asked for.
    Encoded(String),
}

impl Silence {
    /// Whether further questions are likely to be in vain.
    pub(crate) fn is_of_host(&self) -> bool {
        matches!(self, Self::Unreachable(_) | Self::Slow(_))
    }

    /// The reason in English and Vietnamese.
    pub(crate) fn words(&self) -> [String; 2] {
        match self {
            Self::Unreachable(why) => why.clone(),
            Self::Slow(seconds) => {
                [format!("it did not come within {seconds} seconds"), format!("không nhận được trong {seconds} giây")]
            }
            Self::Cut => ["the answer breaks off in the middle".into(), "câu trả lời bị đứt giữa chừng".into()],
            Self::Large => ["it goes on and on".into(), "dài không dứt".into()],
            Self::Encoded(how) => [
                format!("it is encoded as `{how}`, which was not asked for"),
                format!("bị mã hoá `{how}` dù không được yêu cầu"),
            ],
        }
    }
}

/// How a host is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asking {
    /// For the bytes as they are: only their hash is of use.
    Hash,
    /// For the bytes as they are, which are kept.
    Text,
    /// For the headers alone, of an answer that may be compressed.
    Compressed,
}

/// A host that can be asked: one of the network, or a made-up one in the manual.
pub(crate) trait SiteHost: Sync {
    /// Asks for an address; no redirect is followed.
    ///
    /// # Errors
    /// When there is no answer that can be relied on.
    fn ask(&self, address: &str, asking: Asking) -> Result<Answer, Silence>;
}

/// How many redirects are followed.
const REDIRECTS_MAX: usize = 5;

/// An answer, and the redirect by which it was reached: status and address of the first one.
#[derive(Clone, Debug)]
pub(crate) struct ReachedAnswer {
    pub(crate) answer: Answer,
    pub(crate) redirect: Option<(u16, String)>,
}

/// Why no answer was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unreached {
    Silent(Silence),
    /// It is sent on to another host, which is not asked.
    OtherHost(String),
    /// It is sent round in a circle, or on and on.
    Circle,
}

impl Unreached {
    /// The reason in English and Vietnamese.
    pub(crate) fn words(&self) -> [String; 2] {
        match self {
            Self::Silent(silence) => silence.words(),
            Self::OtherHost(address) => [
                format!("it sends readers to another host: {address}"),
                format!("chuyển người đọc sang máy chủ khác: {address}"),
            ],
            Self::Circle => [
                format!("it is redirected more than {REDIRECTS_MAX} times"),
                format!("bị chuyển hướng quá {REDIRECTS_MAX} lần"),
            ],
        }
    }
}

/// Asks for an address and follows redirects, as long as they stay on the host.
pub(crate) fn reach(host: &dyn SiteHost, address: &str, asking: Asking) -> Result<ReachedAnswer, Unreached> {
    let (mut at, mut first) = (address.to_owned(), None);
    for _ in 0..=REDIRECTS_MAX {
        let answer = host.ask(&at, asking).map_err(Unreached::Silent)?;
        let Some(location) = answer.location() else { return Ok(ReachedAnswer { answer, redirect: first }) };
        let next = joined(&at, location);
        if !is_same_host(address, &next) {
            return Err(Unreached::OtherHost(next));
        }
        first = first.or_else(|| Some((answer.status, next.clone())));
        at = next;
    }
    Err(Unreached::Circle)
}

/// An address as it is meant from another one.
pub(crate) fn joined(from: &str, location: &str) -> String {
    let location = location.trim();
    let (origin, path) = split(from);
    if location.contains("://") && split(location).0.contains("://") {
        return location.to_owned();
    }
    if location.starts_with("//") {
        let scheme = origin.split("//").next().unwrap_or_default();
        return format!("{scheme}{location}");
    }
    if location.starts_with('/') {
        return format!("{origin}{location}");
    }
    let folder = path.split(['?', '#']).next().and_then(|path| path.rfind('/').map(|at| &path[..=at]));
    format!("{origin}{}{location}", folder.unwrap_or("/"))
}

/// An address as origin and path.
fn split(address: &str) -> (&str, &str) {
    let start = address.find("://").map_or(0, |at| at + 3);
    address.split_at(address[start..].find(['/', '?', '#']).map_or(address.len(), |at| start + at))
}

/// Whether an address is of the same host as another one; from http to https is fine.
fn is_same_host(one: &str, other: &str) -> bool {
    let ([one, other], secure) = ([one, other].map(|address| split(address).0.to_ascii_lowercase()), "https://");
    let is_upgrade = || {
        let bare = one.strip_prefix("http://").filter(|host| !host.contains(':'));
        bare.is_some() && bare == other.strip_prefix(secure)
    };
    one == other || is_upgrade()
}

#[cfg(test)]
mod tests {
    use super::{is_same_host, joined};

    #[test]
    fn redirects_are_joined_to_the_address_that_gave_them() {
        let case = |location: &str| joined("http://a.org/x/y.html?q=/", location);
        assert_eq!(case("z/"), "http://a.org/x/z/");
        assert_eq!(case("/z"), "http://a.org/z");
        assert_eq!(case("//b.org/z"), "http://b.org/z");
        assert_eq!(case("https://b.org"), "https://b.org");
        assert_eq!(joined("http://a.org", "z"), "http://a.org/z");
    }

    #[test]
    fn another_host_port_or_name_is_another_host() {
        let case = |other: &str| is_same_host("http://a.org/x", other);
        assert!(case("http://A.org/y") && case("https://a.org/"));
        let others = ["http://b.org/", "http://a.org:81/", "https://a.org:8443/", "http://a.org.b/", "ftp://a.org/"];
        assert!(others.into_iter().all(|other| !case(other)));
        assert!(!case("http://a.org@b.org/"));
        assert!(!is_same_host("https://a.org/", "http://a.org/"), "nothing is asked for in the open");
    }
}
