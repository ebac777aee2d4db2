//! Long tables over several pages: which rows stand on which page.

use std::ops::Range;

use crate::report::blocks::{BlockKind, Blocks, RankBlock};
use crate::report::group::GroupResult;

/// The most rows on a page.
const ROWS: usize = 500;

/// The fewest rows on a page of a table that has several.
pub(crate) const MIN_ROWS_OF_PAGE: usize = 100;

/// About how many cells a page holds, ranks and names among them: more make it heavy, and slow to sort on a telephone.
const CELLS: usize = 1200;

/// From how many units on the page of an edition shows only the first of a group, and how many these are.
const FIRST: (usize, usize) = (100, 50);

/// Which rows of a ranking a table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowsShown {
    /// All of them, or their first page where they have several.
    Page(usize),
    /// So many from the top.
    First(usize),
}

/// How many rows of a table with that many columns of scores stand on a page.
pub(crate) fn per_page(columns: usize) -> usize {
    (CELLS / (columns + 2) / 50 * 50).clamp(MIN_ROWS_OF_PAGE, ROWS)
}

/// The rows of each page of a table whose last `tail` rows are not ranked. Those are not parted if they are few.
fn ranges(n: usize, tail: usize, size: usize) -> Vec<Range<usize>> {
    let parted = if tail * 2 <= size { n - tail } else { n };
    let pages = parted.div_ceil(size).max(1);
    let mut ranges: Vec<Range<usize>> = (0..pages).map(|i| i * size..parted.min((i + 1) * size)).collect();
    if let Some(last) = ranges.last_mut() {
        last.end = n;
    }
    ranges
}

/// The rows of each page of a ranking that stands in these blocks; one range where it has one page.
pub(crate) fn pages_of(blocks: &Blocks, columns: usize) -> Vec<Range<usize>> {
    let tail = blocks.iter().filter(|block| block.kind == BlockKind::Unranked).map(RankBlock::len).sum();
    ranges(blocks.n_rows(), tail, per_page(columns))
}

/// The part of a block that stands on a page.
pub(crate) struct BlockOnPage<'b> {
    /// All its rows, on whichever page.
    pub(crate) whole: RankBlock<'b>,
    /// Those that stand here.
    pub(crate) here: RankBlock<'b>,
    /// How many of them stand on pages before.
    pub(crate) before: usize,
}

impl BlockOnPage<'_> {
    /// The row before the first one that stands here, and the one behind the last.
    pub(crate) fn around(&self) -> (Option<usize>, Option<usize>) {
        let before = self.before.checked_sub(1).and_then(|at| self.whole.row(at));
        (before, self.whole.row(self.before + self.here.len()))
    }
}

/// What stands on a page of the blocks of a ranking.
pub(crate) fn cut(blocks: &Blocks, columns: usize, rows: RowsShown) -> Vec<BlockOnPage<'_>> {
    let range = match rows {
        RowsShown::First(n) => 0..n,
        RowsShown::Page(number) => pages_of(blocks, columns).into_iter().nth(number - 1).unwrap_or_default(),
    };
    let (mut at, mut cuts) = (0, Vec::new());
    for whole in blocks.iter() {
        let inside = |row: usize| row.clamp(at, at + whole.len()) - at;
        let (start, end) = (inside(range.start), inside(range.end));
        if start < end {
            cuts.push(BlockOnPage { whole, here: whole.part(start, end), before: start });
        }
        at += whole.len();
    }
    cuts
}

/// Which rows of a group the page of its edition shows; nothing where it shows all.
pub(crate) fn first_rows(part: GroupResult<'_>) -> Option<usize> {
    (part.group.units.len() > FIRST.0).then_some(FIRST.1)
}

#[cfg(test)]
mod tests {
    use super::{RowsShown, cut, per_page, ranges};
    use crate::report::blocks::{BlockKind, Blocks};

    #[track_caller]
    fn case(n: usize, tail: usize, size: usize, expected: &[(usize, usize)]) {
        let found: Vec<(usize, usize)> = ranges(n, tail, size).into_iter().map(|r| (r.start, r.end)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn wide_rows_make_shorter_pages() {
        let found: Vec<usize> = [0, 1, 3, 4, 6, 12, 40].into_iter().map(per_page).collect();
        assert_eq!(found, [500, 400, 200, 200, 150, 100, 100]);
    }

    #[test]
    fn each_row_stands_on_one_page() {
        case(0, 0, 500, &[(0, 0)]);
        case(500, 0, 500, &[(0, 500)]);
        case(501, 0, 500, &[(0, 500), (500, 501)]);
        case(3000, 0, 1000, &[(0, 1000), (1000, 2000), (2000, 3000)]);
    }

    #[test]
    fn a_few_unranked_rows_stay_together_on_the_last_page() {
        case(503, 4, 500, &[(0, 503)]);
        case(1003, 4, 500, &[(0, 500), (500, 1003)]);
        case(1400, 800, 500, &[(0, 500), (500, 1000), (1000, 1400)]);
        case(4, 4, 500, &[(0, 4)]);
    }

    #[test]
    fn a_block_goes_on_where_the_page_before_ends() {
        let rows = [(BlockKind::Ranked, (0..450).collect()), (BlockKind::Last, (450..700).collect())];
        let blocks = Blocks::from([rows.as_slice(), &[(BlockKind::Unranked, vec![700])]].concat());
        let told = |rows: RowsShown| -> Vec<(usize, usize, usize, usize)> {
            let cuts = cut(&blocks, 0, rows);
            let in_short = |c: &super::BlockOnPage<'_>| (c.whole.len(), c.here.row(0).unwrap(), c.here.len(), c.before);
            cuts.iter().map(in_short).collect()
        };
        assert_eq!(told(RowsShown::Page(1)), [(450, 0, 450, 0), (250, 450, 50, 0)]);
        assert_eq!(told(RowsShown::Page(2)), [(250, 500, 200, 50), (1, 700, 1, 0)]);
        assert_eq!(told(RowsShown::Page(3)), []);
        assert_eq!(told(RowsShown::First(3)), [(450, 0, 3, 0)]);
    }

    #[test]
    fn a_page_knows_the_rows_around_it() {
        let blocks = Blocks::from(vec![(BlockKind::Ranked, (0..1200).collect())]);
        let around = |number: usize| cut(&blocks, 0, RowsShown::Page(number))[0].around();
        assert_eq!([around(1), around(2), around(3)], [(None, Some(500)), (Some(499), Some(1000)), (Some(999), None)]);
    }
}
