//! `import`: a spreadsheet into a first site, and into one that is there; what is asked, told and refused.

use std::io::Write as _;
use std::process::{Command, Stdio};

use rust_xlsxwriter::Workbook;

use crate::common::main_text::main_text;
use crate::common::{Ran, Site, text};

/// The results of 2024 as an office would save them.
const RESULTS: &str = "\
Kết quả xếp hạng năm 2024,,,,,\n\
TT,Đơn vị,Hạ tầng (40 điểm),Dịch vụ (60 điểm),Tổng điểm,Xếp hạng\n\
1,Sở Y tế,36,50.5,86.5,1\n\
2,Sở Nội vụ,30,50,80,2\n\
3,Sở Tài chính,31,49,80,2\n\
4,Sở Tư pháp,31,40,71,4\n\
,Trung bình,32,47.4,79.4,\n";

/// A first site, made of those results.
#[track_caller]
fn first_site() -> Site {
    let site = Site::new("");
    site.write("kq.csv", RESULTS);
    site.run(&["import", "kq.csv", "--year", "2024", "--new-site"]).must_end_with(0);
    site
}

/// A workbook of one sheet: texts, and numbers where a cell is one.
fn xlsx(rows: &[&[&str]]) -> Vec<u8> {
    book(&[("Kết quả", rows)])
}

/// A workbook of sheets, each with its name.
fn book(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet().set_name(*name).expect("a sheet");
        for (row, cells) in (0..).zip(*rows) {
            for (column, cell) in (0..).zip(*cells) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).map(drop),
                    Err(_) => sheet.write_string(row, column, *cell).map(drop),
                }
                .expect("a cell");
            }
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

#[track_caller]
fn told(ran: &Ran, code: i32, out: &str, err: &str) {
    assert!(
        (ran.code, ran.out.as_str(), ran.err.as_str()) == (code, out, err),
        "{}\nout:\n{}\nerr:\n{}",
        ran.code,
        ran.out,
        ran.err
    );
}

/// Checks and builds a site with its drafts.
#[track_caller]
fn holds(site: &Site) {
    let checked = site.run(&["check", "--drafts"]);
    assert_eq!((checked.code, checked.faults()), (0, vec![]), "{}", checked.err);
    site.run(&["build", "--drafts"]).must_end_with(0);
}

#[test]
fn a_spreadsheet_becomes_a_first_site_in_one_command() {
    let site = Site::new("");
    site.write("kq.csv", RESULTS);
    let out = "content/site.yaml\ncontent/units.yaml\ncontent/schemes/bo-2024.yaml\ncontent/scores/2024.yaml\n\
               Write who publishes it into content/site.yaml. The edition is a draft: write its dates and documents, look at \
               it with `scorebook serve`, then change `status`.\n";
    let err = include_str!("../data/import/first-site-told.txt");
    told(&site.run(&["import", "kq.csv", "--year", "2024", "--new-site"]), 0, out, err);
    assert_eq!(site.read("content/scores/2024.yaml"), include_str!("../data/import/first-site-scores.yaml"));
    site.run(&["check"]).must_end_with(0);
    holds(&site);
    assert!(site.path("schema/scores.json").is_file() && site.path("README.md").is_file());
    assert!(!site.path("import-map.yaml").exists(), "nothing was asked");
}

#[test]
fn the_next_year_is_matched_with_the_names_that_are_known() {
    let site = first_site();
    let rows: [&[&str]; 5] = [
        &["ĐƠN VỊ", "Dịch vụ", "Hạ tầng", "Tổng điểm"],
        &["Sở YT", "51.5", "37", "88.5"],
        &["SNV", "50", "30", "80"],
        &["Sở tài chính", "", "31", ""],
        &["STP", "40", "30", "70"],
    ];
    site.write("kq.xlsx", xlsx(&rows));
    let ran = site.run(&["--lang", "vi", "import", "kq.xlsx", "--year", "2025"]);
    let out = "content/scores/2025.yaml\nKỳ này đang là bản nháp: hãy ghi ngày tháng và văn bản, xem bằng `scorebook serve`, rồi \
               đổi `status`.\n";
    told(&ran, 0, out, include_str!("../data/import/next-year-told.txt"));
    assert_eq!(site.read("content/scores/2025.yaml"), include_str!("../data/import/next-year-scores.yaml"));
    holds(&site);
    let again = site.run(&["import", "kq.xlsx", "--year", "2025"]);
    told(&again, 2, "", "error: content/scores/2025.yaml is there already; `--force` replaces a score file\n");
    let before = site.read("content/scores/2025.yaml");
    site.write("content/scores/2025.yaml", "broken");
    site.run(&["import", "kq.xlsx", "--year", "2025", "--force"]).must_end_with(0);
    assert_eq!(site.read("content/scores/2025.yaml"), before);
}

/// A workbook with a sheet for each group, whose tables begin in other rows.
fn book_of_groups(first: &str) -> Vec<u8> {
    let head: &[&str] = &["Đơn vị", "Hạ tầng (40 điểm)", "Dịch vụ (60 điểm)", "Tổng điểm", "Xếp hạng"];
    book(&[
        (
            "Sở",
            &[
                &["Kết quả xếp hạng năm 2024"],
                head,
                &["Sở Y tế", first, "50.5", "86.5", "1"],
                &["Sở Nội vụ", "30", "50", "80", "2"],
                &["Sở Tài chính", "31", "49", "80", "2"],
                &["Sở Tư pháp", "31", "40", "71", "4"],
            ],
        ),
        ("Huyện", &[head, &["Huyện Văn Yên", "20", "60", "80", "1"], &["Huyện Lục Yên", "10", "5", "15", "2"]]),
        ("Ghi chú", &[&["Số liệu do Sở Nội vụ tổng hợp."]]),
    ])
}

#[test]
fn a_sheet_for_each_group_becomes_one_edition() {
    let site = Site::new("");
    site.write("kq.xlsx", book_of_groups("36"));
    let ran = site.run(&["import", "kq.xlsx", "--year", "2024", "--new-site", "--yes"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, include_str!("../data/import/sheets-told.txt")));
    assert_eq!(site.read("content/scores/2024.yaml"), include_str!("../data/import/sheets-of-groups.yaml"));
    holds(&site);
    let again = ["--lang", "vi", "import", "kq.xlsx", "--year", "2025", "--sheet", "Huyện", "--sheet", "Sở"];
    let ran = site.run(&again);
    let told = "kq.xlsx, Huyện!A1, Sở!A2: 6 đơn vị, 3 cột → content/scores/2025.yaml\n";
    assert!(ran.code == 0 && ran.err.starts_with(told), "{}", ran.err);
    holds(&site);
    // A fault names the sheet, too.
    site.write("kq.xlsx", book_of_groups("46"));
    let ran = site.run(&["import", "kq.xlsx", "--year", "2027"]);
    assert!(ran.code == 1 && ran.err.contains("  --> kq.xlsx: Sở!B3\n"), "{}", ran.err);
    let ran = site.run(&["--lang", "vi", "import", "kq.xlsx", "--year", "2027", "--sheet", "Sở", "--sheet", "Ghi chú"]);
    let told = "lỗi: trang tính `Ghi chú` có 0 bảng đơn vị, trong khi cần đúng một bảng\n";
    assert_eq!((ran.code, ran.err.as_str()), (1, told));
}

/// A sheet of which not all is known.
fn unknown_sheet() -> Vec<u8> {
    xlsx(&[
        &["Đơn vị", "Hạ tầng", "Dịch vụ"],
        &["Sở Y tế", "36", "-"],
        &["Sở Nội vụu", "30", "50"],
        &["Cục Thuế", "31", "49"],
    ])
}

#[test]
fn what_is_not_sure_is_not_written_where_nobody_can_be_asked() {
    let site = first_site();
    site.write("kq.xlsx", unknown_sheet());
    let err = include_str!("../data/import/open-en.txt");
    told(&site.run(&["import", "kq.xlsx", "--year", "2025"]), 1, "", err);
    let err = include_str!("../data/import/open-vi.txt");
    told(&site.run(&["--lang", "vi", "import", "kq.xlsx", "--year", "2025", "--yes"]), 1, "", err);
    assert!(!site.path("content/scores/2025.yaml").exists() && !site.path("import-map.yaml").exists());
}

#[test]
fn answers_in_the_map_file_are_not_asked_again() {
    let site = first_site();
    site.write("kq.xlsx", unknown_sheet());
    let map = "# ours\nunits:\n  Sở Nội vụu: so-noi-vu\n  Cục Thuế: no\nsigns:\n  \"-\": missing\n";
    site.write("import-map.yaml", map);
    site.run(&["import", "kq.xlsx", "--year", "2025"]).must_end_with(0);
    let lines =
        "    so-y-te:   { ha-tang: 36, dich-vu: missing } # A2\n    so-noi-vu: { ha-tang: 30, dich-vu: 50 } # A3\n";
    let file = site.read("content/scores/2025.yaml");
    assert!(file.ends_with(lines), "{file}");
    assert_eq!(site.read("import-map.yaml"), map);
    site.write("other.yaml", "unit: {}\n");
    let ran = site.run(&["import", "kq.xlsx", "--year", "2026", "--map", "other.yaml"]);
    assert_eq!(ran.code, 1);
    let first = ran.err.lines().take(2).collect::<Vec<_>>().join("\n");
    assert_eq!(first, "error[key-unknown]: unknown key `unit` in import-map.yaml\n --> other.yaml:1:1");
}

#[test]
fn a_wrong_answer_in_the_map_file_is_told_with_its_line_and_what_can_be_answered() {
    let site = first_site();
    site.write("kq.xlsx", unknown_sheet());
    site.write("import-map.yaml", "units:\n  Sở Nội vụu: so-noi-vuu\n  Cục Thuế: không\nsigns: { \"-\": missing }\n");
    let err = "\
error[word-unknown]: `so-noi-vuu` is not known here
 --> import-map.yaml:2:15
  |
2 |   Sở Nội vụu: so-noi-vuu
  |               ^^^^^^^^^^ one of so-noi-vu, so-y-te, so-tai-chinh, so-tu-phap, no
  = help: did you mean `so-noi-vu`? the words known here are so-noi-vu, so-y-te, so-tai-chinh, so-tu-phap, no
  = help: `scorebook explain word-unknown`

1 error, 0 warnings in 1 file
";
    let ran = site.run(&["import", "kq.xlsx", "--year", "2025"]);
    let after = ran.err.split_once("error[").map(|(_, fault)| format!("error[{fault}")).unwrap_or_default();
    assert_eq!((ran.code, after.as_str()), (1, err), "{}", ran.err);
    assert!(!site.path("content/scores/2025.yaml").exists());
    site.write("import-map.yaml", "units:\n  Sở Nội vụu: so-noi-vu\n  Cục Thuế: Không\nsigns: { \"-\": missing }\n");
    site.run(&["import", "kq.xlsx", "--year", "2025"]).must_end_with(0);
    assert!(!site.read("content/scores/2025.yaml").contains("cuc-thue"));
}

#[test]
fn what_a_first_sheet_does_not_show_is_taken_as_is_usual_and_told() {
    let told = |lang: &str, expected: &str| {
        let site = Site::new("");
        site.write("kq.csv", "Phụ lục 1,\nSở Y tế công bố,\nĐơn vị,Điểm\nSở A,9\nSở B,8\nSở C,7\n");
        let ran = site.run(&["--lang", lang, "import", "kq.csv", "--year", "2024", "--new-site"]);
        ran.must_end_with(0);
        assert!(ran.err.ends_with(expected), "{}", ran.err);
        assert!(!site.path("import-map.yaml").exists(), "nobody answered");
        assert!(site.read("content/site.yaml").contains("title: Sở Y tế công bố\n"));
        holds(&site);
    };
    told(
        "en",
        "\ntaken without asking\n  the title of the site is `Sở Y tế công bố`: it stands in content/site.yaml\n  \
         equal values are ranked 1, 2, 2, 3 (`ties: dense`): nothing in the sheet shows it\n",
    );
    told(
        "vi",
        "\nkhông hỏi mà lấy\n  tên trang là `Sở Y tế công bố`: có thể sửa trong content/site.yaml\n  \
         điểm bằng nhau xếp 1, 2, 2, 3 (`ties: dense`): bảng tính không cho biết\n",
    );
}

#[test]
fn merged_cells_and_formulas_without_values_are_asked_with_their_cells() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let plain = rust_xlsxwriter::Format::new();
    for (row, cells) in (0..).zip([["Đơn vị", "Hạ tầng"], ["Sở Y tế", ""], ["Sở Nội vụ", ""], ["Sở Tư pháp", ""]])
    {
        sheet.write_row(row, 0, cells).expect("a row");
    }
    sheet.merge_range(1, 1, 2, 1, "", &plain).expect("cells made one");
    for row in [1, 3] {
        sheet.write_number(row, 1, 36).expect("a number");
    }
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let site = first_site();
    site.write("kq.xlsx", bytes);
    let ran = site.run(&["import", "kq.xlsx", "--year", "2025", "--yes"]);
    let asked = "  1 cell was made one with others (B3): does the value stand for each of them?\n";
    assert!(ran.code == 1 && ran.err.contains(asked), "{}", ran.err);
    assert!(ran.err.ends_with("sheet:\n  merged cells: ~ # each, first\n"), "{}", ran.err);
    let written = |answer: &str, line: &str| {
        site.write("import-map.yaml", format!("sheet: {{ merged cells: {answer} }}\n"));
        site.run(&["import", "kq.xlsx", "--year", "2025", "--force"]).must_end_with(0);
        let file = site.read("content/scores/2025.yaml");
        assert!(file.contains(line), "{file}");
    };
    written("each", "so-noi-vu:  { ha-tang: 36, dich-vu: ~ } # A3\n");
    written("first", "so-noi-vu:  { ha-tang: ~,  dich-vu: ~ } # A3\n");
}

#[test]
fn faults_are_told_with_the_cell_of_the_sheet_and_nothing_is_written() {
    let site = first_site();
    site.write(
        "kq.xlsx",
        xlsx(&[&["Đơn vị", "Hạ tầng", "Dịch vụ"], &["Sở Y tế", "41", "50"], &["Sở Nội vụ", "1", "2"]]),
    );
    let ran = site.run(&["import", "kq.xlsx", "--year", "2025"]);
    told(&ran, 1, "", include_str!("../data/import/cell-fault.txt"));
    assert!(!site.path("content/scores/2025.yaml").exists());
}

#[test]
fn wrong_use_is_told_with_what_there_is() {
    let site = first_site();
    site.write("kq.xlsx", unknown_sheet());
    let case = |arguments: &[&str], expected: &str| {
        let ran = site.run(&[&["import", "kq.xlsx", "--year", "2025"], arguments].concat());
        told(&ran, 2, "", expected);
    };
    case(&["--sheet", "Sheet1"], "error: no sheet is called `Sheet1`; there are Kết quả\n");
    case(&["--group", "xa"], "error: no group has the id `xa`; there are all\n");
    case(&["--scheme", "bo-2025"], "error: no scheme has the id `bo-2025`; did you mean `bo-2024`?\n");
    case(&["--new-site"], "error: content/schemes/bo-2024.yaml is there already: leave `--new-site` out\n");
    told(&site.run(&["import", "x.xlsx", "--year", "2025"]), 2, "", "error: there is no file x.xlsx\n");
    told(&site.run(&["--lang", "vi", "import", "x.xlsx", "--year", "2025"]), 2, "", "lỗi: không có tệp x.xlsx\n");
    let year = site.run(&["--lang", "vi", "import", "x.xlsx", "--year", "25"]);
    assert!(
        year.err.starts_with("lỗi: giá trị `25` của `--year <YEAR>` không dùng được: cần một năm như 2018"),
        "{}",
        year.err
    );
    let none = Site::new("");
    none.write("kq.csv", RESULTS);
    let expected = "error: there is no folder ./content; `--new-site` makes a first site of the sheet\n";
    told(&none.run(&["import", "kq.csv", "--year", "2025"]), 2, "", expected);
    none.write("broken.xlsx", "PK\u{3}\u{4}");
    none.run(&["import", "broken.xlsx", "--year", "2025", "--new-site"]).must_end_with(1);
}

#[test]
#[expect(clippy::print_stderr, reason = "who runs the test sees that it looked at nothing")]
fn on_a_terminal_one_question_is_asked_after_the_other() {
    let site = first_site();
    site.write("kq.xlsx", unknown_sheet());
    let program = assert_cmd::cargo::cargo_bin!("scorebook");
    let line = format!("'{}' import kq.xlsx --year 2025", program.display());
    let mut script = Command::new("script");
    script.args(["-qec", &line, "/dev/null"]).current_dir(site.path("")).env("LANG", "C.UTF-8").env_remove("LC_ALL");
    let started = script.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut running) = started else {
        eprintln!("not tried: there is no program `script` that makes a terminal");
        return;
    };
    // The unit, the other one, the sign, and that it is written.
    running.stdin.take().expect("a stream").write_all(b"x\n1\n1\n2\n1\n").expect("answers are typed");
    let ran = running.wait_with_output().expect("it ends");
    let shown = String::from_utf8_lossy(&ran.stdout).replace('\r', "");
    assert!(ran.status.success(), "{shown}");
    assert!(shown.contains("which unit is `Sở Nội vụu` (A3)? (3 open)\n"), "{shown}");
    assert!(site.read("content/scores/2025.yaml").contains("so-noi-vu"), "{shown}");
    let map = "# What `scorebook import` was told about spreadsheets: what is answered here is not asked again. `no` leaves \
               out.\nunits:\n  Sở Nội vụu: so-noi-vu\n  Cục Thuế: no\nsigns:\n  \"-\": missing\n";
    assert_eq!(site.read("import-map.yaml"), map);
}

/// An untidy sheet: a title, two header rows, headings of groups, numbers as texts, a mean, a footnote.
const UNTIDY: &str = "\
;;;;;\n\
;Kết quả xếp hạng chuyển đổi số năm 2024;;;;\n\
;;Tiêu chí;;;\n\
TT;Đơn vị;Hạ tầng (40 điểm);Dịch vụ (60 điểm);Tổng điểm;Xếp hạng\n\
I;Các sở;;;;\n\
1;Sở Y tế*;36;50,5;86,5;1\n\
2;Sở Nội vụ;30;50;80;2\n\
3;  Sở Tài chính ;31;49;80;2\n\
4;Sở Tư pháp;31;40;71;4\n\
;Trung bình;32;47,4;79,4;\n\
II;Các huyện;;;;\n\
1;Huyện Văn Yên;20,25;60;80,25;1\n\
2;Huyện Lục Yên;10;5;15;2\n\
;;;;;\n\
;* Số liệu ước tính;;;;\n";

#[test]
fn an_untidy_sheet_becomes_a_published_site_with_no_other_input() {
    let site = Site::new("");
    site.write("kq.csv", UNTIDY);
    site.run(&["import", "kq.csv", "--year", "2024", "--new-site", "--yes"]).must_end_with(0);
    site.run(&["check", "--drafts"]).must_end_with(0);
    site.run(&["build", "--drafts"]).must_end_with(0);
    let output = site.output();
    let page = main_text(text(&output, "2024/index.html"));
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| ")).collect();
    let expected = [
        "| Hạng | Đơn vị | Tổng điểm tối đa 100, tính được | *A* Hạ tầng tối đa 40 | *B* Dịch vụ tối đa 60",
        "| 1 | [Sở Y tế](units/so-y-te/index.html) | 86,5 {data-p=0} | 36 | 50,5 {data-p=0}",
        "| =‹đồng hạng ›2 | [Sở Nội vụ](units/so-noi-vu/index.html) | 80 {data-p=.00} | 30 | 50 {data-p=.00}",
        "| =‹đồng hạng ›2 | [Sở Tài chính](units/so-tai-chinh/index.html) | 80 {data-p=.00} | 31 | 49 {data-p=.00}",
        "| 4 | [Sở Tư pháp](units/so-tu-phap/index.html) | 71 {data-p=.00} | 31 | 40 {data-p=.00}",
        "|  | Trung bình 4 đơn vị | 79,38 | 32 | 47,38",
        "|  | Cao nhất từng cột | 86,5 {data-p=0} | 36 | 50,5 {data-p=0}",
        "| Hạng | Đơn vị | Tổng điểm tối đa 100, tính được | *A* Hạ tầng tối đa 40 | *B* Dịch vụ tối đa 60",
        "| 1 | [Huyện Văn Yên](units/huyen-van-yen/index.html) | 80,25 {data-p=0} | 20,25 {data-p=0} | 60 {data-p=.0}",
        "| 2 | [Huyện Lục Yên](units/huyen-luc-yen/index.html) | 15 {data-p=.000} | 10 {data-p=.000} | 5 {data-p=.0}",
        "|  | Trung bình 2 đơn vị | 47,625 | 15,125 | 32,5",
        "|  | Cao nhất từng cột | 80,25 {data-p=0} | 20,25 {data-p=0} | 60 {data-p=.0}",
    ];
    assert_eq!(rows, expected);
}
