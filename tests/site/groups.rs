//! Groups with nouns and maxima of their own, units of measure, and criteria that are only shown.

use crate::common::offices::case;
use crate::common::{Files, Site, text};

const SITE: &str = "//- content/site.yaml
format: 1
title: { vi: Thử, en: Trial }
publisher: { name: { vi: Sở, en: Office } }
languages: [vi, en]
//- content/units.yaml
groups:
  g: { name: { vi: Các sở, en: Departments }, in_text: { vi: các sở, en: the departments }, noun: { vi: { other: sở }, en: { one: department, other: departments } } }
  h: { name: { vi: Các huyện, en: Districts }, in_text: { vi: các huyện, en: the districts }, noun: { vi: { other: huyện }, en: { one: district, other: districts } } }
units:
  a: { name: { vi: Sở A, en: Office A }, group: g }
  b: { name: { vi: Sở B, en: Office B }, group: g }
  c: { name: { vi: Sở C, en: Office C }, group: g }
  d: { name: { vi: Huyện D, en: District D }, group: h }
  e: { name: { vi: Huyện E, en: District E }, group: h }
//- content/schemes/s.yaml
title: { vi: Bộ, en: Set }
decimals: 1
exempt: nothing
criteria:
  - { id: x, name: { vi: Hạ tầng, en: Infrastructure }, max: 10 }
  - { id: w, name: { vi: Nhân lực, en: Staff }, max: 10 }
  - { id: z, name: { vi: Văn bản, en: Papers }, max: 10 }
  - { id: k, name: { vi: Đường, en: Roads }, unit: km, scored: false }
groups: { h: { max: { x: 12 } } }
";

/// The site with the scores of both groups.
fn built(scores: &str, more: &str) -> Files {
    let years = [2023, 2024].map(|year| {
        let head = format!("year: {year}\nscheme: s\nstatus: official\npublished: {}-02-01\n", year + 1);
        format!("//- content/scores/{year}.yaml\n{head}{scores}{more}")
    });
    Site::new(&format!("{SITE}{}", years.concat())).build()
}

const SCORES: &str = "scores:
  g: { a: { x: 9, w: 10, z: 2, k: 3 }, b: { x: 8, w: 8, z: 2, k: 2 }, c: { x: 7, w: 2, z: 2, k: 5 } }
  h: { d: { x: 9, w: 3, z: 1, k: 3 }, e: { x: 8, w: exempt, z: exempt, k: 2 } }
";

#[test]
fn groups_are_not_called_by_their_noun_twice() {
    let files = built(SCORES, "");
    let says = [
        ("en/2024/criteria/x", "In the departments at least half have 8 or more"),
        ("2024/criteria/x", "Ít nhất một nửa số sở nhóm các sở đạt từ 8 trở lên"),
        ("en/2024/criteria/k", "In the departments at least half have 3 km or more"),
        ("2024/criteria/k", "Ít nhất một nửa số sở nhóm các sở đạt từ 3 km trở lên"),
        ("en/2024/units/a", "This department over the years"),
        ("en/2024/units/a", "Compare with other departments"),
        ("en/2024/groups/g", "Compare departments of this group"),
        ("en/units/a", "One department over all editions"),
        ("en/2024", "What new and changed departments came from"),
    ];
    case(&files, &says[..8], &[("en/2024/criteria/x", "departments of the departments"), ("en/2024", "the units")]);
}

#[test]
fn maxima_that_differ_are_told_with_their_groups() {
    let files = built(SCORES, "");
    case(
        &files,
        &[
            ("2024/criteria/x", "Mức tối đa | 10 (Các sở)"),
            ("en/2024/criteria/x", "12 (Districts)"),
            ("2024/criteria/w", "Mức tối đa | 10"),
        ],
        &[("en/2024/criteria/w", "(Departments)")],
    );
}

#[test]
fn what_is_only_shown_has_no_best() {
    let files = built(SCORES, "unranked: { c: { vi: Đang xem xét, en: Under review } }\n");
    case(
        &files,
        &[
            ("2024/criteria/k", "Trung bình các sở được xếp hạng"),
            ("en/2024/criteria/k", "Highest of the ranked departments"),
            ("en/criteria/k", "| Edition | Maximum | Group mean | Highest | Comparable"),
            ("en/criteria/x", "| Edition | Maximum | Group mean | Best | Comparable"),
            ("en/2024/units/a", "| C Papers | 2 of 10 | 2 | 2"),
            ("en/2024/units/a", "| D Roads | 3 | 2.5 |"),
            ("archive", "đầy đủ điểm của 4 đơn vị được xếp hạng"),
            ("en/archive", "all scores of the 4 ranked units"),
        ],
        &[("en/2024/criteria/k", "ranked in each column")],
    );
}

#[test]
fn several_criteria_that_do_not_apply_are_told_as_several() {
    let files = built(SCORES, "");
    case(
        &files,
        &[
            ("en/2024/units/e", "Staff and Papers: do not apply, count as 0"),
            ("2024/units/e", "Nhân lực và Văn bản: không áp dụng, tính là 0"),
        ],
        &[],
    );
}

#[test]
fn of_totals_that_nobody_knows_none_are_counted() {
    let open = SCORES.replace("w: 10,", "w: ~,").replace("w: 8,", "w: ~,").replace("w: 2,", "w: ~,");
    let open = open.replace("w: 3,", "w: ~,").replace("e: { x: 8, w: exempt", "e: { x: 8, w: ~");
    let files = built(&open, "");
    case(
        &files,
        &[
            ("archive", "14 trong 19 điểm thành phần; chưa biết tổng điểm nào"),
            ("en/archive", "14 of 19 scores; no total is known"),
        ],
        &[("en/archive", "0 of"), ("en/2024", "Totals: 0")],
    );
}

#[test]
fn where_units_are_compared_a_rank_says_what_is_said_of_it_besides() {
    let said =
        "announced: { g: { total: [{ rank: 2, units: [a] }, { rank: 1, units: [b] }, { rank: 3, units: [c] }] } }
disputed: [{ group: g, criterion: total, reason: { vi: Nộp muộn, en: Late entry } }]\n";
    let files = built(SCORES, said);
    assert!(text(&files, "compare/index.html").contains("data-v=\"2 §;có tranh chấp|"), "the word is there");
    let script = files.iter().find(|(path, _)| path.starts_with("assets/editions-en")).expect("the data").1;
    let script = std::str::from_utf8(script).expect("text");
    assert!(script.contains("[\"2\",null,3,\"21\",\"21\",\"21\",\"70\",null,\"disputed\"]"), "{script}");
    case(&files, &[("trends", "2 (có tranh chấp)"), ("en/trends", "2 (disputed)")], &[]);
}
