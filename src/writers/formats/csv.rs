//! Tables as CSV (RFC 4180, UTF-8 without a mark, LF, dot decimals).

use std::iter::once;

use super::TableText;
use crate::writers::table::{Field, Value};

/// A table as CSV; no text is a formula.
struct Csv;

/// Begins a file with the names of the columns.
pub(crate) fn csv(fields: &[Field], out: &mut Vec<u8>) -> Box<dyn TableText> {
    line(out, fields, |field, out| push_quoted(&field.name, out));
    Box::new(Csv)
}

impl TableText for Csv {
    fn row(&mut self, row: &[Value<'_>], out: &mut Vec<u8>) {
        line(out, row, |value, out| match value {
            Value::Text(text) => push_harmless(text, out),
            value => value.push_plain(out),
        });
    }

    fn end(&mut self, _: &mut Vec<u8>) {}
}

/// Adds a line with what stands in its columns.
fn line<T>(out: &mut Vec<u8>, columns: &[T], push: impl Fn(&T, &mut Vec<u8>)) {
    for (at, column) in columns.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        push(column, out);
    }
    out.push(b'\n');
}

/// Adds a text that no spreadsheet takes for a formula: one that begins with `= + - @`, tab or return gets a `'` in front
/// (OWASP, "CSV Injection").
fn push_harmless(text: &str, out: &mut Vec<u8>) {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        push_quoted(&format!("'{text}"), out);
    } else {
        push_quoted(text, out);
    }
}

/// Adds a text, in quotes where it holds what would end it (RFC 4180, 2.6 and 2.7).
fn push_quoted(text: &str, out: &mut Vec<u8>) {
    if !text.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        return out.extend(text.as_bytes());
    }
    out.push(b'"');
    for byte in text.bytes() {
        out.extend(once(byte).chain((byte == b'"').then_some(b'"')));
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::push_harmless;

    #[track_caller]
    fn case(input: &str, expected: &str) {
        let mut out = Vec::new();
        push_harmless(input, &mut out);
        assert_eq!(String::from_utf8_lossy(&out), expected);
        // The same text, but for the sign in front of a formula.
        let line = [b"x,", out.as_slice(), b"\n"].concat();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_slice());
        let read = reader.records().next().and_then(Result::ok).map(|record| record[1].to_owned());
        assert_eq!(read.as_deref().map(|read| read.strip_prefix('\'').unwrap_or(read)), Some(input));
    }

    #[test]
    fn no_text_is_a_formula() {
        case("Sở Y tế", "Sở Y tế");
        case("=HYPERLINK(\"https://example.org\")", "\"'=HYPERLINK(\"\"https://example.org\"\")\"");
        case("+84 29", "'+84 29");
        case("-1", "'-1");
        case("@sum", "'@sum");
        case("\tx", "'\tx");
        case("\r=1", "\"'\r=1\"");
        case("", "");
    }

    #[test]
    fn what_would_end_a_text_is_quoted() {
        case("Sở, ban", "\"Sở, ban\"");
        case("\"", "\"\"\"\"");
        case("a\nb", "\"a\nb\"");
        case("a b;c'd", "a b;c'd");
    }
}
