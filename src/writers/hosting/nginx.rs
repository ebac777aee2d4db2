//! nginx: a file to include in a `server`, whose `root` holds the site in the folder that its address names.

use super::rules::{ASKED, EMBED, HEADERS, KEPT, MARKED, POLICY, POLICY_HEADER, READ_BY_ALL, policy_of_embedded};
use super::types::{TYPES, data_extensions, squeezable};
use super::{HostFile, HostedSite};

/// The file, where nobody is served it.
pub(super) fn files(site: &HostedSite) -> Vec<HostFile> {
    let (base, folder_on_disk) = (site.base.encoded(), site.base.folder());
    let mut text = format!(
        "# Include this file in a `server`. Its `root` holds the site in the folder of the path {base}:\n\
         #   root /srv/www;\n#   include /srv/www{folder_on_disk}.hosting/nginx.conf;\n"
    );
    // At the root, what else the server is told by regular expressions stays in force.
    let only = if site.base.is_root() { "" } else { "^~ " };
    if !site.base.is_root() {
        let bare = site.base.plain().trim_end_matches('/');
        text.push_str(&format!("location = {} {{\n    return 301 {};\n}}\n", quoted(bare), quoted(&base)));
    }
    text.push_str(&format!("location {only}{} {{\n{}", quoted(site.base.plain()), served()));
    text.push_str(&headers(POLICY, ASKED, false, 1));
    text.push_str(&folder(site, "", 1));
    for language in &site.languages {
        let path = format!("{}{language}/", site.base.plain());
        text.push_str(&format!("    location ^~ {} {{\n{}    }}\n", quoted(&path), folder(site, language, 2)));
    }
    text.push_str("}\n");
    vec![(".hosting/nginx.conf", text)]
}

/// How files are found, called and compressed.
fn served() -> String {
    let mut text = String::from(
        "    index index.html;\n    autoindex off;\n    absolute_redirect off;\n    etag on;\n    \
         default_type application/octet-stream;\n    types {\n",
    );
    for kind in TYPES {
        text.push_str(&format!("        {} {};\n", kind.name, kind.extensions.join(" ")));
    }
    // nginx adds pages by itself, and warns where they are named.
    let names = |wanted: fn(&&super::types::FileType) -> bool| -> String {
        let names = TYPES.iter().filter(wanted).map(|kind| kind.name).filter(|name| *name != "text/html");
        names.collect::<Vec<_>>().join(" ")
    };
    let texts = names(|kind| kind.is_text);
    let squeezed: Vec<&str> = squeezable().map(|kind| kind.name).filter(|name| *name != "text/html").collect();
    text.push_str(&format!(
        "    }}\n    charset utf-8;\n    charset_types {texts};\n    gzip on;\n    gzip_vary on;\n    gzip_proxied any;\n    \
         gzip_comp_level 6;\n    gzip_min_length 512;\n    gzip_types {};\n",
        squeezed.join(" ")
    ));
    text
}

/// The rules of the root, or of the folder of a language: its page for what is not found, and which files are not like
/// the others.
fn folder(site: &HostedSite, language: &str, depth: usize) -> String {
    let inside = if language.is_empty() { String::new() } else { format!("{language}/") };
    let regex = format!("{}{inside}", site.base.regex());
    let indent = "    ".repeat(depth);
    let missing = format!("{}{inside}404.html", site.base.plain());
    // A variable cannot be told from a sign in this place, so that such a path has the server's own page.
    let mut text = match missing.contains('$') {
        true => String::new(),
        false => format!("{indent}error_page 403 404 =404 {};\n", quoted(&missing)),
    };
    let mut location = |pattern: String, body: String| {
        text.push_str(&format!("{indent}location ~ {} {{\n{body}{indent}}}\n", quoted_pattern(&pattern)));
    };
    location(format!("^{regex}(.*/)?[.](?!well-known/)"), format!("{indent}    return 404;\n"));
    location(format!("^{regex}{EMBED}/"), headers(&policy_of_embedded(), ASKED, false, depth + 1));
    if language.is_empty() {
        location(format!("^{regex}{MARKED}"), headers(POLICY, KEPT, false, depth + 1));
    }
    location(format!("[.]({})$", data_extensions("|")), headers(POLICY, ASKED, true, depth + 1));
    text
}

/// The headers of some files: all of them, since nginx forgets those from outside where one is added.
fn headers(policy: &str, cache: &str, is_open: bool, depth: usize) -> String {
    let own = [(POLICY_HEADER, policy), ("Cache-Control", cache)];
    let all = own.into_iter().chain(HEADERS).chain(is_open.then_some(READ_BY_ALL));
    let indent = "    ".repeat(depth);
    all.map(|(name, value)| format!("{indent}add_header {name} \"{value}\" always;\n")).collect()
}

/// A text as nginx reads it between quotation marks.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A regular expression as nginx reads it: bytes that are spelled as `\xXX` pass between quotation marks as they are.
fn quoted_pattern(pattern: &str) -> String {
    format!("\"{pattern}\"")
}
