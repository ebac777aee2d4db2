//! What a publication has to tell to those who follow it: each edition that was published, and each day on which one was
//! corrected.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::model::{Date, EditionIdx, Status};
use crate::report::days::newest_day;
use crate::report::model::Report;

/// A piece of news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct News {
    /// The edition that it is about.
    pub(crate) edition: EditionIdx,
    /// What happened.
    pub(crate) kind: NewsKind,
    /// The day on which it happened.
    pub(crate) published: Date,
    /// The newest day of what it tells.
    pub(crate) updated: Date,
}

/// What happened to an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NewsKind {
    /// It was corrected.
    Corrected,
    /// It was published.
    Published,
}

/// All news, the newest first. Of drafts there are none, nor of the publication of an edition whose day is not known.
pub(crate) fn news(report: &Report<'_>) -> Vec<News> {
    let mut all = Vec::new();
    for (index, edition) in report.editions().filter(|(_, edition)| edition.status != Status::Draft) {
        if let (Some(published), Some(updated)) = (edition.published, newest_day(edition)) {
            all.push(News { edition: index, kind: NewsKind::Published, published, updated });
        }
        let days: BTreeSet<Date> = edition.corrections.iter().map(|correction| correction.date).collect();
        all.extend(days.into_iter().map(|day| News {
            edition: index,
            kind: NewsKind::Corrected,
            published: day,
            updated: day,
        }));
    }
    all.sort_by_key(|news| (Reverse((news.updated, news.published)), news.kind, Reverse(news.edition.0)));
    all
}
