//! One assessment, usually a year: its units, scores and announced results.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::cells::Cells;
use super::date::Date;
use super::document::{Document, DocumentRole};
use super::index::{Column, EditionIdx, GroupIdx, Row, UnitIdx};
use super::place::Place;
use super::rank::StatedRank;
use super::scheme::Scheme;
use super::seal::Seal;
use super::text::Text;
use super::word::worded;

/// One assessment.
#[derive(Clone, Debug)]
pub(crate) struct Edition {
    /// Its id, the name of its file: `2018`, `2018-h1`.
    pub(crate) id: String,
    /// Its calendar year.
    pub(crate) year: u16,
    /// How far it is.
    pub(crate) status: Status,
    /// Since when and why it is taken back, if the publisher says so.
    pub(crate) withdrawn: Option<Withdrawal>,
    /// The day of its publication.
    pub(crate) published: Option<Date>,
    /// Where that day is written; without one, its score file.
    pub(crate) published_place: Place,
    /// The days that it assesses.
    pub(crate) period: Period,
    /// Where those days are written; where they are not, its score file.
    pub(crate) period_place: Place,
    /// The edition before it.
    pub(crate) previous: Option<EditionIdx>,
    /// The documents that it rests on.
    pub(crate) documents: Vec<Document>,
    /// Its groups, in the order of units.yaml.
    pub(crate) groups: Vec<EditionGroup>,
    /// Units that are known not to be in it.
    pub(crate) not_assessed: Vec<UnitIdx>,
    /// What a reader must know of the source.
    pub(crate) remarks: Vec<Remark>,
    /// What was changed after publication.
    pub(crate) corrections: Vec<Correction>,
    /// Its seal, if it is sealed.
    pub(crate) seal: Option<Arc<Seal>>,
    /// Its foreword as Markdown with its place, by language.
    pub(crate) forewords: Vec<Option<(String, Place)>>,
    /// Its score file.
    pub(crate) place: Place,
    /// Whether something outside of its groups could not be read: nothing is concluded from it then.
    pub(crate) unread: bool,
}

impl Edition {
    /// Whether all that it and its groups rest on could be read.
    #[must_use]
    pub(crate) fn is_whole(&self) -> bool {
        !self.unread && self.groups.iter().all(|group| !group.unread)
    }

    /// Whether a document of that day approves the results.
    #[must_use]
    pub(crate) fn is_approved_on(&self, day: Date) -> bool {
        self.documents.iter().any(|document| document.role == DocumentRole::Approval && document.date == Some(day))
    }
}

/// How far an edition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// Not published; built only when asked for.
    Draft,
    /// Published, may still change.
    Provisional,
    /// Published.
    Official,
    /// Taken back.
    Withdrawn,
}

worded!(Status {
    Draft = "draft",
    Provisional = "provisional",
    Official = "official",
    Withdrawn = "withdrawn",
});

impl Status {
    /// Whether the results are published and hold.
    #[must_use]
    pub(crate) fn holds(self) -> bool {
        match self {
            Self::Provisional | Self::Official => true,
            Self::Draft | Self::Withdrawn => false,
        }
    }
}

/// Why an edition was taken back.
#[derive(Clone, Debug)]
pub(crate) struct Withdrawal {
    /// Since when.
    pub(crate) date: Date,
    /// Why.
    pub(crate) reason: Text,
    /// The document that ordered it.
    pub(crate) document: Option<Document>,
}

/// The days that an edition assesses, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    /// The first day.
    pub(crate) from: Date,
    /// The last day.
    pub(crate) to: Date,
}

impl Period {
    /// How many days it has.
    fn days(self) -> i32 {
        self.to.number() - self.from.number() + 1
    }

    /// Whether it is as long as another, so that what both assess may be compared: a month has 28 to 31 days, a half-year
    /// 181 to 184, a year 365 or 366.
    #[must_use]
    pub(crate) fn is_as_long_as(self, other: Self) -> bool {
        let by = (self.days() - other.days()).abs();
        by <= 3 && by * 10 <= self.days().max(other.days())
    }

    /// Whether some days are in both.
    #[must_use]
    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

/// How many units of a group were assessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Population {
    /// Just the units of the edition.
    Units,
    /// That many.
    Number(u32),
    /// The source does not say.
    Unknown,
}

/// The part of an edition that concerns one group.
#[derive(Clone, Debug)]
pub(crate) struct EditionGroup {
    /// Which group.
    pub(crate) group: GroupIdx,
    /// Its scheme, as it holds for this group.
    pub(crate) scheme: Arc<Scheme>,
    /// Its units, in the order of the score file; a row of every column belongs to each.
    pub(crate) units: Vec<UnitIdx>,
    /// For each row why it is not ranked, if it isn't.
    pub(crate) unranked: Vec<Option<Text>>,
    /// How many units were assessed.
    pub(crate) population: Population,
    /// A column for each criterion, then the total.
    pub(crate) columns: Vec<Cells>,
    /// What was announced.
    pub(crate) statements: Vec<Statement>,
    /// The columns whose announced ranks contradict each other: nothing is concluded from these.
    pub(crate) disputed: Vec<DisputedColumn>,
    /// Points added to totals.
    pub(crate) adjustments: Vec<Adjustment>,
    /// Whether something that it rests on could not be read, in whichever file: no contradiction is looked for then.
    pub(crate) unread: bool,
}

impl EditionGroup {
    /// The cells of a column, if it has any.
    #[must_use]
    pub(crate) fn cells(&self, column: Column) -> Option<&Cells> {
        self.columns.get(column.index())
    }

    /// The cells of every column, with the column.
    pub(crate) fn numbered_columns(&self) -> impl Iterator<Item = (Column, &Cells)> {
        Column::all(self.columns.len()).zip(&self.columns)
    }

    /// Whether it has every unit that was assessed.
    #[must_use]
    pub(crate) fn names_all(&self) -> bool {
        match self.population {
            Population::Units => true,
            Population::Number(n) => n as usize <= self.units.len(),
            Population::Unknown => false,
        }
    }

    /// Why the announced ranks of a column are disputed, if they are.
    #[must_use]
    pub(crate) fn disputed(&self, column: Column) -> Option<&Text> {
        self.disputed.iter().find(|disputed| disputed.column == column).map(|disputed| &disputed.reason)
    }
}

/// A column whose announced ranks are shown as they were printed, although they contradict each other.
#[derive(Clone, Debug)]
pub(crate) struct DisputedColumn {
    /// Which column.
    pub(crate) column: Column,
    /// Why they are disputed.
    pub(crate) reason: Text,
    /// Where the score file says it.
    pub(crate) place: Place,
}

/// One announced result: a rank, a score, and who has them.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    /// Which column it speaks of.
    pub(crate) column: Column,
    /// Its number among the statements of its group and column, from 1.
    pub(crate) number: u32,
    /// The announced rank.
    pub(crate) rank: Option<StatedRank>,
    /// The announced score.
    pub(crate) score: Option<StatedScore>,
    /// The rows that it speaks of; `others` spelled out. Empty where a disputed `others` names nobody in particular.
    pub(crate) rows: Vec<Row>,
    /// Units of another group that a disputed statement names.
    pub(crate) foreign: Vec<UnitIdx>,
    /// Whether it says `units: others`.
    pub(crate) others: bool,
    /// How many units it says share the rank.
    pub(crate) count: Option<u32>,
    /// Whether it is said to be the last rank.
    pub(crate) last: bool,
    /// The original words.
    pub(crate) quote: Option<String>,
    /// A word on it.
    pub(crate) note: Option<Text>,
    /// Why it is disputed; then nothing is concluded from it.
    pub(crate) disputed: Option<Text>,
    /// Where the score file says it.
    pub(crate) place: Place,
    /// Where its parts are written.
    pub(crate) places: StatedPlaces,
}

/// Where the parts of a statement are written; one that it leaves out has the place of the whole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StatedPlaces {
    /// The rank.
    pub(crate) rank: Place,
    /// The score.
    pub(crate) score: Place,
    /// How many units share the rank: the number, or else the list of the units.
    pub(crate) count: Place,
    /// That it is the last rank.
    pub(crate) last: Place,
}

impl StatedPlaces {
    /// Those of a statement without parts.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn whole(place: Place) -> Self {
        Self { rank: place, score: place, count: place, last: place }
    }
}

impl Statement {
    /// Whether it names every unit of its rank.
    #[must_use]
    pub(crate) fn is_exhaustive(&self) -> bool {
        self.count.is_none_or(|count| count as usize <= self.rows.len())
    }
}

/// An announced score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StatedScore {
    /// Just that.
    One(Decimal),
    /// From the first to the second, both possible.
    Between(Decimal, Decimal),
}

impl StatedScore {
    /// Whether it is one number, not a range.
    #[must_use]
    pub(crate) fn is_one(self) -> bool {
        match self {
            Self::One(_) => true,
            Self::Between(..) => false,
        }
    }
}

/// Points added to a unit's total, after aggregation and before rounding.
#[derive(Clone, Debug)]
pub(crate) struct Adjustment {
    /// Which row.
    pub(crate) row: Row,
    /// How many points, negative for a deduction.
    pub(crate) points: Decimal,
    /// Why.
    pub(crate) reason: Text,
    /// Where the score file says it.
    pub(crate) place: Place,
}

/// What a reader must know of the source, printed beside the numbers.
#[derive(Clone, Debug)]
pub(crate) struct Remark {
    /// The group that it concerns, if one.
    pub(crate) group: Option<GroupIdx>,
    /// The id of the criterion that it concerns, if one, or `total`.
    pub(crate) criterion: Option<String>,
    /// The original words.
    pub(crate) quote: Option<String>,
    /// What is to be known.
    pub(crate) text: Text,
}

/// A change after publication.
#[derive(Clone, Debug)]
pub(crate) struct Correction {
    /// When.
    pub(crate) date: Date,
    /// Whose score.
    pub(crate) unit: UnitIdx,
    /// The id of the criterion, or `total`.
    pub(crate) criterion: String,
    /// The value before.
    pub(crate) was: super::cells::Cell,
    /// The value since.
    pub(crate) now: super::cells::Cell,
    /// Its kind.
    pub(crate) kind: CorrectionKind,
    /// Why.
    pub(crate) reason: Option<Text>,
    /// The document that ordered it.
    pub(crate) document: Option<Document>,
    /// Where the score file says it.
    pub(crate) place: Place,
}

/// The kind of a change after publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CorrectionKind {
    /// An error was mended.
    Correction,
    /// Better data came.
    Revision,
}

worded!(CorrectionKind { Correction = "correction", Revision = "revision" });
