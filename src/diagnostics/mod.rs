//! What is wrong with the input, gathered along the way and told at the end.
//!
//! A [`Diagnostic`] holds a [`Code`], a place and the words to fill in; the sentences stand in [`codes`], in every
//! language of the command line. No stage prints one, and none stops at the first fault that it could go past.

mod causes;
pub mod codes;
mod near;
pub mod print;

pub(crate) use near::{alike, in_latin, nearest};

use std::collections::BTreeMap;

use crate::model::Place;

/// For how many different words of one code it is searched what was meant. Whoever writes more of them wrote a column of
/// something else, and each search goes through all names.
const MEANT_MAX: usize = 20;

/// How much a fault weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is built.
    Error,
    /// The site is built; `--strict` refuses.
    Warning,
}

/// A kind of fault, with its sentences.
#[derive(Debug)]
pub struct Code {
    /// Its name: a noun of the fault, which never changes once released.
    pub id: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Its sentences in English.
    pub en: Sentences,
    /// Its sentences in Vietnamese.
    pub vi: Sentences,
}

/// The sentences of a fault: `{name}` is filled in, `[[…]]` is left out where a name in it has no value.
#[derive(Debug)]
pub struct Sentences {
    /// The headline, which stands alone: lower case, no full stop.
    pub message: &'static str,
    /// What stands under the excerpt.
    pub label: &'static str,
    /// What to do.
    pub help: &'static str,
}

/// One fault at one place.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// What kind of fault.
    pub code: &'static Code,
    /// Where; none for a fault of a path that is no file of the input, which is in its word `path`.
    pub(crate) place: Option<Place>,
    /// What is filled into the sentences, by name.
    pub words: Vec<(&'static str, String)>,
    /// Other places that matter, each with the name of the word in `words` that says why.
    pub(crate) related: Vec<(Place, String)>,
    /// What it comes from: faults of one code and cause are told once, at the first of their places.
    pub(crate) cause: Option<String>,
}

impl Diagnostic {
    /// A fault of that kind at that place; without one, of the path that is its word `path`.
    #[must_use]
    pub(crate) fn new(code: &'static Code, place: impl Into<Option<Place>>) -> Self {
        Self { code, place: place.into(), words: Vec::new(), related: Vec::new(), cause: None }
    }

    /// Adds a word to fill in.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.words.push((name, value.to_string()));
        self
    }

    /// Adds a word to fill in, if there is one.
    #[must_use]
    pub fn with_some(self, name: &'static str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds another place that matters, with a word on it.
    #[must_use]
    pub(crate) fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }

    /// Adds another place that matters, if there is one, of which the label of the fault itself says why.
    #[must_use]
    pub(crate) fn beside(mut self, place: Option<Place>) -> Self {
        self.related.extend(place.map(|place| (place, String::new())));
        self
    }

    /// Says what it comes from, so that the same mistake is not told at each place where it shows.
    #[must_use]
    pub(crate) fn caused_by(mut self, cause: impl Into<String>) -> Self {
        self.cause = Some(cause.into());
        self
    }
}

/// All faults found so far.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    list: Vec<Diagnostic>,
    /// What was meant by words, by code and word, as far as it was searched for.
    meant: BTreeMap<&'static str, BTreeMap<String, Option<String>>>,
}

impl Faults {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// What was meant by a word that is not known: the nearest name, if one is near, searched for the first words of a
    /// code only. The names of a code are always the same.
    pub(crate) fn meant<'n>(
        &mut self,
        code: &'static Code,
        word: &str,
        names: impl Iterator<Item = &'n str>,
    ) -> Option<String> {
        let of_code = self.meant.entry(code.id).or_default();
        if let Some(known) = of_code.get(word) {
            return known.clone();
        }
        if of_code.len() >= MEANT_MAX {
            return None;
        }
        let found = nearest(word, names).map(str::to_owned);
        of_code.insert(word.to_owned(), found.clone());
        found
    }

    /// Adds all of another stage or file.
    pub fn extend(&mut self, other: Self) {
        self.list.extend(other.list);
    }

    /// How many were found so far; what is found later can be asked for by [`Self::failed_since`].
    #[must_use]
    pub(crate) fn found(&self) -> usize {
        self.list.len()
    }

    /// Whether there is an error among those found since there were so many: what was read meanwhile cannot be relied on.
    #[must_use]
    pub(crate) fn failed_since(&self, found: usize) -> bool {
        self.list[found..].iter().any(|fault| fault.code.severity == Severity::Error)
    }

    /// Keeps those for which something holds.
    pub(crate) fn retain(&mut self, keep: impl Fn(&Diagnostic) -> bool) {
        self.list.retain(keep);
    }

    /// How many errors there are.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.list.iter().filter(|d| d.code.severity == Severity::Error).count()
    }

    /// How many warnings there are.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.list.len() - self.errors()
    }

    /// All of them in the order of file, line, column and code, each told once, and so is each cause.
    #[must_use]
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        self.list.sort_by(|a, b| a.rank().cmp(&b.rank()));
        self.list.dedup_by(|a, b| a.place == b.place && a.code.id == b.code.id && a.words == b.words);
        causes::told_once(self.list)
    }

    /// Those found so far, in the order in which they were found.
    #[must_use]
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.list
    }
}

/// What came out of the input, and everything that was wrong with it.
#[derive(Debug)]
pub struct Outcome<T> {
    /// The result; none if an error prevents it.
    pub value: Option<T>,
    /// Errors and warnings.
    pub faults: Faults,
}

/// The language in which the command line speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum CliLanguage {
    /// English.
    #[default]
    English,
    /// Vietnamese.
    Vietnamese,
}

/// Fills `{name}` with the words of a diagnostic, and leaves out each `[[…]]` in which a name has no value.
#[must_use]
pub fn fill(template: &str, words: &[(&'static str, String)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some(open) = rest.find("[[") {
        let Some(close) = rest[open..].find("]]").map(|i| open + i) else { break };
        substitute(&rest[..open], words, &mut out);
        let mut part = String::new();
        if substitute(&rest[open + 2..close], words, &mut part) {
            out.push_str(&part);
        }
        rest = &rest[close + 2..];
    }
    substitute(rest, words, &mut out);
    out
}

/// How many characters of a word are said at most, so that no message is longer than a screen.
const SAID_MAX: usize = 400;

/// A word without its end, if it is longer than anybody reads.
fn shortened(word: &str) -> std::borrow::Cow<'_, str> {
    match word.char_indices().nth(SAID_MAX) {
        Some((at, _)) => format!("{}…", &word[..at]).into(),
        None => word.into(),
    }
}

/// Copies a template with its words; answers whether each name had a value. Braces around anything but a name are text: a
/// line of YAML as it should be written.
fn substitute(template: &str, words: &[(&'static str, String)], out: &mut String) -> bool {
    let (mut rest, mut complete) = (template, true);
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|i| open + i) else { break };
        let name = &rest[open + 1..close];
        if !name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
            out.push_str(&rest[..=open]);
            rest = &rest[open + 1..];
            continue;
        }
        out.push_str(&rest[..open]);
        match words.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => out.push_str(&shortened(value)),
            None => complete = false,
        }
        rest = &rest[close + 1..];
    }
    out.push_str(rest);
    complete
}

impl Diagnostic {
    /// What it is sorted by: where it begins, then its code; those without a place come last.
    fn rank(&self) -> impl Ord {
        let place = self.place.map(|Place { file, start, end }| (file, start, self.code.id, end));
        (place.is_none(), place, self.code.id, &self.words)
    }

    /// Its sentences in a language: headline, label and help.
    #[must_use]
    pub fn sentences(&self, language: CliLanguage) -> [String; 3] {
        let sentences = match language {
            CliLanguage::English => &self.code.en,
            CliLanguage::Vietnamese => &self.code.vi,
        };
        [sentences.message, sentences.label, sentences.help].map(|template| fill(template, &self.words))
    }
}

#[cfg(test)]
mod tests {
    use super::{Faults, MEANT_MAX, codes, fill};

    #[test]
    fn what_was_meant_is_searched_for_the_first_words_of_a_code_only() {
        let (mut faults, mut looked_at) = (Faults::default(), 0);
        let mut meant = |code, word: &str| {
            let names = ["so-1", "so-2"].into_iter().inspect(|_| looked_at += 1);
            faults.meant(code, word, names)
        };
        for n in 0..1000 {
            let expected = (n < MEANT_MAX).then(|| "so-1".to_owned());
            assert_eq!(meant(&codes::sense::UNIT_UNKNOWN, &format!("so-1{n}")), expected.filter(|_| n < 100), "{n}");
        }
        assert_eq!(meant(&codes::sense::UNIT_UNKNOWN, "so-10").as_deref(), Some("so-1"), "a word of before is known");
        assert_eq!(meant(&codes::sense::GROUP_UNKNOWN, "so-3").as_deref(), Some("so-1"), "another code has its own");
        assert_eq!(looked_at, 2 * (MEANT_MAX + 1), "names are gone through for so many words and no more");
    }

    #[test]
    fn optional_parts_need_all_their_words() {
        let template = "no unit `{id}`[[, did you mean `{near}`?]]";
        let id = ("id", "so-yte".to_owned());
        assert_eq!(fill(template, std::slice::from_ref(&id)), "no unit `so-yte`");
        assert_eq!(
            fill("write `{ vi: …, en: … }` for `{id}`", std::slice::from_ref(&id)),
            "write `{ vi: …, en: … }` for `so-yte`"
        );
        assert_eq!(fill(template, &[id, ("near", "so-y-te".into())]), "no unit `so-yte`, did you mean `so-y-te`?");
    }
}
