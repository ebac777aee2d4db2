//! Texts as numbers: which sign parts the fraction is told by a text itself, or by the others of its column.

use rust_decimal::Decimal;

use super::text::without_footnote;

/// A text that reads as a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NumberText {
    /// What it can mean.
    pub(super) reading: Reading,
    /// Whether a percent sign stands behind it.
    pub(super) is_percent: bool,
    /// The mark of a footnote that is glued to it.
    pub(super) footnote: Option<String>,
}

/// What a text can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// One number; and the sign that parts its fraction, where it tells one.
    One(Decimal, Option<FractionSign>),
    /// Two numbers: the sign parts either thousands or the fraction.
    Two {
        /// The sign that is written.
        sign: FractionSign,
        /// The number if it parts thousands.
        whole: Decimal,
        /// The number if it parts the fraction.
        fraction: Decimal,
    },
}

/// The sign before the fraction of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FractionSign {
    /// 12.5
    Point,
    /// 12,5
    Comma,
}

/// Words behind numbers that change nothing.
const POINTS: [&str; 6] = ["điểm", "đ", "points", "point", "pts", "pt"];

/// How many digits a number may have.
const DIGITS: usize = 25;

/// A text as a number; none where it is none.
pub(super) fn number_text(text: &str) -> Option<NumberText> {
    let (text, footnote) = without_footnote(text);
    let (text, is_percent) = text.strip_suffix('%').map_or((text, false), |rest| (rest.trim_end(), true));
    let text = POINTS.iter().find_map(|word| text.strip_suffix(word)).map_or(text, str::trim_end);
    let (is_negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let reading = reading(digits)?;
    let signed = |number: Decimal| if is_negative { -number } else { number };
    let reading = match reading {
        Reading::One(number, sign) => Reading::One(signed(number), sign),
        Reading::Two { sign, whole, fraction } => {
            Reading::Two { sign, whole: signed(whole), fraction: signed(fraction) }
        }
    };
    Some(NumberText { reading, is_percent, footnote: footnote.map(str::to_owned) })
}

/// Digits, points and commas as a number.
fn reading(text: &str) -> Option<Reading> {
    let text = without_spaces(text)?;
    let signs: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let n_digits = text.len() - signs.len();
    if n_digits == 0 || n_digits > DIGITS || signs.iter().any(|sign| !matches!(sign, '.' | ',')) {
        return None;
    }
    let sign_of = |sign: char| if sign == ',' { FractionSign::Comma } else { FractionSign::Point };
    let last = signs.last().copied();
    let is_last_alone = last.is_some_and(|last| signs.iter().filter(|sign| **sign == last).count() == 1);
    match (signs.len(), last) {
        (0, _) | (_, None) => Some(Reading::One(decimal(&text)?, None)),
        (1, Some(sign)) => {
            let (whole, fraction) = text.split_once(sign)?;
            if fraction.is_empty() {
                return None;
            }
            let one = decimal(&format!("{}.{fraction}", if whole.is_empty() { "0" } else { whole }))?;
            if fraction.len() != 3 || whole.is_empty() || whole.len() > 3 || whole.starts_with('0') {
                return Some(Reading::One(one, Some(sign_of(sign))));
            }
            Some(Reading::Two { sign: sign_of(sign), whole: decimal(&format!("{whole}{fraction}"))?, fraction: one })
        }
        (_, Some(sign)) if is_last_alone => {
            let (whole, fraction) = text.rsplit_once(sign)?;
            let other = if sign == ',' { '.' } else { ',' };
            let number = decimal(&format!("{}.{fraction}", in_thousands(whole, other)?))?;
            (!fraction.is_empty()).then_some(Reading::One(number, Some(sign_of(sign))))
        }
        (_, Some(sign)) => {
            let fraction = if sign == ',' { FractionSign::Point } else { FractionSign::Comma };
            Some(Reading::One(decimal(&in_thousands(&text, sign)?)?, Some(fraction)))
        }
    }
}

/// A text without spaces or apostrophes that part thousands; none where they part anything else.
fn without_spaces(text: &str) -> Option<String> {
    let is_space = |c: char| matches!(c, ' ' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    if !text.contains(is_space) {
        return Some(text.to_owned());
    }
    let whole_end = text.find(['.', ',']).unwrap_or(text.len());
    let (whole, fraction) = text.split_at(whole_end);
    let groups: Vec<&str> = whole.split(is_space).collect();
    let is_grouped = (1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3);
    (is_grouped && !fraction.contains(is_space)).then(|| format!("{}{fraction}", groups.concat()))
}

/// The digits of a number whose thousands are parted by a sign.
fn in_thousands(text: &str, sign: char) -> Option<String> {
    let groups: Vec<&str> = text.split(sign).collect();
    let is_grouped = (1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3);
    (is_grouped && groups.concat().bytes().all(|byte| byte.is_ascii_digit())).then(|| groups.concat())
}

fn decimal(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).ok()
}

/// The sign before fractions in texts of numbers; none where none tells it, or where they tell both.
pub(super) fn fraction_sign<'t>(texts: impl Iterator<Item = &'t str>) -> Option<FractionSign> {
    let mut told: Option<FractionSign> = None;
    for number in texts.filter_map(number_text) {
        let Reading::One(_, Some(sign)) = number.reading else { continue };
        if told.is_some_and(|other| other != sign) {
            return None;
        }
        told = Some(sign);
    }
    told
}

/// What a program shows of a number, as a number: the reading of the text that is nearest to what is stored.
pub(super) fn shown_number(stored: Decimal, shown: &str) -> Option<(Decimal, bool)> {
    let text = super::text::clean(shown);
    let number = number_text(&text)?;
    let stored = if number.is_percent { stored.checked_mul(Decimal::ONE_HUNDRED)? } else { stored };
    let is_near = |number: &Decimal| {
        // Half a step of the last digit that is shown.
        let step = Decimal::new(1, number.scale());
        number.checked_sub(stored).is_some_and(|apart| apart.abs() <= step)
    };
    let found = match number.reading {
        Reading::One(number, _) => Some(number).filter(is_near),
        Reading::Two { whole, fraction, .. } => [fraction, whole].into_iter().find(is_near),
    };
    found.map(|found| (found, number.is_percent))
}

#[cfg(test)]
mod tests {
    use super::{FractionSign, Reading, fraction_sign, number_text, shown_number};

    #[track_caller]
    fn case(text: &str, told: &str) {
        let number = number_text(text).map(|number| {
            let told = match number.reading {
                Reading::One(one, None) => one.to_string(),
                Reading::One(one, Some(FractionSign::Point)) => format!("{one} point"),
                Reading::One(one, Some(FractionSign::Comma)) => format!("{one} comma"),
                Reading::Two { whole, fraction, .. } => format!("{whole} or {fraction}"),
            };
            let percent = if number.is_percent { " %" } else { "" };
            format!("{told}{percent}{}", number.footnote.map_or(String::new(), |mark| format!(" [{mark}]")))
        });
        assert_eq!(number.as_deref().unwrap_or("none"), told, "{text}");
    }

    #[test]
    fn signs_of_numbers_are_told_by_their_places() {
        case("12", "12");
        case("12.5", "12.5 point");
        case("12,5", "12.5 comma");
        case("1.234,5", "1234.5 comma");
        case("1,234.5", "1234.5 point");
        case("1,365", "1365 or 1.365");
        case("1.365", "1365 or 1.365");
        case("0,365", "0.365 comma");
        case("1234.567", "1234.567 point");
        case("1,234,567", "1234567 point");
        case("1.234.567", "1234567 comma");
        case("1 234,5", "1234.5 comma");
        case("1 234", "1234");
        case(".5", "0.5 point");
        case("-3,25", "-3.25 comma");
        case("\u{2212}3", "-3");
        case("85%", "85 %");
        case("85,5 %", "85.5 comma %");
        case("12,5*", "12.5 comma [*]");
        case("12.5ᵃ", "12.5 point [ᵃ]");
        case("24 điểm", "24");
    }

    #[test]
    fn what_is_no_number_stays_none() {
        for text in
            ["", "-", "..", "1-2", "1.2.3", "12.", "1,23,456", "12 5", "1e5", "12a", "<5", "1.234,567,8", "%", "*"]
        {
            case(text, "none");
        }
    }

    #[test]
    fn a_column_tells_its_sign() {
        assert_eq!(fraction_sign(["1,365", "4.4"].into_iter()), Some(FractionSign::Point));
        assert_eq!(fraction_sign(["4,4", "4.4"].into_iter()), None);
        assert_eq!(fraction_sign(["1,365", "12"].into_iter()), None);
    }

    #[test]
    fn what_is_shown_is_read_beside_what_is_stored() {
        let case = |stored: &str, shown: &str, told: Option<(&str, bool)>| {
            let told = told.map(|(number, is_percent)| (number.parse().unwrap(), is_percent));
            assert_eq!(shown_number(stored.parse().unwrap(), shown), told);
        };
        case("0.1875", "19%", Some(("19", true)));
        case("42.3194694519043", "42,32", Some(("42.32", false)));
        case("1364.8", "1,365", Some(("1365", false)));
        case("1.3649", "1,365", Some(("1.365", false)));
        case("5", "7", None);
        case("5", "###", None);
    }
}
