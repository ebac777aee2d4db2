//! Each number of a column, by hand, on tiny groups.

use super::{ColumnFacts, Of};
use crate::model::State;
use crate::rankings::Basis;
use crate::report::tests::{SITE, examined};

const UNITS: &str = "groups: { g: { name: G } }\nunits:\n  a: { name: A, group: g }\n  b: { name: B, group: g }
  c: { name: C, group: g }\n  d: { name: D, group: g }\n";

/// Two criteria, of 10 and of 20 points.
const SCHEME: &str = "title: S\ndecimals: 1\ncriteria: [{ id: x, name: X, max: 10 }, { id: z, name: Z, max: 20 }]\n";

/// A column of a content in short: of how many, then who is counted, by what each has.
#[track_caller]
fn column(scheme: &str, scores: &str, id: &str) -> ColumnFacts {
    let examined = examined(SITE, UNITS, scheme, scores);
    let group = &examined.series.editions[0].groups[0];
    let at = group.scheme.column(id).expect("a column");
    ColumnFacts::all(group, &examined.rankings.editions[0].groups[0]).remove(at.index())
}

/// Known, between, unpublished, withheld, missing, exempt, unranked.
fn counts(column: &ColumnFacts) -> [usize; 7] {
    let c = column.counts;
    let [unpublished, missing, exempt, withheld] =
        [State::Unpublished, State::Missing, State::Exempt, State::Withheld].map(|state| c.of(state));
    [c.known, c.between, unpublished, withheld, missing, exempt, c.unranked]
}

#[test]
fn of_how_many_belongs_to_the_column() {
    let scores = "scores: { g: { a: { x: exempt, z: 20 }, b: { x: missing, z: 15 }, c: { x: 3, z: 1 }, d: { x: exempt, z: 1 } } }\n";
    let x = column(SCHEME, scores, "x");
    assert_eq!((x.of, x.of.ranked(), x.ranks), (Of::Part(1, 3), Some(1), 1));
    assert_eq!(counts(&x), [1, 0, 0, 0, 1, 2, 0]);
    assert_eq!(column(SCHEME, scores, "z").of, Of::All(4));
    // B lacks a value, so it has no total.
    assert_eq!(column(SCHEME, scores, "total").of, Of::Part(3, 1));
    // A number that is larger than the units that are named counts those too.
    let of_seven = format!("{scores}population: {{ g: 7 }}\n");
    assert_eq!(column(SCHEME, &of_seven, "x").of, Of::Part(4, 3));
    let unknown = format!("{scores}population: {{ g: unknown }}\n");
    assert_eq!(column(SCHEME, &unknown, "x").of, Of::Unknown(4));
}

#[test]
fn a_source_without_scores_names_those_of_whom_it_says_something() {
    let scores = "population: { g: unknown }\nannounced: { g: { total: [{ rank: 1, units: [a] }, { last: true, units: [d] }] } }\n";
    assert_eq!(column(SCHEME, scores, "total").of, Of::Unknown(2));
}

#[test]
fn a_unit_that_is_not_ranked_is_counted_nowhere() {
    let scores =
        "scores: { g: { a: { x: 10, z: 20 }, b: { x: 8, z: 20 }, c: { x: 2, z: ~ }, d: { x: 0, z: withheld } } }
unranked: { a: Under review }\n";
    let x = column(SCHEME, scores, "x");
    assert_eq!((x.of, x.outside, x.full, x.is_known), (Of::Part(3, 1), 1, 0, true));
    assert_eq!(counts(&x), [3, 0, 0, 0, 0, 0, 1]);
    let summary = x.summary.expect("a complete column");
    assert_eq!((summary.count, summary.best, summary.median), (3, 8.into(), 2.into()));
    let z = column(SCHEME, scores, "z");
    assert_eq!((z.full, z.is_known, z.summary), (1, false, None));
    assert_eq!(z.counts.known + z.counts.of(State::Withheld), 2);
    assert_eq!(column(SCHEME, scores, "total").open_ranks(), 2);
}

#[test]
fn units_that_a_statement_only_counts_have_the_maximum_too() {
    let said = |more: &str| {
        format!(
            "population: {{ g: 9 }}\nannounced: {{ g: {{ x: [{{ rank: 1, score: 10, count: 7, units: [a, b]{more} }}] }} }}\n"
        )
    };
    let x = column(SCHEME, &said(""), "x");
    assert_eq!((x.full, x.is_known), (7, false));
    // Where it is disputed, nothing is concluded from it.
    assert_eq!(column(SCHEME, &said(", disputed: Late"), "x").full, 0);
    let less = said("").replace("score: 10", "score: 9");
    assert_eq!(column(SCHEME, &less, "x").full, 0);
}

#[test]
fn what_is_not_scored_has_a_best_and_a_mean_but_no_ranks() {
    let scheme = "title: S\ndecimals: 1\ncriteria: [{ id: x, name: X, max: 10 }, { id: t, name: T, max: 100, scored: false, rank: { order: ascending } }]\n";
    let scores = "scores: { g: { a: { x: 8, t: 9 }, b: { x: 8, t: 3 }, c: { x: 8, t: 3 }, d: { x: 2, t: exempt } } }\n";
    let t = column(scheme, scores, "t");
    assert_eq!((t.of, t.is_ranked, t.ranks, t.is_known, t.rises), (Of::All(4), false, 0, true, false));
    let summary = t.summary.expect("all of it is known");
    assert_eq!((summary.count, summary.best, summary.mean(1)), (3, 3.into(), 5.into()));
    assert_eq!(t.open_ranks(), 0);
    let hidden = scores.replace("t: 9", "t: ~");
    assert_eq!(column(scheme, &hidden, "t").summary, None);
}

#[test]
fn raw_values_rise_where_more_of_them_is_better() {
    let scheme = |direction: &str, order: &str| {
        format!(
            "title: S\ntotal: mean\ncriteria:\n  - {{ id: z, name: Z, direction: {direction}, rank: {{ order: {order} }}, normalise: {{ method: goalposts, low: 0, high: 50, to: 100 }} }}\n"
        )
    };
    let scores = "scores: { g: { a: { z: 5 }, b: { z: 10 }, c: { z: 45 }, d: { z: 50 } } }\n";
    for (direction, order, rises, best) in [
        ("higher", "descending", true, 50),
        ("lower", "descending", false, 5),
        ("higher", "ascending", false, 5),
        ("lower", "ascending", true, 50),
    ] {
        let z = column(&scheme(direction, order), scores, "z");
        assert_eq!((z.rises, z.summary.map(|s| s.best)), (rises, Some(best.into())), "{direction}, {order}");
    }
}

#[test]
fn the_origin_of_a_column_is_told_where_it_is_that_of_each_number_without_a_sign() {
    let announced = "announced: { g: { x: [{ rank: 1, score: 9, units: [a] }, { rank: 2, score: 8, units: [b] }] } }\n";
    let origin = |scores: &str, id: &str| column(SCHEME, &format!("{scores}{announced}"), id).origin;
    let x = |c: &str, d: &str| {
        format!(
            "scores: {{ g: {{ a: {{ x: ~, z: 1 }}, b: {{ x: ~, z: 2 }}, c: {{ x: {c}, z: 3 }}, d: {{ x: {d}, z: 4 }} }} }}\n"
        )
    };
    assert_eq!(origin(&x("~", "~"), "x"), Some(Basis::Announced));
    // A score has no sign, nor has a range that was scored.
    assert_eq!(origin(&x("3", "~"), "x"), None);
    assert_eq!(origin(&x("{ min: 2, max: 4 }", "~"), "x"), None);
    assert_eq!(origin(&x("3", "2"), "z"), None);
    let all = "scores: { g: { a: { x: 9, z: 1 }, b: { x: 8, z: 2 }, c: { x: 3, z: 3 }, d: { x: 2, z: 4 } } }\n";
    assert_eq!(origin(all, "total"), Some(Basis::Computed));
}

#[test]
fn bands_are_counted_where_each_is_known() {
    let scheme =
        format!("{SCHEME}bands: [{{ id: good, name: Good, from: 10 }}, {{ id: fair, name: Fair, from: 0 }}]\n");
    let scores = "scores: { g: { a: { x: ~, z: 10 }, b: { x: 8, z: 8 }, c: { x: 1, z: 2 }, d: { x: 2, z: 1 } } }\n";
    assert_eq!(column(&scheme, scores, "total").bands, Some(vec![2, 2]));
    assert_eq!(column(&scheme, &scores.replace("z: 10", "z: 9"), "total").bands, None);
    assert_eq!(column(&scheme, scores, "x").bands, None);
}

/// Whether something of `x`, of `z` and of the total was announced; whether `x` has a disputed rank and no other one; and
/// which columns count a unit that has no total.
#[test]
fn what_was_announced_or_is_disputed_and_who_has_no_place_is_known_of_each_column() {
    let of =
        |scores: &str, ask: fn(&ColumnFacts) -> bool| ["x", "z", "total"].map(|id| ask(&column(SCHEME, scores, id)));
    let announced = "population: { g: unknown }\nscores: { g: { a: { x: 10 }, b: { x: 8 }, c: { x: 2 } } }
announced: { g: { x: [{ rank: 1, score: 10, units: [a] }], z: [{ last: true, units: [c] }] } }\n";
    assert_eq!(of(announced, |column| column.is_announced), [true, true, false]);
    let scored = "scores: { g: { a: { x: 10, z: 20 }, b: { x: 8, z: 20 } } }\n";
    assert_eq!(of(scored, |column| column.is_announced), [false; 3]);
    let disputed = "population: { g: unknown }\nscores: { g: { a: {}, b: {}, c: {} } }
announced: { g: { x: [{ rank: 4, units: [c], disputed: Wrong }] } }\n";
    assert_eq!(of(disputed, |column| column.has_disputed_rank), [true, false, false]);
    assert_eq!(of(announced, |column| column.has_disputed_rank), [false; 3]);
    let missing = "scores: { g: { a: { x: 10, z: 20 }, b: { x: 8, z: missing } } }\n";
    assert_eq!(of(missing, |column| column.counts_unplaced), [true, false, false]);
    assert_eq!(of(scored, |column| column.counts_unplaced), [false; 3]);
}
