//! What may be said of a maximum, of shares of it and of the value that is ranked.

use crate::common::main_text::{says, words};
use crate::common::{Site, csv_rows, text};

/// The small site with its criteria and what stands behind them written otherwise, and its cells.
fn site(criteria: &str, cells: [&str; 2]) -> Site {
    let site = Site::minimal();
    let names = ["name: { vi: Hạ tầng, en: Infrastructure }", "name: { vi: Nhân lực, en: Staff }"];
    let criteria = criteria.replace("H,", &format!("{},", names[0])).replace("N,", &format!("{},", names[1]));
    site.write("content/schemes/thu.yaml", format!("title: {{ vi: Bộ tiêu chí thử, en: Trial criteria }}\n{criteria}"));
    site.replace("content/scores/2024.yaml", "{ ha-tang: 18.5, nhan-luc: 9 }", cells[0]);
    site.replace("content/scores/2024.yaml", "{ ha-tang: 15, nhan-luc: 9.5 }", cells[1]);
    site
}

const CELLS: [&str; 2] = ["{ ha-tang: 18.5, nhan-luc: 9 }", "{ ha-tang: 15, nhan-luc: 9.5 }"];

/// The codes that a check of a site tells.
fn codes(site: &Site) -> Vec<String> {
    let ran = site.run(&["check", "--format", "short"]);
    let code = |line: &str| line.split('[').nth(1).and_then(|rest| rest.split(']').next()).map(str::to_owned);
    ran.err.lines().filter_map(code).collect()
}

#[test]
fn no_share_is_said_of_points_without_a_maximum() {
    let endless = "criteria:
  - { id: ha-tang, H, normalise: { method: METHOD } }
  - { id: nhan-luc, N, normalise: { method: METHOD } }
";
    for method in ["rank", "z-score"] {
        let built = site(&endless.replace("METHOD", method), CELLS).build();
        let page = "methodology/thu/index.html";
        says(&built, page, ["2 tiêu chí.", "2 criteria."], ["chiếm", "% of the total"]);
        says(&built, page, ["2 tiêu chí.", "2 criteria."], ["tổng tối đa", "at most 200"]);
    }
    // Points of the best value do end.
    let built = site(&endless.replace("METHOD", "best"), CELLS).build();
    says(&built, "methodology/thu/index.html", ["tổng tối đa 200", "at most 200 points"], ["???", "???"]);
}

#[test]
fn a_share_of_a_best_value_below_zero_is_no_number() {
    let best = "criteria:\n  - { id: ha-tang, H, normalise: { method: best } }\n  - { id: nhan-luc, N, max: 10 }\n";
    let with = |a: &str, b: &str| {
        let cells = [a, b].map(|score| format!("{{ ha-tang: {score}, nhan-luc: 9 }}"));
        codes(&site(best, [&cells[0], &cells[1]]))
    };
    assert_eq!(with("-3", "-1"), ["value-not-computable"]);
    assert_eq!(with("0", "5"), ["value-not-computable"]);
    assert_eq!(with("3", "5"), Vec::<String>::new());
}

#[test]
fn what_a_formula_does_not_give_is_told_once_for_a_criterion() {
    let best = "criteria:\n  - { id: ha-tang, H, normalise: { method: best } }\n  - { id: nhan-luc, N, max: 10 }\n";
    let told = |cells: [&str; 2], language: &str| {
        let ran = site(best, cells).run(&["--lang", language, "check"]);
        let wanted = |line: &&str| line.contains("[value-not-computable]: ") || line.starts_with("= ");
        let lines = ran.err.lines().map(str::trim).filter(wanted);
        lines.filter(|line| !line.contains("explain")).map(str::to_owned).collect::<Vec<String>>()
    };
    let both = ["{ ha-tang: -3, nhan-luc: 9 }", "{ ha-tang: 0, nhan-luc: 9 }"];
    let one = ["{ ha-tang: 3, nhan-luc: 9 }", "{ ha-tang: 0, nhan-luc: 9 }"];
    let help = "= help: logarithms and `method: best` need values above 0, min-max and z-scores values that differ, \
        geometric means values of 0 or more, means weights that do not add up to 0, and every result at most 28 digits";
    let said =
        "error[value-not-computable]: the values of 2 units for `ha-tang` cannot be computed: `so-y-te`, `so-tu-phap`";
    assert_eq!(told(both, "en"), [said, help]);
    let said = "error[value-not-computable]: the value of `so-tu-phap` for `ha-tang` cannot be computed";
    assert_eq!(told(one, "en"), [said, help]);
    let help = "= gợi ý: lôgarit và `method: best` cần giá trị trên 0, min-max và z-score cần các giá trị khác nhau, \
        trung bình nhân cần giá trị từ 0, trung bình cần tổng trọng số khác 0, và mọi kết quả nhiều nhất 28 chữ số";
    let said = "lỗi[value-not-computable]: không tính được giá trị của 2 đơn vị về `ha-tang`: `so-y-te`, `so-tu-phap`";
    assert_eq!(told(both, "vi"), [said, help]);
    let said = "lỗi[value-not-computable]: không tính được giá trị của `so-tu-phap` về `ha-tang`";
    assert_eq!(told(one, "vi"), [said, help]);
}

#[test]
fn what_does_not_exist_is_never_the_best() {
    let scheme = |more: &str| {
        let criteria = "criteria:\n  - { id: ha-tang, H, max: 20 }\n  - { id: nhan-luc, N, max: 10 }\n";
        codes(&site(&format!("{criteria}{more}"), CELLS))
    };
    assert_eq!(scheme("missing: zero\nrank: { order: ascending }\n"), ["missing-zero-is-best"]);
    assert_eq!(scheme("missing: zero\n"), Vec::<String>::new());
    assert_eq!(scheme("missing: unranked\nrank: { order: ascending }\n"), Vec::<String>::new());
    // A leaf of its own order: its cell stays without a value and without a rank.
    let leaf = "criteria:\n  - { id: ha-tang, H, order: ascending }\n  - { id: nhan-luc, N, max: 10 }\nmissing: zero\n";
    assert_eq!(codes(&site(leaf, CELLS)), Vec::<String>::new());
    let parent = "criteria:
  - { id: a, name: { vi: A, en: A }, order: ascending, criteria: [ { id: ha-tang, H, order: descending } ] }
  - { id: nhan-luc, N, max: 10 }
missing: zero
";
    assert_eq!(codes(&site(parent, CELLS)), ["missing-zero-is-best"]);
}

#[test]
fn a_mean_of_unequal_maxima_has_their_mean() {
    let criteria = "total: mean\ncriteria:\n  - { id: ha-tang, H, max: 20 }\n  - { id: nhan-luc, N, max: 10 }\n";
    assert_eq!(codes(&site(&format!("max: 100\n{criteria}"), CELLS)), ["maximum-mismatch"]);
    assert_eq!(codes(&site(&format!("max: 15\n{criteria}"), CELLS)), Vec::<String>::new());
}

#[test]
fn an_edition_that_is_published_before_its_period_ends_is_told() {
    let with = |status: &str, published: &str| {
        let site = Site::minimal();
        site.replace("content/scores/2024.yaml", "status: official", &format!("status: {status}"));
        site.replace("content/scores/2024.yaml", "published: 2025-03-01", &format!("published: {published}"));
        codes(&site)
    };
    assert_eq!(with("official", "2024-12-30"), ["published-early"]);
    assert_eq!(with("provisional", "2024-06-01"), ["published-early"]);
    assert_eq!(with("draft", "2024-06-01"), Vec::<String>::new());
    assert_eq!(with("official", "2024-12-31"), Vec::<String>::new());
}

#[test]
fn a_maximum_that_never_ends_is_told_rounded() {
    let criteria = "total: mean\ncriteria:
  - { id: ha-tang, H, max: 20 }
  - { id: nhan-luc, N, max: 10 }
  - { id: ba, name: { vi: Ba, en: Three }, max: 2.5 }
";
    let cells = CELLS.map(|cells| cells.replace(" }", ", ba: 1 }"));
    let built = site(criteria, [&cells[0], &cells[1]]).build();
    for (page, expected) in [("methodology/thu", "≈10,8333 điểm"), ("en/methodology/thu", "≈10.8333 points")] {
        let told = words(text(&built, &format!("{page}/index.html")));
        assert!(told.contains(expected) && !told.contains("0.83333") && !told.contains("0,83333"), "{told}");
    }
}

#[test]
fn percentages_that_are_said_to_add_up_do() {
    let thirds = "decimals: 1\ntotal: mean\ncriteria:
  - { id: ha-tang, H, max: 20, weight: 0.333 }
  - { id: nhan-luc, N, max: 20, weight: 0.333 }
  - { id: ba, name: { vi: Ba, en: Three }, max: 20, weight: 0.333 }
";
    let cells = CELLS.map(|cells| cells.replace(" }", ", ba: 1 }"));
    let built = site(thirds, [&cells[0], &cells[1]]).build();
    let told = words(text(&built, "en/weights/index.html"));
    assert!(told.contains("The percentages always add up to 100."), "{told}");
    // Once in the table, once beside the slider.
    assert_eq!((told.matches("33.4%").count(), told.matches("33.3%").count()), (2, 4), "{told}");
}

#[test]
fn the_method_says_once_which_value_is_ranked() {
    let criteria = "total: mean\ncriteria:\n  - { id: ha-tang, H, max: 20 }\n  - { id: nhan-luc, N, max: 20 }\n";
    let page = "methodology/thu/index.html";
    let rounded = site(&format!("{criteria}rank: {{ precision: 0 }}\n"), CELLS).build();
    let expected = [
        "Xếp hạng trên giá trị làm tròn đến số nguyên, nửa đơn vị làm tròn lên.",
        "Ranks are taken on values rounded to whole numbers, halves upwards.",
    ];
    says(&rounded, page, expected, ["giá trị đó dùng để xếp hạng", "used for ranks"]);
    says(&rounded, page, expected, ["không làm tròn thêm", "without more rounding"]);
    let exact = site(criteria, CELLS).build();
    let expected = [
        "Xếp hạng trên đúng giá trị ghi trong tệp tải về, không làm tròn thêm.",
        "Ranks are taken on the values as they stand in the downloads, without more rounding.",
    ];
    says(&exact, page, expected, ["giá trị đó dùng để xếp hạng", "used for ranks"]);
}

/// A mean of the parts that apply may lie above the mean of all maxima, and is announced so without a fault.
#[test]
fn a_mean_without_some_of_its_parts_may_be_above_the_mean_of_all_maxima() {
    let mean = "total: mean\nexempt: rescale\ndecimals: 1\ncriteria:\n  - { id: ha-tang, H, max: 10 }
  - { id: nhan-luc, N, max: 20 }\n";
    let site = site(mean, ["{ ha-tang: exempt, nhan-luc: 19, total: 19 }", "{ ha-tang: 10, nhan-luc: 9 }"]);
    assert_eq!(codes(&site), Vec::<String>::new());
    says(&site.build(), "2024/groups/so/index.html", ["với 19 điểm", "with 19 points"], ["Tổng điểm /15", "Total /15"]);
    site.replace("content/scores/2024.yaml", "nhan-luc: 19, total: 19", "nhan-luc: 19, total: 21");
    assert_eq!(codes(&site), ["score-above-maximum"]);
}

/// The same unit on another scale than before, since a part does not apply to it any more, is compared by its share.
#[test]
fn a_unit_whose_own_maximum_changed_is_compared_by_its_share() {
    let mean = "total: mean\nexempt: rescale\ndecimals: 1\ncriteria:\n  - { id: ha-tang, H, max: 10 }
  - { id: nhan-luc, N, max: 20 }\n";
    let site = site(mean, ["{ ha-tang: 10, nhan-luc: exempt }", "{ ha-tang: 8, nhan-luc: 20 }"]);
    let before = site.read("content/scores/2024.yaml").replace("2024", "2023").replace("2025-", "2024-");
    site.write("content/scores/2023.yaml", before.replace("nhan-luc: exempt", "nhan-luc: 0"));
    let files = site.build();
    let rows = csv_rows(text(&files, "2024/data/changes.csv"));
    let totals = rows.iter().filter(|row| row["criterion"] == "total");
    let told: Vec<_> =
        totals.map(|row| (row["unit"].as_str(), row["verdict"].as_str(), row["share_change"].as_str())).collect();
    assert_eq!(told, [("so-y-te", "share", "66.666666666667"), ("so-tu-phap", "comparable", "0")], "{rows:?}");
}
