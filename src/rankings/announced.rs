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
        for (row, _) in sheet.announced_cells.column(column).filter(|(_, announced)| !announced.is_score_disputed) {
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
    if !places.is_firm || sheet.group.disputed(column).is_some() {
        return clashes;
    }
    for (index, statement) in believed(sheet).filter(|(_, statement)| statement.column == column) {
        let rows = || statement.rows.iter().copied().filter(|&row| row.index() < sheet.rows);
        let clash = |row, kind| Clash::of_statements(column, row, vec![index], kind);
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

/// Counts of units that cannot be: fewer than are named, more than have a place in the column, or than the other ranks
/// leave; for columns that nobody but the publisher ranked.
pub(super) fn counts(sheet: &Sheet, column: Column) -> Vec<Clash> {
    let is_believed = sheet.group.disputed(column).is_none();
    let statements = || believed(sheet).filter(|(_, statement)| statement.column == column && is_believed);
    let clash = |statements, kind| Clash::of_statements(column, None, statements, kind);
    let below = |(index, statement): (usize, &Statement)| {
        let computed = count_of(statement.rows.len());
        let announced = statement.count.filter(|&count| count < computed)?;
        Some(clash(vec![index], ClashKind::Count { announced, computed }))
    };
    let too_few: Vec<Clash> = statements().filter_map(below).collect();
    let Some(ranked) = places::ranked(sheet, column).filter(|_| is_believed) else { return too_few };
    let above = |(index, statement): (usize, &Statement)| {
        let announced = statement.count.filter(|&count| count > ranked)?;
        Some(clash(vec![index], ClashKind::CountAbove { announced, ranked }))
    };
    let mut clashes: Vec<Clash> = statements().filter_map(above).chain(too_few).collect();
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
    let (kind, differs) = match origin {
        Origin::Scored | Origin::Computed | Origin::Deduced => {
            (ClashKind::Score { announced, computed: number }, !agrees(sheet, column, announced, number))
        }
        Origin::Printed => return None,
        Origin::Announced => (ClashKind::Impossible, !holds(announced, number)),
    };
    let mut clash = Clash::of_statements(column, Some(row), statement.into_iter().collect(), kind);
    match statement {
        None => clash.cells.push((column, row)),
        Some(_) if differs => add_sources(sheet, column, row, &mut clash),
        Some(_) => {}
    }
    if clash.kind == ClashKind::Impossible {
        clash.statements.sort_unstable();
    }
    differs.then_some(clash)
}

/// Adds what was announced of which a number is made, or which it is.
fn add_sources(sheet: &Sheet, column: Column, row: Row, clash: &mut Clash) {
    match sheet.shown(column, row.index()) {
        CellInput::Known(_, Origin::Announced | Origin::Printed) => {
            let cells = &sheet.group.columns[column];
            let is_disputed = cells.extra(row.index()).is_some_and(|extra| extra.disputed.is_some());
            let is_written = sheet.written(column, row.index()).score().is_some();
            if sheet.is_made(column) && is_written && !is_disputed {
                clash.cells.push((column, row));
            } else {
                let mut scored = believed(sheet).filter(|(_, s)| s.column == column && s.score.is_some());
                let first = scored.find(|(_, statement)| statement.rows.contains(&row)).map(|(index, _)| index);
                clash.statements.extend(first.filter(|index| !clash.statements.contains(index)));
            }
        }
        CellInput::Known(_, Origin::Deduced) => {
            sheet.parts(column).into_iter().for_each(|part| add_sources(sheet, part.column, row, clash));
        }
        CellInput::Known(_, Origin::Scored | Origin::Computed) | CellInput::Empty(_) => {}
    }
}

/// Whether a number is what was announced.
fn holds(announced: StatedScore, number: Decimal) -> bool {
    match announced {
        StatedScore::One(other) => other == number,
        StatedScore::Between(low, high) => (low..=high).contains(&number),
    }
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
        let clash = Clash::of_statements(column, Some(row), Vec::new(), kind);
        Some(Clash { cells: vec![(column, row)], ..clash })
    };
    (0..cells.len().min(sheet.rows)).filter_map(clash).collect()
}
