//! The numbers of a text, read with the separators of its language.

/// How a language of the site writes numbers and dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// 1.234,5 and 01/3/2025.
    Vi,
    /// 1,234.5 and 1 March 2025.
    En,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The numbers and dates of a text in its order: with a point for decimals, without separators of thousands; dates as
/// year, month and day.
pub(crate) fn numbers(text: &str, written: Written) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let minus = rest[..at].ends_with('−');
        rest = &rest[at..];
        let (one, length) = date(rest, written).unwrap_or_else(|| number(rest, written));
        found.push(if minus { format!("-{one}") } else { one });
        rest = &rest[length..];
    }
    found
}

/// The number at the start of a text, and how many bytes it takes.
fn number(text: &str, written: Written) -> (String, usize) {
    let (thousands, decimal) = match written {
        Written::Vi => ('.', ','),
        Written::En => (',', '.'),
    };
    let mut found = String::new();
    let mut at = 0;
    let mut whole = true;
    loop {
        let n = digits(&text[at..]);
        found.push_str(&text[at..at + n]);
        at += n;
        let Some(separator) = text[at..].chars().next() else { break };
        let next = digits(&text[at + separator.len_utf8()..]);
        if whole && separator == thousands && next == 3 && found.len() <= 12 {
        } else if whole && separator == decimal && next > 0 {
            whole = false;
            found.push('.');
        } else {
            break;
        }
        at += 1;
    }
    (found, at)
}

/// How many digits a text begins with.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The date at the start of a text, and how many bytes it takes.
fn date(text: &str, written: Written) -> Option<(String, usize)> {
    let (day, separator, month, year) = match written {
        Written::Vi => {
            let mut parts = text.splitn(3, '/');
            let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
            (day, 1, (month, month.parse().ok()?), year)
        }
        Written::En => {
            let mut parts = text.splitn(3, [' ', '\u{a0}']);
            let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
            let n = MONTHS.iter().position(|name| *name == month)?;
            (day, text[day.len()..].chars().next()?.len_utf8(), (month, n + 1), year)
        }
    };
    let (name, n): (&str, usize) = month;
    let parsed: u8 = day.parse().ok()?;
    let in_year = digits(year);
    let taken = day.len() + separator + name.len();
    let length = taken + text[taken..].chars().next()?.len_utf8() + in_year;
    (in_year == 4 && (1..=12).contains(&n)).then(|| (format!("{}-{n:02}-{parsed:02}", &year[..4]), length))
}

#[test]
fn numbers_are_read_as_their_language_writes_them() {
    let case = |vi: &str, en: &str, expected: &[&str]| {
        assert_eq!(numbers(vi, Written::Vi), expected, "{vi}");
        assert_eq!(numbers(en, Written::En), expected, "{en}");
    };
    case("97,5 điểm", "97.5 points", &["97.5"]);
    case("1.234.567,80", "1,234,567.80", &["1234567.80"]);
    case("−0,1 và 58–60, 3", "−0.1 and 58–60, 3", &["-0.1", "58", "60", "3"]);
    case("thứ 1, hạng 2.", "the 1st, rank 2.", &["1", "2"]);
    case("từ 01/3/2025 đến 31/12/2024.", "from 1 March 2025 to 31 December 2024.", &["2025-03-01", "2024-12-31"]);
    case("số 45/QĐ-UBND, 18 /30, 1/2", "No. 45/QĐ-UBND, 18 /30, 1/2", &["45", "18", "30", "1", "2"]);
    case("(1-2-2-4)", "(1-2-2-4)", &["1", "2", "2", "4"]);
    assert_ne!(numbers("97,5", Written::Vi), numbers("97,5", Written::En));
    assert_eq!(numbers("1 Marsh 2025", Written::En), ["1", "2025"]);
}
