//! Paths of files as addresses write them: with the signs that mean something in an address spelled as bytes.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What a path of an address spells as bytes (RFC 3986, `path`): all but letters, digits, `/` and what stays as it is.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b'@');

/// What a person has to spell as bytes when she types an address into Markdown.
const TYPED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'%').add(b'#').add(b'?').add(b'<').add(b'>').add(b'"').add(b'\\').add(b'(').add(b')');

/// A path as it stands in an address.
#[must_use]
pub(crate) fn encoded(path: &str) -> String {
    utf8_percent_encode(path, IN_PATH).to_string()
}

/// A path as a person types it into Markdown: letters of all alphabets stay readable.
#[must_use]
pub(crate) fn typed(path: &str) -> String {
    let mut typed = String::with_capacity(path.len());
    for letter in path.split_inclusive(|_: char| true) {
        if letter.is_ascii() {
            typed.extend(utf8_percent_encode(letter, TYPED));
        } else {
            typed.push_str(letter);
        }
    }
    typed
}

/// What an address spells as bytes, as text again; as it is where its bytes are no UTF-8.
#[must_use]
pub(crate) fn decoded(address: &str) -> String {
    percent_decode_str(address).decode_utf8().map_or_else(|_| address.to_owned(), |text| text.into_owned())
}

/// An address as somebody typed it, with every sign that cannot stand in one spelled as bytes; what is spelled so already
/// stays.
#[must_use]
pub(crate) fn mended(address: &str) -> String {
    const REST: &AsciiSet = &CONTROLS.add(b' ').add(b'<').add(b'>').add(b'"').add(b'\\').add(b'`').add(b'{').add(b'}');
    let bytes = address.as_bytes();
    let is_spelled =
        |at: usize| bytes.get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
    let mut whole = String::with_capacity(address.len());
    for (at, c) in address.char_indices() {
        if c == '%' && !is_spelled(at) {
            whole.push_str("%25");
        } else {
            whole.push(c);
        }
    }
    utf8_percent_encode(&whole, REST).to_string()
}

#[cfg(test)]
mod tests {
    use super::{decoded, encoded, mended, typed};

    #[test]
    fn a_path_becomes_an_address_and_again_a_path() {
        let case = |path: &str, address: &str| {
            assert_eq!(encoded(path), address);
            assert_eq!(decoded(address), path);
        };
        case("2018/units/so-y-te/index.html", "2018/units/so-y-te/index.html");
        case("static/a#1.pdf", "static/a%231.pdf");
        case("static/hoi?.pdf", "static/hoi%3F.pdf");
        case("static/50%.pdf", "static/50%25.pdf");
        case("static/Quyết định.pdf", "static/Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh.pdf");
        case("static/a&b (1).pdf", "static/a&b%20(1).pdf");
        assert_eq!(decoded("%FF.pdf"), "%FF.pdf");
    }

    #[test]
    fn what_is_typed_stays_readable() {
        assert_eq!(typed("../static/Quyết định (1)#2.pdf"), "../static/Quyết%20định%20%281%29%232.pdf");
    }

    #[test]
    fn an_address_is_mended_once() {
        assert_eq!(mended("../static/a b.pdf"), "../static/a%20b.pdf");
        assert_eq!(mended("../static/a%20b.pdf"), "../static/a%20b.pdf");
        assert_eq!(mended("50%.pdf"), "50%25.pdf");
        assert_eq!(mended("a.html#b?c"), "a.html#b?c");
    }
}
