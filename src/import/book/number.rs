//! Numbers of cells, in their shortest exact form, with what is shown of them.

use super::format::{Formatted, formatted};
use super::grid::{GridCell, GridKind};

/// What is neither a number nor a text.
pub(super) fn other(text: &str) -> GridCell {
    GridCell { kind: GridKind::Other, ..GridCell::text(text.to_owned()) }
}

/// A formula without a value, as programs write them that compute nothing; what is stored is the formula.
pub(super) fn uncomputed(formula: &str) -> GridCell {
    GridCell { kind: GridKind::Uncomputed, is_formula: true, ..GridCell::text(formula.to_owned()) }
}

/// A number, in the shortest digits that tell the binary number which the program holds: of `0.96699999999999997` they
/// are `0.967`. A date is none.
pub(super) fn number(written: &str, code: &str) -> GridCell {
    let Some(stored) = shortest(written) else { return other(written) };
    match formatted(code, &stored) {
        Formatted::Date => other(&stored),
        Formatted::Text(shown) => GridCell { kind: GridKind::Number, shown: Some(shown), ..GridCell::text(stored) },
        Formatted::Unknown => GridCell { kind: GridKind::Number, shown: None, ..GridCell::text(stored) },
    }
}

/// The shortest digits that tell a binary number; none where a text is no number.
fn shortest(written: &str) -> Option<String> {
    let number: f64 = written.parse().ok().filter(|number: &f64| number.is_finite())?;
    let text = number.to_string();
    Some(if text == "-0" { "0".to_owned() } else { text })
}

#[cfg(test)]
mod tests {
    use super::number;

    #[track_caller]
    fn case(written: &str, code: &str, stored: &str, shown: Option<&str>) {
        let cell = number(written, code);
        assert_eq!((cell.stored.as_str(), cell.shown.as_deref()), (stored, shown));
    }

    #[test]
    fn digits_of_the_binary_number_are_the_shortest() {
        case("0.96699999999999997", "0.000", "0.967", Some("0.967"));
        case("63.653732299804688", "General", "63.65373229980469", None);
        case("42.2000007629395", "0.0", "42.2000007629395", Some("42.2"));
        case("4.5999999999999996", "General", "4.6", Some("4.6"));
        case("1.5E-2", "0%", "0.015", Some("2%"));
        case("12", "General", "12", Some("12"));
        case("-0", "General", "0", Some("0"));
        case("1E400", "General", "1E400", Some("1E400"));
        case("43101", "dd/mm/yyyy", "43101", Some("43101"));
    }
}
