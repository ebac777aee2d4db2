//! What a merge of two versions leaves in a text: a marker before, between and behind them, or one that was forgotten.

use std::ops::Range;

/// Ends of names of texts in which a line of `=` has no sense of its own.
const PLAIN: [&str; 10] = ["yaml", "yml", "csv", "tsv", "json", "geojson", "svg", "xml", "html", "htm"];

/// Ends of names of other texts that are copied as they are: a line of `=` may underline or part something in them.
const UNDERLINED: [&str; 9] = ["md", "markdown", "txt", "rst", "css", "js", "mjs", "ini", "webmanifest"];

/// Names of texts without an end, and how names of settings of a host begin.
const WITHOUT_END: [&str; 4] = ["CNAME", "LICENSE", "README", "_"];

/// The lengths of a heading that a line of seven `=` underlines: nearly its own.
const UNDERLINED_LEN: Range<usize> = 5..10;

/// How many bytes of a file that is copied as it is are looked through.
pub(super) const LOOKED_THROUGH: u64 = 1 << 20;

/// Whether a file that is copied as it is holds a text, by its name.
pub(super) fn is_text(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some(("", _)) => true,
        Some((_, end)) => PLAIN.iter().chain(&UNDERLINED).any(|known| end.eq_ignore_ascii_case(known)),
        None => WITHOUT_END.iter().any(|known| name.starts_with(known)),
    }
}

/// Where the first marker of a conflict stands in the text of a file.
#[must_use]
pub(crate) fn marker(path: &str, text: &str) -> Option<Range<usize>> {
    if !["<<<<<<<", ">>>>>>>", "|||||||", "======="].iter().any(|marker| text.contains(marker)) {
        return None;
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut at = 0;
    for (i, line) in lines.iter().enumerate() {
        let said = line.trim_end().trim_start_matches('\u{feff}');
        if is_marker(said) || (said == "=======" && !underlines(path, &lines, i)) {
            let start = at + line.find(said).unwrap_or_default();
            return Some(start..start + said.len());
        }
        at += line.len();
    }
    None
}

/// Whether a line can be nothing but the marker of a conflict.
fn is_marker(line: &str) -> bool {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(' ');
    ["<<<<<<<", ">>>>>>>", "|||||||"].iter().any(|marker| line.strip_prefix(marker).is_some_and(ends))
}

/// Whether a line of `=` may stand there without a conflict: in Markdown it makes a heading of one line above it.
fn underlines(path: &str, lines: &[&str], at: usize) -> bool {
    let end = path.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
    if !["md", "markdown"].contains(&end.as_str()) {
        return UNDERLINED.contains(&end.as_str());
    }
    let line = |at: Option<usize>| at.and_then(|at| lines.get(at)).map_or("", |line| line.trim());
    let (heading, before, after) = (line(at.checked_sub(1)), line(at.checked_sub(2)), line(Some(at + 1)));
    let is_alone = before.is_empty() || before == "---";
    let is_long_as = UNDERLINED_LEN.contains(&heading.chars().count());
    !heading.is_empty() && is_alone && (after.is_empty() || is_long_as)
}

#[cfg(test)]
mod tests {
    use super::{is_text, marker};

    #[track_caller]
    fn case(path: &str, text: &str, expected: Option<&str>) {
        assert_eq!(marker(path, text).map(|range| &text[range]), expected, "{path}: {text:?}");
    }

    #[test]
    fn one_marker_is_enough() {
        case("content/scores/2018.yaml", "a: 1\n<<<<<<< HEAD\nb: 2\n", Some("<<<<<<< HEAD"));
        case("content/scores/2018.yaml", "a: 1\n>>>>>>> origin/main\r\n", Some(">>>>>>> origin/main"));
        case("content/scores/2018.yaml", "a: 1\n||||||| base\n", Some("||||||| base"));
        case("content/scores/2018.yaml", "a: 1\n=======\nb: 2\n", Some("======="));
        case("content/scores/2018.yaml", "\u{feff}=======\nb: 2\n", Some("======="));
        case("content/scores/2018.yaml", "a: |\n  =======\n# ========\n", None);
        case("content/static/bang.csv", "a,b\n=======\n1,2\n", Some("======="));
        case("content/static/doc.txt", "Tiêu đề\n=======\n", None);
        case("content/static/doc.txt", ">>>>>>>\n", Some(">>>>>>>"));
        case("content/static/doc.txt", ">>>>>>>>\n", None);
    }

    #[test]
    fn a_line_under_a_heading_is_none() {
        case("content/pages/a.vi.md", "Kết quả\n=======\nĐoạn văn.\n", None);
        case("content/pages/a.vi.md", "---\ntitle: A\n---\nMột tiêu đề dài hơn\n=======\n\nĐoạn văn.\n", None);
        case("content/pages/a.vi.md", "Một câu dài hơn.\n=======\nMột câu khác.\n", Some("======="));
        case("content/pages/a.vi.md", "Một câu.\nThêm một câu.\n=======\n\nĐoạn.\n", Some("======="));
        case("content/pages/a.vi.md", "Một câu.\n\n=======\n\nĐoạn.\n", Some("======="));
    }

    #[test]
    fn texts_are_known_by_their_names() {
        let texts = ["static/a.CSV", "CNAME", "robots.txt", ".well-known/security.txt", ".htaccess", "_redirects"];
        assert!(texts.iter().all(|path| is_text(path)), "{texts:?}");
        let others = ["static/a.pdf", "static/a.xlsx", "static/csv", "static/logo.png"];
        assert!(!others.iter().any(|path| is_text(path)), "{others:?}");
    }
}
