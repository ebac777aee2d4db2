//! What pages say of ranks, changes and rules in words, in both languages: each kind of sentence in a small content.

use crate::common::html::named;
use crate::common::main_text::main_text;
use crate::common::{Files, Site, text};

/// The criteria of a plain scheme.
const SUM: &str = "criteria:
  - { id: ht, name: { vi: Hạ tầng, en: Infrastructure }, max: 10 }\n  - { id: nl, name: { vi: Nhân lực, en: Staff }, max: 20 }\n";

/// A site of four units under one scheme, of some years with what their score files say.
fn built(scheme: &str, years: &[(u16, &str)]) -> Files {
    let mut site = format!(
        "//- content/site.yaml\nformat: 1\ntitle: {{ vi: Thử, en: Trial }}\npublisher: {{ name: {{ vi: Sở, en: Office }} }}\nlanguages: [vi, en]
//- content/units.yaml\ngroups:\n  so: {{ name: {{ vi: Các sở, en: Departments }}, in_text: {{ vi: các sở, en: the departments }} }}\nunits:
  a: {{ name: {{ vi: Sở A, en: Office A }}, group: so }}\n  b: {{ name: {{ vi: Sở B, en: Office B }}, group: so }}
  c: {{ name: {{ vi: Sở C, en: Office C }}, group: so }}\n  d: {{ name: {{ vi: Sở D, en: Office D }}, group: so }}
//- content/schemes/s.yaml\ntitle: {{ vi: Bộ, en: Set }}\n{scheme}"
    );
    for (year, scores) in years {
        site.push_str(&format!("//- content/scores/{year}.yaml\nyear: {year}\npublished: {}-01-02\n", year + 1));
        for line in ["scheme: s\n", "status: official\n"] {
            // What a score file says itself stands there once.
            site.push_str(if scores.contains(&line[..7]) { "" } else { line });
        }
        site.push_str(scores);
    }
    Site::new(&site).build()
}

/// Pages of both languages, each with words that it says.
#[track_caller]
fn says(files: &Files, cases: &[(&str, &str, &str)]) {
    for (page, vi, en) in cases {
        for (page, words) in [(format!("{page}/index.html"), vi), (format!("en/{page}/index.html"), en)] {
            let all = main_text(text(files, &page));
            assert!(all.contains(words), "{page} does not say {words:?}, but\n{all}");
        }
    }
}

/// Pages of both languages, each with words that it does not say.
#[track_caller]
fn never(files: &Files, cases: &[(&str, &str, &str)]) {
    for (page, vi, en) in cases {
        for (page, words) in [(format!("{page}/index.html"), vi), (format!("en/{page}/index.html"), en)] {
            assert!(!main_text(text(files, &page)).contains(words), "{page} says {words:?}");
        }
    }
}

const ALL: &str =
    "scores: { so: { a: { ht: 8, nl: 15 }, b: { ht: 9, nl: 16 }, c: { ht: 7, nl: 10 }, d: { ht: 6, nl: 14 } } }\n";

#[test]
fn a_total_that_does_not_exist_is_not_one_that_is_not_known() {
    let lacking = ALL.replace("ht: 8, nl: 15", "ht: 8, nl: missing");
    let files = built(SUM, &[(2022, ALL), (2023, &lacking), (2024, ALL)]);
    says(
        &files,
        &[
            (
                "2023/units/a",
                "Không so sánh với năm 2022: không có số liệu.",
                "Not compared with 2022: no value exists.",
            ),
            (
                "2024/units/a",
                "Không so sánh với năm 2023: năm 2023 không có số liệu.",
                "Not compared with 2023: no value exists for 2023.",
            ),
            (
                "units/a",
                "hạng 2 trong 4 đơn vị. Không so sánh với năm 2023: năm 2023 không có số liệu.",
                "rank 2 of 4. Not compared with 2023: no value exists for 2023.",
            ),
        ],
    );
    never(&files, &[("trends", "… (chưa biết)", "… (not known)")]);
    for (tag, words) in [("vi", "năm 2023 không có số liệu"), ("en", "no value exists for 2023")] {
        let script = files.keys().find(|path| path.contains(&format!("editions-{tag}"))).expect("a script of editions");
        assert!(text(&files, script).contains(words), "{script} does not say {words:?}");
    }
}

#[test]
fn what_is_announced_as_last_is_called_so_beside_its_rank() {
    let scores = "population: { so: unknown }\nannounced: { so: { total: [ { rank: 1, score: 27, units: [a] }, { rank: 9, score: 6, units: [c], last: true } ] } }\n";
    let files = built(SUM, &[(2024, scores)]);
    says(
        &files,
        &[
            (
                "units/c",
                "Kết quả năm 2024: hạng 9, công bố xếp cuối. 2 đơn vị được nêu tên; không công bố tổng số.",
                "Result of 2024: rank 9, announced as last. 2 units named; how many there are was not published.",
            ),
            ("units", "hạng 9, công bố xếp cuối", "rank 9, announced as last"),
            ("2024/units/c", "§ công bố xếp cuối", "§ announced as last"),
            (
                "units/a",
                "Hạng không kèm tổng số là hạng trong nhóm mà số đơn vị được xếp hạng không được công bố.",
                "A rank without a number after it is a rank in a group whose number of ranked units was not published.",
            ),
        ],
    );
    for (page, words) in [("2024", "Được công bố xếp cuối."), ("en/2024", "Announced as last.")] {
        let metas = named(text(&files, &format!("{page}/units/c/index.html")), "meta");
        assert!(metas.iter().any(|meta| meta.get("content").is_some_and(|c| c.contains(words))), "{words}");
    }
}

#[test]
fn a_range_of_ranks_is_told_with_of_how_many() {
    let scores =
        "scores: { so: { a: { ht: 10, nl: ~ }, b: { ht: 10, nl: 19 }, c: { ht: 7, nl: 2 }, d: { ht: 6, nl: 1 } } }\n";
    let files = built(SUM, &[(2024, scores)]);
    says(
        &files,
        &[
            ("units/b", "Kết quả năm 2024: hạng 1–2 trong 4 đơn vị.", "Result of 2024: rank 1–2 of 4."),
            ("units", "hạng 1–2 trong 4 đơn vị", "rank 1–2 of 4"),
        ],
    );
}

#[test]
fn a_shared_rank_is_called_shared_in_a_sentence() {
    let tied = ALL.replace("ht: 7, nl: 10", "ht: 9, nl: 16");
    let files = built(SUM, &[(2023, ALL), (2024, &tied)]);
    says(
        &files,
        &[
            (
                "trends",
                "Tăng nhiều nhất: Sở C, lên 3 bậc (từ hạng 4 trong 4 đơn vị thành cùng hạng 1 trong 4 đơn vị).",
                "Largest gain: Office C, up 3 places (from rank 4 of 4 to tied rank 1 of 4).",
            ),
            ("units/c", "Sở C: năm 2024 cùng hạng 1", "Office C: tied rank 1 in 2024"),
        ],
    );
}

#[test]
fn why_equal_scores_have_different_ranks_and_unequal_ones_the_same_stands_at_the_table() {
    let equal =
        "scores: { so: { a: { ht: 5, nl: 5 }, b: { ht: 5, nl: 5 }, c: { ht: 5, nl: 5 }, d: { ht: 5, nl: 5 } } }\n";
    let files = built(&format!("{SUM}rank: {{ ties: ordinal }}\n"), &[(2024, equal)]);
    says(
        &files,
        &[(
            "2024/groups/so",
            "Mỗi đơn vị một hạng; đồng điểm thì xếp theo thứ tự trong tệp điểm (1-2-3-4).",
            "Every unit has a rank of its own; equal scores follow the order of the score file (1-2-3-4).",
        )],
    );
    let near = "scores: { so: { a: { ht: 5.25, nl: 5 }, b: { ht: 5.21, nl: 5 }, c: { ht: 9, nl: 5 }, d: { ht: 1, nl: 5 } } }\n";
    let rounded = format!("{SUM}rank: {{ precision: 1, rounding: half-even }}\n");
    let files = built(&rounded, &[(2024, near)]);
    says(
        &files,
        &[
            (
                "2024/groups/so",
                "Hạng xếp theo giá trị làm tròn đến 1 chữ số thập phân; các giá trị cùng hạng ở đây bằng nhau sau khi làm tròn.",
                "Ranks are taken on values rounded to 1 decimal; those that share a rank here are equal once rounded.",
            ),
            (
                "weights",
                "Tổng điểm của nhóm này được làm tròn trước khi xếp hạng theo cách mà trang này không tính lại được.",
                "The totals of this group are rounded before they are ranked, in a way that this page does not compute anew.",
            ),
        ],
    );
    never(&files, &[("weights", "Khi biết đủ điểm", "Once all scores")]);
}

#[test]
fn a_group_that_ranks_nobody_has_no_weights_and_is_named_as_in_a_sentence() {
    let scores = "scores: { so: { a: { ht: 5, nl: missing }, b: { ht: missing, nl: 5 } } }\nnot_assessed: [c, d]\n";
    let files = built(SUM, &[(2024, scores)]);
    says(
        &files,
        &[
            ("weights", "Nhóm này không có đơn vị nào được xếp hạng.", "No unit of this group is ranked."),
            ("2024", "Nhóm các sở: không đơn vị nào được xếp hạng.", "Nobody in the departments is ranked."),
        ],
    );
}

#[test]
fn a_unit_with_too_little_is_not_said_to_lack_a_value_alone() {
    let scores = "scores: { so: { a: { ht: 5, nl: missing }, b: { ht: missing, nl: 5 }, c: { ht: 1, nl: 1 }, d: { ht: 2, nl: 1 } } }\n";
    let files = built(&format!("{SUM}missing: {{ at_least_percent: 60 }}\n"), &[(2024, scores)]);
    says(
        &files,
        &[(
            "2024/units/a",
            "Không xếp hạng vì phần có số liệu chưa đạt 60%; không có số liệu: Nhân lực.",
            "Not ranked, because less than 60% is present: there is no value for Staff.",
        )],
    );
    never(&files, &[("2024/units/b", "Không xếp hạng", "Not ranked")]);
    // A sum without maxima has no whole of which a share could be present.
    let open = SUM.replace(", max: 10", "").replace(", max: 20", "");
    let files = built(&format!("{open}missing: {{ at_least_percent: 60 }}\n"), &[(2024, scores)]);
    never(&files, &[("2024/units/a", "chưa đạt 60%", "less than 60%")]);
    says(
        &files,
        &[(
            "2024/units/a",
            "Không xếp hạng vì không có số liệu: Nhân lực.",
            "Not ranked, because there is no value for Staff.",
        )],
    );
}

#[test]
fn the_method_says_what_holds_for_its_scheme() {
    let open = SUM.replace(", max: 10", "").replace(", max: 20", "");
    let files = built(&format!("exempt: rescale\n{open}"), &[(2024, ALL)]);
    says(
        &files,
        &[(
            "methodology/s",
            "Đơn vị có tiêu chí không áp dụng thì không xếp hạng, vì không có mức tối đa để quy đổi tổng điểm.",
            "Units to which a criterion does not apply are not ranked, because without maxima the total cannot be rescaled.",
        )],
    );
    let geometric = "total: geometric-mean\nrank: { ties: average, break_ties_by: [nl] }\n";
    let tied = ALL.replace("ht: 9, nl: 16", "ht: 8, nl: 15").replace("ht: 6, nl: 14", "ht: 1, nl: 1");
    let files = built(&format!("{geometric}{SUM}"), &[(2024, &tied)]);
    says(
        &files,
        &[
            (
                "methodology/s",
                "Tổng điểm là trung bình nhân của các tiêu chí còn lại.",
                "The total is the geometric mean of the criteria that apply.",
            ),
            (
                "methodology/s",
                "Trung bình nhân nằm giữa trung bình nhân các cận dưới và trung bình nhân các cận trên của các thành phần.",
                "A geometric mean lies between the geometric mean of the lower ends and that of the upper ends of its parts.",
            ),
            (
                "methodology/s",
                "Chỉ tổng cộng hoặc trung bình cộng mới suy ra được từ các thành phần và ngược lại; ở đây không có.",
                "Only a sum or a mean follows from its parts, and a part from it; here there is none.",
            ),
            (
                "methodology/s",
                "Hạng 1,5, vì không đơn vị nào có tổng tốt hơn và có 1 đơn vị khác cùng hạng.",
                "Rank 1.5, because no unit has a better total and 1 other unit shares the rank.",
            ),
            (
                "methodology/s",
                "Xét Nhân lực, theo chiều của tiêu chí đó; đơn vị chưa rõ điểm xếp sau.",
                "Looked at in its own order: Staff; units whose score is not known come last.",
            ),
            ("methodology/s", "=1,5", "=1.5"),
        ],
    );
}

#[test]
fn rules_of_deducing_tell_only_limits_that_there_are() {
    let method = |scheme: &str, vi: &'static str, en: &'static str| {
        says(&built(scheme, &[(2024, ALL)]), &[("methodology/s", vi, en)]);
    };
    let scheme = |ht: &str, nl: &str| SUM.replace(", max: 10", ht).replace(", max: 20", nl);
    method(
        &scheme("", ""),
        "Ở đây không tiêu chí nào giới hạn điểm. Tổng cộng nằm giữa",
        "No criterion here limits its scores. A sum lies between",
    );
    method(
        &scheme(", max: 10", ""),
        "Điểm của tiêu chí có mức tối đa nằm trong khoảng từ 0 đến mức đó. Tổng cộng",
        "A score of a criterion that has a maximum lies between 0 and the maximum. A sum",
    );
    let points = ", normalise: { method: min-max }";
    method(
        &scheme(points, ", normalise: { method: z-score }"),
        "Điểm chuẩn hóa theo giá trị thấp nhất và cao nhất, hoặc theo mốc, nằm trong khoảng từ 0 đến mức cao nhất của điểm chuẩn hóa. Tổng cộng",
        "Points that are made between the lowest and the highest value, or between goalposts, lie between 0 and the most points. A sum",
    );
    // So many steps of a decimal are known only where a criterion says how many decimals there are.
    method(SUM, "Hạng thấp hơn thì điểm kém hơn.\n4. ", "A lower rank has a worse score.\n4. ");
    // A mean of such scores may lie between two steps.
    method(
        &format!("decimals: 0\ntotal: mean\n{SUM}"),
        "ở tiêu chí có quy định số chữ số thập phân, kém bao nhiêu hạng",
        "where a criterion says how many decimals its scores have, so many ranks lower",
    );
    method(
        &format!("decimals: 0\nexempt: nothing\n{SUM}"),
        "Vì hạng liền kề, kém bao nhiêu hạng",
        "Since ranks follow directly, so many ranks lower",
    );
    method(
        &scheme(", max: 10, decimals: 1", ", max: 20"),
        "ở tiêu chí có quy định số chữ số thập phân, kém bao nhiêu hạng thì điểm kém ít nhất bấy nhiêu đơn vị",
        "where a criterion says how many decimals its scores have, so many ranks lower means at least so many steps",
    );
}

#[test]
fn a_criterion_that_only_parts_ties_is_not_said_to_be_ranked() {
    let time = format!(
        "{SUM}  - {{ id: tg, name: {{ vi: Thời gian, en: Time }}, scored: false, rank: {{ order: ascending }} }}\nrank: {{ break_ties_by: [tg] }}\n"
    );
    let files = built(&time, &[(2024, &ALL.replace("nl: 15", "nl: 15, tg: 3"))]);
    says(
        &files,
        &[(
            "methodology/s",
            "Không xếp hạng theo tiêu chí này; khi dùng để phân định đồng điểm thì giá trị thấp hơn xếp trước.",
            "Units are not ranked by it; where it parts equal scores, the lower value comes first.",
        )],
    );
    for (page, words) in [
        ("2024", "Tiêu chí Thời gian năm 2024: điểm của từng đơn vị; không xếp hạng theo tiêu chí này."),
        ("en/2024", "The criterion Time, 2024: the score of each unit; units are not ranked by it."),
    ] {
        let metas = named(text(&files, &format!("{page}/criteria/tg/index.html")), "meta");
        assert!(metas.iter().any(|meta| meta.get("content") == Some(words)), "{words}");
    }
}

#[test]
fn two_units_are_both_and_a_year_that_is_withdrawn_is_no_missing_year() {
    let both = "scores: { so: { a: { ht: 5, nl: 5 }, b: { ht: 5, nl: 5 } } }\nnot_assessed: [c, d]\n";
    let withdrawn = format!("status: withdrawn\n{both}");
    let files = built(SUM, &[(2023, &withdrawn), (2024, both)]);
    says(&files, &[("criteria/ht", "– (kỳ trước đã thu hồi)", "– (the edition before is withdrawn)")]);
    says(
        &files,
        &[(
            "2024",
            "*Cả hai đơn vị* nhóm các sở bằng điểm nhau: 10 điểm.",
            "*Both* in the departments have the same total: 10 points.",
        )],
    );
}

#[test]
fn the_archive_tells_that_the_order_was_reversed() {
    let schemes = format!(
        "{SUM}//- content/schemes/t.yaml\ntitle: {{ vi: Bộ hai, en: Second set }}\nreplaces: s\ncomparable: {{ total: true }}\n{SUM}rank: {{ order: ascending }}\n"
    );
    let files = built(&schemes, &[(2023, ALL), (2024, &format!("scheme: t\n{ALL}"))]);
    says(
        &files,
        &[(
            "archive",
            "Chiều xếp hạng, trước: Điểm cao nhất là hạng 1. Nay: Điểm thấp nhất là hạng 1.",
            "Order, before: The highest score is rank 1. Now: The lowest score is rank 1.",
        )],
    );
}

#[test]
fn points_added_or_taken_are_named_in_the_change_of_a_total() {
    let taken = format!("{ALL}adjustments: [{{ unit: a, points: -1.5, reason: {{ vi: Báo cáo chậm, en: Late }} }}]\n");
    let files = built(SUM, &[(2023, ALL), (2024, &taken)]);
    says(&files, &[("trends", "cộng, trừ điểm −1,5", "points added or taken −1.5")]);
    // A third of a point has no end: what is left of two thirds is no points of anybody.
    let mean = format!("total: mean\n{SUM}  - {{ id: vb, name: {{ vi: Văn bản, en: Papers }}, max: 10 }}\n");
    let with = |a: &str| format!("scores: {{ so: {{ a: {{ {a} }}, b: {{ ht: 9, nl: 16, vb: 5 }} }} }}\n");
    let late = "adjustments: [{ unit: a, points: -1.5, reason: { vi: Báo cáo chậm, en: Late } }]\n";
    let taken = format!("{}{late}", with("ht: 9, nl: 16, vb: 5"));
    let files = built(&mean, &[(2023, &with("ht: 8, nl: 15, vb: 5")), (2024, &taken)]);
    let told = ["A +0,3333; B +0,3333; cộng, trừ điểm −1,5", "A +0.3333; B +0.3333; points added or taken −1.5"];
    says(&files, &[("trends", told[0], told[1])]);
    never(&files, &[("trends", "; khác ", "; rest ")]);
}

#[test]
fn a_bar_tells_the_points_that_it_shows() {
    let weighted = SUM.replace("max: 20", "max: 20, weight: 1.5");
    let files = built(&weighted, &[(2024, ALL)]);
    says(&files, &[("2024/groups/so", "Sở A: A 8; B 22,5", "Office A: A 8; B 22.5")]);
}
