//! Stage 6: views become HTML. Templates in `templates.rs`, Markdown in `markdown.rs`, and `Html`, the only thing that is
//! ever taken for markup.

mod address;
mod comments;
mod findings;
mod html;
mod markdown;
mod markdown_text;
mod phrases;
mod template_faults;
mod template_words;
mod templates;
mod theme;

pub(crate) use address::RefusedAddress;
pub(crate) use findings::{Finding, findings};
pub(crate) use html::Html;
pub(crate) use markdown::{PlacedText, render as render_markdown};
pub(crate) use markdown_text::markdown_text;
pub(crate) use template_faults::TemplateFault;
pub(crate) use templates::{Engine, Escape};
pub(crate) use theme::{Theme, built_in_theme};
