//! What stands around every page, as `base.html` shows it.

use serde::Serialize;
use serde_json::Value;

use crate::model::LangIdx;
use crate::render::Html;
use crate::routes::{OTHER_LANGUAGES, Route};
use crate::words::direction;
use crate::writers::html::frame::banner::{banner, mark, told};
use crate::writers::html::frame::cite::reference;
use crate::writers::html::frame::context::{Language, Page};
use crate::writers::html::frame::foot::{foot_data, foot_links};
use crate::writers::html::frame::head::{Head, shortened};
use crate::writers::html::frame::link::Link;
use crate::writers::html::frame::linked_data::data_block;
use crate::writers::html::frame::listed::is_listed;
use crate::writers::html::frame::menu::menu;
use crate::writers::html::frame::social::{Social, social};

/// The frame of a page; its fields are what `base.html` shows.
#[derive(Serialize)]
pub(crate) struct Frame {
    lang: String,
    dir: &'static str,
    title: String,
    description: String,
    canonical: Option<String>,
    alternates: Vec<Alternate>,
    noindex: bool,
    social: Social,
    wide: bool,
    part: bool,
    icon: Option<String>,
    small_icon: Option<String>,
    touch_icon: Option<String>,
    manifest: String,
    feed: Option<String>,
    style: String,
    own_style: Option<String>,
    scripts: Vec<String>,
    home: Link,
    logo: Option<String>,
    publisher: Html,
    publisher_href: Option<String>,
    menu: Vec<Link>,
    switches: Vec<Alternate>,
    crumbs: Vec<Link>,
    banner: Option<String>,
    mark: Option<String>,
    foot_links: Vec<Link>,
    foot_data: String,
    cite: Option<String>,
    redirect: Option<String>,
    linked_data: Option<Html>,
}

impl Frame {
    /// Makes the page lead to another one at once, and keeps it out of search engines, which know that one by its whole
    /// address.
    pub(crate) fn redirect(&mut self, to: String, whole: Option<String>) {
        self.redirect = Some(to);
        self.noindex = true;
        self.canonical = whole;
        self.alternates.clear();
        self.social.without_url();
        self.cite = None;
    }
}

impl Frame {
    /// Adds a script that only this kind of page needs; without it the page is complete all the same.
    pub(crate) fn script(&mut self, page: &Page<'_>, name: &str) {
        self.scripts.extend(asset(page, name));
    }

    /// For a page that hosts show at any depth, where relative links lead nowhere and styles may be missing: it has no
    /// menus, so that it can be read without styles, and no address to be cited by.
    pub(crate) fn standalone(&mut self) {
        self.menu.clear();
        self.switches.clear();
        self.social.without_url();
        self.cite = None;
    }

    /// Makes the page a part of another one, whose whole address search engines take.
    pub(crate) fn part_of(&mut self, whole: Option<String>) {
        self.part = true;
        self.social.at(whole.clone());
        self.canonical = whole;
        self.cite = None;
    }

    /// Says to search engines what data the page offers; not where they may not list the page.
    pub(crate) fn describe(&mut self, data: &Value) {
        self.linked_data = (!self.noindex).then(|| data_block(data));
    }

    /// Prints the page across the paper: its tables are too wide for it as it stands.
    pub(crate) fn across(&mut self, wide: bool) {
        self.wide = wide;
    }
}

/// The same page in another language.
#[derive(Serialize)]
struct Alternate {
    lang: String,
    href: String,
    name: String,
}

/// The frame of a page.
pub(crate) fn frame(page: &Page<'_>, head: Head<'_>) -> Frame {
    let site = &page.series().site;
    let told = told(page, head.edition);
    let noindex = !is_listed(page.voice, page.route);
    let cite = reference(page, &head.title, head.edition);
    let others = others(page, head.languages);
    let alternates = alternates(page, head.languages);
    let has_url = page.context.routes.url().is_some();
    let has_versions = !noindex && has_url && page.language.is_spoken() && alternates.len() > 1;
    Frame {
        lang: page.words().tag().to_owned(),
        dir: direction(page.words().tag()),
        title: head.title,
        description: shortened(&head.description),
        canonical: page.context.routes.absolute(&page.file).filter(|_| !noindex),
        switches: switches(page, head.languages),
        alternates: if has_versions { alternates } else { Vec::new() },
        noindex,
        social: social(page, others.into_iter()),
        wide: false,
        part: false,
        icon: asset(page, "icon.svg"),
        small_icon: asset(page, "icon-192.png"),
        touch_icon: asset(page, "icon-180.png"),
        manifest: page.link_file(&page.context.routes.manifest(page.language.index)),
        feed: page.context.feed(page.language).map(|feed| page.link_file(&feed)),
        style: asset(page, "style.css").unwrap_or_default(),
        own_style: asset(page, "theme.css"),
        scripts: asset(page, "site.js").into_iter().collect(),
        home: Link::to(page, Route::Home, page.html(&site.title)),
        logo: site.logo.as_ref().map(|file| page.link_file(file)),
        publisher: page.html(&site.publisher.name),
        publisher_href: site.publisher.url.clone(),
        menu: menu(page, head.edition),
        crumbs: head.crumbs,
        banner: banner(page, head.edition, &told),
        mark: mark(page, &told),
        foot_links: foot_links(page),
        foot_data: foot_data(page, head.edition),
        cite: Some(cite),
        redirect: None,
        linked_data: None,
    }
}

/// A link to a file of the theme, if it has one of that name.
fn asset(page: &Page<'_>, name: &str) -> Option<String> {
    page.context.assets.file(name).map(|file| page.link_file(file))
}

/// The other languages in which the page exists and is spoken.
fn others<'a>(page: &Page<'a>, languages: Option<&[LangIdx]>) -> Vec<&'a Language> {
    let others = page.context.languages.iter().filter(|l| l.index != page.language.index && l.is_spoken());
    others.filter(|l| page.language.is_spoken() && languages.is_none_or(|list| list.contains(&l.index))).collect()
}

/// The whole addresses of the page in every language that the site speaks.
fn alternates(page: &Page<'_>, languages: Option<&[LangIdx]>) -> Vec<Alternate> {
    let routes = page.context.routes;
    let exists = |index: LangIdx| languages.is_none_or(|list| list.contains(&index));
    let all = page.context.languages.iter().filter(|l| l.is_spoken() && exists(l.index));
    let mut alternates: Vec<Alternate> = all
        .filter_map(|l| {
            let href = routes.absolute(&routes.file(page.route, l.index))?;
            Some(Alternate { lang: l.tag.clone(), href, name: l.words.name().to_owned() })
        })
        .collect();
    // Readers of other languages get the first one.
    let first = alternates.first().map(|first| (first.href.clone(), first.name.clone()));
    if let Some((href, name)) = first.filter(|_| alternates.len() > 1) {
        alternates.push(Alternate { lang: OTHER_LANGUAGES.to_owned(), href, name });
    }
    alternates
}

/// Links to the page in the other languages; where it isn't there, to their home page.
fn switches(page: &Page<'_>, languages: Option<&[LangIdx]>) -> Vec<Alternate> {
    let routes = page.context.routes;
    let others = page.context.languages.iter().filter(|l| l.index != page.language.index);
    others
        .map(|l| {
            let exists = languages.is_none_or(|list| list.contains(&l.index));
            let route = if exists { page.route } else { Route::Home };
            let href = page.link_file(&routes.file(route, l.index));
            Alternate { lang: l.tag.clone(), href, name: l.words.name().to_owned() }
        })
        .collect()
}
