//! Two to five units of one group side by side, for the latest edition; without scripts, the way to each unit's page.

use serde::Serialize;

use super::context::{Context, Job, Page};
use super::edition::caption;
use super::frame::{Frame, Head, Link, frame};
use super::frame_legend;
use super::rows::{LongList, script_link};
use super::tables::{Part, edition_name, letter, score, unit_link};
use super::units::{Letter, in_order};
use super::weights::{ScriptText, group_anchor};
use super::years::{SIDE_SCRIPT, SideBySide, side_by_side};
use crate::fragments::{Look, Marks, ScoreCell, rank_cell};
use crate::model::EditionIdx;
use crate::rankings::{Known, Standing};
use crate::render::Html;
use crate::routes::Route;

/// The most units that the lists of a page have together; beyond that, those of large groups are in script files.
const LISTED: usize = 500;
/// The most units of a group whose list is on the page in any case.
const SMALL: usize = 50;

/// What the script files of these lists are called.
pub(super) const ROWS: &str = "compare";

#[derive(Serialize)]
struct Compare {
    frame: Frame,
    kick: String,
    title: String,
    groups: Vec<Group>,
    script: Vec<ScriptText>,
    editions: Option<SideBySide>,
    editions_script: Vec<ScriptText>,
}

#[derive(Serialize)]
struct Group {
    anchor: String,
    name: Html,
    region: String,
    /// The script file that has the units, where the list has not.
    long: Option<String>,
    /// Where they are found without scripts, then.
    ranking: Option<Link>,
    letters: Vec<Link>,
    caption: String,
    signs: String,
    rows: Vec<Row>,
    units: Vec<Unit>,
    legend: Vec<frame_legend::Entry>,
}

/// A row of the table: the rank, the total or a criterion; a script fills in the units.
#[derive(Serialize)]
struct Row {
    letter: Option<String>,
    name: Html,
    of: Option<String>,
    max: Option<String>,
    total: bool,
}

/// A unit that may be chosen.
#[derive(Serialize)]
struct Unit {
    id: String,
    name: Html,
    href: Option<String>,
    fold: Option<String>,
    cells: String,
}

/// The page in each language, where there is an edition.
pub(super) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let Some(latest) = context.series.latest() else { return Vec::new() };
    let job = |language| Job::new(context, language, Route::Compare, "compare.html", move |page| view(page, latest));
    context.languages.iter().map(job).collect()
}

/// A link to the page with a unit chosen, if it is of the latest edition.
pub(super) fn link(page: &Page<'_>, part: Part<'_>, row: usize) -> Option<Link> {
    let unit = &page.series().units[part.group.units[row].0].id;
    group_link(page, part).map(|group| Link {
        label: page.say("compare.unit", &[]),
        href: group.href.map(|h| asking(&h, unit)),
        ..group
    })
}

/// A link to a group with a unit that is asked for.
fn asking(group: &str, unit: &str) -> String {
    let (file, anchor) = group.split_once('#').unwrap_or((group, ""));
    format!("{file}?units={unit}#{anchor}")
}

/// A link to the page with a group chosen, if it is of the latest edition.
pub(super) fn group_link(page: &Page<'_>, part: Part<'_>) -> Option<Link> {
    let anchor = group_anchor(&page.series().groups[part.group.group.0].id);
    let href = Some(format!("{}#{anchor}", page.link(Route::Compare)));
    let label = page.say("compare.group", &[]);
    (page.series().latest() == Some(part.edition)).then_some(Link { label, href, current: false })
}

fn view(page: &Page<'_>, edition: EditionIdx) -> Compare {
    let site = page.text(&page.series().site.title);
    let name = edition_name(page, edition);
    let crumb = page.say("compare.crumb", &[]);
    let head = Head {
        title: page.say("title.page", &[("page", &crumb), ("site", site)]),
        description: page.say("description.compare", &[("edition", &name), ("site", site)]),
        crumbs: vec![Link::to(page, Route::Home, page.say("crumb.home", &[])), Link::here(crumb)],
        edition: Some(edition),
        languages: None,
    };
    let mut frame = frame(page, head);
    let groups: Vec<Group> = Part::all(page, edition).into_iter().map(|part| group(page, part)).collect();
    frame.script(page, "pick.js");
    if groups.iter().any(|group| group.long.is_some()) {
        frame.script(page, "compare-many.js");
    }
    frame.script(page, "compare.js");
    let editions = side_by_side(page);
    if editions.is_some() {
        frame.script(page, SIDE_SCRIPT);
    }
    let open = |name, key| ScriptText::open(page, name, key);
    Compare {
        frame,
        kick: page.say("edition.crumb", &[("edition", &name)]),
        title: page.say("compare.title", &[]),
        groups,
        script: vec![
            open("remove", "compare.remove"),
            open("highest", "compare.highest"),
            open("tied", "table.tied"),
            open("more", "compare.said.one"),
            open("chosen", "compare.said.chosen"),
            open("full", "compare.said.full"),
        ],
        editions,
        editions_script: vec![
            open("open", "side.open"),
            open("group", "side.group"),
            open("before", "side.before"),
            open("after", "side.after"),
            open("up", "side.up"),
            open("down", "side.down"),
            open("same", "move.same"),
            open("gone", "side.gone"),
            open("new", "side.new"),
            open("gone-why", "side.gone.why"),
            open("new-why", "side.new.why"),
            open("cut", "move.broken"),
            open("points", "side.points"),
            open("points-only", "side.points.only"),
            open("share", "side.share"),
            open("share-only", "side.share.only"),
            open("share-sign", "move.share.sign"),
            open("broken", "side.broken"),
            open("other", "side.other"),
        ],
    }
}

fn group(page: &Page<'_>, part: Part<'_>) -> Group {
    let group = &page.series().groups[part.group.group.0];
    let columns = columns(part);
    let mut marks = Marks::default();
    let mut units: Vec<Unit> =
        by_name(page, part).into_iter().map(|row| unit(page, part, &columns, row, &mut marks)).collect();
    let region = page.say_n("compare.region", units.len(), &[("group", page.group_name(part.group))]);
    let long = script_link(page, ROWS, &group_anchor(&group.id)).filter(|_| is_long(page, part));
    let (mut ranking, mut letters) = (None, Vec::new());
    if long.is_some() {
        units.clear();
        let route = Route::Group(&page.edition(part.edition).id, &group.id);
        ranking = Some(Link::to(page, route, page.say("own.ranking", &[("group", page.group_name(part.group))])));
        letters = Letter::all(page, &in_order(page)).iter().map(|letter| letter.link(page)).collect();
    }
    let legend = frame_legend::entries(page, marks);
    let mut table = vec![rank_row(page, part)];
    table.extend(columns.iter().map(|&column| row(page, part, column)));
    Group {
        anchor: group_anchor(&group.id),
        name: page.html(&group.name),
        region,
        long,
        ranking,
        letters,
        caption: page.say("compare.caption", &[("caption", &caption(page, part))]),
        signs: signs(&legend),
        rows: table,
        units,
        legend,
    }
}

/// The columns that are compared: the total, then the criteria at the top of the tree.
fn columns(part: Part<'_>) -> Vec<usize> {
    let (total, scheme) = (part.total(), &part.group.scheme);
    let has_total = !scheme.is_implied() || part.has_scores(total);
    has_total.then_some(total).into_iter().chain(scheme.tops()).collect()
}

/// The units of a group by name.
pub(super) fn by_name(page: &Page<'_>, part: Part<'_>) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..part.group.units.len()).collect();
    let name = |row: usize| page.unit_name(part.edition, part.group.units[row]);
    rows.sort_by(|&a, &b| page.words().compare(name(a), name(b)));
    rows
}

/// Whether the units of a group are too many for a list on the page.
fn is_long(page: &Page<'_>, part: Part<'_>) -> bool {
    let all: usize = page.edition(part.edition).groups.iter().map(|group| group.units.len()).sum();
    all > LISTED && part.group.units.len() > SMALL
}

/// The units of the groups that have too many for the page: their codes and folded names.
pub(super) fn long_lists(page: &Page<'_>) -> Vec<LongList> {
    let parts = page.series().latest().map(|latest| Part::all(page, latest)).unwrap_or_default();
    let long = parts.into_iter().filter(|&part| is_long(page, part));
    long.map(|part| {
        let (columns, mut unused) = (columns(part), Marks::default());
        let cells = |row: usize| {
            let unit = unit(page, part, &columns, row, &mut unused);
            (row, [unit.cells, unit.fold.unwrap_or_default()])
        };
        let rows = by_name(page, part).into_iter().map(cells).collect();
        LongList::of(page, part, &group_anchor(&page.series().groups[part.group.group.0].id), rows)
    })
    .collect()
}

/// The signs with their meanings, for the script.
fn signs(legend: &[frame_legend::Entry]) -> String {
    let pairs: Vec<String> = legend.iter().map(|entry| format!("{}|{}", entry.looks, entry.means)).collect();
    pairs.join("|")
}

fn rank_row(page: &Page<'_>, part: Part<'_>) -> Row {
    let ranked = (0..part.group.units.len()).find_map(|row| part.standing(part.total(), row).ranked);
    let name = match ranked {
        Some(n) => page.say_n("compare.rank", n as usize, &[]),
        None => page.say("table.rank", &[]),
    };
    Row { letter: None, name: Html::text(&name), of: None, max: None, total: false }
}

fn row(page: &Page<'_>, part: Part<'_>, column: usize) -> Row {
    let criterion = part.group.scheme.criteria.get(column);
    let max = part.group.scheme.column_max(column).map(|max| max.normalize());
    let scale = (0..part.group.units.len()).find_map(|row| part.standing(column, row).maximum);
    Row {
        letter: letter(part, column),
        name: criterion.map_or_else(|| Html::text(&page.say("table.total", &[])), |c| page.html(&c.name)),
        of: max.map(|max| format!("/{}", page.number(&max))),
        max: scale.filter(|max| *max > rust_decimal::Decimal::ZERO).map(|max| max.normalize().to_string()),
        total: criterion.is_none(),
    }
}

fn unit(page: &Page<'_>, part: Part<'_>, columns: &[usize], row: usize, marks: &mut Marks) -> Unit {
    let index = part.group.units[row];
    let unit = &page.series().units[index.0];
    let rank = rank_cell(page.words(), &part.standing(part.total(), row), marks);
    let mut cells = vec![match (rank.shown.as_str(), rank.exact) {
        ("", _) => format!("'{}", page.say("finder.unranked", &[])),
        ("…", _) => rank.shown.clone(),
        (shown, false) => format!("'{shown}"),
        (shown, true) => {
            code(format!("{}{shown}", if rank.tied { "=" } else { "" }), rank.mark.as_ref().map(|m| m.sign))
        }
    }];
    for &column in columns {
        let cell = score(page, part, column, row, marks);
        cells.push(score_code(&cell, &part.standing(column, row)));
    }
    let others = unit.short.iter().map(|short| page.text(short)).chain(unit.aka.iter().map(String::as_str));
    let name = page.unit_name(part.edition, index);
    let terms: Vec<String> = std::iter::once(name).chain(others).map(|term| page.words().fold(term)).collect();
    Unit {
        id: unit.id.clone(),
        name: page.html(page.unit_text(part.edition, index)),
        href: Some(unit_link(page, part.edition, &unit.id)),
        fold: (terms.len() > 1).then(|| terms.join(" | ")),
        cells: cells.join("|"),
    }
}

/// A score for the script: `22 §`, `9.1~11.9 ∴`, `'hạng 3 §` for words, `!10 §` for a disputed one, or only a sign.
fn score_code(cell: &ScoreCell, standing: &Standing) -> String {
    let mark = cell.mark.as_ref().map(|mark| mark.sign);
    match (cell.look, standing.score) {
        (Look::Known, Known::Exact(score)) => code(score.to_string(), mark),
        (Look::Bounded, Known::Between(low, high)) if cell.shown.contains('–') => code(format!("{low}~{high}"), mark),
        (Look::Bounded, _) => code(format!("'{}", cell.shown), mark),
        (Look::Disputed, _) => code(format!("!{}", cell.shown), mark),
        (Look::Withheld, _) => "■".to_owned(),
        _ => cell.shown.clone(),
    }
}

fn code(shown: String, mark: Option<&str>) -> String {
    match mark {
        Some(mark) => format!("{shown} {mark}"),
        None => shown,
    }
}
