//! Links in the words of editors: each that stays in the site leads to one of its files and to an element of that page, and
//! whatever is left out is told.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{LangIdx, Place, Series};
use crate::render::{Finding, RefusedAddress, findings};
use crate::routes::address::{decoded, typed};
use crate::routes::{FOREWORD, Route, Routes, fragment, target};
use crate::words::slug;

/// What a link may lead to.
pub(crate) struct Targets<'a> {
    /// Every file of the site.
    pub(crate) paths: &'a BTreeSet<&'a str>,
    /// The ids of a page; nothing where the file is none.
    pub(crate) ids: &'a dyn Fn(&str) -> Option<BTreeSet<String>>,
}

/// A text of an editor.
struct LinkWords<'a> {
    /// The page that it stands on.
    from: String,
    markdown: &'a str,
    place: Place,
    /// What its ids begin with.
    prefix: &'a str,
}

/// Reports links and pictures of free pages and forewords that lead to no file or element of the site, and what is left
/// out of the pages.
pub(crate) fn check(series: &Series, routes: &Routes, targets: &Targets<'_>, faults: &mut Faults) {
    let mut known = BTreeMap::new();
    for words in texts(series, routes) {
        // A draft has no page, and leads nowhere.
        if !targets.paths.contains(words.from.as_str()) {
            continue;
        }
        for (finding, range) in findings(words.markdown, words.prefix) {
            let place = place(words.place, &range);
            let fault = match finding {
                Finding::Own(address) => dead(&words, routes, targets, &mut known, (&address, place), faults),
                Finding::Link(address, why) => Some(left_out(&words, routes, &address, why, place)),
                Finding::Unaddressed(written) => Some(unaddressed(&words, routes, &written, place)),
                Finding::Spaced(text, address) => Some(spaced(&text, &address, place)),
                Finding::Picture(address) => Some(picture(&words, routes, &address, place)),
                Finding::Html(html) => {
                    // Who writes an element once writes it again.
                    let cause = format!("{} {html}", place.file);
                    Some(Diagnostic::new(&sense::HTML_AS_TEXT, place).with("html", html).caused_by(cause))
                }
                Finding::OpenComment => Some(Diagnostic::new(&sense::COMMENT_OPEN, place)),
            };
            fault.into_iter().for_each(|fault| faults.push(fault));
        }
    }
}

/// All texts of editors, each with the page that it stands on.
fn texts<'a>(series: &'a Series, routes: &Routes) -> Vec<LinkWords<'a>> {
    let mut texts = Vec::new();
    for page in &series.pages {
        for (i, text) in page.texts.iter().enumerate() {
            let from = routes.file(Route::Page(&page.name), LangIdx(i));
            texts.extend(text.as_ref().map(|text| LinkWords {
                from,
                markdown: &text.markdown,
                place: text.place,
                prefix: "",
            }));
        }
    }
    for edition in &series.editions {
        for (i, text) in edition.forewords.iter().enumerate() {
            let from = routes.file(Route::Edition(&edition.id), LangIdx(i));
            texts.extend(text.as_ref().map(|(markdown, place)| LinkWords {
                from,
                markdown,
                place: *place,
                prefix: FOREWORD,
            }));
        }
    }
    texts
}

/// An address that leads to no file, or to no element of its page.
fn dead(
    words: &LinkWords<'_>,
    routes: &Routes,
    targets: &Targets<'_>,
    known: &mut BTreeMap<String, Option<BTreeSet<String>>>,
    (address, place): (&str, Place),
    faults: &mut Faults,
) -> Option<Diagnostic> {
    let file = target(&words.from, address).unwrap_or_else(|| words.from.clone());
    let fault = Diagnostic::new(&sense::LINK_DEAD, place).with("address", address);
    if !targets.paths.contains(file.as_str()) {
        let folder = format!("{file}/index.html");
        let bare = address.split(['?', '#']).next().unwrap_or_default();
        let steps = decoded(bare.trim_start_matches(['.', '/'])).trim_start_matches("content/").to_owned();
        // A file of the publisher, or a page, named from the wrong folder.
        let misplaced = [steps.clone(), format!("{steps}/index.html"), format!("static/{steps}")];
        let misplaced = misplaced.into_iter().find(|path| !steps.is_empty() && targets.paths.contains(path.as_str()));
        // Signs that begin something else in an address, and may stand in the name of a file.
        let whole = target(&words.from, &address.replace('#', "%23").replace('?', "%3F"));
        let whole = whole.filter(|path| *path != file && targets.paths.contains(path.as_str()));
        let near = match targets.paths.contains(folder.as_str()) {
            true => Some(folder),
            false => whole.or(misplaced).or_else(|| meant(&file, targets, faults)),
        };
        let near = near.map(|near| typed(&routes.relative(&words.from, &near)));
        let near = outside(address).or(near);
        return Some(fault.with("path", file).with_some("near", near));
    }
    let wanted = fragment(address)?;
    let ids = known.entry(file.clone()).or_insert_with(|| (targets.ids)(&file)).as_ref()?;
    if ids.contains(&wanted) {
        return None;
    }
    let path = address.split('#').next().unwrap_or_default();
    let near = Some(slug(&wanted)).filter(|slug| ids.contains(slug));
    let near = near.or_else(|| faults.meant(&sense::LINK_DEAD, &wanted, ids.iter().map(String::as_str)));
    Some(fault.with("path", format!("{file}#{wanted}")).with_some("near", near.map(|near| format!("{path}#{near}"))))
}

/// The file that is nearest to one that is not there; the part that most pages share tells nothing.
fn meant(file: &str, targets: &Targets<'_>, faults: &mut Faults) -> Option<String> {
    const SHARED: &str = "/index.html";
    let Some(name) = file.strip_suffix(SHARED) else {
        return faults.meant(&sense::LINK_DEAD, file, targets.paths.iter().copied());
    };
    let pages = targets.paths.iter().filter_map(|path| path.strip_suffix(SHARED));
    faults.meant(&sense::LINK_DEAD, name, pages).map(|near| format!("{near}{SHARED}"))
}

/// An address of another site or of somebody's mail that lacks what such addresses begin with.
fn outside(address: &str) -> Option<String> {
    let (name, host) = address.split_once('@').unwrap_or_default();
    let is_mail = !name.is_empty() && host.contains('.') && !address.contains(['/', ' ', '?', '#']);
    if is_mail {
        return Some(format!("mailto:{address}"));
    }
    address.starts_with("www.").then(|| format!("https://{address}"))
}

/// A link or picture that is none, since there is a space in its address.
fn spaced(text: &str, address: &str, place: Place) -> Diagnostic {
    let typed = format!("{text}(<{address}>)");
    let code = if text.starts_with('!') { &sense::PICTURE_LEFT_OUT } else { &sense::LINK_LEFT_OUT };
    Diagnostic::new(code, place).with("typed", typed).with("address", address)
}

/// A link without an address, with one that it could have.
fn unaddressed(words: &LinkWords<'_>, routes: &Routes, written: &str, place: Place) -> Diagnostic {
    let shown = written.split(']').next().unwrap_or(written);
    let page = typed(&routes.relative(&words.from, &routes.file(Route::Archive, LangIdx(0))));
    Diagnostic::new(&sense::LINK_LEFT_OUT, place).with("bare", written).with("typed", format!("{shown}]({page})"))
}

/// A link that is left out, with what may be written in its place.
fn left_out(words: &LinkWords<'_>, routes: &Routes, address: &str, why: RefusedAddress, place: Place) -> Diagnostic {
    let (mut relative, mut whole, mut file, mut scheme, mut others) = (None, None, None, None, None);
    match why {
        RefusedAddress::FromRoot => {
            let within = address.strip_prefix(routes.base_path()).unwrap_or(address);
            let page = target("", within).unwrap_or_else(|| "index.html".to_owned());
            relative = Some(typed(&routes.relative(&words.from, &page)));
        }
        RefusedAddress::Password(bare) | RefusedAddress::Port(bare) => whole = Some(bare),
        RefusedAddress::NoHost => whole = Some("https://example.org/".to_owned()),
        RefusedAddress::OtherHost if address.starts_with("//") => whole = Some(format!("https:{address}")),
        RefusedAddress::OtherHost => file = Some(example(words, routes, address)),
        // A letter is a drive of somebody's computer.
        RefusedAddress::Scheme(of) if of.len() == 1 || of.eq_ignore_ascii_case("file") => {
            (file, scheme) = (Some(example(words, routes, address)), Some(of));
        }
        RefusedAddress::Scheme(of) => (others, scheme) = (Some("https:, http:"), Some(of)),
    }
    Diagnostic::new(&sense::LINK_LEFT_OUT, place)
        .with("address", address)
        .with_some("relative", relative)
        .with_some("typed", whole)
        .with_some("file", file)
        .with_some("scheme", scheme)
        .with_some("others", others)
}

/// Where a file of that name would be, once it lies among those of the publisher.
fn example(words: &LinkWords<'_>, routes: &Routes, address: &str) -> String {
    let name = address.rsplit(['/', '\\']).next().filter(|name| !name.is_empty()).unwrap_or("file.pdf");
    typed(&routes.relative(&words.from, &format!("static/{name}")))
}

/// A picture that is left out, with where it would be among the files of the publisher.
fn picture(words: &LinkWords<'_>, routes: &Routes, address: &str, place: Place) -> Diagnostic {
    // What is written in the address itself has no name.
    let path = address.split(['?', '#']).next().filter(|path| !path.starts_with("data:")).unwrap_or("picture.png");
    let file = example(words, routes, path);
    Diagnostic::new(&sense::PICTURE_LEFT_OUT, place).with("address", address).with("file", file)
}

/// Where a range of a text stands; the whole text where that cannot be told.
fn place(whole: Place, range: &Range<usize>) -> Place {
    let at = |n: usize| u32::try_from(n).ok().and_then(|n| whole.start.checked_add(n)).unwrap_or(whole.start);
    if whole.end <= whole.start {
        whole
    } else {
        Place { file: whole.file, start: at(range.start), end: at(range.end) }
    }
}
