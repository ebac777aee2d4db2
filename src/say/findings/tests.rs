//! Sentences in both languages, word by word, on tiny worked groups.

use super::unit::of_unit;
use super::{leaders, main_points};
use crate::diagnostics::Faults;
use crate::model::LangIdx;
use crate::report::group::GroupResult;
use crate::report::model::Report;
use crate::report::order::ReportOrder;
use crate::report::tests::examined;
use crate::say::alphabet::alphabet;
use crate::say::gaps::gaps;
use crate::say::voice::Voice;
use crate::site::words_of;
use crate::tree::Tree;
use crate::writers::html::frame::sentence::sentence;

const SITE: &str = "format: 1\ntitle: T\npublisher: { name: P }\nlanguages: [vi, en]\n";

const UNITS: &str = "groups:\n  g: { name: { vi: Các sở, en: Departments } }\nunits:
  a: { name: { vi: Sở A, en: Office A }, group: g }\n  b: { name: { vi: Sở B, en: Office B }, group: g }\n  c: { name: { vi: Sở C, en: Office C }, group: g }\n  d: { name: { vi: Sở D, en: Office D }, group: g }\n";

const SCHEME: &str = "title: S\ndecimals: 1\ncriteria:
  - { id: p, name: { vi: Hạ tầng, en: Infrastructure }, max: 60 }\n  - { id: q, name: { vi: Nhân lực, en: Staff }, max: 40 }\n";

/// Says something of a content of these files, in Vietnamese and in English.
fn said(scheme: &str, scores: &str, say: impl Fn(Voice<'_>, GroupResult<'_>) -> Vec<String>) -> [Vec<String>; 2] {
    let examined = examined(SITE, UNITS, scheme, scores);
    let report = Report::of(&examined.series, &examined.rankings);
    let edition = report.series.latest().expect("an edition");
    [("vi", LangIdx(0)), ("en", LangIdx(1))].map(|(tag, language)| {
        let words = words_of(tag, report.series, &Tree::default(), 0, &mut Faults::default()).expect("its words");
        let order = ReportOrder::of(&report, alphabet(&report, &words, language));
        say(Voice { report: &report, order: &order, words: &words, language }, GroupResult::of(&report, edition, 0))
    })
}

/// The sentences of a group: who leads, then the main points.
#[track_caller]
fn case(scheme: &str, scores: &str, vietnamese: &[&str], english: &[&str]) {
    let sentences = said(scheme, scores, |voice, part| {
        let mut sentences: Vec<String> =
            leaders(voice, &[part]).iter().map(|said| sentence(voice, said).as_str().to_owned()).collect();
        sentences.extend(main_points(voice, part));
        sentences
    });
    assert_eq!(sentences, [vietnamese, english]);
}

#[test]
fn a_single_unit_neither_leads_nor_trails() {
    case(
        SCHEME,
        "scores: { g: { a: { p: 50, q: 40 } } }\n",
        &[
            "<b>Sở A</b> là đơn vị duy nhất được xếp hạng của nhóm Các sở, đạt 90 điểm.",
            "Đạt điểm tối đa: 1 đơn vị về Nhân lực.",
        ],
        &[
            "<b>Office A</b> is the only one that is ranked in Departments, with 90 points.",
            "At the maximum: 1 unit in Staff.",
        ],
    );
}

#[test]
fn units_that_are_all_equal_have_no_first_and_no_last() {
    case(
        SCHEME,
        "scores: { g: { a: { p: 50, q: 20 }, b: { p: 40, q: 30 }, c: { p: 45, q: 25 } } }\n",
        &["<b>Cả 3 đơn vị</b> nhóm Các sở bằng điểm nhau: 70 điểm."],
        &["<b>All 3</b> in Departments have the same total: 70 points."],
    );
}

#[test]
fn ties_at_the_first_rank_are_spelled_out() {
    let scores =
        "scores: { g: { a: { p: 50, q: 40 }, b: { p: 50, q: 40 }, c: { p: 50, q: 39 }, d: { p: 20, q: 10.5 } } }\n";
    case(
        SCHEME,
        scores,
        &[
            "<b>Sở A và Sở B</b> cùng dẫn đầu nhóm Các sở với 90 điểm.",
            "Hạng 2: Sở C, 89 điểm, kém 1 điểm so với hạng 1.",
            "Xếp cuối (hạng 3): Sở D, 30,5 điểm, kém 59,5 điểm so với hạng 1.",
            "2 đơn vị đồng hạng với ít nhất một đơn vị khác, ở 1 mức hạng.",
            "Đạt điểm tối đa: 2 đơn vị về Nhân lực.",
        ],
        &[
            "<b>Office A and Office B</b> lead Departments with 90 points each.",
            "Rank 2: Office C, 89 points, 1 point behind rank 1.",
            "Last, at rank 3: Office D with 30.5 points, 59.5 points behind rank 1.",
            "2 units share a rank with at least one other, at 1 rank level.",
            "At the maximum: 2 units in Staff.",
        ],
    );
    // Where ties share the mean of their ranks, nobody has rank 1, and two lead all the same.
    case(
        &format!("{SCHEME}rank: {{ ties: average }}\n"),
        "scores: { g: { a: { p: 50, q: 20 }, b: { p: 50, q: 20 }, c: { p: 30, q: 20 } } }\n",
        &[
            "<b>Sở A và Sở B</b> cùng dẫn đầu nhóm Các sở với 70 điểm.",
            "Xếp cuối (hạng 3): Sở C, 50 điểm, kém 20 điểm so với hạng 1,5.",
            "2 đơn vị đồng hạng với ít nhất một đơn vị khác, ở 1 mức hạng.",
        ],
        &[
            "<b>Office A and Office B</b> lead Departments with 70 points each.",
            "Last, at rank 3: Office C with 50 points, 20 points behind rank 1.5.",
            "2 units share a rank with at least one other, at 1 rank level.",
        ],
    );
}

#[test]
fn ties_at_the_last_rank_are_spelled_out() {
    let bands = "bands: [ { id: t, name: { vi: Tốt, en: Good }, from: 80 }, { id: k, name: { vi: Khá, en: Fair }, from: 0 } ]\n";
    case(
        &format!("{SCHEME}{bands}"),
        "scores: { g: { a: { p: 50, q: 39 }, b: { p: 20, q: 30 }, c: { p: 30, q: 20 }, d: { p: 45, q: 30 } } }\n",
        &[
            "<b>Sở A</b> dẫn đầu nhóm Các sở với 89 điểm.",
            "Hạng 2: Sở D, 75 điểm, kém 14 điểm so với hạng 1.",
            "Cùng xếp cuối (hạng 3) với 50 điểm, kém 39 điểm so với hạng 1: Sở B và Sở C.",
            "2 đơn vị đồng hạng với ít nhất một đơn vị khác, ở 1 mức hạng.",
            "Theo mức xếp loại: 1 đơn vị Tốt và 3 đơn vị Khá.",
        ],
        &[
            "<b>Office A</b> leads Departments with 89 points.",
            "Rank 2: Office D, 75 points, 14 points behind rank 1.",
            "Tied for last, at rank 3 with 50 points, 39 points behind rank 1: Office B and Office C.",
            "2 units share a rank with at least one other, at 1 rank level.",
            "By band: 1 unit in Good and 3 units in Fair.",
        ],
    );
}

#[test]
fn what_is_not_known_is_said_and_nothing_is_made_of_it() {
    case(
        SCHEME,
        "scores: { g: { a: { p: 60, q: ~ }, b: { p: 20, q: 30 }, c: { p: ~, q: 20 } } }\n",
        &[
            "Nhóm Các sở: chưa công bố đơn vị dẫn đầu.",
            "Đạt điểm tối đa, theo số đã biết: 1 đơn vị về Hạ tầng.",
            "Chưa rõ hạng của 3 đơn vị.",
            "Chưa biết 2 trong 6 điểm thành phần.",
        ],
        &[
            "Who leads Departments was not published.",
            "Known to have the maximum: 1 unit in Infrastructure.",
            "The ranks of 3 units are not known.",
            "2 of 6 scores are not known.",
        ],
    );
}

#[test]
fn given_totals_are_told_as_they_are() {
    let scheme = "title: S\ntotal: given\nmax: 1\ncriteria: []\n";
    case(
        scheme,
        "scores: { g: { a: { total: 0.967 }, b: { total: 0.952 }, c: { total: 0.952 }, d: { total: 0.7 } } }\n",
        &[
            "<b>Sở A</b> dẫn đầu nhóm Các sở với 0,967 điểm.",
            "Cùng xếp hạng 2 với 0,952 điểm, kém 0,015 điểm so với hạng 1: Sở B và Sở C.",
            "Xếp cuối (hạng 3): Sở D, 0,7 điểm, kém 0,267 điểm so với hạng 1.",
            "2 đơn vị đồng hạng với ít nhất một đơn vị khác, ở 1 mức hạng.",
        ],
        &[
            "<b>Office A</b> leads Departments with 0.967 points.",
            "Tied at rank 2 with 0.952 points, 0.015 points behind rank 1: Office B and Office C.",
            "Last, at rank 3: Office D with 0.7 points, 0.267 points behind rank 1.",
            "2 units share a rank with at least one other, at 1 rank level.",
        ],
    );
}

#[test]
fn where_the_lowest_is_best_the_lowest_leads() {
    case(
        &format!("{SCHEME}rank: {{ order: ascending }}\n"),
        "scores: { g: { a: { p: 50, q: 20 }, b: { p: 10, q: 20 }, c: { p: 30, q: 20 } } }\n",
        &[
            "<b>Sở B</b> dẫn đầu nhóm Các sở với 30 điểm.",
            "Hạng 2: Sở C, 50 điểm, cao hơn 20 điểm so với hạng 1.",
            "Xếp cuối (hạng 3): Sở A, 70 điểm, cao hơn 40 điểm so với hạng 1.",
        ],
        &[
            "<b>Office B</b> leads Departments with 30 points.",
            "Rank 2: Office C, 50 points, 20 points behind rank 1.",
            "Last, at rank 3: Office A with 70 points, 40 points behind rank 1.",
        ],
    );
}

#[test]
fn a_unit_is_measured_by_the_mean_of_complete_criteria() {
    let scores = "scores: { g: { a: { p: 50, q: 20 }, b: { p: 20, q: 30 }, c: { p: 30.5, q: 31 } } }\n";
    let sentences = said(SCHEME, scores, |voice, part| {
        let mut sentences = of_unit(voice, part, 0);
        sentences.extend(gaps(voice, part, 2));
        sentences
    });
    // The mean of 50, 20 and 30.5 is 33.5; of 20, 30 and 31 it is 27. Totals: 70, 50, 61.5.
    assert_eq!(
        sentences,
        [
            [
                "Mạnh nhất so với trung bình nhóm, xét theo tỷ lệ trên mức tối đa: Hạ tầng (50, trung bình 33,5).",
                "Yếu nhất so với trung bình nhóm, xét theo tỷ lệ trên mức tối đa: Nhân lực (20, trung bình 27).",
                "kém 8,5 điểm so với hạng 1",
                "hơn 11,5 điểm so với hạng 3",
            ],
            [
                "Strongest against the mean of the group, by share of the maximum: Infrastructure (50, mean 33.5).",
                "Weakest against the mean of the group, by share of the maximum: Staff (20, mean 27).",
                "8.5 points behind rank 1",
                "11.5 points ahead of rank 3",
            ],
        ]
    );
    let unknown = said(SCHEME, "scores: { g: { a: { p: 50, q: ~ }, b: { p: 20, q: 30 } } }\n", |voice, part| {
        of_unit(voice, part, 0)
    });
    assert_eq!(unknown, [Vec::<String>::new(), Vec::new()]);
}
