//! Tie rules against `scipy.stats.rankdata`; the table is made by `tests/oracles/scipy_ranks.py`.

use std::collections::BTreeMap;

use super::support::{group, ranked, ranks, scheme};
use crate::model::Ties;

const TABLE: &str = include_str!("../../../tests/data/scipy_ranks.csv");

/// The scores of each column of the table, and their ranks by the method that stands in that field.
fn columns(field: usize) -> BTreeMap<u32, (Vec<&'static str>, Vec<&'static str>)> {
    let mut columns: BTreeMap<u32, (Vec<&str>, Vec<&str>)> = BTreeMap::new();
    for line in TABLE.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let (scores, ranks) = columns.entry(fields[0].parse().unwrap()).or_default();
        scores.push(fields[1]);
        ranks.push(fields[field]);
    }
    columns
}

#[track_caller]
fn case(ties: Ties, field: usize) {
    let columns = columns(field);
    assert_eq!(columns.len(), 20);
    for (number, (scores, expected)) in columns {
        let mut scheme = scheme(&["a"]);
        scheme.rank.ties = ties;
        let ranking = ranked(group(scheme, &scores));
        assert_eq!(ranks(&ranking, 1), expected.join(" "), "column {number}");
    }
}

#[test]
fn dense_is_dense() {
    case(Ties::Dense, 2);
}

#[test]
fn competition_is_min() {
    case(Ties::Competition, 3);
}

#[test]
fn modified_is_max() {
    case(Ties::Modified, 4);
}

#[test]
fn average_is_average() {
    case(Ties::Average, 5);
}

#[test]
fn ordinal_is_ordinal() {
    case(Ties::Ordinal, 6);
}
