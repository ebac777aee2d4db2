//! Sentences: facts of the report in the words of a language. A sentence exists once, whoever tells it.

pub(crate) mod absence;
pub(crate) mod alphabet;
pub(crate) mod captions;
pub(crate) mod change;
pub(crate) mod compared;
pub(crate) mod corrections;
pub(crate) mod editions;
pub(crate) mod findings;
pub(crate) mod gaps;
pub(crate) mod names;
pub(crate) mod normalise;
pub(crate) mod points;
pub(crate) mod population;
pub(crate) mod proofs;
pub(crate) mod rank_effects;
pub(crate) mod reasons;
pub(crate) mod rules;
pub(crate) mod samples;
pub(crate) mod schemes;
pub(crate) mod sentence;
pub(crate) mod statements;
pub(crate) mod ties;
pub(crate) mod voice;
pub(crate) mod why;
pub(crate) mod worked;
