//! Totals, ranks, order and bands of editions that are complete, or nearly.

use rust_decimal::Decimal;

use super::support::{extra, group, number, order, ranked, ranks, say, scheme, scores, stated_rank};
use crate::model::{
    Adjustment, Aggregate, Band, CellExtra, Column, EditionGroup, Exempt, Flags, Method, Missing, Normalise, Order,
    Place, Population, Rank, Rounding, Row, Scheme, State, Text, Ties,
};
use crate::rankings::{Basis, ClashKind, Known, RankBasis, StandingState};

/// Compares the totals and their ranks.
#[track_caller]
fn case(group: EditionGroup, totals: &str, expected: &str) {
    let total = group.scheme.total_column().index();
    let ranking = ranked(group);
    assert_eq!((scores(&ranking, total).as_str(), ranks(&ranking, total).as_str()), (totals, expected));
    assert_eq!(ranking.clashes, []);
}

fn with(change: impl FnOnce(&mut Scheme)) -> Scheme {
    let mut scheme = scheme(&["a max=60", "b max=40"]);
    change(&mut scheme);
    scheme
}

#[test]
fn equal_sums_share_a_rank_in_whatever_order_they_are_added() {
    let scheme = scheme(&["a", "b", "c"]);
    case(group(scheme, &["0.1 0.2 0.3", "0.3 0.2 0.1", "0.2 0.2 0.1"]), "0.6 0.6 0.5", "1 1 2");
}

#[test]
fn the_lowest_is_first_where_the_order_is_ascending() {
    case(group(with(|s| s.rank.order = Order::Ascending), &["5 5", "1 1", "9 9"]), "10 2 18", "2 1 3");
}

#[test]
fn a_tree_of_any_depth_is_made_from_its_leaves_up() {
    let mut scheme = scheme(&["top", "x in=top mean", "x1 in=x weight=3", "x2 in=x", "y in=top weight=0.5", "z"]);
    scheme.rank.ties = Ties::Competition;
    let group = group(scheme, &["~ ~ 8 4 6 1.5", "~ ~ 7 7 6 1.5", "~ ~ 1 1 0 0"]);
    let ranking = ranked(group);
    assert_eq!(scores(&ranking, 1), "7 7 1");
    assert_eq!(scores(&ranking, 0), "10 10 1");
    assert_eq!(scores(&ranking, 6), "11.5 11.5 1");
    assert_eq!(ranks(&ranking, 6), "1 1 3");
}

#[test]
fn means_and_roots_are_rounded_once_and_then_compared() {
    let mean = with(|s| s.total = Aggregate::Mean);
    case(group(mean, &["0.1 0.2", "0.2 0.1", "0.1 0.1"]), "0.15 0.15 0.1", "1 1 2");
    let root = with(|s| s.total = Aggregate::GeometricMean);
    case(group(root, &["4 9", "6 6", "0 40", "9 4"]), "6 6 0 6", "1 1 2 1");
}

#[test]
fn given_totals_are_ranked_as_written() {
    let given = with(|s| s.total = Aggregate::Given);
    case(group(given, &["~ ~ 90.50", "m x 91", "1 1 90.5"]), "90.50 91 90.5", "2 1 2");
}

#[test]
fn an_unscored_criterion_is_shown_and_neither_counted_nor_ranked() {
    let ranking = ranked(group(scheme(&["a", "b unscored"]), &["1 9", "2 1"]));
    assert_eq!((scores(&ranking, 2), ranks(&ranking, 2)), ("1 2".into(), "2 1".into()));
    assert_eq!((scores(&ranking, 1), ranks(&ranking, 1)), ("9 1".into(), "? ?".into()));
}

#[test]
fn computed_values_are_rounded_before_ranking_where_asked_and_written_ones_never() {
    let rounded = |rounding| {
        with(|s| {
            (s.rank.precision, s.rank.rounding) = (Some(0), rounding);
            s.criteria[0].rank = s.rank.clone();
        })
    };
    let rows = ["0.5 0", "1 0", "1.5 0", "2.4 0"];
    for (rounding, expected) in
        [(Rounding::HalfUp, "2 2 1 1"), (Rounding::HalfEven, "3 2 1 1"), (Rounding::Down, "3 2 2 1")]
    {
        let ranking = ranked(group(rounded(rounding), &rows));
        assert_eq!(ranks(&ranking, 2), expected, "{rounding:?}");
        assert_eq!((ranks(&ranking, 0), scores(&ranking, 2)), ("4 3 2 1".into(), "0.5 1 1.5 2.4".into()));
    }
}

#[test]
fn breakers_are_looked_at_in_turn_each_in_its_own_order() {
    let broken = with(|s| {
        s.rank.break_ties_by = vec![Column::at(1)];
        s.criteria[1].rank.order = Order::Ascending;
    });
    case(group(broken.clone(), &["5 5", "6 4", "4 6", "6 4"]), "10 10 10 10", "2 1 3 1");
    let unknown_last = Scheme { missing: Missing::Zero, ..broken };
    case(group(unknown_last, &["10 m", "6 4"]), "10 10", "2 1");
}

#[test]
fn ordinal_ranks_follow_breakers_then_the_score_file() {
    let ordinal = with(|s| (s.rank.ties, s.rank.break_ties_by) = (Ties::Ordinal, vec![Column::at(0)]));
    case(group(ordinal, &["5 5", "6 4", "5 5"]), "10 10 10", "2 1 3");
}

#[test]
fn announced_ties_are_ranked_as_announced_among_the_places_they_share() {
    let announced = with(|s| s.rank.ties = Ties::Announced);
    let mut equal = group(announced, &["9 9", "5 5", "5 5", "5 5", "1 1"]);
    say(&mut equal, "total: rank=3 units=2");
    let ranking = ranked(equal.clone());
    assert_eq!(ranks(&ranking, 2), "1 2..4 3 2..4 5");
    assert_eq!(ranking.columns[2].standing(2).rank_basis, Some(RankBasis::Announced));
    say(&mut equal, "total: rank=5 units=3");
    let kinds: Vec<ClashKind> = ranked(equal).clashes.into_iter().map(|clash| clash.kind).collect();
    assert_eq!(kinds, [ClashKind::Rank { announced: stated_rank("5"), computed: Rank::whole(2) }]);
}

#[test]
fn missing_and_exempt_cells_follow_the_policies_and_keep_their_state() {
    let rows = ["30 m", "30 20", "x 20", "m x"];
    case(group(with(|_| {}), &rows), "? 50 50 ?", "? 1 1 ?");
    case(group(with(|s| s.missing = Missing::Zero), &rows), "30 50 50 0", "2 1 1 3");
    case(group(with(|s| s.missing = Missing::AtLeastPercent(60.into())), &rows), "50 50 50 ?", "1 1 1 ?");
    case(group(with(|s| s.exempt = Exempt::Full), &rows), "? 50 80 ?", "? 2 1 ?");
    case(group(with(|s| s.exempt = Exempt::Nothing), &rows), "? 50 20 ?", "? 1 2 ?");
    case(group(with(|s| s.exempt = Exempt::Unranked), &rows), "? 50 ? ?", "? 1 ? ?");
    let ranking = ranked(group(with(|s| s.missing = Missing::Zero), &rows));
    let cell = ranking.columns[1].standing(0);
    assert_eq!(
        (cell.state, cell.score, cell.rank, cell.ranked),
        (StandingState::Cell(State::Missing), Known::Nothing, Known::Nothing, None)
    );
    assert_eq!(ranking.columns[1].standing(1).ranked, Some(2));
}

#[test]
fn a_total_that_cannot_be_made_has_the_state_of_the_part_that_prevents_it() {
    let rows = ["m ~", "30 ~", "30 w", "x x", "1 1"];
    let ranking = ranked(group(with(|_| {}), &rows));
    let states: Vec<StandingState> = (0..5).map(|row| ranking.columns[2].standing(row).state).collect();
    use State::{Exempt, Known, Missing, Unpublished, Withheld};
    assert_eq!(states, [Missing, Unpublished, Withheld, Exempt, Known].map(StandingState::Cell));
}

#[test]
fn nobody_is_ranked_in_a_column_with_an_unpublished_cell() {
    let ranking = ranked(group(with(|_| {}), &["30 ~", "30 20"]));
    assert_eq!(ranking.columns.iter().map(|column| column.complete).collect::<Vec<_>>(), [true, false, false]);
    assert_eq!(ranks(&ranking, 0), "1 1");
}

#[test]
fn a_column_is_complete_only_if_the_population_is_known_and_here() {
    let complete = |population| {
        let mut group = group(with(|_| {}), &["30 10", "20 10"]);
        group.population = population;
        let ranking = ranked(group);
        (ranking.columns[2].complete, ranking.columns[2].standing(0).ranked)
    };
    assert_eq!(complete(Population::Units), (true, Some(2)));
    assert_eq!(complete(Population::Number(2)), (true, Some(2)));
    assert_eq!(complete(Population::Number(3)), (false, Some(3)));
    assert_eq!(complete(Population::Unknown), (false, None));
}

#[test]
fn unranked_units_have_scores_and_no_ranks_and_come_last() {
    let mut group = group(with(|_| {}), &["60 40", "1 1", "30 ~", "2 2"]);
    group.unranked[0] = Some(Text::plain("security"));
    group.unranked[2] = Some(Text::plain("security"));
    let ranking = ranked(group);
    assert_eq!((ranks(&ranking, 2), order(&ranking)), ("? 2 ? 1".into(), vec![3, 1, 0, 2]));
    let total = ranking.columns[2].standing(0);
    assert_eq!((total.state, total.score, total.ranked), (StandingState::Unranked, Known::Exact(100.into()), None));
    assert_eq!(ranking.columns[0].standing(0).state, StandingState::Cell(State::Known));
    assert_eq!(ranking.columns[2].standing(1).ranked, Some(2));
}

#[test]
fn adjustments_are_part_of_a_computed_total_and_not_of_a_given_one() {
    let adjusted = |scheme| {
        let mut group = group(scheme, &["30 10 40", "20 19 39"]);
        group.columns[2] = if group.scheme.total == Aggregate::Given {
            group.columns[2].clone()
        } else {
            crate::model::Cells::unpublished(2)
        };
        for points in ["-2", "0.5"] {
            group.adjustments.push(Adjustment {
                row: Row::at(0),
                points: number(points),
                reason: Text::plain("late"),
                place: Place::whole(0),
            });
        }
        group
    };
    case(adjusted(with(|_| {})), "38.5 39", "2 1");
    case(adjusted(with(|s| s.total = Aggregate::Given)), "40 39", "1 2");
}

#[test]
fn bands_are_taken_on_the_value_that_ranks_are_taken_on() {
    let band = |from: i64| Band { id: "b".into(), name: Text::plain("b"), from: from.into(), place: Place::whole(0) };
    let banded = with(|s| {
        s.bands = vec![band(85), band(0)];
        s.rank.precision = Some(0);
    });
    let ranking = ranked(group(banded, &["50 34.5", "50 34.4", "50 ~"]));
    let bands: Vec<Option<usize>> = (0..3).map(|row| ranking.columns[2].standing(row).band).collect();
    assert_eq!(bands, [Some(0), Some(1), None]);
}

#[test]
fn normalised_leaves_show_raw_values_and_are_ranked_on_points() {
    let normalised = with(|s| {
        let to = Decimal::from(60);
        let (low, high) = (None, None);
        s.criteria[0].normalise =
            Some(Normalise { method: Method::MinMax, lower_is_better: true, low, high, log: false, to });
    });
    let ranking = ranked(group(normalised.clone(), &["200 1", "100 1", "150 1"]));
    assert_eq!((scores(&ranking, 0), ranks(&ranking, 0)), ("200 100 150".into(), "3 1 2".into()));
    assert_eq!((scores(&ranking, 2), ranking.columns[0].standing(0).maximum), ("1 61 31".into(), Some(60.into())));
    let unknown = ranked(group(normalised, &["200 1", "100 1", "~ 1"]));
    assert_eq!((scores(&unknown, 0), unknown.columns[0].complete), ("200 100 ?".into(), false));
    assert_eq!(scores(&unknown, 2), "1..61 1..61 1..61");
}

#[test]
fn equal_rows_stay_as_the_score_file_has_them() {
    let ranking = ranked(group(with(|_| {}), &["1 1", "m 1", "2 2", "1 1", "3 3"]));
    assert_eq!(order(&ranking), [4, 2, 0, 3, 1]);
}

#[test]
fn what_a_cell_says_beside_its_number_is_kept() {
    let mut group = group(with(|_| {}), &["1 1", "2 ~"]);
    let flags = Flags { provisional: true, ..Flags::default() };
    extra(&mut group, "a", 0, CellExtra { flags, ..CellExtra::default() });
    let limits = CellExtra { min: Some(number("10")), max: Some(number("12.5")), ..CellExtra::default() };
    extra(&mut group, "b", 1, limits);
    let ranking = ranked(group);
    assert_eq!(ranking.columns[0].standing(0).flags, flags);
    let cell = ranking.columns[1].standing(1);
    assert_eq!((cell.score, cell.score_basis), (Known::Between(10.into(), number("12.5")), Some(Basis::Scored)));
    assert_eq!(scores(&ranking, 2), "2 12..14.5");
}

#[test]
fn numbers_beyond_28_digits_are_told_and_no_panic() {
    let huge = "79228162514264337593543950335";
    let ranking = ranked(group(scheme(&["a", "b"]), &[&format!("{huge} {huge}"), "1 1"]));
    assert_eq!(scores(&ranking, 2), "? 2");
    assert_eq!((ranking.failures, ranking.clashes.len()), (vec![(Column::at(2), Row::at(0))], 0));
}

#[test]
fn a_withheld_cell_that_others_give_away_is_told() {
    let revealed = |rows: &[&str]| ranked(group(scheme(&["a max=20", "b max=10"]), rows)).revealed;
    assert_eq!(revealed(&["18 w 27.5", "20 8"]), [(Column::at(1), Row::at(0))]);
    assert_eq!(revealed(&["18 w", "20 8"]), []);
    assert_eq!(revealed(&["w w 27.5", "20 8"]), []);
    assert_eq!(revealed(&["18 9.5 w", "20 8"]), [(Column::at(2), Row::at(0))]);
    assert_eq!(revealed(&["w w 30", "20 8"]), [(Column::at(0), Row::at(0)), (Column::at(1), Row::at(0))]);
}

#[test]
fn a_withheld_cell_is_found_through_every_rule_that_makes_the_whole() {
    let case = |change: fn(&mut Scheme), parts: &[&str], rows: &[&str], columns: &[usize]| {
        let mut scheme = scheme(parts);
        scheme.decimals = Some(1);
        scheme.criteria.iter_mut().for_each(|criterion| criterion.decimals = Some(1));
        change(&mut scheme);
        let expected: Vec<(Column, Row)> = columns.iter().map(|&column| (Column::at(column), Row::at(0))).collect();
        assert_eq!(ranked(group(scheme, rows)).revealed, expected, "{parts:?} {rows:?}");
    };
    let parts = ["x max=10", "z max=10", "v max=10"];
    let rescale: fn(&mut Scheme) = |scheme| scheme.exempt = Exempt::Rescale;
    case(rescale, &parts, &["w x 4 15", "9 4 3"], &[0]);
    case(rescale, &parts, &["w x ~ 15", "9 4 3"], &[]);
    case(rescale, &parts, &["w x w 15", "9 4 3"], &[]);
    case(rescale, &parts, &["w x 4", "9 4 3"], &[]);
    // A mean that is printed without decimals leaves several scores; with enough of them, one.
    let mean: fn(&mut Scheme) = |scheme| (scheme.total, scheme.exempt) = (Aggregate::Mean, Exempt::Rescale);
    case(mean, &parts, &["w x 4 5", "9 4 3"], &[]);
    case(mean, &parts, &["w x 4 5.05", "9 4 3"], &[0]);
    // √(x · 4) = 4.9 holds for x = 6.0; 4.90 for it alone, 5 for others too.
    let geometric: fn(&mut Scheme) = |scheme| scheme.total = Aggregate::GeometricMean;
    case(geometric, &parts[..2], &["w 4 4.90", "9 4"], &[0]);
    case(geometric, &parts[..2], &["w 4 5", "9 4"], &[]);
    // Points of raw values: (x − 0) / (50 − 0) × 100 = 42 is x = 21.
    let goalposts: fn(&mut Scheme) = |scheme| {
        let (low, high, to) = (Some(Decimal::ZERO), Some(Decimal::from(50)), Decimal::ONE_HUNDRED);
        let rule = Normalise { method: Method::Goalposts, lower_is_better: false, low, high, log: false, to };
        scheme.criteria[0].normalise = Some(rule);
    };
    case(goalposts, &["x", "v max=10"], &["w 4 46", "9 4"], &[0]);
    case(goalposts, &["x", "v max=10"], &["w 4 104", "9 4"], &[]);
    // Between the values of the others, 20 and 40, a half of the points is 30.
    let min_max: fn(&mut Scheme) = |scheme| {
        let (low, high, to) = (None, None, Decimal::ONE_HUNDRED);
        let rule = Normalise { method: Method::MinMax, lower_is_better: true, low, high, log: false, to };
        scheme.criteria[0].normalise = Some(rule);
    };
    case(min_max, &["x", "v max=10"], &["w 4 54", "20 4", "40 5"], &[0]);
    // The total of another unit tells where the end of the scale is: half of the points between 20 and 40 has 30.
    case(min_max, &["x", "v max=10"], &["w 4", "20 4", "30 4 54"], &[0]);
    case(min_max, &["x", "v max=10"], &["w 4", "20 4", "40 5 5"], &[]);
    // 30 of 100 points for the best, 90, is 27; 10 has 50 points where the best is 20.
    let best: fn(&mut Scheme) = |scheme| {
        let (low, high, to) = (None, None, Decimal::ONE_HUNDRED);
        let rule = Normalise { method: Method::Best, lower_is_better: false, low, high, log: false, to };
        scheme.criteria[0].normalise = Some(rule);
    };
    case(best, &["x", "v max=10"], &["w 4 34", "10 4", "90 5"], &[0]);
    case(best, &["x", "v max=10"], &["w 4", "10 4 54"], &[0]);
    case(best, &["x", "v max=10"], &["w 4", "10 4 54", "20 4"], &[]);
    // Beside 20 and 40 the value 30 has a distance of 0 from the mean, and they have −1 and 1. For the 20 so does 60, and for
    // the 40 so does 0: only both of them together tell.
    let z_score: fn(&mut Scheme) = |scheme| {
        let (low, high, to) = (None, None, Decimal::ONE_HUNDRED);
        let rule = Normalise { method: Method::ZScore, lower_is_better: false, low, high, log: false, to };
        scheme.criteria[0].normalise = Some(rule);
    };
    case(z_score, &["x", "v max=10"], &["w 4 4", "20 4", "40 5"], &[0]);
    case(z_score, &["x", "v max=10"], &["w 4", "20 4 -96", "40 5 105"], &[0]);
    case(z_score, &["x", "v max=10"], &["w 4", "20 4 -96", "40 5"], &[]);
    case(z_score, &["x", "v max=10"], &["w 4", "20 4", "40 5 105"], &[]);
    case(z_score, &["x", "v max=10"], &["w 4", "20 4", "40 5"], &[]);
}

#[test]
fn the_work_for_withheld_cells_grows_as_their_number() {
    use crate::rankings::{inverse::Inverse, sheet::Sheet};
    let work = |n: usize| {
        let mut scheme = scheme(&["x max=10", "z max=10", "v max=10"]);
        scheme.exempt = Exempt::Rescale;
        let group = group(scheme, &vec!["~ x 4 15"; n]);
        let sheet = Sheet::of(&group);
        let mut inverse = Inverse::new(&sheet);
        assert!((0..n).all(|row| inverse.has_one(Column::at(0), row)));
        inverse.n_made
    };
    assert_eq!(work(400), 4 * work(100));
}

#[test]
fn a_formula_without_an_answer_is_told_of_each_unit() {
    let rule = |method, log| {
        let to = Decimal::ONE_HUNDRED;
        let normalise = Normalise { method, lower_is_better: false, low: None, high: None, log, to };
        with(|s| s.criteria[0].normalise = Some(normalise))
    };
    for (method, log, rows, expected) in [
        (Method::MinMax, false, ["2 3", "2 2"], vec![0, 1]),
        (Method::ZScore, true, ["0 3", "2 2"], vec![0, 1]),
        (Method::None, true, ["0 3", "2 2"], vec![0]),
        (Method::Best, false, ["0 3", "0 2"], vec![0, 1]),
    ] {
        let failures = ranked(group(rule(method, log), &rows)).failures;
        let expected: Vec<(Column, Row)> = expected.into_iter().map(|row| (Column::at(0), Row::at(row))).collect();
        assert_eq!(failures, expected, "{method:?}");
    }
}

/// The maximum that parts make of a total, and nothing where there is none.
#[track_caller]
fn maximum(total: Aggregate, parts: &[&str], expected: &str) {
    let mut scheme = scheme(parts);
    scheme.total = total;
    let made = scheme.made_max(scheme.total_column());
    assert_eq!(made.map_or_else(|| "none".to_owned(), |max| max.to_string()), expected, "{parts:?}");
}

#[test]
fn the_maximum_of_a_whole_is_made_of_those_of_its_parts_as_its_values_are() {
    use Aggregate::{GeometricMean, Given, Mean, Sum};
    let parts = ["p max=10", "q max=4", "r max=50 unscored"];
    maximum(Sum, &parts, "14");
    maximum(Mean, &parts, "7");
    maximum(GeometricMean, &["p max=4", "q max=9"], "6");
    maximum(Given, &parts, "none");
    maximum(Mean, &["p max=10 weight=3", "q max=4"], "8.5");
    maximum(Mean, &["p max=100", "q max=100", "r max=50"], "83.333333333333");
    maximum(GeometricMean, &["p max=100 weight=0.3", "q max=100 weight=0.7"], "100");
    maximum(GeometricMean, &["p max=10", "q max=4"], "6.324555320337");
    for total in [Sum, Mean, GeometricMean] {
        maximum(total, &["p max=10", "q"], "none");
    }
    maximum(Mean, &["p max=10 unscored"], "none");
    let tree = scheme(&["it mean", "p in=it max=10", "q in=it max=4", "r max=3"]);
    assert_eq!([0, 1, 4].map(|column| tree.made_max(Column::at(column))), [Some(number("7")), None, None]);
}

/// A mean of the parts that are there has what these could reach as its maximum, not what all parts could.
#[test]
fn a_mean_without_some_of_its_parts_has_a_maximum_of_its_own() {
    let maxima = |parts: &[&str], total: Aggregate, rows: &[&str]| {
        let mut scheme = scheme(parts);
        (scheme.total, scheme.exempt) = (total, Exempt::Rescale);
        // As it is read: what is made of parts has the maximum that they make.
        for made in scheme.criterion_columns().rev().filter(|&column| scheme.is_made(column)).collect::<Vec<_>>() {
            scheme.criteria[made].max = scheme.made_max(made);
        }
        scheme.max = scheme.made_max(scheme.total_column());
        let (column, n) = (scheme.total_column(), rows.len());
        let ranking = ranked(group(scheme, rows));
        let total = &ranking.columns[column];
        let told = (0..n).map(|row| total.standing(row).maximum.map_or_else(String::new, |max| max.to_string()));
        (told.collect::<Vec<_>>().join(" "), total.has_one_maximum)
    };
    let parts = ["x max=10", "z max=20 weight=2", "w max=30"];
    let rows = ["5 10 15", "x 20 30", "10 x 30", "x x 12"];
    assert_eq!(maxima(&parts, Aggregate::Mean, &rows), ("20 23.333333333333 20 30".to_owned(), false));
    assert_eq!(maxima(&parts, Aggregate::Sum, &rows), ("80 80 80 80".to_owned(), true));
    assert_eq!(maxima(&parts, Aggregate::Mean, &rows[..1]), ("20".to_owned(), true));
    // A unit to which nothing applies has no total, and takes nothing from what is said of all.
    assert_eq!(maxima(&parts, Aggregate::Mean, &["5 10 15", "x x x"]), ("20 20".to_owned(), true));
    let root = maxima(&["x max=4", "z max=9"], Aggregate::GeometricMean, &["4 9", "x 9"]);
    assert_eq!(root, ("6 9".to_owned(), false));
    // The sum of a mean that lost a part and of another criterion.
    let tree = ["it mean", "p in=it max=10", "q in=it max=4", "r max=3"];
    assert_eq!(maxima(&tree, Aggregate::Sum, &["~ 5 4 1", "~ 10 x 1"]), ("10 13".to_owned(), false));
}

#[test]
fn a_group_without_units_or_criteria_is_ranked_all_the_same() {
    assert_eq!(order(&ranked(group(scheme(&[]), &["", ""]))), [0, 1]);
    assert!(ranked(group(scheme(&["a"]), &[])).order.is_empty());
}
