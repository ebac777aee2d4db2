//! `seal`: what it writes, what it refuses, and how a change is told.

use crate::common::{Ran, Site};

const SEAL: &str = "content/sealed/2024.yaml";
const SCORES: &str = "content/scores/2024.yaml";
const SCHEME: &str = "content/schemes/thu.yaml";
const HASH: &str = "c86ab28cb9f2ca429ca3d3840b9a741919d73ad9c0834602e80573394e167a20";

/// The small site with its edition sealed.
#[track_caller]
fn sealed() -> Site {
    let site = Site::minimal();
    site.run(&["seal", "2024"]).must_end_with(0);
    site
}

/// What `check` says of the sealed site after some changes.
#[track_caller]
fn case(changes: &[(&str, &str, &str)], expected: &[&str]) {
    let site = sealed();
    for (path, from, to) in changes {
        site.replace(path, from, to);
    }
    let ran = site.run(&["check", "--format", "short"]);
    assert_eq!(ran.faults(), expected);
    ran.must_end_with(i32::from(!expected.is_empty()));
    site.run(&["build"]).must_end_with(i32::from(!expected.is_empty()));
}

/// A run that seals nothing, and why.
#[track_caller]
fn refused(ran: &Ran, code: i32, why: &str) {
    ran.must_end_with(code);
    assert_eq!(ran.out, "");
    assert_eq!(ran.err.lines().last(), Some(why), "{}", ran.err);
}

#[test]
fn a_seal_is_a_text_with_its_hash() {
    let site = Site::minimal();
    let ran = site.run(&["seal", "2024"]);
    ran.must_end_with(0);
    assert_eq!(
        ran.out,
        format!(
            "{SEAL}: edition 2024 sealed as of 2025-03-01: 32 facts and 34 addresses\nsha256 {HASH}\n\
             Keep the hash where others can see it, such as in the decision that publishes the edition.\n"
        )
    );
    assert_eq!(site.read(SEAL), include_str!("../expected/seal-minimal.yaml"));
    assert_eq!(site.run(&["check"]).must_end_with(0).err, "0 errors, 0 warnings in 5 files\n");
    let vietnamese = Site::minimal().run(&["--lang", "vi", "seal", "2024"]);
    assert_eq!(
        vietnamese.out.lines().next(),
        Some("content/sealed/2024.yaml: đã niêm phong kỳ 2024 đến ngày 2025-03-01: 32 dữ kiện và 34 địa chỉ")
    );
}

#[test]
fn prose_comments_status_translations_and_the_order_of_keys_are_not_sealed() {
    let site = sealed();
    let scores = site.read(SCORES).replace("year: 2024\n", "").replace("official", "withdrawn");
    site.write(SCORES, format!("# A comment\n{scores}year: 2024\n"));
    site.write("content/scores/2024.vi.md", "Lời nói đầu.\n");
    site.replace("content/site.yaml", "[vi, en]", "[vi, en, fr]");
    site.replace("content/units.yaml", "en: Health", "en: Health, fr: Santé");
    site.run(&["check"]).must_end_with(0);
    let again = site.run(&["seal", "2024"]);
    again.must_end_with(0);
    assert_eq!(again.out, format!("{SEAL}: edition 2024 was sealed as of 2025-03-01 and holds; nothing was written\n"));
}

#[test]
fn what_changed_is_told_where_it_is_written() {
    case(&[], &[]);
    case(
        &[(SCORES, "nhan-luc: 9 }", "nhan-luc: 9.0 }")],
        &["content/scores/2024.yaml:7:41: error[sealed-edition-changed]: sealed edition `2024` changed: \
         the score of `so-y-te` for `nhan-luc` was `9`, now `9.0`"],
    );
    case(
        &[(SCORES, "nhan-luc: 9 }", "nhan-luc: ~ }"), ("content/units.yaml", "vi: Sở Tư pháp", "vi: Sở Tư Pháp")],
        &[
            "content/scores/2024.yaml:7:41: error[sealed-edition-changed]: sealed edition `2024` changed: \
         the score of `so-y-te` for `nhan-luc` was `9`, now `~`",
            "content/units.yaml:5:3: error[sealed-edition-changed]: sealed edition `2024` changed: \
         the name of unit `so-tu-phap` (vi) was `Sở Tư pháp`, now `Sở Tư Pháp`",
        ],
    );
}

/// A seal names the addresses that its edition had when it was sealed; that there are more today breaks none.
#[test]
fn a_seal_of_fewer_addresses_holds() {
    let site = Site::minimal();
    site.write(SEAL, include_str!("../data/seals/minimal-before-json.yaml"));
    let ran = site.run(&["seal", "--verify"]);
    ran.must_end_with(0);
    assert_eq!(ran.out, "2024  2025-03-01  5eabb0b415be…  holds\n");
    site.build();
}

#[test]
fn a_unit_that_comes_or_goes_is_told_once() {
    let line = "    so-tu-phap: { ha-tang: 15, nhan-luc: 9.5 }\n";
    case(
        &[(SCORES, line, ""), (SCORES, "published: 2025-03-01\n", "published: 2025-03-01\npopulation: { so: 2 }\n")],
        &[
            "content/scores/2024.yaml:1:1: error[sealed-edition-changed]: sealed edition `2024` changed: \
         the population of `so` was not there, now `2`",
            "content/scores/2024.yaml:1:1: error[sealed-edition-changed]: sealed edition `2024` changed: \
         unit `so-tu-phap` was in `so`, now not there",
            "content/sealed/2024.yaml:62:3: error[sealed-url-dropped]: the site would no longer have \
         `2024/units/so-tu-phap/index.html`, an address of sealed edition `2024`",
            "content/sealed/2024.yaml:70:3: error[sealed-url-dropped]: the site would no longer have \
         `en/2024/units/so-tu-phap/index.html`, an address of sealed edition `2024`",
        ],
    );
}

#[test]
fn a_scheme_under_a_sealed_edition_is_told_where_it_changed() {
    case(
        &[(SCHEME, "max: 10", "max: 12"), (SCHEME, "decimals: 1\n", "decimals: 1\nrank: { ties: competition }\n")],
        &[
            "content/schemes/thu.yaml:1:1: error[sealed-scheme-changed]: scheme `thu` changed under sealed edition `2024`: `ties` was not there, now `competition`",
            "content/schemes/thu.yaml:6:61: error[sealed-scheme-changed]: scheme `thu` changed under sealed edition `2024`: `max` of `nhan-luc` was `10`, now `12`",
        ],
    );
    case(
        &[(SCHEME, "vi: Hạ tầng", "vi: Hạ tầng số")],
        &[
            "content/schemes/thu.yaml:4:11: error[sealed-scheme-changed]: scheme `thu` changed under sealed edition `2024`: `name vi` of `ha-tang` was `Hạ tầng`, now `Hạ tầng số`",
        ],
    );
    case(&[(SCHEME, "title: { vi: Bộ", "title: { vi: Các bộ")], &[]);
}

#[test]
fn a_scheme_under_several_sealed_editions_is_told_once() {
    let site = sealed();
    site.write("content/scores/2023.yaml", site.read(SCORES).replace("year: 2024", "year: 2023"));
    site.run(&["seal", "2023"]).must_end_with(0);
    site.replace(SCHEME, "max: 10", "max: 12");
    assert_eq!(
        site.run(&["check", "--format", "short"]).faults(),
        ["content/schemes/thu.yaml:5:61: error[sealed-scheme-changed]: scheme `thu` changed under sealed editions \
         `2023`, `2024`: `max` of `nhan-luc` was `10`, now `12`"]
    );
}

#[test]
fn a_seal_that_was_changed_is_told_and_refused() {
    case(
        &[(SEAL, "nhan-luc: 9.5", "nhan-luc: 9.4")],
        &["content/sealed/2024.yaml:4:9: error[seal-mismatch]: the seal of edition `2024` was changed: its text has \
         another hash"],
    );
    let site = sealed();
    site.replace(SEAL, "nhan-luc: 9.5", "nhan-luc: 9.4");
    site.run(&["seal", "2024"]).must_end_with(1);
    site.run(&["seal", "2024", "--reason", "x"]).must_end_with(1);
}

#[test]
fn a_build_that_would_drop_an_address_writes_nothing() {
    let site = sealed();
    site.replace("content/site.yaml", "languages: [vi, en]", "languages: [vi, en]\nscorecards: none");
    let ran = site.run(&["build"]);
    ran.must_end_with(1);
    assert_eq!(ran.err.matches("error[sealed-url-dropped]").count(), 4, "{}", ran.err);
    assert!(!site.path("output").exists() || site.output().is_empty(), "nothing is written");
}

#[test]
fn scorecards_of_the_latest_edition_alone_are_not_promised() {
    let site = Site::minimal();
    site.replace("content/site.yaml", "languages: [vi, en]", "languages: [vi, en]\nscorecards: latest");
    site.run(&["seal", "2024"]).must_end_with(0);
    assert!(!site.read(SEAL).contains("/units/"));
    site.write("content/scores/2025.yaml", site.read(SCORES).replace("year: 2024", "year: 2025"));
    site.run(&["build"]).must_end_with(0);
}

#[test]
fn a_changed_edition_is_sealed_anew_only_for_a_reason_that_is_kept() {
    let site = sealed();
    site.replace("content/units.yaml", "vi: Sở Tư pháp", "vi: Sở Tư Pháp");
    let before = site.read(SEAL);
    let why = "error: edition `2024` was sealed as of 2025-03-01 and has changed; it was not sealed again";
    refused(&site.run(&["seal", "2024"]), 1, why);
    assert_eq!(site.read(SEAL), before);
    site.run(&["seal", "2024", "--reason", "Sửa \"lỗi\" chính tả", "--date", "2025-04-01"]).must_end_with(0);
    let line = format!("before:\n  - {{ date: 2025-03-01, sha256: {HASH}, reason: \"Sửa \\\"lỗi\\\" chính tả\" }}\n");
    assert!(site.read(SEAL).contains(&line), "{}", site.read(SEAL));
    let files = site.build();
    let archive = crate::common::text(&files, "archive/index.html");
    assert!(archive.contains(&format!(
        "Trước đó niêm phong đến ngày 01/3/2025, SHA-256: {HASH}; niêm phong lại vì: Sửa &quot;lỗi&quot; chính tả"
    )));
}

#[test]
fn what_cannot_be_sealed_is_refused() {
    let site = Site::minimal();
    let unknown = "error: no edition has the id `2025`; did you mean `2024`?";
    refused(&site.run(&["seal", "2025"]), 2, unknown);
    site.run(&["seal"]).must_end_with(2);
    site.run(&["seal", "2024", "--date", "2024-02-30"]).must_end_with(2);
    site.run(&["seal", "2024", "--verify"]).must_end_with(2);
    site.run(&["seal", "2024", "--reason", " "]).must_end_with(2);
    site.replace(SCORES, "official", "draft");
    refused(&site.run(&["seal", "2024"]), 1, "error: edition `2024` is a draft, and no draft is sealed");
    site.replace(SCORES, "draft", "official");
    site.replace(SCORES, "18.5", "99");
    refused(&site.run(&["seal", "2024"]), 1, "error: edition `2024` was not sealed");
    assert!(!site.path("content/sealed").exists());
}

#[test]
fn a_sealed_edition_stays() {
    let site = sealed();
    site.replace(SCORES, "official", "draft");
    let gone = ["content/scores/2024.yaml:1:1: error[sealed-edition-missing]: sealed edition `2024` is a draft again"];
    let built = site.run(&["build"]);
    assert!(built.must_end_with(1).err.contains("error[sealed-edition-missing]"), "{}", built.err);
    std::fs::remove_file(site.path(SCORES)).expect("the score file goes");
    let ran = site.run(&["check", "--format", "short"]);
    assert_eq!(ran.faults(), [gone[0].replace("scores", "sealed").replace("is a draft again", "is gone")]);
}

#[test]
fn all_seals_are_verified_in_one_run() {
    let site = Site::minimal();
    assert_eq!(site.run(&["seal", "--verify"]).must_end_with(0).out, "no edition is sealed\n");
    site.run(&["seal", "2024"]).must_end_with(0);
    let holds = format!("2024  2025-03-01  {}…  holds\n", &HASH[..12]);
    assert_eq!(site.run(&["seal", "--verify"]).must_end_with(0).out, holds);
    site.replace(SCORES, "nhan-luc: 9 }", "nhan-luc: 8 }");
    let ran = site.run(&["seal", "--verify"]);
    assert_eq!(ran.must_end_with(1).out, holds.replace("holds", "1 change"));
    assert!(ran.err.contains("error[sealed-edition-changed]"), "{}", ran.err);
    let vietnamese = site.run(&["--lang", "vi", "seal", "--verify"]);
    assert_eq!(vietnamese.must_end_with(1).out, holds.replace("holds", "1 thay đổi"));
    site.write(SEAL, "format: 1\n");
    assert_eq!(site.run(&["seal", "--verify"]).must_end_with(1).out, "2024  cannot be compared\n");
}

/// Lines of corrections at the end of the score file.
const CORRECTED: &str = "\
corrections:
  - { date: 2025-06-10, unit: so-tu-phap, criterion: nhan-luc, was: 9.5, now: 8.5, reason: Tính trùng }
  - { date: 2025-07-01, unit: so-tu-phap, criterion: nhan-luc, was: 8.5, now: 8, reason: Tính trùng }
";

/// The sealed site with a score corrected twice.
fn corrected() -> Site {
    let site = sealed();
    site.replace(SCORES, "nhan-luc: 9.5", "nhan-luc: 8");
    site.write(SCORES, site.read(SCORES) + CORRECTED);
    site
}

#[test]
fn corrections_dated_after_the_seal_are_undone_before_it_is_compared() {
    let site = corrected();
    let holds = format!("2024  2025-03-01  {}…  holds\n", &HASH[..12]);
    assert_eq!(site.run(&["seal", "--verify"]).must_end_with(0).out, holds);
    assert_eq!(site.run(&["check"]).must_end_with(0).err, "0 errors, 0 warnings in 5 files\n");
    site.run(&["build"]).must_end_with(0);
    // What corrections do not tell of is told as before.
    site.replace(SCORES, "ha-tang: 15,", "ha-tang: 16,");
    let ran = site.run(&["check", "--format", "short"]);
    assert_eq!(
        ran.faults(),
        ["content/scores/2024.yaml:8:28: error[sealed-edition-changed]: sealed edition `2024` changed: \
          the score of `so-tu-phap` for `ha-tang` was `15`, now `16`"]
    );
}

#[test]
fn a_correction_dated_before_the_seal_explains_nothing() {
    let site = sealed();
    site.replace(SCORES, "nhan-luc: 9.5", "nhan-luc: 8");
    site.write(
        SCORES,
        site.read(SCORES) + &CORRECTED.replace("2025-06-10", "2025-02-01").replace("2025-07-01", "2025-03-01"),
    );
    let changed = |place: &str, what: &str| {
        format!(
            "content/scores/2024.yaml:{place}: error[sealed-edition-changed]: sealed edition `2024` changed: {what}"
        )
    };
    let ran = site.run(&["check", "--format", "short"]);
    assert_eq!(
        ran.faults(),
        [
            changed("8:42", "the score of `so-tu-phap` for `nhan-luc` was `9.5`, now `8`"),
            changed(
                "10:5",
                "the correction of `so-tu-phap` for `nhan-luc` of 2025-02-01 was not there, now `9.5 -> 8.5`"
            ),
            changed(
                "11:5",
                "the correction of `so-tu-phap` for `nhan-luc` of 2025-03-01 was not there, now `8.5 -> 8`"
            ),
        ]
    );
    // The day of the seal is within it, and the advice says so.
    let whole = site.run(&["check"]);
    assert!(
        whole.err.contains("or say in `corrections`, dated after 2025-03-01: `{ date: YYYY-MM-DD"),
        "{}",
        whole.err
    );
}

#[test]
fn corrections_that_do_not_lead_back_to_the_seal_are_told() {
    let site = corrected();
    site.replace(SCORES, "was: 9.5, now: 8.5", "was: 9, now: 8.5");
    let ran = site.run(&["check", "--format", "short"]);
    assert_eq!(
        ran.faults(),
        ["content/scores/2024.yaml:8:42: error[sealed-edition-changed]: sealed edition `2024` changed: \
          the score of `so-tu-phap` for `nhan-luc` was `9.5`, now `9`"]
    );
}

#[test]
fn a_corrected_edition_is_sealed_with_its_corrections() {
    let site = corrected();
    std::fs::remove_file(site.path(SEAL)).expect("the seal goes");
    let early = "error: edition `2024` was corrected on 2025-07-01; it cannot be sealed as of 2025-06-30";
    refused(&site.run(&["seal", "2024", "--date", "2025-06-30"]), 2, early);
    let ran = site.run(&["seal", "2024"]);
    assert!(ran.must_end_with(0).out.contains("sealed as of 2025-07-01"), "{}", ran.out);
    let seal = site.read(SEAL);
    assert!(
        seal.contains("score so-tu-phap nhan-luc: 8\n") && seal.contains("url 2024/data/v1/scores.csv\n"),
        "{seal}"
    );
    assert!(seal.contains("correction so-tu-phap nhan-luc 2025-06-10: 9.5 -> 8.5\n"), "{seal}");
    site.run(&["check"]).must_end_with(0);
    // What the edition said before is sealed too: the past is not rewritten.
    site.replace(SCORES, "was: 9.5", "was: 9");
    let ran = site.run(&["check", "--format", "short"]);
    assert_eq!(
        ran.faults(),
        ["content/scores/2024.yaml:10:5: error[sealed-edition-changed]: sealed edition `2024` changed: \
          the correction of `so-tu-phap` for `nhan-luc` of 2025-06-10 was `9.5 -> 8.5`, now `9 -> 8.5`"]
    );
}

#[test]
fn a_sealed_edition_is_no_draft_again() {
    let site = sealed();
    site.replace(SCORES, "status: official", "status: draft");
    let told = "content/scores/2024.yaml:1:1: error[sealed-edition-missing]: sealed edition `2024` is a draft again";
    assert_eq!(site.run(&["check", "--format", "short"]).faults(), [told]);
    site.run(&["build", "--drafts"]).must_end_with(1);
    assert_eq!(site.run(&["seal", "--verify"]).must_end_with(1).out, "2024  cannot be compared\n");
}

#[test]
fn a_changed_adjustment_is_told_at_its_line() {
    let site = Site::minimal();
    site.write(SCORES, site.read(SCORES) + "adjustments:\n  - { unit: so-tu-phap, points: -1, reason: Nộp muộn }\n");
    site.run(&["seal", "2024"]).must_end_with(0);
    site.replace(SCORES, "points: -1", "points: -2");
    assert_eq!(
        site.run(&["check", "--format", "short"]).faults(),
        ["content/scores/2024.yaml:10:13: error[sealed-edition-changed]: sealed edition `2024` changed: \
          the adjustment of `so-tu-phap` was `-1`, now `-2`"]
    );
}

#[test]
fn verify_ends_with_an_error_where_the_content_has_one() {
    let site = sealed();
    site.run(&["seal", "--verify"]).must_end_with(0);
    site.write("content/pages/tin.vi.md", "---\ntitle: Tin\nordr: 1\n---\nx\n");
    let ran = site.run(&["seal", "--verify"]);
    ran.must_end_with(1);
    assert!(ran.out.contains("holds") && ran.err.contains("error[key-unknown]"), "{}{}", ran.out, ran.err);
}
