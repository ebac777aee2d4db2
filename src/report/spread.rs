//! Between which ends the scores of a column lie, as they are shown, and who stands at an end.

use rust_decimal::Decimal;

use crate::model::Column;
use crate::report::column::spoken_of;
use crate::report::group::GroupResult;

/// The scores of some units in a column that are exactly known, as they are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spread {
    /// Each with its row.
    pub(crate) known: Vec<(usize, Decimal)>,
    /// The lowest of them.
    pub(crate) lowest: Decimal,
    /// The highest.
    pub(crate) highest: Decimal,
}

impl Spread {
    /// That of some rows; none where no score is known.
    pub(crate) fn of(part: GroupResult<'_>, column: Column, rows: impl IntoIterator<Item = usize>) -> Option<Self> {
        let known = rows.into_iter().filter_map(|row| Some((row, part.shown_value(column, row)?)));
        let known: Vec<(usize, Decimal)> = known.collect();
        let scores = || known.iter().map(|(_, score)| *score);
        let (lowest, highest) = (scores().min()?, scores().max()?);
        Some(Self { known, lowest, highest })
    }

    /// Its ends from the lowest, each once: the positions in [`Self::known`] of all that have it.
    pub(crate) fn ends(&self) -> Vec<Vec<usize>> {
        let ends = if self.lowest == self.highest { vec![self.highest] } else { vec![self.lowest, self.highest] };
        let at = |end: Decimal| (0..self.known.len()).filter(|&at| self.known[at].1 == end).collect();
        ends.into_iter().map(at).collect()
    }
}

/// The rows of a column that are counted in it, as far as the source speaks of them.
pub(crate) fn counted_rows(part: GroupResult<'_>, column: Column) -> Vec<usize> {
    let spoken_of = spoken_of(part.group);
    (0..part.group.units.len()).filter(|&row| spoken_of[row] && part.is_counted(column, row)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Spread, counted_rows};
    use crate::model::Column;
    use crate::report::tests::told;

    /// The lowest and the highest score of `x`, and who has them.
    #[track_caller]
    fn case(scores: &str, expected: Option<(&str, &str, &[&[usize]])>) {
        let scheme = "title: S\ndecimals: 0\ncriteria: [{ id: x, name: X, max: 10 }]\n";
        let scores = format!("scores: {{ g: {{ {scores} }} }}\nunranked: {{ d: Late }}\n");
        let found = told(scheme, &scores, |part| Spread::of(part, Column::at(0), counted_rows(part, Column::at(0))));
        let found = found.map(|spread| (spread.lowest.to_string(), spread.highest.to_string(), spread.ends()));
        let expected = expected
            .map(|(low, high, ends)| (low.to_owned(), high.to_owned(), ends.iter().map(|e| e.to_vec()).collect()));
        assert_eq!(found, expected);
    }

    #[test]
    fn the_ends_are_those_of_the_units_that_are_counted() {
        case("a: { x: 7 }, b: { x: 3 }, c: { x: 7 }, d: { x: 10 }", Some(("3", "7", &[&[1], &[0, 2]])));
        case("a: { x: 7 }, b: { x: ~ }, c: { x: exempt }, d: { x: 1 }", Some(("7", "7", &[&[0]])));
        case("a: { x: ~ }, b: { x: ~ }, c: { x: exempt }, d: { x: 1 }", None);
    }
}
