//! Stage 5: all files of the site, each with what writes it; two files on one path are a fault.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostics::codes::{sealed, sense};
use crate::diagnostics::{Diagnostic, Faults};
use crate::links::{self, Targets};
use crate::model::{Place, Series};
use crate::render::TemplateFault;
use crate::routes::CHECKSUMS;
use crate::tree::StaticFile;
use crate::writers::files::{FILES, FileSource, SiteFile, of_site};
use crate::writers::formats::{FORMATS, TableFormat, TableText};
use crate::writers::guides::{GUIDES, GuideSource};
use crate::writers::hosting::hosting_files;
use crate::writers::html::frame::context::{Context, Job};
use crate::writers::html::pages::PAGES;
use crate::writers::table::{Field, Table, Value};
use crate::writers::tables::{Made, Offered, TABLES, TableSource};
use crate::writers::written::{FileRecord, TableShape, WrittenData};
use crate::{Sink, SinkFile, Written};

/// What is written beside pages and exports.
pub(crate) struct Extras<'a> {
    /// Files of the publisher, copied as they are.
    pub(crate) statics: &'a [StaticFile],
}

/// A file that the machine refused to take.
#[derive(Debug)]
pub struct Unwritten {
    /// Its path in the site.
    pub path: String,
    /// Why.
    pub error: io::Error,
}

impl Unwritten {
    /// What a refusal of a file is told as.
    fn at(path: &str) -> impl FnOnce(io::Error) -> Self {
        move |error| Self { path: path.to_owned(), error }
    }
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

/// Where a file of the site comes from; what is nearer to what an editor wrote comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum PathSource<'a> {
    /// An editor gave it its address there.
    Place(Place),
    /// It is this file, copied as it is.
    File(&'a str),
    /// It follows from what the site is about.
    Made,
}

impl PathSource<'_> {
    /// How far it is from a word that an editor can change: a line is nearer than a whole file.
    fn distance(self) -> usize {
        match self {
            Self::Place(place) if place.end > place.start => 0,
            Self::Place(_) => 1,
            Self::File(_) => 2,
            Self::Made => 3,
        }
    }
}

/// Reports files that would lie on one path, also where they differ only in case, and files in whose place a folder has
/// to be.
fn check_paths<'a>(laid: &[(&'a str, PathSource<'a>)], faults: &mut Faults) {
    let (mut seen, mut written): (BTreeMap<String, (&str, PathSource<'_>)>, _) = (BTreeMap::new(), BTreeSet::new());
    for &(path, origin) in laid {
        if let Some(other) = seen.insert(path.to_lowercase(), (path, origin)) {
            let fault = path_twice((path, origin), other);
            // An alias is one mistake in all languages of its page.
            if fault.place.is_none_or(|place| written.insert(place)) {
                faults.push(fault);
            }
        }
    }
    // The files of a folder follow each other, so that each folder is asked for about once.
    let (mut told, mut last) = (BTreeSet::new(), "");
    for (folded, &inside) in &seen {
        let folder = folded.rsplit_once('/').map_or("", |(folder, _)| folder);
        if std::mem::replace(&mut last, folder) == folder {
            continue;
        }
        let above = folder.match_indices('/').map(|(at, _)| &folder[..at]).chain([folder]);
        for file in above.filter_map(|path| seen.get(path)).filter(|(path, _)| told.insert(*path)) {
            faults.push(path_twice(*file, inside));
        }
    }
}

/// The fault of two files on one path: at the one that is nearer to what an editor wrote, the later one of two alike.
fn path_twice(one: (&str, PathSource<'_>), other: (&str, PathSource<'_>)) -> Diagnostic {
    let is_first = one.1.distance() <= other.1.distance();
    let ((path, origin), (other, beside)) = if is_first { (one, other) } else { (other, one) };
    let (place, known) = match origin {
        PathSource::Place(place) => (Some(place), path),
        PathSource::File(shown) => (None, shown),
        PathSource::Made => (None, path),
    };
    let fault = Diagnostic::new(&sense::PATH_TWICE, place).with("path", known).with("at", path);
    let fault = fault.with_some("other", Some(other).filter(|other| *other != path));
    match beside {
        PathSource::Place(place) => {
            fault.with("first", "the other one").with("first_vi", "chỗ kia").related(place, "first")
        }
        PathSource::File(shown) => fault.with("file", shown),
        PathSource::Made => fault,
    }
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

/// Writes a table in every format, row by row.
fn write_table(
    made: &Made<'_>,
    offered: &Offered,
    sink: &impl Sink,
) -> Result<(TableShape, Vec<FileWritten>), Unwritten> {
    let Table { fields, rows } = (made.table)();
    let files = FORMATS.iter().zip(&offered.files);
    let begin = |(format, path): (&TableFormat, &'_ String)| {
        Ok((path.clone(), TableFile::begin(format, &fields, path, sink).map_err(Unwritten::at(path))?))
    };
    let mut files: Vec<(String, TableFile<'_>)> = files.map(begin).collect::<Result<_, Unwritten>>()?;
    let mut shape = TableShape::new(fields.clone());
    for row in rows {
        shape.add(&row);
        for (path, file) in &mut files {
            file.row(&row).map_err(Unwritten::at(path))?;
        }
    }
    let end = |(path, file): (String, TableFile<'_>)| {
        let written = file.end().map_err(Unwritten::at(&path))?;
        Ok((path, record(written)))
    };
    Ok((shape, files.into_iter().map(end).collect::<Result<_, Unwritten>>()?))
}

/// A file of a table while it is written: no more of it is in memory than a piece.
struct TableFile<'s> {
    text: Box<dyn TableText>,
    piece: Vec<u8>,
    file: Box<dyn SinkFile + 's>,
}

/// How many bytes are handed over at once, about.
const PIECE: usize = 64 << 10;

impl<'s> TableFile<'s> {
    /// A file with the columns of a table.
    fn begin(format: &TableFormat, fields: &[Field], path: &str, sink: &'s impl Sink) -> io::Result<Self> {
        let mut piece = Vec::with_capacity(PIECE + PIECE / 8);
        let text = (format.begin)(fields, &mut piece);
        Ok(Self { text, piece, file: sink.stream(path)? })
    }

    /// Writes a row more.
    fn row(&mut self, row: &[Value<'_>]) -> io::Result<()> {
        self.text.row(row, &mut self.piece);
        if self.piece.len() < PIECE {
            return Ok(());
        }
        self.file.write_all(&self.piece)?;
        self.piece.clear();
        Ok(())
    }

    /// Writes what stands behind the last row.
    fn end(mut self) -> io::Result<Written> {
        self.text.end(&mut self.piece);
        self.file.write_all(&self.piece)?;
        self.file.end()
    }
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

/// What a sink told of a file.
fn record(Written { len, sha256 }: Written) -> FileRecord {
    FileRecord { len, sha256 }
}

/// A file with what the sink told of it.
type FileWritten = (String, FileRecord);

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
