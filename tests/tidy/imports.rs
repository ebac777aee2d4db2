//! Who may import whom: no import runs backwards along the flow, so that there are no circles.

use crate::{Source, holds, program, refused};

/// The modules from the ground up: each may import those before it, and none behind it.
const FLOW: [&str; 28] = [
    "model",
    "tree",
    "diagnostics",
    "yaml",
    "words",
    "routes",
    "content",
    "assemble",
    "rankings",
    "facts",
    "checks",
    "charts",
    "report",
    "render",
    "say",
    "fragments",
    "writers",
    "links",
    "plan",
    "publish",
    "verify",
    "site",
    "preview",
    "manual",
    "prose",
    "starter",
    "import",
    "commands",
];

/// Modules that import less than their place allows: the words of the domain nothing, arithmetic only those, charts are
/// data until drawn, facts name no language and no markup, and sentences no address.
const ONLY: [(&str, &[&str]); 5] = [
    ("model", &[]),
    ("rankings", &["model"]),
    ("charts", &[]),
    ("report", &["model", "rankings"]),
    ("say", &["model", "words", "rankings", "report", "render"]),
];

/// What the root itself holds: as low as the first that speaks to a sink.
const ROOT: [&str; 3] = ["Sink", "SinkFile", "Written"];

/// What the root hands on of `site`: the names in its `pub use site::{…}`.
fn of_site() -> Vec<String> {
    let lib = std::fs::read_to_string(crate::repository().join("src/lib.rs")).expect("src/lib.rs");
    let (_, group) = lib.split_once("pub use site::{").expect("what the root hands on");
    of_group(group)
}

/// The names behind each `crate::` of a file: of `crate::a::b` it is `a`, of `crate::{a::b, c}` they are `a` and `c`.
fn imported(source: &Source) -> Vec<String> {
    let code: String = source.code().map(|(_, line)| format!("{line}\n")).collect();
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => names.extend(of_group(group)),
            None => names.push(identifier(rest)),
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn identifier(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The first names of the parts of `{a::{b, c}, d}`, from behind the first brace.
fn of_group(group: &str) -> Vec<String> {
    let (mut depth, mut names, mut start) = (0, Vec::new(), 0);
    for (i, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.push(identifier(&group[start..i]));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(identifier(&group[start..i]));
                start = i + 1;
            }
            _ => {}
        }
    }
    names
}

/// Where a name behind `crate::` stands in the flow.
fn position(name: &str, of_site: &[String]) -> Option<usize> {
    let module = match name {
        _ if ROOT.contains(&name) => "writers",
        _ if of_site.iter().any(|other| other == name) => "site",
        _ => name,
    };
    FLOW.iter().position(|other| *other == module)
}

fn backwards(files: &[Source]) -> Vec<String> {
    let (mut broken, of_site) = (Vec::new(), of_site());
    for source in files.iter().filter(|source| !["src/main.rs", "src/lib.rs"].contains(&source.path.as_str())) {
        let module = source.module();
        let Some(here) = position(module, &of_site) else {
            broken.push(format!("{}: {module} has no place in the flow: give it one in {}", source.path, file!()));
            continue;
        };
        let only = ONLY.iter().find(|(name, _)| *name == module).map(|(_, names)| names);
        for name in imported(source).into_iter().filter(|name| name != module) {
            match position(&name, &of_site) {
                None => broken.push(format!("{}: imports {name}, which has no place in the flow", source.path)),
                Some(there) if there >= here => broken.push(format!("{}: imports {name} backwards", source.path)),
                Some(_) if only.is_some_and(|names| !names.contains(&name.as_str())) => {
                    broken.push(format!("{}: {module} may not import {name}", source.path));
                }
                Some(_) => {}
            }
        }
    }
    broken
}

#[test]
fn no_import_runs_backwards() {
    holds(backwards(&program()));
}

#[test]
fn the_root_names_every_module_of_the_flow() {
    let lib = program().into_iter().find(|source| source.path == "src/lib.rs").expect("src/lib.rs");
    let modules = lib.code().filter_map(|(_, line)| line.trim().trim_start_matches("pub ").strip_prefix("mod "));
    let modules: Vec<&str> = modules.map(|name| name.trim_end_matches(';')).collect();
    let mut flow = FLOW.to_vec();
    flow.sort_unstable();
    assert_eq!(modules.into_iter().collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>(), flow);
}

#[test]
fn the_map_of_the_house_has_a_line_for_each_room_in_the_order_of_the_flow() {
    let lib = program().into_iter().find(|source| source.path == "src/lib.rs").expect("src/lib.rs");
    let rooms = lib.text.lines().filter_map(|line| line.strip_prefix("//! | `")?.split('`').next());
    assert_eq!(rooms.collect::<Vec<&str>>(), FLOW);
}

#[test]
fn no_module_is_imported_as_a_whole() {
    let rule = |files: &[Source]| {
        let mut broken = Vec::new();
        for source in files {
            let whole =
                source.code().filter(|(_, line)| line.contains("::*;") && line.trim() != "use rayon::prelude::*;");
            broken.extend(whole.map(|(n, line)| format!("{}:{n}: {line}", source.path)));
        }
        broken
    };
    holds(rule(&program()));
    refused(rule(&[Source::new("src/writers/html/pages/unit.rs", "use crate::model::*;\n")]), "::*;");
}

#[test]
fn an_import_backwards_is_refused() {
    let case = |path: &str, text: &str, why: &str| refused(backwards(&[Source::new(path, text)]), why);
    case("src/content/site.rs", "use crate::writers::html::Page;\n", "imports writers backwards");
    case(
        "src/yaml/mod.rs",
        "use crate::{\n    model::Place,\n    content::{Content, Other},\n};\n",
        "imports content backwards",
    );
    case("src/plan/mod.rs", "fn f() { crate::publish::replace() }\n", "imports publish backwards");
    case("src/writers/html/pages/unit.rs", "use crate::build;\n", "imports build backwards");
    case("src/rankings/sheet.rs", "use crate::words::Words;\n", "rankings may not import words");
    case("src/model/unit.rs", "use crate::tree::Tree;\n", "imports tree backwards");
    case("src/report/group.rs", "use crate::words::Words;\n", "report may not import words");
    case("src/report/group.rs", "use crate::render::Html;\n", "imports render backwards");
    case("src/report/offers.rs", "use crate::routes::Routes;\n", "report may not import routes");
    case("src/say/ties.rs", "use crate::routes::Route;\n", "say may not import routes");
    case("src/helpers.rs", "", "has no place");
    let fine = Source::new(
        "src/writers/html/pages/unit.rs",
        "use crate::model::Unit;\n// crate::commands\n#[cfg(test)]\nuse crate::site;\n",
    );
    assert_eq!(backwards(&[fine]), Vec::<String>::new());
}
