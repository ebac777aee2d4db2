//! `add`: an entry where it belongs, and every other byte as it was.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::common::{Ran, Site, files_below, text};

const UNITS: &str = "content/units.yaml";
const SCORES: &str = "content/scores/2024.yaml";

#[track_caller]
fn told(ran: &Ran, code: i32, out: &str, err: &str) {
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (code, out, err));
}

/// Adds an entry: it is shown, only the file is another one, which holds it in place of what stood there, and all is fine.
#[track_caller]
fn added(site: &Site, arguments: &[&str], shown: &str, path: &str, edits: &[(&str, &str)]) {
    let mut before = files_below(&site.path("content"));
    told(&site.run(&[&["add"], arguments].concat()), 0, shown, "");
    let own = path.trim_start_matches("content/");
    let mut expected = text(&before, own).to_owned();
    for (from, to) in edits {
        assert_eq!(expected.matches(from).count(), 1, "{from:?} in {expected}");
        expected = expected.replace(from, to);
    }
    before.insert(own.to_owned(), expected.clone().into_bytes());
    assert_eq!(site.read(path), expected);
    assert_eq!(files_below(&site.path("content")), before);
    let checked = site.run(&["check", "--drafts"]);
    assert!(checked.err.contains("0 errors, "), "{}", checked.err);
    site.run(&["build"]).must_end_with(0);
}

/// What is refused, in English and Vietnamese, and that nothing was written.
#[track_caller]
fn refused(site: &Site, arguments: &[&str], english: &str, vietnamese: &str) {
    let before = files_below(&site.path("content"));
    told(&site.run(&[&["add"], arguments].concat()), 2, "", &format!("error: {english}\n"));
    let ran = site.run(&[&["--lang", "vi", "add"], arguments].concat());
    told(&ran, 2, "", &format!("lỗi: {vietnamese}\n"));
    assert_eq!(files_below(&site.path("content")), before);
}

#[test]
fn a_unit_stands_behind_those_of_its_group() {
    let site = Site::minimal();
    site.replace(
        UNITS,
        "en: Departments } }\n",
        "en: Departments } }\n  xa: { name: { vi: Các xã, en: Communes } } # mới\n",
    );
    let last = "  so-tu-phap: { name: { vi: Sở Tư pháp, en: Justice }, group: so }\n";
    site.replace(
        UNITS,
        last,
        &format!("{last}\n  # Các xã\n  xa-a: {{ name: {{ vi: Xã A, en: Commune A }}, group: xa }}\n"),
    );
    let new =
        "  so-moi: { name: { vi: \"Sở Mới: một, hai\", en: 'New \"one\"' }, short: SM, group: so, from: 2025-03-01 }\n";
    let arguments =
        ["unit", "so-moi", "--name", "Sở  Mới: một, hai", "--name-en", "New \"one\"", "--short", "SM", "--group", "so"];
    added(
        &site,
        &[&arguments[..], &["--from", "2025-03-01"]].concat(),
        &format!("content/units.yaml\n+ {new}"),
        UNITS,
        &[(last, &format!("{last}{new}"))],
    );
    // Letters that are taken apart are composed; numbers and words of YAML are texts.
    let last = "  xa-a: { name: { vi: Xã A, en: Commune A }, group: xa }\n";
    let new = "  xa-2: { name: { vi: Tế, en: \"2025\" }, group: xa }\n";
    added(
        &site,
        &["unit", "xa-2", "--name", "Te\u{302}\u{301}", "--name-en", "2025", "--group", "xa"],
        &format!("content/units.yaml\n+ {new}"),
        UNITS,
        &[(last, &format!("{last}{new}"))],
    );
}

#[test]
fn a_unit_is_written_like_the_one_before_it() {
    let site = Site::minimal();
    site.write(
        UNITS,
        "groups: { so: { name: Các sở } }\r\nunits:\r\n    so-y-te:\r\n        name: Sở Y tế\r\n        group: so\r\n\
         \x20       # hết\r\n    so-tu-phap: &so\r\n        name: Sở Tư pháp\r\n        group: so # cuối",
    );
    added(
        &site,
        &["unit", "so-moi", "--name", "Sở Mới", "--name-en", "New", "--group", "so"],
        "content/units.yaml\n+     so-moi:\n+         name: { vi: Sở Mới, en: New }\n+         group: so\n",
        UNITS,
        &[("# cuối", "# cuối\r\n    so-moi:\r\n        name: { vi: Sở Mới, en: New }\r\n        group: so")],
    );
}

#[test]
fn a_group_stands_behind_the_others() {
    let site = Site::minimal();
    let last = "  so: { name: { vi: Các sở, en: Departments } }\n";
    let new = "  xa: { name: { vi: \"Xã, phường\", en: Communes }, from: 2025-07-01 }\n";
    let arguments = ["group", "xa", "--name-vi", "Xã, phường", "--name-en", "Communes", "--from", "2025-07-01"];
    added(&site, &arguments, &format!("content/units.yaml\n+ {new}"), UNITS, &[(last, &format!("{last}{new}"))]);
    let flow = Site::minimal();
    flow.write(UNITS, "{ groups: {}, units: {} }\n");
    flow.write(SCORES, "year: 2024\nstatus: draft\n");
    let ran = flow.run(&["add", "group", "so", "--name", "Các sở"]);
    ran.must_end_with(0);
    assert_eq!(flow.read(UNITS), "{ groups: { so: { name: Các sở } }, units: {} }\n");
    flow.run(&["add", "unit", "a", "--name", "A", "--group", "so"]).must_end_with(0);
    assert_eq!(flow.read(UNITS), "{ groups: { so: { name: Các sở } }, units: { a: { name: A, group: so } } }\n");
}

#[test]
fn events_stand_in_the_order_of_their_days() {
    let site = Site::minimal();
    site.run(&["add", "unit", "so-moi", "--name", "Sở Mới", "--name-en", "New", "--group", "so"]).must_end_with(0);
    let last = "  so-moi: { name: { vi: Sở Mới, en: New }, group: so }\n";
    let merge = "  - { date: 2026-03-01, merge: [so-y-te, so-tu-phap], into: so-moi, document: { number: 12/NQ } }\n";
    let arguments =
        ["event", "2026-03-01", "merge", "so-y-te", "so-tu-phap", "--into", "so-moi", "--document", "12/NQ"];
    added(
        &site,
        &arguments,
        &format!("content/units.yaml\n+ events:\n+ {merge}"),
        UNITS,
        &[(last, &format!("{last}events:\n{merge}"))],
    );
    let rename = "  - { date: 2020-01-01, rename: so-y-te, from: { vi: Sở Y, en: Old } }\n";
    added(
        &site,
        &["event", "2020-01-01", "rename", "so-y-te", "--from", "Sở Y", "--from-en", "Old"],
        &format!("content/units.yaml\n+ {rename}"),
        UNITS,
        &[("events:\n", &format!("events:\n{rename}"))],
    );
    let abolish = "  - { date: 2027-01-01, abolish: so-moi }\n";
    let shown = format!("content/units.yaml\n+ {abolish}");
    added(
        &site,
        &["event", "2027-01-01", "abolish", "so-moi"],
        &shown,
        UNITS,
        &[(merge, &format!("{merge}{abolish}"))],
    );
    site.run(&["add", "unit", "so-b", "--name", "B", "--name-en", "B", "--group", "so"]).must_end_with(0);
    site.run(&["add", "group", "xa", "--name", "Xã", "--name-en", "C"]).must_end_with(0);
    let moved = "  - { date: 2026-05-01, move: so-b, from: xa }\n";
    let shown = format!("content/units.yaml\n+ {moved}");
    added(
        &site,
        &["event", "2026-05-01", "move", "so-b", "--from", "xa"],
        &shown,
        UNITS,
        &[(merge, &format!("{merge}{moved}"))],
    );
}

#[test]
fn a_correction_changes_the_score_and_tells_what_it_was() {
    let site = Site::minimal();
    let last = "    so-tu-phap: { ha-tang: 15, nhan-luc: 9.5 }\n";
    let new = "  - { date: 2025-06-10, unit: so-y-te, criterion: nhan-luc, was: 9, now: 9.5, kind: correction, \
               reason: { vi: Cộng nhầm, en: \"Added up wrongly, twice\" } }\n";
    let arguments = ["correction", "2024", "so-y-te", "nhan-luc", "--now", "9,5", "--date", "2025-06-10"];
    let reason = ["--reason", "Cộng nhầm", "--reason-en", "Added up wrongly, twice"];
    added(
        &site,
        &[&arguments[..], &reason].concat(),
        &format!(
            "content/scores/2024.yaml\n\
             -     so-y-te: {{ ha-tang: 18.5, nhan-luc: 9 }}\n\
             +     so-y-te: {{ ha-tang: 18.5, nhan-luc: 9.5 }}\n\
             + corrections:\n\
             + {new}"
        ),
        SCORES,
        &[("18.5, nhan-luc: 9 }", "18.5, nhan-luc: 9.5 }"), (last, &format!("{last}corrections:\n{new}"))],
    );
    assert!(site.output().contains_key("2024/data/v1/scores.csv"));
    // A later one stands behind it, an earlier one before.
    let more = |date: &str, now: &str| {
        let own = ["add", "correction", "2024", "so-tu-phap", "ha-tang", "--now", now, "--date", date];
        site.run(&[&own[..], &reason, &["--kind", "revision", "--document", "5/QĐ"]].concat()).must_end_with(0);
    };
    more("2025-07-01", "missing");
    more("2025-07-02", "16");
    let file = site.read(SCORES);
    let dates: Vec<&str> = file.lines().filter_map(|line| line.trim().strip_prefix("- { date: ")?.get(..10)).collect();
    assert_eq!(dates, ["2025-06-10", "2025-07-01", "2025-07-02"]);
    assert!(
        file.contains("was: missing, now: 16, kind: revision,") && file.contains("document: { number: 5/QĐ } }\n"),
        "{file}"
    );
}

#[test]
fn a_score_is_found_in_every_layout() {
    let scores = |lines: &str| format!("year: 2024\nscheme: thu\nstatus: official\npublished: 2025-03-01\n{lines}");
    #[track_caller]
    fn case(before: &str, arguments: &[&str], after: &str) {
        let site = Site::minimal();
        site.write(SCORES, before);
        let own = [
            "add",
            "correction",
            "2024",
            "so-y-te",
            "ha-tang",
            "--date",
            "2025-06-10",
            "--reason",
            "R",
            "--reason-en",
            "R",
        ];
        let ran = site.run(&[&own[..], arguments].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert_eq!(site.read(SCORES), after);
    }
    let entry = |was: &str, now: &str| {
        format!(
            "{{ date: 2025-06-10, unit: so-y-te, criterion: ha-tang, was: {was}, now: {now}, kind: correction, reason: {{ vi: R, en: R }} }}"
        )
    };
    let comma = |cell: &str, rest: &str| {
        scores(&format!(
            "decimal: comma\nscores:\n  so:\n    so-y-te:\n      ha-tang: {cell} # x\n      nhan-luc: 9\n    so-tu-phap: {{ ha-tang: 15, nhan-luc: \"9,5\" }}\n{rest}"
        ))
    };
    case(
        &comma("18,5", "corrections: []\n"),
        &["--now", "19.5", "--was", "18.5"],
        &comma("\"19,5\"", &format!("corrections: [{}]\n", entry("\"18,5\"", "\"19,5\""))),
    );
    let map = |cell: &str, rest: &str| {
        scores(&format!(
            "scores: {{ so: {{\n  so-y-te: {{ ha-tang: {cell}, nhan-luc: 9 }}, # y tế\n  so-tu-phap: {{ ha-tang: 15, nhan-luc: 9.5 }} }} }}\n{rest}"
        ))
    };
    case(
        &map("{ score: 18, note: { vi: Thiếu, en: Lacks } }", "corrections: # đính chính\n"),
        &["--now", "19"],
        &map(
            "{ score: 19, note: { vi: Thiếu, en: Lacks } }",
            &format!("corrections: # đính chính\n  - {}\n", entry("18", "19")),
        ),
    );
    case(
        &map("{ note: { vi: Thiếu, en: Lacks } }", ""),
        &["--now", "19"],
        &map("{ score: 19, note: { vi: Thiếu, en: Lacks } }", &format!("corrections:\n  - {}\n", entry("~", "19"))),
    );
    let bare = |cell: &str, rest: &str| {
        scores(&format!(
            "scores:\n  so:\n    so-y-te: {{ {cell}nhan-luc: 9 }}\n    so-tu-phap: {{ ha-tang: 15, nhan-luc: 9.5 }}{rest}"
        ))
    };
    case(
        &bare("ha-tang: , ", ""),
        &["--now", "withheld"],
        &bare("ha-tang: withheld , ", &format!("\ncorrections:\n  - {}", entry("~", "withheld"))),
    );
    case(
        &bare("", "\n"),
        &["--now", "19"],
        &bare("", &format!("\ncorrections:\n  - {}\n", entry("~", "19")))
            .replace("nhan-luc: 9 }", "nhan-luc: 9, ha-tang: 19 }"),
    );
}

#[test]
fn what_would_change_more_than_one_cell_is_refused() {
    let site = Site::minimal();
    let own = ["correction", "2024", "so-y-te", "ha-tang", "--now", "19", "--date", "2025-06-10", "--reason", "R"];
    site.replace(SCORES, "so-y-te: { ha-tang: 18.5, nhan-luc: 9 }", "so-y-te: &x { ha-tang: 18.5, nhan-luc: 9 }");
    site.replace(SCORES, "so-tu-phap: { ha-tang: 15, nhan-luc: 9.5 }", "so-tu-phap: *x");
    refused(
        &site,
        &own,
        "the line of `so-y-te` has an anchor (`&`), and others are written by it: write theirs out first",
        "dòng của `so-y-te` có mỏ neo (`&`) mà dòng khác dùng lại: trước hết hãy viết các dòng đó ra đầy đủ",
    );
    let other = own.map(|word| if word == "so-y-te" { "so-tu-phap" } else { word });
    refused(
        &site,
        &other,
        "what would change in content/scores/2024.yaml is written by an alias (`*`), and stands elsewhere too: write it out first",
        "chỗ cần sửa trong content/scores/2024.yaml dùng bí danh (`*`) nên còn dùng ở nơi khác: trước hết hãy viết ra đầy đủ",
    );
}

#[test]
fn what_is_missing_or_wrong_is_named() {
    let site = Site::minimal();
    refused(
        &site,
        &["unit"],
        "ID, --name, --group needed; on a terminal it is asked for",
        "thiếu ID, --name, --group; trong cửa sổ dòng lệnh thì chương trình sẽ hỏi",
    );
    refused(
        &site,
        &["correction", "2024", "so-y-te"],
        "CRITERION, --now, --reason, --date needed; on a terminal it is asked for",
        "thiếu CRITERION, --now, --reason, --date; trong cửa sổ dòng lệnh thì chương trình sẽ hỏi",
    );
    refused(
        &site,
        &["event", "2025-01-01", "merge", "so-y-te"],
        "--into needed; on a terminal it is asked for",
        "thiếu --into; trong cửa sổ dòng lệnh thì chương trình sẽ hỏi",
    );
    refused(
        &site,
        &["unit", "so-y-te", "--name", "A", "--group", "so"],
        "there is a unit `so-y-te` already",
        "đã có đơn vị mang mã `so-y-te`",
    );
    refused(
        &site,
        &["unit", "a", "--name", "A", "--group", "xo"],
        "no group has the id `xo`; did you mean `so`?",
        "không có nhóm nào mang mã `xo`; có phải là `so`?",
    );
    let correction = |rest: [&'static str; 5]| {
        let [edition, unit, criterion, was, now] = rest;
        let own = [
            "correction",
            edition,
            unit,
            criterion,
            "--was",
            was,
            "--now",
            now,
            "--reason",
            "R",
            "--date",
            "2025-06-10",
        ];
        own.map(str::to_owned)
    };
    for (arguments, english, vietnamese) in [
        (
            ["2023", "so-y-te", "ha-tang", "1", "2"],
            "no edition has the id `2023`; did you mean `2024`?",
            "không có kỳ nào mang mã `2023`; có phải là `2024`?",
        ),
        (
            ["2024", "so-y-tte", "ha-tang", "1", "2"],
            "no unit with scores has the id `so-y-tte`; did you mean `so-y-te`?",
            "không có đơn vị có điểm nào mang mã `so-y-tte`; có phải là `so-y-te`?",
        ),
        (
            ["2024", "so-y-te", "ha-tang", "18", "19"],
            "the score in the file is 18.5, not 18; `scores` hold the numbers as they stand now",
            "điểm trong tệp là 18.5, không phải 18; `scores` luôn ghi số hiện tại",
        ),
        (["2024", "so-y-te", "ha-tang", "18.5", "18.50"], "the score is 18.5 already", "điểm đã là 18.5"),
        (
            ["2024", "so-y-te", "ha-tang", "18.5", "n/a"],
            "`n/a` is no score: a number, ~, missing, exempt or withheld is needed",
            "`n/a` không phải là điểm: cần một số, ~, missing, exempt hoặc withheld",
        ),
    ] {
        let arguments = correction(arguments);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        refused(&site, &arguments, english, vietnamese);
    }
    let ran = site.run(&["--lang", "vi", "add", "event", "1/3/2025", "abolish", "so-y-te"]);
    assert!(ran.code == 2 && ran.err.contains("cần một ngày như 2019-05-04"), "{}", ran.err);
    let only = Site::minimal();
    only.replace("content/site.yaml", "languages: [vi, en]", "languages: [vi]");
    refused(
        &only,
        &["group", "xa", "--name", "Xã", "--name-en", "C"],
        "the site is not in `en` but in vi: leave --name-en out",
        "trang không có tiếng `en` mà có vi: hãy bỏ --name-en",
    );
}

#[test]
fn an_entry_that_brings_an_error_is_not_written() {
    let site = Site::minimal();
    let before = files_below(&site.path("content"));
    for (arguments, code) in [
        (&["unit", "Sở", "--name", "S", "--group", "so"][..], "id-malformed"),
        (&["event", "2025-01-01", "merge", "so-y-te,so-tu-phap", "--into", "so-la"], "unit-unknown"),
        (&["event", "2023-01-01", "abolish", "so-y-te"], "unit-not-alive"),
        (
            &["correction", "2024", "so-y-te", "ha-tang", "--now", "99", "--date", "2025-06-10", "--reason", "R"],
            "score-above-maximum",
        ),
    ] {
        let ran = site.run(&[&["add"], arguments].concat());
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{arguments:?}");
        assert!(ran.err.starts_with(&format!("error[{code}]: ")), "{}", ran.err);
        assert!(ran.err.ends_with("\nerror: nothing was written\n"), "{}", ran.err);
        assert_eq!(files_below(&site.path("content")), before, "{arguments:?}");
    }
    // Errors that were there before are no reason; a file that is broken is one.
    site.replace(SCORES, "ha-tang: 18.5", "ha-tang: 99");
    site.run(&["add", "unit", "a", "--name", "A", "--group", "so"]).must_end_with(0);
    site.write(UNITS, format!("{}oops\n", site.read(UNITS)));
    let ran = site.run(&["--lang", "vi", "add", "unit", "b", "--name", "B", "--group", "so"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("lỗi[yaml-syntax]: "), "{}", ran.err);
}

#[test]
fn warnings_are_told_and_who_may_read_the_file_stays() {
    let site = Site::minimal();
    fs::set_permissions(site.path(UNITS), fs::Permissions::from_mode(0o664)).expect("permissions");
    let ran = site.run(&["add", "unit", "a", "--name", "SỞ Y TẾ", "--name-en", "E", "--group", "so"]);
    ran.must_end_with(0);
    assert!(ran.err.starts_with("warning[names-equal]: "), "{}", ran.err);
    assert_eq!(ran.out, "content/units.yaml\n+   a: { name: { vi: SỞ Y TẾ, en: E }, group: so }\n");
    let mode = fs::metadata(site.path(UNITS)).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o664);
    let left: Vec<String> = fs::read_dir(site.path("content"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with('.'))
        .collect();
    assert_eq!(left, Vec::<String>::new());
}

/// A unit that is new was in no edition before only because that one names none of its group.
#[test]
fn a_new_unit_was_in_no_edition_that_does_not_speak_of_it() {
    let site = |said: &str| {
        let site = Site::minimal();
        let announced = format!("year: 2023\nscheme: thu\nstatus: official\nannounced:\n  so:\n    total:\n{said}");
        site.write("content/scores/2023.yaml", announced);
        site
    };
    let arguments = ["add", "unit", "so-moi", "--name", "Sở Mới", "--name-en", "New", "--group", "so"];
    let first = "      - { rank: 1, units: [so-y-te], count: 1 }\n";
    let shown = "content/units.yaml\n+   so-moi: { name: { vi: Sở Mới, en: New }, group: so }\n";
    told(&site(first).run(&arguments), 0, shown, "");
    let rest = format!("{first}      - {{ rank: 2, units: others }}\n");
    let help = |language, arguments: &[&str]| {
        let ran = site(&rest).run(&[&["--lang", language], arguments].concat());
        let line = |line: &&str| line.contains("not_assessed");
        (ran.code, ran.err.lines().find(line).unwrap_or_default().trim().to_owned())
    };
    let english = "= help: add it, or write `not_assessed: [so-moi]`; a unit that did not exist then needs its first day in \
                   units.yaml: `from: …`";
    assert_eq!(help("en", &arguments), (0, english.to_owned()));
    let vietnamese = "= gợi ý: thêm vào, hoặc viết `not_assessed: [so-moi]`; đơn vị khi đó chưa có thì ghi ngày bắt đầu trong \
                      units.yaml: `from: …`";
    assert_eq!(help("vi", &arguments), (0, vietnamese.to_owned()));
    assert_eq!(help("en", &[&arguments[..], &["--from", "2024-01-01"]].concat()), (0, String::new()));
}
