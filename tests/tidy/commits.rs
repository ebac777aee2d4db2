//! Commits: one that changes words of the theme brings the pages that say them.
//!
//! The suite of a commit alone shows that, but who joins several commits runs it once. So the history is asked: for each
//! commit since the one that brought this file, what it took away from the phrases and templates must not stand any more
//! in what `tests/expected` kept at that commit.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::common::repository;
use crate::{holds, refused};

/// The file whose commit is the last that is not looked at.
const FIRST: &str = "tests/tidy/commits.rs";
/// How many commits are looked at, from the newest.
const COMMITS_MAX: &str = "--max-count=300";
/// What holds words of the theme.
const LANGUAGES: &str = "themes/default/languages";
const TEMPLATES: &str = "themes/default/templates";
/// What keeps the pages of a site, and the words of its editors.
const EXPECTED: &str = "tests/expected/small*";
const EDITORS: &str = "tests/data/small.txt";
/// Commits that were looked at and are right, or cannot be mended any more: how their hashes begin, and why.
const EXCUSED: [(&str, &str); 0] = [];
/// How many letters a piece of a phrase needs to tell where it comes from.
const TELLING_MIN: usize = 12;

/// A repository that answers questions.
struct Git<'p> {
    folder: &'p Path,
}

impl Git<'_> {
    /// What git says, without a word where it cannot.
    fn ask(&self, arguments: &[&str], input: &str) -> Option<Vec<u8>> {
        let mut command = Command::new("git");
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
            command.env_remove(name);
        }
        command.arg("-C").arg(self.folder).args(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut running = command.spawn().ok()?;
        let mut stdin = running.stdin.take()?;
        let input = input.to_owned();
        let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
        let output = running.wait_with_output().ok()?;
        writer.join().ok()?.ok()?;
        // git grep ends with 1 where it finds nothing.
        output.status.code().filter(|code| *code <= 1).map(|_| output.stdout)
    }

    fn lines(&self, arguments: &[&str]) -> Option<Vec<String>> {
        let answer = String::from_utf8(self.ask(arguments, "")?).ok()?;
        Some(answer.lines().map(str::to_owned).collect())
    }

    /// Files at commits, each as `COMMIT:PATH`; those that are not there are left out.
    fn files(&self, names: &BTreeSet<String>) -> Option<BTreeMap<String, String>> {
        let asked: String = names.iter().map(|name| format!("{name}\n")).collect();
        let answer = self.ask(&["cat-file", "--batch=%(objectname) %(objecttype) %(objectsize)"], &asked)?;
        let mut files = BTreeMap::new();
        let mut rest = answer.as_slice();
        for name in names {
            let end = rest.iter().position(|byte| *byte == b'\n')?;
            let head = String::from_utf8_lossy(&rest[..end]).into_owned();
            rest = &rest[end + 1..];
            let Some(size) = head.split(' ').nth(2).and_then(|size| size.parse::<usize>().ok()) else { continue };
            files.insert(name.clone(), String::from_utf8_lossy(rest.get(..size)?).into_owned());
            rest = rest.get(size + 1..)?;
        }
        Some(files)
    }
}

/// A commit that touched words of the theme.
struct Commit {
    hash: String,
    parent: String,
    subject: String,
    /// The files of the theme that it touched.
    paths: Vec<String>,
}

impl Commit {
    fn now(&self, path: &str) -> String {
        format!("{}:{path}", self.hash)
    }

    fn before(&self, path: &str) -> String {
        format!("{}:{path}", self.parent)
    }

    /// The files in which words may have found a new place: all of the same kind.
    fn kin<'p>(&self, path: &str, all: &'p BTreeSet<String>) -> Vec<&'p String> {
        let same =
            |other: &&String| if path.starts_with(LANGUAGES) { *other == path } else { other.starts_with(TEMPLATES) };
        all.iter().filter(same).collect()
    }
}

/// Commits whose kept pages say words that they took away; or why there is no history to ask.
fn stale(git: &Git<'_>) -> Result<Vec<String>, &'static str> {
    let commits = commits(git)?;
    let unreadable = "git does not show the files of a commit";
    let all: BTreeSet<String> = commits.iter().flat_map(|commit| commit.paths.clone()).collect();
    let mut names = BTreeSet::new();
    for commit in &commits {
        names.insert(commit.now(EDITORS));
        for path in &commit.paths {
            names.insert(commit.before(path));
            names.extend(commit.kin(path, &all).into_iter().map(|path| commit.now(path)));
        }
    }
    let files = git.files(&names).ok_or(unreadable)?;
    let gone: Vec<(&Commit, Gone)> = commits.iter().map(|commit| (commit, gone(commit, &all, &files))).collect();
    let gone: Vec<(&Commit, Gone)> = gone.into_iter().filter(|(_, gone)| !gone.is_empty()).collect();
    if gone.is_empty() { Ok(Vec::new()) } else { still_said(git, &gone).ok_or(unreadable) }
}

/// The commits since the first one that touched words of the theme, the newest first.
fn commits(git: &Git<'_>) -> Result<Vec<Commit>, &'static str> {
    let about = git.lines(&["rev-parse", "--show-toplevel", "--is-shallow-repository"]).unwrap_or_default();
    let [top, shallow] = about.as_slice() else { return Err("there is no git, or no repository") };
    if Path::new(top).canonicalize().ok() != git.folder.canonicalize().ok() {
        return Err("the repository is that of another project");
    }
    if shallow == "true" {
        return Err("the history is cut off");
    }
    let first = git.lines(&["log", "--diff-filter=A", "--format=%H", "HEAD", "--", FIRST]).unwrap_or_default();
    let Some(first) = first.last() else { return Err("no commit has brought this test yet") };
    let range = format!("{first}..HEAD");
    let log =
        ["log", "--no-merges", COMMITS_MAX, "--format=//%H %P %s", "--name-only", &range, "--", LANGUAGES, TEMPLATES];
    let lines = git.lines(&log).ok_or("git tells no history")?;
    let mut commits = Vec::new();
    for line in lines.iter().filter(|line| !line.is_empty()) {
        match (line.strip_prefix("//"), commits.last_mut()) {
            (Some(head), _) => commits.extend(commit(head)),
            (None, Some(Commit { paths, .. })) => paths.push(line.clone()),
            (None, None) => {}
        }
    }
    Ok(commits)
}

fn commit(head: &str) -> Option<Commit> {
    let mut words = head.splitn(3, ' ').map(str::to_owned);
    Some(Commit { hash: words.next()?, parent: words.next()?, subject: words.next()?, paths: Vec::new() })
}

/// The pieces that a commit took away, each with the phrase or template that had it.
type Gone = BTreeMap<String, String>;

fn gone(commit: &Commit, all: &BTreeSet<String>, files: &BTreeMap<String, String>) -> Gone {
    let mut gone = BTreeMap::new();
    for path in &commit.paths {
        let now = text(files, &commit.now(path));
        let mut there: Vec<&str> = commit.kin(path, all).iter().map(|path| text(files, &commit.now(path))).collect();
        there.push(text(files, &commit.now(EDITORS)));
        let new = phrases(path, now);
        for (key, old) in phrases(path, text(files, &commit.before(path))) {
            if new.get(&key) == Some(&old) {
                continue;
            }
            for piece in old.iter().flat_map(|text| literals(text)).filter(|piece| is_telling(piece)) {
                let mut new = new.get(&key).into_iter().flatten();
                if !there.iter().any(|text| text.contains(piece)) && !new.any(|text| is_filled(text, piece)) {
                    gone.insert(piece.to_owned(), format!("{path}: {key}"));
                }
            }
        }
    }
    gone
}

fn text<'f>(files: &'f BTreeMap<String, String>, name: &str) -> &'f str {
    files.get(name).map(String::as_str).unwrap_or_default()
}

/// The texts of a file of the theme by their keys; those of a template have one key for all.
fn phrases(path: &str, text: &str) -> BTreeMap<String, Vec<String>> {
    let mut phrases: BTreeMap<String, Vec<String>> = BTreeMap::new();
    if !path.starts_with(LANGUAGES) {
        phrases.insert("its text".to_owned(), outside_tags(text));
        return phrases;
    }
    for (key, value) in text.lines().filter_map(|line| line.trim().split_once(": ")) {
        let plurals =
            value.strip_prefix("{ ").map(|value| value.split('"').skip(1).step_by(2).map(str::to_owned).collect());
        let texts = plurals.unwrap_or_else(|| vec![value.trim_matches('"').to_owned()]);
        phrases.insert(key.to_owned(), texts);
    }
    phrases
}

/// The texts of a template outside its tags and without what it fills in.
fn outside_tags(template: &str) -> Vec<String> {
    let mut literal = String::new();
    for (i, piece) in template.split('{').enumerate() {
        let filled = if i == 0 { Some(("", piece)) } else { piece.rsplit_once('}') };
        literal.push_str(filled.map_or("", |(_, rest)| rest));
        literal.push('\u{1}');
    }
    let outside = literal.split('<').map(|piece| piece.rsplit('>').next().unwrap_or_default());
    outside.flat_map(|text| text.split('\u{1}')).map(str::to_owned).collect()
}

/// The literal pieces of a phrase, between its places.
fn literals(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split(['{', '}']).step_by(2).map(str::trim).filter(|piece| !piece.is_empty())
}

/// Whether a piece is long enough to tell where it comes from.
fn is_telling(piece: &str) -> bool {
    piece.chars().count() >= TELLING_MIN && piece.contains(' ')
}

/// Whether a phrase still says a piece when a place of it is filled with the rest: `{points} in total` says “points in
/// total”.
fn is_filled(phrase: &str, piece: &str) -> bool {
    let pieces: Vec<&str> = phrase.split(['{', '}']).step_by(2).map(str::trim).collect();
    let (first, last) = (0, pieces.len() - 1);
    pieces
        .iter()
        .enumerate()
        .filter(|(_, literal)| !literal.is_empty())
        .any(|(i, literal)| i > first && piece.ends_with(literal) || i < last && piece.starts_with(literal))
}

/// The files kept at commits that say a piece which the commit took away.
fn still_said(git: &Git<'_>, gone: &[(&Commit, Gone)]) -> Option<Vec<String>> {
    let asked: BTreeSet<&String> = gone.iter().flat_map(|(_, pieces)| pieces.keys()).collect();
    let asked: String = asked.into_iter().map(|piece| format!("{piece}\n")).collect();
    let mut arguments = vec!["grep", "--fixed-strings", "-I", "-f", "-"];
    arguments.extend(gone.iter().map(|(commit, _)| commit.hash.as_str()));
    arguments.extend(["--", EXPECTED]);
    let found = String::from_utf8_lossy(&git.ask(&arguments, &asked)?).into_owned();
    let by_hash: BTreeMap<&str, &(&Commit, Gone)> = gone.iter().map(|one| (one.0.hash.as_str(), one)).collect();
    let mut broken = BTreeSet::new();
    for line in found.lines() {
        let (hash, rest) = line.split_once(':')?;
        let (path, said) = rest.split_once(':')?;
        let (commit, pieces) = by_hash.get(hash)?;
        for (piece, phrase) in pieces.iter().filter(|(piece, _)| said.contains(piece.as_str())) {
            let excused = EXCUSED.iter().any(|(known, _)| hash.starts_with(known));
            if !excused {
                broken.insert(format!("{:.10} {}: {path} still says “{piece}” of {phrase}", hash, commit.subject));
            }
        }
    }
    Some(broken.into_iter().collect())
}

#[test]
#[expect(clippy::print_stderr, reason = "who runs the test sees that it looked at nothing")]
fn commits_that_change_words_bring_their_pages() {
    match stale(&Git { folder: repository() }) {
        Ok(broken) => holds(broken),
        Err(why) => eprintln!("commits are not looked at: {why}"),
    }
}

/// A repository made for a test.
struct Scratch {
    folder: tempfile::TempDir,
}

impl Scratch {
    fn new() -> Self {
        let scratch = Self { folder: tempfile::tempdir().expect("a folder") };
        scratch.git().ask(&["init", "--quiet"], "").expect("git makes a repository");
        scratch
    }

    fn git(&self) -> Git<'_> {
        Git { folder: self.folder.path() }
    }

    /// Commits files: a path, a line feed, the text.
    #[track_caller]
    fn commit(&self, subject: &str, files: &[(&str, &str)]) {
        for (path, text) in files {
            let path = self.folder.path().join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
            std::fs::write(path, text).expect("a file is written");
        }
        self.git().ask(&["add", "--all"], "").expect("git takes the files");
        let who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
        let commit = ["-c", "core.hooksPath=/dev/null", "commit", "--quiet", "--message", subject];
        self.git().ask(&[&who[..], &commit[..]].concat(), "").expect("git commits");
        assert_eq!(self.git().lines(&["log", "-1", "--format=%s"]), Some(vec![subject.to_owned()]));
    }
}

const VI: &str = "themes/default/languages/vi.yaml";
const PAGE: &str = "tests/expected/small/index.txt";

#[test]
fn the_text_of_a_template_stands_outside_its_tags() {
    let template =
        "<a href=\"{{ x }}\" title=\"mot hai ba\">Viết {% if y %}bằng <b>tay</b>{% endif %}{{<keys a={b} />}}.</a>";
    let texts = outside_tags(template).into_iter().filter(|text| !text.trim().is_empty());
    assert_eq!(texts.collect::<Vec<_>>(), ["Viết ", "bằng ", "tay", "."]);
}

#[test]
fn a_commit_that_leaves_old_words_on_the_pages_is_refused() {
    if (Git { folder: repository() }).lines(&["--version"]).is_none() {
        return;
    }
    let scratch = Scratch::new();
    let told = || stale(&scratch.git());
    let phrase = |words: &str| format!("phrases:\n  found: {{ one: \"1 việc\", other: \"{{n}} {words}\" }}\n  a: b\n");
    let template = "themes/default/templates/home.html";
    scratch
        .commit("old", &[(VI, &phrase("việc đã làm xong")), (PAGE, "3 việc đã làm xong\n"), (template, "<p>x</p>\n")]);
    scratch.commit("old and bad", &[(VI, &phrase("việc chưa ai làm"))]);
    assert_eq!(told(), Err("no commit has brought this test yet"));
    scratch.commit("first", &[(FIRST, "//! x\n"), (PAGE, "3 việc chưa ai làm\n")]);
    assert_eq!(told(), Ok(Vec::new()), "what is older is not looked at");

    scratch.commit("both", &[(VI, &phrase("việc còn phải làm")), (PAGE, "3 việc còn phải làm\n")]);
    let moved = phrase("việc còn phải làm").replace("found:", "other.found:");
    scratch.commit("another key", &[(VI, &moved)]);
    scratch.commit("no telling piece", &[(VI, &moved.replace("a: b", "a: c"))]);
    let said = "việc còn phải làm";
    scratch.commit("the editors say so too", &[(VI, &phrase("việc mới")), (EDITORS, said)]);
    scratch.commit("with a place", &[(VI, &phrase("việc gì {đó} mới")), (PAGE, "3 việc gì đó mới\n")]);
    scratch.commit("another place", &[(VI, &phrase("{gì} đó mới"))]);
    scratch.commit("both again", &[(VI, &phrase("đơn vị đã nộp hồ sơ")), (PAGE, "3 đơn vị đã nộp hồ sơ\n")]);
    assert_eq!(told(), Ok(Vec::new()));

    scratch.commit("forgotten", &[(VI, &phrase("đơn vị đã gửi hồ sơ"))]);
    scratch.commit("late", &[(PAGE, "3 đơn vị đã gửi hồ sơ\n<em>Viết bằng tay</em>\n")]);
    scratch.commit("template", &[(template, "<em>Viết bằng tay</em>\n")]);
    scratch.commit("template forgotten", &[(template, "<em>Viết bằng máy</em>\n")]);
    let broken = told().expect("a history");
    assert_eq!(broken.len(), 2, "{broken:?}");
    refused(broken.clone(), "forgotten: tests/expected/small/index.txt still says “đơn vị đã nộp hồ sơ” of");
    refused(broken.clone(), "themes/default/languages/vi.yaml: found");
    refused(broken, "template forgotten: tests/expected/small/index.txt still says “Viết bằng tay” of");
}
