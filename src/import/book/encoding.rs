//! Bytes as text: by the mark at their beginning, as UTF-8 where they are, else as the code page of Vietnam or the West.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

/// The text of bytes, and what the encoding is called.
pub(super) fn decoded(bytes: &[u8]) -> (String, &'static str) {
    let encoding = Encoding::for_bom(bytes).map_or_else(|| of_content(bytes), |(encoding, _)| encoding);
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    // The code page of Vietnam keeps letters and their marks apart.
    let text = if encoding == WINDOWS_1258 { text.nfc().collect() } else { text.into_owned() };
    (text, encoding.name())
}

fn of_content(bytes: &[u8]) -> &'static Encoding {
    let start = &bytes[..bytes.len().min(4096)];
    let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let quarter = start.len() / 8;
    match (zeros(0), zeros(1)) {
        (even, odd) if odd > quarter && odd > 4 * even => UTF_16LE,
        (even, odd) if even > quarter && even > 4 * odd => UTF_16BE,
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ if is_vietnamese(bytes) => WINDOWS_1258,
        _ => WINDOWS_1252,
    }
}

/// Whether marks that the Vietnamese code page keeps apart stand behind vowels, and nowhere else: in a text of the West
/// these bytes are letters such as `ò`, which stand behind consonants.
fn is_vietnamese(bytes: &[u8]) -> bool {
    const MARKS: [u8; 5] = [0xCC, 0xD2, 0xDE, 0xEC, 0xF2];
    // a â ă e ê i o ô ơ u ư y, small and capital.
    const VOWELS: &[u8] = b"aeiouyAEIOUY\xC2\xE2\xC3\xE3\xCA\xEA\xD4\xF4\xD5\xF5\xDD\xFD";
    let marks = bytes.windows(2).filter(|pair| MARKS.contains(&pair[1]));
    let (behind, all) =
        marks.fold((0, 0), |(behind, all), pair| (behind + usize::from(VOWELS.contains(&pair[0])), all + 1));
    behind > 0 && behind * 10 >= all * 9
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[track_caller]
    fn case(bytes: &[u8], text: &str, encoding: &str) {
        assert_eq!(decoded(bytes), (text.to_owned(), decoded(bytes).1));
        assert_eq!(decoded(bytes).1, encoding);
    }

    #[test]
    fn encodings_are_told_by_their_bytes() {
        case("Sở Y tế".as_bytes(), "Sở Y tế", "UTF-8");
        case(b"\xEF\xBB\xBFa;b", "a;b", "UTF-8");
        case(b"\xFF\xFEa\0;\0", "a;", "UTF-16LE");
        case(b"\xFE\xFF\0a\0;", "a;", "UTF-16BE");
        case(b"a\0b\0,\x001\0\n\0", "ab,1\n", "UTF-16LE");
        case(b"\0a\0b\0,\x001\0\n", "ab,1\n", "UTF-16BE");
        case(b"S\xF5\xD2 Y t\xEA\xEC, \xD0\xF4\xCCng", "Sở Y tế, Đồng", "windows-1258");
        case(b"k\xFCnstlerisch, per\xF2, citt\xE0", "künstlerisch, però, città", "windows-1252");
        case(b"", "", "UTF-8");
    }
}
