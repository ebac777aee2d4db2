//! The tags of a page, a feed or a drawing, read as browsers do: whatever stands there, and never with an error.

use std::borrow::Cow;
use std::ops::Range;

/// A tag that opens an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OpenTag<'t> {
    /// Its name as it is written.
    pub(crate) name: &'t str,
    /// Names as they are written, and where their values stand.
    pub(crate) attributes: Vec<(&'t str, Range<usize>)>,
    /// The text behind it, up to the next tag, or to the end of a script or style.
    pub(crate) text: Range<usize>,
}

impl<'t> OpenTag<'t> {
    /// Whether it has this name, in whatever case.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Where the value of an attribute stands.
    pub(crate) fn value(&self, name: &str) -> Option<Range<usize>> {
        let found = self.attributes.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, range)| range.clone())
    }
}

/// Elements whose text holds no tags.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// All tags that open an element.
pub(crate) fn tags(text: &str) -> impl Iterator<Item = OpenTag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (tag, end) = next_tag(text, at)?;
        at = end;
        Some(tag)
    })
}

/// The next tag behind a byte, and where to go on.
fn next_tag(text: &str, mut at: usize) -> Option<(OpenTag<'_>, usize)> {
    loop {
        at += memchr::memchr(b'<', &text.as_bytes()[at..])?;
        let rest = &text[at..];
        let passed = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">"), ("</", ">")];
        if let Some((start, end)) = passed.into_iter().find(|(start, _)| rest.starts_with(start)) {
            at += start.len() + rest[start.len()..].find(end)? + end.len();
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Some(open_tag(text, at + 1));
        } else {
            at += 1;
        }
    }
}

/// The tag whose name begins at a byte, and where the text behind it ends.
fn open_tag(text: &str, start: usize) -> (OpenTag<'_>, usize) {
    let bytes = text.as_bytes();
    let until = |from: usize, ends: &dyn Fn(u8) -> bool| {
        bytes[from..].iter().position(|&byte| ends(byte)).map_or(bytes.len(), |n| from + n)
    };
    let is_gap = |byte: u8| byte.is_ascii_whitespace() || byte == b'/';
    let name_end = until(start, &|byte| is_gap(byte) || byte == b'>');
    let (mut at, mut attributes) = (name_end, Vec::new());
    loop {
        at = until(at, &|byte| !is_gap(byte));
        if at >= bytes.len() || bytes[at] == b'>' {
            break;
        }
        // A name may begin with `=`, so that there is always something to go past.
        let end = until(at + 1, &|byte| is_gap(byte) || matches!(byte, b'=' | b'>'));
        let name = text.get(at..end).unwrap_or_default();
        at = until(end, &|byte| !byte.is_ascii_whitespace());
        if bytes.get(at) != Some(&b'=') {
            attributes.push((name, end..end));
            continue;
        }
        at = until(at + 1, &|byte| !byte.is_ascii_whitespace());
        let (from, to, next) = match bytes.get(at) {
            Some(&quote @ (b'"' | b'\'')) => {
                let end = until(at + 1, &|byte| byte == quote);
                (at + 1, end, (end + 1).min(bytes.len()))
            }
            _ => {
                let end = until(at, &|byte| byte.is_ascii_whitespace() || byte == b'>');
                (at, end, end)
            }
        };
        attributes.push((name, from.min(to)..to));
        at = next;
    }
    let name = &text[start..name_end];
    let from = (at + 1).min(bytes.len());
    let to = match RAW.iter().find(|raw| name.eq_ignore_ascii_case(raw)) {
        Some(raw) => raw_end(text, from, raw),
        None => until(from, &|byte| byte == b'<'),
    };
    (OpenTag { name, attributes, text: from..to }, to)
}

/// Where the text of a script or the like ends.
fn raw_end(text: &str, from: usize, name: &str) -> usize {
    let bytes = text.as_bytes();
    let ends = |at: &usize| {
        let rest = &bytes[*at..];
        rest.starts_with(b"</") && rest.get(2..2 + name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()))
    };
    memchr::memchr_iter(b'<', &bytes[from..]).map(|n| from + n).find(ends).unwrap_or(bytes.len())
}

/// The value of an attribute with its references to characters resolved, as far as addresses and ids have any.
pub(crate) fn plain(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    let (mut out, mut rest) = (String::with_capacity(value.len()), value);
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').filter(|&end| end <= 10);
        match end.and_then(|end| Some((character(&rest[1..end])?, end))) {
            Some((character, end)) => {
                out.push(character);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let hex = number.strip_prefix(['x', 'X']);
            hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32)
        }
    }
}

/// The addresses that a style sheet loads: those of `url(…)` and `@import "…"`, by where they stand.
pub(crate) fn styles(text: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let (mut found, mut at) = (Vec::new(), within.start);
    while let Some(start) = next_style(&text[at..within.end]) {
        let from = at + start;
        let rest = &text[from..within.end];
        let gap = rest.len() - rest.trim_start().len();
        let quote = rest[gap..].chars().next().filter(|c| ['"', '\''].contains(c));
        let (from, end) = match quote {
            Some(quote) => (from + gap + 1, rest[gap + 1..].find(quote).map(|n| from + gap + 1 + n)),
            None => (from + gap, rest.find(')').map(|n| from + n)),
        };
        let Some(end) = end else { break };
        found.push(from..from + text[from..end].trim_end().len());
        at = end;
    }
    found
}

/// Where the next address of a style sheet begins, comments left out.
fn next_style(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        at += memchr::memchr3(b'/', b'@', b'(', &bytes[at..])?;
        let is_url = at >= 3 && bytes[at - 3..at].eq_ignore_ascii_case(b"url");
        if text[at..].starts_with("/*") {
            at += 2 + text[at + 2..].find("*/")? + 2;
        } else if bytes[at] == b'(' && is_url {
            return Some(at + 1);
        } else if bytes[at..].len() > 7 && bytes[at..at + 7].eq_ignore_ascii_case(b"@import") {
            let gap = text[at + 7..].len() - text[at + 7..].trim_start().len();
            if text[at + 7 + gap..].starts_with(['"', '\'']) {
                return Some(at + 7 + gap);
            }
            at += 7;
        } else {
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{plain, styles, tags};

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let shown = tags(text).map(|tag| {
            let attributes = tag.attributes.iter().map(|(name, range)| format!(" {name}={}", &text[range.clone()]));
            format!("{}{}|{}", tag.name, attributes.collect::<String>(), &text[tag.text.clone()])
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn tags_are_read_as_browsers_read_them() {
        case("<!doctype html><p id=a>x</p><br/>", &["p id=a|x", "br|"]);
        case("<a href = \"x y\" title='>'>t</a>", &["a href=x y title=>|t"]);
        case("<a href=x/y.html class>t", &["a href=x/y.html class=|t"]);
        case("<!-- <a href=x> --><b>1 < 2</b>", &["b|1 "]);
        case("<script>if (a<b) \"<p>\"</script><i>", &["script|if (a<b) \"<p>\"", "i|"]);
        case("<style>a{}</STYLE ><i>", &["style|a{}", "i|"]);
        case("<?xml version=\"1.0\"?><loc>https://x/</loc>", &["loc|https://x/"]);
    }

    #[test]
    fn nothing_that_is_broken_stops_it() {
        let broken =
            ["<", "<a", "<a ", "<a =", "<a b", "<a b=", "<a b='", "<a b=\"x", "<!--", "</", "<script", "<script>"];
        for text in broken.into_iter().chain(["<a ==>", "< a>", "<é>", "<a é=ê>", "<a b=\"é", "<![CDATA[<b>"]) {
            drop(tags(text).collect::<Vec<_>>());
            drop(styles(text, 0..text.len()));
        }
    }

    #[test]
    fn references_to_characters_are_resolved() {
        let found =
            ["a", "a&amp;b", "&#x110;&#273;", "&unknown;", "&", "&#xFFFFFF;", "&quot;&apos;&lt;&gt;"].map(plain);
        assert_eq!(found, ["a", "a&b", "Đđ", "&unknown;", "&", "&#xFFFFFF;", "\"'<>"]);
    }

    #[test]
    fn addresses_of_style_sheets_are_found() {
        let case = |text: &str, expected: &[&str]| {
            let found = styles(text, 0..text.len()).into_iter().map(|range| &text[range]);
            assert_eq!(found.collect::<Vec<_>>(), expected, "{text}");
        };
        case(
            "a{background:url(b.png)} @font-face{src:url( 'c d.woff2' ) format('x'),URL(\"e\")}",
            &["b.png", "c d.woff2", "e"],
        );
        case("@import 'x.css'; @import url(y.css);", &["x.css", "y.css"]);
        case("/* url(no) */ b{width:calc(1px)} c{d:url(", &[]);
        case("a{b:url()}", &[""]);
    }
}
