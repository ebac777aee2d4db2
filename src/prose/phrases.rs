//! Turns of phrase in which announcements speak of ranks, in Vietnamese and English.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::lexicon::Lexicon;
use super::words::{ProsePiece, ProsePieceKind, long_form};
use crate::model::UnitIdx;

/// Something that a text says, and how many pieces say it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Saying {
    /// One rank, or several.
    Ranks(Vec<u32>),
    /// A score, or its two ends.
    Score(Decimal, Option<Decimal>),
    /// How many units there are.
    Count(u32),
    /// A rank that is told without a number: that somebody leads, or is the second.
    Told(u32),
    /// Words before a rank, with no rank behind them that is understood.
    Unclear,
    /// That somebody is last.
    Last,
    /// All the others.
    Others,
    /// A unit.
    Unit(UnitIdx),
    /// The end of a sentence.
    End,
    /// A word that begins with a capital and is none of these: it may be a name that the site does not know.
    Name,
    /// Anything else.
    Nothing,
}

impl Saying {
    /// Whether it says something of a unit right before it.
    pub(crate) fn is_of_a_unit(&self) -> bool {
        match self {
            Self::Ranks(_) | Self::Told(_) | Self::Unclear | Self::Last => true,
            Self::Score(..)
            | Self::Count(_)
            | Self::Others
            | Self::Unit(_)
            | Self::End
            | Self::Name
            | Self::Nothing => false,
        }
    }
}

/// Words behind which a number is a rank; the longest first.
const RANK: [&[&str]; 8] = [
    &["xep", "hang", "thu"],
    &["xep", "vi", "thu"],
    &["xep", "hang"],
    &["xep", "thu"],
    &["hang", "thu"],
    &["hang"],
    &["thu"],
    &["rank"],
];

/// Words that say that somebody is first.
const FIRST: [&[&str]; 11] = [
    &["dan", "dau"],
    &["dung", "dau"],
    &["xep", "dau"],
    &["xep", "hang", "cao", "nhat"],
    &["xep", "hang", "nhat"],
    &["first", "place"],
    &["ranked", "first"],
    &["ranks", "first"],
    &["came", "first"],
    &["comes", "first"],
    &["in", "the", "lead"],
];

/// Words behind which a word is a rank: `thứ hai` alone counts reasons, and is a day of the week.
const PLACED: [&[&str]; 7] = [
    &["xep", "hang", "thu"],
    &["xep", "vi", "thu"],
    &["dung", "hang", "thu"],
    &["dung", "vi", "thu"],
    &["dung", "thu"],
    &["xep", "thu"],
    &["hang", "thu"],
];

/// Words of ranks, the first one first.
const ORDINALS: [&[&str]; 10] =
    [&["nhat"], &["hai", "nhi"], &["ba"], &["tu", "bon"], &["nam"], &["sau"], &["bay"], &["tam"], &["chin"], &["muoi"]];

/// Words that say that somebody is last.
const LAST: [&[&str]; 11] = [
    &["xep", "hang", "thap", "nhat"],
    &["thap", "nhat"],
    &["cuoi", "cung"],
    &["xep", "cuoi", "cung"],
    &["xep", "cuoi"],
    &["dung", "cuoi"],
    &["cuoi", "bang"],
    &["dung", "bet"],
    &["xep", "bet"],
    &["lowest"],
    &["last"],
];

/// Words that mean all whom nothing else names.
const OTHERS: [&[&str]; 6] =
    [&["con", "lai"], &["hau", "het"], &["all", "other"], &["the", "other"], &["the", "rest"], &["the", "remaining"]];

/// Words behind a score.
const POINTS: [&[&str]; 3] = [&["diem"], &["points"], &["point"]];

/// Words between two numbers of which each is possible.
const OR: [&str; 4] = ["va", "hoac", "and", "or"];

/// Words with which sentences begin: a capital makes no name of them.
const COMMON: [&str; 40] = [
    "don", "vi", "cac", "co", "xep", "hang", "thu", "thap", "cao", "nhat", "con", "lai", "hau", "het", "dung", "dan",
    "dau", "tiep", "theo", "ngoai", "trong", "khong", "voi", "nhom", "the", "a", "an", "all", "last", "first", "rank",
    "ranked", "next", "then", "with", "in", "at", "of", "and", "points",
];

/// What some pieces begin with, and how many of them say it: at least one.
pub(crate) fn said(lexicon: &Lexicon, pieces: &[ProsePiece]) -> (Saying, usize) {
    if let Some((unit, n)) = unit(lexicon, pieces) {
        return (Saying::Unit(unit), n);
    }
    let (found, n) = last(pieces)
        .or_else(|| told_first(pieces))
        .or_else(|| ranks(pieces))
        .or_else(|| placed(pieces))
        .or_else(|| score(pieces))
        .or_else(|| count(lexicon, pieces))
        .or_else(|| begins(pieces, &OTHERS).map(|n| (Saying::Others, n)))
        .unwrap_or((Saying::Nothing, 1));
    match (&found, &pieces[0].kind) {
        (Saying::Nothing, ProsePieceKind::Sign('.' | '!' | '?')) => (Saying::End, 1),
        (Saying::Nothing, ProsePieceKind::Word(word, true)) if !COMMON.contains(&word.as_str()) => (Saying::Name, 1),
        _ => (found, n),
    }
}

/// The words of some pieces as long as they are words, signs passed over inside of names.
fn unit(lexicon: &Lexicon, pieces: &[ProsePiece]) -> Option<(UnitIdx, usize)> {
    lexicon.units.iter().find_map(|(name, unit)| Some((*unit, matched(name, pieces)?)))
}

/// How many pieces a name takes, if they begin with it.
fn matched(name: &[String], pieces: &[ProsePiece]) -> Option<usize> {
    let (mut at, mut taken) = (0, 0);
    while at < name.len() {
        match &pieces.get(taken)?.kind {
            // A comma or hyphen may stand inside of a name, not at its beginning.
            ProsePieceKind::Sign(',' | '-' | '–') if at > 0 => taken += 1,
            ProsePieceKind::Sign(_) => return None,
            ProsePieceKind::Number(number) if number.to_string() == name[at] => (at, taken) = (at + 1, taken + 1),
            ProsePieceKind::Number(_) => return None,
            ProsePieceKind::Word(word, _) if *word == name[at] => (at, taken) = (at + 1, taken + 1),
            ProsePieceKind::Word(..) => {
                let words: Vec<&str> = pieces[taken..].iter().map_while(word).collect();
                let (n, _) = long_form(&words).filter(|(_, short)| *short == name[at])?;
                (at, taken) = (at + 1, taken + n);
            }
        }
    }
    Some(taken)
}

fn word(piece: &ProsePiece) -> Option<&str> {
    match &piece.kind {
        ProsePieceKind::Word(word, _) => Some(word),
        _ => None,
    }
}

fn number(piece: Option<&ProsePiece>) -> Option<Decimal> {
    match piece?.kind {
        ProsePieceKind::Number(number) => Some(number),
        _ => None,
    }
}

/// How many pieces one of some turns takes, if they begin with it.
fn begins(pieces: &[ProsePiece], turns: &[&[&str]]) -> Option<usize> {
    let is_it = |turn: &[&str]| {
        pieces.len() >= turn.len() && turn.iter().zip(pieces).all(|(own, piece)| word(piece) == Some(*own))
    };
    turns.iter().find(|turn| is_it(turn)).map(|turn| turn.len())
}

fn told_first(pieces: &[ProsePiece]) -> Option<(Saying, usize)> {
    begins(pieces, &FIRST).map(|n| (Saying::Told(1), n))
}

/// A rank in a word; of two words, as `mười một`, it is not understood.
fn placed(pieces: &[ProsePiece]) -> Option<(Saying, usize)> {
    let turn = begins(pieces, &PLACED)?;
    let ordinal = |piece: Option<&ProsePiece>| {
        let own = word(piece?)?;
        ORDINALS.iter().position(|words| words.contains(&own))
    };
    let is_digit = |piece: Option<&ProsePiece>| {
        ordinal(piece).is_some() || piece.and_then(word).is_some_and(|word| ["mot", "lam", "muoi"].contains(&word))
    };
    match ordinal(pieces.get(turn)) {
        Some(at) if !is_digit(pieces.get(turn + 1)) => Some((Saying::Told(u32::try_from(at + 1).ok()?), turn + 1)),
        _ => Some((Saying::Unclear, turn)),
    }
}

fn last(pieces: &[ProsePiece]) -> Option<(Saying, usize)> {
    begins(pieces, &LAST).map(|n| (Saying::Last, n))
}

fn ranks(pieces: &[ProsePiece]) -> Option<(Saying, usize)> {
    let turn = begins(pieces, &RANK)?;
    let mut ranks = vec![number(pieces.get(turn))?.to_u32()?];
    let mut taken = turn + 1;
    while let [between, next, rest @ ..] = &pieces[taken..] {
        let is_or = word(between).is_some_and(|word| OR.contains(&word));
        // A number with a noun behind it counts units: "hạng 1 và 2 đơn vị khác".
        let is_counted = rest.first().and_then(word).is_some_and(|word| ["don", "units", "co"].contains(&word));
        match number(Some(next)).and_then(|number| number.to_u32()).filter(|_| is_or && !is_counted) {
            Some(rank) => ranks.push(rank),
            None => break,
        }
        taken += 2;
    }
    Some((Saying::Ranks(ranks), taken))
}

fn score(pieces: &[ProsePiece]) -> Option<(Saying, usize)> {
    let from = usize::from(pieces.first().and_then(word) == Some("tu"));
    let first = number(pieces.get(from))?;
    if let Some(n) = begins(&pieces[from + 1..], &POINTS) {
        return Some((Saying::Score(first, None), from + 1 + n));
    }
    let to = pieces.get(from + 1)?;
    let is_to = word(to).is_some_and(|word| word == "den" || word == "to") || to.kind == ProsePieceKind::Sign('–');
    let second = number(pieces.get(from + 2)).filter(|_| is_to)?;
    begins(&pieces[from + 3..], &POINTS).map(|n| (Saying::Score(first, Some(second)), from + 3 + n))
}

fn count(lexicon: &Lexicon, pieces: &[ProsePiece]) -> Option<(Saying, usize)> {
    let n = number(pieces.first())?.to_u32()?;
    let is_noun = |noun: &&Vec<String>| {
        pieces.len() > noun.len() && noun.iter().zip(&pieces[1..]).all(|(own, piece)| word(piece) == Some(own))
    };
    lexicon.nouns.iter().find(is_noun).map(|noun| (Saying::Count(n), 1 + noun.len()))
}
