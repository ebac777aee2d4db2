//! Into a new site: units, criteria and rules are made of what the sheet tells, and of nothing else.

use super::{Case, case};
use crate::import::answers::AnswerSection;

#[test]
fn a_first_site_is_made_of_a_sheet() {
    let sheet = "TT no | Đơn vị name | Hạ tầng crit/40 | Dịch vụ công crit/60 | Tổng total/100 | Hạng rank\n\
                 # I. Các sở\n1 | Sở Y tế | 36 | 50.5 | 86.5 | 1\n2 | Sở: \"Nội vụ\" | 30 | 50 | 80 | 2\n\
                 3 | Sở Tài chính | 31 | 49 | 80 | 2\n4 | Sở Tư pháp | 31 | 40 | 71 | 4\n";
    case(&Case { site: "", sheet, ..Case::default() }, include_str!("../../../../tests/data/import/first-site.txt"));
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
