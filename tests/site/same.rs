//! Whether two pages are the same but for the language: the same elements in each other, the same numbers in each, links
//! that lead to the counterparts.

use crate::common::numbers::{Written, numbers};
use crate::common::tree::Node;
use crate::links::target;

/// Attributes that hold words, of which only the numbers are compared; so do those that begin with `data-t-`.
const WORDS: [&str; 10] = [
    "alt",
    "aria-label",
    "content",
    "data-k",
    "data-mark",
    "data-pick",
    "data-signs",
    "data-yours",
    "placeholder",
    "title",
];

/// Attributes that say of which language something is, or with which letters it is searched.
const OF_LANGUAGE: [&str; 3] = ["data-f", "hreflang", "lang"];

/// Words with a number that is no number of the page, or is written in letters; and why.
const SPELT: [(&str, &str, &str); 6] = [
    ("CC-BY-4.0", "CC-BY", "the name of a licence"),
    ("WCAG 2.2", "WCAG", "the name of a standard"),
    ("(13.8, 93.6 và 22,9, 84,2)", "", "numbers that are quoted as an announcement wrote them"),
    ("(13.8, 93.6 and 22,9, 84,2)", "", "numbers that are quoted as an announcement wrote them"),
    ("the one criterion", "the 1 criterion", "English writes one in letters"),
    ("ranked first", "ranked 1", "English writes the first rank in letters"),
];

/// Where two pages differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// The elements from the outermost, with id or classes.
    pub(crate) place: String,
    pub(crate) what: String,
}

/// A page and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Page<'p> {
    pub(crate) path: &'p str,
    pub(crate) root: &'p Node,
}

/// All differences between a Vietnamese page and its English counterpart that are not of the language.
pub(crate) fn differences(vi: Page<'_>, en: Page<'_>) -> Vec<Difference> {
    let mut comparison = Comparison { vi: vi.path, en: en.path, place: Vec::new(), found: Vec::new() };
    comparison.node(vi.root, en.root);
    comparison.found
}

struct Comparison<'p> {
    vi: &'p str,
    en: &'p str,
    place: Vec<String>,
    found: Vec<Difference>,
}

impl Comparison<'_> {
    fn node(&mut self, vi: &Node, en: &Node) {
        self.place.push(name(vi));
        self.attributes(vi, en);
        if en.get("lang").is_some() && en.get("lang") != Some("en") && en.get("hreflang").is_none() {
            self.equal("quotes", &vi.words(), &en.words());
        } else if is_drawing(vi) {
            self.drawing(vi, en);
        } else {
            self.words("says", &own_words(vi), &own_words(en));
            self.children(vi, en);
        }
        self.place.pop();
    }

    /// Compares what stands in two elements: by its place, or by what it leads to where names decide the order.
    fn children(&mut self, vi: &Node, en: &Node) {
        let (left, mut right) = (items(vi), items(en));
        let kinds = |nodes: &[&Node]| nodes.iter().map(|node| kind(node)).collect::<Vec<_>>().join(" ");
        let (keys, other) = (self.keys(self.vi, &left), self.keys(self.en, &right));
        if keys != other && sorted(&keys) == sorted(&other) {
            if ranks(&left) != ranks(&right) {
                self.tell(format!("has the order {keys:?} in Vietnamese and {other:?} in English"));
            }
            right = keys.iter().filter_map(|key| Some(right[other.iter().position(|other| other == key)?])).collect();
        }
        let (a, b) = (kinds(&left), kinds(&right));
        if a != b {
            return self.tell(format!("holds {a} in Vietnamese and {b} in English"));
        }
        left.into_iter().zip(right).for_each(|(vi, en)| self.node(vi, en));
    }

    /// What tells each of some elements from the others in any language: its id, or where its first link leads.
    fn keys(&self, path: &str, nodes: &[&Node]) -> Vec<String> {
        let link = |node: &Node| Some(counterpart(path, node.named("a").first()?.get("href")?));
        let key = |node: &&Node| node.get("id").map(str::to_owned).or_else(|| link(node)).unwrap_or_else(|| kind(node));
        nodes.iter().map(key).collect()
    }

    fn attributes(&mut self, vi: &Node, en: &Node) {
        let compared = |key: &&String| !OF_LANGUAGE.contains(&key.as_str());
        let keys = |node: &Node| node.attributes.keys().filter(compared).cloned().collect::<Vec<_>>().join(" ");
        self.equal("has the attributes", &keys(vi), &keys(en));
        for (key, left) in vi.attributes.iter().filter(|(key, _)| compared(key)) {
            let Some(right) = en.get(key) else { continue };
            let what = format!("has {key}=");
            match key.as_str() {
                "href" if vi.get("hreflang").is_some() => {}
                "href" | "src" | "data-years" => {
                    self.equal(&what, &counterpart(self.vi, left), &counterpart(self.en, right));
                }
                "class" => self.equal(&what, &without_edges(left), &without_edges(right)),
                // What scripts read is written in one way in all languages.
                "data-v" => self.numbers(&what, (left, Written::En), (right, Written::En)),
                // A drawing is as high as its words need.
                "viewbox" if is_drawing(vi) => {}
                key if WORDS.contains(&key) || key.starts_with("data-t-") => self.words(&what, left, right),
                _ => self.equal(&what, left, right),
            }
        }
    }

    /// What a drawing shows may be set elsewhere where words are longer: it has the same marks and says the same numbers.
    fn drawing(&mut self, vi: &Node, en: &Node) {
        let marks = |node: &Node| {
            let words = ["", "text", "tspan"];
            let shapes = node.all().into_iter().filter(|node| !words.contains(&node.name.as_str()));
            // Lines that lead to words that had to move aside.
            let shapes = shapes.filter(|shape| !shape.has_class("ax0"));
            sorted(&shapes.map(name).collect::<Vec<_>>()).join(" ")
        };
        self.equal("draws", &marks(vi), &marks(en));
        let texts = |node: &Node| node.all().iter().map(|node| format!("{}\u{1}", node.text)).collect::<String>();
        self.words("says", &texts(vi), &texts(en));
    }

    /// Compares the numbers of two texts, in whatever order the languages have them.
    fn words(&mut self, what: &str, vi: &str, en: &str) {
        self.numbers(what, (vi, Written::Vi), (en, Written::En));
    }

    fn numbers(&mut self, what: &str, vi: (&str, Written), en: (&str, Written)) {
        let [left, right] = [vi, en].map(|(text, written)| sorted(&numbers(&spelt(text), written)).join(" "));
        if left != right {
            let [vi, en] = [vi.0, en.0].map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
            self.tell(format!("{what} {left:?} in “{vi}” and {right:?} in “{en}”").replace('\u{1}', ""));
        }
    }

    fn equal(&mut self, what: &str, vi: &str, en: &str) {
        if vi != en {
            self.tell(format!("{what} {vi:?} in Vietnamese and {en:?} in English"));
        }
    }

    fn tell(&mut self, what: String) {
        self.found.push(Difference { place: self.place.join(" "), what });
    }
}

/// The elements in an element, with what is in the mark of a name that has no English one.
///
/// Of the alphabet these are its units, whatever letters they begin with. The units above and below another one are left
/// out: where a rank is shared or not known, names decide who that is.
fn items(node: &Node) -> Vec<&Node> {
    if node.get("id") == Some("az") {
        return node.named("li");
    }
    let is_list = node.has_class("dl");
    let all = node.elements().filter(|item| !(is_list && is_beside(item)));
    all.flat_map(|item| if is_foreign(item) { items(item) } else { vec![item] }).collect()
}

/// Whether an item leads to the page beside this one.
fn is_beside(item: &Node) -> bool {
    let link = item.elements().next().and_then(|link| link.get("href")?.strip_prefix("../"));
    link.and_then(|rest| rest.strip_suffix("/index.html")).is_some_and(|id| !id.contains('/'))
}

/// Whether an element only says that its words are of another language.
fn is_foreign(node: &Node) -> bool {
    node.name == "span" && node.attributes.keys().eq(["lang"])
}

/// The words that stand directly in an element.
fn own_words(node: &Node) -> String {
    let words = node.children.iter().map(|child| if is_foreign(child) { own_words(child) } else { child.text.clone() });
    words.map(|words| format!("{words}\u{1}")).collect()
}

fn is_drawing(node: &Node) -> bool {
    node.name == "svg" && node.get("role").is_some()
}

/// An element with its id or classes.
fn name(node: &Node) -> String {
    match (node.get("id"), node.get("class")) {
        (Some(id), _) => format!("{}#{id}", node.name),
        (None, Some(class)) => format!("{}.{}", node.name, class.replace(' ', ".")),
        (None, None) => node.name.clone(),
    }
}

/// An element with its classes.
fn kind(node: &Node) -> String {
    format!("{}.{}", node.name, without_edges(node.get("class").unwrap_or_default()))
}

/// Classes without those that say that a row is the first or last of a tie.
fn without_edges(classes: &str) -> String {
    let kept = classes.split(' ').filter(|class| !["t1", "t9"].contains(class));
    kept.collect::<Vec<_>>().join(" ")
}

/// The ranks of rows, which each say it first; rows and items without one have none, nor have those below a line that
/// says that their order is that of names.
fn ranks(rows: &[&Node]) -> Vec<String> {
    if rows.iter().any(|row| row.has_class("sub")) {
        return Vec::new();
    }
    let first = |row: &&Node| row.elements().next().filter(|cell| cell.name == "td").map(Node::words);
    let is_sign = |c: &char| c.is_ascii_digit() || "=–".contains(*c);
    let rank = |row: &&Node| first(row).map(|words| words.chars().filter(is_sign).collect()).unwrap_or_default();
    rows.iter().map(rank).collect()
}

fn sorted(words: &[String]) -> Vec<String> {
    let mut sorted = words.to_vec();
    sorted.sort();
    sorted
}

/// A text in which all numbers, and only numbers, are written in digits.
fn spelt(text: &str) -> String {
    SPELT.iter().fold(text.to_owned(), |text, (words, other, _)| text.replace(words, other))
}

/// Where a link leads, without the language of the site: from an English page to an English one.
fn counterpart(from: &str, address: &str) -> String {
    if address.contains(':') || address.starts_with('#') {
        return address.replace("/en/", "/");
    }
    let at = address.find(['#', '?']).unwrap_or(address.len());
    let path = target(from, &address[..at]).unwrap_or_else(|| address[..at].to_owned());
    let (english, rest) = path.strip_prefix("en/").map_or((false, path.as_str()), |rest| (true, rest));
    if path.ends_with(".html") && english != from.starts_with("en/") {
        return format!("the other language: {path}");
    }
    let script = rest.split_once("-vi.").or_else(|| rest.split_once("-en."));
    let rest = script.map_or(rest, |(name, _)| name);
    format!("{rest}{}", &address[at..])
}
