//! Long tables over several pages: which rows stand on which page, and the ways between the pages.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex};

use serde::Serialize;

use super::context::{Context, Language, Page};
use super::frame::{Head, Link};
use super::tables::{Part, Stand, stands};
use crate::model::EditionIdx;
use crate::routes::{Route, row_anchor};

/// The most rows on a page.
const ROWS: usize = 500;
/// The fewest rows on a page of a table that has several.
const FEWEST: usize = 100;
/// About how many cells a page holds, ranks and names among them: more make it heavy, and slow to sort on a telephone.
const CELLS: usize = 1200;
/// From how many units on the page of an edition shows only the first of a group, and how many these are.
const FIRST: (usize, usize) = (100, 50);

/// Which rows of a ranking a table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// All of them, or their first page where they have several.
    Page(usize),
    /// So many from the top.
    First(usize),
}

/// How many rows of a table with that many columns of scores stand on a page.
fn per_page(columns: usize) -> usize {
    (CELLS / (columns + 2) / 50 * 50).clamp(FEWEST, ROWS)
}

/// The rows of each page of a table whose last `tail` rows are not ranked. Those are not parted if they are few.
fn ranges(n: usize, tail: usize, size: usize) -> Vec<Range<usize>> {
    let parted = if tail * 2 <= size { n - tail } else { n };
    let pages = parted.div_ceil(size).max(1);
    let mut ranges: Vec<Range<usize>> = (0..pages).map(|i| i * size..parted.min((i + 1) * size)).collect();
    if let Some(last) = ranges.last_mut() {
        last.end = n;
    }
    ranges
}

/// The rows of each page of a ranking that stands in these blocks.
fn pages_of(blocks: &[(Stand, Vec<usize>)], columns: usize) -> Vec<Range<usize>> {
    let n = blocks.iter().map(|(_, rows)| rows.len()).sum();
    let tail = blocks.iter().filter(|(stand, _)| matches!(stand, Stand::Unranked)).map(|(_, rows)| rows.len()).sum();
    ranges(n, tail, per_page(columns))
}

/// The part of a block that stands on a page.
pub(super) struct Cut<'b> {
    /// What its rows are.
    pub(super) stand: &'b Stand,
    /// All its rows, on whichever page.
    pub(super) whole: &'b [usize],
    /// Those that stand here.
    pub(super) here: &'b [usize],
    /// How many of them stand on pages before.
    pub(super) before: usize,
}

impl Cut<'_> {
    /// The row before the first one that stands here, and the one behind the last.
    pub(super) fn around(&self) -> (Option<usize>, Option<usize>) {
        let row = |at: usize| self.whole.get(at).copied();
        (self.before.checked_sub(1).and_then(row), row(self.before + self.here.len()))
    }
}

/// What stands on a page of the blocks of a ranking.
pub(super) fn cut(blocks: &[(Stand, Vec<usize>)], columns: usize, rows: Rows) -> Vec<Cut<'_>> {
    let range = match rows {
        Rows::First(n) => 0..n,
        Rows::Page(number) => pages_of(blocks, columns).into_iter().nth(number - 1).unwrap_or_default(),
    };
    let (mut at, mut cuts) = (0, Vec::new());
    for (stand, whole) in blocks {
        let inside = |row: usize| row.clamp(at, at + whole.len()) - at;
        let (start, end) = (inside(range.start), inside(range.end));
        if start < end {
            cuts.push(Cut { stand, whole, here: &whole[start..end], before: start });
        }
        at += whole.len();
    }
    cuts
}

/// How many pages the ranking of a group has; `by` answers with the column that it is ranked by, and how many it shows.
pub(super) fn n_pages<'a>(
    context: &'a Context<'a>,
    language: &'a Language,
    edition: EditionIdx,
    group: usize,
    by: impl Fn(Part<'a>) -> (usize, usize),
) -> usize {
    if context.series.editions[edition.0].groups[group].units.len() <= FEWEST {
        return 1;
    }
    let page = Page::new(context, language, Route::Home, context.routes.file(Route::Home, language.index));
    let part = Part::of(&page, edition, group);
    let (column, columns) = by(part);
    if part.group.units.len() <= per_page(columns) { 1 } else { pages_of(&stands(&page, part, column), columns).len() }
}

/// Which rows of a group the page of its edition shows; nothing where it shows all.
pub(super) fn first_rows(part: Part<'_>) -> Option<usize> {
    (part.group.units.len() > FIRST.0).then_some(FIRST.1)
}

/// The address of a page of a group's ranking, from 1.
pub(super) fn group_route<'r>(edition: &'r str, group: &'r str, number: usize) -> Route<'r> {
    if number > 1 { Route::GroupPage(edition, group, number) } else { Route::Group(edition, group) }
}

/// The address of a page of a criterion, from 1.
pub(super) fn criterion_route<'r>(edition: &'r str, criterion: &'r str, number: usize) -> Route<'r> {
    if number > 1 { Route::CriterionPage(edition, criterion, number) } else { Route::Criterion(edition, criterion) }
}

/// A language, an edition and a group.
type Ranked = (usize, usize, usize);

/// On which page of its group's ranking each unit stands, by row, for those groups that were asked for.
#[derive(Default)]
pub struct Places(Mutex<BTreeMap<Ranked, Arc<Vec<usize>>>>);

/// The page of its group's ranking on which a unit stands, from 1.
pub(super) fn page_of(page: &Page<'_>, part: Part<'_>, row: usize) -> usize {
    let columns = super::edition::shown_columns(part).len();
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

fn numbers(page: &Page<'_>, part: Part<'_>, columns: usize) -> Vec<usize> {
    let blocks = stands(page, part, part.total());
    let order: Vec<usize> = blocks.iter().flat_map(|(_, rows)| rows.iter().copied()).collect();
    let mut numbers = vec![1; part.group.units.len()];
    for (i, range) in pages_of(&blocks, columns).into_iter().enumerate() {
        order[range].iter().for_each(|&row| numbers[row] = i + 1);
    }
    numbers
}

/// The row of a unit in the ranking of its group, on whichever page it stands.
pub(super) fn row_link(page: &Page<'_>, part: Part<'_>, row: usize) -> String {
    let series = page.series();
    let (edition, group) = (&page.edition(part.edition).id, &series.groups[part.group.group.0].id);
    let ranking = page.link(group_route(edition, group, page_of(page, part, row)));
    format!("{ranking}#{}", row_anchor(&series.units[part.group.units[row].0].id))
}

/// What stands around a page of a long table.
#[derive(Serialize)]
pub(super) struct Pager {
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
pub(super) fn pager(
    page: &Page<'_>,
    part: Part<'_>,
    (column, columns): (usize, usize),
    number: usize,
    href: impl Fn(usize) -> String,
) -> Option<Pager> {
    let n = part.group.units.len();
    let ranges = if n > per_page(columns) { pages_of(&stands(page, part, column), columns) } else { Vec::new() };
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
pub(super) fn numbered(page: &Page<'_>, head: &mut Head<'_>, number: usize, pages: usize, first: Route<'_>) {
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
pub(super) fn heading(page: &Page<'_>, title: &str, number: usize, pages: usize) -> String {
    let words = [("title", title), ("page", &number.to_string()), ("pages", &pages.to_string())];
    if number == 1 { title.to_owned() } else { page.say("split.heading", &words) }
}

#[cfg(test)]
mod tests {
    use super::{Rows, Stand, cut, per_page, ranges};

    #[track_caller]
    fn case(n: usize, tail: usize, size: usize, expected: &[(usize, usize)]) {
        let found: Vec<(usize, usize)> = ranges(n, tail, size).into_iter().map(|r| (r.start, r.end)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn wide_rows_make_shorter_pages() {
        let found: Vec<usize> = [0, 1, 3, 4, 6, 12, 40].into_iter().map(per_page).collect();
        assert_eq!(found, [500, 400, 200, 200, 150, 100, 100]);
    }

    #[test]
    fn each_row_stands_on_one_page() {
        case(0, 0, 500, &[(0, 0)]);
        case(500, 0, 500, &[(0, 500)]);
        case(501, 0, 500, &[(0, 500), (500, 501)]);
        case(3000, 0, 1000, &[(0, 1000), (1000, 2000), (2000, 3000)]);
    }

    #[test]
    fn a_few_unranked_rows_stay_together_on_the_last_page() {
        case(503, 4, 500, &[(0, 503)]);
        case(1003, 4, 500, &[(0, 500), (500, 1003)]);
        case(1400, 800, 500, &[(0, 500), (500, 1000), (1000, 1400)]);
        case(4, 4, 500, &[(0, 4)]);
    }

    #[test]
    fn a_block_goes_on_where_the_page_before_ends() {
        let blocks =
            [(Stand::Ranked, (0..450).collect()), (Stand::Last, (450..700).collect()), (Stand::Unranked, vec![700])];
        let told = |rows: Rows| -> Vec<(usize, usize, usize, usize)> {
            let cuts = cut(&blocks, 0, rows);
            cuts.iter().map(|c| (c.whole.len(), c.here[0], c.here.len(), c.before)).collect()
        };
        assert_eq!(told(Rows::Page(1)), [(450, 0, 450, 0), (250, 450, 50, 0)]);
        assert_eq!(told(Rows::Page(2)), [(250, 500, 200, 50), (1, 700, 1, 0)]);
        assert_eq!(told(Rows::Page(3)), []);
        assert_eq!(told(Rows::First(3)), [(450, 0, 3, 0)]);
    }

    #[test]
    fn a_page_knows_the_rows_around_it() {
        let blocks = [(Stand::Ranked, (0..1200).collect())];
        let around = |number: usize| cut(&blocks, 0, Rows::Page(number))[0].around();
        assert_eq!([around(1), around(2), around(3)], [(None, Some(500)), (Some(499), Some(1000)), (Some(999), None)]);
    }
}
