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
