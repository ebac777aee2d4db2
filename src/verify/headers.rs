//! What a host says of the files that it serves, against what it should: types, headers, for how long they are kept.

use std::collections::BTreeMap;

use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::hosts;

use super::answer::Answer;
use super::expected::{is_embedded, is_open_data, is_same_type};
use crate::routes::is_asset;
use crate::writers::hosting::{ASKED, KEPT, POLICY, type_of};

/// Something wrong that many files have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Wrong {
    Type { found: Option<String>, expected: String },
    Header { name: &'static str, expected: &'static str, found: Option<String> },
    Kept { found: Option<String>, expected: &'static str },
    Redirect { status: u16 },
}

/// What is wrong with the headers of a site: each with how many files have it, and the first of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct HeaderTally {
    found: BTreeMap<Wrong, (usize, String, String)>,
}

/// How a policy begins that is told: it is long, and the host's file has all of it.
const POLICY_SHOWN: &str = "default-src 'none'; …";

/// How a policy ends that lets other sites show a page.
const FRAMES_SHOWN: &str = "…; frame-ancestors *";

/// For how many seconds a file with a mark of its bytes should be kept at least: 30 days.
const KEPT_MIN: u64 = 30 * 24 * 60 * 60;

/// For how many seconds every other file may be kept at most: a day.
const KEPT_MAX: u64 = 24 * 60 * 60;

impl HeaderTally {
    /// Adds what is wrong with the answer for a file.
    pub(crate) fn add(&mut self, path: &str, answer: &Answer) {
        let is_page = path.ends_with(".html");
        if let Some(expected) = type_of(path) {
            let found = answer.header("content-type");
            if !found.is_some_and(|found| is_same_type(path, found, &expected)) {
                self.count(path, Wrong::Type { found: found.map(str::to_owned), expected });
            }
        }
        let mut header = |name: &'static str, expected: &'static str, is_fine: &dyn Fn(&str) -> bool| {
            let found = answer.header(&name.to_ascii_lowercase());
            if !found.is_some_and(is_fine) {
                self.count(path, Wrong::Header { name, expected, found: found.map(str::to_owned) });
            }
        };
        header("X-Content-Type-Options", "nosniff", &|found| found.eq_ignore_ascii_case("nosniff"));
        if is_open_data(path) {
            header("Access-Control-Allow-Origin", "*", &|found| found == "*");
        }
        if is_page {
            header("Referrer-Policy", "no-referrer", &|found| {
                ["no-referrer", "same-origin", "strict-origin"].contains(&found.to_ascii_lowercase().as_str())
            });
        }
        if is_page {
            self.add_policy(path, answer);
        }
        self.add_kept(path, answer.header("cache-control"));
    }

    /// A page is under each of its policies: one of them has to be strict, and of a page for other sites none may forbid
    /// their frames.
    fn add_policy(&mut self, path: &str, answer: &Answer) {
        let name = "Content-Security-Policy";
        let policies: Vec<&str> =
            answer.values("content-security-policy").flat_map(|value| value.split(',')).map(str::trim).collect();
        let mut add = |expected, found: Option<String>| self.count(path, Wrong::Header { name, expected, found });
        if !policies.iter().any(|policy| is_strict(policy)) {
            add(POLICY_SHOWN, (!policies.is_empty()).then(|| policies.join(", ")));
        }
        if is_embedded(path) {
            let frames = policies.iter().filter_map(|policy| frames(policy)).collect::<Vec<String>>();
            // Browsers pass over the older header where a policy speaks of frames.
            let older = answer.header("x-frame-options").filter(|_| frames.is_empty());
            let closed = frames.into_iter().find(|frames| !frames.split_ascii_whitespace().any(|source| source == "*"));
            if let Some(found) = closed.or_else(|| older.map(|value| format!("X-Frame-Options: {value}"))) {
                add(FRAMES_SHOWN, Some(found));
            }
        }
    }

    fn add_kept(&mut self, path: &str, found: Option<&str>) {
        let lower = found.unwrap_or_default().to_ascii_lowercase();
        let words: Vec<&str> = lower.split(',').map(str::trim).collect();
        let is_asked = words.contains(&"no-cache") || words.contains(&"no-store");
        let seconds = words.iter().find_map(|word| word.strip_prefix("max-age=")?.parse::<u64>().ok()).unwrap_or(0);
        let found = found.map(str::to_owned);
        if is_asset(path) {
            if is_asked || seconds < KEPT_MIN {
                self.count(path, Wrong::Kept { found, expected: KEPT });
            }
        } else if !is_asked && (seconds > KEPT_MAX || words.contains(&"immutable")) {
            self.count(path, Wrong::Kept { found, expected: ASKED });
        }
    }

    /// Adds a file that was reached by way of another address.
    pub(crate) fn add_redirect(&mut self, path: &str, status: u16, location: &str) {
        let entry = self.found.entry(Wrong::Redirect { status });
        entry.or_insert_with(|| (0, path.to_owned(), location.to_owned())).0 += 1;
    }

    fn count(&mut self, path: &str, wrong: Wrong) {
        self.found.entry(wrong).or_insert_with(|| (0, path.to_owned(), String::new())).0 += 1;
    }

    /// Adds what another tally found, which is of later files.
    pub(crate) fn extend(&mut self, other: Self) {
        for (wrong, (n, path, location)) in other.found {
            self.found.entry(wrong).or_insert((0, path, location)).0 += n;
        }
    }

    /// The faults, one for all files that have it in common.
    pub(crate) fn faults(self) -> Vec<Diagnostic> {
        self.found.into_iter().map(|(wrong, (n, path, location))| fault(wrong, n, path, location)).collect()
    }
}

fn fault(wrong: Wrong, n: usize, path: String, location: String) -> Diagnostic {
    let [files, files_vi] = counted(n);
    match wrong {
        Wrong::Type { found, expected } => {
            let fault = Diagnostic::new(&hosts::HOST_TYPE_WRONG, None).with("path", path).with("files", files);
            let [found, found_vi] = quoted(found, ["nothing", "không được khai báo"]);
            fault.with("files_vi", files_vi).with("found", found).with("found_vi", found_vi).with("expected", expected)
        }
        Wrong::Header { name, expected, found } => {
            let fault = Diagnostic::new(&hosts::HOST_HEADER_MISSING, None).with("path", path).with("files", files);
            let fault = fault.with("files_vi", files_vi).with("header", name).with("expected", expected);
            fault.with_some("found", found)
        }
        Wrong::Kept { found, expected } => {
            let fault = Diagnostic::new(&hosts::HOST_CACHE_WRONG, None).with("path", path).with("files", files);
            let [found, found_vi] = quoted(found, ["no `Cache-Control`", "`Cache-Control` bị bỏ trống"]);
            fault.with("files_vi", files_vi).with("found", found).with("found_vi", found_vi).with("expected", expected)
        }
        Wrong::Redirect { status } => {
            let fault = Diagnostic::new(&hosts::HOST_REDIRECT, None).with("path", path).with("files", files);
            fault.with("files_vi", files_vi).with("status", status).with("location", location)
        }
    }
}

/// A value between marks, or the words for none, in English and Vietnamese.
fn quoted(value: Option<String>, none: [&str; 2]) -> [String; 2] {
    value.map_or_else(|| none.map(str::to_owned), |value| [format!("`{value}`"), format!("`{value}`")])
}

/// So many files, in English and Vietnamese.
pub(super) fn counted(n: usize) -> [String; 2] {
    [format!("{n} file{}", if n == 1 { "" } else { "s" }), format!("{n} tệp")]
}

/// What a policy says of who may show the page in a frame.
fn frames(policy: &str) -> Option<String> {
    let mut parts = policy.split(';').map(str::trim);
    parts
        .find(|part| {
            part.split_ascii_whitespace().next().is_some_and(|name| name.eq_ignore_ascii_case("frame-ancestors"))
        })
        .map(str::to_owned)
}

/// Whether a policy allows no more than ours does; who may show the page in a frame is the host's own matter.
fn is_strict(found: &str) -> bool {
    let directives = |policy: &str| -> BTreeMap<String, Vec<String>> {
        let parts = policy.split(';').filter_map(|part| {
            let mut words = part.split_ascii_whitespace().map(str::to_ascii_lowercase);
            let name = words.next()?;
            let mut words: Vec<String> = words.collect();
            words.sort();
            Some((name, words))
        });
        parts.collect()
    };
    let (found, ours) = (directives(found), directives(POLICY));
    let none = vec!["'none'".to_owned()];
    let is_fine = |(name, allowed): (&String, &Vec<String>)| {
        found.get(name).is_some_and(|given| *given == none || given.iter().all(|source| allowed.contains(source)))
    };
    ours.iter().filter(|(name, _)| !["frame-ancestors", "manifest-src"].contains(&name.as_str())).all(is_fine)
}

#[cfg(test)]
mod tests {
    use super::{HeaderTally, is_strict};
    use crate::diagnostics::CliLanguage;
    use crate::verify::answer::Answer;
    use crate::writers::hosting::POLICY;

    const FINE: [(&str, &str); 4] = [
        ("content-type", "text/html; charset=UTF-8"),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", POLICY),
        ("referrer-policy", "no-referrer"),
    ];

    /// What is said of a file with those headers, some of them others than they should be.
    #[track_caller]
    fn case(path: &str, others: &[(&str, &str)], expected: &[&str]) {
        let mut headers: Vec<(String, String)> = Vec::new();
        let kept = FINE.iter().filter(|(name, _)| others.iter().all(|(other, _)| other != name));
        for (name, value) in kept.chain(others).filter(|(_, value)| !value.is_empty()) {
            headers.push(((*name).to_owned(), (*value).to_owned()));
        }
        let mut tally = HeaderTally::default();
        tally.add(path, &Answer { status: 200, headers, body: None });
        let told = tally.faults().into_iter().map(|fault| fault.sentences(CliLanguage::English)[0].clone());
        assert_eq!(told.collect::<Vec<String>>(), expected);
    }

    #[test]
    fn types_are_judged_with_their_charset() {
        case("index.html", &[], &[]);
        let wrong = "1 file served as `text/plain` and not as `text/html; charset=utf-8`, such as `index.html`";
        case("index.html", &[("content-type", "text/plain")], &[wrong]);
        let none = "1 file served as nothing and not as `text/html; charset=utf-8`, such as `index.html`";
        case("index.html", &[("content-type", "")], &[none]);
        let latin =
            "1 file served as `text/csv; charset=iso-8859-1` and not as `text/csv; charset=utf-8`, such as `a.csv`";
        case("a.csv", &[("content-type", "text/csv; charset=iso-8859-1")], &[latin]);
        case("a.csv", &[("content-type", "text/csv;charset=\"UTF-8\"")], &[]);
        case("a.js", &[("content-type", "application/javascript; charset=utf-8")], &[]);
        case("a.json", &[("content-type", "application/json")], &[]);
        case("feed.xml", &[("content-type", "application/atom+xml")], &[]);
        case("a.unknown", &[("content-type", "")], &[]);
    }

    #[test]
    fn headers_that_protect_readers_are_judged() {
        let sniff = "1 file served without `X-Content-Type-Options: nosniff`, such as `index.html`";
        case("index.html", &[("x-content-type-options", "")], &[sniff]);
        let weak = "1 file served without `Content-Security-Policy: default-src 'none'; …`, such as `index.html`: it is \
                    `default-src *`";
        case("index.html", &[("content-security-policy", "default-src *")], &[weak]);
        let referrer = "1 file served without `Referrer-Policy: no-referrer`, such as `index.html`: it is `unsafe-url`";
        case("index.html", &[("referrer-policy", "unsafe-url")], &[referrer]);
        assert!(is_strict(POLICY) && is_strict(&POLICY.replace("script-src 'self'", "script-src 'none'")));
        assert!(!is_strict(&POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")));
        assert!(!is_strict(&POLICY.replace("script-src 'self';", "")));
    }

    #[test]
    fn pages_for_other_sites_may_stand_in_their_frames() {
        let embedded = "embed/2018/groups/so/index.html";
        let open = POLICY.replace("frame-ancestors 'self'", "frame-ancestors *");
        let policy = |value: &'static str| ("content-security-policy", value);
        let closed = "1 file served without `Content-Security-Policy: …; frame-ancestors *`, such as \
                      `embed/2018/groups/so/index.html`: it is `";
        case(embedded, &[], &[&format!("{closed}frame-ancestors 'self'`")]);
        case(embedded, &[("content-security-policy", &open)], &[]);
        // A second policy closes what the first one opens, in a header of its own or behind a comma.
        let none = format!("{closed}frame-ancestors 'none'`");
        case(embedded, &[("content-security-policy", &open), policy("frame-ancestors 'none'")], &[&none]);
        case(embedded, &[("content-security-policy", &format!("{open}, frame-ancestors 'none'"))], &[&none]);
        // The older header counts only where no policy speaks of frames.
        let older = ("x-frame-options", "DENY");
        case(embedded, &[("content-security-policy", &open), older], &[]);
        let silent = open.replace("; frame-ancestors *", "");
        case(embedded, &[("content-security-policy", &silent)], &[]);
        case(embedded, &[("content-security-policy", &silent), older], &[&format!("{closed}X-Frame-Options: DENY`")]);
        case("2018/index.html", &[older], &[]);
    }

    #[test]
    fn a_second_policy_takes_nothing_from_a_strict_one() {
        case("index.html", &[("content-security-policy", "default-src *"), ("content-security-policy", POLICY)], &[]);
        let weak = "1 file served without `Content-Security-Policy: default-src 'none'; …`, such as `index.html`: it is \
                    `default-src *, img-src *`";
        case(
            "index.html",
            &[("content-security-policy", "default-src *"), ("content-security-policy", "img-src *")],
            &[weak],
        );
    }

    #[test]
    fn data_may_be_read_by_other_sites() {
        let json = ("content-type", "application/json");
        let path = "2018/data/scores.json";
        let closed = "1 file served without `Access-Control-Allow-Origin: *`, such as `2018/data/scores.json`";
        case(path, &[json], &[closed]);
        case(path, &[json, ("access-control-allow-origin", "*")], &[]);
        let one = format!("{closed}: it is `https://example.org`");
        case(path, &[json, ("access-control-allow-origin", "https://example.org")], &[&one]);
        case("2018/index.html", &[], &[]);
    }

    #[test]
    fn files_are_kept_by_whether_their_name_tells_their_bytes() {
        let asset = "assets/style.9bac835a59.css";
        let css = ("content-type", "text/css; charset=utf-8");
        case(asset, &[css, ("cache-control", "public, max-age=31536000, immutable")], &[]);
        let short = "1 file served with `max-age=600` and not with `Cache-Control: public, max-age=31536000, immutable`, \
                     such as `assets/style.9bac835a59.css`";
        case(asset, &[css, ("cache-control", "max-age=600")], &[short]);
        let none = short.replace("`max-age=600`", "no `Cache-Control`");
        case(asset, &[css], &[&none]);
        let long = "1 file served with `max-age=604800` and not with `Cache-Control: no-cache`, such as `index.html`";
        case("index.html", &[("cache-control", "max-age=604800")], &[long]);
        case("index.html", &[("cache-control", "no-cache")], &[]);
        case("index.html", &[("cache-control", "max-age=600")], &[]);
    }
}
