//! IIS: `web.config`. What a server above may have set is removed before it is set, since twice is an error to IIS.

use super::rules::{EMBED, HEADERS, POLICY, POLICY_HEADER, READ_BY_ALL, policy_of_embedded};
use super::types::TYPES;
use super::{HostFile, HostedSite};
use crate::render::Html;

/// `web.config` in the folder of the site; `location` names folders from there.
pub(super) fn files(site: &HostedSite) -> Vec<HostFile> {
    let mut parts = String::new();
    for folder in folders(site) {
        parts.push_str(&location(&folder.path, &folder.rules));
    }
    let all = [whole(site), types(), hidden()].concat();
    vec![(
        "web.config",
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n  <system.webServer>\n{all}  \
             </system.webServer>\n{parts}</configuration>\n"
        ),
    )]
}

/// For how long files are kept whose names change with their bytes: IIS writes the number of seconds itself.
const KEPT_BY_IIS: &str = "      <staticContent>
        <clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"365.00:00:00\" cacheControlCustom=\"public, immutable\"/>
      </staticContent>
";

/// A folder with rules of its own.
struct Folder {
    path: String,
    rules: String,
}

fn folders(site: &HostedSite) -> Vec<Folder> {
    let mut folders = vec![Folder { path: "assets".to_owned(), rules: KEPT_BY_IIS.to_owned() }];
    let embedded = set(&[(POLICY_HEADER, &policy_of_embedded())]);
    folders.push(Folder { path: EMBED.to_owned(), rules: embedded.clone() });
    for language in &site.languages {
        folders.push(Folder { path: language.clone(), rules: not_found(site, &format!("{language}/")) });
        folders.push(Folder { path: format!("{language}/{EMBED}"), rules: embedded.clone() });
    }
    let open = set(&[READ_BY_ALL]);
    let data = ["data", "api", "catalog.jsonld", "feed.xml"].map(str::to_owned).into_iter();
    for path in data.chain(site.editions.iter().map(|edition| format!("{edition}/data"))) {
        folders.push(Folder { path, rules: open.clone() });
    }
    folders
}

fn location(path: &str, rules: &str) -> String {
    let path = Html::text(path);
    format!(
        "  <location path=\"{}\">\n    <system.webServer>\n{rules}    </system.webServer>\n  </location>\n",
        path.as_str()
    )
}

/// What holds for every file.
fn whole(site: &HostedSite) -> String {
    let headers: Vec<(&str, &str)> = std::iter::once((POLICY_HEADER, POLICY)).chain(HEADERS).collect();
    format!(
        "    <defaultDocument enabled=\"true\">\n      <files>\n        <clear/>\n        <add value=\"index.html\"/>\n      \
         </files>\n    </defaultDocument>\n    <directoryBrowse enabled=\"false\"/>\n    \
         <urlCompression doStaticCompression=\"true\"/>\n{}{}",
        not_found(site, ""),
        set(&headers)
    )
}

/// The page for what is not found, and for a folder without a page.
fn not_found(site: &HostedSite, inside: &str) -> String {
    let base = site.base.encoded();
    let page = format!("path=\"{base}{inside}404.html\" responseMode=\"ExecuteURL\"");
    format!(
        "    <httpErrors errorMode=\"Custom\">\n      <remove statusCode=\"403\" subStatusCode=\"14\"/>\n      \
         <remove statusCode=\"404\"/>\n      <error statusCode=\"403\" subStatusCode=\"14\" {page}/>\n      \
         <error statusCode=\"404\" {page}/>\n    </httpErrors>\n"
    )
}

fn set(headers: &[(&str, &str)]) -> String {
    let line = |(name, value): &(&str, &str)| {
        format!("        <remove name=\"{name}\"/>\n        <add name=\"{name}\" value=\"{value}\"/>\n")
    };
    let lines: String = headers.iter().map(line).collect();
    format!("    <httpProtocol>\n      <customHeaders>\n{lines}      </customHeaders>\n    </httpProtocol>\n")
}

fn types() -> String {
    let ends = TYPES.iter().flat_map(|kind| kind.extensions.iter().map(move |end| (kind, end)));
    let line = |(kind, end): (&super::types::FileType, &&str)| {
        let header = kind.header();
        format!(
            "      <remove fileExtension=\".{end}\"/>\n      <mimeMap fileExtension=\".{end}\" mimeType=\"{header}\"/>\n"
        )
    };
    // DisableCache is what IIS calls `no-cache`.
    let lines: String = ends.map(line).collect();
    format!(
        "    <staticContent>\n      <clientCache cacheControlMode=\"DisableCache\"/>\n{lines}    </staticContent>\n"
    )
}

/// Names that begin with a dot and are ours.
fn hidden() -> String {
    let segment = |name| format!("          <remove segment=\"{name}\"/>\n          <add segment=\"{name}\"/>\n");
    let lines: String = [".hosting", ".scorebook-manifest", ".git", ".htaccess"].map(segment).concat();
    format!(
        "    <security>\n      <requestFiltering>\n        <hiddenSegments>\n{lines}        </hiddenSegments>\n      \
         </requestFiltering>\n    </security>\n"
    )
}
