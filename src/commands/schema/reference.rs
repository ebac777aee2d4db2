//! The reference of the format: the schemas as a page for people, every key in a row with what it takes and what it is for.

use std::fmt::Write as _;

use serde_json::Value;

use super::told::told;
use crate::content::schema::SchemaKind;
use crate::diagnostics::CliLanguage;

/// Definitions of the schemas that a reader takes for one thing: their names there, and what the page calls them.
const PLAIN: [(&str, &str); 16] = [
    ("text", "text"),
    ("needed", "text, not empty"),
    ("word", "word"),
    ("language", "language"),
    ("url", "address"),
    ("static", "path"),
    ("date", "date"),
    ("id", "id"),
    ("criterionId", "id of a criterion"),
    ("column", "id of a criterion or total"),
    ("number", "number"),
    ("from0", "number from 0"),
    ("cell", "cell"),
    ("value", "score"),
    ("rank", "rank"),
    ("oneRank", "rank alone"),
];

/// A map with a list of keys of its own: the section of the page that tells of them.
struct KeyTable<'s> {
    /// The kind of file in which it is told.
    kind: &'static str,
    /// The key that leads to it; empty for the file itself.
    key: &'s str,
    about: &'s str,
    map: &'s Value,
}

impl KeyTable<'_> {
    /// Its heading, the same in every language, as is the place that it makes.
    fn heading(&self) -> String {
        format!("{}: {}", self.kind, self.key)
    }

    fn link(&self) -> String {
        format!("[{0}](#{1}-{0})", self.key, self.kind)
    }
}

/// A schema that is read.
struct ReadSchema<'s> {
    kind: &'s SchemaKind,
    root: Value,
}

/// The page in the making.
struct ReferencePage<'s> {
    language: CliLanguage,
    sections: Vec<KeyTable<'s>>,
}

/// The reference of kinds of files, as Markdown.
pub(super) fn reference(kinds: &[SchemaKind], language: CliLanguage) -> String {
    let read = |kind| ReadSchema { kind, root: serde_json::from_str(kind.text).unwrap_or(Value::Null) };
    let schemas: Vec<ReadSchema<'_>> = kinds.iter().map(read).collect();
    let mut page = ReferencePage { language, sections: Vec::new() };
    for schema in &schemas {
        let root = KeyTable { kind: schema.kind.name, key: "", about: words(&schema.root), map: &schema.root };
        page.sections.push(root);
        page.find(schema, "", "", &schema.root);
    }
    page.written(&schemas)
}

/// What a part of a schema says that it is for.
fn words(node: &Value) -> &str {
    node["description"].as_str().unwrap_or_default()
}

/// Whether a part of a schema is a map whose keys are listed.
fn is_closed(node: &Value) -> bool {
    node["additionalProperties"] == Value::Bool(false) && node["properties"].is_object()
}

/// The definition that a part refers to, with its name.
fn definition<'s>(schema: &'s ReadSchema<'_>, node: &Value) -> Option<(&'s str, &'s Value)> {
    let name = node["$ref"].as_str()?.strip_prefix("#/$defs/")?;
    let (name, found) = schema.root["$defs"].as_object()?.get_key_value(name)?;
    Some((name, found))
}

/// The parts of which the value of a part can consist.
fn inner<'s>(schema: &'s ReadSchema<'_>, node: &'s Value) -> Vec<&'s Value> {
    let mut parts: Vec<&Value> = ["items", "additionalProperties", "then", "else"].map(|name| &node[name]).into();
    parts.extend(node["anyOf"].as_array().into_iter().flatten());
    parts.extend(definition(schema, node).map(|(_, found)| found));
    parts.retain(|part| part.is_object());
    parts
}

impl<'s> ReferencePage<'s> {
    /// Gathers the maps below a part, each once, in the order in which a reader meets them.
    fn find(&mut self, schema: &'s ReadSchema<'_>, key: &'s str, about: &'s str, node: &'s Value) {
        if is_closed(node) {
            let is_root = key.is_empty();
            if !is_root && self.section(node).is_some() {
                return;
            }
            if !is_root {
                let about = if words(node).is_empty() { about } else { words(node) };
                self.sections.push(KeyTable { kind: schema.kind.name, key, about, map: node });
            }
            for (key, below) in node["properties"].as_object().into_iter().flatten() {
                self.find(schema, key, words(below), below);
            }
            return;
        }
        for part in inner(schema, node) {
            let about = if words(node).is_empty() { about } else { words(node) };
            self.find(schema, key, about, part);
        }
    }

    fn section(&self, map: &Value) -> Option<&KeyTable<'s>> {
        self.sections.iter().find(|section| section.map == map)
    }

    fn words(&self, english: &'static str) -> &'static str {
        told(self.language, english).unwrap_or(english)
    }

    fn about(&self, english: &'s str) -> &'s str {
        told(self.language, english).unwrap_or(english)
    }

    fn written(&self, schemas: &'s [ReadSchema<'s>]) -> String {
        let mut out = format!("# {}\n\n{}\n", self.words(TITLE), self.words(INTRODUCTION));
        let _ = write!(out, "\n## {}\n\n{}\n", self.words("What stands for a value"), self.words(VALUES));
        let _ = write!(out, "\n| {} | {} |\n|---|---|\n", self.words("Value"), self.words("Meaning"));
        for (name, called) in PLAIN {
            // The last kind of file has the widest sense of a number.
            let found = schemas.iter().rev().find_map(|schema| schema.root["$defs"].get(name));
            if let Some(found) = found {
                let _ = writeln!(out, "| {} | {} |", self.words(called), self.about(words(found)));
            }
        }
        for schema in schemas {
            let of_kind = self.sections.iter().filter(|section| section.kind == schema.kind.name);
            of_kind.for_each(|section| self.table(&mut out, schema, section));
            let _ = write!(out, "\n### {}: {}\n\n{}\n", schema.kind.name, self.words("example"), self.words(EXAMPLE));
            let _ = write!(out, "\n```yaml\n{}```\n", schema.kind.example);
        }
        out
    }

    /// The table of the keys of a map.
    fn table(&self, out: &mut String, schema: &'s ReadSchema<'s>, section: &KeyTable<'s>) {
        let heading = match section.key {
            "" => format!("## {}", section.kind),
            _ => format!("### {}", section.heading()),
        };
        let _ = write!(out, "\n{heading}\n\n{}\n", self.about(section.about));
        let heads = ["Key", "Value", "Unless written", "Needed", "Meaning"].map(|head| self.words(head)).join(" | ");
        let _ = write!(out, "\n| {heads} |\n|---|---|---|---|---|\n");
        let needed = section.map["required"].as_array();
        for (key, node) in section.map["properties"].as_object().into_iter().flatten() {
            let is_needed = needed.is_some_and(|needed| needed.iter().any(|name| name == key));
            let is_needed = if is_needed { self.words("yes") } else { "" };
            let unless = node.get("default").filter(|_| is_needed.is_empty()).map(typed).unwrap_or_default();
            let value = self.value(schema, node);
            let _ = writeln!(out, "| `{key}` | {value} | {unless} | {is_needed} | {} |", self.about(words(node)));
        }
    }

    /// What a part of a schema takes, in words.
    fn value(&self, schema: &'s ReadSchema<'s>, node: &'s Value) -> String {
        let mut ways = self.ways(schema, node);
        ways.dedup();
        let last = ways.pop().unwrap_or_default();
        if ways.is_empty() { last } else { format!("{} {} {last}", ways.join(", "), self.words("or")) }
    }

    /// The ways to write a value.
    fn ways(&self, schema: &'s ReadSchema<'s>, node: &'s Value) -> Vec<String> {
        if let Some((name, found)) = definition(schema, node) {
            let Some((_, called)) = PLAIN.iter().find(|(other, _)| *other == name) else {
                return self.ways(schema, found);
            };
            let then = &found["then"];
            let then = definition(schema, then).map_or(then, |(_, found)| found);
            let map = self.section(then).filter(|_| is_closed(then));
            return std::iter::once(self.words(called).to_owned()).chain(map.map(KeyTable::link)).collect();
        }
        if let Some(section) = self.section(node).filter(|_| is_closed(node)) {
            return vec![section.link()];
        }
        let mut ways = Vec::new();
        // What may be written in quotes too is shown without them.
        let listed = node["enum"].as_array().into_iter().flatten();
        let listed = listed.filter(|value| !value.is_null() && *value != "true" && *value != "false");
        ways.extend(listed.chain(node.get("const")).map(typed));
        if node["if"].is_object() {
            ways.extend(["else", "then"].into_iter().flat_map(|name| self.ways(schema, &node[name])));
        }
        ways.extend(node["anyOf"].as_array().into_iter().flatten().flat_map(|part| self.ways(schema, part)));
        if node["items"].is_object() {
            ways.push(format!("{} {}", self.words("list:"), self.value(schema, &node["items"])));
        }
        if node["additionalProperties"].is_object() {
            let key = self.value(schema, &node["propertyNames"]);
            ways.push(format!("{} {key} → {}", self.words("map:"), self.value(schema, &node["additionalProperties"])));
        }
        if ways.is_empty() {
            ways.push(self.simple(node));
        }
        ways
    }

    /// What a part takes that is a single value without a name.
    fn simple(&self, node: &Value) -> String {
        let is =
            |name: &str| node["type"] == name || node["type"].as_array().is_some_and(|t| t.iter().any(|t| t == name));
        let called = match (is("integer"), is("number") && !is("boolean")) {
            (true, _) => self.words("whole number"),
            (false, true) => self.words("number"),
            (false, false) => return self.words("one text for all languages").to_owned(),
        };
        match (&node["minimum"], &node["maximum"]) {
            (Value::Number(low), Value::Number(high)) if low == high => format!("`{low}`"),
            (Value::Number(low), Value::Number(high)) => format!("{called}, {low}–{high}"),
            _ => called.to_owned(),
        }
    }
}

/// A word or number that is typed as it stands.
fn typed(value: &Value) -> String {
    value.as_str().map_or_else(|| format!("`{value}`"), |text| format!("`{text}`"))
}

const TITLE: &str = "Reference of the format";

const INTRODUCTION: &str = "Every key of the files that an editor writes by hand, made from the schemas that editors use: \
    `scorebook schema --format markdown` prints this page. A key that is not listed is refused, with its place in the file.";

const VALUES: &str = "A key that is not needed may be left out, or left empty as `~`. A name in the column of values that is a \
    link leads to the keys of a map.";

const EXAMPLE: &str = "Every key once; a file of your own needs few of them.";

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::reference;
    use crate::commands::schema::told::pairs;
    use crate::content::schema::KINDS;
    use crate::diagnostics::CliLanguage;

    /// The page of all kinds, and behind it that of each.
    fn page(language: CliLanguage) -> String {
        let alone = KINDS.map(|kind| reference(&[kind], language)).concat();
        format!("{}{alone}", reference(&KINDS, language))
    }

    /// The sentences and words of a page without its examples, its keys and what is typed as it stands.
    fn cells(page: &str) -> Vec<String> {
        let outside: Vec<&str> = page.split("```").step_by(2).collect();
        let lines = outside.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with("##"));
        let cells = lines.flat_map(|line| line.split(" | ")).map(|cell| cell.trim_matches(['|', ' ']));
        cells.filter(|cell| !cell.starts_with(['`', '[', '-'])).map(str::to_owned).collect()
    }

    #[test]
    fn every_sentence_of_the_page_has_its_vietnamese_and_no_text_is_left_over() {
        let [english, vietnamese] = [CliLanguage::English, CliLanguage::Vietnamese].map(page);
        assert_eq!(english.lines().count(), vietnamese.lines().count());
        let same: BTreeSet<(String, String)> = cells(&english).into_iter().zip(cells(&vietnamese)).collect();
        let same: Vec<_> = same.iter().filter(|(a, b)| a == b && !a.is_empty()).collect();
        assert!(same.is_empty(), "{same:#?}");
        let unused: Vec<_> = pairs().filter(|(key, _)| !english.contains(key)).collect();
        assert!(unused.is_empty(), "{unused:#?}");
        let keys: BTreeSet<&str> = pairs().map(|(key, _)| key).collect();
        assert_eq!(keys.len(), pairs().count(), "a text stands twice");
    }

    #[test]
    fn every_key_of_the_schemas_has_a_row_and_stands_in_an_example() {
        let page = page(CliLanguage::English);
        for kind in KINDS {
            let schema: serde_json::Value = serde_json::from_str(kind.text).expect("JSON");
            let mut keys = BTreeSet::new();
            gather(&schema, &mut keys);
            assert!(keys.len() > 10, "{}: {keys:?}", kind.name);
            for key in keys {
                assert!(page.contains(&format!("\n| `{key}` | ")), "{}: {key} has no row", kind.name);
                let written = KINDS.iter().any(|kind| {
                    kind.example.contains(&format!("{key}: ")) || kind.example.contains(&format!("{key}:\n"))
                });
                assert!(written, "{}: {key} stands in no example", kind.name);
            }
        }
    }

    /// The keys of every map of a schema.
    fn gather(node: &serde_json::Value, keys: &mut BTreeSet<String>) {
        match node {
            serde_json::Value::Object(map) => {
                let own = map.get("properties").and_then(|own| own.as_object()).into_iter().flatten();
                keys.extend(own.map(|(key, _)| key.clone()));
                map.values().for_each(|below| gather(below, keys));
            }
            serde_json::Value::Array(items) => items.iter().for_each(|below| gather(below, keys)),
            _ => {}
        }
    }
}
