//! Fills the tape from the parser's events, and refuses what the format refuses.

use std::borrow::Cow;

use xxhash_rust::xxh3::xxh3_64;

use crate::diagnostics::{Code, Diagnostic, codes::syntax};
use crate::model::Place;

use super::events::{Events, Style, What, YamlEvent};
use super::tape::{Form, NOWHERE, Slot, Tape};
use super::trouble::quoted;
use super::{ALIASES_MAX, KEY_CHARS_MAX, Kind, NESTING_MAX, NODES_MAX};

/// Reads `source`, which is `text` with broken parts blanked, as far as the parser goes.
pub(super) fn read(file: u32, text: &str, source: &str) -> Tape {
    let mut writer = Writer { file, text, ..Writer::default() };
    let mut events = Events::of(source);
    loop {
        match events.next() {
            Ok(None) => break,
            Ok(Some(event)) => {
                if writer.take(event).is_none() {
                    writer.tape.broken = true;
                    break;
                }
            }
            Err(halt) => {
                writer.tape.brackets =
                    writer.open.iter().filter(|o| o.bracket).map(|o| writer.slot(o.slot).start).collect();
                writer.tape.halt = Some(halt);
                writer.tape.broken = true;
                break;
            }
        }
    }
    writer.finish()
}

/// How many keys that stand twice in a map are named.
const NAMED_MAX: usize = 5;

/// Fills a tape.
#[derive(Default)]
struct Writer<'t> {
    file: u32,
    text: &'t str,
    tape: Tape,
    open: Vec<Open>,
    anchors: Vec<Anchor>,
    /// Whether the document has begun.
    begun: bool,
    /// How many nodes there are so far, anchors spelled out.
    nodes: u64,
    aliases: u32,
    /// Room for the keys of a map while it is closed: hash and slot.
    keys: Vec<(u64, u32)>,
}

/// A list or map whose end has not come.
struct Open {
    slot: u32,
    kind: Kind,
    bracket: bool,
    anchor: usize,
    /// Whether a key comes next.
    key_next: bool,
    /// The key whose value comes next or came last.
    key: u32,
    /// The end of what came last in it.
    end: u32,
    /// How many levels of lists and maps it holds.
    height: usize,
    /// How many nodes there were before it.
    nodes: u64,
}

/// What an anchor marks.
#[derive(Clone, Copy)]
struct Anchor {
    slot: u32,
    closed: bool,
    used: bool,
    nodes: u64,
    height: usize,
}

impl Writer<'_> {
    /// Takes an event; none if reading must end here.
    fn take(&mut self, event: YamlEvent<'_>) -> Option<()> {
        if let Some((start, end)) = event.tag {
            let (start, end) = (self.boundary(start), self.boundary(end));
            let tag = self.text[start as usize..end as usize].to_owned();
            let is_text = matches!(event.what, What::Scalar(_, Style::Plain)) && event.end > end;
            let whole = is_text.then(|| quoted(&self.text[start as usize..self.boundary(event.end) as usize]));
            let fault = Diagnostic::new(&syntax::TAG_REFUSED, self.place(start, end)).with("tag", tag);
            self.tell(fault.with_some("whole", whole));
        }
        let YamlEvent { what, anchor, .. } = event;
        let (start, end) = (self.boundary(event.start), self.boundary(event.end));
        match what {
            What::Document => self.document(start, end),
            What::Scalar(value, style) => self.scalar(value, style, (start, end), anchor),
            What::Open(kind, bracket) => self.open(kind, bracket, start, anchor),
            What::Close => {
                self.close(end);
                Some(())
            }
            What::Alias(anchor) => self.alias(anchor, start, end),
            What::AliasUnknown => {
                self.refuse_alias(&syntax::ALIAS_UNKNOWN, start, end);
                Some(())
            }
        }
    }

    fn document(&mut self, start: u32, end: u32) -> Option<()> {
        if !std::mem::replace(&mut self.begun, true) {
            return Some(());
        }
        self.tell(Diagnostic::new(&syntax::DOCUMENT_SECOND, self.place(start, end)));
        None
    }

    fn scalar(&mut self, value: Cow<'_, str>, style: Style, (start, end): (u32, u32), anchor: usize) -> Option<()> {
        let (start, end) = self.scalar_place(style, start, end);
        let source = &self.text[start as usize..end as usize];
        let (form, exact) = match style {
            Style::Plain => (Form::Plain, source.is_empty() || value == source),
            Style::Quoted => (Form::Quoted, source.get(1..source.len() - 1) == Some(&value)),
            Style::Block => (Form::QuotedFolded, false),
        };
        if style == Style::Plain {
            self.tell_cut(start, end);
        }
        let slot = self.push(start, end, form)?;
        if !exact {
            self.slot_mut(slot).form = if form == Form::Plain { Form::PlainFolded } else { Form::QuotedFolded };
            self.tape.folded.push((slot, value.into()));
        }
        self.anchor(anchor, Anchor { slot, closed: true, used: false, nodes: 1, height: 0 });
        self.done(slot, end, 0);
        Some(())
    }

    /// Tells a text that ends at a `#` which touches what follows: most likely it was part of the text.
    fn tell_cut(&mut self, start: u32, end: u32) {
        let (value, rest) = (&self.text[start as usize..end as usize], &self.text[end as usize..]);
        let line = rest.lines().next().unwrap_or_default();
        let comment = line.trim_start_matches(' ');
        let touches = comment.len() < line.len() && comment.starts_with('#') && !comment[1..].starts_with([' ', '#']);
        let is_word = value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.,~_".contains(&b));
        if touches && comment.trim_end().len() > 1 && !is_word {
            let length = u32::try_from(line.trim_end().len()).unwrap_or_default();
            let whole = format!("`{}`", quoted(self.text[start as usize..(end + length) as usize].trim_end()));
            let fault = Diagnostic::new(&syntax::TEXT_CUT, self.place(start, end + length));
            let fault = fault.with("what", "the text ends before `#`").with("what_vi", "văn bản kết thúc trước `#`");
            self.tell(fault.with("instead", &whole).with("instead_vi", whole));
        }
    }

    /// Tells anchors that nothing refers to.
    fn tell_unused(&mut self) {
        for anchor in std::mem::take(&mut self.anchors).into_iter().filter(|anchor| anchor.closed && !anchor.used) {
            let start = self.slot(anchor.slot).start as usize;
            let Some(at) = self.text[..start].rfind('&') else { continue };
            let name: String =
                self.text[at + 1..].chars().take_while(|c| !c.is_whitespace() && !",[]{}".contains(*c)).collect();
            let (from, to) =
                (u32::try_from(at).unwrap_or_default(), u32::try_from(at + 1 + name.len()).unwrap_or_default());
            let Slot { end, form, .. } = *self.slot(anchor.slot);
            let whole = (form == Form::Plain && end > to).then(|| quoted(&self.text[at..end as usize]));
            let fault = Diagnostic::new(&syntax::ANCHOR_UNUSED, self.place(from, to));
            self.tell(fault.with("name", name).with_some("whole", whole));
        }
    }

    /// The place of a scalar: of nothing, right after the colon; of an indented text, without the empty lines below.
    fn scalar_place(&self, style: Style, start: u32, end: u32) -> (u32, u32) {
        let bytes = self.text.as_bytes();
        if start == end {
            let colon = style == Style::Plain && bytes.get(start as usize) == Some(&b':');
            return if colon { (start + 1, end + 1) } else { (start, end) };
        }
        if style != Style::Block {
            return (start, end);
        }
        let trimmed = self.text[start as usize..end as usize].trim_end().len();
        (start, start + u32::try_from(trimmed).unwrap_or_default())
    }

    fn open(&mut self, kind: Kind, bracket: bool, start: u32, anchor: usize) -> Option<()> {
        if self.open.len() == NESTING_MAX {
            self.tell(Diagnostic::new(&syntax::NESTING_LIMIT, self.place(start, start + u32::from(bracket))));
            return None;
        }
        let nodes = self.nodes;
        let slot = self.push(start, start, if kind == Kind::List { Form::List } else { Form::Map })?;
        self.anchor(anchor, Anchor { slot, closed: false, used: false, nodes: 0, height: 0 });
        let key_next = kind == Kind::Map;
        self.open.push(Open { slot, kind, bracket, anchor, key_next, key: NOWHERE, end: start, height: 0, nodes });
        Some(())
    }

    fn close(&mut self, end: u32) {
        let Some(open) = self.open.pop() else { return };
        let closed_by_bracket =
            open.bracket && end > open.end && matches!(self.text.as_bytes()[end as usize - 1], b'}' | b']');
        let end = if closed_by_bracket { end } else { open.end };
        let (next, height) = (self.len(), open.height + 1);
        let slot = self.slot_mut(open.slot);
        (slot.end, slot.next) = (end, next);
        if open.kind == Kind::Map {
            self.check_unique(open.slot);
        }
        let nodes = self.nodes - open.nodes;
        self.anchor(open.anchor, Anchor { slot: open.slot, closed: true, used: false, nodes, height });
        self.done(open.slot, end, height);
    }

    fn alias(&mut self, anchor: usize, start: u32, end: u32) -> Option<()> {
        self.aliases += 1;
        if self.aliases > ALIASES_MAX {
            let fault = Diagnostic::new(&syntax::ALIAS_LIMIT, self.place(start, end));
            self.tell(fault.with("limit", "10,000").with("limit_vi", "10.000"));
            return None;
        }
        let target = *self.anchors.get(anchor)?;
        self.anchors[anchor].used = true;
        if !target.closed {
            self.refuse_alias(&syntax::ALIAS_RECURSIVE, start, end);
            return Some(());
        }
        if self.open.len() + target.height > NESTING_MAX {
            self.tell(Diagnostic::new(&syntax::NESTING_LIMIT, self.place(start, end)));
            return None;
        }
        self.nodes += target.nodes.saturating_sub(1);
        let slot = self.push(start, end, Form::Alias)?;
        self.slot_mut(slot).next = target.slot;
        self.done(slot, end, target.height);
        Some(())
    }

    /// Leaves out an alias that stands for nothing; behind a merge key, which is told itself, without a word.
    fn refuse_alias(&mut self, code: &'static Code, start: u32, end: u32) {
        let name = self.text[start as usize..end as usize].trim_start_matches('*').to_owned();
        let key = self.open.last().filter(|parent| parent.kind == Kind::Map && !parent.key_next);
        if key.is_none_or(|parent| self.key_text(parent.key) != "<<") {
            self.tell(Diagnostic::new(code, self.place(start, end)).with("name", name));
        }
        if let Some(slot) = self.push(start, end, Form::Plain) {
            self.hide(slot);
            self.done(slot, end, 0);
        }
    }

    /// Adds a node; none if the file has too many.
    fn push(&mut self, start: u32, end: u32, form: Form) -> Option<u32> {
        self.nodes += 1;
        // Without anchors a file is as long as it looks, and its size is limited already.
        if self.nodes > NODES_MAX && self.aliases > 0 {
            let fault = Diagnostic::new(&syntax::NODE_LIMIT, self.place(start, end));
            self.tell(fault.with("limit", "1,000,000").with("limit_vi", "1.000.000"));
            return None;
        }
        let slot = self.len();
        self.tape.slots.push(Slot { start, end, next: slot + 1, form, hidden: false });
        Some(slot)
    }

    /// Notes in the list or map around a node that it is complete.
    fn done(&mut self, slot: u32, end: u32, height: usize) {
        let Some(parent) = self.open.last_mut() else { return };
        parent.end = parent.end.max(end);
        parent.height = parent.height.max(height);
        if parent.kind == Kind::List {
            return;
        }
        let is_key = parent.key_next;
        parent.key_next = !is_key;
        if is_key {
            parent.key = slot;
            self.check_key(slot);
        } else {
            self.draw_back(slot);
        }
    }

    /// Moves the place of a missing value to the end of its key where no colon stands between them, as in `{ x }`.
    fn draw_back(&mut self, value: u32) {
        let Slot { start, end, form, .. } = *self.slot(value);
        let Some(parent) = self.open.last() else { return };
        let key_end = self.slot(parent.key).end;
        if start != end || form != Form::Plain || key_end >= start {
            return;
        }
        if self.text[key_end as usize..start as usize].bytes().all(|byte| byte.is_ascii_whitespace()) {
            let slot = self.slot_mut(value);
            (slot.start, slot.end) = (key_end, key_end);
            if let Some(parent) = self.open.last_mut() {
                parent.end = key_end;
            }
        }
    }

    /// Refuses keys that are no short text.
    fn check_key(&mut self, slot: u32) {
        let Slot { start, end, form, .. } = *self.slot(self.tape.resolved(slot));
        let place = self.place(self.slot(slot).start, self.slot(slot).end);
        if matches!(form, Form::List | Form::Map) {
            self.tell(Diagnostic::new(&syntax::KEY_COMPLEX, place));
            self.hide(slot);
        } else if form == Form::Plain && &self.text[start as usize..end as usize] == "<<" {
            self.tell(Diagnostic::new(&syntax::MERGE_KEY, place));
            self.hide(slot);
        } else if (end - start) as usize > KEY_CHARS_MAX {
            let length = self.text[start as usize..end as usize].chars().count();
            if length > KEY_CHARS_MAX {
                self.tell(Diagnostic::new(&syntax::KEY_TOO_LONG, place).with("length", length));
                self.hide(slot);
            }
        }
    }

    /// Tells and hides the keys of a map that stand there before.
    fn check_unique(&mut self, map: u32) {
        let mut keys = std::mem::take(&mut self.keys);
        keys.clear();
        let visible = self.tape.children(map).step_by(2).filter(|&key| !self.slot(key).hidden);
        keys.extend(visible.map(|key| (xxh3_64(self.key_text(key).as_bytes()), key)));
        keys.sort_unstable_by(|a, b| {
            a.0.cmp(&b.0).then_with(|| self.key_text(a.1).cmp(self.key_text(b.1))).then(a.1.cmp(&b.1))
        });
        let mut first = NOWHERE;
        let mut twice = Vec::new();
        for i in 1..keys.len() {
            let ((hash_before, before), (hash, key)) = (keys[i - 1], keys[i]);
            if hash_before != hash || self.key_text(before) != self.key_text(key) {
                first = NOWHERE;
                continue;
            }
            if first == NOWHERE {
                first = before;
            }
            twice.push((key, first));
        }
        self.keys = keys;
        twice.sort_unstable();
        self.refuse_duplicates(&twice);
    }

    /// Tells the keys of a map that stand twice, each with its first place, as one fault: several at once come of one line
    /// that is missing or too much. Where the first has no value, the second is the one with what was written below it.
    fn refuse_duplicates(&mut self, twice: &[(u32, u32)]) {
        let Some(&(key, first)) = twice.first() else { return };
        let place = |slot: u32| self.place(self.slot(slot).start, self.slot(slot).end);
        let fault = Diagnostic::new(&syntax::KEY_DUPLICATE, place(key));
        let fault = fault.with("first", "first here").with("first_vi", "lần đầu ở đây").related(place(first), "first");
        let mut names: Vec<&str> = twice.iter().map(|(key, _)| self.key_text(*key)).collect();
        names.dedup();
        let named = names.iter().take(NAMED_MAX).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let named = named + if names.len() > NAMED_MAX { ", …" } else { "" };
        let (one, several) = if names.len() == 1 { (names.first(), None) } else { (None, Some(named)) };
        let fault = fault.with_some("key", one).with_some("keys", several);
        self.tell(fault);
        for &(key, first) in twice {
            let Slot { start, end, form, .. } = *self.slot(first + 1);
            let is_empty = start == end && form == Form::Plain;
            self.hide(if is_empty && !self.slot(first).hidden { first } else { key });
        }
    }

    fn key_text(&self, key: u32) -> &str {
        self.tape.text(self.tape.resolved(key), self.text)
    }

    /// Ends what is still open, for a text that breaks off.
    fn finish(mut self) -> Tape {
        while let Some(open) = self.open.last() {
            if open.kind == Kind::Map && !open.key_next {
                let (key, end) = (open.key, open.end);
                self.hide(key);
                let slot = self.len();
                self.tape.slots.push(Slot { start: end, end, next: slot + 1, form: Form::Plain, hidden: true });
                self.done(slot, end, 0);
            }
            self.close(0);
        }
        // Of a text that breaks off nobody knows what would have followed.
        if !self.tape.broken {
            self.tell_unused();
        }
        self.tape
    }

    fn anchor(&mut self, number: usize, anchor: Anchor) {
        if number == 0 {
            return;
        }
        if self.anchors.len() <= number {
            self.anchors.resize(number + 1, Anchor { slot: 0, closed: false, used: false, nodes: 0, height: 0 });
        }
        // A use inside of what it marks is one too.
        let used = self.anchors[number].used && self.anchors[number].slot == anchor.slot;
        self.anchors[number] = Anchor { used, ..anchor };
    }

    fn hide(&mut self, slot: u32) {
        self.slot_mut(slot).hidden = true;
        self.tape.broken = true;
    }

    fn tell(&mut self, fault: Diagnostic) {
        self.tape.faults.push(fault);
    }

    /// The last start of a character up to a byte, which may lie inside one where the text was blanked.
    fn boundary(&self, at: u32) -> u32 {
        (0..=at).rev().find(|&at| self.text.is_char_boundary(at as usize)).unwrap_or_default()
    }

    fn place(&self, start: u32, end: u32) -> Place {
        Place { file: self.file, start, end }
    }

    fn slot(&self, slot: u32) -> &Slot {
        &self.tape.slots[slot as usize]
    }

    fn slot_mut(&mut self, slot: u32) -> &mut Slot {
        &mut self.tape.slots[slot as usize]
    }

    /// How many slots there are; the limit of nodes keeps them countable.
    fn len(&self) -> u32 {
        u32::try_from(self.tape.slots.len()).unwrap_or(NOWHERE)
    }
}
