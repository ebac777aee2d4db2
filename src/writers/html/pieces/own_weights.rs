//! The ranked units whose weights readers may change, each as a script reads it.

use crate::fragments::{Marks, OwnTableRow, rank_cell};
use crate::rankings::{OwnRow, OwnWeights, own_weights};
use crate::report::blocks::BlockKind;
use crate::report::group::GroupResult;
use crate::routes::group_anchor;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::link::unit_link;
use crate::writers::html::pieces::cells::score;
use crate::writers::html::pieces::long_list::LongList;

/// From how many units on the table goes without bars and marks, which would be half of the page.
pub(crate) const PLAIN_FROM: usize = 500;

/// What the script files of these lists are called.
pub(crate) const ROWS: &str = "weights";

/// Whether there are more rows than the page shows.
pub(crate) fn is_long(own: &OwnWeights) -> bool {
    own.rows.len() > PLAIN_FROM
}

/// The ranked units of the groups that have too many for the page: place in the alphabet, rank, total, the values of the parts, what is added to
/// the total, the place among equals.
pub(crate) fn long_lists(page: &Page<'_>) -> Vec<LongList> {
    let parts = page.series().latest().map(|latest| GroupResult::all(page.report(), latest)).unwrap_or_default();
    let long = |part: &GroupResult<'_>| own_weights(part.group, part.ranking).ok().filter(is_long);
    parts.into_iter().filter_map(|part| long(&part).map(|own| long_list(page, part, &own))).collect()
}

fn long_list(page: &Page<'_>, part: GroupResult<'_>, own: &OwnWeights) -> LongList {
    let order = page.voice.group_order(part);
    let ranked = order.blocks(part.total()).iter().filter(|block| block.kind == BlockKind::Ranked);
    let found = |row: usize| own.rows.binary_search_by_key(&row, |own| own.row).ok().map(|at| &own.rows[at]);
    let mut letters = vec![0; part.group.units.len()];
    order.by_name(0..letters.len()).into_iter().enumerate().for_each(|(at, row)| letters[row] = at);
    let mut unused = Marks::default();
    let cells = |own: &OwnRow| {
        let row = table_row(page, part, own, &mut unused);
        let [added, equals] = [row.added, row.among_equals].map(Option::unwrap_or_default);
        let rank = row.rank.value.map(|rank| rank.to_string()).unwrap_or_default();
        let official = format!("{}{rank}", if row.rank.tied { "=" } else { "" });
        (own.row, [letters[own.row].to_string(), official, row.score.shown, row.values, added, equals])
    };
    let rows = ranked.flat_map(|block| block.rows()).filter_map(found).map(cells).collect();
    LongList::of(page, part, &group_anchor(&page.series().groups[part.group.group.0].id), rows)
}

pub(crate) fn table_row(page: &Page<'_>, part: GroupResult<'_>, own: &OwnRow, marks: &mut Marks) -> OwnTableRow {
    let unit = part.group.units[own.row];
    let values: Vec<String> =
        own.values.iter().map(|v| v.map_or_else(|| "-".to_owned(), |v| v.normalize().to_string())).collect();
    OwnTableRow {
        name: page.html(page.unit_text(part.edition, unit)),
        href: Some(unit_link(page, part.edition, &page.series().units[unit.0].id)),
        rank: rank_cell(page.words(), &part.standing(part.total(), own.row), marks),
        score: score(page, part, part.total(), own.row, marks),
        values: values.join(" "),
        added: (!own.added.is_zero()).then(|| own.added.normalize().to_string()),
        among_equals: (own.among_equals > 0).then(|| own.among_equals.to_string()),
        tie_first: false,
        tie_last: false,
    }
}
