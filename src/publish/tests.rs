//! The exchange on file systems that lack something, and against what others do meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use tempfile::TempDir;

use super::manifest::{MANIFEST, Manifest, ManifestEntry};
use super::spool::{HELD, NEW};
use super::swap::{self, SitePaths};
use super::{Published, Refused, SitePublisher, Word, foreign, write};
use crate::{Sink, Written};

/// A live site and the one that shall take its place, beside each other.
struct Two {
    folder: TempDir,
    places: SitePaths,
    live: Manifest,
    new: Manifest,
}

/// Lays files, each with a text, into a folder.
fn lay(folder: &Path, files: &[(&str, &str)]) -> Manifest {
    let mut manifest = Manifest::default();
    for (path, text) in files {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
        let hash = xxhash_rust::xxh3::xxh3_128(text.as_bytes());
        manifest.insert(
            (*path).to_owned(),
            ManifestEntry { hash, len: text.len() as u64, modified: None, is_of_before: false },
        );
    }
    manifest
}

fn two() -> Two {
    let folder = tempfile::tempdir().unwrap();
    let places = SitePaths { output: folder.path().join("output"), beside: folder.path().join("beside") };
    let live = lay(&places.output, &[("a", "old"), ("b/c", "old"), ("d", "same")]);
    let new = lay(&places.twin(), &[("a", "new"), ("d", "same"), ("e/f", "new")]);
    fs::write(places.output.join(MANIFEST), live.to_text()).unwrap();
    fs::write(places.twin().join(MANIFEST), new.to_text()).unwrap();
    lay(&places.output, &[(".git/config", "mine"), (".htaccess", "mine"), ("b/Thumbs.db", "mine")]);
    Two { folder, places, live, new }
}

/// Path and text of all files of a folder but the manifest.
fn texts(folder: &Path) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for path in foreign::find(folder, &Manifest::default()).unwrap() {
        let (name, path) = (path.to_str().unwrap().to_owned(), folder.join(&path));
        if path.is_dir() {
            texts.extend(texts_below(&name, &path));
        } else {
            texts.insert(name, fs::read_to_string(path).unwrap());
        }
    }
    texts
}

fn texts_below(name: &str, folder: &Path) -> BTreeMap<String, String> {
    texts(folder).into_iter().map(|(path, text)| (format!("{name}/{path}"), text)).collect()
}

fn expected(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

const MINE: [(&str, &str); 3] = [(".git/config", "mine"), (".htaccess", "mine"), ("b/Thumbs.db", "mine")];

/// The new site with what others laid into the old one is there, and nothing else.
#[track_caller]
fn is_new(two: &Two) {
    let site = [("a", "new"), ("d", "same"), ("e/f", "new")];
    assert_eq!(texts(&two.places.output), expected(&[&site[..], &MINE].concat()));
    assert_eq!(fs::read_to_string(two.places.output.join(MANIFEST)).unwrap(), two.new.to_text());
    assert!(two.folder.path().join("beside").read_dir().unwrap().all(|entry| entry.unwrap().file_name() == "twin"));
}

#[test]
fn folders_are_exchanged_and_what_is_not_ours_comes_over() {
    let two = two();
    assert_eq!(swap::exchange(&two.places, &two.live, &two.new).unwrap(), []);
    is_new(&two);
    assert_eq!(texts(&two.places.twin()), expected(&[("a", "old"), ("b/c", "old"), ("d", "same")]));
}

#[test]
fn two_renames_do_where_there_is_no_exchange() {
    let two = two();
    assert_eq!(swap::in_two_steps(&two.places).unwrap(), Some(Word::TwoSteps));
    swap::carried(&two.places, &two.live, &BTreeSet::new()).unwrap();
    is_new(&two);
}

#[test]
fn files_are_replaced_one_by_one_where_folders_stay() {
    let two = two();
    swap::file_by_file(&two.places, &two.live, &two.new, &BTreeSet::new()).unwrap();
    swap::recover(&two.places).unwrap();
    is_new(&two);
    assert!(!two.places.twin().exists());
}

#[test]
fn what_was_replaced_in_part_is_all_known_to_the_next_build() {
    let two = two();
    let (output, twin) = (&two.places.output, two.places.twin());
    // As it lies after a kill in the middle.
    fs::write(two.places.beside.join("exchanging"), swap::OF_FILES).unwrap();
    fs::write(output.join(MANIFEST), two.live.and(&two.new).to_text()).unwrap();
    fs::create_dir(output.join("e")).unwrap();
    fs::rename(twin.join("e/f"), output.join("e/f")).unwrap();
    swap::recover(&two.places).unwrap();
    assert!(!twin.exists());
    let known = Manifest::read(&output.join(MANIFEST), &two.places.beside);
    foreign::check(output, &known).unwrap();
    let site = [("a", "old"), ("b/c", "old"), ("d", "same"), ("e/f", "new")];
    assert_eq!(texts(output), expected(&[&site[..], &MINE].concat()));
}

#[test]
fn a_file_that_was_laid_where_the_new_site_has_one_turns_everything_back() {
    let two = two();
    lay(&two.places.output, &[("e/f", "laid"), ("b/letter", "laid")]);
    let before = texts(&two.places.output);
    let refused = swap::exchange(&two.places, &two.live, &two.new).unwrap_err();
    assert!(matches!(&refused, Refused::Taken(path) if path.ends_with("e/f")), "{refused:?}");
    assert_eq!(texts(&two.places.output), before);
    assert!(!two.places.beside.join("exchanging").exists());
}

#[test]
fn a_file_that_was_laid_elsewhere_is_put_back() {
    let two = two();
    lay(&two.places.output, &[("b/letter", "laid"), ("x/y/letter", "laid")]);
    swap::exchange(&two.places, &two.live, &two.new).unwrap();
    let after = texts(&two.places.output);
    assert_eq!((after["b/letter"].as_str(), after["x/y/letter"].as_str()), ("laid", "laid"));
}

#[test]
fn a_file_of_any_size_is_copied_in_pieces() {
    /// Gives so many bytes, and notes how many it was asked for at once.
    struct Film(usize, usize);
    impl Read for Film {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.1 = self.1.max(buffer.len());
            let n = buffer.len().min(self.0);
            self.0 -= n;
            buffer[..n].fill(7);
            Ok(n)
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let (size, path) = (5_000_000, folder.path().join("film"));
    let mut film = Film(size, 0);
    let written = write::new_file_of(&path, &mut film, |_| {}).unwrap();
    assert!(film.1 <= 128 << 10, "{} bytes at once", film.1);
    let bytes = vec![7; size];
    assert_eq!(written, (xxhash_rust::xxh3::xxh3_128(&bytes), size as u64));
    assert_eq!(write::digest_of(&path).unwrap(), written);
    assert!(fs::read(path).unwrap() == bytes);
}

#[test]
fn a_manifest_says_which_assets_are_of_the_site_before() {
    let entry = |is_of_before| ManifestEntry { hash: 7, len: 3, modified: None, is_of_before };
    let mut manifest = Manifest::default();
    manifest.insert("assets/a b.0123456789.css".to_owned(), entry(true));
    manifest.insert("before x".to_owned(), entry(false));
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(MANIFEST), manifest.to_text()).unwrap();
    let read = Manifest::read(&folder.path().join(MANIFEST), folder.path());
    assert_eq!(read.entries().collect::<Vec<_>>(), manifest.entries().collect::<Vec<_>>());
    assert!(manifest.to_text().contains("\nbefore 00000000000000000000000000000007 3 assets/a b.0123456789.css\n"));
}

/// Publishes a site of two files, one of which comes in pieces, and tells what was answered of that.
fn publish(output: &Path, pieces: &[Vec<u8>]) -> (Written, Published) {
    let publisher = SitePublisher::open(output, &[]).unwrap();
    publisher.put("index.html", b"x").unwrap();
    let mut file = publisher.stream("data/a.csv").unwrap();
    pieces.iter().for_each(|piece| file.write_all(piece).unwrap());
    let written = file.end().unwrap();
    (written, publisher.finish().unwrap())
}

/// The names in a folder that wait there.
fn waiting(beside: &Path) -> usize {
    let names = fs::read_dir(beside).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter(|name| name.to_string_lossy().starts_with(NEW)).count()
}

#[track_caller]
fn case_of_pieces(before: &[Vec<u8>], pieces: &[Vec<u8>]) {
    let folder = tempfile::tempdir().unwrap();
    let (output, beside) = (folder.path().join("output"), folder.path().join(".output.scorebook"));
    publish(&output, before);
    for expected in [1, 0] {
        let (written, published) = publish(&output, pieces);
        assert_eq!(written, Written::of(&pieces.concat()));
        assert_eq!(published.written, expected);
        assert_eq!(fs::read(output.join("data/a.csv")).unwrap(), pieces.concat());
        assert_eq!(waiting(&beside), 0);
    }
    // What a killed build left.
    fs::write(beside.join(format!("{NEW}1")), "x").unwrap();
    assert_eq!(publish(&output, pieces).1.written, 0);
    assert_eq!(waiting(&beside), 0);
}

#[test]
fn a_file_in_pieces_is_written_where_it_differs() {
    let (small, large) = (vec![b"a".to_vec(), b"b".to_vec()], vec![vec![b'x'; HELD - 1], vec![b'y'; 9], vec![b'z'; 7]]);
    case_of_pieces(&[b"old".to_vec()], &small);
    case_of_pieces(&small, &large);
    case_of_pieces(&large, &small);
    case_of_pieces(&large, &[large.clone(), small].concat());
    case_of_pieces(&[b"old".to_vec()], &[]);
}

#[test]
fn a_file_without_an_end_is_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let publisher = SitePublisher::open(&folder.path().join("output"), &[]).unwrap();
    let mut file = publisher.stream("a.csv").unwrap();
    file.write_all(&vec![b'x'; HELD + 1]).unwrap();
    let beside = folder.path().join(".output.scorebook");
    assert_eq!(waiting(&beside), 1);
    drop(file);
    assert_eq!(waiting(&beside), 0);
}
