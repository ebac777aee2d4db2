//! One group of one edition: its units, columns and statements.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::names::Names;
use crate::content::{CellLine, GroupScores, PopulationLine, ScoreFile, Spanned, StatementLine};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults, alike, nearest};
use crate::model::{
    Adjustment, Aggregate, Cell, Cells, Column, DisputedColumn, EditionGroup, GroupIdx, Period, Place, Population, Row,
    Scheme, Series, Statement, Text, UnitIdx,
};

/// What is needed while the groups of an edition are built.
pub(super) struct Building<'a, 'f> {
    /// The score file.
    pub(super) file: &'a ScoreFile,
    /// Everything resolved so far.
    pub(super) series: &'a Series,
    /// Who has which id.
    pub(super) names: &'a Names<'a>,
    /// The days assessed.
    pub(super) period: Period,
    /// Whether something that the group rests on could not be read; known before it is built, and while it is.
    pub(super) unread: bool,
    /// What is wrong.
    pub(super) faults: &'f mut Faults,
}

impl Building<'_, '_> {
    /// Whether all that says which units there are could be read.
    fn is_whole(&self) -> bool {
        !self.unread && !self.series.unread.units
    }

    /// The group of a unit at the end of the days assessed; none where units.yaml does not tell it.
    pub(super) fn group_of(&self, unit: UnitIdx) -> Option<GroupIdx> {
        (!self.names.is_unplaced(unit)).then(|| self.series.group_on(unit, self.period.to))
    }
}

/// Builds one group of the edition.
pub(super) fn build_group(building: &mut Building<'_, '_>, group: GroupIdx, scheme: Arc<Scheme>) -> EditionGroup {
    let id = building.series.groups[group.0].id.clone();
    let file = building.file;
    let scores: Vec<&GroupScores> = file.scores.iter().filter(|g| g.group.value == id).collect();
    let found = building.faults.found();
    building.unread |= scheme.unread;
    let unranked = unranked(building, group);
    let units = units(building, group, &scores, &unranked);
    building.unread |= building.faults.failed_since(found);
    let rows: BTreeMap<UnitIdx, Row> = units.iter().copied().zip(Row::all(units.len())).collect();
    let columns = columns(building, &scheme, &scores, &rows);
    let announced = file.announced.iter().filter(|g| g.group.value == id);
    let mut statements = Vec::new();
    for (criterion, lines) in announced.flat_map(|g| &g.criteria) {
        if let Some(column) = column(building, &scheme, criterion) {
            add_statements(building, group, column, lines, &units, &rows, &mut statements);
        }
    }
    let population = file.population.iter().find(|(g, _)| g.value == id);
    let population = population.map(|(group, line)| (group.place, *line));
    let adjustments = adjustments(building, &rows);
    let disputed = disputed(building, &id, &scheme);
    building.unread |= building.faults.failed_since(found);
    let population = population_of(building, &id, population, units.len());
    let reason = |unit: &UnitIdx| unranked.get(unit).cloned();
    EditionGroup {
        group,
        unranked: units.iter().map(reason).collect(),
        adjustments,
        population,
        scheme,
        units,
        columns,
        statements,
        disputed,
        unread: building.unread,
    }
}

/// How many units were assessed. A number smaller than that of the units that are there is reported, and unknown then:
/// nothing is judged by it.
fn population_of(
    building: &mut Building<'_, '_>,
    group: &str,
    stated: Option<(Place, PopulationLine)>,
    n: usize,
) -> Population {
    match stated {
        None => Population::Units,
        Some((_, PopulationLine::Unknown)) => Population::Unknown,
        Some((_, PopulationLine::Number(population))) if population as usize >= n => Population::Number(population),
        Some((place, PopulationLine::Number(population))) => {
            if building.is_whole() {
                let fault = Diagnostic::new(&sense::POPULATION_TOO_SMALL, place).with("group", group).with("n", n);
                building.faults.push(fault.with("population", population));
            }
            Population::Unknown
        }
    }
}

/// The units of the group that are not ranked, and why.
fn unranked(building: &mut Building<'_, '_>, group: GroupIdx) -> BTreeMap<UnitIdx, Text> {
    let mut unranked = BTreeMap::new();
    for (id, why) in &building.file.unranked {
        // An unknown id was told when the groups of the edition were looked for.
        let Some(unit) = building.names.known_unit(id) else { continue };
        if building.group_of(unit) == Some(group) {
            unranked.insert(unit, why.clone());
        }
    }
    unranked
}

/// The units of an edition in a group: those in `scores` or `unranked`; with `announced` alone, all that were alive.
fn units(
    building: &mut Building<'_, '_>,
    group: GroupIdx,
    scores: &[&GroupScores],
    unranked: &BTreeMap<UnitIdx, Text>,
) -> Vec<UnitIdx> {
    let mut units = Vec::new();
    let mut seen = vec![false; building.series.units.len()];
    for line in scores.iter().flat_map(|g| &g.lines) {
        let Some(unit) = building.names.unit(&line.unit, building.faults) else { continue };
        if seen[unit.0] {
            building.faults.push(Diagnostic::new(&sense::UNIT_TWICE, line.unit.place).with("id", &line.unit.value));
            continue;
        }
        if !belongs(building, unit, group, &line.unit) {
            continue;
        }
        seen[unit.0] = true;
        units.push(unit);
    }
    units.extend(unranked.keys().filter(|unit| !seen[unit.0]));
    if !scores.is_empty() || !unranked.is_empty() {
        return units;
    }
    // Of one that is named without being alive it is told that it was not, and of a group, once for all its units.
    let announced = building.file.announced.iter().filter(|own| own.group.value == building.series.groups[group.0].id);
    let said =
        announced.flat_map(|own| &own.criteria).flat_map(|(_, lines)| lines).filter(|line| line.disputed.is_none());
    let named: BTreeSet<UnitIdx> =
        said.filter_map(|line| line.units.as_ref()).flatten().filter_map(|id| building.names.known_unit(id)).collect();
    let is_group_alive = building.series.group_life(group).touches(building.period);
    building.unread |= !is_group_alive;
    let is_in = |unit: UnitIdx| building.series.is_alive(unit, building.period) || named.contains(&unit);
    let all = (0..building.series.units.len()).map(UnitIdx);
    all.filter(|&unit| building.group_of(unit) == Some(group) && is_in(unit)).collect()
}

/// Whether a unit belongs to the group in the edition; reports where not. One of which units.yaml does not tell the group
/// is believed to.
fn belongs(building: &mut Building<'_, '_>, unit: UnitIdx, group: GroupIdx, id: &Spanned<String>) -> bool {
    let groups = &building.series.groups;
    let Some(own) = building.group_of(unit).filter(|own| *own != group) else { return true };
    if building.series.unread.units {
        return true;
    }
    building.faults.push(
        Diagnostic::new(&sense::UNIT_IN_WRONG_GROUP, id.place)
            .with("id", &id.value)
            .with("group", &groups[own.0].id)
            .with("here", &groups[group.0].id)
            // Under a wrong heading all of them are.
            .caused_by(format!("{} {} {}", id.place.file, own.0, group.0)),
    );
    false
}

/// The column of a criterion or of the total; reports that there is none.
fn column(building: &mut Building<'_, '_>, scheme: &Scheme, id: &Spanned<String>) -> Option<Column> {
    let found = scheme.column(&id.value);
    if found.is_some() {
        return found;
    }
    if !scheme.is_implied() && !scheme.unread {
        building.faults.push(criterion_unknown(scheme, id));
    }
    None
}

/// The fault of a criterion that a scheme does not know.
pub(super) fn criterion_unknown(scheme: &Scheme, id: &Spanned<String>) -> Diagnostic {
    let ids = || scheme.columns().map(|c| scheme.column_id(c));
    let near = nearest(&id.value, ids());
    let given = scheme.criteria.iter().find(|criterion| near == Some(criterion.id.as_str()));
    let (foreign, latin) = alike(&id.value).unzip();
    Diagnostic::new(&sense::CRITERION_UNKNOWN, id.place)
        .with("id", &id.value)
        .with_some("foreign", foreign)
        .with_some("latin", latin)
        .with_some("near", near)
        .with("scheme", &scheme.id)
        .with("known", ids().collect::<Vec<_>>().join(", "))
        .caused_by(format!("{} {}", scheme.id, id.value))
        .beside(given.map(|criterion| criterion.place))
}

/// The fault of a unit that is not among those of the edition; of one unit it is told once a file.
pub(super) fn not_in_edition(id: &Spanned<String>) -> Diagnostic {
    let cause = format!("{} {}", id.place.file, id.value);
    Diagnostic::new(&sense::UNIT_NOT_IN_EDITION, id.place).with("id", &id.value).caused_by(cause)
}

/// Reports units that a list names twice.
pub(super) fn twice(ids: &[Spanned<String>], faults: &mut Faults) {
    for id in seen_before(ids, |id| &id.value) {
        faults.push(Diagnostic::new(&sense::UNIT_TWICE, id.place).with("id", &id.value));
    }
}

/// The items of a list whose key an earlier one has.
fn seen_before<'a, T, K: Ord>(items: &'a [T], key: impl Fn(&'a T) -> K) -> impl Iterator<Item = &'a T> {
    let mut seen = BTreeSet::new();
    items.iter().filter(move |item| !seen.insert(key(item)))
}

fn columns(
    building: &mut Building<'_, '_>,
    scheme: &Scheme,
    scores: &[&GroupScores],
    rows: &BTreeMap<UnitIdx, Row>,
) -> Vec<Cells> {
    let mut columns = vec![Cells::unpublished(rows.len()); scheme.n_columns()];
    for group in scores {
        let places: Vec<Option<Column>> = group.columns.iter().map(|id| column(building, scheme, id)).collect();
        for line in &group.lines {
            let unit = building.names.known_unit(&line.unit);
            let Some(&row) = unit.and_then(|unit| rows.get(&unit)) else { continue };
            for cell in &line.cells {
                let Some(at) = places[cell.column as usize] else { continue };
                let row = row.index();
                cell_of_parent(building, scheme, at, cell);
                columns[at].set(row, cell.cell, cell.start, cell.length);
                if let Some(extra) = &cell.extra {
                    columns[at].set_extra(row, (**extra).clone());
                }
            }
        }
    }
    columns
}

/// Reports a state that only parts can have in a cell of what is made of parts.
fn cell_of_parent(building: &mut Building<'_, '_>, scheme: &Scheme, column: Column, cell: &CellLine) {
    let is_made = scheme.aggregate(column) != Aggregate::Given && !scheme.parts(column).is_empty();
    let word = match cell.cell {
        Cell::Empty(state) if state.absence().is_some() => state.word(),
        _ => return,
    };
    if is_made {
        let place =
            Place { file: building.file.place.file, start: cell.start, end: cell.start + u32::from(cell.length) };
        let id = scheme.column_id(column);
        building.faults.push(Diagnostic::new(&sense::CELL_OF_PARENT, place).with("id", id).with("word", word));
    }
}

/// Adds the statements on one column, `others` spelled out.
fn add_statements(
    building: &mut Building<'_, '_>,
    group: GroupIdx,
    column: Column,
    lines: &[StatementLine],
    units: &[UnitIdx],
    rows: &BTreeMap<UnitIdx, Row>,
    statements: &mut Vec<Statement>,
) {
    let first = statements.len();
    let mut named = vec![false; units.len()];
    for (number, line) in (1..).zip(lines) {
        twice(line.units.as_deref().unwrap_or_default(), building.faults);
        let (mut own, mut foreign) = (Vec::new(), Vec::new());
        for (unit, id) in building.names.units(line.units.as_deref().unwrap_or_default(), building.faults) {
            match rows.get(&unit) {
                Some(&row) => {
                    named[row.index()] |= line.disputed.is_none();
                    own.push(row);
                }
                None if line.disputed.is_some() => foreign.push(unit),
                None if !building.is_whole() || building.names.is_unplaced(unit) => {}
                None if belongs(building, unit, group, id) => building.faults.push(not_in_edition(id)),
                None => {}
            }
        }
        own.sort_unstable();
        own.dedup();
        statements.push(Statement {
            column,
            number,
            rank: line.rank.clone(),
            score: line.score,
            rows: own,
            foreign,
            others: line.units.is_none(),
            count: line.count,
            last: line.last,
            quote: line.quote.clone(),
            note: line.note.clone(),
            disputed: line.disputed.clone(),
            place: line.place,
            places: line.places,
        });
    }
    // In a column with a disputed statement `others` names nobody in particular.
    if statements[first..].iter().all(|s| s.disputed.is_none()) {
        let rest: Vec<Row> = Row::all(named.len()).filter(|row| !named[row.index()]).collect();
        for statement in statements[first..].iter_mut().filter(|s| s.others) {
            statement.rows.clone_from(&rest);
        }
    }
}

/// The columns whose announced ranks are disputed.
fn disputed(building: &mut Building<'_, '_>, group: &str, scheme: &Scheme) -> Vec<DisputedColumn> {
    let file = building.file;
    let mut disputed: Vec<DisputedColumn> = Vec::new();
    for line in file.disputed.iter().filter(|line| line.group.value == group) {
        let Some(column) = column(building, scheme, &line.criterion) else { continue };
        if disputed.iter().any(|other| other.column == column) {
            let twice = Diagnostic::new(&sense::DISPUTED_TWICE, line.place);
            building.faults.push(twice.with("criterion", &line.criterion.value).with("group", group));
        }
        disputed.push(DisputedColumn { column, reason: line.reason.clone(), place: line.place });
    }
    disputed
}

fn adjustments(building: &mut Building<'_, '_>, rows: &BTreeMap<UnitIdx, Row>) -> Vec<Adjustment> {
    let mut adjustments = Vec::new();
    for line in &building.file.adjustments {
        let Some(unit) = building.names.unit(&line.unit, building.faults) else { continue };
        if let Some(&row) = rows.get(&unit) {
            let (reason, place) = (line.reason.clone(), line.unit.place);
            adjustments.push(Adjustment { row, points: line.points, reason, place });
        }
    }
    adjustments
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::cmp::Ordering;

    use super::seen_before;

    /// A number that counts how often it is compared.
    #[derive(Clone, Copy)]
    struct Counted<'c>(u32, &'c Cell<usize>);

    impl Ord for Counted<'_> {
        fn cmp(&self, other: &Self) -> Ordering {
            self.1.set(self.1.get() + 1);
            self.0.cmp(&other.0)
        }
    }

    impl PartialOrd for Counted<'_> {
        fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
            Some(self.cmp(other))
        }
    }

    impl PartialEq for Counted<'_> {
        fn eq(&self, other: &Self) -> bool {
            self.cmp(other).is_eq()
        }
    }

    impl Eq for Counted<'_> {}

    #[test]
    fn units_named_twice_are_found_without_comparing_each_with_each() {
        let count = Cell::new(0);
        let numbers: Vec<Counted<'_>> = (0..2000).map(|n| Counted(n * 7919 % 1999, &count)).collect();
        let twice: Vec<u32> = seen_before(&numbers, |number| *number).map(|number| number.0).collect();
        assert_eq!(twice, [0], "the last is the first again");
        assert!(count.get() < 2000 * 40, "{} comparisons of 2,000 numbers", count.get());
    }
}
