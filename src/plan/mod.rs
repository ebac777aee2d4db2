//! Stage 5: all files of the site, each with what writes it; two files on one path are a fault.

mod paths;
mod planned;
mod table_files;
mod taken;
mod vanished;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostics::codes::sealed;
use crate::diagnostics::{Diagnostic, Faults};
use crate::links::{self, Targets};
use crate::model::Series;
use crate::routes::CHECKSUMS;
use crate::writers::files::{FILES, FileSource, SiteFile};
use crate::writers::guides::{GUIDES, GuideSource};
use crate::writers::hosting::hosting_files;
use crate::writers::html::frame::context::{Context, Job};
use crate::writers::html::pages::PAGES;
use crate::writers::tables::{Made, Offered, TABLES, TableSource};
use paths::{PathSource, check_paths};
pub(crate) use planned::{Handed, Planned, Stop};
pub(crate) use taken::Unwritten;
pub(crate) use vanished::vanished;

/// The tables of a site for machines.
#[must_use]
pub(crate) fn tables(source: TableSource<'_>) -> Vec<Made<'_>> {
    TABLES.iter().flat_map(|kind| kind(source)).collect()
}

/// What pages offer of the tables: each with its files in every format.
#[must_use]
pub(crate) fn offered(series: &Series, tables: &[Made<'_>]) -> Vec<Offered> {
    tables.iter().map(|table| table.offered(series)).collect()
}

/// The files beside pages and tables, by kind in the order in which they are written.
#[must_use]
pub(crate) fn files<'a>(source: &'a FileSource<'a, '_>) -> Vec<Vec<SiteFile<'a>>> {
    FILES.iter().map(|kind| kind(source)).collect()
}

/// The files that lead to the pages.
#[must_use]
pub(crate) fn guides<'a>(source: &'a GuideSource<'a>) -> Vec<SiteFile<'a>> {
    GUIDES.iter().flat_map(|kind| kind(source)).collect()
}

/// The pages of a site.
#[must_use]
pub(crate) fn pages<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    PAGES.iter().flat_map(|kind| kind(context)).collect()
}

/// Reports what is wrong with the files of a site before any of them is written: two on one path, addresses that a seal
/// keeps and that are gone, and dead links in the words of editors.
pub(crate) fn check(planned: &Planned<'_, '_>, faults: &mut Faults) {
    let Planned { context, jobs, kinds, statics, .. } = planned;
    let assets = context.assets.iter().map(|(path, _)| path);
    let hosting = hosting_files(context.report.series, context.routes);
    let assets = assets.chain(hosting.iter().map(|(path, _)| *path));
    let of_tables = context.offered.iter().flat_map(|table| table.files.iter().map(String::as_str));
    let of_files = kinds.iter().flatten().map(|file| file.path.as_str()).chain([CHECKSUMS]);
    let made = assets.chain(of_tables).chain(of_files).map(|path| (path, PathSource::Made));
    let pages = jobs.iter().map(|job| (job.file.as_str(), job.place.map_or(PathSource::Made, PathSource::Place)));
    let statics = statics.iter().map(|file| (file.path.as_str(), PathSource::File(&file.shown)));
    let laid: Vec<(&str, PathSource<'_>)> = pages.chain(made).chain(statics).collect();
    check_paths(&laid, faults);
    let paths: Vec<&str> = laid.into_iter().map(|(path, _)| path).collect();
    check_sealed(context.report.series, paths.iter().copied(), faults);
    let targets = Targets { paths: &paths.into_iter().collect(), ids: &|file| ids(jobs, file) };
    links::check(context.report.series, context.routes, &targets, faults);
}

/// The ids of a page, which only the finished page has; nothing where the file is none, or its template does not work.
fn ids(jobs: &[Job<'_>], file: &str) -> Option<BTreeSet<String>> {
    let job = jobs.iter().find(|job| job.file == file)?;
    let mut page = Vec::new();
    (job.write)(&Arc::default(), &mut page).ok()?;
    let page = String::from_utf8(page).ok()?;
    let ids = page.split(" id=\"").skip(1).filter_map(|rest| rest.split_once('"'));
    Some(ids.map(|(id, _)| id.to_owned()).collect())
}

/// Reports addresses of sealed editions that the site would no longer have.
fn check_sealed<'a>(series: &Series, paths: impl Iterator<Item = &'a str>, faults: &mut Faults) {
    if series.editions.iter().all(|edition| edition.seal.is_none()) {
        return;
    }
    let paths: BTreeSet<&str> = paths.collect();
    for edition in &series.editions {
        let Some(seal) = edition.seal.as_deref() else { continue };
        let dropped: Vec<&str> = seal.urls().filter(|url| !paths.contains(url)).collect();
        let places = if dropped.is_empty() { BTreeMap::new() } else { seal.places() };
        for url in dropped {
            let place = places.get(format!("url {url}").as_str()).copied().unwrap_or(seal.place);
            let fault = Diagnostic::new(&sealed::SEALED_URL_DROPPED, place);
            faults.push(fault.with("url", url).with("edition", &edition.id));
        }
    }
}
