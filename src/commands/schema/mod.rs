//! `scorebook schema`: JSON Schemas for editors, and the same as a page for people.

mod reference;
mod told;

use clap::{Args, ValueEnum};

use self::reference::reference;
use super::streams::{refuse, show};
use super::{ExitStatus, Invocation, Lang};
use crate::content::schema::{KINDS, SchemaKind};
use crate::diagnostics::CliLanguage;
use crate::diagnostics::nearest;

/// Prints the JSON Schema of a kind of file, for editors.
///
/// With a schema an editor completes keys, says what they are for and marks mistakes while one types. Write it to a file,
/// and name that file in the first line of the YAML: `# yaml-language-server: $schema=FILE`. Without a kind: one line for
/// each, its word first. With `--format markdown`: every key with what it takes and what it is for, of one kind or of all.
#[derive(Debug, Args)]
pub(super) struct Schema {
    /// The kind of file: site, units, scheme or scores
    #[arg(value_name = "KIND")]
    kind: Option<String>,

    /// What is written
    #[arg(long, value_enum, default_value_t = SchemaFormat::Json)]
    format: SchemaFormat,

    /// The language of the page for people; without it, that of the messages
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

/// What a schema is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SchemaFormat {
    /// JSON Schema
    Json,
    /// A page in Markdown
    Markdown,
}

impl Schema {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        let Some(name) = &self.kind else { return show(call, self.of_all(call).as_bytes()) };
        if let Some(kind) = KINDS.iter().find(|kind| kind.name == name) {
            return show(call, self.of_one(kind, call).as_bytes());
        }
        let known = || KINDS.iter().map(|kind| kind.name);
        let near = nearest(name, known());
        let all = || known().collect::<Vec<_>>().join(", ");
        let [hint, hint_vi] = match near {
            Some(near) => [format!("did you mean `{near}`?"), format!("có phải là `{near}`?")],
            None => [format!("the kinds are {}", all()), format!("các loại là {}", all())],
        };
        let english = format!("no kind of file is called `{name}`; {hint}");
        refuse(call, ExitStatus::Usage, english, format!("không có loại tệp `{name}`; {hint_vi}"))
    }

    fn of_all(&self, call: &Invocation) -> String {
        match self.format {
            SchemaFormat::Json => list(call.language),
            SchemaFormat::Markdown => reference(&KINDS, self.language(call)),
        }
    }

    fn of_one(&self, kind: &SchemaKind, call: &Invocation) -> String {
        match self.format {
            SchemaFormat::Json => kind.text.to_owned(),
            SchemaFormat::Markdown => reference(std::slice::from_ref(kind), self.language(call)),
        }
    }

    /// The language of the page.
    fn language(&self, call: &Invocation) -> CliLanguage {
        match self.lang {
            Some(Lang::En) => CliLanguage::English,
            Some(Lang::Vi) => CliLanguage::Vietnamese,
            None => call.language,
        }
    }
}

/// All kinds, each with what it is for.
fn list(language: CliLanguage) -> String {
    let widest = |of: fn(&SchemaKind) -> &str| KINDS.iter().map(|kind| of(kind).len()).max().unwrap_or(0);
    let [name, path] = [widest(|kind| kind.name), widest(|kind| kind.path)];
    let about = |kind: &SchemaKind| match language {
        CliLanguage::English => kind.about[0],
        CliLanguage::Vietnamese => kind.about[1],
    };
    KINDS.iter().map(|kind| format!("{:name$}  {:path$}  {}\n", kind.name, kind.path, about(kind))).collect()
}
