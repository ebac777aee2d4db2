//! How printed ranks follow from printed values: what equal values do, and which end is best, as far as a sheet shows it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::{Order, Ties};
use crate::rankings::ties::{Equals, rule, shared};

/// How the total is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TotalRule {
    /// The printed totals are the sums of the criteria.
    Sum,
    /// As the sheet has it.
    Given,
}

/// How the printed ranks follow from the values, by the ids of columns.
pub(crate) type RankRules = BTreeMap<String, (Ties, Order)>;

/// A unit of a column that has a printed rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RankedUnit {
    /// Its group, by position.
    pub(crate) group: usize,
    /// Its rank, perhaps with a half.
    pub(crate) rank: Decimal,
    /// Its value, where that is known.
    pub(crate) value: Option<Decimal>,
}

/// The rules that give the printed ranks of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ShownRule {
    /// What equal values do: all words that fit, in the order of the format; all that there are where nothing is shown.
    pub(crate) ties: Vec<Ties>,
    /// Which end is best.
    pub(crate) order: Order,
}

/// The rules by which equal values share a rank, in the order of the format. That they are ranked as they stand in the file no
/// sheet tells, since most are sorted by rank.
pub(crate) fn sharing() -> Vec<Ties> {
    Ties::WORDS.iter().map(|(_, ties)| *ties).filter(|ties| rule(*ties).equals.share()).collect()
}

/// The rule by which ranks are those that were announced.
fn as_announced() -> Option<Ties> {
    Ties::WORDS.iter().map(|(_, ties)| *ties).find(|ties| rule(*ties).equals == Equals::AsAnnounced)
}

/// Which rules the ranks of a column follow.
pub(crate) fn shown_rule(units: &[RankedUnit]) -> ShownRule {
    let mut groups: BTreeMap<usize, Vec<RankedUnit>> = BTreeMap::new();
    units.iter().for_each(|unit| groups.entry(unit.group).or_default().push(*unit));
    groups.values_mut().for_each(|group| group.sort_by_key(|unit| unit.rank));
    let order = order(&groups);
    if groups.values().any(|group| is_split(group)) && groups.values().all(|group| is_announced(group, order)) {
        return ShownRule { ties: as_announced().into_iter().collect(), order };
    }
    let fits = |ties: &Ties| groups.values().all(|group| gives(*ties, group));
    let fitting: Vec<Ties> = sharing().into_iter().filter(fits).collect();
    // Where units are missing between, no rule gives the ranks, and nothing is shown by them.
    ShownRule { ties: if fitting.is_empty() { sharing() } else { fitting }, order }
}

/// The runs of units with the same rank, by how many they are, each with the rank.
fn runs(group: &[RankedUnit]) -> impl Iterator<Item = (Decimal, u32)> {
    let len = |run: &[RankedUnit]| u32::try_from(run.len()).unwrap_or(u32::MAX);
    group.chunk_by(|a, b| a.rank == b.rank).map(move |run| (run[0].rank, len(run)))
}

/// Whether a rule gives just the ranks of a group, which are sorted.
fn gives(ties: Ties, group: &[RankedUnit]) -> bool {
    let (mut above, mut values_above) = (0, 0);
    runs(group).all(|(rank, n)| {
        let expected = shared(ties, above, values_above, n).map(|shared| Decimal::from(shared.in_halves()));
        above += n;
        values_above += 1;
        expected == Some(rank * Decimal::TWO)
    })
}

/// Whether equal values have different ranks.
fn is_split(group: &[RankedUnit]) -> bool {
    let mut known: Vec<(Decimal, Decimal)> = group.iter().filter_map(|unit| Some((unit.value?, unit.rank))).collect();
    known.sort_unstable();
    known.windows(2).any(|pair| pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1)
}

/// Whether the ranks of a group are those of its values, equal ones among the places that they share.
fn is_announced(group: &[RankedUnit], order: Order) -> bool {
    let Some(values) = group.iter().map(|unit| unit.value).collect::<Option<Vec<Decimal>>>() else { return false };
    let is_better = |a: Decimal, b: Decimal| if order == Order::Descending { a > b } else { a < b };
    group.iter().zip(&values).all(|(unit, value)| {
        let n_better = values.iter().filter(|other| is_better(**other, *value)).count();
        let n_equal = values.iter().filter(|other| *other == value).count();
        unit.rank > Decimal::from(n_better) && unit.rank <= Decimal::from(n_better + n_equal)
    })
}

/// Which end is best: the one that most neighbours by rank tell.
fn order(groups: &BTreeMap<usize, Vec<RankedUnit>>) -> Order {
    let (mut falls, mut rises) = (0_usize, 0_usize);
    for group in groups.values() {
        let known: Vec<(Decimal, Decimal)> = group.iter().filter_map(|unit| Some((unit.rank, unit.value?))).collect();
        for pair in known.windows(2).filter(|pair| pair[0].0 != pair[1].0) {
            falls += usize::from(pair[0].1 > pair[1].1);
            rises += usize::from(pair[0].1 < pair[1].1);
        }
    }
    if rises > falls { Order::Ascending } else { Order::Descending }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{RankedUnit, shown_rule};

    /// Units as `rank value`, groups parted by `|`, and the words that fit.
    #[track_caller]
    fn case(text: &str, expected: &str) {
        let number = |text: &str| text.parse::<Decimal>().ok();
        let mut units = Vec::new();
        for (group, part) in text.split('|').enumerate() {
            for pair in part.split(',') {
                let mut words = pair.split_whitespace();
                let rank = words.next().and_then(number).unwrap();
                units.push(RankedUnit { group, rank, value: words.next().and_then(number) });
            }
        }
        let rule = shown_rule(&units);
        let words: Vec<&str> = rule.ties.iter().map(|ties| ties.word()).chain([rule.order.word()]).collect();
        assert_eq!(words.join(" "), expected, "{text}");
    }

    #[test]
    fn ranks_show_what_equal_values_do() {
        case("1 9, 2 8, 2 8, 4 7", "competition descending");
        case("1 9, 2 8, 2 8, 3 7", "dense descending");
        case("1 9, 3 8, 3 8, 4 7", "modified descending");
        case("1 9, 2.5 8, 2.5 8, 4 7", "average descending");
        case("1 9, 2 8, 3 8, 4 7", "announced descending");
        case("1 1, 2 2, 2 2, 4 3", "competition ascending");
        case("1 9, 2 8 | 1 7, 1 7, 3 6", "competition descending");
    }

    #[test]
    fn what_ranks_do_not_show_stays_open() {
        case("1 9, 2 8, 3 7", "dense competition modified average descending");
        case("1 9, 2 8, 2 8", "dense competition descending");
        case("1, 2, 4", "dense competition modified average descending");
        // One wrong value changes nothing: the ranks alone tell.
        case("1 27, 2 25, 3 25, 3 23, 5 21", "competition descending");
    }
}
