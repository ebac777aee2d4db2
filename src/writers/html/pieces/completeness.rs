//! How much of an edition is known, in numbers and as a matrix of squares.

use serde::Serialize;

use crate::model::{EditionIdx, GroupIdx};
use crate::rankings::Known;
use crate::render::Html;
use crate::report::completeness::{names_all, of_edition, says_how_many};
use crate::report::group::GroupResult;
use crate::report::narrowed::narrowed;
use crate::say::figures::joined;
use crate::writers::html::frame::context::Page;

/// What stands in the box on how complete an edition is; nothing where all is known.
#[derive(Serialize)]
pub(crate) struct Completeness {
    headline: String,
    details: Vec<String>,
    matrix: Option<Html>,
    matrix_note: Option<String>,
}

/// How complete an edition is, or nothing where all of it is known.
pub(crate) fn completeness(page: &Page<'_>, edition: EditionIdx) -> Option<Completeness> {
    let parts = GroupResult::all(page.report(), edition);
    let [cells, totals] = of_edition(&parts);
    if cells.known == cells.cells && totals.known == totals.cells {
        return None;
    }
    let n = |n: usize| page.words().number(&n.into());
    let groups: Vec<GroupIdx> = parts.iter().map(|part| part.group.group).collect();
    let headline = if cells.cells > 0 {
        let key = if names_all(&parts) { "complete.scores" } else { "complete.scores.named" };
        page.voice.say_of(&groups, key, &[("known", &n(cells.known)), ("all", &n(cells.cells))])
    } else {
        let key = if says_how_many(&parts) { "complete.ranks" } else { "complete.ranks.named" };
        page.voice.say_of(&groups, key, &[("known", &n(totals.ranks)), ("all", &n(totals.ranked))])
    };
    let mut details = Vec::new();
    if cells.deduced > 0 {
        details.push(page.say_n("complete.deduced", cells.deduced, &[]));
    }
    if totals.known + totals.deduced > 0 {
        let (known, all) = (n(totals.known), n(totals.cells));
        let key = match (totals.known, totals.deduced, names_all(&parts)) {
            (0, _, true) => "complete.totals.only",
            (0, _, false) => "complete.totals.only.named",
            (_, 0, true) => "complete.totals",
            (_, 0, false) => "complete.totals.named",
            (_, _, true) => "complete.totals.deduced",
            (_, _, false) => "complete.totals.deduced.named",
        };
        let words = [("known", known.as_str()), ("all", &all), ("deduced", &n(totals.deduced))];
        details.push(page.voice.say_of(&groups, key, &words));
    }
    if cells.withheld > 0 {
        details.push(page.say_n("complete.withheld", cells.withheld, &[]));
    }
    if cells.hidden() + totals.hidden() > 0 {
        details.push(page.say("complete.unknown", &[]));
    }
    let matrix = matrix(page, &parts);
    let absent = |part: &GroupResult<'_>| {
        let counts = part.group.scheme.measured().map(|column| part.column(column).counts);
        counts.map(|counts| counts.without_number(|state| !state.exists())).sum::<usize>() > 0
    };
    let matrix_note = matrix.as_ref().map(|_| {
        let dash = parts.iter().any(absent).then(|| page.say("complete.matrix.absent", &[]));
        joined([Some(page.voice.say_of(&groups, "complete.matrix", &[])), dash])
    });
    Some(Completeness { headline, details, matrix, matrix_note })
}

/// The largest matrix that is drawn: units, and criteria.
const MATRIX: (usize, usize) = (120, 12);

/// The side of a square with the gap to the next, in drawing units.
const STEP: usize = 9;

/// A square for each unit and criterion: full, half or empty, a dash where there is no value; groups apart.
fn matrix(page: &Page<'_>, parts: &[GroupResult<'_>]) -> Option<Html> {
    let units: usize = parts.iter().map(|p| p.group.units.len()).sum();
    let rows = parts.iter().map(|p| p.group.scheme.measured().count()).max()?;
    if units > MATRIX.0 || rows == 0 || rows > MATRIX.1 {
        return None;
    }
    let mut paths = [String::new(), String::new(), String::new()];
    let mut x = 0;
    for part in parts {
        let order = part.ranking.order.iter().map(|&row| row.index());
        for row in order {
            for (i, column) in part.group.scheme.measured().enumerate() {
                square(&mut paths, &part.standing(column, row), x, i * STEP);
            }
            x += STEP;
        }
        x += STEP + STEP / 2;
    }
    let width = x.saturating_sub(STEP + STEP / 2 + 1);
    let groups: Vec<GroupIdx> = parts.iter().map(|part| part.group.group).collect();
    Some(draw(&page.voice.say_of(&groups, "complete.matrix.label", &[]), &paths, width, rows * STEP - 1))
}

/// Adds a square to the path of its kind.
fn square(paths: &mut [String; 3], standing: &crate::rankings::Standing, x: usize, y: usize) {
    use std::fmt::Write as _;
    let known = matches!(standing.score, Known::Exact(_));
    let absent = standing.state.absence().is_some();
    let half = narrowed(standing).is_some() || matches!(standing.rank, Known::Exact(_));
    let _ = if absent {
        write!(paths[0], "M{x} {}h8v2h-8z", y + 3)
    } else if known {
        write!(paths[0], "M{x} {y}h8v8h-8z")
    } else if half {
        write!(paths[1], "M{x}.5 {y}.5h7v7h-7z").and_then(|()| write!(paths[0], "M{x} {}h8v4h-8z", y + 4))
    } else {
        write!(paths[2], "M{x}.5 {y}.5h7v7h-7z")
    };
}

fn draw(label: &str, paths: &[String; 3], width: usize, height: usize) -> Html {
    let mut html = Html::default();
    html.push_raw("<svg class=\"mx\"");
    html.attr("width", &width.to_string());
    html.attr("height", &height.to_string());
    html.attr("viewBox", &format!("0 0 {width} {height}"));
    html.push_raw(" role=\"img\"");
    html.attr("aria-label", label);
    html.push_raw(">");
    for (class, path) in [("un", &paths[1]), ("un", &paths[2]), ("v", &paths[0])] {
        if !path.is_empty() {
            html.push_raw("<path");
            html.attr("class", class);
            html.attr("d", path);
            html.push_raw("/>");
        }
    }
    html.push_raw("</svg>");
    html
}
