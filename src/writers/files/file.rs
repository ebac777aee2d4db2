//! A file beside pages and tables, and what it is made from.

use std::io;

use serde_json::Value;

use crate::model::{EditionIdx, LangIdx, Series, Text};
use crate::report::model::Report;
use crate::routes::Routes;
use crate::say::voice::Voice;
use crate::tree::File;
use crate::writers::tables::{DataOf, Made, Offered};
use crate::writers::written::WrittenData;

/// A file beside pages and tables.
pub(crate) struct SiteFile<'a> {
    /// Its path in the site.
    pub(crate) path: String,
    /// How pages offer it; none: only programs that know its address want it.
    pub(crate) offer: Option<FileOffer>,
    /// Answers with its bytes, once the files of the kinds before are written.
    pub(crate) write: WriteFile<'a>,
}

/// Answers with the bytes of a file.
pub(crate) type WriteFile<'a> = Box<dyn Fn(&WrittenData) -> io::Result<Vec<u8>> + Send + Sync + 'a>;

/// How pages offer a file.
#[derive(Clone, Debug)]
pub(crate) struct FileOffer {
    /// Of which data it is.
    pub(crate) of: DataOf,
    /// What people call its format: `XLSX`.
    pub(crate) format: &'static str,
    /// The phrase that names it for people, in which `{edition}` and `{name}` are filled in.
    pub(crate) phrase: &'static str,
    /// What `{name}` is in it.
    pub(crate) name: String,
    /// Where it is offered.
    pub(crate) prominence: Prominence,
    /// Whether it speaks of other editions too, so that another of them may change its size.
    pub(crate) of_editions: bool,
}

/// Where a file is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Prominence {
    /// Wherever tables are offered, before them.
    First,
    /// On the page of the data alone: it describes other files.
    Description,
    /// On the page of the data alone: it is a way to cite.
    Citation,
}

/// A file that pages offer.
#[derive(Clone, Debug)]
pub(crate) struct OfferedFile {
    /// Its path in the site.
    pub(crate) path: String,
    /// How.
    pub(crate) offer: FileOffer,
}

impl SiteFile<'_> {
    /// What pages offer of it.
    pub(crate) fn offered(&self) -> Option<OfferedFile> {
        Some(OfferedFile { path: self.path.clone(), offer: self.offer.clone()? })
    }
}

/// What files are made from.
pub(crate) struct FileSource<'a, 't> {
    /// The report in each language, the first one first.
    pub(crate) voices: Vec<Voice<'a>>,
    /// Makes addresses.
    pub(crate) routes: &'a Routes,
    /// The tables for machines.
    pub(crate) tables: &'a [Made<'t>],
    /// What pages offer of them, in the same order.
    pub(crate) offered: &'a [Offered],
    /// The files of the publisher as they were read.
    pub(crate) content: &'a [File],
}

impl<'a> FileSource<'a, '_> {
    /// The report in the first language.
    pub(crate) fn first(&self) -> Voice<'a> {
        self.voices[0]
    }

    /// What is told.
    pub(crate) fn report(&self) -> &'a Report<'a> {
        self.first().report
    }

    /// The publication.
    pub(crate) fn series(&self) -> &'a Series {
        self.first().series()
    }

    /// All editions, the oldest first.
    pub(crate) fn editions(&self) -> impl Iterator<Item = EditionIdx> + use<'a> {
        (0..self.series().editions.len()).map(EditionIdx)
    }

    /// A text of the publisher by language, where it has one.
    pub(crate) fn texts(&self, text: &Text) -> Value {
        let tags = self.series().site.languages.iter().enumerate();
        let said = tags.filter_map(|(language, tag)| Some((tag.clone(), text.exact(LangIdx(language))?.into())));
        Value::Object(said.collect())
    }

    /// A text of ours by the language of its words, once for each.
    pub(crate) fn in_languages(&self, say: impl Fn(Voice<'_>) -> String) -> Value {
        let mut said = serde_json::Map::new();
        for &voice in &self.voices {
            said.entry(voice.words.tag()).or_insert_with(|| say(voice).into());
        }
        Value::Object(said)
    }

    /// Every folder of data that the site has: of each edition, of each earlier version of one, of all editions.
    pub(crate) fn folders(&self) -> Vec<DataOf> {
        let mut folders: Vec<DataOf> = Vec::new();
        for table in self.offered {
            if !folders.contains(&table.of) {
                folders.push(table.of);
            }
        }
        folders
    }
}
