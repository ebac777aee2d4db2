//! `method: rank`: the rank itself (Handbook, "Ranking"), a high number at the top of the list, so that more is better
//! as with every other method. Equal values share the lowest place; nothing is scaled.
//!
//! By hand: 5, 9, 5, 7. No value is below 5, so both are 1; two are below 7, so it is 3; three below 9, so it is 4.

use rust_decimal::Decimal;

use crate::model::Normalise;

/// How many units are worse, plus 1.
pub(super) fn points(rule: &Normalise, values: &[Decimal]) -> Vec<Option<Decimal>> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let worse = |value: &Decimal| {
        if rule.lower_is_better {
            sorted.len() - sorted.partition_point(|other| other <= value)
        } else {
            sorted.partition_point(|other| other < value)
        }
    };
    values.iter().map(|value| Some(Decimal::from(worse(value) + 1))).collect()
}
