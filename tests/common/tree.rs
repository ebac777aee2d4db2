//! Pages as trees: which element stands in which.

use std::collections::BTreeMap;
use std::ops::Range;

use super::html::unescape;

/// Elements that hold nothing and are not closed.
const VOID: [&str; 8] = ["br", "col", "hr", "img", "input", "link", "meta", "wbr"];

/// An element with what stands in it; or a text, which has no name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    /// The words of a text; nothing of an element.
    pub(crate) text: String,
    pub(crate) children: Vec<Node>,
    /// Where the markup in it stands.
    pub(crate) inner: Range<usize>,
}

impl Node {
    /// An attribute; nothing where it is not there.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split(' ').any(|c| c == class))
    }

    pub(crate) fn is_text(&self) -> bool {
        self.name.is_empty()
    }

    /// The elements that stand directly in it.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Node> {
        self.children.iter().filter(|child| !child.is_text())
    }

    /// The node itself and all below it, in the order of the page.
    pub(crate) fn all(&self) -> Vec<&Node> {
        let mut all = vec![];
        self.collect(&mut all);
        all
    }

    fn collect<'n>(&'n self, all: &mut Vec<&'n Node>) {
        all.push(self);
        for child in &self.children {
            child.collect(all);
        }
    }

    /// The elements of one name in it, in the order of the page.
    pub(crate) fn named(&self, name: &str) -> Vec<&Node> {
        self.all().into_iter().filter(|node| node.name == name).collect()
    }

    /// Takes away what is of some kind, with all that stands in it.
    pub(crate) fn drop_all(&mut self, is: &dyn Fn(&Node) -> bool) {
        self.children.retain(|child| !is(child));
        self.children.iter_mut().for_each(|child| child.drop_all(is));
    }

    /// All texts in it as they stand there.
    pub(crate) fn whole_text(&self) -> String {
        self.all().iter().map(|node| node.text.as_str()).collect()
    }

    /// All words in it, with one space between them.
    pub(crate) fn words(&self) -> String {
        self.whole_text().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The tree of some markup below a root without a name; each element must be closed where it belongs.
#[track_caller]
pub(crate) fn tree(markup: &str) -> Node {
    let (root, faults) = read(markup);
    assert!(faults.is_empty(), "{faults:?}");
    root
}

/// The `<main>` of a page.
#[track_caller]
pub(crate) fn main_of(page: &str) -> Node {
    let root = tree(page);
    let main = root.named("main");
    assert_eq!(main.len(), 1, "a page has one <main>");
    main[0].clone()
}

/// The tree of a piece of a page, and what is wrong with it.
pub(crate) fn read(markup: &str) -> (Node, Vec<String>) {
    let mut reader = Reader { markup, open: vec![Node::default()], faults: Vec::new() };
    let mut at = 0;
    while at < markup.len() {
        at = reader.next(at);
    }
    while let [_, .., last] = reader.open.as_slice() {
        reader.faults.push(format!("<{}> is not closed", last.name));
        reader.close(markup.len());
    }
    let mut root = reader.open.remove(0);
    root.inner = 0..markup.len();
    (root, reader.faults)
}

struct Reader<'m> {
    markup: &'m str,
    /// The elements that are open, from the outermost.
    open: Vec<Node>,
    faults: Vec<String>,
}

impl Reader<'_> {
    /// Takes a text or a tag; answers where the next one starts.
    fn next(&mut self, at: usize) -> usize {
        let rest = &self.markup[at..];
        let raw = self.open.last().map(|node| node.name.as_str()).filter(|name| ["script", "style"].contains(name));
        if let Some(name) = raw {
            return at + rest.find(&format!("</{name}")).map_or(rest.len(), |end| self.tag(at + end) - at);
        }
        if !rest.starts_with('<') {
            let end = rest.find('<').unwrap_or(rest.len());
            self.add(Node { text: unescape(&rest[..end]), ..Node::default() });
            return at + end;
        }
        self.tag(at)
    }

    fn tag(&mut self, at: usize) -> usize {
        let rest = &self.markup[at..];
        let end = at + tag_end(rest);
        let tag = self.markup[at + 1..end].trim_end_matches('>');
        if tag.starts_with('!') {
        } else if let Some(name) = tag.strip_prefix('/') {
            self.end_tag(name.trim(), at);
        } else {
            let node = Node { inner: end..end, ..element(tag) };
            if tag.ends_with('/') || VOID.contains(&node.name.as_str()) { self.add(node) } else { self.open.push(node) }
        }
        end
    }

    fn end_tag(&mut self, name: &str, at: usize) {
        let Some(place) = self.open.iter().rposition(|node| node.name == name) else {
            return self.faults.push(format!("</{name}> closes nothing"));
        };
        while self.open.len() > place + 1 {
            let inner = self.open.last().map(|node| node.name.clone()).unwrap_or_default();
            self.faults.push(format!("</{name}> closes <{inner}>"));
            self.close(at);
        }
        self.close(at);
    }

    /// Closes the innermost element.
    fn close(&mut self, at: usize) {
        if let Some(mut node) = self.open.pop() {
            node.inner.end = at;
            self.add(node);
        }
    }

    fn add(&mut self, node: Node) {
        self.open.last_mut().expect("the root").children.push(node);
    }
}

/// Where a tag ends: behind a `>` outside quotes.
fn tag_end(markup: &str) -> usize {
    let mut quoted = false;
    for (i, byte) in markup.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return i + 1,
            _ => {}
        }
    }
    markup.len()
}

/// A tag without its brackets as an element.
fn element(tag: &str) -> Node {
    let tag = tag.strip_suffix('/').unwrap_or(tag);
    let (name, mut rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let mut attributes = BTreeMap::new();
    while let Some(start) = rest.find(|c: char| !c.is_whitespace()) {
        rest = &rest[start..];
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let key = rest[..end].to_lowercase();
        rest = &rest[end..];
        let value = rest.strip_prefix("=\"").and_then(|value| value.split_once('"'));
        rest = value.map_or(rest.trim_start_matches('='), |(_, after)| after);
        attributes.insert(key, value.map(|(value, _)| unescape(value)).unwrap_or_default());
    }
    Node { name: name.to_lowercase(), attributes, ..Node::default() }
}

#[test]
fn elements_stand_in_each_other() {
    let page = "<!DOCTYPE html><main id=\"m\" hidden data-x=\"1 > 0\"><ul><li>một<br/>hai <b class=\"k x\">&amp;</b></li>\
        <li>ba</li></ul><svg><path d=\"M0\"/><text>4</text></svg><script>if (a<b) {}</script></main>";
    let main = main_of(page);
    assert_eq!([main.get("id"), main.get("hidden"), main.get("data-x")], [Some("m"), Some(""), Some("1 > 0")]);
    let names: Vec<&str> = main.all().iter().map(|node| node.name.as_str()).filter(|name| !name.is_empty()).collect();
    assert_eq!(names, ["main", "ul", "li", "br", "b", "li", "svg", "path", "text", "script"]);
    assert_eq!((main.words().as_str(), main.named("li")[0].words().as_str()), ("mộthai &ba4", "mộthai &"));
    assert!(main.named("b")[0].has_class("x") && main.named("ul")[0].elements().count() == 2);
    assert_eq!(&page[main.named("li")[1].inner.clone()], "ba");
}

#[test]
fn elements_that_are_closed_elsewhere_are_told() {
    for (markup, fault) in [
        ("<p>a<b>c</p>", "</p> closes <b>"),
        ("<p>a</b></p>", "</b> closes nothing"),
        ("<ul><li>", "<li> is not closed"),
    ] {
        assert_eq!(read(markup).1[0], fault, "{markup}");
    }
}
