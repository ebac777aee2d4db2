//! What an addition costs: the files that name a member of each catalogue are those that `docs/architecture.md` lists.
//!
//! Whoever adds a tie rule writes what `modified` needed, whoever adds a page what the archive needed. A file that begins
//! to name a member makes every later one dearer, and has to be written into the list before this test passes.

use std::collections::BTreeSet;

use crate::{Source, holds, program, refused, repository, sources};

/// An addition: how the document calls it, and words by which a file names the member that is looked at.
struct Addition {
    name: &'static str,
    words: &'static [&'static str],
}

const ADDITIONS: &[Addition] = &[
    Addition {
        name: "a tie rule",
        words: &[
            "Ties::Modified",
            "Modified = ",
            "mod modified",
            "modified::",
            "\"modified\"",
            "ties.modified:",
            "ties/modified.rs",
            ", modified: (",
        ],
    },
    Addition { name: "a check", words: &["score_below_zero", "SCORE_BELOW_ZERO", "score-below-zero"] },
    Addition {
        name: "a page",
        words: &[
            "Route::Archive =>",
            "    Archive,",
            "pages/archive.rs",
            "mod archive;",
            "archive::jobs",
            " archive.title:",
            "templates/archive.html",
        ],
    },
    Addition { name: "a chart", words: &["mod slope;", "slope::", "slope(", "figure.slope"] },
    Addition {
        name: "a table for machines",
        words: &[
            "    corrections::tables,",
            "tables/corrections.rs",
            "corrections.download\"",
            " corrections.download:",
            "\"corrections\" => TableKeys",
        ],
    },
    Addition { name: "a format for machines", words: &["formats/json.rs", "json::json", "data(&[\"json\"]"] },
    Addition {
        name: "a file beside pages and tables",
        words: &["files/source.rs", "mod source;", "source::files", "file.source"],
    },
    Addition {
        name: "a cell state",
        words: &[
            "State::Withheld",
            "Withheld = ",
            "withheld::",
            "mod withheld;",
            "state/withheld.rs",
            "\"withheld\"",
            " sign.withheld",
            "figure.strip.withheld",
        ],
    },
    Addition { name: "a command", words: &["mod explain;", "Command::Explain", "commands/explain.rs", "# explain\n"] },
];

/// Which files name the member of an addition.
fn named<'f>(files: &'f [Source], addition: &Addition) -> BTreeSet<&'f str> {
    let holds = |source: &&Source| {
        let in_code = |word: &str| match source.path.ends_with(".rs") {
            true => source.code().any(|(_, line)| line.contains(word)),
            false => source.text.contains(word),
        };
        addition.words.iter().any(|word| source.path.contains(word) || in_code(word))
    };
    files.iter().filter(holds).map(|source| source.path.as_str()).collect()
}

/// The files that the document lists for an addition.
fn listed<'d>(document: &'d str, addition: &Addition) -> Option<BTreeSet<&'d str>> {
    let start = format!("- **{}**", addition.name);
    let line = document.lines().find(|line| line.starts_with(&start))?;
    Some(line.split('`').skip(1).step_by(2).filter(|text| text.contains('/')).collect())
}

fn broken(files: &[Source], document: &str, additions: &[Addition]) -> Vec<String> {
    let mut broken = Vec::new();
    for addition in additions {
        let Some(listed) = listed(document, addition) else {
            broken.push(format!("docs/architecture.md does not say what {} costs", addition.name));
            continue;
        };
        let named = named(files, addition);
        let more = named.difference(&listed).map(|file| format!("{file} is needed too"));
        let fewer = listed.difference(&named).map(|file| format!("{file} is needed no more"));
        broken.extend(more.chain(fewer).map(|what| format!("{}: {what}", addition.name)));
    }
    broken
}

fn all() -> Vec<Source> {
    let mut files = program();
    for (folder, ending) in [
        ("src/content/schema", ".json"),
        ("src/manual/pages", ".md"),
        ("themes/default/templates", ".html"),
        ("themes/default/languages", ".yaml"),
        ("themes/default/assets", ".js"),
        ("src/commands/help", ".txt"),
    ] {
        files.extend(sources(folder, ending));
    }
    files
}

#[test]
fn additions_cost_what_the_document_says() {
    let document = std::fs::read_to_string(repository().join("docs/architecture.md")).expect("the document");
    holds(broken(&all(), &document, ADDITIONS));
}

#[test]
fn a_file_that_names_a_member_has_to_be_listed() {
    let addition = [Addition { name: "a colour", words: &["Colour::Red", "red.rs"] }];
    let files = [
        Source::new("src/colours/red.rs", "//! Red.\n"),
        Source::new("src/pages/a.rs", "//! A.\nlet x = Colour::Red;\n"),
        Source::new("src/pages/b.rs", "//! Colour::Red\n// Colour::Red\n"),
    ];
    let case = |document: &str| broken(&files, document, &addition);
    assert_eq!(case("- **a colour**: `src/colours/red.rs`, `src/pages/a.rs`\n"), Vec::<String>::new());
    refused(case("- **a colour**: `src/colours/red.rs`\n"), "src/pages/a.rs is needed too");
    refused(case("- **a colour**: `src/colours/red.rs`, `src/pages/a.rs`, `src/c.rs`\n"), "src/c.rs is needed no more");
    refused(case("nothing\n"), "does not say");
}
