//! The first view of a group: who leads, who is last, and how many stand between.

use crate::fragments::{Marks, RankCell, RankLook, RankingRow, RankingTable, TableBlock};
use crate::model::{Column, Rank};
use crate::rankings::Known;
use crate::render::Html;
use crate::report::blocks::BlockKind;
use crate::report::group::GroupResult;
use crate::report::split::RowsShown;
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::tables::{TableRequest, head, mark_ties, table_row};

/// The leaders and the last of a group, for a first view: places 1 to 3, then one line for those between.
pub(crate) fn leaders(page: &Page<'_>, part: GroupResult<'_>, caption: String) -> (RankingTable, Marks) {
    let mut marks = Marks::default();
    let total = part.total();
    let shown = if part.has_scores(total) { vec![total] } else { Vec::new() };
    let request = TableRequest { ranked_by: total, shown, caption, anchors: false, rows: RowsShown::Page(1) };
    let (mut rows, mut between) = (Vec::new(), Vec::new());
    for block in page.voice.group_order(part).blocks(total).iter() {
        for row in block.rows() {
            if leads(part, total, row) {
                push_gap(page, part, &mut rows, &mut between);
                rows.push(table_row(page, part, &request, row, block.kind, &mut marks));
            } else if block.kind != BlockKind::Unranked {
                between.push(part.standing(total, row).rank);
            }
        }
    }
    push_gap(page, part, &mut rows, &mut between);
    mark_ties(&mut rows, [const { None }; 2]);
    let table = RankingTable {
        class: "lead",
        caption: request.caption,
        rank_head: page.say("table.rank", &[]),
        unit_head: page.voice.say_units(part.group, "table.unit", 1, &[]),
        columns: request.shown.iter().map(|&column| head(page, part, column)).collect(),
        band_head: None,
        tied_word: page.say("table.tied", &[]),
        blocks: vec![TableBlock { title: None, rows }],
        sortable: false,
        wide: false,
    };
    (table, marks)
}

/// Whether a first view names a unit: among the first three ranks, or last.
fn leads(part: GroupResult<'_>, total: Column, row: usize) -> bool {
    let column = &part.ranking.columns[total];
    match part.standing(total, row).rank {
        Known::Exact(rank) => rank <= Rank::whole(3) || column.last_rank == Some(rank),
        _ => part.is_last_unnumbered(total, row),
    }
}

/// The line for the units between.
fn push_gap(page: &Page<'_>, part: GroupResult<'_>, rows: &mut Vec<RankingRow>, between: &mut Vec<Known<Rank>>) {
    if between.is_empty() {
        return;
    }
    let bounds = between.iter().try_fold(None::<(Rank, Rank)>, |bounds, rank| {
        let (best, worst) = match *rank {
            Known::Exact(rank) => (rank, rank),
            Known::Between(best, worst) => (best, worst),
            Known::Nothing => return Err(()),
        };
        Ok(Some(bounds.map_or((best, worst), |(b, w)| (b.min(best), w.max(worst)))))
    });
    let all_exact = between.iter().all(|rank| matches!(rank, Known::Exact(_)));
    let words = match bounds {
        Ok(Some((best, worst))) => {
            let key = match all_exact {
                true if best == worst => "leaders.at",
                true => "leaders.between",
                false => "leaders.open",
            };
            let (best, worst) = (page.words().rank(best), page.words().rank(worst));
            page.voice.say_units(part.group, key, between.len(), &[("best", &best), ("worst", &worst)])
        }
        _ => page.voice.say_units(part.group, "leaders.unknown", between.len(), &[]),
    };
    between.clear();
    let rank = RankCell::of("⋮".into(), RankLook::Empty);
    let name = Html::text(&words);
    let (anchor, href, note) = (None, None, None);
    rows.push(RankingRow {
        anchor,
        name,
        href,
        rank,
        scores: Vec::new(),
        tie_first: false,
        tie_last: false,
        note,
        band: None,
        reference: false,
    });
}
