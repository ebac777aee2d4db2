//! A slip in any line of units.yaml: which faults stand, and that no other does.

use rayon::prelude::*;

use crate::common::Site;
use crate::common::blessed::file_holds;

const SLIPS: &str = include_str!("../data/slips.txt");
const UNITS: &str = "content/units.yaml";

/// What `check` says of the site with another units.yaml.
fn told(units: &str) -> String {
    let site = Site::new(SLIPS);
    site.write(UNITS, units);
    let ran = site.run(&["check", "--format", "short"]);
    let faults: String = ran.faults().iter().map(|fault| format!("  {fault}\n")).collect();
    ran.must_end_with(i32::from(faults.contains(": error[")));
    faults
}

/// A line with one letter more in its first key.
fn misspelt(line: &str) -> String {
    let end = line.find(':').expect("every line has a key");
    format!("{}x{}", &line[..end], &line[end..])
}

/// A slip that changes one line, by its name.
type Slip = (&'static str, fn(&str) -> Vec<String>);

#[test]
fn a_slip_in_any_line_of_units_is_told_and_what_rests_on_it() {
    let slips: [Slip; 3] = [
        ("deleted", |_| Vec::new()),
        ("misspelt", |line| vec![misspelt(line)]),
        ("doubled", |line| vec![line.to_owned(), line.to_owned()]),
    ];
    let units = Site::new(SLIPS).read(UNITS);
    assert_eq!(told(&units), "", "without a slip there is no fault");
    let lines: Vec<&str> = units.lines().collect();
    let cases: Vec<(usize, Slip)> = (0..lines.len()).flat_map(|at| slips.map(|slip| (at, slip))).collect();
    let one = |(at, (name, slip)): (usize, Slip)| {
        let changed =
            lines.iter().enumerate().flat_map(|(i, line)| if i == at { slip(line) } else { vec![(*line).to_owned()] });
        let changed: String = changed.map(|line| format!("{line}\n")).collect();
        format!("{name}, line {}: {}\n{}", at + 1, lines[at].trim(), told(&changed))
    };
    let all: Vec<String> = cases.into_par_iter().map(one).collect();
    file_holds("tests/expected/slips.txt", &all.join("\n"));
}

#[track_caller]
fn case(units: &str, scores: &str, expected: &[&str]) {
    let site = Site::new("//- content/site.yaml\nformat: 1\ntitle: T\npublisher: { name: P }\nlanguages: [en]\n");
    site.write(UNITS, units);
    site.write("content/scores/2020.yaml", format!("year: 2020\nstatus: official\n{scores}"));
    let ran = site.run(&["check", "--format", "short"]);
    ran.must_end_with(1);
    assert_eq!(ran.faults(), expected);
    for command in
        [&["build"][..], &["rank", "2020"], &["seal", "2020"], &["seal", "--verify"], &["diff", "2020", "2020"]]
    {
        let ran = site.run(command);
        assert!((0..=2).contains(&ran.code), "{command:?} ends with {}: {}", ran.code, ran.err);
    }
}

#[test]
fn groups_that_cannot_be_read_are_one_fault_whatever_rests_on_them() {
    let unit = "units:\n  a: { name: A, group: g }\n";
    let unranked = "unranked: { a: Host }\n";
    let announced = "announced:\n  g:\n    total: [ { rank: 1, units: [a] } ]\n";
    let scored = "scores:\n  g:\n    a: { total: 1 }\nadjustments:\n  - { unit: a, points: 1, reason: R }\n";
    for scores in [unranked, announced, scored] {
        let missing = "content/units.yaml:1:1: error[key-missing]: key `groups` is missing in units.yaml";
        case(unit, scores, &[missing]);
        case(&format!("groups: ~\n{unit}"), scores, &[missing]);
        let unknown = "content/units.yaml:1:1: error[key-unknown]: unknown key `grups` in units.yaml";
        case(&format!("grups:\n  g: {{ name: G }}\n{unit}"), scores, &[unknown]);
        let no_map = "content/units.yaml:1:9: error[not-a-map]: `groups` needs keys with values";
        case(&format!("groups: [g]\n{unit}"), scores, &[no_map]);
        case(&format!("groups: g\n{unit}"), scores, &[no_map]);
        let no_group = "content/units.yaml:2:6: error[not-a-map]: a group needs keys with values";
        case(&format!("groups:\n  g: G\n{unit}"), scores, &[no_group]);
        let of_the_unit = "content/units.yaml:3:24: error[group-unknown]: no group has the id `g`";
        case(&format!("groups: {{}}\n{unit}"), scores, &[of_the_unit]);
    }
}

#[test]
fn units_that_cannot_be_read_are_one_fault_whatever_rests_on_them() {
    let group = "groups:\n  g: { name: G }\n";
    for scores in ["unranked: { a: Host }\n", "scores:\n  g:\n    a: { total: 1 }\n"] {
        let missing = "content/units.yaml:1:1: error[key-missing]: key `units` is missing in units.yaml";
        case(group, scores, &[missing]);
        let no_map = "content/units.yaml:3:8: error[not-a-map]: `units` needs keys with values";
        case(&format!("{group}units: [a]\n"), scores, &[no_map]);
        let no_unit = "content/units.yaml:4:6: error[not-a-map]: a unit needs keys with values";
        case(&format!("{group}units:\n  a: A\n"), scores, &[no_unit]);
        let no_group = "content/units.yaml:4:6: error[key-missing]: key `group` is missing in a unit";
        case(&format!("{group}units:\n  a: {{ name: A }}\n"), scores, &[no_group]);
    }
}

/// A file whose folder or name is misspelt is told with its right name, and nothing else is.
#[test]
fn a_misspelt_file_is_one_fault() {
    let base = "//- content/site.yaml\nformat: 1\ntitle: T\npublisher: { name: P }\nlanguages: [vi]\n";
    let units = "groups:\n  g: { name: G }\nunits:\n  a: { name: A, group: g }\n";
    let scheme = "title: S\ncriteria:\n  - { id: x, name: X }\n";
    let scores = "year: 2020\nscheme: bo\nstatus: official\nscores:\n  g:\n    a: { x: 1 }\n";
    let told = |language: &str, [units_at, scheme_at, scores_at]: [&str; 3]| {
        let site = Site::new(base);
        site.write(&format!("content/{units_at}"), units);
        site.write(&format!("content/{scheme_at}"), scheme);
        site.write(&format!("content/{scores_at}"), scores);
        let ran = site.run(&["--lang", language, "check"]);
        let help = ran.err.lines().find(|line| line.contains("= help:") || line.contains("= gợi ý:"));
        let count = ran.err.lines().last().and_then(|line| line.chars().next()).expect("a sum");
        (count, help.map(|help| help.split("; ").next().unwrap_or_default().trim().to_owned()))
    };
    let right = ["units.yaml", "schemes/bo.yaml", "scores/2020.yaml"];
    assert_eq!(told("en", right), ('0', None));
    for (at, wrong) in [(0, "unit.yaml"), (0, "Units.yaml"), (1, "scheme/bo.yaml"), (2, "Scores/2020.yaml")] {
        let mut names = right;
        names[at] = wrong;
        assert_eq!(told("en", names), ('1', Some(format!("= help: rename it to content/{}", right[at]))));
        assert_eq!(told("vi", names), ('1', Some(format!("= gợi ý: đổi tên thành content/{}", right[at]))));
    }
}

/// A scheme whose file has a name that no id can be is not missing too.
#[test]
fn a_scheme_with_a_name_that_is_no_id_is_one_fault() {
    let site = Site::new(SLIPS);
    let scheme = site.read("content/schemes/s.yaml");
    site.write("content/schemes/S.yaml", scheme);
    std::fs::remove_file(site.path("content/schemes/s.yaml")).expect("the file is removed");
    let ran = site.run(&["check", "--format", "short"]);
    assert_eq!(
        ran.faults(),
        ["content/schemes/S.yaml:1:1: error[id-malformed]: `S` cannot be an id: \
             it holds other characters than `a`–`z`, `0`–`9` and `-`"]
    );
}

/// Signs that begin something else in an address are written as bytes.
#[test]
fn a_link_to_a_file_with_a_number_sign_is_told_as_it_is_to_be_typed() {
    let site = Site::new(SLIPS);
    site.write("content/static/a#1.pdf", "x");
    site.write("content/pages/a.en.md", "---\ntitle: A\n---\n[x](../static/a#1.pdf)\n");
    let told = site.run(&["check"]).err;
    assert!(told.contains("did you mean `../static/a%231.pdf`?"), "{told}");
    site.write("content/pages/a.en.md", "---\ntitle: A\n---\n[x](../static/a%231.pdf)\n");
    assert_eq!(site.run(&["check"]).err, "0 errors, 0 warnings in 7 files\n");
}
