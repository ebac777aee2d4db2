//! Values that are known beside values that are known only to lie between two ends.

use super::axis;
use super::canvas::{Canvas, Plot, TextAnchor};
use super::text::{LINE, name_and_label, width_bold};
use super::{ChartFrame, Size};

/// The chart.
#[derive(Clone, Debug)]
pub(crate) struct Intervals {
    /// What it is called.
    pub frame: ChartFrame,
    /// Where the axis begins.
    pub low: f64,
    /// Where the axis ends.
    pub high: f64,
    /// Values of the axis with their words.
    pub ticks: Vec<(f64, String)>,
    /// A row for each unit.
    pub rows: Vec<IntervalRow>,
}

/// One unit.
#[derive(Clone, Debug)]
pub(crate) struct IntervalRow {
    /// Its name.
    pub name: String,
    /// What is known of its value.
    pub value: IntervalValue,
    /// The same in words.
    pub label: String,
}

/// What is known of a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum IntervalValue {
    /// Exactly this.
    Exact(f64),
    /// From the first to the second, both possible.
    Between(f64, f64),
    /// Nothing.
    Unknown,
}

/// The width of names beside the plot.
const NAMES: f64 = 250.0;
/// Above the first row: the words of the axis.
const TOP: f64 = 26.0;
/// The height of a box.
const BOX: f64 = 14.0;

/// Draws the chart; nothing where there is no row.
#[must_use]
pub(crate) fn intervals(chart: &Intervals, size: Size) -> String {
    if chart.rows.is_empty() {
        return String::new();
    }
    let (left, limit, room) = match size {
        Size::Wide => (NAMES, NAMES - 14.0, 220.0),
        Size::Narrow => (8.0, size.width() - 2.0, 120.0),
    };
    let rows: Vec<(Vec<String>, Option<&str>)> =
        chart.rows.iter().map(|row| name_and_label(&row.name, Some(&row.label), limit, room)).collect();
    let label = rows.iter().filter_map(|(_, label)| *label).map(width_bold).fold(0.0, f64::max);
    let right = size.width() - label - 16.0;
    let heights: Vec<f64> = rows.iter().map(|(lines, _)| height_of(size, lines.len())).collect();
    let height = TOP + heights.iter().sum::<f64>() + 4.0;
    let canvas = Canvas::new(&chart.frame, size, height, Plot { left, right, low: chart.low, high: chart.high });
    axis::draw(&canvas, size, &chart.ticks, (TOP - 6.0, height - 4.0), TOP - 10.0);
    let mut y = TOP;
    for ((row, (lines, label)), height) in chart.rows.iter().zip(&rows).zip(&heights) {
        draw_row(&canvas, size, row, (lines, *label), (y, *height));
        y += height;
    }
    canvas.finish()
}

fn height_of(size: Size, lines: usize) -> f64 {
    let text = LINE * lines as f64;
    if size == Size::Wide { (text + 8.0).max(30.0) } else { text + BOX + 13.0 }
}

fn draw_row(
    canvas: &Canvas,
    size: Size,
    row: &IntervalRow,
    (lines, label): (&[String], Option<&str>),
    (y, height): (f64, f64),
) {
    let text = LINE * lines.len() as f64;
    let (x, first, anchor, middle) = match size {
        Size::Wide => (NAMES - 10.0, y + (height - text) / 2.0 + 11.5, TextAnchor::End, y + height / 2.0),
        Size::Narrow => (0.0, y + 12.0, TextAnchor::Start, y + text + 4.0 + BOX / 2.0),
    };
    for (i, line) in lines.iter().enumerate() {
        canvas.text(x, first + LINE * i as f64, anchor, "", line);
    }
    let tip = if size == Size::Wide { format!("{}: {}", row.name, row.label) } else { String::new() };
    let (end, class) = match row.value {
        IntervalValue::Exact(value) => {
            canvas.dot(value, middle, 5.5, "v", &tip);
            (canvas.x(value) + 6.0, "tb")
        }
        IntervalValue::Between(low, high) => {
            canvas.hatch(low, high, middle - BOX / 2.0, BOX, &tip);
            (canvas.x(high).max(canvas.x(low) + 1.0), "t2")
        }
        IntervalValue::Unknown => (if size == Size::Wide { NAMES } else { 0.0 }, "t2"),
    };
    if let Some(label) = label {
        canvas.text(end + 6.0, middle + 4.5, TextAnchor::Start, class, label);
    }
}

#[cfg(test)]
mod tests {
    use super::{IntervalRow, IntervalValue, Intervals, intervals};
    use crate::charts::{ChartFrame, Size};

    #[test]
    fn known_values_are_dots_and_others_are_boxes() {
        let row = |value, label: &str| IntervalRow { name: "A".into(), value, label: label.into() };
        let rows = vec![
            row(IntervalValue::Exact(50.0), "50"),
            row(IntervalValue::Between(25.0, 75.0), "25"),
            row(IntervalValue::Unknown, "…"),
        ];
        let frame = ChartFrame { id: "i".into(), title: "T".into(), description: "D".into() };
        let svg = intervals(&Intervals { frame, low: 0.0, high: 100.0, ticks: Vec::new(), rows }, Size::Wide);
        assert_eq!((svg.matches("<circle").count(), svg.matches("url(#hatch)").count()), (1, 1));
        assert!(svg.contains("<circle cx=\"468.55\" cy=\"41\" r=\"5.5\" class=\"v\">"), "{svg}");
        assert!(svg.contains("<text x=\"256\" y=\"105.5\" class=\"t2\">…</text>"), "{svg}");
    }
}
