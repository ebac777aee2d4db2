//! The old Vietnamese encodings, told from each other by where their bytes stand.
//!
//! TCVN3 has a letter in one byte; VNI writes a plain vowel and a byte for its mark behind it; Windows-1258 writes a letter
//! and a byte for its tone behind it. The byte of a mark therefore follows a vowel, and only such bytes are counted.

/// The name of the encoding of a text, if its bytes tell it: two of them at least must.
pub(super) fn encoding(bytes: &[u8]) -> Option<&'static str> {
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let pairs = || bytes.windows(2).filter(|pair| pair[1] >= 0x80).map(|pair| (pair[0], pair[1]));
    let windows = pairs().filter(|&(before, byte)| is_tone_1258(byte) && is_vowel_1258(before)).count();
    let vni = pairs().filter(|&(before, byte)| is_mark_vni(byte) && is_vowel_vni(before)).count();
    let own_windows = bytes.iter().filter(|byte| matches!(byte, 0xF0 | 0xD0 | 0xFD | 0xDD | 0xE3 | 0xC3)).count();
    let own_vni = bytes.iter().filter(|byte| matches!(byte, 0xF1 | 0xD1 | 0xF6 | 0xD6 | 0xE6)).count();
    let explained_windows = windows + bytes.iter().filter(|byte| is_vowel_1258(**byte) && **byte >= 0x80).count();
    let explained_vni = vni + own_vni + bytes.iter().filter(|byte| matches!(byte, 0xF4 | 0xD4)).count();
    if windows > 0 && windows >= vni && (explained_windows + own_windows) * 10 >= high * 7 && high > 1 {
        return Some("Windows-1258");
    }
    if vni > 0 && explained_vni * 10 >= high * 7 && high > 1 {
        return Some("VNI");
    }
    let letters = bytes.iter().filter(|byte| is_letter_tcvn3(**byte)).count();
    (high > 1 && letters == high).then_some("TCVN3 (ABC)")
}

/// A tone of Windows-1258: grave, hook, tilde, acute, dot.
fn is_tone_1258(byte: u8) -> bool {
    matches!(byte, 0xCC | 0xD2 | 0xDE | 0xEC | 0xF2)
}

fn is_vowel_1258(byte: u8) -> bool {
    is_plain_vowel(byte)
        || matches!(byte, 0xE2 | 0xE3 | 0xEA | 0xF4 | 0xF5 | 0xFD | 0xC2 | 0xC3 | 0xCA | 0xD4 | 0xD5 | 0xDD)
}

/// A mark of VNI behind its vowel: tones, and tones with a circumflex or breve.
fn is_mark_vni(byte: u8) -> bool {
    let lower = byte | 0x20;
    matches!(lower, 0xE0..=0xE5 | 0xE8..=0xEB | 0xEF | 0xF5 | 0xF8..=0xFC)
}

fn is_vowel_vni(byte: u8) -> bool {
    is_plain_vowel(byte) || matches!(byte, 0xF4 | 0xF6 | 0xD4 | 0xD6)
}

fn is_plain_vowel(byte: u8) -> bool {
    b"aeiouyAEIOUY".contains(&byte)
}

/// A letter of TCVN3.
fn is_letter_tcvn3(byte: u8) -> bool {
    matches!(byte, 0xA1..=0xAE | 0xB5..=0xB9 | 0xBB..=0xBE | 0xC6..=0xCB | 0xCC..=0xD8 | 0xDC..=0xDF | 0xE1..=0xFE)
}
