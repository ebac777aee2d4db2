//! Maxima and units of measure that headings tell, and scales as `1-10 điểm`.

use rust_decimal::Decimal;

use super::number::{Reading, number_text};
use super::text::{clean, is_digits};
use crate::words::fold;

/// A heading without what it tells besides, its maximum, and its unit of measure.
pub(super) fn told_in_heading(heading: &str) -> (String, Option<Decimal>, Option<String>) {
    let mut heading = clean(heading);
    let (mut maximum, mut measure) = (None, None);
    while let Some((before, inside, after)) = in_parentheses(&heading) {
        if let Some(number) = maximum_in(&inside) {
            maximum = maximum.or(Some(number));
        } else if measure.is_none() && after.is_empty() && is_measure(&inside) {
            measure = Some(inside);
        } else {
            break;
        }
        heading = clean(&format!("{before} {after}"));
    }
    if maximum.is_none()
        && let Some((before, number)) = behind_a_slash(&heading)
    {
        maximum = Some(number);
        heading = before;
    }
    (heading, maximum, measure)
}

/// A heading without the number in parentheses behind it, as `Hạ tầng (10)`, and the number: a maximum, a footnote, or what
/// the column is called by. Of years there is none.
pub(super) fn bare_in_heading(heading: &str) -> Option<(String, Decimal)> {
    let heading = clean(heading);
    let (before, inside, after) = in_parentheses(&heading)?;
    let number = sure(&inside).filter(|number| *number > Decimal::ZERO && after.is_empty())?;
    let is_year = number.fract().is_zero() && number >= Decimal::from(1900) && number <= Decimal::from(2100);
    let is_plain = inside.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    (!is_year && is_plain && before.chars().any(char::is_alphabetic)).then_some((before, number))
}

/// Footnotes and numbers of columns are below this.
const FOOTNOTES_MAX: i64 = 5;

/// Which of some columns have a maximum in a heading that is no more than a number in parentheses: none of their values is
/// higher, and the numbers of all of them do not run on as those of footnotes and columns do. `values` are the numbers of each.
pub(super) fn bare_maxima(headings: &[Option<Decimal>], values: &[Vec<Decimal>]) -> Vec<bool> {
    let found: Vec<Decimal> = headings.iter().flatten().copied().collect();
    let is_next = |pair: &[Decimal]| pair[1] == pair[0] + Decimal::ONE;
    let do_run = found.len() >= 2 && found.windows(2).all(is_next) && found[0] <= Decimal::from(3);
    let is_maximum = |(bare, values): (&Option<Decimal>, &Vec<Decimal>)| {
        let (Some(bare), Some(highest)) = (bare, values.iter().max()) else { return false };
        let is_near = *highest * Decimal::TWO >= *bare;
        let is_alone = found.len() == 1;
        highest <= bare
            && !do_run
            && (is_near || !is_alone && *bare >= Decimal::from(FOOTNOTES_MAX))
            && (!is_alone || *bare >= Decimal::from(FOOTNOTES_MAX))
    };
    headings.iter().zip(values).map(is_maximum).collect()
}

/// The last part in parentheses, and what stands before and behind it.
fn in_parentheses(text: &str) -> Option<(String, String, String)> {
    let open = text.rfind(['(', '['])?;
    let length = text[open..].find([')', ']'])?;
    let inside = text[open + 1..open + length].trim().to_owned();
    let (before, after) = (text[..open].trim().to_owned(), text[open + length + 1..].trim().to_owned());
    (!before.is_empty() && !inside.is_empty()).then_some((before, inside, after))
}

/// `24 điểm`, `tối đa 24`, `max 24`, `0-100`, `/24`.
fn maximum_in(text: &str) -> Option<Decimal> {
    let folded = fold(text);
    let words = ["diem toi da", "toi da", "thang diem", "maximum", "max.", "max", "out of", "diem", "/"];
    let rest =
        words.iter().find_map(|word| folded.strip_prefix(word)).map(|rest| rest.trim_start_matches([':', ' ', '=']));
    let ends = [" diem", "diem", "d", " points", " pts", " marks"];
    let number = |text: &str| sure(text.trim());
    let told = rest.and_then(|rest| number(ends.iter().find_map(|end| rest.strip_suffix(end)).unwrap_or(rest)));
    let behind = || ends.iter().find_map(|end| folded.strip_suffix(end)).and_then(number);
    told.or_else(behind).or_else(|| scale(text))
}

/// `0-100`, `1-10 điểm`: the end of a scale. Of percents and money there is no maximum.
pub(super) fn scale(text: &str) -> Option<Decimal> {
    let folded = fold(text);
    let text = [" diem", "diem", " points"].iter().find_map(|end| folded.strip_suffix(end)).unwrap_or(&folded);
    let (low, high) = text.split_once(['-', '–'])?;
    let (low, high) = (sure(low.trim())?, sure(high.trim())?);
    // A range of years is none.
    let is_years = is_digits(text.trim()) || low >= Decimal::from(1900) && high <= Decimal::from(2100);
    (low < high && !is_years).then_some(high)
}

fn sure(text: &str) -> Option<Decimal> {
    let number = number_text(text).filter(|number| !number.is_percent && number.footnote.is_none())?;
    match number.reading {
        Reading::One(number, _) => Some(number),
        Reading::Two { .. } => None,
    }
}

/// `Nhân lực/24`.
fn behind_a_slash(text: &str) -> Option<(String, Decimal)> {
    let (before, number) = text.rsplit_once('/')?;
    let is_short = is_digits(number.trim()) && number.trim().len() <= 4;
    let number = sure(number.trim()).filter(|_| is_short && before.chars().any(char::is_alphabetic))?;
    Some((before.trim().to_owned(), number))
}

/// `%`, `days`, `% of income per capita`, `2017 PPP $`: no other name of the column, as `HDI`.
fn is_measure(text: &str) -> bool {
    let folded = fold(text);
    let words = [
        "phan tram",
        "ty le",
        "year",
        "years",
        "nam",
        "ngay",
        "days",
        "number",
        "so luong",
        "usd",
        "vnd",
        "dong",
        "trieu dong",
        "ty dong",
        "diem",
        "points",
        "percent",
        "km",
        "ha",
        "nguoi",
        "gio",
        "hours",
        "per",
        "thousands",
        "millions",
    ];
    let is_word =
        |word: &&str| folded == **word || folded.strip_prefix(*word).is_some_and(|rest| rest.starts_with(' '));
    folded.contains(['%', '$', '‰', '€']) || words.iter().any(is_word)
}

/// The maximum of a cell in a row or column of maxima.
pub(super) fn maximum_of(text: &str) -> Option<Decimal> {
    let text = clean(text);
    sure(&text).or_else(|| maximum_in(&text)).or_else(|| scale(&text))
}

#[cfg(test)]
mod tests {
    use super::{bare_in_heading, bare_maxima, maximum_of, told_in_heading};

    #[test]
    fn headings_tell_maxima_and_measures() {
        let case = |heading: &str, name: &str, maximum: Option<&str>, measure: Option<&str>| {
            let told = told_in_heading(heading);
            let maximum = maximum.map(|number| number.parse().unwrap());
            assert_eq!(told, (name.to_owned(), maximum, measure.map(str::to_owned)), "{heading}");
        };
        case("Hạ tầng (24 điểm)", "Hạ tầng", Some("24"), None);
        case("Nhân lực (tối đa 22,5)", "Nhân lực", Some("22.5"), None);
        case("Nhân lực (22đ)", "Nhân lực", Some("22"), None);
        case("Score (max 24)", "Score", Some("24"), None);
        case("Điểm/24", "Điểm", Some("24"), None);
        case("2019 Index Score (0-100)", "2019 Index Score", Some("100"), None);
        case("Time (days)", "Time", None, Some("days"));
        case("Cost (% of income per capita)", "Cost", None, Some("% of income per capita"));
        case("Human Development Index (HDI)", "Human Development Index (HDI)", None, None);
        case("Tỉnh/Thành phố", "Tỉnh/Thành phố", None, None);
        case("Giai đoạn (2010-2015)", "Giai đoạn (2010-2015)", None, None);
    }

    #[test]
    fn a_bare_number_is_a_maximum_where_the_values_keep_it() {
        let case = |columns: &[(&str, &[i64])], expected: &[bool]| {
            let bare = columns
                .iter()
                .map(|(heading, _)| bare_in_heading(heading).map(|(_, number)| number))
                .collect::<Vec<_>>();
            let values: Vec<Vec<_>> =
                columns.iter().map(|(_, all)| all.iter().map(|n| (*n).into()).collect()).collect();
            assert_eq!(bare_maxima(&bare, &values), expected, "{columns:?}");
        };
        case(&[("Hạ tầng (10)", &[9, 4]), ("Nhân lực (20)", &[8, 3])], &[true, true]);
        case(&[("Hạ tầng (10)", &[9, 4])], &[true]);
        case(&[("Hạ tầng (10)", &[11, 4])], &[false]);
        case(&[("A (1)", &[1, 1]), ("B (2)", &[2, 1]), ("C (3)", &[1, 2])], &[false, false, false]);
        case(&[("Score (2)", &[2, 1])], &[false]);
        case(&[("Score (12)", &[1, 0])], &[false]);
        case(&[("Năm (2018)", &[90, 80])], &[false]);
    }

    #[test]
    fn scales_tell_their_ends() {
        let case = |text: &str, maximum: Option<&str>| {
            assert_eq!(maximum_of(text), maximum.map(|number| number.parse().unwrap()), "{text}");
        };
        case("10-80 điểm", Some("80"));
        case("0.33-3.33 điểm", Some("3.33"));
        case("24", Some("24"));
        case("0%-100%", None);
        case("0-150,000VND", None);
        case("Tối thiểu - Tối đa", None);
    }
}
