//! The examples of the manual as sites that can be tried.

use include_dir::{Dir, include_dir};

use super::Block;
use super::published::{OUTPUT, PublishedExample, published, verify};
use crate::diagnostics::print::{Format, Settings, print_of};
use crate::diagnostics::{CliLanguage, Faults};
use crate::plan::Unwritten;
use crate::publish::PathSink;
use crate::tree::{File, Refusal, StaticFile, Tree, embedded};
use crate::{Options, diagnostics};

/// The site that every example changes.
static BASE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/manual/base");

/// How many times a line may be repeated.
const REPEATED_MAX: usize = 2_000_000;

/// A site made of the base and of the files of an example.
#[derive(Clone, Debug, Default)]
pub struct Example {
    /// Its content folder.
    pub content: Tree,
    /// The folder of its theme.
    pub theme: Tree,
    /// The site as it is published, where the example is about that.
    published: Option<PublishedExample>,
    /// The files of scores that a site has which was published before.
    before: Vec<String>,
}

/// What an example raises.
#[derive(Clone, Debug)]
pub struct Tried {
    /// The codes of its faults, in their order.
    pub codes: Vec<&'static str>,
    /// The faults as people read them in English.
    pub english: String,
    /// The faults as people read them in Vietnamese.
    pub vietnamese: String,
}

impl Tried {
    /// The faults as people read them in a language.
    #[must_use]
    pub fn text(&self, language: CliLanguage) -> &str {
        match language {
            CliLanguage::English => &self.english,
            CliLanguage::Vietnamese => &self.vietnamese,
        }
    }
}

impl Example {
    /// The base with those files over it.
    #[must_use]
    pub fn of(blocks: &[Block]) -> Self {
        let mut example = Self { published: published(blocks), ..Self::default() };
        let base = embedded(&BASE).into_iter();
        example.content.files = base.map(|(path, bytes)| File { path: format!("content/{path}"), bytes }).collect();
        for block in blocks.iter().filter(|block| !block.path.starts_with(OUTPUT)) {
            example.lay(block);
        }
        example.content.files.sort_by(|a, b| a.path.cmp(&b.path));
        example
    }

    fn lay(&mut self, block: &Block) {
        self.content.files.retain(|file| file.path != block.path);
        let path = block.path.clone();
        let directive = block.directive.as_deref().unwrap_or_default();
        let (name, value) = directive.split_once('=').unwrap_or((directive, ""));
        match name {
            "remove" => {}
            "published" => self.before.extend(scores_of(&path)),
            "symlink" => self.content.refused.push((path, Refusal::SymbolicLink)),
            "special" => self.content.refused.push((path, Refusal::Special)),
            "bytes" => self.content.refused.push((path, Refusal::TooLarge)),
            "name-encoding" => {
                let path = path.chars().map(|c| if c.is_ascii() { c } else { char::REPLACEMENT_CHARACTER }).collect();
                self.content.refused.push((path, Refusal::NameNotText));
            }
            _ => self.write(path, encoded(&spelled_out(&block.text, name == "escapes"), value)),
        }
    }

    fn write(&mut self, path: String, bytes: Vec<u8>) {
        if path.starts_with("themes/") {
            self.theme.files.push(File { path, bytes });
        } else if let Some(inside) = path.strip_prefix("content/").filter(|inside| inside.starts_with("static/")) {
            // Examples are never published, so that nobody asks for the bytes.
            let (inside, source) = (inside.to_owned(), "/dev/null".into());
            let file = StaticFile { path: inside, shown: path, source, len: bytes.len() as u64, identity: None };
            self.content.statics.push(file);
        } else {
            self.content.files.push(File { path, bytes });
        }
    }
}

/// Builds an example into memory, and tells what is wrong with it.
#[must_use]
pub fn tell(example: &Example) -> Tried {
    if let Some(site) = &example.published {
        let (faults, texts, n_files) = verify(site);
        return tried(&faults, &texts, n_files);
    }
    let mut built = match crate::build(&example.content, &example.theme, &Options::default(), &PathSink::default()) {
        Ok(built) => built,
        Err(Unwritten { path, error }) => {
            let told = format!("error: {path}: {error}\n");
            return Tried { codes: Vec::new(), english: told.clone(), vietnamese: told };
        }
    };
    if let Some(crate::site::ThemeAsked { name, place }) =
        crate::site::theme_of(&example.content).filter(|_| example.theme.files.is_empty())
    {
        let missing = diagnostics::Diagnostic::new(&diagnostics::codes::sense::THEME_MISSING, place);
        built.faults.push(missing.with("path", format!("themes/{name}")));
    }
    built.tell_vanished(example.before.iter().map(String::as_str), &[]);
    let faults = built.faults;
    let mut files = example.content.clone();
    files.append(example.theme.clone());
    tried(&faults, &files, files.files.len())
}

/// The edition of a score file.
fn edition_of(path: &str) -> Option<&str> {
    path.strip_prefix("content/scores/")?.strip_suffix(".yaml")
}

/// The file of scores that a published site has of a score file.
fn scores_of(path: &str) -> Option<String> {
    edition_of(path).map(|edition| format!("{edition}/data/scores.csv"))
}

fn tried(faults: &Faults, files: &Tree, n_files: usize) -> Tried {
    let codes = faults.clone().sorted().iter().map(|fault| fault.code.id).collect();
    let text = |language| {
        let settings = Settings { format: Format::Human, language, colour: false };
        print_of(faults.clone(), files, n_files, &settings)
    };
    Tried { codes, english: text(CliLanguage::English), vietnamese: text(CliLanguage::Vietnamese) }
}

/// The text of a file as it is meant: lines repeated as often as they say, escapes as the characters they stand for.
fn spelled_out(text: &str, escapes: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        match repeated(line) {
            Some((line, times)) => {
                for n in 1..=times.min(REPEATED_MAX) {
                    out.push_str(&line.replace("{n}", &n.to_string()));
                    out.push('\n');
                }
            }
            None => {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    if escapes { unescaped(&out) } else { out }
}

/// A line that ends with `# …and so on, N times`.
fn repeated(line: &str) -> Option<(&str, usize)> {
    let (line, rest) = line.split_once(" # …and so on, ")?;
    Some((line, rest.strip_suffix(" times")?.parse().ok()?))
}

/// `\u{202E}` as the character that it stands for.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("\\u{") {
        let Some(end) = rest[at..].find('}').map(|end| at + end) else { break };
        let character = u32::from_str_radix(&rest[at + 3..end], 16).ok().and_then(char::from_u32);
        out.push_str(&rest[..at]);
        out.extend(character);
        rest = &rest[end + 1..];
    }
    out + rest
}

fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    match encoding {
        "utf-16" => [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        "latin-1" => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect(),
        _ => text.as_bytes().to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::{spelled_out, unescaped};

    #[test]
    fn lines_are_repeated_and_escapes_resolved() {
        assert_eq!(spelled_out("a: {n} # …and so on, 3 times\nb\n", false), "a: 1\na: 2\na: 3\nb\n");
        assert_eq!(unescaped("x\\u{202E}y\\u{0}"), "x\u{202E}y\0");
    }
}
