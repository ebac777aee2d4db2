//! Texts inside Markdown that is written, not read.

/// The signs that mean something to Markdown.
const SIGNS: &str = "\\`*_{}[]<>#|~";

/// A text that Markdown takes for nothing but text.
#[must_use]
pub(crate) fn markdown_text(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        if SIGNS.contains(c) {
            out.push('\\');
        }
        out.push(c);
        out
    })
}
