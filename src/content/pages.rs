//! Words in Markdown: free pages with their front matter, and the forewords of editions.

use super::fields::Fields;
use super::texts::{Languages, clean, is_vietnamese, line_in};
use super::values::{boolean, check_id, list, name};
use super::written::{Foreword, PageFile, Spanned};
use crate::diagnostics::codes::{files, shape};
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Place;
use crate::yaml::{Node, Yaml};

/// Reads `scores/YEAR.LANGUAGE.md`.
pub(super) fn foreword(
    file: u32,
    source: &str,
    edition: &str,
    language: &str,
    languages: &Languages,
    faults: &mut Faults,
) -> Option<Foreword> {
    let (tag, language) = (language, position(file, language, languages, faults)?);
    if let Some(marker) = front_matter(source.trim_start_matches('\u{feff}')) {
        faults.push(Diagnostic::new(&files::FOREWORD_FRONT_MATTER, Place::whole(file)).with("marker", marker));
        return None;
    }
    let markdown = words(file, tag, (0, source), faults)?;
    let place = place_of(file, 0, source, &markdown);
    Some(Foreword { edition: edition.to_owned(), language, markdown, place })
}

/// Reads `pages/NAME.LANGUAGE.md`.
pub(super) fn page(
    file: u32,
    source: &str,
    name: &str,
    language: &str,
    languages: &Languages,
    faults: &mut Faults,
) -> Option<PageFile> {
    let place = Place::whole(file);
    check_id(name, place, faults);
    check_reserved(name, place, languages, faults);
    let (tag, language) = (language, position(file, language, languages, faults)?);
    let whole = source.len();
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let Some((front, body)) = split(source) else {
        let is_open = lines(source).next().is_some_and(|first| first.trim_end() == "---");
        faults.push(if is_open {
            Diagnostic::new(&files::FRONT_MATTER, place).with("open", "---")
        } else {
            no_front(place)
        });
        return None;
    };
    // The front matter keeps its place in the file: what stands before and behind it is blank to the reader of YAML.
    let yaml = Yaml::parse(file, front, faults);
    let Some(root) = yaml.root() else {
        faults.push(no_front(place));
        return None;
    };
    let mut m = Fields::of(root, "the front matter", yaml.is_broken(), faults)?;
    let title = m.need("title").and_then(|n| line_in(n, Some(tag), faults)).unwrap_or_default();
    let markdown = words(file, tag, (whole - body.len(), body), faults);
    let page = PageFile {
        name: Spanned { value: name.to_owned(), place },
        language,
        title,
        order: m.get("order").and_then(|n| order(n, faults)).unwrap_or(0),
        menu: m.get("menu").and_then(|n| boolean(n, faults)).unwrap_or(false),
        aliases: m.get("aliases").map(|n| aliases(n, languages, faults)).unwrap_or_default(),
        body: place_of(file, whole - body.len(), body, markdown.as_deref().unwrap_or_default()),
        markdown: markdown.clone().unwrap_or_default(),
    };
    m.done(faults);
    markdown.map(|_| page)
}

/// The fault of a page that does not begin with front matter.
fn no_front(place: Place) -> Diagnostic {
    Diagnostic::new(&files::FRONT_MATTER, place).with("begun", "this page").with("begun_vi", "trang này")
}

/// Splits front matter between two lines of `---` from the words below. The front part keeps its offset of four bytes: it
/// begins with the file, its first line being a document start that YAML knows.
fn split(source: &str) -> Option<(&str, &str)> {
    let mut lines = lines(source);
    let first = lines.next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let mut at = first.len();
    for line in lines {
        if line.trim_end() == "---" {
            return Some((&source[..at], &source[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

/// The line that begins the front matter of a text, as pages have it or as other programs write it, closed or not. A line
/// may also stand above words that are no key.
fn front_matter(source: &str) -> Option<&str> {
    let mut above = source.lines();
    let marker = above.next().map(str::trim_end).filter(|first| ["---", "+++"].contains(first));
    let said = above.find(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    let (marker, said) = (marker?, said?);
    let has_comment = source.lines().nth(1).is_some_and(|line| line.trim_start().starts_with('#'));
    let is_closed = source.lines().skip(1).any(|line| line.trim_end() == marker);
    let (key, sign) = entry(said).unwrap_or_default();
    let is_front = match marker {
        "+++" => is_closed && sign == "=",
        _ => sign == ":" && (FRONT_KEYS.contains(&key) || (is_closed && !has_comment)),
    };
    is_front.then_some(marker)
}

/// Keys that front matter has here or elsewhere, and the first line of words hardly.
const FRONT_KEYS: [&str; 12] =
    ["title", "order", "menu", "aliases", "layout", "date", "author", "description", "draft", "lang", "tags", "slug"];

/// The key of a line and the sign behind it.
fn entry(line: &str) -> Option<(&str, &str)> {
    let end = line.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).filter(|end| *end > 0)?;
    let rest = line[end..].trim_start();
    Some((&line[..end], rest.get(..1).filter(|sign| *sign == "=" || line[end..].starts_with(':'))?))
}

/// The lines of a text with their ends: a newline, a carriage return, or both.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest.find(['\n', '\r']).map_or(rest.len(), |at| at + 1);
        let end = if rest[..end].ends_with('\r') && rest[end..].starts_with('\n') { end + 1 } else { end };
        let (line, after) = rest.split_at(end);
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

fn position(file: u32, language: &str, languages: &Languages, faults: &mut Faults) -> Option<usize> {
    if languages.is_unknown() {
        return Some(0);
    }
    let position = languages.position(language);
    if position.is_none() {
        faults.push(languages.unknown(language, Place::whole(file)));
    }
    position
}

/// Where a text stands that begins at a byte of its file; the whole file where some of it was written otherwise, so that
/// its bytes cannot be told.
fn place_of(file: u32, start: usize, written: &str, read: &str) -> Place {
    match (u32::try_from(start), u32::try_from(start + written.len())) {
        (Ok(start), Ok(end)) if written == read => Place { file, start, end },
        _ => Place::whole(file),
    }
}

/// Markdown in a language, without characters that hide or turn what is read; it begins at a byte of its file.
fn words(file: u32, tag: &str, (start, text): (usize, &str), faults: &mut Faults) -> Option<String> {
    let spaced = text.replace('\t', "    ");
    clean(&spaced, is_vietnamese(tag), &mut |code, c| {
        // The mark of the encoding is no part of the words.
        let mark = if start == 0 && text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let place = text[mark..].find(c).map(|at| start + mark + at);
        let place = place.map_or(Place::whole(file), |at| Place::new(file, at..at + c.len_utf8()));
        let fault = Diagnostic::new(code, place).with("character", format!("U+{:04X}", c as u32));
        faults.push(fault.caused_by(format!("{file} {c}")));
    })
}

fn check_reserved(name: &str, place: Place, languages: &Languages, faults: &mut Faults) {
    let year = !name.is_empty() && name.len() <= 4 && name.bytes().all(|b| b.is_ascii_digit());
    if crate::routes::RESERVED.contains(&name) || languages.position(name).is_some() || year {
        faults.push(Diagnostic::new(&files::PAGE_RESERVED, place).with("name", name).caused_by(name));
    }
}

fn order(node: Node<'_>, faults: &mut Faults) -> Option<i64> {
    let order = node.text().parse().ok();
    if order.is_none() {
        faults.push(Diagnostic::new(&shape::NOT_A_NUMBER, node.place()).with("text", node.source()).with("whole", 1));
    }
    order
}

fn aliases(node: Node<'_>, languages: &Languages, faults: &mut Faults) -> Vec<Spanned<String>> {
    let mut aliases = Vec::new();
    for item in list(node, faults) {
        check_id(item.text(), item.place(), faults);
        let id = name(item);
        check_reserved(&id.value, id.place, languages, faults);
        aliases.push(id);
    }
    aliases
}
