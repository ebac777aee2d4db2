//! The columns of a group: which a ranking shows, their letters, and which parts count.

use rust_decimal::Decimal;

use crate::model::{Aggregate, Column, Exempt, Scheme};
use crate::rankings;
use crate::report::group::GroupResult;

/// The columns that a full ranking shows: the total, then the criteria at the top of the tree.
pub(crate) fn shown_columns(part: GroupResult<'_>) -> Vec<Column> {
    if has_total(part) {
        std::iter::once(part.total()).chain(part.group.scheme.top_level()).collect()
    } else {
        Vec::new()
    }
}

/// Whether totals are told: not where the source gives ranks alone, under no scheme that it names.
pub(crate) fn has_total(part: GroupResult<'_>) -> bool {
    !part.group.scheme.is_implied() || part.has_scores(part.total())
}

/// The maximum of a part; of a raw value that of the points that it becomes.
pub(crate) fn size(scheme: &Scheme, column: Column) -> Option<Decimal> {
    let criterion = scheme.criterion(column)?;
    criterion.normalise.as_ref().map_or(criterion.max, crate::model::Normalise::max)
}

/// A maximum as it is told, and whether that is just it: one that is made of others may have no end.
pub(crate) fn told_maximum(max: Decimal) -> (Decimal, bool) {
    let told = rankings::told_maximum(max);
    (told, told == max)
}

/// The parts that count in a column.
pub(crate) fn counted(scheme: &Scheme, column: Column) -> Vec<Column> {
    scheme.parts(column).into_iter().filter(|&part| scheme.criteria[part].scored).collect()
}

/// The ways in which the total and the criteria with parts are made, each once.
pub(crate) fn ways_of_making(scheme: &Scheme) -> Vec<Aggregate> {
    let ways = [Aggregate::Sum, Aggregate::Mean, Aggregate::GeometricMean, Aggregate::Given];
    let made = scheme.columns().filter(|&column| !scheme.parts(column).is_empty());
    ways.into_iter().filter(|way| made.clone().any(|column| scheme.aggregate(column) == *way)).collect()
}

/// How many of the criteria that take scores have something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HaveIt {
    /// Each of them.
    All,
    /// Some, but not each.
    Some,
    /// Not one.
    None,
}

/// Which criteria keep their scores between 0 and a maximum (rule 0 of the format): that of a raw value is one of points.
pub(crate) fn limited(scheme: &Scheme) -> HaveIt {
    have(scheme, |column| !scheme.is_raw(column) && scheme.column_max(column).is_some())
}

/// Which criteria say how many decimals their scores have, so that different scores are at least one step apart.
pub(crate) fn stepped(scheme: &Scheme) -> HaveIt {
    have(scheme, |column| !scheme.is_raw(column) && scheme.column_decimals(column).is_some())
}

/// Whether totals keep to the steps of their parts: sums do, unless what is absent is left out and the rest rescaled.
pub(crate) fn keeps_steps(scheme: &Scheme) -> bool {
    let is_sum = ways_of_making(scheme).into_iter().all(|way| way == Aggregate::Sum);
    is_sum && scheme.exempt != Exempt::Rescale && !scheme.missing.rescales()
}

/// Whether points of raw values are kept between 0 and the most by the way in which they are made.
pub(crate) fn has_limited_points(scheme: &Scheme) -> bool {
    let rules = scheme.criteria.iter().filter(|criterion| criterion.children.is_empty());
    rules.filter_map(|criterion| criterion.normalise.as_ref()).any(|rule| rule.method.is_cut())
}

fn have(scheme: &Scheme, has_it: impl Fn(Column) -> bool) -> HaveIt {
    let mut leaves = scheme.criterion_columns().filter(|&column| scheme.parts(column).is_empty()).map(has_it);
    let first = leaves.next().unwrap_or(false);
    match (first, leaves.all(|other| other == first)) {
        (true, true) => HaveIt::All,
        (false, true) => HaveIt::None,
        (_, false) => HaveIt::Some,
    }
}

/// Whether all parts that count in a column have a maximum.
pub(crate) fn has_maxima(scheme: &Scheme, column: Column) -> bool {
    counted(scheme, column).into_iter().all(|part| size(scheme, part).is_some())
}

/// What the parts that count in a column weigh together; none where none counts.
pub(crate) fn sum_of_weights(scheme: &Scheme, column: Column) -> Option<Decimal> {
    let weights = counted(scheme, column).into_iter().map(|part| scheme.criteria[part].weight);
    weights.reduce(|sum, weight| sum.saturating_add(weight))
}

/// The largest number of criteria that have a colour and a letter of their own.
pub(crate) const COLOURED: usize = 5;

/// The letter of a criterion at the top of the tree: A, B, … Z, AA, …
pub(crate) fn letter(part: GroupResult<'_>, column: Column) -> Option<String> {
    letter_of(part.group.scheme.top_level().position(|top| top == column)?)
}

/// Whether the criteria at the top of a scheme have colours of their own: more of them than colours have none.
pub(crate) fn is_coloured(scheme: &Scheme) -> bool {
    scheme.top_level().count() <= COLOURED
}

/// The letter with that number, from 0.
pub(crate) fn letter_of(position: usize) -> Option<String> {
    let single = |n: usize| u8::try_from(n).ok().map(|n| char::from(b'A' + n));
    match position {
        0..26 => single(position).map(String::from),
        26..702 => Some([single(position / 26 - 1)?, single(position % 26)?].iter().collect()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::told_maximum;

    #[track_caller]
    fn case(max: &str, told: &str, is_exact: bool) {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(told_maximum(number(max)), (number(told), is_exact));
    }

    #[test]
    fn a_maximum_is_told_with_four_decimals_at_most() {
        case("60.00", "60", true);
        case("0.1250", "0.125", true);
        case("8.833333333333", "8.8333", false);
        case("0.99995", "1", false);
    }
}
