//! The files of a planned site, each made when it is asked for.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::sync::Arc;

use super::notice::{NoPage, page_of};
use super::reply::{Body, Reply};
use crate::diagnostics::CliLanguage;
use crate::plan::Planned;
use crate::publish::OneFileSink;
use crate::render::TemplateFault;
use crate::routes::CHECKSUMS;
use crate::tree::StaticFile;
use crate::writers::formats::{FORMATS, table_bytes};
use crate::writers::hosting::type_of;
use crate::writers::html::frame::context::Job;
use crate::writers::written::WrittenData;

/// The most rows of scores of which the files for machines are made before somebody asks for one: pages print their sizes.
const QUICK: usize = 5_000;

/// A planned site with what makes each of its files.
pub(super) struct SiteFiles<'s, 't, 'f> {
    planned: &'s Planned<'s, 't>,
    places: BTreeMap<&'s str, FilePlace<'s>>,
    /// Sizes and hashes of the files for machines, as far as they were made.
    data: Arc<WrittenData>,
    /// Whether these are those of the content before.
    is_behind: bool,
    /// Tells a fault of a template.
    told: &'f dyn Fn(&TemplateFault) -> String,
    language: CliLanguage,
}

/// What makes a file of the site.
#[derive(Clone, Copy)]
enum FilePlace<'s> {
    Page(&'s Job<'s>),
    /// A table and a format, by position.
    Table(usize, usize),
    /// A file that is made together with all others for machines.
    Data,
    Asset(&'s [u8]),
    Static(&'s StaticFile),
    /// The checksums of the whole site.
    Sums,
}

impl<'s, 't, 'f> SiteFiles<'s, 't, 'f> {
    /// The files of a site. Those for machines were such and such before the last change; of a small site they are made
    /// anew when nobody waits for a page, and now where nothing was before.
    pub(super) fn of(
        planned: &'s Planned<'s, 't>,
        before: Option<Arc<WrittenData>>,
        told: &'f dyn Fn(&TemplateFault) -> String,
        language: CliLanguage,
    ) -> Self {
        let series = planned.context.report.series;
        let is_small = series.editions.len() * series.units.len() <= QUICK;
        // What other tables held is not what these hold.
        let before = before.filter(|data| is_small && data.tables.len() == planned.tables.len());
        let is_first = before.is_none();
        let data = before.unwrap_or_default();
        let mut files = Self { planned, places: places(planned), data, is_behind: is_small, told, language };
        if is_first && is_small {
            files.catch_up();
        }
        files
    }

    /// Whether pages print sizes of before.
    pub(super) fn is_behind(&self) -> bool {
        self.is_behind
    }

    /// Makes the files for machines, so that their sizes are known.
    pub(super) fn catch_up(&mut self) {
        self.make_data(None);
    }

    /// The sizes that pages print.
    pub(super) fn sizes(self) -> Arc<WrittenData> {
        self.data
    }

    /// Answers for a path below that of the site; `page` is done to each page.
    pub(super) fn answer(&mut self, path: &str, page: impl Fn(Vec<u8>) -> Vec<u8>) -> Reply {
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        let Some(place) = self.places.get(file.as_str()).copied() else {
            return match self.places.contains_key(format!("{path}/index.html").as_str()) {
                true => Reply { status: 301, kind: String::new(), body: Body::Folder },
                false => self.not_found(path, page),
            };
        };
        let body = match place {
            FilePlace::Page(job) => return self.page(200, job, page),
            FilePlace::Asset(bytes) => Body::Bytes(bytes.to_vec()),
            FilePlace::Table(table, format) => {
                Body::Bytes(table_bytes((self.planned.tables[table].table)(), FORMATS[format].begin))
            }
            FilePlace::Data => Body::Bytes(self.make_data(Some(&file))),
            FilePlace::Sums => Body::Bytes(self.sums()),
            FilePlace::Static(file) => match file.open() {
                Ok(open) => Body::Stream(Box::new(open.take(file.len)), file.len),
                Err(error) => return self.failed(&error.to_string(), page),
            },
        };
        let kind = type_of(&file).unwrap_or_else(|| "application/octet-stream".to_owned());
        Reply { status: 200, kind, body }
    }

    /// Makes the files for machines, and keeps the bytes of one of them.
    fn make_data(&mut self, kept: Option<&str>) -> Vec<u8> {
        let sink = OneFileSink::of(kept);
        self.data = Arc::new(self.planned.write_data(&sink).unwrap_or_default());
        self.is_behind = false;
        sink.into_bytes()
    }

    /// The checksums of the site as it will be published: its pages without what the preview adds.
    fn sums(&self) -> Vec<u8> {
        let sink = OneFileSink::of(Some(CHECKSUMS));
        if let Ok(data) = self.planned.write_data(&sink) {
            let _ = self.planned.write_pages(data, &sink);
        }
        sink.into_bytes()
    }

    fn page(&self, status: u16, job: &Job<'_>, page: impl Fn(Vec<u8>) -> Vec<u8>) -> Reply {
        let mut bytes = Vec::new();
        match (job.write)(&self.data, &mut bytes) {
            Ok(()) => Reply::page(status, page(bytes)),
            Err(fault) => self.failed(&(self.told)(&fault), page),
        }
    }

    /// A page that tells why there is no other.
    fn failed(&self, why: &str, page: impl Fn(Vec<u8>) -> Vec<u8>) -> Reply {
        Reply::page(500, page(page_of(NoPage::Page, why, self.language)))
    }

    /// The page that tells that there is none, in the language in whose folder it was looked for.
    fn not_found(&self, path: &str, page: impl Fn(Vec<u8>) -> Vec<u8>) -> Reply {
        let mut folders = self.planned.context.routes.language_folders();
        let folder = folders.find(|folder| path.starts_with(*folder)).unwrap_or_default();
        match self.places.get(format!("{folder}404.html").as_str()) {
            Some(FilePlace::Page(job)) => self.page(404, job, page),
            Some(_) | None => Reply::page(404, page(page_of(NoPage::File, path, self.language))),
        }
    }
}

/// What makes each file, by its path; files for hosts are none that a host shows.
fn places<'s>(planned: &'s Planned<'s, '_>) -> BTreeMap<&'s str, FilePlace<'s>> {
    let jobs = planned.jobs.iter().map(|job| (job.file.as_str(), FilePlace::Page(job)));
    let tables = planned.context.offered.iter().enumerate().flat_map(|(table, offered)| {
        let files = offered.files.iter().enumerate();
        files.map(move |(format, file)| (file.as_str(), FilePlace::Table(table, format)))
    });
    let data = planned.kinds.iter().flatten().map(|file| (file.path.as_str(), FilePlace::Data));
    let assets = planned.context.assets.iter().map(|(path, bytes)| (path, FilePlace::Asset(bytes)));
    let statics = planned.statics.iter().map(|file| (file.path.as_str(), FilePlace::Static(file)));
    jobs.chain(tables).chain(data).chain(assets).chain(statics).chain([(CHECKSUMS, FilePlace::Sums)]).collect()
}
