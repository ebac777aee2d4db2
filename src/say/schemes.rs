//! A scheme in one sentence.

use rust_decimal::Decimal;

use crate::model::{Aggregate, Scheme};
use crate::say::points::points as in_points;
use crate::say::ties::tie_rule;
use crate::say::voice::Voice;

/// The scheme in one sentence.
pub(crate) fn summary(voice: Voice<'_>, scheme: &Scheme) -> String {
    let n = scheme.tops().count();
    let total = voice.say(&format!("total.{}", aggregate_key(scheme)), &[]);
    let ties = tie_rule(voice, scheme, &scheme.rank);
    match scheme.max {
        Some(max) => voice.say_n(
            "methodology.say.max",
            n,
            &[("max", &in_points(voice, max.normalize())), ("total", &total), ("ties", &ties)],
        ),
        None => voice.say_n("methodology.say", n, &[("total", &total), ("ties", &ties)]),
    }
}

fn aggregate_key(scheme: &Scheme) -> &'static str {
    let weighted = scheme.tops().map(|c| &scheme.criteria[c]).any(|c| c.scored && c.weight != Decimal::ONE);
    match (scheme.total, weighted) {
        (Aggregate::Sum, _) => "sum",
        (Aggregate::Mean, false) => "mean",
        (Aggregate::Mean, true) => "mean.weighted",
        (Aggregate::GeometricMean, false) => "geometric-mean",
        (Aggregate::GeometricMean, true) => "geometric-mean.weighted",
        (Aggregate::Given, _) => "given",
    }
}
