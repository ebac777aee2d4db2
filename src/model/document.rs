//! A document that an edition or a scheme rests on.

use super::word::worded;
use super::{Date, Place, Text};

/// A document: a decision, a report, a page elsewhere. One of number, title and url is there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Document {
    /// Its number, as `3329/QĐ-UBND`.
    pub number: Option<String>,
    /// The day of its signature.
    pub date: Option<Date>,
    /// Who issued it.
    pub issuer: Option<Text>,
    /// What it is called.
    pub title: Option<Text>,
    /// Where it can be read, `https://…`.
    pub url: Option<String>,
    /// A copy in the site, `static/…`.
    pub file: Option<String>,
    /// Where the copy is named.
    pub file_place: Option<Place>,
    /// What it is to the edition.
    pub role: DocumentRole,
}

/// What a document is to an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DocumentRole {
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
