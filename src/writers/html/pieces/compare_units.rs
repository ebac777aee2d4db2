//! The units that readers may put side by side, each as a script reads it.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::fragments::{Look, Marks, RankLook, ScoreCell, rank_cell};
use crate::model::Column;
use crate::rankings::Known;
use crate::render::Html;
use crate::report::columns::has_total;
use crate::report::group::GroupResult;
use crate::routes::group_anchor;
use crate::say::ranks::besides;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::link::unit_link;
use crate::writers::html::pieces::cells::score;
use crate::writers::html::pieces::long_list::LongList;

/// The most units that the lists of a page have together; beyond that, those of large groups are in script files.
const MAX_LISTED: usize = 500;

/// The most units of a group whose list is on the page in any case.
const SMALL: usize = 50;

/// What the script files of these lists are called.
pub(crate) const ROWS: &str = "compare";

/// A unit that may be chosen.
#[derive(Serialize)]
pub(crate) struct UnitToCompare {
    id: String,
    name: Html,
    href: Option<String>,
    fold: Option<String>,
    cells: String,
}

/// The columns that are compared: the total, then the criteria at the top of the tree.
pub(crate) fn columns(part: GroupResult<'_>) -> Vec<Column> {
    has_total(part).then_some(part.total()).into_iter().chain(part.group.scheme.top_level()).collect()
}

/// Whether the units of a group are too many for a list on the page.
pub(crate) fn is_long(page: &Page<'_>, part: GroupResult<'_>) -> bool {
    let all: usize = page.edition(part.edition).groups.iter().map(|group| group.units.len()).sum();
    all > MAX_LISTED && part.group.units.len() > SMALL
}

/// The units of the groups that have too many for the page: their codes and folded names.
pub(crate) fn long_lists(page: &Page<'_>) -> Vec<LongList> {
    let parts = page.series().latest().map(|latest| GroupResult::all(page.report(), latest)).unwrap_or_default();
    let long = parts.into_iter().filter(|&part| is_long(page, part));
    long.map(|part| {
        let (columns, mut unused) = (columns(part), Marks::default());
        let cells = |row: usize| {
            let unit = unit_to_compare(page, part, &columns, row, &mut unused);
            (row, [unit.cells, unit.fold.unwrap_or_default()])
        };
        let rows = page.voice.group_order(part).by_name(0..part.group.units.len()).into_iter().map(cells).collect();
        LongList::of(page, part, &group_anchor(&page.series().groups[part.group.group.0].id), rows)
    })
    .collect()
}

pub(crate) fn unit_to_compare(
    page: &Page<'_>,
    part: GroupResult<'_>,
    columns: &[Column],
    row: usize,
    marks: &mut Marks,
) -> UnitToCompare {
    let index = part.group.units[row];
    let unit = &page.series().units[index.0];
    let rank = rank_cell(page.words(), &part.standing(part.total(), row), marks);
    let mut cells = vec![match rank.look {
        RankLook::Empty => format!("'{}", page.say("finder.unranked", &[])),
        RankLook::Unknown => rank.shown.clone(),
        RankLook::Bounded | RankLook::Last => format!("'{}", rank.shown),
        RankLook::Known => code(rank.written(), rank.mark.as_ref().map(|m| m.sign)),
    }];
    // What is said of the rank besides stands behind it.
    if let Some(said) = besides(page.voice, &part.standing(part.total(), row)) {
        cells[0] = format!("{};{said}", cells[0]);
    }
    for &column in columns {
        let cell = score(page, part, column, row, marks);
        cells.push(score_code(&cell, part.standing(column, row).shown_score()));
    }
    let others = unit.short.iter().map(|short| page.text(short)).chain(unit.aka.iter().map(String::as_str));
    let name = page.unit_name(part.edition, index);
    let terms: Vec<String> = std::iter::once(name).chain(others).map(|term| page.words().fold(term)).collect();
    UnitToCompare {
        id: unit.id.clone(),
        name: page.html(page.unit_text(part.edition, index)),
        href: Some(unit_link(page, part.edition, &unit.id)),
        fold: (terms.len() > 1).then(|| terms.join(" | ")),
        cells: cells.join("|"),
    }
}

/// A score for the script: `22 §`, `9.1~11.9 ∴`, `'hạng 3 §` for words, `!10 §` for a disputed one, or only a sign. A number
/// that is printed rounded has the whole one behind it: `4.3/4.333 Σ`.
fn score_code(cell: &ScoreCell, shown: Known<Decimal>) -> String {
    let both = |shown: String, whole: String| if shown == whole { whole } else { format!("{shown}/{whole}") };
    let mark = cell.mark.as_ref().map(|mark| mark.sign);
    match (cell.look, cell.value, cell.ends) {
        (Look::Known, Some(score), _) => match shown {
            Known::Exact(shown) => code(both(shown.to_string(), score.to_string()), mark),
            Known::Between(..) | Known::Nothing => code(score.to_string(), mark),
        },
        (Look::Bounded, _, Some((low, high))) => match shown {
            Known::Between(least, most) => code(both(format!("{least}~{most}"), format!("{low}~{high}")), mark),
            Known::Exact(_) | Known::Nothing => code(format!("{low}~{high}"), mark),
        },
        (Look::Bounded, ..) => code(format!("'{}", cell.shown), mark),
        (Look::Disputed, ..) => code(format!("!{}", cell.shown), mark),
        _ => cell.written().to_owned(),
    }
}

fn code(shown: String, mark: Option<&str>) -> String {
    match mark {
        Some(mark) => format!("{shown} {mark}"),
        None => shown,
    }
}
