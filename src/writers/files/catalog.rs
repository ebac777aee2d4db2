//! `catalog.jsonld`: the catalogue of the site for data portals (DCAT 3, <https://www.w3.org/TR/vocab-dcat-3/>), with the
//! editions as a series. Its context stands inside, so that nothing has to be fetched to read it. Without the address of the
//! site names and addresses are relative to the file.

use serde_json::{Value, json};

use crate::model::{Date, EditionIdx, LangIdx};
use crate::routes::{Data, Route, data_file};
use crate::writers::described::dataset::Dataset;
use crate::writers::described::distribution::{Distribution, distributions};
use crate::writers::described::licence::licence_page;
use crate::writers::described::object::{Object, indented};
use crate::writers::files::file::{FileOffer, FileSource, Prominence, SiteFile};
use crate::writers::tables::DataOf;
use crate::writers::written::WrittenData;

/// The catalogue, where there is data.
pub(crate) fn files<'a>(source: &'a FileSource<'a, '_>) -> Vec<SiteFile<'a>> {
    if source.series().editions.is_empty() {
        return Vec::new();
    }
    let offer = FileOffer {
        of: DataOf::Series,
        format: "JSON-LD",
        phrase: "file.catalog",
        name: String::new(),
        prominence: Prominence::Description,
        of_editions: true,
    };
    let path = data_file(Data::Series, "catalog", "jsonld");
    let write = move |known: &WrittenData| Ok(indented(&written(source, known)));
    vec![SiteFile { path, offer: Some(offer), write: Box::new(write) }]
}

/// What the terms of the catalogue stand for.
fn context() -> Value {
    let day = |id: &str| json!({ "@id": id, "@type": "xsd:date" });
    let link = |id: &str| json!({ "@id": id, "@type": "@id" });
    let text = |id: &str| json!({ "@id": id, "@container": "@language" });
    json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "spdx": "http://spdx.org/rdf/terms#",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "title": text("dcterms:title"),
        "description": text("dcterms:description"),
        "name": text("foaf:name"),
        "label": text("rdfs:label"),
        "issued": day("dcterms:issued"),
        "updated": day("dcterms:modified"),
        "startDate": day("dcat:startDate"),
        "endDate": day("dcat:endDate"),
        "byteSize": { "@id": "dcat:byteSize", "@type": "xsd:nonNegativeInteger" },
        "checksumValue": { "@id": "spdx:checksumValue", "@type": "xsd:hexBinary" },
        "landingPage": link("dcat:landingPage"),
        "downloadURL": link("dcat:downloadURL"),
        "accessURL": link("dcat:accessURL"),
        "mediaType": link("dcat:mediaType"),
        "language": link("dcterms:language"),
        "license": link("dcterms:license"),
        "homepage": link("foaf:homepage"),
        "hasEmail": link("vcard:hasEmail"),
        "algorithm": link("spdx:algorithm"),
        "inSeries": link("dcat:inSeries"),
        "prev": link("dcat:prev"),
        "first": link("dcat:first"),
        "last": link("dcat:last"),
        "isVersionOf": link("dcat:isVersionOf"),
        "hasVersion": link("dcat:hasVersion"),
        "dataset": link("dcat:dataset")
    })
}

/// The file itself, from which relative addresses lead on.
const FILE: &str = "data/catalog.jsonld";

/// The address of a file of the site.
fn address(source: &FileSource<'_, '_>, file: &str) -> String {
    source.routes.absolute(file).unwrap_or_else(|| source.routes.link(FILE, file))
}

/// What a dataset, the series or the catalogue is called: the page of its data with a mark.
fn node(source: &FileSource<'_, '_>, of: DataOf, mark: &str) -> String {
    let route = match of {
        DataOf::Edition(edition) | DataOf::Version(edition, _) => Route::Data(&source.first().edition(edition).id),
        DataOf::Series => Route::SeriesData,
    };
    format!("{}#{mark}", address(source, &source.routes.file(route, LangIdx(0))))
}

fn of_edition(source: &FileSource<'_, '_>, edition: EditionIdx) -> String {
    node(source, DataOf::Edition(edition), "dataset")
}

fn written(source: &FileSource<'_, '_>, known: &WrittenData) -> Value {
    let editions: Vec<EditionIdx> = source.editions().collect();
    let mut graph = vec![catalog(source), series(source, known, &editions)];
    for &edition in &editions {
        graph.push(edition_set(source, known, edition));
        graph.extend(versions(source, edition).map(|number| version_set(source, known, edition, number)));
    }
    json!({ "@context": context(), "@graph": graph })
}

/// The numbers of the earlier versions of an edition, from the oldest.
fn versions(source: &FileSource<'_, '_>, edition: EditionIdx) -> impl Iterator<Item = usize> + use<> {
    1..=source.report().rankings.editions[edition.0].versions.len()
}

fn catalog(source: &FileSource<'_, '_>) -> Value {
    let site = &source.series().site;
    let mut sets = vec![node(source, DataOf::Series, "series")];
    sets.extend(source.editions().map(|edition| of_edition(source, edition)));
    let object = Object::default().set("@id", node(source, DataOf::Series, "catalog")).set("@type", "dcat:Catalog");
    let object = object.set("title", source.texts(&site.title));
    let object = object.maybe("description", site.description.as_ref().map(|text| source.texts(text)));
    let object = rights(object, source).set("dcterms:publisher", publisher(source)).set("language", languages(source));
    let home = source.routes.file(Route::Home, LangIdx(0));
    object.set("homepage", address(source, &home)).set("dataset", sets).done()
}

fn series(source: &FileSource<'_, '_>, known: &WrittenData, editions: &[EditionIdx]) -> Value {
    let named = |edition: Option<&EditionIdx>| edition.map(|&edition| of_edition(source, edition));
    let object =
        Object::default().set("@id", node(source, DataOf::Series, "series")).set("@type", "dcat:DatasetSeries");
    let object = described(object, source, DataOf::Series);
    let object = object.maybe("first", named(editions.first())).maybe("last", named(editions.last()));
    object.list("dcat:distribution", files_of(source, known, DataOf::Series)).done()
}

fn edition_set(source: &FileSource<'_, '_>, known: &WrittenData, edition: EditionIdx) -> Value {
    let before = source.first().edition(edition).previous;
    let object = Object::default().set("@id", of_edition(source, edition)).set("@type", "dcat:Dataset");
    let object = described(object, source, DataOf::Edition(edition));
    let object = object.set("inSeries", node(source, DataOf::Series, "series"));
    let object = object.maybe("prev", before.map(|before| of_edition(source, before)));
    let older = versions(source, edition).map(|number| node(source, DataOf::Edition(edition), &format!("v{number}")));
    let object = object.list("hasVersion", older.map(Value::from).collect());
    object.list("dcat:distribution", files_of(source, known, DataOf::Edition(edition))).done()
}

fn version_set(source: &FileSource<'_, '_>, known: &WrittenData, edition: EditionIdx, number: usize) -> Value {
    let of = DataOf::Version(edition, number);
    let object = Object::default().set("@id", node(source, of, &format!("v{number}"))).set("@type", "dcat:Dataset");
    let object = described(object, source, of).set("isVersionOf", of_edition(source, edition));
    object.list("dcat:distribution", files_of(source, known, of)).done()
}

/// What is said of any dataset.
fn described(object: Object, source: &FileSource<'_, '_>, of: DataOf) -> Object {
    let first = Dataset { of, voice: source.first(), routes: source.routes };
    let object = object.set("title", source.in_languages(|voice| Dataset { voice, ..first }.name()));
    let object = object.set("description", source.in_languages(|voice| Dataset { voice, ..first }.description()));
    let object = object.set("dcterms:identifier", first.key());
    let object = rights(object, source).set("dcterms:publisher", publisher(source)).set("language", languages(source));
    let day = |day: Date| day.to_string();
    let object = object.maybe("issued", first.published().map(day)).maybe("updated", first.newest().map(day));
    let object = object.maybe("dcat:version", first.newest().map(day));
    let period = first.assessed().map(|[from, to]| {
        json!({ "@type": "dcterms:PeriodOfTime", "startDate": from.to_string(), "endDate": to.to_string() })
    });
    let object = object.maybe("dcterms:temporal", period);
    object.set("landingPage", address(source, &first.page()))
}

/// The files of a dataset.
fn files_of(source: &FileSource<'_, '_>, known: &WrittenData, of: DataOf) -> Vec<Value> {
    let folder = Dataset { of, voice: source.first(), routes: source.routes }.folder();
    distributions(of, &folder, source.offered, known).iter().map(|file| download(source, file)).collect()
}

fn download(source: &FileSource<'_, '_>, file: &Distribution<'_>) -> Value {
    let address = address(source, file.path);
    let labels = source.in_languages(|voice| file.label(voice, source.offered));
    let object = Object::default().set("@type", "dcat:Distribution").set("title", labels);
    let object = object.set("downloadURL", address.as_str()).set("accessURL", address);
    let media = format!("https://www.iana.org/assignments/media-types/{}", file.media_type());
    let object = rights(object.set("mediaType", media), source).set("byteSize", file.written.len.to_string());
    let checksum = file.written.hex().map(
        |hash| json!({ "@type": "spdx:Checksum", "algorithm": "spdx:checksumAlgorithm_sha256", "checksumValue": hash }),
    );
    object.maybe("spdx:checksum", checksum).done()
}

/// The licence by its page, else what the publisher says of rights.
fn rights(object: Object, source: &FileSource<'_, '_>) -> Object {
    let Some(licence) = &source.series().site.licence else { return object };
    match licence_page(licence.get(LangIdx(0))) {
        Some(page) => object.set("license", page),
        None => {
            let statement = json!({ "@type": "dcterms:RightsStatement", "label": source.texts(licence) });
            object.set("dcterms:rights", statement)
        }
    }
}

fn publisher(source: &FileSource<'_, '_>) -> Value {
    let publisher = &source.series().site.publisher;
    let object = Object::default().set("@type", "foaf:Agent").set("name", source.texts(&publisher.name));
    let email = publisher.email.as_ref().map(|email| format!("mailto:{email}"));
    object.maybe("homepage", publisher.url.clone()).maybe("hasEmail", email).done()
}

/// The languages of the site, as the Library of Congress names those with two letters.
fn languages(source: &FileSource<'_, '_>) -> Vec<String> {
    let primary = source.series().site.languages.iter().filter_map(|tag| tag.split('-').next());
    let named = primary.filter(|tag| tag.len() == 2);
    named.map(|tag| format!("http://id.loc.gov/vocabulary/iso639-1/{tag}")).collect()
}
