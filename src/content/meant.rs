//! What was meant by a value that cannot be read: a number or a day as it is to be typed instead.

use rust_decimal::Decimal;

use crate::model::Date;

/// How many digits a number has at most that is printed for another one.
const DIGITS_MAX: usize = 25;

/// The number that a text stands for, where only one can be meant: with spaces between its digits, digits of other
/// alphabets, a unit behind it.
pub(super) fn number(text: &str) -> Option<String> {
    let plain: String = text.trim_matches(['"', '\'']).chars().filter_map(plain_sign).collect();
    let (sign, rest) = match plain.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", plain.strip_prefix('+').unwrap_or(&plain)),
    };
    let number = hex(rest).or_else(|| exponent(rest)).or_else(|| decimal(rest))?;
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    (is_decimal(&number) && digits <= DIGITS_MAX).then(|| format!("{sign}{number}"))
}

/// A sign as it is written in a number; none where it says nothing: spaces, `~` and what parts thousands.
fn plain_sign(c: char) -> Option<char> {
    let zeros = ['\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}'].map(u32::from);
    let digit = zeros.iter().find_map(|zero| u32::from(c).checked_sub(*zero).filter(|digit| *digit < 10));
    match c {
        '．' | '٫' => Some('.'),
        '，' => Some(','),
        '−' | '－' => Some('-'),
        '＋' => Some('+'),
        '~' | '_' | '’' | '\'' => None,
        _ if c.is_whitespace() => None,
        _ => digit.and_then(|digit| char::from_digit(digit, 10)).or(Some(c)),
    }
}

/// `0x1F`, `0o17`.
fn hex(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let number = |digits: &str, radix| u64::from_str_radix(digits, radix).ok().map(|number| number.to_string());
    lower.strip_prefix("0x").and_then(|digits| number(digits, 16)).or_else(|| number(lower.strip_prefix("0o")?, 8))
}

/// `1e3`, `2.5E-1`.
fn exponent(text: &str) -> Option<String> {
    let (mantissa, power) = text.split_once(['e', 'E'])?;
    let is_power = power.trim_start_matches(['+', '-']).bytes().all(|b| b.is_ascii_digit()) && power.len() < 4;
    (is_decimal(mantissa) && is_power).then(|| Decimal::from_scientific(text).ok())?.map(|n| n.normalize().to_string())
}

/// Digits with one sign before the decimals, or several between thousands; a unit behind them says nothing.
fn decimal(text: &str) -> Option<String> {
    let unit = text.find(|c: char| c.is_alphabetic() || c == '%').unwrap_or(text.len());
    let (digits, unit) = text.split_at(unit);
    let is_unit = unit.chars().all(|c| c.is_alphabetic() || c == '%');
    let digits = digits.trim_end_matches(['.', ',']);
    let groups: Vec<&str> = digits.split(['.', ',']).filter(|group| !group.is_empty()).collect();
    let whole = |groups: &[&str]| {
        let digits = groups.concat();
        let short = digits.trim_start_matches('0');
        if short.is_empty() { "0".to_owned() } else { short.to_owned() }
    };
    let is_number = groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_digit()));
    match groups.as_slice() {
        _ if !is_unit || !is_number => None,
        [only] if digits.starts_with(['.', ',']) => Some(format!("0.{only}")),
        [only] => Some(whole(&[only])),
        [first, fraction] => Some(format!("{}.{fraction}", whole(&[first]))),
        [first, rest @ ..] if !first.is_empty() && rest.iter().all(|group| group.len() == 3) => Some(whole(&groups)),
        _ => None,
    }
}

/// Digits, then perhaps a point and digits; no zero in front of another digit.
pub(super) fn is_decimal(body: &str) -> bool {
    let (whole, fraction) = body.split_once('.').map_or((body, None), |(w, f)| (w, Some(f)));
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    digits(whole) && fraction.is_none_or(digits) && (whole.len() == 1 || !whole.starts_with('0'))
}

/// The day that a text stands for: day, month and year, or year, month and day, whatever parts them.
pub(super) fn day(text: &str) -> Option<Date> {
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let day = |year: &str, month: &str, day: &str| Date::parse(&format!("{year}-{month:0>2}-{day:0>2}"));
    match groups.as_slice() {
        [year, a, b, ..] if year.len() == 4 => day(year, a, b).or_else(|| day(year, b, a)),
        [a, b, year] if year.len() == 4 => day(year, b, a).or_else(|| day(year, a, b)),
        [all] if all.len() == 8 => day(&all[..4], &all[4..6], &all[6..]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{day, number};

    #[track_caller]
    fn case(text: &str, expected: Option<&str>) {
        assert_eq!(number(text).as_deref(), expected, "{text:?}");
    }

    #[test]
    fn a_number_is_meant_by_digits_of_any_alphabet_and_spaces_between_them() {
        case("1\u{2009}234", Some("1234"));
        case("19\u{202f}", Some("19"));
        case("\"19 \"", Some("19"));
        case("١٩", Some("19"));
        case("１９．５", Some("19.5"));
        case("~ 19", Some("19"));
        case("19 ~", Some("19"));
        case("19%", Some("19"));
        case("19,5 điểm", Some("19.5"));
        case("−2", Some("-2"));
    }

    #[test]
    fn a_number_is_meant_by_one_that_is_written_otherwise() {
        case("+3", Some("3"));
        case("08", Some("8"));
        case("0.", Some("0"));
        case("12.5.", Some("12.5"));
        case("19..5", Some("19.5"));
        case(".5", Some("0.5"));
        case("1_000", Some("1000"));
        case("1.234.567", Some("1234567"));
        case("1e3", Some("1000"));
        case("2.5E-1", Some("0.25"));
        case("0x1F", Some("31"));
    }

    #[test]
    fn nothing_is_meant_where_it_could_be_several_numbers_or_none() {
        for text in ["", "NaN", "l9", "O", "19/24", "1.2.3", "...", "1e400", "?", "miễn", "9 – 10"] {
            case(text, None);
        }
    }

    #[test]
    fn a_day_is_meant_whatever_parts_it() {
        let case = |text: &str, expected: Option<&str>| {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), expected, "{text}");
        };
        for text in
            ["4/5/2019", "04.5.2019", "ngày 4/5/2019", "2019/05/04", "2019-5-4", "20190504", "ngày 4 tháng 5 năm 2019"]
        {
            case(text, Some("2019-05-04"));
        }
        case("2019-13-01", Some("2019-01-13"));
        case("4/13/2019", Some("2019-04-13"));
        case("2019-05-04T00:00:00", Some("2019-05-04"));
        case("2019–05–04", Some("2019-05-04"));
        for text in ["2019-02-30", "2019-05", "2019", "01-03-24", "May 4", ""] {
            case(text, None);
        }
    }
}
