//! `datapackage.json`: the files of a folder of data, their columns and what these mean (Data Package 2.0,
//! <https://datapackage.org>), told in the first language.

use serde_json::{Value, json};

use crate::model::{Document, EditionIdx};
use crate::routes::data_file;
use crate::writers::described::dataset::Dataset;
use crate::writers::described::distribution::{Distribution, distributions};
use crate::writers::described::licence::{licence_page, spdx};
use crate::writers::described::object::{Object, indented};
use crate::writers::files::file::{FileOffer, FileSource, Prominence, SiteFile};
use crate::writers::table::{Field, FieldKind};
use crate::writers::tables::{DataOf, Offered, TableKeys, table_keys};
use crate::writers::written::{TableShape, WrittenData};

/// What a package has to look like.
const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// The package of each folder of data.
pub(crate) fn files<'a>(source: &'a FileSource<'a, '_>) -> Vec<SiteFile<'a>> {
    source.folders().into_iter().map(|of| file(source, of)).collect()
}

fn file<'a>(source: &'a FileSource<'a, '_>, of: DataOf) -> SiteFile<'a> {
    let offer = FileOffer {
        of,
        format: "JSON",
        phrase: "file.package",
        name: String::new(),
        prominence: Prominence::Description,
        // It tells the length of the table of changes, which speaks of other editions.
        of_editions: true,
    };
    let write = move |known: &WrittenData| Ok(indented(&package(source, of, known)));
    let path = data_file(of.folder(source.series()), "datapackage", "json");
    SiteFile { path, offer: Some(offer), write: Box::new(write) }
}

fn package(source: &FileSource<'_, '_>, of: DataOf, known: &WrittenData) -> Value {
    let dataset = Dataset { of, voice: source.first(), routes: source.routes };
    let folder = dataset.folder();
    let files = distributions(of, &folder, source.offered, known);
    // Programs would take the cover of a workbook for a table; all that it holds is in the other files.
    let files = files.iter().filter(|file| file.extension() != "xlsx");
    let resources = files.map(|file| resource(source, &folder, file, known)).collect();
    let object = Object::default().set("$schema", PROFILE).set("name", dataset.key()).maybe("id", dataset.iri());
    let object = object.set("title", dataset.name()).set("description", dataset.description());
    let object = object.maybe("homepage", source.routes.absolute(&dataset.page()));
    let object = object.maybe("version", dataset.newest().map(|day| day.to_string()));
    // Days have no time: the beginning of the day, as RFC 3339 wants one.
    let object =
        object.maybe("created", dataset.published().or(dataset.newest()).map(|day| format!("{day}T00:00:00Z")));
    let object = object.list("licenses", licence(&dataset).into_iter().collect());
    let object = object.set("contributors", vec![publisher(source)]);
    object.list("sources", sources(source, dataset.edition())).set("resources", Value::Array(resources)).done()
}

/// The licence: by its SPDX id, or by the page that states it.
fn licence(dataset: &Dataset<'_>) -> Option<Value> {
    let text = dataset.voice.text(dataset.licence()?);
    let page = match dataset.of {
        // The page of the data stands in the same folder and states it.
        DataOf::Edition(_) | DataOf::Series => Some("index.html".to_owned()),
        DataOf::Version(..) => dataset.routes.absolute(&dataset.page()),
    };
    let (name, path) = (spdx(text), licence_page(text).or(page));
    // One of both is needed.
    (name.is_some() || path.is_some())
        .then(|| Object::default().maybe("name", name).maybe("path", path).set("title", text).done())
}

fn publisher(source: &FileSource<'_, '_>) -> Value {
    let publisher = &source.series().site.publisher;
    let object = Object::default().set("title", source.first().text(&publisher.name));
    let object = object.maybe("path", publisher.url.clone()).maybe("email", publisher.email.clone());
    object.set("roles", json!(["creator", "publisher"])).done()
}

/// The documents that an edition rests on.
fn sources(source: &FileSource<'_, '_>, edition: Option<EditionIdx>) -> Vec<Value> {
    let voice = source.first();
    let describe = |document: &Document| {
        let title = document.title.as_ref().map(|title| voice.text(title).to_owned());
        let title = [document.number.clone(), title].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let copy = document.file.as_ref().and_then(|file| source.routes.absolute(file));
        let object = Object::default().maybe("title", (!title.is_empty()).then_some(title));
        object.maybe("path", document.url.clone().or(copy)).done()
    };
    let documents = edition.map(|edition| voice.edition(edition).documents.iter().map(describe).collect());
    let mut documents: Vec<Value> = documents.unwrap_or_default();
    documents.retain(|document| document.as_object().is_some_and(|object| !object.is_empty()));
    documents
}

/// A file of the folder; one of a table in CSV has its columns.
fn resource(source: &FileSource<'_, '_>, folder: &str, file: &Distribution<'_>, known: &WrittenData) -> Value {
    let path = file.path.strip_prefix(folder).unwrap_or(file.path);
    let table = file.table.filter(|_| file.extension() == "csv");
    let name = path.replace('/', ".");
    let name = if table.is_some() { name.trim_end_matches(".csv").to_owned() } else { name };
    let object = Object::default().set("name", name.to_lowercase()).maybe("type", table.map(|_| "table"));
    let object = object.set("path", path).set("title", file.label(source.first(), source.offered));
    let object = object.set("format", file.extension()).set("mediatype", file.media_type());
    let object = object.set("encoding", "utf-8").set("bytes", file.written.len);
    let object = object.maybe("hash", file.written.hex().map(|hash| format!("sha256:{hash}")));
    let (Some(at), Some(table)) = (table, table.and_then(|at| source.offered.get(at))) else { return object.done() };
    let dialect =
        json!({ "delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"", "doubleQuote": true, "header": true });
    let schema = known.tables.get(at).map(|shape| schema(source, table, shape));
    object.set("dialect", dialect).maybe("schema", schema).done()
}

/// The columns of a table with its keys.
fn schema(source: &FileSource<'_, '_>, table: &Offered, shape: &TableShape) -> Value {
    let keys = table_keys(table.kind);
    let fields = shape.fields.iter().map(|of| field(source, table, of, &keys)).collect::<Vec<Value>>();
    let empty = json!([{ "value": "", "label": source.first().say("package.empty", &[]) }]);
    let object = Object::default().set("fields", fields).set("missingValues", empty);
    let object = object.list("primaryKey", keys.primary.iter().map(|&column| column.into()).collect());
    let unique = (!keys.unique.is_empty()).then(|| json!([keys.unique]));
    let is_here = |name: &str| source.offered.iter().any(|other| other.of == table.of && other.name == name);
    let foreign = keys.foreign.iter().filter(|key| is_here(key.table));
    let foreign = foreign
        .map(|key| json!({ "fields": key.columns, "reference": { "resource": key.table, "fields": key.columns } }));
    object.maybe("uniqueKeys", unique).list("foreignKeys", foreign.collect()).done()
}

fn field(source: &FileSource<'_, '_>, table: &Offered, field: &Field, keys: &TableKeys) -> Value {
    let voice = source.first();
    let kind = match field.kind {
        FieldKind::Text => "string",
        FieldKind::Number => "number",
        FieldKind::Date => "date",
    };
    let needed = keys.primary.contains(&&*field.name).then(|| json!({ "required": true }));
    let object = Object::default().set("name", &*field.name).set("type", kind);
    let object = object.maybe("title", criterion_title(source, table, field));
    let object = object.set("description", voice.say(&format!("field.{}", field.means), &[]));
    object.list("categories", field.words.iter().map(|&word| word.into()).collect()).maybe("constraints", needed).done()
}

/// The name of the criterion that a column is about.
fn criterion_title(source: &FileSource<'_, '_>, table: &Offered, field: &Field) -> Option<String> {
    let (DataOf::Edition(edition) | DataOf::Version(edition, _)) = table.of else { return None };
    let scheme = &source.first().edition(edition).groups.get(table.group?)?.scheme;
    let id = match &*field.means {
        "criterion_score" => &*field.name,
        "criterion_rank" => field.name.strip_suffix("_rank")?,
        _ => return None,
    };
    let criterion = scheme.criteria.iter().find(|criterion| criterion.id == id)?;
    Some(source.first().text_of(&criterion.name))
}
