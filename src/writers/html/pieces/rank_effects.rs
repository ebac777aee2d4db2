//! What the corrections of a day did to ranks, a line for each column.

use serde::Serialize;

use crate::model::EditionIdx;
use crate::rankings;
use crate::render::Html;
use crate::report::group::GroupResult;
use crate::say::rank_effects::rank_effect;
use crate::writers::html::frame::context::Page;

/// What the corrections of a day did to the ranks of one column of a group.
#[derive(Serialize)]
pub(crate) struct RankEffect {
    group: Html,
    column: Html,
    words: String,
}

/// What the corrections that ended a version did, a sentence for each column.
pub(crate) fn effects(page: &Page<'_>, edition: EditionIdx, version: usize) -> Vec<RankEffect> {
    let ranking = &page.report().rankings.editions[edition.0];
    let found = rankings::effects(page.edition(edition), ranking, version);
    found.iter().map(|effect| view(page, GroupResult::of(page.report(), edition, effect.group), effect)).collect()
}

fn view(page: &Page<'_>, part: GroupResult<'_>, effect: &rankings::CorrectionEffect) -> RankEffect {
    RankEffect {
        group: page.html(&page.series().groups[part.group.group.0].name),
        column: page.column_name(&part.group.scheme, effect.column),
        words: rank_effect(page.voice, part, effect),
    }
}
