//! What a sign in the place of a number can mean, as somebody answers: a state of a cell, or zero.

use super::said::{Said, said};
use crate::model::State;

/// That a sign stands for zero.
pub(crate) const ZERO: &str = "0";

/// The words that can be answered.
pub(crate) fn words() -> Vec<&'static str> {
    State::empty().map(State::word).chain([ZERO]).collect()
}

/// The words that can be answered, each with what it says.
pub(crate) fn meanings() -> Vec<(&'static str, Said)> {
    let states = State::empty().map(|state| (state.word(), meaning(state)));
    states.chain([(ZERO, said("zero", "bằng không"))]).collect()
}

/// The state that a word means.
pub(crate) fn state(word: &str) -> Option<State> {
    State::empty().find(|state| state.word() == word)
}

fn meaning(state: State) -> Said {
    match state {
        State::Known => said("known", "đã biết"),
        State::Unpublished => said("there is a value, and it is not told", "có giá trị nhưng không công bố"),
        State::Missing => said("there is no value", "không có số liệu"),
        State::Exempt => said("the criterion does not apply", "tiêu chí không áp dụng"),
        State::Withheld => said("known, and kept back", "đã biết nhưng giữ kín"),
    }
}
