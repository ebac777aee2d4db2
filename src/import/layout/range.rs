//! Texts that tell ranks and bounds: `=3`, `T5`, `501-510`, `<5`.

use rust_decimal::Decimal;

use super::number::{FractionSign, Reading, number_text};
use super::text::{clean, is_digits, without_footnote};
use crate::import::table::TableValue;
use crate::words::fold;

/// A rank: a whole number from 1, with signs of ties or to another one.
pub(super) fn rank(text: &str) -> Option<TableValue> {
    let (text, _) = without_footnote(text);
    let folded = fold(text);
    let text = ["hang ", "thu ", "#", "no. "].iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded);
    let text = text.trim();
    let tied = text
        .strip_prefix('=')
        .or_else(|| text.strip_suffix('='))
        .or_else(|| text.strip_prefix("t-"))
        .or_else(|| text.strip_prefix('t'));
    let rest = tied.unwrap_or(text).trim();
    if let Some(from) = rest.strip_suffix('+') {
        return Some(TableValue::Rank { from: one(from)?, to: None, is_tied: tied.is_some() });
    }
    // `3/63` tells of how many.
    let rest = rest.split_once('/').filter(|(_, of)| is_digits(of.trim())).map_or(rest, |(rank, _)| rank.trim());
    let (from, to) = match parted(rest) {
        Some((from, to)) => (one(from)?, one(to)?),
        None => (one(&ordinal(rest))?, one(&ordinal(rest))?),
    };
    (from <= to).then_some(TableValue::Rank { from, to: Some(to), is_tied: tied.is_some() })
}

/// `501-510` in its two parts, whatever dash it has.
fn parted(text: &str) -> Option<(&str, &str)> {
    let (from, to) = text.split_once(['-', '–', '—', '\u{2012}'])?;
    Some((from.trim(), to.trim())).filter(|(from, to)| !from.is_empty() && !to.is_empty())
}

/// `1st` as `1`.
fn ordinal(text: &str) -> String {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_ordinal = ["st", "nd", "rd", "th"].contains(&&text[digits.len()..]);
    if is_ordinal { digits.to_owned() } else { text.to_owned() }
}

fn one(text: &str) -> Option<u32> {
    // A whole number that was saved as `3.0` is a rank too.
    let text =
        text.split_once('.').filter(|(_, zeros)| zeros.bytes().all(|b| b == b'0')).map_or(text, |(whole, _)| whole);
    is_digits(text).then(|| text.parse().ok()).flatten().filter(|rank| *rank > 0)
}

/// A number between two others: `<5`, `≥ 90`, `40-45`.
pub(super) fn bounds(text: &str, sign: Option<FractionSign>) -> Option<TableValue> {
    let text = clean(text);
    let number = |text: &str| {
        let number = number_text(text.trim()).filter(|number| !number.is_percent)?;
        match (number.reading, sign) {
            (Reading::One(number, _), _) => Some(number),
            (Reading::Two { sign, fraction, .. }, Some(told)) if sign == told => Some(fraction),
            (Reading::Two { whole, .. }, Some(_)) => Some(whole),
            (Reading::Two { .. }, None) => None,
        }
    };
    let above =
        |limit: Option<Decimal>, itself: bool| TableValue::Bounds { low: limit.map(|n| (n, itself)), high: None };
    let below =
        |limit: Option<Decimal>, itself: bool| TableValue::Bounds { low: None, high: limit.map(|n| (n, itself)) };
    for (signs, itself, make) in [
        (["<=", "≤"], true, &below as &dyn Fn(Option<Decimal>, bool) -> TableValue),
        ([">=", "≥"], true, &above),
        (["<", "dưới "], false, &below),
        ([">", "trên "], false, &above),
    ] {
        if let Some(rest) = signs.iter().find_map(|sign| text.strip_prefix(sign)) {
            return number(rest).map(|limit| make(Some(limit), itself));
        }
    }
    let (low, high) = parted(&text)?;
    let (low, high) = (number(low)?, number(high)?);
    (low < high).then_some(TableValue::Bounds { low: Some((low, true)), high: Some((high, true)) })
}

#[cfg(test)]
mod tests {
    use super::{bounds, rank};
    use crate::import::table::TableValue;

    #[test]
    fn ranks_tell_ties_and_ranges() {
        let case = |text: &str, told: Option<(u32, Option<u32>, bool)>| {
            let told = told.map(|(from, to, is_tied)| TableValue::Rank { from, to, is_tied });
            assert_eq!(rank(text), told, "{text}");
        };
        case("3", Some((3, Some(3), false)));
        case("3.0", Some((3, Some(3), false)));
        case("=3", Some((3, Some(3), true)));
        case("3=", Some((3, Some(3), true)));
        case("T5", Some((5, Some(5), true)));
        case("501-510", Some((501, Some(510), false)));
        case("1–2", Some((1, Some(2), false)));
        case("601+", Some((601, None, false)));
        case("1st", Some((1, Some(1), false)));
        case("Hạng 4", Some((4, Some(4), false)));
        case("3/63", Some((3, Some(3), false)));
        case("12*", Some((12, Some(12), false)));
        for text in ["0", "3.5", "-3", "10-5", "", "-", "A", "Tốt"] {
            case(text, None);
        }
    }

    #[test]
    fn bounds_tell_their_ends() {
        type End = Option<(i64, bool)>;
        let case = |text: &str, told: Option<(End, End)>| {
            let end = |end: End| end.map(|(n, itself)| (n.into(), itself));
            let told = told.map(|(low, high)| TableValue::Bounds { low: end(low), high: end(high) });
            assert_eq!(bounds(text, None), told, "{text}");
        };
        case("<5", Some((None, Some((5, false)))));
        case("≥ 90", Some((Some((90, true)), None)));
        case("40-45", Some((Some((40, true)), Some((45, true)))));
        for text in ["45-40", "-5", "<5%", "<1,365", "a-b", ">"] {
            case(text, None);
        }
    }
}
