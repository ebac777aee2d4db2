//! What a page says of itself: its title, its description, the way to it.

use crate::model::{EditionIdx, LangIdx};
use crate::render::Html;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::link::Link;

/// What a page shows with what was found.
pub(crate) fn description(page: &Page<'_>, title: &str, found: &[Html]) -> String {
    if found.is_empty() {
        return page.say("description.alone", &[("page", title)]);
    }
    let found: Vec<String> = found.iter().map(Html::plain).collect();
    page.say("description.found", &[("page", title), ("found", &found.join(" "))])
}

/// What a page says of itself to its frame.
pub(crate) struct Head<'a> {
    /// The title in the head: unique in the site.
    pub(crate) title: String,
    /// One sentence on what the page holds.
    pub(crate) description: String,
    /// The way from the home page to here, the last one without an address.
    pub(crate) crumbs: Vec<Link>,
    /// The edition that it belongs to.
    pub(crate) edition: Option<EditionIdx>,
    /// Languages in which the page exists; none: all.
    pub(crate) languages: Option<&'a [LangIdx]>,
}

/// The most characters of a description.
const DESCRIBED: usize = 300;

/// A description that is not too long to be shown, cut between words.
pub(crate) fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(DESCRIBED) else { return text.to_owned() };
    let cut = text[..end].rfind(' ').unwrap_or(end);
    format!("{} …", text[..cut].trim_end_matches([',', ';', '.', ' ']))
}
