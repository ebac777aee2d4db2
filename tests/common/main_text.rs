//! What a page says: its `<main>` as a person reads it, in few lines.
//!
//! A heading is `## …`, a row of a table `| cell | cell`, an item `- …`, a link `[words](where it leads)`, bold words
//! `*…*`; a list with a name is one line `name: item | item`, and so is a pair of terms. `‹…›` is only heard, `{…}` an
//! attribute that means something: an id, words and numbers for the scripts, a `data-value` that is not the number shown.
//! ` // ` stands where a new line begins within a cell, `›` before what is set in below another.
//! A drawing is what it is called and described as (`=` where the heading says it already), then the words at its marks,
//! then its texts. An abbreviation is written out where a page first has it.
//!
//! Left out is what only makes a page look so, and what `tests/site/markup.rs` proves of all pages: labels of cells,
//! scopes of heads, drawings for narrow screens.

use std::collections::BTreeSet;

use super::numbers::{Written, numbers};
use super::tree::{Node, main_of, tree};

/// How many characters of a list with a name stand on one line.
const NAMED_LIST_MAX: usize = 400;

/// Attributes that say nothing that a reader reads or a script asks for, or that are written in another way.
const LEFT_OUT: [&str; 25] = [
    "aria-current",
    "aria-hidden",
    "aria-label",
    "autocomplete",
    "class",
    "colspan",
    "data-c",
    "data-k",
    "data-sort",
    "data-up",
    "data-value",
    "download",
    "for",
    "href",
    "hreflang",
    "max",
    "min",
    "name",
    "rel",
    "role",
    "scope",
    "start",
    "step",
    "tabindex",
    "type",
];

/// The `<main>` of a page as lines.
#[track_caller]
pub(crate) fn main_text(page: &str) -> String {
    of_node(&main_of(page), false)
}

/// The `<main>` of a page as lines that do not depend on those before them: each abbreviation is written out.
#[track_caller]
pub(crate) fn main_text_in_full(page: &str) -> String {
    of_node(&main_of(page), true)
}

/// What stands around the `<main>` of a page as lines.
#[track_caller]
pub(crate) fn frame_text(page: &str) -> String {
    let mut root = tree(page);
    root.drop_all(&|node| node.name == "main");
    let described = root.named("meta").into_iter().find(|meta| meta.get("name") == Some("description"));
    let described = described.and_then(|meta| meta.get("content")).unwrap_or_default().to_owned();
    let title = root.named("title").first().map(|title| title.words()).unwrap_or_default();
    let body = root.named("body").first().map(|body| of_node(body, false)).unwrap_or_default();
    format!("title: {title}\ndescription: {described}\n{body}")
}

/// Some markup as lines.
#[track_caller]
pub(crate) fn lines(markup: &str) -> String {
    of_node(&tree(markup), false)
}

fn of_node(node: &Node, in_full: bool) -> String {
    let mut writer = Writer { in_full, ..Writer::default() };
    for child in &node.children {
        writer.block(child);
    }
    writer.end_line();
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
    line: String,
    /// Attributes of what begins with the next line.
    marks: String,
    /// The name of what begins with the next line.
    label: String,
    heading: String,
    /// Whether each abbreviation is written out, not only where the page first has it.
    in_full: bool,
    /// Abbreviations that were written out.
    known: BTreeSet<(String, String)>,
}

impl Writer {
    fn block(&mut self, node: &Node) {
        match node.name.as_str() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let depth = usize::from(node.name.as_bytes()[1] - b'0');
                self.heading = node.words();
                self.whole(node, &format!("{} ", "#".repeat(depth)));
            }
            "p" | "summary" | "label" | "button" => self.whole(node, ""),
            "blockquote" => self.whole(node, "> "),
            "ul" | "ol" => self.list(node),
            "dl" => self.terms(node),
            "table" => self.table(node),
            "svg" => self.drawing(node),
            "" | "a" | "abbr" | "b" | "br" | "code" | "em" | "i" | "s" | "small" | "span" | "strong" | "sup" => {
                let words = self.inline(node);
                self.line.push_str(&words);
            }
            _ => self.container(node),
        }
    }

    /// What stands in something that says nothing itself.
    fn container(&mut self, node: &Node) {
        self.end_line();
        self.open(node);
        if ["input", "template"].contains(&node.name.as_str()) {
            self.line = format!("({})", node.name);
            self.end_line();
        }
        for child in &node.children {
            self.block(child);
        }
        self.end_line();
    }

    /// Keeps name and attributes of an element for the next line; words for the scripts are lines of their own.
    fn open(&mut self, node: &Node) {
        if let Some(label) = node.get("aria-label").map(|label| format!("{label}: ")).filter(|new| *new != self.label) {
            self.label.push_str(&label);
        }
        for (name, words) in node.attributes.iter().filter(|(name, _)| name.starts_with("data-t-")) {
            self.out.push_str(&format!("{{{name}: {words}}}\n"));
        }
        self.marks.push_str(&marks(node));
    }

    /// An element that is a line.
    fn whole(&mut self, node: &Node, prefix: &str) {
        self.end_line();
        self.open(node);
        let words = self.cell(node);
        self.line = if words.is_empty() { String::new() } else { format!("{prefix}{words}") };
        self.end_line();
    }

    /// A list: one with a name is one line, where that is not too long.
    fn list(&mut self, node: &Node) {
        self.end_line();
        self.open(node);
        let first: usize = node.get("start").and_then(|start| start.parse().ok()).unwrap_or(1);
        let items = node.elements().map(|item| self.cell(item) + &marks(item)).collect::<Vec<String>>();
        let one = items.join(" | ");
        if !self.label.is_empty() && one.chars().count() <= NAMED_LIST_MAX {
            self.line = one;
            return self.end_line();
        }
        if !self.label.is_empty() {
            self.line = format!("{} items", items.len());
            self.end_line();
        }
        for (i, item) in items.iter().enumerate() {
            let bullet = if node.name == "ol" { format!("{}.", first + i) } else { "-".to_owned() };
            self.line = format!("{bullet} {item}");
            self.end_line();
        }
    }

    fn terms(&mut self, node: &Node) {
        self.end_line();
        self.open(node);
        for pair in node.elements() {
            self.line = pair.elements().map(|term| self.inline(term)).collect::<Vec<_>>().join(" | ");
            self.end_line();
        }
    }

    fn table(&mut self, node: &Node) {
        self.end_line();
        self.open(node);
        let caption = node.named("caption").first().map(|caption| self.cell(caption)).unwrap_or_default();
        self.line = if caption == self.heading { "table =".to_owned() } else { format!("table: {caption}") };
        self.end_line();
        for row in node.named("tr") {
            self.open(row);
            let cells = row.elements().map(|cell| self.cell(cell) + &value(cell) + &marks(cell));
            let cells = cells.collect::<Vec<_>>().join(" | ");
            self.line = format!("| {cells}");
            self.end_line();
        }
    }

    /// A drawing with words: the one for wide screens.
    fn drawing(&mut self, node: &Node) {
        let direct = |name: &str| node.children.iter().find(|child| child.name == name).map(Node::words);
        let Some(title) = direct("title").filter(|_| !node.has_class("cn")) else { return };
        self.end_line();
        let title = if title == self.heading { "=".to_owned() } else { title };
        self.line = format!("svg {title}: {}", direct("desc").unwrap_or_default());
        self.end_line();
        let inner = node.children.iter().filter(|child| !["title", "desc"].contains(&child.name.as_str()));
        let all: Vec<&Node> = inner.flat_map(Node::all).collect();
        for (name, prefix) in [("title", "svg marks: "), ("text", "svg texts: ")] {
            let words: Vec<String> = all.iter().filter(|node| node.name == name).map(|node| node.words()).collect();
            if !words.is_empty() {
                self.line = format!("{prefix}{}", words.join(" | "));
                self.end_line();
            }
        }
    }

    /// What stands in an item or a cell.
    fn cell(&mut self, node: &Node) -> String {
        let words = self.inside(node);
        let words = words.trim().trim_start_matches("// ").trim_end_matches(" //");
        let depth = node.get("class").and_then(|class| class.strip_prefix('d')?.parse().ok()).unwrap_or_default();
        format!("{}{words}", "› ".repeat(depth))
    }

    /// What stands in an element as words within a line.
    fn inside(&mut self, node: &Node) -> String {
        let words: String = node.children.iter().map(|child| self.inline(child)).collect();
        let mut line = String::with_capacity(words.len());
        for word in words.split_inclusive([' ', '\n']) {
            let space = word.trim_matches([' ', '\n']).is_empty();
            if !(space && line.ends_with(' ')) {
                line.push_str(&word.replace('\n', " "));
            }
        }
        line.replace(" // // ", " // ")
    }

    /// An element as words within a line; blocks have a stroke between them.
    fn inline(&mut self, node: &Node) -> String {
        if node.is_text() || node.name == "svg" {
            return node.whole_text();
        }
        let words = self.inside(node);
        let inner = if node.has_class("vh") { format!("‹{words}›") } else { words };
        let value = value(node);
        let words = match node.name.as_str() {
            "a" => format!("[{}]({})", self.current(node, inner), node.get("href").unwrap_or_default()),
            "abbr" => self.abbreviation(&inner, node.get("title").unwrap_or_default()),
            "b" | "strong" if !inner.trim().is_empty() => format!("*{inner}*{value}"),
            "em" => format!("_{inner}_"),
            "s" => format!("~{inner}~"),
            "sup" => format!("^{inner}"),
            "br" => " // ".to_owned(),
            "i" if inner.is_empty() => String::new(),
            "span" if node.has_class("wh") => "■".to_owned(),
            "button" => format!("({inner})"),
            "p" | "ul" | "li" | "div" | "blockquote" | "caption" => format!(" // {} // ", inner.trim()),
            _ => format!("{}{value}", self.current(node, inner)),
        };
        if node.name == "abbr" { words } else { words + &marks(node) }
    }

    fn current(&self, node: &Node, words: String) -> String {
        if node.get("aria-current").is_some() { format!("*{words}*") } else { words }
    }

    fn abbreviation(&mut self, words: &str, title: &str) -> String {
        let new = self.known.insert((words.to_owned(), title.to_owned()));
        if new || self.in_full { format!("{words} (={title})") } else { words.to_owned() }
    }

    fn end_line(&mut self) {
        let line = self.line.trim().trim_end_matches(" //");
        if !line.is_empty() {
            let written = match (self.label.trim(), line.starts_with('#')) {
                ("", _) => line.to_owned(),
                (label, true) => format!("{line} {{aria-label={}}}", label.trim_end_matches(':')),
                (label, false) => format!("{label} {line}"),
            };
            self.out.push_str(&format!("{written}{}\n", self.marks));
            self.label.clear();
            self.marks.clear();
        }
        self.line.clear();
    }
}

/// The attributes of an element that mean something.
fn marks(node: &Node) -> String {
    let kept = node.attributes.iter().filter(|(name, _)| !LEFT_OUT.contains(&name.as_str()));
    let kept = kept.filter(|(name, _)| !name.starts_with("data-t-"));
    let written = kept.map(|(name, value)| match (name.as_str(), value.as_str()) {
        ("id", id) => format!(" {{#{id}}}"),
        ("data-years", script) => format!(" {{data-years={}}}", without_hash(script)),
        (name, "") => format!(" {{{name}}}"),
        (name, value) => format!(" {{{name}={value}}}"),
    });
    written.collect()
}

/// The name of a file of the theme without what changes with its content.
fn without_hash(name: &str) -> String {
    let hash = name.split('.').find(|part| part.len() == 10 && part.bytes().all(|byte| byte.is_ascii_hexdigit()));
    hash.map_or_else(|| name.to_owned(), |hash| name.replace(hash, "*"))
}

/// A `data-value` that is not the number shown.
fn value(node: &Node) -> String {
    let Some(value) = node.get("data-value") else { return String::new() };
    let words = node.words();
    let shown = words.split(" /").next().unwrap_or_default();
    let numbers = numbers(shown, Written::Vi);
    let shown = if shown.contains('–') { "" } else { numbers.first().map_or("", String::as_str) };
    if shown == value { String::new() } else { format!("{{{value}}}") }
}

/// The words of the main part of a page, with one space between them.
#[track_caller]
pub(crate) fn words(page: &str) -> String {
    let main = main_of(page);
    let texts: Vec<&str> = main.all().into_iter().map(|node| node.text.as_str()).collect();
    texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// That a page says something in Vietnamese and in English, and in neither what would be false there.
#[track_caller]
pub(crate) fn says(files: &super::Files, path: &str, expected: [&str; 2], never: [&str; 2]) {
    for ((language, expected), never) in ["", "en/"].iter().zip(expected).zip(never) {
        let told = words(super::text(files, &format!("{language}{path}")));
        assert!(told.contains(expected), "{path} does not say {expected:?}:\n{told}");
        assert!(!told.contains(never), "{path} says {never:?}:\n{told}");
    }
}
