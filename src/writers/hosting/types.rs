//! The types of all files that a site can have, those of its publisher included: one list for every host.

/// A type of file.
#[derive(Clone, Copy, Debug)]
pub(super) struct FileType {
    /// How names of such files end.
    pub(super) extensions: &'static [&'static str],
    /// Its name among media types.
    pub(super) name: &'static str,
    /// Whether it is text in UTF-8.
    pub(super) is_text: bool,
    /// Whether it is data that pages of other sites may read.
    pub(super) is_data: bool,
}

impl FileType {
    /// The header of such a file.
    #[must_use]
    pub(super) fn header(&self) -> String {
        if self.is_text { format!("{}; charset=utf-8", self.name) } else { self.name.to_owned() }
    }

    /// Whether such files become smaller by compression.
    #[must_use]
    pub(super) fn is_squeezable(&self) -> bool {
        self.is_text || matches!(self.name, "font/ttf" | "font/otf" | "image/x-icon")
    }
}

const fn text(extensions: &'static [&'static str], name: &'static str) -> FileType {
    FileType { extensions, name, is_text: true, is_data: false }
}

const fn data(extensions: &'static [&'static str], name: &'static str) -> FileType {
    FileType { extensions, name, is_text: true, is_data: true }
}

const fn book(extensions: &'static [&'static str], name: &'static str) -> FileType {
    FileType { extensions, name, is_text: false, is_data: true }
}

const fn other(extensions: &'static [&'static str], name: &'static str) -> FileType {
    FileType { extensions, name, is_text: false, is_data: false }
}

/// All types, those of pages first.
pub(super) const TYPES: &[FileType] = &[
    text(&["html", "htm"], "text/html"),
    text(&["css"], "text/css"),
    text(&["js", "mjs"], "text/javascript"),
    text(&["svg"], "image/svg+xml"),
    text(&["webmanifest"], "application/manifest+json"),
    text(&["md"], "text/markdown"),
    text(&["ics"], "text/calendar"),
    data(&["csv"], "text/csv"),
    data(&["tsv"], "text/tab-separated-values"),
    data(&["txt"], "text/plain"),
    data(&["json"], "application/json"),
    data(&["jsonld"], "application/ld+json"),
    data(&["yaml", "yml"], "application/yaml"),
    data(&["xml"], "application/xml"),
    data(&["atom"], "application/atom+xml"),
    data(&["ttl"], "text/turtle"),
    data(&["bib"], "application/x-bibtex"),
    data(&["ris"], "application/x-research-info-systems"),
    book(&["xlsx"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    book(&["ods"], "application/vnd.oasis.opendocument.spreadsheet"),
    book(&["zip"], "application/zip"),
    other(&["woff2"], "font/woff2"),
    other(&["woff"], "font/woff"),
    other(&["ttf"], "font/ttf"),
    other(&["otf"], "font/otf"),
    other(&["png"], "image/png"),
    other(&["jpg", "jpeg"], "image/jpeg"),
    other(&["gif"], "image/gif"),
    other(&["webp"], "image/webp"),
    other(&["avif"], "image/avif"),
    other(&["ico"], "image/x-icon"),
    other(&["pdf"], "application/pdf"),
    other(&["doc"], "application/msword"),
    other(&["xls"], "application/vnd.ms-excel"),
    other(&["ppt"], "application/vnd.ms-powerpoint"),
    other(&["docx"], "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    other(&["pptx"], "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    other(&["odt"], "application/vnd.oasis.opendocument.text"),
    other(&["odp"], "application/vnd.oasis.opendocument.presentation"),
    other(&["mp3"], "audio/mpeg"),
    other(&["mp4"], "video/mp4"),
    other(&["webm"], "video/webm"),
];

/// The header of a file by how its name ends; none where it ends otherwise than those of all types.
#[must_use]
pub(crate) fn type_of(path: &str) -> Option<String> {
    kind_of(path).map(FileType::header)
}

/// The media type of a file by how its name ends; none where it ends otherwise than those of all types.
#[must_use]
pub(crate) fn media_type(path: &str) -> Option<&'static str> {
    kind_of(path).map(|kind| kind.name)
}

fn kind_of(path: &str) -> Option<&'static FileType> {
    let end = path.rsplit('/').next()?.rsplit_once('.')?.1.to_ascii_lowercase();
    TYPES.iter().find(|kind| kind.extensions.contains(&end.as_str()))
}

/// How names of data end, joined.
#[must_use]
pub(super) fn data_extensions(between: &str) -> String {
    let ends: Vec<&str> = TYPES.iter().filter(|kind| kind.is_data).flat_map(|kind| kind.extensions).copied().collect();
    ends.join(between)
}

/// The types that become smaller by compression.
pub(super) fn squeezable() -> impl Iterator<Item = &'static FileType> {
    TYPES.iter().filter(|kind| kind.is_squeezable())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::TYPES;

    #[test]
    fn no_ending_and_no_type_stands_twice() {
        let ends: Vec<&str> = TYPES.iter().flat_map(|kind| kind.extensions).copied().collect();
        assert_eq!(ends.iter().collect::<BTreeSet<_>>().len(), ends.len());
        assert_eq!(TYPES.iter().map(|kind| kind.name).collect::<BTreeSet<_>>().len(), TYPES.len());
    }

    #[test]
    fn text_says_its_charset() {
        let of = |path: &str| super::type_of(path);
        assert_eq!(of("2018/data/scores.csv").as_deref(), Some("text/csv; charset=utf-8"));
        assert_eq!(of("a.SVG").as_deref(), Some("image/svg+xml; charset=utf-8"));
        assert_eq!(of("own.bold.ttf").as_deref(), Some("font/ttf"));
        let media = ["a/scores.csv", "a/scores.json", "a/all.xlsx", "a/2018.yaml.txt", "a/b"].map(super::media_type);
        let book = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        assert_eq!(media, [Some("text/csv"), Some("application/json"), Some(book), Some("text/plain"), None]);
        assert_eq!([of("CNAME"), of("a.csv/b"), of("a.unknown")], [None, None, None]);
    }
}
