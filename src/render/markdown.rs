//! Markdown of editors as safe HTML: the only file that names pulldown-cmark.
//!
//! Raw HTML becomes text; links lead only to http, https, mailto or relative addresses, so that pages work under any path
//! and from a disk; images come only from the site itself, so that no page asks another host; alignment is a class, since
//! the policy of the pages allows no style.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::Html;
use crate::words::slug;

/// Renders Markdown; its `#` becomes a heading of level `top`, ids begin with `prefix` and are unique in the text. Its
/// addresses within the site are those of a page `up` folders above.
#[must_use]
pub fn render(markdown: &str, prefix: &str, top: u8, up: usize) -> Html {
    let events: Vec<Event<'_>> = Parser::new_ext(markdown, options()).collect();
    let events =
        Filter { prefix, top, up, ids: BTreeMap::new(), last_level: top.saturating_sub(1), dropped: 0 }.run(events);
    let mut out = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut out, events.into_iter());
    Html::trusted(out)
}

/// What is remembered on the way through a text.
struct Filter<'p> {
    prefix: &'p str,
    top: u8,
    up: usize,
    ids: BTreeMap<String, usize>,
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
            Event::Start(Tag::Heading { level, .. }) => {
                let text = heading_text(rest);
                out.push(self.heading(*level, &text));
            }
            Event::End(TagEnd::Heading(_)) => out.push(Event::End(TagEnd::Heading(heading_level(self.last_level)))),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => match safe_link(dest_url) {
                Some(address) => out.push(Event::Start(Tag::Link {
                    link_type: *link_type,
                    dest_url: self.rebased(address),
                    title: title.clone(),
                    id: id.clone(),
                })),
                None => self.dropped += 1,
            },
            Event::End(TagEnd::Link) if self.dropped > 0 => self.dropped -= 1,
            Event::Start(Tag::Image { dest_url, .. }) if !is_own(dest_url) => {
                return image_as_text(rest, out);
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => out.push(Event::Start(Tag::Image {
                link_type: *link_type,
                dest_url: self.rebased(dest_url.clone()),
                title: title.clone(),
                id: id.clone(),
            })),
            Event::FootnoteReference(name) => out.push(Event::FootnoteReference(self.footnote(name))),
            Event::Start(Tag::FootnoteDefinition(name)) => {
                let name = self.footnote(name);
                out.push(Event::Start(Tag::FootnoteDefinition(name)));
            }
            Event::Html(raw) | Event::InlineHtml(raw) => out.push(Event::Text(raw.clone())),
            Event::Start(Tag::HtmlBlock) => out.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => out.push(Event::End(TagEnd::Paragraph)),
            Event::Start(Tag::BlockQuote(Some(_))) => out.push(Event::Start(Tag::BlockQuote(None::<BlockQuoteKind>))),
            other => out.push(other.clone()),
        }
        1
    }

    /// An address as the page needs it; places in the text itself and other sites stay.
    fn rebased<'e>(&self, address: CowStr<'e>) -> CowStr<'e> {
        if self.up == 0 || address.starts_with('#') || !is_own(&address) {
            return address;
        }
        format!("{}{address}", "../".repeat(self.up)).into()
    }

    /// A heading with an id, no deeper than one step below the one before.
    fn heading<'e>(&mut self, level: HeadingLevel, text: &str) -> Event<'e> {
        let wanted = (level as u8 - 1).saturating_add(self.top);
        self.last_level = wanted.clamp(self.top, self.last_level.saturating_add(1).max(self.top)).min(6);
        let base = format!("{}{}", self.prefix, slug(text));
        let count = self.ids.entry(base.clone()).or_insert(0);
        *count += 1;
        let id = if *count == 1 { base } else { format!("{base}-{count}") };
        let (classes, attrs) = (Vec::new(), Vec::new());
        Event::Start(Tag::Heading { level: heading_level(self.last_level), id: Some(id.into()), classes, attrs })
    }

    fn footnote<'e>(&self, name: &str) -> CowStr<'e> {
        format!("{}fn-{}", self.prefix, slug(name)).into()
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

/// The address of a link without control characters, if it is relative or its scheme is one that may be followed. One that
/// begins with a slash is neither: it leaves the site, or leads to another host (`//example.org`).
fn safe_link<'e>(address: &str) -> Option<CowStr<'e>> {
    let clean: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let scheme = clean.split(['/', '?', '#']).next().and_then(|first| first.split_once(':')).map(|(scheme, _)| scheme);
    match scheme {
        _ if clean.starts_with(['/', '\\']) => None,
        Some(scheme) if !["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) => None,
        _ => Some(clean.into()),
    }
}

/// The addresses within the site that a text links to or takes pictures from, as they are rendered, each with where it
/// stands in the text.
#[must_use]
pub fn own_addresses(markdown: &str) -> Vec<(String, Range<usize>)> {
    let address = |event: Event<'_>| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) if is_own(&dest_url) => {
            safe_link(&dest_url).map(CowStr::into_string)
        }
        _ => None,
    };
    let events = Parser::new_ext(markdown, options()).into_offset_iter();
    events.filter_map(|(event, range)| Some((address(event)?, range))).collect()
}

/// What editors may write beside plain Markdown.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_SMART_PUNCTUATION
}

/// Whether an address lies in the site itself.
fn is_own(address: &str) -> bool {
    safe_link(address).is_some_and(|clean| !clean.contains(':'))
}

#[cfg(test)]
mod tests {
    use super::render;

    #[track_caller]
    fn case(markdown: &str, expected: &str) {
        assert_eq!(render(markdown, "", 2, 0).as_str(), expected);
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
            assert_eq!(render(markdown, "", 2, 1).as_str(), format!("<p>{expected}</p>\n"));
        };
        deeper("[a](../archive/index.html)", "<a href=\"../../archive/index.html\">a</a>");
        deeper("![a](b.png)", "<img src=\"../b.png\" alt=\"a\" />");
        deeper("[a](#b) [c](https://d.e)", "<a href=\"#b\">a</a> <a href=\"https://d.e\">c</a>");
    }

    #[test]
    fn headings_have_ids_and_skip_no_level() {
        case("# Số liệu", "<h2 id=\"so-lieu\">Số liệu</h2>\n");
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
