//! What files say, before any name is resolved: ids are texts with places.

use rust_decimal::Decimal;

use crate::model::{
    Cell, CellExtra, CorrectionKind, Date, Document, Period, Place, Scheme, Seal, Site, StatedRank, StatedScore,
    Status, Text,
};

/// A value with the place where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

/// All files of the content folder.
#[derive(Debug, Default)]
pub struct Content {
    /// site.yaml.
    pub site: Option<Site>,
    /// units.yaml.
    pub units: Option<UnitsFile>,
    /// schemes/*.yaml.
    pub schemes: Vec<SchemeFile>,
    /// scores/*.yaml.
    pub scores: Vec<ScoreFile>,
    /// scores/*.LANGUAGE.md.
    pub forewords: Vec<Foreword>,
    /// sealed/*.yaml.
    pub seals: Vec<SealFile>,
    /// pages/*.LANGUAGE.md.
    pub pages: Vec<PageFile>,
    /// The paths of static files.
    pub statics: Vec<String>,
    /// The ids of all files of schemes and scores, also of those that could not be read.
    pub there: FilesThere,
}

/// The ids of files that are there, whether they could be read or not.
#[derive(Debug, Default)]
pub struct FilesThere {
    /// Which file is site.yaml.
    pub site: Option<u32>,
    /// Which file is units.yaml.
    pub units: Option<u32>,
    /// Of schemes/ID.yaml.
    pub schemes: Vec<String>,
    /// Of scores/YEAR.yaml.
    pub scores: Vec<String>,
}

/// units.yaml.
#[derive(Debug)]
pub struct UnitsFile {
    /// Groups in the order of the file.
    pub groups: Vec<(Spanned<String>, crate::model::Group)>,
    /// Units in the order of the file.
    pub units: Vec<UnitWritten>,
    /// Events in the order of the file.
    pub events: Vec<EventLine>,
}

/// A unit as it is written.
#[derive(Debug)]
pub struct UnitWritten {
    /// Its id.
    pub id: Spanned<String>,
    /// Its group's id.
    pub group: Option<Spanned<String>>,
    /// Its name today.
    pub name: Text,
    /// A short name.
    pub short: Option<Text>,
    /// Other spellings, for the search.
    pub aka: Vec<String>,
    /// The first day of its life, if it is known.
    pub from: Option<Date>,
    /// The last day of its life, if it has ended.
    pub until: Option<Date>,
}

/// An event as it is written.
#[derive(Debug)]
pub struct EventLine {
    /// When.
    pub date: Date,
    /// What.
    pub event: EventWritten,
    /// The document that ordered it.
    pub document: Option<Document>,
    /// Where.
    pub place: Place,
}

/// What happened to units, by their ids.
#[derive(Debug)]
pub enum EventWritten {
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
pub struct SchemeFile {
    /// As it is written.
    pub base: Scheme,
    /// As it holds for groups that differ.
    pub by_group: Vec<(Spanned<String>, Scheme)>,
    /// The scheme that it replaces.
    pub replaces: Option<Spanned<String>>,
    /// The criteria of that scheme that it names as comparable.
    pub before: Vec<Spanned<String>>,
}

/// Which scheme an edition is under.
#[derive(Debug)]
pub enum SchemeRef {
    /// One for all groups.
    One(Spanned<String>),
    /// One for each group: group, scheme.
    ByGroup(Vec<(Spanned<String>, Spanned<String>)>),
}

/// scores/YEAR.yaml.
#[derive(Debug)]
pub struct ScoreFile {
    /// The file.
    pub place: Place,
    /// Whether a fault of syntax hides some of it.
    pub broken: bool,
    /// The name of the file.
    pub id: String,
    /// The calendar year.
    pub year: u16,
    /// Its scheme.
    pub scheme: Option<SchemeRef>,
    /// How far it is.
    pub status: Status,
    /// The day of its publication.
    pub published: Option<Date>,
    /// Where that day is written.
    pub published_place: Option<Place>,
    /// The days assessed.
    pub period: Option<Period>,
    /// Where those days are written.
    pub period_place: Option<Place>,
    /// The edition before: an id, or `none`.
    pub previous: Option<Spanned<String>>,
    /// Its documents.
    pub documents: Vec<Document>,
    /// How many units were assessed, by group.
    pub population: Vec<(Spanned<String>, PopulationLine)>,
    /// Units known not to be in it.
    pub not_assessed: Vec<Spanned<String>>,
    /// Scores by group.
    pub scores: Vec<GroupScores>,
    /// What was announced, by group.
    pub announced: Vec<GroupAnnounced>,
    /// Units that are not ranked, and why.
    pub unranked: Vec<(Spanned<String>, Text)>,
    /// Points added.
    pub adjustments: Vec<AdjustmentLine>,
    /// Changes after publication.
    pub corrections: Vec<CorrectionLine>,
    /// Columns whose announced ranks contradict each other.
    pub disputed: Vec<DisputedLine>,
    /// What a reader must know.
    pub remarks: Vec<RemarkLine>,
}

/// How many units of a group were assessed, as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PopulationLine {
    /// `unknown`.
    Unknown,
    /// A number.
    Number(u32),
}

/// The scores of one group.
#[derive(Debug)]
pub struct GroupScores {
    /// The group's id.
    pub group: Spanned<String>,
    /// Where its lines stand.
    pub place: Place,
    /// Names of columns in the order of their first use.
    pub columns: Vec<Spanned<String>>,
    /// A line for each unit.
    pub lines: Vec<UnitLine>,
}

/// The scores of one unit.
#[derive(Debug)]
pub struct UnitLine {
    /// The unit's id.
    pub unit: Spanned<String>,
    /// Its cells.
    pub cells: Vec<CellLine>,
}

/// One cell.
#[derive(Debug)]
pub struct CellLine {
    /// Which of the group's `columns`.
    pub column: u32,
    /// The number, or why there is none.
    pub cell: Cell,
    /// What else it says.
    pub extra: Option<Box<CellExtra>>,
    /// Where its value stands.
    pub start: u32,
    /// How many bytes its value has, 255 at most.
    pub length: u8,
}

/// What was announced of one group, by criterion.
#[derive(Debug)]
pub struct GroupAnnounced {
    /// The group's id.
    pub group: Spanned<String>,
    /// Where its statements stand.
    pub place: Place,
    /// Criterion and statements.
    pub criteria: Vec<(Spanned<String>, Vec<StatementLine>)>,
}

/// One announced statement.
#[derive(Debug)]
pub struct StatementLine {
    /// The announced rank.
    pub rank: Option<StatedRank>,
    /// The announced score.
    pub score: Option<StatedScore>,
    /// Where the score is written.
    pub score_place: Option<Place>,
    /// The ids of the units; none: `others`.
    pub units: Option<Vec<Spanned<String>>>,
    /// How many share the rank.
    pub count: Option<u32>,
    /// Whether it is the last rank.
    pub last: bool,
    /// The original words.
    pub quote: Option<String>,
    /// A word on it.
    pub note: Option<Text>,
    /// Why it is disputed.
    pub disputed: Option<Text>,
    /// Where it stands.
    pub place: Place,
}

/// Points added to a unit's total.
#[derive(Debug)]
pub struct AdjustmentLine {
    /// The unit's id.
    pub unit: Spanned<String>,
    /// How many.
    pub points: Decimal,
    /// Why.
    pub reason: Text,
}

/// A change after publication.
#[derive(Debug)]
pub struct CorrectionLine {
    /// When.
    pub date: Date,
    /// The unit's id.
    pub unit: Spanned<String>,
    /// The criterion's id, or `total`.
    pub criterion: Spanned<String>,
    /// Before.
    pub was: Cell,
    /// Since.
    pub now: Cell,
    /// Its kind.
    pub kind: CorrectionKind,
    /// Why.
    pub reason: Option<Text>,
    /// The document that ordered it.
    pub document: Option<Document>,
    /// Where it stands.
    pub place: Place,
}

/// A column whose announced ranks contradict each other.
#[derive(Debug)]
pub struct DisputedLine {
    /// The group's id.
    pub group: Spanned<String>,
    /// The criterion's id, or `total`.
    pub criterion: Spanned<String>,
    /// Why they are disputed.
    pub reason: Text,
    /// Where it stands.
    pub place: Place,
}

/// What a reader must know of the source.
#[derive(Debug)]
pub struct RemarkLine {
    /// The group's id.
    pub group: Option<Spanned<String>>,
    /// The criterion's id.
    pub criterion: Option<Spanned<String>>,
    /// The original words.
    pub quote: Option<String>,
    /// What is to be known.
    pub text: Text,
}

/// sealed/YEAR.yaml.
#[derive(Debug)]
pub struct SealFile {
    /// The name of the file: the edition's id.
    pub id: String,
    /// What it says.
    pub seal: Seal,
}

/// The words of an edition in one language.
#[derive(Debug)]
pub struct Foreword {
    /// The edition's id.
    pub edition: String,
    /// Its language, by position.
    pub language: usize,
    /// Its Markdown.
    pub markdown: String,
    /// Where it stands.
    pub place: Place,
}

/// A free page in one language.
#[derive(Debug)]
pub struct PageFile {
    /// Its address.
    pub name: Spanned<String>,
    /// Its language, by position.
    pub language: usize,
    /// Its title.
    pub title: String,
    /// Its place in menus.
    pub order: i64,
    /// Whether the main menu shows it.
    pub menu: bool,
    /// Addresses that it had before.
    pub aliases: Vec<Spanned<String>>,
    /// Where its Markdown stands.
    pub body: Place,
    /// Its Markdown.
    pub markdown: String,
}
