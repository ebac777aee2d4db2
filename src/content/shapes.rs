//! What decoders ask for: which keys of each kind of map, and which words.
//!
//! In the program these functions do nothing. In tests they keep a record, so that the schemas for editors can be compared
//! with what is really read: see `schema/tests.rs`.

#[cfg(not(test))]
pub(super) fn keys<'k>(_what: &str, _asked: &[&'static str], _written: impl Iterator<Item = &'k str>) {}

#[cfg(not(test))]
pub(super) fn words(_known: impl Iterator<Item = &'static str>) {}

#[cfg(test)]
pub(super) use recorder::{Record, keys, recorded, words};

#[cfg(test)]
mod recorder {
    use std::cell::RefCell;
    use std::collections::{BTreeMap, BTreeSet};

    /// A set of keys or words.
    pub(in crate::content) type Names = BTreeSet<String>;

    /// What decoders of one thread asked for.
    #[derive(Debug, Default)]
    pub(in crate::content) struct Record {
        /// Keys by kind of map: those that were asked for, and those of them that stood in a file.
        pub(in crate::content) keys: BTreeMap<String, [Names; 2]>,
        /// Lists of words of which one was to be chosen.
        pub(in crate::content) words: BTreeSet<Names>,
    }

    thread_local! {
        static RECORD: RefCell<Record> = RefCell::default();
    }

    /// Notes which keys a decoder asked for and which of them were written.
    pub(in crate::content) fn keys<'k>(what: &str, asked: &[&'static str], written: impl Iterator<Item = &'k str>) {
        RECORD.with_borrow_mut(|record| {
            let [all, found] = record.keys.entry(what.to_owned()).or_default();
            all.extend(asked.iter().map(|&key| key.to_owned()));
            found.extend(written.filter(|key| asked.contains(key)).map(str::to_owned));
        });
    }

    /// Notes which words a decoder knows.
    pub(in crate::content) fn words(known: impl Iterator<Item = &'static str>) {
        RECORD.with_borrow_mut(|record| record.words.insert(known.map(str::to_owned).collect()));
    }

    /// What decoders asked for while something was done.
    pub(in crate::content) fn recorded(read: impl FnOnce()) -> Record {
        RECORD.take();
        read();
        RECORD.take()
    }
}
