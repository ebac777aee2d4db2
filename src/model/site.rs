//! The publication as a whole.

use super::place::Place;
use super::text::{LangIdx, Noun, Text};
use super::word::listed;

/// What site.yaml says of the publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Site {
    /// Its title.
    pub(crate) title: Text,
    /// One or two sentences on what it is.
    pub(crate) description: Option<Text>,
    /// Who publishes it.
    pub(crate) publisher: Publisher,
    /// BCP 47 tags; the first lives at the root.
    pub(crate) languages: Vec<String>,
    /// Where the site will stand, with a slash at the end; for canonical links, never for links inside.
    pub(crate) url: Option<String>,
    /// A folder of `themes/`; none: the one built in.
    pub(crate) theme: Option<String>,
    /// Where site.yaml names the theme.
    pub(crate) theme_place: Option<Place>,
    /// An SPDX id or a text.
    pub(crate) licence: Option<Text>,
    /// `static/…`.
    pub(crate) logo: Option<String>,
    /// Where site.yaml names the logo.
    pub(crate) logo_place: Option<Place>,
    /// What a unit is called; none: the word of the theme.
    pub(crate) noun: Option<Noun>,
    /// How links inside the site are written.
    pub(crate) links: Links,
    /// For which editions each unit has a page.
    pub(crate) scorecards: Scorecards,
    /// Kinds of host for which extra files are written.
    pub(crate) hosting: Vec<Hosting>,
}

impl Site {
    /// The languages by position.
    pub(crate) fn language_indices(&self) -> impl Iterator<Item = LangIdx> + use<> {
        (0..self.languages.len()).map(LangIdx)
    }

    /// The position of a language by its tag.
    pub(crate) fn language(&self, tag: &str) -> Option<LangIdx> {
        self.languages.iter().position(|known| known == tag).map(LangIdx)
    }

    /// What units are called within words of a language.
    pub(crate) fn noun_in(&self, tag: &str) -> Option<[&str; 2]> {
        self.noun.as_ref()?.exact(self.language(tag)?)
    }
}

/// Who publishes the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Publisher {
    /// Its name.
    pub(crate) name: Text,
    /// Its own site.
    pub(crate) url: Option<String>,
    /// Where readers can write to.
    pub(crate) email: Option<String>,
}

/// How links inside the site are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Links {
    /// `../2018/index.html`: works by double-click.
    #[default]
    Files,
    /// `../2018/`.
    Folders,
}

listed!(Links { Files = "files", Folders = "folders" });

/// For which editions each unit has a page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Scorecards {
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
pub(crate) enum Hosting {
    /// `.nojekyll`.
    GithubPages,
    /// `.gitlab-ci.yml`.
    GitlabPages,
    /// `_headers` and `_redirects`.
    Netlify,
    /// `_headers`.
    CloudflarePages,
    /// `.htaccess`.
    Apache,
    /// `.hosting/nginx.conf`.
    Nginx,
    /// `.hosting/Caddyfile`.
    Caddy,
    /// `web.config`.
    Iis,
    /// `.hosting/s3.sh`.
    S3,
}

listed!(Hosting {
    GithubPages = "github-pages",
    GitlabPages = "gitlab-pages",
    Netlify = "netlify",
    CloudflarePages = "cloudflare-pages",
    Apache = "apache",
    Nginx = "nginx",
    Caddy = "caddy",
    Iis = "iis",
    S3 = "s3",
});
