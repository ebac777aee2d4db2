//! Bars in the order of the ranking: stacked by criterion, known parts from the left, then what is known of the rest; or
//! one plain bar each, where parts do not add up.

use super::axis;
use super::canvas::{Canvas, Plot, TextAnchor};
use super::text::{LINE, name_and_label, width_bold};
use super::{ChartFrame, Size};

/// The chart.
#[derive(Clone, Debug)]
pub(crate) struct Stacked {
    /// What it is called.
    pub frame: ChartFrame,
    /// Where the axis begins: 0, or the lowest value below it.
    pub low: f64,
    /// Where the axis ends.
    pub high: f64,
    /// Values of the axis with their words.
    pub ticks: Vec<(f64, String)>,
    /// A bar for each unit.
    pub rows: Vec<StackedRow>,
}

/// One bar.
#[derive(Clone, Debug)]
pub(crate) struct StackedRow {
    /// Whose it is.
    pub name: String,
    /// The whole bar in words.
    pub tip: String,
    /// Known parts, from 0.
    pub parts: Vec<Slice>,
    /// What is known of the rest.
    pub rest: BarEnd,
    /// The figure at its end.
    pub label: Option<String>,
    /// Whether the figure is exactly known.
    pub known: bool,
}

impl StackedRow {
    /// The axis of some bars: from 0, or the lowest value below it, to the maximum, or the highest value above it.
    #[must_use]
    pub(crate) fn axis(rows: &[Self], max: f64) -> (f64, f64) {
        let (mut low, mut high) = (0.0_f64, max.max(0.0));
        for row in rows {
            let sum: f64 = row.parts.iter().map(|part| part.value).sum();
            let end = match row.rest {
                BarEnd::None => sum,
                BarEnd::Hatch(to) | BarEnd::Whisker(_, to) | BarEnd::Reach(to) | BarEnd::Moved(to) => to,
            };
            high = high.max(sum).max(end);
            low = low.min(sum).min(end);
        }
        (low, if high > low { high } else { low + 1.0 })
    }
}

/// A known part.
#[derive(Clone, Debug)]
pub(crate) struct Slice {
    /// `A` to `E` have colours of their own; any other has the colour of all data.
    pub colour: char,
    /// What stands in it where there is room.
    pub letter: String,
    /// How long it is.
    pub value: f64,
}

/// What is known of the rest of a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum BarEnd {
    /// There is none.
    None,
    /// It is in the total, the criterion is unknown; the total ends here.
    Hatch(f64),
    /// The end lies between two values.
    Whisker(f64, f64),
    /// The bar may reach so far.
    Reach(f64),
    /// Points added or taken move the total here.
    Moved(f64),
}

impl BarEnd {
    fn end(self) -> f64 {
        match self {
            Self::None => 0.0,
            Self::Hatch(to) | Self::Whisker(_, to) | Self::Reach(to) | Self::Moved(to) => to,
        }
    }
}

/// The height of a bar.
const BAR: f64 = 18.0;
/// The width of names beside bars.
const NAMES: f64 = 266.0;
/// Above the first bar: the words of the axis.
const TOP: f64 = 26.0;
/// The most rows that are drawn in full; longer charts merge bars of one colour and letter every fifth row.
const DETAILED: usize = 20;

/// The classes of bars; those of the criteria first.
const CLASSES: [&str; 6] = ["fA", "fB", "fC", "fD", "fE", "v"];

/// A row with its place.
struct Laid<'c> {
    row: &'c StackedRow,
    lines: Vec<String>,
    label: Option<&'c str>,
    y: f64,
    height: f64,
    /// The top of its bar.
    top: f64,
    lettered: bool,
}

/// Draws the chart; nothing where there is no bar.
#[must_use]
pub(crate) fn stacked(chart: &Stacked, size: Size) -> String {
    if chart.rows.is_empty() {
        return String::new();
    }
    let (limit, room, left) = match size {
        Size::Wide => (NAMES - 14.0, 200.0, NAMES),
        Size::Narrow => (size.width() - 2.0, 110.0, 1.0),
    };
    let mut y = TOP;
    let mut rows = Vec::with_capacity(chart.rows.len());
    for (i, row) in chart.rows.iter().enumerate() {
        let (lines, label) = name_and_label(&row.name, row.label.as_deref(), limit, room);
        let text = LINE * lines.len() as f64;
        let (height, top) = match size {
            Size::Wide => ((text + 8.0).max(28.0), y + ((text + 8.0).max(28.0) - BAR) / 2.0),
            Size::Narrow => (text + BAR + 9.0, y + text + 3.0),
        };
        rows.push(Laid { row, lines, label, y, height, top, lettered: chart.rows.len() <= DETAILED || i % 5 == 0 });
        y += height;
    }
    let label = rows.iter().filter_map(|row| row.label).map(width_bold).fold(0.0, f64::max);
    let right = size.width() - (label + 12.0).max(if size == Size::Wide { 44.0 } else { 14.0 });
    let height = y + 4.0;
    let canvas = Canvas::new(&chart.frame, size, height, Plot { left, right, low: chart.low, high: chart.high });
    axis::draw(&canvas, size, &chart.ticks, (TOP - 6.0, height - 4.0), TOP - 10.0);
    if chart.rows.len() <= DETAILED {
        for row in &rows {
            // Only a pointer asks for the words of a bar, and the narrow drawing is for fingers.
            canvas.open(if size == Size::Wide { &row.row.tip } else { "" });
            draw_bars(&canvas, std::slice::from_ref(row));
            draw_words(&canvas, size, row);
            canvas.shut();
        }
    } else {
        draw_bars(&canvas, &rows);
        rows.iter().for_each(|row| draw_words(&canvas, size, row));
    }
    canvas.finish()
}

/// The known parts of rows, those of one colour in one path.
fn draw_bars(canvas: &Canvas, rows: &[Laid<'_>]) {
    for (i, class) in CLASSES.iter().enumerate() {
        let mut bars = Vec::new();
        for row in rows {
            let mut sum = 0.0;
            for part in &row.row.parts {
                if class_of(part) == i {
                    bars.push((sum, sum + part.value, row.top, BAR));
                }
                sum += part.value;
            }
        }
        canvas.bars(&bars, 1.0, class);
    }
}

fn class_of(part: &Slice) -> usize {
    ('A'..='E').position(|colour| colour == part.colour).unwrap_or(CLASSES.len() - 1)
}

/// The name of a row, the letters in its parts, the rest of its bar and the figure at its end.
fn draw_words(canvas: &Canvas, size: Size, laid: &Laid<'_>) {
    let text = LINE * laid.lines.len() as f64;
    let (x, first, anchor) = match size {
        Size::Wide => (NAMES - 10.0, laid.y + (laid.height - text) / 2.0 + 11.5, TextAnchor::End),
        Size::Narrow => (0.0, laid.y + 12.0, TextAnchor::Start),
    };
    for (i, line) in laid.lines.iter().enumerate() {
        canvas.text(x, first + LINE * i as f64, anchor, "", line);
    }
    let (mut sum, mut end, middle) = (0.0, 0.0_f64, laid.top + BAR / 2.0);
    for part in &laid.row.parts {
        if laid.lettered {
            draw_letter(canvas, part, sum, laid.top);
        }
        sum += part.value;
        end = end.max(sum);
    }
    match laid.row.rest {
        BarEnd::None => {}
        BarEnd::Hatch(to) => canvas.hatch(sum, to, laid.top, BAR, ""),
        BarEnd::Whisker(from, to) => canvas.whisker(from, to, middle, true, ""),
        BarEnd::Reach(to) => canvas.whisker(sum, to, middle, false, ""),
        BarEnd::Moved(to) => {
            canvas.across(sum.min(to), sum.max(to), middle, "ax0");
            canvas.rule(to, laid.top - 2.0, laid.top + BAR + 2.0, "me2");
        }
    }
    if let Some(label) = laid.label {
        let x = canvas.x(end.max(laid.row.rest.end())) + 7.0;
        canvas.text(x, laid.top + 13.5, TextAnchor::Start, if laid.row.known { "tb" } else { "t2" }, label);
    }
}

/// The letter of a part, where there is room for it.
fn draw_letter(canvas: &Canvas, part: &Slice, from: f64, top: f64) {
    let (left, right) = (canvas.x(from), canvas.x(from + part.value));
    if !part.letter.is_empty() && right - left >= width_bold(&part.letter) + 5.0 {
        let class = if matches!(part.colour, 'A' | 'C' | 'E') { "od" } else { "ow" };
        canvas.text((left + right - 1.0) / 2.0, top + 13.5, TextAnchor::Start, class, &part.letter);
    }
}

#[cfg(test)]
mod tests {
    use super::{BarEnd, Slice, Stacked, StackedRow, stacked};
    use crate::charts::{ChartFrame, Size};

    fn part(colour: char, value: f64) -> Slice {
        Slice { colour, letter: colour.to_string(), value }
    }

    fn chart(name: &str, parts: Vec<Slice>, rest: BarEnd) -> Stacked {
        let label = Some("95".into());
        let rows = vec![StackedRow { name: name.into(), tip: "tip".into(), parts, rest, label, known: true }];
        let frame = ChartFrame { id: "c".into(), title: "T".into(), description: "D".into() };
        Stacked { frame, low: 0.0, high: 100.0, ticks: vec![(0.0, "0".into()), (100.0, "100".into())], rows }
    }

    #[track_caller]
    fn has(svg: &str, part: &str) {
        assert!(svg.contains(part), "{part} is not in {svg}");
    }

    #[test]
    fn parts_are_as_long_as_their_values() {
        let svg = stacked(&chart("Sở Y tế", vec![part('A', 24.0), part('B', 1.0)], BarEnd::Hatch(95.0)), Size::Wide);
        // The axis runs from 266 to 676: 4.1 units a point, less the gap of 1.
        has(&svg, "<g><title>tip</title><path d=\"M266 31h97.4v18H266z\" class=\"fA\"/>");
        has(&svg, "<text x=\"314.7\" y=\"44.5\" class=\"od\">A</text>");
        has(&svg, "<rect x=\"368.5\" y=\"31.5\" width=\"287\" height=\"17\" fill=\"url(#hatch)\"");
        has(&svg, "<text x=\"662.5\" y=\"44.5\" class=\"tb\">95</text>");
        assert!(!svg.contains(">B</text>"), "a letter stands in a part that is too narrow for it");
    }

    #[test]
    fn more_criteria_than_colours_are_drawn_in_one() {
        let parts = (0..6).map(|_| Slice { colour: ' ', letter: "F".into(), value: 10.0 }).collect();
        let svg = stacked(&chart("A", parts, BarEnd::None), Size::Wide);
        assert_eq!((svg.matches("class=\"v\"").count(), svg.matches("class=\"ow\">F").count()), (1, 6));
    }

    #[test]
    fn points_taken_away_move_the_end() {
        let mut chart = chart("A", vec![part('A', 24.0)], BarEnd::Moved(-2.0));
        chart.low = -10.0;
        let svg = stacked(&chart, Size::Wide);
        // 3.73 units a point; 0 lies at 303.27.
        has(&svg, "<path d=\"M303.3 31h88.5v18H303.3z\" class=\"fA\"/>");
        has(&svg, "<path d=\"M295.81 29V51\" class=\"me2\"/>");
    }

    #[test]
    fn names_cannot_become_markup() {
        let svg = stacked(&chart("<script>alert(1)</script>", Vec::new(), BarEnd::None), Size::Narrow);
        has(&svg, "&lt;script&gt;alert(1)&lt;/script&gt;");
        has(&svg, "viewBox=\"0 0 288 75\"");
    }

    #[test]
    fn a_chart_without_rows_is_not_drawn() {
        let empty = Stacked { rows: Vec::new(), ..chart("", Vec::new(), BarEnd::None) };
        assert_eq!(stacked(&empty, Size::Wide), "");
    }
}
