//! What parted equal printed scores, and what brought unequal ones together, on tiny groups.

use super::{Apart, Together, apart, around, first_shared, together};
use crate::model::{Column, Rank};
use crate::report::tests::{of_group, told};

/// What parts the first two units of a group, and what brought units of it together, in the total.
#[track_caller]
fn case(scheme: &str, scores: &str, expected: (Option<Apart>, Option<Together>)) {
    let found = of_group(scheme, scores, |part, _| {
        let total = part.total();
        // It is the same in whichever order the two are named.
        assert_eq!(apart(part, total, [0, 1]), apart(part, total, [1, 0]));
        (apart(part, total, [0, 1]), together(part, total))
    });
    assert_eq!(found, expected);
}

/// Two criteria, and the rule of ranks.
fn scheme(total: &str, rank: &str) -> String {
    format!(
        "title: S\ndecimals: 1\n{total}criteria: [{{ id: x, name: X, max: 10 }}, {{ id: z, name: Z, max: 20 }}]\n{rank}"
    )
}

const EQUAL: &str =
    "scores: { g: { a: { x: 8, z: 15 }, b: { x: 9, z: 14 }, c: { x: 9, z: 14 }, d: { x: 1, z: 1 } } }\n";

#[test]
fn equal_totals_that_share_a_rank_are_not_apart() {
    for rule in ["dense", "competition", "modified", "average"] {
        case(&scheme("", &format!("rank: {{ ties: {rule} }}\n")), EQUAL, (None, None));
    }
}

#[test]
fn equal_totals_are_parted_by_what_the_rule_says() {
    case(&scheme("", "rank: { ties: ordinal }\n"), EQUAL, (Some(Apart::File), None));
    case(&scheme("", "rank: { break_ties_by: [x] }\n"), EQUAL, (Some(Apart::Breaker(Column::at(0))), None));
    case(&scheme("", "rank: { break_ties_by: [z, x] }\n"), EQUAL, (Some(Apart::Breaker(Column::at(1))), None));
    // A criterion in which both are equal parts nothing.
    let equal = EQUAL.replace("a: { x: 8, z: 15 }", "a: { x: 9, z: 14 }");
    case(&scheme("", "rank: { break_ties_by: [x] }\n"), &equal, (None, None));
    case(&scheme("", "rank: { ties: ordinal, break_ties_by: [x] }\n"), &equal, (Some(Apart::File), None));
    let announced = format!(
        "{EQUAL}announced: {{ g: {{ total: [{{ rank: 1, score: 23, units: [a] }}, {{ rank: 2, score: 23, units: [b] }}] }} }}\n"
    );
    case(&scheme("", "rank: { ties: announced }\n"), &announced, (Some(Apart::Announced), None));
}

#[test]
fn values_that_are_rounded_before_they_are_ranked_come_together() {
    // 11.5 and 11.6 are both ranked as 12, and print so; their parts do not.
    let scores = "scores: { g: { a: { x: 8, z: 15 }, b: { x: 8.2, z: 15 }, c: { x: 1, z: 2 } } }\n";
    case(&scheme("total: mean\n", "rank: { precision: 0 }\n"), scores, (None, Some(Together::Rounded)));
    // A written total is never rounded for ranking.
    let given = "title: S\ntotal: given\nmax: 30\ncriteria: [{ id: x, name: X, max: 10, scored: false }]\nrank: { precision: 0 }\n";
    let scores = "scores: { g: { a: { x: 8, total: 11.5 }, b: { x: 8, total: 11.6 }, c: { x: 1, total: 2 } } }\n";
    case(given, scores, (None, None));
}

#[test]
fn values_beyond_a_goalpost_come_together_as_points() {
    let scheme = "title: S\ntotal: mean\ncriteria:\n  - { id: x, name: X, direction: lower, normalise: { method: goalposts, low: 10, high: 50, to: 100 } }
  - { id: z, name: Z, max: 100 }\n";
    let of_x = |x: [u32; 2]| {
        let scores = format!(
            "scores: {{ g: {{ a: {{ x: {}, z: 1 }}, b: {{ x: {}, z: 2 }}, c: {{ x: 30, z: 3 }} }} }}\n",
            x[0], x[1]
        );
        of_group(scheme, &scores, |part, _| (apart(part, Column::at(0), [0, 1]), together(part, Column::at(0))))
    };
    assert_eq!(of_x([5, 9]), (None, Some(Together::Points)));
    assert_eq!(of_x([20, 20]), (None, None));
    assert_eq!(of_x([15, 20]), (None, None));
}

#[test]
fn the_best_shared_rank_is_found_with_the_places_around_it() {
    let scheme = "title: S\ncriteria: [{ id: x, name: X, max: 50 }]\n";
    let shared = |scores: &str| told(scheme, &format!("scores: {{ g: {{ {scores} }} }}\n"), first_shared);
    let scores = "a: { x: 9 }, b: { x: 3 }, c: { x: 3 }, d: { x: 5 }, e: { x: 3 }, f: { x: 5 }";
    assert_eq!(shared(scores), Some(Rank::whole(2)));
    assert_eq!(shared("a: { x: 9 }, b: { x: 3 }, c: { x: 4 }, d: { x: 5 }, e: { x: 6 }, f: { x: 7 }"), None);
    let ranks = |halves: u32| around(Rank::halves(halves)).iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!([ranks(4), ranks(2), ranks(5)], [vec!["1", "2", "3"], vec!["1", "2"], vec!["1", "2", "2.5", "3"]]);
}
