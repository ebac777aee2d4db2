//! The files of the publisher that an edition was made from: its scores and its schemes, without the comments that editors
//! wrote for each other.

use crate::model::{Cell, Cells, Edition};
use crate::routes::{data_path, source_file};
use crate::writers::files::file::{FileOffer, FileSource, Prominence, SiteFile};
use crate::writers::tables::DataOf;
use crate::yaml::without_comments;

/// The score file and the schemes of each edition; no score file that holds a value which is not to be shown.
pub(crate) fn files<'a>(source: &'a FileSource<'a, '_>) -> Vec<SiteFile<'a>> {
    let mut files = Vec::new();
    for index in source.editions() {
        let edition = source.first().edition(index);
        let of = DataOf::Edition(index);
        for (name, path) in paths(edition).into_iter().skip(usize::from(withholds(edition))) {
            let Some(file) = source.content.iter().find(|file| file.path == path) else { continue };
            let Ok(text) = std::str::from_utf8(&file.bytes) else { continue };
            let phrase = if path.starts_with("content/scores/") { "file.source.scores" } else { "file.source.scheme" };
            let offer = FileOffer {
                of,
                format: "YAML",
                phrase,
                name: name.clone(),
                prominence: Prominence::Description,
                of_editions: false,
            };
            files.push(SiteFile {
                path: source_file(&data_path(of.folder(source.series())), &path),
                offer: Some(offer),
                write: Box::new(move |_| Ok(without_comments(text).into_bytes())),
            });
        }
    }
    files
}

/// Whether a value of an edition is known and not shown: beside such a word its file may say more than the pages do.
fn withholds(edition: &Edition) -> bool {
    let is_secret = |cell: Cell| match cell {
        Cell::Score(_) => false,
        Cell::Empty(state) => state.is_secret(),
    };
    let mut columns = edition.groups.iter().flat_map(|group| group.columns.iter());
    columns.any(|cells: &Cells| (0..cells.len()).any(|row| is_secret(cells.cell(row))))
}

/// The name and the path of each file that an edition was made from, each once; the score file first.
fn paths(edition: &Edition) -> Vec<(String, String)> {
    let mut paths = vec![(edition.id.clone(), format!("content/scores/{}.yaml", edition.id))];
    for group in &edition.groups {
        let id = &group.scheme.id;
        let path = format!("content/schemes/{id}.yaml");
        if !group.scheme.is_implied() && paths.iter().all(|(_, other)| *other != path) {
            paths.push((id.clone(), path));
        }
    }
    paths
}
