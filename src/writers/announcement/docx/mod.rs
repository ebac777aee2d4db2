//! A Word document: the paragraphs that a template writes, packed with what programs for documents want around and beside
//! them. The only file that writes packed files.

use std::io::{Cursor, Write as _};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// What stands beside the text, in the order of the package.
const BESIDE: [(&str, &str); 4] = [
    ("[Content_Types].xml", include_str!("content-types.xml")),
    ("_rels/.rels", include_str!("package.rels.xml")),
    ("word/_rels/document.xml.rels", include_str!("document.rels.xml")),
    ("word/styles.xml", include_str!("styles.xml")),
];

/// What stands before and behind the paragraphs.
const AROUND: [&str; 2] = [include_str!("document-begins.xml"), include_str!("document-ends.xml")];

/// Packs the paragraphs of a document. The same ones give the same bytes: no file in it has a time of its own.
///
/// # Errors
/// When it is too large for such a file.
pub(super) fn packed(paragraphs: &[u8]) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let [begins, ends] = AROUND.map(str::as_bytes);
    let text = [begins, paragraphs, ends].concat();
    let beside = BESIDE.iter().map(|(path, part)| (*path, part.as_bytes()));
    for (path, part) in beside.chain([("word/document.xml", text.as_slice())]) {
        zip.start_file(path, options)?;
        zip.write_all(part)?;
    }
    Ok(zip.finish()?.into_inner())
}
