//! Who moved since the edition before: how many up, down and unchanged, who most, and by whose doing.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{EditionIdx, GroupIdx};
use crate::rankings::{CellChange, Departure, Movers, Presence, VerdictReason, WhyMissing};
use crate::render::Html;
use crate::report::columns;
use crate::report::group::GroupResult;
use crate::report::moves::{self, Largest};
use crate::report::since::{PartsTold, SinceLast, is_compared};
use crate::routes::Route;
use crate::say::change;
use crate::say::change::{ChangeView, Signed, both_ends, both_ends_short, places};
use crate::say::compared::why;
use crate::say::editions::edition_name;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::link::unit_link;

/// The most units that a table of movers holds; beyond, those who moved most in each direction.
const ROWS: usize = 60;

/// What changed in a group since the edition before.
#[derive(Serialize)]
pub(crate) struct MoversView {
    /// Since which edition.
    pub(crate) title: String,
    /// The head of the column of units.
    unit_head: String,
    /// The head of what the totals of others did, what those did that came or went, and how both are told apart.
    others_head: String,
    entries: String,
    how: String,
    /// The head of where new units came from.
    arrived_title: String,
    /// How many moved where, and who most.
    pub(crate) points: Vec<String>,
    caption: String,
    note: Option<String>,
    rows: Vec<Mover>,
    arrived: Vec<MoverLine>,
    gone_title: String,
    gone: Vec<MoverLine>,
}

/// One unit.
#[derive(Serialize)]
struct Mover {
    name: Html,
    href: String,
    change: ChangeView,
    ends: Option<String>,
    own: Option<Signed>,
    others: Option<Signed>,
    rest: Option<Signed>,
    parts: Option<String>,
}

/// A unit that is not there any more, or was not there before, and why.
#[derive(Serialize)]
struct MoverLine {
    name: Html,
    href: String,
    why: String,
}

/// What changed in a group since the edition before, if there is one.
pub(crate) fn movers(page: &Page<'_>, part: GroupResult<'_>) -> Option<MoversView> {
    let since = SinceLast::of(page.report(), part)?;
    let total = part.total();
    let cells: Vec<CellChange> = (0..part.group.units.len()).map(|row| since.cell(part, total, row)).collect();
    let by_name = page.voice.group_order(part);
    let gained = moves::gained(&cells);
    let order = moves::by_gain(&gained, |row| by_name.name(row));
    let before = edition_name(page.voice, since.before);
    let any = cells.iter().any(|cell| cell.rank.is_some() || cell.score.is_some() || cell.share.is_some());
    let shown = match any {
        true if order.len() <= ROWS => order.clone(),
        true => moves::most(&gained, &order, ROWS / 2),
        false => Vec::new(),
    };
    let untold = by_name.by_name(order.iter().copied().filter(|row| !shown.contains(row)));
    let left_out = if any { order.len() - shown.len() } else { 0 };
    let of_group = |key: &str| page.voice.say_of(&[part.group.group], key, &[]);
    Some(MoversView {
        title: page.say("movers.title", &[("edition", &before)]),
        unit_head: page.voice.say_units(part.group, "table.unit", 1, &[]),
        others_head: of_group("movers.others"),
        entries: of_group("movers.entries"),
        how: of_group("movers.how"),
        arrived_title: of_group("movers.arrived"),
        points: points(page, part, &since, &cells),
        caption: page.say("movers.caption", &[("group", page.group_name(part.group)), ("edition", &before)]),
        note: (left_out > 0).then(|| page.voice.say_units(part.group, "movers.left-out", left_out, &[])),
        rows: shown.into_iter().map(|row| mover(page, part, &since, row)).collect(),
        gone_title: page.say("movers.gone", &[("edition", &before)]),
        arrived: untold.into_iter().filter_map(|row| arrived(page, part, &since, row)).collect(),
        gone: since.change.gone.iter().map(|gone| gone_line(page, since.before, gone)).collect(),
    })
}

/// The groups of the edition before that an edition has not any more, each with why its units are not there.
pub(crate) fn ended(page: &Page<'_>, edition: EditionIdx) -> Vec<(GroupIdx, MoversView)> {
    let Some(change) = &page.report().rankings.changes[edition.0] else { return Vec::new() };
    let named = edition_name(page.voice, edition);
    let of = |(at, units): &(usize, Vec<Departure>)| {
        let group = page.edition(change.before).groups[*at].group;
        let view = MoversView {
            title: page.say("movers.title", &[("edition", &edition_name(page.voice, change.before))]),
            unit_head: String::new(),
            others_head: String::new(),
            entries: String::new(),
            how: String::new(),
            arrived_title: String::new(),
            points: vec![page.voice.say_units_of(
                &[group],
                "movers.ended",
                units.len(),
                &[("edition", &named), ("before", &edition_name(page.voice, change.before))],
            )],
            caption: String::new(),
            note: None,
            rows: Vec::new(),
            arrived: Vec::new(),
            gone_title: page.say("movers.ended.title", &[("edition", &named)]),
            gone: units.iter().map(|gone| gone_line(page, change.before, gone)).collect(),
        };
        (group, view)
    };
    change.gone.iter().map(of).collect()
}

impl MoversView {
    /// Adds what became of the group afterwards, where it ended.
    pub(crate) fn and_then(mut self, ended: Self) -> Self {
        self.points.extend(ended.points);
        self.gone.extend(ended.gone);
        Self { gone_title: ended.gone_title, ..self }
    }
}

/// The counts, the largest moves, and why totals are not compared where they are not.
fn points(page: &Page<'_>, part: GroupResult<'_>, since: &SinceLast<'_>, cells: &[CellChange]) -> Vec<String> {
    let mut points = Vec::new();
    let total = since.change.columns[part.total()];
    let before = edition_name(page.voice, since.before);
    let movers = since.change.movers;
    let is_broken = total.verdict == crate::rankings::Verdict::Broken;
    if is_broken {
        points.push(page.say(
            "movers.broken",
            &[("edition", &before), ("why", &why(page.voice, since.before).column(total.because))],
        ));
    }
    points.extend(counts(page, part, movers, is_broken, &before));
    if !is_broken {
        let [up, down] = moves::largest_of_all(part, since, cells);
        points.extend(up.map(|up| largest(page, part, (&up, cells), ["movers.most.up", "movers.most.up.one"])));
        points
            .extend(down.map(|down| largest(page, part, (&down, cells), ["movers.most.down", "movers.most.down.one"])));
        if let Some(because) = (!total.same_rank_rule).then(|| page.say("movers.rule", &[])) {
            points.push(because);
        }
    }
    if movers.gone > 0 {
        points.push(page.voice.say_units(part.group, "movers.gone.n", movers.gone as usize, &[("edition", &before)]));
    }
    points
}

/// How many units moved where; nothing where there are none.
fn counts(page: &Page<'_>, part: GroupResult<'_>, movers: Movers, is_broken: bool, before: &str) -> Option<String> {
    let Movers { up, down, same, new, back, absent, broken, unranked, unknown, gone: _ } = movers;
    let counts = [
        ("movers.up", up),
        ("movers.down", down),
        ("movers.same", same),
        ("movers.new", new),
        ("movers.back", back),
        ("movers.absent", absent),
        // Where the totals are compared, it is only the ranks that are not.
        (if is_broken { "movers.cut" } else { "movers.cut.rank" }, broken),
        ("movers.unranked", unranked),
        ("movers.unknown", unknown),
    ];
    let counts = counts.into_iter().filter(|(_, n)| *n > 0);
    // The first count names what is counted; whether the next ones do is for the language to say.
    let units = |at: usize, n: usize| {
        let key = if at == 0 { "figure.units" } else { "movers.next" };
        page.voice.say_units(part.group, key, n, &[])
    };
    let counts = counts.enumerate().map(|(at, (key, n))| {
        page.voice.say_n(key, n as usize, &[("units", &units(at, n as usize)), ("edition", before)])
    });
    let counts: Vec<String> = counts.collect();
    let told = || page.say("movers.counts", &[("edition", before), ("counts", &page.words().list(&counts))]);
    (!counts.is_empty()).then(told)
}

/// Who moved most in one direction, with both ranks where it is one unit alone.
fn largest(
    page: &Page<'_>,
    part: GroupResult<'_>,
    (Largest { by, rows }, cells): (&Largest<i64>, &[CellChange]),
    [several, one]: [&str; 2],
) -> String {
    let moved = places(page.voice, *by).words;
    let names = page.voice.group_order(part).by_name(rows.iter().copied()).into_iter();
    let names: Vec<String> = names.map(|row| page.unit_name(part.edition, part.group.units[row]).to_owned()).collect();
    let names = if names.len() > 5 {
        page.voice.say_units(part.group, "figure.units", names.len(), &[])
    } else {
        page.words().list(&names)
    };
    let ends = match rows.as_slice() {
        [only] => cells[*only].rank.map(|rank| both_ends(page.voice, part.group, rank)),
        _ => None,
    };
    match ends {
        Some(ends) => page.say(one, &[("names", &names), ("moved", &moved), ("ends", &ends)]),
        None => page.say(several, &[("names", &names), ("moved", &moved)]),
    }
}

fn mover(page: &Page<'_>, part: GroupResult<'_>, since: &SinceLast<'_>, row: usize) -> Mover {
    let unit = part.group.units[row];
    let told = since.told(part, part.total(), row);
    let cell = told.cell;
    let moved = since.change.moved[row];
    let split = moved.and_then(|moved| moved.split);
    let whole = cell.rank.map(|rank| rank.gained());
    let rest = moved.zip(whole).map(|(moved, whole)| whole - moved.gained()).filter(|&rest| rest != 0);
    let parts = since.parts(part, row);
    let reweighted = since.change.columns[part.total()].because == VerdictReason::Reweighted;
    let instead = || (reweighted && cell.score.is_some()).then(|| page.say("movers.reweighted", &[]));
    let mut change = change::view(page.voice, told);
    let lacks = since.change.lacks(since.then, (part.group, part.ranking), part.total(), row);
    if change.why.is_some() && is_compared(cell) && lacks.rank.iter().flatten().any(|lack| *lack != WhyMissing::Unknown)
    {
        change.why = Some(page.say("move.unranked", &[]));
    }
    Mover {
        name: page.html(page.unit_text(part.edition, unit)),
        href: unit_link(page, part.edition, &page.series().units[unit.0].id),
        change,
        ends: cell.rank.map(|rank| both_ends_short(page.voice, rank)),
        own: split.map(|split| places(page.voice, split.own)),
        others: split.map(|split| places(page.voice, split.others)),
        rest: rest.map(|rest| places(page.voice, rest)),
        parts: match parts {
            Some(parts) => in_parts(page, part, &parts),
            None => instead(),
        },
    }
}

/// The change of a total by criterion: `A +1,5; B −0,5`; nothing where nothing changed.
fn in_parts(page: &Page<'_>, part: GroupResult<'_>, parts: &PartsTold) -> Option<String> {
    let signed = |by: Decimal| {
        let plus = if by.is_sign_negative() { "" } else { "+" };
        (!by.is_zero()).then(|| format!("{plus}{}", page.number(&by)))
    };
    let mut told: Vec<String> = Vec::new();
    for &(column, points) in &parts.parts {
        let letter = columns::letter(part, column).unwrap_or_default();
        told.extend(signed(points).map(|by| format!("{letter} {by}")));
    }
    for (key, points) in [("movers.adjusted", parts.adjusted), ("movers.rest", parts.rest)] {
        told.extend(signed(points).map(|by| page.say(key, &[("points", &by)])));
    }
    let told = (!told.is_empty()).then(|| told.join("; "))?;
    Some(match parts.is_unlike_print {
        true => page.say("move.points.unrounded", &[("change", &told)]),
        false => told,
    })
}

fn gone_line(page: &Page<'_>, before: EditionIdx, gone: &Departure) -> MoverLine {
    let unit = &page.series().units[gone.unit.0];
    MoverLine {
        name: page.html(page.unit_text(before, gone.unit)),
        href: page.link(Route::UnitYears(&unit.id)),
        why: why(page.voice, before).gone(gone.why),
    }
}

/// Where a unit came from, or what changed it, if something did.
fn arrived(page: &Page<'_>, part: GroupResult<'_>, since: &SinceLast<'_>, row: usize) -> Option<MoverLine> {
    let here = since.change.units[row];
    let came = matches!(here, Presence::Began(_) | Presence::Changed(..) | Presence::Moved(_));
    let unit = part.group.units[row];
    came.then(|| MoverLine {
        name: page.html(page.unit_text(part.edition, unit)),
        href: page.link(Route::UnitYears(&page.series().units[unit.0].id)),
        why: why(page.voice, since.before).here(here),
    })
}
