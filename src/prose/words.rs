//! A text as words, numbers and signs with their places.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::words::fold;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ProsePiece {
    /// What it is.
    pub(crate) kind: ProsePieceKind,
    /// Where it stands.
    pub(crate) span: Range<usize>,
}

/// What a piece of a text is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ProsePieceKind {
    /// A word without marks and in lower case, and whether it begins with a capital.
    Word(String, bool),
    /// A number.
    Number(Decimal),
    /// A sign that parts what stands before it from what stands behind it.
    Sign(char),
}

/// Takes a text apart. A number may have a decimal sign with digits on both sides of it.
pub(crate) fn pieces(text: &str) -> Vec<ProsePiece> {
    let mut pieces = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some(&(start, c)) = chars.peek() {
        if c.is_ascii_digit() {
            let end = number_end(text, start);
            while chars.peek().is_some_and(|(at, _)| *at < end) {
                chars.next();
            }
            if let Ok(number) = text[start..end].replace(',', ".").parse() {
                pieces.push(ProsePiece { kind: ProsePieceKind::Number(number), span: start..end });
            }
        } else if is_of_word(c) {
            let mut end = start;
            while let Some(&(at, c)) = chars.peek().filter(|(_, c)| is_of_word(*c)) {
                end = at + c.len_utf8();
                chars.next();
            }
            let kind = ProsePieceKind::Word(fold(&text[start..end]), c.is_uppercase());
            pieces.push(ProsePiece { kind, span: start..end });
        } else {
            chars.next();
            if ".,;:!?–-()".contains(c) && !(c == '.' && is_shortening(&text[..start])) {
                pieces.push(ProsePiece { kind: ProsePieceKind::Sign(c), span: start..start + c.len_utf8() });
            }
        }
    }
    pieces
}

/// Words that are written short with a point behind them, as `TP.`: the point ends no sentence.
const SHORTENED: [&str; 9] = ["tp", "tx", "tt", "ths", "ts", "pgs", "gs", "ub", "st"];

/// Whether a text ends with a word that is written short: a known one, or a capital alone, as `H.`.
fn is_shortening(before: &str) -> bool {
    let start =
        before.char_indices().rev().take_while(|(_, c)| is_of_word(*c)).last().map_or(before.len(), |(at, _)| at);
    let word = &before[start..];
    let is_capital = word.starts_with(char::is_uppercase);
    is_capital && (word.chars().count() == 1 || SHORTENED.contains(&fold(word).as_str()))
}

/// Letters and their marks; a digit inside a word stays in it.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c) || c == '&'
}

/// Where a number ends that begins here.
fn number_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let digits = |mut at: usize| {
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        at
    };
    let whole = digits(start);
    match bytes.get(whole) {
        Some(b'.' | b',') if bytes.get(whole + 1).is_some_and(u8::is_ascii_digit) => digits(whole + 1),
        _ => whole,
    }
}

/// The words of a name as they are compared: without marks, signs and case, long forms made short.
pub(crate) fn plain(text: &str) -> Vec<String> {
    let words = pieces(text).into_iter().filter_map(|piece| match piece.kind {
        ProsePieceKind::Word(word, _) => Some(word),
        ProsePieceKind::Number(number) => Some(number.to_string()),
        ProsePieceKind::Sign(_) => None,
    });
    shortened(words.collect())
}

/// Long forms that offices also write short, by their words.
const SHORT: [(&[&str], &str); 4] = [
    (&["uy", "ban", "nhan", "dan"], "ubnd"),
    (&["cong", "nghe", "thong", "tin"], "cntt"),
    (&["thanh", "pho"], "tp"),
    (&["thi", "xa"], "tx"),
];

/// Words with long forms made short.
fn shortened(words: Vec<String>) -> Vec<String> {
    let mut out = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        match long_form(&words[at..]) {
            Some((n, short)) => {
                out.push(short.to_owned());
                at += n;
            }
            None => {
                out.push(words[at].clone());
                at += 1;
            }
        }
    }
    out
}

/// The short form of what some words begin with, and how many words it stands for.
pub(crate) fn long_form(words: &[impl AsRef<str>]) -> Option<(usize, &'static str)> {
    let is_it =
        |long: &[&str]| words.len() >= long.len() && long.iter().zip(words).all(|(long, word)| *long == word.as_ref());
    SHORT.iter().find(|(long, _)| is_it(long)).map(|(long, short)| (long.len(), *short))
}
