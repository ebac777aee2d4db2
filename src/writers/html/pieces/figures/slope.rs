//! Totals of a group in the newest edition and in the one before.

use rust_decimal::Decimal;

use crate::charts::{ChartFrame, Slope, SlopeRow, slope};
use crate::rankings::Verdict;
use crate::report::group::GroupResult;
use crate::report::moves::{directions, largest, may_have_moved};
use crate::report::since::SinceLast;
use crate::say::change::{ChangeView, view as change_view};
use crate::say::figures::{named, slope as say};
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::figures::figure::{Figure, draw};

/// The most units that have a label.
const MAX_NAMED: usize = 12;

/// The most units that are drawn.
const DRAWN: usize = 60;

/// The chart; nothing where totals may not be compared in points, or none of them is known twice.
pub(crate) fn slope_chart(page: &Page<'_>, part: GroupResult<'_>, id: &str) -> Option<Figure> {
    let since = SinceLast::of(page.report(), part)?;
    if since.change.columns[part.total()].verdict != Verdict::Comparable {
        return None;
    }
    let mut rows: Vec<(Option<Decimal>, SlopeRow)> = Vec::new();
    for &row in &part.ranking.order {
        rows.extend(slope_row(page, part, &since, row.index()));
    }
    if rows.iter().filter(|(_, row)| row.joined).count() < 2 {
        return None;
    }
    let n = rows.len();
    let (moved, mut rows): (Vec<Option<Decimal>>, Vec<SlopeRow>) = rows.into_iter().unzip();
    mark(&moved, &mut rows);
    let title =
        say::title(page.voice, part, since.before, directions(&moved), may_have_moved(part, &since, part.total()));
    let description: Vec<String> = rows.iter().take(MAX_NAMED).map(|row| row.tip.clone()).collect();
    let chart = Slope {
        frame: ChartFrame { id: id.to_owned(), title: title.clone(), description: description.join("; ") },
        before: page.edition(since.before).id.clone(),
        after: page.edition(part.edition).id.clone(),
        rows: rows.into_iter().take(DRAWN).collect(),
    };
    let caption = say::caption(page.voice, part, (n > MAX_NAMED).then_some(MAX_NAMED), n.saturating_sub(DRAWN));
    Some(Figure::of(title, caption, draw(&|size| slope(&chart, size))))
}

/// A unit of the newest edition, with the change of its total where it may be said.
fn slope_row(
    page: &Page<'_>,
    part: GroupResult<'_>,
    since: &SinceLast<'_>,
    row: usize,
) -> Option<(Option<Decimal>, SlopeRow)> {
    let total = part.total();
    let now = part.shown_value(total, row)?;
    let change = since.told(part, total, row);
    let then = since.value_then(total, row);
    // Whole values are drawn, so that a line rises where they do.
    let whole =
        (part.value(total, row)?, since.place_then(total, row).and_then(|(then, column, at)| then.value(column, at)));
    let told = |value: Decimal| page.number(&value);
    let name = page.unit_name(part.edition, part.group.units[row]).to_owned();
    let ChangeView { score, why, .. } = change_view(page.voice, change);
    let moved = score.map(|score| score.words).or(why).unwrap_or_default();
    let value = match then {
        Some(then) => format!("{} → {} ({moved})", told(then), told(now)),
        None => format!("{} ({moved})", told(now)),
    };
    let tip = named(page.voice, &name, &value);
    let made = SlopeRow {
        name,
        tip,
        before: whole.1.zip(then.map(told)),
        after: Some((whole.0, told(now))),
        joined: change.cell.score.is_some(),
        focus: false,
        named: false,
    };
    Some((change.cell.score, made))
}

/// The one that gained most and the one that lost most are meant; they and the first of the ranking have a label.
fn mark(moved: &[Option<Decimal>], rows: &mut [SlopeRow]) {
    for end in largest(moved).into_iter().flatten() {
        let first = &mut rows[end.rows[0]];
        (first.focus, first.named) = (true, true);
    }
    let room = MAX_NAMED.saturating_sub(rows.iter().filter(|row| row.named).count());
    for row in rows.iter_mut().filter(|row| !row.named).take(room) {
        row.named = true;
    }
}
