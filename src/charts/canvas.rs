//! The canvas that charts are drawn on: the only file that names plotters.
//!
//! plotters maps values to places, through a coordinate system of its own on a backend of ours. Marks are our own: they
//! write SVG with class, title and anchor, which a drawing backend of plotters has no words for. Its coordinates are whole
//! numbers, so places are counted in hundredths of a unit.

use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendColor, BackendCoord, DrawingBackend, DrawingErrorKind};

use super::text::escape;
use super::{ChartFrame, Size};

/// How many parts of a unit plotters counts.
const FINE: f64 = 100.0;

/// How a hatched box looks.
const HATCHED: &str = "fill=\"url(#hatch)\" stroke=\"currentColor\" stroke-opacity=\".5\"";

/// Writes the marks of one drawing.
pub(super) struct Pen {
    out: Rc<RefCell<String>>,
    size: (u32, u32),
}

impl DrawingBackend for Pen {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    /// Never called: every mark is one of ours, and none is made of pixels.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Result<(), DrawingErrorKind<Infallible>> {
        debug_assert!(false, "a mark was drawn pixel by pixel");
        Ok(())
    }
}

/// A mark: places in values, and what is written once plotters has mapped them.
struct Put<'p, F> {
    at: &'p [(f64, f64)],
    paint: F,
}

impl<'a, F> PointCollection<'a, (f64, f64)> for &'a Put<'_, F> {
    type Point = &'a (f64, f64);
    type IntoIter = std::slice::Iter<'a, (f64, f64)>;

    fn point_iter(self) -> Self::IntoIter {
        self.at.iter()
    }
}

impl<F: Fn(&mut String, &[(f64, f64)])> Drawable<Pen> for Put<'_, F> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        places: I,
        pen: &mut Pen,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let units: Vec<(f64, f64)> = places.map(|(x, y)| (f64::from(x) / FINE, f64::from(y) / FINE)).collect();
        (self.paint)(&mut pen.out.borrow_mut(), &units);
        Ok(())
    }
}

/// Which point of a text lies at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextAnchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// One drawing: values from left to right, units from top to bottom.
pub(super) struct Canvas {
    area: DrawingArea<Pen, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
    out: Rc<RefCell<String>>,
    head: String,
}

/// The place of the plot in a drawing, and the values at its two ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plot {
    /// Where the lowest value lies.
    pub(super) left: f64,
    /// Where the highest value lies.
    pub(super) right: f64,
    /// The lowest value.
    pub(super) low: f64,
    /// The highest value.
    pub(super) high: f64,
}

impl Plot {
    /// Where a value lies, in units, before there is a canvas.
    pub(super) fn at(&self, value: f64) -> f64 {
        let high = if self.high > self.low { self.high } else { self.low + 1.0 };
        self.left + (value - self.low) / (high - self.low) * (self.right - self.left)
    }
}

impl Canvas {
    /// An empty drawing of that height.
    pub(super) fn new(frame: &ChartFrame, size: Size, height: f64, plot: Plot) -> Self {
        let out = Rc::new(RefCell::new(String::with_capacity(8 << 10)));
        let fine = |units: f64| (units * FINE).round() as i32;
        let area: DrawingArea<Pen, Shift> =
            Pen { out: Rc::clone(&out), size: (fine(size.width()).unsigned_abs(), fine(height).unsigned_abs()) }
                .into_drawing_area();
        // An empty range has no place for its value: it is widened first.
        let high = if plot.high > plot.low { plot.high } else { plot.low + 1.0 };
        let x = RangedCoordf64::from(plot.low..high);
        let y = RangedCoordf64::from(0.0..height);
        let area = area.apply_coord_spec(Cartesian2d::new(x, y, (fine(plot.left)..fine(plot.right), 0..fine(height))));
        Self { area, out, head: head(frame, size, height) }
    }

    /// Where a value lies, in units.
    pub(super) fn x(&self, value: f64) -> f64 {
        f64::from(self.area.map_coordinate(&(value, 0.0)).0) / FINE
    }

    fn put(&self, at: &[(f64, f64)], paint: impl Fn(&mut String, &[(f64, f64)])) {
        // Our pen never fails, so neither does drawing.
        let _ = self.area.draw(&Put { at, paint });
    }

    /// A bar of that height between two values, with its words.
    pub(super) fn bar(&self, (from, to): (f64, f64), (y, height): (f64, f64), class: &str, tip: &str) {
        self.put(&[(from, y), (to, y + height)], |out, at| {
            let left = at[0].0.min(at[1].0);
            let size = [left, at[0].1, (at[1].0 - at[0].0).abs(), at[1].1 - at[0].1].map(short);
            let _ = write!(
                out,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"{class}\"",
                size[0], size[1], size[2], size[3]
            );
            close(out, "rect", tip);
        });
    }

    /// Bars between two values each, all in one path: `(from, to, y, height)`. Each leaves `gap` free at its end.
    pub(super) fn bars(&self, bars: &[(f64, f64, f64, f64)], gap: f64, class: &str) {
        let at: Vec<(f64, f64)> =
            bars.iter().flat_map(|&(from, to, y, height)| [(from, y), (to, y + height)]).collect();
        if at.is_empty() {
            return;
        }
        self.put(&at, |out, at| {
            out.push_str("<path d=\"");
            for ends in at.chunks_exact(2) {
                let left = ends[0].0.min(ends[1].0);
                let width = ((ends[1].0 - ends[0].0).abs() - gap).max(0.2);
                // A tenth of a unit is finer than any screen; these are most of a drawing's bytes.
                let [x, y, width, height] =
                    [left, ends[0].1, width, ends[1].1 - ends[0].1].map(|n| short((n * 10.0).round() / 10.0));
                let _ = write!(out, "M{x} {y}h{width}v{height}H{x}z");
            }
            let _ = write!(out, "\" class=\"{class}\"/>");
        });
    }

    /// Dots of one radius, all in one path: round ends of lines without length.
    pub(super) fn dots(&self, at: &[(f64, f64)], radius: f64) {
        if at.is_empty() {
            return;
        }
        self.put(at, |out, at| {
            let _ = write!(out, "<path class=\"ds\" stroke-width=\"{}\" d=\"", short(radius * 2.0));
            for (x, y) in at {
                let _ = write!(out, "M{} {}h0", short(*x), short(*y));
            }
            out.push_str("\"/>");
        });
    }

    /// Rings of one radius in two paths: round ends of lines without length, and paper within them.
    pub(super) fn rings(&self, at: &[(f64, f64)], radius: f64) {
        if at.is_empty() {
            return;
        }
        self.put(at, |out, at| {
            let places: String = at.iter().map(|(x, y)| format!("M{} {}h0", short(*x), short(*y))).collect();
            for (class, width) in [("ro", radius * 2.0 + 2.0), ("ri", radius * 2.0 - 2.0)] {
                let _ = write!(out, "<path class=\"{class}\" stroke-width=\"{}\" d=\"{places}\"/>", short(width));
            }
        });
    }

    /// Signs of equality, all in one path.
    pub(super) fn equals(&self, at: &[(f64, f64)]) {
        if at.is_empty() {
            return;
        }
        self.put(at, |out, at| {
            out.push_str("<path class=\"eq\" d=\"");
            for (x, y) in at {
                let _ = write!(out, "M{} {}h6m0 3.6h-6", short(*x - 3.0), short(*y - 1.8));
            }
            out.push_str("\"/>");
        });
    }

    /// Lines from place to place, all in one path; a place alone is no line. `stepped` lines keep their height until the
    /// next place. Places are written to a tenth of a unit.
    pub(super) fn lines(&self, lines: &[Vec<(f64, f64)>], stepped: bool, class: &str) {
        let lines: Vec<&Vec<(f64, f64)>> = lines.iter().filter(|line| line.len() > 1).collect();
        let at: Vec<(f64, f64)> = lines.iter().flat_map(|line| line.iter().copied()).collect();
        if at.is_empty() {
            return;
        }
        self.put(&at, |out, at| {
            let mut rest = at;
            out.push_str("<path d=\"");
            for line in &lines {
                let (places, after) = rest.split_at(line.len());
                write_line(out, places, stepped);
                rest = after;
            }
            let _ = write!(out, "\" class=\"{class}\"/>");
        });
    }

    /// A triangle under a value that points up to it.
    pub(super) fn pointer(&self, value: f64, y: f64) {
        self.put(&[(value, y)], |out, at| {
            let _ = write!(out, "<path d=\"M{} {}l4 6h-8z\" class=\"ik\"/>", short(at[0].0), short(at[0].1));
        });
    }

    /// A box of a colour at a place in units.
    pub(super) fn square(&self, (x, y): (f64, f64), (width, height): (f64, f64), class: &str) {
        let [x, y, width, height] = [x, y, width, height].map(short);
        let mut out = self.out.borrow_mut();
        let _ = write!(out, "<path d=\"M{x} {y}h{width}v{height}h-{width}z\" class=\"{class}\"/>");
    }

    /// Begins a row, with its words if it has some.
    pub(super) fn open(&self, tip: &str) {
        self.group("", tip);
    }

    /// Begins marks of one class that belong together, with their words if they have some.
    pub(super) fn group(&self, class: &str, tip: &str) {
        let mut out = self.out.borrow_mut();
        let _ = if class.is_empty() { write!(out, "<g>") } else { write!(out, "<g class=\"{class}\">") };
        if !tip.is_empty() {
            let _ = write!(out, "<title>{}</title>", escape(tip));
        }
    }

    /// Ends a row.
    pub(super) fn shut(&self) {
        self.out.borrow_mut().push_str("</g>\n");
    }

    /// A hatched box between two values: somewhere in here.
    pub(super) fn hatch(&self, from: f64, to: f64, y: f64, height: f64, tip: &str) {
        self.put(&[(from, y), (to, y + height)], |out, at| {
            let size = [at[0].0, at[0].1 + 0.5, (at[1].0 - at[0].0).max(1.0), at[1].1 - at[0].1 - 1.0].map(short);
            let _ = write!(
                out,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {HATCHED}",
                size[0], size[1], size[2], size[3]
            );
            close(out, "rect", tip);
        });
    }

    /// A hatched box around a place in units: its middle and width, its top and bottom.
    pub(super) fn hatch_at(&self, (x, wide): (f64, f64), (top, bottom): (f64, f64), tip: &str) {
        let [x, y, wide, height] = [x - wide / 2.0, top, wide, (bottom - top).max(1.0)].map(short);
        let mut out = self.out.borrow_mut();
        let _ = write!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{height}\" {HATCHED}");
        close(&mut out, "rect", tip);
    }

    /// A line between two values with a cap at its end, and at its start if it has one.
    pub(super) fn whisker(&self, from: f64, to: f64, y: f64, both: bool, tip: &str) {
        self.put(&[(from, y), (to, y)], |out, at| {
            let [x1, y1, x2] = [at[0].0, at[0].1, at[1].0.max(at[0].0)].map(short);
            let cap = if both { format!("M{x1} {}v8", short(at[0].1 - 4.0)) } else { String::new() };
            let _ = write!(out, "<path d=\"M{x1} {y1}H{x2}M{x2} {}v8{cap}\" class=\"ax0\"", short(at[0].1 - 4.0));
            close(out, "path", tip);
        });
    }

    /// A dot at a value.
    pub(super) fn dot(&self, value: f64, y: f64, radius: f64, class: &str, tip: &str) {
        self.put(&[(value, y)], |out, at| {
            let [x, y, r] = [at[0].0, at[0].1, radius].map(short);
            let _ = write!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" class=\"{class}\"");
            close(out, "circle", tip);
        });
    }

    /// A line straight down at a value.
    pub(super) fn rule(&self, value: f64, from: f64, to: f64, class: &str) {
        self.put(&[(value, from), (value, to)], |out, at| {
            let [x, y1, y2] = [at[0].0, at[0].1, at[1].1].map(short);
            let _ = write!(out, "<path d=\"M{x} {y1}V{y2}\" class=\"{class}\"/>");
        });
    }

    /// A line straight down at a place in units.
    pub(super) fn rule_at(&self, x: f64, (from, to): (f64, f64), class: &str) {
        let [x, from, to] = [x, from, to].map(short);
        let _ = write!(self.out.borrow_mut(), "<path d=\"M{x} {from}V{to}\" class=\"{class}\"/>");
    }

    /// A line between places in units.
    pub(super) fn stroke(&self, places: &[(f64, f64)], class: &str) {
        let mut out = self.out.borrow_mut();
        out.push_str("<path d=\"");
        write_line(&mut out, places, false);
        let _ = write!(out, "\" class=\"{class}\"/>");
    }

    /// A line across from one value to another.
    pub(super) fn across(&self, from: f64, to: f64, y: f64, class: &str) {
        self.put(&[(from, y), (to, y)], |out, at| {
            let [x1, y, x2] = [at[0].0, at[0].1, at[1].0].map(short);
            let _ = write!(out, "<path d=\"M{x1} {y}H{x2}\" class=\"{class}\"/>");
        });
    }

    /// A text at a place in units. A halo of paper keeps it readable over lines; letters in coloured parts (`od`, `ow`)
    /// have none and are centred.
    pub(super) fn text(&self, x: f64, y: f64, anchor: TextAnchor, class: &str, text: &str) {
        let mut classes = Vec::new();
        classes.extend(match anchor {
            TextAnchor::Start => None,
            TextAnchor::Middle => Some("mi"),
            TextAnchor::End => Some("e"),
        });
        classes.extend(Some(class).filter(|class| !class.is_empty()));
        let classes = if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) };
        let mut out = self.out.borrow_mut();
        let _ = write!(out, "<text x=\"{}\" y=\"{}\"{classes}>{}</text>", short(x), short(y), escape(text));
    }

    /// The whole drawing.
    pub(super) fn finish(self) -> String {
        let marks = self.out.borrow();
        format!("{}{marks}</svg>\n", self.head)
    }
}

fn head(frame: &ChartFrame, size: Size, height: f64) -> String {
    let (class, suffix) = match size {
        Size::Wide => ("cw", "w"),
        Size::Narrow => ("cn", "n"),
    };
    let id = escape(&frame.id);
    format!(
        "<svg class=\"c {class}\" viewBox=\"0 0 {} {}\" paint-order=\"stroke\" role=\"img\" aria-labelledby=\"{id}-{suffix}t {id}-{suffix}d\">\
         <title id=\"{id}-{suffix}t\">{}</title><desc id=\"{id}-{suffix}d\">{}</desc>\n",
        short(size.width()),
        short(height),
        escape(&frame.title),
        escape(&frame.description)
    )
}

/// Writes a line from place to place; a stretch that is level or upright takes one number, however many places lie on it.
fn write_line(out: &mut String, places: &[(f64, f64)], stepped: bool) {
    let tenth = |n: f64| short((n * 10.0).round() / 10.0);
    let places: Vec<(String, String)> = places.iter().map(|&(x, y)| (tenth(x), tenth(y))).collect();
    for (i, (x, y)) in places.iter().enumerate() {
        let before = i.checked_sub(1).map(|i| &places[i]);
        let level_on = places.get(i + 1).is_some_and(|next| next.1 == *y);
        let _ = match before {
            None => write!(out, "M{x} {y}"),
            Some((_, old)) if old == y && level_on => Ok(()),
            Some((_, old)) if old == y => write!(out, "H{x}"),
            Some((old, _)) if old == x => write!(out, "V{y}"),
            Some(_) if stepped => write!(out, "H{x}V{y}"),
            Some(_) => write!(out, "L{x} {y}"),
        };
    }
}

/// Ends a mark, with its words if it has some.
fn close(out: &mut String, name: &str, tip: &str) {
    if tip.is_empty() {
        out.push_str("/>");
    } else {
        let _ = write!(out, "><title>{}</title></{name}>", escape(tip));
    }
}

/// A coordinate with two decimals at most.
fn short(value: f64) -> String {
    let hundredths = (value * FINE).round() as i64;
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let mut text = String::with_capacity(8);
    if hundredths < 0 {
        text.push('-');
    }
    let _ = match rest {
        0 => write!(text, "{whole}"),
        rest if rest % 10 == 0 => write!(text, "{whole}.{}", rest / 10),
        rest => write!(text, "{whole}.{rest:02}"),
    };
    text
}

#[cfg(test)]
mod tests {
    use super::short;

    #[track_caller]
    fn case(value: f64, expected: &str) {
        assert_eq!(short(value), expected);
    }

    #[test]
    fn coordinates_have_two_decimals_at_most() {
        case(12.0, "12");
        case(12.5, "12.5");
        case(12.345, "12.35");
        case(0.05, "0.05");
        case(-0.001, "0");
        case(-3.25, "-3.25");
    }
}
