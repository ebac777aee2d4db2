//! What a command is about to write into content/: read again in memory first, as if it stood there.

use super::input::{Input, tell};
use super::{ExitStatus, Invocation};
use crate::diagnostics::print::Format;
use crate::diagnostics::{CliLanguage, Faults, Outcome};
use crate::tree::{File, Tree};
use crate::{Examined, Options};

/// The content as it is examined before it is written to: with its drafts.
pub(super) fn examined(content: &Tree) -> Outcome<Examined> {
    crate::examine(content, &Options { drafts: true, ..Options::default() })
}

/// Whether the content is without errors once a file stands in it; its errors are told, and nothing is to be written then.
pub(super) fn still_holds(call: &Invocation, input: &Input, path: &str, bytes: &[u8]) -> Result<(), ExitStatus> {
    let content = with(&input.content, path, bytes);
    let faults = examined(&content).faults;
    if faults.errors() == 0 {
        return Ok(());
    }
    let shown = Input { content, theme: Tree::default(), faults: Faults::default() };
    Err(tell(call, faults, &shown, Format::Human, ExitStatus::Faults))
}

/// The content with a file written anew; its place in the order of paths is that of a walk through the folder.
pub(super) fn with(content: &Tree, path: &str, bytes: &[u8]) -> Tree {
    let mut content = content.clone();
    content.files.retain(|file| file.path != path);
    let at = content.files.partition_point(|file| file.path.as_str() < path);
    content.files.insert(at, File { path: path.to_owned(), bytes: bytes.to_vec() });
    content
}

/// A sentence in the language of the messages.
pub(super) fn told(call: &Invocation, english: String, vietnamese: String) -> String {
    match call.language {
        CliLanguage::English => english,
        CliLanguage::Vietnamese => vietnamese,
    }
}
