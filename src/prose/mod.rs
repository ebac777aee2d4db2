//! The prose of an announcement read again: which sentences say who has which rank with how many points.
//!
//! A text is taken apart into words, numbers and signs; names that the site knows become units, turns of phrase become what
//! they say. A statement is what lies between two of them. Nothing is guessed: what names a rank and nobody whom the site
//! knows is told as not understood.

mod lexicon;
mod phrases;
mod proposed;
mod sections;
mod statements;
mod words;

use std::ops::Range;

pub(crate) use proposed::proposed;
use rust_decimal::Decimal;

use crate::model::{Column, EditionIdx, Series, UnitIdx};

/// What was read of a text.
#[derive(Debug, Default)]
pub(crate) struct Prose {
    /// By group and column, in the order of the text.
    pub(crate) found: Vec<FoundStatement>,
    /// Passages that speak of ranks and were not understood, in the order of the text.
    pub(crate) doubts: Vec<ProseDoubt>,
}

/// A statement that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundStatement {
    /// The position of its group in the edition.
    pub(crate) group: usize,
    /// Of what it speaks.
    pub(crate) column: Column,
    /// The ranks that it names: one, or several of which each is possible.
    pub(crate) ranks: Vec<u32>,
    /// The score, or its two ends.
    pub(crate) score: Option<(Decimal, Option<Decimal>)>,
    /// How many units it counts.
    pub(crate) count: Option<u32>,
    /// Whom it names.
    pub(crate) who: Who,
    /// Whether it says that they are last.
    pub(crate) is_last: bool,
    /// Whether it cannot be true as it stands: it names a unit of another group. It is told as a doubt too.
    pub(crate) is_disputed: bool,
    /// Where it stands in the text.
    pub(crate) span: Range<usize>,
}

/// Whom a statement names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// These units.
    Units(Vec<UnitIdx>),
    /// All whom no other statement names.
    Others,
}

/// A passage that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ProseDoubt {
    /// Where it stands in the text.
    pub(crate) span: Range<usize>,
    /// Why.
    pub(crate) why: ProseDoubtWhy,
    /// Of which group and column it speaks, where that is known.
    pub(crate) at: Option<(usize, Column)>,
}

/// Why a passage was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ProseDoubtWhy {
    /// It speaks of a rank, and names nobody whom the site knows.
    Nobody,
    /// A name in it is none that the site knows.
    UnknownName,
    /// It names a unit that is not in the group.
    OtherGroup,
    /// It speaks of a rank in words that are not understood.
    Unclear,
    /// It names more units than it counts, or one twice.
    Count,
    /// It speaks of all others, and another passage on the criterion was not understood.
    OpenOthers,
    /// Nothing before it says of which group or criterion it speaks.
    NoPlace,
}

/// Reads a text as an announcement of an edition: its groups, units and criteria are those that can be named.
pub(crate) fn read(series: &Series, edition: EditionIdx, text: &str) -> Prose {
    let lexicon = lexicon::Lexicon::of(series, edition);
    let mut prose = Prose::default();
    for section in sections::sections(&lexicon, text) {
        statements::read(&lexicon, text, &section, &mut prose);
    }
    doubt_others(&mut prose);
    prose
}

/// Doubts statements on all others in columns of which something was not understood: who the others are is not known then.
fn doubt_others(prose: &mut Prose) {
    let doubts = std::mem::take(&mut prose.doubts);
    let is_open = |found: &FoundStatement| {
        let at = Some((found.group, found.column));
        found.who == Who::Others && doubts.iter().any(|doubt| doubt.at == at && doubt.why != ProseDoubtWhy::OtherGroup)
    };
    let (open, found): (Vec<_>, Vec<_>) = std::mem::take(&mut prose.found).into_iter().partition(is_open);
    let more = open.into_iter().map(|found| ProseDoubt {
        span: found.span,
        why: ProseDoubtWhy::OpenOthers,
        at: Some((found.group, found.column)),
    });
    prose.found = found;
    prose.doubts = doubts.into_iter().chain(more).collect();
    prose.doubts.sort_by_key(|doubt| doubt.span.start);
}

#[cfg(test)]
mod tests;
