//! Markdown of editors as safe HTML: the only file that names pulldown-cmark.
//!
//! Raw HTML becomes text and its comments are left out; links lead only to http, https, mailto or relative addresses, so
//! that pages work under any path and from a disk; images come only from the site itself, so that no page asks another
//! host; alignment is a class, since the policy of the pages allows no style. What is left out is told by [`super::findings`].

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CowStr, HeadingLevel, Options, Parser, html};
pub(super) use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::address::{Leads, leads, placed};
use super::comments::without_comments;
use super::html::Html;
use crate::model::Links;
use crate::routes::address::decoded;
use crate::words::slug;

/// Where a text stands in its page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlacedText<'p> {
    /// What its ids begin with.
    pub(crate) prefix: &'p str,
    /// Ids of the page that none of its own may be.
    pub(crate) taken: &'p [&'p str],
    /// The level that its `#` becomes.
    pub(crate) top: u8,
    /// How many folders the page stands below the one that its addresses are written for.
    pub(crate) up: usize,
    /// How links to pages are written.
    pub(crate) links: Links,
}

/// Renders Markdown; ids are unique in the text and none is taken.
#[must_use]
pub(crate) fn render(markdown: &str, place: PlacedText<'_>) -> Html {
    let events: Vec<Event<'_>> = Parser::new_ext(markdown, options()).collect();
    let anchors = Anchors::of(&events, place);
    let (shallowest, last_level) = (shallowest(&events), place.top.saturating_sub(1));
    let events = Filter { place, anchors, shallowest, last_level, dropped: 0 }.run(events);
    let mut out = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut out, events.into_iter());
    Html::trusted(out)
}

/// A text as events, each with where it stands.
pub(super) fn events(markdown: &str) -> Vec<(Event<'_>, Range<usize>)> {
    Parser::new_ext(markdown, options()).into_offset_iter().collect()
}

/// The ids of a text.
pub(super) struct Anchors {
    /// Those of its headings, in their order.
    headings: VecDeque<String>,
    /// Those of its footnotes, by name.
    footnotes: BTreeMap<String, String>,
    /// All of them.
    all: BTreeSet<String>,
}

impl Anchors {
    /// The ids of a text that is placed in a page.
    pub(super) fn of(events: &[Event<'_>], place: PlacedText<'_>) -> Self {
        let mut anchors = Self { headings: VecDeque::new(), footnotes: BTreeMap::new(), all: BTreeSet::new() };
        let mut seen: BTreeSet<String> = place.taken.iter().map(|&id| id.to_owned()).collect();
        for (at, event) in events.iter().enumerate() {
            match event {
                Event::Start(Tag::Heading { .. }) => {
                    let id = unused(format!("{}{}", place.prefix, slug(&heading_text(&events[at..]))), &mut seen);
                    anchors.all.insert(id.clone());
                    anchors.headings.push_back(id);
                }
                Event::FootnoteReference(name) | Event::Start(Tag::FootnoteDefinition(name)) => {
                    let id = || unused(format!("{}fn-{}", place.prefix, slug(name)), &mut seen);
                    let id = anchors.footnotes.entry(name.to_string()).or_insert_with(id);
                    anchors.all.insert(id.clone());
                }
                _ => {}
            }
        }
        anchors
    }

    /// An address that names a place in the text itself, by its id in the page.
    pub(super) fn local(&self, address: &str, prefix: &str) -> Option<String> {
        let own = format!("{prefix}{}", decoded(address.strip_prefix('#')?));
        self.all.contains(&own).then(|| format!("#{own}"))
    }
}

/// An id that was not there before: with a number behind it if need be.
fn unused(base: String, seen: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|n| format!("{base}-{n}"));
    let id = std::iter::once(base.clone()).chain(numbered).find(|id| !seen.contains(id)).unwrap_or(base);
    seen.insert(id.clone());
    id
}

/// What is remembered on the way through a text.
struct Filter<'p> {
    place: PlacedText<'p>,
    anchors: Anchors,
    /// The level of the text's highest heading.
    shallowest: u8,
    last_level: u8,
    dropped: usize,
}

impl Filter<'_> {
    fn run(mut self, events: Vec<Event<'_>>) -> Vec<Event<'_>> {
        let mut out = Vec::with_capacity(events.len());
        let mut i = 0;
        while i < events.len() {
            i += self.step(&events[i..], &mut out);
        }
        out
    }

    /// Takes one event or one whole table; answers how many events it took.
    fn step<'e>(&mut self, rest: &[Event<'e>], out: &mut Vec<Event<'e>>) -> usize {
        match &rest[0] {
            Event::Start(Tag::Table(alignments)) => return self.table(alignments, rest, out),
            Event::Start(Tag::HtmlBlock) => return html_block(rest, out),
            Event::Start(Tag::Heading { level, .. }) => out.push(self.heading(*level)),
            Event::End(TagEnd::Heading(_)) => out.push(Event::End(TagEnd::Heading(heading_level(self.last_level)))),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => match self.link(*link_type, dest_url) {
                Some(address) => out.push(Event::Start(Tag::Link {
                    link_type: *link_type,
                    dest_url: address.into(),
                    title: title.clone(),
                    id: id.clone(),
                })),
                None => self.dropped += 1,
            },
            Event::End(TagEnd::Link) if self.dropped > 0 => self.dropped -= 1,
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => match leads(dest_url) {
                Leads::Own(address) => out.push(Event::Start(Tag::Image {
                    link_type: *link_type,
                    dest_url: placed(&address, self.place.up, self.place.links).into(),
                    title: title.clone(),
                    id: id.clone(),
                })),
                Leads::Out(_) | Leads::Refused(_) => return image_as_text(rest, out),
            },
            Event::FootnoteReference(name) => out.push(Event::FootnoteReference(self.footnote(name))),
            Event::Start(Tag::FootnoteDefinition(name)) => {
                let name = self.footnote(name);
                out.push(Event::Start(Tag::FootnoteDefinition(name)));
            }
            Event::Html(raw) | Event::InlineHtml(raw) => out.push(Event::Text(without_comments(raw).0.into())),
            Event::Start(Tag::BlockQuote(Some(_))) => out.push(Event::Start(Tag::BlockQuote(None::<BlockQuoteKind>))),
            other => out.push(other.clone()),
        }
        1
    }

    /// The address of a link as the page needs it; none where readers may not be sent there.
    fn link(&self, kind: LinkType, address: &str) -> Option<String> {
        if kind == LinkType::Email {
            return Some(address.to_owned());
        }
        match leads(address) {
            Leads::Out(address) => Some(address),
            Leads::Own(address) if address.is_empty() => None,
            Leads::Own(address) => Some(match self.anchors.local(&address, self.place.prefix) {
                Some(place) => place,
                None => placed(&address, self.place.up, self.place.links),
            }),
            Leads::Refused(_) => None,
        }
    }

    /// A heading with its id: the text's highest ones at the top, none deeper than one step below the one before.
    fn heading<'e>(&mut self, level: HeadingLevel) -> Event<'e> {
        let top = self.place.top;
        let wanted = (level as u8 - self.shallowest).saturating_add(top);
        self.last_level = wanted.clamp(top, self.last_level.saturating_add(1).max(top)).min(6);
        let id = self.anchors.headings.pop_front().map(CowStr::from);
        Event::Start(Tag::Heading { level: heading_level(self.last_level), id, classes: Vec::new(), attrs: Vec::new() })
    }

    fn footnote<'e>(&self, name: &str) -> CowStr<'e> {
        self.anchors.footnotes.get(name).cloned().unwrap_or_default().into()
    }

    /// A table with scopes and classes; its name is its first row of heads, since Markdown has no caption.
    fn table<'e>(&mut self, alignments: &[Alignment], rest: &[Event<'e>], out: &mut Vec<Event<'e>>) -> usize {
        let end = rest.iter().position(|e| matches!(e, Event::End(TagEnd::Table))).unwrap_or(rest.len() - 1);
        let head = rest.iter().position(|e| matches!(e, Event::End(TagEnd::TableHead))).unwrap_or(end);
        let mut label = Html::default();
        label.push_raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
        let names = table_names(&rest[..head]);
        label.attr("aria-label", &names);
        label.push_raw("><table");
        label.attr("aria-label", &names);
        label.push_raw(">");
        out.push(raw(&label));
        let (mut column, mut in_head) = (0, false);
        let mut i = 1;
        while i < end {
            match &rest[i] {
                Event::Start(Tag::TableHead) => {
                    in_head = true;
                    column = 0;
                    out.push(static_html("<thead><tr>"));
                }
                Event::End(TagEnd::TableHead) => {
                    in_head = false;
                    out.push(static_html("</tr></thead><tbody>"));
                }
                Event::Start(Tag::TableRow) => {
                    column = 0;
                    out.push(static_html("<tr>"));
                }
                Event::End(TagEnd::TableRow) => out.push(static_html("</tr>")),
                Event::Start(Tag::TableCell) => {
                    out.push(static_html(cell_start(in_head, alignments.get(column))));
                    column += 1;
                }
                Event::End(TagEnd::TableCell) => out.push(static_html(if in_head { "</th>" } else { "</td>" })),
                _ => {
                    i += self.step(&rest[i..], out);
                    continue;
                }
            }
            i += 1;
        }
        out.push(static_html("</tbody></table></div>\n"));
        end + 1
    }
}

fn cell_start(head: bool, alignment: Option<&Alignment>) -> &'static str {
    match (head, alignment) {
        (true, Some(Alignment::Right)) => "<th scope=\"col\" class=\"n\">",
        (true, Some(Alignment::Center)) => "<th scope=\"col\" class=\"mid\">",
        (true, _) => "<th scope=\"col\">",
        (false, Some(Alignment::Right)) => "<td class=\"n\">",
        (false, Some(Alignment::Center)) => "<td class=\"mid\">",
        (false, _) => "<td>",
    }
}

/// The heads of a table, as its name.
fn table_names(head: &[Event<'_>]) -> String {
    let mut names: Vec<String> = Vec::new();
    for event in head {
        match event {
            Event::Start(Tag::TableCell) => names.push(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(last) = names.last_mut() {
                    last.push_str(text);
                }
            }
            _ => {}
        }
    }
    names.retain(|name| !name.trim().is_empty());
    names.join(", ")
}

fn static_html<'e>(markup: &'static str) -> Event<'e> {
    Event::Html(CowStr::Borrowed(markup))
}

fn raw<'e>(html: &Html) -> Event<'e> {
    Event::Html(html.as_str().to_owned().into())
}

/// The level of the highest heading of a text: one that begins with `##` has its title elsewhere.
fn shallowest(events: &[Event<'_>]) -> u8 {
    let levels = events.iter().filter_map(|event| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as u8),
        _ => None,
    });
    levels.min().unwrap_or(1)
}

fn heading_level(level: u8) -> HeadingLevel {
    HeadingLevel::try_from(usize::from(level.clamp(1, 6))).unwrap_or(HeadingLevel::H6)
}

/// The plain text of the heading that a list of events begins with.
fn heading_text(rest: &[Event<'_>]) -> String {
    let mut text = String::new();
    for event in rest {
        match event {
            Event::End(TagEnd::Heading(_)) => break,
            Event::Text(part) | Event::Code(part) => text.push_str(part),
            _ => {}
        }
    }
    text
}

/// An image from elsewhere, as its words.
fn image_as_text<'e>(rest: &[Event<'e>], out: &mut Vec<Event<'e>>) -> usize {
    let end = rest.iter().position(|e| matches!(e, Event::End(TagEnd::Image))).unwrap_or(rest.len() - 1);
    out.extend(rest[1..end].iter().filter(|e| matches!(e, Event::Text(_))).cloned());
    end + 1
}

/// A block of HTML as a paragraph of text, without its comments; nothing where it has nothing else.
fn html_block<'e>(rest: &[Event<'e>], out: &mut Vec<Event<'e>>) -> usize {
    let end = rest.iter().position(|e| matches!(e, Event::End(TagEnd::HtmlBlock))).unwrap_or(rest.len() - 1);
    let whole: String = rest[..end].iter().filter_map(written_html).collect();
    let (text, _) = without_comments(&whole);
    if !text.trim().is_empty() {
        out.extend([Event::Start(Tag::Paragraph), Event::Text(text.into()), Event::End(TagEnd::Paragraph)]);
    }
    end + 1
}

/// The text of an event inside a block of HTML.
pub(super) fn written_html<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    match event {
        Event::Html(raw) | Event::InlineHtml(raw) | Event::Text(raw) => Some(raw),
        _ => None,
    }
}

/// What editors may write beside plain Markdown.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_SMART_PUNCTUATION
}

#[cfg(test)]
mod tests {
    use super::{PlacedText, render};
    use crate::model::Links;

    const PLACE: PlacedText<'_> = PlacedText { prefix: "", taken: &["main"], top: 2, up: 0, links: Links::Files };

    #[track_caller]
    fn case(markdown: &str, expected: &str) {
        assert_eq!(render(markdown, PLACE).as_str(), expected);
    }

    #[test]
    fn raw_html_is_text() {
        case("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n");
        case("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
    }

    #[test]
    fn links_lead_only_where_readers_can_go() {
        case("[a](https://example.org)", "<p><a href=\"https://example.org\">a</a></p>\n");
        case("[a](../2018/index.html)", "<p><a href=\"../2018/index.html\">a</a></p>\n");
        case("[a](JaVa&#x53;cript:alert(1))", "<p>a</p>\n");
        case("[a](data:text/html,x)", "<p>a</p>\n");
        case("[a](//example.org/x)", "<p>a</p>\n");
        case("[a](\\\\example.org/x)", "<p>a</p>\n");
        case("[a](/2018/index.html)", "<p>a</p>\n");
        case("<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n");
    }

    #[test]
    fn no_image_comes_from_another_host() {
        case("![logo](../static/logo.svg)", "<p><img src=\"../static/logo.svg\" alt=\"logo\" /></p>\n");
        case("![pixel](https://example.org/p.gif)", "<p>pixel</p>\n");
        case("![pixel](//example.org/p.gif)", "<p>pixel</p>\n");
    }

    #[test]
    fn addresses_are_those_of_a_page_above() {
        let deeper = |markdown: &str, expected: &str| {
            assert_eq!(render(markdown, PlacedText { up: 1, ..PLACE }).as_str(), format!("<p>{expected}</p>\n"));
        };
        deeper("[a](../archive/index.html)", "<a href=\"../../archive/index.html\">a</a>");
        deeper("![a](b.png)", "<img src=\"../b.png\" alt=\"a\" />");
        deeper("[a](#b) [c](https://d.e)", "<a href=\"#b\">a</a> <a href=\"https://d.e\">c</a>");
        deeper("<a@b.vn>", "<a href=\"mailto:a@b.vn\">a@b.vn</a>");
    }

    #[test]
    fn addresses_are_written_so_that_they_lead_there() {
        case("[a](<../static/Quyết 1.pdf>)", "<p><a href=\"../static/Quy%E1%BA%BFt%201.pdf\">a</a></p>\n");
        case("[a](../static/50%.pdf)", "<p><a href=\"../static/50%25.pdf\">a</a></p>\n");
        case("[a](../2023/)", "<p><a href=\"../2023/index.html\">a</a></p>\n");
        case("![a](<b c.png>)", "<p><img src=\"b%20c.png\" alt=\"a\" /></p>\n");
    }

    #[test]
    fn a_place_in_a_foreword_is_found_under_its_prefix() {
        let case = |markdown: &str, expected: &str| {
            assert_eq!(render(markdown, PlacedText { prefix: "w-", ..PLACE }).as_str(), expected);
        };
        case("# A\n[x](#a)", "<h2 id=\"w-a\">A</h2>\n<p><a href=\"#w-a\">x</a></p>\n");
        case("[x](#g-so)", "<p><a href=\"#g-so\">x</a></p>\n");
    }

    #[test]
    fn comments_are_not_published() {
        case("a <!-- b --> c", "<p>a  c</p>\n");
        case("a\n\n<!-- b\n\nc -->\n\nd", "<p>a</p>\n<p>d</p>\n");
        case("<div><!-- b --></div>", "<p>&lt;div&gt;&lt;/div&gt;</p>\n");
        case("a\n\n<!-- b\n\nc", "<p>a</p>\n");
        case("`<!-- b -->`", "<p><code>&lt;!-- b --&gt;</code></p>\n");
        case("[//]: # (b)\na", "<p>a</p>\n");
    }

    #[test]
    fn no_id_is_there_twice() {
        case("# Main", "<h2 id=\"main-2\">Main</h2>\n");
        case("# A\n# A\n# A 2", "<h2 id=\"a\">A</h2>\n<h2 id=\"a-2\">A</h2>\n<h2 id=\"a-2-2\">A 2</h2>\n");
    }

    #[test]
    fn headings_have_ids_and_skip_no_level() {
        case("# Số liệu", "<h2 id=\"so-lieu\">Số liệu</h2>\n");
        case("## A\n### B\n## C", "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n<h2 id=\"c\">C</h2>\n");
        case("### A\n## B", "<h2 id=\"a\">A</h2>\n<h2 id=\"b\">B</h2>\n");
        case("# A\n### B\n# A", "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n<h2 id=\"a-2\">A</h2>\n");
    }

    #[test]
    fn tables_need_no_style() {
        case(
            "| Đơn vị | Điểm |\n|:--|--:|\n| A | 1 |",
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Đơn vị, Điểm\"><table aria-label=\"Đơn vị, Điểm\">\
             <thead><tr><th scope=\"col\">Đơn vị</th><th scope=\"col\" class=\"n\">Điểm</th></tr></thead><tbody><tr>\
             <td>A</td><td class=\"n\">1</td></tr></tbody></table></div>\n",
        );
    }
}
