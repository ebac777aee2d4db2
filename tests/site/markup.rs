//! What a reader does not read and the kept pages leave out: labels and scopes of cells, drawings for narrow screens, words
//! that are only heard.

use std::collections::BTreeMap;

use crate::common::tree::{Node, tree};
use crate::common::{Files, Site, text};
use crate::{example, small};

/// A rule: what of a page breaks it, and how many things it looked at.
type Rule = fn(&Node) -> (usize, Vec<String>);

/// Holds a rule against all pages of both languages, which must have so many things to look at.
#[track_caller]
fn holds(rule: Rule, at_least: usize) {
    for files in [small(), example()] {
        let (mut n, mut broken) = (0, Vec::new());
        for (path, page) in pages(files) {
            let (looked_at, found) = rule(&page);
            n += looked_at;
            broken.extend(found.into_iter().map(|what| format!("{path}: {what}")));
        }
        assert!(broken.is_empty(), "{} faults\n{}", broken.len(), broken.join("\n"));
        assert!(n >= at_least, "only {n} were looked at");
    }
}

fn pages(files: &Files) -> impl Iterator<Item = (&str, Node)> {
    let pages = files.keys().filter(|path| path.ends_with(".html"));
    pages.map(|path| (path.as_str(), tree(text(files, path))))
}

/// Whether a rule refuses a made-up piece of a page, with a word on why.
#[track_caller]
fn refuses(rule: Rule, markup: &str, why: &str) {
    let (_, broken) = rule(&tree(markup));
    assert!(broken.iter().any(|what| what.contains(why)), "{broken:?} does not say {why:?}");
}

/// The rows of a table, each with its cells.
fn rows(table: &Node) -> Vec<Vec<&Node>> {
    table.named("tr").into_iter().map(|row| row.elements().collect()).collect()
}

/// Cells that are labelled on narrow screens otherwise than by the head of their column.
fn labels(page: &Node) -> (usize, Vec<String>) {
    let (mut n, mut broken) = (0, Vec::new());
    for table in page.named("table") {
        let rows = rows(table);
        // The letter of a criterion stands before its name.
        let short = |head: &&Node| head.named("b").first().map_or_else(|| head.words(), |letter| letter.words());
        let heads: Vec<String> = rows.first().into_iter().flatten().map(short).collect();
        for row in &rows {
            for (cell, head) in row.iter().zip(&heads).filter(|(cell, _)| cell.get("data-k").is_some()) {
                n += 1;
                let label = cell.get("data-k").unwrap_or_default();
                if label != head && Some(label) != head.split(" /").next() {
                    broken.push(format!("{:?} is labelled {label:?} below {head:?}", cell.words()));
                }
            }
        }
    }
    (n, broken)
}

#[test]
fn cells_are_labelled_by_the_heads_of_their_columns() {
    holds(labels, 1000);
    let table = |label: &str| {
        format!("<table><tr><th>Hạng</th><th>A /30</th></tr><tr><td>1</td><td data-k=\"{label}\">2</td></tr></table>")
    };
    assert_eq!(labels(&tree(&table("A"))), (1, Vec::new()));
    refuses(labels, &table("B"), "\"2\" is labelled \"B\" below \"A /30\"");
}

/// Heads without the right scope, and rows that are not as wide as their table.
fn scopes(page: &Node) -> (usize, Vec<String>) {
    let (mut n, mut broken) = (0, Vec::new());
    for table in page.named("table") {
        let all = rows(table);
        let width = |row: &[&Node]| -> usize {
            row.iter().map(|cell| cell.get("colspan").map_or(1, |columns| columns.parse().unwrap_or_default())).sum()
        };
        for (i, row) in all.iter().enumerate() {
            n += 1;
            if width(row) != width(&all[0]) {
                broken.push(format!("a row of {} in a table of {}", width(row), width(&all[0])));
            }
            for head in row.iter().filter(|cell| cell.name == "th") {
                let scope = head.get("scope").unwrap_or_default();
                let right = if i == 0 { scope == "col" } else { ["row", "rowgroup"].contains(&scope) };
                if !right {
                    broken.push(format!("{:?} has the scope {scope:?}", head.words()));
                }
            }
        }
    }
    (n, broken)
}

#[test]
fn heads_say_what_they_are_the_head_of() {
    holds(scopes, 1500);
    refuses(scopes, "<table><tr><th scope=\"row\">a</th></tr></table>", "\"a\" has the scope \"row\"");
    let head = "<tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr>";
    refuses(scopes, &format!("<table>{head}<tr><th>c</th><td>1</td></tr></table>"), "\"c\" has the scope \"\"");
    refuses(scopes, &format!("<table>{head}<tr><td>1</td></tr></table>"), "a row of 1 in a table of 2");
    refuses(scopes, &format!("<table>{head}<tr><td colspan=\"3\">1</td></tr></table>"), "a row of 3 in a table of 2");
}

/// Drawings for narrow screens that are named otherwise than those for wide ones, or say a word that these do not say.
fn narrow(page: &Node) -> (usize, Vec<String>) {
    let (mut n, mut broken) = (0, Vec::new());
    for figure in page.named("figure") {
        let drawing = |class: &str| figure.elements().find(|node| node.name == "svg" && node.has_class(class));
        let (Some(wide), Some(narrow)) = (drawing("cw"), drawing("cn")) else { continue };
        n += 1;
        for name in ["title", "desc"] {
            let words = |svg: &Node| svg.elements().find(|node| node.name == name).map(Node::words);
            if words(wide) != words(narrow) {
                broken.push(format!("{name}: {:?} and {:?}", words(wide), words(narrow)));
            }
        }
        let said: String = wide.named("text").iter().map(|text| format!("{} ", text.words())).collect();
        let said: Vec<&str> = said.split(' ').collect();
        // A long word may be broken where it has no room.
        let other = narrow.named("text").iter().map(|text| text.words()).collect::<Vec<_>>().join(" ");
        let new = other.split(' ').filter(|word| !said.iter().any(|whole| whole.contains(word)));
        broken.extend(new.map(|word| format!("only narrow: {word:?}")));
    }
    (n, broken)
}

#[test]
fn drawings_say_the_same_on_narrow_screens() {
    holds(narrow, 60);
    let figure = |title: &str, text: &str| {
        format!(
            "<figure><svg class=\"c cw\"><title>A</title><text>Sở Y tế</text></svg>\
            <svg class=\"c cn\"><title>{title}</title><text>Sở</text><text>{text}</text></svg></figure>"
        )
    };
    assert_eq!(narrow(&tree(&figure("A", "Y tế"))), (1, Vec::new()));
    refuses(narrow, &figure("B", "Y tế"), "title");
    refuses(narrow, &figure("A", "Tư pháp"), "only narrow: \"Tư\"");
}

/// Signs that are seen and not heard without words beside them that are heard.
fn unheard(page: &Node) -> (usize, Vec<String>) {
    let (mut n, mut broken) = (0, Vec::new());
    for parent in page.all() {
        let children: Vec<&Node> = parent.children.iter().filter(|child| !child.words().is_empty()).collect();
        for (i, sign) in
            children.iter().enumerate().filter(|(_, node)| node.get("aria-hidden").is_some() && node.name != "svg")
        {
            n += 1;
            if !children.get(i + 1).is_some_and(|words| words.has_class("vh")) {
                broken.push(format!("{:?} is not heard", sign.words()));
            }
        }
    }
    (n, broken)
}

#[test]
fn signs_are_heard_as_words() {
    holds(unheard, 50);
    refuses(unheard, "<p><span aria-hidden=\"true\">▲2</span> a</p>", "\"▲2\" is not heard");
}

/// Signs that mean something else than the legend of their page says.
fn signs(page: &Node) -> (usize, Vec<String>) {
    let (mut n, mut broken) = (0, Vec::new());
    let legends = page.named("ul").into_iter().filter(|list| list.has_class("legend"));
    let entries = legends.flat_map(|list| list.named("li")).filter_map(|item| {
        let looks = item.elements().next()?.words();
        Some((looks.clone(), item.words().strip_prefix(&looks)?.trim().to_owned()))
    });
    let legend: BTreeMap<String, String> = entries.collect();
    for abbr in page.named("abbr").into_iter().filter(|abbr| abbr.has_class("m") || abbr.has_class("no")) {
        n += 1;
        let (looks, means) = (abbr.words(), abbr.get("title").unwrap_or_default());
        if legend.get(&looks).map(String::as_str) != Some(means) {
            broken.push(format!("{looks} is {means:?}, in the legend {:?}", legend.get(&looks)));
        }
    }
    (n, broken)
}

#[test]
fn signs_mean_what_the_legend_says() {
    // In rankings a sign stands only beside a number that comes from elsewhere than its column.
    holds(signs, 350);
    let page = "<p><abbr class=\"m\" title=\"tính\">Σ</abbr></p><ul class=\"keys legend\"><li><b>Σ</b> cộng</li></ul>";
    refuses(signs, page, "Σ is \"tính\", in the legend Some(\"cộng\")");
}

/// Regions that scroll and cannot be reached by keys, or have no name.
fn regions(page: &Node) -> (usize, Vec<String>) {
    let scrolling: Vec<&Node> =
        page.named("div").into_iter().filter(|div| div.has_class("scroll") || div.has_class("pane")).collect();
    let reached = |div: &&Node| {
        div.get("tabindex") == Some("0")
            && div.get("role") == Some("region")
            && div.get("aria-label").is_some_and(|name| !name.is_empty())
    };
    let lost = scrolling.iter().filter(|div| !reached(div)).map(|div| format!("{:?} cannot be reached", div.words()));
    (scrolling.len(), lost.collect())
}

#[test]
fn regions_that_scroll_are_reached_by_keys() {
    holds(regions, 8);
    refuses(regions, "<div class=\"scroll\" tabindex=\"0\" role=\"region\">a</div>", "\"a\" cannot be reached");
}

/// Bars beside scores that are not as long as these.
fn bars(page: &Node) -> (usize, Vec<String>) {
    let (mut n, mut broken) = (0, Vec::new());
    for cell in page.named("td") {
        let bar = cell.elements().find(|node| node.name == "svg" && node.has_class("bar"));
        let score = cell.get("data-value").filter(|value| !value.is_empty());
        let (Some(bar), Some(score)) = (bar, score) else { continue };
        n += 1;
        let path = bar.elements().next().and_then(|path| path.get("d")).unwrap_or_default();
        let score = if score.contains('.') { score.trim_end_matches('0').trim_end_matches('.') } else { score };
        if !path.starts_with(&format!("M0 0h{score}v")) {
            broken.push(format!("{score} has the bar {path:?}"));
        }
    }
    (n, broken)
}

#[test]
fn bars_are_as_long_as_their_scores() {
    holds(bars, 200);
    let cell = |d: &str| {
        format!("<table><tr><td data-value=\"9.50\">9,50<svg class=\"bar\"><path d=\"{d}\"/></svg></td></tr></table>")
    };
    assert_eq!(bars(&tree(&cell("M0 0h9.5v1H0z"))), (1, Vec::new()));
    refuses(bars, &cell("M0 0h9v1H0z"), "9.5 has the bar");
}

/// Attributes that hold markup, or that nothing of the program writes.
fn attributes(page: &Node) -> (usize, Vec<String>) {
    let all: Vec<(&String, &String)> = page.all().into_iter().flat_map(|node| &node.attributes).collect();
    let is_name = |name: &str| {
        name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b':')
    };
    let broken = all.iter().filter(|(name, value)| !is_name(name) || value.contains("</"));
    (all.len(), broken.map(|(name, value)| format!("{name}={value:?}")).collect())
}

#[test]
fn no_attribute_holds_markup() {
    holds(attributes, 10_000);
    refuses(attributes, "<p title=\"<b>1</b>\">a</p>", "title=");
    refuses(attributes, "<p title=\"<span lang=\"vi\">Các sở</span>\">a</p>", "sở</span>");
    // Names without English ones are marked as Vietnamese, where they may be.
    let fixture = include_str!("../data/years/signs.txt").replace("languages: [vi]", "languages: [vi, en]");
    let site = Site::new(&fixture).build();
    let broken: Vec<String> = pages(&site).flat_map(|(_, page)| attributes(&page).1).collect();
    assert_eq!(broken, Vec::<String>::new());
}
