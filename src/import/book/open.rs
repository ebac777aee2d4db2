//! Which reader a file wants, by its bytes.

use super::csv::csv;
use super::grid::GridWorkbook;
use super::ods::ods;
use super::pack::Pack;
use super::unreadable::Unreadable;
use super::xls::xls;
use super::xlsx::xlsx;
use crate::import::table::WorkbookKind;

/// The largest file that is read.
const BYTES_MAX: usize = 64 << 20;

/// How files begin that are no workbooks.
const OTHERS: [(&[u8], &str); 8] = [
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xFF\xD8\xFF", "picture"),
    (b"GIF8", "picture"),
    (b"{\\rtf", "rtf"),
    (b"Rar!", "rar"),
    (b"7z\xBC\xAF", "7z"),
    (b"\x1F\x8B", "gzip"),
];

/// Reads a workbook; `name` is that of the file, which a CSV file gives to its sheet.
///
/// # Errors
/// When it is no workbook, is broken or too large.
pub(crate) fn open(bytes: &[u8], name: &str) -> Result<GridWorkbook, Unreadable> {
    if bytes.len() > BYTES_MAX {
        return Err(Unreadable::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return packed(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        let is_locked = contains(bytes, &utf16("EncryptedPackage"));
        let sheets = if is_locked { Err(Unreadable::Locked) } else { xls(bytes) };
        return Ok(GridWorkbook { kind: WorkbookKind::Xls, sheets: sheets? });
    }
    let other = OTHERS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, seems)| *seems);
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).trim_start_matches('\u{feff}').to_lowercase();
    let is_page = ["<html", "<!doctype", "<table", "<?xml"].iter().any(|tag| start.trim_start().starts_with(tag));
    if let Some(seems) = other.or(is_page.then_some("html")) {
        return Err(Unreadable::NotAWorkbook { seems });
    }
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let sheet = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let (kind, grid) = csv(bytes, sheet)?;
    Ok(GridWorkbook { kind, sheets: vec![grid] })
}

fn packed(bytes: &[u8]) -> Result<GridWorkbook, Unreadable> {
    let mut pack = Pack::open(bytes)?;
    if pack.has("content.xml") {
        return Ok(GridWorkbook { kind: WorkbookKind::Ods, sheets: ods(&mut pack)? });
    }
    if pack.has("[Content_Types].xml") {
        return Ok(GridWorkbook { kind: WorkbookKind::Xlsx, sheets: xlsx(&mut pack)? });
    }
    Err(Unreadable::NotAWorkbook { seems: "zip" })
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(bytes, part).is_some()
}
