//! Tables as JSON: `{"fields":[{"name":…,"type":…}],"rows":[{…}]}`, numbers with the digits that were written, what is not
//! known as null, a row a line.

use super::TableText;
use crate::writers::table::{Field, FieldKind, Value};

/// A table as JSON.
struct Json {
    /// What stands before the value of each column.
    keys: Vec<Vec<u8>>,
    /// Which columns are texts: there a number is a text too, so that every value is what its column says.
    are_texts: Vec<bool>,
    /// What stands before a row.
    before: &'static [u8],
}

/// Begins a file with the names and the types of the columns.
pub(crate) fn json(fields: &[Field], out: &mut Vec<u8>) -> Box<dyn TableText> {
    let mut keys: Vec<Vec<u8>> = Vec::with_capacity(fields.len());
    out.extend(b"{\"fields\":[");
    for (column, field) in fields.iter().enumerate() {
        let (mut key, before) = if column > 0 { (vec![b','], ",") } else { (Vec::new(), "") };
        out.extend(format!("{before}{{\"name\":").as_bytes());
        push_quoted(&field.name, out);
        out.extend(format!(",\"type\":\"{}\"}}", kind(field.kind)).as_bytes());
        push_quoted(&field.name, &mut key);
        key.push(b':');
        keys.push(key);
    }
    out.extend(b"],\"rows\":[");
    let are_texts = fields.iter().map(|field| field.kind == FieldKind::Text).collect();
    Box::new(Json { keys, are_texts, before: b"\n{" })
}

impl TableText for Json {
    fn row(&mut self, row: &[Value<'_>], out: &mut Vec<u8>) {
        out.extend(self.before);
        self.before = b",\n{";
        for ((key, &is_text), value) in self.keys.iter().zip(&self.are_texts).zip(row) {
            out.extend(key);
            match value {
                Value::Empty => out.extend(b"null"),
                Value::Number(_) | Value::Rank(_) if is_text => {
                    out.push(b'"');
                    value.push_plain(out);
                    out.push(b'"');
                }
                Value::Number(_) | Value::Rank(_) => value.push_plain(out),
                Value::Text(text) => push_quoted(text, out),
                Value::Date(day) => push_quoted(&day.to_string(), out),
            }
        }
        out.push(b'}');
    }

    fn end(&mut self, out: &mut Vec<u8>) {
        out.extend(b"\n]}\n");
    }
}

/// The word for the type of a column, as in Table Schema.
fn kind(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Text => "string",
        FieldKind::Number => "number",
        FieldKind::Date => "date",
    }
}

/// Adds a text as JSON.
fn push_quoted(text: &str, out: &mut Vec<u8>) {
    // Writing into memory cannot fail.
    let _ = serde_json::to_writer(out, text);
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use crate::model::Rank;
    use crate::writers::formats::{csv, json, table_bytes};
    use crate::writers::table::{Field, Table, Value};

    fn table() -> Table<'static> {
        let rows = vec![
            vec![
                Value::text("=Sở \"Y\" tế"),
                Value::Number(Decimal::from_str_exact("93.60").unwrap()),
                Value::text("101..152"),
            ],
            vec![Value::text("b"), Value::Empty, Value::Empty],
            vec![Value::text("c"), Value::Number(Decimal::new(7, 0)), Value::Rank(Rank::whole(1))],
        ];
        let fields = vec![Field::text("unit"), Field::number("total"), Field::number("rank").or_text(true)];
        Table { fields, rows: Box::new(rows.into_iter()) }
    }

    #[test]
    fn both_forms_hold_the_same_rows() {
        let expected = "unit,total,rank\n\"'=Sở \"\"Y\"\" tế\",93.60,101..152\nb,,\nc,7,1\n";
        assert_eq!(String::from_utf8(table_bytes(table(), csv::csv)).unwrap(), expected);
        let json = String::from_utf8(table_bytes(table(), json::json)).unwrap();
        let expected = "{\"fields\":[{\"name\":\"unit\",\"type\":\"string\"},{\"name\":\"total\",\"type\":\"number\"},\
                        {\"name\":\"rank\",\"type\":\"string\"}],\
                        \"rows\":[\n{\"unit\":\"=Sở \\\"Y\\\" tế\",\"total\":93.60,\"rank\":\"101..152\"},\n\
                        {\"unit\":\"b\",\"total\":null,\"rank\":null},\n\
                        {\"unit\":\"c\",\"total\":7,\"rank\":\"1\"}\n]}\n";
        assert_eq!(json, expected);
        assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    }
}
