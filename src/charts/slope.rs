//! Values in two editions on one scale: who gained, who lost. Equal values share a label; labels are pushed apart, never
//! swapped; what cannot be compared is not joined.

use rust_decimal::Decimal;

use super::axis::pixel;
use super::canvas::{Canvas, Plot, TextAnchor};
use super::labels::{APART, spread};
use super::text::{width, wrap};
use super::{ChartFrame, Size};

/// The chart.
#[derive(Clone, Debug)]
pub(crate) struct Slope {
    /// What it is called.
    pub frame: ChartFrame,
    /// The earlier edition in words.
    pub before: String,
    /// The later one.
    pub after: String,
    /// A line for each unit.
    pub rows: Vec<SlopeRow>,
}

/// One unit.
#[derive(Clone, Debug)]
pub(crate) struct SlopeRow {
    /// Its name.
    pub name: String,
    /// Both values in words.
    pub tip: String,
    /// Its earlier value and the same in words; nothing where it is new.
    pub before: Option<(Decimal, String)>,
    /// Its later value; nothing where it is gone.
    pub after: Option<(Decimal, String)>,
    /// Whether the two may be compared: only then a line joins them.
    pub joined: bool,
    /// Whether it is highlighted.
    pub focus: bool,
    /// Whether it has a label; others are thin and grey.
    pub named: bool,
}

/// The least height of the plot, and where it begins.
const PLOT: (f64, f64) = (270.0, 46.0);
/// From an axis to its labels.
const GAP: f64 = 12.0;

/// The label of all rows that share a value: whether it is bold, and its lines.
struct SlopeLabel {
    y: f64,
    focus: bool,
    value: String,
    names: Vec<String>,
}

impl SlopeLabel {
    fn height(&self) -> f64 {
        APART * self.names.len().max(1) as f64
    }
}

/// The two axes, and how values become places from the top.
struct SlopeScale {
    plot: Plot,
    low: f64,
    high: f64,
    height: f64,
}

impl SlopeScale {
    fn y(&self, value: Decimal) -> f64 {
        let share = if self.high > self.low { (self.high - pixel(value)) / (self.high - self.low) } else { 0.5 };
        PLOT.1 + share * self.height
    }
}

/// Draws the chart; nothing where no unit has a value.
#[must_use]
pub(crate) fn slope(chart: &Slope, size: Size) -> String {
    let values =
        || chart.rows.iter().flat_map(|row| row.before.iter().chain(&row.after)).map(|(value, _)| pixel(*value));
    if values().next().is_none() {
        return String::new();
    }
    let (left, right) = if size == Size::Wide { (255.0, 465.0) } else { (122.0, 166.0) };
    let plot = Plot { left, right, low: 0.0, high: 1.0 };
    let (low, high) = values().fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
    let mut scale = SlopeScale { plot, low, high, height: PLOT.0 };
    // Labels that need more room than there is make the plot higher.
    let sides = |scale: &SlopeScale| [labels(chart, size, scale, false), labels(chart, size, scale, true)];
    let need = sides(&scale).iter().map(|side| side.iter().map(SlopeLabel::height).sum::<f64>()).fold(0.0, f64::max);
    scale.height = scale.height.max(need);
    let sides = sides(&scale).map(|side| (tops(&side), side));
    let ends = sides.iter().flat_map(|(tops, side)| tops.iter().zip(side)).map(|(top, label)| top + label.height());
    let height = ends.fold(PLOT.1 + scale.height + 18.0, |height, end| height.max(end + 6.0));
    let canvas = Canvas::new(&chart.frame, size, height, plot);
    for (at, words, anchor) in [(0.0, &chart.before, TextAnchor::End), (1.0, &chart.after, TextAnchor::Start)] {
        canvas.rule(at, 28.0, height - 4.0, "ax0");
        canvas.text(canvas.x(at), 18.0, anchor, "tb", words);
    }
    draw_lines(&canvas, chart, size, &scale);
    for ((tops, side), later) in sides.iter().zip([false, true]) {
        side.iter().zip(tops).for_each(|(label, top)| draw_label(&canvas, &scale, label, *top, later));
    }
    canvas.finish()
}

fn draw_lines(canvas: &Canvas, chart: &Slope, size: Size, scale: &SlopeScale) {
    let line = |row: &SlopeRow| {
        let ends = row.before.iter().map(|(value, _)| (0.0, scale.y(*value)));
        ends.chain(row.after.iter().map(|(value, _)| (1.0, scale.y(*value)))).collect::<Vec<_>>()
    };
    let unnamed = chart.rows.iter().filter(|row| !row.named && row.joined);
    canvas.lines(&unnamed.map(line).collect::<Vec<_>>(), false, "ax0");
    for focus in [false, true] {
        for row in chart.rows.iter().filter(|row| row.named && row.focus == focus) {
            canvas.group(if focus { "s f" } else { "s" }, if size == Size::Wide { &row.tip } else { "" });
            let ends = line(row);
            if row.joined {
                canvas.lines(std::slice::from_ref(&ends), false, "ln");
            }
            canvas.rings(&ends, 5.0);
            canvas.shut();
        }
    }
}

/// The labels of a side from the top, one for each value.
fn labels(chart: &Slope, size: Size, scale: &SlopeScale, later: bool) -> Vec<SlopeLabel> {
    let side = |row: &'_ SlopeRow| if later { row.after.clone() } else { row.before.clone() };
    let mut rows: Vec<(Decimal, String, &SlopeRow)> = chart
        .rows
        .iter()
        .filter(|row| row.named)
        .filter_map(|row| side(row).map(|(value, words)| (value, words, row)))
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.0));
    let room = if later { size.width() - scale.plot.right } else { scale.plot.left } - GAP - 2.0;
    rows.chunk_by(|a, b| a.0 == b.0)
        .map(|equal| {
            let names: Vec<&str> = equal.iter().map(|(_, _, row)| row.name.as_str()).collect();
            let value = equal[0].1.clone();
            let focus = equal.iter().any(|(_, _, row)| row.focus);
            let room = if focus { room / 1.06 } else { room };
            let beside = room - width(&value) - width("\u{2002}");
            SlopeLabel { y: scale.y(equal[0].0), focus, names: fill(&names, beside, room), value }
        })
        .collect()
}

/// Names in lines, the first of them beside the value; where not even one name has room there, it stays empty.
fn fill(names: &[&str], beside: f64, room: f64) -> Vec<String> {
    let fit = (1..=names.len()).rev().find(|&n| {
        let comma = if n < names.len() { "," } else { "" };
        width(&(names[..n].join(", ") + comma)) <= beside
    });
    let first = names[..fit.unwrap_or(0)].join(", ");
    let rest = wrap(&names[fit.unwrap_or(0)..].join(", "), room);
    let comma = if first.is_empty() || rest.is_empty() { "" } else { "," };
    std::iter::once(first + comma).chain(rest).collect()
}

fn tops(labels: &[SlopeLabel]) -> Vec<f64> {
    let wanted: Vec<(f64, f64)> = labels.iter().map(|label| (label.y - APART / 2.0, label.height())).collect();
    spread(&wanted, 28.0)
}

/// A value with its names, the value next to its axis.
fn draw_label(canvas: &Canvas, scale: &SlopeScale, label: &SlopeLabel, top: f64, later: bool) {
    let class = if label.focus { "tb" } else { "" };
    let (x, anchor) =
        if later { (scale.plot.right + GAP, TextAnchor::Start) } else { (scale.plot.left - GAP, TextAnchor::End) };
    let first = top + APART / 2.0 + 4.5;
    for (i, names) in label.names.iter().enumerate() {
        let words = match (i, later, names.is_empty()) {
            (0, _, true) => label.value.clone(),
            (0, true, false) => format!("{}\u{2002}{names}", label.value),
            (0, false, false) => format!("{names}\u{2002}{}", label.value),
            _ => names.clone(),
        };
        canvas.text(x, first + APART * i as f64, anchor, class, &words);
    }
    let middle = top + APART / 2.0;
    if (middle - label.y).abs() > 9.0 {
        let out = if later { 1.0 } else { -1.0 };
        let edge = if later { scale.plot.right } else { scale.plot.left };
        canvas.stroke(&[(edge + out * 6.0, label.y), (x - out * 2.0, middle)], "ax0");
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Slope, SlopeRow, slope};
    use crate::charts::{ChartFrame, Size};

    fn row(name: &str, before: Option<i64>, after: Option<i64>) -> SlopeRow {
        let value = |n: Option<i64>| n.map(|n| (Decimal::new(n, 3), format!("0,{n}")));
        let (before, after) = (value(before), value(after));
        let tip = format!("{name}: tip");
        SlopeRow { name: name.into(), tip, before, after, joined: true, focus: false, named: true }
    }

    fn chart(rows: Vec<SlopeRow>) -> Slope {
        let frame = ChartFrame { id: "s".into(), title: "T".into(), description: "D".into() };
        Slope { frame, before: "2002".into(), after: "2022".into(), rows }
    }

    #[track_caller]
    fn has(svg: &str, part: &str) {
        assert!(svg.contains(part), "{part} is not in {svg}");
    }

    #[test]
    fn both_sides_have_one_scale() {
        let svg = slope(&chart(vec![row("A", Some(900), Some(950)), row("B", Some(925), Some(900))]), Size::Wide);
        has(&svg, "<g class=\"s\"><title>A: tip</title><path d=\"M255 316L465 46\" class=\"ln\"/>");
        has(&svg, "<path d=\"M255 181L465 316\" class=\"ln\"/>");
        has(&svg, "viewBox=\"0 0 720 334\"");
    }

    #[test]
    fn equal_values_share_a_label() {
        let svg = slope(
            &chart(vec![row("Iceland", Some(909), Some(959)), row("Thụy Điển", Some(909), Some(952))]),
            Size::Wide,
        );
        has(&svg, "class=\"e\">Iceland, Thụy Điển\u{2002}0,909</text>");
        has(&svg, ">0,959\u{2002}Iceland</text>");
        assert_eq!(svg.matches("0,909").count(), 1);
    }

    #[test]
    fn the_new_and_the_gone_have_one_dot() {
        let mut rows = vec![row("A", None, Some(950)), row("B", Some(925), None), row("C", Some(900), Some(960))];
        rows[2].joined = false;
        let svg = slope(&chart(rows), Size::Narrow);
        assert_eq!((svg.matches("class=\"ln\"").count(), svg.matches("class=\"ro\"").count()), (0, 3));
        assert_eq!(svg.matches("h0").count(), 2 * (1 + 1 + 2));
    }

    #[test]
    fn close_labels_are_pushed_apart_and_keep_their_order() {
        let svg = slope(
            &chart(vec![row("A", Some(900), Some(950)), row("B", Some(901), Some(700)), row("C", Some(902), None)]),
            Size::Wide,
        );
        // Each wants to stand within 2 units of the next; they stand 17 apart around their middle.
        let at = |name: &str| {
            let end = svg.find(&format!(">{name}\u{2002}0,90")).unwrap();
            let y = svg[..end].rsplit("y=\"").next().unwrap().split('"').next().unwrap();
            y.parse::<f64>().unwrap()
        };
        assert!((at("A") - at("B") - 17.0).abs() < 0.02 && (at("B") - at("C") - 17.0).abs() < 0.02, "{svg}");
    }
}
