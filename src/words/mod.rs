//! Languages: phrases with their plurals, numbers, dates, alphabetical order, and folding for search.
//!
//! A language is one file, `languages/TAG.yaml` of the theme; nothing here names a language. One rule is
//! not in the file: `{m}` of a date is a month as documents of Viet Nam write it, `01` and `02`, then `3` to `12`.

mod alphabet;
mod file;
mod fold;

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use alphabet::Alphabet;
pub(crate) use fold::{caseless, fold, slug};

use crate::model::{Date, Rank, digits};

/// One language, ready to speak.
#[derive(Clone)]
pub(crate) struct Words {
    /// The language that its phrases are in, as the site tags it; empty until that is told.
    tag: String,
    name: String,
    locale: String,
    decimal: String,
    group: String,
    minus: String,
    date: String,
    months: Vec<String>,
    has_one: bool,
    list: List,
    /// What a unit is called, for one and for any other number; none: as the phrases say.
    noun: Option<[String; 2]>,
    /// Shared by all copies, which templates and pages have.
    phrases: Arc<BTreeMap<String, Phrase>>,
    alphabet: Arc<Alphabet>,
}

/// How several things are named in a row: patterns with `{a}` and `{b}`.
#[derive(Clone, Debug, Default)]
struct List {
    two: String,
    middle: String,
    last: String,
    /// `middle` where one of the things has a comma in itself; none where the language has no other.
    apart: Option<String>,
}

/// A phrase, with another form for one where the language has it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Phrase {
    one: Option<String>,
    other: String,
}

impl Words {
    /// The BCP 47 tag of the language that its phrases are in: another one than that of a page where a site has no words in
    /// the language of the page.
    #[must_use]
    pub(crate) fn tag(&self) -> &str {
        &self.tag
    }

    /// What speakers call their language.
    #[must_use]
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The language with the country whose usage it follows, as `vi_VN`; empty where its file names none.
    #[must_use]
    pub(crate) fn locale(&self) -> &str {
        &self.locale
    }

    /// Whether there is such a phrase.
    #[must_use]
    pub(crate) fn has(&self, key: &str) -> bool {
        self.phrases.contains_key(key)
    }

    /// A phrase with its places filled; a missing one stands in brackets, where tests find it.
    #[must_use]
    pub(crate) fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        match self.phrases.get(key) {
            Some(phrase) => self.filled(&phrase.other, args, None),
            None => format!("⟦{key}⟧"),
        }
    }

    /// A phrase that depends on a count, which fills `{n}`.
    #[must_use]
    pub(crate) fn say_n(&self, key: &str, n: u64, args: &[(&str, &str)]) -> String {
        let Some(phrase) = self.phrases.get(key) else { return format!("⟦{key}⟧") };
        let number = self.number(&Decimal::from(n));
        let mut all = vec![("n", number.as_str())];
        all.extend_from_slice(args);
        let template = phrase.one.as_ref().filter(|_| n == 1 && self.has_one).unwrap_or(&phrase.other);
        self.filled(template, &all, Some(n))
    }

    /// The same words, where units are called by another noun: in the form for one and for any other number.
    #[must_use]
    pub(crate) fn calling(mut self, noun: Option<[&str; 2]>) -> Self {
        self.noun = noun.map(|forms| forms.map(str::to_owned)).or(self.noun);
        self
    }

    /// Fills the places of a phrase, those of the noun for units too.
    fn filled(&self, template: &str, args: &[(&str, &str)], n: Option<u64>) -> String {
        if !template.contains('{') {
            return template.to_owned();
        }
        if !NOUNS.iter().any(|place| template.contains(place)) {
            return fill(template, args);
        }
        let nouns = self.nouns(n);
        let own = nouns.iter().map(|(place, noun)| (*place, noun.as_str()));
        fill(template, &args.iter().copied().chain(own).collect::<Vec<_>>())
    }

    /// What units are called, by the place of a phrase: `noun` in the form for a count, which without one is that for
    /// several, `noun_one` and `nouns` in those for one and for several, `Noun` and `Nouns` at the head of a column or a list.
    pub(crate) fn nouns(&self, n: Option<u64>) -> [(&'static str, String); 5] {
        let [one, other] = match (&self.noun, self.phrases.get("noun")) {
            (Some(own), _) => own.clone(),
            (None, Some(phrase)) => [phrase.one.as_ref().unwrap_or(&phrase.other), &phrase.other].map(String::clone),
            (None, None) => Default::default(),
        };
        self.forms([&one, &other], n)
    }

    /// The forms of a noun by the place of a phrase.
    pub(crate) fn forms(&self, [one, other]: [&str; 2], n: Option<u64>) -> [(&'static str, String); 5] {
        let one = if self.has_one { one } else { other };
        let counted = if n == Some(1) { one } else { other };
        [
            ("noun", counted.to_owned()),
            ("noun_one", one.to_owned()),
            ("nouns", other.to_owned()),
            ("Noun", capitalised(one)),
            ("Nouns", capitalised(other)),
        ]
    }

    /// Takes over the phrases that it has not from another language; answers with their keys.
    pub(crate) fn fill_from(&mut self, other: &Self) -> Vec<String> {
        let missing = other.phrases.iter().filter(|(key, _)| !self.phrases.contains_key(*key));
        let missing: Vec<(String, Phrase)> = missing.map(|(key, phrase)| (key.clone(), phrase.clone())).collect();
        let keys = missing.iter().map(|(key, _)| key.clone()).collect();
        Arc::make_mut(&mut self.phrases).extend(missing);
        keys
    }

    /// The text of a phrase, its places open.
    pub(crate) fn template(&self, key: &str) -> Option<&str> {
        self.phrases.get(key).map(|phrase| phrase.other.as_str())
    }

    /// How several things are named in a row: for two, between more, before the last; `has_comma` is whether one of them has
    /// a comma in itself.
    pub(crate) fn list_patterns(&self, has_comma: bool) -> [&str; 3] {
        let apart = self.list.apart.as_deref().filter(|_| has_comma);
        [&self.list.two, apart.unwrap_or(&self.list.middle), &self.list.last]
    }

    /// A number with the digits that it was written with, in the signs of the language.
    ///
    /// Groups of three are set apart from five whole digits on, so that years and most points stay whole.
    #[must_use]
    pub(crate) fn number(&self, number: &Decimal) -> String {
        let plain = digits::of(number.abs());
        let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(w, f)| (w, Some(f)));
        let mut out = String::with_capacity(plain.len() + 4);
        if number.is_sign_negative() && !number.is_zero() {
            out.push_str(&self.minus);
        }
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && whole.len() > 4 && (whole.len() - i).is_multiple_of(3) {
                out.push_str(&self.group);
            }
            out.push(digit);
        }
        if let Some(fraction) = fraction {
            out.push_str(&self.decimal);
            out.push_str(fraction);
        }
        out
    }

    /// A rank in the signs of the language: `2`, `2,5`.
    #[must_use]
    pub(crate) fn rank(&self, rank: Rank) -> String {
        self.places(rank.in_halves().into())
    }

    /// So many places, counted in halves: `2`, `2,5`.
    #[must_use]
    pub(crate) fn places(&self, halves: u64) -> String {
        let whole = halves / 2;
        if halves.is_multiple_of(2) { whole.to_string() } else { format!("{whole}{}5", self.decimal) }
    }

    /// A rank with `=` before it where others have it too: `=9`.
    #[must_use]
    pub(crate) fn shared_rank(&self, rank: Rank, tied: bool) -> String {
        format!("{}{}", if tied { "=" } else { "" }, self.rank(rank))
    }

    /// A date as the language writes it; `{dd}` has two digits, `{m}` as few as are read safely.
    #[must_use]
    pub(crate) fn date(&self, date: Date) -> String {
        let month = self.months.get(usize::from(date.month) - 1).map_or("", String::as_str);
        // Offices in Viet Nam write a zero before the months 1 and 2, so that nobody adds a digit (Circular 01/2011/TT-BNV).
        let m = if date.month < 3 { format!("0{}", date.month) } else { date.month.to_string() };
        let args = [
            ("d", date.day.to_string()),
            ("dd", format!("{:02}", date.day)),
            ("m", m),
            ("month", month.to_owned()),
            ("yyyy", format!("{:04}", date.year)),
        ];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fill(&self.date, &args)
    }

    /// Several things in a row.
    #[must_use]
    pub(crate) fn list(&self, items: &[String]) -> String {
        let [two, between, end] = self.list_patterns(items.iter().any(|item| item.contains(',')));
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [a, b] => fill(two, &[("a", a), ("b", b)]),
            [first, middle @ .., last] => {
                let start = middle.iter().fold(first.clone(), |a, b| fill(between, &[("a", &a), ("b", b)]));
                fill(end, &[("a", &start), ("b", last)])
            }
        }
    }

    /// The order of two names in the alphabet of the language, numbers by their value.
    #[must_use]
    pub(crate) fn compare(&self, a: &str, b: &str) -> Ordering {
        self.alphabet.compare(a, b)
    }

    /// The letter under which an index lists a name, in the alphabet of the language; none where it begins with none.
    #[must_use]
    pub(crate) fn letter(&self, name: &str) -> Option<String> {
        self.alphabet.letter(name)
    }

    /// A text as search compares it: without case and marks.
    #[must_use]
    pub(crate) fn fold(&self, text: &str) -> String {
        fold(text)
    }

    /// The keys of all phrases.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.phrases.keys().map(String::as_str)
    }
}

/// Which way a language is written (scripts that run from right to left, by their most common languages).
pub(crate) fn direction(tag: &str) -> &'static str {
    let primary = tag.split('-').next().unwrap_or(tag);
    if ["ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"].contains(&primary) { "rtl" } else { "ltr" }
}

impl Phrase {
    /// The places in all its forms, each once.
    fn places(&self) -> Vec<&str> {
        let texts = [Some(&self.other), self.one.as_ref()].into_iter().flatten();
        let mut names: Vec<&str> = texts.flat_map(|text| places_of(text)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// The places in a text, in its order.
fn places_of(text: &str) -> Vec<&str> {
    let place = |segment| match segment {
        Segment::Place(name) => Some(name),
        Segment::Text(_) => None,
    };
    segments(text).into_iter().filter_map(place).collect()
}

/// A part of a phrase: text, or a place to be filled in.
pub(crate) enum Segment<'a> {
    Text(&'a str),
    Place(&'a str),
}

/// Splits a phrase at its places.
pub(crate) fn segments(mut text: &str) -> Vec<Segment<'_>> {
    let mut segments = Vec::new();
    while let Some(open) = text.find('{') {
        let Some(close) = text[open..].find('}').map(|i| open + i) else { break };
        segments.push(Segment::Text(&text[..open]));
        segments.push(Segment::Place(&text[open + 1..close]));
        text = &text[close + 1..];
    }
    segments.push(Segment::Text(text));
    segments
}

/// The places of the noun for units, which every phrase may have.
const NOUNS: [&str; 5] = ["{noun}", "{noun_one}", "{nouns}", "{Noun}", "{Nouns}"];

/// Whether a place is filled with what units are called.
fn is_noun(place: &str) -> bool {
    ["noun", "noun_one", "nouns", "Noun", "Nouns"].contains(&place)
}

/// A text with a capital at its start, for a sentence that begins with the name of something.
#[must_use]
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Fills the places of a phrase; one without a value stays as it is, where tests find it.
fn fill(template: &str, args: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|i| open + i) else { break };
        out.push_str(&rest[..open]);
        match args.iter().find(|(name, _)| *name == &rest[open + 1..close]) {
            Some((_, value)) => out.push_str(value),
            None => out.push_str(&rest[open..=close]),
        }
        rest = &rest[close + 1..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
impl Words {
    /// A language without phrases but one, for tests of other modules.
    pub(crate) fn for_tests() -> Self {
        let mut phrases = BTreeMap::new();
        phrases.insert("a".to_owned(), Phrase { one: None, other: "A {x}".to_owned() });
        Self {
            tag: "vi".into(),
            name: "Test".into(),
            locale: "vi_VN".into(),
            decimal: ",".into(),
            group: ".".into(),
            minus: "−".into(),
            date: "{dd}/{m}/{yyyy}".into(),
            months: Vec::new(),
            has_one: true,
            list: List {
                two: "{a} và {b}".into(),
                middle: "{a}, {b}".into(),
                last: "{a} và {b}".into(),
                apart: Some("{a}; {b}".into()),
            },
            noun: None,
            phrases: Arc::new(phrases),
            alphabet: Arc::new(Alphabet::of("vi")),
        }
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::Words;
    use crate::model::{Date, Rank};

    #[track_caller]
    fn number(text: &str, expected: &str) {
        assert_eq!(Words::for_tests().number(&Decimal::from_str_exact(text).unwrap()), expected);
    }

    #[test]
    fn numbers_keep_their_digits() {
        number("93.6", "93,6");
        number("20.50", "20,50");
        number("2018", "2018");
        number("12345.5", "12.345,5");
        number("1234567", "1.234.567");
        number("-0.5", "−0,5");
        number("-0", "0");
    }

    #[test]
    fn dates_are_written_as_offices_do() {
        let words = Words::for_tests();
        assert_eq!(words.date(Date::new(2019, 5, 4).unwrap()), "04/5/2019");
        assert_eq!(words.date(Date::new(2019, 2, 14).unwrap()), "14/02/2019");
    }

    #[test]
    fn ranks_may_be_halves() {
        assert_eq!(Words::for_tests().rank(Rank::halves(5)), "2,5");
    }

    #[test]
    fn names_stand_in_the_order_of_the_alphabet() {
        let words = Words::for_tests();
        let mut names = vec!["Đà", "Hạ", "Dạ", "Ân", "Hà", "Ăn", "Ha", "Há", "Sở 10", "Sở 2", "Hả", "Hã"];
        names.sort_by(|a, b| words.compare(a, b));
        assert_eq!(names, ["Ăn", "Ân", "Dạ", "Đà", "Ha", "Hà", "Hả", "Hã", "Há", "Hạ", "Sở 2", "Sở 10"]);
    }

    #[test]
    fn lists_name_all_their_items() {
        let words = Words::for_tests();
        let list = |items: &[&str]| words.list(&items.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>());
        assert_eq!(list(&["A"]), "A");
        assert_eq!(list(&["A", "B"]), "A và B");
        assert_eq!(list(&["A", "B", "C", "D"]), "A, B, C và D");
        assert_eq!(list(&["A", "B, C", "D"]), "A; B, C và D");
    }

    #[test]
    fn arguments_of_phrases_are_no_phrases() {
        let words = Words::for_tests();
        assert_eq!(words.say("a", &[("x", "{x} **b**")]), "A {x} **b**");
        assert_eq!(words.say("none", &[]), "⟦none⟧");
    }
}
