//! Themes: the one built in, and a folder that replaces some of its files.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use super::Themes;
use crate::tree::Tree;

/// The theme that is compiled into the program.
static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The files of a theme folder and of the built-in theme, by what they are for.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// Templates of both.
    pub templates: Themes,
    /// Language files: tag, text, and the position in the tree, which those built in have not.
    pub languages: Vec<(String, String, Option<u32>)>,
    /// Style sheets, scripts, fonts and pictures by name: `style.css`, `site.js`.
    pub assets: BTreeMap<String, Vec<u8>>,
}

impl Theme {
    /// The built-in theme with the files of a folder over it; `first` is the position of the folder's first file among
    /// all files that faults can name.
    #[must_use]
    pub fn new(own: &Tree, first: u32) -> Self {
        let mut theme = Self::default();
        let mut files: Vec<(String, Vec<u8>)> = Vec::new();
        collect(&DEFAULT, &mut files);
        files.sort();
        for (path, bytes) in files {
            theme.add(&path, &bytes, None);
        }
        for (i, file) in (first..).zip(&own.files) {
            // `themes/NAME/templates/group.html` → `templates/group.html`
            let path = file.path.splitn(3, '/').nth(2).unwrap_or(&file.path);
            theme.add(path, &file.bytes, Some(i));
        }
        theme
    }

    fn add(&mut self, path: &str, bytes: &[u8], own: Option<u32>) {
        let text = || String::from_utf8_lossy(bytes).into_owned();
        if let Some(name) = path.strip_prefix("templates/") {
            let list = if own.is_some() { &mut self.templates.own } else { &mut self.templates.default };
            list.push((name.to_owned(), text()));
        } else if let Some(tag) = path.strip_prefix("languages/").and_then(|name| name.strip_suffix(".yaml")) {
            self.languages.push((tag.to_owned(), text(), own));
        } else if let Some(name) = path.strip_prefix("assets/") {
            self.assets.insert(name.to_owned(), bytes.to_vec());
        }
    }
}

fn collect(folder: &Dir<'_>, files: &mut Vec<(String, Vec<u8>)>) {
    for file in folder.files() {
        files.push((file.path().to_string_lossy().replace('\\', "/"), file.contents().to_vec()));
    }
    for folder in folder.dirs() {
        collect(folder, files);
    }
}
