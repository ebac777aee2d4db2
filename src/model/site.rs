//! The publication as a whole.

use super::word::listed;
use super::{LangIdx, Noun, Place, Text};

/// What site.yaml says of the publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Its title.
    pub title: Text,
    /// One or two sentences on what it is.
    pub description: Option<Text>,
    /// Who publishes it.
    pub publisher: Publisher,
    /// BCP 47 tags; the first lives at the root.
    pub languages: Vec<String>,
    /// Where the site will stand, with a slash at the end; for canonical links, never for links inside.
    pub url: Option<String>,
    /// A folder of `themes/`; none: the one built in.
    pub theme: Option<String>,
    /// Where site.yaml names the theme.
    pub theme_place: Option<Place>,
    /// An SPDX id or a text.
    pub licence: Option<Text>,
    /// `static/…`.
    pub logo: Option<String>,
    /// Where site.yaml names the logo.
    pub logo_place: Option<Place>,
    /// What a unit is called; none: the word of the theme.
    pub noun: Option<Noun>,
    /// How links inside the site are written.
    pub links: Links,
    /// For which editions each unit has a page.
    pub scorecards: Scorecards,
    /// Kinds of host for which extra files are written.
    pub hosting: Vec<Hosting>,
}

impl Site {
    /// The languages by position.
    pub fn language_indices(&self) -> impl Iterator<Item = LangIdx> + use<> {
        (0..self.languages.len()).map(LangIdx)
    }
}

/// Who publishes the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publisher {
    /// Its name.
    pub name: Text,
    /// Its own site.
    pub url: Option<String>,
    /// Where readers can write to.
    pub email: Option<String>,
}

/// How links inside the site are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Links {
    /// `../2018/index.html`: works by double-click.
    #[default]
    Files,
    /// `../2018/`.
    Folders,
}

listed!(Links { Files = "files", Folders = "folders" });

/// For which editions each unit has a page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Scorecards {
    /// For every edition.
    #[default]
    All,
    /// For the latest one.
    Latest,
    /// For none.
    None,
}

listed!(Scorecards { All = "all", Latest = "latest", None = "none" });

/// A kind of web host that needs files of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hosting {
    /// `.nojekyll`.
    GithubPages,
    /// `_headers`.
    Netlify,
    /// `.htaccess`.
    Apache,
    /// `web.config`.
    Iis,
}

listed!(Hosting { GithubPages = "github-pages", Netlify = "netlify", Apache = "apache", Iis = "iis" });
