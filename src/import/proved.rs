//! What the ordinary checks say of the files before they are written, each fault with the cell of the sheet.

use std::collections::BTreeSet;

use super::table::CellAt;
use super::written::{Disputes, WrittenFile};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Severity};
use crate::site::{Options, examine};
use crate::tree::{File, Tree};

/// A fault of a file that would be written.
#[derive(Clone, Debug)]
pub(crate) struct CellFault {
    /// What is wrong.
    pub(crate) fault: Diagnostic,
    /// The cell that it comes from, if it comes from one.
    pub(crate) at: Option<CellAt>,
}

impl CellFault {
    /// Whether it says no more than that an announced value is another one than the computed.
    pub(crate) fn is_difference(&self) -> bool {
        [sense::ANNOUNCED_MISMATCH.id, sense::STATEMENTS_CLASH.id].contains(&self.fault.code.id)
    }

    /// The id of the column that it is about.
    pub(crate) fn column(&self) -> Option<&str> {
        word(&self.fault, "criterion")
    }
}

/// The value of a word of a fault.
fn word<'f>(fault: &'f Diagnostic, name: &str) -> Option<&'f str> {
    fault.words.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}

/// The errors that files have, laid over the content that is there.
pub(crate) fn errors(content: &Tree, files: &[WrittenFile]) -> Vec<CellFault> {
    let tree = with(content, files);
    let options = Options { drafts: true, ..Options::default() };
    let found = examine(&tree, &options).faults.sorted();
    found
        .into_iter()
        .filter(|fault| fault.code.severity == Severity::Error)
        .map(|fault| told(&tree, files, fault))
        .collect()
}

/// All cells in which what is announced is another value than the computed, with the word for what it is: each of them, where
/// faults of one cause are told once.
fn differences(content: &Tree, files: &[WrittenFile]) -> Vec<CellFault> {
    let tree = with(content, files);
    let options = Options { drafts: true, ..Options::default() };
    let found = examine(&tree, &options).faults;
    let all = found.as_slice().iter().map(|fault| told(&tree, files, fault.clone()));
    all.filter(CellFault::is_difference).collect()
}

/// The content with files that would be written, in the order of their paths.
fn with(content: &Tree, files: &[WrittenFile]) -> Tree {
    let mut tree = content.clone();
    for WrittenFile { path, text, .. } in files {
        tree.files.retain(|file| file.path != *path);
        tree.files.push(File { path: path.clone(), bytes: text.clone().into_bytes() });
    }
    tree.files.sort_by(|a, b| a.path.cmp(&b.path));
    tree
}

fn told(tree: &Tree, files: &[WrittenFile], fault: Diagnostic) -> CellFault {
    let cell = fault.place.and_then(|place| {
        let path = &tree.files.get(place.file as usize)?.path;
        let file = files.iter().find(|file| file.path == *path)?;
        let at = file.cell(place.start as usize, place.end as usize)?;
        // A cell with a rank is pointed at by its rank, whatever of it is wrong.
        let is_score = word(&fault, "what") == Some("score");
        Some(file.score_of(at).filter(|_| is_score).unwrap_or(at))
    });
    CellFault { fault, at: cell }
}

/// What has to be disputed so that columns, of which somebody said so, contradict nothing: single scores, and whole columns
/// where ranks differ.
pub(crate) fn disputes(
    content: &Tree,
    files: &[WrittenFile],
    columns: &BTreeSet<String>,
    groups: &dyn Fn(Option<CellAt>) -> Vec<String>,
) -> Disputes {
    let mut disputes = Disputes::default();
    for CellFault { fault, at } in differences(content, files) {
        let Some(column) = word(&fault, "criterion").filter(|column| columns.contains(*column)) else { continue };
        if word(&fault, "what") == Some("score") {
            disputes.cells.extend(at);
        } else {
            disputes.columns.extend(groups(at).into_iter().map(|group| (group, column.to_owned())));
        }
    }
    disputes
}
