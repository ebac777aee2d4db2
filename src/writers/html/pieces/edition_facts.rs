//! The facts about an edition: by whose authority, on what basis, by which rule.

use serde::Serialize;

use crate::content::HASH_SHOWN;
use crate::model::EditionIdx;
use crate::render::Html;
use crate::routes::Route;
use crate::say::ties::tie_rule;
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::documents::{document_html, document_line, role_key};

/// A fact about an edition or a unit: a word and what it is.
#[derive(Serialize)]
pub(crate) struct EditionFact {
    pub(crate) term: String,
    pub(crate) value: Html,
}

/// The facts about an edition: by whose authority, on what basis, by which rule.
pub(crate) fn strip(page: &Page<'_>, index: EditionIdx) -> Vec<EditionFact> {
    let edition = page.edition(index);
    let mut facts = Vec::new();
    let mut add = |term: &str, value: Html| facts.push(EditionFact { term: page.say(term, &[]), value });
    if let Some(day) = edition.published {
        let key = if edition.is_approved_on(day) { "fact.approved" } else { "fact.published" };
        add(key, Html::text(&page.words().date(day)));
    }
    let period = (edition.period.from, edition.period.to);
    let dates = [("from", page.words().date(period.0)), ("to", page.words().date(period.1))];
    add("fact.period", Html::text(&page.say("fact.from-to", &[("from", &dates[0].1), ("to", &dates[1].1)])));
    for document in &edition.documents {
        let line = document_line(page, document);
        add(&role_key(document.role), document_html(&line));
    }
    if let Some(seal) = &edition.seal {
        let (date, hash) = (page.words().date(seal.date), &seal.hash[..HASH_SHOWN]);
        let words = page.say("fact.sealed-as-of", &[("date", &date), ("hash", hash)]);
        add("fact.sealed", Html::text(&words).linked(Some(&page.link(Route::Archive))));
    }
    if let Some(scheme) = edition.groups.iter().map(|g| &g.scheme).find(|s| !s.is_implied()) {
        let rule = Html::text(tie_rule(page.voice, scheme, &scheme.rank).trim_end_matches('.'));
        add("fact.ties", rule.linked(Some(&page.link(Route::Methodology(&scheme.id)))));
    }
    facts
}
