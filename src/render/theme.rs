//! Themes: the one built in, and a folder that replaces some of its files.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use super::template_faults::TemplateFault;
use super::template_words;
use super::templates::Themes;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Place;
use crate::tree::{Tree, embedded};
use crate::yaml::conflict;

/// The theme that is compiled into the program.
static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The files of a theme folder and of the built-in theme, by what they are for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Theme {
    /// Templates of both.
    pub templates: Themes,
    /// Templates of the announcement of an edition, of both.
    pub announcements: Themes,
    /// Language files: tag, text, and the position in the tree, which those built in have not.
    pub languages: Vec<(String, String, Option<u32>)>,
    /// The files of the theme folder: path, text, and the position in the tree.
    files: Vec<(String, String, u32)>,
    /// Style sheets, scripts, fonts and pictures by name: `style.css`, `site.js`.
    pub assets: BTreeMap<String, Vec<u8>>,
}

impl Theme {
    /// The built-in theme with the files of a folder over it; `first` is the position of the folder's first file among
    /// all files that faults can name.
    #[must_use]
    pub(crate) fn new(own: &Tree, first: u32) -> Self {
        let mut theme = Self::default();
        for (path, bytes) in built_in_theme() {
            theme.add(&path, &bytes, None);
        }
        // Pictures of another icon than the theme's own would stand for another site.
        if own.files.iter().any(|file| file.path.ends_with("/assets/icon.svg")) {
            theme.assets.retain(|name, _| !(name.starts_with("icon-") && name.ends_with(".png")));
        }
        for (i, file) in (first..).zip(&own.files) {
            // `themes/NAME/templates/group.html` → `templates/group.html`
            let path = file.path.splitn(3, '/').nth(2).unwrap_or(&file.path);
            theme.files.push((file.path.clone(), String::from_utf8_lossy(&file.bytes).into_owned(), i));
            theme.add(path, &file.bytes, Some(i));
        }
        theme
    }

    /// Tells the files of the theme folder in which a merge left a conflict.
    pub(crate) fn tell_conflicts(&self, faults: &mut Faults) {
        for (_, text, file) in &self.files {
            conflict(*file, text, faults);
        }
    }

    /// A fault of a template, at its place in the theme folder if it stands there.
    #[must_use]
    pub(crate) fn fault(&self, fault: &TemplateFault) -> Diagnostic {
        let name = fault.template.strip_prefix("theme/").or(fault.template.strip_prefix("default/"));
        let name = name.unwrap_or(&fault.template);
        let is_apart = name.starts_with("fragments/") || name.starts_with("announcements/");
        let name = if is_apart { name.to_owned() } else { format!("templates/{name}") };
        let own = self.files.iter().find(|(path, ..)| {
            fault.template.starts_with("theme/") && path.splitn(3, '/').nth(2).is_some_and(|inside| inside == name)
        });
        let position = |n: usize| (n > 0 && own.is_none()).then_some(n);
        let place = own.map(|(_, text, file)| spot(text, *file, fault.line, fault.column));
        Diagnostic::new(&sense::TEMPLATE_FAULT, place)
            .with("path", format!("themes/default/{name}"))
            .with("template", if name == "templates/" { "templates/…" } else { &name })
            .with_some("line", position(fault.line))
            .with_some("column", position(fault.column))
            .with("reason", &fault.message)
            .with("reason_vi", template_words::vietnamese(&fault.message))
    }

    /// The faults of some templates, each at its place.
    #[must_use]
    pub(crate) fn faults(&self, broken: &[TemplateFault]) -> Faults {
        let mut faults = Faults::default();
        broken.iter().for_each(|fault| faults.push(self.fault(fault)));
        faults
    }

    fn add(&mut self, path: &str, bytes: &[u8], own: Option<u32>) {
        let text = || String::from_utf8_lossy(bytes).into_owned();
        if let Some(name) = path.strip_prefix("templates/") {
            let list = if own.is_some() { &mut self.templates.own } else { &mut self.templates.default };
            list.push((name.to_owned(), text()));
        } else if path.starts_with("announcements/") {
            let list = if own.is_some() { &mut self.announcements.own } else { &mut self.announcements.default };
            list.push((path.to_owned(), text()));
        } else if path.starts_with("fragments/") {
            self.templates.own.push((path.to_owned(), text()));
        } else if let Some(tag) = path.strip_prefix("languages/").and_then(|name| name.strip_suffix(".yaml")) {
            self.languages.push((tag.to_owned(), text(), own));
        } else if let Some(name) = path.strip_prefix("assets/") {
            self.assets.insert(name.to_owned(), bytes.to_vec());
        }
    }
}

/// The character at a line and column, both from 1; the beginning of the file where the line is 0.
fn spot(text: &str, file: u32, line: usize, column: usize) -> Place {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let inside = text[before..].chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>();
    let start = (before + inside).min(text.len());
    let end = text[start..].chars().next().map_or(start, |c| start + c.len_utf8());
    Place::new(file, start..end)
}

/// The files of the built-in theme: path and bytes, in the order of their paths.
#[must_use]
pub(crate) fn built_in_theme() -> Vec<(String, Vec<u8>)> {
    embedded(&DEFAULT)
}
