//! Apache: `.htaccess`, which needs `AllowOverride All`, or at least `FileInfo Indexes Options=Indexes,MultiViews`.

use super::rules::{ASKED, EMBED, HEADERS, KEPT, MARKED, POLICY, POLICY_HEADER, READ_BY_ALL, policy_of_embedded};
use super::types::{TYPES, data_extensions, squeezable};
use super::{HostFile, HostedSite};

/// `.htaccess` in the folder of the site. Only its own directives stand outside of `IfModule`.
pub(super) fn files(site: &HostedSite) -> Vec<HostFile> {
    let parts = [first(site), types(), headers(site), compression()];
    vec![(".htaccess", parts.concat())]
}

/// Which files are pages, which are not shown, and what is shown instead.
fn first(site: &HostedSite) -> String {
    let (base, regex) = (site.base.encoded(), site.base.regex());
    let mut text = format!(
        "Options -Indexes -MultiViews\nFileETag MTime Size\nAddDefaultCharset utf-8\nErrorDocument 403 {base}404.html\n\
         ErrorDocument 404 {base}404.html\n"
    );
    for language in &site.languages {
        text.push_str(&format!(
            "<If \"%{{REQUEST_URI}} =~ m#^{regex}{language}/#\">\n  ErrorDocument 403 {base}{language}/404.html\n  \
             ErrorDocument 404 {base}{language}/404.html\n</If>\n"
        ));
    }
    text.push_str(&format!(
        "<IfModule mod_dir.c>\n  DirectoryIndex index.html\n  DirectorySlash On\n</IfModule>\n<IfModule mod_alias.c>\n  \
         RedirectMatch 404 \"^{regex}(.*/)?[.](?!well-known(/|$))\"\n</IfModule>\n"
    ));
    text
}

fn types() -> String {
    let dotted = |ends: &[&str]| ends.iter().map(|end| format!(" .{end}")).collect::<String>();
    let mut text = String::from("<IfModule mod_mime.c>\n");
    for kind in TYPES {
        text.push_str(&format!("  AddType {}{}\n", kind.name, dotted(kind.extensions)));
    }
    let texts: String = TYPES.iter().filter(|kind| kind.is_text).map(|kind| dotted(kind.extensions)).collect();
    text.push_str(&format!("  AddCharset utf-8{texts}\n</IfModule>\n"));
    text
}

fn headers(site: &HostedSite) -> String {
    let regex = site.base.regex();
    let mut text = String::from("<IfModule mod_headers.c>\n");
    let mut set = |name: &str, value: &str, when: Option<String>| {
        let when = when.map_or_else(String::new, |when| format!(" \"expr={when}\""));
        text.push_str(&format!("  Header always set {name} \"{value}\"{when}\n"));
    };
    let languages: String = site.languages.iter().map(|language| format!("{language}/|")).collect();
    set(POLICY_HEADER, POLICY, None);
    let embedded = format!("%{{REQUEST_URI}} =~ m#^{regex}(?:{languages}){EMBED}/#");
    set(POLICY_HEADER, &policy_of_embedded(), Some(embedded));
    for (name, value) in HEADERS {
        set(name, value, None);
    }
    set("Cache-Control", ASKED, None);
    let found = "%{REQUEST_STATUS} -lt 400 && %{REQUEST_URI} =~";
    set("Cache-Control", KEPT, Some(format!("{found} m#^{regex}{MARKED}#")));
    let (name, value) = READ_BY_ALL;
    set(name, value, Some(format!("{found} m#[.](?:{})$#", data_extensions("|"))));
    text.push_str("</IfModule>\n");
    text
}

/// Compressed answers bear a mark behind their ETag, which has to go before a copy can be recognized.
fn compression() -> String {
    let names: String = squeezable().map(|kind| format!(" {}", kind.name)).collect();
    format!(
        "<IfModule mod_deflate.c>\n  <IfModule mod_filter.c>\n    AddOutputFilterByType DEFLATE{names}\n  </IfModule>\n  \
         <IfModule mod_headers.c>\n    RequestHeader edit* If-None-Match \"-gzip\\\"\" \"\\\"\"\n  </IfModule>\n\
         </IfModule>\n"
    )
}
