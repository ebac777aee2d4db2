//! The files that hold data: each with its type, its length and its checksum.

use crate::say::editions::marked_name;
use crate::say::voice::Voice;
use crate::writers::formats::FORMATS;
use crate::writers::hosting::media_type;
use crate::writers::tables::{DataOf, Offered};
use crate::writers::written::{FileRecord, WrittenData};

/// A file that holds data.
pub(crate) struct Distribution<'k> {
    /// Its path in the site.
    pub(crate) path: &'k str,
    /// Its length and its checksum.
    pub(crate) written: &'k FileRecord,
    /// The table that it holds, by position; none: all of them, or what they are made of.
    pub(crate) table: Option<usize>,
}

/// Files of data beside tables: the workbook, and what the publisher wrote.
const OTHERS: &[&str] = &["xlsx", "yaml"];

/// How a file ends that holds what the publisher wrote: as a text, so that browsers show it.
const SOURCE: &str = ".yaml.txt";

/// The files that hold the data of an edition, of an earlier version of one, or of all editions: those of tables first, in
/// each format one after the other.
pub(crate) fn distributions<'k>(
    of: DataOf,
    folder: &str,
    offered: &'k [Offered],
    data: &'k WrittenData,
) -> Vec<Distribution<'k>> {
    let mut found = Vec::new();
    for format in 0..FORMATS.len() {
        for (at, table) in offered.iter().enumerate().filter(|(_, table)| table.of == of) {
            let path = table.files[format].as_str();
            let written = data.files.get(path);
            found.extend(written.map(|written| Distribution { path, written, table: Some(at) }));
        }
    }
    let within = data.files.range(folder.to_owned()..).take_while(|(path, _)| path.starts_with(folder));
    for (path, written) in within.filter(|(path, _)| OTHERS.contains(&extension(path))) {
        found.push(Distribution { path, written, table: None });
    }
    found
}

/// What people call a table.
pub(crate) fn table_label(voice: Voice<'_>, table: &Offered) -> String {
    let (DataOf::Edition(index) | DataOf::Version(index, _)) = table.of else { return voice.say(table.phrase, &[]) };
    let name = marked_name(voice, index);
    let group = table.group.map(|group| voice.group_in_text(&voice.edition(index).groups[group]));
    voice.say(table.phrase, &[("edition", &name), ("group", group.unwrap_or_default())])
}

impl Distribution<'_> {
    /// How its name ends, without the dot.
    pub(crate) fn extension(&self) -> &str {
        extension(self.path)
    }

    /// What people call it: the table and the format.
    pub(crate) fn label(&self, voice: Voice<'_>, offered: &[Offered]) -> String {
        let format = self.extension().to_uppercase();
        match self.table.and_then(|at| offered.get(at)) {
            Some(table) => format!("{} ({format})", table_label(voice, table)),
            None => self.path.rsplit('/').next().unwrap_or_default().to_owned(),
        }
    }

    /// Its media type, as servers send it.
    pub(crate) fn media_type(&self) -> &'static str {
        media_type(self.path).unwrap_or("application/octet-stream")
    }
}

fn extension(path: &str) -> &str {
    if path.ends_with(SOURCE) {
        return "yaml";
    }
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}
