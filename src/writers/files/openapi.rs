//! `/api/v1/openapi.json`: the interface for programs as OpenAPI 3.1 describes it. Its paths are those of the files of data
//! themselves, below wherever the site stands.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::model::Status;
use crate::routes::{INTERFACE, OPENAPI};
use crate::say::voice::Voice;
use crate::writers::described::kinds::{DescribedKind, is_open, kinds};
use crate::writers::described::licence::{licence_page, spdx};
use crate::writers::described::object::{Object, indented};
use crate::writers::files::file::{FileSource, SiteFile};
use crate::writers::table::{Field, FieldKind};
use crate::writers::tables::{DataOf, Offered};
use crate::writers::written::WrittenData;

/// The description of the interface.
pub(crate) fn files<'a>(source: &'a FileSource<'a, '_>) -> Vec<SiteFile<'a>> {
    let write = move |known: &WrittenData| Ok(indented(&described(source, known)));
    vec![SiteFile { path: OPENAPI.to_owned(), offer: None, write: Box::new(write) }]
}

fn described(source: &FileSource<'_, '_>, known: &WrittenData) -> Value {
    let voice = source.first();
    let mut paths = Object::default().set(&format!("/{INTERFACE}"), index_path(voice));
    let mut schemas = Object::default().set("index", index_schema());
    for kind in kinds(source.offered, &known.tables) {
        schemas = schemas.set(kind.kind, table_schema(voice, &kind));
        for scope in [Scope::Series, Scope::Edition, Scope::Version] {
            if let Some((path, item)) = path(source, &kind, scope) {
                paths = paths.set(&path, item);
            }
        }
    }
    let server = json!({ "url": source.routes.relative(OPENAPI, "") });
    let components = Object::default().set("schemas", schemas.done()).done();
    let object = Object::default().set("openapi", "3.1.0").set("info", info(source));
    object.set("servers", vec![server]).set("paths", paths.done()).set("components", components).done()
}

fn info(source: &FileSource<'_, '_>) -> Value {
    let (voice, site) = (source.first(), &source.series().site);
    let object = Object::default().set("title", voice.text(&site.title));
    let object = object.maybe("description", site.description.as_ref().map(|text| voice.text(text)));
    let object = object.set("version", "1").maybe("contact", contact(voice));
    let licence = site.licence.as_ref().map(|licence| {
        let text = voice.text(licence);
        let object = Object::default().set("name", text);
        // Either of the two, never both.
        match spdx(text) {
            Some(id) => object.set("identifier", id).done(),
            None => object.maybe("url", licence_page(text)).done(),
        }
    });
    object.maybe("license", licence).done()
}

fn contact(voice: Voice<'_>) -> Option<Value> {
    let publisher = &voice.series().site.publisher;
    let object = Object::default().set("name", voice.text(&publisher.name)).maybe("url", publisher.url.clone());
    Some(object.maybe("email", publisher.email.clone()).done())
}

/// Where tables of a kind lie.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Series,
    Edition,
    Version,
}

impl Scope {
    fn of(of: DataOf) -> Self {
        match of {
            DataOf::Series => Self::Series,
            DataOf::Edition(_) => Self::Edition,
            DataOf::Version(..) => Self::Version,
        }
    }
}

/// The path of the tables of a kind, with what fills its places.
fn path(source: &FileSource<'_, '_>, kind: &DescribedKind<'_>, scope: Scope) -> Option<(String, Value)> {
    let tables: Vec<&Offered> = kind.tables.iter().copied().filter(|table| Scope::of(table.of) == scope).collect();
    let first = tables.first()?;
    let folder = match scope {
        Scope::Series => "/data/",
        Scope::Edition => "/{edition}/data/",
        Scope::Version => "/{edition}/data/v{version}/",
    };
    let is_of_groups = first.group.is_some();
    let name = if is_of_groups { format!("{}-{{group}}", kind.kind) } else { kind.kind.to_owned() };
    let voice = source.first();
    let (mut editions, mut versions, mut groups) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for table in &tables {
        if let DataOf::Edition(edition) | DataOf::Version(edition, _) = table.of {
            let id = &voice.edition(edition).id;
            if !editions.contains(id) {
                editions.push(id.clone());
            }
        }
        if let DataOf::Version(_, number) = table.of {
            versions.insert(number);
        }
        groups.extend(table.name.strip_prefix(kind.kind).and_then(|rest| rest.strip_prefix('-')));
    }
    let mut places = Vec::new();
    if scope != Scope::Series {
        places.push(place("edition", &json!({ "type": "string", "enum": editions })));
    }
    if scope == Scope::Version {
        places.push(place("version", &json!({ "type": "integer", "enum": versions })));
    }
    if is_of_groups {
        places.push(place("group", &json!({ "type": "string", "enum": groups })));
    }
    let summary = voice.say(&format!("data.row.{}", kind.kind), &[]);
    let id = match scope {
        Scope::Series => format!("{}-all", kind.kind),
        Scope::Edition => kind.kind.to_owned(),
        Scope::Version => format!("{}-version", kind.kind),
    };
    let found = answer(voice, kind.kind);
    let responses = Object::default().set("200", found);
    let missing = json!({ "description": voice.say("openapi.missing", &[]) });
    let responses = if places.is_empty() { responses } else { responses.set("404", missing) }.done();
    let get = Object::default().set("operationId", id).set("summary", summary).list("parameters", places);
    let item = Object::default().set("get", get.set("responses", responses).done()).done();
    Some((format!("{folder}{name}.json"), item))
}

fn place(name: &str, schema: &Value) -> Value {
    json!({ "name": name, "in": "path", "required": true, "schema": schema })
}

/// A file of that schema.
fn answer(voice: Voice<'_>, schema: &str) -> Value {
    let content = json!({ "application/json": { "schema": { "$ref": format!("#/components/schemas/{schema}") } } });
    json!({ "description": voice.say("openapi.found", &[]), "content": content })
}

fn index_path(voice: Voice<'_>) -> Value {
    let responses = json!({ "200": answer(voice, "index") });
    json!({ "get": { "operationId": "index", "summary": voice.say("openapi.index", &[]), "responses": responses } })
}

/// A table as JSON: its columns, then its rows.
fn table_schema(voice: Voice<'_>, kind: &DescribedKind<'_>) -> Value {
    let closed = kind.fields.iter().filter(|field| !is_open(field));
    let mut columns = Object::default();
    let mut names = Vec::new();
    for field in closed {
        columns = columns.set(&field.name, column_schema(voice, field));
        names.push(field.name.to_string());
    }
    let open: Vec<Value> = kind.fields.iter().filter(|field| is_open(field)).map(|f| column_schema(voice, f)).collect();
    let row = Object::default().set("type", "object").set("required", names).set("properties", columns.done());
    let row = row.maybe("additionalProperties", (!open.is_empty()).then(|| json!({ "anyOf": open }))).done();
    let field = json!({
        "type": "object",
        "required": ["name", "type"],
        "properties": { "name": { "type": "string" }, "type": { "enum": ["string", "number", "date"] } }
    });
    json!({
        "type": "object",
        "required": ["fields", "rows"],
        "properties": { "fields": { "type": "array", "items": field }, "rows": { "type": "array", "items": row } }
    })
}

/// The values of a column; nothing is known where they are null.
fn column_schema(voice: Voice<'_>, field: &Field) -> Value {
    let means = voice.say(&format!("field.{}", field.means), &[]);
    let object = Object::default().set("description", means);
    if !field.words.is_empty() {
        let words = field.words.iter().map(|&word| Value::from(word)).chain([Value::Null]);
        return object.set("enum", words.collect::<Vec<Value>>()).done();
    }
    match field.kind {
        FieldKind::Number => object.set("type", json!(["number", "null"])).done(),
        // In some tables numbers alone, in others bands of ranks beside them.
        FieldKind::Text if field.is_numeric => object.set("type", json!(["number", "string", "null"])).done(),
        FieldKind::Text => object.set("type", json!(["string", "null"])).done(),
        FieldKind::Date => object.set("type", json!(["string", "null"])).set("format", "date").done(),
    }
}

/// What the index holds.
fn index_schema() -> Value {
    let file = json!({
        "type": "object",
        "required": ["format", "media_type", "href", "bytes"],
        "properties": {
            "format": { "type": "string" },
            "media_type": { "type": "string" },
            "href": { "type": "string", "format": "uri-reference" },
            "bytes": { "type": "integer" },
            "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" }
        }
    });
    let files = json!({ "type": "array", "items": file });
    let words = json!({ "type": "object", "additionalProperties": { "type": "string" } });
    let day = json!({ "type": "string", "format": "date" });
    let table = json!({
        "type": "object",
        "required": ["name", "kind", "title", "rows", "files"],
        "properties": {
            "name": { "type": "string" },
            "kind": { "type": "string" },
            "title": words,
            "rows": { "type": "integer" },
            "files": files
        }
    });
    let tables = json!({ "type": "array", "items": table });
    let page = json!({ "type": "string", "format": "uri-reference" });
    let version = json!({
        "type": "object",
        "required": ["number", "until", "page", "tables"],
        "properties": { "number": { "type": "integer" }, "from": day, "until": day, "page": page, "tables": tables }
    });
    let edition = json!({
        "type": "object",
        "required": ["id", "year", "status", "from", "to", "title", "page", "tables"],
        "properties": {
            "id": { "type": "string" },
            "year": { "type": "integer" },
            "status": { "enum": statuses() },
            "published": day,
            "corrected": day,
            "from": day,
            "to": day,
            "previous": { "type": "string" },
            "title": words,
            "page": page,
            "tables": tables,
            "files": files,
            "versions": { "type": "array", "items": version }
        }
    });
    json!({
        "type": "object",
        "required": ["version", "title", "languages", "publisher", "openapi", "editions", "series"],
        "properties": {
            "version": { "const": 1 },
            "title": words,
            "languages": { "type": "array", "items": { "type": "string" } },
            "url": { "type": "string", "format": "uri" },
            "publisher": { "type": "object" },
            "licence": { "type": "object" },
            "updated": day,
            "openapi": page,
            "editions": { "type": "array", "items": edition },
            "series": {
                "type": "object",
                "required": ["title", "page", "tables"],
                "properties": { "title": words, "page": page, "tables": tables, "files": files }
            }
        }
    })
}

fn statuses() -> Vec<&'static str> {
    Status::WORDS.iter().map(|(word, _)| *word).collect()
}
