//! What a reader must know of the source stands beside the numbers that it is about: a remark on a criterion at the
//! criterion, in the notes of each scorecard and, with its name, among the remarks on the group and on the edition.

use crate::common::main_text::says;
use crate::common::{Files, Site};

const REMARKS: &str = include_str!("../data/remarks.txt");

const NOWHERE: [&str; 2] = ["???", "???"];

#[track_caller]
fn is_on(files: &Files, path: &str, expected: [&str; 2]) {
    says(files, path, expected, NOWHERE);
}

#[track_caller]
fn is_not_on(files: &Files, path: &str, never: [&str; 2]) {
    says(files, path, ["", ""], never);
}

#[test]
fn a_remark_on_a_criterion_stands_on_its_page() {
    let files = Site::new(REMARKS).build();
    let quoted = [
        "Lưu ý về nguồn “chấm lại tháng 5” Bản in chấm hai lần.",
        "Notes on the source “chấm lại tháng 5” The print has two counts.",
    ];
    is_on(&files, "2023/criteria/an-toan/index.html", quoted);
    is_not_on(&files, "2023/criteria/hop/index.html", ["Bản in", "The print"]);
    let of_all = ["Không tính họp trực tuyến.", "Meetings online are not counted."];
    is_on(&files, "2023/criteria/hop/index.html", of_all);
    is_not_on(&files, "2023/criteria/an-toan/index.html", of_all);
}

#[test]
fn a_remark_on_a_criterion_is_a_note_on_each_scorecard_that_has_it() {
    let files = Site::new(REMARKS).build();
    for unit in ["a", "b"] {
        let page = format!("2023/units/{unit}/index.html");
        let notes = [
            "Số cuộc họp : Không tính họp trực tuyến. An toàn : “chấm lại tháng 5” Bản in chấm hai lần. \
             Lưu ý về nguồn Danh sách lấy từ phụ lục.",
            "Meetings : Meetings online are not counted. Safety : “chấm lại tháng 5” The print has two counts. \
             Notes on the source The list is that of the annex.",
        ];
        is_on(&files, &page, notes);
        is_not_on(&files, &page, ["Tổng do", "The province"]);
    }
    let notes = [
        "Số cuộc họp : Không tính họp trực tuyến. Tổng điểm : Tổng do tỉnh cộng.",
        "Meetings : Meetings online are not counted. Total : The province added the totals.",
    ];
    is_on(&files, "2023/units/c/index.html", notes);
    is_not_on(&files, "2023/units/c/index.html", ["Lưu ý về nguồn", "Notes on the source"]);
}

#[test]
fn remarks_on_a_group_and_on_an_edition_name_what_they_are_about() {
    let files = Site::new(REMARKS).build();
    let of_group = [
        "Lưu ý về nguồn Danh sách lấy từ phụ lục. An toàn “chấm lại tháng 5” Bản in chấm hai lần. \
         Số cuộc họp Không tính họp trực tuyến.",
        "Notes on the source The list is that of the annex. Safety “chấm lại tháng 5” The print has two counts. \
         Meetings Meetings online are not counted.",
    ];
    is_on(&files, "2023/groups/so/index.html", of_group);
    is_not_on(&files, "2023/groups/so/index.html", ["Tổng do", "The province"]);
    let of_edition = [
        "Các sở Danh sách lấy từ phụ lục. Các sở, An toàn “chấm lại tháng 5” Bản in chấm hai lần. \
         Số cuộc họp Không tính họp trực tuyến. Các huyện, Tổng điểm Tổng do tỉnh cộng.",
        "Departments The list is that of the annex. Departments, Safety “chấm lại tháng 5” The print has two counts. \
         Meetings Meetings online are not counted. Districts, Total The province added the totals.",
    ];
    is_on(&files, "2023/index.html", of_edition);
    is_on(&files, "2023/print/index.html", of_edition);
}

/// A criterion that only another group has is a slip, which `check` tells.
#[test]
fn a_remark_names_a_criterion_of_its_group() {
    let site = Site::new(REMARKS);
    site.replace("content/scores/2023.yaml", "{ group: so, criterion: an-toan", "{ group: huyen, criterion: an-toan");
    let ran = site.run(&["check", "--format", "short"]);
    ran.must_end_with(1);
    let errors: Vec<&str> = ran.faults().into_iter().filter(|line| line.contains(" error[")).collect();
    assert_eq!(
        errors,
        [
            "content/scores/2023.yaml:12:32: error[criterion-unknown]: no criterion of the scheme `t` has the id `an-toan`"
        ]
    );
}
