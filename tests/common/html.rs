//! The elements of a page, one after the other, with their attributes and texts.

use std::collections::BTreeMap;

use super::tree::{self, Node};

/// One element of a page.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    /// All texts in it.
    pub(crate) text: String,
    /// The markup in it.
    pub(crate) inner: String,
}

impl Element {
    /// An attribute; nothing where it is not there.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split(' ').any(|c| c == class))
    }
}

/// All elements of some markup in the order of the page.
#[track_caller]
pub(crate) fn elements(markup: &str) -> Vec<Element> {
    read(markup, |_| true)
}

/// All elements with their attributes alone: without what is in them, which takes most of the time.
#[track_caller]
pub(crate) fn tags(markup: &str) -> Vec<Element> {
    read(markup, |_| false)
}

/// The elements of one name.
#[track_caller]
pub(crate) fn named(markup: &str, name: &str) -> Vec<Element> {
    let mut elements = read(markup, |other| other == name);
    elements.retain(|element| element.name == name);
    elements
}

fn read(markup: &str, with_inside: impl Fn(&str) -> bool) -> Vec<Element> {
    let (root, _) = tree::read(markup);
    let elements = root.all().into_iter().filter(|node| !node.is_text());
    let element = |node: &Node| {
        let inside = with_inside(&node.name).then(|| (node.whole_text(), markup[node.inner.clone()].to_owned()));
        let (text, inner) = inside.unwrap_or_default();
        Element { name: node.name.clone(), attributes: node.attributes.clone(), text, inner }
    };
    elements.map(element).collect()
}

/// A text with its character references resolved.
pub(crate) fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').filter(|end| *end < 10);
        match end.and_then(|end| Some((reference(&rest[1..end])?, end))) {
            Some((c, end)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn reference(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}
