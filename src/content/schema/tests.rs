//! The schemas know what the decoders know: the same keys in each kind of map, the same words in each list.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::KINDS;
use crate::content::fields::Fields;
use crate::content::shapes::{Record, recorded};
use crate::content::texts::Languages;
use crate::content::{schemes, scores, site, units, values};
use crate::diagnostics::Faults;
use crate::model::State;
use crate::yaml::Yaml;

/// Files without a fault that have every kind of map and every key, also those that may be empty.
const SAMPLES: [(&str, [&str; 2]); 4] = [
    ("site", [include_str!("samples/site.yaml"), include_str!("samples/site-nothing.yaml")]),
    ("units", [include_str!("samples/units.yaml"), include_str!("samples/units-nothing.yaml")]),
    ("scheme", [include_str!("samples/scheme.yaml"), include_str!("samples/scheme-nothing.yaml")]),
    ("scores", [include_str!("samples/scores.yaml"), include_str!("samples/scores-nothing.yaml")]),
];

/// Reads a file of a kind as the program does.
fn read(kind: &str, text: &str, faults: &mut Faults) {
    let languages = Languages::of(None);
    match kind {
        "site" => drop(site::read(0, text, faults)),
        "units" => drop(units::read(0, text, &languages, faults)),
        "scheme" => drop(schemes::read(0, text, "it", &languages, faults)),
        "scores" => drop(scores::read(0, text, "2018", &languages, faults)),
        _ => unreachable!("{kind} is no kind of file"),
    }
}

/// What the decoders of a kind ask for; its samples must be free of faults.
fn record(kind: &str) -> Record {
    let (_, samples) = SAMPLES.into_iter().find(|(name, _)| *name == kind).expect("samples of every kind");
    recorded(|| {
        for sample in samples {
            let mut faults = Faults::default();
            read(kind, sample, &mut faults);
            let told: Vec<String> =
                faults.sorted().iter().map(|fault| format!("{} at {:?}", fault.code.id, fault.place)).collect();
            assert!(told.is_empty(), "{kind}: {told:?}");
        }
    })
}

fn schema(kind: &str) -> Value {
    let kind = KINDS.iter().find(|other| other.name == kind).expect("a kind");
    serde_json::from_str(kind.text).expect("JSON")
}

/// Every part of a schema that is a map of JSON.
fn parts<'v>(value: &'v Value, found: &mut Vec<&'v serde_json::Map<String, Value>>) {
    match value {
        Value::Object(map) => {
            found.push(map);
            map.values().for_each(|value| parts(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| parts(value, found)),
        _ => {}
    }
}

/// The keys of every closed map of a schema, by its title, and every list of words.
fn said(schema: &Value) -> (BTreeMap<String, BTreeSet<String>>, BTreeSet<BTreeSet<String>>) {
    let mut found = Vec::new();
    parts(schema, &mut found);
    let (mut keys, mut words) = (BTreeMap::new(), BTreeSet::new());
    for part in found {
        if part.get("additionalProperties") == Some(&Value::Bool(false)) {
            let title = part["title"].as_str().expect("a closed map has a title").to_owned();
            let names = part["properties"].as_object().expect("keys").keys().cloned().collect();
            assert!(keys.insert(title, names).is_none(), "two maps are called {}", part["title"]);
        }
        // `true` alone is a condition, no list.
        if let Some(list) = part.get("enum").and_then(Value::as_array)
            && list != &[Value::Bool(true), Value::from("true")]
        {
            let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            words.insert(list.iter().filter(|value| !value.is_null()).map(word).collect());
        }
    }
    (keys, words)
}

/// What a schema and its decoders know apart from each other, in words.
fn differences(schema: &Value, record: &Record) -> Vec<String> {
    let (keys, words) = said(schema);
    let mut told = Vec::new();
    let none = BTreeSet::new();
    for what in keys.keys().chain(record.keys.keys()).collect::<BTreeSet<_>>() {
        let said = keys.get(what).unwrap_or(&none);
        let [asked, written] = record.keys.get(what).map_or([&none, &none], |[asked, written]| [asked, written]);
        told.extend(asked.difference(said).map(|key| format!("{what}: the schema does not know `{key}`")));
        told.extend(said.difference(asked).map(|key| format!("{what}: no decoder asks for `{key}`")));
        told.extend(asked.difference(written).map(|key| format!("{what}: no sample has `{key}`")));
    }
    told.extend(record.words.difference(&words).map(|list| format!("the schema has no list {list:?}")));
    told.extend(words.difference(&record.words).map(|list| format!("no decoder has the list {list:?}")));
    told
}

/// The record of a kind, with the words of cells, which are not read as a choice.
fn whole_record(kind: &str) -> Record {
    let mut record = record(kind);
    if kind == "scores" {
        record.words.insert(State::empty().map(|state| state.word().to_owned()).collect());
    }
    record
}

#[test]
fn schemas_and_decoders_know_the_same_keys_and_words() {
    for kind in KINDS {
        assert_eq!(differences(&schema(kind.name), &whole_record(kind.name)), Vec::<String>::new(), "{}", kind.name);
    }
}

#[test]
fn a_key_or_word_that_one_side_forgets_is_told() {
    let mut record = whole_record("scores");
    let more = recorded(|| {
        let mut faults = Faults::default();
        let yaml = Yaml::parse(0, "{ number: 1, colour: red }", &mut faults);
        let mut m = Fields::of(yaml.root().expect("a map"), "a document", false, &mut faults).expect("a map");
        let colour = m.get("colour").and_then(|n| values::choice(n, &[("red", ()), ("blue", ())], &mut faults));
        assert!(colour.is_some());
        m.done(&mut faults);
    });
    let [asked, written] = &more.keys["a document"];
    let document = record.keys.get_mut("a document").expect("documents");
    document[0].extend(asked.clone());
    document[1].extend(written.clone());
    record.words.extend(more.words);
    let told = differences(&schema("scores"), &record);
    assert_eq!(told, ["a document: the schema does not know `colour`", "the schema has no list {\"blue\", \"red\"}"]);

    let mut schema = schema("scores");
    schema["properties"]["colour"] = Value::Bool(true);
    schema["$defs"]["cellMap"]["properties"]["flag"]["else"]["enum"][0] = Value::from("guessed");
    let told = differences(&schema, &whole_record("scores"));
    assert_eq!(
        told,
        [
            "a score file: no decoder asks for `colour`",
            "no decoder has the list {\"estimated\", \"guessed\", \"revised\"}"
        ]
    );
}

#[test]
fn schemas_explain_every_key() {
    for kind in KINDS {
        let schema = schema(kind.name);
        assert_eq!(schema["$id"], format!("urn:scorebook:{}:1", kind.name));
        let mut found = Vec::new();
        parts(&schema, &mut found);
        for part in found.into_iter().filter(|part| part.get("additionalProperties") == Some(&Value::Bool(false))) {
            for (key, value) in part["properties"].as_object().expect("keys") {
                let words = value["description"].as_str().unwrap_or_default();
                assert!(words.ends_with('.'), "{}: `{key}` of {} is not explained", kind.name, part["title"]);
            }
        }
    }
}

#[test]
fn definitions_of_one_name_are_the_same_in_all_kinds() {
    let mut all: BTreeMap<String, Value> = BTreeMap::new();
    // A score file may write commas, and what differs by group is another thing in each.
    for kind in KINDS {
        let schema = schema(kind.name);
        for (name, definition) in schema["$defs"].as_object().expect("definitions") {
            if name != "group" && name != "number" {
                let first = all.entry(name.clone()).or_insert_with(|| definition.clone());
                assert_eq!(first, definition, "{name} of {}", kind.name);
            }
        }
    }
}

#[test]
fn ids_are_refused_as_the_decoders_do() {
    let pattern = |words: &[&str]| format!("^(?!(?:{})$)[a-z0-9][a-z0-9-]{{0,63}}$", words.join("|"));
    let criterion = [values::REFUSED, &schemes::REFUSED].concat();
    for kind in ["units", "scheme", "scores"] {
        assert_eq!(schema(kind)["$defs"]["id"]["pattern"], pattern(values::REFUSED));
    }
    assert_eq!(schema("scheme")["$defs"]["criterionId"]["pattern"], pattern(&criterion));
    let column: Vec<&str> = criterion.into_iter().filter(|word| *word != "total").collect();
    assert_eq!(schema("scores")["$defs"]["column"]["pattern"], pattern(&column));
}
