//! Words that stand in a cell instead of a number, as tables and people write them.

use crate::diagnostics::nearest;
use crate::model::State;
use crate::yaml::{Kind, Node};

/// Words that tables write where there is no number, each with the one that is meant; marks and case do not matter.
const WORDS_OF_TABLES: [(&str, State); 24] = [
    ("thieu", State::Missing),
    ("khong", State::Missing),
    ("khong co", State::Missing),
    ("khong bao cao", State::Missing),
    ("chua bao cao", State::Missing),
    ("chua co", State::Missing),
    ("trong", State::Missing),
    ("none", State::Missing),
    ("n/a", State::Missing),
    ("na", State::Missing),
    ("mien", State::Exempt),
    ("mien tru", State::Exempt),
    ("duoc mien", State::Exempt),
    ("khong ap dung", State::Exempt),
    ("khong danh gia", State::Exempt),
    ("chua cong bo", State::Unpublished),
    ("khong ro", State::Unpublished),
    ("unknown", State::Unpublished),
    ("?", State::Unpublished),
    ("…", State::Unpublished),
    ("...", State::Unpublished),
    ("khong cong khai", State::Withheld),
    ("bao mat", State::Withheld),
    ("mat", State::Withheld),
];

/// The word of a cell that a word is meant for: one that is near, or one of those that tables write.
pub(super) fn meant_state(node: Node<'_>) -> Option<&'static str> {
    if node.kind() != Kind::Scalar || node.text().starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c)) {
        return WORDS_OF_TABLES.iter().find(|(word, _)| *word == node.text()).map(|(_, meant)| meant.word());
    }
    let plain = crate::words::slug(node.text()).replace('-', " ");
    let of_table = |(word, meant): &(&'static str, State)| {
        (*word == plain || *word == node.text().to_lowercase()).then_some(meant.word())
    };
    let near = || nearest(node.text(), State::empty().map(State::word));
    WORDS_OF_TABLES.iter().find_map(of_table).or_else(near)
}
