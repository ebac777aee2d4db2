//! The caption of a ranking.

use crate::model::Column;
use crate::report::announcement::{gives_ranks_alone, scores_given, tells_announced};
use crate::report::group::GroupResult;
use crate::say::editions::{caveat, edition_name};
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
