//! Faults with their sentences filled in and their places as lines and columns.

use std::collections::BTreeMap;

use crate::diagnostics::{CliLanguage, Code, Diagnostic, Faults, Severity};
use crate::model::Place;
use crate::tree::Tree;

/// Everything that is told.
pub(super) struct PrintedReport<'t> {
    /// The faults in the order in which they are told.
    pub(super) faults: Vec<Reported<'t>>,
    pub(super) errors: usize,
    pub(super) warnings: usize,
    /// How many files were read.
    pub(super) files: usize,
}

/// A fault, ready to print.
pub(super) struct Reported<'t> {
    pub(super) code: &'static Code,
    pub(super) spot: Spot,
    pub(super) message: String,
    pub(super) label: String,
    pub(super) help: String,
    /// The text at its place.
    pub(super) text: &'t str,
    /// The line in which it begins; none for a path that is not in the tree, and for an empty file.
    pub(super) line: Option<&'t str>,
    /// Other places, each with what they have to do with it.
    pub(super) related: Vec<(Spot, String)>,
}

/// A place as people count: lines and columns from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) path: String,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    /// The column after the last character.
    pub(super) end_column: usize,
}

impl<'t> PrintedReport<'t> {
    /// Resolves all faults against the files that they stand in.
    pub(super) fn new(faults: Faults, tree: &'t Tree, files: usize, language: CliLanguage) -> Self {
        let mut sources = Sources { tree, files: BTreeMap::new() };
        let mut faults: Vec<Reported<'t>> = faults.sorted().iter().map(|fault| sources.tell(fault, language)).collect();
        let errors = faults.iter().filter(|fault| fault.code.severity == Severity::Error).count();
        let warnings = faults.len() - errors;
        // Only the paths that are not in the tree change their position.
        faults.sort_by(|a, b| {
            let key = |fault: &Reported| (fault.spot.line, fault.spot.column, fault.code.id);
            a.spot.path.cmp(&b.spot.path).then_with(|| key(a).cmp(&key(b)))
        });
        Self { faults, errors, warnings, files }
    }
}

/// The files that faults stand in.
struct Sources<'t> {
    tree: &'t Tree,
    files: BTreeMap<u32, Source<'t>>,
}

impl<'t> Sources<'t> {
    fn tell(&mut self, fault: &Diagnostic, language: CliLanguage) -> Reported<'t> {
        let [message, label, help] = fault.sentences(language).map(|sentence| printable(&sentence));
        let related = fault.related.iter().filter_map(|(place, name)| {
            let source = self.source(*place)?;
            Some((source.spot(*place), printable(word(fault, name, language))))
        });
        let related = related.collect();
        let (spot, text, line) = match fault.place.and_then(|place| Some((place, self.source(place)?))) {
            Some((place, source)) => (source.spot(place), source.text_at(place), source.line_at(place)),
            None => (Spot::whole(word(fault, "path", language)), "", None),
        };
        Reported { code: fault.code, spot, message, label, help, text, line, related }
    }

    /// The file of a place; none for a path that is not in the tree.
    fn source(&mut self, place: Place) -> Option<&mut Source<'t>> {
        let file = self.tree.files.get(place.file as usize)?;
        Some(self.files.entry(place.file).or_insert_with(|| Source::new(&file.path, self.tree.text(place.file))))
    }
}

/// The value of a word, in the language if it is there in several; else the name itself.
fn word<'d>(fault: &'d Diagnostic, name: &'d str, language: CliLanguage) -> &'d str {
    let find = |name: &str| fault.words.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str());
    let translated = match language {
        CliLanguage::English => None,
        CliLanguage::Vietnamese => find(&format!("{name}_vi")),
    };
    translated.or_else(|| find(name)).unwrap_or(name)
}

impl Spot {
    /// The start of a file of which only the path is known.
    fn whole(path: &str) -> Self {
        Self { path: path.to_owned(), line: 1, column: 1, end_line: 1, end_column: 1 }
    }
}

impl std::fmt::Display for Spot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}", printable(&self.path), self.line, self.column)
    }
}

/// A file with a table of its lines.
struct Source<'t> {
    path: &'t str,
    text: &'t str,
    /// The first byte of each line; of the first one, behind the mark of the encoding.
    lines: Vec<usize>,
    /// The place that was asked for last, for the next one in the same line: line, byte, column.
    last: (usize, usize, usize),
}

impl<'t> Source<'t> {
    fn new(path: &'t str, text: &'t str) -> Self {
        let first = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        // A carriage return ends a line too, unless a newline follows.
        let ends = memchr::memchr2_iter(b'\n', b'\r', text.as_bytes());
        let ends = ends.filter(|&at| text.as_bytes()[at] == b'\n' || text.as_bytes().get(at + 1) != Some(&b'\n'));
        let lines = std::iter::once(first).chain(ends.map(|end| end + 1)).collect();
        Self { path, text, lines, last: (0, first, 1) }
    }

    fn spot(&mut self, place: Place) -> Spot {
        let (line, column) = self.line_column(place.start);
        let (end_line, end_column) = self.line_column(place.end);
        Spot { path: self.path.to_owned(), line, column, end_line, end_column }
    }

    /// The line and column of a byte.
    fn line_column(&mut self, at: u32) -> (usize, usize) {
        let at = self.within(at).max(self.lines[0]);
        let line = self.lines.partition_point(|&start| start <= at) - 1;
        let (last_line, last_at, last_column) = self.last;
        let known = last_line == line && last_at <= at;
        let (from, column) = if known { (last_at, last_column) } else { (self.lines[line], 1) };
        let column = column + self.text[from..at].chars().count();
        self.last = (line, at, column);
        (line + 1, column)
    }

    fn text_at(&self, place: Place) -> &'t str {
        &self.text[self.within(place.start)..self.within(place.end.max(place.start))]
    }

    /// The line of a place without its end; none in an empty file.
    fn line_at(&self, place: Place) -> Option<&'t str> {
        let at = self.within(place.start).max(self.lines[0]);
        let line = self.lines.partition_point(|&start| start <= at) - 1;
        let text = self.text[self.lines[line]..].split(['\n', '\r']).next().unwrap_or_default();
        (!self.text.is_empty()).then_some(text)
    }

    /// A byte of the text at which a character starts.
    fn within(&self, at: u32) -> usize {
        let at = (at as usize).min(self.text.len());
        (0..=at).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or_default()
    }
}

/// A text on one line without the characters that could steer a terminal.
pub(super) fn printable(text: &str) -> String {
    let shown = |c: char| match c {
        '\n' | '\r' | '\t' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    text.chars().map(shown).collect()
}
