//! sealed/YEAR.yaml: what an edition said when it was sealed; written by `scorebook seal`, never by hand.

use sha2::{Digest, Sha256};

use super::fields::Fields;
use super::numbers::number;
use super::texts::line;
use super::values::{check_id, date, list};
use super::written::SealFile;
use crate::diagnostics::codes::{files, sealed, shape};
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{FormerSeal, Place, Seal};
use crate::yaml::{Node, Yaml};

/// How many digits of a hash are shown to people.
pub(crate) const HASH_SHOWN: usize = 12;

/// The hash of a text, in hexadecimal digits.
#[must_use]
pub(crate) fn hash_of(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The file of a seal.
#[must_use]
pub(crate) fn seal_file(edition: &str, seal: &Seal) -> String {
    let mut out = format!(
        "# Written by `scorebook seal {edition}`, never by hand. `scorebook seal --verify` compares it with the edition.\n\
         format: 1\ndate: {}\nsha256: {}\n",
        seal.date, seal.hash
    );
    if !seal.before.is_empty() {
        out.push_str("before:\n");
    }
    for FormerSeal { date, hash, reason } in &seal.before {
        // A string of JSON is one of YAML.
        let reason = serde_json::Value::from(reason.as_str());
        out.push_str(&format!("  - {{ date: {date}, sha256: {hash}, reason: {reason} }}\n"));
    }
    out.push_str("text: |\n");
    seal.text.lines().for_each(|line| out.push_str(&format!("  {line}\n")));
    out
}

/// Reads sealed/YEAR.yaml.
pub(super) fn read(file: u32, source: &str, id: &str, faults: &mut Faults) -> Option<SealFile> {
    check_id(id, Place::whole(file), faults);
    let yaml = Yaml::parse(file, source, faults);
    let broken = yaml.is_broken();
    let Some(root) = yaml.root() else {
        if !broken {
            let fault = Diagnostic::new(&files::FILE_EMPTY, Place::whole(file));
            faults.push(fault.with("delete", "delete it").with("delete_vi", "xoá tệp"));
        }
        return None;
    };
    let mut m = Fields::of(root, "a seal", broken, faults)?;
    if let Some(format) = m.need("format")
        && number(format, false, faults).is_some_and(|n| n != rust_decimal::Decimal::ONE)
    {
        faults.push(Diagnostic::new(&shape::FORMAT_UNKNOWN, format.place()).with("text", format.source()));
    }
    let day = m.need("date").and_then(|n| date(n, faults));
    let hash = m.need("sha256");
    let text = m.need("text");
    let before = m.get("before").map(|n| list(n, faults)).unwrap_or_default();
    let before = before.into_iter().filter_map(|n| former(n, broken, faults)).collect();
    m.done(faults);
    let (date, hash, text) = (day?, hash?, text?);
    let is = hash_of(text.text());
    if hash.text() != is {
        faults.push(
            Diagnostic::new(&sealed::SEAL_MISMATCH, hash.place())
                .with("edition", id)
                .with("is", &is[..HASH_SHOWN])
                .with("path", format!("content/sealed/{id}.yaml")),
        );
        return None;
    }
    let lines = places(file, text);
    let seal = Seal { date, hash: is, text: text.text().to_owned(), lines, before, place: Place::whole(file) };
    Some(SealFile { id: id.to_owned(), seal })
}

fn former(node: Node<'_>, broken: bool, faults: &mut Faults) -> Option<FormerSeal> {
    let mut m = Fields::of(node, "a former seal", broken, faults)?;
    let date = m.need("date").and_then(|n| date(n, faults));
    let hash = m.need("sha256").map(|n| n.text().to_owned());
    let reason = m.need("reason").and_then(|n| line(n, faults));
    m.done(faults);
    Some(FormerSeal { date: date?, hash: hash?, reason: reason? })
}

/// Where each line of a text stands, if it is written line by line; otherwise where the whole text does.
fn places(file: u32, node: Node<'_>) -> Vec<Place> {
    let (n, whole) = (node.text().lines().count(), node.place());
    let mut at = whole.start;
    let mut places = Vec::with_capacity(n);
    for line in node.source().split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let length = |text: &str| u32::try_from(text.len()).unwrap_or(u32::MAX);
        let (start, end) = (at + length(&line[..indent]), at + length(line.trim_end_matches(['\n', '\r'])));
        places.push(Place { file, start: start.min(end), end });
        at += length(line);
    }
    if node.source().starts_with(['"', '\'']) || places.len() < n {
        return vec![whole; n];
    }
    places.truncate(n);
    places
}

#[cfg(test)]
mod tests {
    use super::{hash_of, read, seal_file};
    use crate::diagnostics::Faults;
    use crate::model::{Date, FormerSeal, Place, Seal};

    fn seal(text: &str) -> Seal {
        let before = FormerSeal {
            date: Date { year: 2018, month: 12, day: 1 },
            hash: "ab".to_owned(),
            reason: "Sai \"tên\": \\".to_owned(),
        };
        Seal {
            date: Date { year: 2019, month: 5, day: 4 },
            hash: hash_of(text),
            text: text.to_owned(),
            lines: Vec::new(),
            before: vec![before],
            place: Place::whole(3),
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let text = "edition: 2018\nunit a name vi: # Sở: \"Y\" tế, 'x' \\n {a}\nurl 2018/index.html\n";
        let written = seal_file("2018", &seal(text));
        let mut faults = Faults::default();
        let read = read(3, &written, "2018", &mut faults).unwrap();
        assert_eq!(faults.sorted().len(), 0);
        let lines: Vec<&str> = read.seal.lines.iter().map(|p| &written[p.start as usize..p.end as usize]).collect();
        assert_eq!(lines, text.lines().collect::<Vec<_>>());
        assert_eq!(Seal { lines: Vec::new(), ..read.seal }, seal(text));
    }

    #[test]
    fn the_hash_is_that_of_any_sha256_program() {
        assert_eq!(hash_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
