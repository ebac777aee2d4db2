//! Of how many units a rank is, in words.

use crate::model::Column;
use crate::report::column::Of;
use crate::report::group::GroupResult;
use crate::say::voice::Voice;

/// Of how many units the ranks of a column are, as far as that is known: `17 units`, how many of them are ranked, or
/// that the number was not published.
pub(crate) fn population(voice: Voice<'_>, part: GroupResult<'_>, column: Column) -> String {
    match part.column(column).of {
        Of::All(n) => voice.say_units(part.group, "population.known", n as usize, &[]),
        Of::Part(0, out) => voice.say_units(part.group, "population.nobody", out, &[]),
        Of::Part(ranked, out) => {
            let out = voice.words.number(&out.into());
            voice.say_units(part.group, "population.ranked", ranked as usize, &[("unranked", &out)])
        }
        Of::Unknown(named) => voice.say_units(part.group, "population.unknown", named, &[]),
    }
}
