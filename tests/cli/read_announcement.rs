//! Prose becomes the `announced` block that it was made from: the announcement of Yên Bái, what `announce` writes, and a
//! complete edition.

use std::collections::BTreeMap;

use super::common::{Site, csv_rows, repository, text};

type Row = BTreeMap<String, String>;

/// The statements as they were taken from the source, not made by this program.
const CLAIMS: &str = include_str!("../data/yen-bai-2018-claims.csv");

/// The score file of an edition without its `announced` block, which is the last but what stands at `remarks`.
fn without_announced(file: &str) -> String {
    let mut is_kept = true;
    let mut kept = String::new();
    for line in file.lines() {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            is_kept = !line.starts_with("announced:");
        }
        if is_kept {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// The statements of the example, once those that are proposed of a text stand in its score file; what was told besides.
fn read_again(prose: &str, told: &str) -> Vec<Row> {
    let site = Site::example();
    site.write("announcement.txt", prose);
    let ran = site.run(&["read-announcement", "announcement.txt", "--year", "2018"]);
    ran.must_end_with(0);
    assert_eq!(ran.err, told);
    let file = site.read("content/scores/2018.yaml");
    site.write("content/scores/2018.yaml", format!("{}{}", without_announced(&file), ran.out));
    let rows = csv_rows(text(&site.build(), "2018/data/statements.csv"));
    rows.into_iter().filter(|row| row["standing"] != "disputed").collect()
}

/// What a statement says, without its number and what became of it.
fn said(row: &Row) -> Vec<String> {
    ["group", "criterion", "unit", "rank", "score", "last"].map(|key| row[key].clone()).into()
}

/// The sound statements of the example as its own score file has them.
fn own() -> Vec<Row> {
    let rows = csv_rows(text(&Site::example().build(), "2018/data/statements.csv"));
    rows.into_iter().filter(|row| row["standing"] != "disputed").collect()
}

/// A text as offices write it: groups, criteria and the quotes of the source.
fn prose() -> String {
    let groups = [
        ("departments", "Các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh"),
        ("districts", "Ủy ban nhân dân các huyện, thị xã, thành phố"),
    ];
    let criteria = [
        ("infrastructure", "Hạ tầng kỹ thuật công nghệ thông tin"),
        ("staff", "Nhân lực công nghệ thông tin"),
        ("applications", "Ứng dụng công nghệ thông tin"),
        ("security", "Công tác đảm bảo an toàn thông tin"),
        ("policy", "Môi trường chính sách và kinh phí"),
        ("total", "Kết quả chung xếp hạng mức độ ứng dụng công nghệ thông tin"),
    ];
    let claims = csv_rows(CLAIMS);
    let mut prose = "Yên Bái: Công bố kết quả xếp hạng năm 2018\n".to_owned();
    for (i, (group, name)) in groups.iter().enumerate() {
        prose.push_str(&format!("\n{}. {name}\n", i + 1));
        for (criterion, name) in criteria {
            let own = claims.iter().filter(|claim| claim["group"] == *group && claim["criterion"] == criterion);
            let quotes: Vec<&str> = own.map(|claim| claim["quote"].as_str()).collect();
            // A quote that begins with a capital began a sentence.
            let mut said = String::new();
            for quote in quotes {
                let is_first = quote.starts_with(char::is_uppercase);
                said.push_str(if said.is_empty() {
                    ""
                } else if is_first {
                    ". "
                } else {
                    "; "
                });
                said.push_str(quote);
            }
            prose.push_str(&format!("\n- {name}: {said}.\n"));
        }
    }
    prose
}

#[test]
fn the_announcement_of_the_example_is_read_whole_and_the_wrong_statement_is_told() {
    let told = "35 statements found, 1 passage to look at:\n  line 21: proposed as disputed, since it names a unit that is not in this \
                group of the edition: Đơn vị xếp hạng 1 là Sở Thông tin và Truyền thông đạt 10 điểm\n";
    let (read, own) = (read_again(&prose(), told), own());
    let with_quotes = |rows: &[Row]| {
        rows.iter().map(|row| [said(row), vec![row["quote"].clone(), row["count"].clone()]]).collect::<Vec<_>>()
    };
    assert_eq!(with_quotes(&read), with_quotes(&own));
}

/// The text as it was published, with all that stands around the announcement, where it is at hand.
#[test]
#[expect(clippy::print_stderr, reason = "who runs the test sees that it looked at nothing")]
fn the_published_text_is_read_whole() {
    let path = repository().join("../shared/sources/yen-bai-2018-announcement.vi.txt");
    let Ok(published) = std::fs::read_to_string(&path) else {
        eprintln!("not tried, since it is not there: {}", path.display());
        return;
    };
    let told = "35 statements found, 1 passage to look at:\n  line 27: proposed as disputed, since it names a unit that is not in this \
                group of the edition: Đơn vị xếp hạng 1 là Sở Thông tin và Truyền thông đạt 10 điểm\n";
    let read = read_again(&published, told);
    assert_eq!(read.iter().map(said).collect::<Vec<_>>(), own().iter().map(said).collect::<Vec<_>>());
}

#[test]
fn what_is_announced_is_read_again_as_it_was() {
    for language in ["vi", "en"] {
        let written = Site::example().run(&["announce", "2018", "--lang", language]).out;
        // The disputed statement is not announced: with it, all others of its criterion would name nobody in particular.
        let is_other = |row: &Vec<String>| row[0] != "districts" || row[1] != "staff";
        let in_order = |rows: &[Row]| {
            let mut rows: Vec<_> = rows.iter().map(said).filter(is_other).collect();
            rows.sort();
            rows
        };
        let read = read_again(&written, "34 statements found\n");
        assert_eq!(in_order(&read), in_order(&own()), "{language}");
    }
}

#[test]
fn a_complete_edition_announces_what_its_scores_confirm() {
    for language in ["vi", "en"] {
        let site = Site::minimal();
        site.write("text.txt", site.run(&["announce", "2024", "--lang", language]).out);
        let ran = site.run(&["read-announcement", "text.txt"]);
        ran.must_end_with(0);
        assert_eq!(ran.err, "6 statements found\n", "{}", ran.out);
        let file = site.read("content/scores/2024.yaml");
        site.write("content/scores/2024.yaml", format!("{file}{}", ran.out));
        let rows = csv_rows(text(&site.build(), "2024/data/statements.csv"));
        assert!(rows.len() == 6 && rows.iter().all(|row| row["standing"] == "confirmed"), "{rows:?}");
    }
}

#[test]
fn what_cannot_be_read_is_told() {
    let site = Site::minimal();
    site.write("empty.txt", "Không có gì.\n");
    site.write("old.txt", [0xd0, 0xc0]);
    for (arguments, code, told) in [
        (&["read-announcement", "empty.txt"][..], 1, "0 statements found\n"),
        (&["--lang", "vi", "read-announcement", "empty.txt"], 1, "đọc được 0 nội dung\n"),
        (&["read-announcement", "gone.txt"], 2, "error: there is no file gone.txt\n"),
        (&["read-announcement", "old.txt"], 1, "error: old.txt is not in UTF-8; save it as plain text in UTF-8\n"),
        (
            &["read-announcement", "empty.txt", "--year", "1999"],
            2,
            "error: no edition has the id `1999`; there are 2024\n",
        ),
    ] {
        let ran = site.run(arguments);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (code, "", told));
    }
}
