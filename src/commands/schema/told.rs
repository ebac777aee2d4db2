//! The sentences of the schemas in Vietnamese: a file of pairs, the English one first.

use crate::diagnostics::CliLanguage;

/// Blocks of a line `# ENGLISH` and one of Vietnamese.
const TEXTS: &str = include_str!("vi.txt");

/// What an English sentence is in a language; nothing where it is not told.
pub(super) fn told(language: CliLanguage, english: &str) -> Option<&'static str> {
    match language {
        CliLanguage::English => None,
        CliLanguage::Vietnamese => pairs().find(|(key, _)| *key == english).map(|(_, text)| text),
    }
}

/// Every sentence with its Vietnamese.
pub(super) fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    let whole = TEXTS.strip_prefix("# ").unwrap_or(TEXTS);
    whole.split("\n# ").filter_map(|block| block.split_once('\n')).map(|(english, text)| (english, text.trim_end()))
}
