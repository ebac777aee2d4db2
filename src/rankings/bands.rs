//! The band of a total.

use rust_decimal::Decimal;

use crate::model::Band;

/// The position of the band that holds a value, among bands from the highest threshold to the lowest: half-open, a
/// threshold belongs to the band that begins with it.
pub(super) fn of(bands: &[Band], value: Decimal) -> Option<usize> {
    bands.iter().position(|band| value >= band.from)
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::model::{Band, Place, Text};

    #[track_caller]
    fn case(value: &str, expected: Option<usize>) {
        let band =
            |from: i64| Band { id: "b".into(), name: Text::plain("b"), from: from.into(), place: Place::whole(0) };
        assert_eq!(of(&[band(85), band(70), band(10)], value.parse().unwrap()), expected);
    }

    #[test]
    fn a_threshold_belongs_to_the_band_above_it() {
        case("85", Some(0));
        case("84.999999999999", Some(1));
        case("70.0", Some(1));
        case("9", None);
    }
}
