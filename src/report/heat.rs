//! Where each unit of a group is strong and weak at a glance: which criteria tell it, and in which of five classes each
//! score is.

use rust_decimal::Decimal;

use crate::model::Column;
use crate::rankings::{Known, percent};
use crate::report::group::GroupResult;
use crate::report::means;

/// How many units and criteria there are at least and at most.
const UNITS: (usize, usize) = (5, 60);

const CRITERIA: (usize, usize) = (2, 12);

/// How many classes there are.
const CLASSES: u32 = 5;

/// The share of a column, in percent, that is to be known before it tells something.
const KNOWN: usize = 80;

/// The scores of some units by class.
pub(crate) struct Heat {
    /// The rows, in the order in which they were given.
    pub(crate) rows: Vec<usize>,
    /// The criteria at the top that tell something.
    pub(crate) columns: Vec<Column>,
    /// By what a score has its class.
    pub(crate) scale: Scale,
}

/// By what a score has its class: one scale for all columns, so that a class means the same everywhere.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Scale {
    /// By the share of its maximum: the percentages at which classes 2 to 5 begin.
    Share(Vec<Decimal>),
    /// By where it lies between the lowest and the highest of its column, one pair for each.
    Span(Vec<(Decimal, Decimal)>),
}

/// The criteria in which a group comes nearest to the maximum, and stays farthest from it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ends {
    pub(crate) nearest: Column,
    pub(crate) farthest: Column,
}

impl Heat {
    /// The scores of some rows of a group by class; none where they would say too little, or be too many.
    pub(crate) fn of(part: GroupResult<'_>, rows: Vec<usize>) -> Option<Self> {
        let columns: Vec<Column> = part.group.scheme.top_level().filter(|&column| tells(part, column, &rows)).collect();
        let inside = |n: usize, (least, most): (usize, usize)| (least..=most).contains(&n);
        if !inside(rows.len(), UNITS) || !inside(columns.len(), CRITERIA) {
            return None;
        }
        let scale = scale(part, &columns, &rows)?;
        Some(Self { rows, columns, scale })
    }

    /// The percentages at which classes 2 to 5 begin: of the maximum, or of the way from the lowest to the highest.
    pub(crate) fn limits(&self) -> Vec<Decimal> {
        match &self.scale {
            Scale::Share(limits) => limits.clone(),
            Scale::Span(_) => (1..CLASSES).map(|class| Decimal::from(class * 100 / CLASSES)).collect(),
        }
    }

    /// The class of a score, from 1 to 5, by the position of its column among [`Self::columns`]; none where it is not
    /// exactly known.
    pub(crate) fn class(&self, part: GroupResult<'_>, position: usize, row: usize) -> Option<usize> {
        let column = self.columns[position];
        let score = exact(part.standing(column, row).score)?;
        match &self.scale {
            Scale::Share(limits) => by_share(limits, score, part.max(column)?),
            Scale::Span(ends) => by_span(ends[position], score),
        }
    }

    /// Which criteria the group comes nearest to the maximum in, and stays farthest from it in, by the mean over the units
    /// that are counted. None where a mean is not known, where several are equal, and where less is better in one: there
    /// nearest to the maximum is no praise.
    pub(crate) fn ends(&self, part: GroupResult<'_>) -> Option<Ends> {
        if self.columns.iter().any(|&column| !part.column(column).rises) {
            return None;
        }
        let share = |&column: &Column| Some((percent(means::mean(part, column)?, part.max(column)?)?, column));
        let shares: Vec<(Decimal, Column)> = self.columns.iter().map(share).collect::<Option<_>>()?;
        let (low, high) = (shares.iter().min()?.0, shares.iter().max()?.0);
        let only = |end: Decimal| {
            let mut at_end = shares.iter().filter(|(share, _)| *share == end);
            let (_, column) = at_end.next()?;
            at_end.next().is_none().then_some(*column)
        };
        Some(Ends { nearest: only(high)?, farthest: only(low)? })
    }
}

/// Whether most of a column is known, and its values differ.
fn tells(part: GroupResult<'_>, column: Column, rows: &[usize]) -> bool {
    let (mut cells, mut known) = (0, Vec::new());
    for &row in rows {
        let standing = part.standing(column, row);
        if standing.state.absence().is_none() {
            cells += 1;
            known.extend(exact(standing.score));
        }
    }
    let differ = known.iter().min() != known.iter().max();
    differ && known.len() * 100 >= cells * KNOWN
}

fn exact(score: Known<Decimal>) -> Option<Decimal> {
    match score {
        Known::Exact(score) => Some(score),
        _ => None,
    }
}

fn scale(part: GroupResult<'_>, columns: &[Column], rows: &[usize]) -> Option<Scale> {
    let scores = |column: Column| rows.iter().filter_map(move |&row| exact(part.standing(column, row).score));
    let shares = columns.iter().map(|&column| {
        let max = part.max(column).filter(|max| *max > Decimal::ZERO)?;
        let lowest = scores(column).min()?;
        (lowest >= Decimal::ZERO && scores(column).all(|score| score <= max)).then(|| percent(lowest, max))?
    });
    if let Some(lowest) = shares.collect::<Option<Vec<Decimal>>>() {
        return Some(Scale::Share(limits(lowest.into_iter().min()?)));
    }
    let ends = columns.iter().map(|&column| Some((scores(column).min()?, scores(column).max()?)));
    ends.collect::<Option<Vec<_>>>().map(Scale::Span)
}

/// Where classes 2 to 5 begin: classes of one width in whole percent up to 100, the narrowest that reach the lowest share.
fn limits(lowest: Decimal) -> Vec<Decimal> {
    let reaches = |step: &&u32| Decimal::from(100 - (CLASSES * **step).min(100)) <= lowest;
    let step = [2, 3, 4, 5, 6, 8, 10, 12, 15].iter().find(reaches).copied().unwrap_or(20);
    (1..CLASSES).rev().map(|classes| Decimal::from(100 - classes * step)).collect()
}

/// The class of a score by its share of the maximum.
fn by_share(limits: &[Decimal], score: Decimal, max: Decimal) -> Option<usize> {
    let hundredfold = score.checked_mul(Decimal::ONE_HUNDRED)?;
    let passed = |limit: &Decimal| max.checked_mul(*limit).is_some_and(|limit| hundredfold >= limit);
    Some(1 + limits.iter().filter(|limit| passed(limit)).count())
}

/// The class of a score by where it lies between two ends.
fn by_span((low, high): (Decimal, Decimal), score: Decimal) -> Option<usize> {
    let from_low = score.checked_sub(low)?.checked_mul(Decimal::from(CLASSES))?;
    let width = high.checked_sub(low)?;
    let passed = |class: &u32| width.checked_mul(Decimal::from(*class)).is_some_and(|limit| from_low >= limit);
    Some(1 + (1..CLASSES).filter(passed).count())
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Ends, Heat, Scale, limits};
    use crate::model::Column;
    use crate::report::tests::told;

    #[track_caller]
    fn case(lowest: &str, expected: [i64; 4]) {
        assert_eq!(limits(lowest.parse().unwrap()), expected.map(Decimal::from));
    }

    #[test]
    fn classes_reach_the_lowest_share() {
        case("97.2", [92, 94, 96, 98]);
        case("43", [52, 64, 76, 88]);
        case("40", [52, 64, 76, 88]);
        case("39.9", [40, 55, 70, 85]);
        case("0", [20, 40, 60, 80]);
    }

    const MAXIMA: &str = "title: S\ncriteria: [{ id: x, name: X, max: 30 }, { id: w, name: W, max: 20 }]\n";

    /// Units a to f with the scores of two criteria.
    fn scores(x: [&str; 6], w: [&str; 6]) -> String {
        let line = |at: usize| format!("{}: {{ x: {}, w: {} }}", ["a", "b", "c", "d", "e", "f"][at], x[at], w[at]);
        format!("scores: {{ g: {{ {} }} }}\n", (0..6).map(line).collect::<Vec<_>>().join(", "))
    }

    /// The classes of a column from the first unit to the last, `-` where there is none.
    fn classes(heat: &Heat, part: crate::report::group::GroupResult<'_>, position: usize) -> String {
        let class = |&row: &usize| heat.class(part, position, row).map_or("-".to_owned(), |class| class.to_string());
        heat.rows.iter().map(class).collect()
    }

    #[test]
    fn a_score_on_the_limit_is_in_the_class_that_begins_there() {
        let scores = scores(["30", "26.4", "26.39", "22.8", "12.9", "~"], ["20", "17.6", "15.2", "12.8", "10.4", "9"]);
        told(MAXIMA, &scores, |part| {
            let heat = Heat::of(part, (0..6).collect()).expect("two columns that tell");
            assert_eq!(heat.scale, Scale::Share([52, 64, 76, 88].map(Decimal::from).into()));
            assert_eq!([classes(&heat, part, 0), classes(&heat, part, 1)], ["55441-", "554321"]);
        });
    }

    #[test]
    fn without_a_maximum_classes_are_fifths_between_the_ends() {
        let open = "title: S\ncriteria: [{ id: x, name: X }, { id: w, name: W, max: 20 }]\n";
        let scores = scores(["-5", "-3.01", "-3", "0", "3", "5"], ["20", "10", "12", "14", "16", "18"]);
        told(open, &scores, |part| {
            let heat = Heat::of(part, (0..6).collect()).expect("two columns that tell");
            assert_eq!(heat.limits(), [20, 40, 60, 80].map(Decimal::from));
            assert_eq!([classes(&heat, part, 0), classes(&heat, part, 1)], ["112355", "512345"]);
            assert_eq!(heat.ends(part), None);
        });
    }

    #[test]
    fn a_column_tells_where_four_of_five_are_known_and_differ() {
        let n_columns = |x: [&str; 6]| {
            let scores = scores(x, ["20", "10", "12", "14", "16", "18"]);
            told(MAXIMA, &scores, |part| Heat::of(part, (0..6).collect()).map_or(0, |heat| heat.columns.len()))
        };
        assert_eq!(n_columns(["30", "26", "25", "24", "~", "exempt"]), 2);
        assert_eq!(n_columns(["30", "26", "25", "24", "~", "~"]), 0);
        assert_eq!(n_columns(["7", "7", "7", "7", "7", "7"]), 0);
        let few = scores(["30", "26", "25", "24", "1", "2"], ["20", "10", "12", "14", "16", "18"]);
        assert!(told(MAXIMA, &few, |part| Heat::of(part, (0..4).collect()).is_none()));
    }

    #[test]
    fn the_ends_are_those_of_the_means_and_each_alone() {
        let ends = |x, y| {
            told(MAXIMA, &scores(x, y), |part| Heat::of(part, (0..6).collect()).expect("two columns").ends(part))
        };
        // Means of 24 of 30 and of 15 of 20: 80 and 75 percent.
        let y = ["20", "10", "12", "14", "16", "18"];
        assert_eq!(
            ends(["29", "19", "27", "21", "25", "23"], y),
            Some(Ends { nearest: Column::at(0), farthest: Column::at(1) })
        );
        assert_eq!(ends(["27.5", "17.5", "25.5", "19.5", "23.5", "21.5"], y), None);
        assert_eq!(ends(["29", "19", "27", "21", "25", "~"], y), None);
    }
}
