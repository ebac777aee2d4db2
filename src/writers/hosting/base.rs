//! The path under which a server shows the site, and how it is written where a host reads it.

use std::fmt::Write as _;

use crate::routes::address::decoded;

/// The path of the site on its server; it begins and ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Base {
    path: String,
}

impl Base {
    /// The path part of an address; what follows a `?` or `#` is no part of it.
    #[must_use]
    pub(super) fn of(path: &str) -> Self {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let mut plain = String::from("/");
        for part in path.split('/').map(decoded).filter(|part| !matches!(part.as_str(), "" | "." | "..")) {
            plain.push_str(&part);
            plain.push('/');
        }
        Self { path: plain }
    }

    /// Whether the site stands at the root of its server.
    #[must_use]
    pub(super) fn is_root(&self) -> bool {
        self.path == "/"
    }

    /// The path as an address writes it: letters and digits of ASCII, `-._~/` and bytes as `%XX`, so that no host finds
    /// anything in it that it could understand otherwise.
    #[must_use]
    pub(super) fn encoded(&self) -> String {
        spelled(&self.path, "-._~/", |byte| format!("%{byte:02X}"))
    }

    /// The path as the folder on the disk is called: its letters as they are, and other signs as an address has them, so
    /// that nothing ends the remark in which it stands.
    #[must_use]
    pub(super) fn folder(&self) -> String {
        let letter = |c: char| match c.is_alphanumeric() {
            true => c.to_string(),
            false => spelled(c.encode_utf8(&mut [0; 4]), "-._~/", |byte| format!("%{byte:02X}")),
        };
        self.path.chars().map(letter).collect()
    }

    /// A regular expression for the path itself, as Go reads it, character by character: `\x{XX}`.
    #[must_use]
    pub(super) fn regex_of_characters(&self) -> String {
        let mut out = String::with_capacity(self.path.len());
        for c in self.path.chars() {
            let as_is = c.is_ascii_alphanumeric() || "-_~/".contains(c);
            let _ = if as_is { write!(out, "{c}") } else { write!(out, "\\x{{{:X}}}", u32::from(c)) };
        }
        out
    }

    /// A regular expression (PCRE, byte by byte) for the path itself: bytes as `\xXX`.
    #[must_use]
    pub(super) fn regex(&self) -> String {
        spelled(&self.path, "-_~/", |byte| format!("\\x{byte:02X}"))
    }

    /// The path as it is.
    #[must_use]
    pub(super) fn plain(&self) -> &str {
        &self.path
    }
}

/// A text whose bytes are spelled out but for letters, digits and what stays.
fn spelled(text: &str, stays: &str, spell: impl Fn(u8) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        let as_is = byte.is_ascii_alphanumeric() || stays.as_bytes().contains(&byte);
        let _ = if as_is { write!(out, "{}", char::from(byte)) } else { write!(out, "{}", spell(byte)) };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Base;

    #[track_caller]
    fn case(path: &str, expected: [&str; 3]) {
        let base = Base::of(path);
        assert_eq!([base.plain(), &base.encoded(), &base.regex()], expected);
    }

    #[test]
    fn go_reads_characters_where_others_read_bytes() {
        assert_eq!(Base::of("/h%E1%BA%A1ng/a.$/").regex_of_characters(), r"/h\x{1EA1}ng/a\x{2E}\x{24}/");
    }

    #[test]
    fn a_path_is_written_for_addresses_and_for_regular_expressions() {
        case("/", ["/", "/", "/"]);
        case("/xep-hang/", ["/xep-hang/", "/xep-hang/", "/xep-hang/"]);
        case("/a.b/", ["/a.b/", "/a.b/", r"/a\x2Eb/"]);
        case("/a%20b/c", ["/a b/c/", "/a%20b/c/", r"/a\x20b/c/"]);
        case("/h%E1%BA%A1ng/", ["/hạng/", "/h%E1%BA%A1ng/", r"/h\xE1\xBA\xA1ng/"]);
        case(
            "/$a&'(%22)%7B;/",
            ["/$a&'(\"){;/", "/%24a%26%27%28%22%29%7B%3B/", r"/\x24a\x26\x27\x28\x22\x29\x7B\x3B/"],
        );
    }

    #[test]
    fn a_path_holds_no_steps_and_no_question() {
        case("/a?b=1/", ["/a/", "/a/", "/a/"]);
        case("/a#b/", ["/a/", "/a/", "/a/"]);
        case("//a/./../b//", ["/a/b/", "/a/b/", "/a/b/"]);
        case("/%2e%2e/a/", ["/a/", "/a/", "/a/"]);
    }
}
