//! Names as they are spelt: letter by letter, then without what does not tell names apart.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::{How, KnownName};
use crate::words::fold;

/// Everything that is known, by its spellings.
pub(super) struct Spelled {
    ids: BTreeMap<String, Vec<usize>>,
    names: BTreeMap<String, Vec<usize>>,
    folded: BTreeMap<String, Vec<usize>>,
}

impl Spelled {
    pub(super) fn of(known: &[KnownName]) -> Self {
        let mut spelled = Self { ids: BTreeMap::new(), names: BTreeMap::new(), folded: BTreeMap::new() };
        for (at, KnownName { id, names }) in known.iter().enumerate() {
            add(&mut spelled.ids, id.clone(), at);
            for name in names {
                add(&mut spelled.names, exact(name), at);
                add(&mut spelled.folded, plain(name), at);
            }
        }
        spelled
    }

    /// What is spelt so, and in which way; nothing where nothing is.
    pub(super) fn find(&self, name: &str) -> Option<(How, Vec<usize>)> {
        let ways = [(How::Id, &self.ids, exact(name)), (How::Name, &self.names, exact(name))];
        let ways = ways.into_iter().chain([(How::Folded, &self.folded, plain(name))]);
        ways.filter(|(.., key)| !key.is_empty()).find_map(|(how, list, key)| Some((how, list.get(&key)?.clone())))
    }
}

fn add(list: &mut BTreeMap<String, Vec<usize>>, key: String, at: usize) {
    let all = list.entry(key).or_default();
    if all.last() != Some(&at) {
        all.push(at);
    }
}

/// A name letter by letter, on one line.
fn exact(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// The words of a name without case, marks and signs.
fn plain(name: &str) -> String {
    let words = fold(name);
    words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
