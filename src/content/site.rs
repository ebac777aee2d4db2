//! site.yaml: the publication.

use super::countries::language_of;
use super::fields::Fields;
use super::nouns::noun;
use super::numbers;
use super::texts::{Languages, line, needed_text, text};
use super::values::{choice, list, static_path, url};
use crate::diagnostics::codes::{files, shape};
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Hosting, Links, Place, Publisher, Scorecards, Site, Text};
use crate::yaml::{Kind, Node, Yaml};

/// Reads site.yaml.
pub(super) fn read(file: u32, source: &str, faults: &mut Faults) -> Option<Site> {
    let yaml = Yaml::parse(file, source, faults);
    let Some(root) = yaml.root() else {
        if !yaml.is_broken() {
            faults.push(Diagnostic::new(&files::FILE_EMPTY, Place::whole(file)).with("init", "scorebook init DIR"));
        }
        return None;
    };
    let mut m = Fields::of(root, "site.yaml", yaml.is_broken(), faults)?;
    if let Some(format) = m.need("format")
        && numbers::number(format, false, faults).is_some_and(|n| n != rust_decimal::Decimal::ONE)
    {
        faults.push(Diagnostic::new(&shape::FORMAT_UNKNOWN, format.place()).with("text", format.source()));
    }
    let found = faults.found();
    let languages = m.need("languages").map(|n| tags(n, faults)).unwrap_or_default();
    // Of languages that cannot be read nobody knows how many there are, and which comes first.
    let languages = if faults.failed_since(found) { Vec::new() } else { languages };
    let known = Languages::of(Some(&languages));
    let words = |node: Option<Node<'_>>, faults: &mut Faults| node.and_then(|n| text(n, &known, faults));
    let title_node = m.need("title");
    let publisher_node = m.need("publisher");
    let logo = m.get("logo");
    let theme = m.get("theme");
    let site = Site {
        title: title_node.map(|n| needed_text(n, ["the title", "tên trang"], &known, faults)).unwrap_or_default(),
        description: words(m.get("description"), faults),
        publisher: publisher_node
            .and_then(|n| publisher(n, &known, yaml.is_broken(), faults))
            .unwrap_or_else(|| Publisher { name: Text::default(), url: None, email: None }),
        url: m.get("url").and_then(|n| url(n, faults)),
        theme: theme.and_then(|n| line(n, faults)).filter(|name| name != "default"),
        theme_place: theme.map(Node::place),
        licence: words(m.get("licence"), faults),
        logo: logo.and_then(|n| static_path(n, faults)),
        logo_place: logo.map(Node::place),
        noun: m.get("noun").and_then(|n| noun(n, &known, yaml.is_broken(), faults)),
        links: m.get("links").and_then(|n| choice(n, Links::WORDS, faults)).unwrap_or_default(),
        scorecards: m.get("scorecards").and_then(|n| choice(n, Scorecards::WORDS, faults)).unwrap_or_default(),
        hosting: m.get("hosting").map(|n| hosting(n, faults)).unwrap_or_default(),
        languages,
    };
    m.done(faults);
    (!site.languages.is_empty()).then_some(site)
}

/// The tags of the languages (BCP 47: letters, digits and hyphens, a language first), each once.
fn tags(node: Node<'_>, faults: &mut Faults) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    if node.kind() == Kind::List && node.is_empty() {
        let empty = Diagnostic::new(&shape::LIST_EMPTY, node.place());
        faults.push(empty.with("what", "languages").with("what_vi", "ngôn ngữ"));
    }
    for item in list(node, faults) {
        let tag = item.text();
        let mut parts = tag.split('-');
        let first =
            parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_lowercase()));
        let rest = parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        let of_country = language_of(tag);
        let lower = tag.to_ascii_lowercase();
        let small = Some(lower.as_str()).filter(|small| *small != tag && is_letters(small));
        if !first || !rest || of_country.is_some() {
            let fault = Diagnostic::new(&shape::LANGUAGE_TAG, item.place()).with("text", item.source());
            faults.push(fault.with_some("better", of_country.or(small)));
        } else if tags.iter().any(|t| t == tag) {
            faults.push(Diagnostic::new(&shape::LANGUAGE_TWICE, item.place()).with("text", tag));
        } else {
            tags.push(tag.to_owned());
        }
    }
    tags
}

/// Whether a tag is that of a language alone.
fn is_letters(tag: &str) -> bool {
    (2..=3).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_lowercase())
}

fn publisher(node: Node<'_>, languages: &Languages, broken: bool, faults: &mut Faults) -> Option<Publisher> {
    let mut m = Fields::of(node, "`publisher`", broken, faults)?;
    let name = m.need("name");
    let publisher = Publisher {
        name: name.map(|n| needed_text(n, ["a name", "tên"], languages, faults)).unwrap_or_default(),
        url: m.get("url").and_then(|n| url(n, faults)),
        email: m.get("email").and_then(|n| email(n, faults)),
    };
    m.done(faults);
    Some(publisher)
}

fn email(node: Node<'_>, faults: &mut Faults) -> Option<String> {
    let text = line(node, faults)?;
    let fine = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "._%+-".contains(c));
    if text.split_once('@').is_none_or(|(user, host)| !fine(user) || !fine(host)) {
        faults.push(Diagnostic::new(&shape::NOT_AN_EMAIL, node.place()).with("text", node.source()));
        return None;
    }
    Some(text)
}

fn hosting(node: Node<'_>, faults: &mut Faults) -> Vec<Hosting> {
    list(node, faults).into_iter().filter_map(|n| choice(n, Hosting::WORDS, faults)).collect()
}
