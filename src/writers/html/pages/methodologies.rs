//! All schemes: their documents, which editions and groups used each, and what replaced what.

use serde::Serialize;

use crate::model::{EditionIdx, Scheme};
use crate::render::Html;
use crate::report::group::parts_under;
use crate::routes::Route;
use crate::say::editions::marked_label;
use crate::say::schemes::summary;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::documents::{DocumentLine, document_line};

#[derive(Serialize)]
struct Methodologies {
    frame: Frame,
    title: String,
    say: String,
    schemes: Vec<SchemeEntryView>,
    without: Vec<Link>,
}

/// A scheme in the index.
#[derive(Serialize)]
struct SchemeEntryView {
    title: Html,
    href: String,
    say: String,
    document: Option<DocumentLine>,
    uses: Vec<Use>,
    replaces: Option<Link>,
    replaced_by: Vec<Link>,
}

/// An edition under a scheme, with the groups that it holds for.
#[derive(Serialize)]
struct Use {
    edition: Link,
    groups: String,
}

/// The index in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    context.languages.iter().map(|l| Job::new(context, l, Route::Methodologies, "methodologies.html", view)).collect()
}

fn view(page: &Page<'_>) -> Methodologies {
    let mut schemes: Vec<&Scheme> = page.series().schemes.iter().map(|entry| &*entry.base).collect();
    // The newest first: by the last edition that used it, then by the day of its document.
    let last = |scheme: &Scheme| parts_under(page.report(), scheme).first().map(|part| part.edition);
    let day = |scheme: &Scheme| scheme.document.as_ref().and_then(|d| d.date);
    schemes.sort_by_key(|scheme| std::cmp::Reverse((last(scheme), day(scheme))));
    let title = page.say("methodologies.title", &[]);
    let say = match schemes.len() {
        0 => page.say("methodologies.none", &[]),
        n => page.say_n("methodologies.say", n, &[]),
    };
    let site = page.text(&page.series().site.title);
    let head = Head {
        title: page.say("title.page", &[("page", &title), ("site", site)]),
        description: say.clone(),
        crumbs: vec![
            Link::to(page, Route::Home, page.say("crumb.home", &[])),
            Link::here(page.say("methodology.crumb", &[])),
        ],
        edition: None,
        languages: None,
    };
    let edition_link =
        |index: EditionIdx| Link::to(page, Route::Edition(&page.edition(index).id), marked_label(page.voice, index));
    let implied = page.report().editions().filter(|(_, e)| e.groups.iter().any(|g| g.scheme.is_implied()));
    let mut without: Vec<Link> = implied.map(|(index, _)| edition_link(index)).collect();
    without.reverse();
    Methodologies {
        frame: frame(page, head),
        title,
        say,
        schemes: schemes.into_iter().map(|scheme| entry(page, scheme)).collect(),
        without,
    }
}

fn entry(page: &Page<'_>, scheme: &Scheme) -> SchemeEntryView {
    let link = |other: &Scheme| Link::to(page, Route::Methodology(&other.id), page.html(&other.title));
    let all = || page.series().schemes.iter().map(|entry| &*entry.base);
    let before = scheme.replaces.as_ref().and_then(|id| all().find(|other| other.id == *id));
    let after = all().filter(|other| other.replaces.as_deref() == Some(scheme.id.as_str()));
    SchemeEntryView {
        title: page.html(&scheme.title),
        href: page.link(Route::Methodology(&scheme.id)),
        say: summary(page.voice, scheme),
        document: scheme.document.as_ref().map(|d| document_line(page, d)),
        uses: uses(page, scheme),
        replaces: before.map(link),
        replaced_by: after.map(link).collect(),
    }
}

/// The editions under a scheme, the newest first.
fn uses(page: &Page<'_>, scheme: &Scheme) -> Vec<Use> {
    let parts = parts_under(page.report(), scheme);
    let by_edition = parts.chunk_by(|a, b| a.edition == b.edition);
    by_edition
        .map(|parts| {
            let index = parts[0].edition;
            let groups: Vec<String> = parts.iter().map(|part| page.group_name(part.group).to_owned()).collect();
            let edition = Link::to(page, Route::Edition(&page.edition(index).id), marked_label(page.voice, index));
            Use { edition, groups: page.words().list(&groups) }
        })
        .collect()
}
