//! `scorebook diff`: what differs between two editions, or between two content folders.

mod compared;
mod sheet;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use self::compared::{Compared, NameChanges, SiteComparison};
use super::input::{self, Input, tell};
use super::streams::{say, show};
use super::{ExitStatus, Invocation};
use crate::diagnostics::nearest;
use crate::diagnostics::print::Format;
use crate::diagnostics::{CliLanguage, Faults};
use crate::tree::{self, Tree};
use crate::{Examined, Options};

/// Tells what differs between two editions, or between two content folders.
///
/// Units, schemes, scores and ranks, by unit and criterion; what the rules of deduction conclude is left out. Two folders
/// are compared edition by edition. A name that is both an edition and a folder is the edition; write `./NAME` for the
/// folder. Exit code 0 with or without differences.
#[derive(Debug, Args)]
pub(super) struct Diff {
    /// An edition of the site, such as 2017, or a folder that is or holds content/
    #[arg(value_name = "OLD")]
    old: String,

    /// What it is compared with: an edition, or a folder
    #[arg(value_name = "NEW")]
    new: String,

    /// How the differences are told
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    format: DiffFormat,
}

/// How differences are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum DiffFormat {
    /// Lists for people
    Text,
    /// One JSON document
    Json,
    /// Markdown tables
    Markdown,
}

impl Diff {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        let compared = match self.compared(call) {
            Ok(compared) => compared,
            Err(end) => return end,
        };
        let text = match self.format {
            DiffFormat::Json => compared.json(),
            DiffFormat::Text => sheet::text(&compared, call.language),
            DiffFormat::Markdown => sheet::markdown(&compared, call.language),
        };
        show(call, text.as_bytes())
    }

    fn compared(&self, call: &Invocation) -> Result<Compared, ExitStatus> {
        let here = call.site.join("content");
        let site = if tree::is_folder(&here) { Some(read(call, &here)?) } else { None };
        let editions: Vec<&str> = site.as_ref().map_or_else(Vec::new, |(tree, _)| ids(tree));
        let is_edition = [&self.old, &self.new].map(|name| editions.contains(&name.as_str()));
        match (is_edition, &site) {
            ([true, true], Some((tree, input))) => self.of_editions(call, &examined(call, tree, input)?, &editions),
            ([false, false], _) => {
                let [old, new] = [folder(&self.old), folder(&self.new)];
                let (Some(old), Some(new)) = (&old, &new) else {
                    let name = if old.is_none() { &self.old } else { &self.new };
                    return Err(unknown(call, name, &editions));
                };
                let ((old, old_input), (new, new_input)) = (read(call, old)?, read(call, new)?);
                let [old, new] = [examined(call, &old, &old_input)?, examined(call, &new, &new_input)?];
                Ok(self.of_folders(call, &old, &new))
            }
            ([old_is, _], _) => {
                let (edition, other) = if old_is { (&self.old, &self.new) } else { (&self.new, &self.old) };
                if folder(other).is_none() {
                    return Err(unknown(call, other, &editions));
                }
                Err(say(&mixed(call, edition, other), ExitStatus::Usage))
            }
        }
    }

    fn of_editions(&self, call: &Invocation, all: &Examined, editions: &[&str]) -> Result<Compared, ExitStatus> {
        let names = NameChanges::of(&[&all.series], call.language);
        let position = |id: &str| {
            let found = all.series.editions.iter().position(|edition| edition.id == id);
            found.ok_or_else(|| unknown(call, id, editions))
        };
        let sides = [(all, position(&self.old)?), (all, position(&self.new)?)];
        let comparison = SiteComparison::of(sides, &names, false);
        Ok(Compared::new([&self.old, &self.new], [Vec::new(), Vec::new()], vec![comparison]))
    }

    fn of_folders(&self, call: &Invocation, old: &Examined, new: &Examined) -> Compared {
        let names = NameChanges::of(&[&new.series, &old.series], call.language);
        let position = |all: &Examined, id: &str| all.series.editions.iter().position(|edition| edition.id == id);
        let only = |all: &Examined, other: &Examined| {
            let ids = all.series.editions.iter().map(|edition| edition.id.clone());
            ids.filter(|id| position(other, id).is_none()).collect::<Vec<_>>()
        };
        let both = new.series.editions.iter().enumerate();
        let both = both.filter_map(|(i, edition)| Some((position(old, &edition.id)?, i)));
        let comparisons = both.map(|(i, j)| SiteComparison::of([(old, i), (new, j)], &names, true)).collect();
        Compared::new([&self.old, &self.new], [only(new, old), only(old, new)], comparisons)
    }
}

/// A content folder, and what is needed to tell of its faults.
fn read(call: &Invocation, folder: &Path) -> Result<(Tree, Input), ExitStatus> {
    let shown = if folder == call.site.join("content") { "content".to_owned() } else { folder.display().to_string() };
    let content = tree::read(folder, "content").map_err(|error| input::refused(call, folder, &error))?;
    let mut told = content.clone();
    told.files.iter_mut().for_each(|file| file.path = format!("{shown}{}", file.path.trim_start_matches("content")));
    Ok((content, Input { content: told, theme: Tree::default(), faults: Faults::default() }))
}

/// A content folder ranked; its errors are told.
fn examined(call: &Invocation, tree: &Tree, input: &Input) -> Result<Examined, ExitStatus> {
    let checked = crate::examine(tree, &Options { drafts: true, ..Options::default() });
    // A change after sealing is what one wants to see here.
    let errors = checked.faults.as_slice().iter().filter(|fault| is_in_the_way(fault)).count();
    match checked.value {
        Some(value) if errors == 0 => Ok(value),
        _ => Err(tell(call, checked.faults, input, Format::Human, ExitStatus::Faults)),
    }
}

fn is_in_the_way(fault: &crate::diagnostics::Diagnostic) -> bool {
    use crate::diagnostics::{Severity, codes::sealed};
    let of_seals = sealed::CODES.iter().any(|code| code.id == fault.code.id);
    fault.code.severity == Severity::Error && !of_seals
}

/// The ids of the score files.
fn ids(tree: &Tree) -> Vec<&str> {
    let name =
        |path: &'_ str| path.strip_prefix("content/scores/").and_then(|name| name.strip_suffix(".yaml")).is_some();
    let files = tree.files.iter().map(|file| file.path.as_str()).filter(|path| name(path));
    files.map(|path| &path["content/scores/".len()..path.len() - ".yaml".len()]).collect()
}

/// The content folder that a name stands for: itself, or the one in it.
fn folder(name: &str) -> Option<PathBuf> {
    let inner = Path::new(name).join("content");
    if tree::is_folder(&inner) {
        return Some(inner);
    }
    Some(PathBuf::from(name)).filter(|folder| tree::is_folder(folder))
}

/// That an edition and a folder cannot be compared.
fn mixed(call: &Invocation, edition: &str, folder: &str) -> String {
    match call.language {
        CliLanguage::English => format!(
            "error: `{edition}` is an edition and `{folder}` a folder; two editions, or two folders, are compared\n"
        ),
        CliLanguage::Vietnamese => {
            format!("lỗi: `{edition}` là một kỳ còn `{folder}` là thư mục; chỉ so hai kỳ hoặc hai thư mục với nhau\n")
        }
    }
}

/// Says that a name is neither an edition nor a folder.
fn unknown(call: &Invocation, name: &str, editions: &[&str]) -> ExitStatus {
    let (near, all) = (nearest(name, editions.iter().copied()), editions.join(", "));
    let told = match (call.language, near) {
        (CliLanguage::English, Some(near)) => {
            format!("error: `{name}` is neither an edition nor a folder; did you mean `{near}`?")
        }
        (CliLanguage::English, None) if all.is_empty() => format!("error: `{name}` is neither an edition nor a folder"),
        (CliLanguage::English, None) => {
            format!("error: `{name}` is neither an edition nor a folder; the editions are {all}")
        }
        (CliLanguage::Vietnamese, Some(near)) => {
            format!("lỗi: `{name}` không phải là kỳ, cũng không phải là thư mục; có phải là `{near}`?")
        }
        (CliLanguage::Vietnamese, None) if all.is_empty() => {
            format!("lỗi: `{name}` không phải là kỳ, cũng không phải là thư mục")
        }
        (CliLanguage::Vietnamese, None) => {
            format!("lỗi: `{name}` không phải là kỳ, cũng không phải là thư mục; các kỳ là {all}")
        }
    };
    say(&format!("{told}\n"), ExitStatus::Usage)
}
