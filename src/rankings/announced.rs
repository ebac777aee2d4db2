//! What was announced against what is computed.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::exact;
use super::group_ranking::{Clash, ClashKind};
use super::places::{self, CountedRanks};
use super::sheet::{CellInput, Origin, Sheet};
use crate::model::{Cell, Column, Rank, Rounding, Row, StatedRank, StatedScore, Statement, count_of};

/// Announced scores that are not the scored or computed ones, and statements that contradict each other.
pub(super) fn scores(sheet: &Sheet) -> Vec<Clash> {
    let mut clashes = Vec::new();
    for (index, statement) in believed(sheet) {
        let Some(score) = statement.score else { continue };
        for &row in statement.rows.iter().filter(|&&row| row.index() < sheet.rows) {
            clashes.extend(score_clash(sheet, statement.column, row, score, Some(index)));
        }
    }
    for column in sheet.scheme.columns().filter(|&column| sheet.is_made(column)) {
        for (row, _) in sheet.announced_cells.column(column).filter(|(_, announced)| !announced.disputed) {
            if let Cell::Score(number) = sheet.written(column, row) {
                clashes.extend(score_clash(sheet, column, Row::at(row), StatedScore::One(number), None));
            }
        }
    }
    clashes
}

/// Announced ranks, counts and last ranks that are not those of a complete column.
pub(super) fn ranks(sheet: &Sheet, column: Column, places: &CountedRanks) -> Vec<Clash> {
    let mut clashes = Vec::new();
    if !places.is_firm {
        return clashes;
    }
    for (index, statement) in believed(sheet).filter(|(_, statement)| statement.column == column) {
        let rows = || statement.rows.iter().copied().filter(|&row| row.index() < sheet.rows);
        let clash = |row, kind| Clash { column, row, statements: vec![index], kind };
        if let Some(stated) = &statement.rank {
            let wrong = rows().filter_map(|row| Some((row, contradicted(places, row, stated)?)));
            clashes.extend(
                wrong.map(|(row, computed)| clash(Some(row), ClashKind::Rank { announced: stated.clone(), computed })),
            );
        }
        clashes.extend(count_clash(places, statement).map(|kind| clash(None, kind)));
        clashes.extend(last_clash(places, statement).map(|kind| clash(None, kind)));
    }
    clashes.extend(cell_ranks(sheet, column, places));
    clashes
}

/// Counts of units that cannot be: more than have a place in the column, or than the other ranks leave; for columns that
/// nobody but the publisher ranked.
pub(super) fn counts(sheet: &Sheet, column: Column) -> Vec<Clash> {
    let Some(ranked) = places::ranked(sheet, column) else { return Vec::new() };
    let statements = || believed(sheet).filter(|(_, statement)| statement.column == column);
    let clash = |statements, kind| Clash { column, row: None, statements, kind };
    let above = |(index, statement): (usize, &Statement)| {
        let announced = statement.count.filter(|&count| count > ranked)?;
        Some(clash(vec![index], ClashKind::CountAbove { announced, ranked }))
    };
    let mut clashes: Vec<Clash> = statements().filter_map(above).collect();
    let mut sizes: BTreeMap<Rank, (u32, Vec<usize>)> = BTreeMap::new();
    for (index, statement) in statements() {
        let Some(StatedRank::One(rank)) = &statement.rank else { continue };
        let named = count_of(statement.rows.len());
        let (size, all) = sizes.entry(*rank).or_default();
        *size = (*size).max(statement.count.unwrap_or(named));
        all.push(index);
    }
    let is_counted = statements().any(|(_, statement)| statement.count.is_some());
    let sum = sizes.values().fold(0_u32, |sum, (size, _)| sum.saturating_add(*size));
    if clashes.is_empty() && is_counted && sum > ranked {
        clashes.push(clash(sizes.into_values().flat_map(|(_, all)| all).collect(), ClashKind::Impossible));
    }
    clashes
}

/// The statements that are not disputed, with their position.
fn believed<'a>(sheet: &Sheet<'a>) -> impl Iterator<Item = (usize, &'a Statement)> + use<'a> {
    let in_scheme = sheet.scheme.n_columns();
    let all = sheet.group.statements.iter().enumerate();
    all.filter(move |(_, statement)| statement.disputed.is_none() && statement.column.index() < in_scheme)
}

/// Whether an announced score agrees with what is known without it, or else with the one announced first; rounded
/// ones are compared by deduction.
fn score_clash(
    sheet: &Sheet,
    column: Column,
    row: Row,
    announced: StatedScore,
    statement: Option<usize>,
) -> Option<Clash> {
    let CellInput::Known(number, origin) = sheet.shown(column, row.index()) else { return None };
    let statements: Vec<usize> = statement.into_iter().collect();
    let is_known_without = !matches!(origin, Origin::Announced | Origin::Printed);
    if is_known_without {
        let kind = ClashKind::Score { announced, computed: number };
        return (!agrees(sheet, column, announced, number)).then_some(Clash {
            column,
            row: Some(row),
            statements,
            kind,
        });
    }
    if origin == Origin::Printed {
        return None;
    }
    let first = sheet.announced_cells.get(column, row.index()).and_then(|announced| announced.statement);
    let differs = match announced {
        StatedScore::One(other) => other != number,
        StatedScore::Between(low, high) => number < low || number > high,
    };
    let statements: Vec<usize> = first.into_iter().chain(statements).collect();
    differs.then_some(Clash { column, row: Some(row), statements, kind: ClashKind::Impossible })
}

/// Whether an announced score is the known one; that of a total once it is rounded to the decimals announced.
fn agrees(sheet: &Sheet, column: Column, announced: StatedScore, number: Decimal) -> bool {
    let is_total = sheet.is_made(column) || column == sheet.total();
    let over = |limit: Decimal| {
        let rounded = if is_total { exact::round(number, limit.scale(), Rounding::HalfUp) } else { number };
        rounded.checked_sub(limit)
    };
    let within = if is_total { sheet.scheme.within } else { Decimal::ZERO };
    let (low, high) = match announced {
        StatedScore::One(limit) => (limit, limit),
        StatedScore::Between(low, high) => (low, high),
    };
    over(low).is_some_and(|over| over >= -within) && over(high).is_some_and(|over| over <= within)
}

/// The computed rank of a row, if the announced one does not allow it.
fn contradicted(places: &CountedRanks, row: Row, stated: &StatedRank) -> Option<Rank> {
    let outside = places.outside.iter().find(|(outside, _)| *outside == row);
    let computed = match outside {
        Some((_, first)) => *first,
        None => places.ranks[row.index()]?.exact()?,
    };
    let is_allowed = match stated {
        StatedRank::One(rank) => computed == *rank,
        StatedRank::OneOf(ranks) => ranks.contains(&computed),
        StatedRank::Band(best, worst) => (*best..=*worst).contains(&computed),
    };
    (outside.is_some() || !is_allowed).then_some(computed)
}

/// Whether as many units have the rank as are counted or named.
fn count_clash(places: &CountedRanks, statement: &Statement) -> Option<ClashKind> {
    let Some(StatedRank::One(rank)) = &statement.rank else { return None };
    let has_place = |row: &&Row| places.ranks.get(row.index()).is_some_and(Option::is_some);
    let named = u32::try_from(statement.rows.iter().filter(has_place).count()).ok()?;
    let announced = statement.count.unwrap_or(named);
    if places.ranks.iter().flatten().any(|place| place.exact().is_none()) {
        return None;
    }
    let has_rank = places.ranks.iter().flatten().filter(|place| place.exact() == Some(*rank));
    let computed = u32::try_from(has_rank.count()).ok()?;
    (announced != computed && computed > 0).then_some(ClashKind::Count { announced, computed })
}

/// Whether the rank said to be the last is.
fn last_clash(places: &CountedRanks, statement: &Statement) -> Option<ClashKind> {
    let last = places.last.filter(|_| statement.last)?;
    let announced = match &statement.rank {
        Some(stated) => stated.worst(),
        None => places.ranks.get(statement.rows.first()?.index())?.as_ref()?.exact()?,
    };
    (announced != last).then_some(ClashKind::Last { announced, computed: last })
}

/// The ranks that cells themselves say were announced.
fn cell_ranks(sheet: &Sheet, column: Column, places: &CountedRanks) -> Vec<Clash> {
    let Some(cells) = sheet.group.cells(column) else { return Vec::new() };
    let clash = |row: usize| {
        let extra = cells.extra(row).filter(|extra| extra.disputed.is_none())?;
        let (stated, row) = (extra.rank.as_ref()?, Row::at(row));
        let computed = contradicted(places, row, stated)?;
        let kind = ClashKind::Rank { announced: stated.clone(), computed };
        Some(Clash { column, row: Some(row), statements: Vec::new(), kind })
    };
    (0..cells.len().min(sheet.rows)).filter_map(clash).collect()
}
