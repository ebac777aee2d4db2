//! Stacked bars by criterion, in the order of the ranking: known parts from the left, then what is known of the rest.

use super::canvas::{Anchor, Canvas, Plot};
use super::text::{LINE, width, wrap};
use super::{Frame, Size};

/// The chart.
#[derive(Clone, Debug)]
pub struct Stacked {
    /// What it is called.
    pub frame: Frame,
    /// The end of the axis, which begins at 0.
    pub max: f64,
    /// Values of the axis with their words.
    pub ticks: Vec<(f64, String)>,
    /// A bar for each unit or criterion.
    pub rows: Vec<StackedRow>,
}

/// One bar.
#[derive(Clone, Debug)]
pub struct StackedRow {
    /// Whose it is.
    pub name: String,
    /// Known parts, from the left.
    pub parts: Vec<Part>,
    /// What is known of the rest.
    pub rest: Rest,
    /// The figure at its end.
    pub label: Option<String>,
    /// Whether the figure is exactly known.
    pub known: bool,
    /// The maximum of this bar alone, as an outline.
    pub outline: Option<f64>,
}

/// A known part.
#[derive(Clone, Debug)]
pub struct Part {
    /// `A` to `E` have colours of their own; a blank has the colour of all data.
    pub letter: char,
    /// How long it is.
    pub value: f64,
    /// Its words.
    pub tip: String,
}

/// What is known of the rest of a bar.
#[derive(Clone, Debug, PartialEq)]
pub enum Rest {
    /// There is none.
    None,
    /// It is in the total, the criterion is unknown.
    Hatch {
        /// Where it ends.
        to: f64,
        /// Its words.
        tip: String,
    },
    /// The end lies between two values.
    Whisker {
        /// The lower one.
        from: f64,
        /// The higher one.
        to: f64,
        /// Its words.
        tip: String,
    },
    /// The bar may reach so far.
    Reach {
        /// How far.
        to: f64,
        /// Its words.
        tip: String,
    },
}

impl Rest {
    fn end(&self) -> f64 {
        match self {
            Self::None => 0.0,
            Self::Hatch { to, .. } | Self::Whisker { to, .. } | Self::Reach { to, .. } => *to,
        }
    }
}

/// The height of a bar.
const BAR: f64 = 18.0;
/// The width of names beside bars.
const NAMES: f64 = 266.0;
/// Above the first bar: the words of the axis.
const TOP: f64 = 26.0;

/// Draws the chart; nothing where there is no bar.
#[must_use]
pub fn stacked(chart: &Stacked, size: Size) -> String {
    if chart.rows.is_empty() {
        return String::new();
    }
    let label = chart.rows.iter().filter_map(|row| row.label.as_deref()).map(width).fold(0.0, f64::max);
    let left = if size == Size::Wide { NAMES } else { 1.0 };
    let right = size.width() - (label + 12.0).max(if size == Size::Wide { 44.0 } else { 14.0 });
    let names: Vec<Vec<String>> = chart.rows.iter().map(|row| wrap(&row.name, name_width(size))).collect();
    let heights: Vec<f64> = names.iter().map(|lines| row_height(size, lines.len())).collect();
    let height = TOP + heights.iter().sum::<f64>() + 4.0;
    let canvas = Canvas::new(&chart.frame, size, height, Plot { left, right, low: 0.0, high: chart.max });
    for (value, words) in &chart.ticks {
        canvas.rule(*value, TOP - 6.0, height - 4.0, "ax");
        let anchor = if *value <= 0.0 && size == Size::Narrow { Anchor::Start } else { Anchor::Middle };
        canvas.text(canvas.x(*value), TOP - 10.0, anchor, "t2", words);
    }
    let mut y = TOP;
    for ((row, lines), height) in chart.rows.iter().zip(&names).zip(&heights) {
        draw_row(&canvas, size, row, lines, y, *height);
        y += height;
    }
    canvas.finish()
}

fn name_width(size: Size) -> f64 {
    match size {
        Size::Wide => NAMES - 14.0,
        Size::Narrow => size.width() - 2.0,
    }
}

fn row_height(size: Size, lines: usize) -> f64 {
    let text = LINE * lines as f64;
    match size {
        Size::Wide => (text + 8.0).max(28.0),
        Size::Narrow => text + BAR + 9.0,
    }
}

fn draw_row(canvas: &Canvas, size: Size, row: &StackedRow, lines: &[String], y: f64, height: f64) {
    let top = match size {
        Size::Wide => y + (height - BAR) / 2.0,
        Size::Narrow => y + LINE * lines.len() as f64 + 3.0,
    };
    draw_name(canvas, size, lines, y, height);
    if let Some(max) = row.outline {
        canvas.bar((0.0, max), (top, BAR), "un", "");
    }
    let mut sum = 0.0;
    for part in &row.parts {
        draw_part(canvas, part, sum, top);
        sum += part.value;
    }
    match &row.rest {
        Rest::None => {}
        Rest::Hatch { to, tip } => canvas.hatch(sum, *to, top, BAR, tip),
        Rest::Whisker { from, to, tip } => canvas.whisker(*from, *to, top + BAR / 2.0, true, tip),
        Rest::Reach { to, tip } => canvas.whisker(sum, *to, top + BAR / 2.0, false, tip),
    }
    if let Some(label) = &row.label {
        let end = canvas.x(sum.max(row.rest.end()).max(row.outline.unwrap_or(0.0)));
        canvas.text(end + 7.0, top + 13.5, Anchor::Start, if row.known { "tb" } else { "t2" }, label);
    }
}

fn draw_name(canvas: &Canvas, size: Size, lines: &[String], y: f64, height: f64) {
    let text = LINE * lines.len() as f64;
    let (x, first, anchor) = match size {
        Size::Wide => (NAMES - 10.0, y + (height - text) / 2.0 + 11.5, Anchor::End),
        Size::Narrow => (0.0, y + 12.0, Anchor::Start),
    };
    for (i, line) in lines.iter().enumerate() {
        canvas.text(x, first + LINE * i as f64, anchor, "", line);
    }
}

/// A part with its letter where there is room for it.
fn draw_part(canvas: &Canvas, part: &Part, from: f64, top: f64) {
    let to = from + part.value;
    let class = match part.letter {
        'A' => "fA",
        'B' => "fB",
        'C' => "fC",
        'D' => "fD",
        'E' => "fE",
        _ => "v",
    };
    canvas.bar((from, to), (top, BAR), class, &part.tip);
    let (left, right) = (canvas.x(from), canvas.x(to));
    if part.letter != ' ' && right - left >= 16.0 {
        let class = if matches!(part.letter, 'B' | 'D') { "tb ow" } else { "tb od" };
        canvas.text((left + right - 1.0) / 2.0, top + 13.5, Anchor::Middle, class, &part.letter.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, Rest, Stacked, StackedRow, stacked};
    use crate::charts::{Frame, Size};

    fn chart(name: &str, rest: Rest) -> Stacked {
        let part = |letter, value| Part { letter, value, tip: format!("{letter}") };
        let rows = vec![StackedRow {
            name: name.into(),
            parts: vec![part('A', 24.0), part('B', 1.0)],
            rest,
            label: Some("95".into()),
            known: true,
            outline: None,
        }];
        let frame = Frame { id: "c".into(), title: "T".into(), description: "D".into() };
        Stacked { frame, max: 100.0, ticks: vec![(0.0, "0".into()), (100.0, "100".into())], rows }
    }

    #[track_caller]
    fn has(svg: &str, part: &str) {
        assert!(svg.contains(part), "{part} is not in {svg}");
    }

    #[test]
    fn parts_are_as_long_as_their_values() {
        let svg = stacked(&chart("Sở Y tế", Rest::Hatch { to: 95.0, tip: "rest".into() }), Size::Wide);
        // The axis runs from 266 to 676: 4.1 units a point, less the gap of 1.
        has(&svg, "<rect x=\"266\" y=\"31\" width=\"97.4\" height=\"18\" class=\"fA\"><title>A</title></rect>");
        has(&svg, "<text x=\"314.7\" y=\"44.5\" class=\"mi tb od\">A</text>");
        has(&svg, "<rect x=\"368.5\" y=\"31.5\" width=\"287\" height=\"17\" fill=\"url(#hatch)\"");
        has(&svg, "<text x=\"662.5\" y=\"44.5\" class=\"tb\" paint-order=\"stroke\">95</text>");
        assert!(!svg.contains(">B</text>"), "a letter stands in a part that is too narrow for it");
    }

    #[test]
    fn names_cannot_become_markup() {
        let svg = stacked(&chart("<script>alert(1)</script>", Rest::None), Size::Narrow);
        has(&svg, "&lt;script&gt;alert(1)&lt;/script&gt;");
        has(&svg, "viewBox=\"0 0 288 72\"");
    }

    #[test]
    fn a_chart_without_rows_is_not_drawn() {
        let empty = Stacked { rows: Vec::new(), ..chart("", Rest::None) };
        assert_eq!(stacked(&empty, Size::Wide), "");
    }
}
