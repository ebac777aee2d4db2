//! What corrections did to ranks, in words.

use serde::Serialize;

use super::context::Page;
use super::tables::Part;
use crate::model::EditionIdx;
use crate::rankings::{self, RankCorrected, RankHeld};
use crate::render::Html;

/// What the corrections of a day did to the ranks of one column of a group.
#[derive(Serialize)]
pub(super) struct Effect {
    group: Html,
    column: Html,
    words: String,
}

/// The most units that are named one by one; the rest is counted, and stands in the files of the versions.
const NAMED: usize = 10;

/// What the corrections that ended a version did, a sentence for each column.
pub(super) fn effects(page: &Page<'_>, edition: EditionIdx, version: usize) -> Vec<Effect> {
    let ranking = &page.context.rankings.editions[edition.0];
    let found = rankings::effects(page.edition(edition), ranking, version);
    found.iter().map(|effect| view(page, Part::of(page, edition, effect.group), effect)).collect()
}

fn view(page: &Page<'_>, part: Part<'_>, effect: &rankings::Effect) -> Effect {
    let criterion = part.group.scheme.criteria.get(effect.column);
    Effect {
        group: page.html(&page.series().groups[part.group.group.0].name),
        column: criterion.map_or_else(|| Html::text(&page.say("table.total", &[])), |c| page.html(&c.name)),
        words: sentence(page, part, effect),
    }
}

/// First those who were corrected, then who else changed, then the rest, counted.
fn sentence(page: &Page<'_>, part: Part<'_>, effect: &rankings::Effect) -> String {
    let mut parts: Vec<String> =
        effect.corrected.iter().take(NAMED).map(|change| of_unit(page, part, change)).collect();
    if let more @ 1.. = effect.corrected.len().saturating_sub(NAMED) {
        parts.push(page.say_n("effect.corrected.more", more, &[]));
    }
    parts.extend(others(page, part, effect));
    if effect.kept > 0 {
        parts.push(page.say_n("effect.kept", effect.kept, &[]));
    }
    if effect.open > 0 {
        parts.push(page.say_n("effect.open", effect.open, &[]));
    }
    let units = page.say_n("population.known", part.group.units.len(), &[]);
    page.say("effect.sentence", &[("parts", &parts.join("; ")), ("population", &units)])
}

fn others(page: &Page<'_>, part: Part<'_>, effect: &rankings::Effect) -> Option<String> {
    let named: Vec<String> = effect.others.iter().take(NAMED).map(|change| of_unit(page, part, change)).collect();
    let list = named.join(", ");
    match effect.others.len() {
        0 => None,
        n @ ..=NAMED => Some(page.say_n("effect.others", n, &[("list", &list)])),
        n => {
            let more = page.words().number(&(n - NAMED).into());
            Some(page.say_n("effect.others.more", n, &[("list", &list), ("more", &more)]))
        }
    }
}

/// What became of the rank of one unit.
fn of_unit(page: &Page<'_>, part: Part<'_>, change: &RankCorrected) -> String {
    let unit = page.unit_name(part.edition, part.group.units[change.row]);
    let (before, after) = (held(page, change.before), held(page, change.after));
    let words = [("unit", unit), ("before", before.as_str()), ("after", after.as_str())];
    let has_unknown = change.before == RankHeld::Unknown || change.after == RankHeld::Unknown;
    match (change.before, change.after, change.is_change()) {
        (RankHeld::Exact(before), RankHeld::Exact(after), Some(true)) => {
            let (before, after) = (page.words().rank(before), page.words().rank(after));
            page.say("effect.moved", &[("unit", unit), ("before", &before), ("after", &after)])
        }
        (_, _, Some(true)) => page.say("effect.became", &words),
        (RankHeld::Exact(_), _, Some(false)) => page.say("effect.same", &[("unit", unit), ("rank", &after)]),
        (_, _, Some(false)) => page.say("effect.outside", &[("unit", unit)]),
        (_, _, None) if change.before == change.after => {
            page.say("effect.unclear.same", &[("unit", unit), ("rank", &after)])
        }
        (_, _, None) if has_unknown => page.say("effect.became", &words),
        (_, _, None) => page.say("effect.unclear", &words),
    }
}

/// The rank that a unit holds, in words.
fn held(page: &Page<'_>, held: RankHeld) -> String {
    match held {
        RankHeld::Exact(rank) => page.say("effect.rank", &[("rank", &page.words().rank(rank))]),
        RankHeld::Between(best, worst) => {
            let (best, worst) = (page.words().rank(best), page.words().rank(worst));
            page.say("effect.between", &[("best", &best), ("worst", &worst)])
        }
        RankHeld::Unknown => page.say("effect.unknown", &[]),
        RankHeld::Outside => page.say("effect.unranked", &[]),
    }
}
