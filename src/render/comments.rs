//! Comments of HTML in Markdown: notes to oneself, which no reader sees.

/// A piece of HTML without its comments, and whether the last of them is never closed.
pub(crate) fn without_comments(html: &str) -> (String, bool) {
    let (mut kept, mut rest) = (String::with_capacity(html.len()), html);
    while let Some((before, inside)) = rest.split_once("<!--") {
        kept.push_str(before);
        match inside.split_once("-->") {
            Some((_, behind)) => rest = behind,
            None => return (kept, true),
        }
    }
    kept.push_str(rest);
    (kept, false)
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn comments_are_left_out() {
        let case = |html: &str, kept: &str, open: bool| assert_eq!(without_comments(html), (kept.to_owned(), open));
        case("<!-- a -->", "", false);
        case("a<!-- b\nc -->d<!---->e", "ade", false);
        case("<br>", "<br>", false);
        case("a <!-- b", "a ", true);
        case("<!-- a -- b -->", "", false);
    }
}
