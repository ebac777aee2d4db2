//! What the numbers say, in sentences computed from them.

use rust_decimal::Decimal;

use super::context::Page;
use super::tables::{Part, Stand, points, stands};
use crate::model::Rank;
use crate::rankings::{Known, StandingState};
use crate::render::Html;

/// Who leads each group, in one sentence a group.
pub(super) fn leaders(page: &Page<'_>, parts: &[Part<'_>]) -> Vec<Html> {
    parts.iter().map(|&part| leader(page, part)).collect()
}

fn leader(page: &Page<'_>, part: Part<'_>) -> Html {
    let total = part.total();
    let group = page.html(&page.series().groups[part.group.group.0].name);
    let first = at_rank(page, part, total, Rank::whole(1));
    let names: Vec<Html> = first.iter().map(|&row| bold_name(page, part, row)).collect();
    if first.is_empty() {
        return page.words().say_html("lead.unknown", &[("group", &group)]);
    }
    let names = page.words().list_html(&names);
    let many = if first.len() > 1 { ".many" } else { "" };
    match shared_score(part, total, &first) {
        Some(score) => {
            let score = Html::text(&points(page, score));
            page.words()
                .say_html(&format!("lead.score{many}"), &[("names", &names), ("group", &group), ("score", &score)])
        }
        None => page.words().say_html(&format!("lead.rank{many}"), &[("names", &names), ("group", &group)]),
    }
}

fn bold_name(page: &Page<'_>, part: Part<'_>, row: usize) -> Html {
    let mut html = Html::default();
    html.push_raw("<b>");
    html.push(&page.html(page.unit_text(part.edition, part.group.units[row])));
    html.push_raw("</b>");
    html
}

/// The score that all of some rows are known to have. Units that share a rank need not share one: ranks may be taken on
/// rounded values, or on points that are cut at a goalpost.
pub(super) fn shared_score(part: Part<'_>, column: usize, rows: &[usize]) -> Option<Decimal> {
    let mut scores = rows.iter().map(|&row| part.standing(column, row).score);
    let Some(Known::Exact(score)) = scores.next() else { return None };
    scores.all(|other| other == Known::Exact(score)).then_some(score)
}

/// The rows at a rank, in the order of the language.
pub(super) fn at_rank(page: &Page<'_>, part: Part<'_>, column: usize, rank: Rank) -> Vec<usize> {
    let n = part.group.units.len();
    let mut rows: Vec<usize> = (0..n).filter(|&row| part.standing(column, row).rank == Known::Exact(rank)).collect();
    rows.sort_by(|&a, &b| page.words().compare(name(page, part, a), name(page, part, b)));
    rows
}

fn name<'a>(page: &Page<'a>, part: Part<'_>, row: usize) -> &'a str {
    page.unit_name(part.edition, part.group.units[row])
}

fn names(page: &Page<'_>, part: Part<'_>, rows: &[usize]) -> String {
    let names: Vec<String> = rows.iter().map(|&row| name(page, part, row).to_owned()).collect();
    page.words().list(&names)
}

/// The main points of a group, each a sentence.
pub(super) fn main_points(page: &Page<'_>, part: Part<'_>) -> Vec<String> {
    let mut sentences = Vec::new();
    for rank in [2, 3] {
        sentences.extend(place(page, part, Rank::whole(rank)));
    }
    sentences.extend(last(page, part));
    sentences.extend(at_maximum(page, part));
    sentences.extend(unknown(page, part));
    sentences
}

/// Who is at a place, all ties spelled out.
fn place(page: &Page<'_>, part: Part<'_>, rank: Rank) -> Option<String> {
    let total = part.total();
    let rows = at_rank(page, part, total, rank);
    if rows.is_empty() {
        return None;
    }
    let (names, rank) = (names(page, part, &rows), page.words().rank(rank));
    let tied = if rows.len() > 1 { ".tied" } else { "" };
    Some(match shared_score(part, total, &rows) {
        Some(score) => {
            let score = points(page, score);
            page.say(&format!("place.score{tied}"), &[("rank", &rank), ("names", &names), ("score", &score)])
        }
        None => page.say(&format!("place.rank{tied}"), &[("rank", &rank), ("names", &names)]),
    })
}

/// Who is last, and how far from the first.
fn last(page: &Page<'_>, part: Part<'_>) -> Option<String> {
    let total = part.total();
    if let Some((_, rows)) = stands(page, part, total).into_iter().find(|(stand, _)| matches!(stand, Stand::Last)) {
        return Some(page.say("last.unnumbered", &[("names", &names(page, part, &rows))]));
    }
    let rank = part.ranking.columns[total].last_rank.filter(|&rank| rank > Rank::whole(3))?;
    let rows = at_rank(page, part, total, rank);
    let (rank, names) = (page.words().rank(rank), names(page, part, &rows));
    let (Some(score), Some(best)) = (shared_score(part, total, &rows), best(part, total)) else {
        return Some(page.say("last.rank", &[("rank", &rank), ("names", &names)]));
    };
    let (gap, score) = (points(page, (best - score).abs().normalize()), points(page, score));
    Some(page.say("last.score", &[("rank", &rank), ("names", &names), ("score", &score), ("gap", &gap)]))
}

/// The score of the first, if it is known.
fn best(part: Part<'_>, column: usize) -> Option<Decimal> {
    (0..part.group.units.len()).map(|row| part.standing(column, row)).find_map(|s| match (s.rank, s.score) {
        (Known::Exact(rank), Known::Exact(score)) if rank == Rank::whole(1) => Some(score),
        _ => None,
    })
}

/// How many units are known to have the maximum of each criterion at the top of the tree.
fn at_maximum(page: &Page<'_>, part: Part<'_>) -> Option<String> {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for column in part.group.scheme.tops() {
        let full = (0..part.group.units.len())
            .filter(|&row| {
                let standing = part.standing(column, row);
                matches!((standing.score, standing.maximum), (Known::Exact(score), Some(max)) if score == max)
            })
            .count();
        if full > 0 {
            counts.push((full, column));
        }
    }
    counts.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    counts.truncate(5);
    if counts.is_empty() {
        return None;
    }
    let items: Vec<String> = counts
        .iter()
        .map(|&(n, column)| {
            let criterion = page.text(&part.group.scheme.criteria[column].name);
            page.say_n("full.item", n, &[("criterion", criterion)])
        })
        .collect();
    Some(page.say("full", &[("items", &page.words().list(&items))]))
}

/// How many ranks are not known.
fn unknown(page: &Page<'_>, part: Part<'_>) -> Option<String> {
    let total = part.total();
    let open = (0..part.group.units.len())
        .filter(|&row| {
            let standing = part.standing(total, row);
            part.group.unranked[row].is_none()
                && !matches!(standing.rank, Known::Exact(_))
                && !matches!(standing.state, StandingState::Missing | StandingState::Exempt)
        })
        .count();
    (open > 0).then(|| page.say_n("open", open, &[]))
}
