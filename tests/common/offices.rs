//! A site of one group of four offices in both languages, and what its pages say and never say.

use super::main_text::main_text;
use super::{Files, Site, text};

const SITE: &str =
    "format: 1\ntitle: { vi: Thử, en: Trial }\npublisher: { name: { vi: Sở, en: Office } }\nlanguages: [vi, en]\n";

const UNITS: &str = "groups:\n  g: { name: { vi: Các sở, en: Departments } }\nunits:
  a: { name: { vi: Sở A, en: Office A }, group: g }\n  b: { name: { vi: Sở B, en: Office B }, group: g }
  c: { name: { vi: Sở C, en: Office C }, group: g }\n  d: { name: { vi: Sở D, en: Office D }, group: g }\n";

/// Two criteria, of 10 and of 20 points.
pub(crate) const TWO: &str = "decimals: 1\ncriteria:\n  - { id: x, name: { vi: Hạ tầng, en: Infrastructure }, max: 10 }
  - { id: z, name: { vi: Nhân lực, en: Staff }, max: 20 }\n";

/// A site with an edition for each year.
pub(crate) fn built(scheme: &str, editions: &[(u32, &str)]) -> Files {
    let scheme = format!("title: {{ vi: Bộ, en: Set }}\n{scheme}");
    let mut site =
        format!("//- content/site.yaml\n{SITE}//- content/units.yaml\n{UNITS}//- content/schemes/s.yaml\n{scheme}");
    for (year, scores) in editions {
        let head = format!("year: {year}\nscheme: s\nstatus: official\npublished: {}-02-01\n", year + 1);
        site += &format!("//- content/scores/{year}.yaml\n{head}{scores}");
    }
    Site::new(&site).build()
}

/// What pages say, and what they never say.
#[track_caller]
pub(crate) fn case(files: &Files, says: &[(&str, &str)], never: &[(&str, &str)]) {
    for (page, words) in says {
        let all = main_text(text(files, &format!("{page}/index.html")));
        assert!(all.contains(words), "{page} does not say {words:?}, but\n{all}");
    }
    for (page, words) in never {
        let all = main_text(text(files, &format!("{page}/index.html")));
        assert!(!all.contains(words), "{page} says {words:?}:\n{all}");
    }
}

/// A site with the edition of 2024 alone.
pub(crate) fn built_2024(scheme: &str, scores: &str) -> Files {
    built(scheme, &[(2024, scores)])
}
