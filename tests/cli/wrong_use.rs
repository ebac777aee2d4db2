//! Wrong use of the command line and refusals of the machine, each in the words of English and Vietnamese.

use crate::common::Site;

/// A call that ends with a code, and the first line of what it says in English and Vietnamese.
#[track_caller]
fn case(arguments: &[&str], code: i32, english: &str, vietnamese: &str) {
    let site = Site::minimal();
    for (language, expected) in [("en", english), ("vi", vietnamese)] {
        let ran = site.run(&[&["--lang", language][..], arguments].concat());
        ran.must_end_with(code);
        assert_eq!(ran.err.lines().next(), Some(expected), "{arguments:?} in {language}:\n{}", ran.err);
        assert_eq!(ran.out, "");
    }
}

#[test]
fn values_that_do_not_fit_are_told_in_the_language_that_is_asked_for() {
    case(
        &["build", "--url", "example.org"],
        2,
        "error: invalid value 'example.org' for '--url <URL>': an address such as https://example.org/rankings/ is needed",
        "lỗi: giá trị `example.org` của `--url <URL>` không dùng được: cần một địa chỉ như https://example.org/xep-hang/",
    );
    case(
        &["verify", "output", "--content", "--url", "x"],
        2,
        "error: invalid value 'x' for '--url <URL>': an address such as https://example.org/rankings/ is needed",
        "lỗi: giá trị `x` của `--url <URL>` không dùng được: cần một địa chỉ như https://example.org/xep-hang/",
    );
    case(
        &["build", "--jobs", "0"],
        2,
        "error: invalid value '0' for '--jobs <N>': a whole number from 1 to 1024 is needed",
        "lỗi: giá trị `0` của `--jobs <N>` không dùng được: cần số nguyên từ 1 đến 1024",
    );
    case(
        &["build", "--jobs", "many"],
        2,
        "error: invalid value 'many' for '--jobs <N>': a whole number from 1 to 1024 is needed",
        "lỗi: giá trị `many` của `--jobs <N>` không dùng được: cần số nguyên từ 1 đến 1024",
    );
    case(
        &["seal", "2024", "--date", "4/5/2019"],
        2,
        "error: invalid value '4/5/2019' for '--date <YYYY-MM-DD>': a day such as 2019-05-04 is needed",
        "lỗi: giá trị `4/5/2019` của `--date <YYYY-MM-DD>` không dùng được: cần một ngày như 2019-05-04",
    );
    case(
        &["theme", "eject", "Tỉnh"],
        2,
        "error: invalid value 'Tỉnh' for '<NAME>': lower-case letters, digits and hyphens only, such as `tinh-yen-bai`",
        "lỗi: giá trị `Tỉnh` của `<NAME>` không dùng được: chỉ dùng chữ thường không dấu, chữ số và gạch nối, như \
         `tinh-yen-bai`",
    );
}

#[test]
fn unknown_and_missing_arguments_are_told_in_the_language_that_is_asked_for() {
    case(&["bild"], 2, "error: unrecognized subcommand 'bild'", "lỗi: không có lệnh `bild`");
    case(
        &["check", "--formt", "json"],
        2,
        "error: unexpected argument '--formt' found",
        "lỗi: không có tham số `--formt`",
    );
    case(
        &["check", "--lang", "vi"],
        2,
        "error: `--lang` stands before the command: write it right behind `scorebook`",
        "lỗi: không có tham số `--lang`",
    );
    case(
        &["check", "--format", "xml"],
        2,
        "error: invalid value 'xml' for '--format <FORMAT>'",
        "lỗi: giá trị `xml` của `--format <FORMAT>` không dùng được",
    );
    case(&["verify"], 2, "error: the following required arguments were not provided:", "lỗi: thiếu `<DIR|URL>`");
    case(
        &["build", "--url"],
        2,
        "error: a value is required for '--url <URL>' but none was supplied",
        "lỗi: tham số `--url <URL>` thiếu giá trị",
    );
    case(
        &["check", "--strict", "--strict"],
        2,
        "error: the argument '--strict' cannot be used multiple times",
        "lỗi: tham số `--strict` chỉ được viết một lần",
    );
    case(
        &["seal", "--verify", "--date", "2020-01-01"],
        2,
        "error: the argument '--verify' cannot be used with '--date <YYYY-MM-DD>'",
        "lỗi: không dùng `--verify` cùng với `--date <YYYY-MM-DD>`",
    );
    let ran = Site::minimal().run(&["--lang=vi", "bild"]);
    let whole = "lỗi: không có lệnh `bild`\n  = gợi ý: có phải là `build`?\n\nXem cách dùng bằng `--help`.\n";
    assert_eq!((ran.code, ran.err.as_str()), (2, whole));
}

#[test]
fn names_that_nobody_knows_are_told_in_the_language_that_is_asked_for() {
    case(
        &["rank", "1990"],
        2,
        "error: no edition has the id `1990`; there are 2024",
        "lỗi: không có kỳ nào mang mã `1990`; hiện có 2024",
    );
    case(
        &["rank", "2024", "--by", "ha-tan"],
        2,
        "error: no criterion has the id `ha-tan`; did you mean `ha-tang`?",
        "lỗi: không có tiêu chí nào mang mã `ha-tan`; có phải là `ha-tang`?",
    );
    case(
        &["explain", "nothing"],
        2,
        "error: no fault has the code `nothing`; `scorebook explain` lists all",
        "lỗi: không có lỗi nào mang mã `nothing`; `scorebook explain` liệt kê tất cả",
    );
    case(
        &["schema", "score"],
        2,
        "error: no kind of file is called `score`; did you mean `scores`?",
        "lỗi: không có loại tệp `score`; có phải là `scores`?",
    );
    case(
        &["--site", "nowhere", "check"],
        2,
        "error: there is no folder nowhere/content; `--site DIR` names the folder that holds content/",
        "lỗi: không có thư mục nowhere/content; ghi `--site DIR` để chọn thư mục chứa content/",
    );
}

#[test]
fn a_refusal_of_the_disk_is_told_in_the_language_that_is_asked_for() {
    let site = Site::minimal();
    site.write("file", "in the way");
    for (language, label, why) in [
        ("en", "error: ", "/file/.output.scorebook: Not a directory (os error 20); nothing was written\n"),
        ("vi", "lỗi: ", "/file/.output.scorebook: một phần của đường dẫn không phải là thư mục; chưa ghi gì\n"),
    ] {
        let ran = site.run(&["--lang", language, "build", "--output", "file/output"]);
        ran.must_end_with(3);
        assert!(ran.err.starts_with(label) && ran.err.ends_with(why), "{}", ran.err);
    }
}

/// A site whose tables are too large to be written into a workbook without a temporary file.
fn large() -> Site {
    let site = Site::minimal();
    let ids: Vec<String> = (0..400).map(|n| format!("xa-{n}")).collect();
    let units: String = ids.iter().map(|id| format!("  {id}: {{ name: {id}, group: so }}\n")).collect();
    let scores: String = ids.iter().map(|id| format!("    {id}: {{ ha-tang: 9, nhan-luc: 9 }}\n")).collect();
    site.write("content/units.yaml", format!("groups:\n  so: {{ name: Xã }}\nunits:\n{units}"));
    let head = site.read("content/scores/2024.yaml");
    let head = head.split("scores:\n").next().unwrap_or_default();
    site.write("content/scores/2024.yaml", format!("{head}scores:\n  so:\n{scores}"));
    let file = site.read("content/site.yaml");
    site.write("content/site.yaml", format!("{file}scorecards: none\n"));
    site
}

#[test]
fn a_folder_for_temporary_files_that_refuses_is_told_and_nothing_is_published() {
    let site = large();
    for (language, expected) in [
        (
            "en",
            "the folder for temporary files nowhere cannot be written: No such file or directory (os error 2); name another \
             one in TMPDIR\n",
        ),
        (
            "vi",
            "không ghi được vào thư mục tạm nowhere: không có tệp hoặc thư mục này; đặt biến TMPDIR để chọn thư mục khác\n",
        ),
    ] {
        let ran = site.run_with(&["--lang", language, "build"], &[("TMPDIR", "nowhere")]);
        ran.must_end_with(3);
        assert!(ran.err.ends_with(expected) && ran.err.lines().count() == 1, "{}", ran.err);
        assert!(!site.path("output").exists(), "nothing is published");
    }
    site.run(&["build"]).must_end_with(0);
}
