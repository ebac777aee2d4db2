//! What the charts share along their axis: which words fit, and where they hang.

use super::Size;
use super::canvas::{Anchor, Canvas};
use super::text::width;

/// The least space between two words of an axis.
const SPACE: f64 = 8.0;

/// The place and the anchor of a text that keep it within the drawing.
pub(super) fn keep_inside(x: f64, wide: f64, size: Size) -> (f64, Anchor) {
    if x - wide / 2.0 < 1.0 {
        (1.0, Anchor::Start)
    } else if x + wide / 2.0 > size.width() - 1.0 {
        (size.width() - 1.0, Anchor::End)
    } else {
        (x, Anchor::Middle)
    }
}

/// The left end of a text that hangs at a place.
pub(super) fn left_end(x: f64, wide: f64, anchor: Anchor) -> f64 {
    match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - wide / 2.0,
        Anchor::End => x - wide,
    }
}

/// Draws the grid with its words; words that would touch the ones before them, or the edge, are left out.
pub(super) fn draw(canvas: &Canvas, size: Size, ticks: &[(f64, String)], (from, to): (f64, f64), baseline: f64) {
    let mut end = f64::MIN;
    for (value, words) in ticks {
        canvas.rule(*value, from, to, "ax");
        let wide = width(words);
        let (x, anchor) = keep_inside(canvas.x(*value), wide, size);
        let left = left_end(x, wide, anchor);
        if left >= end + SPACE && wide <= size.width() - 2.0 {
            canvas.text(x, baseline, anchor, "t2", words);
            end = left + wide;
        }
    }
}
