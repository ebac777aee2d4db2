//! What a page says of its data to search engines: a data block, which browsers do not run.

use serde_json::Value;

use crate::render::Html;

/// JSON for the inside of a `<script>`: no `<` of a name can end it or open a comment in it.
pub(crate) fn data_block(value: &Value) -> Html {
    Html::trusted(value.to_string().replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::data_block;

    #[test]
    fn no_name_ends_the_block() {
        let name = "</script><script>alert(1)</script><!-- & \"";
        let block = data_block(&json!({ "name": name }));
        assert!(!block.as_str().contains('<'), "{block:?}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(block.as_str()).unwrap(), json!({ "name": name }));
    }
}
