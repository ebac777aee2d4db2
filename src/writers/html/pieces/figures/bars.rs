//! The totals of a group as bars in ranking order: stacked by criterion where parts add up, plain where they do not.

use rust_decimal::Decimal;

use crate::charts::{BarEnd, ChartFrame, Slice, Stacked, StackedRow, pixel, stacked};
use crate::model::Column;
use crate::rankings::{Known, Standing};
use crate::report::columns::letter_of;
use crate::report::group::GroupResult;
use crate::report::narrowed::narrowed;
use crate::report::stack::{StackPart, StackRest, stack, stackable};
use crate::say::figures::{bars as say, description, named};
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::figures::figure::{
    Figure, Key, ROWS, colour, display_order, draw, letter_keys, swatch, ticks,
};

/// What is drawn of a unit.
struct DrawnBar {
    row: StackedRow,
    /// Whether all of it is known.
    whole: bool,
    /// Whether it is one bar among stacks, since its parts do not add up to its total.
    rescaled: bool,
}

/// The bars of a group; nothing where no total and no part is known, or only one unit.
pub(crate) fn stacked_bars(page: &Page<'_>, part: GroupResult<'_>, id: &str) -> Option<Figure> {
    let tops = stackable(part);
    let order: Vec<usize> = display_order(page, part);
    let bars: Vec<DrawnBar> = order.iter().take(ROWS).map(|&row| bar(page, part, &tops, row)).collect();
    if order.len() < 2 || bars.iter().all(|bar| bar.row.parts.is_empty()) {
        return None;
    }
    let rest = |wanted: fn(&BarEnd) -> bool| bars.iter().any(|bar| wanted(&bar.row.rest));
    let hatched = rest(|rest| matches!(rest, BarEnd::Hatch(_)));
    let reaching = rest(|rest| matches!(rest, BarEnd::Whisker(..) | BarEnd::Reach(_)));
    let moved = rest(|rest| matches!(rest, BarEnd::Moved(_)));
    let title = say::title(page.voice, part, &order);
    let drawn = say::BarsDrawn {
        is_stacked: !tops.is_empty(),
        is_whole: bars.iter().all(|bar| bar.whole),
        is_rescaled: bars.iter().any(|bar| bar.rescaled),
        first: (order.len() > ROWS).then_some(ROWS),
    };
    let caption = say::caption(page.voice, part, &drawn);
    let frame =
        ChartFrame { id: id.to_owned(), title: title.clone(), description: description(page.voice, part, &order) };
    let rows: Vec<StackedRow> = bars.into_iter().map(|bar| bar.row).collect();
    let (low, high) = StackedRow::axis(&rows, part.group.scheme.max.map_or(0.0, pixel));
    let chart = Stacked { frame, low, high, ticks: ticks(page, low, high), rows };
    let mut keys: Vec<Key> = if tops.is_empty() { Vec::new() } else { letter_keys(page, part) };
    for (used, kind) in [(hatched, "hatch"), (reaching, "reach"), (moved, "moved")] {
        keys.extend(used.then(|| swatch(page, part, kind)));
    }
    Some(Figure { keys, ..Figure::of(title, caption, draw(&|size| stacked(&chart, size))) })
}

fn bar(page: &Page<'_>, part: GroupResult<'_>, tops: &[Column], row: usize) -> DrawnBar {
    let total = part.standing(part.total(), row);
    if tops.is_empty() {
        return plain(page, part, row, &total, false);
    }
    let Some(stack) = stack(part, tops, row) else { return plain(page, part, row, &total, true) };
    let (mut parts, mut words) = (Vec::new(), Vec::new());
    for StackPart { column, score, points } in stack.parts {
        let position = part.group.scheme.top_level().position(|top| top == column).unwrap_or(0);
        let letter = letter_of(position).unwrap_or_default();
        // Of a criterion with a weight, the points that are drawn.
        let told = match points == score {
            true => part.shown(column, score),
            false => part.shown_part(part.total(), points),
        };
        words.push(page.say("figure.part", &[("letter", &letter), ("value", &page.number(&told))]));
        parts.push(Slice { colour: colour(position, tops.len()), letter, value: pixel(points) });
    }
    let (rest, rest_words) = rest(page, &total, stack.rest);
    words.extend(rest_words);
    let name = page.unit_name(part.edition, part.group.units[row]);
    let (label, known) = label(page, part, &total);
    let tip = named(page.voice, name, &words.join("; "));
    let whole = known && matches!(rest, BarEnd::None | BarEnd::Moved(_));
    DrawnBar { row: StackedRow { name: name.to_owned(), tip, parts, rest, label, known }, whole, rescaled: false }
}

/// One bar of the total, in the colour of all data.
fn plain(page: &Page<'_>, part: GroupResult<'_>, row: usize, total: &Standing, among_stacks: bool) -> DrawnBar {
    let name = page.unit_name(part.edition, part.group.units[row]);
    let (label, known) = label(page, part, total);
    let (parts, rest) = match total.score {
        Known::Exact(score) => (vec![Slice { colour: ' ', letter: String::new(), value: pixel(score) }], BarEnd::None),
        Known::Between(..) | Known::Nothing => {
            let ends = narrowed(total).map(|(low, high)| BarEnd::Whisker(pixel(low), pixel(high)));
            (Vec::new(), ends.unwrap_or(BarEnd::None))
        }
    };
    let tip = named(page.voice, name, label.as_deref().unwrap_or("…"));
    DrawnBar {
        row: StackedRow { name: name.to_owned(), tip, parts, rest, label, known },
        whole: known,
        rescaled: among_stacks,
    }
}

/// The figure at the end of a bar, and whether it is exactly known.
fn label(page: &Page<'_>, part: GroupResult<'_>, total: &Standing) -> (Option<String>, bool) {
    match total.score {
        Known::Exact(score) => (Some(page.number(&part.shown(part.total(), score))), true),
        _ => (None, false),
    }
}

/// What is drawn after the known parts, and what it means.
fn rest(page: &Page<'_>, total: &Standing, rest: StackRest) -> (BarEnd, Option<String>) {
    let number = |value: Decimal| page.number(&value.normalize());
    match rest {
        StackRest::None => (BarEnd::None, None),
        StackRest::Hidden { points, total } => {
            (BarEnd::Hatch(pixel(total)), Some(page.say("figure.tip.hatch", &[("rest", &number(points))])))
        }
        StackRest::Moved { points, total } => {
            (BarEnd::Moved(pixel(total)), Some(page.say("figure.tip.moved", &[("points", &number(points))])))
        }
        StackRest::Between(low, high) => {
            let Known::Between(least, most) = total.shown_score() else { return (BarEnd::None, None) };
            let words = page.say("figure.tip.between", &[("low", &page.number(&least)), ("high", &page.number(&most))]);
            (BarEnd::Whisker(pixel(low), pixel(high)), Some(words))
        }
        StackRest::Reach(high) => {
            let Known::Between(_, most) = total.shown_score() else { return (BarEnd::None, None) };
            (BarEnd::Reach(pixel(high)), Some(page.say("figure.tip.reach", &[("high", &page.number(&most))])))
        }
    }
}
