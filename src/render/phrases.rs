//! Phrases as markup: their own text is escaped, what fills them is finished markup.

use super::html::Html;
use crate::words::{Segment, Words, segments};

impl Words {
    /// A phrase as markup: its own text is escaped, `**…**` becomes bold, arguments stay as they are.
    #[must_use]
    pub(crate) fn say_html(&self, key: &str, args: &[(&str, &Html)]) -> Html {
        let Some(template) = self.template(key) else { return Html::text(&format!("⟦{key}⟧")) };
        let nouns = self.nouns(None).map(|(place, noun)| (place, Html::text(&noun)));
        let own = nouns.iter().map(|(place, noun)| (*place, noun));
        let args: Vec<(&str, &Html)> = args.iter().copied().chain(own).collect();
        let mut html = Html::default();
        for (i, part) in template.split("**").enumerate() {
            if i > 0 {
                html.push_raw(if i % 2 == 1 { "<b>" } else { "</b>" });
            }
            fill(part, &args, &mut html);
        }
        html
    }

    /// Several things in a row, as markup.
    #[must_use]
    pub(crate) fn list_html(&self, items: &[Html]) -> Html {
        let [two, between, last] = self.list_patterns(items.iter().any(|item| item.as_str().contains(',')));
        let join = |pattern: &str, a: &Html, b: &Html| {
            let mut html = Html::default();
            fill(pattern, &[("a", a), ("b", b)], &mut html);
            html
        };
        match items {
            [] => Html::default(),
            [one] => one.clone(),
            [a, b] => join(two, a, b),
            [first, middle @ .., end] => {
                let start = middle.iter().fold(first.clone(), |a, b| join(between, &a, b));
                join(last, &start, end)
            }
        }
    }
}

fn fill(template: &str, args: &[(&str, &Html)], html: &mut Html) {
    for segment in segments(template) {
        match segment {
            Segment::Text(text) => html.push_text(text),
            Segment::Place(name) => match args.iter().find(|(n, _)| *n == name) {
                Some((_, value)) => html.push(value),
                None => html.push_text(&format!("{{{name}}}")),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::render::Html;
    use crate::words::Words;

    #[test]
    fn arguments_are_markup_and_phrases_are_not() {
        let words = Words::for_tests();
        assert_eq!(words.say_html("a", &[("x", &Html::text("<b>"))]).as_str(), "A &lt;b&gt;");
        let items = ["<1>", "2", "3"].map(Html::text);
        assert_eq!(words.list_html(&items).as_str(), "&lt;1&gt;, 2 và 3");
        let items = ["1,5", "2", "3"].map(Html::text);
        assert_eq!(words.list_html(&items).as_str(), "1,5; 2 và 3");
    }
}
