//! `checksums.txt`: the SHA-256 of every file, as `sha256sum -c` reads it: one for each folder of data, one for the site.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::routes::{CHECKSUMS, data_file, data_path};
use crate::writers::files::file::{FileOffer, FileSource, Prominence, SiteFile};
use crate::writers::tables::DataOf;
use crate::writers::written::{FileRecord, WrittenData};

/// The checksums of each folder of data.
pub(crate) fn files<'a>(source: &'a FileSource<'a, '_>) -> Vec<SiteFile<'a>> {
    source.folders().into_iter().map(|of| file(source, of)).collect()
}

fn file<'a>(source: &'a FileSource<'a, '_>, of: DataOf) -> SiteFile<'a> {
    let folder = of.folder(source.series());
    let within = data_path(folder);
    let offer = FileOffer {
        of,
        format: "TXT",
        phrase: "file.checksums",
        name: String::new(),
        prominence: Prominence::Description,
        // What changed since the edition before is among the files of an edition, where there is one before.
        of_editions: matches!(of, DataOf::Edition(_)),
    };
    let write = move |known: &WrittenData| {
        let files = known.files.range(within.clone()..).take_while(|(path, _)| path.starts_with(&within));
        // Earlier versions have a list of their own.
        let own = files.filter_map(|(path, written)| Some((path.strip_prefix(&within)?, written)));
        let own = own.filter(|(path, _)| of == DataOf::Series || !is_of_version(path));
        Ok(list(own).into_bytes())
    };
    SiteFile { path: data_file(folder, "checksums", "txt"), offer: Some(offer), write: Box::new(write) }
}

/// Whether a path within the folder of an edition leads into that of an earlier version: `v1/scores.csv`.
fn is_of_version(path: &str) -> bool {
    let number = path.strip_prefix('v').and_then(|rest| rest.split_once('/'));
    number.is_some_and(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The checksums of the whole site; it cannot hold its own.
pub(crate) fn of_site(files: &BTreeMap<String, FileRecord>) -> (&'static str, String) {
    (CHECKSUMS, list(files.iter().map(|(path, written)| (path.as_str(), written))))
}

/// A line for each file whose bytes are known (GNU coreutils, `sha256sum` output mode).
fn list<'a>(files: impl Iterator<Item = (&'a str, &'a FileRecord)>) -> String {
    let mut text = String::new();
    for (path, written) in files {
        if let Some(hash) = written.hex() {
            let _ = writeln!(text, "{hash}  {path}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use sha2::{Digest, Sha256};

    use super::{is_of_version, of_site};
    use crate::writers::written::FileRecord;

    #[test]
    fn a_line_is_what_sha256sum_reads() {
        let written = FileRecord { len: 3, sha256: Some(Sha256::digest(b"abc").into()) };
        let files = BTreeMap::from([("2018/data/a b.csv".to_owned(), written)]);
        // The example of FIPS 180-4 for the three letters.
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  2018/data/a b.csv\n";
        assert_eq!(of_site(&files).1, expected);
    }

    #[test]
    fn versions_are_told_from_tables() {
        let found = ["v1/scores.csv", "v12/scores.csv", "v/scores.csv", "vx/a", "v1.csv"].map(is_of_version);
        assert_eq!(found, [true, true, true, false, false]);
    }
}
