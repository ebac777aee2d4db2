//! What parts without a value did to a total, in words: it was rescaled, something was counted in their place, or there
//! is none.

use crate::model::{Aggregate, Column};
use crate::report::absence::{self, ABSENCE_EFFECTS, AbsenceEffect, absent, lowest_parts, too_little, ways};
use crate::report::columns::ways_of_making;
use crate::report::group::GroupResult;
use crate::say::names::names;
use crate::say::voice::Voice;

/// What the row of a scorecard tells at once: parts that are left out are one calculation, for whatever reason they are.
const NOTED: [&[AbsenceEffect]; 4] = [
    &[AbsenceEffect::LeftMissing, AbsenceEffect::LeftExempt],
    &[AbsenceEffect::Zero],
    &[AbsenceEffect::Full],
    &[AbsenceEffect::Nothing],
];

/// How a number was made without some of its parts, for the row of a scorecard.
pub(crate) fn note(voice: Voice<'_>, part: GroupResult<'_>, column: Column, row: usize) -> Option<String> {
    let absent = absent(part, column, row);
    let told = NOTED.into_iter().filter_map(|ways| {
        let of_way = absent.iter().filter(|(_, other)| ways.contains(other));
        let names: Vec<String> =
            of_way.map(|&(c, _)| voice.text(&part.group.scheme.criteria[c].name).to_owned()).collect();
        let n = names.len();
        let names = (n > 0).then(|| voice.words.list(&names))?;
        let words = [("names", names.as_str())];
        Some(match ways[0] {
            AbsenceEffect::LeftMissing | AbsenceEffect::LeftExempt => {
                rescaled(voice, part, column, row, &names).unwrap_or_else(|| voice.say("absent.left", &words))
            }
            AbsenceEffect::Zero => voice.say_n("absent.zero", n, &words),
            AbsenceEffect::Full => voice.say_n("absent.full", n, &words),
            AbsenceEffect::Nothing => voice.say_n("absent.nothing", n, &words),
        })
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join("; "))
}

/// Whose totals among some rows were made without some of their parts, a sentence for each way.
pub(crate) fn of_rows(voice: Voice<'_>, part: GroupResult<'_>, rows: impl Iterator<Item = usize>) -> Vec<String> {
    let mut found: Vec<(AbsenceEffect, Vec<usize>)> = ABSENCE_EFFECTS.map(|way| (way, Vec::new())).into();
    for row in rows {
        let ways = ways(part, part.total(), row);
        found.iter_mut().filter(|(way, _)| ways.contains(way)).for_each(|(_, rows)| rows.push(row));
    }
    // A mean, also one that a sum is made of, is not brought to a whole scale.
    let is_rescaled = ways_of_making(&part.group.scheme) == [Aggregate::Sum];
    let said = found.iter().filter(|(_, rows)| !rows.is_empty()).map(|(way, rows)| {
        let key = match way {
            AbsenceEffect::LeftMissing if is_rescaled => "absent.rows.missing",
            AbsenceEffect::LeftMissing => "absent.rows.missing.mean",
            AbsenceEffect::LeftExempt if is_rescaled => "absent.rows.exempt",
            AbsenceEffect::LeftExempt => "absent.rows.exempt.mean",
            AbsenceEffect::Zero => "absent.rows.zero",
            AbsenceEffect::Full => "absent.rows.full",
            AbsenceEffect::Nothing => "absent.rows.nothing",
        };
        voice.say_n(key, rows.len(), &[("names", &names(voice, part, rows))])
    });
    said.collect()
}

/// Why a unit is not ranked: as the publisher says, or because it has no total.
pub(crate) fn why_unranked(voice: Voice<'_>, part: GroupResult<'_>, row: usize) -> Option<String> {
    if let Some(why) = &part.group.unranked[row] {
        let (why, short) = (voice.text(why).trim_end_matches('.'), voice.say("tile.unranked", &[]));
        let says_it = voice.words.fold(why).starts_with(&voice.words.fold(&short));
        return Some(voice.say(if says_it { "unit.unranked.said" } else { "unit.unranked" }, &[("why", why)]));
    }
    let state = part.standing(part.total(), row).state;
    state.absence()?;
    let lowest = lowest_parts(part, part.total(), row, state);
    let names: Vec<String> = lowest.iter().map(|&column| voice.column_name(&part.group.scheme, column)).collect();
    let list = voice.words.list(&names);
    Some(match (names.is_empty(), too_little(part, row)) {
        (true, _) => voice.say("unit.unranked.total", &[]),
        (false, Some(least)) => {
            let words = [("least", voice.number(&least.normalize())), ("names", list)];
            voice.say("unit.unranked.few", &words.each_ref().map(|(place, value)| (*place, value.as_str())))
        }
        (false, None) => voice.say_n(&format!("unit.unranked.{}", state.word()), names.len(), &[("names", &list)]),
    })
}

/// The calculation by which a sum without some of its parts is brought to its whole scale; only where it is a plain one.
fn rescaled(voice: Voice<'_>, part: GroupResult<'_>, column: Column, row: usize, names: &str) -> Option<String> {
    let made = absence::rescaled(part, column, row)?;
    let [sum, present, whole] = [made.sum, made.present, made.whole].map(|value| voice.number(&value.normalize()));
    let words = [("sum", sum.as_str()), ("present", &present), ("whole", &whole), ("names", names)];
    Some(voice.say("absent.rescaled", &words))
}
