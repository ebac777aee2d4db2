//! How faults are told: one file a format.

mod github;
mod human;
mod json;
mod report;
mod sarif;
mod short;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::tree::Tree;

use super::{CliLanguage, Code, Faults, Severity};
use report::{PrintedReport, Reported};

/// How many faults of one code are told to people; the other formats list all.
const SAME_CODE_MAX: usize = 100;

/// For whom faults are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people: with the line and a hint.
    Human,
    /// For people and editors: one line a fault.
    Short,
    /// For programs.
    Json,
    /// For GitHub Actions, which shows them in the changed lines.
    Github,
    /// For code scanners: SARIF 2.1.0.
    Sarif,
}

/// How faults are told.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// For whom.
    pub format: Format,
    /// In which language.
    pub language: CliLanguage,
    /// Whether in colour, where the format has any.
    pub colour: bool,
}

/// Tells all faults in a format, in the order of file, line, column and code.
#[must_use]
pub fn print(faults: Faults, tree: &Tree, settings: &Settings) -> String {
    print_of(faults, tree, tree.files.len(), settings)
}

/// The same for faults that were found among so many files, of which the tree has those that faults stand in.
#[must_use]
pub(crate) fn print_of(faults: Faults, tree: &Tree, n_files: usize, settings: &Settings) -> String {
    let report = PrintedReport::new(faults, tree, n_files, settings.language);
    match settings.format {
        Format::Human => human::print(&report, settings),
        Format::Short => short::print(&report, settings),
        Format::Json => json::print(&report),
        Format::Github => github::print(&report),
        Format::Sarif => sarif::print(&report),
    }
}

/// Splits off what is only counted: at most 100 faults of one code are told to people.
fn limited<'f, 't>(faults: &'f [Reported<'t>]) -> (Vec<&'f Reported<'t>>, Vec<(&'static Code, usize)>) {
    let mut seen: BTreeMap<&str, (&'static Code, usize)> = BTreeMap::new();
    let told = faults.iter().filter(|fault| {
        let (_, count) = seen.entry(fault.code.id).or_insert((fault.code, 0));
        *count += 1;
        *count <= SAME_CODE_MAX
    });
    let told = told.collect();
    let more = seen.into_values().filter(|(_, count)| *count > SAME_CODE_MAX);
    (told, more.map(|(code, count)| (code, count - SAME_CODE_MAX)).collect())
}

/// The line about the faults of a code that are not told.
fn more(count: usize, language: CliLanguage) -> String {
    match language {
        CliLanguage::English => format!("{count} more of this kind"),
        CliLanguage::Vietnamese => format!("còn {count} lỗi nữa cùng loại"),
    }
}

/// The last line for people.
fn summary(report: &PrintedReport<'_>, language: CliLanguage) -> String {
    let PrintedReport { errors, warnings, files, .. } = *report;
    let counted = |n: usize, noun: &str| format!("{n} {noun}{}", if n == 1 { "" } else { "s" });
    match language {
        CliLanguage::English => {
            format!("{}, {} in {}\n", counted(errors, "error"), counted(warnings, "warning"), counted(files, "file"))
        }
        CliLanguage::Vietnamese => format!("{errors} lỗi, {warnings} cảnh báo trong {files} tệp\n"),
    }
}

/// The word that programs know for a severity.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// A text in a style of the terminal, if there is colour.
fn styled(text: &str, style: &str, settings: &Settings) -> String {
    if settings.colour { format!("\u{1b}[{style}m{text}\u{1b}[0m") } else { text.to_owned() }
}

/// The style of a severity.
fn style(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "1;31",
        Severity::Warning => "1;33",
    }
}
