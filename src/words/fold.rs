//! Folding for search: a text without case, marks and the stroke of đ, so that "so y te" finds "Sở Y tế".

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text as search compares it: compatibility forms taken apart (NFKD), marks dropped, `đ` and `ð` made `d` (they have no
/// decomposition), lower case, spaces joined.
#[must_use]
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'đ' | 'ð' => out.push('d'),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') && !out.is_empty() {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// A text as files are told apart where case and the way of composing letters do not count: composed (NFC), lower case.
#[must_use]
pub(crate) fn caseless(text: &str) -> String {
    text.nfc().flat_map(char::to_lowercase).collect()
}

/// A text as an id, such as that of a heading: lower-case ASCII letters, digits and hyphens, Vietnamese letters folded.
#[must_use]
pub(crate) fn slug(text: &str) -> String {
    let folded = fold(text);
    let mut slug = String::with_capacity(folded.len());
    for c in folded.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "muc".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{caseless, fold, slug};

    #[track_caller]
    fn case(text: &str, expected: &str) {
        assert_eq!(fold(text), expected);
    }

    #[test]
    fn marks_and_case_do_not_matter() {
        case("Sở Y tế", "so y te");
        case("UBND huyện Mù Cang Chải", "ubnd huyen mu cang chai");
        case("Đà Nẵng", "da nang");
        case("Thừa Thiên – Huế", "thua thien – hue");
        case("  hoà\u{a0} bình ", "hoa binh");
        case("So\u{31b}\u{309}", "so");
    }

    #[test]
    fn slugs_fold_vietnamese_letters() {
        assert_eq!(slug("Đối tượng & phạm vi"), "doi-tuong-pham-vi");
        assert_eq!(slug("…"), "muc");
    }

    #[test]
    fn names_of_files_are_alike_whatever_their_case_and_composition() {
        assert_eq!(caseless("static/QD\u{110}.PDF"), caseless("static/qd\u{111}.pdf"));
        assert_eq!(caseless("Quye\u{302}\u{301}t.pdf"), caseless("Quyết.pdf"));
        assert_ne!(caseless("Quyet.pdf"), caseless("Quyết.pdf"));
    }
}
