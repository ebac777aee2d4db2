//! A comma within a text in braces, which YAML takes for the end of the text.

use crate::diagnostics::codes::shape;
use crate::diagnostics::{Diagnostic, Faults};
use crate::yaml::Node;

/// The pieces behind the first comma of a text, which became keys without values; all of them are one slip.
#[derive(Default)]
pub(super) struct Rest<'a> {
    pieces: Vec<Node<'a>>,
    start: Option<Node<'a>>,
}

impl<'a> Rest<'a> {
    /// Notes a piece; `before` is the text that the first comma ended.
    pub(super) fn add(&mut self, piece: Node<'a>, before: Option<Node<'a>>) {
        if self.pieces.is_empty() {
            self.start = before;
        }
        self.pieces.push(piece);
    }

    /// Tells the slip, if there is one, with the text as it should be written.
    pub(super) fn tell(&mut self, faults: &mut Faults) {
        let pieces = std::mem::take(&mut self.pieces);
        let (Some(first), Some(start)) = (pieces.first(), self.start.take()) else { return };
        let all = std::iter::once(start.source()).chain(pieces.iter().map(|piece| piece.source()));
        let whole = all.collect::<Vec<_>>().join(", ");
        let fault = Diagnostic::new(&shape::COMMA_SPLITS_TEXT, first.place()).with("rest", first.text());
        faults.push(fault.with("whole", quoted(&whole)));
    }
}

/// A text in the quotes that it needs. Quotes that it has at its ends are those of YAML, one of which was forgotten.
pub(super) fn quoted(text: &str) -> String {
    let inner = text.trim().trim_matches(['"', '\'', '“', '”']);
    format!("\"{}\"", inner.replace('\\', "\\\\").replace('"', "\\\""))
}
