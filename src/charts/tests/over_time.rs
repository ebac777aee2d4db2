//! The same check for the charts over years, and that no mark leaves its drawing.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{attribute, faults, frame, name};
use crate::charts::{
    AxisEvent, Bump, BumpLine, BumpPoint, RankPoint, RankYears, Size, Slope, SlopeRow, YearLine, YearPoint, YearTick,
    Years, bump, bump_deep, pick_ranks, rank_years, slope, years,
};

/// Days in order of time, some close together and some far apart.
fn year_ticks(most: usize) -> impl Strategy<Value = Vec<YearTick>> {
    proptest::collection::vec(prop_oneof![4 => Just(365), 1 => 1..3000_i32], 1..most).prop_map(|gaps| {
        let mut day = 0;
        let year_tick = |gap: &i32| {
            day += gap;
            let year = 1990 + day / 365;
            YearTick { day, label: year.to_string(), short: format!("’{:02}", year % 100) }
        };
        gaps.iter().map(year_tick).collect()
    })
}

fn happenings() -> impl Strategy<Value = Vec<(f64, String)>> {
    proptest::collection::vec((0.0_f64..1.0, name()), 0..4)
}

/// Happenings between the first and the last year, in order of time.
fn placed(happenings: &[(f64, String)], year_ticks: &[YearTick]) -> Vec<AxisEvent> {
    let (low, high) = (year_ticks[0].day, year_ticks[year_ticks.len() - 1].day);
    let day = |share: f64| low + (f64::from(high - low) * share) as i32;
    let mut placed: Vec<AxisEvent> =
        happenings.iter().map(|(share, words)| AxisEvent { day: day(*share), words: words.clone() }).collect();
    placed.sort_by_key(|happening| happening.day);
    placed
}

/// What is wrong with the places of lines: those outside the drawing, by a little more than a ring.
fn strays(svg: &str) -> Vec<String> {
    let view: Vec<f64> =
        attribute(svg, "viewBox").unwrap_or_default().split(' ').filter_map(|n| n.parse().ok()).collect();
    let mut strays = Vec::new();
    for d in svg.match_indices(" d=\"").filter_map(|(at, found)| svg[at + found.len()..].split('"').next()) {
        for (at, command) in d.match_indices(['M', 'L', 'H', 'V']) {
            let numbers = d[at + 1..].split(|c: char| c.is_ascii_alphabetic()).next().unwrap_or_default();
            let numbers: Vec<f64> = numbers.split_whitespace().filter_map(|n| n.parse().ok()).collect();
            let inside = |n: f64, end: f64| (-0.5..=end + 0.5).contains(&n);
            let stays = match (command, &numbers[..]) {
                ("H", [x]) => inside(*x, view[2]),
                ("V", [y]) => inside(*y, view[3]),
                (_, [x, y]) => inside(*x, view[2]) && inside(*y, view[3]),
                _ => false,
            };
            if !stays {
                strays.push(format!("{command} {numbers:?} leaves {view:?}"));
            }
        }
    }
    strays
}

#[track_caller]
fn check(svg: &str) -> Result<(), TestCaseError> {
    prop_assert_eq!(faults(svg), Vec::<String>::new());
    prop_assert_eq!(strays(svg), Vec::<String>::new());
    // 13 units is the one size of text in a chart.
    prop_assert!(!svg.contains("font") && !svg.contains("scale"));
    let decimals = svg.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(|n| n.split_once('.'));
    prop_assert!(decimals.into_iter().all(|(_, decimals)| decimals.len() <= 2));
    Ok(())
}

fn bump_chart() -> impl Strategy<Value = Bump> {
    let point = (0..40_u32, any::<bool>(), 0..6);
    let line = (name(), any::<bool>(), proptest::collection::vec(point, 34));
    let lines = proptest::collection::vec(line, 1..30);
    (year_ticks(34), lines, happenings(), 1..40_u32).prop_map(|(editions, lines, breaks, most)| {
        let lines = lines.into_iter().map(|(name, focus, points)| {
            let points = points.into_iter().take(editions.len()).enumerate().filter(|(_, (_, _, kind))| *kind > 0);
            let points: Vec<BumpPoint> = points
                .map(|(edition, (rank, tied, kind))| {
                    let rank = rank % most + 1;
                    let words = format!("{}{rank}", if tied { "=" } else { "" });
                    BumpPoint { edition, halves: rank + 1, words, tied, broken: (kind == 1).then(|| "why".to_owned()) }
                })
                .collect();
            let (entered, left) = (Some("từ 2000".to_owned()), Some(name.clone()));
            BumpLine { name, tip: "tip".into(), focus, points, entered, left }
        });
        Bump { frame: frame(), lines: lines.collect(), breaks: placed(&breaks, &editions), editions }
    })
}

fn slope_chart() -> impl Strategy<Value = Slope> {
    let value = || proptest::option::of((0..1000_i64, any::<bool>()));
    let row = (name(), value(), value(), any::<bool>(), 0..5, 0..4);
    proptest::collection::vec(row, 1..40).prop_map(|rows| {
        let value = |value: Option<(i64, bool)>| {
            // Some values are shared by many.
            let exact = value.map(|(n, round)| if round { n / 250 * 250 } else { n });
            exact.map(|n| (Decimal::new(n, 3), format!("0,{n:03}")))
        };
        let rows = rows.into_iter().map(|(name, before, after, joined, focus, named)| SlopeRow {
            tip: name.clone(),
            name,
            before: value(before),
            after: value(after),
            joined: joined && before.is_some() && after.is_some(),
            focus: focus == 0,
            named: named > 0,
        });
        Slope { frame: frame(), before: "2002".into(), after: "2022".into(), rows: rows.collect() }
    })
}

fn years_chart() -> impl Strategy<Value = Years> {
    let points = || proptest::collection::vec((0..1000_i64, 0..9), 40);
    (year_ticks(40), happenings(), happenings(), points(), proptest::option::of(points()), name(), name()).prop_map(
        |(year_ticks, breaks, events, unit, mean, label, other)| {
            let line = |points: Vec<(i64, i32)>, label: String| {
                let points =
                    year_ticks.iter().zip(points).filter(|(_, (_, kind))| *kind > 0).map(|(year_tick, (n, kind))| {
                        let (low, high) = (n, if kind == 1 { 1000 } else { n });
                        let [low, high] = [low, high].map(|n| Decimal::new(n, 3));
                        YearPoint { day: year_tick.day, low, high, tip: "tip".into(), joined: kind > 2 }
                    });
                YearLine { label, tip: "tip".into(), points: points.collect() }
            };
            let ticks = (0..=4).map(|i| (Decimal::new(i * 25, 2), format!("{}", i * 25))).collect();
            let (line, mean) = (line(unit, label), mean.map(|points| line(points, other)));
            let (breaks, events) = (placed(&breaks, &year_ticks), placed(&events, &year_ticks));
            Years {
                frame: frame(),
                low: Decimal::ZERO,
                high: Decimal::ONE,
                ticks,
                year_ticks,
                breaks,
                events,
                line,
                mean,
            }
        },
    )
}

fn rank_chart() -> impl Strategy<Value = RankYears> {
    let points = proptest::collection::vec((1..200_u32, 1..200_u32, 0..9), 40);
    (year_ticks(40), happenings(), happenings(), points, name(), 1..200_u32).prop_map(
        |(year_ticks, breaks, events, points, label, last)| {
            let points = year_ticks.iter().zip(points).filter(|(_, (_, _, kind))| *kind > 0);
            let points = points.map(|(year_tick, (a, b, kind))| {
                let (a, b) = (a.min(last), if kind > 3 { a } else { b }.min(last));
                RankPoint {
                    day: year_tick.day,
                    best: a.min(b) + 1,
                    worst: a.max(b) + 1,
                    tip: "tip".into(),
                    joined: kind % 2 == 0,
                }
            });
            let points = points.collect();
            let ticks = pick_ranks(last).into_iter().map(|rank| (rank, rank.to_string())).collect();
            let (breaks, events) = (placed(&breaks, &year_ticks), placed(&events, &year_ticks));
            RankYears { frame: frame(), ticks, year_ticks, breaks, events, label, tip: "tip".into(), points }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn labels_of_bumps_stay_apart(chart in bump_chart()) {
        for size in [Size::Wide, Size::Narrow] {
            let svg = bump(&chart, size);
            prop_assert_eq!(svg.is_empty(), bump_deep(&chart).named == 0);
            if !svg.is_empty() {
                check(&svg)?;
            }
        }
    }

    #[test]
    fn labels_of_slopes_stay_apart(chart in slope_chart()) {
        for size in [Size::Wide, Size::Narrow] {
            let svg = slope(&chart, size);
            if !svg.is_empty() {
                check(&svg)?;
            }
        }
    }

    #[test]
    fn labels_of_values_over_years_stay_apart(chart in years_chart()) {
        for size in [Size::Wide, Size::Narrow] {
            let svg = years(&chart, size);
            if !svg.is_empty() {
                check(&svg)?;
            }
        }
    }

    #[test]
    fn labels_of_ranks_over_years_stay_apart(chart in rank_chart()) {
        for size in [Size::Wide, Size::Narrow] {
            let svg = rank_years(&chart, size);
            if !svg.is_empty() {
                check(&svg)?;
            }
        }
    }
}

#[test]
fn a_line_that_leaves_its_drawing_is_found() {
    let stray = |d: &str| strays(&format!("<svg viewBox=\"0 0 100 50\"><path d=\"{d}\" class=\"ln\"/></svg>")).len();
    assert_eq!((stray("M0 0L100 50"), stray("M0 0L101 50"), stray("M0 51H20"), stray("M5 5H120M3 3h0")), (0, 1, 1, 1));
}
