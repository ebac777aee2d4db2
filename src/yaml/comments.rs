//! A text without its comments.

use super::tape::Form;
use super::write;

/// The text of a file without what its editors wrote for each other: comments, and the lines that held nothing else.
///
/// The values stay byte by byte as they were written. A text that is not well-formed loses what stands behind the fault.
#[must_use]
pub(crate) fn without_comments(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let tape = write::read(0, text, text);
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    for slot in &tape.slots {
        let (start, end) = (slot.start as usize, slot.end as usize);
        if matches!(slot.form, Form::List | Form::Map) || start < at || end < start {
            continue;
        }
        push_between(&mut kept, &text[at..start]);
        push_scalar(&mut kept, &text[start..end]);
        at = end;
    }
    if !tape.broken {
        push_between(&mut kept, &text[at..]);
    }
    kept
}

/// What stands between two values: a `#` at the beginning of a line or behind a space begins a comment (YAML 1.2.2, 6.6).
fn push_between(kept: &mut String, between: &str) {
    for line in between.split_inclusive(['\n', '\r']) {
        let comment = line.match_indices('#').find(|(at, _)| {
            let before = line[..*at].chars().next_back().or_else(|| kept.chars().next_back());
            before.is_none_or(char::is_whitespace)
        });
        let Some((at, _)) = comment else {
            kept.push_str(line);
            continue;
        };
        kept.push_str(&line[..at]);
        kept.truncate(kept.trim_end_matches([' ', '\t']).len());
        if !kept.is_empty() && !kept.ends_with(['\n', '\r']) {
            kept.push_str(line.trim_start_matches(|c| !"\r\n".contains(c)));
        }
    }
}

/// A value; behind the sign that begins an indented text, a comment may stand.
fn push_scalar(kept: &mut String, value: &str) {
    let is_indented = value.starts_with(['|', '>']);
    match value.split_once('\n').filter(|(head, _)| is_indented && head.contains('#')) {
        Some((head, rest)) => {
            let head = head.split('#').next().unwrap_or_default();
            kept.push_str(head.trim_end());
            kept.push('\n');
            kept.push_str(rest);
        }
        None => kept.push_str(value),
    }
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[track_caller]
    fn case(text: &str, expected: &str) {
        assert_eq!(without_comments(text), expected);
    }

    #[test]
    fn comments_go_and_values_stay() {
        case("a: 1\nb: 2\n", "a: 1\nb: 2\n");
        case("# who: Nam\na: 1 # ask Nam\n  # and again\nb: 2.50\n", "a: 1\nb: 2.50\n");
        case("a: \"x # no comment\" # one\n", "a: \"x # no comment\"\n");
        case("a: x#y\nb: 'it''s # not' # is\n", "a: x#y\nb: 'it''s # not'\n");
        case("a: [1, # one\n 2] # two\n", "a: [1,\n 2]\n");
        case("a: |\n  # text\n  more\nb: 1\n", "a: |\n  # text\n  more\nb: 1\n");
        case("a: | # why\n  text\n", "a: |\n  text\n");
        case("a: &x 1 # x\nb: *x # y\n", "a: &x 1\nb: *x\n");
        case("a: 1 # no line feed", "a: 1");
        case("a: 1 # windows\r\nb: 2\r\n", "a: 1\r\nb: 2\r\n");
        case("a: { b: 1, # b\n  # only\n  c: 2 }\n", "a: { b: 1,\n  c: 2 }\n");
        case("", "");
        case("# nothing\n", "");
    }
}
