//! Ranks that a source printed although they contradict each other: three units share a place and the next one stands
//! where the third of them should. They are told as a clash with all their places, and published once they are disputed.

use serde_json::Value;

use crate::common::main_text::says;
use crate::common::{Files, Ran, Site};

const PRINTED: &str = include_str!("../data/disputed.txt");

const WHOLE: &str = "disputed: [ { group: truong, criterion: total, reason: { vi: Một trường được thêm muộn., en: One was added late. } } ]\n";

fn site(more: &str) -> Site {
    let site = Site::new(PRINTED);
    site.replace(
        "content/scores/2016.yaml",
        "rank: { min: 5, max: 6 } } }\n",
        &format!("rank: {{ min: 5, max: 6 }} }} }}\n{more}"),
    );
    site
}

fn check(site: &Site, language: &str) -> Ran {
    site.run(&["--lang", language, "check", "--format", "json"])
}

/// Code, message, and the text at the place of the fault and of each place beside it.
#[track_caller]
fn told(site: &Site, language: &str) -> Vec<(String, String, Vec<String>)> {
    let ran = check(site, language);
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    let text = site.read("content/scores/2016.yaml");
    let from = |place: &Value| {
        let number = |key: &str| usize::try_from(place[key].as_u64().expect("a number")).expect("a size");
        let line = text.lines().nth(number("line") - 1).expect("a line");
        format!("{}: {}", number("line"), line.chars().skip(number("column") - 1).collect::<String>())
    };
    let told = |fault: &Value| {
        let related = fault["related"].as_array().expect("a list").iter().map(from);
        let word = |key: &str| fault[key].as_str().expect("a text").to_owned();
        (word("code"), word("message"), std::iter::once(from(fault)).chain(related).collect())
    };
    report["faults"].as_array().expect("a list").iter().map(told).collect()
}

#[test]
fn ranks_of_cells_that_leave_no_room_are_told_with_all_their_places() {
    let places = ["8: 2 } }", "9: 2 } }", "10: 2 } }", "11: 4 } }"].map(str::to_owned).to_vec();
    let english = "these statements on `total` (ranks 2, 4) cannot all be true for `b`, `c`, `d`, `e`";
    assert_eq!(told(&site(""), "en"), [("statements-clash".to_owned(), english.to_owned(), places.clone())]);
    let vietnamese = "các câu công bố về `total` (hạng 2, 4) mâu thuẫn nhau, ở `b`, `c`, `d`, `e`";
    assert_eq!(told(&site(""), "vi"), [("statements-clash".to_owned(), vietnamese.to_owned(), places)]);
    let with_dispute = |printed: &str| {
        let site = site("");
        let all =
            site.read("content/scores/2016.yaml").replace(printed, &format!("{printed}, disputed: {{ vi: sai }}"));
        site.write("content/scores/2016.yaml", all);
        told(&site, "en")
    };
    let clashes = |told: Vec<(String, String, Vec<String>)>| -> Vec<(String, Vec<String>)> {
        told.into_iter()
            .filter(|(code, ..)| code == "statements-clash")
            .map(|(_, said, places)| (said, places))
            .collect()
    };
    assert_eq!(clashes(with_dispute("54.9, rank: 4")), [], "silent once the fourth is disputed");
    let alone = "what was announced of `total` (rank 4) cannot be true for `e`".to_owned();
    let told = clashes(with_dispute("55.0, rank: 2"));
    assert_eq!((told.len(), &told[0].0), (1, &alone), "the scores deny it too");
    assert!(told[0].1.iter().all(|place| place.starts_with("11: ")), "{told:?}");
}

#[test]
fn one_rank_that_the_scores_alone_deny_stands_at_its_own_place() {
    let alone = site("");
    alone.replace("content/scores/2016.yaml", "score: 95.2, rank: 1", "score: 95.2");
    alone.replace("content/scores/2016.yaml", "score: 54.9, rank: 4", "score: 54.9, rank: 1");
    let told = told(&alone, "en");
    assert_eq!(told[0].1, "what was announced of `total` (rank 1) cannot be true for `e`");
    assert_eq!(told[0].2[0], "11: 1 } }");
}

#[test]
fn statements_and_cells_are_named_together_in_the_order_of_the_file() {
    let both = site("announced:\n  truong:\n    total:\n      - { rank: 2, units: [b, c, d] }\n");
    let all = both.read("content/scores/2016.yaml").replace("score: 55.0, rank: 2", "score: 55.0");
    both.write("content/scores/2016.yaml", all);
    let places = ["11: 4 } }", "16: { rank: 2, units: [b, c, d] }"].map(str::to_owned).to_vec();
    let english = "these statements on `total` (ranks 2, 4) cannot all be true for `e`";
    assert_eq!(told(&both, "en"), [("statements-clash".to_owned(), english.to_owned(), places)]);
}

/// The published site, with the scores of all units and with one that is not known.
fn built() -> [Files; 2] {
    let open = site(WHOLE);
    let full = site(WHOLE);
    full.replace("content/scores/2016.yaml", "min: 40, max: 44, rank: { min: 5, max: 6 }", "score: 44.0, rank: 5");
    for site in [&open, &full] {
        site.run(&["check", "--strict"]).must_end_with(0);
    }
    [open.build(), full.build()]
}

#[test]
fn a_disputed_column_is_shown_as_it_was_printed_and_disputed_once() {
    for files in built() {
        let why = [
            "Thứ hạng được in như đã công bố dù mâu thuẫn với nhau, không dùng để kết luận. Một trường được thêm muộn.",
            "Ranks are shown as they were announced, although they contradict each other; nothing is concluded from them. One was added late.",
        ];
        let tied = ["cùng hạng", "tied"];
        says(&files, "2016/groups/truong/index.html", why, tied);
        says(&files, "2016/index.html", why, tied);
        says(&files, "2016/print/index.html", why, ["dẫn đầu nhóm Các trường với", "leads Universities"]);
        says(&files, "2016/units/e/index.html", why, ["đứng trên", "above"]);
        let leader = [
            "Nhóm Các trường: thứ hạng đã công bố mâu thuẫn với nhau nên không nêu đơn vị dẫn đầu.",
            "The announced ranks of Universities contradict each other, so nobody is named as the leader.",
        ];
        says(&files, "2016/groups/truong/index.html", leader, ["???", "???"]);
        let log = [
            "Các trường, năm 2016: thứ hạng công bố về Tổng điểm mâu thuẫn với nhau, in như công bố",
            "Universities, 2016: the announced ranks for Total contradict each other, printed as announced",
        ];
        says(&files, "corrections/index.html", log, ["???", "???"]);
        // Wherever the rank of a unit is told, that it is disputed is told with it.
        says(&files, "units/e/index.html", ["hạng 4 trong 6 đơn vị, có tranh chấp", "rank 4 of 6, disputed"], tied);
        says(&files, "2016/units/e/index.html", ["§ công bố, có tranh chấp", "§ announced, disputed"], ["???", "???"]);
        let card = |path: &str| String::from_utf8(files[path].clone()).expect("UTF-8");
        assert!(card("2016/units/e/index.html").contains("Hạng này có tranh chấp."));
        assert!(card("en/2016/units/e/index.html").contains("The rank is disputed."));
        let page = String::from_utf8(files["2016/groups/truong/index.html"].clone()).expect("UTF-8");
        assert_eq!(page.matches("Một trường được thêm muộn.").count(), 1, "once");
        assert!(page.contains("data-value=\"4\"") && !page.contains("<s>"), "the rank as it was printed");
    }
}

#[test]
fn files_for_machines_keep_the_printed_rank_and_the_one_that_the_scores_give_apart() {
    let of_total = |files: &Files, unit: &str| {
        let text = String::from_utf8(files["2016/data/scores.csv"].clone()).expect("UTF-8");
        let line = text.lines().find(|line| line.contains(&format!(",{unit},")) && line.contains(",total,"));
        line.expect("a line").split(",total,").nth(1).expect("the fields behind").to_owned()
    };
    let ranking = |files: &Files| {
        let text = String::from_utf8(files["2016/data/ranking-truong.csv"].clone()).expect("UTF-8");
        text.lines().skip(1).map(|line| line.split(',').take(2).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
    };
    let [open, full] = built();
    assert_eq!(of_total(&open, "e"), "54.9,,,scored,,,,,,,4,6,,known,disputed");
    assert_eq!(of_total(&open, "f"), ",40,44,scored,,,,,,,5..6,6,,unpublished,disputed");
    assert_eq!(of_total(&full, "b"), "55.0,,,scored,,,2,,,computed,2,6,3,known,disputed");
    assert_eq!(of_total(&full, "e"), "54.9,,,scored,,,5,,,computed,4,6,1,known,disputed");
    assert_eq!(ranking(&open), [" a", " b", " c", " d", " e", " f"], "one score is not known");
    assert_eq!(ranking(&full), ["1 a", "2 b", "2 c", "2 d", "5 e", "6 f"]);
}

#[test]
fn the_announcement_of_a_disputed_column_gives_the_reason_once() {
    let said = "announced:\n  truong:\n    total:\n      - { rank: 2, units: [b, c, d] }\n      - { rank: 4, units: [e], last: true }\n";
    let announced = site(&format!("{said}{WHOLE}"));
    announced.run(&["check", "--strict"]).must_end_with(0);
    let files = announced.build();
    let why = [
        "Các trường: các câu công bố về Tổng điểm. Thứ hạng được in như đã công bố dù mâu thuẫn với nhau, không dùng để kết luận. Một trường được thêm muộn.",
        "Universities: what was announced about Total. Ranks are shown as they were announced, although they contradict each other; nothing is concluded from them. One was added late.",
    ];
    says(&files, "2016/announcement/index.html", why, ["nhất quán:", "confirmed by"]);
    let page = String::from_utf8(files["2016/announcement/index.html"].clone()).expect("UTF-8");
    assert_eq!(page.matches("data-state=\"disputed\"").count(), 2);
    assert_eq!(page.matches("Một trường được thêm muộn.").count(), 1, "once");
}

#[test]
fn a_dispute_is_a_fact_that_a_seal_keeps() {
    let sealed = site(WHOLE);
    sealed.run(&["seal", "2016", "--date", "2017-03-01"]).must_end_with(0);
    assert!(sealed.read("content/sealed/2016.yaml").contains("disputed truong total"));
    sealed.run(&["check", "--strict"]).must_end_with(0);
    sealed.replace("content/scores/2016.yaml", "One was added late.", "One university was added late.");
    sealed.run(&["check", "--strict"]).must_end_with(0);

    let later = site("");
    later.replace("content/scores/2016.yaml", "54.9, rank: 4", "54.9, rank: 5");
    later.replace("content/scores/2016.yaml", "rank: { min: 5, max: 6 }", "rank: 6");
    later.run(&["seal", "2016", "--date", "2017-03-01"]).must_end_with(0);
    let file = later.read("content/scores/2016.yaml");
    later.write("content/scores/2016.yaml", format!("{file}{WHOLE}"));
    let messages = ["en", "vi"].map(|language| told(&later, language).remove(0).1);
    assert!(messages[0].contains("the dispute of the announced ranks for `total` in `truong`"), "{messages:?}");
    assert!(messages[1].contains("phần nêu tranh chấp về hạng công bố của `total` trong `truong`"), "{messages:?}");
}

/// The faults of one more part of the score file.
#[track_caller]
fn fault(more: &str, expected: [&str; 2]) {
    let there = ["en", "vi"].map(|language| {
        let told = told(&site(more), language);
        told.into_iter().map(|(code, message, _)| format!("{code}: {message}")).collect::<Vec<_>>().join("\n")
    });
    assert_eq!(there, expected);
}

#[test]
fn a_dispute_that_says_nothing_or_too_much_is_told() {
    fault(
        &format!("{WHOLE}  # and again\n").replace("} } ]", "} }, { group: truong, criterion: total, reason: x } ]"),
        [
            "disputed-twice: the ranks of `total` in `truong` are disputed twice",
            "disputed-twice: hạng về `total` của `truong` bị nêu tranh chấp hai lần",
        ],
    );
    fault(
        &WHOLE.replace(" ]", ", { group: truong, criterion: day, reason: x } ]"),
        [
            "disputed-nothing: no rank was announced for `day` in `truong` that could be disputed",
            "disputed-nothing: chưa có hạng công bố nào về `day` của `truong` để nêu tranh chấp",
        ],
    );
    fault(
        &WHOLE.replace("group: truong", "group: truon"),
        ["group-unknown: no group has the id `truon`", "group-unknown: không có nhóm nào mang mã `truon`"],
    );
}

#[test]
fn a_disputed_column_is_told_in_the_terminal_and_on_the_page_of_its_rules() {
    let site = site(WHOLE);
    let why = [
        (
            "en",
            "Ranks are shown as they were announced, although they contradict each other; nothing is concluded from them. One was added late.",
        ),
        (
            "vi",
            "Thứ hạng được in như đã công bố dù mâu thuẫn với nhau, không dùng để kết luận. Một trường được thêm muộn.",
        ),
    ];
    for (language, why) in why {
        for format in ["table", "markdown"] {
            let ran = site.run(&["--lang", language, "rank", "2016", "--format", format]);
            assert!(ran.out.lines().any(|line| line == why), "{}", ran.out);
        }
    }
    let rule = [
        "Các trường, năm 2016: thứ hạng công bố về Tổng điểm mâu thuẫn với nhau, in như công bố",
        "Universities, 2016: the announced ranks for Total contradict each other, printed as announced",
    ];
    says(&site.build(), "methodology/bo/index.html", rule, ["???", "???"]);
}
