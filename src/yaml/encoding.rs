//! Bytes as text: UTF-8, or a fault that names what else they are.

use crate::diagnostics::{Diagnostic, Faults, codes::syntax};
use crate::model::Place;

use super::legacy;

/// The text of file `file`; none if it is not UTF-8, which `faults` then tells.
pub(crate) fn decode<'b>(file: u32, bytes: &'b [u8], faults: &mut Faults) -> Option<&'b str> {
    if let Some([what, what_vi]) = other_than_text(bytes) {
        let fault = Diagnostic::new(&syntax::ENCODING, Place::whole(file)).with("binary", what);
        let fault = fault.with("binary_vi", what_vi).with("instead", "write its content as a text file");
        faults.push(fault.with("instead_vi", "ghi nội dung thành tệp văn bản"));
        return None;
    }
    let fault = match (utf_16(bytes), std::str::from_utf8(bytes)) {
        (Some(encoding), _) => Diagnostic::new(&syntax::ENCODING, Place::whole(file)).with("encoding", encoding),
        (None, Ok(text)) => return Some(text),
        (None, Err(fault)) => {
            let at = fault.valid_up_to();
            let (legacy, byte) = match legacy::encoding(bytes) {
                Some(legacy) => (Some(legacy), None),
                None => (None, Some(format!("0x{:02X}", bytes[at]))),
            };
            let fault = Diagnostic::new(&syntax::ENCODING, Place::new(file, at..at));
            fault.with_some("byte", byte).with_some("legacy", legacy)
        }
    };
    let [instead, instead_vi] = ["save the file again with the encoding UTF-8", "lưu lại tệp với bảng mã UTF-8"];
    faults.push(fault.with("instead", instead).with("instead_vi", instead_vi));
    None
}

/// What a file is that was only named like a text, by its first bytes, in English and Vietnamese.
fn other_than_text(bytes: &[u8]) -> Option<[&'static str; 2]> {
    const KINDS: [(&[u8], [&str; 2]); 3] = [
        (b"PK\x03\x04", ["a file of Excel or Word, or a zip archive", "tệp Excel, Word hoặc tệp nén zip"]),
        (b"\xd0\xcf\x11\xe0", ["an older file of Excel or Word", "tệp Excel hoặc Word đời cũ"]),
        (b"%PDF-", ["a PDF file", "tệp PDF"]),
    ];
    KINDS.into_iter().find(|(begins, _)| bytes.starts_with(begins)).map(|(_, what)| what)
}

/// The name of a two-byte encoding that the first bytes tell: by its mark, or by every other byte being zero.
fn utf_16(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, ..] => Some("UTF-16 (little-endian)"),
        [0xFE, 0xFF, ..] => Some("UTF-16 (big-endian)"),
        [a, 0, b, 0, ..] if *a != 0 && *b != 0 => Some("UTF-16 (little-endian)"),
        [0, a, 0, b, ..] if *a != 0 && *b != 0 => Some("UTF-16 (big-endian)"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::diagnostics::{CliLanguage, Faults};

    #[track_caller]
    fn case(bytes: &[u8], expected: Result<&str, &str>) {
        let mut faults = Faults::default();
        match (decode(0, bytes, &mut faults), expected) {
            (Some(text), Ok(expected)) => assert_eq!((text, faults.as_slice().len()), (expected, 0)),
            (None, Err(expected)) => {
                let [fault] = faults.as_slice() else { panic!("{faults:?}") };
                let message = &fault.sentences(CliLanguage::English)[0];
                assert_eq!(format!("{} {}", fault.place.unwrap().start, message), expected);
            }
            (found, _) => panic!("{found:?}"),
        }
    }

    #[test]
    fn other_encodings_are_named() {
        case("\u{feff}tên: Sở Y tế\r\n".as_bytes(), Ok("\u{feff}tên: Sở Y tế\r\n"));
        case(b"a: caf\xe9\n", Err("6 the file is not UTF-8: byte 0xE9 cannot stand here"));
        case(b"\xff\xfea\0", Err("0 the file is not UTF-8: it is UTF-16 (little-endian)"));
        case(b"\xfe\xff\0a", Err("0 the file is not UTF-8: it is UTF-16 (big-endian)"));
        let legacy = |name: &str| format!("it looks like {name}, an old Vietnamese encoding");
        let told = |at: usize, name: &str| format!("{at} the file is not UTF-8: {}", legacy(name));
        // "Sở Nội vụ tỉnh" in each of them.
        case(b"a: S\xea N\xe9i v\xf4 t\xd8nh", Err(&told(4, "TCVN3 (ABC)")));
        case(b"a: S\xf4\xfb No\xe4i vu\xef t\xe6nh", Err(&told(4, "VNI")));
        case(b"a: S\xf5\xd2 N\xf4\xf2i vu\xf2 ti\xd2nh", Err(&told(4, "Windows-1258")));
        case(b"a\0:\0", Err("0 the file is not UTF-8: it is UTF-16 (little-endian)"));
    }
}
