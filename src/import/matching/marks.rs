//! Marks of letters, which tell names apart: Tân Thành is not Tân Thạnh.

use unicode_normalization::UnicodeNormalization;

use crate::words::fold;

/// The marks of tones; where in a word they stand is written in two ways, `hòa` and `hoà`.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Whether the words that a name has in common with one that is known have the same marks there. A name without any mark
/// agrees with every one.
pub(super) fn marks_agree(name: &str, known: &str) -> bool {
    if name.is_ascii() || known.is_ascii() {
        return true;
    }
    let known: Vec<(String, String)> = words(known).map(|word| (fold(word), toned(word))).collect();
    words(name).all(|word| {
        let mut alike = known.iter().filter(|(folded, _)| *folded == fold(word)).peekable();
        alike.peek().is_none() || alike.any(|(_, other)| *other == toned(word))
    })
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c)).filter(|word| !word.is_empty())
}

/// A word in lower case, taken apart, with its tones at the end.
fn toned(word: &str) -> String {
    let (tones, letters): (String, String) = word.nfd().flat_map(char::to_lowercase).partition(|c| TONES.contains(c));
    letters + &tones
}

#[cfg(test)]
mod tests {
    use super::marks_agree;

    #[test]
    fn a_tone_tells_names_apart_and_its_place_does_not() {
        for (name, known, expected) in [
            ("Xã Tân Thành", "Xã Tân Thạnh", false),
            ("XÃ TÂN THẠNH", "Xã Tân Thạnh", true),
            ("Hoà Bình", "Hòa Bình", true),
            ("Yên Bính", "Huyện Yên Bình", false),
            ("Sở Nội vu", "Sở Nội vụ", false),
            ("Xa Tan Thanh", "Xã Tân Thạnh", true),
            ("Hà Nội", "Ha Noi", true),
            ("H. Văn Yên", "UBND huyện Văn Yên", true),
        ] {
            assert_eq!(marks_agree(name, known), expected, "{name}, {known}");
        }
    }
}
