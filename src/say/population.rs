//! How many units a group has, in words.

use crate::report::group::GroupResult;
use crate::say::voice::Voice;

/// How many units a group has, as far as that is known: `17 units`, or that the number was not published.
pub(crate) fn population(voice: Voice<'_>, part: GroupResult<'_>) -> String {
    use crate::model::Population;
    let units = part.group.units.len();
    let unranked = (0..units).filter(|&row| part.is_not_ranked(row)).count();
    match part.group.population {
        Population::Units if unranked > 0 => {
            let out = voice.words.number(&unranked.into());
            voice.say_units(part.group, "population.ranked", units - unranked, &[("unranked", &out)])
        }
        Population::Unknown => voice.say_units(part.group, "population.unknown", units, &[]),
        Population::Units => voice.say_units(part.group, "population.known", units, &[]),
        Population::Number(n) => voice.say_units(part.group, "population.known", n as usize, &[]),
    }
}
