//! Files that a web host wants, one file of code a host: `hosting` in site.yaml.
//!
//! Where a host reads its file from a fixed place, it lies there. What a person includes or runs lies in `.hosting/`,
//! which no host of this list serves.

mod apache;
mod base;
mod caddy;
mod cloudflare_pages;
mod github_pages;
mod gitlab_pages;
mod headers;
mod iis;
mod netlify;
mod nginx;
mod rules;
mod s3;
mod types;

use crate::model::{Hosting, Series};
use crate::routes::Routes;
use base::Base;
pub(crate) use rules::{ASKED, KEPT, POLICY};
pub(crate) use types::{media_type, type_of};

/// What the files of hosts are made of; nothing else of site.yaml comes into them.
#[derive(Clone, Debug)]
struct HostedSite {
    base: Base,
    /// The folders of the languages that do not live at the root: `en`.
    languages: Vec<String>,
    /// The ids of the editions.
    editions: Vec<String>,
}

/// A file for a host: its path in the site, and its text.
type HostFile = (&'static str, String);

/// Whether a file of the site is one for a host, which a webmaster may change by hand.
#[must_use]
pub(crate) fn is_for_host(path: &str) -> bool {
    path.starts_with('.') || ["_headers", "_redirects", "web.config"].contains(&path)
}

/// The files of the hosts that site.yaml names, each path once.
#[must_use]
pub(crate) fn hosting_files(series: &Series, routes: &Routes) -> Vec<HostFile> {
    let site = HostedSite {
        base: Base::of(routes.base_path()),
        languages: routes.language_folders().map(|folder| folder.trim_end_matches('/').to_owned()).collect(),
        editions: series.editions.iter().map(|edition| edition.id.clone()).collect(),
    };
    let mut files: Vec<HostFile> = series.site.hosting.iter().flat_map(|host| files_of(*host, &site)).collect();
    files.sort();
    files.dedup();
    files
}

fn files_of(host: Hosting, site: &HostedSite) -> Vec<HostFile> {
    match host {
        Hosting::GithubPages => github_pages::files(),
        Hosting::GitlabPages => gitlab_pages::files(),
        Hosting::Netlify => netlify::files(site),
        Hosting::CloudflarePages => cloudflare_pages::files(site),
        Hosting::Apache => apache::files(site),
        Hosting::Nginx => nginx::files(site),
        Hosting::Caddy => caddy::files(site),
        Hosting::Iis => iis::files(site),
        Hosting::S3 => s3::files(),
    }
}

#[cfg(test)]
mod tests;
