//! Stage 5: all files of the site, each with what writes it; two files on one path are a fault.

mod paths;
mod table_files;
mod taken;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::Sink;
use crate::diagnostics::codes::sealed;
use crate::diagnostics::{Diagnostic, Faults};
use crate::links::{self, Targets};
use crate::model::Series;
use crate::render::TemplateFault;
use crate::routes::CHECKSUMS;
use crate::tree::StaticFile;
use crate::writers::files::{FILES, FileSource, SiteFile, of_site};
use crate::writers::guides::{GUIDES, GuideSource};
use crate::writers::hosting::hosting_files;
use crate::writers::html::frame::context::{Context, Job};
use crate::writers::html::pages::PAGES;
use crate::writers::tables::{Made, Offered, TABLES, TableSource};
use crate::writers::written::{TableShape, WrittenData};
use paths::{PathSource, check_paths};
use table_files::write_table;
pub(crate) use taken::Unwritten;
use taken::{FileWritten, record};

/// What is written beside pages and exports.
pub(crate) struct Extras<'a> {
    /// Files of the publisher, copied as they are.
    pub(crate) statics: &'a [StaticFile],
}

/// What stops the writing of a site.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The machine refused a file.
    Machine(Unwritten),
    /// Templates that do not work, each told once.
    Templates(Vec<TemplateFault>),
}

impl From<Unwritten> for Stop {
    fn from(unwritten: Unwritten) -> Self {
        Self::Machine(unwritten)
    }
}

/// How many pages and other files were handed to the sink.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Handed {
    /// HTML pages.
    pub(crate) pages: usize,
    /// Other files.
    pub(crate) files: usize,
}

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
pub(crate) fn check(
    context: &Context<'_>,
    jobs: &[Job<'_>],
    kinds: &[Vec<SiteFile<'_>>],
    extras: &Extras<'_>,
    faults: &mut Faults,
) {
    let assets = context.assets.iter().map(|(path, _)| path);
    let hosting = hosting_files(context.report.series, context.routes);
    let assets = assets.chain(hosting.iter().map(|(path, _)| *path));
    let of_tables = context.offered.iter().flat_map(|table| table.files.iter().map(String::as_str));
    let of_files = kinds.iter().flatten().map(|file| file.path.as_str()).chain([CHECKSUMS]);
    let made = assets.chain(of_tables).chain(of_files).map(|path| (path, PathSource::Made));
    let pages = jobs.iter().map(|job| (job.file.as_str(), job.place.map_or(PathSource::Made, PathSource::Place)));
    let statics = extras.statics.iter().map(|file| (file.path.as_str(), PathSource::File(&file.shown)));
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

/// Writes the tables in every format, each row made once, and tells what was written.
///
/// # Errors
/// When the machine refuses.
pub(crate) fn write_tables(
    tables: &[Made<'_>],
    offered: &[Offered],
    sink: &impl Sink,
) -> Result<WrittenData, Unwritten> {
    let written: Result<Vec<(TableShape, Vec<FileWritten>)>, Unwritten> =
        tables.par_iter().zip(offered).map(|(made, offered)| write_table(made, offered, sink)).collect();
    let (tables, files): (Vec<TableShape>, Vec<Vec<FileWritten>>) = written?.into_iter().unzip();
    Ok(WrittenData { files: files.into_iter().flatten().collect(), tables })
}

/// Writes the files beside pages and tables, a kind after the other, so that each knows those before.
///
/// # Errors
/// When the machine refuses.
pub(crate) fn write_files(
    kinds: &[Vec<SiteFile<'_>>],
    mut data: WrittenData,
    sink: &impl Sink,
) -> Result<WrittenData, Unwritten> {
    for files in kinds {
        let written: Result<Vec<FileWritten>, Unwritten> = files
            .par_iter()
            .map(|file| {
                let put = (file.write)(&data).and_then(|bytes| sink.put(&file.path, &bytes));
                Ok((file.path.clone(), record(put.map_err(Unwritten::at(&file.path))?)))
            })
            .collect();
        data.files.extend(written?);
    }
    Ok(data)
}

/// Writes assets, the publisher's files, files for hosts, then the pages; both cores busy, each page dropped once written.
/// Last comes the list of all of them.
///
/// # Errors
/// When the machine refuses, or templates do not work: all of those are told.
pub(crate) fn write(
    context: &Context<'_>,
    jobs: &[Job<'_>],
    data: WrittenData,
    extras: &Extras<'_>,
    sink: &impl Sink,
) -> Result<Handed, Stop> {
    let data = Arc::new(data);
    let mut files = data.files.clone();
    for (path, bytes) in context.assets.iter() {
        files.insert(path.to_owned(), record(sink.put(path, bytes).map_err(Unwritten::at(path))?));
    }
    for file in extras.statics {
        files.insert(file.path.clone(), record(sink.copy(&file.path, file).map_err(Unwritten::at(&file.path))?));
    }
    for (path, text) in hosting_files(context.report.series, context.routes) {
        files.insert(path.to_owned(), record(sink.put(path, text.as_bytes()).map_err(Unwritten::at(path))?));
    }
    let results: Vec<Result<FileWritten, Failure>> = jobs
        .par_iter()
        .map_init(|| Vec::with_capacity(64 << 10), |buffer, job| write_page(job, &data, buffer, sink))
        .collect();
    let mut faults: Vec<TemplateFault> = Vec::new();
    for result in results {
        match result {
            Ok((path, written)) => drop(files.insert(path, written)),
            Err(Failure::Machine(unwritten)) => return Err(Stop::Machine(unwritten)),
            Err(Failure::Template(fault)) if faults.contains(&fault) => {}
            Err(Failure::Template(fault)) => faults.push(fault),
        }
    }
    if !faults.is_empty() {
        return Err(Stop::Templates(faults));
    }
    let (path, text) = of_site(&files);
    sink.put(path, text.as_bytes()).map_err(Unwritten::at(path))?;
    Ok(Handed { pages: jobs.len(), files: files.len() + 1 - jobs.len() })
}

/// Why one page could not be written.
enum Failure {
    Machine(Unwritten),
    Template(TemplateFault),
}

fn write_page(
    job: &Job<'_>,
    data: &Arc<WrittenData>,
    buffer: &mut Vec<u8>,
    sink: &impl Sink,
) -> Result<FileWritten, Failure> {
    buffer.clear();
    (job.write)(data, buffer).map_err(Failure::Template)?;
    let written = sink.put(&job.file, buffer).map_err(Unwritten::at(&job.file)).map_err(Failure::Machine)?;
    Ok((job.file.clone(), record(written)))
}
