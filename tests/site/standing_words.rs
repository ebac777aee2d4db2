//! What pages say of units that have no rank, of totals made without some parts, and of groups in which little happens.

use crate::common::html::{elements, named};
use crate::common::main_text::main_text;
use crate::common::{Files, Site, text};

const UNITS: &str = "groups:\n  so: { name: { vi: Các sở, en: Departments } }\nunits:
  a: { name: { vi: Sở A, en: Office A }, group: so }\n  b: { name: { vi: Sở B, en: Office B }, group: so }
  c: { name: { vi: Sở C, en: Office C }, group: so }\n  d: { name: { vi: Sở D, en: Office D }, group: so }\n";

const CRITERIA: &str = "title: { vi: Bộ, en: Set }\ndecimals: 1\ncriteria:
  - { id: ht, name: { vi: Hạ tầng, en: Infrastructure }, max: 10 }\n  - { id: nl, name: { vi: Nhân lực, en: Staff }, max: 20 }\n";

/// A site of one year: what the scheme says beside its two criteria, and what the score file says.
fn built(scheme: &str, scores: &str) -> Files {
    let site = Site::new(&format!(
        "//- content/site.yaml\nformat: 1\ntitle: {{ vi: Thử, en: Trial }}\npublisher: {{ name: {{ vi: Sở, en: Office }} }}\nlanguages: [vi, en]\n\
         //- content/units.yaml\n{UNITS}//- content/schemes/s.yaml\n{CRITERIA}{scheme}\
         //- content/scores/2024.yaml\nyear: 2024\nscheme: s\nstatus: official\npublished: 2025-01-02\n{scores}"
    ));
    site.build()
}

/// Whether pages hold a text, and another not.
#[track_caller]
fn says(files: &Files, cases: &[(&str, &str)]) {
    for (page, words) in cases {
        let all = main_text(text(files, page));
        assert!(all.contains(words), "{page} does not say {words:?}, but\n{all}");
    }
}

#[track_caller]
fn never(files: &Files, cases: &[(&str, &str)]) {
    for (page, words) in cases {
        let markup = text(files, page);
        assert!(!markup.contains(words), "{page} says {words:?}");
    }
}

/// The description of a page for other sites.
fn described(files: &Files, page: &str) -> String {
    let metas = named(text(files, page), "meta");
    let found = metas.into_iter().find(|meta| meta.get("name") == Some("description"));
    found.and_then(|meta| meta.get("content").map(str::to_owned)).unwrap_or_default()
}

#[test]
fn what_does_not_apply_or_exist_is_no_unpublished_number() {
    let files = built(
        "",
        "scores: { so: { a: { ht: exempt, nl: 15 }, b: { ht: 4, nl: missing }, c: { ht: 5, nl: 20 }, d: { ht: 1, nl: 1 } } }
unranked: { d: { vi: Không xếp hạng vì mới thành lập, en: Newly founded } }\n",
    );
    let figures = |page: &str| {
        let all = elements(text(&files, page));
        let words = all.into_iter().filter(|e| ["desc", "td"].contains(&e.name.as_str())).map(|e| e.text);
        words.collect::<Vec<_>>().join(" | ")
    };
    for (page, words) in
        [("2024/units/a/index.html", "– (không áp dụng)"), ("en/2024/units/b/index.html", "× (no value exists)")]
    {
        let found = figures(page);
        assert!(found.contains(words) && !found.contains('…'), "{page}: {found}");
    }
    let tile = |page: &str| named(text(&files, page), "dd").into_iter().next().expect("a tile").text;
    assert_eq!(tile("2024/units/d/index.html"), "Không xếp hạng");
    assert_eq!(tile("en/2024/units/b/index.html"), "Not ranked");
    says(
        &files,
        &[
            ("en/2024/units/d/index.html", "Not ranked, because: Newly founded."),
            ("2024/units/b/index.html", "Không xếp hạng vì không có số liệu: Nhân lực."),
            ("en/2024/units/b/index.html", "Not ranked, because there is no value for Staff."),
            ("2024/units/a/index.html", "15 / 20 × 30, quy đổi vì không tính Hạ tầng"),
            ("en/2024/units/a/index.html", "15 / 20 × 30, rescaled without Infrastructure"),
            (
                "en/2024/groups/so/index.html",
                "In the total of Office A what does not apply is left out, and the rest is rescaled to the whole.",
            ),
        ],
    );
    never(
        &files,
        &[("2024/units/d/index.html", "vì: Không xếp hạng"), ("en/2024/units/b/index.html", "is known to be")],
    );
    let described = described(&files, "2024/units/d/index.html");
    assert!(described.contains("Không xếp hạng vì mới thành lập. 2 trên 30 điểm"), "{described}");
}

#[test]
fn a_missing_value_that_counts_as_0_is_told() {
    let scores = "scores: { so: { a: { ht: missing, nl: 18 }, b: { ht: 8, nl: missing }, c: { ht: 1, nl: 1 } } }\nnot_assessed: [d]\n";
    let files = built("missing: zero\n", scores);
    says(
        &files,
        &[
            ("2024/groups/so/index.html", "Trong tổng điểm của Sở A và Sở B, chỗ không có số liệu tính là 0."),
            ("en/2024/index.html", "In the totals of Office A and Office B what has no value counts as 0."),
            ("2024/units/a/index.html", "Hạ tầng: không có số liệu, tính là 0"),
            ("en/2024/units/b/index.html", "Staff: no value, counts as 0"),
        ],
    );
    never(&files, &[("en/2024/units/c/index.html", "counts as 0")]);
    let files = built("exempt: full\n", &scores.replace("missing", "exempt"));
    says(&files, &[("en/2024/units/a/index.html", "Infrastructure: does not apply, counts as its maximum")]);
}

#[test]
fn what_is_left_out_is_told_apart_from_what_counts() {
    let scores = "scores: { so: { a: { ht: missing, nl: 18 }, b: { ht: exempt, nl: 9 }, c: { ht: 1, nl: 1 } } }\nnot_assessed: [d]\n";
    let files = built("missing: { at_least_percent: 50 }\nexempt: full\n", scores);
    says(
        &files,
        &[
            (
                "2024/index.html",
                "Trong tổng điểm của Sở A, chỗ không có số liệu được bỏ ra, phần còn lại quy đổi ra cả thang điểm. \
                 Trong tổng điểm của Sở B, chỗ không áp dụng tính bằng mức tối đa.",
            ),
            (
                "en/2024/index.html",
                "In the total of Office A what has no value is left out, and the rest is rescaled to the whole. \
                 In the total of Office B what does not apply counts as its maximum.",
            ),
        ],
    );
    let files = built("missing: { at_least_percent: 50 }\nexempt: rescale\ntotal: mean\n", scores);
    says(
        &files,
        &[(
            "en/2024/index.html",
            "In the total of Office A what has no value is left out. In the total of Office B what does not apply is left out.",
        )],
    );
}

#[test]
fn where_units_are_not_listed_one_of_them_may_lead() {
    let scores = |population| {
        format!(
            "population: {{ so: {population} }}\nscores: {{ so: {{ a: {{ ht: 9, nl: 18 }}, b: {{ ht: 8, nl: 9 }} }} }}\n\
             unranked: {{ a: {{ vi: Mới, en: New }}, b: {{ vi: Mới, en: New }} }}\n"
        )
    };
    let files = built("", &scores(2));
    says(&files, &[("en/2024/index.html", "Nobody in Departments is ranked.")]);
    let files = built("", &scores(3));
    says(&files, &[("en/2024/index.html", "Who leads Departments was not published.")]);
    never(&files, &[("en/2024/index.html", "Nobody in"), ("2024/index.html", "không đơn vị nào được xếp hạng")]);
}

#[test]
fn where_nobody_can_be_ranked_nothing_is_a_secret() {
    let scores = "scores: { so: { a: { ht: missing, nl: 18 }, b: { ht: 8, nl: missing } } }\nnot_assessed: [c, d]\n";
    let files = built("", scores);
    says(
        &files,
        &[
            ("index.html", "Nhóm Các sở: không đơn vị nào được xếp hạng."),
            ("en/2024/groups/so/index.html", "Nobody in Departments is ranked."),
            ("archive/index.html", "2 trong 2 điểm thành phần; không có tổng điểm"),
            ("en/archive/index.html", "2 of 2 scores; no totals"),
        ],
    );
    never(&files, &[("en/2024/index.html", "<ul></ul>"), ("en/2024/index.html", "Main points")]);
}

#[test]
fn a_withheld_total_waits_for_its_rank_everywhere() {
    let files = built(
        "",
        "scores: { so: { a: { ht: withheld, nl: withheld }, b: { ht: 3, nl: 15 }, c: { ht: 4, nl: ~ }, d: { ht: 5, nl: { min: 10, max: 12 } } } }\n",
    );
    says(
        &files,
        &[
            ("en/2024/groups/so/index.html", "The totals of 1 of 4 in Departments are known"),
            ("en/2024/units/a/index.html", "Rank not published."),
            ("en/2024/units/a/index.html", "of 30 points | ■ known, not shown\n"),
        ],
    );
    never(&files, &[("en/2024/groups/so/index.html", "Not ranked")]);
}

#[test]
fn deduced_numbers_are_known_ones() {
    let files = built(
        "",
        "scores: { so: { a: { ht: 5, nl: 18 }, b: { ht: 8, nl: ~ }, c: { ht: 1, nl: ~ }, d: { ht: 1, nl: 2 } } }
announced: { so: { total: [ { rank: 1, score: 25, units: [b] } ] } }\n",
    );
    says(
        &files,
        &[
            ("en/weights/index.html", "7 of 8 scores are known."),
            ("en/2024/groups/so/index.html", "1 of 8 scores is not known."),
            ("en/2024/index.html", "*Published in part: 6 of 8 scores.* 1 more could be deduced."),
        ],
    );
    assert!(described(&files, "weights/index.html").starts_with("Chưa thể tự đặt trọng số"));
}

#[test]
fn where_less_is_better_the_maximum_is_nothing_to_reach() {
    let scores =
        "scores: { so: { a: { ht: 2, nl: 2 }, b: { ht: 3, nl: 2 }, c: { ht: 4, nl: 1 }, d: { ht: 10, nl: 20 } } }\n";
    let files = built("rank: { order: ascending }\n", scores);
    never(
        &files,
        &[
            ("2024/groups/so/index.html", "Đạt điểm tối đa"),
            ("2024/units/d/index.html", "tối đa, "),
            ("2024/units/d/index.html", "đạt tối đa"),
            ("2024/units/a/index.html", "ao nhất"),
            ("en/2024/units/d/index.html", "at their maximum"),
        ],
    );
    says(&files, &[("2024/units/a/index.html", "tốt nhất nhóm")]);
    let files = built("", scores);
    says(
        &files,
        &[
            ("en/2024/units/d/index.html", "2 of 2 criteria"),
            ("en/2024/units/a/index.html", "no criterion at its maximum"),
        ],
    );
    let description = described(&files, "en/2024/units/a/index.html");
    assert!(description.contains("Rank 3 of 4 ranked units. 4 of 30 points"), "{description}");
}

#[test]
fn what_is_all_the_same_is_told_once() {
    let none = "scores: { so: { a: { ht: 0, nl: 0 }, b: { ht: 0, nl: 0 } } }\nnot_assessed: [c, d]\n";
    let files = built("", none);
    says(&files, &[("en/2024/groups/so/index.html", "All totals of Departments are 0")]);
    never(&files, &[("en/2024/index.html", "Main points"), ("en/2024/print/index.html", "Main points")]);
    let one =
        "title: { vi: Bộ, en: Set }\ncriteria: [ { id: ht, name: { vi: Hạ tầng, en: Infrastructure }, max: 10 } ]\n";
    let site = Site::minimal();
    site.write("content/units.yaml", UNITS);
    site.write("content/schemes/thu.yaml", one);
    site.write(
        "content/scores/2024.yaml",
        "year: 2024\nscheme: thu\nstatus: provisional\nscores: { so: { a: { ht: 5 } } }\nnot_assessed: [b, c, d]\n",
    );
    let files = site.build();
    says(
        &files,
        &[
            ("en/2024/criteria/ht/index.html", "The one known score of Departments is 5"),
            ("en/2024/units/a/index.html", "of 1 criterion"),
            ("weights/index.html", "Bảng xếp hạng: Các sở"),
        ],
    );
    never(&files, &[("en/2024/groups/so/index.html", "do not add up"), ("en/weights/index.html", "Official ranking")]);
}

#[test]
fn a_site_without_editions_says_so() {
    let site = Site::minimal();
    std::fs::remove_file(site.path("content/scores/2024.yaml")).expect("no edition");
    let files = site.build();
    says(&files, &[("archive/index.html", "Chưa có kỳ nào."), ("en/archive/index.html", "There is no edition yet.")]);
    assert_eq!(described(&files, "index.html"), "Xếp hạng thử.");
}

#[test]
fn quotes_are_in_the_first_language_of_the_site() {
    let site = Site::minimal();
    site.write(
        "content/scores/2023.yaml",
        "year: 2023\nscheme: thu\nstatus: official\nannounced:\n  so:\n    total:\n      - { rank: 1, units: [so-y-te], quote: Sở Y tế dẫn đầu }\n",
    );
    let files = site.build();
    let lang = |page: &str| {
        let quote = named(text(&files, page), "blockquote").into_iter().next().expect("a quote");
        quote.get("lang").map(str::to_owned)
    };
    assert_eq!(lang("2023/announcement/index.html"), None);
    assert_eq!(lang("en/2023/announcement/index.html").as_deref(), Some("vi"));
}

#[test]
fn scorecards_name_the_band_and_where_the_edition_comes_from() {
    let scheme = "bands: [ { id: t, name: { vi: Tốt, en: Good }, from: 20 }, { id: k, name: { vi: Khá, en: Fair }, from: 0 } ]\n";
    let scores = "documents: [ { role: approval, number: 12/QĐ, url: \"https://example.org/12\" } ]
scores: { so: { a: { ht: 9, nl: 18 }, b: { ht: 3, nl: 2 }, c: { ht: 4, nl: 1 }, d: { ht: 10, nl: 20 } } }\n";
    let files = built(scheme, scores);
    says(&files, &[("2024/units/a/index.html", "mức Tốt"), ("en/2024/units/b/index.html", "band: Fair")]);
    for page in ["en/2024/units/a/index.html", "en/2024/groups/so/index.html", "en/2024/criteria/ht/index.html"] {
        let kick = named(text(&files, page), "p").into_iter().find(|p| p.has_class("kick")).expect("a line");
        assert!(kick.text.ends_with(" · Official · Document No. 12/QĐ"), "{page}: {}", kick.text);
        assert!(kick.inner.contains("href=\"https://example.org/12\""), "{page}: {}", kick.inner);
    }
}
