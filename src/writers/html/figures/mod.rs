//! Charts for pages: which numbers are drawn, and the words around them. One file a chart.

mod bars;
mod bump;
mod interval;
mod means;
mod moments;
mod profile;
mod slope;
mod strip;
mod unit_years;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use super::context::Page;
use super::tables::{COLOURED, Part, Stand, is_coloured, letter_of, stands};
use crate::charts::{Size, pick_ticks};
use crate::rankings::Known;
use crate::render::Html;

pub(super) use bars::stacked_bars;
pub(super) use bump::bump_chart;
pub(super) use interval::interval_chart;
pub(super) use means::means_figure;
pub(super) use moments::Moments;
pub(super) use profile::profile;
pub(super) use slope::slope_chart;
pub(super) use strip::strip_chart;
pub(super) use unit_years::{rank_figure, total_figure};

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
    /// Its numbers, where the page has no table with just these.
    table: Option<DataTable>,
    /// Whether paper does without it.
    noprint: bool,
}

/// The numbers of a chart.
#[derive(Serialize)]
struct DataTable {
    /// What it holds.
    caption: String,
    /// The heads of its columns; the first names the rows.
    heads: Vec<String>,
    /// Each begins with its name.
    rows: Vec<Vec<String>>,
}

/// One entry of a key.
#[derive(Serialize)]
pub(super) struct Key {
    /// A letter.
    pub(super) letter: Option<String>,
    /// The letter whose colour it has, where there are not more criteria than colours.
    pub(super) colour: Option<String>,
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
        Key { letter: letter_of(i), colour: letter_of(i).filter(|_| is_coloured(scheme)), swatch: None, words }
    });
    keys.collect()
}

/// The rows of a group as its charts show them: in the order of the ranking's table, without those that are not ranked.
fn display_order(page: &Page<'_>, part: Part<'_>) -> Vec<usize> {
    let ranked = stands(page, part, part.total()).into_iter().filter(|(stand, _)| !matches!(stand, Stand::Unranked));
    ranked.flat_map(|(_, rows)| rows).collect()
}

/// The letter by which a part is coloured; more criteria than colours are all drawn in one.
fn colour(position: usize, of: usize) -> char {
    match u8::try_from(position) {
        Ok(position) if of <= COLOURED && usize::from(position) < COLOURED => char::from(b'A' + position),
        _ => ' ',
    }
}

/// The main numbers of a chart of totals, for those who do not see it.
fn description(page: &Page<'_>, part: Part<'_>, order: &[usize]) -> String {
    let known = order.iter().filter_map(|&row| match part.standing(part.total(), row).score {
        Known::Exact(score) => Some(named(
            page,
            page.unit_name(part.edition, part.group.units[row]),
            &page.number(&part.shown(part.total(), score)),
        )),
        _ => None,
    });
    let known: Vec<String> = known.take(10).collect();
    if known.is_empty() { page.say("figure.none", &[]) } else { known.join("; ") }
}

/// A name with its value.
fn named(page: &Page<'_>, name: &str, value: &str) -> String {
    page.say("figure.tip", &[("name", name), ("value", value)])
}

fn tip(page: &Page<'_>, name: &str, score: Decimal, max: Option<Decimal>) -> String {
    let value = page.number(&score);
    match max {
        Some(max) => {
            page.say("figure.tip.of", &[("name", name), ("value", &value), ("max", &page.number(&max.normalize()))])
        }
        None => named(page, name, &value),
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

/// Both drawings, the wide one first.
fn draw(drawing: &dyn Fn(Size) -> String) -> Html {
    let mut both = drawing(Size::Wide);
    both.push_str(&drawing(Size::Narrow));
    Html::trusted(both)
}

/// A sign of a chart as a small drawing, with what it means.
fn swatch(page: &Page<'_>, kind: &str) -> Key {
    let mut html = Html::default();
    html.push_raw("<svg width=\"22\" height=\"14\" viewBox=\"0 0 22 14\" aria-hidden=\"true\">");
    html.push_raw(match kind {
        "hatch" => "<path d=\"M.5 1.5h21v11H.5z\" fill=\"url(#hatch)\" stroke=\"currentColor\" stroke-opacity=\".5\"/>",
        "reach" => "<path class=\"ax0\" d=\"M0 7h21M21 3v8\"/>",
        "moved" => "<path class=\"ax0\" d=\"M0 7h11\"/><path class=\"me2\" d=\"M11 0v14\"/>",
        "mean" => "<path class=\"me2\" d=\"M11 0v14\"/>",
        _ => "<path class=\"ik\" d=\"M11 4l4 6H7z\"/>",
    });
    html.push_raw("</svg>");
    Key { letter: None, colour: None, swatch: Some(html), words: page.say(&format!("figure.key.{kind}"), &[]) }
}

/// Sentences after each other.
fn sentences(all: impl IntoIterator<Item = Option<String>>) -> String {
    all.into_iter().flatten().collect::<Vec<String>>().join(" ")
}
