//! The input of a command: the content folder, and the theme that it asks for.

use std::path::{Path, PathBuf};

use super::machine::machine_words;
use super::streams::{refuse, say, show};
use super::{ExitStatus, Invocation};
use crate::diagnostics::codes::sense;
use crate::diagnostics::print::{Format, Settings, print_of};
use crate::diagnostics::{CliLanguage, Diagnostic, Faults, Outcome};
use crate::site::ThemeAsked;
use crate::tree::{self, Tree};
use crate::{Examined, Options};

/// What a command reads.
pub(super) struct Input {
    /// The content folder.
    pub(super) content: Tree,
    /// The theme folder, empty for the theme built in.
    pub(super) theme: Tree,
    /// A theme that is asked for and not there.
    pub(super) faults: Faults,
}

/// Why an input cannot be read.
pub(super) enum NoInput {
    /// There is no such content folder.
    NoContent(PathBuf),
    /// The machine refused.
    Machine(PathBuf, std::io::Error),
}

impl NoInput {
    /// In English and Vietnamese.
    pub(super) fn words(&self) -> [String; 2] {
        match self {
            Self::NoContent(folder) => {
                let folder = folder.display();
                [
                    format!("there is no folder {folder}; `--site DIR` names the folder that holds content/"),
                    format!("không có thư mục {folder}; ghi `--site DIR` để chọn thư mục chứa content/"),
                ]
            }
            Self::Machine(path, error) => [CliLanguage::English, CliLanguage::Vietnamese]
                .map(|language| format!("{}: {}", path.display(), machine_words(language, error))),
        }
    }

    fn end(&self) -> ExitStatus {
        match self {
            Self::NoContent(_) => ExitStatus::Usage,
            Self::Machine(..) => ExitStatus::Machine,
        }
    }
}

/// The folders that a site is made from.
pub(super) fn folders(call: &Invocation) -> [PathBuf; 2] {
    ["content", "themes"].map(|name| call.site.join(name))
}

/// Where a site is published: the folder that was named, else output/ beside the content.
pub(super) fn output(call: &Invocation, named: Option<&Path>) -> PathBuf {
    named.map_or_else(|| call.site.join("output"), Path::to_owned)
}

/// Reads the content and the theme; says why where it can't.
pub(super) fn read(call: &Invocation) -> Result<Input, ExitStatus> {
    load(&call.site).map_err(|why| {
        let [english, vietnamese] = why.words();
        refuse(call, why.end(), english, vietnamese)
    })
}

/// Reads the content and the theme, drafts too, and ranks the content; tells its faults where it has errors.
pub(super) fn examined(call: &Invocation) -> Result<(Input, Examined), ExitStatus> {
    let input = read(call)?;
    let Outcome { value, mut faults } = crate::examine(&input.content, &Options { drafts: true, ..Options::default() });
    faults.extend(input.faults.clone());
    match value.filter(|_| faults.errors() == 0) {
        Some(examined) => Ok((input, examined)),
        None => Err(tell(call, faults, &input, Format::Human, ExitStatus::Faults)),
    }
}

/// Reads the content and the theme of a site.
pub(super) fn load(site: &Path) -> Result<Input, NoInput> {
    let folder = site.join("content");
    if !tree::is_folder(&folder) {
        return Err(NoInput::NoContent(folder));
    }
    let content = tree::read(&folder, "content").map_err(|error| NoInput::Machine(folder, error))?;
    let mut faults = Faults::default();
    let theme = match crate::site::theme_of(&content) {
        Some(asked) => theme(site, &asked, &mut faults)?,
        None => Tree::default(),
    };
    Ok(Input { content, theme, faults })
}

fn theme(site: &Path, ThemeAsked { name, place }: &ThemeAsked, faults: &mut Faults) -> Result<Tree, NoInput> {
    let shown = format!("themes/{name}");
    let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let folder = site.join(&shown);
    if !plain || !tree::is_folder(&folder) {
        faults.push(Diagnostic::new(&sense::THEME_MISSING, *place).with("path", shown));
        return Ok(Tree::default());
    }
    tree::read_theme(&folder, &shown).map_err(|error| NoInput::Machine(folder, error))
}

/// Says that the machine refused.
pub(super) fn refused(call: &Invocation, path: &Path, error: &std::io::Error) -> ExitStatus {
    let why = format!("{}: {}", path.display(), machine_words(call.language, error));
    refuse(call, ExitStatus::Machine, why.clone(), why)
}

/// Tells all faults and ends so: those for people on standard error, those for machines on standard output.
pub(super) fn tell(call: &Invocation, faults: Faults, input: &Input, format: Format, end: ExitStatus) -> ExitStatus {
    let mut files = input.content.clone();
    files.append(input.theme.clone());
    let n_files = files.files.len();
    tell_of(call, faults, &files, n_files, format, end)
}

/// The same for faults in any texts, found among so many files.
pub(super) fn tell_of(
    call: &Invocation,
    faults: Faults,
    texts: &Tree,
    n_files: usize,
    format: Format,
    end: ExitStatus,
) -> ExitStatus {
    let text = print_of(faults, texts, n_files, &Settings { format, language: call.language, colour: call.colour });
    match format {
        Format::Human | Format::Short => say(&text, end),
        Format::Json | Format::Github | Format::Sarif => match show(call, text.as_bytes()) {
            ExitStatus::Done => end,
            refused => refused,
        },
    }
}
