//! The rules of deduction one by one, and what happens where they find a contradiction.

use super::support::{extra, group, number, ranked, ranks, say, scheme, scores};
use crate::model::{
    Adjustment, CellExtra, Column, EditionGroup, Order, Place, Population, Rank, Row, Scheme, State, StatedScore, Text,
    Ties,
};
use crate::rankings::{ClashKind, Known, RankBasis, Reason, StandingState};

/// One criterion of 100 points; the total says the same, so only the criterion is looked at.
fn one(change: impl FnOnce(&mut Scheme)) -> Scheme {
    let mut scheme = scheme(&["a max=100 decimals=0"]);
    change(&mut scheme);
    scheme.criteria[0].rank = scheme.rank.clone();
    scheme
}

fn tied(ties: Ties) -> Scheme {
    one(|scheme| scheme.rank.ties = ties)
}

fn told(scheme: Scheme, rows: &[&str], said: &[&str]) -> EditionGroup {
    let mut group = group(scheme, rows);
    for line in said {
        say(&mut group, line);
    }
    group
}

#[track_caller]
fn case(group: EditionGroup, expected_scores: &str, expected_ranks: &str) {
    let ranking = ranked(group);
    assert_eq!(ranking.clashes, []);
    assert_eq!((scores(&ranking, 0).as_str(), ranks(&ranking, 0).as_str()), (expected_scores, expected_ranks));
}

#[test]
fn a_unit_not_named_at_a_fully_listed_rank_does_not_hold_it() {
    let said = ["a: rank=1 units=0", "a: rank=3 units=1 last"];
    case(told(tied(Ties::Dense), &["~", "~", "~"], &said), "2..100 0..98 1..99", "1 3 2");
    let counted = ["a: rank=1 units=0 count=2", "a: rank=3 units=1 last"];
    case(told(tied(Ties::Dense), &["~", "~", "~", "~"], &counted), "2..100 0..98 1..100 1..100", "1 3 1..2 1..2");
}

#[test]
fn the_best_possible_score_is_first_although_others_are_not_named() {
    let with = |rows: &[&str], population| {
        let mut group = told(tied(Ties::Dense), rows, &[]);
        group.population = population;
        group
    };
    case(with(&["100", "98"], Population::Unknown), "100 98", "1 ?");
    case(with(&["100", "98"], Population::Number(5)), "100 98", "1 2..3");
    case(with(&["100", "98", "~"], Population::Unknown), "100 98 0..100", "1 ? ?");
    case(with(&["99", "98"], Population::Unknown), "99 98", "? ?");
    let mut shared = told(tied(Ties::Modified), &["100", "98"], &[]);
    shared.population = Population::Number(5);
    case(shared, "100 98", "1..4 2..5");
    let mut lowest = told(one(|s| s.rank.order = Order::Ascending), &["0", "98"], &[]);
    lowest.population = Population::Unknown;
    case(lowest, "0 98", "1 ?");
}

#[test]
fn dense_ranks_leave_a_step_for_each_rank_between() {
    let said = ["a: rank=1 score=50 units=0", "a: rank=5 score=44 units=1", "a: rank=3 units=2 count=4"];
    let mut group = told(tied(Ties::Dense), &["~", "~", "~", "~"], &said);
    group.population = Population::Unknown;
    case(group, "50 44 46..48 0..49", "1 5 3 ?");
}

#[test]
fn other_ranks_leave_one_step() {
    let said = ["a: rank=1 score=50 units=0", "a: rank=5 score=44 units=1", "a: rank=3 units=2"];
    case(
        told(tied(Ties::Competition), &["~", "~", "~", "~", "~"], &said),
        "50 44 45..49 45..49 45..49",
        "1 5 3 2..4 2..4",
    );
}

#[test]
fn equal_scores_with_different_ranks_leave_no_step() {
    let said = ["a: rank=1 score=50 units=0", "a: rank=3 score=44 units=1", "a: rank=2 units=2"];
    case(told(tied(Ties::Ordinal), &["~", "~", "~"], &said), "50 44 44..50", "1 3 2");
}

#[test]
fn where_the_lowest_is_best_everything_turns_round() {
    let said = ["a: rank=1 score=10 units=0", "a: rank=3 score=20 units=1 last"];
    case(told(one(|s| s.rank.order = Order::Ascending), &["~", "~", "~"], &said), "10 20 11..19", "1 3 2");
}

#[test]
fn a_rank_that_only_one_unit_can_hold_is_its_own() {
    let said = ["a: rank=1 score=50 units=0", "a: rank=4 score=10 units=1 last", "a: rank=2 units=2 count=2"];
    let group = told(tied(Ties::Dense), &["~", "~", "~", "~"], &said);
    let ranking = ranked(group.clone());
    case(group, "50 10 12..49 11..48", "1 4 2 3");
    let standing = ranking.columns[0].standing(3);
    assert_eq!((standing.rank_basis, standing.tied), (Some(RankBasis::Deduced), Some(1)));
}

#[test]
fn units_surely_above_and_below_are_counted() {
    let rows = ["90", "80", "80", "~", "10"];
    let between = |ties| {
        let mut group = told(tied(ties), &rows, &[]);
        let limits = CellExtra { min: Some(number("20")), max: Some(number("70")), ..CellExtra::default() };
        extra(&mut group, "a", 3, limits);
        ranks(&ranked(group), 0)
    };
    assert_eq!(between(Ties::Dense), "1 2 2 3 4");
    assert_eq!(between(Ties::Competition), "1 2 2 4 5");
    assert_eq!(between(Ties::Average), "1 2.5 2.5 4 5");
}

#[test]
fn without_a_last_rank_or_a_population_the_worst_rank_is_open() {
    let mut group = told(tied(Ties::Dense), &["90", "~", "~"], &["a: rank=2 score=80 units=1"]);
    group.population = Population::Unknown;
    let ranking = ranked(group);
    assert_eq!((ranks(&ranking, 0), scores(&ranking, 0)), ("1 2 ?".into(), "90 80 0..90".into()));
}

#[test]
fn scores_rounded_before_ranking_may_differ_within_a_rank() {
    let mut rounded = scheme(&["a max=50", "b max=50"]);
    rounded.rank.precision = Some(0);
    let said = ["total: rank=1 score=90.4 units=0 count=2", "total: rank=1 units=1 count=2"];
    let mut group = group(rounded, &["~ ~", "~ ~"]);
    for line in said {
        say(&mut group, line);
    }
    assert_eq!(scores(&ranked(group), 2), "90.4 89.4..91.4");
}

#[test]
fn a_withheld_cell_is_never_deduced() {
    let mut group = group(scheme(&["a max=60", "b max=40"]), &["30 w", "30 ~"]);
    for line in ["total: rank=1 score=65 units=0", "total: rank=2 score=61 units=1 last"] {
        say(&mut group, line);
    }
    let ranking = ranked(group);
    assert_eq!((scores(&ranking, 1), scores(&ranking, 2)), ("? 31".into(), "65 61".into()));
    let standing = ranking.columns[1].standing(0);
    assert_eq!(
        (standing.state, standing.score_basis, standing.rank),
        (StandingState::Cell(State::Withheld), None, Known::Nothing)
    );
}

#[test]
fn a_column_that_deduction_completes_is_ranked() {
    let mut group = group(scheme(&["a max=60", "b max=40"]), &["30 ~", "40 20"]);
    say(&mut group, "total: score=65 units=0");
    let ranking = ranked(group);
    assert_eq!(
        (ranks(&ranking, 1), ranks(&ranking, 2), ranking.columns[1].complete),
        ("1 2".into(), "1 2".into(), true)
    );
    let reason = Reason::PartFromTotal { total: 65.into(), others: vec![30.into()], column: Column::at(2) };
    assert_eq!(ranking.columns[1].standing(0).reason, Some(reason));
}

#[test]
fn weights_and_adjustments_take_part_in_sums() {
    let mut group = group(scheme(&["a max=60 weight=2", "b max=40 weight=0.5"]), &["~ 20"]);
    say(&mut group, "total: score=48.4 units=0");
    group.adjustments.push(Adjustment {
        row: Row::at(0),
        points: number("-1.6"),
        reason: Text::plain("late"),
        place: Place::whole(0),
    });
    let ranking = ranked(group);
    assert_eq!(scores(&ranking, 0), "20");
    assert_eq!(ranking.columns[0].standing(0).reason, Some(Reason::Remainder { column: Column::at(2) }));
}

/// The statements that clash, by their positions, and of which kind.
#[track_caller]
fn clash(group: EditionGroup, statements: &[usize], kind: &ClashKind) {
    let clashes = ranked(group).clashes;
    assert_eq!(clashes.iter().map(|c| (c.statements.as_slice(), &c.kind)).collect::<Vec<_>>(), [(statements, kind)]);
}

#[test]
fn a_total_that_announced_parts_contradict_is_told_as_a_score() {
    let mut group = group(scheme(&["a max=60", "b max=40"]), &["~ ~", "~ ~"]);
    for line in ["a: score=50 units=0", "b: score=20 units=0", "total: score=72 units=0"] {
        say(&mut group, line);
    }
    let announced = StatedScore::One(72.into());
    clash(group, &[2, 0, 1], &ClashKind::Score { announced, computed: 70.into() });
}

#[test]
fn the_smallest_set_of_statements_that_cannot_all_be_true_is_told() {
    let mut ranks = told(
        tied(Ties::Dense),
        &["~", "~", "~"],
        &["a: rank=3 score=30 units=2", "a: rank=1 score=50 units=0", "a: rank=2 score=60 units=1"],
    );
    ranks.population = Population::Unknown;
    clash(ranks, &[1, 2], &ClashKind::Impossible);
    let mut parts = group(scheme(&["a max=60", "b max=40"]), &["~ ~", "~ ~", "~ ~"]);
    for line in [
        "b: rank=1 score=40 units=2",
        "a: rank=2 score=10 units=1",
        "b: rank=3 score=5 units=2 disputed",
        "total: rank=1 score=90 units=0",
        "total: rank=2 score=80 units=1",
    ] {
        say(&mut parts, line);
    }
    clash(parts, &[1, 4], &ClashKind::Impossible);
}

#[test]
fn a_column_that_stops_keeps_what_is_announced() {
    let said = ["a: rank=1 score=50 units=0", "a: rank=2 score=60 units=1"];
    let mut group = told(tied(Ties::Dense), &["~", "~", "~"], &said);
    group.population = Population::Unknown;
    let ranking = ranked(group);
    assert_eq!((scores(&ranking, 0), ranks(&ranking, 0)), ("50 60 ?".into(), "1 2 ?".into()));
    assert_eq!(ranking.columns[0].last_rank, None::<Rank>);
}
