//! Folding for search: a text without case, marks and the stroke of đ, so that "so y te" finds "Sở Y tế".

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text as search compares it: compatibility forms taken apart (NFKD), marks dropped, `đ` and `ð` made `d` (they have no
/// decomposition), lower case, spaces joined.
#[must_use]
pub fn fold(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::fold;

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
}
