//! Texts of cells as they are compared: composed, spaces joined, with numbering before and footnotes behind taken off.

use unicode_normalization::UnicodeNormalization;

use crate::words::fold;

/// A text composed (NFC), its spaces joined, and without signs that nobody sees.
pub(super) fn clean(text: &str) -> String {
    let seen = |c: &char| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '\u{2060}');
    let text: String =
        text.nfc().filter(seen).map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c }).collect();
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Digits and letters above the line.
const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁽⁾*†‡§";

/// A text without the mark of a footnote behind it, and the mark: `*`, `†`, `¹`, `(1)`, `[a]`.
pub(super) fn without_footnote(text: &str) -> (&str, Option<&str>) {
    let raised = text.trim_end_matches(|c: char| RAISED.contains(c) || c == ',' || c == ' ');
    let begins = raised.len() + text[raised.len()..].find(|c| RAISED.contains(c)).unwrap_or(text.len() - raised.len());
    if !raised.is_empty() && begins < text.len() {
        return (raised.trim_end(), Some(text[begins..].trim()));
    }
    for (open, close) in [('(', ')'), ('[', ']')] {
        let inside = text.strip_suffix(close).and_then(|rest| rest.rsplit_once(open));
        if let Some((before, mark)) = inside
            && !before.trim().is_empty()
            && is_mark(mark)
        {
            return (before.trim_end(), Some(&text[before.len()..]));
        }
    }
    (text, None)
}

/// One or two digits, one small letter, or stars.
fn is_mark(text: &str) -> bool {
    let all = |is: fn(char) -> bool| text.chars().all(is);
    let length = text.chars().count();
    (1..=2).contains(&length) && all(|c| c.is_ascii_digit())
        || length == 1 && all(|c| c.is_ascii_lowercase())
        || (1..=3).contains(&length) && all(|c| c == '*')
}

/// Numbering before a text, and the text: `1.1` of `1.1: Knowledge`, `I` of `I. Sở`, `a)` of `a) Huyện`, `-` of `- Xã`.
pub(super) fn without_numbering(text: &str) -> (Option<&str>, &str) {
    for bullet in ["- ", "– ", "+ ", "• ", "* "] {
        if let Some(rest) = text.strip_prefix(bullet) {
            return (Some(bullet.trim_end()), rest.trim_start());
        }
    }
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '.')).unwrap_or(text.len());
    let (head, rest) = text.split_at(end);
    let number = head.trim_end_matches('.');
    let is_numbering = (is_number(number) || is_roman(number) || is_letter(number)) && !is_of_place(number);
    if number.is_empty() || !is_numbering {
        return glued(text);
    }
    // `1.Sở` has no space behind the point: the head then ends within the name.
    let closes = head.ends_with('.') || rest.starts_with([')', ':', '/']) || is_parted(number) && rest.starts_with(' ');
    let name = rest.trim_start_matches([')', ':', '/', '.', ' ', '-', '–']);
    if closes && name.chars().any(char::is_alphabetic) { (Some(number), name) } else { glued(text) }
}

/// `1.Sở Y tế`: numbering, a point, and the name at once.
fn glued(text: &str) -> (Option<&str>, &str) {
    let parted = text.split_once(['.', ')']);
    match parted {
        Some((number, rest))
            if (is_roman(number) && !is_of_place(number) || number.len() < 4 && is_number(number))
                && rest.starts_with(|c: char| c.is_alphabetic())
                && rest.chars().nth(1).is_none_or(|c| c != '.') =>
        {
            (Some(number), rest)
        }
        _ => (None, text),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 8 && text.split('.').all(|part| part.len() <= 3 && is_digits(part))
}

/// Numbers of several levels, as `1.1`.
fn is_parted(text: &str) -> bool {
    text.contains('.') && is_number(text)
}

pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text is a Roman number as lists have them.
pub(super) fn is_roman(text: &str) -> bool {
    !text.is_empty() && text.len() <= 6 && text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L'))
}

/// `1`, `I`, `a`, also with a point.
pub(super) fn is_numbering(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ')']);
    is_letter(text) || is_roman(text) || text.len() <= 3 && is_digits(text)
}

/// Letters that stand for what a place is: huyện, phường, quận, thị xã or tỉnh, xã. `X. Hồng Hà` is a commune and no tenth.
fn is_of_place(text: &str) -> bool {
    ["H", "P", "Q", "T", "X"].contains(&text)
}

fn is_letter(text: &str) -> bool {
    text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// A text as it is compared with words: folded, without footnote and closing signs.
pub(super) fn comparable(text: &str) -> String {
    let text = clean(text);
    fold(without_footnote(&text).0).trim_end_matches([':', '.']).to_owned()
}

/// Years from 1900 to 2100 that stand in a text as numbers of their own, ascending.
pub(crate) fn years(text: &str) -> Vec<i32> {
    let parts = text.split(|c: char| !c.is_ascii_digit());
    let mut years: Vec<i32> = parts.filter(|part| part.len() == 4).filter_map(|part| part.parse().ok()).collect();
    years.retain(|year| (1900..=2100).contains(year));
    years.sort_unstable();
    years.dedup();
    years
}

#[cfg(test)]
mod tests {
    use super::{clean, without_footnote, without_numbering, years};

    #[test]
    fn texts_are_composed_and_joined() {
        assert_eq!(clean("  Ha\u{300}\u{a0} No\u{323}\u{302}i \n"), "Hà Nội");
    }

    #[test]
    fn footnotes_are_taken_off() {
        let case = |text: &str, name: &str, mark: Option<&str>| assert_eq!(without_footnote(text), (name, mark));
        case("Hà Nội (1)", "Hà Nội", Some("(1)"));
        case("Rank¹", "Rank", Some("¹"));
        case("12,5*", "12,5", Some("*"));
        case("12.5 ᵃ,ᵇ", "12.5", Some("ᵃ,ᵇ"));
        case("Korea [a]", "Korea", Some("[a]"));
        case("Hong Kong, China (SAR)", "Hong Kong, China (SAR)", None);
        case("Abadia (GO)", "Abadia (GO)", None);
        case("*", "*", None);
    }

    #[test]
    fn numbering_is_taken_off() {
        let case = |text: &str, numbering: Option<&str>, name: &str| {
            assert_eq!(without_numbering(text), (numbering, name));
        };
        case("1.1: Tri thức công dân", Some("1.1"), "Tri thức công dân");
        case("1: Tham gia", Some("1"), "Tham gia");
        case("1. Sở Y tế", Some("1"), "Sở Y tế");
        case("1.Sở Y tế", Some("1"), "Sở Y tế");
        case("IV. Khối huyện", Some("IV"), "Khối huyện");
        case("a) Huyện", Some("a"), "Huyện");
        case("1.01 Poverty", Some("1.01"), "Poverty");
        case("- Xã Minh Bảo", Some("-"), "Xã Minh Bảo");
        case("Sở Y tế", None, "Sở Y tế");
        case("I like", None, "I like");
        case("3M Company", None, "3M Company");
        case("2018", None, "2018");
        case("U.S. Virgin Islands", None, "U.S. Virgin Islands");
        case("A Coruña", None, "A Coruña");
    }

    #[test]
    fn years_are_numbers_of_their_own() {
        assert_eq!(years("2012PAPI- Bảng 2011"), [2011, 2012]);
        assert_eq!(years("DB20145, 12018"), Vec::<i32>::new());
    }
}
