//! What was announced against what is computed.

use super::support::{extra, group, number, ranked, say, scheme, scores, stated_rank};
use crate::model::{Aggregate, CellExtra, Cells, Column, EditionGroup, Rank, Row, StatedScore, Text};
use crate::rankings::{Basis, Clash, ClashKind, Comparison, RankBasis, Sum, comparisons};

fn full() -> EditionGroup {
    group(scheme(&["a max=60 decimals=2", "b max=40 decimals=2"]), &["30 20.04", "30 20.04", "20 20", "10 9"])
}

/// What clashes where each of these lines is announced by itself.
#[track_caller]
fn case(group: &EditionGroup, line: &str, expected: &[ClashKind]) {
    let mut group = group.clone();
    say(&mut group, line);
    let clashes = ranked(group).clashes;
    assert!(clashes.iter().all(|clash| clash.statements == [0]), "{clashes:?}");
    assert_eq!(clashes.into_iter().map(|clash| clash.kind).collect::<Vec<_>>(), expected, "{line}");
}

#[test]
fn a_total_agrees_once_rounded_to_the_decimals_announced() {
    let clash = |announced, computed| ClashKind::Score {
        announced: StatedScore::One(number(announced)),
        computed: number(computed),
    };
    case(&full(), "total: score=50.0 units=0", &[]);
    case(&full(), "total: score=50.1 units=0", &[clash("50.1", "50.04")]);
    case(&full(), "total: score=50.00 units=0", &[clash("50.00", "50.04")]);
    let mut within = full();
    std::sync::Arc::make_mut(&mut within.scheme).within = number("0.05");
    case(&within, "total: score=50.00 units=0", &[]);
    case(&full(), "b: score=20 units=0", &[clash("20", "20.04")]);
    case(&full(), "b: score=20.040 units=0", &[]);
}

#[test]
fn ranges_hold_or_clash() {
    case(&full(), "total: score=48..51 units=0", &[]);
    let announced = StatedScore::Between(number("45"), number("49"));
    case(&full(), "total: score=45..49 units=0", &[ClashKind::Score { announced, computed: number("50.04") }]);
}

#[test]
fn ranks_counts_and_last_ranks_are_compared_where_the_column_is_complete() {
    let rank =
        |announced, computed| ClashKind::Rank { announced: stated_rank(announced), computed: Rank::whole(computed) };
    case(&full(), "total: rank=1 units=0,1", &[]);
    case(&full(), "total: rank=2 units=0,2", &[rank("2", 1), ClashKind::Count { announced: 2, computed: 1 }]);
    case(&full(), "total: rank=1 units=0", &[ClashKind::Count { announced: 1, computed: 2 }]);
    case(&full(), "total: rank=1 units=0 count=2", &[]);
    case(&full(), "total: rank=1 units=0,1 count=3", &[ClashKind::Count { announced: 3, computed: 2 }]);
    case(&full(), "total: rank=2|3 units=2", &[]);
    case(&full(), "total: rank=2-4 units=0", &[rank("2-4", 1)]);
    case(&full(), "total: rank=3 units=3 last", &[]);
    let last = ClashKind::Last { announced: Rank::whole(2), computed: Rank::whole(3) };
    case(&full(), "total: rank=2 units=2 last", std::slice::from_ref(&last));
    case(&full(), "total: units=2 last", &[last]);
}

#[test]
fn an_announced_rank_may_rest_on_a_breaker_that_is_not_known() {
    let tied = |breaker: &str| {
        let mut rule = scheme(&["a unscored", "b"]);
        rule.rank.break_ties_by = vec![Column::at(0)];
        let mut told = group(rule, &[&format!("{breaker} 20"), "3 20", "1 10"]);
        say(&mut told, "total: rank=1 units=0");
        ranked(told).clashes.len()
    };
    assert_eq!((tied("~"), tied("5"), tied("2")), (0, 0, 1));
}

#[test]
fn nothing_is_concluded_from_a_disputed_line_and_it_is_told() {
    let mut group = full();
    say(&mut group, "total: rank=3 score=1 units=0 disputed");
    let ranking = ranked(group);
    let standing = ranking.columns[2].standing(0);
    assert_eq!((ranking.clashes.len(), standing.disputed), (0, true));
    assert_eq!(standing.announced_rank, Some(stated_rank("3")));
    assert_eq!(
        (standing.announced_score, standing.score_basis),
        (Some(StatedScore::One(1.into())), Some(Basis::Computed))
    );
    assert_eq!((standing.rank_basis, standing.tied), (Some(RankBasis::Computed), Some(2)));
}

#[test]
fn a_disputed_cell_keeps_its_score_in_use() {
    let mut group = full();
    let disputed = CellExtra { rank: Some(stated_rank("4")), disputed: Some(Text::plain("?")), ..CellExtra::default() };
    extra(&mut group, "a", 0, disputed);
    let ranking = ranked(group);
    let standing = ranking.columns[0].standing(0);
    assert_eq!((ranking.clashes.len(), standing.disputed), (0, true));
    assert_eq!((standing.announced_rank, standing.score_basis), (Some(stated_rank("4")), Some(Basis::Scored)));
}

#[test]
fn a_cell_may_announce_its_rank_and_a_unit_its_total() {
    let mut ranked_cell = full();
    extra(&mut ranked_cell, "a", 2, CellExtra { rank: Some(stated_rank("3")), ..CellExtra::default() });
    let kind = ClashKind::Rank { announced: stated_rank("3"), computed: Rank::whole(2) };
    assert_eq!(
        ranked(ranked_cell).clashes,
        [Clash { column: Column::at(0), row: Some(Row::at(2)), statements: vec![], kind }]
    );
    let total = group(scheme(&["a", "b"]), &["1 2 4", "1 2 3"]);
    let kind = ClashKind::Score { announced: StatedScore::One(4.into()), computed: 3.into() };
    assert_eq!(
        ranked(total).clashes,
        [Clash { column: Column::at(2), row: Some(Row::at(0)), statements: vec![], kind }]
    );
}

#[test]
fn an_announced_value_fills_an_unpublished_total_and_never_one_with_a_missing_part() {
    let mut group = group(scheme(&["a max=60", "b max=40"]), &["30 ~ 45", "30 m 45", "~ ~"]);
    say(&mut group, "total: score=70.50 units=2");
    let ranking = ranked(group);
    assert_eq!(scores(&ranking, 2), "45 ? 70.50");
    assert_eq!(ranking.columns[2].standing(0).score_basis, Some(Basis::Announced));
    assert_eq!(scores(&ranking, 1), "15 ? 10.5..40");
}

#[test]
fn a_column_of_announced_totals_is_complete_and_ranked() {
    let mut announced = group(scheme(&["a max=60", "b max=40"]), &["", "", ""]);
    announced.columns = vec![Cells::unpublished(3); 3];
    for line in ["total: rank=1 score=90 units=1", "total: rank=2 score=80 units=0,2"] {
        say(&mut announced, line);
    }
    let ranking = ranked(announced.clone());
    let standing = ranking.columns[2].standing(0);
    assert_eq!((ranking.clashes.len(), standing.rank_basis, standing.tied), (0, Some(RankBasis::Computed), Some(2)));
    assert!(ranking.columns[2].complete);
    say(&mut announced, "total: score=81 units=0");
    let clashes = ranked(announced).clashes;
    assert_eq!(
        clashes,
        [Clash { column: Column::at(2), row: Some(Row::at(0)), statements: vec![1, 2], kind: ClashKind::Impossible }]
    );
}

#[test]
fn a_printed_mean_is_not_taken_for_the_exact_one() {
    let mut mean = scheme(&["a max=100", "b max=100", "c max=100"]);
    mean.total = Aggregate::Mean;
    let mut group = group(mean, &["90 80 ~"]);
    say(&mut group, "total: score=85.3 units=0");
    let ranking = ranked(group);
    assert_eq!((scores(&ranking, 3), scores(&ranking, 2)), ("85.3".into(), "85.8..86".into()));
}

/// What the last of these lines is compared with.
#[track_caller]
fn compared(mut group: EditionGroup, lines: &[&str], expected: &[Comparison]) {
    lines.iter().for_each(|line| say(&mut group, line));
    let ranking = ranked(group.clone());
    assert_eq!(ranking.clashes, []);
    let last = group.statements.last().unwrap();
    assert_eq!(comparisons(&group, &ranking, last), expected, "{lines:?}");
}

fn unknown() -> EditionGroup {
    group(scheme(&["a max=60", "b max=40"]), &["~ ~", "~ ~", "~ ~", "~ ~"])
}

#[test]
fn a_statement_is_compared_with_what_was_computed() {
    let computed = |score, rank| Comparison::Computed { score, rank };
    compared(full(), &["total: rank=1 score=50.04 units=0,1"], &[computed(true, true)]);
    compared(
        full(),
        &["total: rank=1 units=0,1 count=2"],
        &[computed(false, true), Comparison::Count { said: 2, named: 2 }],
    );
}

#[test]
fn a_statement_is_compared_with_the_others_of_its_column() {
    let order = |other, higher| Comparison::Order { other, higher };
    compared(unknown(), &["a: rank=1 score=50 units=0", "a: rank=3 score=20 units=1"], &[order(0, false)]);
    let three = ["a: rank=1 score=50 units=0", "a: score=10 units=1 last", "a: rank=2 score=20..30 units=2"];
    compared(unknown(), &three, &[order(0, false), order(1, true)]);
    let room = |better, worse| Comparison::Room { better, worse };
    compared(unknown(), &["a: rank=1 score=50 units=0", "a: rank=2 units=1"], &[room(Some(0), None)]);
    compared(unknown(), &["a: rank=1 score=50 units=0", "a: units=1 last"], &[room(Some(0), None)]);
    compared(unknown(), &["a: rank=2 score=50 units=0", "a: rank=1 units=1"], &[room(None, Some(0))]);
    compared(unknown(), &["a: rank=1 score=50 units=0 disputed", "a: rank=2 units=1"], &[]);
    compared(unknown(), &["a: rank=1 units=0,1 count=3"], &[Comparison::Count { said: 3, named: 2 }]);
}

#[test]
fn a_total_is_compared_with_its_parts() {
    let lines = ["a: rank=1 score=50 units=0", "a: rank=2 score=40 units=1", "b: rank=1 score=30 units=0"];
    let sum = |deduced| {
        Comparison::Sum(Sum { row: Row::at(0), total: 80.into(), parts: vec![50.into(), 30.into()], deduced })
    };
    let total = ["total: rank=2 score=60 units=1", "total: rank=1 score=80 units=0"];
    let order = Comparison::Order { other: 3, higher: true };
    compared(unknown(), &[lines.as_slice(), &total].concat(), &[order.clone(), sum(None)]);
    let deduced = ["a: rank=1 score=50 units=0", "a: rank=2 score=40 units=1", "total: rank=1 score=80 units=0"];
    let part = ["a: rank=2 score=40 units=1", "total: rank=1 score=80 units=0", "a: rank=1 score=50 units=0"];
    let proved = sum(Some((30.into(), Some(40.into()))));
    compared(unknown(), &part, &[Comparison::Order { other: 0, higher: true }, proved]);
    compared(
        unknown(),
        &[&deduced[..2], &["total: rank=2 score=60 units=1"], &deduced[2..]].concat(),
        &[Comparison::Order { other: 2, higher: true }, sum(Some((30.into(), Some(40.into()))))],
    );
    let range = Comparison::Range { row: Row::at(0), low: 50.into(), high: 90.into() };
    let unsure = group(scheme(&["a max=60", "b max=20", "c max=20"]), &["50 ~ ~", "~ ~ ~"]);
    compared(
        unsure,
        &["total: rank=2 score=40 units=1", "total: rank=1 score=70 units=0"],
        &[Comparison::Order { other: 0, higher: true }, range],
    );
}
