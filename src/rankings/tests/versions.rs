//! Earlier versions, rebuilt from corrections.

use super::support::{cell, extra, group, ranks, say, scheme, scores, series};
use crate::model::{CellExtra, Correction, CorrectionKind, Date, EditionGroup, Flags, Place, Text, UnitIdx};
use crate::rankings::{CorrectionEffect, RankCorrected, RankHeld, Rankings, effects, rank};

/// Corrections such as `2019-06-10 0 a 21 23`: day, row, criterion, before, since.
fn corrections(lines: &[&str]) -> Vec<Correction> {
    let correction = |line: &&str| {
        let [day, unit, criterion, was, now] = line.split(' ').collect::<Vec<_>>().try_into().unwrap();
        Correction {
            date: Date::parse(day).unwrap(),
            unit: UnitIdx(unit.parse().unwrap()),
            criterion: criterion.into(),
            was: cell(was),
            now: cell(now),
            kind: CorrectionKind::Correction,
            reason: None,
            document: None,
            place: Place::whole(0),
        }
    };
    lines.iter().map(correction).collect()
}

/// The versions of a group, the oldest first, the one of now last: each column's scores, then the total's ranks.
fn told(group: EditionGroup, lines: &[&str]) -> (Vec<String>, Vec<String>) {
    let mut series = series(vec![group]);
    series.editions[0].corrections = corrections(lines);
    let Rankings { editions, changes: _ } = rank(&series);
    let (edition, ranked) = (&series.editions[0], &editions[0]);
    let version = |at: usize| {
        let ranking = ranked.group_in(at, 0).map_or(&ranked.groups[0], |before| &before.ranking);
        let columns: Vec<String> = (0..ranking.columns.len()).map(|column| scores(ranking, column)).collect();
        format!("{} : {}", columns.join(" | "), ranks(ranking, ranking.columns.len() - 1))
    };
    let effect = |at: usize| {
        let of = |effect: CorrectionEffect| {
            let list = |changes: &[RankCorrected]| {
                let one = |c: &RankCorrected| format!("{} {}→{}", c.row, held(c.before), held(c.after));
                changes.iter().map(one).collect::<Vec<_>>().join(", ")
            };
            let (own, others) = (list(&effect.corrected), list(&effect.others));
            let outside = if effect.outside > 0 { format!(", outside {}", effect.outside) } else { String::new() };
            let tie =
                |c: &RankCorrected| format!(", {} {}", c.row, if c.tie_came() == Some(true) { "tied" } else { "free" });
            let ties: String = effect.ties.iter().map(tie).collect();
            format!(
                "{}: {own}; {others}; kept {}, open {}{outside}{ties}",
                effect.column.index(),
                effect.kept,
                effect.open
            )
        };
        effects(edition, ranked, at).into_iter().map(of).collect::<Vec<_>>()
    };
    let n = ranked.versions.len();
    ((0..=n).map(version).collect(), (0..n).flat_map(effect).collect())
}

fn held(held: RankHeld) -> String {
    match held {
        RankHeld::Exact(rank) => rank.to_string(),
        RankHeld::Between(best, worst) => format!("{best}..{worst}"),
        RankHeld::Unknown => "?".into(),
        RankHeld::Outside => "none".into(),
    }
}

#[track_caller]
fn case(group: EditionGroup, lines: &[&str], expected: &[&str]) {
    assert_eq!(told(group, lines).0, expected);
}

#[test]
fn without_corrections_there_is_no_version() {
    let ranking = rank(&series(vec![group(scheme(&["a"]), &["1"])]));
    assert!(ranking.editions[0].versions.is_empty());
}

#[test]
fn the_corrections_of_a_day_are_undone_together_the_newest_day_first() {
    let now = group(scheme(&["a", "b"]), &["9 5", "8 5", "7 4"]);
    // By hand: before 10 June the first had 6 + 5, before 1 June the last had 10 + 4 too, of two steps on one day.
    case(
        now,
        &["2019-06-10 0 a 6 9", "2019-06-01 2 a 10 8", "2019-06-01 2 a 8 7"],
        &["6 8 10 | 5 5 4 | 11 13 14 : 3 2 1", "6 8 7 | 5 5 4 | 11 13 11 : 2 1 2", "9 8 7 | 5 5 4 | 14 13 11 : 1 2 3"],
    );
}

#[test]
fn empty_cells_are_corrected_too() {
    let now = || group(scheme(&["a", "b"]), &["9 5", "8 5"]);
    case(now(), &["2019-06-10 0 a ~ 9"], &["? 8 | 5 5 | ? 13 : ? ?", "9 8 | 5 5 | 14 13 : 1 2"]);
    case(now(), &["2019-06-10 0 a m 9"], &["? 8 | 5 5 | ? 13 : ? 1", "9 8 | 5 5 | 14 13 : 1 2"]);
    case(now(), &["2019-06-10 0 a w 9"], &["? 8 | 5 5 | ? 13 : ? ?", "9 8 | 5 5 | 14 13 : 1 2"]);
    let exempt = group(scheme(&["a max=10", "b max=10"]), &["x 5", "8 5"]);
    case(exempt, &["2019-06-10 0 a 4 x"], &["4 8 | 5 5 | 9 13 : 2 1", "? 8 | 5 5 | 10 13 : 2 1"]);
}

#[test]
fn what_a_corrected_cell_says_beside_its_number_is_of_now() {
    let mut now = group(scheme(&["a"]), &["~", "4"]);
    let beside = |low: i64, high: i64| CellExtra {
        min: Some(low.into()),
        max: Some(high.into()),
        flags: Flags { estimated: true, ..Flags::default() },
        note: Some(Text::plain("?")),
        ..CellExtra::default()
    };
    extra(&mut now, "a", 0, beside(5, 6));
    let mut series = series(vec![now]);
    series.editions[0].corrections = corrections(&["2019-06-01 0 a m ~", "2019-06-10 0 a ~ ~"]);
    let ranked = rank(&series).editions.remove(0);
    let before = |version| &ranked.group_in(version, 0).unwrap().group.columns[0];
    let revised = CellExtra { flags: Flags { revised: true, ..Flags::default() }, ..CellExtra::default() };
    assert_eq!((before(0).extra(0), before(1).extra(0)), (None, Some(&revised)));
    assert_eq!(scores(&ranked.group_in(1, 0).unwrap().ranking, 0), "? 4");
}

#[test]
fn what_was_announced_for_the_numbers_of_now_says_nothing_of_those_before() {
    let announced = || {
        let mut now = group(scheme(&["a max=20 decimals=0", "b max=20 decimals=0"]), &["9 ~", "8 ~", "~ ~"]);
        say(&mut now, "total: rank=1 score=20 units=0 count=1");
        say(&mut now, "total: rank=2 score=15 units=1 count=1");
        now
    };
    let now = told(announced(), &[]).0;
    assert_eq!(now, ["9 8 0..14 | 11 7 0..14 | 20 15 0..14 : 1 2 3"]);
    // Of the corrected unit no total is known before; that of the other stands, its rank does not.
    let (versions, effects) = told(announced(), &["2019-06-10 0 a 6 9"]);
    assert_eq!(
        versions,
        ["6 8 0..20 | 0..20 7 0..20 | 6..26 15 0..40 : ? ? ?", "9 8 0..14 | 11 7 0..14 | 20 15 0..14 : 1 2 3"]
    );
    assert_eq!(effects, ["2: 0 ?→1; ; kept 0, open 2", "0: 0 2..3→1..2; ; kept 0, open 2"]);
}

#[test]
fn a_total_that_is_corrected_too_tells_what_was_announced_then() {
    let mut given = scheme(&["a"]);
    given.total = crate::model::Aggregate::Given;
    case(group(given, &["~ 20", "~ 15"]), &["2019-06-10 0 total 12 20"], &["? ? | 12 15 : 2 1", "? ? | 20 15 : 1 2"]);
    let announced = group(scheme(&["a", "b"]), &["~ 9 20", "~ 5 15"]);
    let lines = ["2019-06-10 0 b 1 9", "2019-06-10 0 total 12 20"];
    case(announced, &lines, &["11 10 | 1 5 | 12 15 : 2 1", "11 10 | 9 5 | 20 15 : 1 2"]);
}

#[test]
fn effects_tell_who_changed_who_kept_and_who_cannot_be_told() {
    let effects = |rows: &[&str], lines: &[&str]| told(group(scheme(&["a", "b unscored"]), rows), lines).1;
    // Before: 7.5 8 7 6. The column of the total comes first, an unscored one is not ranked.
    let swapped = "0 2→1; 1 1→2; kept 2, open 0";
    assert_eq!(
        effects(&["9 1", "8 1", "7 1", "6 1"], &["2019-06-10 0 a 7.5 9"]),
        [format!("2: {swapped}"), format!("0: {swapped}")]
    );
    assert_eq!(effects(&["9 1", "8 1", "m 1"], &["2019-06-10 0 b 2 1"]), ["2: 0 1→1; ; kept 1, open 0, outside 1"]);
    let entered = "0 none→1; 1 1→2; kept 0, open 0, outside 1";
    assert_eq!(
        effects(&["9 1", "8 1", "m 1"], &["2019-06-10 0 a m 9"]),
        [format!("2: {entered}"), format!("0: {entered}")]
    );
    // Nobody knows the rank of the second while the first is unpublished; the last has none either way.
    assert_eq!(
        effects(&["9 1", "8 1", "m 1"], &["2019-06-10 0 a ~ 9"]),
        ["2: 0 ?→1; ; kept 0, open 1, outside 1", "0: 0 ?→1; ; kept 0, open 1, outside 1"]
    );
    // Before: 9 8 7. The second catches up with the first, which keeps its rank and has it no more alone; or leaves it.
    assert_eq!(
        effects(&["9 1", "9 1", "7 1"], &["2019-06-10 1 a 8 9"]),
        ["2: 1 2→1; 2 3→2; kept 0, open 0, 0 tied", "0: 1 2→1; 2 3→2; kept 0, open 0, 0 tied"]
    );
    assert_eq!(
        effects(&["9 1", "8 1"], &["2019-06-10 1 a 9 8"]),
        ["2: 1 1→2; ; kept 0, open 0, 0 free", "0: 1 1→2; ; kept 0, open 0, 0 free"]
    );
    // Several corrected units of a day: each is told by itself.
    assert_eq!(
        effects(&["9 1", "8 1", "7 1"], &["2019-06-10 2 a 10 7", "2019-06-10 1 a 8 8"]),
        ["2: 2 1→3, 1 3→2; 0 2→1; kept 0, open 0", "0: 2 1→3, 1 3→2; 0 2→1; kept 0, open 0"]
    );
}
