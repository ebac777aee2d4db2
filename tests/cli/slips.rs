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

/// What stands where it may not is not missing too, and a folder that is misspelt is one slip.
#[test]
fn what_lies_in_the_wrong_way_is_one_fault() {
    let told = |lay: &dyn Fn(&Site)| {
        let site = Site::new(SLIPS);
        lay(&site);
        site.run(&["check", "--format", "short"]).faults().join("\n")
    };
    let content = |site: &Site, path: &str| site.path(&format!("content/{path}"));
    let linked = |path: &'static str| {
        move |site: &Site| {
            std::fs::rename(content(site, path), site.path("elsewhere")).expect("the file is moved");
            std::os::unix::fs::symlink(site.path("elsewhere"), content(site, path)).expect("a link is made");
        }
    };
    for path in ["site.yaml", "units.yaml", "schemes/s.yaml"] {
        let expected = format!("content/{path}:1:1: error[symbolic-link]: content/{path} is a symbolic link");
        assert_eq!(told(&linked(path)), expected);
    }
    let misspelt = |site: &Site| {
        site.write("content/scores/2031.yaml", "year: 2031\nscheme: s\nstatus: draft\n");
        site.write("content/scores/2032.yaml", "year: 2032\nscheme: s\nstatus: draft\n");
        std::fs::rename(content(site, "scores"), content(site, "Scores")).expect("the folder is renamed");
    };
    let one = told(&misspelt);
    assert!(one.ends_with("content/Scores/ is not a file of the content format, here and at 4 other places"), "{one}");
    assert_eq!(one.lines().count(), 1);
    let folder = |site: &Site| {
        site.write("content/scores/2031.yaml/2031.yaml", "year: 2031\nstatus: draft\n");
    };
    let expected = "content/scores/2031.yaml:1:1: error[file-unexpected]: content/scores/2031.yaml is a folder, and not a file \
                    of the content format";
    assert_eq!(told(&folder), expected);
}

/// A group that ends too early is told once, whatever names its units.
#[test]
fn a_group_or_unit_that_ends_too_early_is_one_fault() {
    let units = |group: &str, unit: &str| {
        format!(
            "groups:\n  g: {{ name: G{group} }}\nunits:\n  a: {{ name: A, group: g{unit} }}\n  b: {{ name: B, group: g }}\n"
        )
    };
    let scores = "announced:\n  g:\n    total:\n      - { rank: 1, units: [a] }\n      - { rank: 2, units: [b] }\n";
    let group = "content/scores/2020.yaml:1:1: error[group-not-alive]: group `g` did not exist in this edition: it ended on \
                 2019-06-30";
    case(&units(", until: 2019-06-30", ""), scores, &[group]);
    let unit = "content/scores/2020.yaml:6:9: error[unit-not-alive]: unit `a` did not exist in the period of this edition: it \
                ended on 2019-06-30";
    case(&units("", ", until: 2019-06-30"), scores, &[unit]);
}

/// `check` says what stops `build`: an edition that would vanish from the published site.
#[test]
fn an_edition_that_would_vanish_is_told_by_check_too() {
    let site = Site::minimal();
    site.run(&["check"]).must_end_with(0);
    site.run(&["build"]).must_end_with(0);
    std::fs::remove_dir_all(site.path("content/scores")).expect("the folder goes");
    site.run(&["build"]).must_end_with(1);
    let english = site.run(&["check"]);
    english.must_end_with(1);
    let words = "error[edition-vanished]: published and no longer in content/: 2024\n --> content/scores/2024.yaml:1:1\n  \
                 = help: put content/scores/2024.yaml back, or take it off the site with `scorebook build --remove 2024`: links \
                 to it will be dead\n";
    assert!(english.err.starts_with(words), "{}", english.err);
    let vietnamese = site.run(&["--lang", "vi", "check"]).err;
    let words = "lỗi[edition-vanished]: đã xuất bản nhưng không còn trong content/: 2024\n --> content/scores/2024.yaml:1:1\n  \
                 = gợi ý: đưa tệp content/scores/2024.yaml trở lại, hoặc gỡ khỏi trang web bằng `scorebook build --remove \
                 2024`: các liên kết đến đó sẽ hỏng\n";
    assert!(vietnamese.starts_with(words), "{vietnamese}");
    site.run(&["build", "--remove", "2024"]).must_end_with(0);
    site.run(&["check"]).must_end_with(0);
}

/// A slip beside another one is told at the same time, where nothing of it rests on the other.
#[test]
fn slips_that_do_not_rest_on_each_other_are_told_at_once() {
    let told = |path: &str, text: &str| {
        let site = Site::minimal();
        site.write(path, text);
        let codes = |fault: &&str| fault.split(['[', ']']).nth(1).unwrap_or_default().to_owned();
        site.run(&["check", "--format", "short"]).faults().iter().map(codes).collect::<Vec<String>>()
    };
    let scheme = "title: { vi: Bộ, en: Set }\nmax: 50\nrank: { ties: dens }\ncriteria:\n  \
                  - { id: ha-tang, name: { vi: Hạ tầng, en: Infrastructure }, max: 20 }\n  \
                  - { id: nhan-luc, name: { vi: Nhân lực, en: Staff }, max: 10 }\n";
    assert_eq!(told("content/schemes/thu.yaml", scheme), ["maximum-mismatch", "word-unknown"]);
    let scores = "year: 2024\nscheme: thu\nstatus: official\npublishd: 2025-03-01\nscores:\n  so:\n    \
                  so-y-te: { ha-tang: 18.5, nhan-luc: 9, total: 30 }\n    so-tu-phap: { ha-tang: 15, nhan-luc: 9.5 }\n";
    assert_eq!(told("content/scores/2024.yaml", scores), ["key-unknown", "announced-mismatch"]);
    let documents = scores.replace("publishd: 2025-03-01", "documents: [ { title: A, role: aproval } ]");
    assert_eq!(told("content/scores/2024.yaml", &documents), ["word-unknown", "announced-mismatch"]);
    let page = "---\ntitle: A\nordr: 1\n---\n[x](khong-co.html)\n";
    assert_eq!(told("content/pages/a.vi.md", page), ["key-unknown", "link-dead"]);
    // What is not known of a key that may be any other is not judged.
    assert_eq!(told("content/scores/2024.yaml", &scores.replace("publishd", "xyz")), ["key-unknown"]);
}

/// No message is longer than a screen, whatever is typed.
#[test]
fn no_message_is_longer_than_a_screen() {
    let site = Site::new(SLIPS);
    let long = "x".repeat(900);
    site.write("content/scores/2020.yaml", format!("year: 2020\nscheme: {long}\nstatus: official\nprevious: {long}\n"));
    let told = site.run(&["check"]).err;
    assert!(told.contains(&format!("{}…`", "x".repeat(400))), "{told}");
    assert!(told.lines().all(|line| line.chars().count() < 1000), "{told}");
}
