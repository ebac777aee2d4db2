//! What charts say: their titles, their captions, and their values in words.

pub(crate) mod bars;
pub(crate) mod bump;
pub(crate) mod intervals;
pub(crate) mod means;
pub(crate) mod profile;
pub(crate) mod slope;
pub(crate) mod strip;
pub(crate) mod unit_years;

use rust_decimal::Decimal;

use crate::rankings::{CellChange, CellVerdict, CellWhy, ColumnChange, Known, Presence, Verdict};
use crate::report::group::GroupResult;
use crate::say::points::maximum;
use crate::say::voice::Voice;

/// Sentences after each other.
pub(crate) fn joined(all: impl IntoIterator<Item = Option<String>>) -> String {
    all.into_iter().flatten().collect::<Vec<String>>().join(" ")
}

/// That only the first units are drawn, where there are more.
fn only_first(voice: Voice<'_>, part: GroupResult<'_>, drawn: Option<usize>) -> Option<String> {
    drawn.map(|n| voice.say_units(part.group, "figure.first", n, &[]))
}

/// A name with its value.
pub(crate) fn named(voice: Voice<'_>, name: &str, value: &str) -> String {
    voice.say("figure.tip", &[("name", name), ("value", value)])
}

/// A name with its score, and of how many.
pub(crate) fn scored(voice: Voice<'_>, name: &str, score: Decimal, max: Option<Decimal>) -> String {
    let value = voice.number(&score);
    match max {
        Some(max) => {
            voice.say("figure.tip.of", &[("name", name), ("value", &value), ("max", &maximum(voice.words, max))])
        }
        None => named(voice, name, &value),
    }
}

/// A value, or what it lies between.
pub(crate) fn span(voice: Voice<'_>, low: Decimal, high: Decimal) -> String {
    if low == high { voice.number(&low) } else { format!("{}–{}", voice.number(&low), voice.number(&high)) }
}

/// The main numbers of a chart of totals, for those who do not see it.
pub(crate) fn description(voice: Voice<'_>, part: GroupResult<'_>, order: &[usize]) -> String {
    let known = order.iter().filter_map(|&row| match part.standing(part.total(), row).score {
        Known::Exact(score) => Some(named(
            voice,
            voice.unit_name(part.edition, part.group.units[row]),
            &voice.number(&part.shown(part.total(), score)),
        )),
        _ => None,
    });
    let known: Vec<String> = known.take(10).collect();
    if known.is_empty() { voice.say("figure.none", &[]) } else { known.join("; ") }
}

/// Why a line breaks for a whole column, in a word or two; nothing where it does not.
pub(crate) fn column_break_words(voice: Voice<'_>, change: ColumnChange) -> Option<String> {
    match change.verdict {
        Verdict::Comparable => None,
        Verdict::Share => Some(voice.say("break.scale", &[])),
        Verdict::Broken => Some(voice.say(method_or_other(change.because.is_of_method()), &[])),
    }
}

/// Why a line breaks, in a word or two; nothing where it does not.
pub(crate) fn break_words(voice: Voice<'_>, cell: CellChange) -> Option<String> {
    let key = match (cell.verdict, cell.why) {
        (CellVerdict::Comparable | CellVerdict::New, _) => return None,
        (CellVerdict::Share, _) => "break.scale",
        (CellVerdict::Broken, CellWhy::Unit(Presence::NotNamed)) => return None,
        (CellVerdict::Broken, CellWhy::Unit(Presence::Moved(_))) => "break.group",
        (CellVerdict::Broken, CellWhy::Unit(_)) => "break.unit",
        (CellVerdict::Broken, CellWhy::Column(why)) => method_or_other(why.is_of_method()),
    };
    Some(voice.say(key, &[]))
}

/// Why ranks are not compared of totals that are: they are made by another rule, or one of them is not known or disputed.
pub(crate) fn rank_break_words(voice: Voice<'_>, total: ColumnChange) -> String {
    voice.say(method_or_other(!total.same_rank_rule), &[])
}

/// That the method changed, or only that nothing is compared.
fn method_or_other(is_of_method: bool) -> &'static str {
    if is_of_method { "break.method" } else { "break.other" }
}
