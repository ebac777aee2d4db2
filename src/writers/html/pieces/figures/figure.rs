//! A chart with the words around it, and what all charts share.

use serde::Serialize;

use crate::charts::{Size, pick_ticks, tick_value};
use crate::render::Html;
use crate::report::columns::{COLOURED, is_coloured, letter_of};
use crate::report::group::GroupResult;
use crate::say::points::maximum;
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::embedding::Embedding;

/// A chart with the words around it.
#[derive(Serialize)]
pub(crate) struct Figure {
    /// What the chart says.
    pub(crate) title: String,
    /// What is drawn, in which unit, and how it is read.
    pub(crate) caption: String,
    /// Its two drawings.
    pub(crate) drawing: Html,
    /// What letters and hatching mean.
    pub(crate) keys: Vec<Key>,
    /// Its numbers, where the page has no table with just these.
    pub(crate) table: Option<DataTable>,
    /// Whether paper does without it.
    pub(crate) noprint: bool,
    /// The lines that show it in another site.
    pub(crate) embedding: Option<Embedding>,
}

impl Figure {
    /// A chart that is read without a key and without a table of its own.
    pub(crate) fn of(title: String, caption: String, drawing: Html) -> Self {
        Self { title, caption, drawing, keys: Vec::new(), table: None, noprint: false, embedding: None }
    }
}

/// The numbers of a chart.
#[derive(Serialize)]
pub(crate) struct DataTable {
    /// What it holds.
    pub(crate) caption: String,
    /// The heads of its columns; the first names the rows.
    pub(crate) heads: Vec<String>,
    /// Each begins with its name.
    pub(crate) rows: Vec<Vec<String>>,
}

/// One entry of a key.
#[derive(Serialize)]
pub(crate) struct Key {
    /// A letter.
    pub(crate) letter: Option<String>,
    /// The letter whose colour it has, where there are not more criteria than colours.
    pub(crate) colour: Option<String>,
    /// The pattern or line, as a small drawing.
    pub(crate) swatch: Option<Html>,
    /// What it means.
    pub(crate) words: Html,
}

/// How many units a chart shows at most; the table holds all.
pub(crate) const ROWS: usize = 40;

/// The criteria at the top of the tree with their letters and maxima.
pub(crate) fn letter_keys(page: &Page<'_>, part: GroupResult<'_>) -> Vec<Key> {
    let scheme = &part.group.scheme;
    let keys = scheme.top_level().enumerate().map(|(i, column)| {
        let criterion = &scheme.criteria[column];
        let name = page.html(&criterion.name);
        let words = match part.max(column) {
            Some(max) => {
                let max = maximum(page.words(), max).into();
                page.words().say_html("key.max", &[("name", &name), ("max", &max)])
            }
            None => name,
        };
        Key { letter: letter_of(i), colour: letter_of(i).filter(|_| is_coloured(scheme)), swatch: None, words }
    });
    keys.collect()
}

/// The rows of a group as its charts show them: in the order of the ranking's table, without those that are not ranked.
pub(crate) fn display_order(page: &Page<'_>, part: GroupResult<'_>) -> Vec<usize> {
    page.voice.group_order(part).blocks(part.total()).in_ranking().collect()
}

/// The letter by which a part is coloured; more criteria than colours are all drawn in one.
pub(crate) fn colour(position: usize, of: usize) -> char {
    match u8::try_from(position) {
        Ok(position) if of <= COLOURED && usize::from(position) < COLOURED => char::from(b'A' + position),
        _ => ' ',
    }
}

pub(crate) fn ticks(page: &Page<'_>, low: f64, high: f64) -> Vec<(f64, String)> {
    pick_ticks(low, high).into_iter().map(|tick| (tick, words_of(page, tick))).collect()
}

/// A round number of an axis in words.
pub(crate) fn words_of(page: &Page<'_>, tick: f64) -> String {
    page.number(&tick_value(tick))
}

/// Both drawings, the wide one first.
pub(crate) fn draw(drawing: &dyn Fn(Size) -> String) -> Html {
    let mut both = drawing(Size::Wide);
    both.push_str(&drawing(Size::Narrow));
    Html::trusted(both)
}

/// A sign of a chart as a small drawing, with what it means.
pub(crate) fn swatch(page: &Page<'_>, part: GroupResult<'_>, kind: &str) -> Key {
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
    Key {
        letter: None,
        colour: None,
        swatch: Some(html),
        words: page.voice.say_of(&[part.group.group], &format!("figure.key.{kind}"), &[]).into(),
    }
}
