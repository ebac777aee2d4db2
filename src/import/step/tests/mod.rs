//! From a table to files, without disk and terminal: what is asked, what is written, what is refused.

mod new_sites;
mod sheets;
mod sites;
mod together;

use super::{Import, ImportStep};
use crate::diagnostics::CliLanguage;
use crate::import::answers::{AnswerSection, Answers};
use crate::import::ground::{Ground, SchemesAsked};
use crate::import::map_file::lacking;
use crate::import::reading::WantedTable;
use crate::import::together::together;
use crate::site::{Options, examine};
use crate::tree::{File, Tree};
use sheets::workbook;

/// A site of two units and two criteria.
const SITE: &str = "\
//- content/site.yaml
format: 1
title: T
publisher: { name: P }
languages: [vi]
//- content/units.yaml
groups:
  so: { name: Các sở }
  xa: { name: Các xã }
units:
  so-y-te: { name: Sở Y tế, short: SYT, group: so }
  so-tttt: { name: Sở Thông tin và Truyền thông, group: so }
  xa-a: { name: Xã A, group: xa }
//- content/schemes/bo.yaml
title: Bộ
criteria:
  - { id: ha-tang, name: Hạ tầng, max: 40 }
  - { id: dich-vu, name: Dịch vụ công, max: 60 }
rank: { ties: competition }
";

/// An import with what was asked for.
struct Case<'c> {
    site: &'c str,
    sheet: &'c str,
    sheets: &'c [&'c str],
    answers: &'c [(AnswerSection, &'c str, &'c str)],
    group: Option<&'c str>,
    values: Option<&'c str>,
}

impl Default for Case<'_> {
    fn default() -> Self {
        Self { site: SITE, sheet: "", sheets: &[], answers: &[], group: None, values: None }
    }
}

/// The content of a fixture.
fn tree(fixture: &str) -> Tree {
    let files = fixture.split("//- ").skip(1).filter_map(|part| part.split_once('\n'));
    let files = files.map(|(path, text)| File { path: path.to_owned(), bytes: text.as_bytes().to_vec() });
    Tree { files: files.collect(), ..Tree::default() }
}

/// How far an import comes, in words: the files, the answers that are missing, or the faults.
fn told(case: &Case<'_>) -> String {
    let content = tree(case.site);
    let ground = (!content.files.is_empty()).then(|| {
        let examined = examine(&content, &Options { drafts: true, ..Options::default() });
        assert_eq!(examined.faults.errors(), 0, "the site is fine");
        Ground::of(&examined.value.unwrap().series, &SchemesAsked::OfLast, 2024).unwrap()
    });
    let mut answers = Answers::default();
    case.answers.iter().for_each(|(section, key, value)| answers.set(*section, key, value));
    let workbook = workbook(case.sheet);
    let sheets: Vec<String> = case.sheets.iter().map(|name| (*name).to_owned()).collect();
    let together = together(&workbook, &sheets, 2024);
    let import = Import {
        workbook: &workbook,
        source: "diem.xlsx",
        sheets: &sheets,
        together: &together,
        edition: "2024",
        scheme: None,
        wanted: WantedTable { year: 2024, group: case.group, values: case.values, ground: ground.as_ref() },
        content: &content,
        is_vietnamese: ground.as_ref().map(|_| true),
    };
    match import.step(&answers) {
        ImportStep::Ready(files, ..) => files.iter().map(|file| format!("//- {}\n{}", file.path, file.text)).collect(),
        ImportStep::Ask(questions, _) => {
            let lines: Vec<_> = questions.iter().map(|q| (q.section, q.key.clone(), q.values(0))).collect();
            lacking(&lines)
        }
        ImportStep::NoSheet(name, names) => format!("no sheet {name}: {}", names.join(", ")),
        ImportStep::Nothing([english, _]) => english,
        ImportStep::Faulty(faults, questions, _) => {
            let told = faults.iter().map(|found| {
                let at = found.at.map(|at| at.to_string()).unwrap_or_default();
                format!("{at}: {}\n", found.fault.sentences(CliLanguage::English)[0])
            });
            let lines: Vec<_> = questions.iter().map(|q| (q.section, q.key.clone(), q.values(0))).collect();
            format!("{}{}", told.collect::<String>(), lacking(&lines))
        }
    }
}

#[track_caller]
fn case(case: &Case<'_>, expected: &str) {
    let told = told(case);
    assert!(told == expected, "told:\n{told}\nexpected:\n{expected}");
}
