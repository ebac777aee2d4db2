//! What was announced of Yên Bái in 2018, 35 statements, and everything that follows: checked against what a solver
//! found, cell by cell and rank by rank.

use std::collections::BTreeMap;

use super::support::{number, order, ranked_all, say, scheme, told};
use crate::model::{Column, EditionGroup, Population, State, UnitIdx};
use crate::rankings::{Basis, GroupRanking, Known, RankBasis, Reason, StandingState};

const CRITERIA: [&str; 6] = ["infrastructure", "staff", "applications", "security", "policy", "total"];

/// Departments, as the statements name them, with their ids.
const DEPARTMENTS: [(&str, &str); 17] = [
    ("TTTT", "so-thong-tin-va-truyen-thong"),
    ("YT", "so-y-te"),
    ("GDDT", "so-giao-duc-va-dao-tao"),
    ("TC", "so-tai-chinh"),
    ("KHCN", "so-khoa-hoc-va-cong-nghe"),
    ("NN", "so-nong-nghiep-va-phat-trien-nong-thon"),
    ("LD", "so-lao-dong-thuong-binh-va-xa-hoi"),
    ("XD", "so-xay-dung"),
    ("CT", "so-cong-thuong"),
    ("VH", "so-van-hoa-the-thao-va-du-lich"),
    ("TTr", "thanh-tra-tinh"),
    ("TNMT", "so-tai-nguyen-va-moi-truong"),
    ("GTVT", "so-giao-thong-van-tai"),
    ("TP", "so-tu-phap"),
    ("VP", "van-phong-ubnd-tinh"),
    ("NgV", "so-ngoai-vu"),
    ("NV", "so-noi-vu"),
];

/// Districts, as the statements name them, with their ids.
const DISTRICTS: [(&str, &str); 9] = [
    ("VY", "huyen-van-yen"),
    ("NL", "thi-xa-nghia-lo"),
    ("VC", "huyen-van-chan"),
    ("TY", "huyen-tran-yen"),
    ("MCC", "huyen-mu-cang-chai"),
    ("TT", "huyen-tram-tau"),
    ("YBi", "huyen-yen-binh"),
    ("TPYB", "thanh-pho-yen-bai"),
    ("LY", "huyen-luc-yen"),
];

/// What was announced of the departments.
#[rustfmt::skip]
const OF_DEPARTMENTS: [&str; 17] = [
    "infrastructure: rank=1 score=24 units=TTTT,YT,GDDT,TC,KHCN,NN,LD count=7",
    "infrastructure: rank=8 score=13.8 units=XD last",
    "staff: rank=1 score=14 units=TTTT",
    "staff: rank=2 score=12 units=CT,KHCN",
    "staff: rank=5 score=6 units=TC,VH,NN,TTr,XD,TNMT,GTVT,TP count=8 last",
    "applications: rank=1 score=24 units=GDDT,VP,TC,VH,XD count=5",
    "applications: rank=9 score=19 units=GTVT,TNMT last",
    "security: rank=1 score=15 units=others",
    "security: rank=2 units=GDDT",
    "security: rank=3 units=KHCN,XD,TNMT,TP,NgV",
    "security: rank=4 score=9 units=NN last",
    "policy: rank=1 score=23 units=TTTT,YT,GDDT,CT,TC,NV,VH,XD count=8",
    "policy: rank=7 score=7 units=NgV last",
    "total: rank=1 score=98 units=TTTT",
    "total: rank=2 score=95 units=YT,GDDT",
    "total: rank=3 score=93.6 units=CT",
    "total: rank=13 score=67 units=NgV last",
];

/// What was announced of the districts; the disputed line names a department.
#[rustfmt::skip]
const OF_DISTRICTS: [&str; 18] = [
    "infrastructure: rank=1 score=24 units=VY",
    "infrastructure: rank=2 score=20 units=NL,VC,TY",
    "infrastructure: rank=6 score=18 units=MCC,TT last",
    "staff: rank=1 score=10 units=g1:TTTT disputed",
    "staff: rank=2|3 score=6..8 units=others",
    "applications: rank=1 score=24 units=VC",
    "applications: rank=2 score=22.9 units=YBi",
    "applications: rank=3 score=22 units=VY",
    "applications: rank=8 score=18 units=TT last",
    "security: rank=1 score=15 units=TPYB,TY,YBi count=3",
    "security: rank=2 score=14 units=MCC",
    "security: rank=5 score=9 units=VC last",
    "policy: rank=1 score=23 units=NL,VC,MCC,TPYB count=4",
    "policy: rank=5 score=12 units=YBi last",
    "total: rank=1 score=88 units=VY",
    "total: rank=2 score=84.2 units=NL",
    "total: rank=3 score=84 units=VC",
    "total: rank=9 score=67 units=TT last",
];

/// A group with nothing but statements; `others` are all units that no other line of the column names.
fn group(units: &[(&str, &str)], said: &[&str], population: Population) -> EditionGroup {
    let scheme =
        scheme(&["infrastructure max=24", "staff max=14", "applications max=24", "security max=15", "policy max=23"]);
    let mut group = super::support::group(scheme, &vec![""; units.len()]);
    group.population = population;
    let row = |name: &str| units.iter().position(|(short, _)| *short == name);
    for text in said {
        let (column, _) = text.split_once(": ").unwrap();
        let is_here = |other: &&&str| *other != text && other.starts_with(column);
        let has = |other: &str, name: &str| names(other).any(|n| n == name);
        let is_disputed = said.iter().filter(is_here).any(|other| other.ends_with("disputed"));
        let rows: Vec<String> = match names(text).next() {
            Some("others") if is_disputed => Vec::new(),
            Some("others") => (0..units.len())
                .filter(|&row| !said.iter().filter(is_here).any(|other| has(other, units[row].0)))
                .map(|row| row.to_string())
                .collect(),
            _ => names(text).filter_map(row).map(|row| row.to_string()).collect(),
        };
        let listed = names(text).collect::<Vec<_>>().join(",");
        say(&mut group, &text.replace(&format!("units={listed}"), &format!("units={}", rows.join(","))));
        let statement = group.statements.last_mut().unwrap();
        statement.others = listed == "others";
        if statement.disputed.is_some() {
            statement.foreign = vec![UnitIdx(0)];
        }
    }
    group
}

/// The units that a line names.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ').find_map(|word| word.strip_prefix("units=")).unwrap_or("").split(',')
}

/// A group with its units, as ranked.
type Ranked = (&'static str, &'static [(&'static str, &'static str)], GroupRanking);

fn ranked() -> [Ranked; 2] {
    let departments = group(&DEPARTMENTS, &OF_DEPARTMENTS, Population::Unknown);
    let districts = group(&DISTRICTS, &OF_DISTRICTS, Population::Units);
    let mut rankings = ranked_all(vec![departments, districts]).into_iter();
    [
        ("departments", DEPARTMENTS.as_slice(), rankings.next().unwrap()),
        ("districts", DISTRICTS.as_slice(), rankings.next().unwrap()),
    ]
}

#[test]
fn every_cell_and_rank_is_what_the_solver_found() {
    let table = include_str!("../../../tests/data/yen-bai-2018-deductions.csv");
    let mut expected: BTreeMap<(String, String, String), String> = BTreeMap::new();
    let number = |text: &str| number(text).normalize().to_string();
    for line in table.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let [group, unit, criterion, min, max, exact, best, worst] = fields[..] else { panic!("{line}") };
        assert_eq!(exact.is_empty(), min != max, "{line}");
        let between = |low: String, high: String| if low == high { low } else { format!("{low}..{high}") };
        let rank = if best.is_empty() { "?".into() } else { between(best.into(), worst.into()) };
        let told = format!("{} {rank}", between(number(min), number(max)));
        expected.insert((group.into(), unit.into(), criterion.into()), told);
    }
    let mut found = BTreeMap::new();
    for (group, units, ranking) in ranked() {
        assert_eq!(ranking.clashes, []);
        for (column, criterion) in ranking.columns.iter().zip(CRITERIA) {
            for (row, (_, unit)) in units.iter().enumerate() {
                let standing = column.standing(row);
                let score = match standing.score {
                    Known::Exact(score) => Known::Exact(score.normalize()),
                    other => other,
                };
                let told = format!("{} {}", told(&score), told(&standing.rank));
                found.insert((group.into(), (*unit).into(), criterion.into()), told);
            }
        }
    }
    assert_eq!(found.len(), 156);
    assert_eq!(found, expected);
}

#[track_caller]
fn case(group: usize, unit: &str, criterion: &str, score: &str, basis: Basis, reason: Option<Reason>) {
    let (_, units, ranking) = &ranked()[group];
    let row = units.iter().position(|(short, _)| *short == unit).unwrap();
    let column = CRITERIA.iter().position(|c| *c == criterion).unwrap();
    let standing = ranking.columns[column].standing(row);
    assert_eq!((told(&standing.score).as_str(), standing.score_basis, standing.reason), (score, Some(basis), reason));
}

fn numbers(texts: &[&str]) -> Vec<rust_decimal::Decimal> {
    texts.iter().map(|text| number(text)).collect()
}

#[test]
fn exact_deduced_numbers_say_which_sum_they_are() {
    let left = |total, others: &[&str]| Reason::PartFromTotal {
        total: number(total),
        others: numbers(others),
        column: Column::at(5),
    };
    let rest = left("98", &["24", "14", "15", "23"]);
    case(0, "TTTT", "applications", "22", Basis::Deduced, Some(rest));
    let parts = numbers(&["24", "6", "24", "15", "23"]);
    case(0, "TC", "total", "92", Basis::Deduced, Some(Reason::TotalFromParts { parts }));
    case(1, "VC", "staff", "8", Basis::Deduced, Some(left("84", &["20", "24", "9", "23"])));
}

#[test]
fn announced_numbers_keep_their_digits() {
    case(0, "CT", "total", "93.6", Basis::Announced, None);
    case(1, "NL", "total", "84.2", Basis::Announced, None);
    case(0, "XD", "infrastructure", "13.8", Basis::Announced, None);
}

#[test]
fn intervals_say_why_they_hold() {
    use crate::model::Rank;
    let between = Reason::Neighbours {
        above: Some((Rank::whole(2), number("12"))),
        below: Some((Rank::whole(5), number("6"), true)),
    };
    case(0, "NgV", "staff", "6.1..11.9", Basis::Deduced, Some(between));
    case(0, "XD", "total", "75.9..81.6", Basis::Deduced, Some(Reason::Parts));
    // The rank below it would prove nothing of the upper end.
    let below_the_second = Reason::Neighbours { above: Some((Rank::whole(1), number("15"))), below: None };
    let ends =
        Reason::Ends { low: Box::new(Reason::Remainder { column: Column::at(5) }), high: Box::new(below_the_second) };
    case(0, "GDDT", "security", "12.1..14.9", Basis::Deduced, Some(ends));
    case(1, "LY", "staff", "0..14", Basis::Deduced, Some(Reason::Limits));
}

#[test]
fn ranks_say_where_they_come_from_and_of_how_many() {
    let [(_, _, departments), (_, _, districts)] = ranked();
    let total = |ranking: &GroupRanking, row| ranking.columns[5].standing(row);
    let (first, second, tc) = (total(&departments, 0), total(&departments, 1), total(&departments, 3));
    assert_eq!((first.rank_basis, first.tied, first.ranked), (Some(RankBasis::Announced), Some(1), None));
    assert_eq!(
        (second.rank_basis, second.tied, second.state),
        (Some(RankBasis::Announced), Some(2), StandingState::Cell(State::Known))
    );
    assert_eq!((tc.rank_basis, tc.tied, told(&tc.rank)), (Some(RankBasis::Deduced), None, "4..10".into()));
    assert_eq!(total(&districts, 8).ranked, Some(9));
    assert_eq!(
        (departments.columns[5].complete, departments.columns[5].last_rank),
        (false, Some(crate::model::Rank::whole(13)))
    );
    assert_eq!(districts.columns[1].last_rank, None);
}

#[test]
fn the_disputed_line_is_kept_and_nothing_is_concluded_from_it() {
    let [_, (_, _, districts)] = ranked();
    let staff = &districts.columns[1];
    assert!((0..9).all(|row| told(&staff.standing(row).rank) == "?" && staff.standing(row).announced_rank.is_none()));
}

#[test]
fn blocks_stand_between_the_ranks_around_them() {
    let [(_, units, departments), (_, _, districts)] = ranked();
    let names: Vec<&str> = departments.order.iter().map(|&row| units[row.index()].0).collect();
    let expected = "TTTT YT GDDT CT TC KHCN LD VP NV VH NN TTr TNMT GTVT TP XD NgV";
    assert_eq!(names.join(" "), expected);
    assert_eq!(order(&districts), [0, 1, 2, 3, 4, 6, 7, 8, 5]);
}
