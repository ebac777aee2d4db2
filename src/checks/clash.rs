//! What contradicts what in a group, as it is told: at its first statement or cell, with all others beside it.

use std::collections::{BTreeMap, BTreeSet};

use super::score_above_maximum;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Aggregate, Column, Edition, EditionGroup, Place, Rank, Row, Series, StatedRank, Statement};
use crate::rankings::{Clash, ClashKind, Rankings};

/// How many units are named.
const NAMED_MAX: usize = 5;

/// A clash with the group that it shows in.
pub(super) struct Found<'a> {
    pub(super) edition: &'a Edition,
    pub(super) group: &'a EditionGroup,
    pub(super) clash: &'a Clash,
}

impl Found<'_> {
    /// Names its column among all of them.
    pub(super) fn column(&self) -> String {
        format!("{} {} {}", self.edition.id, self.group.group.0, self.clash.column.index())
    }
}

/// All clashes that do not follow from another one.
pub(super) fn clashes<'a>(series: &'a Series, rankings: &'a Rankings) -> impl Iterator<Item = Found<'a>> {
    super::ranked_groups(series, rankings).flat_map(|(edition, group, ranking)| {
        let all = &ranking.clashes;
        // A score above the maximum is told as such, and makes wrong what rests on it.
        let above =
            if all.is_empty() { BTreeSet::new() } else { score_above_maximum::columns(edition, group, ranking) };
        // What is made of both leads from one to the other: a total and its other parts give a part.
        let meets = |a, b| a == b || group.scheme.holds(a, b) || group.scheme.holds(b, a) || joined(group, a, b);
        let rests = move |clash: &Clash| above.iter().any(|&at| meets(at, clash.column));
        let causes = Causes::of(all);
        let own = all.iter().filter(move |clash| !rests(clash) && !causes.explain(group, clash));
        own.map(move |clash| Found { edition, group, clash })
    })
}

/// Whether something is made of both columns, at any depth.
fn joined(group: &EditionGroup, a: Column, b: Column) -> bool {
    let scheme = &group.scheme;
    scheme
        .columns()
        .any(|made| scheme.aggregate(made) != Aggregate::Given && scheme.holds(made, a) && scheme.holds(made, b))
}

/// What makes other clashes show: each of a group is asked, so that they are gathered by column.
struct Causes {
    /// The units whose score is wrong, by column.
    scores: BTreeMap<Column, BTreeSet<Option<Row>>>,
    /// The columns with a wrong rank.
    ranks: BTreeSet<Column>,
    /// The statements that contradict each other, by column.
    impossible: BTreeMap<Column, BTreeSet<usize>>,
}

impl Causes {
    fn of(all: &[Clash]) -> Self {
        let mut causes = Self { scores: BTreeMap::new(), ranks: BTreeSet::new(), impossible: BTreeMap::new() };
        for clash in all {
            match clash.kind {
                ClashKind::Score { .. } => drop(causes.scores.entry(clash.column).or_default().insert(clash.row)),
                ClashKind::Rank { .. } => drop(causes.ranks.insert(clash.column)),
                ClashKind::Impossible => {
                    causes.impossible.entry(clash.column).or_default().extend(clash.statements.iter().copied());
                }
                ClashKind::Count { .. } | ClashKind::CountAbove { .. } | ClashKind::Last { .. } => {}
            }
        }
        causes
    }

    /// Whether a clash may show only because of another one: a wrong score makes totals and ranks wrong, wrong ranks make
    /// counts and the last rank wrong.
    fn explain(&self, group: &EditionGroup, clash: &Clash) -> bool {
        let is_part = |column: Column| group.scheme.holds(clash.column, column);
        let by_score = || self.scores.keys().any(|&column| column == clash.column || is_part(column));
        match clash.kind {
            ClashKind::Score { .. } => {
                self.scores.iter().any(|(&column, rows)| is_part(column) && rows.contains(&clash.row))
            }
            ClashKind::Rank { .. } => by_score() || self.is_impossible(clash),
            ClashKind::Count { .. } | ClashKind::Last { .. } => {
                by_score() || self.ranks.contains(&clash.column) || self.is_impossible(clash)
            }
            ClashKind::CountAbove { .. } | ClashKind::Impossible => false,
        }
    }

    /// Whether all statements of a clash are told already, as contradicting each other.
    fn is_impossible(&self, clash: &Clash) -> bool {
        let told = self.impossible.get(&clash.column);
        !clash.statements.is_empty() && told.is_some_and(|told| clash.statements.iter().all(|at| told.contains(at)))
    }
}

/// The fault of a clash and of others in its column: at the first of what takes part, the rest named beside it.
pub(super) fn clash_fault(series: &Series, first: &Found<'_>, others: &[Found<'_>], code: &'static Code) -> Diagnostic {
    let Found { edition, group, clash } = first;
    let all = || std::iter::once(first).chain(others).map(|found| found.clash);
    let cell = |clash: &Clash| group.columns[clash.column].place(clash.row?.index(), edition.place.file);
    let places = places(first, others);
    let place = places.first().copied().or_else(|| cell(clash)).unwrap_or(edition.place);
    let rows: BTreeSet<Row> = all().flat_map(units_of).collect();
    let fault = Diagnostic::new(code, place)
        .with("criterion", group.scheme.column_id(clash.column))
        .with_some("unit", units(series, group, &rows))
        .with("other", "clashes with this")
        .with("other_vi", "mâu thuẫn với chỗ này");
    places.iter().skip(1).fold(fault, |fault, &place| fault.related(place, "other"))
}

/// The announced ranks that take part, in the order of the file, and whether these are several.
pub(super) fn ranks(first: &Found<'_>, others: &[Found<'_>]) -> Option<(String, bool)> {
    let group = first.group;
    let (mut ranks, mut are_several): (Vec<String>, bool) = (Vec::new(), false);
    for clash in std::iter::once(first).chain(others).map(|found| found.clash) {
        let said = clash.statements.iter().filter_map(|&at| group.statements[at].rank.as_ref());
        let cells =
            clash.cells.iter().filter_map(|&(column, row)| group.columns[column].extra(row.index())?.rank.as_ref());
        for stated in said.chain(cells) {
            are_several |= !stated.is_one();
            let told = rank(stated);
            ranks.extend((!ranks.contains(&told)).then_some(told));
        }
        if ranks.len() > NAMED_MAX {
            break;
        }
    }
    let more = ranks.len() > NAMED_MAX;
    ranks.truncate(NAMED_MAX);
    let told = format!("{}{}", ranks.join(", "), if more { ", …" } else { "" });
    (!ranks.is_empty()).then_some((told, are_several || ranks.len() > 1))
}

/// An announced rank, as it is told.
pub(super) fn rank(rank: &StatedRank) -> String {
    match rank {
        StatedRank::One(rank) => rank.to_string(),
        StatedRank::OneOf(ranks) => ranks.iter().map(Rank::to_string).collect::<Vec<_>>().join(", "),
        StatedRank::Band(best, worst) => format!("{best}–{worst}"),
    }
}

/// The units at which a clash shows: those whose cells say what clashes.
fn units_of(clash: &Clash) -> Vec<Row> {
    let rows: Vec<Row> = clash.cells.iter().filter(|(of, _)| *of == clash.column).map(|(_, row)| *row).collect();
    if rows.is_empty() { clash.row.into_iter().collect() } else { rows }
}

/// Where everything stands that takes part, each place once: what was announced in the order of the file, then scores. A
/// score that does not take part is not named, and nothing that is disputed is.
fn places(first: &Found<'_>, others: &[Found<'_>]) -> Vec<Place> {
    let Found { edition, group, .. } = first;
    let (mut said, mut scores) = (BTreeSet::new(), BTreeSet::new());
    for clash in std::iter::once(first).chain(others).map(|found| found.clash) {
        let value = |column: Column, row: Row| group.columns[column].place(row.index(), edition.place.file);
        said.extend(clash.statements.iter().map(|&at| wrong(&clash.kind, &group.statements[at])));
        said.extend(
            clash.cells.iter().filter_map(|&(column, row)| {
                group.columns[column].rank_place(row.index()).or_else(|| value(column, row))
            }),
        );
        scores.extend(clash.row.filter(|_| clash.has_score).and_then(|row| value(clash.column, row)));
    }
    let scores: Vec<Place> = scores.into_iter().filter(|place| !said.contains(place)).collect();
    said.into_iter().chain(scores).collect()
}

/// Where the part of a statement stands that cannot be right; of several statements, each of which may be wrong, all of it.
fn wrong(kind: &ClashKind, statement: &Statement) -> Place {
    match kind {
        ClashKind::Score { .. } => statement.places.score,
        ClashKind::Rank { .. } => statement.places.rank,
        ClashKind::Count { .. } | ClashKind::CountAbove { .. } => statement.places.count,
        ClashKind::Last { .. } => statement.places.last,
        ClashKind::Impossible => statement.place,
    }
}

/// The ids of the first units, and how many more there are.
fn units(series: &Series, group: &EditionGroup, rows: &BTreeSet<Row>) -> Option<String> {
    let id = |row: &Row| format!("`{}`", series.units[group.units[row.index()].0].id);
    let named = rows.iter().take(NAMED_MAX).map(id).collect::<Vec<_>>().join(", ");
    let more = rows.len().saturating_sub(NAMED_MAX);
    (!rows.is_empty()).then(|| if more > 0 { format!("{named}, … (+{more})") } else { named })
}
