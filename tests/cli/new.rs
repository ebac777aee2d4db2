//! `new`: next year's score file, byte for byte, which is without a fault at once; and what is refused.

use std::fs;

use crate::common::{Ran, Site, files_below, text};

/// Three groups whose units merge, move, begin and end, under a scheme with parts of its own for one of them.
const CHANGING: &str = include_str!("../data/changing-units.txt");

#[track_caller]
fn told(ran: &Ran, code: i32, out: &str, err: &str) {
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (code, out, err));
}

/// Begins an edition, and asks that all is without fault and can be built; answers with the file.
#[track_caller]
fn begun(site: &Site, arguments: &[&str]) -> String {
    site.run(&[&["new"], arguments].concat()).must_end_with(0);
    let checked = site.run(&["check", "--drafts", "--strict"]);
    assert!(checked.err.starts_with("0 errors, 0 warnings in "), "{}", checked.err);
    site.run(&["build", "--drafts"]).must_end_with(0);
    assert!(site.path(&format!("output/{}/index.html", arguments[0])).is_file());
    site.read(&format!("content/scores/{}.yaml", arguments[0]))
}

/// The lines of a file that are no comments.
fn plain(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with('#')).map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_file_has_the_units_and_the_scheme_of_the_last_one_and_no_score() {
    let site = Site::minimal();
    let before = files_below(&site.path("content"));
    told(
        &site.run(&["new", "2025"]),
        0,
        "content/scores/2025.yaml: 2 units in 1 group, from edition 2024, scheme thu\n\
         Write the scores in place of ~ and answer the questions in the file. `scorebook serve` shows it meanwhile, \
         `scorebook check --drafts` says what is missing.\n",
        "",
    );
    let mut files = files_below(&site.path("content"));
    let expected = "\
# Điểm của kỳ 2025, lập từ kỳ 2024. Mỗi dòng dưới `scores` là một đơn vị: ghi điểm vào chỗ mỗi dấu ~. Trả lời các câu
# hỏi rồi xoá chúng; dòng nào bỏ dấu # thì có hiệu lực.
year: 2025
# Bộ tiêu chí của kỳ 2024. Kỳ 2025 có dùng bộ này không?
scheme: thu
# Bản thảo (draft) chưa công bố. Khi công bố thì ghi provisional (sơ bộ) hoặc official (chính thức), và ghi ngày ở
# dưới.
status: draft
# published:
# Số thập phân ghi bằng dấu chấm: 22.5. Để ~ khi chưa biết điểm (không phải 0); ghi missing khi không có số liệu,
# exempt khi tiêu chí không áp dụng cho đơn vị.
scores:
  so:
    so-y-te:    { ha-tang: ~, nhan-luc: ~ }
    so-tu-phap: { ha-tang: ~, nhan-luc: ~ }
";
    assert_eq!(text(&files, "scores/2025.yaml"), expected);
    files.remove("scores/2025.yaml");
    assert_eq!(files, before);
}

#[test]
fn units_and_groups_are_those_of_the_new_year_and_the_rest_is_asked() {
    let site = Site::new(CHANGING);
    let expected = "\
# The scores of 2025, begun from 2024. Each line below `scores` is a unit: write a score in place of each ~. Answer
# the questions and take them away; a line with its # taken away counts.
year: 2025
# The criteria of 2024. Do they hold for 2025? `s2` replaces it.
scheme: s1
# A draft is not published. Write provisional or official here once it is, and the day below.
status: draft
# published:
# Which document is the basis of 2025? Of 2024: 12/QĐ
# Which report is there on 2025? Of 2024: Report: all; https://example.org/x
# documents:
#   - { number: , date: , issuer: { en: \"Office, main\", vi: Văn phòng }, role: basis }
#   - { title: , date: , role: report }
#   - { title: , date: , role: report }
# How many units were assessed, if not just those below? 2024 said:
# population: { so: 5 }
# Not ranked in 2024. Is it so again, and for the same reason?
# unranked:
#   a: Own reason
# Decimals have a comma, in quotes: \"22,5\". Leave ~ for a score that is not known (which is not 0); write missing
# where there is none, exempt where the criterion does not apply to the unit.
decimal: comma
scores:
  so:
    a:         { p: ~, p1: ~, p2: ~, q: ~, info: ~ }
    c-moi:     { p: ~, p1: ~, p2: ~, q: ~, info: ~ }
    d-dai-ten: { p: ~, p1: ~, p2: ~, q: ~, info: ~ }
    # Ended before the last day of the period. Was it assessed all the same? Then take the # away:
    # b:         { p: ~, p1: ~, p2: ~, q: ~, info: ~ }
    # c:         { p: ~, p1: ~, p2: ~, q: ~, info: ~ }
  # Ended before the last day of the period. Was it assessed all the same? Then take the # away:
  # huyen:
  #   h1: { p: ~, p1: ~, p2: ~, q: ~, r: ~ }
  #   h2: { p: ~, p1: ~, p2: ~, q: ~, r: ~ }
  xa:
    x1: { p: ~, p1: ~, p2: ~, q: ~, info: ~ }
  khac:
    e:  { p: ~, p1: ~, p2: ~, q: ~, info: ~ }
    o1: { p: ~, p1: ~, p2: ~, q: ~, info: ~ }
";
    assert_eq!(begun(&site, &["2025"]), expected);
    // A year later nothing is left of what ended, and a scheme that is asked for is no question.
    let expected = "\
year: 2026
scheme: s2
status: draft
decimal: comma
scores:
  so:
    a:         { z: ~, total: ~ }
    c-moi:     { z: ~, total: ~ }
    d-dai-ten: { z: ~, total: ~ }
  xa:
    x1: { z: ~, total: ~ }
  khac:
    e:  { z: ~, total: ~ }
    o1: { z: ~, total: ~ }
";
    let next = begun(&site, &["2026", "--scheme", "s2"]);
    assert_eq!(plain(&next), expected);
    assert!(!next.contains("Do they hold"), "{next}");
    // From an older edition, in which other units were alive.
    let again = begun(&site, &["2027", "--from", "2024"]);
    assert!(
        again.contains("# The scores of 2027, begun from 2024.") && again.contains("    d-dai-ten: { p: ~,"),
        "{again}"
    );
}

#[test]
fn a_scheme_for_each_group_stays_one_for_each_and_a_group_without_is_named() {
    let site = Site::new(CHANGING);
    site.replace("content/scores/2024.yaml", "scheme: s1\n", "scheme: { so: s1, huyen: s1 }\n");
    site.run(&["new", "2025"]).must_end_with(0);
    let file = site.read("content/scores/2025.yaml");
    // What is left to say is true: the unit went to a group of which nobody said how it is scored.
    let checked = site.run(&["check", "--drafts", "--format", "short"]);
    let left =
        "warning[unit-left-out]: unit `e` was in edition `2024` and is not in this one\n0 errors, 1 warning in 6";
    assert!(checked.err.contains(left), "{}", checked.err);
    assert!(file.contains("\nscheme: { so: s1 }\n"), "{file}");
    let open = "  # Began since: `xa`, `khac`. Is it assessed? Then name its scheme above, and its units here.\n";
    assert!(file.ends_with(open), "{file}");
}

#[test]
fn what_was_not_assessed_is_asked_while_it_is_there() {
    let site = Site::new(CHANGING);
    site.replace("content/units.yaml", "  - { date: 2025-03-01, merge: [b, c], into: c-moi }\n", "");
    let asked = "\
# Not assessed in 2024. For a unit that is not assessed again, take its line below away too.
# not_assessed: [c]
";
    assert!(begun(&site, &["2025"]).contains(asked));
}

#[test]
fn half_years_follow_half_years() {
    let fixture = include_str!("../data/years/half-yearly.txt");
    let site = Site::new(fixture.split("//- expected").next().expect("the content"));
    let file = begun(&site, &["2025-h2"]);
    let own = "\
# Thời gian của kỳ 2024-h2, muộn hơn 1 năm. Kỳ 2025-h2 có đánh giá đúng những ngày này không?
period: { from: 2025-07-01, to: 2025-12-31 }
";
    assert!(file.contains(own), "{file}");
    assert!(file.starts_with("# Điểm của kỳ 2025-h2, lập từ kỳ 2024-h2."), "{file}");
    let file = begun(&site, &["2026-h1", "--from", "2025-h2"]);
    let own = "\
# 6 tháng ngay sau kỳ 2025-h2. Kỳ 2026-h1 có đánh giá đúng những ngày này không?
period: { from: 2026-01-01, to: 2026-06-30 }
";
    assert!(file.contains(own), "{file}");
    // Of what does not follow it is asked, and no day is made up.
    site.run(&["new", "2027-q3"]).must_end_with(0);
    let own = "\
# Kỳ 2027-q3 đánh giá từ ngày nào đến ngày nào? Không có dòng này thì là cả năm dương lịch.
# period: { from: , to: }
scores:";
    let file = site.read("content/scores/2027-q3.yaml");
    assert!(file.contains(&own.replace("scores:", "# Số thập phân")), "{file}");
    assert!(!plain(&file).contains("period"), "{file}");
}

#[test]
fn editors_find_the_schema_as_in_other_files() {
    let site = Site::new("");
    site.run(&["init"]).must_end_with(0);
    let schema = "# yaml-language-server: $schema=../../schema/scores.json\n# Điểm của kỳ 2026";
    assert!(begun(&site, &["2026"]).starts_with(schema));
    let site = Site::minimal();
    let own = "# yaml-language-server: $schema=https://example.org/scores.json\n";
    site.write("content/scores/2024.yaml", format!("{own}{}", site.read("content/scores/2024.yaml")));
    assert!(begun(&site, &["2025"]).starts_with(&format!("{own}# Điểm của kỳ 2025")));
}

#[test]
fn without_an_edition_a_scheme_is_enough() {
    let site = Site::minimal();
    fs::remove_dir_all(site.path("content/scores")).expect("removed");
    told(
        &site.run(&["--lang", "vi", "new", "2025"]),
        0,
        "content/scores/2025.yaml: 2 đơn vị trong 1 nhóm, bộ tiêu chí thu\n\
         Ghi điểm vào chỗ dấu ~ và trả lời các câu hỏi trong tệp. `scorebook serve` cho xem trang trong khi ghi, \
         `scorebook check --drafts` cho biết còn thiếu gì.\n",
        "",
    );
    assert!(site.read("content/scores/2025.yaml").starts_with("# Điểm của kỳ 2025. Mỗi dòng"));
    fs::remove_dir_all(site.path("content/scores")).expect("removed");
    let scheme = site.read("content/schemes/thu.yaml");
    site.write("content/schemes/hai.yaml", scheme);
    let several = "error: there is no edition yet; choose a scheme with `--scheme`: hai, thu\n";
    told(&site.run(&["new", "2025"]), 2, "", several);
    assert!(!site.path("content/scores").exists());
    site.run(&["new", "2025", "--scheme", "hai"]).must_end_with(0);
}

/// What is refused, in English and Vietnamese, and that nothing was written.
#[track_caller]
fn refused(site: &Site, arguments: &[&str], english: &str, vietnamese: &str) {
    let before = files_below(&site.path("content"));
    told(&site.run(&[&["new"], arguments].concat()), 2, "", &format!("error: {english}\n"));
    let ran = site.run(&[&["--lang", "vi", "new"], arguments].concat());
    told(&ran, 2, "", &format!("lỗi: {vietnamese}\n"));
    assert_eq!(files_below(&site.path("content")), before);
}

#[test]
fn what_is_there_is_not_changed_and_what_is_not_there_is_named() {
    let site = Site::new(CHANGING);
    refused(
        &site,
        &["2024"],
        "content/scores/2024.yaml is there already; nothing was written",
        "đã có content/scores/2024.yaml; chưa ghi gì",
    );
    refused(
        &site,
        &["2025", "--from", "204"],
        "no edition has the id `204`; did you mean `2024`?",
        "không có kỳ nào mang mã `204`; có phải là `2024`?",
    );
    refused(
        &site,
        &["2025", "--scheme", "bo-2025"],
        "no scheme has the id `bo-2025`; there are s1, s2",
        "không có bộ tiêu chí nào mang mã `bo-2025`; hiện có s1, s2",
    );
    refused(
        &site,
        &["2020"],
        "there is no edition before 2020; choose one with `--from`: 2024",
        "không có kỳ nào trước 2020; chọn một kỳ bằng `--from`: 2024",
    );
    for wrong in ["25a", "2025-", "2025-H1", "02025", "0", "10000", "2025/h1", "", "../x"] {
        let ran = site.run(&["--lang", "vi", "new", wrong]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{wrong}");
        let why = "không dùng được: cần một năm như 2026, hoặc một phần của năm như 2026-h1\n";
        assert!(ran.err.contains(why) || wrong.is_empty(), "{}", ran.err);
    }
    let ended = Site::minimal();
    ended.replace("content/units.yaml", "en: Departments } }", "en: Departments }, until: 2024-12-31 }");
    refused(
        &ended,
        &["2025"],
        "no unit is left in 2025 that could be scored",
        "kỳ 2025 không còn đơn vị nào để chấm điểm",
    );
}

#[test]
fn a_content_with_faults_is_told_and_not_added_to() {
    let site = Site::minimal();
    site.replace("content/scores/2024.yaml", "ha-tang: 18.5", "ha-tang: 99");
    let ran = site.run(&["new", "2025"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with("error[score-above-maximum]: "), "{}", ran.err);
    assert!(!site.path("content/scores/2025.yaml").exists());
}

#[test]
fn a_machine_that_refuses_leaves_nothing_behind() {
    let site = Site::minimal();
    // A link to nowhere is nothing to a reader of the folder, and is not written through.
    std::os::unix::fs::symlink("../../elsewhere", site.path("content/scores/.2025.yaml.scorebook-new"))
        .expect("a link");
    let file = begun(&site, &["2025"]);
    assert!(file.contains("year: 2025") && !site.path("elsewhere").exists());
    let left: Vec<String> = files_below(&site.path("content/scores")).into_keys().collect();
    assert_eq!(left, ["2024.yaml", "2025.yaml"]);
    let other = Site::minimal();
    let folder = other.path("");
    let ran = site.run(&["--site", folder.to_str().expect("a path"), "new", "2025"]);
    ran.must_end_with(0);
    assert!(ran.out.contains(&format!("`scorebook --site {} serve`", folder.display())), "{}", ran.out);
    assert!(other.path("content/scores/2025.yaml").exists());
}
