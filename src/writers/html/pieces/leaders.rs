//! The first view of a group: who leads, who is last, and how many stand between.

use crate::fragments::{Marks, RankCell, RankLook, RankingRow, RankingTable, TableBlock};
use crate::render::Html;
use crate::report::group::GroupResult;
use crate::report::leaders::{LeaderLine, UnnamedRanks, leader_lines};
use crate::report::split::RowsShown;
use crate::say::captions::table_title;
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::tables::{TableRequest, head, mark_ties, table_row};

/// The leaders and the last of a group, for a first view: places 1 to 3, then one line for those between.
pub(crate) fn leaders(page: &Page<'_>, part: GroupResult<'_>, caption: String) -> (RankingTable, Marks) {
    let mut marks = Marks::default();
    let total = part.total();
    let shown = if part.has_scores(total) { vec![total] } else { Vec::new() };
    let request = TableRequest { ranked_by: total, shown, caption, anchors: false, rows: RowsShown::Page(1) };
    let line = |line: LeaderLine| match line {
        LeaderLine::Named(row, kind) => table_row(page, part, &request, (row, kind), &mut marks),
        LeaderLine::Between(ranks) => between(page, part, ranks),
    };
    let lines = leader_lines(part, page.voice.group_order(part));
    let mut rows: Vec<RankingRow> = lines.into_iter().map(line).collect();
    mark_ties(&mut rows, [const { None }; 2]);
    let table = RankingTable {
        class: "lead",
        title: page.say("table.title", &[("title", &table_title(page.voice, part, total))]),
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
    (table.aligned(), marks)
}

/// The line for units that are only counted.
fn between(page: &Page<'_>, part: GroupResult<'_>, ranks: UnnamedRanks) -> RankingRow {
    let UnnamedRanks { n, ends, is_exact } = ranks;
    let words = match ends {
        Some((best, worst)) => {
            let key = match is_exact {
                true if best == worst => "leaders.at",
                true => "leaders.between",
                false => "leaders.open",
            };
            let (best, worst) = (page.words().rank(best), page.words().rank(worst));
            page.voice.say_units(part.group, key, n, &[("best", &best), ("worst", &worst)])
        }
        None => page.voice.say_units(part.group, "leaders.unknown", n, &[]),
    };
    let rank = RankCell::of("⋮".into(), RankLook::Empty);
    let name = Html::text(&words);
    let (anchor, href, note) = (None, None, None);
    RankingRow {
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
    }
}
