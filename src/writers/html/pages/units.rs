//! All units: by the alphabet of the language with rank and other names, and by group.

use std::ops::Range;

use serde::Serialize;

use crate::model::{Date, GroupIdx, UnitIdx};
use crate::render::Html;
use crate::report::alphabet::Letter;
use crate::report::group::GroupResult;
use crate::report::model::UnitPlace;
use crate::routes::Route;
use crate::say::editions::marked_name;
use crate::words::slug;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::alphabet::{self, PER_PAGE, letter_links, route};
use crate::writers::html::pieces::finder::{RankWords, rank_words, result_link, terms};

#[derive(Serialize)]
pub(crate) struct Units {
    frame: Frame,
    title: String,
    say: String,
    note: Option<String>,
    label: String,
    placeholder: String,
    everywhere: Option<Link>,
    letters: Vec<Link>,
    lists: Vec<LetterList>,
    pages: Vec<Link>,
    groups: Vec<GroupList>,
}

/// The units under one letter.
#[derive(Serialize)]
struct LetterList {
    anchor: String,
    letter: String,
    units: Vec<UnitInList>,
}

/// A unit in the index.
#[derive(Serialize)]
struct UnitInList {
    name: Html,
    href: Option<String>,
    notes: Vec<String>,
    rank: String,
    exact: bool,
    behind: String,
    /// Whether nobody says of how many the rank is.
    is_of_unknown: bool,
    edition: Option<String>,
    fold: String,
}

/// A group with its units, or where they are.
#[derive(Serialize)]
struct GroupList {
    name: Html,
    say: String,
    units: Vec<Link>,
    more: Option<Link>,
}

/// The pages of the index in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    let listed = context.report.series.units.len() - context.report.series.units_of_drafts.len();
    for number in 1..=n_pages(listed) {
        for language in context.languages {
            jobs.push(Job::new(context, language, route(number), "units.html", move |page| view(page, number)));
        }
    }
    jobs
}

/// How many pages the index has.
fn n_pages(units: usize) -> usize {
    units.div_ceil(PER_PAGE).max(1)
}

fn view(page: &Page<'_>, number: usize) -> Units {
    let units = page.voice.order.index.as_slice();
    let n_pages = n_pages(units.len());
    let here = (number - 1) * PER_PAGE..units.len().min(number * PER_PAGE);
    let latest = page.series().latest().map(|edition| marked_name(page.voice, edition));
    let groups_of_all = all_groups(page);
    let say = match &latest {
        Some(edition) => page.voice.say_units_of(&groups_of_all, "units.say", units.len(), &[("edition", edition)]),
        None => page.voice.say_units_of(&groups_of_all, "units.say.none", units.len(), &[]),
    };
    let lists: Vec<LetterList> = page.voice.order.letters.iter().filter_map(|l| list(page, l, &here, units)).collect();
    let unknown_of = lists.iter().flat_map(|list| &list.units).any(|line| line.is_of_unknown);
    Units {
        frame: frame(page, head(page, number, n_pages, &say)),
        title: title(page, number, n_pages),
        note: unknown_of.then(|| page.voice.say_of(&groups_of_all, "units.of-unknown", &[])),
        label: page.voice.say_of(&groups_of_all, "finder.label", &[]),
        placeholder: page.say("finder.placeholder", &[]),
        everywhere: (n_pages > 1).then(|| Link::to(page, Route::Search, page.say("units.everywhere", &[]))),
        letters: letter_links(page),
        lists,
        pages: pages(page, units, number),
        groups: groups(page, units, number),
        say,
    }
}

/// The groups whose units are listed.
fn all_groups(page: &Page<'_>) -> Vec<GroupIdx> {
    (0..page.series().groups.len()).map(GroupIdx).collect()
}

fn title(page: &Page<'_>, number: usize, n_pages: usize) -> String {
    let say = |key: &str, args: &[(&str, &str)]| page.voice.say_of(&all_groups(page), key, args);
    if number == 1 {
        return say("units.title", &[]);
    }
    say("units.title.page", &[("page", &number.to_string()), ("pages", &n_pages.to_string())])
}

fn head<'p>(page: &Page<'_>, number: usize, n_pages: usize, say: &str) -> Head<'p> {
    let site = page.text(&page.series().site.title);
    let title = title(page, number, n_pages);
    let mut crumbs = vec![Link::to(page, Route::Home, page.say("crumb.home", &[]))];
    if number > 1 {
        let first = page.voice.say_of(&all_groups(page), "units.title", &[]);
        crumbs.push(Link::to(page, Route::Units, first));
    }
    crumbs.push(Link::here(title.clone()));
    Head {
        title: page.say("title.page", &[("page", &title), ("site", site)]),
        description: if number > 1 {
            page.say("description.page", &[("page", &title), ("site", say)])
        } else {
            say.to_owned()
        },
        crumbs,
        edition: None,
        languages: None,
    }
}

/// The units of a letter that stand on this page.
fn list(page: &Page<'_>, letter: &Letter, here: &Range<usize>, units: &[UnitIdx]) -> Option<LetterList> {
    let on_page = letter.units.start.max(here.start)..letter.units.end.min(here.end);
    if on_page.is_empty() {
        return None;
    }
    let lines = units[on_page].iter().map(|&unit| line(page, unit));
    Some(LetterList { anchor: alphabet::anchor(letter), letter: alphabet::words(page, letter), units: lines.collect() })
}

fn line(page: &Page<'_>, index: UnitIdx) -> UnitInList {
    let unit = &page.series().units[index.0];
    let mut line = UnitInList {
        name: page.html(&unit.name),
        href: None,
        notes: notes(page, index),
        rank: page.say("units.never", &[]),
        exact: false,
        behind: String::new(),
        is_of_unknown: false,
        edition: None,
        fold: terms(page, index, &unit.name),
    };
    if let Some(UnitPlace { edition, group, row }) = page.report().newest(index) {
        let part = GroupResult::of(page.report(), edition, group);
        RankWords { words: line.rank, exact: line.exact, behind: line.behind } = rank_words(page, part, row);
        line.is_of_unknown = part.is_of_unknown(row);
        line.href = Some(result_link(page, part, row));
        line.edition = (page.series().latest() != Some(edition)).then(|| marked_name(page.voice, edition));
    }
    line
}

/// What stands small beside a name: the short name, spellings that differ in more than marks, names before, dates of a
/// life that ended.
fn notes(page: &Page<'_>, index: UnitIdx) -> Vec<String> {
    let unit = &page.series().units[index.0];
    let own = slug(page.text(&unit.name));
    let mut notes: Vec<String> = unit.short.iter().map(|short| page.text_of(short)).collect();
    notes.extend(unit.aka.iter().filter(|aka| !own.contains(&slug(aka))).cloned());
    for (until, name) in page.series().timeline.names_before(index) {
        let date = page.words().date(until);
        notes.push(page.say("units.before", &[("date", &date), ("name", page.text(name))]));
    }
    let group = &page.series().groups[unit.group.0];
    notes.extend(life(page, unit.from, [unit.until, group.until].into_iter().flatten().min()));
    notes
}

/// The dates of a life that ended.
fn life(page: &Page<'_>, from: Option<Date>, until: Option<Date>) -> Option<String> {
    let until = page.words().date(until?);
    Some(match from {
        Some(from) => page.say("units.life", &[("from", &page.words().date(from)), ("until", &until)]),
        None => page.say("units.until", &[("until", &until)]),
    })
}

/// Links to all pages of the index by the units that they begin with, if there are several.
fn pages(page: &Page<'_>, units: &[UnitIdx], number: usize) -> Vec<Link> {
    let link = |(i, units): (usize, &[UnitIdx])| {
        let first = page.text(&page.series().units[units[0].0].name);
        let label = page.say("units.page", &[("page", &(i + 1).to_string()), ("name", first)]);
        Link { current: i + 1 == number, ..Link::to(page, route(i + 1), label) }
    };
    if units.len() > PER_PAGE { units.chunks(PER_PAGE).enumerate().map(link).collect() } else { Vec::new() }
}

/// The groups with their units; where these are many, with their ranking. Only on the first page.
fn groups(page: &Page<'_>, units: &[UnitIdx], number: usize) -> Vec<GroupList> {
    if number > 1 {
        return Vec::new();
    }
    let all = page.series().groups.iter().enumerate();
    all.filter_map(|(index, group)| {
        let members: Vec<UnitIdx> =
            units.iter().copied().filter(|unit| page.series().units[unit.0].group == GroupIdx(index)).collect();
        let link = |&unit: &UnitIdx| {
            let name = page.text(&page.series().units[unit.0].name);
            let newest = page.report().newest(unit);
            let href = newest.map(|n| result_link(page, GroupResult::of(page.report(), n.edition, n.group), n.row));
            Link { label: name.into(), href, current: false }
        };
        let links = if units.len() <= PER_PAGE { members.iter().map(link).collect() } else { Vec::new() };
        (!members.is_empty()).then(|| GroupList {
            name: page.html(&group.name),
            say: match life(page, group.from, group.until) {
                Some(life) => {
                    page.voice.say_units_of(&[GroupIdx(index)], "units.group.life", members.len(), &[("life", &life)])
                }
                None => page.voice.say_units_of(&[GroupIdx(index)], "units.group", members.len(), &[]),
            },
            units: links,
            more: ranking_of(page, GroupIdx(index)),
        })
    })
    .collect()
}

/// The ranking of a group in the newest edition that has it and was not withdrawn, if there is one.
fn ranking_of(page: &Page<'_>, group: GroupIdx) -> Option<Link> {
    let has_group = |index: &crate::model::EditionIdx| page.edition(*index).groups.iter().any(|g| g.group == group);
    let index = page.report().wanted().into_iter().find(has_group)?;
    let id = &page.series().groups[group.0].id;
    let label = page.say("units.ranking", &[("edition", &marked_name(page.voice, index))]);
    Some(Link::to(page, Route::Group(&page.edition(index).id, id), label))
}
