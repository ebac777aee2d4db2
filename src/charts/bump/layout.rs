//! Which lines a bump chart draws, and where everything in it stands.

use super::{Bump, BumpLine, BumpPoint};
use crate::charts::Size;
use crate::charts::canvas::Plot;
use crate::charts::labels::{APART, spread};
use crate::charts::text::{width_bold, wrap};
use crate::charts::timeline::{YearTick, room_of_breaks};

/// The ranks of the last edition whose lines have a name, and how many lines may have one.
const NAMED: (u32, usize) = (12, 15);
/// The most points of thin lines.
const GREY: usize = 320;
/// The most ranks that all have a row of their own.
const ROWS: u32 = 20;
/// The room of the ranks beyond them.
const DEEP: f64 = 150.0;
/// The most points that have a dot each.
const DOTS: usize = 160;
/// The most bytes of words that marks have.
const TOLD: usize = 3000;
/// The most lines of focus.
const FOCUS: usize = 2;

impl BumpPoint {
    /// The row that it lies in, or right above.
    fn row(&self) -> u32 {
        self.halves.div_ceil(2)
    }
}

/// Which lines are drawn, as numbers.
pub(super) struct Plan {
    pub(super) named: Vec<usize>,
    pub(super) grey: Vec<usize>,
    /// The last rank that has a row of its own.
    pub(super) rows: u32,
    /// The last rank that is drawn.
    pub(super) last: u32,
}

/// Chooses the lines: all of a few; of many those at the top of the last edition, and those that were ever there in grey.
pub(super) fn plan(chart: &Bump) -> Plan {
    let shown: Vec<usize> = (0..chart.lines.len()).filter(|&i| !chart.lines[i].points.is_empty()).collect();
    let newest = chart.editions.len().saturating_sub(1);
    let at_end = |i: usize| chart.lines[i].points.last().filter(|p| p.edition == newest).map(BumpPoint::row);
    let mut named: Vec<usize> = shown.iter().copied().filter(|&i| chart.lines[i].focus).take(FOCUS).collect();
    if shown.len() <= NAMED.1 {
        named = shown.clone();
    } else {
        let mut top: Vec<usize> = shown.iter().copied().filter(|&i| at_end(i).is_some()).collect();
        top.sort_by_key(|&i| at_end(i));
        let within = top.iter().filter(|&&i| at_end(i) <= Some(NAMED.0)).count();
        top.truncate(if within <= NAMED.1 - FOCUS { within } else { NAMED.0 as usize });
        top.retain(|i| !named.contains(i));
        named.extend(top);
        named.sort_unstable();
    }
    let ranks = |i: &usize| chart.lines[*i].points.iter().map(BumpPoint::row).max();
    let mut last = named.iter().filter_map(ranks).max().unwrap_or(1);
    let highest = shown.iter().filter_map(ranks).max().unwrap_or(1);
    let ends = named.iter().filter(|&&i| !chart.lines[i].focus).filter_map(|&i| at_end(i)).max();
    let rows = if highest <= ROWS { highest } else { ends.unwrap_or(1).clamp(NAMED.0, ROWS) };
    let mut grey: Vec<usize> = shown.into_iter().filter(|i| !named.contains(i)).collect();
    if points(chart, &grey) > GREY {
        grey.retain(|&i| chart.lines[i].points.iter().any(|point| point.row() <= rows));
        while points(chart, &grey) > GREY {
            grey.pop();
        }
    }
    last = grey.iter().filter_map(ranks).max().map_or(last, |rank| rank.max(last));
    Plan { named, grey, rows: rows.min(last), last }
}

fn points(chart: &Bump, lines: &[usize]) -> usize {
    lines.iter().map(|&i| chart.lines[i].points.len()).sum()
}

/// A side of the plot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// A line with its points in the editions that are drawn, in runs that are joined.
pub(super) struct DrawnLine<'c> {
    line: &'c BumpLine,
    pub(super) focus: bool,
    pub(super) points: Vec<&'c BumpPoint>,
    /// For each point whether a line leads to it from the one before.
    joined: Vec<bool>,
    pub(super) entered: Option<&'c str>,
    pub(super) left: Option<&'c str>,
}

impl<'c> DrawnLine<'c> {
    fn new(line: &'c BumpLine, focus: bool, kept: &[usize]) -> Self {
        let (mut points, mut joined) = (Vec::new(), Vec::new());
        let (mut whole, mut before) = (false, None);
        for point in &line.points {
            whole &= point.broken.is_none() && before == Some(point.edition);
            before = Some(point.edition + 1);
            if kept.contains(&point.edition) {
                points.push(point);
                joined.push(whole);
                whole = true;
            }
        }
        Self { line, focus, points, joined, entered: line.entered.as_deref(), left: line.left.as_deref() }
    }

    /// Its words, or only its name, and why it breaks.
    pub(super) fn tip(&self, told: bool) -> String {
        let mut words = vec![if told { self.line.tip.as_str() } else { self.line.name.as_str() }];
        for why in self.line.points.iter().filter_map(|point| point.broken.as_deref()) {
            if !words.contains(&why) {
                words.push(why);
            }
        }
        words.join("; ")
    }
}

/// The label of a rank at a side: its words, and the lines of the names that share it, some of them meant.
pub(super) struct EndLabel<'c> {
    pub(super) rank: &'c str,
    pub(super) lines: Vec<(String, bool)>,
    /// Where the lines end that it names.
    pub(super) y: f64,
    at: f64,
    names: usize,
}

impl EndLabel<'_> {
    fn height(&self) -> f64 {
        APART * self.lines.len().max(1) as f64
    }

    /// Where its place is meant to be in it: the middle of one name, the first line of several.
    fn offset(&self) -> f64 {
        if self.names > 1 { APART / 2.0 } else { self.height() / 2.0 }
    }

    /// What of it belongs beside the end of its lines, once its top is known.
    pub(super) fn middle(&self, top: f64) -> f64 {
        top + self.offset()
    }

    /// Whether it stands so far from there that a line must lead to it.
    pub(super) fn is_moved(&self, top: f64) -> bool {
        (self.middle(top) - self.y).abs() > 5.0
    }
}

/// The labels of a side.
#[derive(Default)]
pub(super) struct LabelColumn<'c> {
    pub(super) labels: Vec<EndLabel<'c>>,
    pub(super) tops: Vec<f64>,
    /// How wide its ranks are.
    pub(super) ranks: f64,
    /// From the plot to its ranks.
    pub(super) gap: f64,
    /// How wide all of it is.
    wide: f64,
}

/// Where everything stands.
pub(super) struct Layout<'c> {
    pub(super) size: Size,
    pub(super) plot: Plot,
    pub(super) height: f64,
    /// Where rank 1 lies.
    pub(super) top: f64,
    pub(super) dense: bool,
    /// Whether there is room for all ranks of a line in words.
    pub(super) told: bool,
    /// The radius of dots and of the rings of ties.
    pub(super) dot: f64,
    pub(super) ring: f64,
    pub(super) year_ticks: Vec<&'c YearTick>,
    pub(super) named: Vec<DrawnLine<'c>>,
    pub(super) grey: Vec<DrawnLine<'c>>,
    /// Where rows end and deeper ranks begin.
    pub(super) border: Option<f64>,
    days: Vec<f64>,
    rows: RankRows,
    columns: [LabelColumn<'c>; 2],
}

/// How ranks become places: rows of one height, then a closer part.
#[derive(Clone, Copy)]
struct RankRows {
    rows: u32,
    pitch: f64,
    deep: f64,
}

impl RankRows {
    fn new(plan: &Plan, pitch: f64) -> Self {
        let more = f64::from(plan.last - plan.rows).max(1.0);
        Self { rows: plan.rows, pitch, deep: (DEEP / more).min(pitch) }
    }

    /// How far below rank 1 a rank lies.
    fn below(self, rank: f64) -> f64 {
        let rows = f64::from(self.rows);
        let row = rank.clamp(1.0, rows);
        let more = (rank - rows).max(0.0);
        let step = if more > 0.0 { self.pitch / 2.0 } else { 0.0 };
        (row - 1.0) * self.pitch + step + more * self.deep
    }
}

/// A rank from its halves.
fn rank(halves: u32) -> f64 {
    f64::from(halves) / 2.0
}

impl<'c> Layout<'c> {
    pub(super) fn new(chart: &'c Bump, plan: &Plan, size: Size) -> Self {
        let day = |i: usize| f64::from(chart.editions[i].day);
        let newest = chart.editions.len() - 1;
        let mut plot = Plot { left: 0.0, right: 0.0, low: day(0), high: day(newest) };
        let all: Vec<usize> = (0..=newest).collect();
        let lines = lines(chart, plan, &all);
        let mut columns = [column(&lines, 0, size, Side::Left), column(&lines, newest, size, Side::Right)];
        let least = if size == Size::Wide { 34.0 } else { 32.0 };
        let tallest = columns.iter().flat_map(|c| &c.labels).map(|l| l.height() / l.names as f64 + 2.0);
        let rows = RankRows::new(plan, tallest.fold(least, f64::max).min(88.0));
        columns.iter_mut().for_each(|column| column.place(&rows));
        plot.left = columns[0].wide + 2.0;
        plot.right = size.width() - columns[1].wide - 2.0;
        let top = 42.0 + room_of_breaks(&chart.breaks, plot, size);
        let least = top + rows.below(f64::from(plan.last)) + 25.0;
        let height = columns.iter_mut().map(|column| column.lower(top)).fold(least, f64::max);
        let kept = thin(&all, &|i| plot.at(day(i)), if size == Size::Wide { 15.0 } else { 16.0 });
        let near = kept.windows(2).map(|pair| plot.at(day(pair[1])) - plot.at(day(pair[0]))).fold(99.0, f64::min);
        let all = self::lines(chart, plan, &kept);
        let grey = plan.grey.iter().map(|&i| DrawnLine::new(&chart.lines[i], false, &kept)).collect();
        let dots: usize = all.iter().map(|line| line.points.len()).sum();
        let dense = near < 22.0 || dots > DOTS;
        let border = (plan.last > plan.rows).then(|| top + rows.below(f64::from(plan.rows)) + rows.pitch / 2.0);
        Self {
            size,
            plot,
            height,
            top,
            dense,
            told: plan.named.iter().map(|&i| chart.lines[i].tip.len()).sum::<usize>() <= TOLD,
            dot: if dense { 3.0 } else { 5.0 },
            ring: (near / 2.0 - 0.5).clamp(6.5, 9.0),
            year_ticks: kept.iter().map(|&i| &chart.editions[i]).collect(),
            named: all,
            grey,
            border,
            days: chart.editions.iter().map(|edition| f64::from(edition.day)).collect(),
            rows,
            columns,
        }
    }

    pub(super) fn column(&self, side: Side) -> &LabelColumn<'c> {
        &self.columns[usize::from(side == Side::Right)]
    }

    /// Where the plot ends.
    pub(super) fn bottom(&self) -> f64 {
        self.height - 8.0
    }

    /// The day of a point, and its place from the top.
    pub(super) fn place(&self, point: &BumpPoint) -> (f64, f64) {
        (self.days[point.edition], self.top + self.rows.below(rank(point.halves)))
    }

    /// The same in units.
    pub(super) fn units(&self, (day, y): (f64, f64)) -> (f64, f64) {
        (self.plot.at(day), y)
    }

    /// The pieces of a line.
    pub(super) fn runs(&self, line: &DrawnLine<'_>) -> Vec<Vec<(f64, f64)>> {
        let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
        for (point, joined) in line.points.iter().zip(&line.joined) {
            match runs.last_mut() {
                Some(run) if *joined => run.push(self.place(point)),
                _ => runs.push(vec![self.place(point)]),
            }
        }
        runs
    }

    /// The points of a line that have a dot; where years are dense, only the ends of its pieces.
    pub(super) fn dots(&self, line: &DrawnLine<'_>) -> Vec<(f64, f64)> {
        let end = |i: usize| !line.joined[i] || line.joined.get(i + 1).is_none_or(|joined| !joined);
        let dotted = |i: &usize| !line.points[*i].tied && (!self.dense || end(*i));
        (0..line.points.len()).filter(dotted).map(|i| self.place(line.points[i])).collect()
    }

    /// Where units share a rank.
    pub(super) fn ties(&self) -> Vec<(f64, f64)> {
        let tied = self.named.iter().flat_map(|line| line.points.iter().filter(|point| point.tied));
        let mut ties: Vec<(usize, u32)> = tied.map(|point| (point.edition, point.halves)).collect();
        ties.sort_unstable();
        ties.dedup();
        let place = |(edition, halves): (usize, u32)| (self.days[edition], self.top + self.rows.below(rank(halves)));
        ties.into_iter().map(place).collect()
    }
}

fn lines<'c>(chart: &'c Bump, plan: &Plan, kept: &[usize]) -> Vec<DrawnLine<'c>> {
    let mut focus = 0;
    let named = plan.named.iter().map(|&i| {
        focus += usize::from(chart.lines[i].focus);
        DrawnLine::new(&chart.lines[i], chart.lines[i].focus && focus <= FOCUS, kept)
    });
    named.collect()
}

/// The editions that stand apart by so much, from the last one back; the first is always among them.
fn thin(all: &[usize], place: &dyn Fn(usize) -> f64, apart: f64) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    for &i in all.iter().rev() {
        if kept.last().is_none_or(|&later| place(later) - place(i) >= apart) {
            kept.push(i);
        }
    }
    if kept.last() != Some(&0) {
        if kept.len() > 1 {
            kept.pop();
        }
        kept.push(0);
    }
    kept.reverse();
    kept
}

/// The labels at an edition: names in lines that are not too wide, in order of rank.
fn column<'c>(lines: &[DrawnLine<'c>], edition: usize, size: Size, side: Side) -> LabelColumn<'c> {
    let here = |line: &DrawnLine<'c>| line.points.iter().find(|point| point.edition == edition).copied();
    let mut found: Vec<(&'c BumpPoint, &'c str, bool)> =
        lines.iter().filter_map(|line| Some((here(line)?, line.line.name.as_str(), line.focus))).collect();
    found.sort_by_key(|(point, ..)| point.halves);
    let ranks = found.iter().map(|(point, ..)| width_bold(&point.words)).fold(0.0, f64::max);
    let widest = found.iter().map(|(_, name, _)| width_bold(name)).fold(0.0, f64::max);
    let limit = match (size, side) {
        (Size::Wide, Side::Right) => Some(200.0),
        (Size::Narrow, Side::Right) => Some(98.0),
        // Names that are long stand at the right alone.
        (Size::Wide, Side::Left) => Some(150.0).filter(|limit| widest <= *limit),
        (Size::Narrow, Side::Left) => None,
    };
    let mut labels: Vec<EndLabel<'c>> = Vec::new();
    let mut before = None;
    for (point, name, focus) in found {
        // Bold letters are wider than the others that lines are measured by.
        let words = limit.map(|limit| wrap(name, limit / 1.06)).unwrap_or_default();
        let words = words.into_iter().map(|words| (words, focus));
        match labels.last_mut() {
            Some(label) if before == Some(point.halves) => {
                label.lines.extend(words);
                label.names += 1;
            }
            _ => labels.push(EndLabel {
                rank: &point.words,
                lines: words.collect(),
                y: 0.0,
                at: rank(point.halves),
                names: 1,
            }),
        }
        before = Some(point.halves);
    }
    LabelColumn { labels, ranks, ..LabelColumn::default() }
}

impl LabelColumn<'_> {
    /// Sets the places of its labels, counted from rank 1, and with them how wide it is.
    fn place(&mut self, rows: &RankRows) {
        for label in &mut self.labels {
            label.y = rows.below(label.at);
        }
        let wanted = self.labels.iter().map(|label| (label.y - label.offset(), label.height()));
        self.tops = spread(&wanted.collect::<Vec<_>>(), -APART / 2.0 - 4.0);
        let names = self.labels.iter().flat_map(|label| &label.lines).map(|(words, _)| width_bold(words));
        let names = names.fold(0.0, f64::max);
        let moved = self.labels.iter().zip(&self.tops).any(|(label, top)| label.is_moved(*top));
        self.gap = if moved { 26.0 } else { 14.0 };
        self.wide = self.gap + self.ranks + if names > 0.0 { 6.0 + names } else { 0.0 };
    }

    /// Moves it down, and says where it ends.
    fn lower(&mut self, by: f64) -> f64 {
        self.labels.iter_mut().for_each(|label| label.y += by);
        self.tops.iter_mut().for_each(|top| *top += by);
        let ends = self.labels.iter().zip(&self.tops).map(|(label, top)| top + label.height());
        ends.fold(0.0, f64::max)
    }
}
