//! Ranking tables: their head, blocks and rows.

use crate::fragments::{BandCell, ColumnHead, Marks, RankingRow, RankingTable, Sign, TableBlock, rank_cell};
use crate::model::{Column, Rank, State};
use crate::rankings::Known;
use crate::render::Html;
use crate::report::blocks::{self, BlockKind, tie_ends};
use crate::report::columns::{is_coloured, letter};
use crate::report::group::GroupResult;
use crate::report::shown::is_shortened;
use crate::report::split::{BlockOnPage, RowsShown, cut};
use crate::routes::row_anchor;
use crate::say::absence;
use crate::say::captions::{column_says, short_name, table_title, unsigned};
use crate::say::points::maximum;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::link::unit_link;
use crate::writers::html::pieces::cells::score_under_head;
use crate::writers::html::pieces::references::references;

/// What a ranking table is to show.
pub(crate) struct TableRequest {
    /// The column whose ranks order it.
    pub(crate) ranked_by: Column,
    /// The columns whose scores it shows.
    pub(crate) shown: Vec<Column>,
    /// Its caption, behind what it is.
    pub(crate) caption: String,
    /// Whether rows have anchors to be linked to.
    pub(crate) anchors: bool,
    /// Which of its rows stand on this page.
    pub(crate) rows: RowsShown,
}

/// The most columns of scores that have room beside each other on a small screen as they are, and on a large one with the
/// names of their criteria.
const NARROW: usize = 7;

/// The full table of a ranking, with the signs that it uses.
pub(crate) fn full(page: &Page<'_>, part: GroupResult<'_>, mut request: TableRequest) -> (RankingTable, Marks) {
    if request.shown.iter().any(|&column| is_shortened(part, column)) {
        request.caption = format!("{} {}", request.caption, page.say("caption.shortened", &[]));
    }
    if let Some(unsigned) = unsigned(page.voice, part, &request.shown) {
        request.caption = format!("{} {unsigned}", request.caption);
    }
    let mut marks = Marks::default();
    let blocks = page.voice.group_order(part).blocks(request.ranked_by);
    let cuts = cut(blocks, request.shown.len(), request.rows);
    if request.shown.contains(&part.total()) {
        let made = absence::of_rows(page.voice, part, cuts.iter().flat_map(|cut| cut.here.rows()));
        request.caption = std::iter::once(request.caption).chain(made).collect::<Vec<_>>().join(" ");
    }
    let mut table_blocks = Vec::with_capacity(cuts.len() + 1);
    for cut in &cuts {
        let title = block_title(page, part, &request, cut.whole, blocks.len() > 1);
        let title = title.map(|title| match cut.before {
            0 => title,
            _ => page.say("split.continued", &[("title", &title)]),
        });
        let mut rows: Vec<RankingRow> =
            cut.here.rows().map(|row| table_row(page, part, &request, (row, cut.here.kind), &mut marks)).collect();
        mark_ties(&mut rows, ranks_around(part, &request, cut));
        table_blocks.push(TableBlock { title, rows });
    }
    let references = references(page, part, &request.shown, request.ranked_by);
    let has_ranks = part.column(request.ranked_by).is_ranked;
    if !references.is_empty() {
        // Behind all that have a rank or wait for one, before those that have none.
        let at = cuts.iter().take_while(|cut| !has_ranks || cut.here.kind != BlockKind::Unranked).count();
        table_blocks.insert(at, TableBlock { title: None, rows: references });
    }
    let band_head = has_bands(part, &request).then(|| page.say("table.band", &[]));
    let table = RankingTable {
        class: if request.shown.len() > NARROW { "rows xl" } else { "rows named" },
        title: page.say("table.title", &[("title", &table_title(page.voice, part, request.ranked_by))]),
        caption: request.caption,
        rank_head: page.say("table.rank", &[]),
        unit_head: page.voice.say_units(part.group, "table.unit", 1, &[]),
        columns: request.shown.iter().map(|&column| head(page, part, column)).collect(),
        band_head,
        tied_word: page.say("table.tied", &[]),
        blocks: table_blocks,
        sortable: true,
        wide: request.shown.len() > NARROW,
    };
    (table.aligned(), marks)
}

/// The line above a block.
fn block_title(
    page: &Page<'_>,
    part: GroupResult<'_>,
    request: &TableRequest,
    block: blocks::RankBlock<'_>,
    several: bool,
) -> Option<String> {
    match block.kind {
        BlockKind::Open(Some((best, worst))) => {
            let (best, worst) = (page.words().rank(best), page.words().rank(worst));
            Some(page.voice.say_units(part.group, "block.open", block.len(), &[("best", &best), ("worst", &worst)]))
        }
        BlockKind::Open(None) if several => {
            let is_disputed = part.column(request.ranked_by).has_disputed_rank;
            let key = if is_disputed { "block.unknown.disputed" } else { "block.unknown" };
            Some(page.voice.say_units(part.group, key, block.len(), &[]))
        }
        BlockKind::Open(None) => None,
        BlockKind::Last => Some(page.say("block.last", &[])),
        BlockKind::Unranked if !part.column(request.ranked_by).is_ranked => None,
        BlockKind::Unranked => Some(page.voice.say_units(part.group, "block.unranked", block.len(), &[])),
        BlockKind::Ranked => {
            let is_last = several && block.is_announced_last(part, request.ranked_by);
            is_last.then(|| page.say("block.last", &[]))
        }
    }
}

/// The head of a column of scores.
pub(crate) fn head(page: &Page<'_>, part: GroupResult<'_>, column: Column) -> ColumnHead {
    let maximum = part.max(column).map(|max| format!("/{}", maximum(page.words(), max)));
    let of = column_says(page.voice, part, column);
    let letter = letter(part, column);
    ColumnHead {
        head: short_name(page.voice, part, column),
        name: part.group.scheme.criterion(column).filter(|_| letter.is_some()).map(|c| page.text(&c.name).into()),
        maximum,
        of,
        colour: letter.clone().filter(|_| is_coloured(&part.group.scheme)),
        key: letter,
        has_signs: true,
    }
}

/// The row of a unit, by what is known of its rank.
pub(crate) fn table_row(
    page: &Page<'_>,
    part: GroupResult<'_>,
    request: &TableRequest,
    (row, kind): (usize, BlockKind),
    marks: &mut Marks,
) -> RankingRow {
    let unit = part.group.units[row];
    let id = &page.series().units[unit.0].id;
    let standing = part.standing(request.ranked_by, row);
    let mut of_rank = Marks::default();
    let rank = rank_cell(page.words(), &standing, &mut of_rank);
    let note = match kind {
        BlockKind::Unranked => part.group.unranked[row].as_ref().map(|why| page.html(why)),
        _ => None,
    };
    let row = RankingRow {
        anchor: request.anchors.then(|| row_anchor(id)),
        name: page.html(page.unit_text(part.edition, unit)),
        href: Some(unit_link(page, part.edition, id)),
        rank,
        scores: request.shown.iter().map(|&c| score_under_head(page, part, c, row, marks)).collect(),
        tie_first: false,
        tie_last: false,
        note,
        band: has_bands(part, request).then(|| band(page, part, row, marks)).flatten(),
        reference: false,
    };
    // The legend lists what is seen: a mark of the rank only where the row shows it.
    if request.shown.is_empty() || row.tells_rank(request.shown.len()) {
        marks.add(of_rank);
    } else {
        [Sign::Tied, Sign::Disputed].into_iter().filter(|&sign| of_rank.has(sign)).for_each(|sign| marks.note(sign));
    }
    row
}

/// Whether a table shows the band of each total: beside the totals, where the scheme has bands.
fn has_bands(part: GroupResult<'_>, request: &TableRequest) -> bool {
    request.shown.first() == Some(&part.total()) && !part.group.scheme.bands.is_empty()
}

/// The band of a unit that is counted; a sign where it is not known.
fn band(page: &Page<'_>, part: GroupResult<'_>, row: usize, marks: &mut Marks) -> Option<BandCell> {
    let standing = part.standing(part.total(), row);
    let band = standing.band.and_then(|position| Some((position, part.group.scheme.bands.get(position)?)));
    match (band, standing.score) {
        (Some((position, band)), _) => Some(BandCell { position, name: page.html(&band.name), meaning: None }),
        (None, Known::Between(..) | Known::Nothing) if standing.has_place => {
            marks.note(Sign::Empty(State::Unpublished));
            let position = part.group.scheme.bands.len();
            Some(BandCell { position, name: Html::text("…"), meaning: Some(page.say("sign.unpublished", &[])) })
        }
        (None, _) => None,
    }
}

/// Notes which rows begin and end a tie; ranks that stand around them on other pages go on with it.
pub(crate) fn mark_ties(rows: &mut [RankingRow], around: [Option<Rank>; 2]) {
    let ranks: Vec<Option<Rank>> = rows.iter().map(|row| row.rank.value).collect();
    for (row, ends) in rows.iter_mut().zip(tie_ends(&ranks, around)).filter(|(row, _)| row.rank.tied) {
        [row.tie_first, row.tie_last] = ends;
    }
}

/// The known ranks of the rows before and behind those of a page.
fn ranks_around(part: GroupResult<'_>, request: &TableRequest, cut: &BlockOnPage<'_>) -> [Option<Rank>; 2] {
    let (before, after) = cut.around();
    [before, after].map(|row| match part.standing(request.ranked_by, row?).rank {
        Known::Exact(rank) => Some(rank),
        _ => None,
    })
}
