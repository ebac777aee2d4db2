//! Order, ties and gaps as pages tell them: units with equal totals, places next to each other, who is last.

use crate::common::main_text::main_text;
use crate::common::{Files, Site, text};

/// A site of one year with two criteria and four units.
fn site(decimals: &str, scheme: &str, scores: &str) -> Site {
    Site::new(&format!(
        "//- content/site.yaml\nformat: 1\ntitle: {{ vi: Thử, en: Trial }}\npublisher: {{ name: {{ vi: Sở, en: Office }} }}\nlanguages: [vi, en]
//- content/units.yaml\ngroups:\n  so: {{ name: {{ vi: Các sở, en: Departments }} }}\nunits:
  a: {{ name: {{ vi: Sở A, en: Office A }}, group: so }}\n  b: {{ name: {{ vi: Sở B, en: Office B }}, group: so }}
  c: {{ name: {{ vi: Sở C, en: Office C }}, group: so }}\n  d: {{ name: {{ vi: Sở D, en: Office D }}, group: so }}
//- content/schemes/s.yaml\ntitle: {{ vi: Bộ, en: Set }}\n{decimals}criteria:
  - {{ id: ht, name: {{ vi: Hạ tầng, en: Infrastructure }}, max: 10 }}\n  - {{ id: nl, name: {{ vi: Nhân lực, en: Staff }}, max: 20 }}\n{scheme}\
//- content/scores/2024.yaml\nyear: 2024\nscheme: s\nstatus: official\npublished: 2025-01-02\n{scores}"
    ))
}

fn built(scheme: &str, scores: &str) -> Files {
    site("decimals: 1\n", scheme, scores).build()
}

/// Each page with words that it says.
#[track_caller]
fn says(files: &Files, cases: &[(&str, &str)]) {
    for (page, words) in cases {
        let all = main_text(text(files, page));
        assert!(all.contains(words), "{page} does not say {words:?}, but\n{all}");
    }
}

/// Words that no page says.
#[track_caller]
fn nowhere(files: &Files, words: &[&str]) {
    for page in files.keys().filter(|path| path.ends_with(".html")) {
        let markup = text(files, page);
        assert!(!words.iter().any(|words| markup.contains(words)), "{page} says one of {words:?}");
    }
}

const EQUAL: &str =
    "scores: { so: { a: { ht: 8, nl: 15 }, b: { ht: 9, nl: 14 }, c: { ht: 7, nl: 16 }, d: { ht: 6, nl: 17 } } }\n";

#[test]
fn equal_totals_that_a_criterion_parts_have_a_leader_and_a_reason() {
    let files = built("rank: { break_ties_by: [ht] }\n", EQUAL);
    says(
        &files,
        &[
            ("2024/groups/so/index.html", "*Sở B* dẫn đầu nhóm Các sở với 23 điểm."),
            (
                "2024/groups/so/index.html",
                "Điểm bằng nhau thì đơn vị hơn về Hạ tầng xếp trước. Vẫn bằng nhau thì đồng hạng, hạng sau liền kề (1-2-2-3).",
            ),
            (
                "2024/units/a/index.html",
                "bằng điểm hạng 1 nhưng xếp sau theo Hạ tầng, bằng điểm hạng 3 nhưng xếp trước theo Hạ tầng",
            ),
            ("en/2024/groups/so/index.html", "*Office B* leads Departments with 23 points."),
            (
                "en/2024/groups/so/index.html",
                "Among equal scores the better in Infrastructure comes first. Units that are equal in that too share a rank, the next rank follows directly (1-2-2-3).",
            ),
            (
                "en/2024/units/a/index.html",
                "equal to rank 1, below it by Infrastructure, equal to rank 3, above it by Infrastructure",
            ),
            ("en/2024/index.html", "Last, at rank 4: Office D with 23 points."),
            ("en/methodology/s/index.html", "3 other units have the same total."),
        ],
    );
    nowhere(&files, &["0 điểm so với", "0 points behind", "have the same total: 23"]);
}

#[test]
fn equal_totals_in_the_order_of_the_file_say_so() {
    let files = built("rank: { ties: ordinal }\n", EQUAL);
    says(
        &files,
        &[
            ("2024/units/b/index.html", "bằng điểm hạng 1 nhưng xếp sau theo thứ tự trong tệp điểm"),
            ("en/2024/units/b/index.html", "equal to rank 1, below it by the order of the score file"),
        ],
    );
    // Where nothing parts them, all are equal.
    let shared = built("", EQUAL);
    says(&shared, &[("en/2024/groups/so/index.html", "*All 4* in Departments have the same total: 23 points.")]);
}

#[test]
fn values_that_are_equal_once_rounded_say_why_they_share_a_rank() {
    let scheme = "total: mean\nrank: { precision: 0 }\n";
    let scores = "scores: { so: { a: { ht: 8.5, nl: 15 }, b: { ht: 8.1, nl: 14 }, c: { ht: 7, nl: 16 }, d: { ht: 6, nl: 17 } } }\n";
    says(
        &built(scheme, scores),
        &[
            (
                "en/2024/groups/so/index.html",
                "rounded to whole numbers; those that share a rank here are equal once rounded",
            ),
            ("2024/groups/so/index.html", "các giá trị cùng hạng ở đây bằng nhau sau khi làm tròn"),
        ],
    );
    let points = "title: { vi: Bộ, en: Set }\ntotal: mean\ncriteria:
  - { id: ht, name: { vi: Tuổi thọ, en: Life }, unit: { vi: năm, en: years }, normalise: { method: goalposts, low: 20, high: 85 } }\n";
    let files = site("", "", "scores: { so: { a: { ht: 85.5 }, b: { ht: 86 }, c: { ht: 60 }, d: { ht: 50 } } }\n");
    files.write("content/schemes/s.yaml", points);
    let files = files.build();
    says(
        &files,
        &[
            (
                "2024/criteria/ht/index.html",
                "Hạng xếp theo điểm đã chuẩn hóa; các giá trị cùng hạng ở đây có điểm chuẩn hóa bằng nhau.",
            ),
            (
                "en/2024/criteria/ht/index.html",
                "Ranks are taken on points; values that share a rank here become the same points.",
            ),
        ],
    );
}

#[test]
fn totals_and_gaps_have_the_decimals_that_weights_give_them() {
    let site = site(
        "decimals: 0\n",
        "",
        "scores: { so: { a: { ht: 9, nl: 4 }, b: { ht: 4, nl: 5 }, c: { ht: 1, nl: 1 }, d: { ht: 0, nl: 1 } } }\n",
    );
    site.replace("content/schemes/s.yaml", "max: 20 }", "max: 20, weight: 1.5 }");
    let files = site.build();
    says(
        &files,
        &[
            ("2024/index.html", "Hạng 2: Sở B, 11,5 điểm, kém 3,5 điểm so với hạng 1."),
            ("en/2024/index.html", "Rank 2: Office B, 11.5 points, 3.5 points behind rank 1."),
            ("en/2024/units/b/index.html", "3.5 points behind rank 1, 9 points ahead of rank 3"),
        ],
    );
}

#[test]
fn above_and_below_are_said_only_where_both_ranks_are_known_and_differ() {
    let files = built(
        "",
        "scores: { so: { a: { ht: 9, nl: 9 }, b: { ht: 4, nl: 5 }, c: { ht: 4, nl: 5 }, d: { ht: ~, nl: 1 } } }\n",
    );
    let known = built(
        "",
        "scores: { so: { a: { ht: 9, nl: 9 }, b: { ht: 4, nl: 5 }, c: { ht: 4, nl: 5 }, d: { ht: 0, nl: 1 } } }\n",
    );
    says(
        &known,
        &[
            ("en/2024/units/b/index.html", "The unit above: Office A"),
            ("en/2024/units/b/index.html", "After it in the table: Office C"),
            ("2024/units/c/index.html", "Trước đó trong bảng: Sở B"),
            ("2024/units/c/index.html", "Đơn vị liền dưới: Sở D"),
        ],
    );
    says(&files, &[("en/2024/units/d/index.html", "Before it in the table:")]);
    nowhere(&files, &["deduced from announced", "suy ra từ các số đã công bố"]);
}

#[test]
fn what_is_deduced_where_nothing_was_announced_is_deduced_from_what_is_known() {
    let scores = "scores: { so: { a: { ht: withheld, nl: 10 }, b: { ht: 8, nl: 8 }, c: { ht: 1, nl: 2 }, d: { ht: 2, nl: 1 } } }\n";
    let site = site("decimals: 0\n", "rank: { ties: competition }\n", scores);
    let ranking = site.run(&["rank", "2024"]);
    assert!(ranking.out.contains("=3 ∴  Office C") && ranking.out.contains("=3 ∴  Office D"), "{}", ranking.out);
    let files = site.build();
    nowhere(&files, &["deduced from announced"]);
    says(&files, &[("en/2024/groups/so/index.html", "deduced from the numbers that are known")]);
}

#[test]
fn who_is_announced_as_last_is_last_wherever_a_rank_is_said() {
    let scores = "population: { so: unknown }\nscores: { so: { a: {}, b: {}, c: {}, d: {} } }\nannounced:
  so:\n    total:\n      - { rank: 1, score: 28, units: [a] }\n      - { units: [d], score: 5, last: true }\n";
    let site = site("decimals: 1\n", "", scores);
    let ranking = site.run(&["rank", "2024"]);
    assert!(ranking.out.contains("last §  Office D"), "{}", ranking.out);
    let files = site.build();
    says(
        &files,
        &[
            ("2024/units/d/index.html", "Thứ hạng: cuối"),
            ("en/2024/units/d/index.html", "Place: last"),
            ("en/units/index.html", "announced as last"),
            ("units/index.html", "công bố xếp cuối"),
            ("en/compare/index.html", "last"),
        ],
    );
}
