//! What corrections did to ranks, in words.

use serde::Serialize;

use super::context::Page;
use super::tables::{Part, population};
use crate::model::{EditionIdx, Rank};
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
    let of = of_how_many(effect);
    let mut parts: Vec<String> =
        effect.corrected.iter().take(NAMED).map(|change| of_unit(page, part, change, of)).collect();
    if let more @ 1.. = effect.corrected.len().saturating_sub(NAMED) {
        parts.push(page.say_n("effect.corrected.more", more, &[]));
    }
    parts.extend(others(page, part, effect));
    if effect.kept > 0 {
        parts.push(page.say_n("effect.kept", effect.kept, &[]));
    }
    if effect.outside > 0 {
        parts.push(page.say_n("effect.outside.more", effect.outside, &[]));
    }
    if effect.open > 0 {
        parts.push(page.say_n("effect.open", effect.open, &[]));
    }
    let parts = parts.join("; ");
    let population = match effect.ranked[1] {
        _ if of.is_some() => return page.say("effect.sentence.alone", &[("parts", &parts)]),
        Some(n) if (n as usize) < part.group.units.len() => page.say_n("population.among", n as usize, &[]),
        Some(n) => page.say_n("population.known", n as usize, &[]),
        None => population(page, part),
    };
    page.say("effect.sentence", &[("parts", &parts), ("population", &population)])
}

/// How many units were ranked before and since, where that is known and differs.
fn of_how_many(effect: &rankings::Effect) -> Option<[u32; 2]> {
    let [Some(before), Some(after)] = effect.ranked else { return None };
    (before != after).then_some([before, after])
}

fn others(page: &Page<'_>, part: Part<'_>, effect: &rankings::Effect) -> Option<String> {
    let of = of_how_many(effect);
    let named: Vec<String> = effect.others.iter().take(NAMED).map(|change| of_unit(page, part, change, of)).collect();
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
fn of_unit(page: &Page<'_>, part: Part<'_>, change: &RankCorrected, of: Option<[u32; 2]>) -> String {
    let unit = page.unit_name(part.edition, part.group.units[change.row]);
    if let (RankHeld::Exact(before), RankHeld::Exact(after), Some(of)) = (change.before, change.after, of) {
        return moved_among(page, unit, [before, after], change.tied, of);
    }
    let side = |held: RankHeld, at: usize| held_words(page, held, change.tied[at], of.map(|of| of[at]));
    let (before, after) = (side(change.before, 0), side(change.after, 1));
    let words = [("unit", unit), ("before", before.as_str()), ("after", after.as_str())];
    let has_unknown = change.before == RankHeld::Unknown || change.after == RankHeld::Unknown;
    match (change.before, change.after, change.is_change()) {
        (RankHeld::Exact(before), RankHeld::Exact(after), Some(true)) => {
            let (before, after) =
                (page.words().shared_rank(before, change.tied[0]), page.words().shared_rank(after, change.tied[1]));
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

/// Two ranks of a unit, each with out of how many.
fn moved_among(page: &Page<'_>, unit: &str, ranks: [Rank; 2], tied: [bool; 2], of: [u32; 2]) -> String {
    let [before, after] = [0, 1].map(|at| page.words().shared_rank(ranks[at], tied[at]));
    let [was, now] = of.map(|n| page.words().number(&n.into()));
    let words = [("unit", unit), ("before", &before), ("was", &was), ("after", &after), ("now", &now)];
    page.say("effect.moved.of", &words)
}

/// The rank that a unit holds, in words.
fn held_words(page: &Page<'_>, held: RankHeld, tied: bool, of: Option<u32>) -> String {
    match held {
        RankHeld::Exact(rank) => {
            let rank = page.words().shared_rank(rank, tied);
            match of {
                Some(n) => page.say("effect.rank.of", &[("rank", &rank), ("n", &page.words().number(&n.into()))]),
                None => page.say("effect.rank", &[("rank", &rank)]),
            }
        }
        RankHeld::Between(best, worst) => {
            let (best, worst) = (page.words().rank(best), page.words().rank(worst));
            page.say("effect.between", &[("best", &best), ("worst", &worst)])
        }
        RankHeld::Unknown => page.say("effect.unknown", &[]),
        RankHeld::Outside => page.say("effect.unranked", &[]),
    }
}
