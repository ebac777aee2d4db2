//! `feed.xml` in each language: what was published and corrected, for readers who follow it (Atom, RFC 4287). The site must
//! say where it will stand.

use crate::model::{Date, Status};
use crate::render::Html;
use crate::report::group::GroupResult;
use crate::report::news::{News, NewsKind, news};
use crate::routes::{Route, correction_anchor};
use crate::say::editions::not_official;
use crate::say::findings::leaders;
use crate::say::news::{circumstances, headline};
use crate::say::voice::Voice;
use crate::writers::files::SiteFile;
use crate::writers::guides::guide::{GuideSource, file};
use crate::writers::guides::xml::Xml;
use crate::writers::html::frame::context::{Context, Language};
use crate::writers::html::frame::sentence::sentence;

/// The most entries that a feed has.
const ENTRIES: usize = 50;

/// The feed of each language; none where there is no news, or no address of the site.
pub(crate) fn files<'a>(source: &'a GuideSource<'a>) -> Vec<SiteFile<'a>> {
    let context = source.context;
    let all = context.languages.iter().filter_map(|language| {
        let path = context.feed(language)?;
        Some(file(path.clone(), feed(context, language, &path)?.into_bytes()))
    });
    all.collect()
}

fn feed(context: &Context<'_>, language: &Language, path: &str) -> Option<String> {
    let (voice, routes, site) = (context.voice(language), context.routes, &context.report.series.site);
    let all = news(context.report);
    let home = routes.absolute(&routes.file(Route::Home, language.index))?;
    let mut xml = Xml::new();
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language.words.tag())]);
    xml.text("id", &routes.permanent_id(&language.tag)?);
    xml.text("title", voice.text(&site.title));
    if let Some(description) = &site.description {
        xml.text("subtitle", voice.text(description));
    }
    xml.text("updated", &instant(all.iter().map(|news| news.updated).max()?));
    xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &routes.absolute(path)?)]);
    xml.empty(
        "link",
        &[("rel", "alternate"), ("type", "text/html"), ("hreflang", language.words.tag()), ("href", &home)],
    );
    xml.open("author", &[]);
    xml.text("name", voice.text(&site.publisher.name));
    if let Some(address) = &site.publisher.url {
        xml.text("uri", address);
    }
    xml.close("author");
    if let Some(licence) = &site.licence {
        xml.text("rights", voice.text(licence));
    }
    for news in all.iter().take(ENTRIES) {
        entry(&mut xml, context, language, news)?;
    }
    xml.close("feed");
    Some(xml.finish())
}

fn entry(xml: &mut Xml, context: &Context<'_>, language: &Language, news: &News) -> Option<()> {
    let (voice, routes) = (context.voice(language), context.routes);
    let edition = &voice.edition(news.edition).id;
    let (what, route, anchor) = match news.kind {
        NewsKind::Published => (String::new(), Route::Edition(edition), String::new()),
        NewsKind::Corrected => {
            let anchor = format!("#{}", correction_anchor(edition, news.published));
            (format!("/corrections/{}", news.published), Route::Corrections, anchor)
        }
    };
    let page = routes.absolute(&routes.file(route, language.index))?;
    xml.open("entry", &[]);
    xml.text("id", &routes.permanent_id(&format!("{}/{edition}{what}", language.tag))?);
    xml.text("title", &headline(voice, news));
    xml.text("published", &instant(news.published));
    xml.text("updated", &instant(news.updated));
    let href = format!("{page}{anchor}");
    xml.empty(
        "link",
        &[("rel", "alternate"), ("type", "text/html"), ("hreflang", language.words.tag()), ("href", &href)],
    );
    xml.text("summary", &summary(voice, news));
    xml.close("entry");
    Some(())
}

/// What a reader should know without opening the page; of results that were taken back, that they were.
fn summary(voice: Voice<'_>, news: &News) -> String {
    let mut sentences: Vec<String> = not_official(voice, news.edition).into_iter().collect();
    if news.kind == NewsKind::Published && voice.edition(news.edition).status != Status::Withdrawn {
        let found = leaders(voice, &GroupResult::all(voice.report, news.edition));
        sentences.extend(found.iter().map(|found| Html::plain(&sentence(voice, found))));
    }
    sentences.push(circumstances(voice, news));
    sentences.join(" ")
}

/// A day as a point in time (RFC 3339): its noon, so that it is the same day nearly everywhere.
fn instant(day: Date) -> String {
    format!("{day}T12:00:00Z")
}
