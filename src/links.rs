//! Links in the words of editors: each that stays in the site leads to one of its files.

use std::collections::BTreeSet;

use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{LangIdx, Place, Series};
use crate::render::own_addresses;
use crate::routes::{Route, Routes, target};

/// Reports links and pictures of free pages and forewords that lead to no file of the site.
pub(crate) fn check(series: &Series, routes: &Routes, paths: &BTreeSet<&str>, faults: &mut Faults) {
    for page in &series.pages {
        let texts = page.texts.iter().enumerate().filter_map(|(i, text)| Some((i, text.as_ref()?)));
        for (i, text) in texts {
            let from = routes.file(Route::Page(&page.name), LangIdx(i));
            check_text(routes, &from, (&text.markdown, text.place), paths, faults);
        }
    }
    for edition in &series.editions {
        let texts = edition.forewords.iter().enumerate().filter_map(|(i, text)| Some((i, text.as_ref()?)));
        for (i, (markdown, place)) in texts {
            let from = routes.file(Route::Edition(&edition.id), LangIdx(i));
            check_text(routes, &from, (markdown, *place), paths, faults);
        }
    }
}

fn check_text(
    routes: &Routes,
    from: &str,
    (markdown, whole): (&str, Place),
    paths: &BTreeSet<&str>,
    faults: &mut Faults,
) {
    // A draft has no page, and leads nowhere.
    if !paths.contains(from) {
        return;
    }
    for (address, range) in own_addresses(markdown) {
        let Some(target) = target(from, &address).filter(|target| !paths.contains(target.as_str())) else { continue };
        let near = faults.meant(&sense::LINK_DEAD, &target, paths.iter().copied());
        let near = near.map(|near| routes.link(from, &near));
        let fault = Diagnostic::new(&sense::LINK_DEAD, place(whole, &range));
        faults.push(fault.with("address", address).with("path", target).with_some("near", near));
    }
}

/// Where a range of a text stands; the whole text where that cannot be told.
fn place(whole: Place, range: &std::ops::Range<usize>) -> Place {
    let at = |n: usize| u32::try_from(n).ok().and_then(|n| whole.start.checked_add(n)).unwrap_or(whole.start);
    if whole.end <= whole.start {
        whole
    } else {
        Place { file: whole.file, start: at(range.start), end: at(range.end) }
    }
}
