//! Lists of what breaks a rule today: each can get shorter, and never longer.

use std::collections::{BTreeMap, BTreeSet};

/// What breaks a rule today, as a file beside this one lists it.
pub(crate) struct Known {
    /// The name of the file.
    pub(crate) file: &'static str,
    /// An entry a line. A line `[name]` begins a part, a line `# …` explains.
    pub(crate) text: &'static str,
    /// How many entries there are: it is lowered with each that goes, and never raised.
    pub(crate) cap: usize,
}

impl Known {
    /// The entries, each with the part that it stands in.
    pub(crate) fn entries(&self) -> Vec<(&'static str, &'static str)> {
        let mut part = "";
        let mut entries = Vec::new();
        for line in self.text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => part = name,
                None => entries.push((part, line)),
            }
        }
        entries
    }

    /// What is not on the list, with what to do instead; what no longer belongs on it; and a list that is not its cap.
    pub(crate) fn differences(&self, today: &BTreeSet<String>, instead: &str) -> Vec<String> {
        let entries = self.entries();
        let listed: BTreeSet<&str> = entries.iter().map(|(_, entry)| *entry).collect();
        let file = self.file;
        let new = today.iter().filter(|entry| !listed.contains(entry.as_str()));
        let mut broken: Vec<String> = new.map(|entry| format!("{entry}: {instead}")).collect();
        let gone = listed.iter().filter(|entry| !today.contains(**entry));
        broken.extend(gone.map(|entry| format!("{entry}: is mended, take it off the list {file} and lower its cap")));
        if listed.len() != entries.len() {
            broken.push(format!("{file}: an entry stands twice"));
        }
        if entries.len() != self.cap {
            broken.push(format!("{file}: {} entries, and a cap of {}", entries.len(), self.cap));
        }
        broken
    }
}

/// Entries that stand once each: of two alike the second is numbered.
pub(crate) fn numbered(entries: Vec<String>) -> BTreeSet<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut number = |entry: String| {
        let n = seen.entry(entry.clone()).or_default();
        *n += 1;
        if *n == 1 { entry } else { format!("{entry} ({n})") }
    };
    entries.into_iter().map(&mut number).collect()
}

#[test]
fn a_list_can_only_get_shorter() {
    let list = |text, cap| Known { file: "x.txt", text, cap };
    let differences = |text, cap, today: &[&str]| {
        let today = today.iter().map(|entry| (*entry).to_owned()).collect();
        list(text, cap).differences(&today, "write it otherwise")
    };
    assert_eq!(differences("# why\n[one]\na\n\n[two]\nb\n", 2, &["a", "b"]), Vec::<String>::new());
    assert_eq!(list("[one]\na\n[two]\nb\n", 2).entries(), [("one", "a"), ("two", "b")]);
    crate::refused(differences("a\n", 1, &["a", "b"]), "b: write it otherwise");
    crate::refused(differences("a\nb\n", 2, &["a"]), "b: is mended, take it off the list x.txt");
    crate::refused(differences("a\nb\n", 1, &["a", "b"]), "2 entries, and a cap of 1");
    crate::refused(differences("a\n", 2, &["a"]), "1 entries, and a cap of 2");
    crate::refused(differences("a\na\n", 2, &["a"]), "an entry stands twice");
    let entries = ["a", "b", "a"].map(str::to_owned).to_vec();
    assert_eq!(numbered(entries), ["a", "a (2)", "b"].map(str::to_owned).into());
}
