//! The statements that were found as the `announced` block of a score file.

use std::fmt::Write as _;

use super::{FoundStatement, Prose, Who};
use crate::model::{EditionIdx, Series};
use crate::yaml::{quoted, scalar};

/// The block, by group and criterion in the order of the scheme, each statement with its own words; nothing without any.
///
/// `why_disputed` stands at those that cannot be true.
pub(crate) fn proposed(series: &Series, edition: EditionIdx, text: &str, prose: &Prose, why_disputed: &str) -> String {
    let mut out = String::new();
    for (index, group) in series.editions[edition.0].groups.iter().enumerate() {
        let of_group = || prose.found.iter().filter(move |found| found.group == index);
        if of_group().next().is_none() {
            continue;
        }
        let _ = writeln!(out, "  {}:", series.groups[group.group.0].id);
        for column in group.scheme.columns() {
            let found: Vec<&FoundStatement> = of_group().filter(|found| found.column == column).collect();
            if !found.is_empty() {
                let _ = writeln!(out, "    {}:", group.scheme.column_id(column));
                found.into_iter().for_each(|found| push(&mut out, series, text, found, why_disputed));
            }
        }
    }
    if out.is_empty() { out } else { format!("announced:\n{out}") }
}

fn push(out: &mut String, series: &Series, text: &str, found: &FoundStatement, why_disputed: &str) {
    let mut lines = Vec::new();
    match found.ranks.as_slice() {
        [] => {}
        [rank] => lines.push(format!("rank: {rank}")),
        ranks => {
            lines.push(format!("rank: [{}]", ranks.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")));
        }
    }
    match found.score {
        Some((low, Some(high))) => lines.push(format!("score: {{ min: {low}, max: {high} }}")),
        Some((score, None)) => lines.push(format!("score: {score}")),
        None => {}
    }
    lines.extend(found.count.map(|n| format!("count: {n}")));
    lines.extend(found.is_last.then(|| "last: true".to_owned()));
    lines.push(match &found.who {
        Who::Others => "units: others".to_owned(),
        Who::Units(units) => {
            let ids: Vec<String> = units.iter().map(|unit| scalar(&series.units[unit.0].id)).collect();
            format!("units: [{}]", ids.join(", "))
        }
    });
    let quote = text[found.span.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
    lines.push(format!("quote: {}", quoted(&quote)));
    lines.extend(found.is_disputed.then(|| format!("disputed: {}", scalar(why_disputed))));
    for (i, line) in lines.iter().enumerate() {
        let _ = writeln!(out, "      {}{line}", if i == 0 { "- " } else { "  " });
    }
}
