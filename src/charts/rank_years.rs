//! The rank of a unit over the years, in steps: a rank holds until the next edition, and where it is only bounded, a box
//! says between what.

use super::canvas::Canvas;
use super::timeline::{AxisEvent, YearTick};
use super::years::Around;
use super::{ChartFrame, Size};

/// The chart.
#[derive(Clone, Debug)]
pub(crate) struct RankYears {
    /// What it is called.
    pub frame: ChartFrame,
    /// Ranks of the axis with their words: the first is 1, the last the lowest there is.
    pub ticks: Vec<(u32, String)>,
    /// The times of the axis in order: the first and the last are its ends.
    pub year_ticks: Vec<YearTick>,
    /// Where the comparison breaks.
    pub breaks: Vec<AxisEvent>,
    /// What happened to the unit.
    pub events: Vec<AxisEvent>,
    /// What stands at the end of the line: `11 Timor-Leste`.
    pub label: String,
    /// The whole line in words.
    pub tip: String,
    /// The ranks in order of time.
    pub points: Vec<RankPoint>,
}

/// A rank.
#[derive(Clone, Debug)]
pub(crate) struct RankPoint {
    /// The day, counted from the same day as the year_ticks.
    pub day: i32,
    /// The rank in halves, or the best that it may be.
    pub best: u32,
    /// The rank in halves, or the worst that it may be.
    pub worst: u32,
    /// The same in words.
    pub tip: String,
    /// Whether the line leads here from the point before: whether that rank held until now, and the two may be compared.
    pub joined: bool,
}

/// Ranks for an axis from 1 to the last: both ends, and round ones between that stand apart.
#[must_use]
pub(crate) fn pick_ranks(last: u32) -> Vec<u32> {
    let step = [2, 3, 4, 5, 10, 20, 25, 50, 100, 200, 250, 500].into_iter().find(|step| last.div_ceil(*step) <= 5);
    let step = step.unwrap_or_else(|| last.div_ceil(4).max(1));
    let mut ranks = vec![1];
    ranks.extend((1..).map(|i| i * step).take_while(|rank| rank + step / 2 < last).filter(|rank| *rank > 1));
    if last > 1 {
        ranks.push(last);
    }
    ranks
}

/// Draws the chart; nothing where no rank is known.
#[must_use]
pub(crate) fn rank_years(chart: &RankYears, size: Size) -> String {
    if chart.points.is_empty() || chart.year_ticks.is_empty() {
        return String::new();
    }
    let ticks: Vec<&str> = chart.ticks.iter().map(|(_, words)| words.as_str()).collect();
    let around = Around::new(&chart.year_ticks, (&chart.breaks, &chart.events), &ticks, &[&chart.label], size);
    let ranks = chart.ticks.iter().map(|tick| tick.0 * 2).chain(chart.points.iter().map(|point| point.worst));
    let last = f64::from(ranks.max().unwrap_or(2));
    // One rank of all lies in the middle.
    let share = |halves: u32| if last > 2.0 { (f64::from(halves) - 2.0) / (last - 2.0) } else { 0.5 };
    let y = |halves: u32| around.top + share(halves) * (around.bottom - around.top);
    let canvas = around.canvas(&chart.frame);
    let ticks: Vec<(f64, &str)> = chart.ticks.iter().map(|(rank, words)| (y(*rank * 2), words.as_str())).collect();
    around.draw(&canvas, &ticks);
    draw_line(&canvas, chart, &y, size);
    let end = chart.points.last().map(|point| (y(point.best) + y(point.worst)) / 2.0);
    around.draw_ends(&canvas, &[end]);
    canvas.finish()
}

fn draw_line(canvas: &Canvas, chart: &RankYears, y: &dyn Fn(u32) -> f64, size: Size) {
    let tip = |words: &str| if size == Size::Wide { words.to_owned() } else { String::new() };
    canvas.group("s f", &tip(&chart.tip));
    let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
    for (i, point) in chart.points.iter().enumerate() {
        let day = f64::from(point.day);
        let next = chart.points.get(i + 1).filter(|next| next.joined).map(|next| f64::from(next.day));
        if point.best == point.worst {
            let held = i > 0 && point.joined && chart.points[i - 1].best == chart.points[i - 1].worst;
            match runs.last_mut() {
                Some(run) if held => run.push((day, y(point.best))),
                _ => runs.push(vec![(day, y(point.best))]),
            }
            if let (Some(next), Some(run)) = (next, runs.last_mut()) {
                run.push((next, y(point.best)));
            }
        } else {
            let (from, to) = (canvas.x(day), canvas.x(next.unwrap_or(day)));
            let (middle, wide) = if to - from > 9.0 { ((from + to) / 2.0, to - from) } else { (from, 9.0) };
            canvas.hatch_at((middle, wide), (y(point.best) - 4.0, y(point.worst) + 4.0), &tip(&point.tip));
        }
    }
    canvas.lines(&runs, true, "ln");
    let known = |i: usize| chart.points.get(i).is_some_and(|point| point.best == point.worst);
    for (i, point) in chart.points.iter().enumerate().filter(|(i, _)| known(*i)) {
        let last = i + 1 == chart.points.len();
        let alone = !point.joined && !chart.points.get(i + 1).is_some_and(|next| next.joined);
        if last || alone || chart.points.len() <= super::years::DOTTED {
            canvas.dot(f64::from(point.day), y(point.best), if last { 4.5 } else { 3.0 }, "dt", &tip(&point.tip));
        }
    }
    canvas.shut();
}

#[cfg(test)]
mod tests {
    use super::{RankPoint, RankYears, pick_ranks, rank_years};
    use crate::charts::{ChartFrame, Size, YearTick};

    fn point(year: i32, best: u32, worst: u32, joined: bool) -> RankPoint {
        RankPoint { day: year * 365, best: best * 2, worst: worst * 2, tip: year.to_string(), joined }
    }

    fn chart(points: Vec<RankPoint>) -> RankYears {
        let year_tick = |year: i32| YearTick { day: year * 365, label: year.to_string(), short: year.to_string() };
        RankYears {
            frame: ChartFrame { id: "r".into(), title: "T".into(), description: "D".into() },
            ticks: vec![(1, "1".into()), (11, "11".into())],
            year_ticks: (2000..=2010).map(year_tick).collect(),
            breaks: Vec::new(),
            events: Vec::new(),
            label: "11 A".into(),
            tip: "A".into(),
            points,
        }
    }

    #[track_caller]
    fn has(svg: &str, part: &str) {
        assert!(svg.contains(part), "{part} is not in {svg}");
    }

    #[test]
    fn a_rank_holds_until_the_next_edition() {
        let points = vec![point(2000, 1, 1, false), point(2005, 11, 11, true), point(2010, 6, 6, true)];
        let svg = rank_years(&chart(points), Size::Wide);
        // Ranks lie 21 units apart from 26 down; the plot runs from 36 to 672.99. Nothing slants.
        has(&svg, "<path d=\"M36 26H354.5V236H673V131\" class=\"ln\"/>");
    }

    #[test]
    fn half_a_rank_lies_halfway() {
        let mut points = vec![point(2000, 1, 1, false), point(2010, 6, 6, true)];
        (points[1].best, points[1].worst) = (13, 13);
        has(&rank_years(&chart(points), Size::Wide), "<path d=\"M36 26H673V141.5\" class=\"ln\"/>");
    }

    #[test]
    fn nothing_leads_across_a_break() {
        let points =
            vec![point(2000, 1, 1, false), point(2005, 1, 1, true), point(2006, 1, 1, false), point(2010, 1, 1, true)];
        has(&rank_years(&chart(points), Size::Wide), "<path d=\"M36 26H354.5M418.2 26H673\" class=\"ln\"/>");
    }

    #[test]
    fn a_bounded_rank_is_a_box_until_the_next_edition() {
        let points = vec![point(2000, 1, 1, false), point(2005, 4, 9, true), point(2010, 6, 6, true)];
        let svg = rank_years(&chart(points), Size::Wide);
        has(&svg, "<path d=\"M36 26H354.5\" class=\"ln\"/>");
        has(&svg, "<rect x=\"354.49\" y=\"85\" width=\"318.5\" height=\"113\" fill=\"url(#hatch)\"");
    }

    #[track_caller]
    fn ticks(last: u32, expected: &[u32]) {
        assert_eq!(pick_ranks(last), expected);
    }

    #[test]
    fn ranks_of_the_axis_are_round_and_end_at_the_last() {
        ticks(1, &[1]);
        ticks(2, &[1, 2]);
        ticks(11, &[1, 3, 6, 9, 11]);
        ticks(17, &[1, 4, 8, 12, 17]);
        ticks(193, &[1, 50, 100, 150, 193]);
    }
}
