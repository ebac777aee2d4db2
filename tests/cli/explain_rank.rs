//! Why a unit has its rank, as a text: computed and announced ranks, units without a rank.

use super::common::{Ran, Site};

#[track_caller]
fn says(ran: &Ran, expected: &str) {
    ran.must_end_with(0);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), (expected, ""));
}

const COMPUTED: &str = "//- content/scores/2024.yaml
year: 2024
scheme: thu
status: official
published: 2025-03-01
adjustments: [{ unit: so-tu-phap, points: -1, reason: { vi: Báo cáo chậm, en: A late report } }]
unranked: { so-noi-vu: { vi: Giải thể, en: Dissolved } }
scores:
  so:
    so-y-te: { ha-tang: 18.5, nhan-luc: 9 }
    so-tu-phap: { ha-tang: 18, nhan-luc: 10 }
    so-tai-chinh: { ha-tang: 17.5, nhan-luc: 9.5 }
    so-noi-vu: { ha-tang: 20, nhan-luc: 10 }
//- content/units.yaml
groups:
  so: { name: { vi: Các sở, en: Departments }, in_text: { vi: các sở, en: the departments } }
units:
  so-y-te: { name: { vi: Sở Y tế, en: Health }, group: so }
  so-tu-phap: { name: { vi: Sở Tư pháp, en: Justice }, group: so }
  so-tai-chinh: { name: { vi: Sở Tài chính, en: Finance }, group: so }
  so-noi-vu: { name: { vi: Sở Nội vụ, en: Home Affairs }, group: so }
";

#[test]
fn a_computed_rank_follows_from_the_scores_and_the_rule() {
    let site = Site::minimal_with(COMPUTED);
    says(
        &site.run(&["explain-rank", "2024", "so-tu-phap", "--lang", "en"]),
        "\
Justice – the departments, 2024

Scores and ranks
- Infrastructure: 18/20; rank 2.
- Staff: 10/10; rank 1. At the maximum.
- Total: 27/30 (computed from scores); tied rank 2. Tied with 1 other unit.

How the total is made
- The scores of its parts are added.
- Points added or taken: −1 point. A late report.

Why this rank
- Rank 2, because 1 unit has a better total.
- 1 other unit has the same total.
- Equal scores share a rank, the next rank follows directly (1-2-2-3).
- 0.5 points behind rank 1.
- 3 units ranked, 1 not.
",
    );
    says(
        &site.run(&["explain-rank", "2024", "so-tu-phap"]),
        "\
Sở Tư pháp – các sở, năm 2024

Điểm và thứ hạng
- Hạ tầng: 18/20; hạng 2.
- Nhân lực: 10/10; hạng 1. Đạt tối đa.
- Tổng điểm: 27/30 (tính từ điểm thành phần); cùng hạng 2. Cùng hạng với 1 đơn vị khác.

Cách tính tổng điểm
- Cộng điểm các tiêu chí thành phần.
- Điểm cộng, trừ: −1 điểm. Báo cáo chậm.

Vì sao có thứ hạng này
- Hạng 2, vì có 1 đơn vị có tổng tốt hơn.
- Có 1 đơn vị khác cùng tổng này.
- Đồng điểm thì đồng hạng, hạng sau liền kề (1-2-2-3).
- Kém 0,5 điểm so với hạng 1.
- 3 đơn vị được xếp hạng, 1 đơn vị không xếp hạng.
",
    );
}

#[test]
fn a_unit_that_is_not_ranked_is_told_why() {
    let site = Site::minimal_with(COMPUTED);
    let ran = site.run(&["explain-rank", "2024", "so-noi-vu", "--lang", "en"]);
    ran.must_end_with(0);
    assert!(ran.out.contains("\nWhy this rank\n- Not ranked, because: Dissolved.\n"), "{}", ran.out);
    assert!(!ran.out.contains("rank 1"), "{}", ran.out);
}

#[test]
fn what_was_announced_and_what_was_deduced_are_told_apart() {
    let ran = Site::example().run(&["explain-rank", "2018", "huyen-van-chan", "--lang", "en"]);
    ran.must_end_with(0);
    for line in [
        "- Staff: 8/14 (deduced from the numbers that are known); rank not known. 84 − 20 − 24 − 9 − 23 = 8.\n",
        "- Security: 9/15 (as announced); rank 5 (as announced), announced as last.\n",
        "- Rank 3, as announced.\n- 0.2 points behind rank 2.\n- 17 points ahead of rank 9.\n",
        "- Total, rank 3, score 84: Consistent (“xếp hạng 3 là UBND huyện Văn Chấn đạt 84 điểm”). ",
    ] {
        assert!(ran.out.contains(line), "{line}{}", ran.out);
    }
}

#[test]
fn what_nobody_knows_is_told_with_what_is_near() {
    let site = Site::minimal();
    for (arguments, told) in [
        (&["explain-rank", "2023", "so-y-te"][..], "error: no edition has the id `2023`; did you mean `2024`?\n"),
        (
            &["explain-rank", "2024", "so-yte"],
            "error: no unit of the edition has the id `so-yte`; did you mean `so-y-te`?\n",
        ),
        (
            &["--lang", "vi", "explain-rank", "2024", "so-yte"],
            "lỗi: không có đơn vị của kỳ nào mang mã `so-yte`; có phải là `so-y-te`?\n",
        ),
    ] {
        let ran = site.run(arguments);
        ran.must_end_with(2);
        assert_eq!(ran.err, told);
    }
}
