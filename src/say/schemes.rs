//! A scheme in one sentence, and how a total is made in another.

use rust_decimal::Decimal;

use crate::model::{Aggregate, Column, Criterion, Scheme};
use crate::report::columns::counted;
use crate::report::shares::Share;
use crate::say::points::maximum_in_points;
use crate::say::ties::tie_rule;
use crate::say::voice::Voice;

/// The scheme in one sentence.
pub(crate) fn summary(voice: Voice<'_>, scheme: &Scheme) -> String {
    let n = scheme.top_level().count();
    let total = voice.say(&format!("total.{}", aggregate_key(scheme)), &[]);
    let ties = tie_rule(voice, scheme, &scheme.rank);
    match scheme.max {
        Some(max) => voice.say_n(
            "methodology.say.max",
            n,
            &[("max", &maximum_in_points(voice, max)), ("total", &total), ("ties", &ties)],
        ),
        None => voice.say_n("methodology.say", n, &[("total", &total), ("ties", &ties)]),
    }
}

/// The key of how the total is made; of a mean whose parts do not all weigh the same one of its own.
fn aggregate_key(scheme: &Scheme) -> String {
    let weighted = scheme.top_level().map(|c| &scheme.criteria[c]).any(|c| c.scored && c.weight != Decimal::ONE);
    let word = scheme.total.word();
    match scheme.total {
        Aggregate::Mean | Aggregate::GeometricMean if weighted => format!("{word}.weighted"),
        Aggregate::Sum | Aggregate::Mean | Aggregate::GeometricMean | Aggregate::Given => word.to_owned(),
    }
}

/// What a criterion weighs, where that is not 1, and its share in the total; where weights alone say that, among these.
pub(crate) fn weight(voice: Voice<'_>, criterion: &Criterion, share: Option<Share>) -> Option<String> {
    let weight = Some(criterion.weight).filter(|weight| *weight != Decimal::ONE);
    let weight = weight.map(|weight| voice.say("tree.weight", &[("weight", &voice.number(&weight))]));
    let share = share.map(|share| {
        let key = if share.is_weight { "tree.exponent" } else { "tree.share" };
        voice.say(key, &[("share", &voice.number(&share.percent))])
    });
    let told: Vec<String> = weight.into_iter().chain(share).collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// How a column is made of its parts.
pub(crate) fn made(voice: Voice<'_>, scheme: &Scheme, column: Column) -> String {
    let parts = counted(scheme, column);
    let weighted = parts.iter().any(|&part| scheme.criteria[part].weight != Decimal::ONE);
    let key = match (scheme.aggregate(column), weighted, parts.len()) {
        (Aggregate::Given, ..) => "made.given",
        (_, _, 0) => "made.nothing",
        (Aggregate::Mean | Aggregate::GeometricMean, _, 1) | (Aggregate::Sum, false, 1) => "made.single",
        (Aggregate::Sum, false, _) => "made.sum",
        (Aggregate::Sum, true, _) => "made.sum.weighted",
        (Aggregate::Mean, false, _) => "made.mean",
        (Aggregate::Mean, true, _) => "made.mean.weighted",
        (Aggregate::GeometricMean, false, _) => "made.geometric",
        (Aggregate::GeometricMean, true, _) => "made.geometric.weighted",
    };
    voice.say(key, &[])
}
