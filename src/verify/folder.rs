//! A published folder against its list: what is missing, changed, foreign or odd, and where its links lead.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use rayon::prelude::*;

use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::published;
use crate::publish::{LeftBy, OddEntry, OddKind};
use crate::routes::is_asset;
use crate::writers::hosting::is_for_host;

use super::address::SiteAddress;
use super::changed;
use super::links::{Grounds, LookedInto, canonical, is_looked_into, look};
use super::list::{self, Checksums, LIST};
use super::names::{case_twins, unsafe_name};
use super::published_files::PublishedFiles;
use super::verified::Verified;

/// What was found in one file.
struct FileFound {
    sha256: [u8; 32],
    /// How it became another one than was published, as far as that can be seen.
    how: Option<[&'static str; 2]>,
    looked: Option<LookedInto>,
}

/// Looks at a published folder. `tick` is told of each file.
///
/// # Errors
/// When the machine refuses to read.
pub(crate) fn verify_folder(
    source: &dyn PublishedFiles,
    tick: &(dyn Fn(usize) + Sync),
) -> io::Result<(Verified, BTreeMap<String, [u8; 32]>)> {
    let mut verified = Verified::default();
    let list = read_list(source, &mut verified)?;
    let named = |path: &str| path == LIST || list.as_ref().is_some_and(|list| list.names(path));
    let listing = source.listing(&named)?;
    verified.left = listing.left.iter().cloned().collect();
    for OddEntry { path, kind } in &listing.odd {
        let (what, what_vi) = match kind {
            OddKind::SymbolicLink => ("a symbolic link", "liên kết tượng trưng"),
            OddKind::NameNotText => ("a name that is no UTF-8", "tên không phải UTF-8"),
            OddKind::Special => ("neither a file nor a folder", "thứ không phải tệp cũng không phải thư mục"),
        };
        let fault = Diagnostic::new(&published::PUBLISHED_ENTRY_ODD, None).with("path", path);
        verified.faults.push(fault.with("what", what).with("what_vi", what_vi));
    }
    // A file of the list that is missing is told once, and not again for each link to it.
    let listed = list.iter().flat_map(|list| list.files.keys());
    let there = listing.files.iter().chain(listed).cloned().collect();
    let grounds = Grounds::new(there, stands_at(source, &listing.files).into_iter().collect());
    let known = list.as_ref().map(|list| &list.files);
    let done = std::sync::atomic::AtomicUsize::new(0);
    let file = |path: &String| -> io::Result<(String, FileFound)> {
        let expected = known.and_then(|known| known.get(path));
        let found = examine(source, path, expected, &grounds)?;
        tick(done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1);
        Ok((path.clone(), found))
    };
    let found: BTreeMap<String, FileFound> = listing.files.par_iter().map(file).collect::<io::Result<_>>()?;
    verified.n_files = found.len();
    if let Some(Checksums { files }) = &list {
        compare(files, &found, &listing.odd, &mut verified);
    }
    tell_names(listing.files.iter().map(String::as_str), &mut verified);
    let is_left = |path: &String| verified.left.iter().any(|(_, left)| left == path);
    let found: BTreeMap<String, FileFound> = found.into_iter().filter(|(path, _)| !is_left(path)).collect();
    let hashes = found.iter().map(|(path, found)| (path.clone(), found.sha256)).collect();
    let looked = found.into_iter().filter_map(|(path, found)| Some((path, found.looked?))).collect();
    verified.tell_links(&looked, &|path| source.bytes(path, true).ok()?.kept);
    Ok((verified, hashes))
}

/// The list of a site; none where there is none.
fn read_list(source: &dyn PublishedFiles, verified: &mut Verified) -> io::Result<Option<Checksums>> {
    match source.bytes(LIST, true) {
        Ok(read) => {
            let file = verified.show(LIST, read.kept.unwrap_or_default());
            let text = verified.texts.text(file).to_owned();
            Ok(Some(list::read(&text, file, &mut verified.faults)))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            verified.faults.push(Diagnostic::new(&published::CHECKSUMS_MISSING, None).with("path", LIST));
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Where a site stands by what its first page says of itself.
fn stands_at(source: &dyn PublishedFiles, files: &BTreeSet<String>) -> Option<SiteAddress> {
    let page = files.get("index.html").and_then(|path| source.bytes(path, true).ok())?;
    canonical(&page.kept?)
}

fn examine(
    source: &dyn PublishedFiles,
    path: &str,
    expected: Option<&[u8; 32]>,
    grounds: &Grounds,
) -> io::Result<FileFound> {
    let read = source.bytes(path, is_looked_into(path))?;
    let mut how = None;
    if let Some(expected) = expected.filter(|expected| **expected != read.sha256) {
        let bytes = match &read.kept {
            Some(bytes) => Some(bytes.clone()),
            None => source.bytes(path, true)?.kept,
        };
        how = bytes.and_then(|bytes| changed::how(path, &bytes, expected));
    }
    let looked = read.kept.map(|bytes| look(path, text_of(&bytes), grounds));
    Ok(FileFound { sha256: read.sha256, how, looked })
}

/// A text up to the first byte that is no UTF-8.
pub(super) fn text_of(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes)
        .unwrap_or_else(|fault| std::str::from_utf8(&bytes[..fault.valid_up_to()]).unwrap_or_default())
}

/// What the list has and the folder not, and the other way round.
fn compare(
    list: &BTreeMap<String, [u8; 32]>,
    found: &BTreeMap<String, FileFound>,
    odd: &[OddEntry],
    verified: &mut Verified,
) {
    for (path, expected) in list {
        match found.get(path) {
            Some(found) if found.sha256 != *expected && is_for_host(path) => {
                verified.left.push((LeftBy::Webmaster, path.clone()));
            }
            Some(found) if found.sha256 != *expected => {
                verified.faults.push(changed_fault(path, found.how));
            }
            Some(_) => {}
            // What stands in its place is told already.
            None if odd.iter().any(|odd| odd.path == *path) => {}
            None => {
                verified.faults.push(Diagnostic::new(&published::PUBLISHED_FILE_MISSING, None).with("path", path));
            }
        }
    }
    for (path, file) in found.iter().filter(|(path, _)| path.as_str() != LIST && !list.contains_key(*path)) {
        if is_of_before(path, &file.sha256) {
            verified.left.push((LeftBy::BuildBefore, path.clone()));
        } else if is_for_host(path) {
            verified.left.push((LeftBy::Webmaster, path.clone()));
        } else {
            verified.faults.push(Diagnostic::new(&published::PUBLISHED_FILE_FOREIGN, None).with("path", path));
        }
    }
}

/// Whether a file that is not on the list is an asset of a build before: the mark in its name is that of its bytes.
fn is_of_before(path: &str, sha256: &[u8; 32]) -> bool {
    let mark: String = sha256[..5].iter().map(|byte| format!("{byte:02x}")).collect();
    is_asset(path) && path.rsplit('.').nth(1) == Some(mark.as_str())
}

/// The fault of a file that was changed.
pub(super) fn changed_fault(path: &str, how: Option<[&'static str; 2]>) -> Diagnostic {
    let fault = Diagnostic::new(&published::PUBLISHED_FILE_CHANGED, None).with("path", path);
    fault.with_some("how", how.map(|[how, _]| how)).with_some("how_vi", how.map(|[_, how]| how))
}

/// Names that are not safe everywhere.
pub(super) fn tell_names<'p>(paths: impl Iterator<Item = &'p str> + Clone, verified: &mut Verified) {
    let twins = case_twins(paths.clone()).into_iter().map(|(path, other)| {
        let why = [format!("`{other}` differs in case only"), format!("chỉ khác `{other}` ở chữ hoa, chữ thường")];
        (path, why)
    });
    let named = paths.filter_map(|path| Some((path, unsafe_name(path)?)));
    for (path, [why, why_vi]) in named.chain(twins) {
        let fault = Diagnostic::new(&published::PUBLISHED_NAME_UNSAFE, None).with("path", path);
        verified.faults.push(fault.with("why", why).with("why_vi", why_vi));
    }
}
