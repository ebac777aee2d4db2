//! The profile of one unit: each criterion on one scale of points, beside the mean and the best of the group.

use rust_decimal::Decimal;

use crate::charts::{ChartFrame, Profile, ProfileRow, pixel, profile as drawn};
use crate::fragments::{Look, Marks, ScoreCell, Sign};
use crate::model::{Column, State};
use crate::rankings::Known;
use crate::report::columns::letter_of;
use crate::report::findings::leaves_out_scores;
use crate::report::group::GroupResult;
use crate::report::means::mean;
use crate::report::narrowed::narrowed;
use crate::say::figures::{named, profile as say, span};
use crate::say::points::maximum;
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::cells;
use crate::writers::html::pieces::figures::figure::{DataTable, Figure, colour, draw, swatch};

/// The most criteria that are drawn.
const CRITERIA: usize = 16;

/// From so many criteria on the sheet leaves no room for it on one printed page.
const PRINTED: usize = 8;

/// One criterion of the unit, in numbers.
struct Reached<'a> {
    letter: String,
    name: &'a str,
    position: usize,
    /// What can be reached, if that is limited.
    max: Option<Decimal>,
    score: Known<Decimal>,
    /// How tables show it.
    cell: ScoreCell,
    /// The score as it is shown.
    told: Known<Decimal>,
    mean: Option<Decimal>,
    /// Whether all scores are known of which a mean would be made.
    is_known: bool,
    best: Option<Decimal>,
}

/// The profile of a unit; nothing where no score is known, or criteria have no maximum.
pub(crate) fn profile(
    page: &Page<'_>,
    part: GroupResult<'_>,
    row: usize,
    id: &str,
    marks: &mut Marks,
) -> Option<Figure> {
    let scheme = &part.group.scheme;
    let n_tops = scheme.top_level().count();
    let all = reached(page, part, row);
    let shown = &all[..all.len().min(CRITERIA)];
    // Without any maximum there is no scale to read them on.
    let has_scale = all.iter().any(|r| r.max.is_some());
    if !has_scale || !shown.iter().any(|r| !matches!(r.score, Known::Nothing)) {
        return None;
    }
    let unit = page.unit_name(part.edition, part.group.units[row]);
    let title = say::title(page.voice, part, row, unit);
    let (with, without): (Vec<&Reached<'_>>, Vec<&Reached<'_>>) = shown.iter().partition(|r| r.mean.is_some());
    let unknown: Vec<&Reached<'_>> = without.iter().copied().filter(|r| !r.is_known).collect();
    let without_mean: Vec<String> = unknown.iter().map(|r| r.letter.clone()).collect();
    let told = say::ProfileDrawn {
        has_interval: shown.iter().any(|r| matches!(r.score, Known::Between(..))),
        without_mean: &without_mean,
        has_mean: !with.is_empty(),
        first: (all.len() > CRITERIA).then_some(CRITERIA),
    };
    let caption = say::caption(page.voice, part, &told);
    let columns: Vec<Column> = scheme.top_level().collect();
    let of_ranked = leaves_out_scores(part, &columns);
    let rows: Vec<ProfileRow> = shown.iter().map(|r| profile_row(page, part, r, n_tops)).collect();
    let description: Vec<String> = shown.iter().map(|r| named(page.voice, r.name, &label_in_words(page, r))).collect();
    let ends = rows.iter().flat_map(|r| [r.max, r.score, r.open, r.mean, r.best]).flatten();
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(low, high), end| (low.min(end), high.max(end)));
    let frame = ChartFrame { id: id.to_owned(), title: title.clone(), description: description.join("; ") };
    let chart = Profile { frame, low, high, rows };
    let [mean, best] = if of_ranked { ["mean.ranked", "best.ranked"] } else { ["mean", "best"] };
    let keys = if with.is_empty() { Vec::new() } else { vec![swatch(page, part, mean), swatch(page, part, best)] };
    let table = (!with.is_empty()).then(|| table(page, part, &title, shown));
    if table.is_some() && !unknown.is_empty() {
        marks.note(Sign::Empty(State::Unpublished));
    }
    Some(Figure {
        keys,
        table,
        noprint: n_tops >= PRINTED,
        ..Figure::of(title, caption, draw(&|size| drawn(&chart, size)))
    })
}

/// The criteria at the top that have a scale, or may have one.
fn reached<'a>(page: &Page<'a>, part: GroupResult<'a>, row: usize) -> Vec<Reached<'a>> {
    let scheme = &part.group.scheme;
    let reached = scheme.top_level().enumerate().filter_map(|(position, column)| {
        let criterion = &scheme.criteria[column];
        // Raw values have units of their own, and not one scale.
        let max = part.max(column).filter(|max| *max > Decimal::ZERO);
        if scheme.is_raw(column) || (max.is_none() && part.max(column).is_some()) {
            return None;
        }
        let standing = part.standing(column, row);
        // Limits that hold for any unit say nothing of this one.
        let score = match standing.score {
            Known::Exact(_) => standing.score,
            Known::Between(..) | Known::Nothing => {
                narrowed(&standing).map_or(Known::Nothing, |(low, high)| Known::Between(low, high))
            }
        };
        Some(Reached {
            letter: letter_of(position).unwrap_or_default(),
            name: page.text(&criterion.name),
            position,
            max,
            score,
            cell: cells::score(page, part, column, row, &mut Marks::default()),
            told: if score == standing.score { standing.shown_score() } else { score },
            mean: mean(part, column),
            is_known: part.column(column).is_known,
            best: part
                .column(column)
                .summary
                .filter(|_| part.column(column).has_best)
                .map(|summary| part.shown(column, summary.best)),
        })
    });
    reached.collect()
}

fn label(page: &Page<'_>, reached: &Reached<'_>) -> String {
    let value = match reached.told {
        Known::Exact(score) => page.number(&score),
        Known::Between(low, high) => span(page.voice, low, high),
        Known::Nothing if reached.cell.has_no_number() => return reached.cell.written().to_owned(),
        Known::Nothing => "…".to_owned(),
    };
    match reached.max {
        Some(max) => page.say("figure.of", &[("value", &value), ("max", &maximum(page.words(), max))]),
        None => value,
    }
}

/// The score in words; a sign in its place with what it means.
fn label_in_words(page: &Page<'_>, reached: &Reached<'_>) -> String {
    let label = label(page, reached);
    match &reached.cell.meaning {
        Some(meaning) if is_nothing(reached) => page.say("figure.sign", &[("sign", &label), ("meaning", meaning)]),
        _ => label,
    }
}

/// Whether there is nothing to show, rather than something that is not known.
fn is_nothing(reached: &Reached<'_>) -> bool {
    matches!(reached.score, Known::Nothing) && reached.cell.has_no_number()
}

fn profile_row(page: &Page<'_>, part: GroupResult<'_>, reached: &Reached<'_>, of: usize) -> ProfileRow {
    let columns: Vec<Column> = part.group.scheme.top_level().collect();
    let keys = match leaves_out_scores(part, &columns) {
        true => ["figure.tip.mean.ranked", "figure.tip.best.ranked"],
        false => ["figure.tip.mean", "figure.tip.best"],
    };
    let say =
        |key: &str, value: Decimal| page.voice.say_of(&[part.group.group], key, &[("value", &page.number(&value))]);
    let (score, open) = match reached.score {
        Known::Exact(score) => (Some(score), None),
        Known::Between(low, high) => (Some(low), Some(high)),
        Known::Nothing => (None, None),
    };
    let label = label(page, reached);
    let mut words = vec![label_in_words(page, reached)];
    words.extend(reached.mean.map(|mean| say(keys[0], mean)));
    words.extend(reached.best.map(|best| say(keys[1], best)));
    ProfileRow {
        colour: colour(reached.position, of),
        letter: reached.letter.clone(),
        name: reached.name.to_owned(),
        max: reached.max.filter(|_| reached.cell.look != Look::Empty).map(pixel),
        score: score.map(pixel),
        open: open.map(pixel),
        mean: reached.mean.map(pixel),
        best: reached.best.map(pixel),
        known: matches!(reached.score, Known::Exact(_)),
        tip: named(page.voice, reached.name, &words.join("; ")),
        label,
    }
}

/// The numbers of the chart: the sheet above it has no mean and no best.
fn table(page: &Page<'_>, part: GroupResult<'_>, title: &str, shown: &[Reached<'_>]) -> DataTable {
    let columns: Vec<Column> = part.group.scheme.top_level().collect();
    let [mean, best] = match leaves_out_scores(part, &columns) {
        true => ["figure.profile.mean.ranked", "figure.profile.best.ranked"],
        false => ["table.mean", "table.best"],
    };
    let heads = ["sheet.criterion", "sheet.score", mean, best];
    let heads = heads.map(|key| page.voice.say_of(&[part.group.group], key, &[]));
    // Where nobody is counted there is nothing that is not known.
    let number = |r: &Reached<'_>, value: Option<Decimal>| match value {
        Some(value) => page.number(&value),
        None if r.is_known => String::new(),
        None => "…".to_owned(),
    };
    let rows = shown.iter().map(|r| {
        let name = page.say("figure.part", &[("letter", &r.letter), ("value", r.name)]);
        vec![name, label_in_words(page, r), number(r, r.mean), number(r, r.best)]
    });
    DataTable { caption: title.to_owned(), heads: heads.into(), rows: rows.collect() }
}
