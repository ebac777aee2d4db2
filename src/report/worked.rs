//! A worked example taken from the data: from the scores of one unit to its total and its rank.

use rust_decimal::Decimal;

use crate::model::{Aggregate, Column, Method, Rank, Scheme};
use crate::rankings::ties::{self, Equals};
use crate::rankings::{Basis, Known, RankBasis, normalised};
use crate::report::columns::counted;
use crate::report::findings::leaves_out_scores;
use crate::report::group::GroupResult;
use crate::report::ties::apart;

/// The most raw values whose points are spelled out.
const RAW: usize = 8;

/// The example.
pub(crate) struct Worked<'a> {
    /// Its group.
    pub(crate) part: GroupResult<'a>,
    /// Its row.
    pub(crate) row: usize,
    /// Its calculation, parts before what they make.
    pub(crate) lines: Vec<WorkedLine>,
    /// How many raw values it has, where they are too many to be spelled out.
    pub(crate) unspelled: Option<usize>,
    /// Whether a number in it was deduced.
    pub(crate) is_deduced: bool,
    /// Its rank.
    pub(crate) placed: Placed,
}

/// A line of the calculation.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum WorkedLine {
    /// A raw value that becomes points.
    Raw {
        column: Column,
        raw: Decimal,
        points: Decimal,
        /// The ends between which it lies, where its method looks for them in the group.
        ends: Option<(Decimal, Decimal)>,
    },
    /// A value that is made of others.
    Made {
        column: Column,
        /// The parts that count, each with its weight.
        terms: Vec<(Decimal, Decimal)>,
        /// The points that were added to what they make.
        adjustments: Vec<Decimal>,
        /// What they come to; none where it is the one part as it stands, so that there is nothing to calculate.
        value: Option<Decimal>,
        /// As it is shown, where that is another number.
        shown: Option<Decimal>,
    },
}

/// The rank of a unit by the total, and why it has it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Placed {
    /// It is not known.
    Open,
    /// It lies between two.
    Between(Rank, Rank),
    /// It is the last one, whatever its number.
    Last,
    /// It was announced.
    Announced(Rank),
    /// It was deduced.
    Deduced(Rank),
    /// It was counted.
    Counted {
        rank: Rank,
        /// How many units have a better rank.
        above: usize,
        /// Whether some of them have the same total.
        is_parted: bool,
        /// Whether units that are not ranked have totals too, which are not looked at.
        is_among_ranked: bool,
        /// How many other units share the rank, where that makes it another one than those above do.
        sharing: usize,
        /// How many other units have the same total, whether or not they share its rank.
        equal: usize,
        /// How many more have another total that is printed as the same number.
        printed_equal: usize,
    },
}

/// The first unit, in the order of the newest ranking, of which every number that counts is known and adds up.
pub(crate) fn worked<'a>(parts: &[GroupResult<'a>]) -> Option<Worked<'a>> {
    parts.iter().find_map(|&part| {
        let rows = part.ranking.order.iter().map(|&row| row.index());
        let mut whole = rows.filter(|&row| part.group.unranked[row].is_none() && is_whole(part, row)).peekable();
        whole.peek()?;
        let points = Points::of(part);
        whole.find_map(|row| example(part, &points, row))
    })
}

/// Whether every number of a unit that counts is exactly known, and its total is made of them.
fn is_whole(part: GroupResult<'_>, row: usize) -> bool {
    let scheme = &part.group.scheme;
    let counts = |column: Column| scheme.criterion(column).is_none_or(|criterion| criterion.scored);
    let known = |column: Column| matches!(part.standing(column, row).score, Known::Exact(_));
    let made = |column: Column| scheme.is_made(column) || scheme.parts(column).is_empty();
    scheme.is_made(part.total())
        && !counted(scheme, part.total()).is_empty()
        && scheme.columns().filter(|&column| counts(column)).all(|column| known(column) && made(column))
}

/// The points that the raw values of a group become, by column and row.
struct Points(Vec<Vec<Option<Decimal>>>);

impl Points {
    fn of(part: GroupResult<'_>) -> Self {
        Self(part.group.scheme.criterion_columns().map(|column| Self::of_column(part, column)).collect())
    }

    /// Each column at once: the points of a unit may depend on the values of all.
    fn of_column(part: GroupResult<'_>, column: Column) -> Vec<Option<Decimal>> {
        let rule = part.group.scheme.criteria[column].normalise.as_ref();
        let Some(rule) = rule.filter(|_| part.group.scheme.is_raw(column)) else { return Vec::new() };
        let mut made = normalised(rule, &raw_values(part, column)).into_iter();
        let known = |row: usize| matches!(part.standing(column, row).score, Known::Exact(_));
        (0..part.group.units.len()).map(|row| if known(row) { made.next().flatten() } else { None }).collect()
    }

    fn at(&self, column: Column, row: usize) -> Option<Decimal> {
        self.0[column].get(row).copied().flatten()
    }
}

/// The raw values of a column that are known.
fn raw_values(part: GroupResult<'_>, column: Column) -> Vec<Decimal> {
    let value = |row: usize| match part.standing(column, row).score {
        Known::Exact(value) => Some(value),
        _ => None,
    };
    (0..part.group.units.len()).filter_map(value).collect()
}

fn example<'a>(part: GroupResult<'a>, points: &Points, row: usize) -> Option<Worked<'a>> {
    let scheme = &part.group.scheme;
    let raw: Vec<Column> = scheme.criterion_columns().filter(|&column| scheme.is_raw(column)).collect();
    let unspelled = Some(raw.len()).filter(|&n| n > RAW);
    let mut lines = Vec::new();
    for &column in raw.iter().filter(|_| unspelled.is_none()) {
        lines.push(raw_line(part, points, column, row)?);
    }
    let mut parents = Vec::new();
    add_parents(scheme, part.total(), &mut parents);
    for column in parents {
        lines.push(made_line(part, points, column, row)?);
    }
    let deduced = |column: Column| part.standing(column, row).score_basis == Some(Basis::Deduced);
    let is_deduced = scheme.columns().any(deduced);
    Some(Worked { part, row, lines, unspelled, is_deduced, placed: placed(part, row) })
}

/// The columns that are made of others, parts before what they make.
fn add_parents(scheme: &Scheme, column: Column, parents: &mut Vec<Column>) {
    let parts = counted(scheme, column);
    for &part in &parts {
        add_parents(scheme, part, parents);
    }
    if !parts.is_empty() {
        parents.push(column);
    }
}

fn raw_line(part: GroupResult<'_>, points: &Points, column: Column, row: usize) -> Option<WorkedLine> {
    let rule = part.group.scheme.criteria[column].normalise.as_ref()?;
    let Known::Exact(raw) = part.standing(column, row).score else { return None };
    let ends = || {
        let values = raw_values(part, column);
        values.iter().min().copied().zip(values.iter().max().copied())
    };
    let ends = if rule.method == Method::MinMax { ends() } else { None };
    Some(WorkedLine::Raw { column, raw, points: points.at(column, row)?, ends })
}

/// A value with the numbers that make it; none where they do not add up to it.
fn made_line(part: GroupResult<'_>, points: &Points, column: Column, row: usize) -> Option<WorkedLine> {
    let scheme = &part.group.scheme;
    let is_sum = scheme.aggregate(column) == Aggregate::Sum;
    let (mut terms, mut sum) = (Vec::new(), Decimal::ZERO);
    for child in counted(scheme, column) {
        let value = match part.standing(child, row).score {
            _ if scheme.is_raw(child) => points.at(child, row)?,
            Known::Exact(value) => value,
            _ => return None,
        };
        let weight = scheme.criteria[child].weight;
        sum = sum.checked_add(value.checked_mul(weight)?)?;
        terms.push((value, weight));
    }
    let Known::Exact(value) = part.standing(column, row).score else { return None };
    let own = part.group.adjustments.iter().filter(|a| column == part.total() && a.row.index() == row);
    let adjustments: Vec<Decimal> = own.map(|adjustment| adjustment.points).collect();
    let sum = adjustments.iter().copied().try_fold(sum, Decimal::checked_add)?;
    if is_sum && sum != value {
        return None;
    }
    let is_calculated = terms.len() != 1 || sum != value || is_sum && terms[0].1 != Decimal::ONE;
    let shown = Some(part.shown(column, value)).filter(|shown| *shown != value);
    Some(WorkedLine::Made { column, terms, adjustments, value: is_calculated.then_some(value), shown })
}

/// The rank of a unit by the total, and why it has it.
pub(crate) fn placed(part: GroupResult<'_>, row: usize) -> Placed {
    let total = part.total();
    let standing = part.standing(total, row);
    let rank = match standing.rank {
        Known::Exact(rank) => rank,
        Known::Between(best, worst) => return Placed::Between(best, worst),
        Known::Nothing if standing.is_last => return Placed::Last,
        Known::Nothing => return Placed::Open,
    };
    match standing.rank_basis {
        Some(RankBasis::Computed) => {}
        Some(RankBasis::Announced | RankBasis::Printed) => return Placed::Announced(rank),
        Some(RankBasis::Deduced) | None => return Placed::Deduced(rank),
    }
    let better = |other: &usize| matches!(part.standing(total, *other).rank, Known::Exact(other) if other < rank);
    let parted = |other: usize| apart(part, total, [row, other]).is_some();
    let above: Vec<usize> = (0..part.group.units.len()).filter(better).collect();
    let is_parted = above.iter().any(|&other| parted(other));
    let [equal, printed_equal] = equal_totals(part, row);
    let is_among_ranked = leaves_out_scores(part, &[total]);
    let sharing = match ties::rule(part.group.scheme.rank.ties).equals {
        Equals::Last | Equals::Mean => standing.tied.map_or(0, |tied| tied.saturating_sub(1) as usize),
        Equals::First | Equals::InOrder | Equals::AsAnnounced => 0,
    };
    Placed::Counted { rank, above: above.len(), is_parted, is_among_ranked, sharing, equal, printed_equal }
}

/// How many other units have the total of a row, whether or not they share its rank; and how many more print the same.
fn equal_totals(part: GroupResult<'_>, row: usize) -> [usize; 2] {
    let total = part.total();
    let own = (part.standing(total, row).score, part.shown_value(total, row));
    let others = (0..part.group.units.len()).filter(|&other| other != row && part.group.unranked[other].is_none());
    let (mut equal, mut printed) = (0, 0);
    for other in others.filter(|&other| part.shown_value(total, other) == own.1) {
        *(if part.standing(total, other).score == own.0 { &mut equal } else { &mut printed }) += 1;
    }
    [equal, printed]
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Placed, WorkedLine, worked};
    use crate::model::Column;
    use crate::model::Rank;
    use crate::report::tests::told;

    /// The unit of the example, then its calculation, a line each.
    fn lines(scheme: &str, scores: &str) -> Vec<String> {
        told(scheme, scores, |part| {
            let Some(worked) = worked(&[part]) else { return Vec::new() };
            let unit = part.group.units[worked.row].0.to_string();
            std::iter::once(unit).chain(worked.lines.iter().map(|line| in_short(part, line))).collect()
        })
    }

    fn in_short(part: crate::report::group::GroupResult<'_>, line: &WorkedLine) -> String {
        let plain = |value: &Decimal| value.normalize().to_string();
        let id = |column: Column| part.group.scheme.column_id(column);
        match line {
            WorkedLine::Raw { column, raw, points, ends } => {
                let ends = ends.map_or(String::new(), |(low, high)| format!(" of {low} to {high}"));
                format!("{}: {raw}{ends} -> {}", id(*column), plain(points))
            }
            WorkedLine::Made { column, terms, adjustments, value, shown } => {
                let terms: Vec<String> = terms.iter().map(|(v, w)| format!("{} x {}", plain(v), plain(w))).collect();
                let added: String = adjustments.iter().map(|points| format!(" {points:+}")).collect();
                let value = value.map_or(String::new(), |value| format!(" = {}", plain(&value)));
                let shown = shown.map_or(String::new(), |shown| format!(", shown {shown}"));
                format!("{}: {}{added}{value}{shown}", id(*column), terms.join(", "))
            }
        }
    }

    const SUM: &str =
        "title: S\ndecimals: 1\ncriteria: [{ id: x, name: X, max: 50 }, { id: z, name: Z, max: 10, weight: 2 }]\n";

    #[test]
    fn the_first_unit_that_adds_up_is_worked() {
        let scores = "scores: { g: { a: { x: 50, z: ~ }, b: { x: 40.5, z: 9 }, c: { x: 20, z: 1 } } }\nadjustments: [{ unit: b, points: -2, reason: Late }]\n";
        assert_eq!(lines(SUM, scores), ["1", "total: 40.5 x 1, 9 x 2 -2 = 56.5"]);
        assert_eq!(lines(SUM, "scores: { g: { a: { x: 50, z: ~ } } }\n"), [""; 0]);
        let one = "title: S\ncriteria: [{ id: x, name: X, max: 50 }]\n";
        assert_eq!(lines(one, "scores: { g: { a: { x: 40 } } }\n"), ["0", "total: 40 x 1"]);
    }

    #[test]
    fn raw_values_become_points_first() {
        let raw = "title: S\ntotal: mean\ncriteria:
  - { id: x, name: X, normalise: { method: min-max, to: 100 } }\n  - { id: z, name: Z, max: 100 }\n";
        let scores =
            "scores: { g: { a: { x: 30, z: 50 }, b: { x: 10, z: 20 }, c: { x: 40, z: 15 } } }\npopulation: { g: 3 }\n";
        let found = lines(raw, scores);
        assert_eq!(
            found,
            [
                "0",
                "x: 30 of 10 to 40 -> 66.666666666667",
                "total: 66.666666666667 x 1, 50 x 1 = 58.333333333334, shown 58.3333"
            ]
        );
    }

    #[test]
    fn a_rank_is_told_with_those_above_and_those_that_are_equal() {
        let placed = |scores: &str| told(SUM, scores, |part| worked(&[part]).expect("an example").placed);
        let first =
            "scores: { g: { a: { x: 40, z: 9 }, b: { x: 40, z: 9 }, c: { x: 20, z: 1 } } }\npopulation: { g: 3 }\n";
        let [rank, two] = [1, 2].map(Rank::whole);
        let counted = |rank, above, among, equal| Placed::Counted {
            rank,
            above,
            is_parted: false,
            is_among_ranked: among,
            sharing: 0,
            equal,
            printed_equal: 0,
        };
        assert_eq!(placed(first), counted(rank, 0, false, 1));
        let unranked = "scores: { g: { a: { x: 50, z: 9 }, b: { x: 40, z: 9 }, c: { x: 20, z: 1 } } }\npopulation: { g: 3 }\nunranked: { a: Late }\n";
        assert_eq!(placed(unranked), counted(rank, 0, true, 0));
        let open = "scores: { g: { a: { x: 40, z: 9 }, b: { x: ~, z: 9 } } }\npopulation: { g: 3 }\n";
        assert_eq!(placed(open), Placed::Open);
        let announced = "scores: { g: { a: { x: 40, z: 9 }, b: { x: ~, z: 9 } } }\npopulation: { g: 3 }\nannounced: { g: { total: [{ rank: 2, units: [a] }] } }\n";
        assert_eq!(placed(announced), Placed::Announced(two));
    }
}
