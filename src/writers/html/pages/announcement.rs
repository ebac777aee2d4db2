//! The announcement of an edition: each statement as it was printed, and what became of it.

use serde::Serialize;

use crate::model::EditionIdx;
use crate::rankings::ClaimState;
use crate::report::announcement::Quoted;
use crate::report::group::GroupResult;
use crate::report::offers::has_announcement;
use crate::report::statements::states;
use crate::routes::Route;
use crate::say::editions::edition_name;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::claims::{GroupClaims, groups};
use crate::writers::html::pieces::remarks::{self, RemarkView};
use crate::writers::html::pieces::year_line::{Year, years_by};

#[derive(Serialize)]
struct Announcement {
    frame: Frame,
    title: String,
    say: String,
    counts: Vec<ClaimCount>,
    groups: Vec<GroupClaims>,
    remarks: Vec<RemarkView>,
    years: Vec<Year>,
    years_label: String,
}

/// How many statements have a standing, and what it means.
#[derive(Serialize)]
struct ClaimCount {
    n: String,
    name: String,
    means: String,
}

/// The announcement of each edition that has one, in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for (index, edition) in context.report.editions() {
        if edition.groups.iter().all(|g| g.statements.is_empty()) {
            continue;
        }
        for language in context.languages {
            let route = Route::Announcement(&edition.id);
            jobs.push(Job::new(context, language, route, "announcement.html", move |page| view(page, index)));
        }
    }
    jobs
}

fn view(page: &Page<'_>, index: EditionIdx) -> Announcement {
    let parts = GroupResult::all(page.report(), index);
    let name = edition_name(page.voice, index);
    let words = [("edition", name.as_str()), ("site", page.text(&page.series().site.title))];
    let say = said(page, Quoted::of(parts.iter().flat_map(|part| &part.group.statements)));
    let head = Head {
        title: page.say("title.announcement", &words),
        description: say.clone(),
        crumbs: vec![
            Link::to(page, Route::Home, page.say("crumb.home", &[])),
            Link::to(page, Route::Edition(&page.edition(index).id), page.say("edition.crumb", &words)),
            Link::here(page.say("announcement.crumb", &[])),
        ],
        edition: Some(index),
        languages: None,
    };
    Announcement {
        frame: frame(page, head),
        title: page.say("announcement.title", &words),
        say,
        counts: counts(page, &parts),
        groups: groups(page, &parts),
        remarks: remarks::of_edition(page, index),
        years: years_by(page, index, |other| {
            has_announcement(page.report(), other).then(|| page.link(Route::Announcement(&page.edition(other).id)))
        }),
        years_label: page.say("years.label", &[]),
    }
}

/// How many statements there are, and how many stand in their original words.
fn said(page: &Page<'_>, Quoted { all, quoted }: Quoted) -> String {
    match quoted {
        0 => page.say_n("announcement.say", all, &[]),
        _ if quoted == all => page.say_n("announcement.say.quoted", all, &[]),
        _ => page.say_n("announcement.say.partly", all, &[("quoted", &page.words().number(&quoted.into()))]),
    }
}

const STATES: [ClaimState; 4] =
    [ClaimState::Confirmed, ClaimState::Consistent, ClaimState::Undecidable, ClaimState::Disputed];

fn counts(page: &Page<'_>, parts: &[GroupResult<'_>]) -> Vec<ClaimCount> {
    let states = states(parts);
    let count = |state: ClaimState| {
        let n = states.iter().filter(|&&s| s == state).count();
        let key = state.word();
        ClaimCount {
            n: page.words().number(&n.into()),
            name: page.say(&format!("claim.{key}"), &[]),
            means: page.say(&format!("claim.{key}.means"), &[]),
        }
    };
    STATES.map(count).into()
}
