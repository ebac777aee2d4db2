//! Caddy: a file to import into a site block, whose `root` holds the site in the folder that its address names.

use super::rules::{ASKED, EMBED, HEADERS, KEPT, MARKED, POLICY, POLICY_HEADER, READ_BY_ALL, policy_of_embedded};
use super::types::{TYPES, data_extensions, squeezable};
use super::{HostFile, HostedSite};

/// The file, where nobody is served it.
pub(super) fn files(site: &HostedSite) -> Vec<HostFile> {
    let (base, folder) = (site.base.encoded(), site.base.folder());
    let mut text = format!(
        "# Import this file in a site block. Its `root` holds the site in the folder of the path {base}:\n\
         #   root * /srv/www\n#   import /srv/www{folder}.hosting/Caddyfile\n"
    );
    if !site.base.is_root() {
        let bare = site.base.plain().trim_end_matches('/');
        let (named, matcher) = matcher(site, "scorebook_bare", bare, "", "$");
        text.push_str(&format!("{named}redir {matcher} \"{base}\" 301\n"));
    }
    let (named, matcher) = matcher(site, "scorebook", site.base.plain(), "*", "/");
    text.push_str(&format!("{named}handle {matcher} {{\n\troute {{\n{}", compression()));
    text.push_str(&headers(site));
    text.push_str(&missing(site));
    text.push_str(&found(site));
    text.push_str("\t}\n}\n");
    vec![(".hosting/Caddyfile", text)]
}

/// A path as Caddy matches it: as it is, or by a matcher of that name, where a sign in it would mean something to Caddy.
fn matcher(site: &HostedSite, name: &str, path: &str, rest: &str, end: &str) -> (String, String) {
    if is_plain(path) {
        return (String::new(), format!("\"{path}{rest}\""));
    }
    let regex = site.base.regex_of_characters();
    let regex = format!("^({}){end}", regex.trim_end_matches('/'));
    (format!("@{name} path_regexp {name} \"{regex}\"\n"), format!("@{name}"))
}

/// Whether Caddy reads every sign of a path as it is.
fn is_plain(path: &str) -> bool {
    path.chars().all(|c| c.is_alphanumeric() || "-._~/ ".contains(c))
}

fn compression() -> String {
    let names = squeezable().map(|kind| format!("\t\t\t\theader Content-Type {}*\n", kind.name)).collect::<String>();
    format!("\t\tencode {{\n\t\t\tgzip\n\t\t\tminimum_length 512\n\t\t\tmatch {{\n{names}\t\t\t}}\n\t\t}}\n")
}

/// The headers of every answer.
fn headers(site: &HostedSite) -> String {
    let regex = site.base.regex_of_characters();
    let languages: String = site.languages.iter().map(|language| format!("{language}/|")).collect();
    let all = [(POLICY_HEADER, POLICY), ("Cache-Control", ASKED)].into_iter().chain(HEADERS);
    let all: String = all.map(|(name, value)| format!("\t\t\t{name} \"{value}\"\n")).collect();
    let policy = policy_of_embedded();
    format!(
        "\t\theader {{\n{all}\t\t}}\n\t\t@embedded path_regexp \"^{regex}({languages}){EMBED}/\"\n\t\theader @embedded {POLICY_HEADER} \"{policy}\"\n"
    )
}

/// What is not there, or not for readers: the page that says so, in the language of the folder.
fn missing(site: &HostedSite) -> String {
    let regex = site.base.regex_of_characters();
    // The path as it was asked for, where it cannot be written.
    let base = if is_plain(site.base.plain()) { site.base.plain() } else { "{re.scorebook.1}/" };
    let mut pages = String::new();
    for language in &site.languages {
        pages.push_str(&format!(
            "\t\t\t@{language} path_regexp \"^{regex}{language}/\"\n\t\t\thandle @{language} {{\n\t\t\t\t\
             rewrite * \"{base}{language}/404.html\"\n\t\t\t}}\n"
        ));
    }
    pages.push_str(&format!("\t\t\thandle {{\n\t\t\t\trewrite * \"{base}404.html\"\n\t\t\t}}\n"));
    let page = format!("{{\n{pages}\t\t\tfile_server {{\n\t\t\t\tstatus 404\n\t\t\t}}\n\t\t}}\n");
    format!(
        "\t\t@hidden {{\n\t\t\tpath_regexp \"^{regex}(.*/)?[.]\"\n\t\t\tnot path_regexp \"^{regex}[.]well-known/\"\n\t\t}}\n\t\thandle @hidden {page}\
         \t\t@missing not file {{path}} {{path}}/index.html\n\t\thandle @missing {page}"
    )
}

/// What is there: how long it is kept, who may read it, and what it is.
fn found(site: &HostedSite) -> String {
    let regex = site.base.regex_of_characters();
    let ends = data_extensions(" *.");
    let (name, value) = READ_BY_ALL;
    let mut text = format!(
        "\t\t@kept path_regexp \"^{regex}{MARKED}\"\n\t\theader @kept Cache-Control \"{KEPT}\"\n\
         \t\t@data path *.{ends}\n\t\theader @data {name} \"{value}\"\n"
    );
    for kind in TYPES {
        let (first, ends) = (kind.extensions[0], kind.extensions.join(" *."));
        text.push_str(&format!("\t\t@{first} path *.{ends}\n\t\theader @{first} Content-Type \"{}\"\n", kind.header()));
    }
    // A folder is a page, whose name does not tell that.
    text.push_str(
        "\t\t@folder path */\n\t\theader @folder Content-Type \"text/html; charset=utf-8\"\n\t\tfile_server\n",
    );
    text
}
