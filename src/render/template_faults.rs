//! Faults that concern several templates: what the engine tells of them as one text, with places and names to choose from.

use crate::diagnostics::nearest;

/// What is wrong with a template, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TemplateFault {
    /// Its name: `theme/group.html`; empty where the engine does not say.
    pub template: String,
    /// The line, from 1; 0 where the engine does not say.
    pub line: usize,
    /// The column, from 1; 0 where the engine does not say.
    pub column: usize,
    /// What is wrong, with the names that could have been used.
    pub message: String,
}

/// Templates: name and source.
type Sources = [(String, String)];

/// A template that extends one which is not there.
pub(super) fn missing_parent(sources: &Sources, current: &str, parent: &str) -> TemplateFault {
    let quoted = format!("\"{parent}\"");
    let source = sources.iter().find(|(name, _)| name == current).map_or("", |(_, source)| source);
    let at = source.find(&quoted).map_or((0, 0), |at| place(source, at + 1));
    TemplateFault {
        template: current.to_owned(),
        line: at.0,
        column: at.1,
        message: format!("it extends `{parent}`, which is not there{}", of_templates(sources, parent)),
    }
}

/// The faults in a text of the engine, each a line `error: …` with its place two lines below; none if it has no places.
pub(super) fn of_text(sources: &Sources, text: &str) -> Vec<TemplateFault> {
    let (mut faults, mut message) = (Vec::new(), None);
    for line in text.lines() {
        if let Some(what) = line.strip_prefix("error: ") {
            message = Some(what);
        } else if let Some((what, (template, line, column))) =
            message.zip(line.trim().strip_prefix("--> ").and_then(spot))
        {
            let message = format!("{what}{}", names(sources, template, what));
            faults.push(TemplateFault { template: template.to_owned(), line, column, message });
        }
    }
    faults
}

/// `theme/home.html:2:10` in its parts.
fn spot(text: &str) -> Option<(&str, usize, usize)> {
    let (rest, column) = text.rsplit_once(':')?;
    let (template, line) = rest.rsplit_once(':')?;
    Some((template, line.parse().ok()?, column.parse().ok()?))
}

/// What could have stood there instead.
fn names(sources: &Sources, template: &str, what: &str) -> String {
    let Some(name) = what.split('`').nth(1) else { return String::new() };
    if what.starts_with("Unknown template") {
        return of_templates(sources, name);
    }
    if what.starts_with("Block") {
        let others = sources.iter().filter(|(other, _)| other != template);
        let mut blocks: Vec<&str> = others.flat_map(|(_, source)| blocks(source)).collect();
        blocks.sort_unstable();
        blocks.dedup();
        return format!("; blocks that can be replaced: {}", quoted(&blocks));
    }
    String::new()
}

fn of_templates(sources: &Sources, wanted: &str) -> String {
    let bare = |name: &str| {
        name.split_once('/').filter(|(head, _)| ["theme", "default"].contains(head)).map(|(_, n)| n.to_owned())
    };
    let wanted = bare(wanted).unwrap_or_else(|| wanted.to_owned());
    let mut all: Vec<String> = sources.iter().filter_map(|(name, _)| bare(name)).collect();
    all.sort_unstable();
    all.dedup();
    match nearest(&wanted, all.iter().map(String::as_str)) {
        Some(name) => format!("; did you mean `{name}`?"),
        None => format!("; there are {}", quoted(&all.iter().map(String::as_str).collect::<Vec<_>>())),
    }
}

/// The names of the blocks of a template.
fn blocks(source: &str) -> impl Iterator<Item = &str> {
    source.split("{%").skip(1).filter_map(|tag| {
        let rest = tag.trim_start_matches('-').trim_start().strip_prefix("block ")?;
        rest.split([' ', '-', '%']).find(|word| !word.is_empty())
    })
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// Line and column of a byte, both from 1.
fn place(source: &str, at: usize) -> (usize, usize) {
    let before = &source[..at];
    let line = before.matches('\n').count() + 1;
    (line, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
}
