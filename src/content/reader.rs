//! What the decoders of a score file share.

use super::fields::Fields;
use super::texts::{Languages, needed_text, text};
use crate::diagnostics::Faults;
use crate::model::Text;
use crate::yaml::Node;

/// What decoders of a score file share.
pub(super) struct ScoreReader<'l> {
    /// The languages of the site.
    pub(super) languages: &'l Languages,
    /// Whether a fault of syntax hides some of the file.
    pub(super) broken: bool,
    /// Whether decimals are written with a comma.
    pub(super) comma: bool,
}

impl ScoreReader<'_> {
    /// The keys of a map of the file.
    pub(super) fn fields<'a>(&self, node: Node<'a>, what: &'static str, faults: &mut Faults) -> Option<Fields<'a>> {
        Fields::of(node, what, self.broken, faults)
    }

    /// A text, if there is one.
    pub(super) fn text(&self, node: Option<Node<'_>>, faults: &mut Faults) -> Option<Text> {
        node.and_then(|n| text(n, self.languages, faults))
    }

    /// A text that may not be empty.
    pub(super) fn needed(
        &self,
        node: Node<'_>,
        what: &'static str,
        what_vi: &'static str,
        faults: &mut Faults,
    ) -> Text {
        needed_text(node, [what, what_vi], self.languages, faults)
    }
}
