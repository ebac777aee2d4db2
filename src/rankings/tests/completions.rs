//! Small groups in which every way to fill in what is not known is tried: none may contradict what is deduced.

use super::support::{group, ranked, ranks, scheme};
use crate::model::{
    Adjustment, Cell, Column, EditionGroup, Order, Place, Population, Rank, Row, Scheme, State, Text, Ties,
};
use crate::rankings::{Known, RankBasis};

const SHARING: [Ties; 4] = [Ties::Dense, Ties::Competition, Ties::Modified, Ties::Average];

/// The rows of a group with so many cells, each a score up to `max` or not known: all of them.
fn all_rows(rows: usize, cells: usize, scores: &[&str]) -> Vec<Vec<String>> {
    let n = scores.len().pow(u32::try_from(rows * cells).unwrap());
    let cell = |number: usize, at: usize| scores[number / scores.len().pow(u32::try_from(at).unwrap()) % scores.len()];
    let row =
        |number: usize, row: usize| (0..cells).map(|c| cell(number, row * cells + c)).collect::<Vec<_>>().join(" ");
    (0..n).map(|number| (0..rows).map(|r| row(number, r)).collect()).collect()
}

/// Each way to fill in the unknown cells of a group with scores from 0 to 2.
fn completions(told: &EditionGroup) -> Vec<EditionGroup> {
    let unknown = |&(column, row): &(Column, usize)| told.columns[column].cell(row) == Cell::Empty(State::Unpublished);
    let cells = told.scheme.measured().flat_map(|column| (0..told.units.len()).map(move |row| (column, row)));
    cells.filter(unknown).fold(vec![told.clone()], |groups, (column, row)| {
        let fill = |group: &EditionGroup, score: i64| {
            let mut full = group.clone();
            full.columns[column].set(row, Cell::Score(score.into()), 0, 0);
            full
        };
        groups.iter().flat_map(|group| (0..=2).map(move |score| fill(group, score))).collect()
    })
}

/// The best and the worst rank of each row of a column over all completions.
fn hull(completions: &[EditionGroup], column: Column) -> Vec<(Rank, Rank)> {
    let ranks = |full: &EditionGroup| {
        let ranking = ranked(full.clone());
        let rank = |row: usize| match ranking.columns[column].standing(row).rank {
            Known::Exact(rank) => rank,
            other => panic!("{other:?} where all is known"),
        };
        (0..full.units.len()).map(rank).collect::<Vec<Rank>>()
    };
    let all: Vec<Vec<Rank>> = completions.iter().map(ranks).collect();
    let of_row = |row: usize| all.iter().map(move |ranks| ranks[row]);
    (0..all[0].len()).map(|row| (of_row(row).min().unwrap(), of_row(row).max().unwrap())).collect()
}

/// Checks that the ranks of a column are possible ones, whatever the unknown scores are.
#[track_caller]
fn no_completion_contradicts(told: &EditionGroup, column: Column) {
    let (ranking, hull) = (ranked(told.clone()), hull(&completions(told), column));
    assert_eq!(ranking.clashes, []);
    for (row, &(best, worst)) in hull.iter().enumerate() {
        let (from, to) = match ranking.columns[column].standing(row).rank {
            Known::Exact(rank) => (rank, rank),
            Known::Between(best, worst) => (best, worst),
            Known::Nothing => continue,
        };
        assert!(from <= best && worst <= to, "row {row} can be {best} to {worst}: {}", ranks(&ranking, column.index()));
    }
}

fn ruled(mut scheme: Scheme, ties: Ties, order: Order) -> Scheme {
    (scheme.rank.ties, scheme.rank.order) = (ties, order);
    for criterion in &mut scheme.criteria {
        criterion.rank = scheme.rank.clone();
    }
    scheme
}

#[test]
fn no_completion_of_a_column_contradicts_what_is_deduced_of_its_ranks() {
    for ties in SHARING.into_iter().chain([Ties::Ordinal]) {
        for order in [Order::Descending, Order::Ascending] {
            for rows in all_rows(4, 1, &["0", "1", "2", "~"]) {
                let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
                let told = group(ruled(scheme(&["a max=2 decimals=0"]), ties, order), &rows);
                no_completion_contradicts(&told, Column::at(0));
            }
        }
    }
}

#[test]
fn no_completion_of_two_criteria_contradicts_what_is_deduced_of_totals() {
    for ties in SHARING {
        for rows in all_rows(3, 2, &["0", "2", "~"]) {
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            let mut sum = ruled(scheme(&["a max=2 decimals=0", "b max=2 decimals=0"]), ties, Order::Descending);
            sum.max = Some(4.into());
            no_completion_contradicts(&group(sum, &rows), Column::at(2));
        }
    }
}

/// The ranks of one criterion of at most 20 points, by each tie rule that lets equal units share a rank.
#[track_caller]
fn case(rows: &[&str], expected: [&str; 4]) {
    let told = |ties| ranks(&ranked(group(ruled(scheme(&["a max=20 decimals=0"]), ties, Order::Descending), rows)), 0);
    assert_eq!(SHARING.map(told), expected);
}

#[test]
fn equal_units_share_an_interval_and_count_each_other() {
    // 16 and an unknown one stand above both; with `dense` there are three ranks at most.
    let mut told = group(scheme(&["x max=10 decimals=0", "v max=10 decimals=0"]), &["~ 10", "8 8", "1 2", "2 1"]);
    let shares = |told: &EditionGroup, ties| {
        let mut told = told.clone();
        std::sync::Arc::make_mut(&mut told.scheme).rank.ties = ties;
        ranks(&ranked(told), 2)
    };
    assert_eq!(
        SHARING.map(|ties| shares(&told, ties)),
        ["1..2 1..2 2..3 2..3", "1..2 1..2 3 3", "1..2 1..2 4 4", "1..2 1..2 3.5 3.5"]
    );
    let ranking = ranked({
        std::sync::Arc::make_mut(&mut told.scheme).rank.ties = Ties::Competition;
        told.clone()
    });
    let standing = ranking.columns[2].standing(3);
    assert_eq!((standing.rank_basis, standing.tied), (Some(RankBasis::Deduced), Some(2)));
    // Where equal totals are parted by a criterion, or by the file, none is proved to be equal to the other.
    assert_eq!(shares(&told, Ties::Ordinal), "1..2 1..2 3..4 3..4");
    std::sync::Arc::make_mut(&mut told.scheme).rank.break_ties_by = vec![Column::at(0)];
    assert_eq!(shares(&told, Ties::Competition), "1..2 1..2 3..4 3..4");
}

#[test]
fn nobody_stands_above_the_best_value() {
    case(&["20", "~", "1", "3"], ["1 ? 3..4 2..3", "1 ? 3..4 2..3", "1..2 ? 3..4 2..3", "1..1.5 ? 3..4 2..3"]);
    // One point less, and the other one may have more.
    case(&["19", "~"], ["? ?"; 4]);
}

#[test]
fn the_best_value_is_the_lowest_where_that_is_best() {
    let told = |rows: &[&str]| {
        ranks(&ranked(group(ruled(scheme(&["a max=20 decimals=0"]), Ties::Dense, Order::Ascending), rows)), 0)
    };
    assert_eq!((told(&["0", "~"]), told(&["20", "~"])), ("1 ?".into(), "? ?".into()));
}

#[test]
fn the_best_value_is_first_also_among_units_that_nobody_knows() {
    let mut told = group(scheme(&["a max=20 decimals=0"]), &["20", "19"]);
    told.population = Population::Unknown;
    assert_eq!(ranks(&ranked(told.clone()), 0), "1 ?");
    told.columns[0].set(1, Cell::Empty(State::Unpublished), 0, 0);
    assert_eq!(ranks(&ranked(told), 0), "1 ?");
}

#[test]
fn points_on_top_reach_beyond_the_maximum() {
    let mut sum = scheme(&["a max=10 decimals=0"]);
    sum.max = Some(10.into());
    let mut told = group(sum, &["10", "~", "0"]);
    assert_eq!(ranks(&ranked(told.clone()), 1), "1 ? 2..3");
    told.adjustments.push(Adjustment {
        row: Row::at(1),
        points: 2.into(),
        reason: Text::plain("early"),
        place: Place::whole(0),
    });
    assert_eq!(ranks(&ranked(told), 1), "1..2 1..2 2..3");
}
