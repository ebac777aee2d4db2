//! Two to five units of one group side by side, for the latest edition; without scripts, the way to each unit's page.

use serde::Serialize;

use crate::fragments::Marks;
use crate::model::{Column, EditionIdx};
use crate::render::Html;
use crate::report::columns::letter;
use crate::report::group::GroupResult;
use crate::routes::{Route, group_anchor};
use crate::say::captions::caption;
use crate::say::editions::edition_name;
use crate::say::points::maximum;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::legend;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::alphabet::letter_links;
use crate::writers::html::pieces::compare_units::{ROWS, UnitToCompare, columns, is_long, unit_to_compare};
use crate::writers::html::pieces::long_list::script_link;
use crate::writers::html::pieces::script_text::ScriptText;
use crate::writers::html::pieces::side_by_side::{SCRIPT as SIDE_SCRIPT, SideBySide, side_by_side};

#[derive(Serialize)]
pub(crate) struct Compare {
    frame: Frame,
    kick: String,
    title: String,
    groups: Vec<GroupToCompare>,
    editions: Option<SideBySide>,
    editions_script: Vec<ScriptText>,
}

#[derive(Serialize)]
struct GroupToCompare {
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
    script: Vec<ScriptText>,
    rows: Vec<ComparedRow>,
    units: Vec<UnitToCompare>,
    legend: Vec<legend::LegendEntry>,
}

/// A row of the table: the rank, the total or a criterion; a script fills in the units.
#[derive(Serialize)]
struct ComparedRow {
    letter: Option<String>,
    name: Html,
    of: Option<String>,
    max: Option<String>,
    total: bool,
    /// Whether less is better.
    less: bool,
}

/// The page in each language, where there is an edition.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let Some(latest) = context.report.series.latest() else { return Vec::new() };
    let job = |language| Job::new(context, language, Route::Compare, "compare.html", move |page| view(page, latest));
    context.languages.iter().map(job).collect()
}

fn view(page: &Page<'_>, edition: EditionIdx) -> Compare {
    let site = page.text(&page.series().site.title);
    let name = edition_name(page.voice, edition);
    let crumb = page.say("compare.crumb", &[]);
    let head = Head {
        title: page.say("title.page", &[("page", &crumb), ("site", site)]),
        description: page.say("description.compare", &[("edition", &name), ("site", site)]),
        crumbs: vec![Link::to(page, Route::Home, page.say("crumb.home", &[])), Link::here(crumb)],
        edition: Some(edition),
        languages: None,
    };
    let mut frame = frame(page, head);
    let groups: Vec<GroupToCompare> =
        GroupResult::all(page.report(), edition).into_iter().map(|part| group(page, part)).collect();
    frame.script(page, "pick.js");
    if groups.iter().any(|group| group.long.is_some()) {
        frame.script(page, "compare-many.js");
    }
    frame.script(page, "compare.js");
    let editions = side_by_side(page);
    if editions.is_some() {
        frame.script(page, SIDE_SCRIPT);
    }
    let open = |name, key| ScriptText::open(page, &[], name, key);
    Compare {
        frame,
        kick: page.say("edition.crumb", &[("edition", &name)]),
        title: page.say("compare.title", &[]),
        groups,
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
            open("unrounded", "move.points.unrounded"),
            open("broken", "side.broken"),
            open("other", "side.other"),
        ],
    }
}

fn group(page: &Page<'_>, part: GroupResult<'_>) -> GroupToCompare {
    let group = &page.series().groups[part.group.group.0];
    let columns = columns(part);
    let mut marks = Marks::default();
    let mut units: Vec<UnitToCompare> = page
        .voice
        .group_order(part)
        .by_name(0..part.group.units.len())
        .into_iter()
        .map(|row| unit_to_compare(page, part, &columns, row, &mut marks))
        .collect();
    let region =
        page.voice.say_units(part.group, "compare.region", units.len(), &[("group", page.group_name(part.group))]);
    let long = script_link(page, ROWS, &group_anchor(&group.id)).filter(|_| is_long(page, part));
    let (mut ranking, mut letters) = (None, Vec::new());
    if long.is_some() {
        units.clear();
        let route = Route::Group(&page.edition(part.edition).id, &group.id);
        ranking =
            Some(Link::to(page, route, page.say("own.ranking", &[("group", page.voice.group_in_text(part.group))])));
        letters = letter_links(page);
    }
    let legend = legend::entries(page, marks);
    let script = script_texts(page, part, long.is_some());
    let mut table = vec![rank_row(page, part)];
    table.extend(columns.iter().map(|&column| row(page, part, column)));
    GroupToCompare {
        anchor: group_anchor(&group.id),
        name: page.html(&group.name),
        region,
        long,
        ranking,
        letters,
        caption: page.voice.say_of(
            &[part.group.group],
            "compare.caption",
            &[("caption", &caption(page.voice, part, part.total()))],
        ),
        signs: signs(&legend),
        script,
        rows: table,
        units,
        legend,
    }
}

/// What the script says of a group, places open.
fn script_texts(page: &Page<'_>, part: GroupResult<'_>, is_long: bool) -> Vec<ScriptText> {
    let texts = [
        ("remove", "compare.remove"),
        ("highest", "compare.highest"),
        ("best", "compare.best"),
        ("tied", "table.tied"),
        ("more", "compare.said.one"),
        ("chosen", "compare.said.chosen"),
        ("full", "compare.said.full"),
        ("unrounded", "move.points.unrounded"),
    ];
    let texts = texts.into_iter().chain(is_long.then_some(("first", "compare.first")));
    texts.map(|(name, key)| ScriptText::open(page, &[part.group.group], name, key)).collect()
}

/// The signs with their meanings, for the script.
fn signs(legend: &[legend::LegendEntry]) -> String {
    let pairs: Vec<String> = legend.iter().map(|entry| format!("{}|{}", entry.looks, entry.means)).collect();
    pairs.join("|")
}

fn rank_row(page: &Page<'_>, part: GroupResult<'_>) -> ComparedRow {
    let ranked = part.column(part.total()).of.ranked().filter(|n| *n > 0);
    let name = match ranked {
        Some(n) => page.voice.say_units(part.group, "compare.rank", n as usize, &[]),
        None => page.say("table.rank", &[]),
    };
    ComparedRow { letter: None, name: Html::text(&name), of: None, max: None, total: false, less: false }
}

fn row(page: &Page<'_>, part: GroupResult<'_>, column: Column) -> ComparedRow {
    let max = part.max(column).map(|max| max.normalize());
    ComparedRow {
        letter: letter(part, column),
        name: page.column_name(&part.group.scheme, column),
        of: max.map(|max| format!("/{}", maximum(page.words(), max))),
        max: max.filter(|max| *max > rust_decimal::Decimal::ZERO).map(|max| max.to_string()),
        total: column == part.total(),
        less: !part.column(column).rises,
    }
}
