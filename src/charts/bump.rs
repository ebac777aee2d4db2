//! Ranks over the editions: who passed whom. Time is true, rank 1 is on top, ties meet in one ring, and a line breaks
//! where nothing may be compared.

mod layout;

use super::canvas::{Canvas, TextAnchor};
use super::labels::{APART, TakenRoom};
use super::timeline::{self, AxisEvent, YearTick};
use super::{ChartFrame, Size};
use layout::{DrawnLine, LabelColumn, Layout, Side};

/// The chart.
#[derive(Clone, Debug)]
pub(crate) struct Bump {
    /// What it is called.
    pub frame: ChartFrame,
    /// The editions in order of time.
    pub editions: Vec<YearTick>,
    /// Where the comparison breaks for everyone.
    pub breaks: Vec<AxisEvent>,
    /// A line for each unit, in the order of preference where not all can be named.
    pub lines: Vec<BumpLine>,
}

/// One unit.
#[derive(Clone, Debug)]
pub(crate) struct BumpLine {
    /// Its name.
    pub name: String,
    /// Its ranks in words; where those of all lines would be very long, its name stands for them.
    pub tip: String,
    /// Whether it is highlighted; the first two lines are.
    pub focus: bool,
    /// Its ranks in order of time.
    pub points: Vec<BumpPoint>,
    /// What stands at its first point where it enters later than the others: `từ 2000`.
    pub entered: Option<String>,
    /// What stands at its last point where it leaves before the end, its name included.
    pub left: Option<String>,
}

/// One rank.
#[derive(Clone, Debug)]
pub(crate) struct BumpPoint {
    /// The number of the edition.
    pub edition: usize,
    /// The rank in halves, since a shared one may lie between two.
    pub halves: u32,
    /// The rank in words: `=5`.
    pub words: String,
    /// Whether others share it.
    pub tied: bool,
    /// Why no line leads here from the point before, where none may. None leads across an edition without the unit.
    pub broken: Option<String>,
}

/// What a chart of many lines leaves out or draws small, the same in both drawings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Deep {
    /// How many lines have a name.
    pub named: usize,
    /// How many are thin and grey.
    pub grey: usize,
    /// How many are not drawn.
    pub left_out: usize,
    /// The last rank that has a row of its own, where ranks beyond it lie closer.
    pub rows: Option<u32>,
    /// Whether editions that lie close are left out, at least in the narrow drawing.
    pub thinned: bool,
}

/// What of a chart is left out or small.
#[must_use]
pub(crate) fn bump_deep(chart: &Bump) -> Deep {
    let plan = layout::plan(chart);
    let grey = plan.grey.len();
    let left_out = chart.lines.len() - plan.named.len() - grey;
    let drawn = !plan.named.is_empty() && !chart.editions.is_empty();
    let thinned = drawn && Layout::new(chart, &plan, Size::Narrow).year_ticks.len() < chart.editions.len();
    Deep { named: plan.named.len(), grey, left_out, rows: (plan.last > plan.rows).then_some(plan.rows), thinned }
}

/// Draws the chart; nothing where no unit has a rank.
#[must_use]
pub(crate) fn bump(chart: &Bump, size: Size) -> String {
    let plan = layout::plan(chart);
    if plan.named.is_empty() || chart.editions.is_empty() {
        return String::new();
    }
    let layout = Layout::new(chart, &plan, size);
    let canvas = Canvas::new(&chart.frame, size, layout.height, layout.plot);
    draw_grid(&canvas, chart, &layout, size);
    let grey: Vec<Vec<(f64, f64)>> = layout.grey.iter().flat_map(|line| layout.runs(line)).collect();
    canvas.lines(&grey, false, "ax0");
    let mut taken = TakenRoom::default();
    for focus in [false, true] {
        for line in layout.named.iter().filter(|line| line.focus == focus) {
            draw_line(&canvas, &layout, line, &mut taken);
        }
    }
    let ties = layout.ties();
    canvas.rings(&ties, layout.ring);
    canvas.equals(&ties);
    ties.iter().for_each(|&place| taken.mark(place, layout.ring));
    for side in [Side::Left, Side::Right] {
        draw_labels(&canvas, &layout, layout.column(side), side, &mut taken);
    }
    draw_ends(&canvas, &layout, size, &mut taken);
    canvas.finish()
}

fn draw_grid(canvas: &Canvas, chart: &Bump, layout: &Layout<'_>, size: Size) {
    let bottom = layout.bottom();
    let words = timeline::year_words(&layout.year_ticks, layout.plot, size);
    if layout.dense {
        words.iter().for_each(|year| canvas.rule_at(year.x, (layout.top - 16.0, bottom), "ax"));
    } else {
        layout.year_ticks.iter().for_each(|m| canvas.rule(f64::from(m.day), layout.top - 16.0, bottom, "ax"));
    }
    if let Some(y) = layout.border {
        canvas.across(layout.plot.low, layout.plot.high, y, "ax0");
    }
    timeline::draw_breaks(canvas, &chart.breaks, layout.plot, size, bottom);
    timeline::draw_years(canvas, &words, layout.top - 24.0);
}

fn draw_line(canvas: &Canvas, layout: &Layout<'_>, line: &DrawnLine<'_>, taken: &mut TakenRoom) {
    canvas.group(
        if line.focus { "s f" } else { "s" },
        &if layout.size == Size::Wide { line.tip(layout.told) } else { String::new() },
    );
    canvas.lines(&layout.runs(line), false, "ln");
    let dots = layout.dots(line);
    dots.iter().for_each(|&place| taken.mark(layout.units(place), layout.dot));
    canvas.rings(&dots, layout.dot);
    canvas.shut();
}

/// The labels beside the plot: rank and name, one rank for those who share it.
fn draw_labels(canvas: &Canvas, layout: &Layout<'_>, column: &LabelColumn<'_>, side: Side, taken: &mut TakenRoom) {
    let (edge, anchor, out) = match side {
        Side::Left => (layout.plot.left, TextAnchor::End, -1.0),
        Side::Right => (layout.plot.right, TextAnchor::Start, 1.0),
    };
    let ranks = edge + out * column.gap;
    let names = ranks + out * (column.ranks + 6.0);
    let mut text = |x: f64, y: f64, anchor: TextAnchor, focus: bool, words: &str| {
        taken.text(x, y, anchor, words);
        canvas.text(x, y, anchor, if focus { "tb" } else { "" }, words);
    };
    for (label, top) in column.labels.iter().zip(&column.tops) {
        let first = top + APART / 2.0 + 4.5;
        let focus = label.lines.iter().any(|line| line.1);
        // Figures end below each other on both sides.
        let x = if side == Side::Left { ranks } else { ranks + column.ranks };
        text(x, first, TextAnchor::End, focus, label.rank);
        for (i, (words, focus)) in label.lines.iter().enumerate() {
            text(names, first + APART * i as f64, anchor, *focus, words);
        }
        if label.is_moved(*top) {
            let ends = [(edge + out * (layout.ring + 2.0), label.y), (ranks - out * 3.0, label.middle(*top))];
            canvas.stroke(&ends, "ax0");
        }
    }
}

/// The words of those who enter or leave within the plot, where there is room for them.
fn draw_ends(canvas: &Canvas, layout: &Layout<'_>, size: Size, taken: &mut TakenRoom) {
    let within = [1.0, size.width() - 1.0, layout.top - 20.0, layout.height];
    for line in &layout.named {
        let ends = [
            (line.points.first(), line.entered, TextAnchor::End, -1.0),
            (line.points.last(), line.left, TextAnchor::Start, 1.0),
        ];
        for (point, words, anchor, out) in ends {
            let (Some(point), Some(words)) = (point, words) else { continue };
            let (x, y) = layout.units(layout.place(point));
            let beside = x + out * (layout.ring.max(layout.dot) + 2.0);
            let spots = [(beside, y + 4.5), (x + out * 2.0, y - 12.0), (x + out * 2.0, y + 21.0)];
            if let Some(&(x, y)) = spots.iter().find(|&&spot| taken.take(spot, anchor, words, within)) {
                canvas.text(x, y, anchor, if line.focus { "tb" } else { "t2" }, words);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bump, BumpLine, BumpPoint, Deep, bump, bump_deep};
    use crate::charts::{ChartFrame, Size, YearTick};

    fn year_tick(year: i32) -> YearTick {
        let short = format!("’{:02}", year % 100);
        YearTick { day: (year - 1990) * 365, label: year.to_string(), short }
    }

    /// A line with a rank for each edition; 0 is none, and the negative of a rank is not joined to the one before.
    fn line(name: &str, ranks: &[i32]) -> BumpLine {
        let points = ranks.iter().enumerate().filter(|(_, rank)| **rank != 0).map(|(edition, rank)| BumpPoint {
            edition,
            halves: rank.unsigned_abs() * 2,
            words: rank.unsigned_abs().to_string(),
            tied: false,
            broken: (*rank < 0).then(|| "new method".to_owned()),
        });
        let points = points.collect();
        BumpLine { name: name.into(), tip: "tip".into(), focus: false, points, entered: None, left: None }
    }

    fn chart(years: &[i32], lines: Vec<BumpLine>) -> Bump {
        let frame = ChartFrame { id: "b".into(), title: "T".into(), description: "D".into() };
        Bump { frame, editions: years.iter().copied().map(year_tick).collect(), breaks: Vec::new(), lines }
    }

    #[track_caller]
    fn has(svg: &str, part: &str) {
        assert!(svg.contains(part), "{part} is not in {svg}");
    }

    #[test]
    fn years_stand_at_their_true_distance() {
        let svg = bump(&chart(&[2000, 2001, 2005], vec![line("A", &[1, 2, 1]), line("B", &[2, 1, 2])]), Size::Wide);
        // The plot runs from 41.11 to 678.89: a fifth of it is 127.56.
        has(&svg, "<path d=\"M41.1 42L168.7 76L678.9 42\" class=\"ln\"/>");
        has(&svg, "viewBox=\"0 0 720 101\"");
    }

    #[test]
    fn lines_break_where_nothing_is_compared() {
        let lines = vec![line("A", &[1, 1, -1, 1]), line("B", &[2, 0, 2, 2])];
        let svg = bump(&chart(&[2000, 2001, 2002, 2003], lines), Size::Wide);
        assert_eq!(svg.matches("class=\"ln\"").count(), 2);
        // A in two pieces, and B only after the edition without it.
        has(
            &svg,
            "<g class=\"s\"><title>tip; new method</title><path d=\"M41.1 42H253.7M466.3 42H678.9\" class=\"ln\"/>",
        );
        has(&svg, "<path d=\"M466.3 76H678.9\" class=\"ln\"/>");
    }

    #[test]
    fn ties_meet_in_one_ring() {
        let mut lines = vec![line("A", &[1, 1]), line("B", &[1, 2]), line("C", &[3, 3])];
        for line in &mut lines[..2] {
            line.points[0].tied = true;
            line.points[0].words = "=1".into();
        }
        let svg = bump(&chart(&[2000, 2001], lines), Size::Wide);
        assert_eq!((svg.matches(">=1<").count(), svg.matches("class=\"eq\"").count()), (1, 1));
        // One ring for both; no other dot is there; the row of rank 2 is empty.
        assert_eq!(svg.matches("M49.9 42h0").count(), 2, "{svg}");
        has(&svg, "class=\"e\">3</text>");
    }

    #[test]
    fn half_a_rank_lies_halfway() {
        let mut lines = vec![line("A", &[1, 1]), line("B", &[2, 2]), line("C", &[2, 3])];
        for line in &mut lines[1..] {
            line.points[0].tied = true;
            line.points[0].halves = 5;
            line.points[0].words = "=2,5".into();
        }
        let svg = bump(&chart(&[2000, 2001], lines), Size::Wide);
        // Ranks lie 34 units apart from 42 down.
        has(&svg, " 93L");
        assert_eq!(svg.matches(">=2,5<").count(), 1, "{svg}");
    }

    #[test]
    fn who_enters_says_when() {
        let mut lines = vec![line("A", &[1, 1, 1]), line("B", &[0, 2, 2])];
        lines[1].entered = Some("từ 2001".into());
        for size in [Size::Wide, Size::Narrow] {
            let svg = bump(&chart(&[2000, 2001, 2002], lines.clone()), size);
            has(&svg, "class=\"e t2\">từ 2001</text>");
        }
    }

    #[test]
    fn crowded_years_are_thinned_when_narrow() {
        let years: Vec<i32> = (2000..2013).collect();
        let svg = bump(&chart(&years, vec![line("A", &[1; 13])]), Size::Narrow);
        assert_eq!((svg.matches("class=\"ax\"").count(), svg.matches(">’0").count()), (7, 4), "{svg}");
        has(&svg, ">2000</text>");
        has(&svg, ">2012</text>");
    }

    #[test]
    fn editions_that_lie_too_close_are_left_out_and_it_is_said() {
        let thinned = |n: usize| {
            let years: Vec<i32> = (1990..).take(n).collect();
            bump_deep(&chart(&years, vec![line("A", &vec![1; n])])).thinned
        };
        assert_eq!([2, 13, 33].map(thinned), [false, false, true]);
    }

    #[test]
    fn two_hundred_units_over_thirty_years_stay_small() {
        let years: Vec<i32> = (1990..2020).collect();
        let lines: Vec<BumpLine> = (0..200)
            .map(|unit| {
                let ranks: Vec<i32> = (0..30).map(|year| 1 + (unit + (year * (unit % 7)) % 11) % 200).collect();
                let mut line = line(&format!("Đơn vị {unit}"), &ranks);
                line.tip = "1990: 1; ".repeat(30);
                line
            })
            .collect();
        let mut chart = chart(&years, lines);
        chart.lines[150].focus = true;
        let (wide, narrow) = (bump(&chart, Size::Wide), bump(&chart, Size::Narrow));
        assert!(wide.len() + narrow.len() <= 20_000, "{} and {} bytes", wide.len(), narrow.len());
        let Deep { named, grey, left_out, rows, .. } = bump_deep(&chart);
        assert_eq!((named + grey + left_out, rows), (200, Some(12)));
        assert!(named <= 15 && grey >= 5, "{named} {grey}");
    }
}
