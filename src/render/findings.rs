//! What of the words of an editor may not come out as it was meant: addresses that may lead nowhere, and what is left out.

use std::ops::Range;

use super::address::{Leads, RefusedAddress, leads};
use super::comments::without_comments;
use super::markdown::{Anchors, Event, LinkType, PlacedText, Tag, TagEnd, events, written_html};
use crate::model::Links;

/// Something in a text that may not be as its editor meant it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Finding {
    /// An address within the site, as it is written: its target may be missing.
    Own(String),
    /// A link that is left out, as it is written.
    Link(String, RefusedAddress),
    /// A link that is none, since there is a space in its address: its words with brackets, and its address.
    Spaced(String, String),
    /// A link without an address, or by a name that no line of the text gives one: as it is written.
    Unaddressed(String),
    /// A picture that is left out, as it is written.
    Picture(String),
    /// HTML that is printed as text.
    Html(String),
    /// A comment that is never closed: all behind it is left out.
    OpenComment,
}

/// What may not be as the editor meant it, each with where it stands in the text.
#[must_use]
pub(crate) fn findings(markdown: &str, prefix: &str) -> Vec<(Finding, Range<usize>)> {
    let events = events(markdown);
    let place = PlacedText { prefix, taken: &[], top: 2, up: 0, links: Links::Files };
    let plain: Vec<Event<'_>> = events.iter().map(|(event, _)| event.clone()).collect();
    let mut search = FindingSearch { markdown, prefix, anchors: Anchors::of(&plain, place), found: Vec::new() };
    let mut at = 0;
    while at < events.len() {
        at += search.step(&events[at..]);
    }
    search.found
}

/// What is remembered while a text is searched.
struct FindingSearch<'m> {
    markdown: &'m str,
    prefix: &'m str,
    anchors: Anchors,
    found: Vec<(Finding, Range<usize>)>,
}

impl FindingSearch<'_> {
    /// Looks at one event, or at all that belong together; answers how many these are.
    fn step(&mut self, rest: &[(Event<'_>, Range<usize>)]) -> usize {
        let (event, range) = &rest[0];
        match event {
            Event::Start(Tag::CodeBlock(_)) => {
                return end_of(rest, |event| matches!(event, Event::End(TagEnd::CodeBlock)));
            }
            Event::Start(Tag::HtmlBlock) => {
                let taken = end_of(rest, |event| matches!(event, Event::End(TagEnd::HtmlBlock)));
                let whole: String = rest[..taken].iter().filter_map(|(event, _)| written_html(event)).collect();
                self.html(&whole, range);
                return taken;
            }
            Event::Html(raw) | Event::InlineHtml(raw) => self.html(raw, range),
            Event::Start(Tag::Link { link_type: LinkType::Email, .. }) => {}
            Event::Start(Tag::Link { dest_url, .. }) => match leads(dest_url) {
                Leads::Own(address) if address.is_empty() => {
                    let written = self.markdown.get(range.clone()).unwrap_or_default();
                    self.found.push((Finding::Unaddressed(written.to_owned()), range.clone()));
                }
                Leads::Own(address) => {
                    let local = self.anchors.local(&address, self.prefix);
                    self.found.extend(local.is_none().then(|| (Finding::Own(address), range.clone())));
                }
                Leads::Out(_) => {}
                Leads::Refused(why) => self.found.push((Finding::Link(dest_url.to_string(), why), range.clone())),
            },
            Event::Start(Tag::Image { dest_url, .. }) => self.found.push(match leads(dest_url) {
                Leads::Own(address) => (Finding::Own(address), range.clone()),
                Leads::Out(_) | Leads::Refused(_) => (Finding::Picture(dest_url.to_string()), range.clone()),
            }),
            Event::Text(_) => return self.text(rest),
            _ => {}
        }
        1
    }

    fn html(&mut self, html: &str, range: &Range<usize>) {
        let (rest, open) = without_comments(html);
        // The end of an element is told with its beginning.
        let told = |line: &&str| !(line.starts_with("</") && self.opened(line));
        if let Some(line) = rest.lines().map(str::trim).find(|line| !line.is_empty()).filter(told) {
            self.found.push((Finding::Html(line.to_owned()), range.clone()));
        }
        if open {
            let at = html.rfind("<!--").map_or(range.start, |at| range.start + at);
            self.found.push((Finding::OpenComment, at..(at + "<!--".len()).min(range.end)));
        }
    }

    /// Whether the beginning of an element was told whose end this is.
    fn opened(&self, end: &str) -> bool {
        let name = |tag: &str| tag.trim_start_matches(['<', '/']).split([' ', '>', '/']).next().map(str::to_lowercase);
        let is_it = |finding: &Finding| match finding {
            Finding::Html(html) => !html.starts_with("</") && name(html) == name(end),
            _ => false,
        };
        self.found.iter().any(|(finding, _)| is_it(finding))
    }

    /// A run of text: what looks like a link and is none.
    fn text(&mut self, rest: &[(Event<'_>, Range<usize>)]) -> usize {
        let mut end = rest[0].1.end;
        let joined = rest[1..].iter().take_while(|(event, range)| {
            let goes_on = matches!(event, Event::Text(_)) && range.start == end;
            end = if goes_on { range.end } else { end };
            goes_on
        });
        let taken = joined.count() + 1;
        let start = rest[0].1.start;
        let written = self.markdown.get(start..end).unwrap_or_default();
        let found = spaced(written).chain(unnamed(written));
        self.found.extend(found.map(|(range, finding)| (finding, start + range.start..start + range.end)));
        taken
    }
}

/// How many events there are up to one.
fn end_of(rest: &[(Event<'_>, Range<usize>)], is_end: impl Fn(&Event<'_>) -> bool) -> usize {
    rest.iter().position(|(event, _)| is_end(event)).map_or(rest.len(), |at| at + 1)
}

/// Links of a text that are none because of a space in their address: `[a](../b c.pdf)`.
fn spaced(text: &str) -> impl Iterator<Item = (Range<usize>, Finding)> {
    text.match_indices("](").filter_map(|(middle, _)| {
        let start = text[..middle].rfind('[')?;
        let start = if text[..start].ends_with('!') { start - 1 } else { start };
        let inside = &text[middle + 2..];
        let end = inside.find(')')?;
        let address = inside[..end].trim();
        let is_file = address.contains('/') || address.rsplit_once('.').is_some_and(|(_, end)| end.len() <= 5);
        let is_spaced = address.contains(char::is_whitespace) && !address.contains(['<', '"', '\n']);
        let words = &text[start..=middle];
        (is_file && is_spaced).then(|| (start..middle + 3 + end, Finding::Spaced(words.to_owned(), address.to_owned())))
    })
}

/// Links of a text by a name that stands nowhere: `[words][name]`. Numbers in brackets are references of another kind.
fn unnamed(text: &str) -> impl Iterator<Item = (Range<usize>, Finding)> {
    text.match_indices("][").filter_map(|(middle, _)| {
        let start = text[..middle].rfind('[')?;
        let end = middle + 2 + text[middle + 2..].find(']')?;
        let [words, name] = [&text[start + 1..middle], &text[middle + 2..end]];
        let is_word =
            |part: &str| part.chars().any(char::is_alphabetic) && !part.starts_with('^') && !part.contains('[');
        let is_link = is_word(words) && !name.is_empty() && !name.starts_with('^') && !name.contains('[');
        is_link.then(|| (start..end + 1, Finding::Unaddressed(text[start..=end].to_owned())))
    })
}

#[cfg(test)]
mod tests {
    use super::{Finding, RefusedAddress, findings};

    #[track_caller]
    fn case(markdown: &str, expected: &[(Finding, &str)]) {
        let found = findings(markdown, "");
        let told: Vec<(Finding, &str)> =
            found.into_iter().map(|(finding, range)| (finding, &markdown[range])).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn what_is_left_out_is_found_with_its_place() {
        let link = |address: &str, why: RefusedAddress| Finding::Link(address.into(), why);
        case("a [b](/2023/) c", &[(link("/2023/", RefusedAddress::FromRoot), "[b](/2023/)")]);
        case("[b](//example.org/a)", &[(link("//example.org/a", RefusedAddress::OtherHost), "[b](//example.org/a)")]);
        case("[b](zalo://x)", &[(link("zalo://x", RefusedAddress::Scheme("zalo".into())), "[b](zalo://x)")]);
        let picture = "![b](https://example.org/b.png)";
        case(picture, &[(Finding::Picture("https://example.org/b.png".into()), picture)]);
        case("a<br>b", &[(Finding::Html("<br>".into()), "<br>")]);
        case("a <b>c</b> </i>", &[(Finding::Html("<b>".into()), "<b>"), (Finding::Html("</i>".into()), "</i>")]);
        case("<!-- a -->\n\nb <!-- c --> d", &[]);
        case("a\n\n<!-- b", &[(Finding::OpenComment, "<!--")]);
        case("```\n<br> [a](/b)\n```", &[]);
    }

    #[test]
    fn addresses_of_the_site_are_found() {
        let own = |address: &str| Finding::Own(address.into());
        case("[b](../2023/index.html#a)", &[(own("../2023/index.html#a"), "[b](../2023/index.html#a)")]);
        case("<lienhe@example.gov.vn> <https://example.org>", &[]);
        case("# Cách tính\n[a](#cach-tinh) [b](#cách-tính)", &[(own("#cách-tính"), "[b](#cách-tính)")]);
    }

    #[test]
    fn a_link_needs_an_address() {
        let bare = |text: &str| Finding::Unaddressed(text.into());
        case("a [b]() c", &[(bare("[b]()"), "[b]()")]);
        case("a [b][c] d", &[(bare("[b][c]"), "[b][c]")]);
        case("a [b][1] d", &[(bare("[b][1]"), "[b][1]")]);
        case("a [b][c] d\n\n[c]: https://example.org/", &[]);
        case("as in [1][2], a[1][2] and [b][]", &[]);
    }

    #[test]
    fn a_space_makes_a_link_none() {
        let spaced = |words: &str, address: &str| Finding::Spaced(words.into(), address.into());
        let text = "x [c](../static/Quyết định.pdf) y";
        case(text, &[(spaced("[c]", "../static/Quyết định.pdf"), "[c](../static/Quyết định.pdf)")]);
        let picture = "![c](a b.png)";
        case(picture, &[(spaced("![c]", "a b.png"), picture)]);
        case("[1](xem chú thích)", &[]);
    }
}
