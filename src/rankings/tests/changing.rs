//! Who moved, and by whose doing: small editions, and any.

use proptest::prelude::*;

use super::support::{group, number, ranked, scheme, series};
use crate::model::{EditionIdx, Order, Rank, Series, Ties};
use crate::rankings::{GroupChange, Rankings, rank};

/// Two editions of one group under one scheme: a row for each unit, the same units in both.
fn two(ties: Ties, order: Order, before: &[&str], after: &[&str]) -> (Series, Rankings) {
    let scheme = || {
        let mut scheme = scheme(&["a max=100", "b max=100 weight=2"]);
        (scheme.rank.ties, scheme.rank.order) = (ties, order);
        scheme
    };
    let mut series = series(vec![group(scheme(), before)]);
    let mut later = series.editions[0].clone();
    later.id = "2019".into();
    later.previous = Some(EditionIdx(0));
    later.groups = vec![group(scheme(), after)];
    series.editions.push(later);
    series.units = vec![unit(); before.len()];
    let rankings = rank(&series);
    (series, rankings)
}

fn unit() -> crate::model::Unit {
    crate::model::Unit {
        id: "u".into(),
        name: crate::model::Text::plain("U"),
        short: None,
        aka: Vec::new(),
        group: crate::model::GroupIdx(0),
        from: None,
        until: None,
        place: crate::model::Place::whole(0),
    }
}

fn change(rankings: &Rankings) -> &GroupChange {
    &rankings.changes[1].as_ref().unwrap().groups[0]
}

/// Halves as places: `+1`, `-0.5`.
fn places(halves: i64) -> String {
    let sign = if halves < 0 { "-" } else { "+" };
    format!("{sign}{}", Rank::halves(u32::try_from(halves.unsigned_abs()).unwrap()))
}

#[track_caller]
fn moves(ties: Ties, order: Order, before: &[&str], after: &[&str], expected: &[&str]) {
    let (_, rankings) = two(ties, order, before, after);
    let told: Vec<String> = change(&rankings)
        .moved
        .iter()
        .map(|moved| {
            let Some(moved) = moved else { return "-".into() };
            let split = moved.split.map(|s| format!(" own {} others {}", places(s.own), places(s.others)));
            format!("{}>{}{}", moved.before, moved.after, split.unwrap_or_default())
        })
        .collect();
    assert_eq!(told, expected);
}

#[test]
fn own_doing_and_that_of_others() {
    // Totals a + 2b: 90 80 80 70, then 75 80 95 70. The first, with 75 among 80 80 70, would be second.
    moves(
        Ties::Dense,
        Order::Descending,
        &["30 30", "40 20", "20 30", "50 10"],
        &["15 30", "40 20", "35 30", "50 10"],
        &["1>3 own -1 others -1", "2>2 own +0 others +0", "2>1 own +1 others +0", "3>4 own +0 others -1"],
    );
    // With places skipped: 1 2 2 4, then 3 2 1 4; 75 among 80 80 70 is third.
    moves(
        Ties::Competition,
        Order::Descending,
        &["30 30", "40 20", "20 30", "50 10"],
        &["15 30", "40 20", "35 30", "50 10"],
        &["1>3 own -2 others +0", "2>2 own +0 others +0", "2>1 own +1 others +0", "4>4 own +0 others +0"],
    );
    moves(
        Ties::Average,
        Order::Descending,
        &["30 30", "40 20", "20 30", "50 10"],
        &["30 30", "40 20", "40 20", "60 15"],
        &[
            "1>1.5 own +0 others -0.5",
            "2.5>3.5 own +0 others -1",
            "2.5>3.5 own +0 others -1",
            "4>1.5 own +2.5 others +0",
        ],
    );
    // The lowest is best: 90 80 80 70 are 3 2 2 1.
    moves(
        Ties::Dense,
        Order::Ascending,
        &["30 30", "40 20", "20 30", "50 10"],
        &["15 20", "40 20", "20 30", "50 10"],
        &["3>1 own +2 others +0", "2>3 own +0 others -1", "2>3 own +0 others -1", "1>2 own +0 others -1"],
    );
}

#[test]
fn where_no_rank_is_known_nothing_moves() {
    moves(Ties::Dense, Order::Descending, &["30 30", "40 ~"], &["30 30", "40 20"], &["-", "-"]);
}

#[test]
fn where_units_stand_in_the_order_of_the_file_ranks_are_not_split() {
    moves(Ties::Ordinal, Order::Descending, &["30 30", "30 30"], &["30 30", "40 30"], &["1>2", "2>1"]);
}

#[test]
fn the_change_of_a_total_is_made_of_its_parts() {
    let (series, rankings) = two(Ties::Dense, Order::Descending, &["30 30", "40 20"], &["15 33.5", "x 20"]);
    let groups = |edition: usize| (&series.editions[edition].groups[0], &rankings.editions[edition].groups[0]);
    let parts = change(&rankings).parts(groups(0), groups(1), 0).unwrap();
    let told: Vec<String> = parts.parts.iter().map(|part| format!("{} {}", part.column, part.points)).collect();
    assert_eq!((parts.total, told.join(", "), parts.rest), (number("-8"), "0 -15, 1 7".into(), number("0")));
    assert_eq!(change(&rankings).parts(groups(0), groups(1), 1), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// The split adds up to the whole move, and the rank with the new total among the old ones is the one that ranking
    /// just these would give: the oracle is the ranking itself.
    #[test]
    fn the_split_adds_up_and_is_what_ranking_says(
        values in prop::collection::vec((0..12_u32, 0..12_u32), 2..9),
        rule in 0..4_usize,
        ascending in any::<bool>(),
    ) {
        let ties = [Ties::Dense, Ties::Competition, Ties::Modified, Ties::Average][rule];
        let order = if ascending { Order::Ascending } else { Order::Descending };
        let before: Vec<String> = values.iter().map(|(before, _)| format!("{before} 0")).collect();
        let after: Vec<String> = values.iter().map(|(_, after)| format!("{after} 0")).collect();
        let before: Vec<&str> = before.iter().map(String::as_str).collect();
        let after: Vec<&str> = after.iter().map(String::as_str).collect();
        let (_, rankings) = two(ties, order, &before, &after);
        let change = change(&rankings);
        let movers = change.movers;
        let all = movers.up + movers.down + movers.same + movers.new + movers.broken + movers.unranked + movers.unknown;
        prop_assert_eq!(all as usize, values.len());
        for (i, moved) in change.moved.iter().enumerate() {
            let moved = moved.unwrap();
            let split = moved.split.unwrap();
            prop_assert_eq!(split.own + split.others, moved.gained());
            let mut mixed = before.clone();
            mixed[i] = after[i];
            let mut scheme = scheme(&["a max=100", "b max=100 weight=2"]);
            (scheme.rank.ties, scheme.rank.order) = (ties, order);
            let between = ranked(group(scheme, &mixed)).columns[2].standing(i).rank;
            let crate::rankings::Known::Exact(between) = between else { panic!("complete") };
            let own = i64::from(moved.before.in_halves()) - i64::from(between.in_halves());
            prop_assert_eq!(split.own, own);
        }
    }
}
