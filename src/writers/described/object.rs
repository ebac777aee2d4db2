//! A JSON object in the order in which it is said.

use serde_json::{Map, Value};

/// A JSON object in the making.
#[derive(Default)]
pub(crate) struct Object(Map<String, Value>);

impl Object {
    /// Adds a value.
    pub(crate) fn set(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.0.insert(key.to_owned(), value.into());
        self
    }

    /// Adds a value if there is one.
    pub(crate) fn maybe(self, key: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.set(key, value),
            None => self,
        }
    }

    /// Adds a list unless it is empty.
    pub(crate) fn list(self, key: &str, values: Vec<Value>) -> Self {
        self.maybe(key, (!values.is_empty()).then_some(values))
    }

    /// The object.
    pub(crate) fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// JSON for people who look into it: indented, a line feed at the end.
pub(crate) fn indented(value: &Value) -> Vec<u8> {
    // Writing into memory cannot fail.
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
