//! The manual: a page for each kind of fault, what `explain` prints.
//!
//! A page is `pages/en/CODE.md`: one sentence, why it matters, an example that fails and the same one mended;
//! `pages/vi/CODE.md` has the words in Vietnamese. The examples are files laid over a small site, `base/`; [`Example`]
//! makes trees of them, so that each can be tried.

mod example;
mod published;

use include_dir::{Dir, include_dir};

use crate::diagnostics::{CliLanguage, Code, codes};

pub use example::{Example, Tried, tell};

static PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/manual/pages");

/// The page of a kind of fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultPage {
    /// What the fault is, in one sentence.
    pub lead: String,
    /// Why it matters.
    pub why: Section,
    /// An example that fails.
    pub example: Section,
    /// How to mend it, with the example mended.
    pub mend: Section,
}

/// A part of a page: its heading, its words, and its files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// The words, as Markdown.
    pub words: String,
    /// The files of an example.
    pub files: Vec<Block>,
}

/// A file of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The language of its text, for colouring: `yaml`.
    pub kind: String,
    /// Its path: `content/scores/2024.yaml`.
    pub path: String,
    /// What text cannot show, such as `encoding=utf-16`.
    pub directive: Option<String>,
    /// Its text as the page shows it.
    pub text: String,
}

/// The kind of fault with that name.
#[must_use]
pub fn code(id: &str) -> Option<&'static Code> {
    codes::all().find(|code| code.id == id)
}

/// The page of a kind of fault in a language; examples are the same in both.
#[must_use]
pub fn page(id: &str, language: CliLanguage) -> Option<FaultPage> {
    let english = parse(source("en", id)?)?;
    if language == CliLanguage::English {
        return Some(english);
    }
    let (lead, sections) = split(source("vi", id)?);
    let [why, mend] = <[Section; 2]>::try_from(sections).ok()?;
    let example = Section { title: "Ví dụ".to_owned(), ..english.example };
    Some(FaultPage { lead, why, example, mend: Section { files: english.mend.files, ..mend } })
}

fn source(folder: &str, id: &str) -> Option<&'static str> {
    PAGES.get_file(format!("{folder}/{id}.md"))?.contents_utf8()
}

fn parse(text: &str) -> Option<FaultPage> {
    let (lead, sections) = split(text);
    let [why, example, mend] = <[Section; 3]>::try_from(sections).ok()?;
    Some(FaultPage { lead, why, example, mend })
}

/// The first words of a page, and its parts.
fn split(text: &str) -> (String, Vec<Section>) {
    let (mut lead, mut sections) = (String::new(), Vec::<Section>::new());
    let mut block: Option<Block> = None;
    for line in text.lines() {
        if let Some(open) = &mut block {
            if line == "```" {
                let whole = block.take();
                sections.last_mut().into_iter().for_each(|section| section.files.extend(whole.clone()));
            } else {
                open.text.push_str(line);
                open.text.push('\n');
            }
        } else if let Some(info) = line.strip_prefix("```") {
            block = Some(block_of(info));
        } else if let Some(title) = line.strip_prefix("## ") {
            sections.push(Section { title: title.to_owned(), ..Section::default() });
        } else {
            let words = sections.last_mut().map_or(&mut lead, |section| &mut section.words);
            words.push_str(line);
            words.push('\n');
        }
    }
    for section in &mut sections {
        section.words = section.words.trim().to_owned();
    }
    (lead.trim().to_owned(), sections)
}

fn block_of(info: &str) -> Block {
    let mut words = info.splitn(3, ' ').map(str::to_owned);
    let mut next = || words.next().unwrap_or_default();
    Block { kind: next(), path: next(), directive: words.next(), text: String::new() }
}
