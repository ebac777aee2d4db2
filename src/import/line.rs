//! Texts of a spreadsheet on one line, without what no file of a site may hold.

use unicode_normalization::UnicodeNormalization;

/// A text on one line without what the format refuses: controls, marks that turn the direction, signs without width.
pub(crate) fn one_line(text: &str) -> String {
    let is_hidden =
        |c: char| matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let spaced = text.chars().map(|c| if c.is_control() || c.is_whitespace() { ' ' } else { c });
    let kept: String = spaced.filter(|c| !is_hidden(*c)).nfc().collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::one_line;
    use crate::yaml::scalar;

    #[track_caller]
    fn case(text: &str, expected: &str) {
        assert_eq!(scalar(&one_line(text)), expected);
    }

    #[test]
    fn texts_of_sheets_are_never_taken_for_something_else() {
        case("Sở TT&TT (mới)", "Sở TT&TT (mới)");
        case("UBND huyện, thị xã", "\"UBND huyện, thị xã\"");
        case("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")'");
        case("a: b", "\"a: b\"");
        case("- a", "\"- a\"");
        case("a\u{7}\nb\u{202e}", "a b");
        case("&a", "\"&a\"");
        case("", "\"\"");
    }
}
