//! A document that an edition or a scheme rests on.

use super::date::Date;
use super::place::Place;
use super::text::Text;
use super::word::worded;

/// A document: a decision, a report, a page elsewhere. One of number, title and url is there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Document {
    /// Its number, as `3329/QĐ-UBND`.
    pub(crate) number: Option<String>,
    /// The day of its signature.
    pub(crate) date: Option<Date>,
    /// Who issued it.
    pub(crate) issuer: Option<Text>,
    /// What it is called.
    pub(crate) title: Option<Text>,
    /// Where it can be read, `https://…`.
    pub(crate) url: Option<String>,
    /// A copy in the site, `static/…`.
    pub(crate) file: Option<String>,
    /// Where the copy is named.
    pub(crate) file_place: Option<Place>,
    /// What it is to the edition.
    pub(crate) role: DocumentRole,
}

/// What a document is to an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum DocumentRole {
    /// The rule that the assessment follows.
    Basis,
    /// The decision that approves the result.
    Approval,
    /// A report on the assessment.
    Report,
    /// Anything else.
    #[default]
    Other,
}

worded!(DocumentRole { Basis = "basis", Approval = "approval", Report = "report", Other = "other" });
