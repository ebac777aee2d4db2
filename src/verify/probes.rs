//! What a host does with addresses that are no files of the site.

use std::collections::BTreeMap;

use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::hosts;
use crate::publish::RECORD;

use super::address::SiteAddress;
use super::answer::{Answer, Asking, SiteHost, joined};
use super::headers::counted;

/// An address that no site has.
const NOWHERE: &str = "scorebook-verify/no-such-page.html";

/// How names of texts end, of which one each is asked for compressed.
const TEXTS: [&str; 7] = [".html", ".css", ".js", ".csv", ".json", ".svg", ".xml"];

/// How long a text is at least for which compression is asked.
const COMPRESSED_MIN: u64 = 2048;

/// Asks a host for what is no file of the site, and for compressed files; answers what is wrong. `files` is the list.
pub(crate) fn probe(host: &dyn SiteHost, site: &SiteAddress, files: &BTreeMap<String, [u8; 32]>) -> Vec<Diagnostic> {
    let all =
        [not_found(host, site, files), record(host, site), folder(host, site, files), compression(host, site, files)];
    all.into_iter().flatten().collect()
}

/// Whether an address without a file is answered with status 404 and a page of the site.
fn not_found(host: &dyn SiteHost, site: &SiteAddress, files: &BTreeMap<String, [u8; 32]>) -> Option<Diagnostic> {
    let answer = host.ask(&site.file(NOWHERE), Asking::Text).ok()?;
    let pages: Vec<&[u8; 32]> = files
        .iter()
        .filter(|(path, _)| *path == "404.html" || path.ends_with("/404.html"))
        .map(|(_, hash)| hash)
        .collect();
    let is_page = answer.body.as_ref().is_some_and(|body| pages.contains(&&body.sha256));
    let status = answer.status;
    let [found, found_vi] = match status {
        404 if is_page || pages.is_empty() => return None,
        404 => [
            "with status 404 and another page than 404.html".to_owned(),
            "mã 404 nhưng không phải trang 404.html".to_owned(),
        ],
        _ => [format!("with status {status}"), format!("mã {status}")],
    };
    let fault = Diagnostic::new(&hosts::HOST_NOT_FOUND_WRONG, None).with("path", NOWHERE);
    Some(fault.with("found", found).with("found_vi", found_vi))
}

/// Whether the publisher's record is served.
fn record(host: &dyn SiteHost, site: &SiteAddress) -> Option<Diagnostic> {
    let answer = host.ask(&site.file(RECORD), Asking::Text).ok().filter(|answer| answer.status == 200)?;
    let text = answer.body?.kept?;
    text.starts_with(b"scorebook manifest")
        .then(|| Diagnostic::new(&hosts::HOST_RECORD_SERVED, None).with("path", RECORD))
}

/// Whether a folder is found by its name without a slash: that of the site, else its first one with a page.
fn folder(host: &dyn SiteHost, site: &SiteAddress, files: &BTreeMap<String, [u8; 32]>) -> Option<Diagnostic> {
    let inside = files.keys().find_map(|path| path.strip_suffix("/index.html").filter(|folder| !folder.contains('/')));
    let (shown, bare) = match site.path.strip_suffix('/').filter(|path| !path.is_empty()) {
        Some(path) => (path.to_owned(), format!("{}{path}", site.origin)),
        None => (inside?.to_owned(), site.file(inside?)),
    };
    let answer: Answer = host.ask(&bare, Asking::Text).ok()?;
    let [found, found_vi] = match answer.location().map(|location| joined(&bare, location)) {
        Some(next) if next.trim_end_matches("index.html").ends_with(&format!("{shown}/")) => return None,
        Some(next) => [format!("it leads to {next}"), format!("dẫn đến {next}")],
        None => {
            let status = answer.status;
            [format!("status {status} and no redirect"), format!("mã {status}, không chuyển hướng")]
        }
    };
    let fault = Diagnostic::new(&hosts::HOST_FOLDER_LOST, None).with("path", shown);
    Some(fault.with("found", found).with("found_vi", found_vi))
}

/// Which texts are sent at full length to whoever takes compressed ones.
fn compression(host: &dyn SiteHost, site: &SiteAddress, files: &BTreeMap<String, [u8; 32]>) -> Option<Diagnostic> {
    let is_plain = |path: &&String| {
        let answer = host.ask(&site.file(path), Asking::Compressed);
        let len = |answer: &Answer| answer.header("content-length").and_then(|len| len.parse::<u64>().ok());
        answer.is_ok_and(|answer| {
            let is_long = len(&answer).is_some_and(|len| len >= COMPRESSED_MIN);
            answer.status == 200 && is_long && answer.header("content-encoding").is_none_or(|how| how == "identity")
        })
    };
    let plain: Vec<&String> = TEXTS
        .iter()
        .filter_map(|end| files.keys().find(|path| path.ends_with(end) && !path.contains("404")))
        .filter(is_plain)
        .collect();
    let first = plain.first()?;
    let [files, files_vi] = counted(plain.len());
    let fault = Diagnostic::new(&hosts::HOST_COMPRESSION_MISSING, None).with("path", first);
    Some(fault.with("files", files).with("files_vi", files_vi))
}
