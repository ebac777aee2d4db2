//! Words of faults: each that is given is used by a sentence, and each that a sentence asks for is given.

use std::collections::{BTreeMap, BTreeSet};

use crate::house::{House, house};
use crate::raises::{Given, Raises};
use crate::tokens::{Kind, Token};
use crate::{Source, holds, refused};

/// The words of a code's sentences.
#[derive(Debug, Default)]
struct Asked {
    /// Those that each sentence needs.
    always: BTreeSet<String>,
    /// Those that stand in a part which is left out without them.
    perhaps: BTreeSet<String>,
}

impl Asked {
    fn has(&self, word: &str) -> bool {
        self.always.contains(word) || self.perhaps.contains(word)
    }

    /// Adds the words of a sentence, as `diagnostics::fill` reads it.
    fn add(&mut self, sentence: &str) {
        for (i, part) in sentence.split("[[").enumerate() {
            let (inside, outside) = part.split_once("]]").filter(|_| i > 0).unwrap_or(("", part));
            self.perhaps.extend(words_of(inside));
            self.always.extend(words_of(outside));
        }
    }
}

/// The names in braces; braces around anything else are text.
fn words_of(sentence: &str) -> Vec<String> {
    let parts = sentence.split('{').skip(1).filter_map(|part| part.split_once('}'));
    let is_name = |name: &&str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    parts.map(|(name, _)| name).filter(is_name).map(str::to_owned).collect()
}

/// The codes that the files of the catalogue declare: `NAME: Error "id" en "…", "…", "…"; vi "…", "…", "…";`.
fn codes(house: &House) -> BTreeMap<String, Asked> {
    let files = house.files().filter(|(path, _)| path.starts_with("src/diagnostics/codes/"));
    files.flat_map(|(_, tokens)| codes_of(tokens)).collect()
}

fn codes_of(tokens: &[Token]) -> Vec<(String, Asked)> {
    let begins = |i: &usize| {
        let kinds = tokens[*i..].iter().map(|token| token.kind).take(4);
        kinds.eq([Kind::Name, Kind::Sign, Kind::Name, Kind::Text]) && tokens[i + 1].is(":")
    };
    let starts: Vec<usize> = (0..tokens.len()).filter(begins).collect();
    let ends = starts.iter().copied().skip(1).chain([tokens.len()]);
    let code = |(start, end): (&usize, usize)| {
        let mut asked = Asked::default();
        let sentences = tokens[start + 4..end].iter().filter(|token| token.kind == Kind::Text);
        sentences.for_each(|sentence| asked.add(&sentence.text));
        (tokens[*start].text.clone(), asked)
    };
    starts.iter().zip(ends).map(code).collect()
}

/// Words that no sentence uses, words that a sentence waits for, and faults that cannot be followed.
fn unequal(house: &House) -> Vec<String> {
    let codes = codes(house);
    let raises = Raises::of(house, &codes.keys().cloned().collect());
    let mut broken = raises.lost;
    let mut given: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for raise in &raises.all {
        for (names, more) in &raise.faults {
            let all = raise.given.and(more);
            for name in names {
                broken.extend(differences(&codes[name], &all).map(|why| format!("{}: {name}: {why}", raise.place)));
                given.entry(name).or_default().extend(all.words.iter().cloned());
            }
        }
    }
    for (name, asked) in &codes {
        let given = given.get(name.as_str());
        if given.is_none() {
            broken.push(format!("{name}: nobody raises it"));
        }
        let never = asked.perhaps.iter().filter(|word| given.is_none_or(|given| !given.contains(*word)));
        broken.extend(never.map(|word| format!("{name}: the part with {{{word}}} is never said, for nobody gives it")));
    }
    broken
}

/// What is asked for and not given, given and not used, and labels that are no word in both languages.
fn differences(asked: &Asked, given: &Given) -> impl Iterator<Item = String> {
    let lacks = asked.always.iter().filter(|word| !given.words.contains(*word));
    let lacks = lacks.map(|word| format!("a sentence says {{{word}}}, which is not given"));
    // A fault of a file that is not there is shown with its path.
    let is_label = |word: &str| word == "path" || given.labels.contains(word.trim_end_matches("_vi"));
    let idle = given.words.iter().filter(move |word| !asked.has(word) && !is_label(word));
    let idle = idle.map(|word| format!("{word:?} is given, and no sentence uses it"));
    let labels = given.labels.iter().flat_map(|label| [label.clone(), format!("{label}_vi")]);
    let bare = labels.filter(|label| !given.words.contains(label));
    lacks.chain(idle).chain(bare.map(|label| format!("another place is given with {label:?}, which is no word")))
}

#[test]
fn words_of_faults_are_given_and_used() {
    holds(unequal(house()));
    let codes = codes(house());
    assert_eq!(codes.len(), scorebook::diagnostics::codes::all().count(), "codes were read");
    let raises = Raises::of(house(), &codes.keys().cloned().collect());
    assert!(raises.all.len() > 100, "only {} places were found", raises.all.len());
}

/// A made-up catalogue of two codes, with a file that raises them.
fn made_up(text: &str) -> Vec<String> {
    let catalogue = "super::codes! {\n\
        ONE: Error \"one\" en \"`{id}` {why}[[, near {near}]]\", \"\", \"{ vi: …, en: … }\";\n\
        vi \"`{id}` {why_vi}\", \"\", \"\";\n\
        TWO: Warning \"two\" en \"`{id}`\", \"\", \"\"; vi \"`{id}`\", \"\", \"\";\n}\n";
    let rest = "fn rest() { Diagnostic::new(&sense::TWO, p).with(\"id\", x); }\n";
    let files = [
        ("src/checks/mod.rs", "mod rest;\nmod one;\n"),
        ("src/checks/one.rs", text),
        ("src/checks/rest.rs", rest),
        ("src/diagnostics/codes/sense.rs", catalogue),
    ];
    unequal(&House::new(&files.map(|(path, text)| Source::new(path, text))))
}

/// What gives the first code all of its words.
const ALL: &str = ".with(\"id\", x).with(\"why\", y).with(\"why_vi\", z).with_some(\"near\", n)";

#[test]
fn words_that_are_lost_or_idle_are_refused() {
    let case = |text: &str, why: &str| refused(made_up(&text.replace("ALL", ALL)), why);
    let new = "Diagnostic::new(&sense::ONE, p)";
    case(&format!("fn f() {{ {new}.with(\"id\", x).with(\"why_vi\", y) }}"), "ONE: a sentence says {why}");
    case(&format!("fn f() {{ {new}.with(\"id\", x).with(\"why\", y) }}"), "ONE: a sentence says {why_vi}");
    case(&format!("fn f() {{ {new}.with(\"id\", x) }}"), "the part with {near} is never said");
    case(&format!("\nfn f() {{ {new}ALL.with(\"known\", k) }}"), "src/checks/one.rs:2: ONE: \"known\" is given");
    case(&format!("fn f() {{ {new}ALL.with(\"id_vi\", k) }}"), "\"id_vi\" is given");
    case(&format!("fn f() {{ {new}ALL.related(q, \"first\") }}"), "\"first_vi\", which is no word");
    case("fn f() {}", "ONE: nobody raises it");
    // To a variable, in a later statement.
    case(&format!("fn f() {{ let fault = {new}ALL; faults.push(fault.with(\"known\", k)); }}"), "\"known\" is given");
    case(&format!("fn f() {{ let fault = {new}; let fault = fault.with(\"id\", k); g(fault) }}"), "says {why}");
    // By a closure, by a function, and by one that hands a code on.
    case("fn f() { let fault = |code| Diagnostic::new(code, p)ALL; fault(&sense::TWO) }", "TWO: \"why\" is given");
    case(
        "fn f() { let fault = |code| Diagnostic::new(code, p); fault(&sense::ONE).with(\"id\", x) }",
        "ONE: a sentence",
    );
    case("fn f(code: &Code) { Diagnostic::new(code, p)ALL }\nfn g() { f(&sense::TWO) }", "TWO: \"why\" is given");
    case(
        "fn f(id: &str, code: &Code) -> Diagnostic { Diagnostic::new(code, p) }\n\
         fn g(code: &'static Code) { f(x, code).with(\"id\", x).with(\"known\", k) }\nfn h() { g(&sense::TWO) }",
        "TWO: \"known\" is given",
    );
    case(
        "fn f() { let code = match x { A => &sense::ONE, B => &sense::TWO }; Diagnostic::new(code, p).with(\"id\", x) }",
        "ONE: a sentence says {why}",
    );
    case(
        "fn f() { clean(x, &mut |code, c| faults.push(Diagnostic::new(code, p))) }\nfn clean() { tell(&sense::TWO, c) }",
        "TWO: a sentence says {id}",
    );
    // What cannot be followed.
    case("fn f() { Diagnostic::new(CODES[0], p) }", "one.rs:1: nothing tells which fault is raised");
    case("fn f() { fault.with(\"id\", x) }", "one.rs:1: nothing tells what is given here");
    case(&format!("fn f() {{ {new}ALL.with(name, x) }}"), "one.rs:1: nothing tells what is given here");
}

#[test]
fn words_that_are_given_and_used_are_accepted() {
    let case = |text: &str| assert_eq!(made_up(&text.replace("ALL", ALL)), Vec::<String>::new(), "{text}");
    let new = "Diagnostic::new(&sense::ONE, p)";
    case(&format!("fn f() {{ {new}ALL; }}"));
    case(&format!("fn f() {{ {new}ALL.with(\"path\", x); }}"));
    case(&format!("fn f() {{ {new}ALL.with(\"a\", \"one\").with(\"a_vi\", \"một\").related(q, \"a\"); }}"));
    case(&format!(
        "fn f() {{ let fault = {new}.with(\"id\", x).with_some(\"near\", n);\n\
         if x {{ g(fault.with(\"why\", y).with(\"why_vi\", z)) }} }}"
    ));
    case("fn f(code: &Code) { Diagnostic::new(code, p)ALL }\nfn g() { f(&sense::ONE) }");
    // Two faults by one name, and two functions by one name.
    case(&format!(
        "fn f() {{ let fault = {new}ALL; g(fault);\n\
         let fault = Diagnostic::new(&sense::TWO, p); g(fault.with(\"id\", x)) }}"
    ));
    case("fn rest(code: &Code) { Diagnostic::new(code, p)ALL }\nfn g() { rest(&sense::ONE) }");
    case(&format!("fn f() {{ {new}ALL }}\n// Diagnostic::new(&sense::TWO, p)\n"));
}
