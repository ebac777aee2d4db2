//! Broken and hostile files: each is refused with a reason or read, and none ends the program.

use std::io::Write;

use rust_xlsxwriter::Workbook;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::import::book::Unreadable;
use crate::import::tables;

#[track_caller]
fn refused(bytes: &[u8], why: Unreadable) {
    assert_eq!(tables(bytes, "x").unwrap_err(), why);
}

/// A packed file with these parts.
fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook with one sheet of this XML.
fn with_sheet(xml: &str) -> Vec<u8> {
    packed(&[
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"/xl/s.xml\"/></Relationships>",
        ),
        ("xl/s.xml", xml),
    ])
}

#[test]
fn other_files_are_refused_with_what_they_seem_to_be() {
    let seems = |seems| Unreadable::NotAWorkbook { seems };
    refused(b"", Unreadable::Empty);
    refused(b" \n\t", Unreadable::Empty);
    refused(b"%PDF-1.7", seems("pdf"));
    refused(b"\x89PNG\r\n", seems("picture"));
    refused(b"\xEF\xBB\xBF<!DOCTYPE html><table>", seems("html"));
    refused(b"a\0b\0\x01\0\x02", seems("binary"));
    refused(&packed(&[("a.txt", "x")]), seems("zip"));
    refused(&packed(&[("[Content_Types].xml", ""), ("word/document.xml", "")]), seems("docx"));
    let manifest = "<manifest><encryption-data/></manifest>";
    refused(&packed(&[("content.xml", ""), ("META-INF/manifest.xml", manifest)]), Unreadable::Locked);
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    refused(&[b"\xD0\xCF\x11\xE0".as_slice(), &locked].concat(), Unreadable::Locked);
}

#[test]
fn a_small_file_that_is_huge_is_refused() {
    let zeros = "0".repeat(1 << 20);
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    (0..300).for_each(|_| zip.write_all(zeros.as_bytes()).unwrap());
    let bytes = zip.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20, "{} bytes", bytes.len());
    refused(&bytes, Unreadable::TooLarge);
}

#[test]
fn cells_that_no_sheet_has_are_refused() {
    let far = "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row></sheetData></worksheet>";
    refused(&with_sheet(far), Unreadable::TooManyCells);
    let below = "<worksheet><sheetData><row r=\"9999999\"><c r=\"A9999999\"><v>1</v></c></row></sheetData></worksheet>";
    refused(&with_sheet(below), Unreadable::TooManyCells);
    let repeated = "<d><table name=\"A\"><table-row number-rows-repeated=\"1048576\"><table-cell value-type=\"float\" \
                    value=\"1\" number-columns-repeated=\"1024\"><p>1</p></table-cell></table-row></table></d>";
    refused(&packed(&[("content.xml", repeated)]), Unreadable::TooManyCells);
}

#[test]
fn two_cells_at_the_ends_of_a_sheet_are_read() {
    let corners = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\">\
                   <v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>";
    assert_eq!(tables(&with_sheet(corners), "x").unwrap().sheets.len(), 1);
}

#[test]
fn bytes_that_were_changed_end_nothing() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for row in 0..5 {
        sheet.write(row, 0, format!("Xã {row}")).unwrap();
        sheet.write(row, 1, f64::from(row) + 0.5).unwrap();
    }
    let good = workbook.save_to_buffer().unwrap();
    let sheet =
        with_sheet("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>");
    let text = "Tên;Điểm;Hạng\nA;1,5;=1\nB;1.234;2-3\nC;<5;T4\n".as_bytes().to_vec();
    let mut state = 7_u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below.max(1)
    };
    for (file, times) in [(&good, 60), (&sheet, 100), (&text, 200)] {
        for _ in 0..times {
            let mut bytes = file.clone();
            for _ in 0..=random(3) {
                let at = random(bytes.len());
                bytes[at] = u8::try_from(random(256)).unwrap();
            }
            bytes.truncate(bytes.len() - random(2) * random(bytes.len()));
            let _ = tables(&bytes, "x");
        }
    }
}
