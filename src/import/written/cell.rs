//! A cell as a score file writes it.

use super::spots::Parts;
use crate::import::reading::{CellUse, RankUse, ScoreUse};
use crate::model::State;
use crate::yaml::scalar;

/// `id: value`, with the cells of the sheet behind it; nothing where the sheet says nothing.
pub(super) fn written(id: &str, cell: &CellUse, disputed: Option<&str>) -> Option<Parts> {
    let mut parts = Parts::default();
    parts.push(&format!("{id}: "));
    let score = score(&cell.score);
    if cell.rank.is_none() && disputed.is_none() {
        parts.push_of(&bare(&cell.score)?, cell.score_at);
        return Some(parts);
    }
    parts.note_beside(cell.rank_at, cell.score_at);
    parts.push("{ ");
    let mut comma = "";
    for (key, text, at) in [("", score, cell.score_at), ("rank: ", cell.rank.as_ref().map(rank), cell.rank_at)] {
        if let Some(text) = text {
            parts.push(&format!("{comma}{key}"));
            parts.push_of(&text, at);
            comma = ", ";
        }
    }
    if let Some(why) = disputed {
        parts.push(&format!("{comma}disputed: {}", scalar(why)));
    }
    parts.push(" }");
    Some(parts)
}

/// What stands behind the key where nothing else is said.
fn bare(score: &ScoreUse) -> Option<String> {
    match score {
        ScoreUse::Number(number) => Some(number.to_string()),
        ScoreUse::State(state) => Some(word(*state).to_owned()),
        ScoreUse::Bounds(..) => self::score(score).map(|inner| format!("{{ {inner} }}")),
        ScoreUse::Nothing => None,
    }
}

/// The keys of a score in a map; none where nothing is known of it.
fn score(score: &ScoreUse) -> Option<String> {
    match score {
        ScoreUse::Number(number) => Some(format!("score: {number}")),
        ScoreUse::State(State::Unpublished) | ScoreUse::Nothing | ScoreUse::Bounds(None, None) => None,
        ScoreUse::State(state) => Some(format!("score: {}", word(*state))),
        ScoreUse::Bounds(Some(low), Some(high)) => Some(format!("min: {low}, max: {high}")),
        ScoreUse::Bounds(Some(low), None) => Some(format!("min: {low}")),
        ScoreUse::Bounds(None, Some(high)) => Some(format!("max: {high}")),
    }
}

/// The word of a state; of a value that is not known, its sign.
fn word(state: State) -> &'static str {
    if state == State::Unpublished { "~" } else { state.word() }
}

fn rank(rank: &RankUse) -> String {
    match rank {
        RankUse::One(rank) => rank.to_string(),
        RankUse::Band(best, worst) => format!("{{ min: {best}, max: {worst} }}"),
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::written;
    use crate::import::reading::{CellUse, RankUse, ScoreUse};
    use crate::import::written::spots::Spots;
    use crate::model::State;

    #[track_caller]
    fn case(score: ScoreUse, rank: Option<RankUse>, disputed: Option<&str>, expected: Option<&str>) {
        let cell = CellUse { score, score_at: None, rank, rank_at: None };
        let text = written("a", &cell, disputed).map(|parts| {
            let mut spots = Spots::default();
            spots.push_parts(&parts);
            spots.file(String::new()).text
        });
        assert_eq!(text.as_deref(), expected);
    }

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn every_cell_is_one_that_the_format_knows() {
        let one = || Some(RankUse::One(number("2.5")));
        case(ScoreUse::Number(number("20.50")), None, None, Some("a: 20.50"));
        case(ScoreUse::State(State::Unpublished), None, None, Some("a: ~"));
        case(ScoreUse::State(State::Missing), one(), None, Some("a: { score: missing, rank: 2.5 }"));
        case(ScoreUse::State(State::Unpublished), one(), None, Some("a: { rank: 2.5 }"));
        case(
            ScoreUse::Number(number("1")),
            Some(RankUse::Band(501, 510)),
            None,
            Some("a: { score: 1, rank: { min: 501, max: 510 } }"),
        );
        case(ScoreUse::Bounds(None, Some(number("5"))), None, None, Some("a: { max: 5 }"));
        case(
            ScoreUse::Bounds(Some(number("4")), Some(number("5"))),
            one(),
            None,
            Some("a: { min: 4, max: 5, rank: 2.5 }"),
        );
        case(ScoreUse::Number(number("1")), None, Some("a \"b\""), Some("a: { score: 1, disputed: 'a \"b\"' }"));
        case(ScoreUse::Nothing, None, None, None);
    }
}
