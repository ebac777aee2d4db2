//! How a new part of a list or map is laid out among its neighbours.

use std::ops::Range;

/// What is added.
#[derive(Clone, Debug)]
pub(crate) enum NewValue {
    /// A scalar, as it is written.
    Scalar(String),
    /// A map: keys, and values as they are written.
    Fields(Vec<(&'static str, String)>),
}

/// Places of a text with what is to stand there.
pub(super) type Edits = Vec<(Range<usize>, String)>;

/// A part that is added to a text.
pub(super) struct PartLayout<'t> {
    pub(super) text: &'t str,
    /// Its key; none in a list.
    pub(super) key: Option<&'t str>,
    pub(super) value: &'t NewValue,
}

/// The part, on lines of its own, beside which a new one is written.
pub(super) struct PartBeside {
    /// From its key or value to its end.
    pub(super) part: Range<usize>,
    /// Where its value begins.
    pub(super) value_start: usize,
    /// Where the first key of its value stands, if that is a map on lines of its own.
    pub(super) first_key: Option<usize>,
    /// Whether the new one comes before it.
    pub(super) is_before: bool,
}

impl PartLayout<'_> {
    /// The part on one line.
    fn on_one_line(&self) -> String {
        let value = match self.value {
            NewValue::Scalar(value) => value.clone(),
            NewValue::Fields(fields) => {
                let fields: Vec<String> = fields.iter().map(|(key, value)| format!("{key}: {value}")).collect();
                format!("{{ {} }}", fields.join(", "))
            }
        };
        self.key.map_or(value.clone(), |key| format!("{key}: {value}"))
    }

    /// A list or map of this part alone.
    pub(super) fn in_brackets(&self) -> String {
        match self.key {
            Some(_) => format!("{{ {} }}", self.on_one_line()),
            None => format!("[{}]", self.on_one_line()),
        }
    }

    /// Into brackets with nothing in them; a comment in them stays.
    pub(super) fn in_empty(&self, brackets: Range<usize>) -> Edits {
        let inner = brackets.start + 1..brackets.end - 1;
        if self.text[inner.clone()].trim().is_empty() {
            return vec![(brackets, self.in_brackets())];
        }
        vec![(inner.start..inner.start, format!(" {} ", self.on_one_line()))]
    }

    /// Behind a part within brackets.
    pub(super) fn flow_after(&self, part: &Range<usize>) -> Edits {
        let next = significant(self.text, part.end);
        let has_comma = self.text[next..].starts_with(',');
        let behind = if has_comma { next + 1 } else { part.end };
        let (before, after) = if has_comma { ("", ",") } else { (",", "") };
        let new = self.on_one_line();
        match own_line(self.text, part.start) {
            Some(indent) if is_rest_of_line(&self.text[behind..]) => {
                let end = line_end(self.text, behind);
                let line = format!("{}{indent}{new}{after}", eol(self.text));
                if before.is_empty() || end == part.end {
                    vec![(end..end, format!("{before}{line}"))]
                } else {
                    vec![(part.end..part.end, before.to_owned()), (end..end, line)]
                }
            }
            Some(indent) => vec![(behind..behind, format!("{before}{}{indent}{new}{after}", eol(self.text)))],
            None => vec![(behind..behind, format!("{before} {new}{after}"))],
        }
    }

    /// Before a part within brackets.
    pub(super) fn flow_before(&self, part: &Range<usize>) -> Edits {
        let between =
            own_line(self.text, part.start).map_or(" ".to_owned(), |indent| format!("{}{indent}", eol(self.text)));
        vec![(part.start..part.start, format!("{},{between}", self.on_one_line()))]
    }

    /// Beside a part on lines of its own; none where it does not stand on lines of its own.
    pub(super) fn block(&self, neighbour: &PartBeside) -> Option<Edits> {
        let PartBeside { part, is_before, .. } = neighbour;
        let (start, column) = match self.key {
            Some(_) => (part.start, column(self.text, part.start)),
            None => dash(self.text, part.start)?,
        };
        let line = line_start(self.text, start);
        let is_own = self.text[line..start].trim_start_matches('\u{feff}').bytes().all(|byte| byte == b' ');
        let new = self.lines(neighbour, column);
        let eol = eol(self.text);
        if *is_before {
            return is_own.then(|| vec![(line..line, format!("{new}{eol}"))]);
        }
        // The first key of a list's item stands behind a dash; what follows it does not.
        let end = self.end_of_part(part.end, column);
        Some(vec![(end..end, format!("{eol}{new}"))])
    }

    /// Where the lines of a part end, with the comments below that are deeper than it.
    fn end_of_part(&self, at: usize, column: usize) -> usize {
        let mut end = line_end(self.text, at);
        loop {
            let Some(next) = self.text[end..].find('\n').map(|newline| end + newline + 1) else { return end };
            let below_end = line_end(self.text, next);
            let below = &self.text[next..below_end];
            let depth = below.len() - below.trim_start_matches(' ').len();
            if depth <= column || !below[depth..].starts_with('#') {
                return end;
            }
            end = below_end;
        }
    }

    /// The lines of the part, as deep as a column, like a neighbour.
    fn lines(&self, neighbour: &PartBeside, column: usize) -> String {
        let indent = " ".repeat(column);
        if let (NewValue::Fields(fields), Some(first)) = (self.value, neighbour.first_key) {
            let inner = " ".repeat(self::column(self.text, first));
            let fields: Vec<String> = fields.iter().map(|(key, value)| format!("{key}: {value}")).collect();
            let between = format!("{}{inner}", eol(self.text));
            let fields = fields.join(&between);
            return match self.key {
                Some(key) => format!("{indent}{key}:{between}{fields}"),
                None => format!("{indent}-{}{fields}", " ".repeat(inner.len().saturating_sub(column + 1).max(1))),
            };
        }
        let line = self.on_one_line();
        match self.key {
            None => format!("{indent}- {line}"),
            Some(key) => {
                // Values that stand in one column go on doing so.
                let is_same_line =
                    line_start(self.text, neighbour.value_start) == line_start(self.text, neighbour.part.start);
                let wanted = self::column(self.text, neighbour.value_start).saturating_sub(column + key.len() + 1);
                let spaces = if is_same_line { wanted.max(1) } else { 1 };
                let is_aligned = is_same_line && self.text[..neighbour.value_start].ends_with("  ");
                let value = &line[key.len() + 2..];
                format!("{indent}{key}:{}{value}", " ".repeat(if is_aligned { spaces } else { 1 }))
            }
        }
    }

    /// The first part of a key that has none, on the line below it.
    pub(super) fn first_below(&self, key_end: usize, list_indent: usize) -> (Range<usize>, String) {
        let end = line_end(self.text, key_end);
        (end..end, format!("{}{}", eol(self.text), self.first_line(list_indent)))
    }

    fn first_line(&self, list_indent: usize) -> String {
        match self.key {
            Some(_) => format!("  {}", self.on_one_line()),
            None => format!("{}- {}", " ".repeat(list_indent), self.on_one_line()),
        }
    }

    /// A new key with a first part at the end of a text, which ends its last line as before.
    pub(super) fn at_the_end(&self, key: &str, list_indent: usize) -> (Range<usize>, String) {
        let (end, eol) = (self.text.len(), eol(self.text));
        let new = format!("{key}:{eol}{}", self.first_line(list_indent));
        let is_ended = self.text.is_empty() || self.text.ends_with('\n');
        (end..end, if is_ended { format!("{new}{eol}") } else { format!("{eol}{new}") })
    }
}

/// How the lines of a text end.
fn eol(text: &str) -> &'static str {
    match text.find('\n') {
        Some(newline) if text[..newline].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The end of the line of a byte, before what ends it.
fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    if end > at && text[..end].ends_with('\r') { end - 1 } else { end }
}

/// In which column, counted from 0 in characters, a byte stands.
fn column(text: &str, at: usize) -> usize {
    text[line_start(text, at)..at].chars().filter(|c| *c != '\u{feff}').count()
}

/// Whether nothing but spaces stands before a byte on its line.
pub(super) fn begins_line(text: &str, at: usize) -> bool {
    own_line(text, at).is_some()
}

/// The spaces before a byte, if nothing else stands before it on its line.
fn own_line(text: &str, at: usize) -> Option<&str> {
    let before = text[line_start(text, at)..at].trim_start_matches('\u{feff}');
    before.bytes().all(|byte| matches!(byte, b' ' | b'\t')).then_some(before)
}

/// Whether nothing but a comment follows on a line.
pub(super) fn is_rest_of_line(rest: &str) -> bool {
    let line = rest.split('\n').next().unwrap_or_default();
    let said = line.trim_start();
    said.is_empty() || said.starts_with('#') && said.len() < line.len()
}

/// The next byte that is neither space nor comment.
fn significant(text: &str, from: usize) -> usize {
    let mut at = from;
    loop {
        let rest = text[at..].trim_start();
        at = text.len() - rest.len();
        if !rest.starts_with('#') || at == from {
            return at;
        }
        at += rest.find('\n').unwrap_or(rest.len());
    }
}

/// The dash before an item, and its column.
pub(super) fn dash(text: &str, item: usize) -> Option<(usize, usize)> {
    let before = text[..item].trim_end_matches([' ', '\n', '\r']);
    let at = before.len().checked_sub(1).filter(|_| before.ends_with('-'))?;
    Some((at, column(text, at)))
}
