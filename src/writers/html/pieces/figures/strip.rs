//! Where everyone stands in one column.

use rust_decimal::Decimal;

use crate::charts::{Dot, Frame, Span, Strip, pixel, strip, whole_steps};
use crate::model::Column;
use crate::rankings::{Known, Reason};
use crate::report::column::spoken_of;
use crate::report::findings::leaves_out_scores;
use crate::report::group::GroupResult;
use crate::say::editions::edition_name;
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::figures::figure::{Figure, draw, sentences, ticks, tip, words_of};

/// The values of a column, as far as they are drawn.
#[derive(Default)]
struct Values<'a> {
    /// Known ones with their unit.
    known: Vec<(Decimal, &'a str)>,
    /// Those between two ends.
    between: Vec<(Decimal, Decimal, &'a str)>,
}

/// Where everyone stands in a column; nothing where no number is known.
pub(crate) fn strip_chart(page: &Page<'_>, part: GroupResult<'_>, column: Column, id: &str) -> Option<Figure> {
    let max = part.max(column);
    let values = values(page, part, column, max);
    let lowest = values.known.iter().map(|(score, _)| *score).min()?;
    let highest = values.known.iter().map(|(score, _)| *score).max()?;
    let (low, high) = axis(&values, max, lowest, highest);
    let summary = part.column(column).summary.as_ref();
    let middle = summary.map(|s| page.number(&part.shown_median(column, s.median))).unwrap_or_default();
    let median = summary.map(|s| (pixel(s.median), page.say("figure.median", &[("value", &middle)])));
    let (dots, ends) = dots(page, part, &values.known, max, lowest, highest);
    let spans = values.between.iter().map(|&(from, to, name)| {
        let tip =
            page.say("figure.tip.span", &[("name", name), ("low", &page.number(&from)), ("high", &page.number(&to))]);
        Span { from: pixel(from), to: pixel(to), tip }
    });
    let spans: Vec<Span> = spans.collect();
    let title = title(page, part, column, summary.filter(|s| s.count > 1).map(|_| middle.as_str()), (lowest, highest));
    let description = ends.into_iter().chain(median.iter().map(|(_, words)| words.clone()));
    let frame =
        Frame { id: id.to_owned(), title: title.clone(), description: description.collect::<Vec<_>>().join("; ") };
    let chart = Strip { frame, low, high, ticks: ticks(page, low, high), dots, spans, median };
    let caption = caption(page, part, column, &chart);
    let drawing = draw(&|size| strip(&chart, size));
    Some(Figure { title, caption, drawing, keys: Vec::new(), table: None, noprint: false })
}

/// The message: what half of the units have, or between which ends the known scores lie. It says of which units it speaks.
fn title(
    page: &Page<'_>,
    part: GroupResult<'_>,
    column: Column,
    median: Option<&str>,
    (lowest, highest): (Decimal, Decimal),
) -> String {
    let counts = part.column(column).counts;
    let group = page.voice.group_in_text(part.group);
    let (lowest, highest) = (page.number(&lowest), page.number(&highest));
    match median {
        Some(median) => {
            let key = match counts {
                _ if counts.left_out() == 0 => "figure.strip.half",
                _ if counts.unranked > 0 => "figure.strip.half.ranked",
                _ => "figure.strip.half.scored",
            };
            page.voice.say_units(part.group, key, counts.counted(), &[("median", median), ("group", group)])
        }
        None if lowest == highest => {
            let key = of_drawn(part, column, ["figure.strip.same", "figure.strip.same.ranked"]);
            page.voice.say_units(part.group, key, counts.known, &[("value", &highest), ("group", group)])
        }
        None => {
            let key = of_drawn(part, column, ["figure.strip", "figure.strip.ranked"]);
            page.voice.say_of(&[part.group.group], key, &[("low", &lowest), ("high", &highest), ("group", group)])
        }
    }
}

/// The key of a phrase on what is drawn: the second where scores are known that are not, since their units are not
/// ranked.
fn of_drawn<'k>(part: GroupResult<'_>, column: Column, [all, ranked]: [&'k str; 2]) -> &'k str {
    if leaves_out_scores(part, &[column]) { ranked } else { all }
}

fn values<'a>(page: &Page<'a>, part: GroupResult<'_>, column: Column, max: Option<Decimal>) -> Values<'a> {
    let mut values = Values::default();
    let spoken_of = spoken_of(part.group);
    for row in (0..part.group.units.len()).filter(|&row| spoken_of[row] && part.is_counted(column, row)) {
        let name = page.unit_name(part.edition, part.group.units[row]);
        let standing = part.standing(column, row);
        match standing.shown_score() {
            Known::Exact(score) => values.known.push((score, name)),
            Known::Between(low, high)
                if standing.reason != Some(Reason::Limits)
                    && (low > Decimal::ZERO || max.is_none_or(|max| high < max)) =>
            {
                values.between.push((low, high, name));
            }
            _ => {}
        }
    }
    values
}

/// The ends of the axis: from 0 to the maximum where there is one, else round numbers around what is known.
fn axis(values: &Values<'_>, max: Option<Decimal>, lowest: Decimal, highest: Decimal) -> (f64, f64) {
    let lowest = values.between.iter().map(|span| span.0).fold(lowest, Decimal::min);
    let highest = values.between.iter().map(|span| span.1).fold(highest, Decimal::max);
    let (low, high) = (pixel(lowest), pixel(highest));
    match max.map(pixel).filter(|max| *max > 0.0) {
        Some(max) => (low.min(0.0), high.max(max)),
        None => whole_steps(low, high),
    }
}

/// The dots, and the lowest and the highest in words: the unit, or how many share the value.
fn dots(
    page: &Page<'_>,
    part: GroupResult<'_>,
    known: &[(Decimal, &str)],
    max: Option<Decimal>,
    lowest: Decimal,
    highest: Decimal,
) -> (Vec<Dot>, Vec<String>) {
    let dot = |&(score, name): &(Decimal, &str)| {
        let tip = tip(page, name, score, max);
        Dot { value: pixel(score), tip, label: None, filled: false }
    };
    let mut dots: Vec<Dot> = known.iter().map(dot).collect();
    let mut words = Vec::new();
    for end in if lowest == highest { vec![highest] } else { vec![lowest, highest] } {
        let sharing = known.iter().filter(|(score, _)| *score == end).count();
        let Some(at) = known.iter().position(|(score, _)| *score == end) else { continue };
        let who = if sharing == 1 {
            known[at].1.to_owned()
        } else {
            page.voice.say_units(part.group, "figure.units", sharing, &[])
        };
        let label = page.say("figure.end", &[("who", &who), ("value", &page.number(&end))]);
        words.push(label.clone());
        (dots[at].label, dots[at].filled) = (Some(label), true);
    }
    (dots, words)
}

fn caption(page: &Page<'_>, part: GroupResult<'_>, column: Column, chart: &Strip) -> String {
    let edition = edition_name(page.voice, part.edition);
    let (n, spans) = (chart.dots.len(), chart.spans.len());
    let first = match chart.columns() {
        None => page.voice.say_units(
            part.group,
            of_drawn(part, column, ["figure.strip.caption", "figure.strip.caption.ranked"]),
            n,
            &[("edition", &edition)],
        ),
        Some((step, most)) => {
            let most = page.words().number(&most.into());
            let words = [("edition", edition.as_str()), ("step", &words_of(page, step)), ("most", &most)];
            page.voice.say_units(
                part.group,
                of_drawn(part, column, ["figure.strip.columns", "figure.strip.columns.ranked"]),
                n,
                &words,
            )
        }
    };
    let counts = part.column(column).counts;
    let left = [
        ("figure.strip.spans", spans),
        ("figure.strip.silent", counts.between + counts.unpublished - spans),
        ("figure.strip.withheld", counts.withheld),
        ("figure.strip.missing", counts.missing),
        ("figure.strip.exempt", counts.exempt),
        ("figure.strip.unranked", counts.unranked),
    ];
    let start = (chart.low.abs() > 0.0).then(|| page.say("figure.start", &[("low", &words_of(page, chart.low))]));
    let left = left.into_iter().map(|(key, n)| (n > 0).then(|| page.voice.say_units(part.group, key, n, &[])));
    sentences([Some(first), start].into_iter().chain(left))
}
