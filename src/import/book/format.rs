//! What a spreadsheet program shows of a number, by the code of its format: `0.00`, `#,##0`, `0%`.
//!
//! Codes are those of Office Open XML (ECMA-376 part 1, 18.8.31). What depends on more than the number, as the width of a
//! column, or is no plain decimal, as fractions and powers of ten, is said to be unknown.

use rust_decimal::{Decimal, RoundingStrategy};

/// What a format makes of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Formatted {
    /// A text.
    Text(String),
    /// A date or a time: the number is none.
    Date,
    /// It cannot be known.
    Unknown,
}

/// How many digits a program keeps of a number before it shows it.
const DIGITS_KEPT: u32 = 15;

/// How many signs a number without a format may have; of longer ones the width of the column decides.
const GENERAL_WIDTH: usize = 11;

/// What a program shows of a number, which is given in its shortest form.
pub(super) fn formatted(code: &str, stored: &str) -> Formatted {
    let sections = sections(if code.is_empty() { "General" } else { code });
    let parts: Vec<Vec<Piece>> = sections.iter().map(|section| pieces(section)).collect();
    if parts.iter().flatten().any(|piece| *piece == Piece::Date) {
        return Formatted::Date;
    }
    let Ok(number) = Decimal::from_str_exact(stored) else { return Formatted::Unknown };
    let (section, number) = match (parts.len(), number) {
        (1, number) => (&parts[0], number),
        (2, number) if number >= Decimal::ZERO => (&parts[0], number),
        (2, number) => (&parts[1], number.abs()),
        (_, number) if number > Decimal::ZERO => (&parts[0], number),
        (_, number) if number < Decimal::ZERO => (&parts[1], number.abs()),
        (_, number) => (&parts[2], number),
    };
    if section.contains(&Piece::Unknown) {
        return Formatted::Unknown;
    }
    if section.contains(&Piece::General) {
        return general(section, number);
    }
    plain(section, number)
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    /// `0`, `#`, `?`: a digit, with what stands where there is none.
    Digit(char),
    Point,
    Comma,
    Percent,
    General,
    Date,
    Unknown,
    Text(String),
}

/// The sections of a code, for numbers above, below and at zero, and for texts.
fn sections(code: &str) -> Vec<String> {
    let (mut sections, mut quoted, mut chars) = (vec![String::new()], false, code.chars());
    while let Some(c) = chars.next() {
        match c {
            ';' if !quoted => sections.push(String::new()),
            _ => {
                quoted ^= c == '"';
                let section = sections.len() - 1;
                sections[section].push(c);
                if matches!(c, '\\' | '_' | '*') && !quoted {
                    sections[section].extend(chars.next());
                }
            }
        }
    }
    sections
}

fn pieces(section: &str) -> Vec<Piece> {
    let (mut pieces, mut chars) = (Vec::new(), section.chars().peekable());
    if section.trim().eq_ignore_ascii_case("general") || section.trim().eq_ignore_ascii_case("standard") {
        return vec![Piece::General];
    }
    while let Some(c) = chars.next() {
        pieces.push(match c {
            '0' | '#' | '?' => Piece::Digit(c),
            '.' => Piece::Point,
            ',' => Piece::Comma,
            '%' => Piece::Percent,
            '@' => Piece::General,
            '"' => Piece::Text(chars.by_ref().take_while(|c| *c != '"').collect()),
            '\\' => Piece::Text(chars.next().into_iter().collect()),
            '_' => {
                chars.next();
                Piece::Text(" ".to_owned())
            }
            '*' => {
                chars.next();
                continue;
            }
            '[' => match bracketed(&chars.by_ref().take_while(|c| *c != ']').collect::<String>()) {
                Some(piece) => piece,
                None => continue,
            },
            'G' | 'g' if chars.clone().collect::<String>().to_ascii_lowercase().starts_with("eneral") => {
                chars.by_ref().take(6).for_each(drop);
                Piece::General
            }
            'E' | 'e' if matches!(chars.peek(), Some('+' | '-')) => Piece::Unknown,
            '/' => Piece::Unknown,
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => Piece::Date,
            c => Piece::Text(c.to_string()),
        });
    }
    pieces
}

/// `[Red]` shows nothing, `[$€-407]` a sign, `[h]` hours; on `[>=100]` it depends.
fn bracketed(inside: &str) -> Option<Piece> {
    if let Some(currency) = inside.strip_prefix('$') {
        let sign = currency.split('-').next().unwrap_or_default();
        return (!sign.is_empty()).then(|| Piece::Text(sign.to_owned()));
    }
    let is_time = !inside.is_empty() && inside.chars().all(|c| matches!(c, 'h' | 'H' | 'm' | 'M' | 's' | 'S'));
    match inside.chars().next() {
        _ if is_time => Some(Piece::Date),
        Some('<' | '>' | '=') => Some(Piece::Unknown),
        _ => None,
    }
}

/// A number without a format is shown as it is while it is short.
fn general(section: &[Piece], number: Decimal) -> Formatted {
    let text = number.normalize().to_string();
    if text.trim_start_matches('-').len() > GENERAL_WIDTH {
        return Formatted::Unknown;
    }
    let piece = |piece: &Piece| match piece {
        Piece::General => text.clone(),
        Piece::Text(text) => text.clone(),
        _ => String::new(),
    };
    Formatted::Text(section.iter().map(piece).collect())
}

fn plain(section: &[Piece], number: Decimal) -> Formatted {
    let is_digit = |piece: &Piece| matches!(piece, Piece::Digit(_));
    let (Some(first), Some(last)) = (section.iter().position(is_digit), section.iter().rposition(is_digit)) else {
        return Formatted::Text(section.iter().map(text_of).collect::<String>());
    };
    let point = section.iter().position(|piece| *piece == Piece::Point);
    let is_plain = |piece: &Piece| is_digit(piece) || matches!(piece, Piece::Point | Piece::Comma);
    if !section[first..=last].iter().all(is_plain) || point.is_some_and(|point| point > last + 1) {
        return Formatted::Unknown;
    }
    let (begin, end) = (first.min(point.unwrap_or(first)), last.max(point.unwrap_or(last)));
    let whole_end = point.unwrap_or(last + 1).max(begin);
    let is_parted = section[begin..whole_end.min(last + 1)].contains(&Piece::Comma);
    let thousands = section[end + 1..].iter().take_while(|piece| **piece == Piece::Comma).count();
    let percents = section.iter().filter(|piece| **piece == Piece::Percent).count();
    let Some(scaled) = scaled(number, thousands, percents) else { return Formatted::Unknown };
    let digits = |pieces: &[Piece], sign: Option<char>| {
        let counts = |piece: &&Piece| matches!(piece, Piece::Digit(c) if sign.is_none_or(|sign| *c == sign));
        pieces.iter().filter(counts).count()
    };
    let fraction = &section[whole_end..=end];
    let places = u32::try_from(digits(fraction, None)).unwrap_or_default();
    let rounded = scaled.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    let text = format!("{:.*}", places as usize, rounded.abs());
    let (whole, places) = text.split_once('.').unwrap_or((&text, ""));
    let whole = padded(whole, digits(&section[begin..whole_end], Some('0')), is_parted);
    let kept = places.trim_end_matches('0').len().max(digits(fraction, Some('0')));
    let sign = if rounded.is_sign_negative() && !rounded.is_zero() { "-" } else { "" };
    let before: String = section[..begin].iter().map(text_of).collect();
    let after: String = section[end + 1..].iter().map(text_of).collect();
    let point = if point.is_some() && (kept > 0 || !places.is_empty()) { "." } else { "" };
    Formatted::Text(format!("{sign}{before}{whole}{point}{}{after}", &places[..kept.min(places.len())]))
}

fn text_of(piece: &Piece) -> String {
    match piece {
        Piece::Text(text) => text.clone(),
        Piece::Percent => "%".to_owned(),
        _ => String::new(),
    }
}

/// The number with the digits that a program keeps, a hundred times as much for each percent sign and a thousandth for
/// each comma at the end.
fn scaled(number: Decimal, thousands: usize, percents: usize) -> Option<Decimal> {
    let kept = number.round_sf_with_strategy(DIGITS_KEPT, RoundingStrategy::MidpointAwayFromZero)?;
    let more = (0..percents).try_fold(kept, |number, _| number.checked_mul(Decimal::ONE_HUNDRED))?;
    (0..thousands).try_fold(more, |number, _| number.checked_div(Decimal::ONE_THOUSAND))
}

/// Digits before the point, with zeros where the format wants more, and with commas where it parts thousands.
fn padded(digits: &str, least: usize, is_parted: bool) -> String {
    let digits = if digits == "0" && least == 0 { "" } else { digits };
    let digits = format!("{digits:0>least$}");
    if !is_parted {
        return digits;
    }
    let length = digits.len();
    let parted = |(i, c): (usize, char)| {
        let comma = (i > 0 && (length - i).is_multiple_of(3)).then_some(',');
        comma.into_iter().chain([c])
    };
    digits.chars().enumerate().flat_map(parted).collect()
}

#[cfg(test)]
mod tests {
    use super::{Formatted, formatted};

    #[track_caller]
    fn case(code: &str, stored: &str, shown: &str) {
        assert_eq!(formatted(code, stored), Formatted::Text(shown.to_owned()), "{code} of {stored}");
    }

    #[test]
    fn numbers_are_shown_as_their_formats_say() {
        case("General", "63.65", "63.65");
        case("0.00", "63.65373229980469", "63.65");
        case("0.00", "5.215618133544922", "5.22");
        case("0", "555.8281133508731", "556");
        case("0.000", "0.967", "0.967");
        case("0.0", "84.255", "84.3");
        case("0.00", "-0.005", "-0.01");
        case("0.00", "-0.001", "0.00");
        case("0.00", "2.6749999999999998", "2.68");
        case("#,##0", "69432.78669", "69,433");
        case("#,##0.00", "1234567.5", "1,234,567.50");
        case("#,##0", "0", "0");
        case("#", "0", "");
        case("#.##", "5", "5.");
        case("0.##", "5.1", "5.1");
        case("00", "7", "07");
        case("0%", "0.1875", "19%");
        case("0.00%", "0.5302223563194275", "53.02%");
        case("#,##0,", "12345678", "12,346");
        case("0.0_);(0.0)", "-3.14", "(3.1)");
        case("0.0;-0.0;\"–\"", "0", "–");
        case("[Red]0.0", "3", "3.0");
        case("[$€-407] #,##0.00", "3", "€ 3.00");
        case("0\" điểm\"", "24", "24 điểm");
        case("0.0\\*", "24", "24.0*");
        case("_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "1234.5", " 1,234.50 ");
        case("@", "12.5", "12.5");
    }

    #[test]
    fn what_is_no_plain_decimal_is_not_known() {
        for code in ["# ?/?", "0.00E+00", "[>=100]0;0.0", "000-00"] {
            assert_eq!(formatted(code, "0.5"), Formatted::Unknown, "{code}");
        }
        assert_eq!(formatted("General", "63.65373229980469"), Formatted::Unknown);
        for code in ["dd/mm/yyyy", "h:mm", "[h]:mm", "yyyy\"-\"mm"] {
            assert_eq!(formatted(code, "43101"), Formatted::Date, "{code}");
        }
    }
}
