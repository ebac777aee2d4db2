//! What logic may look at: no enum of the model by `matches!`, and no sign or phrase that a page shows.

use std::collections::BTreeSet;

use crate::house::{House, house};
use crate::known::{Known, numbered};
use crate::parts::path_at;
use crate::tokens::{Kind, Token, block, closing, part_end, stands_at};
use crate::{Source, holds, refused};

/// Where logic looks at a sign or a phrase today.
const SIGNS: Known = Known { file: "tests/tidy/known/signs.txt", text: include_str!("known/signs.txt"), cap: 0 };

/// The rooms in which what people write is read.
const READING: [&str; 6] =
    ["src/content/", "src/diagnostics/", "src/import/", "src/manual/", "src/words/", "src/yaml/"];

/// The names of the enums that the model defines.
fn enums(house: &House) -> BTreeSet<&str> {
    let model = house.files().filter(|(path, _)| path.starts_with("src/model/"));
    let pairs = model.flat_map(|(_, tokens)| tokens.windows(2)).filter(|pair| pair[0].is("enum"));
    pairs.filter_map(|pair| pair[1].name()).collect()
}

/// Enums of the model that `matches!` asks: a variant that is added later would be passed over in silence.
fn silent(house: &House) -> Vec<String> {
    let (mut broken, enums) = (Vec::new(), enums(house));
    for (file, tokens) in house.files() {
        for at in (0..tokens.len()).filter(|&i| stands_at(tokens, i, &["matches", "!", "("])) {
            let end = closing(tokens, at + 2);
            let pattern = &tokens[part_end(tokens, at + 3, &[","]).min(end)..end];
            let asked = (0..pattern.len()).filter_map(|i| enum_at(house, file, pattern, i));
            for name in asked.filter(|name| name == "Self" || enums.contains(name.as_str())).collect::<BTreeSet<_>>() {
                broken.push(format!(
                    "{file}:{}: `matches!` asks `{name}`, an enum of the model: a new variant would silently be false; \
                     write a method of `{name}` with a `match` that names every variant",
                    tokens[at].line
                ));
            }
        }
    }
    broken
}

/// The type of the model that a pattern names at a position.
fn enum_at(house: &House, file: &str, pattern: &[Token], at: usize) -> Option<String> {
    let (path, _) = path_at(pattern, at);
    let goes_on = at > 0 && (pattern[at - 1].is("::") || pattern[at - 1].is("."));
    if path.is_empty() || goes_on {
        return None;
    }
    let (home, name) = match path[0].as_str() {
        "Self" => (file, "Self".to_owned()),
        _ => house.definition(file, &path)?,
    };
    home.starts_with("src/model/").then_some(name)
}

/// Texts with letters or signs beyond ASCII, and phrases, that logic compares with something.
fn signs(house: &House, phrases: &BTreeSet<String>) -> Vec<String> {
    let mut found = Vec::new();
    for (file, tokens) in house.files().filter(|(path, _)| !READING.iter().any(|room| path.starts_with(room))) {
        let is_phrase = |text: &String| text.contains('.') && phrases.contains(text);
        let shown = |token: &Token| token.is_quoted() && (!token.text.is_ascii() || is_phrase(&token.text));
        let named = named(tokens, &shown);
        let places = (0..tokens.len()).filter(|&i| shown(&tokens[i]) || named.contains(&tokens[i].text.as_str()));
        let patterns = patterns(tokens);
        // A letter in a pattern is one of a text that is measured or escaped, letter by letter.
        let matched = |i: usize| tokens[i].kind != Kind::Character && patterns.iter().any(|range| range.contains(&i));
        found.extend(
            places.filter(|&i| is_compared(tokens, i) || matched(i)).map(|i| format!("{file}: {}", tokens[i].text)),
        );
    }
    found
}

/// The names of constants that hold such a text.
fn named<'t>(tokens: &'t [Token], shown: &impl Fn(&Token) -> bool) -> Vec<&'t str> {
    let constants = (0..tokens.len()).filter(|&i| tokens[i].is("const") || tokens[i].is("static"));
    let named = constants.filter_map(|i| {
        let end = part_end(tokens, i, &[";"]);
        tokens.get(end.checked_sub(1)?).filter(|value| stands_at(tokens, end - 2, &["="]) && shown(value))?;
        tokens[i + 1].name()
    });
    named.collect()
}

/// Whether a value stands beside `==` or `!=`, or is what a text is searched for.
fn is_compared(tokens: &[Token], at: usize) -> bool {
    const SEARCHES: [&str; 9] = [
        "contains",
        "ends_with",
        "find",
        "rfind",
        "split",
        "split_once",
        "starts_with",
        "strip_prefix",
        "strip_suffix",
    ];
    let is_equality = |token: &Token| token.is("==") || token.is("!=");
    let before: Vec<&Token> = tokens[..at].iter().rev().filter(|token| !token.is("&")).take(2).collect();
    let follows = tokens.get(at + 1).is_some_and(is_equality);
    let searched = before.len() == 2 && before[0].is("(") && SEARCHES.iter().any(|search| before[1].is(search));
    follows || before.first().is_some_and(|token| is_equality(token)) || searched
}

/// The patterns of each `match`, `let` and `matches!`, as ranges of tokens.
fn patterns(tokens: &[Token]) -> Vec<std::ops::Range<usize>> {
    let mut patterns = Vec::new();
    for at in 0..tokens.len() {
        if tokens[at].is("let") {
            patterns.push(at..part_end(tokens, at, &["=", ";"]));
        } else if stands_at(tokens, at, &["matches", "!", "("]) {
            patterns.push(at..closing(tokens, at + 2));
        } else if tokens[at].is("match") {
            arms(tokens, at, &mut patterns);
        }
    }
    patterns
}

/// The patterns of the arms of a `match`.
fn arms(tokens: &[Token], at: usize, patterns: &mut Vec<std::ops::Range<usize>>) {
    let Some(open) = block(tokens, at) else { return };
    let end = closing(tokens, open);
    let mut start = open + 1;
    while start < end {
        let arrow = part_end(&tokens[..end], start, &["=>"]);
        patterns.push(start..arrow);
        let is_block = stands_at(tokens, arrow + 1, &["{"]);
        start = if is_block { closing(tokens, arrow + 1) + 1 } else { part_end(&tokens[..end], arrow + 1, &[","]) };
        start += usize::from(stands_at(tokens, start, &[","]));
    }
}

/// Signs that logic looks at and that are not on the list, and those on the list that it does not.
fn unlisted(house: &House, phrases: &BTreeSet<String>, known: &Known) -> Vec<String> {
    let instead = "logic looks at what a page shows, which a theme or a language may change; \
                   decide by the value that the text was made of, such as an enum";
    known.differences(&numbered(signs(house, phrases)), instead)
}

#[test]
fn no_enum_of_the_model_is_asked_by_matches() {
    holds(silent(house()));
    assert!(enums(house()).len() > 15, "only {} enums were found", enums(house()).len());
}

#[test]
fn no_logic_looks_at_what_a_page_shows() {
    holds(unlisted(house(), &crate::phrases::keys(), &SIGNS));
}

const NOTHING: Known = Known { file: "x.txt", text: "", cap: 0 };

/// A made-up model of one enum, with a file that looks at it.
fn model(path: &str, text: &str) -> House {
    let files = [
        ("src/model/mod.rs", "mod scheme;\npub use scheme::Ties;\n"),
        ("src/model/scheme.rs", "pub enum Ties { Dense, Ordinal }\npub struct Rule;\n"),
        ("src/rankings/mod.rs", "mod known;\npub use known::Known;\n"),
        ("src/rankings/known.rs", "pub enum Known { Exact, Nothing }\n"),
        (path, text),
    ];
    House::new(&files.map(|(path, text)| Source::new(path, text)))
}

#[test]
fn an_enum_of_the_model_in_matches_is_refused() {
    let case = |text: &str| {
        refused(silent(&model("src/pages.rs", text)), "src/pages.rs:2: `matches!` asks `Ties`");
    };
    case("use crate::model::Ties;\nfn f(x: Ties) -> bool { matches!(x, Ties::Dense) }\n");
    case(
        "use crate::model::{self, Rule};\nfn f() { !matches!(g(a, b), Some((_, model::Ties::Dense | model::Ties::Ordinal))) }\n",
    );
    case("use crate::model::Ties::Ordinal as Last;\nfn f() { matches!(rule.ties, Last if rule.holds) }\n");
    case("\nfn f() { matches!(x, crate::model::Ties::Dense) }\n");
    let own = "pub enum State { Known }\nimpl State { fn f(self) -> bool { matches!(self, Self::Known) } }\n";
    refused(silent(&model("src/model/state.rs", own)), "src/model/state.rs:2: `matches!` asks `Self`");
}

#[test]
fn other_matches_are_accepted() {
    let case = |text: &str| assert_eq!(silent(&model("src/pages.rs", text)), Vec::<String>::new(), "{text}");
    case("use crate::rankings::Known;\nfn f(x: Known) -> bool { matches!(x, Known::Exact) }\n");
    case(
        "use crate::model::Ties;\nfn f(x: Ties) -> bool { match x { Ties::Dense => true, Ties::Ordinal => false } }\n",
    );
    case("use crate::model::Ties;\nfn f() { matches!(rank(Ties::Dense), Some(_)) }\n");
    case(
        "enum Ties { Dense }\nfn f() { matches!(c, b'a' | b'b') && matches!(x, Ties::Dense) && matches!(x, Self::A) }\n",
    );
    case(
        "use crate::model::Ties;\n// matches!(x, Ties::Dense)\n#[cfg(test)]\nmod tests { matches!(x, Ties::Dense) }\n",
    );
}

fn signs_of(text: &str) -> Vec<String> {
    let phrases = BTreeSet::from(["gone.merge".to_owned(), "skip".to_owned()]);
    unlisted(&House::new(&[Source::new("src/pages/tiles.rs", text)]), &phrases, &NOTHING)
}

#[test]
fn logic_that_looks_at_a_sign_or_a_phrase_is_refused() {
    let case = |text: &str, sign: &str| refused(signs_of(text), &format!("src/pages/tiles.rs: {sign}: logic looks"));
    case("if mark.sign == \"∴\" {}", "∴");
    case("if \"\\u{2234}\" != *mark {}", "∴");
    case("if cell.shown != &\"…\" {}", "…");
    case("cell.shown.contains('–')", "–");
    case("name.starts_with(\"Sở \")", "Sở ");
    case("name\n    .strip_suffix(&\"đ\")", "đ");
    case("match sign {\n    \"-\" => 1,\n    \"§\" | \"$\" => { 2 }\n    _ => 3\n}", "§");
    case("match (sign, x) { (\"…\", Some(_)) if x => g(\"a\"), _ => 3 }", "…");
    case("match f(|x| { x }) { _ => match sign { Some(\"∴\") => 1, None => 2 } }", "∴");
    case("if let Some(\"∴\") = sign {}", "∴");
    case("matches!(sign, \"∴\" | \"§\")", "§");
    case("if merge == \"gone.merge\" {}", "gone.merge");
    case("const PROVED: &str = \"∴\";\nfn f() { sign == PROVED }", "PROVED");
    case("a == \"…\" && b == \"…\"", "… (2)");
}

#[test]
fn signs_that_are_only_shown_are_accepted() {
    let case = |text: &str| assert_eq!(signs_of(text), Vec::<String>::new(), "{text}");
    case("let sign = \"∴\"; say(\"gone.merge\", &[(\"sign\", \"§\")]);");
    case("match kind { Kind::Proved => \"∴\", Kind::Announced => { \"§\" } }");
    case("match kind { A => f(\"∴\"), B => \"§\", C if x == \"=\" => g(\"gone.merge\") }");
    case("match letter { 'đ' => 'd', '–' | '−' => '-', other => other }");
    case("if key == \"skip\" || kind == \"group\" || text.contains('-') {}");
    case("const DASH: &str = \"–\";\nfn f() { format!(\"{DASH}\") + DASH }");
    case("// if sign == \"∴\"\n/* sign == \"∴\" */\n#[cfg(test)]\nmod tests { sign == \"∴\" }");
    let elsewhere = House::new(&[Source::new("src/words/fold.rs", "if letter == \"đ\" {}")]);
    assert_eq!(signs(&elsewhere, &BTreeSet::new()), Vec::<String>::new());
}
