//! A check of the drawings themselves: over many random charts, no two labels touch and none leaves the drawing.

mod over_time;

use proptest::prelude::*;

use super::text::{width, width_bold};
use super::{
    BarEnd, ChartFrame, Dot, IntervalRow, IntervalValue, Intervals, Profile, ProfileRow, Size, Slice, Span, Stacked,
    StackedRow, Strip, intervals, pick_ticks, profile, stacked, strip,
};

/// A label as it stands in a drawing.
#[derive(Debug)]
struct Label {
    words: String,
    left: f64,
    right: f64,
    baseline: f64,
}

/// How far letters rise above the baseline and fall below it, marks of Vietnamese included, at 13 units.
const RISE: (f64, f64) = (10.5, 2.5);

/// The value of an attribute in a tag.
fn attribute<'s>(tag: &'s str, name: &str) -> Option<&'s str> {
    let from = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[from..].split('"').next()
}

/// The labels of a drawing.
fn labels(svg: &str) -> Vec<Label> {
    let texts = svg.match_indices("<text").filter_map(|(at, _)| {
        let (tag, rest) = svg[at..].split_once('>')?;
        let words = rest.split("</text>").next()?.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
        let classes: Vec<&str> = attribute(tag, "class").unwrap_or_default().split(' ').collect();
        let centred = ["mi", "od", "ow"].iter().any(|class| classes.contains(class));
        let bold = ["tb", "od", "ow"].iter().any(|class| classes.contains(class));
        let wide = if bold { width_bold(&words) } else { width(&words) };
        let x: f64 = attribute(tag, "x")?.parse().ok()?;
        let left = if centred { x - wide / 2.0 } else { x - if classes.contains(&"e") { wide } else { 0.0 } };
        Some(Label { words, left, right: left + wide, baseline: attribute(tag, "y")?.parse().ok()? })
    });
    texts.collect()
}

/// What is wrong with the labels of a drawing.
fn faults(svg: &str) -> Vec<String> {
    let Some(view) = attribute(svg, "viewBox") else { return vec![format!("no viewBox: {svg}")] };
    let ends: Vec<f64> = view.split(' ').filter_map(|n| n.parse().ok()).collect();
    let labels = labels(svg);
    let mut faults = Vec::new();
    for (i, a) in labels.iter().enumerate() {
        let (top, bottom) = (a.baseline - RISE.0, a.baseline + RISE.1);
        if a.left < -0.5 || a.right > ends[2] + 0.5 || top < -0.5 || bottom > ends[3] + 0.5 {
            faults.push(format!("leaves {view}: {a:?}"));
        }
        for b in &labels[i + 1..] {
            let apart = (a.baseline - b.baseline).abs() >= RISE.0 + RISE.1;
            if !apart && a.left < b.right - 0.01 && b.left < a.right - 0.01 {
                faults.push(format!("{:?} touches {:?} ({a:?}, {b:?})", a.words, b.words));
            }
        }
    }
    if svg.contains("NaN") || svg.contains("inf") || svg.contains("width=\"-") || svg.contains("h--") {
        faults.push("a number is not one".to_owned());
    }
    faults
}

fn frame() -> ChartFrame {
    ChartFrame { id: "x".into(), title: "T".into(), description: "D".into() }
}

fn name() -> impl Strategy<Value = String> {
    const WORDS: [&str; 10] =
        ["Sở", "Ủy", "ban", "nhân", "dân", "Mường", "Nghiệp", "Truyền", "Wwwwwmmmmmmmmmmmmmmmmmmmmmmm@@@@@@@@@", "và"];
    proptest::collection::vec(proptest::sample::select(&WORDS[..]), 1..25).prop_map(|words| words.join(" "))
}

fn ticks(low: f64, high: f64) -> Vec<(f64, String)> {
    pick_ticks(low, high).into_iter().map(|tick| (tick, format!("{tick}"))).collect()
}

/// The ends of an axis, from tiny to huge.
fn axis() -> impl Strategy<Value = (f64, f64)> {
    (-5.0_f64..6.0, 0.0_f64..1.0, any::<bool>()).prop_map(|(power, low, zero)| {
        let high = 10_f64.powf(power);
        (if zero { 0.0 } else { -low * high }, high)
    })
}

fn stacked_chart() -> impl Strategy<Value = Stacked> {
    let row =
        (name(), proptest::collection::vec(0.0_f64..0.2, 0..9), 0..5, 0.0_f64..1.0, "[0-9.,]{0,28}", any::<bool>());
    (axis(), proptest::collection::vec(row, 1..45)).prop_map(|((low, high), rows)| {
        let rows = rows.into_iter().map(|(name, parts, rest, to, label, known)| {
            let sum: f64 = parts.iter().sum::<f64>().min(1.0);
            let parts: Vec<Slice> = parts
                .iter()
                .zip("ABCDE    ".chars())
                .map(|(value, colour)| Slice { colour, letter: "AB".into(), value: value * high * sum / sum.max(2.0) })
                .collect();
            let (to, known_to) = (to.max(sum) * high, known);
            let rest = match rest {
                0 => BarEnd::None,
                1 => BarEnd::Hatch(to),
                2 => BarEnd::Whisker(sum * high, to),
                3 => BarEnd::Reach(to),
                _ => BarEnd::Moved(to * if known_to { 1.0 } else { low / high }),
            };
            StackedRow { name, tip: "tip".into(), parts, rest, label: Some(label).filter(|l| !l.is_empty()), known }
        });
        Stacked { frame: frame(), low, high, ticks: ticks(low, high), rows: rows.collect() }
    })
}

fn profile_chart() -> impl Strategy<Value = Profile> {
    let row = (name(), "[A-Z]{0,2}", [0.0_f64..1.0, 0.0_f64..1.0, 0.0_f64..1.0], "[0-9., a-hj-z]{1,40}", any::<bool>());
    (axis(), proptest::collection::vec(row, 1..17)).prop_map(|((low, high), rows)| {
        let rows = rows.into_iter().map(|(name, letter, [score, mean, best], label, known)| ProfileRow {
            colour: letter.chars().next().unwrap_or(' '),
            letter,
            name,
            max: Some(high * best),
            score: Some(score * high * best),
            open: (!known).then_some(high * best),
            mean: known.then_some(mean * high),
            best: known.then_some(best * high),
            label,
            known,
            tip: "tip".into(),
        });
        Profile { frame: frame(), low, high, rows: rows.collect() }
    })
}

fn strip_chart() -> impl Strategy<Value = Strip> {
    let dots = proptest::collection::vec((0.0_f64..1.0, 0..4), 1..500);
    let spans = proptest::collection::vec((0.0_f64..1.0, 0.0_f64..1.0), 0..100);
    (axis(), dots, spans, name(), name(), any::<bool>()).prop_map(|((low, high), dots, spans, first, last, median)| {
        let at = |share: f64| low + share * (high - low);
        // Some values are shared by many, as scores are.
        let mut dots: Vec<Dot> = dots
            .into_iter()
            .map(|(share, kind)| if kind == 0 { share } else { (share * 4.0).round() / 4.0 })
            .map(|share| Dot { value: at(share), tip: "tip".into(), label: None, filled: false })
            .collect();
        dots[0].label = Some(first);
        let n = dots.len();
        if n > 1 {
            dots[n - 1].label = Some(last);
        }
        let spans = spans.into_iter().map(|(a, b)| Span { from: at(a.min(b)), to: at(a.max(b)), tip: "tip".into() });
        let median = median.then(|| (at(0.5), "trung vị 123456,5".to_owned()));
        Strip { frame: frame(), low, high, ticks: ticks(low, high), dots, spans: spans.collect(), median }
    })
}

fn interval_chart() -> impl Strategy<Value = Intervals> {
    let row = (name(), 0.0_f64..1.0, 0.0_f64..1.0, 0..3, "[0-9,–]{1,40}");
    (axis(), proptest::collection::vec(row, 1..30)).prop_map(|((low, high), rows)| {
        let at = |share: f64| low + share * (high - low);
        let rows = rows.into_iter().map(|(name, a, b, kind, label)| {
            let value = match kind {
                0 => IntervalValue::Exact(at(a)),
                1 => IntervalValue::Between(at(a.min(b)), at(a.max(b))),
                _ => IntervalValue::Unknown,
            };
            IntervalRow { name, value, label }
        });
        Intervals { frame: frame(), low, high, ticks: ticks(low, high), rows: rows.collect() }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn labels_of_bars_stay_apart(chart in stacked_chart()) {
        for size in [Size::Wide, Size::Narrow] {
            prop_assert_eq!(faults(&stacked(&chart, size)), Vec::<String>::new());
        }
    }

    #[test]
    fn labels_of_profiles_stay_apart(chart in profile_chart()) {
        for size in [Size::Wide, Size::Narrow] {
            prop_assert_eq!(faults(&profile(&chart, size)), Vec::<String>::new());
        }
    }

    #[test]
    fn labels_of_strips_stay_apart(chart in strip_chart()) {
        for size in [Size::Wide, Size::Narrow] {
            let svg = strip(&chart, size);
            prop_assert_eq!(faults(&svg), Vec::<String>::new());
            prop_assert!(svg.len() <= 10_000, "{} bytes", svg.len());
        }
    }

    #[test]
    fn labels_of_intervals_stay_apart(chart in interval_chart()) {
        for size in [Size::Wide, Size::Narrow] {
            prop_assert_eq!(faults(&intervals(&chart, size)), Vec::<String>::new());
        }
    }
}

#[test]
fn a_label_over_another_is_found() {
    let svg = "<svg viewBox=\"0 0 100 50\"><text x=\"0\" y=\"20\">Sở Y tế</text><text x=\"9\" y=\"24\">Sở</text>\
               <text x=\"90\" y=\"40\">Sở Y tế</text></svg>";
    assert_eq!(faults(svg).len(), 2, "{:?}", faults(svg));
}

#[track_caller]
fn case(low: f64, high: f64, expected: &str) {
    assert_eq!(format!("{:?}", pick_ticks(low, high)), expected);
}

#[test]
fn ticks_are_round() {
    case(0.0, 100.0, "[0.0, 25.0, 50.0, 75.0, 100.0]");
    case(0.0, 24.0, "[0.0, 10.0, 20.0]");
    case(0.0, 14.0, "[0.0, 5.0, 10.0]");
    case(60.0, 100.0, "[60.0, 70.0, 80.0, 90.0, 100.0]");
    case(0.0, 1.0, "[0.0, 0.25, 0.5, 0.75, 1.0]");
    case(0.3, 0.9, "[0.4, 0.6, 0.8]");
    case(5.0, 5.0, "[5.0]");
}
