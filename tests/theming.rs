//! `docs/theming.md` lists what templates can show, from the views themselves: what is written there is true, and whole.
//! SCOREBOOK_BLESS=1 writes its second half anew.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/theming.md");

/// Behind this line everything is made here.
const MADE: &str = "<!-- made from the views: SCOREBOOK_BLESS=1 cargo test --test theming -->";

/// A type that templates receive: its fields with their types and what they are.
#[derive(Clone, Debug, Default)]
struct View {
    doc: String,
    fields: Vec<(String, String, String)>,
}

/// The sources that views stand in, in the order of their paths.
fn sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = ["src/writers/html", "src/writers/announcement", "src/say", "src/fragments"]
        .map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))
        .into();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).unwrap();
                files.push((path, text));
            }
        }
    }
    files.sort();
    files
}

/// All types with `derive(Serialize)`, by the file's stem and their name: names may stand in several files.
fn views() -> BTreeMap<(String, String), View> {
    let mut views = BTreeMap::new();
    for (path, text) in sources() {
        let stem = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_string_lossy().into_owned();
        let lines: Vec<&str> = text.lines().collect();
        for (i, line) in lines.iter().enumerate() {
            let Some(name) = struct_name(line) else { continue };
            let above = lines[..i].iter().rev().take_while(|line| !line.trim().is_empty());
            if !above.clone().any(|line| line.contains("derive(") && line.contains("Serialize")) {
                continue;
            }
            let mut doc: Vec<&str> = above.filter_map(|line| line.trim().strip_prefix("/// ")).collect();
            doc.reverse();
            views.insert((stem.clone(), name), View { doc: doc.join(" "), fields: fields(&lines[i + 1..]) });
        }
    }
    views
}

fn struct_name(line: &str) -> Option<String> {
    let rest = line.split_once("struct ")?.1;
    let is_struct = line.starts_with("struct ") || line.starts_with("pub");
    (is_struct && rest.ends_with('{')).then(|| rest.trim_end_matches(" {").split('<').next().unwrap().to_owned())
}

fn fields(lines: &[&str]) -> Vec<(String, String, String)> {
    let (mut fields, mut doc) = (Vec::new(), Vec::new());
    for line in lines.iter().map(|line| line.trim()).take_while(|line| *line != "}") {
        if let Some(words) = line.strip_prefix("/// ") {
            doc.push(words);
        } else if let Some((name, kind)) = line.trim_end_matches(',').split_once(": ") {
            let name = name.rsplit(' ').next().unwrap().to_owned();
            fields.push((name, kind.to_owned(), doc.join(" ")));
            doc.clear();
        }
    }
    fields
}

/// Each template with the file and the type of its view.
fn templates() -> BTreeMap<String, (String, String)> {
    let mut templates = BTreeMap::new();
    for (path, text) in sources() {
        let stem = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_string_lossy().into_owned();
        for (at, _) in text.match_indices("Job::new(").chain(text.match_indices("Job::tried(")) {
            let call: String = text[at..].chars().take(260).collect();
            let Some(name) = call.split('"').nth(1).filter(|name| name.ends_with(".html")) else { continue };
            let view = text.match_indices("fn view").find_map(|(at, _)| {
                let head = text[at..].split_once('{')?.0;
                let answer = head.split_once("-> ")?.1.trim();
                Some(answer.trim_start_matches("Result<").trim_end_matches(", TemplateFault>").to_owned())
            });
            let Some(view) = view else { continue };
            templates.insert(name.to_owned(), (stem.clone(), view));
        }
    }
    templates
}

/// Each fragment with the type of its view: `page.fragment("ranking", &table, ranking_table)` names both.
fn fragments() -> BTreeMap<String, String> {
    let mut fragments = BTreeMap::new();
    let all = sources();
    for (_, text) in &all {
        for (at, found) in text.match_indices(".fragment(\"") {
            let call: String = text[at + found.len()..].chars().take(80).collect();
            let (name, rest) = call.split_once('"').expect("a name");
            let Some((_, writer)) = rest.split_once(")").map_or(rest, |(inside, _)| inside).rsplit_once(", ") else {
                continue;
            };
            let head = format!("fn {}(", writer.trim());
            let view = all.iter().find_map(|(_, text)| {
                let arguments = text.split_once(head.as_str())?.1.split_once(')')?.0;
                Some(arguments.rsplit('&').next()?.to_owned())
            });
            fragments.extend(view.map(|view| (name.to_owned(), view)));
        }
    }
    fragments
}

/// A type in the words of somebody who writes a template.
fn in_words(kind: &str, parts: &mut Vec<String>) -> String {
    let inner = |name: &str| kind.strip_prefix(name).and_then(|rest| rest.strip_prefix('<')?.strip_suffix('>'));
    if let Some(inside) = inner("Option") {
        return format!("{}, or nothing", in_words(inside, parts));
    }
    if let Some(inside) = inner("Vec") {
        return format!("list of {}", in_words(inside, parts));
    }
    if let Some(pair) = kind.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        let items: Vec<String> = pair.split(", ").map(|item| in_words(item, parts)).collect();
        return format!("({})", items.join(", "));
    }
    match kind {
        "String" | "&'static str" | "&str" | "Decimal" | "Rank" => "text".to_owned(),
        "Html" => "markup".to_owned(),
        "bool" => "true or false".to_owned(),
        "usize" | "u32" | "u64" | "i64" | "u16" => "number".to_owned(),
        other => {
            let name = other.rsplit("::").next().unwrap().to_owned();
            parts.push(name.clone());
            format!("[{name}](#{})", name.to_lowercase())
        }
    }
}

/// The type of that name, in the same file first.
fn find<'v>(views: &'v BTreeMap<(String, String), View>, file: &str, name: &str) -> Option<(&'v str, &'v View)> {
    let own = views.get_key_value(&(file.to_owned(), name.to_owned()));
    let any = || views.iter().find(|((_, other), _)| other == name);
    own.or_else(any).map(|((file, _), view)| (file.as_str(), view))
}

fn push(out: &mut String, view: &View, parts: &mut Vec<String>) {
    for (name, kind, doc) in &view.fields {
        let doc = if doc.is_empty() { String::new() } else { format!(": {doc}") };
        let _ = writeln!(out, "- `{name}` ({}){doc}", in_words(kind, parts));
    }
}

/// What templates receive, and the parts that this consists of.
fn made() -> String {
    let (views, mut out) = (views(), String::from("## Templates and what they receive\n"));
    let mut open: Vec<(String, String)> = Vec::new();
    for (template, (file, name)) in templates() {
        let Some((file, view)) = find(&views, &file, &name) else { panic!("{template}: no view {name}") };
        let _ = write!(out, "\n### {template}\n\n");
        let mut parts = Vec::new();
        push(&mut out, view, &mut parts);
        open.extend(parts.into_iter().map(|part| (file.to_owned(), part)));
    }
    out.push_str("\n## Fragments and what they receive\n");
    for (fragment, name) in fragments() {
        let Some((file, view)) = find(&views, "src/fragments/", &name) else { panic!("{fragment}: no view {name}") };
        let _ = write!(out, "\n### fragments/{fragment}.html\n\n{}\n\n", view.doc);
        let mut parts = Vec::new();
        push(&mut out, view, &mut parts);
        open.extend(parts.into_iter().map(|part| (file.to_owned(), part)));
    }
    let (file, view) = find(&views, "src/writers/announcement/mod.rs", "AnnouncementText").expect("a view");
    let _ = write!(out, "\n## Announcements and what they receive\n\n{}\n\n", view.doc);
    let mut parts = Vec::new();
    push(&mut out, view, &mut parts);
    open.extend(parts.into_iter().map(|part| (file.to_owned(), part)));
    out.push_str("\n## Parts\n");
    let (mut seen, mut words, mut sections) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::new());
    while let Some((file, name)) = open.pop() {
        let Some((file, view)) = find(&views, &file, &name) else {
            words.insert(name);
            continue;
        };
        if !seen.insert((file.to_owned(), name.clone())) {
            continue;
        }
        let mut section = format!("\n### {name}\n\n{}\n\n", view.doc);
        let mut parts = Vec::new();
        push(&mut section, view, &mut parts);
        sections.insert((name, file.to_owned()), section);
        open.extend(parts.into_iter().map(|part| (file.to_owned(), part)));
    }
    sections.into_values().for_each(|section| out.push_str(&section));
    // What has no fields of its own has no section to lead to.
    words.into_iter().fold(out, |out, name| out.replace(&format!("[{name}](#{})", name.to_lowercase()), &name))
}

#[test]
fn the_document_lists_every_field_of_every_view() {
    let document = fs::read_to_string(DOCUMENT).unwrap();
    let (written, _) = document.split_once(MADE).expect("the line behind which everything is made");
    common::blessed::file_holds("docs/theming.md", &format!("{written}{MADE}\n\n{}", made()));
}

#[test]
fn every_template_of_the_built_in_theme_is_listed() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/templates");
    let there = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let made_of: BTreeSet<&str> = ["base.html", "parts.html"].into();
    let there: BTreeSet<String> = there.filter(|name| !made_of.contains(name.as_str())).collect();
    let listed: BTreeSet<String> = templates().into_keys().collect();
    assert_eq!(there, listed);
}

#[test]
fn fields_are_found_with_their_words() {
    let source =
        ["    /// Its words.", "    /// And more.", "    pub(super) label: String,", "    href: Option<String>,", "}"];
    let fields = fields(&source);
    assert_eq!(fields[0], ("label".to_owned(), "String".to_owned(), "Its words. And more.".to_owned()));
    assert_eq!(in_words(&fields[1].1, &mut Vec::new()), "text, or nothing");
}

/// The names that stand between two texts.
fn names<'t>(text: &'t str, before: &str, until: &[char]) -> BTreeSet<&'t str> {
    text.split(before).skip(1).filter_map(|rest| rest.split(until).next()).map(str::trim).collect()
}

#[test]
fn both_documents_name_the_blocks_of_the_frame_and_the_colours() {
    let read = |path: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let (frame, style) = (read("themes/default/templates/base.html"), read("themes/default/assets/style.css"));
    let tokens = style.split("/* 2. ").next().unwrap();
    let blocks: BTreeSet<String> = names(&frame.replace("{%-", "{%"), "{% block ", &['%'])
        .into_iter()
        .map(|name| format!("`{}`", name.trim()))
        .collect();
    let is_in_a_row = |name: &str| {
        let number = name.trim_start_matches(['c', 'h']);
        name.starts_with('c') && matches!(number, "B" | "C" | "D")
            || name.starts_with('h') && matches!(number, "2" | "3" | "4")
    };
    let colours: BTreeSet<String> = names(tokens, "--", &[':'])
        .into_iter()
        .filter(|name| name.len() < 12 && !is_in_a_row(name))
        .map(|name| format!("`--{name}`"))
        .collect();
    assert!(blocks.len() > 4 && colours.len() > 15, "{blocks:?} {colours:?}");
    for path in ["docs/theming.md", "docs/vi/theming.md"] {
        let document = read(path);
        let missing: Vec<&String> = blocks.iter().chain(&colours).filter(|name| !document.contains(*name)).collect();
        assert!(missing.is_empty(), "{path} does not name {missing:?}");
    }
}
