//! A small table for machines: CSV and JSON of the same rows.

use crate::writers::csv::cells;

/// Named columns and their rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    /// The names of the columns.
    pub(crate) fields: Vec<String>,
    /// Rows with a value for each column.
    pub(crate) rows: Vec<Vec<Value>>,
}

/// A value of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// A text.
    Text(String),
    /// A number with the digits that were written.
    Number(String),
    /// Nothing is known.
    Empty,
}

impl Value {
    /// A number, or nothing where it has no digits.
    pub(crate) fn number(digits: String) -> Self {
        if digits.is_empty() { Self::Empty } else { Self::Number(digits) }
    }
}

impl Table {
    /// The table as CSV (RFC 4180, UTF-8, LF); no text is a formula.
    #[must_use]
    pub(crate) fn csv(&self) -> Vec<u8> {
        let mut writer = cells::writer(self.rows.len() * self.fields.len() * 12 + 256);
        let _ = writer.write_record(&self.fields);
        for row in &self.rows {
            let values = row.iter().map(|value| match value {
                Value::Text(text) => cells::text(text),
                Value::Number(digits) => digits.clone(),
                Value::Empty => String::new(),
            });
            let _ = writer.write_record(values);
        }
        cells::bytes(writer)
    }

    /// The table as JSON: `{"fields":[{"name":…,"type":…}],"rows":[{…}]}`, numbers with the written digits, unknown as
    /// null, a row a line.
    #[must_use]
    pub(crate) fn json(&self) -> Vec<u8> {
        let mut out = String::with_capacity(self.rows.len() * self.fields.len() * 24 + 256);
        out.push_str("{\"fields\":[");
        for (column, name) in self.fields.iter().enumerate() {
            let comma = if column > 0 { "," } else { "" };
            out.push_str(&format!("{comma}{{\"name\":{},\"type\":\"{}\"}}", quoted(name), self.kind(column)));
        }
        out.push_str("],\"rows\":[");
        for (i, row) in self.rows.iter().enumerate() {
            out.push_str(if i > 0 { ",\n{" } else { "\n{" });
            for (column, value) in row.iter().enumerate() {
                let comma = if column > 0 { "," } else { "" };
                let value = match value {
                    Value::Text(text) => quoted(text),
                    Value::Number(digits) => digits.clone(),
                    Value::Empty => "null".to_owned(),
                };
                out.push_str(&format!("{comma}{}:{value}", quoted(&self.fields[column])));
            }
            out.push('}');
        }
        out.push_str("\n]}\n");
        out.into_bytes()
    }

    /// The type of a column: `number` where it holds numbers and nothing else.
    fn kind(&self, column: usize) -> &'static str {
        let mut values = self.rows.iter().filter_map(|row| row.get(column)).filter(|v| **v != Value::Empty).peekable();
        let has_some = values.peek().is_some();
        if has_some && values.all(|value| matches!(value, Value::Number(_))) { "number" } else { "string" }
    }
}

/// A text as JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::{Table, Value};

    #[test]
    fn both_forms_hold_the_same_rows() {
        let table = Table {
            fields: ["unit", "total"].map(str::to_owned).to_vec(),
            rows: vec![
                vec![Value::Text("=Sở \"Y\" tế".into()), Value::Number("93.60".into())],
                vec![Value::Text("b".into()), Value::Empty],
            ],
        };
        assert_eq!(String::from_utf8(table.csv()).unwrap(), "unit,total\n\"'=Sở \"\"Y\"\" tế\",93.60\nb,\n");
        let json = String::from_utf8(table.json()).unwrap();
        let expected = "{\"fields\":[{\"name\":\"unit\",\"type\":\"string\"},{\"name\":\"total\",\"type\":\"number\"}],\
                        \"rows\":[\n{\"unit\":\"=Sở \\\"Y\\\" tế\",\"total\":93.60},\n{\"unit\":\"b\",\"total\":null}\n]}\n";
        assert_eq!(json, expected);
        assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    }
}
