//! The places next to each unit, by hand, on tiny groups.

use super::{Between, beside, neighbours};
use crate::report::tests::of_group;

/// For each unit the better and the worse place by the total in short: its rank, and what lies between; `*` where printed
/// totals differ by something else.
#[track_caller]
fn case(scheme: &str, scores: &str, expected: &[[&str; 2]]) {
    let found = of_group(scheme, scores, |part, order| {
        let in_short = |row: usize| {
            neighbours(part, order, row).map(|next| {
                next.map_or_else(String::new, |next| match next.between {
                    Between::Points(by) => {
                        format!("{} by {}{}", next.rank, by.by, if by.is_unlike_print { "*" } else { "" })
                    }
                    Between::Apart(why) => format!("{} {why:?}", next.rank),
                })
            })
        };
        (0..part.group.units.len()).map(in_short).collect::<Vec<_>>()
    });
    assert_eq!(found, expected);
}

/// Two criteria, and the rest of the scheme.
fn scheme(rest: &str) -> String {
    format!("title: S\ndecimals: 1\ncriteria: [{{ id: x, name: X, max: 10 }}, {{ id: z, name: Z, max: 20 }}]\n{rest}")
}

#[test]
fn the_next_places_are_those_of_other_totals() {
    let scores = "scores: { g: { a: { x: 9, z: 14 }, b: { x: 8, z: 15 }, c: { x: 8, z: 14.5 }, d: { x: 0, z: 0 } } }\n";
    let dense = [["", "2 by 0.5"], ["", "2 by 0.5"], ["1 by 0.5", "3 by 22.5"], ["2 by 22.5", ""]];
    case(&scheme(""), scores, &dense);
    let skipping = [["", "3 by 0.5"], ["", "3 by 0.5"], ["1 by 0.5", "4 by 22.5"], ["3 by 22.5", ""]];
    case(&scheme("rank: { ties: competition }\n"), scores, &skipping);
    let shared = [["", "3 by 0.5"], ["", "3 by 0.5"], ["1.5 by 0.5", "4 by 22.5"], ["3 by 22.5", ""]];
    case(&scheme("rank: { ties: average }\n"), scores, &shared);
    let ordinal = [["", "2 File"], ["1 File", "3 by 0.5"], ["2 by 0.5", "4 by 22.5"], ["3 by 22.5", ""]];
    case(&scheme("rank: { ties: ordinal }\n"), scores, &ordinal);
}

#[test]
fn where_less_is_better_the_better_place_has_fewer_points() {
    let scores = "scores: { g: { a: { x: 9, z: 14 }, b: { x: 1, z: 1 }, c: { x: 2, z: 1 } } }\n";
    case(&scheme("rank: { order: ascending }\n"), scores, &[["2 by 20", ""], ["", "2 by 1"], ["1 by 1", "3 by 20"]]);
}

#[test]
fn a_gap_of_means_is_of_whole_values_rounded_once() {
    // 10.25, 9.65 and 9.15 end, and are printed whole.
    let mean = "total: mean\n";
    let scores = "scores: { g: { a: { x: 10, z: 10.5 }, b: { x: 9.3, z: 10 }, c: { x: 8.3, z: 10 } } }\n";
    case(&scheme(mean), scores, &[["", "2 by 0.6"], ["1 by 0.6", "3 by 0.5"], ["2 by 0.5", ""]]);
    let scores = "scores: { g: { a: { x: 8.5, z: 10 }, b: { x: 7.4, z: 10 }, c: { x: 6.3, z: 10 } } }\n";
    case(&scheme(mean), scores, &[["", "2 by 0.55"], ["1 by 0.55", "3 by 0.55"], ["2 by 0.55", ""]]);
}

#[test]
fn places_whose_totals_are_not_known_are_passed_over() {
    let scores = "scores: { g: { a: { x: 10, z: 20 }, b: { x: ~, z: 15 }, c: { x: 3, z: 1 }, d: { x: 0, z: 1 } } }\n";
    case(&scheme(""), scores, &[["", "3 by 26"], ["", ""], ["1 by 26", "4 by 3"], ["3 by 3", ""]]);
}

#[test]
fn nobody_is_next_to_a_unit_without_a_rank() {
    let scores =
        "scores: { g: { a: { x: 9, z: 14 }, b: { x: 8, z: 14 }, c: { x: 1, z: 1 } } }\nunranked: { b: Late }\n";
    case(&scheme(""), scores, &[["", "2 by 21"], ["", ""], ["1 by 21", ""]]);
}

#[test]
fn a_unit_that_is_listed_next_is_apart_where_both_ranks_are_known_and_differ() {
    let scores = "scores: { g: { a: { x: 10, z: 20 }, b: { x: 8, z: 15 }, c: { x: 8, z: 15 }, d: { x: 0, z: 1 } } }\nunranked: { d: Late }\n";
    let found = of_group(&scheme(""), scores, |part, order| {
        (0..4)
            .map(|row| beside(part, order, row).map(|next| next.map(|next| (next.row, next.is_apart))))
            .collect::<Vec<_>>()
    });
    let expected = [
        [None, Some((1, true))],
        [Some((0, true)), Some((2, false))],
        [Some((1, false)), Some((3, false))],
        [Some((2, false)), None],
    ];
    assert_eq!(found, expected);
}
