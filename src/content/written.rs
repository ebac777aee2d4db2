//! What files say, before any name is resolved: ids are texts with places.

use rust_decimal::Decimal;

use crate::model::{
    Cell, CellExtra, CorrectionKind, Date, Document, Period, Place, Scheme, Seal, Site, StatedPlaces, StatedRank,
    StatedScore, Status, Text, Withdrawal,
};

/// A value with the place where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spanned<T> {
    /// The value.
    pub(crate) value: T,
    /// Where it stands.
    pub(crate) place: Place,
}

/// All files of the content folder.
#[derive(Debug, Default)]
pub(crate) struct Content {
    /// site.yaml.
    pub(crate) site: Option<Site>,
    /// units.yaml.
    pub(crate) units: Option<UnitsFile>,
    /// schemes/*.yaml.
    pub(crate) schemes: Vec<SchemeFile>,
    /// scores/*.yaml.
    pub(crate) scores: Vec<ScoreFile>,
    /// scores/*.LANGUAGE.md.
    pub(crate) forewords: Vec<Foreword>,
    /// sealed/*.yaml.
    pub(crate) seals: Vec<SealFile>,
    /// pages/*.LANGUAGE.md.
    pub(crate) pages: Vec<PageFile>,
    /// The paths of static files.
    pub(crate) statics: Vec<String>,
    /// The ids of all files of schemes and scores, also of those that could not be read.
    pub(crate) there: FilesThere,
}

/// The ids of files that are there, whether they could be read or not.
#[derive(Debug, Default)]
pub(crate) struct FilesThere {
    /// Which file is site.yaml.
    pub(crate) site: Option<u32>,
    /// Which file is units.yaml.
    pub(crate) units: Option<u32>,
    /// Of schemes/ID.yaml.
    pub(crate) schemes: Vec<String>,
    /// Of scores/YEAR.yaml.
    pub(crate) scores: Vec<String>,
    /// The paths of static files that may not lie there.
    pub(crate) statics: Vec<String>,
}

/// units.yaml.
#[derive(Debug)]
pub(crate) struct UnitsFile {
    /// Groups in the order of the file.
    pub(crate) groups: Vec<(Spanned<String>, crate::model::Group)>,
    /// Units in the order of the file.
    pub(crate) units: Vec<UnitWritten>,
    /// Events in the order of the file.
    pub(crate) events: Vec<EventLine>,
}

/// A unit as it is written.
#[derive(Debug)]
pub(crate) struct UnitWritten {
    /// Its id.
    pub(crate) id: Spanned<String>,
    /// Its group's id.
    pub(crate) group: Option<Spanned<String>>,
    /// Its name today.
    pub(crate) name: Text,
    /// A short name.
    pub(crate) short: Option<Text>,
    /// Other spellings, for the search.
    pub(crate) aka: Vec<String>,
    /// The first day of its life, if it is known.
    pub(crate) from: Option<Date>,
    /// The last day of its life, if it has ended.
    pub(crate) until: Option<Date>,
}

/// An event as it is written.
#[derive(Debug)]
pub(crate) struct EventLine {
    /// When.
    pub(crate) date: Date,
    /// What.
    pub(crate) event: EventWritten,
    /// The document that ordered it.
    pub(crate) document: Option<Document>,
    /// Where.
    pub(crate) place: Place,
}

/// What happened to units, by their ids.
#[derive(Debug)]
pub(crate) enum EventWritten {
    /// A new name; its name before.
    Rename(Spanned<String>, Text),
    /// Several become one.
    Merge(Vec<Spanned<String>>, Spanned<String>),
    /// One becomes several.
    Split(Spanned<String>, Vec<Spanned<String>>),
    /// One ends.
    Abolish(Spanned<String>),
    /// One begins.
    Create(Spanned<String>),
    /// One goes to another group; its group before.
    Move(Spanned<String>, Spanned<String>),
}

/// schemes/ID.yaml.
#[derive(Debug)]
pub(crate) struct SchemeFile {
    /// As it is written.
    pub(crate) base: Scheme,
    /// As it holds for groups that differ.
    pub(crate) by_group: Vec<(Spanned<String>, Scheme)>,
    /// The scheme that it replaces.
    pub(crate) replaces: Option<Spanned<String>>,
    /// The criteria of that scheme that it names as comparable.
    pub(crate) before: Vec<Spanned<String>>,
}

/// Which scheme an edition is under.
#[derive(Debug)]
pub(crate) enum SchemeRef {
    /// One for all groups.
    One(Spanned<String>),
    /// One for each group: group, scheme.
    ByGroup(Vec<(Spanned<String>, Spanned<String>)>),
}

/// scores/YEAR.yaml.
#[derive(Debug)]
pub(crate) struct ScoreFile {
    /// The file.
    pub(crate) place: Place,
    /// Whether a fault of syntax hides some of it.
    pub(crate) broken: bool,
    /// The name of the file.
    pub(crate) id: String,
    /// The calendar year.
    pub(crate) year: u16,
    /// Its scheme.
    pub(crate) scheme: Option<SchemeRef>,
    /// How far it is.
    pub(crate) status: Status,
    /// Where that is written.
    pub(crate) status_place: Place,
    /// Since when and why it is taken back.
    pub(crate) withdrawn: Option<Withdrawal>,
    /// The day of its publication.
    pub(crate) published: Option<Date>,
    /// Where that day is written.
    pub(crate) published_place: Option<Place>,
    /// The parts on which no number rests: what is wrong in them is wrong for itself.
    pub(crate) asides: Vec<Place>,
    /// The days assessed.
    pub(crate) period: Option<Period>,
    /// Where those days are written.
    pub(crate) period_place: Option<Place>,
    /// The edition before: an id, or `none`.
    pub(crate) previous: Option<Spanned<String>>,
    /// Its documents.
    pub(crate) documents: Vec<Document>,
    /// How many units were assessed, by group.
    pub(crate) population: Vec<(Spanned<String>, PopulationLine)>,
    /// Units known not to be in it.
    pub(crate) not_assessed: Vec<Spanned<String>>,
    /// Scores by group.
    pub(crate) scores: Vec<GroupScores>,
    /// What was announced, by group.
    pub(crate) announced: Vec<GroupAnnounced>,
    /// Units that are not ranked, and why.
    pub(crate) unranked: Vec<(Spanned<String>, Text)>,
    /// Points added.
    pub(crate) adjustments: Vec<AdjustmentLine>,
    /// Changes after publication.
    pub(crate) corrections: Vec<CorrectionLine>,
    /// Columns whose announced ranks contradict each other.
    pub(crate) disputed: Vec<DisputedLine>,
    /// What a reader must know.
    pub(crate) remarks: Vec<RemarkLine>,
}

/// How many units of a group were assessed, as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PopulationLine {
    /// `unknown`.
    Unknown,
    /// A number.
    Number(u32),
}

/// The scores of one group.
#[derive(Debug)]
pub(crate) struct GroupScores {
    /// The group's id.
    pub(crate) group: Spanned<String>,
    /// Where its lines stand.
    pub(crate) place: Place,
    /// Names of columns in the order of their first use.
    pub(crate) columns: Vec<Spanned<String>>,
    /// A line for each unit.
    pub(crate) lines: Vec<UnitLine>,
}

impl GroupScores {
    /// Whether a line of it has a column.
    pub(super) fn has(&self, id: &str) -> bool {
        self.columns.iter().any(|column| column.value == id)
    }
}

/// The scores of one unit.
#[derive(Debug)]
pub(crate) struct UnitLine {
    /// The unit's id.
    pub(crate) unit: Spanned<String>,
    /// Its cells.
    pub(crate) cells: Vec<CellLine>,
}

/// One cell.
#[derive(Debug)]
pub(crate) struct CellLine {
    /// Which of the group's `columns`.
    pub(crate) column: u32,
    /// The number, or why there is none.
    pub(crate) cell: Cell,
    /// What else it says.
    pub(crate) extra: Option<Box<CellExtra>>,
    /// Where its value stands.
    pub(crate) start: u32,
    /// How many bytes its value has, 255 at most.
    pub(crate) length: u8,
}

/// What was announced of one group, by criterion.
#[derive(Debug)]
pub(crate) struct GroupAnnounced {
    /// The group's id.
    pub(crate) group: Spanned<String>,
    /// Where its statements stand.
    pub(crate) place: Place,
    /// Criterion and statements.
    pub(crate) criteria: Vec<(Spanned<String>, Vec<StatementLine>)>,
}

/// One announced statement.
#[derive(Debug)]
pub(crate) struct StatementLine {
    /// The announced rank.
    pub(crate) rank: Option<StatedRank>,
    /// The announced score.
    pub(crate) score: Option<StatedScore>,
    /// Where its parts are written.
    pub(crate) places: StatedPlaces,
    /// The ids of the units; none: `others`.
    pub(crate) units: Option<Vec<Spanned<String>>>,
    /// How many share the rank.
    pub(crate) count: Option<u32>,
    /// Whether it is the last rank.
    pub(crate) last: bool,
    /// The original words.
    pub(crate) quote: Option<String>,
    /// A word on it.
    pub(crate) note: Option<Text>,
    /// Why it is disputed.
    pub(crate) disputed: Option<Text>,
    /// Where it stands.
    pub(crate) place: Place,
}

/// Points added to a unit's total.
#[derive(Debug)]
pub(crate) struct AdjustmentLine {
    /// The unit's id.
    pub(crate) unit: Spanned<String>,
    /// How many.
    pub(crate) points: Decimal,
    /// Why.
    pub(crate) reason: Text,
}

/// A change after publication.
#[derive(Debug)]
pub(crate) struct CorrectionLine {
    /// When.
    pub(crate) date: Date,
    /// The unit's id.
    pub(crate) unit: Spanned<String>,
    /// The criterion's id, or `total`.
    pub(crate) criterion: Spanned<String>,
    /// Before.
    pub(crate) was: Cell,
    /// Since.
    pub(crate) now: Cell,
    /// Its kind.
    pub(crate) kind: CorrectionKind,
    /// Why.
    pub(crate) reason: Option<Text>,
    /// The document that ordered it.
    pub(crate) document: Option<Document>,
    /// Where it stands.
    pub(crate) place: Place,
}

/// A column whose announced ranks contradict each other.
#[derive(Debug)]
pub(crate) struct DisputedLine {
    /// The group's id.
    pub(crate) group: Spanned<String>,
    /// The criterion's id, or `total`.
    pub(crate) criterion: Spanned<String>,
    /// Why they are disputed.
    pub(crate) reason: Text,
    /// Where it stands.
    pub(crate) place: Place,
}

/// What a reader must know of the source.
#[derive(Debug)]
pub(crate) struct RemarkLine {
    /// The group's id.
    pub(crate) group: Option<Spanned<String>>,
    /// The criterion's id.
    pub(crate) criterion: Option<Spanned<String>>,
    /// The original words.
    pub(crate) quote: Option<String>,
    /// What is to be known.
    pub(crate) text: Text,
}

/// sealed/YEAR.yaml.
#[derive(Debug)]
pub(crate) struct SealFile {
    /// The name of the file: the edition's id.
    pub(crate) id: String,
    /// What it says.
    pub(crate) seal: Seal,
}

/// The words of an edition in one language.
#[derive(Debug)]
pub(crate) struct Foreword {
    /// The edition's id.
    pub(crate) edition: String,
    /// Its language, by position.
    pub(crate) language: usize,
    /// Its Markdown.
    pub(crate) markdown: String,
    /// Where it stands.
    pub(crate) place: Place,
}

/// A free page in one language.
#[derive(Debug)]
pub(crate) struct PageFile {
    /// Its address.
    pub(crate) name: Spanned<String>,
    /// Its language, by position.
    pub(crate) language: usize,
    /// Its title.
    pub(crate) title: String,
    /// Its place in menus.
    pub(crate) order: i64,
    /// Whether the main menu shows it.
    pub(crate) menu: bool,
    /// Addresses that it had before.
    pub(crate) aliases: Vec<Spanned<String>>,
    /// Where its Markdown stands.
    pub(crate) body: Place,
    /// Its Markdown.
    pub(crate) markdown: String,
}
