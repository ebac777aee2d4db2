//! Tables as JSON: `{"fields":[{"name":…,"type":…}],"rows":[{…}]}`, numbers with the digits that were written, what is not
//! known as null, a row a line.

use std::io::Write as _;

use crate::writers::table::{FieldKind, Table, Value};

/// The table as JSON.
pub(crate) fn json(table: &Table<'_>) -> Vec<u8> {
    let keys: Vec<Vec<u8>> = table.fields.iter().map(|field| quoted(&field.name)).collect();
    let mut out = Vec::with_capacity((table.rows.len() + 1) * table.fields.len() * 24 + 256);
    out.extend(b"{\"fields\":[");
    for (column, key) in keys.iter().enumerate() {
        out.extend(if column > 0 { &b",{\"name\":"[..] } else { b"{\"name\":" });
        out.extend(key);
        // Writing into memory cannot fail.
        let _ = write!(out, ",\"type\":\"{}\"}}", kind(table.kind(column)));
    }
    out.extend(b"],\"rows\":[");
    for (i, row) in table.rows.iter().enumerate() {
        out.extend(if i > 0 { &b",\n{"[..] } else { b"\n{" });
        for (column, (key, value)) in keys.iter().zip(row).enumerate() {
            if column > 0 {
                out.push(b',');
            }
            out.extend(key);
            out.push(b':');
            match value {
                Value::Empty => out.extend(b"null"),
                Value::Number(_) | Value::Rank(_) => out.extend(value.plain().as_bytes()),
                Value::Text(_) | Value::Date(_) => out.extend(quoted(&value.plain())),
            }
        }
        out.push(b'}');
    }
    out.extend(b"\n]}\n");
    out
}

/// The word for the type of a column, as in Table Schema.
fn kind(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Text => "string",
        FieldKind::Number => "number",
        FieldKind::Date => "date",
    }
}

/// A text as JSON.
fn quoted(text: &str) -> Vec<u8> {
    serde_json::to_vec(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::json;
    use crate::writers::formats::csv::csv;
    use crate::writers::table::{Field, Table, Value};

    #[test]
    fn both_forms_hold_the_same_rows() {
        let table = Table {
            fields: vec![Field::text("unit"), Field::number("total"), Field::number("rank")],
            rows: vec![
                vec![
                    Value::text("=Sở \"Y\" tế"),
                    Value::Number(Decimal::from_str_exact("93.60").unwrap()),
                    Value::text("101..152"),
                ],
                vec![Value::text("b"), Value::Empty, Value::Empty],
            ],
        };
        let expected = "unit,total,rank\n\"'=Sở \"\"Y\"\" tế\",93.60,101..152\nb,,\n";
        assert_eq!(String::from_utf8(csv(&table)).unwrap(), expected);
        let json = String::from_utf8(json(&table)).unwrap();
        let expected = "{\"fields\":[{\"name\":\"unit\",\"type\":\"string\"},{\"name\":\"total\",\"type\":\"number\"},\
                        {\"name\":\"rank\",\"type\":\"string\"}],\
                        \"rows\":[\n{\"unit\":\"=Sở \\\"Y\\\" tế\",\"total\":93.60,\"rank\":\"101..152\"},\n\
                        {\"unit\":\"b\",\"total\":null,\"rank\":null}\n]}\n";
        assert_eq!(json, expected);
        assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    }
}
