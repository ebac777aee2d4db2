//! The ways between the pages of a long table.

use std::ops::Range;

use serde::Serialize;

use crate::model::Column;
use crate::report::columns::shown_columns;
use crate::report::group::GroupResult;
use crate::report::split::pages_of;
use crate::routes::{Route, row_anchor};
use crate::say::voice::Voice;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::link::Link;

/// How many pages the ranking of a group by a column has, with so many columns of scores.
pub(crate) fn n_pages(voice: Voice<'_>, part: GroupResult<'_>, (column, columns): (Column, usize)) -> usize {
    pages_of(voice.group_order(part).blocks(column), columns).len()
}

/// The address of a page of a group's ranking, from 1.
pub(crate) fn group_route<'r>(edition: &'r str, group: &'r str, number: usize) -> Route<'r> {
    if number > 1 { Route::GroupPage(edition, group, number) } else { Route::Group(edition, group) }
}

/// The address of a page of a criterion, from 1.
pub(crate) fn criterion_route<'r>(edition: &'r str, criterion: &'r str, number: usize) -> Route<'r> {
    if number > 1 { Route::CriterionPage(edition, criterion, number) } else { Route::Criterion(edition, criterion) }
}

/// The page of its group's ranking on which a unit stands, from 1.
pub(crate) fn page_of(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> usize {
    let order = page.voice.group_order(part);
    let pages = pages_of(order.blocks(part.total()), shown_columns(part).len());
    pages.iter().position(|rows| rows.contains(&order.place(row))).map_or(1, |at| at + 1)
}

/// The row of a unit in the ranking of its group, on whichever page it stands.
pub(crate) fn row_link(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> String {
    let series = page.series();
    let (edition, group) = (&page.edition(part.edition).id, &series.groups[part.group.group.0].id);
    let ranking = page.link(group_route(edition, group, page_of(page, part, row)));
    format!("{ranking}#{}", row_anchor(&series.units[part.group.units[row].0].id))
}

/// What stands around a page of a long table.
#[derive(Serialize)]
pub(crate) struct Pager {
    says: String,
    label: String,
    turn_label: String,
    pages: Vec<Link>,
    previous: Option<Link>,
    next: Option<Link>,
    filter: String,
    matches: String,
    matches_one: String,
}

/// The ways between the pages of a group's ranking by a column, with so many columns; nothing where it has one page. `href`
/// makes the address of a page.
pub(crate) fn pager(
    page: &Page<'_>,
    part: GroupResult<'_>,
    (column, columns): (Column, usize),
    number: usize,
    href: impl Fn(usize) -> String,
) -> Option<Pager> {
    let n = part.group.units.len();
    let ranges = pages_of(page.voice.group_order(part).blocks(column), columns);
    let here = ranges.get(number - 1).filter(|_| ranges.len() > 1)?;
    let figure = |n: usize| page.words().number(&n.into());
    let words = |range: &Range<usize>| {
        let (first, last, all) = (figure(range.start + 1), figure(range.end), figure(n));
        [("first", first), ("last", last), ("all", all)]
    };
    let say = |key: &str, range: &Range<usize>| {
        let words = words(range);
        page.say(key, &words.each_ref().map(|(name, value)| (*name, value.as_str())))
    };
    let link = |key: &str, i: usize| Link {
        label: say(key, &ranges[i]).into(),
        href: Some(href(i + 1)),
        current: i + 1 == number,
    };
    let group = [("group", page.group_name(part.group))];
    Some(Pager {
        says: say("split.rows", here),
        label: page.say("split.pages", &group),
        turn_label: page.say("split.turn", &group),
        pages: (0..ranges.len()).map(|i| link("split.page", i)).collect(),
        previous: (number > 1).then(|| link("split.previous", number - 2)),
        next: (number < ranges.len()).then(|| link("split.next", number)),
        filter: page.say("split.filter", &[]),
        matches: page.voice.say_of(&[part.group.group], "split.matches", &[]),
        matches_one: page.voice.say_units(part.group, "split.matches", 1, &[]),
    })
}

/// What a page says of itself as one of several: its number in title, description and way back.
pub(crate) fn numbered(page: &Page<'_>, head: &mut Head<'_>, number: usize, pages: usize, first: Route<'_>) {
    if number == 1 {
        return;
    }
    let (figure, figures) = (number.to_string(), pages.to_string());
    let say = |title: &str| page.say("split.title", &[("page", &figure), ("pages", &figures), ("title", title)]);
    (head.title, head.description) = (say(&head.title), say(&head.description));
    if let Some(last) = head.crumbs.last_mut() {
        *last = Link::to(page, first, last.label.clone());
    }
    head.crumbs.push(Link::here(page.say("split.crumb", &[("page", &figure)])));
}

/// The heading of a page that is one of several.
pub(crate) fn heading(page: &Page<'_>, title: &str, number: usize, pages: usize) -> String {
    let words = [("title", title), ("page", &number.to_string()), ("pages", &pages.to_string())];
    if number == 1 { title.to_owned() } else { page.say("split.heading", &words) }
}
