//! Words of pages that were false for some content: what was disputed, corrected, announced as a range, or left out.

use crate::common::offices::{TWO, built, built_2024, case};

const SAME: &str = "scores: { g: { a: { x: 9, z: 14 }, b: { x: 8, z: 9 }, c: { x: 7, z: 1 }, d: { x: 6, z: 1 } } }\n";

#[test]
fn nobody_moves_by_ranks_that_are_disputed() {
    let disputed = format!(
        "{SAME}announced: {{ g: {{ total: [{{ rank: 1, score: 17, units: [b] }}, {{ rank: 2, score: 23, units: [a] }}, {{ rank: 3, units: [d, c] }}] }} }}\n\
         disputed: [{{ group: g, criterion: total, reason: {{ vi: Sai, en: Wrong }} }}]\n"
    );
    let files = built(TWO, &[(2023, SAME), (2024, &disputed)]);
    case(
        &files,
        &[("en/units/a", "2 (disputed)"), ("units/a", "2 (có tranh chấp)"), ("en/trends", "2024: 2; not compared")],
        &[("en/2024", "by those of others"), ("en/trends", "method changed"), ("en/units/a", "method changed")],
    );
}

#[test]
fn a_revised_number_is_no_number_as_it_was_published() {
    let files = built_2024(TWO, &SAME.replace("x: 9,", "x: { score: 9, flag: revised },"));
    case(
        &files,
        &[
            ("en/corrections", "No correction has been published yet."),
            ("corrections", "Chưa có đính chính nào được công bố."),
        ],
        &[("en/corrections", "as they were published"), ("corrections", "như khi công bố")],
    );
}

/// Another unit's part that does not apply takes the one maximum of a column, not that of a unit.
#[test]
fn a_unit_reaches_its_own_maximum() {
    let scheme =
        "decimals: 0\nexempt: rescale\ncriteria:\n  - { id: x, name: { vi: Hạ tầng, en: Infrastructure }, max: 10 }
  - id: u\n    name: { vi: Chung, en: Umbrella }\n    total: sum\n    criteria:
      - { id: p, name: { vi: Một, en: One }, max: 10 }\n      - { id: q, name: { vi: Hai, en: Two }, max: 2 }\n";
    let scores = "scores: { g: { a: { x: 9, p: 9, q: exempt }, b: { x: 10, p: 10, q: 2 }, c: { x: 1, p: 1, q: 1 } } }\nnot_assessed: [d]\n";
    let files = built_2024(scheme, scores);
    case(&files, &[("en/2024/units/b", "2 of 2 criteria")], &[("en/2024/units/b", "1 of 1 criterion")]);
}

#[test]
fn a_statement_without_a_count_names_all_who_have_its_rank() {
    let scheme = format!("rank: {{ ties: announced }}\n{TWO}");
    let tied = "scores: { g: { a: { x: 9, z: 14 }, b: { x: 8, z: 15 }, c: { x: 7, z: 16 }, d: { x: 6, z: 1 } } }\n\
        announced: { g: { total: [{ rank: 1, score: 23, units: [c] }] } }\n";
    case(
        &built_2024(&scheme, tied),
        &[("en/2024", "*Office C* leads Departments with 23 points.")],
        &[("en/2024", "Whether another"), ("2024", "Chưa rõ có")],
    );
}
