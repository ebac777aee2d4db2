//! The heat table of a group: where each unit is strong and weak, at a glance.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::fragments::{HeatCell, HeatRow, HeatTable, Marks, heat_table};
use crate::model::Column;
use crate::render::{Html, TemplateFault};
use crate::report::group::GroupResult;
use crate::report::heat::{self, Scale};
use crate::say::editions::edition_name;
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::cells::score;
use crate::writers::html::pieces::tables::head;

/// The table with its title.
#[derive(Serialize)]
pub(crate) struct HeatView {
    title: String,
    table: Html,
    #[serde(skip)]
    pub(crate) marks: Marks,
}

/// The most criteria that fit on a narrow screen.
const NARROW: usize = 6;

/// The heat table of a group; nothing where it would say too little, or be too long.
pub(crate) fn heat(page: &Page<'_>, part: GroupResult<'_>) -> Result<Option<HeatView>, TemplateFault> {
    let rows = page.voice.group_order(part).blocks(part.total()).in_ranking().collect();
    let Some(facts) = heat::Heat::of(part, rows) else { return Ok(None) };
    let mut marks = Marks::default();
    let rows = facts.rows.iter().map(|&row| row_of(page, part, &facts, row, &mut marks)).collect();
    let edition = edition_name(page.voice, part.edition);
    let caption = match facts.scale {
        Scale::Share(_) => "heat.share",
        Scale::Span(_) => "heat.span",
    };
    let title = title(page, part, &facts);
    let table = HeatTable {
        caption: page.say(caption, &[("edition", &edition)]),
        classes: class_words(page, &facts.limits()),
        unit_head: page.voice.say_units(part.group, "table.unit", 1, &[]),
        columns: facts.columns.iter().map(|&column| head(page, part, column)).collect(),
        rows,
        region: (facts.columns.len() > NARROW).then(|| title.clone()),
    };
    Ok(Some(HeatView { table: page.fragment("heat", &table, heat_table)?, title, marks }))
}

fn row_of(page: &Page<'_>, part: GroupResult<'_>, facts: &heat::Heat, row: usize, marks: &mut Marks) -> HeatRow {
    let cells = facts.columns.iter().enumerate().map(|(position, &column)| HeatCell {
        score: score(page, part, column, row, marks),
        class: facts.class(part, position, row),
    });
    let cells = cells.collect();
    HeatRow { name: page.html(page.unit_text(part.edition, part.group.units[row])), cells }
}

/// The classes in words: below the first limit, then from each limit on.
fn class_words(page: &Page<'_>, limits: &[Decimal]) -> Vec<String> {
    let below = limits.first().map(|limit| page.say("heat.below", &[("limit", &page.number(limit))]));
    let from = limits.iter().map(|limit| page.say("heat.from", &[("limit", &page.number(limit))]));
    below.into_iter().chain(from).collect()
}

/// The message: in which criterion the group comes nearest to the maximum, in which it stays farthest from it.
fn title(page: &Page<'_>, part: GroupResult<'_>, facts: &heat::Heat) -> String {
    let name = |column: Column| page.text(&part.group.scheme.criteria[column].name);
    match facts.ends(part) {
        Some(ends) => page.say("heat.title.ends", &[("high", name(ends.nearest)), ("low", name(ends.farthest))]),
        None => {
            // The count is one of criteria, the noun that of one unit.
            let [_, one, ..] = page.voice.nouns(&[part.group.group], None);
            page.say_n("heat.title", facts.columns.len(), &[(one.0, one.1.as_str())])
        }
    }
}
