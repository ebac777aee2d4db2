//! `site.webmanifest` in each language: the name and the icons by which a device keeps the site (W3C Web Application
//! Manifest). A publisher's own wins.

use serde::Serialize;

use crate::routes::Route;
use crate::words::direction;
use crate::writers::files::SiteFile;
use crate::writers::guides::guide::GuideSource;
use crate::writers::html::frame::context::{Context, Language};

/// The colour of a page where it is light, as `base.html` has it.
const PAPER: &str = "#ffffff";

/// The icons that a theme may have: name, size, type.
const ICONS: [(&str, &str, &str); 3] = [
    ("icon.svg", "any", "image/svg+xml"),
    ("icon-192.png", "192x192", "image/png"),
    ("icon-512.png", "512x512", "image/png"),
];

#[derive(Serialize)]
struct WebManifest<'a> {
    name: &'a str,
    short_name: &'a str,
    lang: &'a str,
    dir: &'static str,
    start_url: String,
    scope: &'static str,
    /// Addresses are what readers cite, so they stay in sight.
    display: &'static str,
    theme_color: &'static str,
    background_color: &'static str,
    icons: Vec<Icon>,
}

#[derive(Serialize)]
struct Icon {
    src: String,
    sizes: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
}

/// The file of each language.
pub(crate) fn files<'a>(source: &'a GuideSource<'a>) -> Vec<SiteFile<'a>> {
    let files = source.context.languages.iter().filter_map(|language| {
        let path = source.context.routes.manifest(language.index);
        let bytes = manifest(source.context, language, &path);
        source.unless_own(path, bytes)
    });
    files.collect()
}

fn manifest(context: &Context<'_>, language: &Language, path: &str) -> Vec<u8> {
    let routes = context.routes;
    let voice = context.voice(language);
    let title = &context.report.series.site.title;
    let (tag, title) = (voice.language_of(title), voice.text(title));
    let icon = |(name, sizes, kind)| {
        let src = routes.link(path, context.assets.file(name)?);
        Some(Icon { src, sizes, kind })
    };
    let manifest = WebManifest {
        name: title,
        short_name: title,
        lang: tag,
        dir: direction(tag),
        start_url: routes.link(path, &routes.file(Route::Home, language.index)),
        scope: "./",
        display: "browser",
        theme_color: PAPER,
        background_color: PAPER,
        icons: ICONS.into_iter().filter_map(icon).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
