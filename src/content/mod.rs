//! Stage 1: the files of the content folder as they are written. Shapes are checked here; sense only as far as one scheme
//! file shows it by itself.

mod comparable;
mod copies;
mod countries;
mod fields;
mod kinds;
mod levels;
mod normalise;
mod nouns;
mod numbers;
mod pages;
mod reader;
pub(crate) mod schema;
mod schemes;
mod scores;
mod sealed;
mod shapes;
mod signs;
mod site;
mod statements;
mod states;
mod texts;
mod units;
mod unknown;
mod values;
mod written;

use rayon::prelude::*;

pub(crate) use schemes::implied;
pub(crate) use scores::ASIDES;
pub(crate) use sealed::{HASH_SHOWN, hash_of, seal_file};
pub(crate) use texts::{composed, text_value};
pub(crate) use written::{
    CellLine, Content, EventWritten, FilesThere, Foreword, GroupScores, PageFile, PopulationLine, RemarkLine,
    SchemeFile, SchemeRef, ScoreFile, SealFile, Spanned, StatementLine, UnitWritten, UnitsFile,
};

use crate::diagnostics::codes::{files, shape, syntax};
use crate::diagnostics::{Code, Diagnostic, Faults, nearest};
use crate::model::Place;
use crate::tree::{File, Refusal, Tree};
use crate::yaml::{conflict, decode};
use texts::Languages;

/// Where a file of the content folder belongs, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
enum FileKind<'a> {
    Site,
    Units,
    Scheme(&'a str),
    Scores(&'a str),
    Foreword(&'a str, &'a str),
    Page(&'a str, &'a str),
    Sealed(&'a str),
    /// A copy of another file, by the name of that.
    Copy(String),
    Other,
}

/// Reads all files as they are written, and reports everything that has not the shape it should have.
#[must_use]
pub(crate) fn read(tree: &Tree, faults: &mut Faults) -> Content {
    refused(tree, faults);
    let kinds: Vec<FileKind<'_>> = tree.files.iter().map(|f| kind(&f.path)).collect();
    let mut content = Content::default();
    for (i, kind) in kinds.iter().enumerate() {
        if *kind == FileKind::Site {
            let mut own = Faults::default();
            content.site = text_of(tree, i, &mut own).and_then(|text| site::read(index(i), text, &mut own));
            syntax_first(&mut own);
            faults.extend(own);
        }
    }
    for path in ["content/site.yaml", "content/units.yaml"] {
        // A file whose name is only written wrong is told as such.
        let is_there = |file: &File| file.path == path || meant(&file.path).is_some_and(|better| better == path);
        // What may not lie there is told as that.
        let is_refused = tree.refused.iter().any(|(refused, _)| refused == path);
        if !is_refused && !tree.files.iter().any(is_there) {
            faults.push(Diagnostic::new(&files::FILE_MISSING, None).with("path", path));
        }
    }
    let languages = Languages::of(content.site.as_ref().map(|s| s.languages.as_slice()));
    let parts: Vec<(Part, Faults)> = kinds
        .par_iter()
        .enumerate()
        .map(|(i, kind)| {
            let mut faults = Faults::default();
            let part = read_one(tree, i, kind.clone(), &languages, &mut faults);
            (part, faults)
        })
        .collect();
    for (part, found) in parts {
        faults.extend(found);
        content.add(part);
    }
    for (i, kind) in kinds.iter().enumerate() {
        content.there.add(index(i), kind, &tree.files[i].path);
    }
    for (path, _) in &tree.refused {
        content.there.refuse(path);
    }
    content.statics = tree.statics.iter().map(|file| file.path.clone()).collect();
    content
}

impl FilesThere {
    /// Notes a file. One whose name is written wrong counts: of what names it, it is not told that it is not there.
    fn add(&mut self, file: u32, kind: &FileKind<'_>, path: &str) {
        let better = meant(path).filter(|_| *kind == FileKind::Other);
        match better.as_deref().map_or_else(|| kind.clone(), self::kind) {
            FileKind::Site if better.is_some() => self.site = self.site.or(Some(file)),
            FileKind::Units if better.is_some() => self.units = self.units.or(Some(file)),
            FileKind::Site => self.site = Some(file),
            FileKind::Units => self.units = Some(file),
            FileKind::Scheme(id) => self.schemes.extend([id.to_owned(), crate::words::slug(id)]),
            FileKind::Scores(id) => self.scores.push(id.to_owned()),
            _ => {}
        }
    }
}

impl FilesThere {
    /// Notes what may not lie there: of what names it, it is not told that it is not there.
    fn refuse(&mut self, path: &str) {
        match kind(path) {
            FileKind::Scheme(id) => self.schemes.push(id.to_owned()),
            FileKind::Scores(id) => self.scores.push(id.to_owned()),
            _ => self.statics.extend(path.strip_prefix("content/").map(str::to_owned)),
        }
    }
}

/// What one file gave.
enum Part {
    Units(UnitsFile),
    Scheme(Box<SchemeFile>),
    Scores(Box<ScoreFile>),
    Foreword(Foreword),
    Page(PageFile),
    Seal(SealFile),
    Nothing,
}

impl Content {
    fn add(&mut self, part: Part) {
        match part {
            Part::Units(units) => self.units = Some(units),
            Part::Scheme(scheme) => self.schemes.push(*scheme),
            Part::Scores(scores) => self.scores.push(*scores),
            Part::Foreword(foreword) => self.forewords.push(foreword),
            Part::Page(page) => self.pages.push(page),
            Part::Seal(seal) => self.seals.push(seal),
            Part::Nothing => {}
        }
    }
}

fn read_one(tree: &Tree, i: usize, kind: FileKind<'_>, languages: &Languages, faults: &mut Faults) -> Part {
    let file = index(i);
    if matches!(kind, FileKind::Site) {
        return Part::Nothing;
    }
    if matches!(kind, FileKind::Other) {
        faults.push(unexpected(tree, file, &tree.files[i].path));
        return Part::Nothing;
    }
    if let FileKind::Copy(original) = kind {
        let fault = Diagnostic::new(&files::FILE_COPY, Place::whole(file)).with("path", &tree.files[i].path);
        faults.push(fault.with("original", original));
        return Part::Nothing;
    }
    let Some(text) = text_of(tree, i, faults) else { return Part::Nothing };
    let part = read_text(file, text, kind, languages, faults);
    syntax_first(faults);
    part.unwrap_or(Part::Nothing)
}

/// Of a file with a fault of syntax only that is told, and what is wrong with single values: a line that is cut off moves and
/// empties what stands around it.
fn syntax_first(faults: &mut Faults) {
    if faults
        .as_slice()
        .iter()
        .any(|fault| [syntax::YAML_SYNTAX.id, syntax::NO_BREAK_SPACE.id].contains(&fault.code.id))
    {
        faults.retain(|fault| syntax::CODES.iter().chain(VALUES).any(|code| code.id == fault.code.id));
    }
    // What stands at a wrong level has keys that stand there already.
    if faults.as_slice().iter().any(|fault| fault.code.id == shape::INDENTATION.id) {
        faults.retain(|fault| fault.code.id != syntax::KEY_DUPLICATE.id);
    }
}

/// Faults of a single value, which stand whatever is wrong around it.
const VALUES: &[&Code] = &[
    &shape::WORD_UNKNOWN,
    &shape::NOT_A_NUMBER,
    &shape::NUMBER_DASH,
    &shape::DECIMAL_COMMA,
    &shape::NUMBER_BOTH_SIGNS,
    &shape::NUMBER_PLUS,
    &shape::NUMBER_LEADING_ZERO,
    &shape::NUMBER_HEX,
    &shape::NUMBER_WITHOUT_WHOLE,
    &shape::NUMBER_GROUPED,
    &shape::NUMBER_WORD,
    &shape::NUMBER_DATE,
    &shape::NUMBER_CLOCK,
    &shape::NUMBER_EXPONENT,
    &shape::NUMBER_TOO_LONG,
    &shape::NUMBER_OUTSIDE_RANGE,
    &shape::COMMA_SPLITS_NUMBER,
    &shape::CHARACTER_REFUSED,
    &shape::CHARACTER_REMOVED,
    &shape::NOT_A_COUNT,
    &shape::NOT_A_DATE,
    &shape::NOT_A_URL,
    &shape::NOT_AN_EMAIL,
    &shape::NOT_STATIC,
];

fn read_text(file: u32, text: &str, kind: FileKind<'_>, languages: &Languages, faults: &mut Faults) -> Option<Part> {
    match kind {
        FileKind::Units => units::read(file, text, languages, faults).map(Part::Units),
        FileKind::Scheme(id) => schemes::read(file, text, id, languages, faults).map(|s| Part::Scheme(Box::new(s))),
        FileKind::Scores(id) => scores::read(file, text, id, languages, faults).map(|s| Part::Scores(Box::new(s))),
        FileKind::Foreword(id, language) => {
            pages::foreword(file, text, id, language, languages, faults).map(Part::Foreword)
        }
        FileKind::Page(name, language) => pages::page(file, text, name, language, languages, faults).map(Part::Page),
        FileKind::Sealed(id) => sealed::read(file, text, id, faults).map(Part::Seal),
        FileKind::Site | FileKind::Copy(_) | FileKind::Other => None,
    }
}

/// The fault of a file that the format does not know; of one whose name only ends wrong, the right name. Of several files in a
/// folder that is only misspelt, the folder is told.
fn unexpected(tree: &Tree, file: u32, path: &str) -> Diagnostic {
    if let Some((folder, better)) = misspelt_folder(tree, path) {
        let fault = Diagnostic::new(&files::FILE_UNEXPECTED, Place::whole(file)).with("path", &folder);
        return fault.with("better", better).caused_by(folder);
    }
    match ended_right(path) {
        Some(better) => {
            let end = better.rsplit_once('.').map_or("", |(_, end)| end);
            let fault = Diagnostic::new(&files::FILE_ENDING, Place::whole(file)).with("path", path);
            fault.with("end", format!(".{end}")).with("better", &better)
        }
        None => {
            let fault = Diagnostic::new(&files::FILE_UNEXPECTED, Place::whole(file)).with("path", path);
            let (sheet, year) = spreadsheet(path).unzip();
            fault.with_some("better", spelt_right(path)).with_some("sheet", sheet).with_some("year", year)
        }
    }
}

/// The misspelt folder of a file and its right name, where several files lie in it and none in a folder of that name.
fn misspelt_folder(tree: &Tree, path: &str) -> Option<(String, String)> {
    let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| format!("{folder}/"));
    let (written, better) = (folder(path)?, folder(&meant(path)?)?);
    let n = |folder: &str| tree.files.iter().filter(|file| file.path.starts_with(folder)).count();
    (written != better && n(&written) > 1 && n(&better) == 0).then_some((written, better))
}

/// The path of a file whose name is only written wrong, as it should be.
fn meant(path: &str) -> Option<String> {
    ended_right(path).or_else(|| spelt_right(path))
}

/// The name of a spreadsheet and the year that it is most likely about, where that can be typed.
fn spreadsheet(path: &str) -> Option<(&str, &str)> {
    let name = path.rsplit('/').next()?;
    let (stem, end) = name.rsplit_once('.')?;
    let is_sheet = ["xlsx", "xls", "ods", "csv"].contains(&end.to_ascii_lowercase().as_str());
    let is_plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b));
    let is_year = stem.len() == 4 && stem.bytes().all(|b| b.is_ascii_digit());
    (is_sheet && is_plain).then_some((name, if is_year { stem } else { "YEAR" }))
}

/// The path of a file whose folder or name is only misspelt, as it should be: `unit.yaml`, `Scores/2018.yaml`.
fn spelt_right(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.strip_prefix("content/")?.split('/').collect();
    let better = match parts.as_slice() {
        [name] => {
            let stem = name.strip_suffix(".yaml")?;
            format!("content/{}.yaml", nearest(stem, ["site", "units"].into_iter())?)
        }
        [folder, name] => {
            let folders = ["schemes", "scores", "pages", "sealed"];
            format!("content/{}/{name}", nearest(folder, folders.into_iter())?)
        }
        _ => return None,
    };
    (better != path && !matches!(kind(&better), FileKind::Other | FileKind::Copy(_))).then_some(better)
}

/// The path of a file whose name only ends wrong, as it should be: `2018.yml`, `2018.YAML`, `2018.yaml.txt`.
fn ended_right(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/')?;
    let lower = name.to_ascii_lowercase();
    let lower = lower.strip_suffix(".txt").unwrap_or(&lower);
    let (stem, end) = match lower.rsplit_once('.') {
        Some((stem, "yml" | "yaml")) => (stem, "yaml"),
        Some((stem, "md" | "markdown")) => (stem, "md"),
        // `gioi-thieu.vi.txt` as an editor of plain texts writes it.
        Some(_) if name.len() > lower.len() && ["content/pages", "content/scores"].contains(&folder) => (lower, "md"),
        _ => return None,
    };
    let better = format!("{folder}/{}.{end}", name.get(..stem.len())?);
    (better != path && kind(&better) != FileKind::Other).then_some(better)
}

/// What a file is, by its path.
fn kind(path: &str) -> FileKind<'_> {
    let Some(path) = path.strip_prefix("content/") else { return FileKind::Other };
    if let Some(original) = copies::original(path) {
        return FileKind::Copy(original);
    }
    match path.split('/').collect::<Vec<_>>().as_slice() {
        ["site.yaml"] => FileKind::Site,
        ["units.yaml"] => FileKind::Units,
        ["schemes", name] => name.strip_suffix(".yaml").map_or(FileKind::Other, FileKind::Scheme),
        ["sealed", name] => name.strip_suffix(".yaml").map_or(FileKind::Other, FileKind::Sealed),
        ["scores", name] => match (name.strip_suffix(".yaml"), by_language(name)) {
            (Some(id), _) => FileKind::Scores(id),
            (None, Some((id, language))) => FileKind::Foreword(id, language),
            (None, None) => FileKind::Other,
        },
        ["pages", name] => by_language(name).map_or(FileKind::Other, |(name, language)| FileKind::Page(name, language)),
        _ => FileKind::Other,
    }
}

/// Splits `NAME.LANGUAGE.md`.
fn by_language(name: &str) -> Option<(&str, &str)> {
    name.strip_suffix(".md")?.rsplit_once('.')
}

fn refused(tree: &Tree, faults: &mut Faults) {
    for (path, why) in &tree.refused {
        let code = match why {
            Refusal::SymbolicLink => &files::SYMBOLIC_LINK,
            Refusal::TooLarge => &files::FILE_TOO_LARGE,
            Refusal::NameNotText => &files::FILE_NAME,
            Refusal::Special => &files::FILE_SPECIAL,
            Refusal::Conflict => &syntax::MERGE_CONFLICT,
            Refusal::Folder => {
                let fault = Diagnostic::new(&files::FILE_UNEXPECTED, None).with("path", path);
                faults.push(fault.with("a", "a folder, and").with("a_vi", "thư mục,"));
                continue;
            }
        };
        faults.push(Diagnostic::new(code, None).with("path", path));
    }
}

fn text_of<'t>(tree: &'t Tree, i: usize, faults: &mut Faults) -> Option<&'t str> {
    let text = decode(index(i), &tree.files[i].bytes, faults)?;
    (!conflict(index(i), text, faults)).then_some(text)
}

fn index(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}
