//! The profile of one unit: for each criterion what was reached, of how much, beside the mean and the best of its group.

use super::canvas::{Canvas, Plot, TextAnchor};
use super::text::{LINE, name_and_label, width_bold};
use super::{ChartFrame, Size};

/// The chart.
#[derive(Clone, Debug)]
pub(crate) struct Profile {
    /// What it is called.
    pub frame: ChartFrame,
    /// The end of the axis, which begins at 0 or below.
    pub high: f64,
    /// Where the axis begins.
    pub low: f64,
    /// A row for each criterion.
    pub rows: Vec<ProfileRow>,
}

/// One criterion; all share one scale of points.
#[derive(Clone, Debug)]
pub(crate) struct ProfileRow {
    /// `A` to `E` have colours of their own; any other has the colour of all data.
    pub colour: char,
    /// Its letter.
    pub letter: String,
    /// Its name.
    pub name: String,
    /// What can be reached, as an outline.
    pub max: Option<f64>,
    /// What was reached.
    pub score: Option<f64>,
    /// How far it may reach beyond that.
    pub open: Option<f64>,
    /// The mean of the group, as a line across.
    pub mean: Option<f64>,
    /// The best of the group, as a triangle below.
    pub best: Option<f64>,
    /// The score in words.
    pub label: String,
    /// Whether it is exactly known.
    pub known: bool,
    /// All of it in words.
    pub tip: String,
}

/// The height of a bar.
const BAR: f64 = 18.0;
/// Where bars begin beside names.
const NAMES: f64 = 215.0;
/// The least width of a letter's square, and from there to the name.
const LETTER: (f64, f64) = (20.0, 8.0);

/// Draws the chart; nothing where there is no row.
#[must_use]
pub(crate) fn profile(chart: &Profile, size: Size) -> String {
    if chart.rows.is_empty() {
        return String::new();
    }
    let squares = chart.rows.iter().map(|row| square(&row.letter)).fold(LETTER.0, f64::max);
    let names = squares + LETTER.1;
    let (limit, room) = match size {
        Size::Wide => (NAMES - names - 10.0, 220.0),
        Size::Narrow => (size.width() - names - 2.0, 100.0),
    };
    let laid = chart.rows.iter().map(|row| name_and_label(&row.name, Some(&row.label), limit, room));
    let mut rows: Vec<(Vec<String>, Option<&str>)> = laid.collect();
    if size == Size::Narrow {
        // The figure shares the first line with the name, where both have room.
        for ((lines, label), row) in rows.iter_mut().zip(&chart.rows) {
            if let Some(words) = *label {
                *lines = super::text::wrap(&row.name, limit - width_bold(words) - 10.0);
            }
        }
    }
    let label = rows.iter().filter_map(|(_, label)| *label).map(width_bold).fold(0.0, f64::max);
    let (left, right) = match size {
        Size::Wide => (NAMES, size.width() - label - 16.0),
        Size::Narrow => (1.0, size.width() - 6.0),
    };
    let heights: Vec<f64> = rows.iter().map(|(lines, _)| height_of(size, lines.len())).collect();
    let height = heights.iter().sum::<f64>() + 10.0;
    let canvas = Canvas::new(&chart.frame, size, height, Plot { left, right, low: chart.low, high: chart.high });
    let mut y = 5.0;
    for ((row, (lines, label)), height) in chart.rows.iter().zip(&rows).zip(&heights) {
        canvas.open(if size == Size::Wide { &row.tip } else { "" });
        draw_row(&canvas, size, row, LabelWords { lines, label: *label, x: names }, (y, *height));
        canvas.shut();
        y += height;
    }
    canvas.finish()
}

fn height_of(size: Size, lines: usize) -> f64 {
    let text = LINE * lines as f64;
    match size {
        Size::Wide => (text + 8.0).max(33.0),
        Size::Narrow => text + BAR + 21.0,
    }
}

fn draw_row(canvas: &Canvas, size: Size, row: &ProfileRow, words: LabelWords<'_>, (y, height): (f64, f64)) {
    let text = LINE * words.lines.len() as f64;
    let (first, top) = match size {
        Size::Wide => (y + (height - text) / 2.0 + 11.5, y + (height - BAR) / 2.0),
        Size::Narrow => (y + 12.5, y + text + 5.0),
    };
    let (class, on) = colour(row.colour);
    if !row.letter.is_empty() {
        let wide = square(&row.letter).max(LETTER.0);
        canvas.square((0.0, first - 12.5), (wide, 16.0), class);
        canvas.text(wide / 2.0, first, TextAnchor::Start, on, &row.letter);
    }
    for (i, line) in words.lines.iter().enumerate() {
        canvas.text(words.x, first + LINE * i as f64, TextAnchor::Start, "", line);
    }
    if let Some(max) = row.max {
        canvas.bar((0.0, max), (top, BAR), "un", "");
    }
    let score = row.score.unwrap_or(0.0);
    if row.score.is_some_and(|score| score.abs() > 0.0) {
        canvas.bars(&[(0.0, score, top, BAR)], 0.0, class);
    }
    if let Some(to) = row.open {
        canvas.hatch(score, to, top, BAR, "");
    }
    if let Some(mean) = row.mean {
        canvas.rule(mean, top - 3.0, top + BAR + 3.0, "me1");
        canvas.rule(mean, top - 3.0, top + BAR + 3.0, "me2");
    }
    if let Some(best) = row.best {
        canvas.pointer(best, top + BAR + 1.5);
    }
    let Some(label) = words.label else { return };
    let class = if row.known { "tb" } else { "t2" };
    match size {
        Size::Wide => {
            let end = [row.max, row.score, row.open, row.mean, row.best].into_iter().flatten().fold(0.0, f64::max);
            canvas.text(canvas.x(end) + 9.0, top + 13.5, TextAnchor::Start, class, label);
        }
        Size::Narrow => canvas.text(size.width() - 2.0, first, TextAnchor::End, class, label),
    }
}

/// The words of a row, and where the name begins.
struct LabelWords<'c> {
    lines: &'c [String],
    label: Option<&'c str>,
    x: f64,
}

/// How wide the square of a letter is.
fn square(letter: &str) -> f64 {
    if letter.is_empty() { 0.0 } else { width_bold(letter) + 8.0 }
}

/// The class of a colour, and that of letters on it.
fn colour(colour: char) -> (&'static str, &'static str) {
    match colour {
        'A' => ("fA", "od"),
        'B' => ("fB", "ow"),
        'C' => ("fC", "od"),
        'D' => ("fD", "ow"),
        'E' => ("fE", "od"),
        _ => ("v", "ow"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Profile, ProfileRow, profile};
    use crate::charts::{ChartFrame, Size};

    #[test]
    fn mean_and_best_stand_on_the_scale_of_the_score() {
        let row = ProfileRow {
            colour: 'B',
            letter: "B".into(),
            name: "Nhân lực".into(),
            max: Some(14.0),
            score: Some(7.0),
            open: None,
            mean: Some(10.5),
            best: Some(14.0),
            label: "7 trên 14".into(),
            known: true,
            tip: "tip".into(),
        };
        let frame = ChartFrame { id: "p".into(), title: "T".into(), description: "D".into() };
        let svg = profile(&Profile { frame, low: 0.0, high: 14.0, rows: vec![row] }, Size::Narrow);
        // From 1 to 282: 20.07 units a point.
        for part in [
            "viewBox=\"0 0 288 67\"",
            "<rect x=\"1\" y=\"28\" width=\"281\" height=\"18\" class=\"un\"/>",
            "<path d=\"M1 28h140.5v18H1z\" class=\"fB\"/>",
            "<path d=\"M211.75 25V49\" class=\"me2\"/>",
            "<path d=\"M282 47.5l4 6h-8z\" class=\"ik\"/>",
        ] {
            assert!(svg.contains(part), "{part} is not in {svg}");
        }
    }
}
