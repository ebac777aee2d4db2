//! The list `checksums.txt` of a published site: what it names, and what of it cannot be trusted.

use std::collections::BTreeMap;

use crate::diagnostics::codes::published;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Place;

/// The path of the list in a site.
pub(crate) const LIST: &str = "checksums.txt";

/// How many lines that cannot be read are told.
const TOLD_MAX: usize = 100;

/// The longest path that is believed.
const PATH_MAX: usize = 4096;

/// What a site says it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Checksums {
    /// The SHA-256 of each file by its path.
    pub(crate) files: BTreeMap<String, [u8; 32]>,
}

impl Checksums {
    /// Whether a path is that of a file, or of a folder with files in it.
    #[must_use]
    pub(crate) fn names(&self, path: &str) -> bool {
        let folder = format!("{path}/");
        let below = || self.files.range(folder.clone()..).next().is_some_and(|(file, _)| file.starts_with(&folder));
        self.files.contains_key(path) || below()
    }
}

/// Reads a list; its lines stand in the file of that number. A line that cannot be read is told and passed over.
#[must_use]
pub(crate) fn read(text: &str, file: u32, faults: &mut Faults) -> Checksums {
    let mut list = Checksums::default();
    let (mut start, mut told, mut of_windows) = (0, 0, false);
    for line in text.split_inclusive('\n') {
        let bare = line.strip_suffix('\n').unwrap_or(line);
        let unix = bare.strip_suffix('\r').unwrap_or(bare);
        let mut entry = entry(unix).and_then(|(path, hash)| match list.files.insert(path.to_owned(), hash) {
            Some(_) => Err(["it names a file a second time", "tệp này đã được nêu ở trên"]),
            None => Ok(()),
        });
        // Whoever turned one line into one of Windows turned all of them: it is told once, and the list is still of use.
        if unix != bare && !of_windows {
            (of_windows, entry) = (true, Err(OF_WINDOWS));
        }
        if let Err([why, why_vi]) = entry
            && told < TOLD_MAX
        {
            told += 1;
            let at = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let place = Place { file, start: at(start), end: at(start + bare.len()) };
            faults
                .push(Diagnostic::new(&published::CHECKSUMS_MALFORMED, place).with("why", why).with("why_vi", why_vi));
        }
        start += line.len();
    }
    if list.files.is_empty() && told == 0 {
        let (why, why_vi) = ("it names no file", "không nêu tệp nào");
        let fault = Diagnostic::new(&published::CHECKSUMS_MALFORMED, Place { file, start: 0, end: 0 });
        faults.push(fault.with("why", why).with("why_vi", why_vi));
    }
    list
}

/// The path and hash of a line of `sha256sum`; else why it is none, in English and Vietnamese.
fn entry(line: &str) -> Result<(&str, [u8; 32]), [&'static str; 2]> {
    let (hash, rest) = line.split_at_checked(64).ok_or(NO_HASH)?;
    let hash = hash_of(hash).ok_or(NO_HASH)?;
    let path = rest.strip_prefix("  ").or_else(|| rest.strip_prefix(" *")).ok_or(NO_HASH)?;
    if path.len() > PATH_MAX {
        return Err(["its path is longer than any file can have", "đường dẫn dài quá mức"]);
    }
    let is_part = |part: &str| !part.is_empty() && part != "." && part != "..";
    if !path.split('/').all(is_part) || path.contains('\\') || path.chars().any(char::is_control) {
        return Err(["its path does not stay in the site", "đường dẫn đi ra ngoài trang web"]);
    }
    if path == LIST {
        return Err(["it names the list itself", "dòng nêu chính danh sách này"]);
    }
    Ok((path, hash))
}

const OF_WINDOWS: [&str; 2] =
    ["its lines end as those of Windows do (CR LF)", "các dòng kết thúc theo kiểu Windows (CR LF)"];

const NO_HASH: [&str; 2] = [
    "it is not a SHA-256, two spaces and a path, as `sha256sum` writes them",
    "không phải SHA-256, hai dấu cách và đường dẫn như `sha256sum` ghi",
];

fn hash_of(text: &str) -> Option<[u8; 32]> {
    let mut hash = [0; 32];
    let digits = text.bytes().map(|byte| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()));
    for (at, digit) in digits.enumerate() {
        hash[at / 2] = hash[at / 2] << 4 | digit?;
    }
    Some(hash)
}

#[cfg(test)]
mod tests {
    use super::{Checksums, LIST, read};
    use crate::diagnostics::{CliLanguage, Faults};

    const HASH: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /// The paths of a list, and the lines and reasons of its faults.
    fn case(text: &str) -> (Vec<String>, Vec<String>) {
        let mut faults = Faults::default();
        let Checksums { files } = read(&text.replace("HASH", HASH), 0, &mut faults);
        let why = |fault: &crate::diagnostics::Diagnostic| fault.sentences(CliLanguage::English)[0].clone();
        (files.into_keys().collect(), faults.as_slice().iter().map(why).collect())
    }

    #[track_caller]
    fn refused(line: &str, why: &str) {
        let (paths, told) = case(&format!("HASH  a.html\n{line}\n"));
        assert_eq!(paths, ["a.html"]);
        assert_eq!(told, [format!("checksums.txt cannot be trusted: {why}")]);
    }

    #[test]
    fn lines_of_sha256sum_are_read() {
        let (paths, told) = case("HASH  index.html\nHASH *2018/data/a b.csv\nHASH  static/Quyết định.pdf");
        assert_eq!(paths, ["2018/data/a b.csv", "index.html", "static/Quyết định.pdf"]);
        assert_eq!(told, Vec::<String>::new());
    }

    #[test]
    fn a_line_that_leads_out_or_is_no_line_is_told_and_passed_over() {
        let out = "its path does not stay in the site";
        for path in ["../x", "/etc/passwd", "a/../../x", "a//b", "./a", "a\\b", "a\u{0}b"] {
            refused(&format!("HASH  {path}"), out);
        }
        let none = "it is not a SHA-256, two spaces and a path, as `sha256sum` writes them";
        for line in ["", "x", "HASH", "HASH b.html", &format!("{}z  b.html", &HASH[1..]), "é", &"x".repeat(1 << 20)] {
            refused(line, none);
        }
        refused("HASH  a.html", "it names a file a second time");
        refused(&format!("HASH  {LIST}"), "it names the list itself");
        refused(&format!("HASH  {}", "x".repeat(5000)), "its path is longer than any file can have");
    }

    #[test]
    fn a_list_that_was_turned_into_one_of_windows_is_told_once_and_read() {
        let (paths, told) = case("HASH  a.html\r\nHASH  b.html\r\n");
        assert_eq!(paths, ["a.html", "b.html"]);
        assert_eq!(told, ["checksums.txt cannot be trusted: its lines end as those of Windows do (CR LF)"]);
    }

    #[test]
    fn an_empty_list_is_none() {
        assert_eq!(case("").1, ["checksums.txt cannot be trusted: it names no file"]);
    }

    #[test]
    fn folders_are_named_by_their_files() {
        let mut faults = Faults::default();
        let list = read(&format!("{HASH}  .well-known/security.txt\n"), 0, &mut faults);
        let named = [".well-known", ".well-known/security.txt", ".well", "security.txt"].map(|path| list.names(path));
        assert_eq!(named, [true, true, false, false]);
    }
}
