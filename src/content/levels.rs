//! Keys that stand at another level than they belong to, because a line is indented too little or too much: told once, and what
//! stands at the wrong level is left out.

use super::signs::Entry;
use crate::diagnostics::codes::shape;
use crate::diagnostics::{Diagnostic, Faults};
use crate::yaml::Node;

/// The entries of a map up to the first that stands at another level: a key of the level above with nothing below it, or one
/// with nothing below it that others follow which are no neighbours of it.
pub(super) fn at_their_level<'a>(
    entries: Vec<Entry<'a>>,
    above: &[&str],
    is_neighbour: impl Fn(Node<'a>) -> bool,
    faults: &mut Faults,
) -> Vec<Entry<'a>> {
    for (at, (key, value)) in entries.iter().enumerate() {
        if !value.is_null() || !value.source().is_empty() || !key.begins_line() {
            continue;
        }
        let next = entries.get(at + 1);
        let fault = if above.contains(&key.text()) {
            too_much(*key)
        } else if next.is_some_and(|(_, next)| !is_neighbour(*next)) {
            nothing_below(*key)
        } else {
            continue;
        };
        faults.push(fault);
        return entries[..at].to_vec();
    }
    entries
}

/// The fault of a key that is indented like what it belongs below. Who moves one line to the left moves its neighbours too.
pub(super) fn too_little(key: Node<'_>) -> Diagnostic {
    let fault = Diagnostic::new(&shape::INDENTATION, key.place()).with("key", key.text());
    let fault = fault.with("little", "two spaces").with("little_vi", "hai dấu cách");
    fault.caused_by(key.place().file.to_string())
}

/// The fault of a key that stands among those of the level below.
fn too_much(key: Node<'_>) -> Diagnostic {
    let fault = Diagnostic::new(&shape::INDENTATION, key.place()).with("key", key.text());
    fault.with("much", format!("{}:", key.text()))
}

/// The fault of a key whose lines are indented like itself.
fn nothing_below(key: Node<'_>) -> Diagnostic {
    let fault = Diagnostic::new(&shape::INDENTATION, key.place()).with("key", key.text());
    fault.with("below", "two spaces").with("below_vi", "hai dấu cách")
}
