//! Tables as CSV (RFC 4180, UTF-8 without a mark, LF, dot decimals).

use std::borrow::Cow;

use crate::writers::table::{Table, Value};

/// The table as CSV; no text is a formula.
pub(crate) fn csv(table: &Table<'_>) -> Vec<u8> {
    let capacity = (table.rows.len() + 1) * table.fields.len() * 10 + 256;
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::with_capacity(capacity));
    // Writing into memory cannot fail: the only faults are those of a disk or of rows of unequal length.
    let _ = writer.write_record(table.fields.iter().map(|field| field.name.as_bytes()));
    for row in &table.rows {
        for value in row {
            let text = match value {
                Value::Text(text) => harmless(text),
                value => value.plain(),
            };
            let _ = writer.write_field(text.as_bytes());
        }
        let _ = writer.write_record(None::<&[u8]>);
    }
    writer.into_inner().unwrap_or_default()
}

/// A text that no spreadsheet takes for a formula: one that begins with `= + - @`, tab or return gets a `'` in front
/// (OWASP, "CSV Injection").
fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[track_caller]
    fn case(input: &str, expected: &str) {
        assert_eq!(harmless(input), expected);
    }

    #[test]
    fn no_text_is_a_formula() {
        case("Sở Y tế", "Sở Y tế");
        case("=HYPERLINK(\"https://example.org\")", "'=HYPERLINK(\"https://example.org\")");
        case("+84 29", "'+84 29");
        case("-1", "'-1");
        case("@sum", "'@sum");
        case("\tx", "'\tx");
        case("\r=1", "'\r=1");
        case("", "");
    }
}
