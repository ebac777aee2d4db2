//! Who moved, and by whose doing: small editions, and any.

use std::sync::Arc;

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::support::{group, number, ranked, scheme, series};
use crate::model::{Aggregate, Column, Date, EditionIdx, Order, Period, Rank, Row, SchemeEntry, Series, Ties, UnitIdx};
use crate::rankings::{GroupChange, Known, Movers, Rankings, Verdict, VerdictReason, rank, total_between};

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
    let told: Vec<String> = parts.parts.iter().map(|part| format!("{} {}", part.column.index(), part.points)).collect();
    assert_eq!((parts.total, told.join(", "), parts.rest), (number("-8"), "0 -15, 1 7".into(), number("0")));
    assert_eq!(change(&rankings).parts(groups(0), groups(1), 1), None);
}

/// The verdict on totals of two schemes with these parts and that rule, the later one declared comparable.
fn verdict(total: Aggregate, before: &[&str], after: &[&str], days: [(&str, &str); 2]) -> (Verdict, VerdictReason) {
    let made = |id: &str, parts: &[&str]| {
        let mut scheme = scheme(parts);
        (scheme.id, scheme.total) = (id.into(), total);
        scheme.max = scheme.made_max(scheme.total_column());
        scheme
    };
    let old = made("old", before);
    let mut new = made("new", after);
    new.replaces = Some("old".into());
    new.comparable.total = true;
    new.comparable.criteria = new.criteria.iter().map(|c| (c.id.clone(), c.id.clone())).collect();
    let (mut all, _) = two(Ties::Dense, Order::Descending, &["1 1"], &["1 1"]);
    for scheme in [&old, &new] {
        let base = Arc::new(scheme.clone());
        all.schemes.push(SchemeEntry { base, by_group: Vec::new() });
    }
    for (edition, (from, to)) in all.editions.iter_mut().zip(days) {
        edition.period = Period { from: Date::parse(from).unwrap(), to: Date::parse(to).unwrap() };
    }
    let change = total_between(&all, &all.editions[0], &all.editions[1], &old, &new);
    (change.verdict, change.because)
}

const YEARS: [(&str, &str); 2] = [("2023-01-01", "2023-12-31"), ("2024-01-01", "2024-12-31")];

#[test]
fn a_maximum_that_changed_is_another_scale_whatever_the_total_is_made_by() {
    let changed = |was, now| (Verdict::Share, VerdictReason::MaximumChanged(number(was), number(now)));
    let (before, after) = (["p max=10", "q max=4"], ["p max=100", "q max=4"]);
    assert_eq!(verdict(Aggregate::Sum, &before, &after, YEARS), changed("14", "104"));
    assert_eq!(verdict(Aggregate::Mean, &before, &after, YEARS), changed("7", "52"));
    assert_eq!(verdict(Aggregate::GeometricMean, &before, &after, YEARS), changed("6.324555320337", "20"));
    for total in [Aggregate::Sum, Aggregate::Mean, Aggregate::GeometricMean] {
        let same = (Verdict::Comparable, VerdictReason::Declared);
        assert_eq!(verdict(total, &before, &before, YEARS), same);
        // Where a part has no maximum the whole has none, but the part that changed still tells that the scale did.
        let unknown = (Verdict::Broken, VerdictReason::ScaleUnknown);
        assert_eq!(verdict(total, &["p max=10", "q"], &["p max=100", "q"], YEARS), unknown);
        assert_eq!(verdict(total, &["p max=10", "q"], &["p max=10", "q"], YEARS), same);
    }
}

#[test]
fn only_periods_of_one_length_are_compared() {
    let case = |before: (&str, &str), after: (&str, &str)| {
        verdict(Aggregate::Sum, &["p max=10"], &["p max=10"], [before, after]).1
    };
    let (year, first, second) =
        (("2024-01-01", "2024-12-31"), ("2024-01-01", "2024-06-30"), ("2024-07-01", "2024-12-31"));
    assert_eq!(case(YEARS[0], year), VerdictReason::Declared, "a leap year is a year");
    assert_eq!(case(("2023-01-01", "2023-06-30"), second), VerdictReason::Declared, "181 and 184 days");
    assert_eq!(case(("2023-02-01", "2023-02-28"), ("2023-03-01", "2023-03-31")), VerdictReason::Declared, "months");
    for (before, after) in
        [(YEARS[0], second), (first, year), (("2024-01-01", "2024-01-07"), ("2024-01-08", "2024-01-17"))]
    {
        assert_eq!(case(before, after), VerdictReason::PeriodsDiffer);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whoever comes, goes, is not ranked or has no value: each unit of this edition is counted once, each of the edition
    /// before is among them or gone, and the sign of a change is that of the two values.
    #[test]
    fn movers_add_up_to_the_units_of_both_editions(
        units in prop::collection::vec((0..4_u8, 0..9_i64, 0..4_u8, 0..9_i64), 1..8),
    ) {
        let text = |kind: u8, value: i64| match kind {
            2 => "m 0".to_owned(),
            3 => "~ 0".to_owned(),
            _ => format!("{value} 0"),
        };
        let before: Vec<String> = units.iter().map(|unit| text(unit.0, unit.1)).collect();
        let after: Vec<String> = units.iter().map(|unit| text(unit.2, unit.3)).collect();
        // The first three quarters of the units were there before, the last three quarters are there now.
        let cut = units.len() / 4;
        let (was, now) = (0..units.len() - cut, cut..units.len());
        let (before, after) = (before[was.clone()].to_vec(), after[now.clone()].to_vec());
        let [lines, later] = [&before, &after].map(|rows| rows.iter().map(String::as_str).collect::<Vec<&str>>());
        let (mut series, _) = two(Ties::Competition, Order::Descending, &lines, &later);
        series.units = vec![unit(); units.len()];
        series.editions[0].groups[0].units = was.map(UnitIdx).collect();
        series.editions[1].groups[0].units = now.map(UnitIdx).collect();
        let rankings = rank(&series);
        let change = change(&rankings);
        let Movers { up, down, same, new, back, absent, broken, unranked, unknown, gone } = change.movers;
        prop_assert_eq!((up + down + same + new + back + absent + broken + unranked + unknown) as usize, after.len());
        let stayed: Vec<Row> = change.units.iter().filter_map(|here| here.same()).collect();
        prop_assert_eq!(stayed.len() + gone as usize, before.len());
        let group = |edition: usize| (&series.editions[edition].groups[0], &rankings.editions[edition].groups[0]);
        for (row, here) in change.units.iter().enumerate() {
            let cell = change.cell(Some(group(0)), group(1), Column::at(2), row);
            let total = |edition: usize, row: usize| group(edition).1.columns[2].standing(row).score;
            let expected = here.same().and_then(|was| match (total(0, was.index()), total(1, row)) {
                (Known::Exact(was), Known::Exact(now)) => Some(now.cmp(&was)),
                _ => None,
            });
            prop_assert_eq!(cell.score.map(|by| by.cmp(&Decimal::ZERO)), expected);
        }
    }
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
        let came = movers.new + movers.back + movers.absent;
        let all = movers.up + movers.down + movers.same + came + movers.broken + movers.unranked + movers.unknown;
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
            let Known::Exact(between) = between else { panic!("complete") };
            let own = i64::from(moved.before.in_halves()) - i64::from(between.in_halves());
            prop_assert_eq!(split.own, own);
        }
    }
}
