//! How values stand in a CSV file (RFC 4180, UTF-8, LF, dot decimals).

use rust_decimal::Decimal;

use crate::model::{Flags, Rank, StatedRank, StatedScore};
use crate::rankings::{Basis, Known, RankBasis};

/// A writer of CSV into memory.
pub(crate) fn writer(capacity: usize) -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::with_capacity(capacity))
}

/// The bytes of a writer.
pub(crate) fn bytes(writer: csv::Writer<Vec<u8>>) -> Vec<u8> {
    // Writing into memory cannot fail: the only faults are those of a disk or of rows of unequal length.
    writer.into_inner().unwrap_or_default()
}

/// A text that no spreadsheet takes for a formula: one that begins with `= + - @`, tab or return gets a `'` in front
/// (OWASP, "CSV Injection").
pub(crate) fn text(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// An exactly known number with its digits; otherwise nothing.
pub(crate) fn exact(known: Known<Decimal>) -> String {
    match known {
        Known::Exact(value) => value.to_string(),
        _ => String::new(),
    }
}

/// The two ends of an interval; nothing where the value is exact or not bounded.
pub(crate) fn ends<T: ToString>(known: Known<T>) -> [String; 2] {
    match known {
        Known::Between(low, high) => [low.to_string(), high.to_string()],
        _ => [String::new(), String::new()],
    }
}

/// An exactly known rank; otherwise nothing.
pub(crate) fn rank(known: Known<Rank>) -> String {
    match known {
        Known::Exact(rank) => rank.to_string(),
        _ => String::new(),
    }
}

/// An announced rank: one number, the possible ones with `|`, or a band with `-`.
pub(crate) fn stated_rank(rank: Option<&StatedRank>) -> String {
    match rank {
        Some(StatedRank::One(rank)) => rank.to_string(),
        Some(StatedRank::OneOf(ranks)) => ranks.iter().map(Rank::to_string).collect::<Vec<_>>().join("|"),
        Some(StatedRank::Band(best, worst)) => format!("{best}..{worst}"),
        None => String::new(),
    }
}

/// An announced score; a range has its ends in `score_min` and `score_max`.
pub(crate) fn stated_score(score: Option<StatedScore>) -> String {
    match score {
        Some(StatedScore::One(score)) => score.to_string(),
        Some(StatedScore::Between(low, high)) => format!("{low}..{high}"),
        None => String::new(),
    }
}

/// The word for where a score comes from.
pub(crate) fn basis(basis: Option<Basis>) -> &'static str {
    match basis {
        Some(Basis::Scored) => "scored",
        Some(Basis::Computed) => "computed",
        Some(Basis::Announced) => "announced",
        Some(Basis::Deduced) => "deduced",
        None => "",
    }
}

/// The word for where a rank comes from.
pub(crate) fn rank_basis(basis: Option<RankBasis>) -> &'static str {
    match basis {
        Some(RankBasis::Computed) => "computed",
        Some(RankBasis::Announced) => "announced",
        Some(RankBasis::Deduced) => "deduced",
        None => "",
    }
}

/// The flags of a cell, joined by spaces.
pub(crate) fn flags(flags: Flags, disputed: bool) -> String {
    let words = [
        (flags.provisional, "provisional"),
        (flags.estimated, "estimated"),
        (flags.revised, "revised"),
        (disputed, "disputed"),
    ];
    words.iter().filter(|(holds, _)| *holds).map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::text;

    #[track_caller]
    fn case(input: &str, expected: &str) {
        assert_eq!(text(input), expected);
    }

    #[test]
    fn no_text_is_a_formula() {
        case("Sở Y tế", "Sở Y tế");
        case("=HYPERLINK(\"https://example.org\")", "'=HYPERLINK(\"https://example.org\")");
        case("+84 29", "'+84 29");
        case("-1", "'-1");
        case("@sum", "'@sum");
        case("\tx", "'\tx");
        case("", "");
    }
}
