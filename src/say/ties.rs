//! The rule for ties in words, and why scores that look equal have different ranks, or unequal ones the same.

use crate::model::{Column, GroupIdx, RankRule, Scheme};
use crate::report::group::GroupResult;
use crate::report::ties::{Apart, Together, together};
use crate::say::voice::Voice;

/// The rule for ties of a column in a sentence; where criteria are looked at first, in two.
pub(crate) fn tie_rule(voice: Voice<'_>, scheme: &Scheme, rule: &RankRule) -> String {
    tie_rule_of(voice, &[], scheme, rule)
}

/// The same, of units of some groups.
fn tie_rule_of(voice: Voice<'_>, groups: &[GroupIdx], scheme: &Scheme, rule: &RankRule) -> String {
    let key = format!("ties.{}", rule.ties.word());
    if rule.break_ties_by.is_empty() {
        return voice.say_of(groups, &key, &[]);
    }
    let names = rule.break_ties_by.iter().map(|&by| voice.column_name(scheme, by));
    let names = names.reduce(|all, next| voice.say("ties.then", &[("a", &all), ("b", &next)])).unwrap_or_default();
    let rest = voice.say_of(groups, &format!("{key}.broken"), &[]);
    voice.say_of(groups, "ties.broken", &[("names", &names), ("rule", &rest)])
}

/// What a table says of equal scores: the rule of its column, and why unequal scores have one rank where some do.
pub(crate) fn at_table(voice: Voice<'_>, part: GroupResult<'_>, column: Column) -> String {
    let scheme = &part.group.scheme;
    let rule = scheme.column_rule(column);
    let mut sentences = vec![tie_rule_of(voice, &[part.group.group], scheme, rule)];
    sentences.extend(together(part, column).map(|why| match why {
        Together::Points => voice.say("ties.points", &[]),
        Together::Rounded => {
            voice.say_decimals(["ties.rounded", "ties.rounded.whole"], rule.precision.unwrap_or(0), &[])
        }
    }));
    sentences.join(" ")
}

/// What parted two units with equal scores, within a sentence.
pub(crate) fn by(voice: Voice<'_>, part: GroupResult<'_>, why: Apart) -> String {
    match why {
        Apart::Breaker(column) => voice.column_name(&part.group.scheme, column),
        Apart::File => voice.say("apart.file", &[]),
        Apart::Announced => voice.say("apart.announced", &[]),
        Apart::Decimals => voice.say("apart.decimals", &[]),
    }
}
