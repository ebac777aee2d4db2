//! A value over the years beside the mean of its group: gaps where nothing may be compared, and what happened to the unit.

use rust_decimal::Decimal;

use super::axis::pixel;
use super::canvas::{Canvas, Plot, TextAnchor};
use super::labels::{APART, spread};
use super::text::{width, width_bold, wrap};
use super::timeline::{self, AxisEvent, YearTick};
use super::{ChartFrame, Size};

/// The chart.
#[derive(Clone, Debug)]
pub(crate) struct Years {
    /// What it is called.
    pub frame: ChartFrame,
    /// Where the axis of values begins.
    pub low: Decimal,
    /// Where it ends.
    pub high: Decimal,
    /// Values of the axis with their words.
    pub ticks: Vec<(Decimal, String)>,
    /// The times of the axis in order: the first and the last are its ends.
    pub year_ticks: Vec<YearTick>,
    /// Where the comparison breaks.
    pub breaks: Vec<AxisEvent>,
    /// What happened to the unit.
    pub events: Vec<AxisEvent>,
    /// The unit.
    pub line: YearLine,
    /// The mean of its group.
    pub mean: Option<YearLine>,
}

/// A line with its values in order of time.
#[derive(Clone, Debug)]
pub(crate) struct YearLine {
    /// What stands at its end: `0,566 Timor-Leste`.
    pub label: String,
    /// The whole line in words.
    pub tip: String,
    /// Its values.
    pub points: Vec<YearPoint>,
}

/// A value.
#[derive(Clone, Debug)]
pub(crate) struct YearPoint {
    /// The day, counted from the same day as the year_ticks.
    pub day: i32,
    /// The value, or the lower end of what it may be.
    pub low: Decimal,
    /// The value, or the upper end.
    pub high: Decimal,
    /// The same in words.
    pub tip: String,
    /// Whether a line may lead here from the point before.
    pub joined: bool,
}

/// The height of the plot.
const PLOT: f64 = 210.0;
/// The most points that have a dot each.
pub(super) const DOTTED: usize = 15;

/// A chart over years without its marks: where the plot lies, and what stands around it.
pub(super) struct Around<'c> {
    pub(super) size: Size,
    pub(super) plot: Plot,
    pub(super) top: f64,
    pub(super) bottom: f64,
    year_ticks: Vec<&'c YearTick>,
    breaks: &'c [AxisEvent],
    events: &'c [AxisEvent],
    height: f64,
    right: Vec<Vec<String>>,
}

impl<'c> Around<'c> {
    /// Lays out what stands around a plot: the words of the axis of values, those at the ends of lines, breaks and events.
    pub(super) fn new(
        year_ticks: &'c [YearTick],
        (breaks, events): (&'c [AxisEvent], &'c [AxisEvent]),
        ticks: &[&str],
        ends: &[&str],
        size: Size,
    ) -> Self {
        let ticks = ticks.iter().map(|words| width(words)).fold(26.0, f64::max);
        let room = if size == Size::Wide { 180.0 } else { 98.0 };
        // The first is bold.
        let right: Vec<Vec<String>> = ends.iter().map(|words| wrap(words, room / 1.06)).collect();
        let wide = right.iter().flatten().map(|line| width_bold(line)).fold(0.0, f64::max);
        let days: Vec<f64> = year_ticks.iter().map(|year_tick| f64::from(year_tick.day)).collect();
        let plot = Plot {
            left: ticks + 10.0,
            right: size.width() - wide - 14.0,
            low: days.first().copied().unwrap_or(0.0),
            high: days.last().copied().unwrap_or(0.0),
        };
        let need = right.iter().map(|lines| lines.len() as f64 * APART).sum::<f64>();
        let top = 26.0 + timeline::room_of_breaks(breaks, plot, size);
        let bottom = top + PLOT.max(need + 20.0);
        let height = bottom + 26.0 + timeline::room_of_events(events, plot, size);
        Self { size, plot, top, bottom, year_ticks: year_ticks.iter().collect(), breaks, events, height, right }
    }

    /// An empty drawing of its size.
    pub(super) fn canvas(&self, frame: &ChartFrame) -> Canvas {
        Canvas::new(frame, self.size, self.height, self.plot)
    }

    /// Draws the axes, breaks and events. Words of values that would touch others are left out, never the first.
    pub(super) fn draw(&self, canvas: &Canvas, ticks: &[(f64, &str)]) {
        let mut taken: Vec<f64> = Vec::new();
        for (y, words) in ticks {
            canvas.across(self.plot.low, self.plot.high.max(self.plot.low), *y, "ax");
            if taken.iter().all(|other| (other - y).abs() >= APART) {
                canvas.text(self.plot.left - 8.0, y + 4.5, TextAnchor::End, "t2", words);
                taken.push(*y);
            }
        }
        timeline::draw_breaks(canvas, self.breaks, self.plot, self.size, self.bottom + 8.0);
        timeline::draw_events(canvas, self.events, self.plot, self.size, self.bottom + 8.0);
        let words = timeline::year_words(&self.year_ticks, self.plot, self.size);
        timeline::draw_years(canvas, &words, self.height - 6.0);
    }

    /// Draws the words at the ends of lines, which lie at these places from the top; the first are meant.
    pub(super) fn draw_ends(&self, canvas: &Canvas, places: &[Option<f64>]) {
        let mut ends: Vec<(usize, f64)> = places.iter().enumerate().filter_map(|(i, y)| Some((i, (*y)?))).collect();
        ends.sort_by(|a, b| a.1.total_cmp(&b.1));
        let height = |i: usize| self.right[i].len() as f64 * APART;
        // They end above the words of the years.
        let mut below = self.bottom + 8.0;
        let mut wanted: Vec<(f64, f64)> = Vec::new();
        for &(i, y) in ends.iter().rev() {
            below -= height(i);
            wanted.push(((y - height(i) / 2.0).min(below), height(i)));
        }
        wanted.reverse();
        for (&(i, _), top) in ends.iter().zip(spread(&wanted, self.top - 12.0)) {
            for (line, words) in self.right[i].iter().enumerate() {
                let y = top + line as f64 * APART + APART / 2.0 + 4.5;
                canvas.text(self.plot.right + 10.0, y, TextAnchor::Start, if i == 0 { "tb" } else { "" }, words);
            }
        }
    }
}

/// Draws the chart; nothing where no value is known.
#[must_use]
pub(crate) fn years(chart: &Years, size: Size) -> String {
    if chart.line.points.is_empty() || chart.year_ticks.is_empty() {
        return String::new();
    }
    let ticks: Vec<&str> = chart.ticks.iter().map(|(_, words)| words.as_str()).collect();
    let ends: Vec<&str> =
        [Some(&chart.line), chart.mean.as_ref()].into_iter().flatten().map(|l| l.label.as_str()).collect();
    let around = Around::new(&chart.year_ticks, (&chart.breaks, &chart.events), &ticks, &ends, size);
    let (low, high) = (pixel(chart.low), pixel(chart.high));
    let share = |value: Decimal| if high > low { (high - pixel(value)) / (high - low) } else { 0.5 };
    let y = |value: Decimal| around.top + share(value) * (around.bottom - around.top);
    let canvas = around.canvas(&chart.frame);
    let ticks: Vec<(f64, &str)> = chart.ticks.iter().map(|(value, words)| (y(*value), words.as_str())).collect();
    around.draw(&canvas, &ticks);
    if let Some(mean) = &chart.mean {
        draw_line(&canvas, mean, "s", &y, size);
    }
    draw_line(&canvas, &chart.line, "s f", &y, size);
    let end = |line: &YearLine| line.points.last().map(|point| (y(point.low) + y(point.high)) / 2.0);
    around.draw_ends(&canvas, &[end(&chart.line), chart.mean.as_ref().and_then(end)]);
    canvas.finish()
}

/// The pieces of a line that are joined; a value that is only bounded is none of them.
fn draw_line(canvas: &Canvas, line: &YearLine, class: &str, y: &dyn Fn(Decimal) -> f64, size: Size) {
    let mut runs: Vec<Vec<&YearPoint>> = Vec::new();
    let mut bounded = true;
    for point in &line.points {
        if point.low == point.high {
            match runs.last_mut() {
                Some(run) if point.joined && !bounded => run.push(point),
                _ => runs.push(vec![point]),
            }
        }
        bounded = point.low != point.high;
    }
    let place = |point: &YearPoint| (f64::from(point.day), y(point.low));
    canvas.group(class, if size == Size::Wide { &line.tip } else { "" });
    let lines: Vec<Vec<(f64, f64)>> = runs.iter().map(|run| run.iter().map(|point| place(point)).collect()).collect();
    canvas.lines(&lines, false, "ln");
    let last = line.points.last().map(|point| point.day);
    for point in line.points.iter().filter(|point| point.low != point.high) {
        let tip = if size == Size::Wide { point.tip.as_str() } else { "" };
        canvas.hatch_at((canvas.x(f64::from(point.day)), 9.0), (y(point.high), y(point.low)), tip);
    }
    for run in runs {
        for point in &run {
            if line.points.len() <= DOTTED || run.len() == 1 || Some(point.day) == last {
                let tip = if size == Size::Wide { point.tip.as_str() } else { "" };
                let radius = if Some(point.day) == last { 4.5 } else { 3.0 };
                canvas.dot(f64::from(point.day), y(point.low), radius, "dt", tip);
            }
        }
    }
    canvas.shut();
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{YearLine, YearPoint, Years, years};
    use crate::charts::{AxisEvent, ChartFrame, Size, YearTick};

    fn year_tick(year: i32) -> YearTick {
        YearTick { day: year * 365, label: year.to_string(), short: format!("’{:02}", year % 100) }
    }

    /// A line over years; a value is in thousandths, a negative one is not joined to the one before.
    fn line(values: &[(i32, i64)]) -> YearLine {
        let points = values.iter().map(|&(year, value)| {
            let exact = Decimal::new(value.abs(), 3);
            YearPoint { day: year * 365, low: exact, high: exact, tip: year.to_string(), joined: value > 0 }
        });
        YearLine { label: "0,566 A".into(), tip: "A".into(), points: points.collect() }
    }

    fn chart(line: YearLine) -> Years {
        Years {
            frame: ChartFrame { id: "y".into(), title: "T".into(), description: "D".into() },
            low: Decimal::ZERO,
            high: Decimal::ONE,
            ticks: vec![(Decimal::new(5, 1), "0,5".into())],
            year_ticks: (2000..=2010).map(year_tick).collect(),
            breaks: Vec::new(),
            events: Vec::new(),
            line,
            mean: None,
        }
    }

    #[track_caller]
    fn has(svg: &str, part: &str) {
        assert!(svg.contains(part), "{part} is not in {svg}");
    }

    #[test]
    fn a_break_is_a_gap_with_a_dotted_rule_and_its_word() {
        let mut chart = chart(line(&[(2000, 500), (2005, 1000), (2006, -1000), (2010, 500)]));
        chart.breaks.push(AxisEvent { day: 2005 * 365 + 180, words: "ngắt".into() });
        let svg = years(&chart, Size::Wide);
        // The plot runs from 36 to 651.9, values from 43 to 253.
        has(&svg, "<path d=\"M36 148L344 43M405.5 43L651.9 148\" class=\"ln\"/>");
        has(&svg, "class=\"br\"/>");
        has(&svg, "class=\"mi t2\">ngắt</text>");
    }

    #[test]
    fn events_have_a_tick_at_the_axis() {
        let mut chart = chart(line(&[(2000, 500), (2010, 500)]));
        chart.events = vec![AxisEvent { day: 2002 * 365, words: "độc lập".into() }];
        let svg = years(&chart, Size::Narrow);
        assert_eq!(svg.matches("class=\"me2\"").count(), 1);
        has(&svg, ">độc lập</text>");
    }

    #[test]
    fn a_bounded_value_is_a_box_and_breaks_the_line() {
        let mut chart = chart(line(&[(2000, 500), (2005, 500), (2010, 500)]));
        chart.line.points[1].high = Decimal::ONE;
        let svg = years(&chart, Size::Wide);
        assert_eq!((svg.matches("url(#hatch)").count(), svg.matches("class=\"ln\"").count()), (1, 0), "{svg}");
        assert_eq!(svg.matches("class=\"dt\"").count(), 2);
    }

    #[test]
    fn the_mean_is_a_second_thin_line() {
        let mut chart = chart(line(&[(2000, 500), (2010, 566)]));
        chart.mean = Some(YearLine { label: "0,565 mean".into(), ..line(&[(2000, 500), (2010, 565)]) });
        let svg = years(&chart, Size::Narrow);
        assert_eq!((svg.matches("<g class=\"s\">").count(), svg.matches("<g class=\"s f\">").count()), (1, 1));
        has(&svg, ">0,565 mean</text>");
    }
}
