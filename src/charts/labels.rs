//! Where labels stand so that none covers another: blocks beside a plot, and words along its time.

use super::Size;
use super::axis::{keep_inside, left_end};
use super::canvas::TextAnchor;
use super::text::{width, width_bold, wrap};

/// From one line of a label to the next, and how far labels are pushed apart.
pub(super) const APART: f64 = 17.0;

/// How far letters of 13 units rise above their baseline, marks of Vietnamese included, and fall below it.
const RISE: (f64, f64) = (11.0, 3.0);

/// The tops of blocks, each given by the top that it wants and its height, so that none covers another: they keep their
/// order, move as little as they can together, and none rises above `least`.
pub(super) fn spread(blocks: &[(f64, f64)], least: f64) -> Vec<f64> {
    // Piles of blocks that touch: number, wanted top of the whole in sum, height.
    let mut piles: Vec<(usize, f64, f64)> = Vec::new();
    let top = |pile: &(usize, f64, f64)| (pile.1 / pile.0 as f64).max(least);
    for &(want, height) in blocks {
        let mut pile = (1, want, height);
        while let Some(above) = piles.last().copied() {
            if top(&above) + above.2 <= top(&pile) {
                break;
            }
            piles.pop();
            pile = (above.0 + pile.0, above.1 + pile.1 - pile.0 as f64 * above.2, above.2 + pile.2);
        }
        piles.push(pile);
    }
    let mut tops = Vec::with_capacity(blocks.len());
    let mut rest = blocks.iter();
    for pile in piles {
        let mut y = top(&pile);
        for (_, height) in rest.by_ref().take(pile.0) {
            tops.push(y);
            y += height;
        }
    }
    tops
}

/// A line of words at its place; rows are counted from the top.
pub(super) struct Hung {
    pub(super) x: f64,
    pub(super) anchor: TextAnchor,
    pub(super) row: usize,
    pub(super) words: String,
}

/// Words along the time in rows, none over another, long ones in several lines; and for each how many rows it reaches
/// down. Words hang over their place, or `beside` it by so much; then none is in a higher row than the one before, so that
/// a rule to its place does not cross it.
pub(super) fn hang(items: &[(f64, &str)], size: Size, beside: Option<f64>) -> (Vec<Hung>, Vec<usize>) {
    let mut taken: Vec<(usize, f64, f64)> = Vec::new();
    let (mut hung, mut ends, mut before) = (Vec::new(), Vec::new(), 0);
    for &(place, words) in items {
        let (lines, x, anchor) = hang_one(place, words, size, beside);
        let wide = lines.iter().map(|line| width(line)).fold(0.0, f64::max);
        let left = left_end(x, wide, anchor);
        let free = |first: usize| {
            let rows = first..first + lines.len();
            !taken.iter().any(|&(row, from, to)| rows.contains(&row) && left < to + 8.0 && left + wide > from - 8.0)
        };
        let least = if beside.is_some() { before } else { 0 };
        let first = (least..).find(|&row| free(row)).unwrap_or(least);
        before = first;
        ends.push(first + lines.len());
        for (i, words) in lines.into_iter().enumerate() {
            taken.push((first + i, left, left + wide));
            hung.push(Hung { x, anchor, row: first + i, words });
        }
    }
    (hung, ends)
}

fn hang_one(place: f64, words: &str, size: Size, beside: Option<f64>) -> (Vec<String>, f64, TextAnchor) {
    let Some(beside) = beside else {
        let lines = wrap(words, size.width() - 4.0);
        let wide = lines.iter().map(|line| width(line)).fold(0.0, f64::max);
        let (x, anchor) = keep_inside(place, wide, size);
        return (lines, x, anchor);
    };
    let (before, after) = (place - beside - 1.0, size.width() - place - beside - 1.0);
    if width(words) <= after || after >= before.min(110.0) {
        (wrap(words, after), place + beside, TextAnchor::Start)
    } else {
        (wrap(words, before), place - beside, TextAnchor::End)
    }
}

/// Boxes that are taken, where a label may not stand: left, right, top, bottom.
#[derive(Default)]
pub(super) struct TakenRoom(Vec<[f64; 4]>);

impl TakenRoom {
    /// Takes the place around a mark.
    pub(super) fn mark(&mut self, (x, y): (f64, f64), radius: f64) {
        self.0.push([x - radius, x + radius, y - radius, y + radius]);
    }

    /// Takes the place of a text.
    pub(super) fn text(&mut self, x: f64, y: f64, anchor: TextAnchor, words: &str) {
        self.0.push(text_box(x, y, anchor, words));
    }

    /// Takes the place of a text if all of it is free and lies within `(left, right, top, bottom)`.
    pub(super) fn take(&mut self, (x, y): (f64, f64), anchor: TextAnchor, words: &str, within: [f64; 4]) -> bool {
        let [left, right, top, bottom] = text_box(x, y, anchor, words);
        let inside = left >= within[0] && right <= within[1] && top >= within[2] && bottom <= within[3];
        let meets = |other: &[f64; 4]| left < other[1] && other[0] < right && top < other[3] && other[2] < bottom;
        let free = inside && !self.0.iter().any(meets);
        if free {
            self.0.push([left, right, top, bottom]);
        }
        free
    }
}

fn text_box(x: f64, y: f64, anchor: TextAnchor, words: &str) -> [f64; 4] {
    let wide = width_bold(words);
    let left = left_end(x, wide, anchor);
    [left, left + wide, y - RISE.0, y + RISE.1]
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[track_caller]
    fn case(blocks: &[(f64, f64)], expected: &[f64]) {
        assert_eq!(format!("{:?}", spread(blocks, 0.0)), format!("{expected:?}"));
    }

    #[test]
    fn labels_move_as_little_as_they_can() {
        case(&[(10.0, 17.0), (40.0, 17.0)], &[10.0, 40.0]);
        case(&[(40.0, 17.0), (40.0, 17.0)], &[31.5, 48.5]);
        case(&[(40.0, 17.0), (40.0, 17.0), (50.0, 17.0)], &[26.333333333333332, 43.33333333333333, 60.33333333333333]);
        case(&[(-5.0, 17.0), (0.0, 17.0), (60.0, 17.0)], &[0.0, 17.0, 60.0]);
        case(&[(0.0, 34.0), (20.0, 17.0), (52.0, 17.0)], &[0.0, 34.0, 52.0]);
        case(&[], &[]);
    }
}
