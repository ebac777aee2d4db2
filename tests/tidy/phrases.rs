//! Phrases: every language has the same, each that is asked for is there, and each that is there is asked for.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Source, holds, program, refused, sources};

/// Key → places of the phrases of a language.
type Phrases = BTreeMap<String, Vec<String>>;

/// The phrases of a language file, each on a line of its own.
fn phrases(source: &Source) -> Phrases {
    let lines = source.text.lines().skip_while(|line| *line != "phrases:").skip(1);
    let lines = lines.filter(|line| !line.is_empty() && !line.trim_start().starts_with('#'));
    let phrases = lines.map(|line| {
        let phrase = line.strip_prefix("  ").and_then(|line| line.split_once(": "));
        let (key, text) = phrase.unwrap_or_else(|| panic!("{}: {line:?} is no phrase on one line", source.path));
        (key.trim_matches(['"', '\'']).to_owned(), places(text))
    });
    phrases.collect()
}

/// The places of a phrase in all its forms, each once; what units are called is no place of its own.
fn places(text: &str) -> Vec<String> {
    let is_place = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let named = text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
    let places: BTreeSet<&str> = named.filter(|name| is_place(name) && !name.starts_with("noun")).collect();
    places.into_iter().map(str::to_owned).collect()
}

fn languages() -> Vec<(String, Phrases)> {
    let files = sources("themes/default/languages", ".yaml");
    files.iter().map(|source| (source.path.clone(), phrases(source))).collect()
}

/// What one language has and another has not, or with other places.
fn unequal(languages: &[(String, Phrases)]) -> Vec<String> {
    let mut broken = Vec::new();
    for (name, phrases) in languages {
        for (other, others) in languages {
            for (key, places) in phrases {
                match others.get(key) {
                    None => broken.push(format!("{other}: no phrase {key}, which {name} has")),
                    Some(there) if there != places => {
                        broken.push(format!("{other}: {key} has the places {there:?}, in {name} {places:?}"));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    broken
}

/// The texts in quotes of a program, without comments and tests.
fn literals(source: &Source) -> Vec<String> {
    let code: String = source.code().map(|(_, line)| format!("{line}\n")).collect();
    let code = code.replace("'\"'", "").replace("b'\"'", "").replace("\\\"", "");
    code.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The keys that templates ask for: `t(key="…")`.
fn of_template(source: &Source) -> Vec<String> {
    let asked = source.text.split("key=\"").skip(1);
    asked.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// The keys that code asks for by name: the first text behind `say(`, `say_n(` or `say_html(`, if nothing stands between.
fn of_code(source: &Source) -> Vec<String> {
    let code: String = source.code().map(|(_, line)| format!("{line}\n")).collect();
    let mut keys = Vec::new();
    for call in [".say(", ".say_n(", ".say_html("] {
        for rest in code.split(call).skip(1) {
            let rest = rest.trim_start();
            let rest = rest.strip_prefix("&format!(").unwrap_or(rest);
            let key = rest.strip_prefix('"').and_then(|rest| rest.split('"').next());
            // A key that begins with what is filled in can be any.
            keys.extend(key.filter(|key| !key.starts_with('{')).map(str::to_owned));
        }
    }
    keys
}

/// Whether a key is what a text stands for: itself, or with something in each `{…}`.
fn stands_for(text: &str, key: &str) -> bool {
    let mut parts = text.split(['{', '}']).step_by(2);
    let first = parts.next().unwrap_or_default();
    if !text.contains('{') {
        return text == key;
    }
    let Some(mut rest) = key.strip_prefix(first).filter(|_| first.contains('.')) else { return false };
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    text.ends_with('}') || rest.is_empty()
}

/// Keys that are asked for and not there.
fn missing(program: &[Source], templates: &[Source], there: &BTreeSet<String>) -> Vec<String> {
    let asked = program.iter().map(|source| (source, of_code(source)));
    let asked = asked.chain(templates.iter().map(|source| (source, of_template(source))));
    let mut broken = Vec::new();
    for (source, keys) in asked {
        let lost = keys.into_iter().filter(|asked| !there.iter().any(|key| stands_for(asked, key)));
        broken.extend(lost.map(|key| format!("{}: there is no phrase {key}", source.path)));
    }
    broken
}

/// Keys that are there and nobody asks for.
fn unused(program: &[Source], templates: &[Source], there: &BTreeSet<String>) -> Vec<String> {
    let mut asked: BTreeSet<String> = program.iter().flat_map(literals).collect();
    asked.extend(templates.iter().flat_map(of_template));
    let unused = there.iter().filter(|key| !asked.contains(*key) && !asked.iter().any(|text| stands_for(text, key)));
    unused.map(|key| format!("nobody asks for the phrase {key}")).collect()
}

pub(crate) fn keys() -> BTreeSet<String> {
    languages().into_iter().flat_map(|(_, phrases)| phrases.into_keys()).collect()
}

#[test]
fn languages_have_the_same_phrases_with_the_same_places() {
    let languages = languages();
    assert!(languages.len() >= 2, "vi and en");
    holds(unequal(&languages));
}

#[test]
fn each_phrase_that_is_asked_for_is_there() {
    let (program, templates) = (program(), sources("themes/default/templates", ".html"));
    let asked = program.iter().flat_map(of_code).count() + templates.iter().flat_map(of_template).count();
    assert!(asked > 200, "only {asked} questions were found");
    holds(missing(&program, &templates, &keys()));
}

#[test]
fn each_phrase_is_asked_for() {
    holds(unused(&program(), &sources("themes/default/templates", ".html"), &keys()));
}

#[test]
fn lost_and_unequal_phrases_are_refused() {
    let language = |name: &str, phrases: &[(&str, &[&str])]| {
        let phrases = phrases.iter().map(|(k, p)| ((*k).to_owned(), p.iter().map(|p| (*p).to_owned()).collect()));
        (name.to_owned(), phrases.collect::<Phrases>())
    };
    refused(unequal(&[language("a", &[("x.y", &[])]), language("b", &[])]), "b: no phrase x.y");
    refused(unequal(&[language("a", &[("x", &["n"])]), language("b", &[("x", &["m"])])]), "has the places");
    let there = BTreeSet::from(["a.b".to_owned(), "sign.one".to_owned(), "sign.one.looks".to_owned()]);
    let code = |text: &str| [Source::new("src/writers/html/pages/x.rs", text)];
    refused(missing(&code("page.say(\"a.c\", &[])"), &[], &there), "no phrase a.c");
    refused(missing(&code("page.say_n(\n    \"a.d\",\n    1)"), &[], &there), "no phrase a.d");
    refused(missing(&code("page.say(&format!(\"sing.{key}\"), &[])"), &[], &there), "no phrase sing.{key}");
    refused(missing(&[], &[Source::new("a.html", "{{ t(key=\"a.e\") }}")], &there), "no phrase a.e");
    assert_eq!(missing(&code("page.say(&format!(\"sign.{key}.looks\"), &[])"), &[], &there), Vec::<String>::new());
    refused(unused(&code("page.say(&format!(\"sign.{key}\"), &[])"), &[], &there), "nobody asks for the phrase a.b");
    refused(unused(&code("// \"a.b\"\n"), &[], &there), "nobody asks for the phrase a.b");
}
