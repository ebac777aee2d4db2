//! What other sites show of a page that somebody links to: Open Graph.

use serde::Serialize;

use crate::routes::Route;
use crate::writers::html::frame::context::{Language, Page};

/// What other sites show of a page, beside its title and description; whole addresses only where the site has one.
#[derive(Serialize)]
pub(crate) struct Social {
    kind: &'static str,
    site: String,
    locale: Option<String>,
    locales: Vec<String>,
    url: Option<String>,
    image: Option<String>,
    image_says: String,
}

impl Social {
    /// Names another address as that of the page.
    pub(crate) fn at(&mut self, url: Option<String>) {
        self.url = url;
    }

    /// Leaves the address out: the page has none of its own.
    pub(crate) fn without_url(&mut self) {
        self.url = None;
    }
}

/// What other sites show of a page; `alternates` are the other languages in which it exists and is spoken.
pub(crate) fn social<'a>(page: &Page<'_>, alternates: impl Iterator<Item = &'a Language>) -> Social {
    let site = &page.series().site;
    let routes = page.context.routes;
    let image = site.logo.as_ref().filter(|file| is_raster(file));
    Social {
        kind: if page.route == Route::Home { "website" } else { "article" },
        site: page.text(&site.title).to_owned(),
        locale: locale(page.language),
        locales: alternates.filter_map(locale).collect(),
        url: routes.absolute(&page.file),
        image: image.and_then(|file| routes.absolute(file)),
        image_says: page.text(&site.publisher.name).to_owned(),
    }
}

/// Whether a picture is of a kind that other sites show.
fn is_raster(file: &str) -> bool {
    let extension = file.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    ["png", "jpg", "jpeg", "webp", "gif"].contains(&extension.as_str())
}

/// The language of the words with its country: that of the tag, else the one that its file names.
fn locale(language: &Language) -> Option<String> {
    let mut parts = language.words.tag().split('-');
    let primary = parts.next().unwrap_or_default();
    let region = parts.find(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let own = region.map(|region| format!("{}_{}", primary.to_lowercase(), region.to_uppercase()));
    own.or_else(|| Some(language.words.locale().to_owned())).filter(|locale| !locale.is_empty())
}
