//! `/api/v1/index.json`: what files for machines there are, for programs: every edition with its days and its status, every
//! table with its files. Addresses are relative to the file, so that they hold wherever the site stands.

use serde_json::Value;

use crate::model::{EditionIdx, LangIdx};
use crate::report::days::{corrected_day, version_end};
use crate::routes::{INTERFACE, OPENAPI, Route};
use crate::say::data::data_title;
use crate::writers::described::dataset::Dataset;
use crate::writers::described::distribution::{Distribution, distributions, table_label};
use crate::writers::described::licence::{licence_page, spdx};
use crate::writers::described::object::{Object, indented};
use crate::writers::files::file::{FileSource, SiteFile};
use crate::writers::tables::DataOf;
use crate::writers::written::WrittenData;

/// The version of the interface: a new one comes only where something that was promised has to change.
const VERSION: u32 = 1;

/// The index of the interface.
pub(crate) fn files<'a>(source: &'a FileSource<'a, '_>) -> Vec<SiteFile<'a>> {
    let write = move |known: &WrittenData| Ok(indented(&index(source, known)));
    vec![SiteFile { path: INTERFACE.to_owned(), offer: None, write: Box::new(write) }]
}

fn index(source: &FileSource<'_, '_>, known: &WrittenData) -> Value {
    let series = source.series();
    let first = Dataset { of: DataOf::Series, voice: source.first(), routes: source.routes };
    let licence = series.site.licence.as_ref().map(|licence| {
        let text = licence.get(LangIdx(0));
        let object = Object::default().set("name", source.texts(licence)).maybe("spdx", spdx(text));
        object.maybe("url", licence_page(text)).done()
    });
    let publisher = &series.site.publisher;
    let published = Object::default().set("name", source.texts(&publisher.name));
    let published = published.maybe("url", publisher.url.clone()).maybe("email", publisher.email.clone()).done();
    let object = Object::default().set("version", VERSION).set("title", source.texts(&series.site.title));
    let object = object.set("languages", series.site.languages.clone()).maybe("url", source.routes.url());
    let object = object.set("publisher", published).maybe("licence", licence);
    let object = object.maybe("updated", first.newest().map(|day| day.to_string()));
    let object = object.set("openapi", link(source, OPENAPI));
    let editions: Vec<Value> = source.editions().map(|index| edition(source, known, index)).collect();
    object.set("editions", editions).set("series", data(Object::default(), source, known, DataOf::Series)).done()
}

fn edition(source: &FileSource<'_, '_>, known: &WrittenData, index: EditionIdx) -> Value {
    let edition = source.first().edition(index);
    let id = |edition: EditionIdx| source.first().edition(edition).id.clone();
    let object = Object::default().set("id", edition.id.as_str()).set("year", edition.year);
    let object = object.set("status", edition.status.word());
    let object = object.maybe("published", edition.published.map(|day| day.to_string()));
    let object = object.maybe("corrected", corrected_day(edition).map(|day| day.to_string()));
    let object = object.set("from", edition.period.from.to_string()).set("to", edition.period.to.to_string());
    let object = object.maybe("previous", edition.previous.map(id));
    let numbers = 1..=source.report().rankings.editions[index.0].versions.len();
    let versions = numbers.map(|number| {
        let of = DataOf::Version(index, number);
        let since = Dataset { of, voice: source.first(), routes: source.routes }.newest();
        let until = version_end(&source.report().rankings.editions[index.0].versions, number);
        let object = Object::default().set("number", number).maybe("from", since.map(|day| day.to_string()));
        data(object.maybe("until", until.map(|day| day.to_string())), source, known, of)
    });
    let Value::Object(held) = data(Object::default(), source, known, DataOf::Edition(index)) else {
        return Value::Null;
    };
    let object = held.into_iter().fold(object, |object, (key, value)| object.set(&key, value));
    object.list("versions", versions.collect()).done()
}

/// The page, the tables and the other files of some data.
fn data(object: Object, source: &FileSource<'_, '_>, known: &WrittenData, of: DataOf) -> Value {
    let dataset = Dataset { of, voice: source.first(), routes: source.routes };
    let files = distributions(of, &dataset.folder(), source.offered, known);
    let tables = source.offered.iter().enumerate().filter(|(_, table)| table.of == of).map(|(at, table)| {
        let object = Object::default().set("name", table.name.as_str()).set("kind", table.kind);
        let object = object.set("title", source.in_languages(|voice| table_label(voice, table)));
        let object = object.maybe("rows", known.tables.get(at).map(|shape| shape.rows));
        let own = files.iter().filter(|file| file.table == Some(at)).map(|file| described(source, file));
        object.list("files", own.collect()).done()
    });
    let tables: Vec<Value> = tables.collect();
    let others = files.iter().filter(|file| file.table.is_none()).map(|file| described(source, file)).collect();
    let object = match of {
        DataOf::Version(..) => object,
        DataOf::Edition(_) | DataOf::Series => {
            object.set("title", source.in_languages(|voice| data_title(voice, dataset.edition())))
        }
    };
    let route = dataset.edition().map_or(Route::SeriesData, |index| Route::Data(&source.first().edition(index).id));
    let object = object.set("page", link(source, &source.routes.file(route, LangIdx(0))));
    object.set("tables", tables).list("files", others).done()
}

fn described(source: &FileSource<'_, '_>, file: &Distribution<'_>) -> Value {
    let object = Object::default().set("format", file.extension()).set("media_type", file.media_type());
    let object = object.set("href", link(source, file.path)).set("bytes", file.written.len);
    object.maybe("sha256", file.written.hex()).done()
}

/// The address of a file, from that of the index.
fn link(source: &FileSource<'_, '_>, file: &str) -> String {
    source.routes.link(INTERFACE, file)
}
