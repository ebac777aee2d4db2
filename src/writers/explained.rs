//! Why a unit has its rank, step by step, as a text that can stand in a letter.

use crate::fragments::{Mark, Marks, rank_cell, score_cell};
use crate::model::{Column, Statement};
use crate::rankings::{Known, Standing, claim_state};
use crate::report::columns::has_total;
use crate::report::group::GroupResult;
use crate::report::worked;
use crate::say::cell_note::cell_note;
use crate::say::disputed::of_column;
use crate::say::editions::marked_name;
use crate::say::gaps::gaps;
use crate::say::names::name_of;
use crate::say::points::{maximum, points};
use crate::say::population::population;
use crate::say::proofs::proofs;
use crate::say::ranks::{besides, rank};
use crate::say::schemes::made;
use crate::say::statements::{stated_rank, stated_score};
use crate::say::voice::Voice;
use crate::say::worked::placed;
use crate::say::{absence, corrections};
use crate::words::capitalised;

/// A heading and what stands below it, a line each.
type Step = (String, Vec<String>);

/// Why a unit of a group has its rank: its scores and ranks, how the total is made, why the rank follows, and what was
/// announced of it.
pub(crate) fn explanation(voice: Voice<'_>, part: GroupResult<'_>, row: usize) -> String {
    let edition = marked_name(voice, part.edition);
    let words = [
        ("unit", name_of(voice, part, row)),
        ("group", voice.group_in_text(part.group)),
        ("edition", edition.as_str()),
    ];
    let mut out = format!("{}\n", voice.say("explain.title", &words));
    let steps = [
        ("explain.scores", scores(voice, part, row)),
        ("explain.total", total(voice, part, row)),
        ("explain.rank", reasons(voice, part, row)),
        ("explain.announced", announced(voice, part, row)),
    ];
    for (heading, lines) in steps.map(|(key, lines)| -> Step { (voice.say(key, &[]), lines) }) {
        if !lines.is_empty() {
            out.push_str(&format!("\n{heading}\n"));
            out.extend(lines.into_iter().map(|line| format!("- {}.\n", line.trim_end_matches('.'))));
        }
    }
    out
}

/// The score and the rank of each criterion, then of the total, each with where it comes from and why.
fn scores(voice: Voice<'_>, part: GroupResult<'_>, row: usize) -> Vec<String> {
    let scheme = &part.group.scheme;
    let columns = scheme.columns().filter(|&column| column != part.total() || has_total(part));
    columns.map(|column| score(voice, part, column, row)).collect()
}

fn score(voice: Voice<'_>, part: GroupResult<'_>, column: Column, row: usize) -> String {
    let (standing, mut marks) = (part.standing(column, row), Marks::default());
    let cell = score_cell(voice.words, &standing, &mut marks);
    let max = standing.maximum.filter(|_| matches!(standing.score, Known::Exact(_) | Known::Between(..)));
    let max = max.map(|max| format!("/{}", maximum(voice.words, max))).unwrap_or_default();
    let score = marked(format!("{}{max}", cell.written()), cell.mark.as_ref());
    let criterion = voice.column_name(&part.group.scheme, column);
    let mut line = match standing.has_place && part.column(column).is_ranked {
        true => {
            let rank = held(voice, &standing, &mut marks);
            voice.say("explain.line", &[("criterion", &criterion), ("score", &score), ("rank", &rank)])
        }
        false => voice.say("explain.line.score", &[("criterion", &criterion), ("score", &score)]),
    };
    let corrected = corrections::corrections_of_cell(voice, part, column, row).into_iter().map(|note| note.words);
    cell_note(voice, part, column, row).into_iter().chain(corrected).for_each(|note| add(&mut line, &note));
    line
}

/// The rank of a cell within a line, with what is said of it besides.
fn held(voice: Voice<'_>, standing: &Standing, marks: &mut Marks) -> String {
    let place = rank_cell(voice.words, standing, marks);
    let rank = match standing.rank {
        Known::Exact(_) | Known::Between(..) => rank(voice, &place.shown, place.tied),
        Known::Nothing if standing.is_last => voice.say("cell.last", &[]),
        Known::Nothing => voice.say("explain.open", &[]),
    };
    let mut held = marked(rank, place.mark.as_ref());
    if let Some(more) = besides(voice, standing) {
        held.push_str(", ");
        held.push_str(&more);
    }
    held
}

/// Adds a sentence to a line.
fn add(line: &mut String, sentence: &str) {
    line.push_str(if line.ends_with('.') { " " } else { ". " });
    line.push_str(&capitalised(sentence));
}

/// A number with what its sign means, in brackets.
fn marked(number: String, mark: Option<&Mark>) -> String {
    mark.map_or_else(|| number.clone(), |mark| format!("{number} ({})", mark.meaning))
}

/// How the total is made, and what was added to it or taken.
fn total(voice: Voice<'_>, part: GroupResult<'_>, row: usize) -> Vec<String> {
    let mut lines: Vec<String> =
        has_total(part).then(|| made(voice, &part.group.scheme, part.total())).into_iter().collect();
    lines.extend(absence::note(voice, part, part.total(), row));
    for adjustment in part.group.adjustments.iter().filter(|adjustment| adjustment.row.index() == row) {
        let points = voice.say("unit.adjustment", &[("points", &points(voice, adjustment.points))]);
        lines.push(format!("{points}. {}", voice.text(&adjustment.reason)));
    }
    lines
}

/// Why the rank by the total follows: the rule, who is better, who shares it, how far the next ones are, and of how many it is.
fn reasons(voice: Voice<'_>, part: GroupResult<'_>, row: usize) -> Vec<String> {
    if let Some(why) = absence::why_unranked(voice, part, row) {
        return vec![why];
    }
    let mut lines = placed(voice, part, &worked::placed(part, row));
    lines.extend(gaps(voice, part, row).iter().map(|gap| capitalised(gap)));
    lines.extend(of_column(voice, part, part.total()));
    lines.push(population(voice, part, part.total()));
    lines
}

/// The statements that name the unit, each in its own words, with what became of it.
fn announced(voice: Voice<'_>, part: GroupResult<'_>, row: usize) -> Vec<String> {
    let is_named = |statement: &&Statement| statement.rows.iter().any(|named| named.index() == row);
    part.group.statements.iter().filter(is_named).map(|statement| claim(voice, part, statement)).collect()
}

fn claim(voice: Voice<'_>, part: GroupResult<'_>, statement: &Statement) -> String {
    let key = match (&statement.rank, statement.score) {
        (Some(_), Some(_)) => "explain.claim",
        (Some(_), None) => "explain.claim.rank",
        (None, _) => "explain.claim.last",
    };
    let state = claim_state(part.group, part.ranking, statement).word();
    let words = [
        ("criterion", voice.column_name(&part.group.scheme, statement.column)),
        ("rank", stated_rank(voice, statement)),
        ("score", stated_score(voice, statement)),
        ("standing", voice.say(&format!("claim.{state}"), &[])),
    ];
    let mut line = voice.say(key, &words.each_ref().map(|(place, value)| (*place, value.as_str())));
    line.extend(statement.quote.iter().map(|quote| format!(" (“{quote}”)")));
    proofs(voice, part, statement).iter().for_each(|proof| add(&mut line, proof));
    line
}
