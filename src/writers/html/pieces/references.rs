//! The summary rows under a ranking: the mean and the best value of each column of which all is known.

use rust_decimal::Decimal;

use crate::fragments::{Bar, Look, RankCell, RankLook, RankingRow, ScoreCell};
use crate::model::Column;
use crate::render::Html;
use crate::report::findings::{counts_others, leaves_out_scores};
use crate::report::group::GroupResult;
use crate::report::means::mean;
use crate::writers::html::frame::context::Page;

/// The mean and the best value of the units that count, for each column of which all is known, under a ranking by one of
/// them.
pub(crate) fn references(
    page: &Page<'_>,
    part: GroupResult<'_>,
    shown: &[Column],
    ranked_by: Column,
) -> Vec<RankingRow> {
    let summary = |column: Column| part.column(column).summary.as_ref().filter(|summary| summary.count > 1);
    let counts: Vec<usize> = shown.iter().filter_map(|&column| summary(column)).map(|s| s.count).collect();
    let Some(&count) = counts.first() else { return Vec::new() };
    let others = counts_others(part, shown, ranked_by);
    let of_ranked = others || leaves_out_scores(part, shown);
    let say = |key: &str| page.voice.say_of(&[part.group.group], key, &[]);
    let mean_name = match of_ranked {
        _ if of_ranked && shown.iter().all(|&column| !part.column(column).is_ranked) => say("table.mean.ranked"),
        _ if !others && counts.iter().all(|&n| n == count) => {
            page.voice.say_units(part.group, "table.mean.of", count, &[])
        }
        true => say("table.mean.column"),
        false => page.say("table.mean", &[]),
    };
    let rise = shown.iter().all(|&column| part.column(column).rises);
    // By what is only shown nobody is ranked, and no end of it need be the better one.
    let is_ranked = shown.iter().any(|&column| part.column(column).is_ranked);
    let has_best = shown.iter().any(|&column| part.column(column).has_best);
    let best_name = match (rise, of_ranked) {
        (true, false) => "table.highest",
        (true, true) if is_ranked => "table.highest.ranked",
        (true, true) => "table.highest.of-ranked",
        (false, false) if has_best => "table.bests",
        (false, false) => "table.lowest",
        (false, true) if is_ranked => "table.bests.ranked",
        (false, true) if has_best => "table.best.ranked",
        (false, true) => "table.lowest.of-ranked",
    };
    let best_name = say(best_name);
    let row = |name: String, value: &dyn Fn(Column) -> Option<ShownNumber>| RankingRow {
        anchor: None,
        name: Html::text(&name),
        href: None,
        rank: RankCell { exact: true, ..RankCell::of(String::new(), RankLook::Empty) },
        scores: shown.iter().map(|&column| plain_cell(page, value(column), part.max(column))).collect(),
        tie_first: false,
        tie_last: false,
        note: None,
        band: None,
        reference: true,
    };
    let mean_of = |column: Column| summary(column).and_then(|_| mean(part, column)).map(|mean| (mean, mean));
    let best_of = |column: Column| summary(column).map(|s| (s.best, part.shown(column, s.best)));
    vec![row(mean_name, &mean_of), row(best_name, &best_of)]
}

/// A number, and as it is shown.
type ShownNumber = (Decimal, Decimal);

/// The cell of a number that is no unit's score; an empty one where there is none.
fn plain_cell(page: &Page<'_>, told: Option<ShownNumber>, max: Option<Decimal>) -> ScoreCell {
    let value = told.map(|(value, _)| value);
    let bar = value.zip(max).filter(|(value, max)| *max > Decimal::ZERO && *value >= Decimal::ZERO);
    ScoreCell {
        value,
        shown: told.map(|(_, shown)| page.number(&shown)).unwrap_or_default(),
        whole: told.filter(|(value, shown)| value != shown).map(|(value, _)| page.number(&value)),
        meaning: None,
        block: None,
        look: Look::Known,
        ends: None,
        mark: None,
        flags: Vec::new(),
        decimals: told.map(|(_, shown)| shown.scale()),
        pad: None,
        bar: bar.map(|(value, max)| Bar { max, solid: Some(value.min(max)), open: None }),
    }
}
