//! All files of an edition, or of all editions, as the pages of the data show them.

use serde::Serialize;

use crate::model::EditionIdx;
use crate::say::data::version_title;
use crate::writers::files::Prominence;
use crate::writers::formats::{FORMATS, TableFormat};
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::downloads::{Download, downloads, files, label, size};
use crate::writers::tables::{DataOf, Offered};

/// All files of some data.
#[derive(Serialize)]
pub(crate) struct DataFiles {
    /// What the caption of the table of tables says.
    caption: String,
    /// The names of the formats, the heads of its last columns.
    formats: Vec<&'static str>,
    /// The tables, a row each.
    tables: Vec<TableLine>,
    /// What opens in what.
    opens: Vec<Opens>,
    /// What holds all of the tables.
    first: Vec<Download>,
    /// What describes them.
    descriptions: Vec<Download>,
    /// In which forms they can be cited.
    citations: Vec<Download>,
    /// The versions before corrections, the newest first.
    versions: Vec<VersionFiles>,
}

/// A table with its files.
#[derive(Serialize)]
struct TableLine {
    name: String,
    /// What its rows are.
    holds: String,
    rows: String,
    files: Vec<FileLink>,
    of_editions: bool,
}

/// A table in one format.
#[derive(Serialize)]
struct FileLink {
    format: &'static str,
    size: String,
    href: String,
}

/// For whom a format is.
#[derive(Serialize)]
struct Opens {
    with: String,
    take: String,
}

/// The files of an edition before a day of corrections.
#[derive(Serialize)]
struct VersionFiles {
    name: String,
    files: Vec<Download>,
}

/// All files of an edition, or of all editions.
pub(crate) fn data_files(page: &Page<'_>, of: DataOf) -> DataFiles {
    let first = files(page, of, Prominence::First);
    let tables = page.context.offered.iter().enumerate().filter(|(_, table)| table.of == of);
    DataFiles {
        caption: page.say("data.caption", &[]),
        formats: FORMATS.iter().map(|format| format.name).collect(),
        tables: tables.map(|(at, table)| table_line(page, at, table)).collect(),
        opens: opens(page, !first.is_empty()),
        first,
        descriptions: files(page, of, Prominence::Description),
        citations: files(page, of, Prominence::Citation),
        versions: match of {
            DataOf::Edition(index) => versions(page, index),
            DataOf::Series | DataOf::Version(..) => Vec::new(),
        },
    }
}

fn table_line(page: &Page<'_>, at: usize, table: &Offered) -> TableLine {
    let rows = page.data.tables.get(at).map_or(0, |shape| shape.rows);
    let link = |(format, file): (&TableFormat, &String)| FileLink {
        format: format.name,
        size: page.say("data.size", &[("size", &size(page, file))]),
        href: page.link_file(file),
    };
    TableLine {
        name: label(page, table),
        holds: page.say(&format!("data.row.{}", table.kind), &[]),
        rows: page.words().number(&rows.into()),
        files: FORMATS.iter().zip(&table.files).map(link).collect(),
        of_editions: table.of_editions,
    }
}

/// Which file is for which program.
fn opens(page: &Page<'_>, has_workbook: bool) -> Vec<Opens> {
    let workbook = has_workbook.then_some(["data.opens.workbook.with", "data.opens.workbook"]);
    let others = [["data.opens.csv.with", "data.opens.csv"], ["data.opens.json.with", "data.opens.json"]];
    let all = workbook.into_iter().chain(others);
    all.map(|[with, take]| Opens { with: page.say(with, &[]), take: page.say(take, &[]) }).collect()
}

/// The versions of an edition before each day on which it was corrected.
fn versions(page: &Page<'_>, index: EditionIdx) -> Vec<VersionFiles> {
    let numbers = (1..=page.report().rankings.editions[index.0].versions.len()).rev();
    let files = numbers.map(|number| VersionFiles {
        name: version_title(page.voice, index, number),
        files: downloads(page, DataOf::Version(index, number)),
    });
    files.collect()
}
