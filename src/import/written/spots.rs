//! A text that is being written, with the cells of the sheet that its parts come from.

use std::ops::Range;

use crate::import::table::CellAt;

/// A file of the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrittenFile {
    /// Its path: `content/scores/2018.yaml`.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
    spots: Vec<(Range<usize>, CellAt)>,
    beside: Vec<(CellAt, CellAt)>,
}

impl WrittenFile {
    /// The cell of the score beside that of a rank, if both are known.
    pub(crate) fn score_of(&self, rank: CellAt) -> Option<CellAt> {
        self.beside.iter().find(|(at, _)| *at == rank).map(|(_, score)| *score)
    }

    /// The cell that a place of the text comes from: the smallest part around it, or the first one in it.
    pub(crate) fn cell(&self, start: usize, end: usize) -> Option<CellAt> {
        let around = self.spots.iter().filter(|(range, _)| range.start <= start && start < range.end);
        let around = around.min_by_key(|(range, _)| range.len());
        let inside = || self.spots.iter().find(|(range, _)| start <= range.start && range.start < end);
        around.or_else(inside).map(|(_, at)| *at)
    }
}

/// A text that grows.
#[derive(Default)]
pub(super) struct Spots {
    text: String,
    spots: Vec<(Range<usize>, CellAt)>,
    /// Cells of ranks, each with that of the score beside it.
    beside: Vec<(CellAt, CellAt)>,
}

impl Spots {
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds a part that comes from a cell.
    pub(super) fn push_of(&mut self, text: &str, at: Option<CellAt>) {
        let start = self.text.len();
        self.text.push_str(text);
        self.spots.extend(at.map(|at| (start..self.text.len(), at)));
    }

    /// Notes which score stands beside a rank.
    pub(super) fn note_beside(&mut self, rank: Option<CellAt>, score: Option<CellAt>) {
        self.beside.extend(rank.zip(score));
    }

    /// Adds a line with its parts.
    pub(super) fn push_parts(&mut self, parts: &Parts) {
        let start = self.text.len();
        self.text.push_str(&parts.text);
        let moved = |(range, at): &(Range<usize>, CellAt)| (range.start + start..range.end + start, *at);
        self.spots.extend(parts.spots.iter().map(moved));
        self.beside.extend(&parts.beside);
    }

    pub(super) fn file(self, path: String) -> WrittenFile {
        WrittenFile { path, text: self.text, spots: self.spots, beside: self.beside }
    }
}

/// A piece of a line, made before its place is known.
pub(super) type Parts = Spots;

impl Spots {
    /// How many characters it has.
    pub(super) fn width(&self) -> usize {
        self.text.chars().count()
    }
}

#[cfg(test)]
mod tests {
    use super::Spots;
    use crate::import::table::CellAt;

    #[test]
    fn a_place_is_told_by_the_smallest_part_around_it() {
        let at = |row, column| Some(CellAt::new(row, column));
        let mut spots = Spots::default();
        spots.push("x: ");
        let mut parts = Spots::default();
        parts.push_of("{ rank: ", at(0, 0));
        parts.push_of("3", at(0, 1));
        spots.push_parts(&parts);
        let file = spots.file("a".to_owned());
        assert_eq!(file.text, "x: { rank: 3");
        assert_eq!(
            [file.cell(4, 5), file.cell(11, 12), file.cell(0, 2), file.cell(0, 4)],
            [at(0, 0), at(0, 1), None, at(0, 0)]
        );
    }
}
