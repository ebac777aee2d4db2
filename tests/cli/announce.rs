//! The announcement that is written of an edition: all that the source of Yên Bái said and nothing else, what a complete
//! edition gives, and templates of one's own.

use std::collections::{BTreeMap, BTreeSet};

use super::common::{Ran, Site, csv_rows};

/// The statements as they were taken from the source, not made by this program.
const CLAIMS: &str = include_str!("../data/yen-bai-2018-claims.csv");

/// How one language says what the statements say.
struct Language {
    tag: &'static str,
    rank: &'static str,
    points: &'static str,
    decimal: char,
    last: &'static str,
    others: &'static str,
    either: &'static str,
    total: &'static str,
    disputed: &'static str,
}

const LANGUAGES: [Language; 2] = [
    Language {
        tag: "vi",
        rank: "hạng ",
        points: " điểm",
        decimal: ',',
        last: "Thấp nhất",
        others: "Các đơn vị còn lại",
        either: " hoặc ",
        total: "Tổng điểm",
        disputed: "tranh chấp",
    },
    Language {
        tag: "en",
        rank: "rank ",
        points: " points",
        decimal: '.',
        last: "Last",
        others: "All other units",
        either: " or ",
        total: "Total",
        disputed: "disputed",
    },
];

/// The names of units, groups and criteria of the example, by id, in a language.
fn names(site: &Site, tag: &str) -> BTreeMap<String, String> {
    let files = ["content/units.yaml", "content/schemes/qd-3329-2016.yaml"].map(|path| site.read(path));
    let mut names = BTreeMap::new();
    let mut above = "";
    for line in files.iter().flat_map(|text| text.lines()) {
        let id = line.trim_start().trim_start_matches("- { id: ").split([':', ',']).next().unwrap_or_default().trim();
        // The name of a group stands on a line of its own, below the id.
        let id = if id == "name" { above } else { id };
        above = id;
        let Some((_, rest)) = line.split_once("name: {") else { continue };
        let Some((_, name)) = rest.split_once(&format!("{tag}: ")) else { continue };
        let name = match name.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next(),
            None => name.split([',', '}']).next(),
        };
        names.insert(id.to_owned(), name.unwrap_or_default().trim().to_owned());
    }
    names
}

/// The sentences of an announcement by the heading of its group and the name of the criterion.
fn sentences(text: &str, headings: &[&str]) -> BTreeMap<(String, String), Vec<String>> {
    let mut group = String::new();
    let mut said = BTreeMap::new();
    for line in text.lines() {
        if let Some(heading) = headings.iter().find(|heading| line.ends_with(**heading) && !line.starts_with("- ")) {
            group = (*heading).to_owned();
        }
        if let Some((criterion, rest)) = line.strip_prefix("- ").and_then(|line| line.split_once(": ")) {
            let list = rest.trim_end_matches('.').split(". ").map(str::to_owned).collect();
            said.insert((group.clone(), criterion.to_owned()), list);
        }
    }
    said
}

/// The names that a sentence has, the longest first, so that no name is found inside another.
fn named<'n>(sentence: &str, names: &[&'n str]) -> BTreeSet<&'n str> {
    let mut longest = names.to_vec();
    longest.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let (mut rest, mut found) = (sentence.to_owned(), BTreeSet::new());
    for name in longest {
        if rest.contains(name) {
            rest = rest.replace(name, "§");
            found.insert(name);
        }
    }
    found
}

#[test]
fn the_announcement_of_the_example_says_what_the_source_says_and_nothing_else() {
    let site = Site::example();
    let claims = csv_rows(CLAIMS);
    for language in &LANGUAGES {
        let ran = site.run(&["announce", "2018", "--lang", language.tag]);
        ran.must_end_with(0);
        let names = names(&site, language.tag);
        let all: Vec<&str> = names.values().map(String::as_str).collect();
        let said = sentences(&ran.out, &[&names["departments"], &names["districts"]]);
        let mut left: Vec<(&(String, String), &String)> =
            said.iter().flat_map(|(at, list)| list.iter().map(move |sentence| (at, sentence))).collect();
        let mut found = 0;
        for claim in claims.iter().filter(|claim| claim["state"] != "disputed") {
            let criterion = if claim["criterion"] == "total" { language.total } else { &names[&claim["criterion"]] };
            let at = (names[&claim["group"]].clone(), criterion.to_owned());
            let units: BTreeSet<&str> = match claim["units"].as_str() {
                "others" => BTreeSet::new(),
                units => units.split(' ').map(|unit| names[unit].as_str()).collect(),
            };
            let is_it = |sentence: &str| {
                let rank = claim["rank"].replace('|', language.either);
                let score =
                    claim["score"].replace("..", " ").replace('.', &language.decimal.to_string()).replace(' ', "..");
                let is_ranked = sentence.contains(&format!("{}{rank}", language.rank))
                    && !sentence.contains(&format!("{}{rank}0", language.rank));
                let has_score = score.is_empty() != sentence.contains(&score_words(&score, language.points));
                is_ranked
                    && has_score
                    && named(sentence, &all) == units
                    && sentence.starts_with(language.last) != claim["last"].is_empty()
                    && sentence.starts_with(language.others) == units.is_empty()
            };
            let place = left.iter().position(|(here, sentence)| **here == at && is_it(sentence));
            let place = place.unwrap_or_else(|| panic!("{claim:?} is not said:\n{:#?}", said.get(&at)));
            left.remove(place);
            found += 1;
        }
        assert_eq!(found, 34);
        assert!(left.len() == 1 && left[0].1.contains(language.disputed), "said besides: {left:#?}");
    }
}

fn score_words(score: &str, points: &str) -> String {
    match score.split_once("..") {
        Some((_, high)) => format!(" {high}{points}"),
        None if score.is_empty() => points.to_owned(),
        None => format!(" {score}{points}"),
    }
}

#[track_caller]
fn says(ran: &Ran, expected: &str) {
    ran.must_end_with(0);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), (expected, ""));
}

/// Ties at the first and the last rank, a unit that is not ranked, a status that is not official.
const COMPLETE: &str = "//- content/scores/2024.yaml
year: 2024
scheme: thu
status: provisional
published: 2025-03-01
documents: [{ number: 12/QĐ-SNV, date: 2025-02-28, role: approval }]
unranked: { so-noi-vu: Giải thể }
scores:
  so:
    so-y-te: { ha-tang: 18.5, nhan-luc: 9 }
    so-tu-phap: { ha-tang: 18.5, nhan-luc: 9 }
    so-tai-chinh: { ha-tang: 15, nhan-luc: 9.5 }
    so-noi-vu: { ha-tang: 20, nhan-luc: 10 }
//- content/units.yaml
groups:
  so: { name: { vi: Các sở, en: Departments }, noun: { vi: { other: sở }, en: { one: department, other: departments } } }
units:
  so-y-te: { name: { vi: Sở Y tế, en: Health }, group: so }
  so-tu-phap: { name: { vi: Sở Tư pháp, en: Justice }, group: so }
  so-tai-chinh: { name: { vi: \"Sở Tài chính, *Kế hoạch*\", en: \"Finance & <Plans>\" }, group: so }
  so-noi-vu: { name: { vi: Sở Nội vụ, en: Home Affairs }, group: so }
";

#[test]
fn a_complete_edition_tells_who_is_first_and_last_with_all_ties() {
    let site = Site::minimal_with(COMPLETE);
    says(
        &site.run(&["announce", "2024"]),
        "\
Văn phòng

Xếp hạng thử: kết quả năm 2024

Kết quả tạm thời, có thể thay đổi.
Phê duyệt: Văn bản số 12/QĐ-SNV, 28/02/2025.
Công bố ngày 01/3/2025.
Gồm 2 tiêu chí: Hạ tầng; Nhân lực.

Các sở

- Hạ tầng: 2 sở xếp hạng 1, đạt 18,5 điểm: Sở Tư pháp; Sở Y tế. Thấp nhất là Sở Tài chính, *Kế hoạch*, xếp hạng 2, đạt 15 điểm.
- Nhân lực: Sở Tài chính, *Kế hoạch* xếp hạng 1, đạt 9,5 điểm. Thấp nhất là 2 sở xếp hạng 2, đạt 9 điểm: Sở Tư pháp; Sở Y tế.
- Tổng điểm: 2 sở xếp hạng 1, đạt 27,5 điểm: Sở Tư pháp; Sở Y tế. Thấp nhất là Sở Tài chính, *Kế hoạch*, xếp hạng 2, đạt 24,5 điểm.
Không xếp hạng: Sở Nội vụ.
",
    );
}

#[test]
fn names_are_no_markup_in_any_form() {
    let site = Site::minimal_with(COMPLETE);
    let written = |arguments: &[&str]| site.run(&[&["announce", "2024"], arguments].concat()).out;
    assert!(written(&["--format", "markdown"]).contains("**Nhân lực**: Sở Tài chính, \\*Kế hoạch\\* xếp hạng 1"));
    let html = written(&["--format", "html", "--lang", "en"]);
    assert!(html.contains("<li><b>Staff:</b> Finance &amp; &lt;Plans&gt;: rank 1 with 9.5 points."), "{html}");
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\">\n"), "{html}");
}

#[test]
fn a_theme_may_bring_a_template_of_its_own() {
    let site = Site::minimal_with(
        "//- themes/own/announcements/announcement.txt\n{{ title }}{% for group in groups %}|{{ group.name }}|{{ group.lines[0].sentences[0] }}{% endfor %}\n",
    );
    site.replace("content/site.yaml", "format: 1\n", "format: 1\ntheme: own\n");
    says(
        &site.run(&["announce", "2024", "--lang", "en"]),
        "A trial ranking: results of 2024|Departments|Health: rank 1 with 18.5 points.\n",
    );
    site.write("themes/own/announcements/announcement.txt", "{{ title }}\n{{ titel }}\n");
    let ran = site.run(&["announce", "2024"]);
    ran.must_end_with(1);
    assert!(ran.err.contains("--> themes/own/announcements/announcement.txt:2:4"), "{}", ran.err);
}

#[test]
fn what_nobody_knows_is_told_with_what_there_is() {
    let site = Site::minimal();
    for (arguments, told) in [
        (&["announce", "2023"][..], "error: no edition has the id `2023`; did you mean `2024`?\n"),
        (&["announce", "2024", "--lang", "fr"], "error: no language has the id `fr`; there are vi, en\n"),
        (
            &["--lang", "vi", "announce", "2024", "--lang", "fr"],
            "lỗi: không có ngôn ngữ nào mang mã `fr`; hiện có vi, en\n",
        ),
    ] {
        let ran = site.run(arguments);
        ran.must_end_with(2);
        assert_eq!(ran.err, told);
    }
}

/// The paragraphs of a Word document, each with its style.
fn paragraphs(document: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(document)).expect("a package");
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("word/document.xml").expect("its text"), &mut text)
        .expect("UTF-8");
    let between = |text: &str, from: &str, to: &str| -> Vec<String> {
        let parts = text.split(from).skip(1);
        parts.map(|part| part.split(to).next().unwrap_or_default().to_owned()).collect()
    };
    let plain = |text: String| {
        let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")];
        signs.iter().fold(text, |text, (from, to)| text.replace(from, to))
    };
    let one = |paragraph: String| {
        let style = between(&paragraph, "<w:pStyle w:val=\"", "\"").concat();
        (style, plain(between(&paragraph, "<w:t xml:space=\"preserve\">", "</w:t>").concat()))
    };
    between(&text, "<w:p>", "</w:p>").into_iter().map(one).collect()
}

#[test]
fn the_word_document_says_what_the_text_says() {
    let site = Site::example();
    site.replace("content/site.yaml", "Ủy ban nhân dân tỉnh Yên Bái", "Ủy ban <tỉnh> & Yên Bái");
    for (tag, year) in [("vi", "2018"), ("en", "2018"), ("vi", "2016")] {
        let text = site.run(&["announce", year, "--lang", tag]);
        let said: Vec<&str> = text.must_end_with(0).out.lines().filter(|line| !line.is_empty()).collect();
        let said: Vec<&str> = said.into_iter().map(|line| line.strip_prefix("- ").unwrap_or(line)).collect();
        let bytes =
            || site.command(&["announce", year, "--lang", tag, "--format", "docx"]).output().expect("it runs").stdout;
        let document = bytes();
        assert_eq!(document, bytes(), "the same bytes each time");
        let paragraphs = paragraphs(&document);
        assert_eq!(paragraphs.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(), said, "{tag} {year}");
        let heads = |style: &str| paragraphs.iter().filter(|(other, _)| other == style).count();
        let groups = site.run(&["announce", year, "--lang", tag, "--format", "markdown"]).out.matches("\n## ").count();
        assert_eq!([heads("Heading1"), heads("Heading2")], [1, groups], "{tag} {year}");
    }
}
