//! How many decimals the made values of a column are shown with, so that what differs looks different.

use rust_decimal::Decimal;

use super::exact;
use super::known::Known;
use super::ranked_column::RankedColumn;
use super::shown::{DECIMALS, Shown, is_made, told_maximum};
use crate::model::{Column, Rank, Scheme};

/// The fewest decimals with which every value that ends within four decimals is whole, no two values of different rank
/// look alike, and none looks as if it lay on the other side of a threshold; no fewer than `least` has, and 12 at most.
pub(super) fn enough(least: Shown, scheme: &Scheme, column: Column, made: &RankedColumn) -> Shown {
    let values = values(made, least.decimals);
    let least = if least.whole { least } else { with_ends(least, &values) };
    if least.whole || values.is_empty() {
        return least;
    }
    let bands = if column == scheme.total_column() { scheme.bands.as_slice() } else { &[] };
    let is_enough = |shown: &Shown| {
        let looks = |value: &ShownValue| if value.made { shown.number(value.number) } else { value.number };
        let apart = |pair: &[ShownValue]| {
            let must = pair[0].number != pair[1].number && pair[0].rank != pair[1].rank;
            !must || looks(&pair[0]) != looks(&pair[1])
        };
        let in_band = |value: &ShownValue| bands.iter().all(|b| (value.number >= b.from) == (looks(value) >= b.from));
        let by_max = |value: &ShownValue| {
            value.max.is_none_or(|max| value.number.cmp(&max) == looks(value).cmp(&told_maximum(max)))
        };
        values.windows(2).all(apart) && values.iter().all(|value| in_band(value) && by_max(value))
    };
    let mut more = (least.decimals..exact::DECIMALS).map(|decimals| Shown { decimals, ..least });
    more.find(is_enough).unwrap_or(Shown { decimals: exact::DECIMALS, ..least })
}

/// With the decimals of every made value that ends within four of them: 11.5 is never 12.
fn with_ends(least: Shown, values: &[ShownValue]) -> Shown {
    let made = values.iter().filter(|value| value.made).map(|value| value.number.normalize().scale());
    let ends = made.filter(|scale| *scale <= DECIMALS).max().unwrap_or(0);
    Shown { decimals: least.decimals.max(ends), ..least }
}

/// A value of a column, with its rank.
struct ShownValue {
    number: Decimal,
    /// Whether it was made, so that it is shown rounded.
    made: bool,
    rank: Option<Rank>,
    max: Option<Decimal>,
}

/// The exact values of a column in order, whatever the order of its rows; none where no made one has more decimals than that.
fn values(made: &RankedColumn, decimals: u32) -> Vec<ShownValue> {
    if !made.is_finer_than(decimals) {
        return Vec::new();
    }
    let value = |row: usize| {
        let standing = made.standing(row);
        let (Known::Exact(number), rank) = (standing.score, standing.rank) else { return None };
        let rank = if let Known::Exact(rank) = rank { Some(rank) } else { None };
        Some(ShownValue { number, made: is_made(standing.score_basis), rank, max: standing.maximum })
    };
    let mut values: Vec<ShownValue> = (0..made.len()).filter_map(value).collect();
    values.sort_by_key(|value| (value.number, value.rank));
    values
}
