//! Data in the vocabulary of schema.org, for search engines: a `Dataset` for an edition, a `DataCatalog` for the site.
//! What needs a whole address is left out where the site does not say where it stands.

use serde_json::Value;

use crate::model::LangIdx;
use crate::routes::{Route, Routes};
use crate::say::data::data_described;
use crate::say::editions;
use crate::say::voice::Voice;
use crate::writers::described::dataset::Dataset;
use crate::writers::described::distribution::Distribution;
use crate::writers::described::licence::licence_page;
use crate::writers::described::object::Object;
use crate::writers::tables::{DataOf, Offered};

/// The vocabulary.
const CONTEXT: &str = "https://schema.org/";

/// What a page says of the data of an edition.
pub(crate) fn edition_block(dataset: &Dataset<'_>, files: &[Distribution<'_>], offered: &[Offered]) -> Value {
    let object = Object::default().set("@context", CONTEXT);
    let object = described(object, dataset).list("variableMeasured", criteria(dataset));
    let object = object.list("distribution", downloads(dataset, files, offered));
    let catalog = catalog_iri(dataset.routes).map(|iri| Object::default().set("@id", iri).done());
    let series = Dataset { of: DataOf::Series, ..*dataset }.iri().map(|iri| Object::default().set("@id", iri).done());
    object.maybe("includedInDataCatalog", catalog).maybe("isPartOf", series).done()
}

/// What the page of all data says: the catalogue with every edition, and the data of all of them together.
pub(crate) fn series_block(dataset: &Dataset<'_>, files: &[Distribution<'_>], offered: &[Offered]) -> Value {
    let series = described(Object::default(), dataset).list("distribution", downloads(dataset, files, offered));
    let editions = editions_of(dataset).map(|edition| described(Object::default(), &edition).done());
    let graph = vec![catalog(dataset, editions.collect()), series.done()];
    Object::default().set("@context", CONTEXT).set("@graph", graph).done()
}

/// What the home page says: the catalogue, and which data it has.
pub(crate) fn home_block(voice: Voice<'_>, routes: &Routes) -> Value {
    let dataset = Dataset { of: DataOf::Series, voice, routes };
    let named = editions_of(&dataset).filter_map(|edition| Some(Object::default().set("@id", edition.iri()?).done()));
    let Value::Object(catalog) = catalog(&dataset, named.collect()) else { return Value::Null };
    let mut block = Object::default().set("@context", CONTEXT);
    for (key, value) in catalog {
        block = block.set(&key, value);
    }
    block.done()
}

/// The catalogue with some datasets.
fn catalog(series: &Dataset<'_>, datasets: Vec<Value>) -> Value {
    let Dataset { voice, routes, .. } = *series;
    let site = &voice.series().site;
    let object = Object::default().set("@type", "DataCatalog").maybe("@id", catalog_iri(routes));
    let object = object.set("name", voice.text(&site.title)).set("description", data_described(voice, None));
    let object = object.maybe("url", routes.absolute(&series.page()));
    let object = object.set("inLanguage", site.languages.clone()).maybe("license", licence(series));
    object.set("publisher", publisher(voice)).list("dataset", datasets).done()
}

/// What the catalogue is called among linked data.
pub(crate) fn catalog_iri(routes: &Routes) -> Option<String> {
    Some(format!("{}#catalog", routes.absolute(&routes.file(Route::SeriesData, LangIdx(0)))?))
}

/// The data of each edition.
fn editions_of<'d>(series: &Dataset<'d>) -> impl Iterator<Item = Dataset<'d>> + use<'d> {
    let series = *series;
    series.voice.report.editions().map(move |(index, _)| Dataset { of: DataOf::Edition(index), ..series })
}

/// What is said of any data.
fn described(object: Object, dataset: &Dataset<'_>) -> Object {
    let Dataset { voice, routes, .. } = *dataset;
    let status = dataset.status().map(|status| editions::status(voice, status));
    let object = object.set("@type", "Dataset").maybe("@id", dataset.iri()).set("name", dataset.name());
    let object = object.set("description", dataset.description()).maybe("url", routes.absolute(&dataset.page()));
    let object = object.set("identifier", dataset.key()).maybe("creativeWorkStatus", status);
    let object = object.set("inLanguage", voice.series().site.languages.clone()).maybe("license", licence(dataset));
    let object = object.set("creator", publisher(voice)).set("publisher", publisher(voice));
    let day = |day: crate::model::Date| day.to_string();
    let object = object.maybe("datePublished", dataset.published().map(day));
    let object = object.maybe("dateModified", dataset.newest().map(day)).maybe("version", dataset.newest().map(day));
    object.maybe("temporalCoverage", dataset.assessed().map(|[from, to]| format!("{from}/{to}")))
}

/// The licence: its page, else a work of that name.
fn licence(dataset: &Dataset<'_>) -> Option<Value> {
    let text = dataset.voice.text(dataset.licence()?);
    let work = || Object::default().set("@type", "CreativeWork").set("name", text).done();
    Some(licence_page(text).map_or_else(work, Value::from))
}

/// Who publishes the data.
fn publisher(voice: Voice<'_>) -> Value {
    let publisher = &voice.series().site.publisher;
    let object = Object::default().set("@type", "Organization").set("name", voice.text(&publisher.name));
    object.maybe("url", publisher.url.clone()).maybe("email", publisher.email.clone()).done()
}

/// What is measured: the criteria of the edition, each once.
fn criteria(dataset: &Dataset<'_>) -> Vec<Value> {
    let Some(edition) = dataset.edition() else { return Vec::new() };
    let mut found: Vec<Value> = Vec::new();
    for group in &dataset.voice.edition(edition).groups {
        for criterion in &group.scheme.criteria {
            let unit = criterion.unit.as_ref().map(|unit| dataset.voice.text(unit));
            let object =
                Object::default().set("@type", "PropertyValue").set("name", dataset.voice.text(&criterion.name));
            let value = object.set("propertyID", criterion.id.as_str()).maybe("unitText", unit).done();
            if !found.contains(&value) {
                found.push(value);
            }
        }
    }
    found
}

/// The files, where their whole addresses are known.
fn downloads(dataset: &Dataset<'_>, files: &[Distribution<'_>], offered: &[Offered]) -> Vec<Value> {
    let download = |file: &Distribution<'_>| {
        let address = dataset.routes.absolute(file.path)?;
        let object = Object::default().set("@type", "DataDownload").set("name", file.label(dataset.voice, offered));
        let object = object.set("encodingFormat", file.media_type()).set("contentUrl", address);
        let object = object.set("contentSize", format!("{} B", file.written.len));
        Some(object.maybe("sha256", file.written.hex()).done())
    };
    files.iter().filter_map(download).collect()
}
