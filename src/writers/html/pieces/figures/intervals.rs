//! Totals of which only a part is exactly known.

use rust_decimal::Decimal;

use crate::charts::{ChartFrame, IntervalRow, IntervalValue, Intervals, intervals, pixel, tens_below};
use crate::rankings::{Known, Standing};
use crate::report::group::GroupResult;
use crate::report::middles::{by_middle, ends};
use crate::report::narrowed::narrowed;
use crate::say::figures::{description, intervals as say, span};
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::figures::figure::{Figure, ROWS, display_order, draw, ticks, words_of};

/// Totals that are known to lie between two ends, beside those that are known; nothing where all are known.
pub(crate) fn interval_chart(page: &Page<'_>, part: GroupResult<'_>, id: &str) -> Option<Figure> {
    let total = part.total();
    let max = part.group.scheme.max?;
    let mut order = display_order(page, part);
    by_middle(part, &mut order);
    let several = order.len() > ROWS;
    order.truncate(ROWS);
    if !order.iter().any(|&row| narrowed(&part.standing(total, row)).is_some()) {
        return None;
    }
    let rows: Vec<IntervalRow> = order.iter().map(|&row| interval_row(page, part, row)).collect();
    let ends = || order.iter().filter_map(|&row| ends(part.standing(total, row).score));
    let low = tens_below(ends().map(|(low, _)| low).min().unwrap_or_default());
    let high = pixel(ends().map(|(_, high)| high).fold(max, Decimal::max));
    let (known, open) = order.iter().partition::<Vec<usize>, _>(|&&row| is_known(&part.standing(total, row)));
    let title = say::title(page.voice, known.len(), open.len());
    let caption = say::caption(page.voice, part, &words_of(page, low), several.then_some(ROWS));
    let frame =
        ChartFrame { id: id.to_owned(), title: title.clone(), description: description(page.voice, part, &order) };
    let chart = Intervals { frame, low, high, ticks: ticks(page, low, high), rows };
    Some(Figure::of(title, caption, draw(&|size| intervals(&chart, size))))
}

fn is_known(standing: &Standing) -> bool {
    matches!(standing.score, Known::Exact(_))
}

fn interval_row(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> IntervalRow {
    let name = page.unit_name(part.edition, part.group.units[row]).to_owned();
    let (value, label) = match part.standing(part.total(), row).shown_score() {
        Known::Exact(score) => (IntervalValue::Exact(pixel(score)), page.number(&score)),
        Known::Between(low, high) => (IntervalValue::Between(pixel(low), pixel(high)), span(page.voice, low, high)),
        Known::Nothing => (IntervalValue::Unknown, "…".to_owned()),
    };
    IntervalRow { name, value, label }
}
