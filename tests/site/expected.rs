//! The Vietnamese pages of the small site, as a reader reads them, and its tables of data.
//!
//! The English pages are compared with these in `languages.rs` and `sentences.rs`, those for print in `printed.rs`, and
//! what a reader does not read in `markup.rs`.

use crate::common::blessed::folder_holds;
use crate::common::main_text::{frame_text, lines, main_text};
use crate::common::{Files, text};
use crate::small;

/// The page whose frame is kept: it has all that a frame can have.
const FRAMED: &str = "2024/units/huyen-cuong/index.html";

/// What is kept: pages by what they say, tables of data of each edition whole, and what stands around one of the pages.
fn significant(files: &Files) -> Files {
    let is_other = |path: &str| path.starts_with("en/") || path.contains("/print/");
    let mut kept = Files::new();
    for path in files.keys().filter(|path| !is_other(path)) {
        if let Some(name) = path.strip_suffix(".html") {
            kept.insert(format!("{name}.txt"), main_text(text(files, path)).into_bytes());
        } else if path.ends_with(".csv") && !path.starts_with("data/") {
            kept.insert(path.clone(), files[path].clone());
        }
    }
    kept.insert("frame.txt".to_owned(), frame_text(text(files, FRAMED)).into_bytes());
    kept
}

#[test]
fn each_page_says_what_it_should() {
    folder_holds("tests/expected/small", &significant(small()));
}

/// What a piece of a page reads like.
#[track_caller]
fn reads(markup: &str, expected: &str) {
    assert_eq!(lines(markup), expected, "{markup}");
}

#[test]
fn a_page_is_written_as_it_is_read() {
    reads(
        "<section class=\"a b\" data-editions><h2 id=\"x\">Tên &amp;\n tuổi</h2><p>một <b class=\"k\">hai</b><i class=\"m\"></i></p></section>",
        "## Tên & tuổi {data-editions} {#x}\nmột *hai*\n",
    );
    reads(
        "<nav aria-label=\"Kỳ\"><ul><li><a href=\"a.html\">1</a></li><li><span aria-current=\"page\">2</span></li></ul></nav>",
        "Kỳ: [1](a.html) | *2*\n",
    );
    reads(
        "<ol start=\"0\"><li class=\"d1\">a<br>b<ul><li>c</li><li>d</li></ul></li></ol><ul><li>e</li></ul>",
        "0. › a // b // c // d\n- e\n",
    );
    reads(
        "<dl><div><dt>a</dt><dd>b <small>c</small></dd></div></dl><blockquote><p>d</p></blockquote>",
        "a | b c\n> d\n",
    );
    reads(
        "<p data-t-one=\"1 việc\" title=\"x\">a</p><input id=\"q\" type=\"search\" hidden>",
        "{data-t-one: 1 việc}\na {title=x}\n(input) {hidden} {#q}\n",
    );
    reads("<p><span aria-hidden=\"true\">▲2</span><span class=\"vh\">lên 2 bậc</span></p>", "▲2‹lên 2 bậc›\n");
    reads(
        "<p><abbr title=\"không áp dụng\">–</abbr> <abbr title=\"không áp dụng\">–</abbr> <abbr title=\"x\">–</abbr></p>",
        "– (=không áp dụng) – – (=x)\n",
    );
}

#[test]
fn a_table_is_written_row_by_row() {
    reads(
        "<h3>T</h3><table><caption>T</caption><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>\
        <tbody><tr id=\"u\"><th scope=\"row\">c</th><td class=\"n\" data-k=\"b\" data-value=\"1.5\">1,5</td></tr></tbody></table>",
        "### T\ntable =\n| a | b\n| c | 1,5 {#u}\n",
    );
    let cell = |markup: &str, expected: &str| {
        let row = format!("<table><caption>T</caption><tbody><tr>{markup}</tr></tbody></table>");
        reads(&row, &format!("table: T\n|{expected}\n"));
    };
    cell("<td data-value=\"1.5\">1,5 /30</td>", " 1,5 /30");
    cell("<td data-value=\"1.52\">1,5</td>", " 1,5{1.52}");
    cell("<td data-value=\"\">1–2</td><td data-value=\"\">…</td>", " 1–2 | …");
    cell("<td data-value=\"1\">1–2</td><td data-value=\"\">3</td>", " 1–2{1} | 3{}");
}

#[test]
fn a_drawing_is_written_by_its_words() {
    let drawing = |class: &str| {
        format!(
            "<svg class=\"c {class}\" role=\"img\"><title>T</title><desc>a: 1</desc><g><title>a: 1 của 2</title>\
            <path d=\"M0 0\"/><text x=\"1\">a</text></g><text>1</text></svg>"
        )
    };
    reads(
        &format!("<h3>T</h3>{}{}", drawing("cw"), drawing("cn")),
        "### T\nsvg =: a: 1\nsvg marks: a: 1 của 2\nsvg texts: a | 1\n",
    );
    reads("<td><svg class=\"bar\" aria-hidden=\"true\"><path d=\"M0 0\"/></svg></td>", "");
}
