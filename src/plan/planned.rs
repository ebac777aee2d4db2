//! A site with everything that writes it: all of it is known before anything is written.

use std::sync::Arc;

use rayon::prelude::*;

use super::table_files::write_table;
use super::taken::{FileWritten, Unwritten, record};
use crate::Sink;
use crate::render::TemplateFault;
use crate::tree::StaticFile;
use crate::writers::files::{SiteFile, of_site};
use crate::writers::hosting::hosting_files;
use crate::writers::html::frame::context::{Context, Job};
use crate::writers::tables::{Made, Offered};
use crate::writers::written::{TableShape, WrittenData};

/// A site that can be written, whole or file by file.
pub(crate) struct Planned<'p, 't> {
    /// Everything that pages are written from.
    pub(crate) context: &'p Context<'p>,
    /// Its pages.
    pub(crate) jobs: &'p [Job<'p>],
    /// Its tables for machines, in the order in which the context offers them.
    pub(crate) tables: &'p [Made<'t>],
    /// Its files beside pages and tables, by kind in the order in which they are written.
    pub(crate) kinds: Vec<Vec<SiteFile<'p>>>,
    /// Files of the publisher, copied as they are.
    pub(crate) statics: &'p [StaticFile],
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

impl Planned<'_, '_> {
    /// Writes the whole site.
    ///
    /// # Errors
    /// When the machine refuses, or templates do not work: all of those are told.
    pub(crate) fn write(mut self, sink: &impl Sink) -> Result<Handed, Stop> {
        let data = self.write_data(sink)?;
        // Some hold their bytes.
        self.kinds.clear();
        self.write_pages(data, sink)
    }

    /// Writes the files for machines, and tells what was written.
    ///
    /// # Errors
    /// When the machine refuses.
    pub(crate) fn write_data(&self, sink: &impl Sink) -> Result<WrittenData, Unwritten> {
        write_files(&self.kinds, write_tables(self.tables, self.context.offered, sink)?, sink)
    }

    /// Writes assets, the publisher's files, files for hosts, then the pages; both cores busy, each page dropped once written.
    /// Last comes the list of all of them.
    ///
    /// # Errors
    /// When the machine refuses, or templates do not work: all of those are told.
    pub(crate) fn write_pages(&self, data: WrittenData, sink: &impl Sink) -> Result<Handed, Stop> {
        let Self { context, jobs, statics, .. } = self;
        let data = Arc::new(data);
        let mut files = data.files.clone();
        for (path, bytes) in context.assets.iter() {
            files.insert(path.to_owned(), record(sink.put(path, bytes).map_err(Unwritten::at(path))?));
        }
        for file in *statics {
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
}

/// Writes the tables in every format, each row made once, and tells what was written.
///
/// # Errors
/// When the machine refuses.
fn write_tables(tables: &[Made<'_>], offered: &[Offered], sink: &impl Sink) -> Result<WrittenData, Unwritten> {
    let written: Result<Vec<(TableShape, Vec<FileWritten>)>, Unwritten> =
        tables.par_iter().zip(offered).map(|(made, offered)| write_table(made, offered, sink)).collect();
    let (tables, files): (Vec<TableShape>, Vec<Vec<FileWritten>>) = written?.into_iter().unzip();
    Ok(WrittenData { files: files.into_iter().flatten().collect(), tables })
}

/// Writes the files beside pages and tables, a kind after the other, so that each knows those before.
///
/// # Errors
/// When the machine refuses.
fn write_files(kinds: &[Vec<SiteFile<'_>>], mut data: WrittenData, sink: &impl Sink) -> Result<WrittenData, Unwritten> {
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
