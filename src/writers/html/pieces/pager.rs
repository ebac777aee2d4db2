//! The ways between the pages of a long table.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use crate::model::EditionIdx;
use crate::report::columns;
use crate::report::group::GroupResult;
use crate::report::split::{FEWEST, pages_of, per_page};
use crate::routes::{Route, row_anchor};
use crate::say::order::blocks;
use crate::writers::html::frame::context::{Context, Language, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::link::Link;

/// How many pages the ranking of a group has; `by` answers with the column that it is ranked by, and how many it shows.
pub(crate) fn n_pages<'a>(
    context: &'a Context<'a>,
    language: &'a Language,
    edition: EditionIdx,
    group: usize,
    by: impl Fn(GroupResult<'a>) -> (usize, usize),
) -> usize {
    if context.report.series.editions[edition.0].groups[group].units.len() <= FEWEST {
        return 1;
    }
    let page = Page::new(context, language, Route::Home, context.routes.file(Route::Home, language.index));
    let part = GroupResult::of(&context.report, edition, group);
    let (column, columns) = by(part);
    if part.group.units.len() <= per_page(columns) {
        1
    } else {
        pages_of(&blocks(page.voice, part, column), columns).len()
    }
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
    let columns = columns::shown_columns(part).len();
    if part.group.units.len() <= per_page(columns) {
        return 1;
    }
    let key = (page.language.index.0, part.edition.0, part.group.group.0);
    let places = &page.context.places.0;
    let known = places.lock().ok().and_then(|known| known.get(&key).cloned());
    let numbers = known.unwrap_or_else(|| {
        let numbers = Arc::new(numbers(page, part, columns));
        if let Ok(mut known) = places.lock() {
            known.insert(key, Arc::clone(&numbers));
        }
        numbers
    });
    numbers.get(row).copied().unwrap_or(1)
}

fn numbers(page: &Page<'_>, part: GroupResult<'_>, columns: usize) -> Vec<usize> {
    let blocks = blocks(page.voice, part, part.total());
    let order: Vec<usize> = blocks.iter().flat_map(|(_, rows)| rows.iter().copied()).collect();
    let mut numbers = vec![1; part.group.units.len()];
    for (i, range) in pages_of(&blocks, columns).into_iter().enumerate() {
        order[range].iter().for_each(|&row| numbers[row] = i + 1);
    }
    numbers
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
    (column, columns): (usize, usize),
    number: usize,
    href: impl Fn(usize) -> String,
) -> Option<Pager> {
    let n = part.group.units.len();
    let ranges = if n > per_page(columns) { pages_of(&blocks(page.voice, part, column), columns) } else { Vec::new() };
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
    let link =
        |key: &str, i: usize| Link { label: say(key, &ranges[i]), href: Some(href(i + 1)), current: i + 1 == number };
    let group = [("group", page.group_name(part.group))];
    Some(Pager {
        says: say("split.rows", here),
        label: page.say("split.pages", &group),
        turn_label: page.say("split.turn", &group),
        pages: (0..ranges.len()).map(|i| link("split.page", i)).collect(),
        previous: (number > 1).then(|| link("split.previous", number - 2)),
        next: (number < ranges.len()).then(|| link("split.next", number)),
        filter: page.say("split.filter", &[]),
        matches: page.say("split.matches", &[]),
        matches_one: page.say_n("split.matches", 1, &[]),
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
