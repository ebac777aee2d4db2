//! The alphabet of a language: the order of names, and the letter under which an index lists them.

use std::cmp::Ordering;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The order of a language, numbers by their value (Unicode Collation Algorithm with CLDR's tailoring).
pub(super) struct Alphabet {
    names: CollatorBorrowed<'static>,
    letters: CollatorBorrowed<'static>,
}

impl Alphabet {
    /// The alphabet of a language, by its tag; of one that is not known, the order that Unicode gives to all.
    pub(super) fn of(tag: &str) -> Self {
        Self { names: collator(tag, Strength::Tertiary), letters: collator(tag, Strength::Primary) }
    }

    /// The order of two names.
    pub(super) fn compare(&self, a: &str, b: &str) -> Ordering {
        self.names.compare(a, b).then_with(|| a.cmp(b))
    }

    /// The letter that a name begins with, without marks that make no letter of their own: in Vietnamese `Â` for `Ấn`,
    /// `Đ` for `Đà`, `A` for `Ảnh`. None where it begins with no letter.
    pub(super) fn letter(&self, name: &str) -> Option<String> {
        let mut start = name.nfd();
        let base = start.next().filter(|c| c.is_alphabetic())?;
        let marks: Vec<char> = start.take_while(|c| is_combining_mark(*c)).collect();
        let upper = |marks: &[char]| {
            let letter = base.to_uppercase().chain(marks.iter().copied());
            letter.nfc().collect::<String>()
        };
        let whole = upper(&marks);
        let plainer = std::iter::once(upper(&[])).chain(marks.iter().map(|&mark| upper(&[mark])));
        plainer.into_iter().find(|letter| self.letters.compare(letter, &whole).is_eq()).or(Some(whole))
    }
}

fn collator(tag: &str, strength: Strength) -> CollatorBorrowed<'static> {
    let locale: Locale = tag.parse().unwrap_or(Locale::UNKNOWN);
    let mut preferences = CollatorPreferences::from(&locale);
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    let mut options = CollatorOptions::default();
    options.strength = Some(strength);
    Collator::try_new(preferences, options)
        .or_else(|_| Collator::try_new(CollatorPreferences::default(), options))
        .expect("the root order is compiled in")
}

#[cfg(test)]
mod tests {
    use super::Alphabet;

    #[track_caller]
    fn case(tag: &str, name: &str, expected: Option<&str>) {
        assert_eq!(Alphabet::of(tag).letter(name).as_deref(), expected);
    }

    #[test]
    fn letters_are_those_of_the_language() {
        case("vi", "Ấn Độ", Some("Â"));
        case("vi", "Ậu", Some("Â"));
        case("vi", "ảnh", Some("A"));
        case("vi", "Đà Nẵng", Some("Đ"));
        case("vi", "Ứng Hòa", Some("Ư"));
        case("en", "Éire", Some("E"));
        case("en", "Ấn Độ", Some("A"));
        case("sv", "Åland", Some("Å"));
        case("vi", "19 tháng 5", None);
        case("vi", "", None);
    }
}
