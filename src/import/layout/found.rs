//! The tables of a sheet: each step in its turn, from the names of units to what has to be asked.

use std::collections::{BTreeMap, BTreeSet};

use super::doubts::{doubt, doubts, is_wanted};
use super::facts::{ColumnFound, columns_found};
use super::header::{Header, header};
use super::heading_words::is_name_heading;
use super::joined::{all_go_on, joined};
use super::league::parts_side_by_side;
use super::maxima::{bare_in_heading, bare_maxima, maximum_of, told_in_heading};
use super::names::{NameColumns, name_columns};
use super::orientation::{Transposed, transposed};
use super::plane::Plane;
use super::roles::{Decided, roles};
use super::rows::{Passed, TableBody, UnitCandidate, body};
use super::text::{without_footnote, without_numbering};
use super::values::cell;
use super::wholes::{group_by_levels, part, reasons};
use super::year_columns::year_of;
use crate::import::book::CellGrid;
use crate::import::table::{
    CellAt, Doubt, DoubtKind, FoundTable, PassedOver, PassedOverWhy, Role, TableColumn, TableRow, TableSheet,
};
use crate::words::fold;

/// The most tables of a sheet that are looked at.
const TABLES_MAX: usize = 20;

/// All tables of a sheet, those with most units first. Where it is not sure whether units are rows or columns, the table
/// is there both ways, with a doubt of it in each.
pub(crate) fn tables_of(grid: &CellGrid) -> Vec<FoundTable> {
    let plane = Plane::of(grid, false);
    let sides = parts_side_by_side(&plane);
    if !sides.is_empty() {
        let of_side = |side: &CellGrid| in_plane(&Plane::of(side, false), side).into_iter().next();
        let found: Vec<FoundTable> = sides.iter().filter_map(of_side).collect();
        let names = found.iter().filter_map(|table| Some(table.columns[table.name?].at)).collect();
        let kind = if all_go_on(&found) { DoubtKind::GoesOnBeside } else { DoubtKind::LeagueTables };
        return match joined(found) {
            Some(table) => vec![asked_again(table, kind, names)],
            None => Vec::new(),
        };
    }
    let mut tables = in_plane(&plane, grid);
    // Both ways of one table stay beside each other, the likelier first.
    if !tables.iter().any(|table: &FoundTable| table.is_transposed) {
        tables.sort_by_key(|table| std::cmp::Reverse(table.rows.len()));
    }
    tables
}

/// The doubts of a table that was joined of several.
fn asked_again(mut table: FoundTable, kind: DoubtKind, names: Vec<CellAt>) -> FoundTable {
    table.doubts = vec![doubt(kind, names)];
    // Which rows of the parts were sure to be wholes is not told any more, so all are asked.
    let unsure: Vec<usize> = (0..table.passed_over.len()).filter(|i| table.passed_over[*i].row.is_some()).collect();
    let asked = doubts(&table, &unsure);
    table.doubts.extend(asked);
    table
}

fn in_plane(plane: &Plane<'_>, grid: &CellGrid) -> Vec<FoundTable> {
    let (mut tables, mut from) = (Vec::new(), 0);
    let to = plane.rows().next_back().map_or(0, |(row, _)| row);
    while tables.len() < TABLES_MAX {
        let Some((found, next)) = table(plane, grid, from, to) else { break };
        tables.extend(found);
        match next {
            Some(next) if next > from => from = next,
            _ => break,
        }
    }
    tables
}

/// What stands in rows that were looked at for a table.
struct Parts {
    /// The first of the rows.
    from: u32,
    names: NameColumns,
    header: Header,
    body: TableBody,
}

fn parts(plane: &Plane<'_>, from: u32, to: u32) -> Option<Parts> {
    // A first look at all rows, then one at those of the table alone.
    let names = name_columns(plane, from, to)?;
    let header = header(plane, &names, from, to)?;
    let body = body(plane, &names, &header, to);
    let names = NameColumns { is_distinct: are_distinct(&body.units), ..names };
    Some(Parts { from, names, header, body }).filter(|parts| !parts.body.units.is_empty())
}

/// Whether most names of a table stand there once, or once in each of its parts.
fn are_distinct(units: &[UnitCandidate]) -> bool {
    let mut all: BTreeSet<String> = BTreeSet::new();
    let mut parts: BTreeMap<usize, (usize, BTreeSet<String>)> = BTreeMap::new();
    for unit in units {
        let name = fold(&unit.text);
        let (n, names) = parts.entry(unit.section).or_default();
        *n += 1;
        names.insert(name.clone());
        all.insert(name);
    }
    let are_of_parts = || parts.len() <= PARTS_MAX && parts.values().all(|(n, names)| *n > 1 && names.len() == *n);
    all.len() * 10 >= units.len() * 6 || are_of_parts()
}

/// How many parts of a table may repeat the names of each other.
const PARTS_MAX: usize = 3;

fn table(plane: &Plane<'_>, grid: &CellGrid, from: u32, to: u32) -> Option<(Vec<FoundTable>, Option<u32>)> {
    let found = parts(plane, from, to)?;
    let is_transposed = transposed(plane, &found.names, &found.header, &found.body.units);
    let mut doubts: Vec<Doubt> = Vec::new();
    if is_transposed != Transposed::No {
        let corner = plane.at(found.header.rows.last().copied().unwrap_or(0), found.names.main);
        doubts.push(doubt(DoubtKind::Orientation, vec![corner]));
    }
    let next = found.body.next;
    if is_transposed != Transposed::No {
        let turned = Plane::of(grid, true);
        let last = turned.rows().next_back().map_or(0, |(row, _)| row);
        if let Some(other) = parts(&turned, 0, last) {
            let tables = [assembled(plane, grid, found, doubts.clone()), assembled(&turned, grid, other, doubts)];
            let mut tables = Vec::from(tables);
            if is_transposed == Transposed::Yes {
                tables.reverse();
            }
            return Some((tables, None));
        }
    }
    Some((vec![assembled(plane, grid, found, doubts)], next))
}

fn assembled(plane: &Plane<'_>, grid: &CellGrid, found: Parts, mut told: Vec<Doubt>) -> FoundTable {
    let Parts { from, names, header, mut body } = found;
    let title: Vec<String> = titles(plane, &header, from);
    let about = format!("{} {}", grid.name, title.join(" "));
    let candidate_names = |units: &[UnitCandidate]| units.iter().map(|unit| unit.text.clone()).collect::<Vec<_>>();
    // Roles are decided twice: with all rows, to know which are units, and then with the units alone.
    group_by_levels(&mut body.units);
    let columns = columns_found(plane, &header, &body.units);
    let first = roles(&columns, &names, &candidate_names(&body.units), &about);
    let why = reasons(&body.units, &columns, &first);
    let (units, passed_units) = part(body.units, &why);
    let columns = columns_found(plane, &header, &units);
    let decided = roles(&columns, &names, &candidate_names(&units), &about);
    let row = |unit: &UnitCandidate| table_row(plane, unit, &columns, &decided);
    let rows: Vec<TableRow> = units.iter().map(row).collect();
    let mut passed: Vec<(Passed, bool)> = body.passed.into_iter().map(|passed| (passed, true)).collect();
    passed.extend(passed_units);
    passed.sort_by_key(|(passed, _)| passed.row);
    let maxima = passed.iter().find(|(passed, _)| passed.why == PassedOverWhy::Maxima).map(|(passed, _)| passed.row);
    let unsure = (0..passed.len()).filter(|i| !passed[*i].1).collect::<Vec<_>>();
    let passed_over = passed.iter().map(|(passed, _)| passed_over(plane, passed, &row)).collect();
    told.extend(of_names(plane, &names, &columns, &header, &units));
    let columns_found = table_columns(plane, &columns, &decided, maxima);
    let begin = columns_found.first().map(|column| column.at).unwrap_or_default();
    let mut table = FoundTable {
        sheets: vec![TableSheet { name: grid.name.clone(), begin }],
        title,
        header: header.rows.iter().map(|row| row + 1).collect(),
        is_transposed: plane.is_transposed,
        name: Some(&names)
            .filter(|names| names.is_distinct)
            .and_then(|names| columns.iter().position(|column| column.column == names.main)),
        columns: columns_found,
        rows,
        passed_over,
        doubts: Vec::new(),
    };
    told.extend(doubts(&table, &unsure));
    table.doubts = told;
    table
}

/// Texts above the header.
fn titles(plane: &Plane<'_>, header: &Header, from: u32) -> Vec<String> {
    let first = header.rows.iter().chain(&header.passed).copied().chain([header.body]).min().unwrap_or_default();
    let above = plane.rows().filter(|(row, _)| (from..first).contains(row)).flat_map(|(_, spots)| spots.values());
    above.map(|spot| spot.text.clone()).take(20).collect()
}

fn table_row(plane: &Plane<'_>, unit: &UnitCandidate, columns: &[ColumnFound], roles: &[Decided]) -> TableRow {
    let (numbering, name) = without_numbering(&unit.text);
    let (name, footnote) = without_footnote(name);
    let spot = plane.spot(unit.row, unit.column);
    let spaces = spot.map_or(0, |spot| spot.cell.stored.chars().take_while(|c| c.is_whitespace()).count());
    let indent = spot.map_or(0, |spot| spot.cell.indent);
    // A rank or an id at the left of the name is no numbering.
    let is_numbered = roles.iter().any(|(role, _)| *role == Role::Numbering);
    TableRow {
        at: plane.at(unit.row, unit.column),
        name: name.to_owned(),
        numbering: numbering.map(str::to_owned).or_else(|| unit.numbering.clone().filter(|_| is_numbered)),
        footnote: footnote.map(str::to_owned),
        depth: indent.saturating_add(u8::try_from(spaces / 2).unwrap_or(u8::MAX)),
        group: unit.group.as_ref().map(|(text, (row, column))| (text.clone(), plane.at(*row, *column))),
        is_hidden: plane.is_row_hidden(unit.row),
        cells: columns.iter().zip(roles).map(|(column, (role, _))| cell(plane, unit.row, column, role)).collect(),
    }
}

fn passed_over(plane: &Plane<'_>, passed: &Passed, row: &dyn Fn(&UnitCandidate) -> TableRow) -> PassedOver {
    PassedOver {
        at: plane.at(passed.row, passed.column),
        last: passed.row,
        why: passed.why,
        text: passed.text.clone(),
        row: passed.unit.as_ref().map(|unit| Box::new(row(unit))),
    }
}

/// The columns of a table, with what their headings tell together.
fn table_columns(
    plane: &Plane<'_>,
    columns: &[ColumnFound],
    roles: &[Decided],
    maxima: Option<u32>,
) -> Vec<TableColumn> {
    let bare = |(column, role): (&ColumnFound, &Decided)| {
        let texts = column.headings.iter().filter(|_| is_wanted(&role.0) && !matches!(role.0, Role::Rank { .. }));
        texts.filter_map(|(_, text)| bare_in_heading(text)).next_back().map(|(_, number)| number)
    };
    let numbers: Vec<_> = columns.iter().zip(roles).map(bare).collect();
    let values: Vec<_> = columns.iter().map(|column| column.known().collect()).collect();
    let is_bare = bare_maxima(&numbers, &values);
    let all = columns.iter().zip(roles).zip(is_bare);
    all.map(|((column, role), is_bare)| table_column(plane, column, role, maxima, is_bare)).collect()
}

/// A column; `is_bare` where a number in parentheses behind a heading is its maximum.
fn table_column(
    plane: &Plane<'_>,
    column: &ColumnFound,
    role: &Decided,
    maxima: Option<u32>,
    is_bare: bool,
) -> TableColumn {
    let (mut heading, mut maximum, mut measure, mut numbering) = (Vec::new(), None, None, None);
    for (_, text) in &column.headings {
        let bare = bare_in_heading(text).filter(|_| is_bare);
        maximum = bare.as_ref().map(|(_, number)| *number).or(maximum);
        let text = bare.map_or_else(|| text.clone(), |(before, _)| before);
        let (name, own_maximum, own_measure) = told_in_heading(&text);
        let (own_numbering, name) = without_numbering(&name);
        numbering = own_numbering.map(str::to_owned).or(numbering);
        maximum = own_maximum.or(maximum);
        measure = own_measure.or(measure);
        heading.push(without_footnote(name).0.to_owned());
    }
    let in_row = maxima.and_then(|row| plane.spot(row, column.column)).and_then(|spot| {
        let stored = rust_decimal::Decimal::from_str_exact(&spot.cell.stored).ok();
        stored.filter(|_| spot.cell.kind == crate::import::book::GridKind::Number).or_else(|| maximum_of(&spot.text))
    });
    let row = column.headings.last().map_or(0, |(row, _)| *row);
    TableColumn {
        at: plane.at(row, column.column),
        heading,
        role: role.0.clone(),
        is_sure: role.1,
        maximum: in_row.or(maximum),
        measure,
        numbering,
        year: year_of(column),
        is_hidden: plane.is_column_hidden(column.column),
    }
}

/// Doubts about which column names the units.
fn of_names(
    plane: &Plane<'_>,
    names: &NameColumns,
    columns: &[ColumnFound],
    header: &Header,
    units: &[UnitCandidate],
) -> Vec<Doubt> {
    let mut told = Vec::new();
    let row = header.rows.last().copied().unwrap_or(header.body);
    if !names.is_distinct {
        told.push(doubt(DoubtKind::NoRanking, vec![plane.at(row, names.main)]));
    }
    if let Some(left) = names.left {
        told.push(doubt(DoubtKind::TwoNameColumns, vec![plane.at(row, left), plane.at(row, names.main)]));
    }
    let position = |column: u32| columns.iter().position(|other| other.column == column);
    let is_told = |column: u32| {
        position(column).is_some_and(|i| columns[i].headings.iter().any(|(_, text)| is_name_heading(text)))
    };
    let is_same = |column: u32| {
        let text = |unit: &UnitCandidate, column: u32| plane.spot(unit.row, column).map(|spot| fold(&spot.text));
        let same = units.iter().filter(|unit| text(unit, column) == text(unit, names.main)).count();
        same * 10 >= units.len() * 8
    };
    let rivals: Vec<u32> = names
        .others
        .iter()
        .copied()
        .filter(|other| is_told(*other) == is_told(names.main) && !is_same(*other))
        .collect();
    if !rivals.is_empty() {
        let all: Vec<usize> = [names.main].into_iter().chain(rivals.iter().copied()).filter_map(position).collect();
        let at = [names.main].into_iter().chain(rivals).map(|column| plane.at(row, column)).collect();
        told.push(doubt(DoubtKind::NameColumn { columns: all }, at));
    }
    told
}
