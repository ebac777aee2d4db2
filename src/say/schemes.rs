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

/// The key of how the total is made; of a mean whose parts do not all weigh the same one of its own.
fn aggregate_key(scheme: &Scheme) -> String {
    let weighted = scheme.tops().map(|c| &scheme.criteria[c]).any(|c| c.scored && c.weight != Decimal::ONE);
    let word = scheme.total.word();
    match scheme.total {
        Aggregate::Mean | Aggregate::GeometricMean if weighted => format!("{word}.weighted"),
        Aggregate::Sum | Aggregate::Mean | Aggregate::GeometricMean | Aggregate::Given => word.to_owned(),
    }
}
