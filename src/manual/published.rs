//! The examples of faults of a published site: a made-up one of four files, with what an example changes in it.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::num::NonZeroUsize;

use sha2::{Digest, Sha256};

use super::Block;
use crate::diagnostics::Faults;
use crate::publish::{Listing, OddEntry, OddKind, ReadBytes, read_hashed};
use crate::routes::is_asset;
use crate::tree::Tree;
use crate::verify::{
    Answer, Asking, HostOptions, HostVerified, LIST, PublishedFiles, Silence, SiteAddress, SiteHost, Verified,
    compare_with_build, verify_folder, verify_host,
};
use crate::writers::hosting::{ASKED, KEPT, POLICY, type_of};

/// How the paths of such an example begin.
pub(super) const OUTPUT: &str = "output/";

/// Where the made-up site stands.
const ADDRESS: &str = "https://example.gov.vn/xep-hang/";

/// Its files.
const BASE: [(&str, &str); 4] = [
    ("404.html", "<!DOCTYPE html>\n<html lang=\"vi\">\n<title>Không tìm thấy trang</title>\n</html>\n"),
    ("assets/style.9bac835a59.css", "body { color: black }\n"),
    ("data/scores.csv", "unit,total\nso-y-te,27.5\n"),
    (
        "index.html",
        "<!DOCTYPE html>\n<html lang=\"vi\">\n<link rel=\"stylesheet\" href=\"assets/style.9bac835a59.css\">\n\
         <title>Xếp hạng</title>\n<h1 id=\"top-units\">Xếp hạng</h1>\n<a href=\"data/scores.csv\">CSV</a>\n</html>\n",
    ),
];

/// A made-up site as it is published.
#[derive(Clone, Debug, Default)]
pub(super) struct PublishedExample {
    files: BTreeMap<String, Vec<u8>>,
    links: BTreeSet<String>,
    /// What its host answers otherwise than it should, by address.
    answers: BTreeMap<String, Answer>,
    /// The files of a build, where the example is about one.
    built: Option<BTreeMap<String, [u8; 32]>>,
}

/// The example that blocks make, where they are files of a published site.
pub(super) fn published(blocks: &[Block]) -> Option<PublishedExample> {
    if !blocks.iter().any(|block| block.path.starts_with(OUTPUT)) {
        return None;
    }
    let mut site = PublishedExample::default();
    site.files.extend(BASE.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())));
    let directive = |block: &Block| block.directive.clone().unwrap_or_default();
    let is_before = |block: &&Block| directive(block) == "listed";
    let inside = |block: &Block| block.path.strip_prefix(OUTPUT).unwrap_or(&block.path).to_owned();
    for block in blocks.iter().filter(is_before) {
        site.files.insert(inside(block), block.text.clone().into_bytes());
    }
    let list = site.files.iter().map(|(path, bytes)| format!("{}  {path}\n", hex(&hash(bytes)))).collect::<String>();
    site.files.insert(LIST.to_owned(), list.into_bytes());
    for block in blocks.iter().filter(|block| !is_before(block)) {
        let path = inside(block);
        match (block.kind.as_str(), directive(block).as_str()) {
            // The address of the site itself is asked for without its slash.
            ("http", _) => {
                let address = format!("{ADDRESS}{path}");
                drop(site.answers.insert(address.trim_end_matches('/').to_owned(), answer(&block.text)));
            }
            (_, "more") => site.files.entry(path).or_default().extend(block.text.bytes()),
            (_, "remove") => drop(site.files.remove(&path)),
            (_, "symlink") => drop(site.links.insert(path)),
            (_, "built") => {
                let mut built: BTreeMap<String, [u8; 32]> =
                    site.files.iter().map(|(path, bytes)| (path.clone(), hash(bytes))).collect();
                built.insert(path, hash(block.text.as_bytes()));
                site.built = Some(built);
            }
            _ => drop(site.files.insert(path, block.text.clone().into_bytes())),
        }
    }
    Some(site)
}

/// What `verify` says of an example: the faults, the texts they stand in, and how many files were looked at.
pub(super) fn verify(site: &PublishedExample) -> (Faults, Tree, usize) {
    let address = SiteAddress::of(ADDRESS).filter(|_| !site.answers.is_empty());
    let done = match address {
        Some(address) => {
            let options = HostOptions { jobs: NonZeroUsize::MIN, sample: None };
            verify_host(site, &address, options, &|_, _| {}).ok().map(|HostVerified { verified, .. }| verified)
        }
        None => verify_folder(site, &|_| {}).ok().map(|(mut verified, hashes)| {
            site.built.iter().for_each(|built| compare_with_build(built, &hashes, true, &mut verified));
            verified
        }),
    };
    let Verified { faults, texts, n_files, .. } = done.unwrap_or_default();
    (faults, texts, n_files)
}

fn hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

fn hex(hash: &[u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An answer as text: a line with its status, and one for each header.
fn answer(text: &str) -> Answer {
    let mut lines = text.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).unwrap_or(200);
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect();
    Answer { status, headers, body: None }
}

impl PublishedFiles for PublishedExample {
    fn listing(&self, _: &dyn Fn(&str) -> bool) -> io::Result<Listing> {
        let odd = |path: &String| OddEntry { path: path.clone(), kind: OddKind::SymbolicLink };
        Ok(Listing {
            files: self.files.keys().cloned().collect(),
            odd: self.links.iter().map(odd).collect(),
            ..Listing::default()
        })
    }

    fn bytes(&self, path: &str, keep: bool) -> io::Result<ReadBytes> {
        let bytes = self.files.get(path).ok_or(io::ErrorKind::NotFound)?;
        read_hashed(&mut bytes.as_slice(), keep, u64::MAX)
    }
}

/// A host that answers as it should, but for what the example says: a header that it names is another one, or none where
/// it is empty.
impl SiteHost for PublishedExample {
    fn ask(&self, address: &str, asking: Asking) -> Result<Answer, Silence> {
        let path = address.strip_prefix(ADDRESS).and_then(|path| path.split('?').next()).unwrap_or_default();
        let other = self.answers.get(address);
        let found = self.files.get(path);
        let bytes = found.or_else(|| self.files.get("404.html")).cloned().unwrap_or_default();
        let mut answer = Answer { status: if found.is_some() { 200 } else { 404 }, ..Answer::default() };
        let mut headers: BTreeMap<String, String> = fine_headers(path, asking);
        if format!("{address}/") == ADDRESS {
            answer.status = 301;
            headers.insert("location".to_owned(), ADDRESS.to_owned());
        }
        if let Some(other) = other {
            answer.status = other.status;
            headers.extend(other.headers.iter().cloned());
        }
        answer.headers = headers.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        answer.body = read_hashed(&mut bytes.as_slice(), asking == Asking::Text, u64::MAX).ok();
        Ok(answer)
    }
}

/// The headers of an answer that is as it should be.
fn fine_headers(path: &str, asking: Asking) -> BTreeMap<String, String> {
    let kind = type_of(path).or_else(|| type_of("404.html")).unwrap_or_default();
    let kept = if is_asset(path) { KEPT } else { ASKED };
    let encoding = if asking == Asking::Compressed { "gzip" } else { "" };
    let headers = [
        ("content-type", kind.as_str()),
        ("cache-control", kept),
        ("content-security-policy", POLICY),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("content-encoding", encoding),
        ("access-control-allow-origin", if path.starts_with("data/") { "*" } else { "" }),
    ];
    headers.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}
