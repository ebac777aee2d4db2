//! The tape: the nodes of a text in its order.

use crate::diagnostics::Diagnostic;

use super::events::Halt;

/// A position that no node has.
pub(super) const NOWHERE: u32 = u32::MAX;

/// The nodes of a text.
#[derive(Debug, Default)]
pub(super) struct Tape {
    /// The nodes, collections before what they hold.
    pub(super) slots: Vec<Slot>,
    /// Whether something that the text says is not on the tape.
    pub(super) broken: bool,
    /// What the format refuses.
    pub(super) faults: Vec<Diagnostic>,
    /// Where the parser gave up.
    pub(super) halt: Option<Halt>,
    /// The first bytes of the brackets that were open there, the outermost first.
    pub(super) brackets: Vec<u32>,
    /// The texts that are not in the source as they are, by node.
    pub(super) folded: Vec<(u32, Box<str>)>,
}

/// One node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// Its first byte.
    pub(super) start: u32,
    /// The byte after its last one.
    pub(super) end: u32,
    /// The node after it and all it holds; of an alias, the node that it stands for.
    pub(super) next: u32,
    /// What it is.
    pub(super) form: Form,
    /// Whether readers pass over it, because it is refused.
    pub(super) hidden: bool,
}

/// What a slot holds; the text of a folded one is kept apart from the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A scalar without quotes.
    Plain,
    /// One over several lines.
    PlainFolded,
    /// A scalar in quotes.
    Quoted,
    /// One with escapes or over several lines, or an indented text.
    QuotedFolded,
    /// A list.
    List,
    /// A map: key, value, key, value.
    Map,
    /// The use of an anchor.
    Alias,
}

impl Tape {
    /// The value of a scalar.
    pub(super) fn text<'a>(&'a self, slot: u32, text: &'a str) -> &'a str {
        let Slot { start, end, form, .. } = self.slots[slot as usize];
        match form {
            Form::Plain => &text[start as usize..end as usize],
            Form::Quoted => &text[start as usize + 1..end as usize - 1],
            Form::PlainFolded | Form::QuotedFolded => {
                self.folded.binary_search_by_key(&slot, |(slot, _)| *slot).map_or("", |i| &self.folded[i].1)
            }
            Form::List | Form::Map | Form::Alias => "",
        }
    }

    /// The nodes directly in a list or map.
    pub(super) fn children(&self, slot: u32) -> impl Iterator<Item = u32> {
        let (mut at, end) = self.slots.get(slot as usize).map_or((0, 0), |parent| (slot + 1, parent.next));
        std::iter::from_fn(move || {
            let child = at;
            (child < end).then(|| {
                at = self.after(child);
                child
            })
        })
    }

    /// The node behind another.
    fn after(&self, slot: u32) -> u32 {
        let Slot { next, form, .. } = self.slots[slot as usize];
        if matches!(form, Form::List | Form::Map) { next } else { slot + 1 }
    }

    /// The node that is really there, through an alias.
    pub(super) fn resolved(&self, slot: u32) -> u32 {
        let Slot { next, form, .. } = self.slots[slot as usize];
        if form == Form::Alias { next } else { slot }
    }
}
