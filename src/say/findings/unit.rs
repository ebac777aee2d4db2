//! What the numbers say of one unit.

use rust_decimal::Decimal;

use crate::rankings::Known;
use crate::report::findings::leaves_out_scores;
use crate::report::group::GroupResult;
use crate::report::means::mean;
use crate::say::voice::Voice;

/// A score against the mean of its column.
struct Against {
    column: usize,
    score: Decimal,
    mean: Decimal,
    /// How much better it is; below 0, how much worse.
    better: Decimal,
}

/// In which criteria a unit is strongest and weakest against the mean of its group, where that is known.
pub(crate) fn of_unit(voice: Voice<'_>, part: GroupResult<'_>, row: usize) -> Vec<String> {
    let scheme = &part.group.scheme;
    // Raw values have a unit of their own, and what is not scored is no strength.
    let compared = |column: &usize| scheme.criteria[*column].scored && !scheme.is_raw(*column);
    let against = scheme.tops().filter(compared).filter_map(|column| {
        let (Known::Exact(score), Some(mean)) = (part.standing(column, row).score, mean(part, column)) else {
            return None;
        };
        let above = score.checked_sub(mean)?;
        let better = if part.column(column).rises { above } else { -above };
        Some(Against { column, score, mean, better })
    });
    let against: Vec<Against> = against.collect();
    let several = part.ranking.columns[part.total()].len() > 1 && against.len() > 1;
    if !several {
        return Vec::new();
    }
    let strongest = against.iter().map(|a| a.better).max().filter(|better| *better > Decimal::ZERO);
    let weakest = against.iter().map(|a| a.better).min().filter(|better| *better < Decimal::ZERO);
    let of_ranked = leaves_out_scores(part, &against.iter().map(|a| a.column).collect::<Vec<_>>());
    let sentence = |[of_all, ranked]: [&str; 2], end: Option<Decimal>| {
        let items: Vec<String> =
            against.iter().filter(|a| Some(a.better) == end).map(|a| item(voice, part, a)).collect();
        let words = [("items", voice.words.list(&items))];
        let words = words.each_ref().map(|(place, items)| (*place, items.as_str()));
        let key = if of_ranked { ranked } else { of_all };
        (!items.is_empty()).then(|| voice.say_of(&[part.group.group], key, &words))
    };
    let both = [
        sentence(["unit.strong", "unit.strong.ranked"], strongest),
        sentence(["unit.weak", "unit.weak.ranked"], weakest),
    ];
    both.into_iter().flatten().collect()
}

fn item(voice: Voice<'_>, part: GroupResult<'_>, against: &Against) -> String {
    let criterion = voice.text(&part.group.scheme.criteria[against.column].name);
    let score = voice.number(&part.shown(against.column, against.score));
    voice.say(
        "unit.against",
        &[("criterion", criterion), ("score", &score), ("mean", &voice.number(&against.mean.normalize()))],
    )
}
