//! From what a paragraph says to its statements.

use std::ops::Range;

use rust_decimal::Decimal;

use super::lexicon::Lexicon;
use super::phrases::{Saying, said};
use super::sections::ProseSection;
use super::words::{ProsePiece, ProsePieceKind, pieces};
use super::{FoundStatement, Prose, ProseDoubt, ProseDoubtWhy, Who};
use crate::model::{Column, UnitIdx};

/// A statement as far as it was read.
#[derive(Default)]
struct OpenStatement {
    ranks: Vec<u32>,
    score: Option<(Decimal, Option<Decimal>)>,
    count: Option<u32>,
    units: Vec<UnitIdx>,
    is_others: bool,
    is_last: bool,
    /// Whether its rank was told by a word: a number behind it says the same once more.
    is_told: bool,
    /// Whether it speaks of a rank that is not understood.
    is_unclear: bool,
    /// Whether the last thing that was read is a unit, or what joins units.
    is_listing: bool,
    /// Whether a word in it has a capital and is of no name that the site knows.
    is_unknown: bool,
    span: Option<Range<usize>>,
    /// Where the last unit stands, and where it ended before that.
    last_unit: Range<usize>,
    before_last_unit: Option<usize>,
}

/// Reads the statements of a paragraph.
pub(crate) fn read(lexicon: &Lexicon, text: &str, section: &ProseSection, prose: &mut Prose) {
    let mut all: Vec<ProsePiece> = pieces(&text[section.body.clone()]);
    for piece in &mut all {
        piece.span = piece.span.start + section.body.start..piece.span.end + section.body.start;
    }
    let (mut open, mut at, mut is_right_behind) = (OpenStatement::default(), 0, false);
    while at < all.len() {
        let (found, n) = said(lexicon, &all[at..]);
        let span = all[at].span.start..all[at + n - 1].span.end;
        at += n;
        if found == Saying::End {
            close(lexicon, section, std::mem::take(&mut open), prose);
            continue;
        }
        let leads = leads_to_a_name(&all[at..]);
        if open.begins_anew(&found, leads) {
            let is_subject = is_right_behind && !leads && open.units.len() > 1;
            let next = if is_subject && found.is_of_a_unit() { open.subject() } else { None };
            close(lexicon, section, std::mem::replace(&mut open, next.unwrap_or_default()), prose);
        }
        is_right_behind = matches!(found, Saying::Unit(_));
        open.take(found, span);
    }
    close(lexicon, section, open, prose);
}

/// Whether words follow behind which a name stands: `là`, `gồm`, `thuộc về`.
fn leads_to_a_name(pieces: &[ProsePiece]) -> bool {
    let word = |piece: &ProsePiece| match &piece.kind {
        ProsePieceKind::Word(word, _) => ["la", "gom", "thuoc", "is", "are"].contains(&word.as_str()),
        ProsePieceKind::Number(_) | ProsePieceKind::Sign(_) => false,
    };
    pieces.first().is_some_and(word)
}

impl OpenStatement {
    /// Whether something that is read belongs to another statement than what was read before.
    fn begins_anew(&self, found: &Saying, leads: bool) -> bool {
        let is_named = !self.units.is_empty() || self.is_others;
        // `dẫn đầu là Sở C` is not said of those before it.
        let is_of_next = leads && is_named;
        match found {
            Saying::Ranks(ranks) => {
                let is_again = self.is_told && self.ranks == *ranks && self.score.is_none();
                !self.ranks.is_empty() && !is_again || self.is_unclear || is_of_next
            }
            Saying::Told(_) | Saying::Unclear => !self.ranks.is_empty() || self.is_unclear || is_of_next,
            Saying::Score(..) => self.score.is_some(),
            Saying::Count(_) => self.count.is_some() || !self.units.is_empty() && !self.ranks.is_empty(),
            // `Sở A xếp cuối` speaks of the one right before it.
            Saying::Last => self.is_last || is_named && (leads || !self.is_listing || !self.ranks.is_empty()),
            Saying::Others => is_named || self.score.is_some(),
            Saying::Unit(_) => {
                !self.units.is_empty()
                    && !self.is_listing
                    && (!self.ranks.is_empty() || self.score.is_some() || self.is_last)
            }
            Saying::End | Saying::Name | Saying::Nothing => false,
        }
    }

    /// Of `xếp hạng 1 là Sở A; Sở B xếp hạng 2` the last unit, which begins the next statement.
    fn subject(&mut self) -> Option<Self> {
        let unit = self.units.pop()?;
        let span = self.last_unit.clone();
        let end = self.before_last_unit.unwrap_or_default();
        self.span = self.span.as_ref().map(|own| own.start..end);
        Some(Self { units: vec![unit], is_listing: true, span: Some(span), ..Self::default() })
    }

    fn take(&mut self, found: Saying, span: Range<usize>) {
        if matches!(found, Saying::Unit(_)) {
            self.before_last_unit = self.span.as_ref().map(|own| own.end);
            self.last_unit = span.clone();
        }
        let is_said = !matches!(found, Saying::Name | Saying::Nothing | Saying::End);
        if is_said {
            self.is_listing = matches!(found, Saying::Unit(_));
        }
        match found {
            Saying::Ranks(ranks) => (self.ranks, self.is_told) = (ranks, false),
            Saying::Told(rank) => (self.ranks, self.is_told) = (vec![rank], true),
            Saying::Unclear => self.is_unclear = true,
            Saying::Score(low, high) => self.score = Some((low, high)),
            Saying::Count(n) => self.count = Some(n),
            Saying::Last => self.is_last = true,
            Saying::Others => self.is_others = true,
            Saying::Unit(unit) => self.units.push(unit),
            Saying::Name => self.is_unknown = true,
            Saying::Nothing | Saying::End => {}
        }
        let own = self.span.clone().unwrap_or(span.start..span.start);
        self.span = Some(own.start..if is_said { span.end } else { own.end });
    }

    /// Whether it says something of ranks. Where no column is named, words such as `last` are of any text, unless a unit
    /// stands beside them.
    fn speaks_of_a_rank(&self, section: &ProseSection) -> bool {
        let is_of_ranks = self.is_last || self.is_unclear || self.is_told;
        !self.ranks.is_empty() && !self.is_told || is_of_ranks && (section.column.is_some() || !self.units.is_empty())
    }

    /// Why it cannot be proposed, if it cannot.
    fn doubt(&self, lexicon: &Lexicon, place: Option<(usize, Column)>) -> Option<ProseDoubtWhy> {
        let Some((group, _)) = place else { return Some(ProseDoubtWhy::NoPlace) };
        let mut once = self.units.clone();
        once.sort_unstable();
        once.dedup();
        let is_more = self.count.is_some_and(|count| (count as usize) < self.units.len());
        let is_inside = |unit: &UnitIdx| lexicon.members[group].contains(unit);
        if self.is_unclear && self.ranks.is_empty() {
            Some(ProseDoubtWhy::Unclear)
        } else if self.is_unknown {
            Some(ProseDoubtWhy::UnknownName)
        } else if self.units.is_empty() && !self.is_others {
            Some(ProseDoubtWhy::Nobody)
        } else if !self.units.iter().all(is_inside) {
            Some(ProseDoubtWhy::OtherGroup)
        } else if is_more || once.len() < self.units.len() {
            Some(ProseDoubtWhy::Count)
        } else {
            None
        }
    }
}

/// Ends a statement: it is found, or told as not understood; what speaks of no rank is neither.
fn close(lexicon: &Lexicon, section: &ProseSection, open: OpenStatement, prose: &mut Prose) {
    let Some(span) = open.span.clone().filter(|_| open.speaks_of_a_rank(section)) else { return };
    let place = section.group.zip(section.column);
    let why = open.doubt(lexicon, place);
    prose.doubts.extend(why.map(|why| ProseDoubt { span: span.clone(), why, at: place }));
    let Some((group, column)) = place.filter(|_| why.is_none_or(|why| why == ProseDoubtWhy::OtherGroup)) else {
        return;
    };
    let who = if open.is_others { Who::Others } else { Who::Units(open.units) };
    prose.found.push(FoundStatement {
        group,
        column,
        ranks: open.ranks,
        score: open.score,
        count: open.count,
        who,
        is_last: open.is_last,
        is_disputed: why.is_some(),
        span,
    });
}
