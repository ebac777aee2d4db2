//! What a strict policy of the pages allows: no inline style, no inline script, nothing from another host.

use crate::{Source, holds, refused, sources};

fn theme_files() -> Vec<Source> {
    sources("themes", "").into_iter().filter(|source| !source.path.contains("/languages/")).collect()
}

/// The lines of a file that hold what they may not.
fn lines(files: &[Source], why: &str, breaks: impl Fn(&str) -> bool) -> Vec<String> {
    let lines = files.iter().flat_map(|source| source.text.lines().enumerate().map(move |(i, line)| (source, i, line)));
    let broken = lines.filter(|(.., line)| breaks(line));
    broken.map(|(source, i, line)| format!("{}:{}: {why}: {}", source.path, i + 1, line.trim())).collect()
}

fn inline_style(files: &[Source]) -> Vec<String> {
    let templates: Vec<Source> = files.iter().filter(|source| source.path.ends_with(".html")).cloned().collect();
    let mut broken = lines(&templates, "a style", |line| line.contains("style=\"") || line.contains("<style"));
    let scripts: Vec<Source> = files.iter().filter(|source| source.path.ends_with(".js")).cloned().collect();
    broken.extend(lines(&scripts, "a style", |line| line.contains("\"style\"") || line.contains(".cssText")));
    broken
}

/// Whether a line of a template has an attribute such as `onclick=`.
fn has_handler(line: &str) -> bool {
    line.match_indices(" on").any(|(at, _)| {
        let name: String = line[at + 3..].chars().take_while(char::is_ascii_lowercase).collect();
        !name.is_empty() && line[at + 3 + name.len()..].starts_with("=\"")
    })
}

fn inline_script(files: &[Source]) -> Vec<String> {
    let templates: Vec<Source> = files.iter().filter(|source| source.path.ends_with(".html")).cloned().collect();
    // A block of data is not run; what stands in it is made by one function, which lets nothing end it.
    let data = "<script type=\"application/ld+json\">{{ frame.linked_data }}</script>";
    let inline = |line: &str| line.contains("<script") && !line.contains("<script src=") && line != data;
    let mut broken =
        lines(&templates, "a script", |line| inline(line) || has_handler(line) || line.contains("javascript:"));
    let scripts: Vec<Source> = files.iter().filter(|source| source.path.ends_with(".js")).cloned().collect();
    let unsafe_words = ["eval(", "innerHTML", "outerHTML", "document.write", "new Function", "insertAdjacentHTML"];
    broken.extend(lines(&scripts, "a script from text", |line| unsafe_words.iter().any(|word| line.contains(word))));
    broken
}

fn other_hosts(files: &[Source]) -> Vec<String> {
    let space = "http://www.w3.org/";
    let names_host = |line: &str| {
        let rest = line.replace(space, "");
        ["http://", "https://", "=\"//", "url(//", "url(\"//", "@import"].iter().any(|word| rest.contains(word))
    };
    lines(files, "another host", names_host)
}

fn unescaped(files: &[Source]) -> Vec<String> {
    lines(files, "markup from a text", |line| {
        line.contains("| safe") || line.contains("|safe") || line.contains("autoescape")
    })
}

#[test]
fn themes_hold_what_the_policy_allows() {
    let files = theme_files();
    for rule in [inline_style, inline_script, other_hosts, unescaped] {
        holds(rule(&files));
    }
}

#[test]
fn what_the_policy_forbids_is_refused() {
    let page = |text: &str| [Source::new("themes/x/templates/a.html", text)];
    let script = |text: &str| [Source::new("themes/x/assets/a.js", text)];
    refused(inline_style(&page("<p style=\"color: red\">")), "a style");
    refused(inline_style(&script("p.setAttribute(\"style\", x)")), "a style");
    refused(inline_script(&page("<p class=\"a\" onclick=\"x()\">")), "a script");
    refused(inline_script(&page("<script>x()</script>")), "a script");
    refused(inline_script(&page("<a href=\"javascript:x\">")), "a script");
    refused(inline_script(&script("p.innerHTML = x;")), "a script from text");
    refused(other_hosts(&page("<img src=\"https://example.org/x.png\">")), "another host");
    refused(other_hosts(&[Source::new("themes/x/assets/a.css", "@import \"x.css\";")]), "another host");
    refused(other_hosts(&page("<script src=\"//example.org/x.js\">")), "another host");
    refused(unescaped(&page("{{ text | safe }}")), "markup from a text");
    assert_eq!(inline_script(&page("<p class=\"on\" lang=\"en\">on it</p>")), Vec::<String>::new());
}
