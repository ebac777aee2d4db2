//! An announcement without criteria: the scores that it gives are told, its words are its own only where they are quoted,
//! and the results are called approved only where a document of that day approves them.

use crate::common::main_text::says;
use crate::common::{Files, Site};

const ANNOUNCED: &str = include_str!("../data/announced-scores.txt");

/// The site with the statement on `a` and what stands above `announced` written otherwise.
fn built(a: &str, above: &str) -> Files {
    let site = Site::new(ANNOUNCED);
    site.replace("content/scores/2023.yaml", "{ rank: 1, score: 95, units: [a] }", a);
    site.replace("content/scores/2023.yaml", "announced:\n", &format!("{above}announced:\n"));
    site.build()
}

const AS_IT_IS: &str = "{ rank: 1, score: 95, units: [a] }";

#[test]
fn a_caption_tells_how_many_scores_were_announced() {
    let denied = ["không nêu điểm", "no scores"];
    let some = ["Công bố nêu điểm của 2 trong 3 đơn vị.", "The announcement gives the scores of 2 of 3 units."];
    says(&built(AS_IT_IS, ""), "2023/groups/so/index.html", some, denied);
    let range = built("{ rank: 1, score: { min: 91, max: 99 }, units: [a] }", "");
    // A range is no score, and not nothing.
    let one = ["Công bố nêu điểm của 1 trong 3 đơn vị.", "The announcement gives the score of 1 of 3 units."];
    says(&range, "2023/groups/so/index.html", one, denied);

    let site = Site::new(ANNOUNCED);
    site.replace("content/scores/2023.yaml", "rank: 2, ", "rank: 2, score: 92, ");
    let all = ["Công bố nêu điểm của cả 3 đơn vị.", "The announcement gives the scores of all 3 units."];
    says(&site.build(), "2023/groups/so/index.html", all, denied);

    let site = Site::new(ANNOUNCED);
    site.replace("content/scores/2023.yaml", "score: 95, ", "");
    site.replace("content/scores/2023.yaml", "score: 90, ", "");
    let none = ["Công bố chỉ nêu thứ hạng, không nêu điểm.", "The announcement gives ranks only, no scores."];
    says(&site.build(), "2023/groups/so/index.html", none, ["Công bố nêu", "gives the score"]);
}

#[test]
fn only_a_quote_is_called_original_words() {
    let never = ["nguyên văn", "original words"];
    let plain = ["3 câu công bố, mỗi câu kèm kết quả đối chiếu.", "3 statements, each with what became of it."];
    says(&built(AS_IT_IS, ""), "2023/announcement/index.html", plain, never);

    let quoted = built("{ rank: 1, score: 95, units: [a], quote: \"Anh: 95\" }", "");
    let partly = [
        "3 câu công bố, trong đó 1 câu giữ nguyên văn, mỗi câu kèm kết quả đối chiếu.",
        "3 statements, 1 of them in the original words, each with what became of it.",
    ];
    says(&quoted, "2023/announcement/index.html", partly, ["3 câu công bố, giữ", "3 statements in"]);
    says(&quoted, "2023/announcement/index.html", ["Đơn vị và nguyên văn", "Units and original words"], ["???", "???"]);
}

#[test]
fn approved_is_said_only_of_the_day_of_a_document_that_approves() {
    let approval = |date: &str| format!("documents: [ {{ number: 1/QĐ, date: {date}, role: approval }} ]\n");
    let approved = ["Phê duyệt và công bố 02/02/2024", "Approved and published 2 February 2024"];
    let published = ["Công bố 02/02/2024", "Published 2 February 2024"];
    says(&built(AS_IT_IS, ""), "2023/index.html", published, ["Phê duyệt", "Approved"]);
    says(&built(AS_IT_IS, &approval("2024-02-02")), "2023/index.html", approved, ["???", "???"]);
    says(&built(AS_IT_IS, &approval("2024-01-31")), "2023/index.html", published, ["Phê duyệt và", "Approved"]);
    let basis = "documents: [ { number: 1/QĐ, date: 2024-02-02, role: basis } ]\n";
    says(&built(AS_IT_IS, basis), "2023/index.html", published, ["Phê duyệt", "Approved"]);
}

#[test]
fn the_archive_counts_announced_totals() {
    let totals = ["2 trong 3 tổng điểm, không có điểm thành phần", "2 of 3 totals, no scores of criteria"];
    says(&built(AS_IT_IS, ""), "archive/index.html", totals, ["0 trong 0", "0 of 0"]);
}

#[test]
fn criteria_that_are_not_there_are_one_fault() {
    let site = Site::new(ANNOUNCED);
    site.write("content/schemes/s.yaml", "title: S\n");
    site.replace("content/scores/2023.yaml", "year: 2023\n", "year: 2023\nscheme: s\n");
    let ran = site.run(&["check", "--format", "short"]);
    ran.must_end_with(1);
    let errors: Vec<&str> = ran.faults().into_iter().filter(|line| line.contains(" error[")).collect();
    assert_eq!(errors, ["content/schemes/s.yaml:1:1: error[key-missing]: key `criteria` is missing in a scheme"]);
}

#[test]
fn a_given_total_has_no_handbook() {
    let site = Site::minimal();
    let handbook = ["Handbook on Constructing", "Handbook on Constructing"];
    says(&site.build(), "methodology/thu/index.html", handbook, ["???", "???"]);
    site.replace("content/schemes/thu.yaml", "decimals: 1\n", "decimals: 1\ntotal: given\n");
    site.replace("content/scores/2024.yaml", "nhan-luc: 9 }", "nhan-luc: 9, total: 27.5 }");
    site.replace("content/scores/2024.yaml", "nhan-luc: 9.5 }", "nhan-luc: 9.5, total: 24.5 }");
    says(
        &site.build(),
        "methodology/thu/index.html",
        ["Do cơ quan công bố đưa ra", "Given by the publisher"],
        handbook,
    );
}
