//! Where everyone stands in a column: a dot for each known value, a thin bar for each interval. Dots that would touch are
//! piled up; where piles would be too high, dots shrink, and then columns of counts take their place.

use super::axis::{self, keep_inside, left_end};
use super::canvas::{Canvas, Plot, TextAnchor};
use super::text::{LINE, width, wrap};
use super::{ChartFrame, Size};

/// The chart.
#[derive(Clone, Debug)]
pub(crate) struct Strip {
    /// What it is called.
    pub frame: ChartFrame,
    /// Where the axis begins.
    pub low: f64,
    /// Where the axis ends.
    pub high: f64,
    /// Values of the axis with their words.
    pub ticks: Vec<(f64, String)>,
    /// Known values.
    pub dots: Vec<Dot>,
    /// Values known only to lie between two ends.
    pub spans: Vec<Span>,
    /// The middle value with its words, where all are known.
    pub median: Option<(f64, String)>,
}

/// A known value.
#[derive(Clone, Debug)]
pub(crate) struct Dot {
    /// The value.
    pub value: f64,
    /// Whose it is.
    pub tip: String,
    /// Its name, for the lowest and the highest.
    pub label: Option<String>,
    /// Whether it stands out.
    pub filled: bool,
}

/// A value between two ends.
#[derive(Clone, Debug)]
pub(crate) struct Span {
    /// The lower end.
    pub from: f64,
    /// The higher end.
    pub to: f64,
    /// Whose it is.
    pub tip: String,
}

/// The most marks that have words of their own; more of them are merged into one path.
const TOLD: usize = 60;
/// The most dots that are drawn one by one.
const DOTS: usize = 400;
/// The radius of a dot, and smaller ones for many.
const RADII: [f64; 4] = [4.5, 3.5, 2.5, 1.75];
/// The highest pile.
const PILE: f64 = 95.0;
/// The least width of a column of counts.
const COLUMN: f64 = 3.0;
/// Rows of thin bars; beyond that bars share the last row.
const SPAN_ROWS: usize = 6;
/// The margin at both sides.
const SIDE: f64 = 12.0;
/// From one line of labels to the next.
const LABEL: f64 = LINE;

/// How the known values are drawn.
#[derive(Clone, Debug, PartialEq)]
enum StripMarks {
    /// Dots of a radius, each with how many lie below it.
    Dots { radius: f64, levels: Vec<usize> },
    /// Columns of counts: by the number of the column how many values lie in it.
    Columns { step: f64, counts: Vec<usize> },
}

impl Strip {
    /// How wide a column of counts is in values, and how many values lie in the highest; nothing where each value has a
    /// dot of its own. The same in both drawings.
    #[must_use]
    pub(crate) fn columns(&self) -> Option<(f64, usize)> {
        match marks(self, Size::Narrow) {
            StripMarks::Dots { .. } => None,
            StripMarks::Columns { step, counts } => Some((step, counts.into_iter().max().unwrap_or(0))),
        }
    }
}

/// Draws the chart; nothing where no value is known.
#[must_use]
pub(crate) fn strip(chart: &Strip, size: Size) -> String {
    if chart.dots.is_empty() && chart.spans.is_empty() {
        return String::new();
    }
    // Where one drawing needs columns the other has them too, so that one caption holds for both.
    let marks = match marks(chart, Size::Narrow) {
        StripMarks::Dots { .. } => marks(chart, size),
        columns => columns,
    };
    let labels = place_labels(chart, size);
    let lines = labels.iter().map(|label| label.row + 1).max().unwrap_or(0);
    let pile = match &marks {
        StripMarks::Dots { radius, levels } => {
            levels.iter().max().map_or(0.0, |&top| (top + 1) as f64 * step_of(*radius)) + 3.0
        }
        StripMarks::Columns { .. } => PILE,
    };
    let axis = lines as f64 * LABEL + pile + 4.0;
    let rows = span_rows(&chart.spans);
    let spans = rows.iter().copied().max().map_or(0.0, |last| (last + 1) as f64 * 7.0 + 4.0);
    let median = if chart.median.is_some() { LABEL } else { 0.0 };
    let height = axis + spans + 24.0 + median;
    let canvas = Canvas::new(&chart.frame, size, height, plot(chart, size));
    canvas.across(chart.low, chart.high, axis, "ax0");
    axis::draw(&canvas, size, &chart.ticks, (axis, axis + spans + 5.0), axis + spans + 18.0);
    draw_spans(&canvas, chart, &rows, axis);
    match &marks {
        StripMarks::Dots { radius, levels } => draw_dots(&canvas, chart, *radius, levels, axis),
        StripMarks::Columns { step, counts } => draw_columns(&canvas, chart, *step, counts, axis),
    }
    for label in &labels {
        canvas.text(label.x, 12.0 + LABEL * label.row as f64, label.anchor, "", &label.words);
    }
    if let Some((value, words)) = &chart.median {
        canvas.rule(*value, axis - 6.0, axis + 6.0, "me2");
        let (x, anchor) = keep_inside(canvas.x(*value), width(words), size);
        canvas.text(x, height - 5.0, anchor, "t2", words);
    }
    canvas.finish()
}

fn plot(chart: &Strip, size: Size) -> Plot {
    Plot { left: SIDE, right: size.width() - SIDE, low: chart.low, high: chart.high }
}

/// How many units a value is wide.
fn scale(chart: &Strip, size: Size) -> f64 {
    (size.width() - 2.0 * SIDE) / (chart.high - chart.low).max(f64::MIN_POSITIVE)
}

/// From one dot of a pile to the next.
fn step_of(radius: f64) -> f64 {
    2.0 * radius + 0.5
}

/// The largest dots whose piles fit, else columns.
fn marks(chart: &Strip, size: Size) -> StripMarks {
    let scale = scale(chart, size);
    if chart.dots.len() <= DOTS {
        for radius in RADII {
            let levels = pile(chart, scale, step_of(radius));
            let tallest = levels.iter().max().map_or(0, |&top| top + 1);
            if tallest as f64 * step_of(radius) <= PILE {
                return StripMarks::Dots { radius, levels };
            }
        }
    }
    let step = round_step(COLUMN / self::scale(chart, Size::Narrow));
    let last = ((chart.high - chart.low) / step).ceil().max(1.0) as usize;
    let mut counts = vec![0; last];
    for dot in &chart.dots {
        // A value on a border belongs to the column that begins there; the highest to the last.
        let column = ((dot.value - chart.low) / step + 1e-9).floor().max(0.0) as usize;
        counts[column.min(last - 1)] += 1;
    }
    StripMarks::Columns { step, counts }
}

/// The next of 1, 2, 2.5 or 5 times a power of ten that is not less.
fn round_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].map(|f| f * power).into_iter().find(|step| *step >= least * 0.999_999);
    step.unwrap_or(least)
}

/// For each dot how many lie below it: dots that would touch are piled up.
fn pile(chart: &Strip, scale: f64, step: f64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..chart.dots.len()).collect();
    order.sort_by(|&a, &b| chart.dots[a].value.total_cmp(&chart.dots[b].value));
    let mut levels = vec![0; chart.dots.len()];
    let mut ends: Vec<f64> = Vec::new();
    for i in order {
        let x = chart.dots[i].value * scale;
        let level = ends.iter().position(|&end| x - end >= step).unwrap_or(ends.len());
        if level == ends.len() {
            ends.push(x);
        } else {
            ends[level] = x;
        }
        levels[i] = level;
    }
    levels
}

fn draw_dots(canvas: &Canvas, chart: &Strip, radius: f64, levels: &[usize], axis: f64) {
    let y = |level: usize| axis - radius - 2.0 - level as f64 * step_of(radius);
    let merged = chart.dots.len() + chart.spans.len() > TOLD;
    if merged {
        let plain = chart.dots.iter().zip(levels).filter(|(dot, _)| !dot.filled);
        canvas.dots(&plain.map(|(dot, level)| (dot.value, y(*level))).collect::<Vec<_>>(), radius);
    }
    for (dot, level) in chart.dots.iter().zip(levels).filter(|(dot, _)| dot.filled || !merged) {
        canvas.dot(dot.value, y(*level), radius, if dot.filled { "v" } else { "dt" }, &dot.tip);
    }
}

fn draw_columns(canvas: &Canvas, chart: &Strip, step: f64, counts: &[usize], axis: f64) {
    let tallest = counts.iter().max().copied().unwrap_or(1).max(1) as f64;
    let bars = counts.iter().enumerate().filter(|&(_, &n)| n > 0).map(|(i, &n)| {
        let from = chart.low + i as f64 * step;
        let height = n as f64 / tallest * (PILE - 2.0);
        (from, (from + step).min(chart.high), axis - height, height)
    });
    canvas.bars(&bars.collect::<Vec<_>>(), 0.6, "v");
}

/// Thin bars below the axis; many of them in one path, those of a row that touch as one.
fn draw_spans(canvas: &Canvas, chart: &Strip, rows: &[usize], axis: f64) {
    let y = |row: usize| axis + 5.0 + row as f64 * 7.0;
    if chart.dots.len() + chart.spans.len() <= TOLD {
        for (span, row) in chart.spans.iter().zip(rows) {
            canvas.bar((span.from, span.to), (y(*row), 4.0), "tr", &span.tip);
        }
        return;
    }
    let mut order: Vec<(usize, f64, f64)> =
        chart.spans.iter().zip(rows).map(|(span, &row)| (row, span.from, span.to)).collect();
    order.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut merged: Vec<(usize, f64, f64)> = Vec::new();
    for (row, from, to) in order {
        match merged.last_mut() {
            Some(last) if last.0 == row && from <= last.2 => last.2 = last.2.max(to),
            _ => merged.push((row, from, to)),
        }
    }
    canvas.bars(&merged.iter().map(|&(row, from, to)| (from, to, y(row), 4.0)).collect::<Vec<_>>(), 0.0, "tr");
}

/// In which row each thin bar lies: those that would cover each other lie in different ones.
fn span_rows(spans: &[Span]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by(|&a, &b| spans[a].from.total_cmp(&spans[b].from).then(spans[a].to.total_cmp(&spans[b].to)));
    let mut rows = vec![0; spans.len()];
    let mut ends: Vec<f64> = Vec::new();
    for i in order {
        let free = ends.iter().position(|&end| spans[i].from > end);
        let row = free.unwrap_or_else(|| ends.len().min(SPAN_ROWS - 1));
        if row == ends.len() {
            ends.push(spans[i].to);
        } else {
            ends[row] = ends[row].max(spans[i].to);
        }
        rows[i] = row;
    }
    rows
}

/// A line of a label at its place.
struct DotLabel {
    x: f64,
    anchor: TextAnchor,
    row: usize,
    words: String,
}

/// The labels in rows, so that none covers another; a long one has several lines.
fn place_labels(chart: &Strip, size: Size) -> Vec<DotLabel> {
    let scale = scale(chart, size);
    let mut labelled: Vec<&Dot> = chart.dots.iter().filter(|dot| dot.label.is_some()).collect();
    labelled.sort_by(|a, b| a.value.total_cmp(&b.value));
    // Rows that are taken, with the ends of what stands there.
    let mut taken: Vec<(usize, f64, f64)> = Vec::new();
    let mut labels = Vec::new();
    for dot in labelled {
        let lines = wrap(dot.label.as_deref().unwrap_or_default(), size.width() - 4.0);
        let wide = lines.iter().map(|line| width(line)).fold(0.0, f64::max);
        let (x, anchor) = keep_inside(SIDE + (dot.value - chart.low) * scale, wide, size);
        let left = left_end(x, wide, anchor);
        let free = |first: usize| {
            let rows = first..first + lines.len();
            !taken.iter().any(|&(row, from, to)| rows.contains(&row) && left < to + 8.0 && left + wide > from - 8.0)
        };
        let first = (0..).find(|&row| free(row)).unwrap_or(0);
        for (i, words) in lines.into_iter().enumerate() {
            taken.push((first + i, left, left + wide));
            labels.push(DotLabel { x, anchor, row: first + i, words });
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::{Dot, PILE, Span, Strip, StripMarks, marks, span_rows, step_of, strip};
    use crate::charts::{ChartFrame, Size};

    fn chart(values: impl IntoIterator<Item = f64>) -> Strip {
        let dot = |value| Dot { value, tip: "u".into(), label: None, filled: false };
        let frame = ChartFrame { id: "s".into(), title: "T".into(), description: "D".into() };
        let dots = values.into_iter().map(dot).collect();
        Strip { frame, low: 0.0, high: 24.0, ticks: vec![(0.0, "0".into())], dots, spans: Vec::new(), median: None }
    }

    #[test]
    fn equal_values_are_piled_up() {
        let svg = strip(&chart([24.0, 24.0, 0.0]), Size::Wide);
        // Two piles; the second dot of the right one lies 9.5 units above the first.
        assert!(svg.contains("<circle cx=\"708\" cy=\"19.5\" r=\"4.5\" class=\"dt\">"), "{svg}");
        assert!(svg.contains("<circle cx=\"708\" cy=\"10\" r=\"4.5\" class=\"dt\">"), "{svg}");
        assert!(svg.contains("<circle cx=\"12\" cy=\"19.5\" r=\"4.5\" class=\"dt\">"), "{svg}");
    }

    #[test]
    fn many_dots_shrink_and_are_one_path() {
        let many = chart((0..100).map(|i| f64::from(i % 25)));
        let svg = strip(&many, Size::Narrow);
        assert_eq!((svg.matches("<circle").count(), svg.matches("class=\"ds\"").count()), (0, 1));
        let StripMarks::Dots { radius, levels } = marks(&chart([7.0; 20]), Size::Narrow) else { panic!("dots") };
        assert!(step_of(radius) * 20.0 <= PILE && levels.iter().max() == Some(&19), "{radius}");
    }

    #[test]
    fn thousands_become_columns_of_counts() {
        let crowd = chart((0..3000).map(|i| f64::from(i % 241) / 10.0));
        assert_eq!(crowd.columns(), Some((0.5, 72)));
        for size in [Size::Wide, Size::Narrow] {
            let svg = strip(&crowd, size);
            assert!(svg.len() < 3000 && svg.matches("class=\"v\"").count() == 1, "{}", svg.len());
        }
        assert_eq!(chart([1.0, 2.0]).columns(), None);
        assert!(chart([7.0; 60]).columns().is_some());
    }

    #[test]
    fn labels_stay_inside_and_apart() {
        let mut strip_of = chart([23.0, 24.0]);
        for (dot, label) in strip_of.dots.iter_mut().zip(["Sở Thông tin và Truyền thông: 23", "7 đơn vị: 24"])
        {
            dot.label = Some(label.into());
        }
        let svg = strip(&strip_of, Size::Narrow);
        assert!(svg.contains("<text x=\"287\" y=\"12\" class=\"e\">Sở Thông"), "{svg}");
        assert!(svg.contains("<text x=\"287\" y=\"30\" class=\"e\">7 đơn vị"), "{svg}");
    }

    #[test]
    fn bars_that_cover_each_other_lie_in_rows() {
        let span = |from, to| Span { from, to, tip: String::new() };
        assert_eq!(span_rows(&[span(0.0, 5.0), span(3.0, 6.0), span(6.0, 9.0)]), [0, 1, 0]);
    }
}
