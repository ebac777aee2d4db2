//! Which groups offer own weights, and why others do not.

use rust_decimal::Decimal;

use super::support::{group, number, ranked, scheme};
use crate::model::{
    Adjustment, Aggregate, Column, EditionGroup, Exempt, Missing, Order, Place, Population, Rounding, Row, Text, Ties,
};
use crate::rankings::{NoOwnWeights, OwnWeights, own_weights};

const TWO: [&str; 2] = ["a max=24", "b max=14"];

/// What own weights of a group are computed from; `change` makes the group differ from a plain one.
fn judge(criteria: &[&str], rows: &[&str], change: impl FnOnce(&mut EditionGroup)) -> Result<OwnWeights, NoOwnWeights> {
    let mut group = group(scheme(criteria), rows);
    change(&mut group);
    let ranking = ranked(group.clone());
    own_weights(&group, &ranking)
}

#[track_caller]
fn offered(criteria: &[&str], rows: &[&str], change: impl FnOnce(&mut EditionGroup)) -> OwnWeights {
    judge(criteria, rows, change).expect("own weights")
}

#[track_caller]
fn refused(criteria: &[&str], rows: &[&str], change: impl FnOnce(&mut EditionGroup), why: NoOwnWeights) {
    assert_eq!(judge(criteria, rows, change), Err(why));
}

fn scheme_of(group: &mut EditionGroup) -> &mut crate::model::Scheme {
    std::sync::Arc::get_mut(&mut group.scheme).expect("a scheme of its own")
}

#[test]
fn a_complete_sum_offers_own_weights() {
    let own = offered(&TWO, &["12 14", "24 7.5", "20 11.5"], |_| {});
    let weights: Vec<String> = own.parts.iter().map(|part| part.weight.to_string()).collect();
    assert_eq!((weights.join(" "), own.scale), ("24 14".into(), number("38")));
    assert_eq!(own.rows[1].values, [Some(number("24")), Some(number("7.5"))]);
}

#[test]
fn weights_and_maxima_make_the_official_weights() {
    let own = offered(&["a max=10 weight=2", "b max=5"], &["5 5", "10 1"], |_| {});
    let weights: Vec<String> = own.parts.iter().map(|part| part.weight.to_string()).collect();
    assert_eq!((weights.join(" "), own.scale), ("20 5".into(), number("25")));
    let own = offered(&["a max=100 weight=3", "b max=100"], &["90 60", "50 70"], |g| {
        scheme_of(g).total = Aggregate::Mean;
    });
    assert_eq!(own.scale, number("100"));
}

#[test]
fn unscored_criteria_have_no_weight() {
    let own = offered(&["a max=24", "b max=14", "c max=9 unscored"], &["12 14 ~", "24 7.5 ~"], |_| {});
    assert_eq!(own.parts.len(), 2);
}

#[test]
fn every_rule_for_ties_is_kept() {
    for ties in [Ties::Dense, Ties::Competition, Ties::Modified, Ties::Average, Ties::Ordinal] {
        for order in [Order::Descending, Order::Ascending] {
            let own = offered(&TWO, &["12 14", "20 6", "14 12", "1 1", "24 14"], |g| {
                let rank = &mut scheme_of(g).rank;
                (rank.ties, rank.order) = (ties, order);
            });
            let apart: Vec<u32> = own.rows.iter().map(|row| row.among_equals).collect();
            assert_eq!(apart == [0; 5], ties != Ties::Ordinal, "{ties:?}");
        }
    }
}

#[test]
fn breakers_of_ties_and_rounding_are_kept() {
    let own =
        offered(&TWO, &["12 14", "14 12", "13 13", "14 12"], |g| scheme_of(g).rank.break_ties_by = vec![Column::at(0)]);
    let apart: Vec<u32> = own.rows.iter().map(|row| row.among_equals).collect();
    assert_eq!(apart, [2, 0, 1, 0]);
    offered(&TWO, &["12.4 14", "12 14", "11.9 14"], |g| {
        let rank = &mut scheme_of(g).rank;
        (rank.precision, rank.rounding) = (Some(0), Rounding::Down);
    });
}

#[test]
fn exempt_and_missing_parts_follow_the_policies() {
    let own = offered(&TWO, &["12 x", "24 7.5"], |_| {});
    assert_eq!(own.rows[0].values, [Some(number("12")), None]);
    let own = offered(&TWO, &["12 x", "24 7.5"], |g| scheme_of(g).exempt = Exempt::Full);
    assert_eq!(own.rows[0].values, [Some(number("12")), Some(number("14"))]);
    let own = offered(&TWO, &["12 m", "24 7.5"], |g| scheme_of(g).missing = Missing::Zero);
    assert_eq!(own.rows[0].values, [Some(number("12")), Some(Decimal::ZERO)]);
    let own = offered(&TWO, &["12 m", "24 7.5"], |_| {});
    assert_eq!(own.rows.len(), 1, "a unit without a total is not ranked");
}

#[test]
fn adjustments_stay() {
    let own = offered(&TWO, &["12 14", "24 7.5"], |g| {
        g.adjustments.push(Adjustment {
            row: Row::at(1),
            points: number("-2"),
            reason: Text::plain("late"),
            place: Place::whole(0),
        });
    });
    assert_eq!(own.rows[1].added, number("-2"));
}

#[test]
fn unknown_scores_refuse() {
    refused(&TWO, &["12 14", "24 ~"], |_| {}, NoOwnWeights::Incomplete);
    refused(&TWO, &["12 14", "24 w"], |_| {}, NoOwnWeights::Incomplete);
    let unknown = |g: &mut EditionGroup| g.population = Population::Unknown;
    refused(&TWO, &["12 14", "24 7.5"], unknown, NoOwnWeights::PopulationUnknown);
}

#[test]
fn totals_that_are_no_weighted_sums_refuse() {
    let total = |total| move |g: &mut EditionGroup| scheme_of(g).total = total;
    refused(&TWO, &["12 14", "24 7.5"], total(Aggregate::GeometricMean), NoOwnWeights::GeometricMean);
    refused(&TWO, &["12 14 26", "24 7.5 31.5"], total(Aggregate::Given), NoOwnWeights::GivenTotal);
    let announced = |g: &mut EditionGroup| scheme_of(g).rank.ties = Ties::Announced;
    refused(&TWO, &["12 14", "24 7.5"], announced, NoOwnWeights::AnnouncedTies);
    let implied = |g: &mut EditionGroup| scheme_of(g).id.clear();
    refused(&TWO, &["12 14", "24 7.5"], implied, NoOwnWeights::NoCriteria);
}

#[test]
fn shares_need_a_maximum_and_something_to_weigh() {
    refused(&["a max=24", "b"], &["12 14", "24 7.5"], |_| {}, NoOwnWeights::NoMaximum(Column::at(1)));
    refused(&["a max=24"], &["12", "24"], |_| {}, NoOwnWeights::OnePart);
}

#[test]
fn a_group_of_which_no_unit_is_ranked_refuses() {
    refused(&TWO, &["12 m", "m 7.5"], |_| {}, NoOwnWeights::NobodyRanked);
}

#[test]
fn what_shares_of_maxima_do_not_give_again_refuses() {
    let mean = |g: &mut EditionGroup| scheme_of(g).total = Aggregate::Mean;
    refused(&TWO, &["12 x", "24 7.5"], mean, NoOwnWeights::NotReproduced);
    let to_even = |g: &mut EditionGroup| {
        let rank = &mut scheme_of(g).rank;
        (rank.precision, rank.rounding) = (Some(0), Rounding::HalfEven);
    };
    refused(&TWO, &["12.5 14", "24 7.5"], to_even, NoOwnWeights::RoundedOtherwise);
    // Apart by less than a script can tell.
    refused(&TWO, &["12 14", "12.0000000001 14"], |_| {}, NoOwnWeights::NotReproduced);
}
