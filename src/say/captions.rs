//! The caption of a ranking.

use crate::model::Column;
use crate::rankings::Basis;
use crate::report::announcement::{gives_ranks_alone, scores_given, tells_announced};
use crate::report::columns::letter;
use crate::report::group::GroupResult;
use crate::say::editions::{caveat, edition_name};
use crate::say::points::{maximum, with_unit};
use crate::say::population::population;
use crate::say::ties::at_table;
use crate::say::voice::Voice;
use crate::say::{accepted, disputed};

/// The caption of a ranking by a column: of how many units, on what basis, by which rule; or that it ranks nothing.
pub(crate) fn caption(voice: Voice<'_>, part: GroupResult<'_>, column: Column) -> String {
    let edition = voice.edition(part.edition);
    let mut sentences: Vec<String> = caveat(voice, part.edition).into_iter().collect();
    sentences.push(population(voice, part, column));
    if let Some(day) = edition.published.filter(|_| tells_announced(part, column)) {
        sentences.push(voice.say("caption.announced", &[("date", &voice.words.date(day))]));
    }
    if part.group.scheme.is_implied() {
        sentences.extend(announced_scores(voice, part));
    } else if !part.column(column).is_ranked {
        sentences.push(voice.say_of(&[part.group.group], "caption.not-ranked", &[]));
    } else if !part.ranking.columns[column].is_as_printed() {
        sentences.push(at_table(voice, part, column));
    }
    sentences.extend(accepted::of_column(voice, part, column));
    sentences.extend(disputed::of_column(voice, part, column));
    sentences.join(" ")
}

/// What a table is: the ranking of a group by a column, or the scores of a criterion by which nothing is ranked.
pub(crate) fn table_title(voice: Voice<'_>, part: GroupResult<'_>, column: Column) -> String {
    if column != part.total() {
        return criterion_title(voice, part, column);
    }
    let (group, edition) = (voice.group_in_text(part.group), edition_name(voice, part.edition));
    voice.say("group.caption", &[("group", group), ("edition", &edition)])
}

/// What the head of a column says of its numbers: of how many points, or in what they are measured, and where they come
/// from; nothing where there is nothing to say.
pub(crate) fn column_says(voice: Voice<'_>, part: GroupResult<'_>, column: Column) -> Option<String> {
    let unit = part.group.scheme.criterion(column).and_then(|criterion| criterion.unit.as_ref());
    let size = match (part.max(column).map(|max| maximum(voice.words, max)), unit) {
        (Some(max), Some(unit)) => Some(voice.say("table.of", &[("max", &with_unit(voice, unit, &max))])),
        (Some(max), None) => Some(voice.say("table.of", &[("max", &max)])),
        (None, unit) => unit.map(|unit| voice.text(unit).to_owned()),
    };
    let origin = part.column(column).origin.and_then(|origin| origin_word(voice, origin));
    match (size, origin) {
        (Some(size), Some(origin)) => Some(voice.say("table.of.from", &[("size", &size), ("origin", &origin)])),
        (size, origin) => size.or(origin),
    }
}

fn origin_word(voice: Voice<'_>, origin: Basis) -> Option<String> {
    match origin {
        Basis::Announced => Some(voice.say("table.announced", &[])),
        Basis::Computed => Some(voice.say("table.computed", &[])),
        Basis::Deduced => Some(voice.say("table.deduced", &[])),
        Basis::Scored => None,
    }
}

/// Where the numbers without a sign come from, of the columns of a table in which most have none for that reason.
pub(crate) fn unsigned(voice: Voice<'_>, part: GroupResult<'_>, shown: &[Column]) -> Option<String> {
    let of_one = |origin: Basis| {
        let columns = shown.iter().filter(|&&column| part.column(column).origin == Some(origin));
        let names: Vec<String> = columns.map(|&column| short_name(voice, part, column)).collect();
        let word = origin_word(voice, origin).filter(|_| !names.is_empty())?;
        Some(voice.say("table.unsigned.one", &[("origin", &word), ("columns", &voice.words.list(&names))]))
    };
    let items: Vec<String> =
        [Basis::Computed, Basis::Announced, Basis::Deduced].into_iter().filter_map(of_one).collect();
    (!items.is_empty()).then(|| voice.say_of(&[part.group.group], "table.unsigned", &[("items", &items.join("; "))]))
}

/// The head of a column of scores: the letter of a criterion, where it has one.
pub(crate) fn short_name(voice: Voice<'_>, part: GroupResult<'_>, column: Column) -> String {
    match letter(part, column) {
        Some(letter) => letter,
        None if column == part.total() => voice.say("table.total", &[]),
        None => voice.say("table.score", &[]),
    }
}

/// What a table of a criterion is: a ranking, or the scores of a criterion by which nothing is ranked.
pub(crate) fn criterion_title(voice: Voice<'_>, part: GroupResult<'_>, column: Column) -> String {
    let key = if part.column(column).is_ranked { "embed.criterion" } else { "embed.criterion.unranked" };
    let criterion = voice.column_name(&part.group.scheme, column);
    let (group, edition) = (voice.group_in_text(part.group), edition_name(voice, part.edition));
    voice.say(key, &[("criterion", &criterion), ("group", group), ("edition", &edition)])
}

/// Of how many units an announcement without criteria gives the total.
fn announced_scores(voice: Voice<'_>, part: GroupResult<'_>) -> Option<String> {
    let units = part.group.units.len();
    match scores_given(part) {
        0 => gives_ranks_alone(part).then(|| voice.say("caption.scores.none", &[])),
        n if !part.group.names_all() => Some(voice.say_units(part.group, "caption.scores.named", n, &[])),
        n if n == units => Some(voice.say_units(part.group, "caption.scores.all", n, &[])),
        n => {
            Some(voice.say_units(part.group, "caption.scores.some", n, &[("all", &voice.words.number(&units.into()))]))
        }
    }
}
