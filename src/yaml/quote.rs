//! A text as a scalar of YAML, for whatever writes files that people go on editing.

use std::fmt::Write as _;

use super::spreadsheet::is_of_spreadsheet;

/// Words that programs read as something else than a text.
const WORDS: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];

/// A text as a scalar that reads back as just that text, as a value within brackets as well as outside of them: without
/// quotes where it needs none.
#[must_use]
pub(crate) fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// A text in quotes: single ones where it holds double ones or backslashes, no other sign that looks like a quote and nothing
/// that has to be spelled out.
#[must_use]
pub(crate) fn quoted(text: &str) -> String {
    let is_bare = |c| is_spelled_out(c) || "'“”„‘’«»".contains(c);
    if text.contains(['"', '\\']) && !text.chars().any(is_bare) {
        return format!("'{text}'");
    }
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_spelled_out(c) => drop(write!(out, "\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether a character is written by its number: one that nobody sees, or that ends a line for some programs. All of them
/// have four digits at most.
fn is_spelled_out(c: char) -> bool {
    c.is_control() || (c.is_whitespace() && c != ' ') || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Whether a text is a scalar as it stands. Some that would be are put in quotes all the same: those that another program
/// takes for a number, a date or a truth value, and those that a reader could take for a key.
fn is_plain(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_alphanumeric() || c == '(');
    let ends = !text.ends_with([' ', ':']);
    let holds =
        text.contains([',', '[', ']', '{', '}', '"']) || text.contains(" #") || text.chars().any(is_spelled_out);
    let is_key = text.match_indices(':').any(|(at, _)| !text[at + 1..].starts_with('/'));
    begins && ends && !holds && !is_key && !is_number(text) && !is_word(text)
}

fn is_word(text: &str) -> bool {
    WORDS.iter().any(|word| word.eq_ignore_ascii_case(text)) || is_of_spreadsheet(text)
}

/// Whether a text is a number or a date to some program: one that begins with a digit and has no letter that no number has.
fn is_number(text: &str) -> bool {
    let of_number = |c: char| c.is_ascii_hexdigit() || "xXoO.,:+-_/ ".contains(c);
    text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(of_number)
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert_eq, proptest};

    use super::super::Yaml;
    use super::{quoted, scalar};
    use crate::diagnostics::Faults;

    /// What a scalar is read as, as a value of a line and between others in braces.
    fn read(scalar: &str) -> Vec<String> {
        let layouts =
            [format!("a: {scalar}\n"), format!("{{ a: {scalar}, b: 1 }}\n"), format!("- [{scalar}, {scalar}]")];
        let read = layouts.iter().map(|text| {
            let mut faults = Faults::default();
            let yaml = Yaml::parse(0, text, &mut faults);
            let root = yaml.root().unwrap_or_else(|| panic!("{text:?} has no value"));
            let first = root.entries().map(|(_, value)| value).chain(root.items().flat_map(|list| list.items())).next();
            let value = first.unwrap_or_else(|| panic!("{text:?} has no value"));
            assert_eq!(faults.as_slice().len(), 0, "{text:?}");
            if value.is_null() { "no text".to_owned() } else { value.text().to_owned() }
        });
        read.collect()
    }

    #[track_caller]
    fn case(text: &str, expected: &str) {
        assert_eq!(scalar(text), expected);
        assert_eq!(read(expected), [text; 3]);
    }

    #[test]
    fn a_text_has_quotes_where_it_needs_them() {
        case("Sở Y tế", "Sở Y tế");
        case("People's Committee", "People's Committee");
        case("3329/QĐ-UBND", "3329/QĐ-UBND");
        case("https://example.org/a?b=c#d", "https://example.org/a?b=c#d");
        case("(dự thảo) Sở", "(dự thảo) Sở");
        case("UBND các huyện, thị xã", "\"UBND các huyện, thị xã\"");
        case("Chú ý: sửa", "\"Chú ý: sửa\"");
        case("Phòng #2", "\"Phòng #2\"");
        case("a:b", "\"a:b\"");
        case("[Dự thảo] Sở", "\"[Dự thảo] Sở\"");
        case("Sở \"Mới\"", "'Sở \"Mới\"'");
        case("C:\\ \"x\" 'y'", "\"C:\\\\ \\\"x\\\" 'y'\"");
        case("'x'", "\"'x'\"");
        case("- x", "\"- x\"");
        case(" x ", "\" x \"");
        case("", "\"\"");
        case("2019", "\"2019\"");
        case("22,5", "\"22,5\"");
        case("2019-05-04", "\"2019-05-04\"");
        case("1e5", "\"1e5\"");
        case("12a/NQ", "12a/NQ");
        case("No", "\"No\"");
        case("~", "\"~\"");
        case("null", "\"null\"");
        case("a\nb\tc\u{a0}d\u{85}e", "\"a\\nb\\tc\\u00a0d\\u0085e\"");
        case("Điểm 😀", "Điểm 😀");
        case("Xem: “mới", "\"Xem: “mới\"");
        case("Xem: “mới\"", "\"Xem: “mới\\\"\"");
    }

    #[test]
    fn quotes_that_are_asked_for_are_there() {
        assert_eq!([quoted("a"), quoted("20,5")], ["\"a\"", "\"20,5\""]);
    }

    proptest! {
        #[test]
        fn any_text_reads_back(text in "[ -~Đđởế\n\t\u{a0}\u{2028}“”😀#:,'\"]{0,12}") {
            prop_assert_eq!(read(&scalar(&text)), vec![text.clone(); 3]);
            prop_assert_eq!(read(&quoted(&text)), vec![text; 3]);
        }
    }
}
