//! News in words: a headline, and what happened in whole sentences.

use crate::report::news::{News, NewsKind};
use crate::say::editions::{edition_name, marked, marked_name};
use crate::say::voice::Voice;

/// The headline of a piece of news; an edition that is not official is marked.
pub(crate) fn headline(voice: Voice<'_>, news: &News) -> String {
    match news.kind {
        NewsKind::Published => {
            let title = voice.say("edition.title", &[("edition", &edition_name(voice, news.edition))]);
            marked(voice, news.edition, &title)
        }
        NewsKind::Corrected => {
            let edition = marked_name(voice, news.edition);
            let (date, n) = (voice.words.date(news.published), corrected(voice, news));
            voice.say_n("corrections.caption", n, &[("edition", &edition), ("date", &date)])
        }
    }
}

/// When it happened, and where the rest is told.
pub(crate) fn circumstances(voice: Voice<'_>, news: &News) -> String {
    let (published, updated) = (voice.words.date(news.published), voice.words.date(news.updated));
    match news.kind {
        NewsKind::Published if news.updated == news.published => voice.say("cite.published", &[("date", &published)]),
        NewsKind::Published => voice.say("cite.corrected", &[("date", &published), ("corrected", &updated)]),
        NewsKind::Corrected => {
            let edition = edition_name(voice, news.edition);
            let words = [("edition", edition.as_str()), ("date", &published)];
            voice.say_n("feed.corrected", corrected(voice, news), &words)
        }
    }
}

/// How many corrections one day brought.
fn corrected(voice: Voice<'_>, news: &News) -> usize {
    voice.edition(news.edition).corrections.iter().filter(|correction| correction.date == news.published).count()
}
