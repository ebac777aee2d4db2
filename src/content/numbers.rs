//! Numbers, kept exactly as they are written.

use rust_decimal::Decimal;

use crate::diagnostics::codes::shape;
use crate::diagnostics::{Code, Diagnostic, Faults};
use crate::model::Place;
use crate::yaml::{Kind, Node};

/// How many digits a number may have.
const DIGITS: usize = 25;

/// The words of a cell without a number, in English and Vietnamese.
pub(super) const OF_CELLS: [&str; 2] =
    ["`~`, `missing`, `exempt` or `withheld`", "`~`, `missing`, `exempt` hoặc `withheld`"];

/// A decimal exactly as written; `comma` where the file says `decimal: comma`.
pub(super) fn number(node: Node<'_>, comma: bool, faults: &mut Faults) -> Option<Decimal> {
    decimal(node, comma, None, faults)
}

/// The number of a cell, where words may stand too.
pub(super) fn number_of_cell(node: Node<'_>, comma: bool, faults: &mut Faults) -> Option<Decimal> {
    decimal(node, comma, Some(OF_CELLS), faults)
}

fn decimal(node: Node<'_>, comma: bool, words: Option<[&'static str; 2]>, faults: &mut Faults) -> Option<Decimal> {
    if let Some(fault) = split_in_list(node) {
        faults.push(fault);
        return None;
    }
    match parse(node.text(), comma) {
        Ok(number) if node.kind() == Kind::Scalar => Some(number),
        Ok(_) => {
            faults.push(refuse(node, "not a number", words));
            None
        }
        Err(why) => {
            faults.push(refuse(node, why, words));
            None
        }
    }
}

/// `[22,9]` in the place of a number: a decimal comma that YAML took for the end of an item.
fn split_in_list(node: Node<'_>) -> Option<Diagnostic> {
    let items: Vec<Node<'_>> = if node.kind() == Kind::List { node.items().collect() } else { Vec::new() };
    let pair = items.windows(2).find(|pair| pair[1].touches(pair[0]) && pair.iter().all(|n| is_decimal(n.text())))?;
    let place = crate::model::Place { end: pair[1].place().end, ..pair[0].place() };
    let fault = Diagnostic::new(&shape::COMMA_SPLITS_NUMBER, place);
    Some(fault.with("whole", pair[0].text()).with("fraction", pair[1].text()))
}

/// What tables write for a number that is not there.
const DASHES: [&str; 6] = ["-", "--", "---", "–", "—", "−"];

/// Words that YAML 1.1 reads as true or false.
const WORDS: [&str; 8] = ["y", "yes", "true", "on", "n", "no", "false", "off"];

/// A decimal from one limit to another, both allowed; `what` it is in English and Vietnamese.
pub(super) fn number_within(
    node: Node<'_>,
    (low, high): (Decimal, Option<Decimal>),
    [what, what_vi]: [&'static str; 2],
    faults: &mut Faults,
) -> Option<Decimal> {
    let number = number(node, false, faults)?;
    if number >= low && high.is_none_or(|high| number <= high) {
        return Some(number);
    }
    let range = match high {
        Some(high) => [format!("from {low} to {high}"), format!("từ {low} đến {high}")],
        None => [format!("from {low} up"), format!("từ {low} trở lên")],
    };
    faults.push(outside_range(node, [what, what_vi], range));
    None
}

/// A decimal above zero; `what` it is in English and Vietnamese.
pub(super) fn number_above_zero(node: Node<'_>, what: [&'static str; 2], faults: &mut Faults) -> Option<Decimal> {
    let number = number(node, false, faults)?;
    if number > Decimal::ZERO {
        return Some(number);
    }
    faults.push(outside_range(node, what, ["from above 0 up", "lớn hơn 0"].map(str::to_owned)));
    None
}

fn outside_range(node: Node<'_>, [what, what_vi]: [&'static str; 2], [range, range_vi]: [String; 2]) -> Diagnostic {
    let fault = Diagnostic::new(&shape::NUMBER_OUTSIDE_RANGE, node.place()).with("text", node.source());
    fault.with("what", what).with("what_vi", what_vi).with("range", range).with("range_vi", range_vi)
}

/// Why a text is no number, by a key of the sentences below.
fn parse(text: &str, comma: bool) -> Result<Decimal, &'static str> {
    if DASHES.contains(&text) {
        return Err("dash");
    }
    let body = text.strip_prefix('-').unwrap_or(text);
    if body.contains('.') && body.contains(',') {
        return Err("both signs");
    }
    if body.contains(',') && !comma {
        return Err(if is_decimal(&body.replacen(',', ".", 1)) { "comma" } else { reason(body) });
    }
    let plain = text.replacen(',', ".", 1);
    let body = plain.strip_prefix('-').unwrap_or(&plain);
    if is_decimal(body) {
        let digits = body.bytes().filter(u8::is_ascii_digit).count();
        return if digits > DIGITS { Err("too long") } else { Decimal::from_str_exact(&plain).map_err(|_| "too long") };
    }
    Err(reason(body))
}

/// Signs that people write between the thousands of a number.
const GROUP_SIGNS: [char; 9] = [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '’', ',', '_', '.'];

/// Whether a text is a number whose thousands stand apart: groups of three digits, then perhaps decimals.
fn is_grouped(body: &str) -> bool {
    let digits = |s: &&str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let whole = body.rsplit_once('.').filter(|(_, fraction)| digits(fraction)).map_or(body, |(whole, _)| whole);
    let parts: Vec<&str> = whole.split(GROUP_SIGNS).collect();
    parts.len() > 1 && parts.iter().all(digits) && parts[1..].iter().all(|part| part.len() == 3)
}

/// The number that a text most likely means: without signs between digits, zeros in front, and what stands behind it.
fn meant(text: &str) -> Option<String> {
    let plain: String = if is_lettered(text) { text.chars().map(as_digit).collect() } else { text.to_owned() };
    let plain: String = plain.chars().map(as_ascii).collect();
    let plain = plain.trim().trim_start_matches('+');
    let (sign, body) = plain.strip_prefix('-').map_or(("", plain), |body| ("-", body));
    let end = body.find(|c: char| !c.is_ascii_digit() && !GROUP_SIGNS.contains(&c)).unwrap_or(body.len());
    let (number, rest) = body.split_at(end);
    let number = number.trim_end_matches(GROUP_SIGNS);
    // Letters that touch the digits may stand for digits.
    let is_apart = number.len() < end || rest.is_empty() || rest.starts_with(['%', '/']);
    let joined: String = match number.contains(['.', ',']) && !is_grouped(number) {
        true => number.replacen(',', ".", 1),
        false => {
            let decimals = number.rsplit_once('.').filter(|(whole, _)| whole.contains(GROUP_SIGNS));
            let decimals = decimals.filter(|(whole, fraction)| fraction.len() != 3 || !whole.contains('.'));
            let (whole, fraction) = decimals.map_or((number, None), |(whole, fraction)| (whole, Some(fraction)));
            let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
            fraction.map_or(whole.clone(), |fraction| format!("{whole}.{fraction}"))
        }
    };
    let shorter = joined.trim_start_matches('0');
    let better =
        if shorter.is_empty() || shorter.starts_with('.') { format!("0{shorter}") } else { shorter.to_owned() };
    (is_apart && !number.is_empty() && is_decimal(&better)).then(|| format!("{sign}{better}"))
}

/// Whether a text is a number in which letters stand that look like digits: `1O`, `l9`, `O`.
fn is_lettered(text: &str) -> bool {
    let body = text.strip_prefix('-').unwrap_or(text);
    let is_one = |c: char| c.is_ascii_digit() || ".,".contains(c) || as_digit(c) != c;
    let has_digit = body.contains(|c: char| c.is_ascii_digit()) || body.chars().count() == 1;
    has_digit && body.chars().all(is_one)
}

/// A letter that looks like a digit as that digit.
fn as_digit(c: char) -> char {
    match c {
        'O' | 'o' | 'О' | 'о' => '0',
        'l' | 'I' | '|' => '1',
        other => other,
    }
}

/// The whole number that is meant by one with letters that look like digits, or with signs among its digits.
pub(super) fn meant_count(text: &str) -> Option<String> {
    meant(text).filter(|better| better.bytes().all(|b| b.is_ascii_digit()))
}

/// A date or an id of a year as it is meant, where letters in it look like digits.
pub(super) fn with_digits(text: &str) -> String {
    text.chars().map(as_digit).map(as_ascii).collect()
}

/// A wide digit or a typographic minus as what can be typed.
fn as_ascii(c: char) -> char {
    match c {
        '−' | '–' => '-',
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        '٠'..='٩' => char::from_digit(u32::from(c) - u32::from('٠'), 10).unwrap_or(c),
        '۰'..='۹' => char::from_digit(u32::from(c) - u32::from('۰'), 10).unwrap_or(c),
        other => other,
    }
}

/// Digits, then perhaps a point and digits; no zero in front of another digit.
fn is_decimal(body: &str) -> bool {
    let (whole, fraction) = body.split_once('.').map_or((body, None), |(w, f)| (w, Some(f)));
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    digits(whole) && fraction.is_none_or(digits) && (whole.len() == 1 || !whole.starts_with('0'))
}

fn reason(body: &str) -> &'static str {
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if body.starts_with('+') {
        "plus"
    } else if body.strip_prefix('0').is_some_and(|rest| digits(rest.split('.').next().unwrap_or(rest))) {
        "leading zero"
    } else if body.starts_with("0x") || body.starts_with("0o") {
        "hex"
    } else if body.strip_prefix('.').is_some_and(digits) {
        "no whole part"
    } else if body.contains('_') || body.matches('.').count() > 1 || is_grouped(body) {
        "groups"
    } else if body.contains(':') && body.split(':').all(digits) {
        "clock"
    } else if crate::model::Date::parse(body).is_some() {
        "date"
    } else if WORDS.contains(&body.to_lowercase().as_str()) {
        "word"
    } else if body.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').starts_with(['e', 'E'])
        && body.starts_with(|c: char| c.is_ascii_digit())
    {
        "exponent"
    } else {
        "not a number"
    }
}

fn refuse(node: Node<'_>, why: &'static str, words: Option<[&'static str; 2]>) -> Diagnostic {
    let fault = |code| Diagnostic::new(code, node.place()).with("text", node.source());
    match why {
        "comma" => fault(&shape::DECIMAL_COMMA).with("point", node.text().replacen(',', ".", 1)),
        "dash" => {
            let cause = node.place().file.to_string();
            Diagnostic::new(&shape::NUMBER_DASH, node.place()).caused_by(cause)
        }
        "both signs" => both_signs(node.source(), node.place()),
        "plus" => mended(node, &shape::NUMBER_PLUS),
        "leading zero" => mended(node, &shape::NUMBER_LEADING_ZERO),
        "hex" => fault(&shape::NUMBER_HEX),
        "no whole part" => fault(&shape::NUMBER_WITHOUT_WHOLE),
        "groups" => mended(node, &shape::NUMBER_GROUPED),
        "clock" => fault(&shape::NUMBER_CLOCK),
        "date" => fault(&shape::NUMBER_DATE),
        "word" => fault(&shape::NUMBER_WORD),
        "exponent" => fault(&shape::NUMBER_EXPONENT),
        "too long" => fault(&shape::NUMBER_TOO_LONG),
        _ => {
            let [cell, cell_vi] = [words.map(|words| words[0]), words.map(|words| words[1])];
            let fault = mended(node, &shape::NOT_A_NUMBER).with("decimal", "20.5");
            fault.with_some("cell", cell).with_some("cell_vi", cell_vi)
        }
    }
}

/// The fault of a number that is written otherwise, with the number as it can be written.
fn mended(node: Node<'_>, code: &'static Code) -> Diagnostic {
    Diagnostic::new(code, node.place()).with("text", node.source()).with_some("better", meant(node.text()))
}

/// The fault of a number with a point and a comma, with the number as it can be written: the last sign begins the decimals.
pub(super) fn both_signs(text: &str, place: Place) -> Diagnostic {
    let digits = text.trim_matches(['"', '\'']);
    let point = digits.rfind(['.', ',']).map(|at| {
        let whole: String = digits[..at].chars().filter(|c| !".,".contains(*c)).collect();
        format!("{whole}.{}", &digits[at + 1..])
    });
    let point = point.filter(|point| is_decimal(point.strip_prefix('-').unwrap_or(point)));
    let comma = point.as_ref().map(|point| point.replacen('.', ",", 1));
    let fault = Diagnostic::new(&shape::NUMBER_BOTH_SIGNS, place).with("text", text);
    fault.with_some("point", point).with_some("comma", comma)
}

#[cfg(test)]
mod tests {
    use super::{meant, parse};

    #[track_caller]
    fn case(text: &str, comma: bool, expected: Result<&str, &str>) {
        assert_eq!(parse(text, comma).map(|n| n.to_string()), expected.map(str::to_owned));
    }

    #[test]
    fn numbers_keep_their_digits() {
        case("20.50", false, Ok("20.50"));
        case("-2", false, Ok("-2"));
        case("0", false, Ok("0"));
        case("84.200000000000000001", false, Ok("84.200000000000000001"));
        case("20,5", true, Ok("20.5"));
        case("20.5", true, Ok("20.5"));
    }

    #[test]
    fn what_is_most_likely_meant_can_be_typed() {
        let case = |text: &str, expected: Option<&str>| assert_eq!(meant(text).as_deref(), expected, "{text}");
        case("+19", Some("19"));
        case("019.50", Some("19.50"));
        case("00", Some("0"));
        case("1.234.567", Some("1234567"));
        case("1,234,567", Some("1234567"));
        case("1_000", Some("1000"));
        case("1 234.5", Some("1234.5"));
        case("1\u{202f}234", Some("1234"));
        case("19%", Some("19"));
        case("19,5 điểm", Some("19.5"));
        case("19/24", Some("19"));
        case("19.", Some("19"));
        case("−19", Some("-19"));
        case("１９", Some("19"));
        case("1O", Some("10"));
        case("19l", Some("191"));
        case("O", Some("0"));
        case("l", Some("1"));
        case(".", None);
        case("l9,5", Some("19.5"));
        case("٢٤", Some("24"));
        case("loO", None);
        case("5B", None);
        case("abc", None);
        case("", None);
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_refused() {
        case("22,9", false, Err("comma"));
        case("1.234,5", true, Err("both signs"));
        case("-", false, Err("dash"));
        case("–", false, Err("dash"));
        case("+5", false, Err("plus"));
        case("08", false, Err("leading zero"));
        case("0x1F", false, Err("hex"));
        case(".5", false, Err("no whole part"));
        case("1_000", false, Err("groups"));
        case("1.234.567", false, Err("groups"));
        case("1,234,567", false, Err("groups"));
        case("1 234.5", false, Err("groups"));
        case("1\u{202f}234", true, Err("groups"));
        case("12:30", false, Err("clock"));
        case("1e3", false, Err("exponent"));
        case("12345678901234567890123456", false, Err("too long"));
        case("NaN", false, Err("not a number"));
        case("NO", false, Err("word"));
        case("2019-05-04", false, Err("date"));
        case(".inf", false, Err("not a number"));
        case("abc", false, Err("not a number"));
        case("", false, Err("not a number"));
    }
}
