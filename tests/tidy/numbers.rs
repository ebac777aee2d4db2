//! What tells facts makes none: no arithmetic on scores in what is said and written, and no markup in what is said.

use crate::house::{House, house};
use crate::tokens::{Kind, Token, stands_at};
use crate::{Source, holds, refused};

/// The rooms that tell what the report holds.
const TELLING: [&str; 3] = ["src/fragments/", "src/say/", "src/writers/"];

/// Methods that calculate and say when they cannot, which is what scores need.
const CALCULATES: [&str; 7] =
    ["checked_add", "checked_div", "checked_mul", "checked_rem", "checked_sub", "saturating_add", "saturating_mul"];

/// Methods that round.
const ROUNDS: [&str; 9] = [
    "ceil",
    "floor",
    "rescale",
    "round",
    "round_dp",
    "round_dp_with_strategy",
    "round_sf",
    "trunc",
    "trunc_with_scale",
];

/// What a number is compared with: no other one stands in a sentence or on a page.
const COMPARED: [&str; 2] = ["ZERO", "ONE"];

/// Why a token has to do with the making of numbers.
fn arithmetic(tokens: &[Token], at: usize) -> Option<&'static str> {
    let token = tokens[at].name()?;
    let is_method = at > 0 && (tokens[at - 1].is(".") || tokens[at - 1].is("::"));
    if is_method && CALCULATES.contains(&token) {
        return Some("calculates");
    }
    if is_method && ROUNDS.contains(&token) || token == "RoundingStrategy" {
        return Some("rounds");
    }
    let is_made = |name: &str| name.starts_with("from") || name.starts_with("try_") || name == "new";
    let is_constant =
        |name: &str| name.chars().all(|c| c.is_ascii_uppercase() || c == '_') && !COMPARED.contains(&name);
    let behind = stands_at(tokens, at, &["Decimal", "::"]).then(|| tokens.get(at + 2)?.name()).flatten();
    if behind.is_some_and(|name| is_made(name) || is_constant(name))
        || token == "dec" && stands_at(tokens, at + 1, &["!"])
    {
        return Some("holds a number");
    }
    // A sum, or a number that was read.
    stands_at(tokens, at.saturating_sub(1), &[":", "Decimal", "="]).then_some("makes a number")
}

/// Where scores are calculated that are to be told only.
fn calculated(house: &House) -> Vec<String> {
    let mut broken = Vec::new();
    for (file, tokens) in house.files().filter(|(path, _)| TELLING.iter().any(|room| path.starts_with(room))) {
        for at in 0..tokens.len() {
            let Some(does) = arithmetic(tokens, at) else { continue };
            let Token { text, line, .. } = &tokens[at];
            broken.push(format!(
                "{file}:{line}: `{text}` {does} where facts are told: a number that a reader sees is made in `report`, once, \
                 with a test of its value"
            ));
        }
    }
    broken
}

/// Where a sentence is markup.
fn marked_up(house: &House) -> Vec<String> {
    let said = house.files().filter(|(path, _)| path.starts_with("src/say/"));
    let named = said.flat_map(|(file, tokens)| {
        let html = tokens.iter().filter(|token| token.kind == Kind::Name && token.text == "Html");
        html.map(move |token| (file, token.line))
    });
    let why = "a sentence is text, or a `Sentence` whose names the writer marks";
    named.map(|(file, line)| format!("{file}:{line}: `Html` in what is said: {why}")).collect()
}

#[test]
fn scores_are_told_and_not_calculated() {
    holds(calculated(house()));
}

#[test]
fn what_is_said_is_no_markup() {
    holds(marked_up(house()));
}

fn of(path: &str, text: &str) -> House {
    House::new(&[Source::new(path, text)])
}

#[test]
fn calculating_where_facts_are_told_is_refused() {
    let case = |text: &str, why: &str| {
        refused(calculated(&of("src/writers/html/pieces/heat.rs", text)), &format!("heat.rs:2: {why} where facts"));
    };
    case("\nfn f() { score.checked_mul(weight)?; }\n", "`checked_mul` calculates");
    case("\nfn f() { terms.fold(zero, Decimal::checked_add) }\n", "`checked_add` calculates");
    case("\nfn f() { share.round_dp(2) }\n", "`round_dp` rounds");
    case("\nfn f() { (low / step).floor() }\n", "`floor` rounds");
    case("\nfn f() { x.with(RoundingStrategy::ToZero) }\n", "`RoundingStrategy` rounds");
    case("\nfn f() { Decimal::from(100) }\n", "`Decimal` holds a number");
    case("\nfn f() { Decimal::from_f64_retain(tick) }\n", "`Decimal` holds a number");
    case("\nfn f() { rust_decimal::Decimal::new(15, 2) }\n", "`Decimal` holds a number");
    case("\nfn f() { share == Decimal::ONE_HUNDRED }\n", "`Decimal` holds a number");
    case("\nfn f() { dec!(0.15) }\n", "`dec` holds a number");
    case("\nfn f() { let sum: Decimal = weights.iter().sum(); }\n", "`Decimal` makes a number");
    refused(calculated(&of("src/say/gaps.rs", "fn f() { best.checked_sub(score) }")), "gaps.rs:1: `checked_sub`");
    refused(calculated(&of("src/fragments/cells.rs", "fn f() { Decimal::TEN }")), "cells.rs:1: `Decimal`");
}

#[test]
fn comparing_and_calculating_elsewhere_are_accepted() {
    let case = |path: &str, text: &str| assert_eq!(calculated(&of(path, text)), Vec::<String>::new(), "{text}");
    case("src/say/points.rs", "fn f(value: Decimal) -> bool { value == Decimal::ONE || value > Decimal::ZERO }");
    case("src/writers/csv/cells.rs", "fn f() { values.fold(low, Decimal::min); value.normalize().to_string() }");
    case("src/writers/csv/cells.rs", "fn floor(rows: usize) -> usize { rows - 1 }");
    case("src/say/points.rs", "#[cfg(test)]\nmod tests { fn f() { Decimal::from(3).checked_add(x) } }");
    case("src/report/stack.rs", "fn f() { score.checked_mul(weight)?.round_dp(2) == Decimal::TEN }");
}

#[test]
fn markup_in_what_is_said_is_refused() {
    refused(marked_up(&of("src/say/voice.rs", "\nfn html(text: &Text) -> Html {}")), "voice.rs:2: `Html`");
    assert_eq!(marked_up(&of("src/say/voice.rs", "// Html\nfn f() { \"Html\" }")), Vec::<String>::new());
    assert_eq!(marked_up(&of("src/writers/html/frame/link.rs", "fn f() -> Html {}")), Vec::<String>::new());
}
