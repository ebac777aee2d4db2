//! The notes of a workbook: how its cells are to be read, how totals and ranks are made, what words and columns mean.

use crate::model::{CorrectionKind, EditionGroup, Scheme, State, Text};
use crate::rankings::{Basis, ClaimState, StandingState};
use crate::say::rules::for_data;
use crate::say::voice::Voice;
use crate::writers::table::Field;
use crate::writers::tables::basis;
use crate::writers::workbook::lines::{line, said};
use crate::writers::workbook::xlsx::{CellLook, SheetCell, SheetFrame};
use crate::writers::workbook::{Book, BookPart};

/// The width of what a line is about, of its word, of words of one language.
const WIDTHS: [u16; 3] = [26, 30, 62];

/// The frame of the notes.
pub(super) fn frame(book: &Book<'_, '_>) -> SheetFrame {
    let [about, word, words] = WIDTHS;
    let widths = [about, word].into_iter().chain(book.voices.iter().map(|_| words)).collect();
    SheetFrame { widths, ..SheetFrame::default() }
}

/// The lines of the notes.
pub(super) fn rows<'c>(book: &Book<'_, '_>, parts: &[BookPart<'_, '_>]) -> Vec<Vec<SheetCell<'c>>> {
    let mut rows = vec![line(CellLook::Title, [book.languages().phrase("book.notes")])];
    for (key, lines) in [
        ("book.reading", reading(book)),
        ("book.rules", rules(book)),
        ("book.words", words(book, parts)),
        ("book.columns", columns(book, parts)),
    ] {
        rows.push(Vec::new());
        let heads = book.languages().heads();
        let head = [book.languages().phrase(key), String::new()].into_iter().chain(heads);
        rows.push(line(CellLook::Section, head));
        rows.extend(lines);
    }
    rows
}

/// What stands in cells, and what is true of all of them.
fn reading<'c>(book: &Book<'_, '_>) -> Vec<Vec<SheetCell<'c>>> {
    let languages = book.languages();
    let about = |name: &str, words: &str| {
        said([languages.phrase(name), String::new()], languages.each(|voice| voice.say(words, &[])))
    };
    vec![
        about("book.number", "book.number.say"),
        about("book.empty", "book.empty.say"),
        about("book.day", "book.day.say"),
        about("book.text", "book.text.say"),
    ]
}

/// How totals and ranks are made by each scheme, and what becomes of ties and of what is not there.
fn rules<'c>(book: &Book<'_, '_>) -> Vec<Vec<SheetCell<'c>>> {
    let languages = book.languages();
    let mut rows = Vec::new();
    for (scheme, groups) in schemes(book) {
        let name = |voice: Voice<'_>| match scheme.is_implied() {
            true => voice.say("methodologies.without", &[]),
            false => voice.text_of(&scheme.title),
        };
        let names = |voice: Voice<'_>| {
            let names: Vec<String> = groups.iter().map(|group| voice.group_name(group).to_owned()).collect();
            voice.words.list(&names)
        };
        let about = [languages.joined(name), languages.phrase("methodology.applies")];
        rows.push(said(about, languages.each(names)));
        let each: Vec<_> = book.voices.iter().map(|&voice| for_data(voice, scheme)).collect();
        for at in 0..each[0].len() {
            let names: Vec<&String> = each.iter().map(|rules| &rules[at].name).collect();
            let about = languages.joined(|voice| names[voice.language.0].clone());
            let words = each.iter().map(|rules| rules[at].texts.join(" ")).collect();
            rows.push(said([String::new(), about], words));
        }
    }
    rows
}

/// The schemes by which the groups are ranked, each once with those groups, in the order of the editions.
fn schemes<'a>(book: &Book<'a, '_>) -> Vec<(&'a Scheme, Vec<&'a EditionGroup>)> {
    let mut schemes: Vec<(&Scheme, Vec<&EditionGroup>)> = Vec::new();
    for group in book.editions().into_iter().flat_map(|(_, edition)| &edition.groups) {
        match schemes.iter_mut().find(|(scheme, _)| *scheme == &*group.scheme) {
            Some((_, groups)) if groups.iter().any(|other| other.group == group.group) => {}
            Some((_, groups)) => groups.push(group),
            None => schemes.push((&group.scheme, vec![group])),
        }
    }
    schemes
}

/// What each word means that stands in the columns.
fn words<'c>(book: &Book<'_, '_>, parts: &[BookPart<'_, '_>]) -> Vec<Vec<SheetCell<'c>>> {
    let languages = book.languages();
    let has = |column: &str| parts.iter().any(|part| part.shape.fields.iter().any(|field| field.name == column));
    let mut rows = Vec::new();
    for (column, words) in vocabulary() {
        if has(column) {
            rows.extend(words.into_iter().map(|(word, key)| {
                said([column.to_owned(), word.to_owned()], languages.each(|voice| voice.say(&key, &[])))
            }));
        }
    }
    rows
}

/// The words of each column that has such, each with the phrase that explains it.
fn vocabulary() -> Vec<(&'static str, Vec<(&'static str, String)>)> {
    let states = State::ALL.iter().map(|&state| StandingState::Cell(state)).chain([StandingState::Unranked]);
    let states = states.map(|state| match state {
        StandingState::Cell(state) if State::empty().any(|empty| empty == state) => {
            (state.word(), format!("sign.{}", state.word()))
        }
        state => (state.word(), format!("book.state.{}", state.word())),
    });
    let flags = ["provisional", "estimated", "revised", "disputed"].map(|flag| (flag, format!("sign.{flag}")));
    let bases = [Basis::Scored, Basis::Computed, Basis::Announced, Basis::Deduced].map(|of| {
        let word = basis(Some(of));
        (word, if of == Basis::Scored { "book.basis.scored".to_owned() } else { format!("sign.{word}") })
    });
    let verdicts = ["comparable", "share", "broken", "new", "gone"];
    let claims = [ClaimState::Confirmed, ClaimState::Consistent, ClaimState::Undecidable, ClaimState::Disputed];
    let kinds = [CorrectionKind::Correction, CorrectionKind::Revision].map(CorrectionKind::word);
    vec![
        ("state", states.collect()),
        ("score_basis", bases.to_vec()),
        ("flag", flags.to_vec()),
        ("verdict", verdicts.map(|word| (word, format!("book.verdict.{word}"))).to_vec()),
        ("standing", claims.map(|claim| (claim.word(), format!("claim.{}.means", claim.word()))).to_vec()),
        ("kind", kinds.map(|word| (word, format!("corrections.{word}"))).to_vec()),
    ]
}

/// What each column of each sheet means.
fn columns<'c>(book: &Book<'_, '_>, parts: &[BookPart<'_, '_>]) -> Vec<Vec<SheetCell<'c>>> {
    let languages = book.languages();
    let held = parts.iter().filter(|part| part.is_held);
    let columns = held.flat_map(|part| part.shape.fields.iter().map(move |field| (part, field)));
    let column = |(part, field): (&BookPart<'_, '_>, &Field)| {
        let meaning = |voice: Voice<'_>| meaning(book, part, field, voice);
        said([part.sheet.to_owned(), field.name.clone().into_owned()], languages.each(meaning))
    };
    columns.map(column).collect()
}

/// What a column means; those that are named after something say after what.
fn meaning(book: &Book<'_, '_>, part: &BookPart<'_, '_>, field: &Field, voice: Voice<'_>) -> String {
    let phrase = || voice.say(&format!("field.{}", field.means), &[]);
    match &*field.means {
        "criterion_score" | "criterion_rank" => {
            let id = field.name.strip_suffix("_rank").filter(|_| field.means == "criterion_rank");
            let Some(name) = criterion(book, part, id.unwrap_or(&field.name)) else { return phrase() };
            voice.say(&format!("book.field.{}", field.means), &[("criterion", voice.text(name))])
        }
        "name" => {
            let tag = field.name.strip_prefix("name_").unwrap_or_default();
            let at = voice.series().site.languages.iter().position(|other| other == tag);
            let language = at.map_or(tag, |at| book.voices[at].words.name());
            voice.say("book.field.name", &[("language", language)])
        }
        _ => phrase(),
    }
}

/// The name of a criterion of the group that a table is of.
fn criterion<'a>(book: &Book<'a, '_>, part: &BookPart<'_, '_>, id: &str) -> Option<&'a Text> {
    let (edition, group) = (book.edition()?, part.made.group?);
    let scheme = &book.languages().first().edition(edition).groups[group].scheme;
    let column = scheme.measured().find(|&column| scheme.column_id(column) == id)?;
    Some(&scheme.criteria[column].name)
}
