//! Rows that belong together in a ranking: ranked, open between two ranks, last, not ranked.

use crate::model::Row;
use crate::model::{Column, Rank};
use crate::rankings::Known;
use crate::report::group::GroupResult;

/// What the rows of a block have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// Their ranks are exactly known.
    Ranked,
    /// Their ranks lie between two; none where nothing is known of them.
    Open(Option<(Rank, Rank)>),
    /// Said to be last, without a number.
    Last,
    /// Not ranked.
    Unranked,
}

/// The rows of a column as every table lists them, in blocks.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    rows: Box<[Row]>,
    /// What the rows of each block are, and where it ends.
    ends: Box<[(BlockKind, usize)]>,
}

/// Rows that belong together in a ranking.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RankBlock<'b> {
    /// What they have in common.
    pub(crate) kind: BlockKind,
    rows: &'b [Row],
}

impl Blocks {
    /// The rows of a column: known ranks in order, unknown ones by name where they must lie, unranked ones last. `names`
    /// says for each row where its name stands in the alphabet.
    pub(crate) fn of(part: GroupResult<'_>, column: Column, names: &[u32]) -> Self {
        let mut exact: Vec<(Rank, usize)> = Vec::new();
        let mut open: Vec<(Rank, Rank, usize)> = Vec::new();
        let (mut unknown, mut last, mut unranked) = (Vec::new(), Vec::new(), Vec::new());
        for row in 0..part.group.units.len() {
            let standing = part.standing(column, row);
            match standing.rank {
                Known::Exact(rank) => exact.push((rank, row)),
                _ if standing.is_last_unnumbered() => last.push(row),
                Known::Between(best, worst) => open.push((best, worst, row)),
                Known::Nothing if standing.has_place => unknown.push(row),
                Known::Nothing => unranked.push(row),
            }
        }
        exact.sort_by_key(|&(rank, row)| (rank, names[row]));
        open.sort_by_key(|&(best, _, row)| (best, names[row]));
        let mut blocks = interleave(&exact, &open);
        blocks.extend([(BlockKind::Open(None), unknown), (BlockKind::Last, last), (BlockKind::Unranked, unranked)]);
        for (_, rows) in blocks.iter_mut().filter(|(kind, _)| *kind != BlockKind::Ranked) {
            rows.sort_by_key(|&row| names[row]);
        }
        Self::from(blocks)
    }

    /// The blocks from the first to the last; none of them is empty.
    pub(crate) fn iter(&self) -> impl Iterator<Item = RankBlock<'_>> {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|(_, end)| *end));
        starts.zip(&self.ends).map(|(start, &(kind, end))| RankBlock { kind, rows: &self.rows[start..end] })
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// All rows in order.
    pub(crate) fn rows(&self) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator {
        self.rows.iter().map(|&row| row.index())
    }

    /// How many rows there are.
    pub(crate) fn n_rows(&self) -> usize {
        self.rows.len()
    }

    /// The rows that are ranked, or may be.
    pub(crate) fn in_ranking(&self) -> impl Iterator<Item = usize> {
        self.iter().filter(|block| block.kind != BlockKind::Unranked).flat_map(|block| block.rows())
    }
}

impl From<Vec<(BlockKind, Vec<usize>)>> for Blocks {
    fn from(blocks: Vec<(BlockKind, Vec<usize>)>) -> Self {
        let (mut rows, mut ends) = (Vec::new(), Vec::new());
        for (kind, members) in blocks.into_iter().filter(|(_, members)| !members.is_empty()) {
            rows.extend(members.into_iter().map(Row::at));
            ends.push((kind, rows.len()));
        }
        Self { rows: rows.into(), ends: ends.into() }
    }
}

impl<'b> RankBlock<'b> {
    /// Its rows in order.
    pub(crate) fn rows(self) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator + use<'b> {
        self.rows.iter().map(|&row| row.index())
    }

    /// One of its rows.
    pub(crate) fn row(self, at: usize) -> Option<usize> {
        self.rows.get(at).map(|&row| row.index())
    }

    /// How many rows it has.
    pub(crate) fn len(self) -> usize {
        self.rows.len()
    }

    /// Whether it begins with the last rank of a column that is not complete, as the announcement says it.
    pub(crate) fn is_announced_last(self, part: GroupResult<'_>, column: Column) -> bool {
        let Some(first) = self.row(0).map(|row| part.standing(column, row)) else { return false };
        let ranked = &part.ranking.columns[column];
        let is_last = ranked.last_rank.is_some_and(|last| first.rank == Known::Exact(last));
        is_last && (first.announced_rank.is_some() || first.is_called_last) && !ranked.complete
    }

    /// A part of it.
    pub(crate) fn part(self, from: usize, to: usize) -> Self {
        Self { rows: &self.rows[from..to], ..self }
    }
}

/// For each of some ranks that are listed after each other whether it differs from the one before, and from the one
/// behind; `around` are those before the first and behind the last.
pub(crate) fn tie_ends(ranks: &[Option<Rank>], around: [Option<Rank>; 2]) -> Vec<[bool; 2]> {
    let [before, after] = around;
    let was = std::iter::once(before).chain(ranks.iter().copied());
    let next = ranks.iter().copied().skip(1).chain([after]);
    ranks.iter().zip(was.zip(next)).map(|(&rank, (was, next))| [was != rank, next != rank]).collect()
}

/// Puts rows with open ranks between the known ranks, where their best possible rank says.
fn interleave(exact: &[(Rank, usize)], open: &[(Rank, Rank, usize)]) -> Vec<(BlockKind, Vec<usize>)> {
    let mut blocks: Vec<(BlockKind, Vec<usize>)> = Vec::new();
    let mut waiting = open.iter().peekable();
    let mut take_open = |before: Option<Rank>, blocks: &mut Vec<(BlockKind, Vec<usize>)>| {
        let mut rows = Vec::new();
        let mut bounds: Option<(Rank, Rank)> = None;
        while let Some(&&(best, worst, row)) = waiting.peek() {
            if before.is_some_and(|rank| best >= rank) {
                break;
            }
            waiting.next();
            rows.push(row);
            bounds = Some(bounds.map_or((best, worst), |(b, w)| (b.min(best), w.max(worst))));
        }
        if !rows.is_empty() {
            blocks.push((BlockKind::Open(bounds), rows));
        }
    };
    for &(rank, row) in exact {
        take_open(Some(rank), &mut blocks);
        match blocks.last_mut() {
            Some((BlockKind::Ranked, rows)) => rows.push(row),
            _ => blocks.push((BlockKind::Ranked, vec![row])),
        }
    }
    take_open(None, &mut blocks);
    blocks
}

#[cfg(test)]
mod tests {
    use super::{BlockKind, Blocks, interleave, tie_ends};
    use crate::model::Rank;

    /// Blocks in short: `R` ranked, `O` open with its ends, and the rows.
    #[track_caller]
    fn case(exact: &[(u32, usize)], open: &[(u32, u32, usize)], expected: &[&str]) {
        let exact: Vec<(Rank, usize)> = exact.iter().map(|&(rank, row)| (Rank::whole(rank), row)).collect();
        let open: Vec<(Rank, Rank, usize)> =
            open.iter().map(|&(best, worst, row)| (Rank::whole(best), Rank::whole(worst), row)).collect();
        let blocks = Blocks::from(interleave(&exact, &open));
        let in_short = blocks.iter().map(|block| {
            let kind = match block.kind {
                BlockKind::Ranked => "R".to_owned(),
                BlockKind::Open(Some((best, worst))) => format!("O{best}-{worst}"),
                other => format!("{other:?}"),
            };
            format!("{kind} {:?}", block.rows().collect::<Vec<usize>>())
        });
        assert_eq!(in_short.collect::<Vec<String>>(), expected);
    }

    #[test]
    fn a_tie_begins_and_ends_where_the_rank_changes_also_over_pages() {
        let ends = |ranks: &[u32], around: [Option<u32>; 2]| {
            let ranks: Vec<Option<Rank>> = ranks.iter().map(|&rank| Some(Rank::whole(rank))).collect();
            let ends = tie_ends(&ranks, around.map(|rank| rank.map(Rank::whole)));
            let sign = |[first, last]: [bool; 2]| ["-", "l", "f", "fl"][usize::from(first) * 2 + usize::from(last)];
            ends.into_iter().map(sign).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(ends(&[1, 2, 2, 2, 5], [None, None]), "fl f - l fl");
        assert_eq!(ends(&[2, 2, 5, 5], [Some(2), Some(5)]), "- l f -");
        assert_eq!(ends(&[], [Some(2), Some(5)]), "");
    }

    #[test]
    fn open_ranks_stand_where_the_best_of_them_may_lie() {
        case(&[(1, 4), (2, 0)], &[], &["R [4, 0]"]);
        case(&[(1, 0), (4, 1)], &[(2, 3, 2), (2, 3, 3)], &["R [0]", "O2-3 [2, 3]", "R [1]"]);
        case(&[(2, 0)], &[(1, 4, 1), (3, 4, 2)], &["O1-4 [1]", "R [0]", "O3-4 [2]"]);
        case(&[(1, 0)], &[(1, 2, 1)], &["R [0]", "O1-2 [1]"]);
        case(&[], &[(1, 3, 0), (2, 5, 1)], &["O1-5 [0, 1]"]);
        case(&[], &[], &[]);
    }
}
