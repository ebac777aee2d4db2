//! What was announced against what is computed.

use super::support::{extra, group, number, ranked, say, scheme, scores, stated_rank};
use crate::model::{
    Aggregate, Cell, CellExtra, Cells, Column, DisputedColumn, EditionGroup, Place, Rank, Row, State, StatedScore,
    Text, Ties,
};
use crate::rankings::{
    Basis, ClaimState, Clash, ClashKind, Comparison, Known, RankBasis, Sum, claim_state, comparisons,
};

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
    let of_cell = |column, row: usize, kind| {
        let clash = Clash::of_statements(column, Some(Row::at(row)), vec![], kind);
        [Clash { cells: vec![(column, Row::at(row))], ..clash }]
    };
    assert_eq!(ranked(ranked_cell).clashes, of_cell(Column::at(0), 2, kind));
    let total = group(scheme(&["a", "b"]), &["1 2 4", "1 2 3"]);
    let kind = ClashKind::Score { announced: StatedScore::One(4.into()), computed: 3.into() };
    assert_eq!(ranked(total).clashes, of_cell(Column::at(2), 0, kind));
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
    assert_eq!(clashes, [Clash::of_statements(Column::at(2), Some(Row::at(0)), vec![1, 2], ClashKind::Impossible)]);
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

/// What clashes in a column of ranks that cells say were announced: the rows of each clash that take part.
#[track_caller]
fn crowded(ties: Ties, ranks: &[&str], expected: &[&[usize]]) {
    let mut rule = scheme(&["a", "b"]);
    rule.criteria[0].rank.ties = ties;
    let rows: Vec<String> = ranks.iter().map(|_| "~ ~".to_owned()).collect();
    let mut told = group(rule, &rows.iter().map(String::as_str).collect::<Vec<_>>());
    for (row, rank) in ranks.iter().enumerate().filter(|(_, rank)| **rank != "~") {
        extra(&mut told, "a", row, CellExtra { rank: Some(stated_rank(rank)), ..CellExtra::default() });
    }
    let clashes = ranked(told).clashes;
    assert!(
        clashes.iter().all(|clash| (clash.column, clash.row, clash.has_score) == (Column::at(0), None, false)),
        "{clashes:?}"
    );
    let rows = |clash: &Clash| clash.cells.iter().map(|(_, row)| row.index()).collect::<Vec<_>>();
    assert_eq!(clashes.iter().map(rows).collect::<Vec<_>>(), expected, "{ranks:?}");
}

#[test]
fn equal_units_take_up_as_many_places_as_they_are() {
    crowded(Ties::Competition, &["1", "2", "2", "2", "4", "~"], &[&[1, 2, 3, 4]]);
    crowded(Ties::Competition, &["4", "2", "1", "2", "2", "~"], &[&[0, 1, 3, 4]]);
    crowded(Ties::Competition, &["1", "2", "2", "2", "5", "~"], &[]);
    crowded(Ties::Modified, &["1", "3", "3", "3", "5", "~"], &[&[0, 1, 2, 3]]);
    crowded(Ties::Modified, &["1", "4", "4", "4", "5", "~"], &[]);
    crowded(Ties::Average, &["1", "2.5", "2.5", "3", "~", "~"], &[&[1, 2, 3]]);
    crowded(Ties::Average, &["1", "2.5", "2.5", "4", "~", "~"], &[]);
    crowded(Ties::Dense, &["1", "2", "2", "2", "3", "~"], &[]);
    crowded(Ties::Announced, &["1", "2", "2", "2", "4", "~"], &[]);
    crowded(Ties::Modified, &["1", "1", "3", "~", "~", "~"], &[&[0, 1]]);
    crowded(Ties::Ordinal, &["1", "2", "2", "~", "~", "~"], &[&[1, 2]]);
}

#[test]
fn the_better_ranks_need_units_to_hold_them() {
    crowded(Ties::Dense, &["1", "3", "3", "3"], &[&[0, 1, 2, 3]]);
    crowded(Ties::Dense, &["1", "1", "3", "~"], &[]);
    crowded(Ties::Dense, &["4", "4", "~", "~"], &[&[0, 1]]);
    crowded(Ties::Dense, &["1", "2", "4", "~"], &[]);
    crowded(Ties::Dense, &["1", "2", "5", "~"], &[&[1, 2]]);
    crowded(Ties::Competition, &["1", "3", "3", "3"], &[&[0, 1, 2, 3]]);
    crowded(Ties::Competition, &["1", "3", "3", "~"], &[]);
    crowded(Ties::Modified, &["1", "4", "4", "~"], &[]);
    crowded(Ties::Modified, &["1", "5", "5", "~"], &[&[0, 1, 2]]);
    crowded(Ties::Average, &["1", "3.5", "3.5", "~"], &[]);
    crowded(Ties::Announced, &["1", "3", "3", "3"], &[]);
}

#[test]
fn a_statement_and_a_cell_clash_by_what_they_say_alone() {
    let mut told = unknown();
    std::sync::Arc::make_mut(&mut told.scheme).criteria[0].rank.ties = Ties::Competition;
    say(&mut told, "a: rank=1 units=0 count=3");
    extra(&mut told, "a", 1, CellExtra { rank: Some(stated_rank("2")), ..CellExtra::default() });
    let clash = Clash::of_statements(Column::at(0), None, vec![0], ClashKind::Impossible);
    assert_eq!(ranked(told.clone()).clashes, [Clash { cells: vec![(Column::at(0), Row::at(1))], ..clash }]);
    told.statements[0].disputed = Some(Text::plain("?"));
    assert_eq!(ranked(told).clashes, []);
}

#[test]
fn what_takes_part_is_found_among_statements_and_cells_and_an_innocent_score_is_not_named() {
    // The second stands above the first by its rank, and below it by its score.
    let rows = ["90 ~", "80 ~", "~ ~", "70 ~"];
    let mut told = group(scheme(&["a max=100", "b max=40"]), &rows);
    say(&mut told, "a: rank=2 units=0");
    extra(&mut told, "a", 1, CellExtra { rank: Some(stated_rank("1")), ..CellExtra::default() });
    extra(&mut told, "a", 3, CellExtra { rank: Some(stated_rank("4")), ..CellExtra::default() });
    let clashes = ranked(told.clone()).clashes;
    let took_part: Vec<_> = clashes.iter().map(|clash| (clash.statements.clone(), clash.cells.clone())).collect();
    assert_eq!(
        took_part,
        [(vec![], vec![(Column::at(0), Row::at(1))])],
        "the first alone stands above the second by its score"
    );
    extra(
        &mut told,
        "a",
        1,
        CellExtra { rank: Some(stated_rank("1")), disputed: Some(Text::plain("?")), ..CellExtra::default() },
    );
    let clashes = ranked(told).clashes;
    assert!(clashes.iter().all(|clash| clash.cells.iter().all(|(_, row)| row.index() != 1)), "{clashes:?}");
}

#[test]
fn an_announced_total_clashes_with_all_announced_parts_of_which_it_is_made() {
    let mut told = group(scheme(&["a max=60", "b max=40"]), &["~ ~", "~ ~"]);
    for line in
        ["a: rank=1 score=50 units=0", "b: rank=1 units=0", "b: score=30 units=0", "total: rank=1 score=81 units=0"]
    {
        say(&mut told, line);
    }
    let clashes = ranked(told).clashes;
    assert_eq!(clashes[0].statements, [3, 0, 2], "a statement without a score takes no part");
}

#[test]
fn nothing_is_concluded_from_the_ranks_of_a_disputed_column() {
    let dispute = |group: &mut EditionGroup| {
        group.disputed.push(DisputedColumn { column: Column::at(0), reason: Text::plain("?"), place: Place::whole(0) });
    };
    let printed = |ranks: [&str; 4]| {
        let mut rule = scheme(&["a", "b"]);
        rule.criteria[0].rank.ties = Ties::Competition;
        let mut told = group(rule, &["9 1", "8 1", "8 1", "7 1"]);
        for (row, rank) in ranks.iter().enumerate().filter(|(_, rank)| **rank != "~") {
            extra(&mut told, "a", row, CellExtra { rank: Some(stated_rank(rank)), ..CellExtra::default() });
        }
        told
    };
    let mut whole = printed(["1", "2", "2", "3"]);
    assert_eq!(ranked(whole.clone()).clashes.len(), 1);
    dispute(&mut whole);
    let ranking = ranked(whole.clone());
    let last = ranking.columns[0].standing(3);
    assert_eq!((ranking.clashes.len(), ranking.columns[0].is_as_printed(), last.disputed), (0, true, true));
    assert_eq!((last.rank, last.rank_basis, last.tied), (Known::Exact(Rank::whole(3)), Some(RankBasis::Printed), None));
    assert_eq!((last.concluded_rank(), ranking.columns[0].last_rank), (Known::Nothing, None));
    let counted = last.clone().ranked_by_scores();
    assert_eq!((counted.rank, counted.rank_basis), (Known::Exact(Rank::whole(4)), Some(RankBasis::Computed)));
    assert_eq!(ranking.columns[0].standing(1).ranked_by_scores().tied, Some(2));
    assert_eq!(last.score_basis, Some(Basis::Scored), "the scores stay in use");
    // Where only some ranks were printed, the scores give all of them.
    let mut some = printed(["1", "~", "~", "3"]);
    dispute(&mut some);
    let ranking = ranked(some);
    let last = ranking.columns[0].standing(3);
    assert_eq!((ranking.columns[0].is_as_printed(), last.disputed), (false, true));
    assert_eq!((last.rank, last.announced_rank), (Known::Exact(Rank::whole(4)), Some(stated_rank("3"))));
    // Where the scores give none, what was printed is shown, and nothing follows from it.
    let mut open = printed(["1", "2", "2", "3"]);
    open.columns[0].put(1, Cell::Empty(State::Unpublished));
    open.columns[0].put(2, Cell::Empty(State::Unpublished));
    assert_eq!(ranked(open.clone()).clashes.len(), 1);
    dispute(&mut open);
    let ranking = ranked(open);
    assert_eq!((ranking.clashes.len(), scores(&ranking, 0)), (0, "9 ? ? 7".to_owned()), "no score is deduced");
    assert_eq!(ranking.columns[0].standing(1).rank, Known::Exact(Rank::whole(2)));
    // A score that a statement tells stays in use.
    let mut said = printed(["~", "~", "~", "~"]);
    said.columns[0].put(0, Cell::Empty(State::Unpublished));
    say(&mut said, "a: rank=3 score=9.5 units=0");
    dispute(&mut said);
    let ranking = ranked(said.clone());
    assert_eq!((ranking.clashes.len(), scores(&ranking, 0)), (0, "9.5 8 8 7".to_owned()));
    assert_eq!(claim_state(&said, &ranking, &said.statements[0]), ClaimState::Disputed);
}
