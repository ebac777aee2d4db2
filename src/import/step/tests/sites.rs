//! Into a site that is there: names are matched, and what is not sure is asked.

use super::{Case, case};
use crate::import::answers::AnswerSection;

#[test]
fn a_sheet_whose_names_are_known_needs_no_answer() {
    let sheet = "TT no | Đơn vị name | Dịch vụ công crit | HẠ TẦNG crit/40 | Tổng điểm total | Hạng rank\n\
                 1 | Sở TT&TT | 50.50 | 38 | 88.50 | 1\n2 | SYT | 50 | 36 | 86 | 2\n3 | Xã A | <5 | | | \n";
    let file = "//- content/scores/2024.yaml\n\
        # Lấy từ diem.xlsx, trang tính S1. Cột: dich-vu C, ha-tang D, total E, hạng của total F. Cuối mỗi dòng là ô chứa\n\
        # tên đơn vị.\n\
        year: 2024\nscheme: bo\nstatus: draft\nscores:\n  so:\n    \
            so-tttt: { ha-tang: 38, dich-vu: 50.50, total: { score: 88.50, rank: 1 } } # B2\n    \
            so-y-te: { ha-tang: 36, dich-vu: 50,    total: { score: 86, rank: 2 } } # B3\n  xa:\n    \
            xa-a: { ha-tang: ~, dich-vu: { max: 5 }, total: ~ } # B4\n";
    case(&Case { sheet, ..Case::default() }, file);
}

#[test]
fn what_is_not_known_is_asked_with_what_is_near() {
    let sheet = "Đơn vị name | Ha tang ky thuat crit | Dịch vụ côngg crit | Điểm crit? | Hạng rank0\n\
                 Sở Y tếe | 36 | 50 | 1 | 1\nCục Thuế | 1 | 2 | 3 | 2\n";
    let lines = "columns:\n  Ha tang ky thuat: ~ # total, ha-tang, dich-vu, no\n  Dịch vụ côngg: ~ # dich-vu, total, ha-tang, \
                 no\n  Điểm: ~ # total, ha-tang, dich-vu, no\n  Hạng: ~ # rank, rank ha-tang, rank dich-vu, no\n\
                 units:\n  Sở Y tếe: ~ # so-y-te, so-tttt, xa-a, no\n  Cục Thuế: ~ # so-y-te, so-tttt, xa-a, no\n";
    case(&Case { sheet, ..Case::default() }, lines);
}

#[test]
fn answers_are_taken_and_ids_are_checked() {
    let sheet = "Đơn vị name | A crit | B crit | Hạng rank0\nSở Y | 36 | 50 | 1\nCục Thuế | 1 | 2 | 3\n";
    let answers = [
        (AnswerSection::Columns, "A", "ha-tang"),
        (AnswerSection::Columns, "B", "no"),
        (AnswerSection::Columns, "Hạng", "rank"),
        (AnswerSection::Units, "Sở Y", "so-y-te"),
        (AnswerSection::Units, "*", "no"),
    ];
    let file = "//- content/scores/2024.yaml\n\
        # Lấy từ diem.xlsx, trang tính S1. Cột: ha-tang B, hạng của total D. Cuối mỗi dòng là ô chứa tên đơn vị.\n\
        year: 2024\nscheme: bo\nstatus: draft\nscores:\n  so:\n    \
        so-y-te: { ha-tang: 36, dich-vu: ~, total: { rank: 1 } } # A2\n";
    case(&Case { sheet, answers: &answers, ..Case::default() }, file);
    let wrong = [
        (AnswerSection::Columns, "A", "ha-tan"),
        (AnswerSection::Columns, "B", "no"),
        (AnswerSection::Columns, "Hạng", "no"),
    ];
    let answers =
        [&wrong[..], &[(AnswerSection::Units, "*", "no"), (AnswerSection::Units, "Sở Y", "so-y-te")]].concat();
    case(&Case { sheet, answers: &answers, ..Case::default() }, "columns:\n  A: ~ # total, ha-tang, dich-vu, no\n");
}

#[test]
fn one_thing_is_never_taken_twice() {
    let sheet = "Đơn vị name | Hạ tầng crit | Hạ tầng crit | Tổng total | Tổng điểm total\n\
                 Sở Y tế | 36 | 50 | 1 | 1\nSở Y tế | 1 | 2 | 3 | 3\n";
    let lines = "columns:\n  Hạ tầng: ~ # ha-tang, total, dich-vu, no\n  \"Hạ tầng #2\": ~ # ha-tang, total, dich-vu, no\n  \
                 Tổng: ~ # total, ha-tang, dich-vu, no\n  Tổng điểm: ~ # total, ha-tang, dich-vu, no\n\
                 units:\n  Sở Y tế: ~ # so-y-te, so-tttt, xa-a, no\n  \"Sở Y tế #2\": ~ # so-y-te, so-tttt, xa-a, no\n";
    case(&Case { sheet, ..Case::default() }, lines);
}

#[test]
fn digits_percents_and_signs_are_asked_and_never_guessed() {
    let sheet = "Đơn vị name | Hạ tầng crit | Dịch vụ công crit\nSở Y tế | 36.18~36.2 | -\nSTTTT | 30 | 0.5~50%\n";
    let lines = "signs:\n  \"-\": ~ # unpublished, missing, exempt, withheld, 0\n\
                 values:\n  Hạ tầng: ~ # stored, shown\n\
                 percent:\n  Dịch vụ công: ~ # points, parts\n";
    case(&Case { sheet, ..Case::default() }, lines);
    let lines = "signs:\n  \"-\": ~ # unpublished, missing, exempt, withheld, 0\n\
                 percent:\n  Dịch vụ công: ~ # points, parts\n";
    case(&Case { sheet, values: Some("shown"), ..Case::default() }, lines);
    let written = |first: &str, second: &str| {
        format!(
            "//- content/scores/2024.yaml\n# Lấy từ diem.xlsx, trang tính S1. Cột: ha-tang B, dich-vu C. Cuối mỗi dòng là ô \
             chứa tên đơn vị.\nyear: 2024\nscheme: bo\nstatus: draft\nscores:\n  so:\n    {first}\n    {second}\n"
        )
    };
    let answers = [
        (AnswerSection::Signs, "-", "missing"),
        (AnswerSection::Values, "Hạ tầng", "shown"),
        (AnswerSection::Percent, "Dịch vụ công", "points"),
    ];
    let file =
        written("so-y-te: { ha-tang: 36.2, dich-vu: missing } # A2", "so-tttt: { ha-tang: 30,   dich-vu: 50 } # A3");
    case(&Case { sheet, answers: &answers, ..Case::default() }, &file);
    let answers = [
        (AnswerSection::Signs, "-", "0"),
        (AnswerSection::Values, "*", "stored"),
        (AnswerSection::Percent, "*", "parts"),
    ];
    let file =
        written("so-y-te: { ha-tang: 36.18, dich-vu: 0 } # A2", "so-tttt: { ha-tang: 30,    dich-vu: 0.5 } # A3");
    case(&Case { sheet, answers: &answers, ..Case::default() }, &file);
}

#[test]
fn a_group_that_is_named_is_the_only_one() {
    let sheet = "Đơn vị name | Hạ tầng crit\nSở Y tế | 36\nXã A | 30\n";
    case(&Case { sheet, group: Some("xa"), ..Case::default() }, "units:\n  Sở Y tế: ~ # xa-a, no\n");
}

#[test]
fn a_fault_names_the_cell_of_the_sheet() {
    let sheet = "Đơn vị name | Hạ tầng crit | Dịch vụ công crit\nSở Y tế | 41 | 50\n";
    case(&Case { sheet, ..Case::default() }, "B2: score `41` of `so-y-te` for `ha-tang` is above its maximum 40\n");
}

#[test]
fn a_total_that_is_not_the_sum_is_told_and_written_only_as_disputed() {
    let sheet = "Đơn vị name | Hạ tầng crit | Dịch vụ công crit | Tổng total | Hạng rank\n\
                 Sở Y tế | 36 | 50 | 87 | 1\nSTTTT | 30 | 50 | 80 | 1\n";
    let told = "D2: announced score 87 for `total` of `so-y-te` is not what the numbers give: 86\n";
    case(&Case { sheet, ..Case::default() }, &format!("{told}disputed:\n  total: ~ # yes, no\n"));
    let no = [(AnswerSection::Disputed, "total", "no")];
    case(&Case { sheet, answers: &no, ..Case::default() }, told);
    let yes = [(AnswerSection::Disputed, "total", "yes")];
    let file = "//- content/scores/2024.yaml\n\
        # Lấy từ diem.xlsx, trang tính S1. Cột: ha-tang B, dich-vu C, total D, hạng của total E. Cuối mỗi dòng là ô chứa\n\
        # tên đơn vị.\n\
        year: 2024\nscheme: bo\nstatus: draft\nscores:\n  so:\n    \
        so-y-te: { ha-tang: 36, dich-vu: 50, total: { score: 87, rank: 1, disputed: Bảng tính ghi khác với kết quả tính từ điểm. } } # A2\n    \
        so-tttt: { ha-tang: 30, dich-vu: 50, total: { score: 80, rank: 1 } } # A3\n\
        disputed:\n  - { group: so, criterion: total, reason: Bảng tính ghi khác với kết quả tính từ điểm. }\n";
    case(&Case { sheet, answers: &yes, ..Case::default() }, file);
}
