//! What the chart of all scores of a column says.

use rust_decimal::Decimal;

use super::joined;
use crate::model::{Column, Disclosure, State};
use crate::report::findings::leaves_out_scores;
use crate::report::group::GroupResult;
use crate::say::editions::edition_name;
use crate::say::points::with_unit;
use crate::say::voice::Voice;

/// What is drawn of a column.
pub(crate) struct StripDrawn {
    /// How many scores are dots.
    pub(crate) dots: usize,
    /// How many are spans between two ends.
    pub(crate) spans: usize,
    /// Where dots stand in columns: the step from one to the next in words, and the most that a column holds.
    pub(crate) columns: Option<(String, usize)>,
    /// Where the scale begins, in words, where that is not 0.
    pub(crate) start: Option<String>,
}

/// The message: what half of the units have, or between which ends the known scores lie. It says of which units it speaks.
pub(crate) fn title(
    voice: Voice<'_>,
    part: GroupResult<'_>,
    column: Column,
    median: Option<&str>,
    (lowest, highest): (Decimal, Decimal),
) -> String {
    let counts = part.column(column).counts;
    let group = voice.group_in_text(part.group);
    let is_one = lowest == highest;
    let unit = part.group.scheme.criterion(column).and_then(|criterion| criterion.unit.as_ref());
    let measured = |number: &str| unit.map_or_else(|| number.to_owned(), |unit| with_unit(voice, unit, number));
    let (lowest, highest) = (voice.number(&lowest), measured(&voice.number(&highest)));
    match median {
        Some(median) => {
            let key = match counts {
                _ if counts.left_out() == 0 => "figure.strip.half",
                _ if counts.unranked > 0 => "figure.strip.half.ranked",
                _ => "figure.strip.half.scored",
            };
            voice.say_units(part.group, key, counts.counted(), &[("median", &measured(median)), ("group", group)])
        }
        None if is_one => {
            let key = of_drawn(part, column, ["figure.strip.same", "figure.strip.same.ranked"]);
            voice.say_units(part.group, key, counts.known, &[("value", &highest), ("group", group)])
        }
        None => {
            let key = of_drawn(part, column, ["figure.strip", "figure.strip.ranked"]);
            voice.say_of(&[part.group.group], key, &[("low", &lowest), ("high", &highest), ("group", group)])
        }
    }
}

/// The key of a phrase on what is drawn: the second where scores are known that are not, since their units are not
/// ranked.
fn of_drawn<'k>(part: GroupResult<'_>, column: Column, [all, ranked]: [&'k str; 2]) -> &'k str {
    if leaves_out_scores(part, &[column]) { ranked } else { all }
}

/// What a dot is, and what of the column is not drawn.
pub(crate) fn caption(voice: Voice<'_>, part: GroupResult<'_>, column: Column, drawn: &StripDrawn) -> String {
    let edition = edition_name(voice, part.edition);
    let first = match &drawn.columns {
        None => voice.say_units(
            part.group,
            of_drawn(part, column, ["figure.strip.caption", "figure.strip.caption.ranked"]),
            drawn.dots,
            &[("edition", &edition)],
        ),
        Some((step, most)) => {
            let most = voice.words.number(&(*most).into());
            let words = [("edition", edition.as_str()), ("step", step), ("most", &most)];
            voice.say_units(
                part.group,
                of_drawn(part, column, ["figure.strip.columns", "figure.strip.columns.ranked"]),
                drawn.dots,
                &words,
            )
        }
    };
    let counts = part.column(column).counts;
    let is_open = |state: State| state.disclosure() == Disclosure::Open;
    let silent = counts.between + counts.without_number(is_open) - drawn.spans;
    let empty = State::empty().filter(|&state| !is_open(state));
    let empty = empty.map(|state| (format!("figure.strip.{}", state.word()), counts.of(state)));
    let known = [("figure.strip.spans".to_owned(), drawn.spans), ("figure.strip.silent".to_owned(), silent)];
    let left = known.into_iter().chain(empty).chain([("figure.strip.unranked".to_owned(), counts.unranked)]);
    let start = drawn.start.as_ref().map(|low| voice.say("figure.start", &[("low", low)]));
    let left = left.map(|(key, n)| (n > 0).then(|| voice.say_units(part.group, &key, n, &[])));
    joined([Some(first), start].into_iter().chain(left))
}
