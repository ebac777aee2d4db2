//! What stands around every page: head, header, way back, foot.

use serde::Serialize;

use super::cite::reference;
use super::context::{Language, Page};
use super::social::{Social, social};
use super::tables::edition_name;
use crate::model::{Date, EditionIdx, LangIdx, Status};
use crate::render::Html;
use crate::routes::Route;

/// The frame of a page; its fields are what `base.html` shows.
#[derive(Serialize)]
pub(super) struct Frame {
    lang: String,
    dir: &'static str,
    title: String,
    description: String,
    canonical: Option<String>,
    alternates: Vec<Alternate>,
    noindex: bool,
    social: Social,
    wide: bool,
    icon: Option<String>,
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
}

impl Frame {
    /// Makes the page lead to another one at once, and keeps it out of search engines.
    pub(super) fn redirect(&mut self, to: String) {
        self.redirect = Some(to);
        self.noindex = true;
        self.canonical = None;
        self.alternates.clear();
        self.social.homeless();
        self.cite = None;
    }
}

impl Frame {
    /// Adds a script that only this kind of page needs; without it the page is complete all the same.
    pub(super) fn script(&mut self, page: &Page<'_>, name: &str) {
        self.scripts.extend(asset(page, name));
    }

    /// Leaves menus out: a page that is shown at any depth may stand there without its styles, and is read all the same.
    /// Nor has it an address to be cited by.
    pub(super) fn bare(&mut self) {
        self.menu.clear();
        self.switches.clear();
        self.social.homeless();
        self.cite = None;
    }

    /// Prints the page across the paper: its tables are too wide for it as it stands.
    pub(super) fn across(&mut self, wide: bool) {
        self.wide = wide;
    }
}

/// A link with its words.
#[derive(Serialize, Clone)]
pub(super) struct Link {
    /// Its words.
    pub(super) label: String,
    /// Where it leads; none: it is the page itself.
    pub(super) href: Option<String>,
    /// Whether it leads to this page or the part that it belongs to.
    pub(super) current: bool,
}

/// The same page in another language.
#[derive(Serialize)]
struct Alternate {
    lang: String,
    href: String,
    name: String,
}

/// What a page says of itself to its frame.
pub(super) struct Head<'a> {
    /// The title in the head: unique in the site.
    pub(super) title: String,
    /// One sentence on what the page holds.
    pub(super) description: String,
    /// The way from the home page to here, the last one without an address.
    pub(super) crumbs: Vec<Link>,
    /// The edition that it belongs to.
    pub(super) edition: Option<EditionIdx>,
    /// Languages in which the page exists; none: all.
    pub(super) languages: Option<&'a [LangIdx]>,
}

impl Link {
    /// A link to a page.
    pub(super) fn to(page: &Page<'_>, route: Route<'_>, label: impl Into<String>) -> Self {
        Self { label: label.into(), href: Some(page.link(route)), current: false }
    }

    /// The page itself, at the end of the way back.
    pub(super) fn here(label: impl Into<String>) -> Self {
        Self { label: label.into(), href: None, current: true }
    }
}

/// The frame of a page.
pub(super) fn frame(page: &Page<'_>, head: Head<'_>) -> Frame {
    let site = &page.series().site;
    let told = told(page, head.edition);
    let draft = told.iter().any(|&edition| page.edition(edition).status == Status::Draft);
    let noindex = matches!(page.route, Route::NotFound) || draft;
    let cite = reference(page, &head.title, head.edition);
    let others = others(page, head.languages);
    let alternates = alternates(page, head.languages);
    let listed = noindex || page.context.routes.url().is_none() || alternates.len() < 2;
    Frame {
        lang: page.language.tag.clone(),
        dir: direction(&page.language.tag),
        title: head.title,
        description: shortened(&head.description),
        canonical: page.context.routes.absolute(&page.file).filter(|_| !noindex),
        switches: switches(page, head.languages),
        alternates: if listed { Vec::new() } else { alternates },
        noindex,
        social: social(page, others.into_iter()),
        wide: false,
        icon: asset(page, "icon.svg"),
        style: asset(page, "style.css").unwrap_or_default(),
        own_style: asset(page, "theme.css"),
        scripts: asset(page, "site.js").into_iter().collect(),
        home: Link::to(page, Route::Home, page.text(&site.title)),
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
    }
}

/// A link to a file of the theme, if it has one of that name.
fn asset(page: &Page<'_>, name: &str) -> Option<String> {
    page.context.assets.file(name).map(|file| page.link_file(file))
}

/// Which way a language is written (scripts that run from right to left, by their most common languages).
fn direction(tag: &str) -> &'static str {
    let primary = tag.split('-').next().unwrap_or(tag);
    if ["ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"].contains(&primary) { "rtl" } else { "ltr" }
}

/// The editions that are not official and whose numbers a page tells: its own; on a page of all editions every draft,
/// and the latest.
fn told(page: &Page<'_>, edition: Option<EditionIdx>) -> Vec<EditionIdx> {
    let status = |index: EditionIdx| page.edition(index).status;
    let tells = |index: EditionIdx| match edition {
        Some(own) => index == own,
        None => status(index) == Status::Draft || page.series().latest() == Some(index),
    };
    if edition.is_none() && matches!(page.route, Route::Page(_) | Route::NotFound) {
        return Vec::new();
    }
    let all = page.context.editions().map(|(index, _)| index);
    all.filter(|&index| status(index) != Status::Official && tells(index)).collect()
}

/// The most characters of a description.
const DESCRIBED: usize = 300;

/// A description that is not too long to be shown, cut between words.
fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(DESCRIBED) else { return text.to_owned() };
    let cut = text[..end].rfind(' ').unwrap_or(end);
    format!("{} …", text[..cut].trim_end_matches([',', ';', '.', ' ']))
}

/// The other languages in which the page exists.
fn others<'a>(page: &Page<'a>, languages: Option<&[LangIdx]>) -> Vec<&'a Language> {
    let others = page.context.languages.iter().filter(|l| l.index != page.language.index);
    others.filter(|l| languages.is_none_or(|list| list.contains(&l.index))).collect()
}

/// The whole addresses of the page in every language.
fn alternates(page: &Page<'_>, languages: Option<&[LangIdx]>) -> Vec<Alternate> {
    let routes = page.context.routes;
    let exists = |index: LangIdx| languages.is_none_or(|list| list.contains(&index));
    let all = page.context.languages.iter().filter(|l| exists(l.index));
    all.filter_map(|l| {
        let href = routes.absolute(&routes.file(page.route, l.index))?;
        Some(Alternate { lang: l.tag.clone(), href, name: l.words.name().to_owned() })
    })
    .collect()
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

/// The main menu: only what is there.
fn menu(page: &Page<'_>, edition: Option<EditionIdx>) -> Vec<Link> {
    let mut menu = Vec::new();
    let mut add = |route: Route<'_>, label: String, current: bool| {
        menu.push(Link { label, href: Some(page.link(route)), current });
    };
    if let Some(latest) = page.series().latest() {
        let current = edition == Some(latest) && !matches!(page.route, Route::Weights | Route::Compare);
        add(Route::Edition(&page.edition(latest).id), page.say("menu.results", &[]), current);
        if super::weights::is_offered(page) {
            add(Route::Weights, page.say("menu.weights", &[]), page.route == Route::Weights);
        }
    }
    let units = matches!(page.route, Route::Units | Route::UnitsPage(_) | Route::UnitYears(_));
    add(Route::Units, page.say("menu.units", &[]), units);
    if super::years::has_trends(page.context) {
        add(Route::Trends, page.say("menu.trends", &[]), page.route == Route::Trends);
    }
    add(Route::Search, page.say("menu.search", &[]), page.route == Route::Search);
    if let Some(method) = method(page) {
        let current = matches!(page.route, Route::Methodology(_) | Route::Methodologies);
        add(method, page.say("menu.methodology", &[]), current);
    }
    add(Route::Archive, page.say("menu.archive", &[]), page.route == Route::Archive);
    for free in page.series().pages.iter().filter(|p| p.menu) {
        if let Some(Some(text)) = free.texts.get(page.language.index.0) {
            add(Route::Page(&free.name), text.title.clone(), page.route == Route::Page(&free.name));
        }
    }
    menu
}

/// Where the menu leads for the method: to the only scheme, or to all of them.
fn method<'a>(page: &Page<'a>) -> Option<Route<'a>> {
    match page.series().schemes.as_slice() {
        [] => None,
        [only] => Some(Route::Methodology(&only.base.id)),
        _ => Some(Route::Methodologies),
    }
}

/// What every page that tells numbers of an edition which is not official says of it; a page of all editions names it.
fn banner(page: &Page<'_>, own: Option<EditionIdx>, told: &[EditionIdx]) -> Option<String> {
    let sentences = told.iter().map(|&index| {
        let says = page.say(banner_key(page.edition(index).status), &[]);
        let name = edition_name(page, index);
        if own.is_some() { says } else { page.say("banner.of", &[("edition", &name), ("says", &says)]) }
    });
    let sentences: Vec<String> = sentences.collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

fn banner_key(status: Status) -> &'static str {
    match status {
        Status::Draft => "banner.draft",
        Status::Provisional => "banner.provisional",
        Status::Withdrawn => "banner.withdrawn",
        Status::Official => "status.official",
    }
}

/// What stands on every sheet of paper of a page whose numbers are not official.
fn mark(page: &Page<'_>, told: &[EditionIdx]) -> Option<String> {
    told.first().map(|&index| page.say(super::archive::status_key(page.edition(index).status), &[]))
}

/// The links of the foot: what readers may do with the latest edition, what was corrected, the publisher's free pages.
fn foot_links(page: &Page<'_>) -> Vec<Link> {
    let mut links = Vec::new();
    if page.series().latest().is_some() {
        links.push(Link::to(page, Route::Weights, page.say("own.crumb", &[])));
        links.push(Link::to(page, Route::Compare, page.say("compare.crumb", &[])));
    }
    links.push(Link::to(page, Route::Corrections, page.say("corrections.title", &[])));
    for free in &page.series().pages {
        if let Some(Some(text)) = free.texts.get(page.language.index.0) {
            links.push(Link::to(page, Route::Page(&free.name), text.title.clone()));
        }
    }
    if let Some(email) = &page.series().site.publisher.email {
        links.push(Link { label: email.clone(), href: Some(format!("mailto:{email}")), current: false });
    }
    links
}

/// The day that the numbers are of, and the licence.
fn foot_data(page: &Page<'_>, edition: Option<EditionIdx>) -> String {
    let mut parts = Vec::new();
    if let Some(day) = newest(page, edition) {
        parts.push(page.say("foot.data", &[("date", &page.words().date(day))]));
    }
    if let Some(licence) = &page.series().site.licence {
        parts.push(page.say("foot.licence", &[("licence", page.text(licence))]));
    }
    parts.push(page.say("foot.honest", &[]));
    parts.join(" ")
}

/// The newest date that the data itself carries: of the edition, or of all.
pub(super) fn newest(page: &Page<'_>, edition: Option<EditionIdx>) -> Option<Date> {
    let of = |e: &crate::model::Edition| e.corrections.iter().map(|c| c.date).chain(e.published).max();
    match edition {
        Some(edition) => of(page.edition(edition)),
        None => page.series().editions.iter().filter_map(of).max(),
    }
}
