//! `YEAR.xlsx` and `series.xlsx`: all tables of an edition, and of all of them, in one file for spreadsheets.

use crate::routes::{Route, data_file};
use crate::writers::files::file::{FileOffer, FileSource, Prominence, SiteFile};
use crate::writers::tables::DataOf;
use crate::writers::workbook::{Book, workbook};

/// The workbook of each edition, and of all editions.
pub(crate) fn files<'a>(source: &'a FileSource<'a, '_>) -> Vec<SiteFile<'a>> {
    let whole = |of: &DataOf| match of {
        DataOf::Series | DataOf::Edition(_) => true,
        DataOf::Version(..) => false,
    };
    source.folders().into_iter().filter(whole).map(|of| file(source, of)).collect()
}

fn file<'a>(source: &'a FileSource<'a, '_>, of: DataOf) -> SiteFile<'a> {
    let (name, phrase, route) = match of {
        DataOf::Series => ("series", "download.book.all", Route::SeriesData),
        DataOf::Edition(edition) | DataOf::Version(edition, _) => {
            let id = source.first().edition(edition).id.as_str();
            (id, "download.book", Route::Edition(id))
        }
    };
    let offer = FileOffer {
        of,
        format: "XLSX",
        phrase,
        name: String::new(),
        prominence: Prominence::First,
        // It holds what changed since the edition before.
        of_editions: true,
    };
    let address = move |language| source.routes.absolute(&source.routes.file(route, language));
    SiteFile {
        path: data_file(of.folder(source.series()), name, "xlsx"),
        offer: Some(offer),
        write: Box::new(move |known| {
            let addresses = source.voices.iter().map(|voice| address(voice.language)).collect();
            let (voices, tables) = (&source.voices, source.tables);
            workbook(&Book { voices, of, tables, shapes: &known.tables, addresses })
        }),
    }
}
