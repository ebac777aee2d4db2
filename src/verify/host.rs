//! A published site as its host serves it, against its list: what is missing, changed, or served otherwise than it should.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::{hosts, published};

use super::address::SiteAddress;
use super::answer::{Asking, ReachedAnswer, SiteHost, Unreached, reach};
use super::changed;
use super::expected::is_not_served;
use super::folder::{changed_fault, tell_names, text_of};
use super::headers::HeaderTally;
use super::links::{Grounds, LookedInto, canonical, is_looked_into, look};
use super::list::{self, Checksums, LIST};
use super::probes::probe;
use super::verified::Verified;

/// After so many files that the host did not hand over in time, it is asked no more.
const SILENT_MAX: usize = 10;

/// How a host is asked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HostOptions {
    /// How many files are asked for at once.
    pub(crate) jobs: NonZeroUsize,
    /// How many files are looked at, evenly taken from the list; none for all.
    pub(crate) sample: Option<NonZeroUsize>,
}

/// What became of a look at a host.
#[derive(Debug)]
pub(crate) struct HostVerified {
    pub(crate) verified: Verified,
    /// The hashes of the files that were read.
    pub(crate) hashes: BTreeMap<String, [u8; 32]>,
    /// Whether the host stopped to answer, so that not all files were looked at.
    pub(crate) gave_up: bool,
}

/// What was found of one file.
enum Served {
    /// Its bytes: the hash, how they became others, what was found in them.
    Bytes { sha256: [u8; 32], how: Option<[&'static str; 2]>, looked: Option<LookedInto> },
    /// There is none.
    Missing,
    /// It was not handed over, for this reason.
    Failed([String; 2]),
}

/// Looks at the site at an address. `tick` is told of each file: how many are done, and of how many.
///
/// # Errors
/// When the host does not answer at all.
pub(crate) fn verify_host(
    host: &dyn SiteHost,
    site: &SiteAddress,
    options: HostOptions,
    tick: &(dyn Fn(usize, usize) + Sync),
) -> Result<HostVerified, Unreached> {
    let mut result = HostVerified { verified: Verified::default(), hashes: BTreeMap::new(), gave_up: false };
    let verified = &mut result.verified;
    let Some(Checksums { files }) = read_list(host, site, verified)? else { return Ok(result) };
    let all: Vec<&String> = files.keys().filter(|path| !is_not_served(path)).collect();
    let asked = sampled(&all, options.sample);
    let known = files.keys().cloned().chain([LIST.to_owned()]).collect();
    let first = reach(host, &site.file("index.html"), Asking::Text).ok();
    let own = first.and_then(|reached| canonical(&reached.answer.body?.kept?));
    let grounds = Grounds::new(known, own.into_iter().chain([site.clone()]).collect());
    let served = ask_all(host, site, options.jobs, tick, &asked, &|path| (&files[path], &grounds));
    verified.n_files = served.found.len();
    result.gave_up = served.gave_up;
    let mut looked = BTreeMap::new();
    for (path, found) in served.found {
        match found {
            Served::Missing => {
                verified.faults.push(Diagnostic::new(&published::PUBLISHED_FILE_MISSING, None).with("path", path));
            }
            Served::Failed([why, why_vi]) => {
                let fault = Diagnostic::new(&hosts::HOST_ANSWER_FAILED, None).with("path", path);
                verified.faults.push(fault.with("why", why).with("why_vi", why_vi));
            }
            Served::Bytes { sha256, how, looked: into } => {
                if sha256 != files[&path] {
                    verified.faults.push(changed_fault(&path, how));
                }
                looked.extend(into.map(|into| (path.clone(), into)));
                result.hashes.insert(path, sha256);
            }
        }
    }
    served.tally.faults().into_iter().for_each(|fault| verified.faults.push(fault));
    verified.tell_links(&looked, &|_| None);
    tell_names(files.keys().map(String::as_str), verified);
    if !result.gave_up {
        probe(host, site, &files).into_iter().for_each(|fault| verified.faults.push(fault));
    }
    Ok(result)
}

/// The list of a site; none where it cannot be had, which is told.
fn read_list(host: &dyn SiteHost, site: &SiteAddress, verified: &mut Verified) -> Result<Option<Checksums>, Unreached> {
    let ReachedAnswer { answer, .. } = reach(host, &site.file(LIST), Asking::Text)?;
    let text = answer.body.and_then(|body| body.kept).unwrap_or_default();
    // A host that answers every address with a page has no list either.
    let is_page = || text.trim_ascii_start().starts_with(b"<");
    match answer.status {
        200 if !is_page() => {
            let file = verified.show(LIST, text);
            let text = verified.texts.text(file).to_owned();
            return Ok(Some(list::read(&text, file, &mut verified.faults)));
        }
        200 | 404 | 410 => {
            verified.faults.push(Diagnostic::new(&published::CHECKSUMS_MISSING, None).with("path", LIST));
        }
        status => {
            let [why, why_vi] = of_status(status);
            let fault = Diagnostic::new(&hosts::HOST_ANSWER_FAILED, None).with("path", LIST);
            verified.faults.push(fault.with("why", why).with("why_vi", why_vi));
        }
    }
    Ok(None)
}

fn of_status(status: u16) -> [String; 2] {
    [format!("it answers with status {status}"), format!("trả lời với mã {status}")]
}

/// So many of a list, as evenly as can be, and always the same ones.
fn sampled<'p>(all: &[&'p String], sample: Option<NonZeroUsize>) -> Vec<&'p String> {
    match sample {
        Some(n) if n.get() < all.len() => (0..n.get()).map(|i| all[i * all.len() / n.get()]).collect(),
        _ => all.to_vec(),
    }
}

/// What was found of all files that were asked for.
struct ServedFiles {
    found: BTreeMap<String, Served>,
    tally: HeaderTally,
    gave_up: bool,
}

/// What is known of a file before it is asked for: its hash, and the site that it is in.
type Known<'a> = (&'a [u8; 32], &'a Grounds);

/// Asks for files, several at once, until all are there or the host has fallen silent.
fn ask_all<'a>(
    host: &dyn SiteHost,
    site: &SiteAddress,
    jobs: NonZeroUsize,
    tick: &(dyn Fn(usize, usize) + Sync),
    paths: &[&String],
    known: &(dyn Fn(&str) -> Known<'a> + Sync),
) -> ServedFiles {
    let (next, done, silent) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let found: Mutex<BTreeMap<usize, (Served, HeaderTally)>> = Mutex::default();
    let worker = || {
        while silent.load(Ordering::Relaxed) < SILENT_MAX {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(path) = paths.get(at) else { return };
            let one = ask(host, site, path, known(path), &silent);
            if let Ok(mut found) = found.lock() {
                found.insert(at, one);
            }
            tick(done.fetch_add(1, Ordering::Relaxed) + 1, paths.len());
        }
    };
    std::thread::scope(|scope| {
        (0..jobs.get().min(paths.len())).for_each(|_| drop(scope.spawn(worker)));
    });
    let mut served = ServedFiles { found: BTreeMap::new(), tally: HeaderTally::default(), gave_up: false };
    for (at, (one, tally)) in found.into_inner().unwrap_or_default() {
        served.tally.extend(tally);
        served.found.insert(paths[at].clone(), one);
    }
    served.gave_up = silent.into_inner() >= SILENT_MAX;
    served
}

/// Asks for one file.
fn ask(
    host: &dyn SiteHost,
    site: &SiteAddress,
    path: &str,
    (expected, grounds): Known<'_>,
    silent: &AtomicUsize,
) -> (Served, HeaderTally) {
    let mut tally = HeaderTally::default();
    let asking = if is_looked_into(path) { Asking::Text } else { Asking::Hash };
    let ReachedAnswer { answer, redirect } = match reach(host, &site.file(path), asking) {
        Ok(reached) => reached,
        Err(why) => {
            if let Unreached::Silent(silence) = &why
                && silence.is_of_host()
            {
                silent.fetch_add(1, Ordering::Relaxed);
            }
            return (Served::Failed(why.words()), tally);
        }
    };
    match (answer.status, &answer.body) {
        (200, Some(body)) => {
            tally.add(path, &answer);
            if let Some((status, location)) = &redirect {
                tally.add_redirect(path, *status, location);
            }
            let is_changed = body.sha256 != *expected;
            let kept = body.kept.as_deref();
            let how = kept.filter(|_| is_changed).and_then(|bytes| changed::how(path, bytes, expected));
            let looked = kept.map(|bytes| look(path, text_of(bytes), grounds));
            (Served::Bytes { sha256: body.sha256, how, looked }, tally)
        }
        (404 | 410, _) => (Served::Missing, tally),
        (status, _) => (Served::Failed(of_status(status)), tally),
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroUsize;

    use super::sampled;

    #[test]
    fn a_sample_is_taken_evenly_and_is_always_the_same() {
        let all: Vec<String> = (0..10).map(|n| n.to_string()).collect();
        let all: Vec<&String> = all.iter().collect();
        let case = |n| sampled(&all, NonZeroUsize::new(n)).iter().map(|path| path.as_str()).collect::<String>();
        assert_eq!([case(1), case(3), case(5), case(10), case(99)], ["0", "036", "02468", "0123456789", "0123456789"]);
        assert_eq!(sampled(&all, None).len(), 10);
    }
}
