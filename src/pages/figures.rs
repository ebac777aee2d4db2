//! Charts for pages: which numbers are drawn, and the words around them.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use super::context::Page;
use super::tables::{COLOURED, Part, edition_name, letter_of};
use crate::charts::{
    Dot, Frame, IntervalRow, IntervalValue, Intervals, Part as Slice, Rest, Size, Span, Stacked, StackedRow, Strip,
    intervals, pick_ticks, stacked, strip,
};
use crate::model::Aggregate;
use crate::rankings::{Known, Reason, Standing, StandingState};
use crate::render::Html;

/// A chart with the words around it.
#[derive(Serialize)]
pub(super) struct Figure {
    /// What the chart says.
    title: String,
    /// What is drawn, in which unit, and how it is read.
    caption: String,
    /// Its two drawings.
    drawing: Html,
    /// What letters and hatching mean.
    keys: Vec<Key>,
}

/// One entry of a key.
#[derive(Serialize)]
pub(super) struct Key {
    /// A letter in its colour.
    pub(super) letter: Option<String>,
    /// The pattern or line, as a small drawing.
    pub(super) swatch: Option<Html>,
    /// What it means.
    pub(super) words: String,
}

/// How many units a chart shows at most; the table holds all.
const ROWS: usize = 40;

/// The criteria at the top of the tree with their letters and maxima.
pub(super) fn letter_keys(page: &Page<'_>, part: Part<'_>) -> Vec<Key> {
    let scheme = &part.group.scheme;
    let keys = scheme.tops().enumerate().map(|(i, column)| {
        let criterion = &scheme.criteria[column];
        let name = page.text(&criterion.name);
        let words = match part.max(column) {
            Some(max) => page.say("key.max", &[("name", name), ("max", &page.number(&max.normalize()))]),
            None => name.to_owned(),
        };
        Key { letter: letter_of(i), swatch: None, words }
    });
    keys.collect()
}

/// Stacked bars by criterion in ranking order; nothing where totals are no sums of the numbers that are shown, or no part
/// is known.
pub(super) fn stacked_bars(page: &Page<'_>, part: Part<'_>, id: &str) -> Option<Figure> {
    let scheme = &part.group.scheme;
    let tops: Vec<usize> = scheme.tops().filter(|&c| scheme.criteria[c].scored).collect();
    let max = scheme.max.and_then(|max| max.to_f64()).filter(|max| *max > 0.0)?;
    if scheme.total != Aggregate::Sum || tops.len() < 2 || tops.iter().any(|&column| scheme.is_raw(column)) {
        return None;
    }
    let order: Vec<usize> = display_order(part).collect();
    let rows: Vec<StackedRow> = order.iter().take(ROWS).map(|&row| bar_row(page, part, &tops, row)).collect();
    let complete = rows.iter().all(|row| row.known && matches!(row.rest, Rest::None));
    if rows.iter().all(|row| row.parts.is_empty()) {
        return None;
    }
    let edition = edition_name(page, part.edition);
    let group = page.group_name(part.group);
    let title = page.say(if complete { "figure.stacked.full" } else { "figure.stacked.partial" }, &[("group", group)]);
    let mut caption =
        page.say("figure.stacked.caption", &[("edition", &edition), ("max", &page.number(&scheme.max?.normalize()))]);
    if !complete {
        caption.push(' ');
        caption.push_str(&page.say("figure.stacked.open", &[]));
    }
    if order.len() > ROWS {
        caption.push(' ');
        caption.push_str(&page.say_n("figure.first", ROWS, &[]));
    }
    let frame = Frame { id: id.to_owned(), title: title.clone(), description: description(page, part, &order) };
    let chart = Stacked { frame, max, ticks: ticks(page, 0.0, max), rows };
    let mut keys = letter_keys(page, part);
    if !complete {
        keys.push(swatch(page, "hatch"));
        keys.push(swatch(page, "reach"));
    }
    let drawing = draw(&|size| stacked(&chart, size));
    Some(Figure { title, caption, drawing, keys })
}

/// The rows of a group as its charts show them: in ranking order.
fn display_order(part: Part<'_>) -> impl Iterator<Item = usize> + '_ {
    let rows = part.ranking.order.iter().map(|&row| row as usize);
    rows.filter(move |&row| part.group.unranked[row].is_none())
}

fn bar_row(page: &Page<'_>, part: Part<'_>, tops: &[usize], row: usize) -> StackedRow {
    let scheme = &part.group.scheme;
    let (mut parts, mut sum, mut open) = (Vec::new(), Decimal::ZERO, false);
    for &column in tops {
        let criterion = &scheme.criteria[column];
        let standing = part.standing(column, row);
        let Known::Exact(score) = standing.score else {
            open |= !matches!(standing.state, StandingState::Missing | StandingState::Exempt);
            continue;
        };
        let weighted = score * criterion.weight;
        sum += weighted;
        let position = scheme.tops().position(|top| top == column).unwrap_or(0);
        let tip = tip(page, page.text(&criterion.name), score, criterion.max);
        parts.push(Slice { letter: colour(position, tops.len()), value: pixel(weighted), tip });
    }
    let total = part.standing(part.total(), row);
    let (rest, label, known) = rest(page, &total, sum, scheme.max, open);
    let name = page.unit_name(part.edition, part.group.units[row]).to_owned();
    StackedRow { name, parts, rest, label, known, outline: None }
}

/// The letter by which a part is coloured; more criteria than colours are all drawn in one.
fn colour(position: usize, of: usize) -> char {
    if of > COLOURED {
        return ' ';
    }
    u8::try_from(position).map_or(' ', |p| char::from(b'A' + p))
}

/// What is drawn after the known parts, and the figure at the end. Where no part is open, a total above their sum comes
/// from a rule of the scheme or points added, not from a part that nobody knows.
fn rest(
    page: &Page<'_>,
    total: &Standing,
    sum: Decimal,
    max: Option<Decimal>,
    open: bool,
) -> (Rest, Option<String>, bool) {
    match total.score {
        Known::Exact(score) if score > sum && open => {
            let rest = page.number(&(score - sum).normalize());
            let tip = page.say("figure.tip.hatch", &[("rest", &rest)]);
            (Rest::Hatch { to: pixel(score), tip }, Some(page.number(&score)), true)
        }
        Known::Exact(score) => (Rest::None, Some(page.number(&score)), true),
        Known::Between(low, high) if low > sum || max.is_some_and(|max| high < max) => {
            let (low_text, high_text) = (page.number(&low), page.number(&high));
            let tip = page.say("figure.tip.between", &[("low", &low_text), ("high", &high_text)]);
            (Rest::Whisker { from: pixel(low.max(sum)), to: pixel(high), tip }, None, false)
        }
        Known::Between(_, high) => {
            let tip = page.say("figure.tip.reach", &[("high", &page.number(&high))]);
            (Rest::Reach { to: pixel(high), tip }, None, false)
        }
        Known::Nothing => (Rest::None, None, false),
    }
}

/// Totals that are known to lie between two ends, beside those that are known; nothing where all are known.
pub(super) fn interval_chart(page: &Page<'_>, part: Part<'_>, id: &str) -> Option<Figure> {
    let total = part.total();
    let max = part.group.scheme.max?;
    let order: Vec<usize> = display_order(part).take(ROWS).collect();
    let narrow = |s: &Standing| matches!(s.score, Known::Between(low, high) if low > Decimal::ZERO || high < max);
    if !order.iter().any(|&row| narrow(&part.standing(total, row))) {
        return None;
    }
    let rows: Vec<IntervalRow> = order.iter().map(|&row| interval_row(page, part, row)).collect();
    let low = order.iter().filter_map(|&row| low_end(&part.standing(total, row))).min().unwrap_or_default();
    let low = (pixel(low) / 10.0).floor() * 10.0;
    let high = pixel(max);
    let title = page.say("figure.intervals", &[]);
    let caption = page.say(
        "figure.intervals.caption",
        &[("edition", &edition_name(page, part.edition)), ("low", &words_of(page, low))],
    );
    let frame = Frame { id: id.to_owned(), title: title.clone(), description: description(page, part, &order) };
    let chart = Intervals { frame, low, high, ticks: ticks(page, low, high), rows };
    Some(Figure { title, caption, drawing: draw(&|size| intervals(&chart, size)), keys: Vec::new() })
}

fn low_end(standing: &Standing) -> Option<Decimal> {
    match standing.score {
        Known::Exact(score) => Some(score),
        Known::Between(low, _) => Some(low),
        Known::Nothing => None,
    }
}

fn interval_row(page: &Page<'_>, part: Part<'_>, row: usize) -> IntervalRow {
    let name = page.unit_name(part.edition, part.group.units[row]).to_owned();
    let (value, label) = match part.standing(part.total(), row).score {
        Known::Exact(score) => (IntervalValue::Exact(pixel(score)), page.number(&score)),
        Known::Between(low, high) => {
            (IntervalValue::Between(pixel(low), pixel(high)), format!("{}–{}", page.number(&low), page.number(&high)))
        }
        Known::Nothing => (IntervalValue::Unknown, "…".to_owned()),
    };
    IntervalRow { name, value, label }
}

/// Where everyone who is ranked stands in a column; nothing where no number is known or there is no scale. Raw values
/// have the scale that they span themselves.
pub(super) fn strip_chart(page: &Page<'_>, part: Part<'_>, column: usize, id: &str) -> Option<Figure> {
    let max = part.max(column);
    if max.is_none() && !part.group.scheme.is_raw(column) {
        return None;
    }
    let (mut dots, mut spans, mut known) = (Vec::new(), Vec::new(), Vec::new());
    let rows: Vec<usize> = (0..part.group.units.len()).filter(|&row| part.group.unranked[row].is_none()).collect();
    for &row in &rows {
        let name = page.unit_name(part.edition, part.group.units[row]);
        let standing = part.standing(column, row);
        match standing.score {
            Known::Exact(score) => {
                known.push(score);
                let tip = tip(page, name, score, max);
                dots.push((score, name, Dot { value: pixel(score), tip, label: None, filled: false }));
            }
            Known::Between(low, high)
                if standing.reason != Some(Reason::Limits)
                    && max.is_none_or(|max| low > Decimal::ZERO || high < max) =>
            {
                let tip = page.say(
                    "figure.tip.span",
                    &[("name", name), ("low", &page.number(&low)), ("high", &page.number(&high))],
                );
                spans.push(Span { from: pixel(low), to: pixel(high), tip });
            }
            _ => {}
        }
    }
    let (lowest, highest) = (known.iter().min().copied()?, known.iter().max().copied()?);
    label_ends(page, &mut dots, lowest, highest);
    let complete = part.ranking.columns[column].complete;
    let median = complete
        .then(|| median(&mut known))
        .map(|m| (pixel(m), page.say("figure.median", &[("value", &page.number(&m))])));
    let group = page.group_name(part.group);
    let title =
        page.say("figure.strip", &[("low", &page.number(&lowest)), ("high", &page.number(&highest)), ("group", group)]);
    let n = dots.len();
    let mut caption = page.say_n("figure.strip.caption", n, &[("edition", &edition_name(page, part.edition))]);
    if !spans.is_empty() {
        caption.push(' ');
        caption.push_str(&page.say_n("figure.strip.spans", spans.len(), &[]));
    }
    let silent = rows.len() - n - spans.len();
    if silent > 0 {
        caption.push(' ');
        caption.push_str(&page.say_n("figure.strip.silent", silent, &[]));
    }
    let frame = Frame { id: id.to_owned(), title: title.clone(), description: caption.clone() };
    let dots = dots.into_iter().map(|(_, _, dot)| dot).collect();
    let (low, high) = axis(max, lowest, highest, &spans);
    let chart = Strip { frame, low, high, ticks: ticks(page, low, high), dots, spans, median };
    Some(Figure { title, caption, drawing: draw(&|size| strip(&chart, size)), keys: Vec::new() })
}

/// The ends of an axis: from zero to the maximum, or from the least to the most that is drawn.
fn axis(max: Option<Decimal>, lowest: Decimal, highest: Decimal, spans: &[Span]) -> (f64, f64) {
    if let Some(max) = max {
        return (0.0, pixel(max));
    }
    let low = spans.iter().map(|span| span.from).fold(pixel(lowest), f64::min);
    let high = spans.iter().map(|span| span.to).fold(pixel(highest), f64::max);
    if low < high { (low, high) } else { (low - 1.0, high + 1.0) }
}

/// Names the lowest and the highest dot: the unit, or how many share the value.
fn label_ends(page: &Page<'_>, dots: &mut [(Decimal, &str, Dot)], lowest: Decimal, highest: Decimal) {
    let ends = if lowest == highest { vec![highest] } else { vec![lowest, highest] };
    for end in ends {
        let sharing = dots.iter().filter(|(score, ..)| *score == end).count();
        let Some((_, name, dot)) = dots.iter_mut().find(|(score, ..)| *score == end) else { continue };
        let who = if sharing == 1 { (*name).to_owned() } else { page.say_n("figure.units", sharing, &[]) };
        dot.label = Some(page.say("figure.end", &[("who", &who), ("value", &page.number(&end))]));
        dot.filled = true;
    }
}

/// The middle value, or the mean of the two middle ones, at most 12 decimals.
fn median(values: &mut [Decimal]) -> Decimal {
    values.sort();
    let middle = values.len() / 2;
    if values.len() % 2 == 1 {
        return values[middle];
    }
    ((values[middle - 1] + values[middle]) / Decimal::TWO).round_dp(12).normalize()
}

/// The profile of one unit: each criterion with its maximum as a bar of its own.
pub(super) fn profile(page: &Page<'_>, part: Part<'_>, row: usize, id: &str) -> Option<Figure> {
    let scheme = &part.group.scheme;
    let tops: Vec<usize> = scheme.tops().collect();
    let longest = tops.iter().filter_map(|&c| part.max(c)).max().filter(|max| *max > Decimal::ZERO)?;
    let rows: Vec<StackedRow> =
        tops.iter().enumerate().map(|(i, &column)| profile_row(page, part, row, column, i, tops.len())).collect();
    if rows.iter().all(|row| row.parts.is_empty()) {
        return None;
    }
    let unit = page.unit_name(part.edition, part.group.units[row]);
    let title = page.say("figure.profile", &[("unit", unit)]);
    let caption = page.say("figure.profile.caption", &[]);
    let description: Vec<String> =
        rows.iter().map(|row| format!("{}: {}", row.name, row.label.as_deref().unwrap_or("…"))).collect();
    let max = pixel(longest);
    let frame = Frame { id: id.to_owned(), title: title.clone(), description: description.join("; ") };
    let chart = Stacked { frame, max, ticks: ticks(page, 0.0, max), rows };
    Some(Figure { title, caption, drawing: draw(&|size| stacked(&chart, size)), keys: Vec::new() })
}

fn profile_row(page: &Page<'_>, part: Part<'_>, row: usize, column: usize, position: usize, of: usize) -> StackedRow {
    let criterion = &part.group.scheme.criteria[column];
    let name = page.text(&criterion.name).to_owned();
    let standing = part.standing(column, row);
    let max = part.max(column);
    let outline = max.map(pixel);
    let of_max = |value: String| match max {
        Some(max) => page.say("figure.of", &[("value", &value), ("max", &page.number(&max.normalize()))]),
        None => value,
    };
    let slice = |value: Decimal, tip: String| Slice { letter: colour(position, of), value: pixel(value), tip };
    match standing.score {
        Known::Exact(score) => {
            let drawn = max.map(|_| slice(score, tip(page, &name, score, max)));
            let (parts, label) = (drawn.into_iter().collect(), Some(of_max(page.number(&score))));
            StackedRow { name, parts, rest: Rest::None, label, known: true, outline }
        }
        Known::Between(low, high) => {
            let (low_text, high_text) = (page.number(&low), page.number(&high));
            let tip = page.say("figure.tip.between", &[("low", &low_text), ("high", &high_text)]);
            let label = Some(of_max(format!("{low_text}–{high_text}")));
            let low = max.and(Some(low).filter(|low| *low > Decimal::ZERO));
            let parts = low.map(|low| slice(low, tip.clone())).into_iter().collect();
            let rest = if max.is_some() { Rest::Hatch { to: pixel(high), tip } } else { Rest::None };
            StackedRow { name, parts, rest, label, known: false, outline }
        }
        Known::Nothing => StackedRow {
            name,
            parts: Vec::new(),
            rest: Rest::None,
            label: Some(of_max("…".into())),
            known: false,
            outline,
        },
    }
}

/// The main numbers of a chart of totals, for those who do not see it.
fn description(page: &Page<'_>, part: Part<'_>, order: &[usize]) -> String {
    let known = order.iter().filter_map(|&row| match part.standing(part.total(), row).score {
        Known::Exact(score) => {
            Some(format!("{}: {}", page.unit_name(part.edition, part.group.units[row]), page.number(&score)))
        }
        _ => None,
    });
    let known: Vec<String> = known.take(10).collect();
    if known.is_empty() { page.say("figure.none", &[]) } else { known.join("; ") }
}

fn tip(page: &Page<'_>, name: &str, score: Decimal, max: Option<Decimal>) -> String {
    let value = page.number(&score);
    match max {
        Some(max) => {
            page.say("figure.tip.of", &[("name", name), ("value", &value), ("max", &page.number(&max.normalize()))])
        }
        None => page.say("figure.tip", &[("name", name), ("value", &value)]),
    }
}

fn ticks(page: &Page<'_>, low: f64, high: f64) -> Vec<(f64, String)> {
    pick_ticks(low, high).into_iter().map(|tick| (tick, words_of(page, tick))).collect()
}

/// A round number of an axis in words; ticks have at most a few decimals.
fn words_of(page: &Page<'_>, tick: f64) -> String {
    Decimal::from_f64_retain(tick).map_or_else(String::new, |tick| page.number(&tick.round_dp(6).normalize()))
}

/// A number as a length: where scores stop being decimals.
fn pixel(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

fn draw(drawing: &dyn Fn(Size) -> String) -> Html {
    let mut both = drawing(Size::Wide);
    both.push_str(&drawing(Size::Narrow));
    Html::trusted(both)
}

fn swatch(page: &Page<'_>, kind: &str) -> Key {
    let drawing = match kind {
        "hatch" => {
            "<svg width=\"22\" height=\"12\" viewBox=\"0 0 22 12\" aria-hidden=\"true\"><rect class=\"ax0\" x=\".5\" y=\".5\" width=\"21\" height=\"11\" fill=\"url(#hatch)\"/></svg>"
        }
        _ => {
            "<svg width=\"22\" height=\"12\" viewBox=\"0 0 22 12\" aria-hidden=\"true\"><path class=\"ax0\" d=\"M0 6h21M21 2v8\"/></svg>"
        }
    };
    let mut html = Html::default();
    html.push_raw(drawing);
    Key { letter: None, swatch: Some(html), words: page.say(&format!("figure.key.{kind}"), &[]) }
}

#[cfg(test)]
mod tests {
    use super::{Span, axis};

    #[track_caller]
    fn case(max: Option<i64>, ends: (i64, i64), spans: &[(f64, f64)], expected: (f64, f64)) {
        let spans: Vec<Span> = spans.iter().map(|&(from, to)| Span { from, to, tip: String::new() }).collect();
        let made = axis(max.map(Into::into), ends.0.into(), ends.1.into(), &spans);
        assert_eq!(format!("{made:?}"), format!("{expected:?}"));
    }

    #[test]
    fn an_axis_ends_at_the_maximum_or_with_the_raw_values() {
        case(Some(24), (3, 20), &[], (0.0, 24.0));
        case(None, (691, 146_673), &[], (691.0, 146_673.0));
        case(None, (-4, 7), &[(-6.5, 2.0)], (-6.5, 7.0));
        case(None, (5, 5), &[], (4.0, 6.0));
    }
}
