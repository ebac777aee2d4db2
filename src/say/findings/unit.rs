//! What the numbers say of one unit.

use crate::report::group::GroupResult;
use crate::report::strengths::{Against, strengths};
use crate::say::voice::Voice;

/// In which criteria a unit is strongest and weakest against the mean of its group, where that is known.
pub(crate) fn of_unit(voice: Voice<'_>, part: GroupResult<'_>, row: usize) -> Vec<String> {
    let found = strengths(part, row);
    let sentence = |[of_all, ranked]: [&str; 2], end: &[Against]| {
        let items: Vec<String> = end.iter().map(|against| item(voice, part, against)).collect();
        let items = (!items.is_empty()).then(|| voice.words.list(&items))?;
        let key = if found.is_of_ranked { ranked } else { of_all };
        Some(voice.say_of(&[part.group.group], key, &[("items", &items)]))
    };
    let both = [
        sentence(["unit.strong", "unit.strong.ranked"], &found.strongest),
        sentence(["unit.weak", "unit.weak.ranked"], &found.weakest),
    ];
    both.into_iter().flatten().collect()
}

fn item(voice: Voice<'_>, part: GroupResult<'_>, against: &Against) -> String {
    let criterion = voice.text(&part.group.scheme.criteria[against.column].name);
    let score = voice.number(&part.shown(against.column, against.score));
    voice.say("unit.against", &[("criterion", criterion), ("score", &score), ("mean", &voice.number(&against.mean))])
}
