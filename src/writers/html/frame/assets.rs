//! The files of the theme in the site: each carries a mark of its bytes in its name, so that it may be kept for ever.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::routes::asset;

/// Where the files of the theme, and those made for scripts, lie in the site, with their bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Assets {
    files: BTreeMap<String, (String, Vec<u8>)>,
}

impl Assets {
    /// The files of a theme by name; style sheets name the others as they lie in the site.
    #[must_use]
    pub(crate) fn of(theme: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut assets = Self::default();
        let is_sheet = |name: &str| name.ends_with(".css");
        for (name, bytes) in theme.iter().filter(|(name, _)| !is_sheet(name)) {
            let bytes = if name.ends_with(".js") { without_preface(bytes) } else { bytes };
            assets.add(name, bytes.to_vec());
        }
        for (name, bytes) in theme.iter().filter(|(name, _)| is_sheet(name)) {
            let sheet = squeezed(&assets.with_marks(bytes));
            assets.add(name, sheet.into_bytes());
        }
        assets
    }

    /// Adds a file, and marks its name.
    pub(crate) fn add(&mut self, name: &str, bytes: Vec<u8>) {
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        self.files.insert(name.to_owned(), (asset(stem, extension, &mark(&bytes)), bytes));
    }

    /// Where a file lies in the site, if there is one of that name.
    #[must_use]
    pub(crate) fn file(&self, name: &str) -> Option<&str> {
        self.files.get(name).map(|(file, _)| file.as_str())
    }

    /// How many bytes a file has, if there is one of that name.
    #[must_use]
    pub(crate) fn size(&self, name: &str) -> Option<usize> {
        self.files.get(name).map(|(_, bytes)| bytes.len())
    }

    /// All files: where each lies in the site, and its bytes.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.values().map(|(file, bytes)| (file.as_str(), bytes.as_slice()))
    }

    /// A style sheet whose `url(NAME)` name the files as they lie in the site.
    fn with_marks(&self, sheet: &[u8]) -> String {
        let text = String::from_utf8_lossy(sheet);
        let (mut out, mut rest) = (String::with_capacity(text.len()), &*text);
        while let Some(at) = rest.find("url(").map(|at| at + "url(".len()) {
            let end = rest[at..].find(')').map_or(rest.len(), |end| at + end);
            let quote = |c: char| c == '"' || c == '\'';
            let name = rest[at..end].trim_matches(quote);
            out.push_str(&rest[..at]);
            match self.file(name) {
                Some(file) => out.push_str(&rest[at..end].replace(name, file.trim_start_matches("assets/"))),
                None => out.push_str(&rest[at..end]),
            }
            rest = &rest[end..];
        }
        out.push_str(rest);
        out
    }
}

/// A style sheet without what only its editors read: comments, but for those that begin with `/*!`, as licences do, and
/// the space that doesn't matter to a browser.
fn squeezed(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let (mut rest, mut quote) = (sheet, None);
    while let Some(c) = rest.chars().next() {
        let comment = quote.is_none() && rest.starts_with("/*");
        if comment && let Some(end) = rest.find("*/").map(|i| i + 2) {
            if rest.starts_with("/*!") {
                out.push_str(&rest[..end]);
            }
            rest = &rest[end..];
            continue;
        }
        if quote.is_none() && c.is_ascii_whitespace() {
            rest = rest.trim_ascii_start();
            space(&mut out, rest);
            continue;
        }
        let length = c.len_utf8() + if c == '\\' { rest[1..].chars().next().map_or(0, char::len_utf8) } else { 0 };
        match quote {
            Some(open) if open == c => quote = None,
            None if c == '"' || c == '\'' => quote = Some(c),
            _ => {}
        }
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out
}

/// One space between two parts of a style sheet, where they would not be told apart without it. A space before a colon
/// says something in a selector, one after it nothing anywhere.
fn space(out: &mut String, rest: &str) {
    let apart = |c: char| "{};,".contains(c);
    let told = out.ends_with(|c: char| apart(c) || c == ':' || c == ' ') || rest.starts_with(apart);
    if !(told || out.is_empty() || rest.is_empty()) {
        out.push(' ');
    }
}

/// A script without the comment at its beginning, which is meant for its editors; one that begins with `/*!` stays.
fn without_preface(script: &[u8]) -> &[u8] {
    let comment = script.strip_prefix(b"/*").filter(|rest| !rest.starts_with(b"!"));
    let end = comment.and_then(|rest| rest.windows(2).position(|two| two == b"*/"));
    end.map_or(script, |at| script[at + 4..].trim_ascii_start())
}

/// A mark of some bytes: the first ten hexadecimal digits of their SHA-256.
fn mark(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(5).fold(String::new(), |mut mark, byte| {
        let _ = write!(mark, "{byte:02x}");
        mark
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Assets, squeezed, without_preface};

    #[track_caller]
    fn strips(sheet: &str, expected: &str) {
        assert_eq!(squeezed(sheet), expected);
    }

    #[test]
    fn comments_for_editors_are_not_published() {
        strips("/* 1. Tokens */ a { b: c } /* d */", "a{b:c}");
        strips("/*! It's ours */a{}/* b */", "/*! It's ours */a{}");
        strips("a::before{content:\"/* \\\" */\"}/*x*/", "a::before{content:\"/* \\\" */\"}");
        strips("a{background:url('x/*y*/')}/* open", "a{background:url('x/*y*/')}/* open");
    }

    #[test]
    fn space_that_says_nothing_is_not_published() {
        strips("a :hover,\n b > c {\n  d: e;\n  f: g }\n", "a :hover,b > c{d:e;f:g}");
        strips(
            "@media (min-width: 4rem) and (x) { a { b: calc(1px + 2px) \"c  d\" } }",
            "@media (min-width:4rem) and (x){a{b:calc(1px + 2px) \"c  d\"}}",
        );
        strips("a { b: c /* d */ e }", "a{b:c e}");
    }

    #[test]
    fn what_a_script_tells_its_editors_first_is_not_published() {
        let strips = |script: &str, expected: &str| assert_eq!(without_preface(script.as_bytes()), expected.as_bytes());
        strips("/* How * it / works */\n'use strict';/* b */", "'use strict';/* b */");
        strips("/*! Licence */\nx", "/*! Licence */\nx");
        strips("x /* b */", "x /* b */");
        strips("/* open", "/* open");
    }

    #[test]
    fn style_sheets_name_other_files_by_their_marks() {
        let theme = BTreeMap::from([
            ("style.css".to_owned(), b"a{background:url(\"dots.svg\")}".to_vec()),
            ("dots.svg".to_owned(), b"<svg/>".to_vec()),
        ]);
        let assets = Assets::of(&theme);
        let dots = assets.file("dots.svg").unwrap();
        assert!(dots.starts_with("assets/dots.") && dots.ends_with(".svg"), "{dots}");
        let sheet = assets.iter().find(|(file, _)| file.ends_with(".css")).unwrap().1;
        assert_eq!(String::from_utf8_lossy(sheet), format!("a{{background:url(\"{}\")}}", &dots["assets/".len()..]));
        assert_eq!(assets.file("none.js"), None);
    }
}
