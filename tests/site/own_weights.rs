//! The ranks that the page of own weights computes in a browser are those that the program computes: its script is run by
//! `node` on tables of totals with many ties, for every rule, in both orders, rounded or not, with criteria that do not
//! apply.

use std::process::Command;

use crate::common::{Site, repository, text};

const TIES: [&str; 5] = ["dense", "competition", "modified", "average", "ordinal"];

/// Every way to rank, as the `rank` of a scheme.
fn rules() -> Vec<String> {
    let mut rules = Vec::new();
    for ties in TIES {
        for order in ["descending", "ascending"] {
            for rest in ["", ", precision: 0", ", precision: 0, rounding: down", ", break_ties_by: [x]"] {
                rules.push(format!("{{ ties: {ties}, order: {order}{rest} }}"));
            }
        }
    }
    rules
}

/// The units of each group, and of each the scores in `x` and `z`: few different ones, so that many totals are equal; in
/// some rows a criterion does not apply.
fn scores(group: usize) -> Vec<[String; 2]> {
    let mut state = 17 * group as u32 + 3;
    let mut next = |n: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) % n
    };
    let row = |row: usize| {
        let [x, z] = [next(5) + 3, next(5) + 3].map(|score| score.to_string());
        match row % 6 {
            4 => ["exempt".to_owned(), z],
            5 => [x, "exempt".to_owned()],
            _ => [x, z],
        }
    };
    (0..12).map(row).collect()
}

/// A site with a group for each rule; the criteria weigh so much.
fn site(weights: [u32; 2]) -> Site {
    let mut site = "//- content/site.yaml\nformat: 1\ntitle: T\npublisher: { name: P }\nlanguages: [en]\n".to_owned();
    let (mut groups, mut units, mut schemes) = (String::new(), String::new(), Vec::new());
    let (mut scores_of_groups, mut schemes_of_groups) = (String::new(), Vec::new());
    for (group, rule) in rules().iter().enumerate() {
        groups += &format!("  g{group}: {{ name: Group {group} }}\n");
        schemes_of_groups.push(format!("g{group}: s{group}"));
        schemes.push(format!(
            "//- content/schemes/s{group}.yaml\ntitle: S{group}\ntotal: mean\ncriteria:
  - {{ id: x, name: X, max: 10, weight: {} }}\n  - {{ id: z, name: Z, max: 10, weight: {} }}\nrank: {rule}\n",
            weights[0], weights[1]
        ));
        scores_of_groups += &format!("  g{group}:\n");
        for (row, [x, z]) in scores(group).into_iter().enumerate() {
            units += &format!("  u{group}-{row}: {{ name: Unit {group}-{row}, group: g{group} }}\n");
            scores_of_groups += &format!("    u{group}-{row}: {{ x: {x}, z: {z} }}\n");
        }
    }
    site += &format!("//- content/units.yaml\ngroups:\n{groups}units:\n{units}{}", schemes.concat());
    site += &format!(
        "//- content/scores/2024.yaml\nyear: 2024\nscheme: {{ {} }}\nstatus: official\npublished: 2025-01-02\nscores:\n{scores_of_groups}",
        schemes_of_groups.join(", ")
    );
    Site::new(&site)
}

/// Whether there is a `node`; a run without says so.
#[expect(clippy::print_stderr, reason = "who runs the test sees that it looked at nothing")]
fn has_node() -> bool {
    let has = Command::new("node").arg("--version").output().is_ok_and(|output| output.status.success());
    if !has {
        eprintln!("skipped: there is no node to run the script of own weights");
    }
    has
}

/// What the script shows on the page of a site: section, unit, rank and official rank of each row, in its order.
#[track_caller]
fn seated(site: &Site, weights: &[&str]) -> Vec<[String; 4]> {
    let page = site.build();
    site.write("page.html", text(&page, "weights/index.html"));
    let mut node = Command::new("node");
    node.arg(repository().join("tests/data/own_weights.mjs"));
    node.arg(repository().join("themes/default/assets/weights.js")).arg(site.path("page.html")).args(weights);
    let output = node.output().expect("node runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).expect("text");
    let row = |line: &str| {
        let fields: Vec<String> = line.split('\t').map(str::to_owned).collect();
        <[String; 4]>::try_from(fields).expect("four fields")
    };
    lines.lines().map(row).collect()
}

#[test]
fn the_script_gives_the_official_ranks_for_the_official_weights() {
    if !has_node() {
        return;
    }
    let rows = seated(&site([1, 1]), &[]);
    assert_eq!(rows.len(), rules().len() * 12);
    for [section, unit, rank, official] in &rows {
        assert_eq!(rank, official, "{unit} of {section}");
    }
    assert!(rows.iter().any(|[_, _, rank, _]| rank.starts_with('=') && rank.ends_with(".5")), "a mean of ranks");
}

#[test]
fn the_script_gives_the_ranks_that_the_program_gives_for_the_same_weights() {
    if !has_node() {
        return;
    }
    let by_script = seated(&site([1, 1]), &["20", "80"]);
    let mut by_program: Vec<_> =
        seated(&site([1, 4]), &[]).into_iter().map(|[_, unit, _, official]| (unit, official)).collect();
    let mut by_script: Vec<_> = by_script.into_iter().map(|[_, unit, rank, _]| (unit, rank)).collect();
    by_program.sort_unstable();
    by_script.sort_unstable();
    assert_eq!(by_script, by_program);
}

#[test]
fn a_unit_of_which_nothing_is_weighed_is_last_without_a_rank() {
    if !has_node() {
        return;
    }
    let rows = seated(&site([1, 1]), &["0", "100"]);
    for section in rows.chunks(12) {
        let (ranked, rest) = section.split_at(10);
        assert!(ranked.iter().all(|[_, _, rank, _]| rank != "–"), "{section:?}");
        assert!(rest.iter().all(|[_, _, rank, _]| rank == "–"), "{section:?}");
    }
}
