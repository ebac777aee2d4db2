//! What a page says: its `<main>` without what only makes it look so, in lines that a person can read and compare.
//!
//! Classes go, and of a drawing all but its texts: how a page looks may change without a new expectation.

/// Elements that stay within a line of text.
const INLINE: [&str; 15] =
    ["a", "abbr", "b", "br", "button", "code", "del", "em", "i", "s", "small", "span", "strong", "sub", "sup"];

/// Attributes that do not change what is said.
const LOOKS: [&str; 4] = ["class", "data-c", "data-up", "data-sort"];

/// The significant lines of a page's `<main>`.
#[track_caller]
pub(crate) fn main_text(page: &str) -> String {
    let start = page.find("<main").expect("a page with <main>");
    let end = page.find("</main>").expect("a page with </main>");
    lines(&page[start..end])
}

/// The significant lines of markup that our own program wrote.
pub(crate) fn lines(markup: &str) -> String {
    let mut lines = Lines::default();
    let mut rest = markup;
    while !rest.is_empty() {
        if !rest.starts_with('<') {
            let end = rest.find('<').unwrap_or(rest.len());
            lines.text(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        let end = tag_end(rest);
        lines.tag(&rest[1..end - 1]);
        rest = &rest[end..];
    }
    lines.finish()
}

/// Where a tag ends: a `>` outside quotes.
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

#[derive(Default)]
struct Lines {
    out: String,
    line: String,
    /// The texts of the drawing that is being read.
    drawing: Option<String>,
    /// The texts of the drawing before: the same one in another width is left out.
    drawn: String,
}

impl Lines {
    fn text(&mut self, text: &str) {
        let line = self.drawing.as_mut().unwrap_or(&mut self.line);
        for (i, word) in text.split(['\n', ' ']).enumerate() {
            if i > 0 && !line.is_empty() && !line.ends_with([' ', '\n']) {
                line.push(' ');
            }
            line.push_str(word);
        }
    }

    /// Takes a tag without its brackets.
    fn tag(&mut self, tag: &str) {
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        match (name, tag.starts_with('/')) {
            ("svg", false) => self.drawing = Some(String::new()),
            ("svg", true) => self.end_drawing(),
            ("title" | "desc" | "text", false) if self.drawing.is_some() => self.start_words(name),
            _ if self.drawing.is_some() => {}
            (_, closes) => self.element(tag, INLINE.contains(&name), closes),
        }
    }

    fn element(&mut self, tag: &str, inline: bool, closes: bool) {
        if !inline && !closes {
            self.end_line();
        }
        self.line.push('<');
        self.line.push_str(&without_looks(tag));
        self.line.push('>');
        if !inline && closes {
            self.end_line();
        }
    }

    /// The words of a drawing stand in lines of their own.
    fn start_words(&mut self, name: &str) {
        let Some(drawing) = &mut self.drawing else { return };
        let end = drawing.trim_end().len();
        drawing.truncate(end);
        drawing.push_str(&format!("\n  svg {name}: "));
    }

    fn end_drawing(&mut self) {
        let drawing = self.drawing.take().unwrap_or_default();
        let words = drawing.trim_end();
        if words.trim().is_empty() || words == self.drawn {
            return;
        }
        self.end_line();
        self.out.push_str(words.trim_start_matches('\n'));
        self.out.push('\n');
        self.drawn = words.to_owned();
    }

    fn end_line(&mut self) {
        let line = self.line.trim();
        if !line.is_empty() {
            self.out.push_str(line);
            self.out.push('\n');
        }
        self.line.clear();
    }

    fn finish(mut self) -> String {
        self.end_line();
        self.out
    }
}

/// A tag without the attributes that only make it look so.
fn without_looks(tag: &str) -> String {
    let mut out = String::with_capacity(tag.len());
    let mut quoted = false;
    let mut from = 0;
    for (i, byte) in tag.bytes().enumerate().chain([(tag.len(), b' ')]) {
        quoted ^= byte == b'"';
        if byte != b' ' || quoted {
            continue;
        }
        let attribute = &tag[from..i];
        let name = attribute.split('=').next().unwrap_or_default().trim();
        if !LOOKS.contains(&name) {
            out.push_str(attribute);
        }
        from = i;
    }
    out
}
