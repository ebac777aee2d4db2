//! Into a new site: units, criteria and rules are made of what the sheet tells, and of nothing else.

use super::{Case, case, told};
use crate::import::answers::AnswerSection;

#[test]
fn a_first_site_is_made_of_a_sheet() {
    let sheet = "TT no | Đơn vị name | Hạ tầng crit/40 | Dịch vụ công crit/60 | Tổng total/100 | Hạng rank\n\
                 # I. Các sở\n1 | Sở Y tế | 36 | 50.5 | 86.5 | 1\n2 | Sở: \"Nội vụ\" | 30 | 50 | 80 | 2\n\
                 3 | Sở Tài chính | 31 | 49 | 80 | 2\n4 | Sở Tư pháp | 31 | 40 | 71 | 4\n";
    case(&Case { site: "", sheet, ..Case::default() }, include_str!("../../../../tests/data/import/first-site.txt"));
}

/// A sheet, and the lines of a file that follow from it.
#[track_caller]
fn lines(sheet: &str, answers: &[(AnswerSection, &str, &str)], path: &str, expected: &str) {
    let told = told(&Case { site: "", sheet, answers, ..Case::default() });
    let file = told.split("//- ").find_map(|part| part.strip_prefix(path)).unwrap_or(&told);
    assert!(file.contains(expected), "{told}");
}

const HEAD: &str = "Đơn vị name | Hạ tầng crit | Dịch vụ công crit | Tổng total | Hạng rank\n";

#[test]
fn one_wrong_total_among_right_ones_is_asked_and_told() {
    let sheet = &format!(
        "{HEAD}A B | 36 | 50 | 86 | 1\nC D | 30 | 50 | 80 | 2\nE F | 30 | 40 | 75 | 3\nG H | 20 | 30 | 50 | 4\n"
    );
    let case = |answers: &[(AnswerSection, &str, &str)], expected: &str| {
        case(&Case { site: "", sheet, answers, ..Case::default() }, expected);
    };
    case(&[], "sheet:\n  totals: ~ # sum, given\n  ties: ~ # dense, competition, modified, average\n");
    let sum = (AnswerSection::Sheet, "totals", "sum");
    let ties = (AnswerSection::Sheet, "ties", "competition");
    case(&[sum], "sheet:\n  ties: ~ # dense, competition, modified, average\n");
    case(
        &[sum, ties],
        "D4: announced score 75 for `total` of `e-f` is not what the numbers give: 70\ndisputed:\n  total: ~ # yes, no\n",
    );
    let disputed = (AnswerSection::Disputed, "total", "yes");
    let cell = "e-f: { ha-tang: 30, dich-vu-cong: 40, total: { score: 75, rank: 3, disputed: Bảng";
    lines(sheet, &[sum, ties, disputed], "content/scores/2024.yaml", cell);
    lines(sheet, &[sum, ties, disputed], "content/schemes/bo-2024.yaml", "total: sum\n");
    let given = (AnswerSection::Sheet, "totals", "given");
    lines(sheet, &[given, ties], "content/schemes/bo-2024.yaml", "total: given\n");
}

#[test]
fn what_equal_values_do_follows_from_the_ranks_or_is_asked() {
    let sheet =
        format!("{HEAD}A | 36 | 50 | 86 | 1\nB | 30 | 50 | 80 | 2\nC | 30 | 50 | 80 | 2\nD | 20 | 30 | 50 | 4\n");
    let shown = "# Cách xếp hạng suy ra từ hạng ghi trong bảng.\nrank:\n  ties: competition\n  order: descending\n";
    lines(&sheet, &[], "content/schemes/bo-2024.yaml", shown);
    let open = format!("{HEAD}A | 36 | 50 | 86 | 1\nB | 30 | 50 | 80 | 2\nC | 30 | 50 | 80 | 2\n");
    case(&Case { site: "", sheet: &open, ..Case::default() }, "sheet:\n  ties: ~ # dense, competition\n");
    let said = "# Bảng tính không cho biết điểm bằng nhau xếp hạng thế nào: nếu khác, hãy sửa ở đây.\nrank:\n  ties: competition\n";
    lines(&open, &[(AnswerSection::Sheet, "ties", "competition")], "content/schemes/bo-2024.yaml", said);
}

#[test]
fn totals_that_leave_out_what_is_missing_count_it_as_zero() {
    let sheet =
        format!("{HEAD}A | 36 | 50 | 86 | 1\nB | 30 | 50 | 80 | 2\nC | 30 | 50 | 80 | 2\nD | 20 | - | 20 | 4\n");
    let answers = [(AnswerSection::Signs, "-", "missing")];
    lines(
        &sheet,
        &answers,
        "content/schemes/bo-2024.yaml",
        "total: sum\n# Tổng điểm trong bảng tính phần không có số liệu là không.\nmissing: zero\n",
    );
    lines(&sheet, &answers, "content/scores/2024.yaml", "dich-vu-cong: missing, total: { score: 20, rank: 4 } } # A5");
}

#[test]
fn a_column_of_groups_makes_groups_where_the_ranks_begin_anew_in_each() {
    let head = "Đơn vị name | Khối group | Tổng total | Hạng rank\n";
    let anew = format!(
        "{head}A | Sở | 86 | 1\nB | | 80 | 2\nC | Xã | 90 | 1\nD | Xã | 70 | 2\nE | Xã | 70 | 2\nF | Xã | 60 | 4\n"
    );
    lines(&anew, &[], "content/scores/2024.yaml", "  so:\n    a: { total: { score: 86, rank: 1 } } # A2\n");
    lines(&anew, &[], "content/scores/2024.yaml", "  xa:\n    c: { total: { score: 90, rank: 1 } } # A4\n");
    let one = format!("{head}A | Sở | 96 | 1\nB | Sở | 90 | 2\nC | Xã | 90 | 2\nD | Xã | 70 | 4\n");
    case(&Case { site: "", sheet: &one, ..Case::default() }, "sheet:\n  group column: ~ # Khối, no\n");
    lines(&one, &[(AnswerSection::Sheet, "group column", "no")], "content/scores/2024.yaml", "  all:\n    a: ");
}

#[test]
fn totals_that_are_no_sums_are_given_and_ranks_that_no_rule_gives_are_announced() {
    let sheet = "Unit name | A crit | Score total | Rank rank\nX | 1 | 2.1 | 2\nY | 2 | 2.1 | 1\nZ | 3 | 1 | 3\n";
    case(
        &Case { site: "", sheet, ..Case::default() },
        include_str!("../../../../tests/data/import/announced-ranks.txt"),
    );
}

#[test]
fn unsure_columns_and_repeated_units_are_asked() {
    let sheet = "Unit name | A crit? | B crit?\nX | 1 | 2\nX | 2 | 2\n";
    let lines = "columns:\n  A: ~ # yes, total, no\n  B: ~ # yes, total, no\n\
                 units:\n  X: ~ # yes, no\n  \"X #2\": ~ # yes, no\n";
    case(&Case { site: "", sheet, ..Case::default() }, lines);
    let answers = [
        (AnswerSection::Sheet, "ties", "dense"),
        (AnswerSection::Columns, "A", "yes"),
        (AnswerSection::Columns, "*", "no"),
        (AnswerSection::Units, "X", "yes"),
        (AnswerSection::Units, "X #2", "x-two"),
    ];
    case(
        &Case { site: "", sheet, answers: &answers, group: Some("All of them"), ..Case::default() },
        include_str!("../../../../tests/data/import/without-total.txt"),
    );
}
