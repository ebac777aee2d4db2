//! Finished markup: the one type that templates do not escape.

use unicode_normalization::char::is_combining_mark;

/// The most letters of a word that stays in one piece; one of Vietnamese has seven.
const LONG: usize = 24;
/// After how many letters a longer one may break, though never before a mark that belongs to the letter before.
const BREAKS: usize = 12;

/// Markup made by our own code. Texts of editors enter it only through [`Html::text`], [`Html::push_text`] and
/// [`Html::attr`], which escape them. It has no `Display`: markup that is printed into a text, such as the value of an
/// attribute, would be read as the text of tags. [`Html::plain`] is its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Html(String);

impl Html {
    /// A text, escaped.
    #[must_use]
    pub(crate) fn text(text: &str) -> Self {
        let mut html = Self::default();
        html.push_text(text);
        html
    }

    /// A text, escaped, whose very long words may break, so that a table stays on a small screen.
    #[must_use]
    pub(crate) fn breakable(text: &str) -> Self {
        let mut html = Self::default();
        for (i, word) in text.split(' ').enumerate() {
            if i > 0 {
                html.push_text(" ");
            }
            html.push_word(word);
        }
        html
    }

    fn push_word(&mut self, word: &str) {
        if word.len() <= LONG || word.chars().count() <= LONG {
            return self.push_text(word);
        }
        for (i, c) in word.chars().enumerate() {
            if i > 0 && i % BREAKS == 0 && !is_combining_mark(c) {
                self.push_raw("<wbr>");
            }
            self.push_text(c.encode_utf8(&mut [0; 4]));
        }
    }

    /// Markup from a writer that escapes by itself: a chart, or the Markdown writer.
    #[must_use]
    pub(crate) fn trusted(markup: String) -> Self {
        Self(markup)
    }

    /// The same markup, whose links open the whole window and not the frame in which another site shows it. No text can
    /// begin a link, since texts are escaped.
    #[must_use]
    pub(crate) fn for_the_whole_window(&self) -> Self {
        Self(self.0.replace("<a href=", "<a target=\"_top\" href="))
    }

    /// Appends a text, escaped.
    pub(crate) fn push_text(&mut self, text: &str) {
        escape(text, &mut self.0);
    }

    /// Appends markup that stands in our own code.
    pub(crate) fn push_raw(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    /// Appends finished markup.
    pub(crate) fn push(&mut self, other: &Self) {
        self.0.push_str(&other.0);
    }

    /// Markup as a link, or as it is where it leads nowhere.
    #[must_use]
    pub(crate) fn linked(self, href: Option<&str>) -> Self {
        let Some(href) = href else { return self };
        let mut html = Self::default();
        html.push_raw("<a");
        html.attr("href", href);
        html.push_raw(">");
        html.push(&self);
        html.push_raw("</a>");
        html
    }

    /// Appends an attribute with a space before it; its value is escaped.
    pub(crate) fn attr(&mut self, name: &'static str, value: &str) {
        self.0.push(' ');
        self.0.push_str(name);
        self.0.push_str("=\"");
        escape(value, &mut self.0);
        self.0.push('"');
    }

    /// The markup.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The text that is read, without markup.
    #[must_use]
    pub(crate) fn plain(&self) -> String {
        let mut out = String::with_capacity(self.0.len());
        for (i, piece) in self.0.split('<').enumerate() {
            let text = if i == 0 { piece } else { piece.split_once('>').map_or("", |(_, text)| text) };
            out.push_str(text);
        }
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
        entities.iter().fold(out, |text, (entity, character)| text.replace(entity, character))
    }

    /// The text of its first paragraph, if it has one.
    #[must_use]
    pub(crate) fn first_paragraph(&self) -> Option<String> {
        let (_, rest) = self.0.split_once("<p>")?;
        let (inside, _) = rest.split_once("</p>")?;
        Some(Self(inside.to_owned()).plain())
    }
}

impl From<&str> for Html {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Html {
    fn from(text: String) -> Self {
        Self::text(&text)
    }
}

/// Appends a text with the five characters escaped that mean something in markup and quoted attributes.
fn escape(text: &str, out: &mut String) {
    let mut from = 0;
    for (i, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.push_str(&text[from..i]);
        out.push_str(entity);
        from = i + 1;
    }
    out.push_str(&text[from..]);
}

#[cfg(test)]
mod tests {
    use super::Html;

    #[test]
    fn only_very_long_words_may_break() {
        let is = |text: &str, expected: &str| assert_eq!(Html::breakable(text), Html::trusted(expected.to_owned()));
        is("Sở Y  tế &", "Sở Y  tế &amp;");
        is("a-word-of-24-letters-isnt", "a-word-of-24<wbr>-letters-isn<wbr>t");
        is("of-24-letters-that-stays", "of-24-letters-that-stays");
        is(&format!("x {}<e\u{301}", "ô".repeat(24)), &format!("x {0}<wbr>{0}<wbr>&lt;e\u{301}", "ô".repeat(12)));
        is(
            &format!("{}\u{301}{}", "o".repeat(12), "n".repeat(13)),
            &format!("{}\u{301}{}<wbr>nn", "o".repeat(12), "n".repeat(11)),
        );
    }

    #[test]
    fn the_text_of_markup_is_what_was_written() {
        let text = "a < b > \"c\" & 'd' &lt; &amp;lt;";
        let mut html = Html::text(text);
        html.push_raw("<b title=\"x\">e</b>");
        assert_eq!(html.plain(), format!("{text}e"));
        let page = Html::trusted("<h2>t</h2>\n<p>one <a href=\"x\">two</a> &amp; three</p><p>four</p>".to_owned());
        assert_eq!(page.first_paragraph().as_deref(), Some("one two & three"));
        assert_eq!(Html::text("<p>").first_paragraph(), None);
    }

    #[test]
    fn texts_cannot_become_markup() {
        let mut html = Html::text("<script>alert('x')</script>");
        html.push_raw("<a");
        html.attr("title", "\" onclick=\"x");
        html.push_raw(">");
        assert_eq!(
            html.as_str(),
            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;<a title=\"&quot; onclick=&quot;x\">"
        );
    }
}
