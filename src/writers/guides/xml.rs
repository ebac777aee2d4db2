//! A small writer of XML: what is text is escaped, and each element is closed.

use crate::render::Html;

/// What every file begins with.
pub(crate) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

/// An attribute: its name and its value.
type Attribute<'a> = (&'static str, &'a str);

/// XML that grows.
#[derive(Debug, Default)]
pub(crate) struct Xml(String);

impl Xml {
    /// A file that has only its first line.
    #[must_use]
    pub(crate) fn new() -> Self {
        Self(HEAD.to_owned())
    }

    /// Opens an element, on a line of its own.
    pub(crate) fn open(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.tag(name, attributes);
        self.0.push_str(">\n");
    }

    /// Closes an element, on a line of its own.
    pub(crate) fn close(&mut self, name: &'static str) {
        self.end(name);
    }

    /// An element that holds nothing.
    pub(crate) fn empty(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.tag(name, attributes);
        self.0.push_str("/>\n");
    }

    /// An element that holds a text.
    pub(crate) fn text(&mut self, name: &'static str, text: &str) {
        self.tag(name, &[]);
        self.0.push('>');
        self.0.push_str(Html::text(text).as_str());
        self.end(name);
    }

    /// Appends finished XML.
    pub(crate) fn push(&mut self, xml: &str) {
        self.0.push_str(xml);
    }

    /// The finished text.
    #[must_use]
    pub(crate) fn finish(self) -> String {
        self.0
    }

    fn tag(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        let mut tag = Html::default();
        attributes.iter().for_each(|(name, value)| tag.attr(name, value));
        self.0.push('<');
        self.0.push_str(name);
        self.0.push_str(tag.as_str());
    }

    fn end(&mut self, name: &'static str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push_str(">\n");
    }
}

#[cfg(test)]
mod tests {
    use super::Xml;

    #[test]
    fn texts_cannot_become_elements() {
        let mut xml = Xml::default();
        xml.open("a", &[("b", "\"<&>'")]);
        xml.text("c", "1 < 2 & ]]>");
        xml.empty("d", &[]);
        xml.close("a");
        let expected = "<a b=\"&quot;&lt;&amp;&gt;&#39;\">\n<c>1 &lt; 2 &amp; ]]&gt;</c>\n<d/>\n</a>\n";
        assert_eq!(xml.finish(), expected);
    }
}
