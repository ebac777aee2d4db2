//! YAML as a flat tree of nodes with exact text and place.
//!
//! The parser's events fill a tape of 16 bytes a node in the order of the text; a node is its position there. Only
//! `events.rs` names the YAML package. What the format refuses (tags, merge keys, equal keys, …) is told here and left
//! out, so that the keys of a map are unique texts for every reader. After a syntax fault the broken part is blanked
//! and the text read again, so that one run tells several.

mod added;
mod bare;
mod comments;
mod copied;
mod encoding;
mod events;
mod layout;
mod legacy;
mod levels;
mod lines;
mod mend;
mod quote;
mod spreadsheet;
mod tape;
mod trouble;
mod typed;
mod write;

#[cfg(test)]
mod tests;

pub(crate) use added::{NoPlace, PartSpot};
pub(crate) use comments::without_comments;
pub(crate) use copied::conflict;
pub(crate) use encoding::decode;
pub(crate) use layout::NewValue;
pub(crate) use quote::{quoted, scalar};
pub(crate) use spreadsheet::is_of_spreadsheet;

use std::borrow::Cow;

use crate::diagnostics::Faults;
use crate::diagnostics::codes::syntax::{ALIAS_UNKNOWN, ANCHOR_UNUSED, KEY_DUPLICATE};
use crate::model::Place;

use tape::{Form, Slot, Tape};

/// How deep lists and maps may lie in each other.
const NESTING_MAX: usize = 32;
/// How many characters a key may have.
const KEY_CHARS_MAX: usize = 1024;
/// How often the anchors of a file may be used.
const ALIASES_MAX: u32 = 10_000;
/// How many nodes a file may have once its anchors are spelled out.
const NODES_MAX: u64 = 1_000_000;
/// How many syntax faults of a file are told.
const MENDS_MAX: usize = 20;

/// The nodes of one file.
#[derive(Debug)]
pub(crate) struct Yaml<'t> {
    file: u32,
    text: &'t str,
    tape: Tape,
}

/// A scalar, list or map of a file; of an alias, that which its anchor marks.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a> {
    yaml: &'a Yaml<'a>,
    slot: u32,
}

/// What a node is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// A single value.
    Scalar,
    /// Items in an order.
    List,
    /// Values by key.
    Map,
}

impl<'t> Yaml<'t> {
    /// Parses file `file` of the tree whose text is `text`.
    ///
    /// Syntax faults and refused constructs go to `faults`; the rest is still read.
    pub(crate) fn parse(file: u32, text: &'t str, faults: &mut Faults) -> Self {
        let replaced = copied::replaced(file, text);
        let (mut source, mut own, mut is_cut) = match replaced {
            Some(replaced) => (Cow::Owned(replaced.text), replaced.faults, replaced.is_cut),
            None => (Cow::Borrowed(text), Vec::new(), false),
        };
        let mut mender = mend::Mender::new(file, text);
        let mut tape = write::read(file, text, &source);
        while let Some(halt) = tape.halt.take() {
            let Some(mended) = mender.mend(&source, &tape, &halt) else { break };
            source = Cow::Owned(mended);
            tape = write::read(file, text, &source);
        }
        if !mender.faults.is_empty() {
            // The anchor may have stood in what is blanked.
            tape.faults.retain(|fault| ![ALIAS_UNKNOWN.id, ANCHOR_UNUSED.id].contains(&fault.code.id));
            // What parts two maps may have stood there too, so that their keys are not twice in one.
            tape.faults.retain(|fault| fault.code.id != KEY_DUPLICATE.id || !mender.parts(fault));
        }
        is_cut |= mender.is_cut;
        tape.broken |= is_cut;
        own.drain(..).for_each(|fault| faults.push(fault));
        mender.faults.drain(..).chain(tape.faults.drain(..)).for_each(|fault| faults.push(fault));
        Self { file, text, tape }
    }

    /// The value of the whole file; none for an empty file, and for one that a fault hides completely.
    #[must_use]
    pub(crate) fn root(&self) -> Option<Node<'_>> {
        let first = self.tape.slots.first()?;
        (!first.hidden).then(|| self.node(0))
    }

    /// Whether a fault cut something away: "key missing" is then not to be told.
    #[must_use]
    pub(crate) fn is_broken(&self) -> bool {
        self.tape.broken
    }

    /// The node at a position of the tape, through an alias.
    fn node(&self, slot: u32) -> Node<'_> {
        let Slot { form, next, .. } = self.tape.slots[slot as usize];
        Node { yaml: self, slot: if form == Form::Alias { next } else { slot } }
    }
}

impl<'a> Node<'a> {
    /// What it is.
    #[must_use]
    pub(crate) fn kind(self) -> Kind {
        match self.slot().form {
            Form::List => Kind::List,
            Form::Map => Kind::Map,
            _ => Kind::Scalar,
        }
    }

    /// Where it stands, quotes and brackets included.
    #[must_use]
    pub(crate) fn place(self) -> Place {
        let Slot { start, end, .. } = self.slot();
        Place { file: self.yaml.file, start, end }
    }

    /// A scalar's value with escapes and folds resolved; nothing for lists and maps.
    #[must_use]
    pub(crate) fn text(self) -> &'a str {
        self.yaml.tape.text(self.slot, self.yaml.text)
    }

    /// The exact text of its place.
    #[must_use]
    pub(crate) fn source(self) -> &'a str {
        let Slot { start, end, .. } = self.slot();
        &self.yaml.text[start as usize..end as usize]
    }

    /// Whether it is a scalar without quotes.
    #[must_use]
    pub(crate) fn is_plain(self) -> bool {
        matches!(self.slot().form, Form::Plain | Form::PlainFolded)
    }

    /// Whether it is `~`, `null` or nothing at all, without quotes.
    #[must_use]
    pub(crate) fn is_null(self) -> bool {
        self.is_plain() && matches!(self.text(), "" | "~" | "null" | "Null" | "NULL")
    }

    /// The comment that stands where the value of a key should, if it touches its `#`: most likely it was meant as the value.
    #[must_use]
    pub(crate) fn comment(self) -> Option<&'a str> {
        let Slot { start, end, form, .. } = self.slot();
        let line = self.yaml.text[end as usize..].lines().next()?;
        let comment = line.trim_start_matches(' ').trim_end();
        let is_value = start == end && form == Form::Plain && self.yaml.text[..end as usize].ends_with(':');
        let touches = comment.starts_with('#') && comment.len() > 1 && !comment[1..].starts_with([' ', '#']);
        (is_value && touches).then_some(comment)
    }

    /// Whether a dash stands where the value of a key should, which has been told.
    #[must_use]
    pub(crate) fn is_dash(self) -> bool {
        let Slot { start, end, form, .. } = self.slot();
        let behind = self.yaml.text[end as usize..].trim_start_matches(' ');
        start == end && form == Form::Plain && behind.starts_with('-') && !behind.starts_with("--")
    }

    /// Whether only spaces stand before it in its line.
    #[must_use]
    pub(crate) fn begins_line(self) -> bool {
        let before = &self.yaml.text[..self.slot().start as usize];
        before.trim_end_matches(' ').chars().next_back().is_none_or(|c| matches!(c, '\n' | '\r' | '\u{feff}'))
    }

    /// A list's items in their order; nothing for others.
    pub(crate) fn items(self) -> impl Iterator<Item = Node<'a>> {
        let Self { yaml, slot } = self;
        let list = self.slot().form == Form::List;
        let children = yaml.tape.children(if list { slot } else { tape::NOWHERE });
        children.filter(|&item| !yaml.tape.slots[item as usize].hidden).map(|item| yaml.node(item))
    }

    /// A map's keys and values in their order, each key once; nothing for others.
    pub(crate) fn entries(self) -> impl Iterator<Item = (Node<'a>, Node<'a>)> {
        let Self { yaml, slot } = self;
        let map = self.slot().form == Form::Map;
        let mut children = yaml.tape.children(if map { slot } else { tape::NOWHERE });
        std::iter::from_fn(move || Some((children.next()?, children.next()?)))
            .filter(|&(key, value)| [key, value].iter().all(|&slot| !yaml.tape.slots[slot as usize].hidden))
            .map(|(key, value)| (yaml.node(key), yaml.node(value)))
    }

    /// How many items a list, or keys a map has.
    #[must_use]
    pub(crate) fn len(self) -> usize {
        match self.kind() {
            Kind::Scalar => 0,
            Kind::List => self.items().count(),
            Kind::Map => self.entries().count(),
        }
    }

    /// Whether it has neither items nor keys.
    #[must_use]
    pub(crate) fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether only a comma without a space stands between the end of `previous` and its own start.
    #[must_use]
    pub(crate) fn touches(self, previous: Node<'_>) -> bool {
        let (end, start) = (previous.slot().end as usize, self.slot().start as usize);
        self.yaml.text.get(end..start) == Some(",")
    }

    fn slot(self) -> Slot {
        self.yaml.tape.slots[self.slot as usize]
    }
}

impl std::fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {:?}", self.kind(), self.source())
    }
}
