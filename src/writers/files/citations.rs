//! `cite.…`: how the data of an edition, or of all editions, is cited: for programs that keep references, and as a sentence
//! in each language.

use serde_json::{Value, json};

use crate::model::Date;
use crate::routes::data_file;
use crate::say::cite::{self, Cited};
use crate::say::voice::Voice;
use crate::writers::described::dataset::Dataset;
use crate::writers::described::object::{Object, indented};
use crate::writers::files::file::{FileOffer, FileSource, Prominence, SiteFile};
use crate::writers::tables::DataOf;
use crate::writers::written::WrittenData;

/// The references to the data of each edition, and of all of them.
pub(crate) fn files<'a>(source: &'a FileSource<'a, '_>) -> Vec<SiteFile<'a>> {
    let folders = source.folders().into_iter().filter(|of| !matches!(of, DataOf::Version(..)));
    folders.flat_map(|of| of_data(source, of)).collect()
}

/// A program's own form of a reference.
struct CitationForm {
    extension: &'static str,
    format: &'static str,
    phrase: &'static str,
    write: fn(&Reference) -> Vec<u8>,
}

const FORMS: [CitationForm; 3] = [
    CitationForm { extension: "bib", format: "BibTeX", phrase: "file.cite.bib", write: bibtex },
    CitationForm { extension: "ris", format: "RIS", phrase: "file.cite.ris", write: ris },
    CitationForm { extension: "csl.json", format: "CSL-JSON", phrase: "file.cite.csl", write: csl },
];

fn of_data<'a>(source: &'a FileSource<'a, '_>, of: DataOf) -> Vec<SiteFile<'a>> {
    let folder = of.folder(source.series());
    let offer = move |format: &'static str, phrase: &'static str, name: &str| FileOffer {
        of,
        format,
        phrase,
        name: name.to_owned(),
        prominence: Prominence::Citation,
        of_editions: false,
    };
    let dataset = move |voice: Voice<'a>| Dataset { of, voice, routes: source.routes };
    let mut files = Vec::new();
    for voice in &source.voices {
        let write = move |_: &WrittenData| Ok(format!("{}\n", sentence(&dataset(*voice))).into_bytes());
        let tag = &source.series().site.languages[voice.language.0];
        files.push(SiteFile {
            path: data_file(folder, &format!("cite.{tag}"), "txt"),
            offer: Some(offer("TXT", "file.cite.text", voice.words.name())),
            write: Box::new(write),
        });
    }
    for form in &FORMS {
        let write = move |_: &WrittenData| Ok((form.write)(&Reference::of(&dataset(source.first()))));
        let offer = Some(offer(form.format, form.phrase, ""));
        files.push(SiteFile { path: data_file(folder, "cite", form.extension), offer, write: Box::new(write) });
    }
    files
}

fn cited(dataset: &Dataset<'_>) -> Cited {
    dataset.edition().map_or(Cited::All, Cited::Edition)
}

/// The same sentence as on the page of the data.
fn sentence(dataset: &Dataset<'_>) -> String {
    let address = dataset.routes.absolute(&dataset.page());
    cite::reference(dataset.voice, &dataset.name(), cited(dataset), address)
}

/// What a reference says, each part by itself.
struct Reference {
    key: String,
    publisher: String,
    title: String,
    year: Option<u16>,
    published: Option<Date>,
    version: Option<Date>,
    status: Option<String>,
    url: Option<String>,
    language: String,
}

impl Reference {
    fn of(dataset: &Dataset<'_>) -> Self {
        let voice = dataset.voice;
        let site = &voice.series().site;
        Self {
            key: dataset.key(),
            publisher: voice.text_of(&site.publisher.name),
            title: dataset.name(),
            year: cite::year(voice, cited(dataset)),
            published: dataset.published(),
            version: dataset.newest(),
            status: dataset.edition().and_then(|edition| cite::status(voice, edition)),
            url: dataset.routes.absolute(&dataset.page()),
            language: site.languages[voice.language.0].clone(),
        }
    }
}

/// BibTeX: an entry that every style knows, with the version as biblatex reads it.
fn bibtex(reference: &Reference) -> Vec<u8> {
    let mut out = format!("@misc{{{},\n", reference.key);
    let mut add = |key: &str, value: Option<String>| {
        out.extend(value.into_iter().flat_map(|value| ["  ".to_owned(), key.to_owned(), format!(" = {{{value}}},\n")]));
    };
    // In braces of its own it is one name, not a first and a last one.
    add("author", Some(format!("{{{}}}", latex(&reference.publisher))));
    add("title", Some(format!("{{{}}}", latex(&reference.title))));
    add("year", reference.year.map(|year| year.to_string()));
    add("date", reference.published.map(|day| day.to_string()));
    add("publisher", Some(format!("{{{}}}", latex(&reference.publisher))));
    add("version", reference.version.map(|day| day.to_string()));
    add("note", reference.status.as_deref().map(latex));
    add("url", reference.url.clone());
    add("langid", Some(reference.language.clone()));
    out.push_str("}\n");
    out.into_bytes()
}

/// A text as LaTeX prints it. Braces are written as commands: BibTeX counts them even behind a backslash.
fn latex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            c if c.is_whitespace() || c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// RIS: a line for each part, with the line ends that its description asks for.
fn ris(reference: &Reference) -> Vec<u8> {
    let plain = |text: &str| text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    let day = |day: Date| day.to_string().replace('-', "/");
    let lines = [
        ("TY", Some("DATA".to_owned())),
        ("ID", Some(reference.key.clone())),
        ("AU", Some(plain(&reference.publisher))),
        ("TI", Some(plain(&reference.title))),
        ("PY", reference.year.map(|year| year.to_string())),
        ("DA", reference.published.map(day)),
        ("PB", Some(plain(&reference.publisher))),
        ("ET", reference.version.map(|day| day.to_string())),
        ("N1", reference.status.as_deref().map(plain)),
        ("UR", reference.url.clone()),
        ("LA", Some(reference.language.clone())),
        ("ER", Some(String::new())),
    ];
    let lines = lines.into_iter().filter_map(|(tag, value)| Some(format!("{tag}  - {}\r\n", value?)));
    lines.collect::<String>().into_bytes()
}

/// CSL-JSON, as citeproc reads it.
fn csl(reference: &Reference) -> Vec<u8> {
    let author = json!([{ "literal": reference.publisher }]);
    let days = match (reference.published, reference.year) {
        (Some(day), _) => Some(json!({ "date-parts": [[day.year, day.month, day.day]] })),
        (None, year) => year.map(|year| json!({ "date-parts": [[year]] })),
    };
    let object = Object::default().set("id", reference.key.as_str()).set("type", "dataset");
    let object = object.set("title", reference.title.as_str()).set("author", author);
    let object = object.set("publisher", reference.publisher.as_str()).maybe("issued", days);
    let object = object.maybe("version", reference.version.map(|day| day.to_string()));
    let object = object.maybe("note", reference.status.clone()).maybe("URL", reference.url.clone());
    let entry = object.set("language", reference.language.as_str()).done();
    indented(&Value::Array(vec![entry]))
}

#[cfg(test)]
mod tests {
    use super::{Reference, bibtex, csl, latex, ris};
    use crate::model::Date;

    fn reference() -> Reference {
        Reference {
            key: "example-org-2018".to_owned(),
            publisher: "UBND tỉnh {A} & B".to_owned(),
            title: "Dữ liệu 100 % \\ năm_2018".to_owned(),
            year: Some(2019),
            published: Date::new(2019, 5, 4),
            version: Date::new(2019, 6, 1),
            status: None,
            url: Some("https://example.org/x_y/2018/data/".to_owned()),
            language: "vi".to_owned(),
        }
    }

    #[test]
    fn latex_prints_every_sign() {
        assert_eq!(
            latex("a_b & 5% #1 $x {y} \\z ~ ^"),
            "a\\_b \\& 5\\% \\#1 \\$x \\textbraceleft{}y\\textbraceright{} \
            \\textbackslash{}z \\textasciitilde{} \\textasciicircum{}"
        );
        assert_eq!(latex("Yên Bái\n2018"), "Yên Bái 2018");
    }

    #[test]
    fn an_entry_of_bibtex() {
        let expected = "@misc{example-org-2018,\n  author = {{UBND tỉnh \\textbraceleft{}A\\textbraceright{} \\& B}},\n  \
            title = {{Dữ liệu 100 \\% \\textbackslash{} năm\\_2018}},\n  year = {2019},\n  date = {2019-05-04},\n  \
            publisher = {{UBND tỉnh \\textbraceleft{}A\\textbraceright{} \\& B}},\n  version = {2019-06-01},\n  \
            url = {https://example.org/x_y/2018/data/},\n  langid = {vi},\n}\n";
        assert_eq!(String::from_utf8(bibtex(&reference())).unwrap(), expected);
    }

    #[test]
    fn a_record_of_ris() {
        let expected = "TY  - DATA\r\nID  - example-org-2018\r\nAU  - UBND tỉnh {A} & B\r\nTI  - Dữ liệu 100 % \\ năm_2018\r\n\
            PY  - 2019\r\nDA  - 2019/05/04\r\nPB  - UBND tỉnh {A} & B\r\nET  - 2019-06-01\r\n\
            UR  - https://example.org/x_y/2018/data/\r\nLA  - vi\r\nER  - \r\n";
        assert_eq!(String::from_utf8(ris(&reference())).unwrap(), expected);
    }

    #[test]
    fn an_item_of_csl_without_a_day_has_its_year() {
        let item = |reference: &Reference| serde_json::from_slice::<serde_json::Value>(&csl(reference)).unwrap();
        assert_eq!(item(&reference())[0]["issued"]["date-parts"], serde_json::json!([[2019, 5, 4]]));
        let undated = Reference { published: None, ..reference() };
        assert_eq!(item(&undated)[0]["issued"]["date-parts"], serde_json::json!([[2019]]));
    }
}
