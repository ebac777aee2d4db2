//! The rule for ties in words.

use crate::model::Ties;
use crate::say::voice::Voice;

/// The rule for ties in one sentence.
pub(crate) fn tie_rule(voice: Voice<'_>, ties: Ties) -> String {
    voice.say(&format!("ties.{}", ties_key(ties)), &[])
}

/// The key of a rule for ties in the phrases.
pub(crate) fn ties_key(ties: Ties) -> &'static str {
    match ties {
        Ties::Dense => "dense",
        Ties::Competition => "competition",
        Ties::Modified => "modified",
        Ties::Average => "average",
        Ties::Ordinal => "ordinal",
        Ties::Announced => "announced",
    }
}
