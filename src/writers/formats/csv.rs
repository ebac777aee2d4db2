//! Tables as CSV (RFC 4180, UTF-8 without a mark, LF, dot decimals).

use csv_core::{Terminator, Writer, WriterBuilder};

use super::TableText;
use crate::writers::table::{Field, Value};

/// A table as CSV; no text is a formula.
struct Csv {
    writer: Writer,
    /// A value before it is known whether it needs quotes.
    plain: Vec<u8>,
}

/// Begins a file with the names of the columns.
pub(crate) fn csv(fields: &[Field], out: &mut Vec<u8>) -> Box<dyn TableText> {
    let writer = WriterBuilder::new().terminator(Terminator::Any(b'\n')).build();
    let mut csv = Csv { writer, plain: Vec::new() };
    csv.line(fields, out, |field, plain| plain.extend(field.name.as_bytes()));
    Box::new(csv)
}

impl TableText for Csv {
    fn row(&mut self, row: &[Value<'_>], out: &mut Vec<u8>) {
        self.line(row, out, |value, plain| match value {
            Value::Text(text) => push_harmless(text, plain),
            value => value.push_plain(plain),
        });
    }

    fn end(&mut self, _: &mut Vec<u8>) {}
}

/// How many bytes the sign between two values takes at most, or that behind a line, with the quote before it.
const SIGNS: usize = 4;

impl Csv {
    /// Adds a line with what stands in its columns.
    fn line<T>(&mut self, columns: &[T], out: &mut Vec<u8>, push: impl Fn(&T, &mut Vec<u8>)) {
        for (at, column) in columns.iter().enumerate() {
            if at > 0 {
                add(out, SIGNS, |room| self.writer.delimiter(room).1);
            }
            self.plain.clear();
            push(column, &mut self.plain);
            let plain = &self.plain;
            // Each byte may be a quote, which is doubled.
            add(out, 2 * plain.len() + SIGNS, |room| self.writer.field(plain, room).2);
        }
        add(out, SIGNS, |room| self.writer.terminator(room).1);
    }
}

/// Adds what is written; it needs that much room at most.
fn add(out: &mut Vec<u8>, room: usize, write: impl FnOnce(&mut [u8]) -> usize) {
    let from = out.len();
    out.resize(from + room, 0);
    let n = write(&mut out[from..]);
    out.truncate(from + n);
}

/// Adds a text that no spreadsheet takes for a formula: one that begins with `= + - @`, tab or return gets a `'` in front
/// (OWASP, "CSV Injection").
fn push_harmless(text: &str, out: &mut Vec<u8>) {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        out.push(b'\'');
    }
    out.extend(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::csv;
    use crate::writers::table::{Field, Value};

    #[track_caller]
    fn case(input: &str, expected: &str) {
        let mut out = Vec::new();
        let mut text = csv(&[Field::text("a"), Field::text("b")], &mut out);
        text.row(&[Value::text("x"), Value::text(input)], &mut out);
        let line = format!("a,b\nx,{expected}\n");
        assert_eq!(String::from_utf8_lossy(&out), line);
        // The same text, but for the sign in front of a formula.
        let mut reader = ::csv::Reader::from_reader(line.as_bytes());
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
