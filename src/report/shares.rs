//! What share of the total each criterion has.

use rust_decimal::Decimal;

use crate::model::{Aggregate, Column, Scheme};
use crate::report::columns::{counted, has_maxima, size};
use crate::report::shown::half_up;

/// How many decimals a share is told with.
const DECIMALS: u32 = 2;

/// The share of a criterion in the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Share {
    /// In percent, rounded to two decimals.
    pub(crate) percent: Decimal,
    /// Whether it is a share of weights, by which no points are shared out: of exponents of a geometric mean, or in a mean of
    /// values without a maximum.
    pub(crate) is_weight: bool,
}

/// The share of each criterion in the total: in a sum or mean by weighted maxima, in a mean without maxima and in a
/// geometric one by weights. None of a criterion that does not count, and none where a sum has no maxima, a total is given,
/// or a number needs more than 28 digits.
pub(crate) fn shares(scheme: &Scheme) -> Vec<Option<Share>> {
    let mut shares: Vec<Option<Decimal>> = vec![None; scheme.criteria.len()];
    let parents = std::iter::once(scheme.total_column()).chain(scheme.criterion_columns());
    for above in parents {
        let whole = shares.get(above.index()).copied().unwrap_or(Some(Decimal::ONE_HUNDRED));
        let parts = counted(scheme, above);
        let weights = weights(scheme, above, &parts);
        let (Some(whole), Some(weights)) = (whole, weights) else { continue };
        let Some(sum) = weights.iter().copied().try_fold(Decimal::ZERO, Decimal::checked_add) else { continue };
        for (part, weight) in parts.into_iter().zip(weights) {
            shares[part] = whole.checked_mul(weight).and_then(|share| share.checked_div(sum));
        }
    }
    let told = scheme.criterion_columns().zip(shares).map(|(column, share)| {
        Some(Share { percent: half_up(share?, DECIMALS), is_weight: is_weight(scheme, column) })
    });
    told.collect()
}

/// What parts weigh beside each other: in what adds up by how much of the maximum each makes, if all have one.
fn weights(scheme: &Scheme, above: Column, parts: &[Column]) -> Option<Vec<Decimal>> {
    let plain = || parts.iter().map(|&part| scheme.criteria[part].weight).collect();
    let by_max = || parts.iter().map(|&part| size(scheme, part)?.checked_mul(scheme.criteria[part].weight)).collect();
    match scheme.aggregate(above) {
        Aggregate::Sum => by_max(),
        Aggregate::Mean => by_max().or_else(|| Some(plain())),
        Aggregate::GeometricMean => Some(plain()),
        Aggregate::Given => None,
    }
}

/// Whether weights alone say what a criterion is beside others, on the way to the total.
fn is_weight(scheme: &Scheme, column: Column) -> bool {
    let above = std::iter::successors(scheme.criteria[column].parent, |&parent| scheme.criteria[parent].parent);
    above.chain([scheme.total_column()]).any(|column| match scheme.aggregate(column) {
        Aggregate::GeometricMean => true,
        Aggregate::Mean => !has_maxima(scheme, column),
        Aggregate::Sum | Aggregate::Given => false,
    })
}

#[cfg(test)]
mod tests {
    use super::shares;
    use crate::report::tests::told;

    /// The shares of a scheme whose leaves are `x`, `w` and `z`; `^` where they are of weights.
    #[track_caller]
    fn case(scheme: &str, expected: &[&str]) {
        let found = told(&format!("title: S\n{scheme}"), "scores: { g: { a: {} } }\n", |part| {
            let in_short = |share: super::Share| format!("{}{}", share.percent, if share.is_weight { "^" } else { "" });
            let shares = shares(&part.group.scheme).into_iter();
            shares.map(|share| share.map_or("-".to_owned(), in_short)).collect::<Vec<String>>()
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn in_a_sum_by_weighted_maxima() {
        case("criteria: [{ id: x, name: X, max: 60 }, { id: w, name: W, max: 10, weight: 2 }]\n", &["75", "25"]);
        let three = "criteria: [{ id: x, name: X, max: 1 }, { id: w, name: W, max: 2 }, { id: z, name: Z, max: 9, scored: false }]\n";
        case(three, &["33.33", "66.67", "-"]);
        case("criteria: [{ id: x, name: X, max: 60 }, { id: w, name: W }]\n", &["-", "-"]);
    }

    #[test]
    fn in_a_mean_by_weighted_maxima_or_by_weights() {
        let maxima = "total: mean\ncriteria: [{ id: x, name: X, max: 10 }, { id: w, name: W, max: 20, weight: 2 }]\n";
        case(maxima, &["20", "80"]);
        case("total: mean\ncriteria: [{ id: x, name: X }, { id: w, name: W, weight: 3 }]\n", &["25^", "75^"]);
        let exponents = "total: geometric-mean\ncriteria: [{ id: x, name: X }, { id: w, name: W, weight: 2 }]\n";
        case(exponents, &["33.33^", "66.67^"]);
    }

    #[test]
    fn parts_share_what_their_parent_has() {
        let parts = "criteria:
  - id: p\n    name: P\n    total: geometric-mean\n    max: 60\n    criteria: [{ id: x, name: X }, { id: w, name: W, weight: 2 }]
  - { id: z, name: Z, max: 40 }\n";
        case(parts, &["60", "20^", "40^", "40"]);
    }

    #[test]
    fn a_total_that_is_given_is_shared_out_by_nothing() {
        case(
            "total: given\nmax: 10\ncriteria: [{ id: x, name: X, max: 5 }, { id: w, name: W, max: 5 }]\n",
            &["-", "-"],
        );
    }
}
