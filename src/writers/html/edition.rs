//! The report of an edition.

use serde::Serialize;

use super::archive::{caveat, marked, marked_label, marked_name};
use super::completeness::{Completeness, completeness};
use super::context::{Context, Job, Page};
use super::corrections;
use super::figures::{Figure, Key, letter_keys, stacked_bars};
use super::findings;
use super::frame::{Frame, Head, Link, frame};
use super::frame_legend;
use super::split::{Rows, first_rows};
use super::tables::{Part, Wish, edition_name, full, population, tie_rule};
use super::years::{MoversView, ended, movers};
use crate::content::HASH_SHOWN;
use crate::fragments::{Marks, ranking_table};
use crate::model::{Document, DocumentRole, EditionIdx};
use crate::render::{Html, render_markdown};
use crate::routes::{Route, changes_csv, ranking_csv, scores_csv};

#[derive(Serialize)]
struct Report {
    frame: Frame,
    title: String,
    years: Vec<Year>,
    years_label: String,
    leaders: Vec<Html>,
    jumps: Vec<Link>,
    strip: Vec<Fact>,
    status: String,
    completeness: Option<Completeness>,
    foreword: Option<Html>,
    points: Vec<GroupPoints>,
    changes: Vec<GroupChanges>,
    hatch: Html,
    groups: Vec<GroupReport>,
    remarks: Vec<RemarkView>,
    announcement: Option<Link>,
    corrections: Vec<corrections::Day>,
    downloads: Vec<Download>,
    print: Link,
    previous: Option<Link>,
    next: Option<Link>,
}

/// A year in the line of editions.
#[derive(Serialize)]
pub(super) struct Year {
    label: String,
    href: Option<String>,
    current: bool,
    gap: bool,
}

/// A fact about the edition: a word and what it is.
#[derive(Serialize)]
pub(super) struct Fact {
    term: String,
    value: Html,
}

#[derive(Serialize)]
pub(super) struct GroupPoints {
    name: Html,
    points: Vec<String>,
}

/// What changed in a group since the edition before.
#[derive(Serialize)]
struct GroupChanges {
    name: Html,
    view: MoversView,
}

#[derive(Serialize)]
struct GroupReport {
    anchor: String,
    wide: bool,
    name: Html,
    keys: Vec<Key>,
    first: Option<String>,
    table: Html,
    legend: Vec<frame_legend::Entry>,
    figure: Option<Figure>,
    more: Link,
    criteria: Vec<Link>,
}

/// What a reader must know of the source.
#[derive(Serialize)]
pub(super) struct RemarkView {
    quote: Option<String>,
    /// The language of the quote, where it is not that of the page.
    lang: Option<String>,
    text: Html,
}

/// A file to download.
#[derive(Serialize)]
pub(super) struct Download {
    label: String,
    href: String,
    /// Whether it speaks of other editions too, so that another of them may change its size.
    of_editions: bool,
}

/// A document in one line.
#[derive(Serialize)]
pub(super) struct DocumentLine {
    role: String,
    /// What it is called.
    pub(super) name: String,
    /// Where it is, if that is known.
    pub(super) href: Option<String>,
    details: String,
}

/// The report of each edition in each language.
pub(super) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for (index, edition) in context.editions() {
        for language in &context.languages {
            let route = Route::Edition(&edition.id);
            jobs.push(Job::new(context, language, route, "edition.html", move |page| view(page, index)));
        }
    }
    jobs
}

fn view(page: &Page<'_>, index: EditionIdx) -> Report {
    let edition = page.edition(index);
    let parts = Part::all(page, index);
    let site = page.text(&page.series().site.title);
    let name = edition_name(page, index);
    let leaders = findings::leaders(page, &parts);
    let title = page.say("edition.title", &[("edition", &name)]);
    let head = Head {
        title: page.say("title.edition", &[("edition", &name), ("site", site)]),
        description: description(page, &title, &leaders),
        crumbs: vec![
            Link::to(page, Route::Home, page.say("crumb.home", &[])),
            Link::here(page.say("edition.crumb", &[("edition", &name)])),
        ],
        edition: Some(index),
        languages: None,
    };
    let named = |e: EditionIdx| marked_label(page, e);
    let neighbour = |e: EditionIdx| Link::to(page, Route::Edition(&page.edition(e).id), named(e));
    Report {
        frame: frame(page, head),
        title,
        years: years(page, index),
        years_label: page.say("years.label", &[]),
        leaders,
        jumps: jumps(page, &parts),
        strip: strip(page, index),
        status: page.say(super::archive::status_key(edition.status), &[]),
        completeness: completeness(page, index),
        foreword: foreword(page, index, 0),
        points: all_points(page, &parts),
        changes: changes(page, index, &parts),
        hatch: Html::trusted(crate::charts::hatch_definition().to_owned()),
        groups: parts.iter().map(|&part| group_report(page, part)).collect(),
        remarks: remarks(page, index, None),
        announcement: has_announcement(page, index)
            .then(|| Link::to(page, Route::Announcement(&edition.id), page.say("announcement.link", &[]))),
        corrections: corrections::of_edition(page, index),
        downloads: downloads(page, index),
        print: Link::to(page, Route::Print(&edition.id), page.say("print.link", &[])),
        previous: edition.previous.map(neighbour),
        next: next(page, index).map(neighbour),
    }
}

/// What changed in each group since the edition before, and in those that ended.
fn changes(page: &Page<'_>, index: EditionIdx, parts: &[Part<'_>]) -> Vec<GroupChanges> {
    let ended = ended(page, index).into_iter();
    let ended = ended.map(|(group, view)| GroupChanges { name: page.html(&page.series().groups[group.0].name), view });
    parts.iter().filter_map(|&part| group_changes(page, part)).chain(ended).collect()
}

/// What changed in a group since the edition before.
fn group_changes(page: &Page<'_>, part: Part<'_>) -> Option<GroupChanges> {
    let name = page.html(&page.series().groups[part.group.group.0].name);
    Some(GroupChanges { name, view: movers(page, part)? })
}

/// What a page shows with what was found.
pub(super) fn description(page: &Page<'_>, title: &str, found: &[Html]) -> String {
    if found.is_empty() {
        return page.say("description.alone", &[("page", title)]);
    }
    let found: Vec<String> = found.iter().map(Html::plain).collect();
    page.say("description.found", &[("page", title), ("found", &found.join(" "))])
}

/// Whether an edition has announced results.
pub(super) fn has_announcement(page: &Page<'_>, edition: EditionIdx) -> bool {
    page.edition(edition).groups.iter().any(|g| !g.statements.is_empty())
}

/// The edition that names this one as its previous.
fn next(page: &Page<'_>, edition: EditionIdx) -> Option<EditionIdx> {
    page.context.editions().find(|(_, e)| e.previous == Some(edition)).map(|(i, _)| i)
}

/// All editions in a line, years without one between them.
pub(super) fn years(page: &Page<'_>, current: EditionIdx) -> Vec<Year> {
    years_by(page, current, |edition| Some(page.link(Route::Edition(&page.edition(edition).id))))
}

/// All editions in a line, each with the page that it has of its kind; one that has none has no link.
pub(super) fn years_by(page: &Page<'_>, current: EditionIdx, href: impl Fn(EditionIdx) -> Option<String>) -> Vec<Year> {
    let mut line = Vec::new();
    let mut before: Option<u16> = None;
    for (index, edition) in page.context.editions() {
        if let Some(before) = before.filter(|&before| edition.year > before + 1) {
            let key = if edition.year == before + 2 { "years.gap" } else { "years.gaps" };
            let (from, to) = ((before + 1).to_string(), (edition.year - 1).to_string());
            let label = page.say(key, &[("from", &from), ("to", &to)]);
            line.push(Year { label, href: None, current: false, gap: true });
        }
        let label = marked(page, index, &edition.id);
        line.push(Year { label, href: href(index), current: index == current, gap: false });
        before = Some(edition.year);
    }
    line
}

fn jumps(page: &Page<'_>, parts: &[Part<'_>]) -> Vec<Link> {
    let link = |label: String, to: String| Link { label, href: Some(to), current: false };
    let mut jumps: Vec<Link> = parts
        .iter()
        .map(|part| link(page.group_name(part.group).to_owned(), format!("#{}", group_anchor(page, *part))))
        .collect();
    jumps.push(link(page.say("edition.remarks", &[]), "#nguon".to_owned()));
    jumps.push(link(page.say("edition.downloads", &[]), "#tai".to_owned()));
    jumps
}

pub(super) fn group_anchor(page: &Page<'_>, part: Part<'_>) -> String {
    format!("g-{}", page.series().groups[part.group.group.0].id)
}

/// The facts about an edition: by whose authority, on what basis, by which rule.
pub(super) fn strip(page: &Page<'_>, index: EditionIdx) -> Vec<Fact> {
    let edition = page.edition(index);
    let mut facts = Vec::new();
    let mut add = |term: &str, value: Html| facts.push(Fact { term: page.say(term, &[]), value });
    if let Some(day) = edition.published {
        add("fact.published", Html::text(&page.words().date(day)));
    }
    let period = (edition.period.from, edition.period.to);
    let dates = [("from", page.words().date(period.0)), ("to", page.words().date(period.1))];
    add("fact.period", Html::text(&page.say("fact.from-to", &[("from", &dates[0].1), ("to", &dates[1].1)])));
    for document in &edition.documents {
        let line = document_line(page, document);
        add(role_key(document.role), document_html(&line));
    }
    if let Some(seal) = &edition.seal {
        let (date, hash) = (page.words().date(seal.date), &seal.hash[..HASH_SHOWN]);
        let words = page.say("fact.sealed-as-of", &[("date", &date), ("hash", hash)]);
        add("fact.sealed", Html::text(&words).linked(Some(&page.link(Route::Archive))));
    }
    if let Some(scheme) = edition.groups.iter().map(|g| &g.scheme).find(|s| !s.is_implied()) {
        let rule = Html::text(tie_rule(page, scheme.rank.ties).trim_end_matches('.'));
        add("fact.ties", rule.linked(Some(&page.link(Route::Methodology(&scheme.id)))));
    }
    facts
}

fn role_key(role: DocumentRole) -> &'static str {
    match role {
        DocumentRole::Basis => "document.basis",
        DocumentRole::Approval => "document.approval",
        DocumentRole::Report => "document.report",
        DocumentRole::Other => "document.other",
    }
}

/// A document in one line: its number, or else its title, and what is known beside it.
pub(super) fn document_line(page: &Page<'_>, document: &Document) -> DocumentLine {
    let title = document.title.as_ref().map(|t| page.text_of(t));
    let name = match (&document.number, &title) {
        (Some(number), _) => page.say("document.number", &[("number", number)]),
        (None, Some(title)) => title.clone(),
        (None, None) => document.url.clone().unwrap_or_default(),
    };
    let mut details: Vec<String> = title.filter(|title| *title != name).into_iter().collect();
    details.extend(document.issuer.as_ref().map(|i| page.text_of(i)));
    details.extend(document.date.map(|day| page.words().date(day)));
    if document.number.is_none() && document.role == DocumentRole::Approval {
        details.push(page.say("document.unnumbered", &[]));
    }
    let file = document.file.as_ref().map(|file| page.link_file(file));
    DocumentLine {
        role: page.say(role_key(document.role), &[]),
        name,
        href: file.or_else(|| document.url.clone()),
        details: details.join(", "),
    }
}

fn document_html(line: &DocumentLine) -> Html {
    let mut html = Html::text(&line.name).linked(line.href.as_deref());
    if !line.details.is_empty() {
        html.push_raw("<br>");
        html.push_text(&line.details);
    }
    html
}

/// The foreword of an edition, for a page `up` folders below its own.
pub(super) fn foreword(page: &Page<'_>, index: EditionIdx, up: usize) -> Option<Html> {
    let forewords = &page.edition(index).forewords;
    let (markdown, _) = forewords.get(page.language.index.0)?.as_ref()?;
    Some(render_markdown(markdown, "w-", 3, up))
}

/// The main points of the groups of which there are some.
pub(super) fn all_points(page: &Page<'_>, parts: &[Part<'_>]) -> Vec<GroupPoints> {
    let name = |part: Part<'_>| page.html(&page.series().groups[part.group.group.0].name);
    let of_group = |&part: &Part<'_>| GroupPoints { name: name(part), points: findings::main_points(page, part) };
    parts.iter().map(of_group).filter(|group| !group.points.is_empty()).collect()
}

/// The columns that a full ranking shows: the total, then the criteria at the top of the tree.
pub(super) fn shown_columns(part: Part<'_>) -> Vec<usize> {
    let total = part.total();
    if part.group.scheme.is_implied() && !part.has_scores(total) {
        return Vec::new();
    }
    std::iter::once(total).chain(part.group.scheme.tops()).collect()
}

/// The caption of a ranking: how many units, on what basis, by which rule.
pub(super) fn caption(page: &Page<'_>, part: Part<'_>) -> String {
    let edition = page.edition(part.edition);
    let mut sentences: Vec<String> = caveat(page, part.edition).into_iter().collect();
    sentences.push(population(page, part));
    if let Some(day) = edition.published.filter(|_| !part.group.statements.is_empty()) {
        sentences.push(page.say("caption.announced", &[("date", &page.words().date(day))]));
    }
    if part.group.scheme.is_implied() {
        sentences.push(page.say("caption.no-scheme", &[]));
    } else {
        sentences.push(tie_rule(page, part.group.scheme.rank.ties));
    }
    sentences.join(" ")
}

fn group_report(page: &Page<'_>, part: Part<'_>) -> GroupReport {
    let edition = &page.edition(part.edition).id;
    let group = &page.series().groups[part.group.group.0];
    let caption = caption(page, part);
    let first = first_rows(part);
    let rows = first.map_or(Rows::Page(1), Rows::First);
    let wish = Wish { ranked_by: part.total(), shown: shown_columns(part), caption, anchors: false, rows };
    let (table, marks): (_, Marks) = full(page, part, wish);
    GroupReport {
        anchor: group_anchor(page, part),
        wide: table.wide,
        name: page.html(&group.name),
        keys: letter_keys(page, part),
        first: first.map(|n| first_words(page, part, n)),
        table: page.fragment("ranking", &table, ranking_table),
        legend: frame_legend::entries(page, marks),
        figure: stacked_bars(page, part, &format!("s-{}", group.id)),
        more: Link::to(page, Route::Group(edition, &group.id), page.say("group.link", &[])),
        criteria: criteria_links(page, part),
    }
}

/// That only the first rows of a group are shown.
fn first_words(page: &Page<'_>, part: Part<'_>, n: usize) -> String {
    page.say_n("edition.first", n, &[("all", &page.words().number(&part.group.units.len().into()))])
}

/// Links to the pages of the criteria at the top of the tree.
pub(super) fn criteria_links(page: &Page<'_>, part: Part<'_>) -> Vec<Link> {
    let edition = &page.edition(part.edition).id;
    let criteria = &part.group.scheme.criteria;
    let tops = part.group.scheme.tops();
    tops.map(|c| Link::to(page, Route::Criterion(edition, &criteria[c].id), page.text(&criteria[c].name))).collect()
}

/// What a reader must know of the source: of the whole edition, or of one group and what concerns all.
pub(super) fn remarks(page: &Page<'_>, index: EditionIdx, only: Option<Part<'_>>) -> Vec<RemarkView> {
    let remarks = &page.edition(index).remarks;
    let wanted = remarks.iter().filter(|r| only.is_none_or(|part| r.group == Some(part.group.group)));
    wanted.map(|r| RemarkView { quote: r.quote.clone(), lang: quoted_in(page), text: page.html(&r.text) }).collect()
}

/// The language of what is quoted, where it is not that of the page: quotes are in the first language of the site.
pub(super) fn quoted_in(page: &Page<'_>) -> Option<String> {
    let first = page.context.languages.first()?;
    (first.index != page.language.index).then(|| first.tag.clone())
}

/// The files of an edition's data.
pub(super) fn downloads(page: &Page<'_>, index: EditionIdx) -> Vec<Download> {
    let edition = page.edition(index);
    let name = marked_name(page, index);
    let mut list = vec![download(page, &scores_csv(&edition.id), page.say("download.scores", &[("edition", &name)]))];
    for group in &edition.groups {
        let id = &page.series().groups[group.group.0].id;
        let label = page.say("download.ranking", &[("group", page.group_name(group)), ("edition", &name)]);
        list.push(download(page, &ranking_csv(&edition.id, id), label));
    }
    if page.context.rankings.changes[index.0].is_some() {
        let label = page.say("download.changes", &[("edition", &name)]);
        list.push(Download { of_editions: true, ..download(page, &changes_csv(Some(&edition.id)), label) });
    }
    list.extend(corrections::download_of(page, index));
    list
}

/// The file of one group's ranking.
pub(super) fn downloads_of_group(page: &Page<'_>, index: EditionIdx, group: &str) -> Download {
    let label = page.say("download.group", &[]);
    download(page, &ranking_csv(&page.edition(index).id, group), label)
}

/// A file with its size.
pub(super) fn download(page: &Page<'_>, file: &str, label: String) -> Download {
    let bytes = page.context.sizes.get(file).copied().unwrap_or_default();
    let size = page.words().number(&bytes.div_ceil(1000).max(1).into());
    let label = page.say("download.csv", &[("label", &label), ("size", &size)]);
    Download { label, href: page.link_file(file), of_editions: false }
}

impl Page<'_> {
    /// A text of the publisher in the page's language, owned.
    pub(super) fn text_of(&self, text: &crate::model::Text) -> String {
        text.get(self.language.index).to_owned()
    }
}
