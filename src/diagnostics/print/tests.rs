//! Each format, letter by letter.

use super::{Format, Settings, print};
use crate::diagnostics::{CliLanguage, Code, Diagnostic, Faults, Sentences, Severity};
use crate::model::Place;
use crate::tree::{File, Tree};

static ABOVE: Code = Code {
    id: "score-above-maximum",
    severity: Severity::Error,
    en: Sentences {
        message: "score `{score}` of `{unit}` for `{criterion}` is above its maximum {max}",
        label: "at most {max}",
        help: "",
    },
    vi: Sentences {
        message: "điểm `{score}` của `{unit}` cho `{criterion}` vượt mức tối đa {max}",
        label: "tối đa {max}",
        help: "",
    },
};

static MISSING: Code = Code {
    id: "unit-missing",
    severity: Severity::Warning,
    en: Sentences { message: "unit `{unit}` is missing", label: "not here", help: "add 100%: a line" },
    vi: Sentences { message: "thiếu đơn vị `{unit}`", label: "không có", help: "thêm một dòng" },
};

static REFUSED: Code = Code {
    id: "path-refused",
    severity: Severity::Error,
    en: Sentences { message: "`{path}` is a symbolic link", label: "", help: "" },
    vi: Sentences { message: "`{path}` là liên kết tượng trưng", label: "", help: "" },
};

const SCHEME: &str = "content/schemes/qd.yaml";
const SCORES: &str = "content/scores/2018.yaml";

fn tree(scores: &str) -> Tree {
    let file = |path: &str, text: &str| File { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
    let scheme = "criteria:\n  - { id: infrastructure, max: 24 }\n";
    Tree { files: vec![file(SCHEME, scheme), file(SCORES, scores)], ..Tree::default() }
}

/// The place of a text in the score file.
#[track_caller]
fn at(scores: &str, text: &str) -> Place {
    let start = scores.find(text).expect("a text of the file");
    let offset = |at| u32::try_from(at).expect("a small file");
    Place { file: 1, start: offset(start), end: offset(start + text.len()) }
}

fn above(place: Place) -> Diagnostic {
    let words = [("score", "26"), ("unit", "so-y-te"), ("criterion", "infrastructure"), ("max", "24")];
    words.into_iter().fold(Diagnostic::new(&ABOVE, place), |fault, (name, value)| fault.with(name, value))
}

#[track_caller]
fn case(scores: &str, faults: Vec<Diagnostic>, (format, language): (Format, CliLanguage), expected: &str) {
    let mut all = Faults::default();
    faults.into_iter().rev().for_each(|fault| all.push(fault));
    let found = print(all, &tree(scores), &Settings { format, language, colour: false });
    assert_eq!(found, expected, "\n{found}");
}

const TEXT: &str = "\u{feff}title: Sở Y tế\n\nscores:\n\t\n  x: 1\n  y: 2\n  z: 3\n    so-y-te: { vi: Sở, infrastructure: 26, staff: 10 }\r\n";

/// A fault with another place, one over several lines, one of a path that is not in the tree.
fn three() -> Vec<Diagnostic> {
    let maximum = Place { file: 0, start: 42, end: 44 };
    vec![
        above(at(TEXT, "26")).with("here", "its maximum").with("here_vi", "mức tối đa").related(maximum, "here"),
        Diagnostic::new(&MISSING, at(TEXT, "x: 1\n  y: 2")).with("unit", "a,b"),
        Diagnostic::new(&REFUSED, None).with("path", "content/liên kết.yaml"),
    ]
}

#[test]
fn people_see_the_line_with_carets() {
    case(
        TEXT,
        three(),
        (Format::Human, CliLanguage::English),
        "\
error[path-refused]: `content/liên kết.yaml` is a symbolic link
 --> content/liên kết.yaml:1:1
  = help: `scorebook explain path-refused`

warning[unit-missing]: unit `a,b` is missing
 --> content/scores/2018.yaml:5:3
  |
5 |   x: 1
  |   ^^^^ not here
  = help: add 100%: a line
  = help: `scorebook explain unit-missing`

error[score-above-maximum]: score `26` of `so-y-te` for `infrastructure` is above its maximum 24
 --> content/scores/2018.yaml:8:40
  |
8 |     so-y-te: { vi: Sở, infrastructure: 26, staff: 10 }
  |                                        ^^ at most 24 (content/schemes/qd.yaml:2:33)
  = help: `scorebook explain score-above-maximum`

2 errors, 1 warning in 2 files
",
    );
    case(
        TEXT,
        three().drain(..1).collect(),
        (Format::Human, CliLanguage::Vietnamese),
        "\
lỗi[score-above-maximum]: điểm `26` của `so-y-te` cho `infrastructure` vượt mức tối đa 24
 --> content/scores/2018.yaml:8:40
  |
8 |     so-y-te: { vi: Sở, infrastructure: 26, staff: 10 }
  |                                        ^^ tối đa 24 (content/schemes/qd.yaml:2:33)
  = gợi ý: `scorebook explain score-above-maximum`

1 lỗi, 0 cảnh báo trong 2 tệp
",
    );
    case("", vec![], (Format::Human, CliLanguage::English), "0 errors, 0 warnings in 2 files\n");
}

#[test]
fn several_other_places_have_lines_of_their_own() {
    let fault = Diagnostic::new(&MISSING, at(TEXT, "y")).with("unit", "a");
    let fault = fault.related(at(TEXT, "x"), "before").related(at(TEXT, "z"), "after");
    case(
        TEXT,
        vec![fault],
        (Format::Human, CliLanguage::English),
        "\
warning[unit-missing]: unit `a` is missing
 --> content/scores/2018.yaml:6:3
  |
6 |   y: 2
  |   ^ not here
 ::: content/scores/2018.yaml:5:3: before
 ::: content/scores/2018.yaml:7:3: after
  = help: add 100%: a line
  = help: `scorebook explain unit-missing`

0 errors, 1 warning in 2 files
",
    );
}

#[test]
fn tabs_steering_characters_and_long_lines_are_shown_safely() {
    let scores = format!("\t\u{1b}[31mx\u{202e}: {}26{}\n", "ở".repeat(100), " ".repeat(200));
    case(
        &scores,
        vec![above(at(&scores, "26")), Diagnostic::new(&MISSING, at(&scores, "\t")).with("unit", "a\n\u{1b}b")],
        (Format::Human, CliLanguage::English),
        &format!(
            "\
warning[unit-missing]: unit `a \u{fffd}b` is missing
 --> content/scores/2018.yaml:1:1
  |
1 |     \u{fffd}[31mx\u{fffd}: {}26{}…
  | ^^^^ not here
  = help: add 100%: a line
  = help: `scorebook explain unit-missing`

error[score-above-maximum]: score `26` of `so-y-te` for `infrastructure` is above its maximum 24
 --> content/scores/2018.yaml:1:111
  |
1 | …{}26{}…
  |  {}^^ at most 24
  = help: `scorebook explain score-above-maximum`

1 error, 1 warning in 2 files
",
            "ở".repeat(100),
            " ".repeat(48),
            "ở".repeat(60),
            " ".repeat(98),
            " ".repeat(60),
        ),
    );
}

#[test]
fn a_fault_of_an_empty_file_has_no_excerpt() {
    let fault = Diagnostic::new(&MISSING, Place::whole(1)).with("unit", "a");
    case(
        "",
        vec![fault],
        (Format::Human, CliLanguage::English),
        "\
warning[unit-missing]: unit `a` is missing
 --> content/scores/2018.yaml:1:1
  = help: add 100%: a line
  = help: `scorebook explain unit-missing`

0 errors, 1 warning in 2 files
",
    );
}

#[test]
fn a_fault_is_one_line_in_short() {
    case(
        TEXT,
        three(),
        (Format::Short, CliLanguage::Vietnamese),
        "\
content/liên kết.yaml:1:1: error[path-refused]: `content/liên kết.yaml` là liên kết tượng trưng
content/scores/2018.yaml:5:3: warning[unit-missing]: thiếu đơn vị `a,b`
content/scores/2018.yaml:8:40: error[score-above-maximum]: điểm `26` của `so-y-te` cho `infrastructure` vượt mức tối đa 24
2 lỗi, 1 cảnh báo trong 2 tệp
",
    );
}

#[test]
fn at_most_a_hundred_faults_of_a_code_are_told_to_people() {
    let scores = "x\n".repeat(103);
    let fault = |i: u32| Diagnostic::new(&MISSING, Place { file: 1, start: 2 * i, end: 2 * i + 1 }).with("unit", i);
    let told = |n: u32| {
        let line =
            |i: u32| format!("content/scores/2018.yaml:{}:1: warning[unit-missing]: unit `{i}` is missing\n", i + 1);
        (0..n).map(line).collect::<String>()
    };
    let short = (Format::Short, CliLanguage::English);
    let all = "0 errors, 100 warnings in 2 files\n";
    case(&scores, (0..100).map(fault).collect(), short, &(told(100) + all));
    let some = "warning[unit-missing]: 3 more of this kind\n0 errors, 103 warnings in 2 files\n";
    case(&scores, (0..103).map(fault).collect(), short, &(told(100) + some));
}

#[test]
fn programs_get_everything_as_json() {
    case(
        TEXT,
        three(),
        (Format::Json, CliLanguage::English),
        concat!(
            r#"{"version":1,"errors":2,"warnings":1,"faults":["#,
            r#"{"code":"path-refused","severity":"error","message":"`content/liên kết.yaml` is a symbolic link","#,
            r#""file":"content/liên kết.yaml","line":1,"column":1,"end_line":1,"end_column":1,"text":"","help":"","#,
            r#""related":[]},"#,
            r#"{"code":"unit-missing","severity":"warning","message":"unit `a,b` is missing","#,
            r#""file":"content/scores/2018.yaml","line":5,"column":3,"end_line":6,"end_column":7,"#,
            r#""text":"x: 1\n  y: 2","help":"add 100%: a line","related":[]},"#,
            r#"{"code":"score-above-maximum","severity":"error","#,
            r#""message":"score `26` of `so-y-te` for `infrastructure` is above its maximum 24","#,
            r#""file":"content/scores/2018.yaml","line":8,"column":40,"end_line":8,"end_column":42,"#,
            r#""text":"26","help":"","related":[{"file":"content/schemes/qd.yaml","line":2,"column":33,"#,
            r#""message":"its maximum"}]}]}"#,
            "\n"
        ),
    );
    let none = "{\"version\":1,\"errors\":0,\"warnings\":0,\"faults\":[]}\n";
    case("", vec![], (Format::Json, CliLanguage::English), none);
}

#[test]
fn github_gets_one_command_a_fault() {
    case(
        "%: 1\n",
        vec![Diagnostic::new(&MISSING, Place { file: 1, start: 0, end: 1 }).with("unit", "50%")],
        (Format::Github, CliLanguage::English),
        "::warning file=content/scores/2018.yaml,line=1,col=1,endLine=1,endColumn=2,title=unit-missing::\
         unit `50%25` is missing%0Aadd 100%25: a line\n",
    );
    case(
        "",
        vec![Diagnostic::new(&REFUSED, Place::whole(u32::MAX)).with("path", "content/a,b:c")],
        (Format::Github, CliLanguage::English),
        "::error file=content/a%2Cb%3Ac,line=1,col=1,endLine=1,endColumn=1,title=path-refused::\
         `content/a,b:c` is a symbolic link\n",
    );
}

#[test]
fn scanners_get_sarif() {
    case(
        TEXT,
        three().drain(..1).collect(),
        (Format::Sarif, CliLanguage::English),
        &concat!(
            r#"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"#,
            r#""tool":{"driver":{"name":"scorebook","version":"VERSION","rules":[{"id":"score-above-maximum","#,
            r#""shortDescription":{"text":"score above maximum"},"#,
            r#""help":{"text":"scorebook explain score-above-maximum"},"defaultConfiguration":{"level":"error"}}]}},"#,
            r#""columnKind":"unicodeCodePoints","results":[{"ruleId":"score-above-maximum","ruleIndex":0,"#,
            r#""level":"error","#,
            r#""message":{"text":"score `26` of `so-y-te` for `infrastructure` is above its maximum 24"},"#,
            r#""locations":[{"physicalLocation":{"artifactLocation":{"uri":"content/scores/2018.yaml"},"#,
            r#""region":{"startLine":8,"startColumn":40,"endLine":8,"endColumn":42}}}],"#,
            r#""relatedLocations":[{"physicalLocation":{"artifactLocation":{"uri":"content/schemes/qd.yaml"},"#,
            r#""region":{"startLine":2,"startColumn":33,"endLine":2,"endColumn":35}},"#,
            r#""message":{"text":"its maximum"}}]}]}]}"#,
            "\n"
        )
        .replace("VERSION", env!("CARGO_PKG_VERSION")),
    );
}

#[test]
fn colour_marks_kind_frame_and_carets() {
    let mut faults = Faults::default();
    faults.push(Diagnostic::new(&MISSING, Place { file: 1, start: 0, end: 1 }).with("unit", "a"));
    let settings = Settings { format: Format::Human, language: CliLanguage::English, colour: true };
    let expected = "\
\u{1b}[1;33mwarning[unit-missing]\u{1b}[0m\u{1b}[1m: unit `a` is missing\u{1b}[0m
 \u{1b}[1;34m-->\u{1b}[0m content/scores/2018.yaml:1:1
  \u{1b}[1;34m|\u{1b}[0m
\u{1b}[1;34m1 |\u{1b}[0m x: 1
  \u{1b}[1;34m|\u{1b}[0m \u{1b}[1;33m^ not here\u{1b}[0m
  \u{1b}[1;34m=\u{1b}[0m help: add 100%: a line
  \u{1b}[1;34m=\u{1b}[0m help: `scorebook explain unit-missing`

0 errors, 1 warning in 2 files
";
    assert_eq!(print(faults, &tree("x: 1\n"), &settings), expected);
}

#[test]
fn a_carriage_return_alone_ends_a_line() {
    for (text, place) in
        [("a: 1\rb: 26\r", "2:4"), ("a: 1\r\nb: 26\r\n", "2:4"), ("\r\r\n\nb: 26", "4:4"), ("a: 1\r26", "2:1")]
    {
        let faults = vec![above(at(text, "26"))];
        let mut all = Faults::default();
        faults.into_iter().for_each(|fault| all.push(fault));
        let settings = Settings { format: Format::Human, language: CliLanguage::English, colour: false };
        let found = print(all, &tree(text), &settings);
        assert!(found.contains(&format!(":{place}\n")), "{text:?}: {found}");
        let line = text.split(['\r', '\n']).find(|line| line.contains("26")).expect("a line");
        assert!(found.contains(&format!("| {line}\n")), "{text:?}: {found}");
    }
}
