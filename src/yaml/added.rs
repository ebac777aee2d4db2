//! A text with an entry more, or with another value: every other byte stays, comments and line ends too.
//!
//! What is added looks like its neighbours: on a line of its own or behind them, as deep as they are, in braces or not.
//! Whatever comes out is read again, and taken only where nothing but the new entry is new.

use std::ops::Range;

use super::Yaml;
use super::layout::{Edits, NewValue, PartBeside, PartLayout, begins_line, dash, is_rest_of_line};
use super::tape::{Form, Slot, Tape};
use super::write;

#[cfg(test)]
mod tests;

/// Where among its neighbours an entry is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartSpot {
    /// Before the first.
    First,
    /// Behind the one at that position.
    After(usize),
    /// Behind the last.
    Last,
}

/// Why nothing can be added or replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoPlace {
    /// There is no such key.
    Missing,
    /// What stands there is the use of an anchor: it stands elsewhere too.
    Alias,
    /// The layout of the text is not understood.
    Layout,
}

impl Yaml<'_> {
    /// The text with an item more in the list at a path of keys; a list that is not there is begun at the end.
    ///
    /// # Errors
    /// When there is no place for it.
    pub(crate) fn with_item(&self, path: &[&str], spot: PartSpot, value: &NewValue) -> Result<String, NoPlace> {
        self.with_new(path, spot, None, value)
    }

    /// The text with an entry more in the map at a path of keys; a map that is not there is begun at the end.
    ///
    /// # Errors
    /// When there is no place for it.
    pub(crate) fn with_entry(
        &self,
        path: &[&str],
        spot: PartSpot,
        key: &str,
        value: &NewValue,
    ) -> Result<String, NoPlace> {
        self.with_new(path, spot, Some(key), value)
    }

    /// The text with another scalar in place of the one at a path of keys.
    ///
    /// # Errors
    /// When there is no scalar at that path.
    pub(crate) fn with_value(&self, path: &[&str], value: &str) -> Result<String, NoPlace> {
        let slot = self.at(path)?;
        let Slot { start, end, form, .. } = self.tape.slots[slot];
        match form {
            Form::List | Form::Map => return Err(NoPlace::Missing),
            Form::Alias => return Err(NoPlace::Alias),
            Form::Plain | Form::PlainFolded | Form::Quoted | Form::QuotedFolded => {}
        }
        let space = if start == end && !self.text[..start as usize].ends_with(' ') { " " } else { "" };
        self.made(vec![(start as usize..end as usize, format!("{space}{value}"))], 1)
    }

    fn with_new(&self, path: &[&str], spot: PartSpot, key: Option<&str>, value: &NewValue) -> Result<String, NoPlace> {
        let layout = PartLayout { text: self.text, key, value };
        match self.at(path) {
            Ok(slot) => match self.tape.slots[slot].form {
                Form::Alias => Err(NoPlace::Alias),
                Form::List if key.is_none() => self.made(self.among(slot, spot, &layout)?, 0),
                Form::Map if key.is_some() => self.made(self.among(slot, spot, &layout)?, 0),
                Form::Plain if self.is_nothing(slot) => self.made(self.in_place_of_nothing(path, slot, &layout), 1),
                _ => Err(NoPlace::Layout),
            },
            Err(NoPlace::Missing) if path.len() == 1 => self.made(self.begun(path[0], &layout)?, 0),
            Err(why) => Err(why),
        }
    }

    /// The slot at a path of keys, not through an alias.
    fn at(&self, path: &[&str]) -> Result<usize, NoPlace> {
        let mut at = 0;
        for key in path {
            let Slot { form, .. } = self.tape.slots.get(at).ok_or(NoPlace::Missing)?;
            if *form == Form::Alias {
                return Err(NoPlace::Alias);
            }
            let pairs = self.pairs(at);
            let found = pairs.iter().find(|(own, _)| self.tape.text(as_u32(*own), self.text) == *key);
            at = found.ok_or(NoPlace::Missing)?.1;
        }
        Ok(at)
    }

    /// The keys of a map, each with its value.
    fn pairs(&self, map: usize) -> Vec<(usize, usize)> {
        if self.tape.slots[map].form != Form::Map {
            return Vec::new();
        }
        let children: Vec<usize> = self.tape.children(as_u32(map)).map(|slot| slot as usize).collect();
        children.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
    }

    /// What a list or map holds: where each part begins and ends, and its value.
    fn parts(&self, slot: usize) -> Vec<(Range<usize>, usize)> {
        let pairs = match self.tape.slots[slot].form {
            Form::Map => self.pairs(slot),
            _ => self.tape.children(as_u32(slot)).map(|item| (item as usize, item as usize)).collect(),
        };
        let whole = |(key, value): &(usize, usize)| {
            let start = self.before_anchor(self.tape.slots[*key].start as usize);
            (start..self.tape.slots[*value].end as usize, *value)
        };
        pairs.iter().map(whole).collect()
    }

    /// Where a value begins with the anchor before it.
    fn before_anchor(&self, start: usize) -> usize {
        let before = self.text[..start].trim_end_matches(' ');
        let name = before.trim_end_matches(|c: char| !c.is_whitespace() && !",[]{}&".contains(c));
        if name.len() < before.len() && name.ends_with('&') { name.len() - 1 } else { start }
    }

    fn is_nothing(&self, slot: usize) -> bool {
        ["", "~", "null", "Null", "NULL"].contains(&self.tape.text(as_u32(slot), self.text))
    }

    /// Whether a list or map stands in brackets. One without may begin where its first part does, which may have some.
    fn is_flow(&self, slot: usize) -> bool {
        let Slot { start, form, .. } = self.tape.slots[slot];
        let open = if form == Form::List { '[' } else { '{' };
        let first = self.tape.children(as_u32(slot)).next().map(|child| self.tape.slots[child as usize].start);
        self.text[start as usize..].starts_with(open) && first != Some(start)
    }

    /// A new part among those of a list or map.
    fn among(&self, slot: usize, spot: PartSpot, layout: &PartLayout<'_>) -> Result<Edits, NoPlace> {
        let parts = self.parts(slot);
        let Slot { start, end, .. } = self.tape.slots[slot];
        let (start, end) = (start as usize, end as usize);
        if parts.is_empty() {
            return if self.is_flow(slot) { Ok(layout.in_empty(start..end)) } else { Err(NoPlace::Layout) };
        }
        let (at, is_before) = match spot {
            PartSpot::First => (0, true),
            PartSpot::After(position) if position < parts.len() => (position, false),
            PartSpot::After(_) | PartSpot::Last => (parts.len() - 1, false),
        };
        let (part, value) = &parts[at];
        if self.is_flow(slot) {
            return Ok(if is_before { layout.flow_before(part) } else { layout.flow_after(part) });
        }
        let first_key = match self.tape.slots[*value].form {
            Form::Map if !self.is_flow(*value) => self.parts(*value).first().map(|(own, _)| own.start),
            _ => None,
        };
        let value_start = self.before_anchor(self.tape.slots[*value].start as usize);
        let neighbour = PartBeside { part: part.clone(), value_start, first_key, is_before };
        layout.block(&neighbour).ok_or(NoPlace::Layout)
    }

    /// A first part in place of a value that is not there.
    fn in_place_of_nothing(&self, path: &[&str], slot: usize, layout: &PartLayout<'_>) -> Edits {
        let Slot { start, end, .. } = self.tape.slots[slot];
        let (start, end) = (start as usize, end as usize);
        let is_block = start == end && path.len() == 1 && !self.is_flow(0) && is_rest_of_line(&self.text[end..]);
        if is_block {
            return vec![layout.first_below(end, self.list_indent())];
        }
        let space = if start == end && !self.text[..start].ends_with(' ') { " " } else { "" };
        vec![(start..end, format!("{space}{}", layout.in_brackets()))]
    }

    /// A key that the file has not yet, with a first part, at the end of the file.
    fn begun(&self, key: &str, layout: &PartLayout<'_>) -> Result<Edits, NoPlace> {
        let root = self.tape.slots.first().filter(|root| root.form == Form::Map).ok_or(NoPlace::Layout)?;
        if self.is_flow(0) {
            let value = NewValue::Scalar(layout.in_brackets());
            let outer = PartLayout { text: self.text, key: Some(key), value: &value };
            return self.among(0, PartSpot::Last, &outer);
        }
        let column = self.text[..root.start as usize].rsplit('\n').next().unwrap_or_default();
        if !column.trim_start_matches('\u{feff}').is_empty() || !begins_line(self.text, root.start as usize) {
            return Err(NoPlace::Layout);
        }
        Ok(vec![layout.at_the_end(key, self.list_indent())])
    }

    /// How deep the items of lists stand below their key in this file.
    fn list_indent(&self) -> usize {
        let lists = self.pairs(0).into_iter().map(|(_, value)| value);
        let mut lists = lists.filter(|&value| self.tape.slots[value].form == Form::List && !self.is_flow(value));
        let first = lists.find_map(|list| Some(self.parts(list).first()?.0.start));
        first.and_then(|item| dash(self.text, item)).map_or(2, |(_, column)| column)
    }

    /// The text with edits; none where it does not say what it said before, but for so many nodes that are replaced.
    fn made(&self, mut edits: Edits, n_replaced: usize) -> Result<String, NoPlace> {
        edits.sort_by_key(|(range, _)| (range.start, range.end));
        let mut text = self.text.to_owned();
        for (range, new) in edits.into_iter().rev() {
            text.replace_range(range, &new);
        }
        let after = write::read(self.file, &text, &text);
        let is_fine = !self.is_broken() && !after.broken && after.halt.is_none() && {
            let (old, new) = (said(&self.tape, self.text), said(&after, &text));
            let before = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
            let rest = (old.len() - before).min(new.len() - before);
            let behind = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(old, new)| old == new).count();
            before + behind + n_replaced >= old.len()
        };
        if is_fine { Ok(text) } else { Err(NoPlace::Layout) }
    }
}

/// What a text says, node by node: lists and maps with how many nodes directly lie in them are told by their parts.
fn said<'a>(tape: &'a Tape, text: &'a str) -> Vec<(u8, &'a str)> {
    let kind = |form: Form| match form {
        Form::Plain | Form::PlainFolded => 0,
        Form::Quoted | Form::QuotedFolded => 1,
        Form::List => 2,
        Form::Map => 3,
        Form::Alias => 4,
    };
    (0..tape.slots.len()).map(|slot| (kind(tape.slots[slot].form), tape.text(as_u32(slot), text))).collect()
}

fn as_u32(slot: usize) -> u32 {
    u32::try_from(slot).unwrap_or(u32::MAX)
}
