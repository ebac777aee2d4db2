//! Tables side by side: several columns of names, each with numbers of its own. Read by rows they would give plausible
//! wrong scores, so each is looked at by itself; then they are joined by the names.

use std::collections::{BTreeMap, BTreeSet};

use super::plane::{Plane, Seems};
use crate::import::book::{CellGrid, Merged};
use crate::words::fold;

/// How many names must stand in a column.
const NAMES_MIN: usize = 3;

/// The parts of a sheet that stand side by side; none where the sheet is one table.
pub(super) fn parts_side_by_side(plane: &Plane<'_>) -> Vec<CellGrid> {
    let columns = Columns::of(plane);
    let mut names = columns.leagues();
    if names.len() < 2 {
        names = columns.halves(plane);
    }
    let Some((first, last)) = names.first().zip(plane.columns().last().copied()).filter(|_| names.len() >= 2) else {
        return Vec::new();
    };
    let before = columns.before(plane, &names);
    let starts: Vec<u32> = names.iter().map(|name| if name == first { 0 } else { name - before }).collect();
    let ends = starts.iter().skip(1).map(|start| start.saturating_sub(1)).chain([last]);
    starts.iter().zip(ends).map(|(start, end)| plane.part(*start, end)).collect()
}

/// The names and values of each column.
struct Columns {
    names: BTreeMap<u32, BTreeMap<u32, String>>,
    values: BTreeMap<u32, usize>,
}

impl Columns {
    fn of(plane: &Plane<'_>) -> Self {
        let (mut names, mut values): (BTreeMap<u32, BTreeMap<u32, String>>, BTreeMap<u32, usize>) = Default::default();
        for (row, spots) in plane.rows() {
            for (column, spot) in spots {
                if spot.is_name() {
                    names.entry(*column).or_default().insert(row, fold(&spot.text));
                }
                *values.entry(*column).or_default() += usize::from(matches!(spot.look, Seems::Number | Seems::Range));
            }
        }
        names.retain(|_, texts| distinct(texts).len() >= NAMES_MIN);
        Self { names, values }
    }

    /// Columns that hold the same names in different orders, each with numbers between it and the next.
    fn leagues(&self) -> Vec<u32> {
        let Some((first, reference)) = self.names.iter().find(|(column, texts)| {
            self.names.iter().any(|(other, others)| other != *column && is_same_in_other_order(texts, others))
        }) else {
            return Vec::new();
        };
        let same = self.names.iter().filter(|(c, texts)| *c == first || is_same_in_other_order(reference, texts));
        self.with_values(same.map(|(column, _)| *column).collect())
    }

    /// Columns of different names below the same heading: the table goes on at its own side.
    fn halves(&self, plane: &Plane<'_>) -> Vec<u32> {
        let columns: Vec<u32> = self.names.keys().copied().collect();
        let Some(first) = columns.first().copied() else { return Vec::new() };
        let is_same_heading = |column: &u32| {
            let (row, heading) =
                &self.names[&first].iter().next().map(|(row, text)| (*row, text.clone())).unwrap_or_default();
            plane.spot(*row, *column).is_some_and(|spot| fold(&spot.text) == *heading)
        };
        let same: Vec<u32> = columns.into_iter().filter(is_same_heading).collect();
        let (Some(a), Some(b)) = (same.first(), same.get(1)) else { return Vec::new() };
        // The heading alone is in both.
        let n_shared = distinct(&self.names[a]).intersection(&distinct(&self.names[b])).count();
        if n_shared == 1 { self.with_values(same) } else { Vec::new() }
    }

    fn with_values(&self, columns: Vec<u32>) -> Vec<u32> {
        let has_values = |from: u32, to: u32| self.values.range(from + 1..to).any(|(_, n)| *n >= NAMES_MIN - 1);
        let ends = columns.iter().skip(1).copied().chain([u32::MAX]);
        if columns.iter().zip(ends).all(|(from, to)| has_values(*from, to)) { columns } else { Vec::new() }
    }

    /// How many columns at the left of names belong to them, as numbering and ranks do: those whose headings stand at the
    /// left of each.
    fn before(&self, plane: &Plane<'_>, names: &[u32]) -> u32 {
        let mut before = 0;
        let is_same = |row: &BTreeMap<u32, super::plane::PlaneSpot<'_>>, by: u32| {
            let texts: Vec<Option<&str>> =
                names.iter().map(|name| row.get(&name.checked_sub(by)?).map(|spot| &*spot.text)).collect();
            texts[0].is_some_and(|text| text.parse::<u64>().is_err()) && texts.iter().all(|text| *text == texts[0])
        };
        while before < 3 && names[0] > before && plane.rows().any(|(_, row)| is_same(row, before + 1)) {
            before += 1;
        }
        before
    }
}

fn distinct(texts: &BTreeMap<u32, String>) -> BTreeSet<&str> {
    texts.values().map(String::as_str).collect()
}

/// Whether two columns share most names, and few of them stand in the same row.
fn is_same_in_other_order(a: &BTreeMap<u32, String>, b: &BTreeMap<u32, String>) -> bool {
    let (set_a, set_b) = (distinct(a), distinct(b));
    let n_shared = set_a.intersection(&set_b).count();
    let most = set_a.len().max(set_b.len());
    let n_beside = a.iter().filter(|(row, text)| b.get(row) == Some(*text)).count();
    let is_listed_once = set_a.len() * 10 >= a.len() * 8 && set_b.len() * 10 >= b.len() * 8;
    n_shared * 10 >= most * 7 && n_beside * 10 < a.len().min(b.len()) * 9 && is_listed_once
}

impl Plane<'_> {
    /// The sheet with some of its columns alone.
    fn part(&self, from: u32, to: u32) -> CellGrid {
        let inside = |column: u32| (from..=to).contains(&column);
        let grid = self.grid();
        let merged = |area: &&Merged| inside(area.first.column) && inside(area.last.column);
        CellGrid {
            cells: grid.cells.iter().filter(|(at, _)| inside(at.column)).map(|(at, c)| (*at, c.clone())).collect(),
            merged: grid.merged.iter().filter(merged).copied().collect(),
            ..grid.clone()
        }
    }
}
