//! The announcement of an edition: each statement as it was printed, and what became of it.

use serde::Serialize;

use super::context::{Context, Job, Page};
use super::edition::{RemarkView, Year, has_announcement, quoted_in, remarks, years_by};
use super::frame::{Frame, Head, Link, frame};
use super::proofs::proofs;
use super::tables::{Part, edition_name};
use crate::model::{EditionIdx, StatedRank, StatedScore, Statement};
use crate::rankings::{ClaimState, claim_state};
use crate::render::Html;
use crate::routes::{Route, statement_anchor};

#[derive(Serialize)]
struct Announcement {
    frame: Frame,
    title: String,
    say: String,
    counts: Vec<Count>,
    groups: Vec<GroupClaims>,
    remarks: Vec<RemarkView>,
    years: Vec<Year>,
    years_label: String,
}

/// How many statements have a standing, and what it means.
#[derive(Serialize)]
struct Count {
    n: String,
    name: String,
    means: String,
}

#[derive(Serialize)]
pub(super) struct GroupClaims {
    name: Html,
    criteria: Vec<CriterionClaims>,
}

#[derive(Serialize)]
struct CriterionClaims {
    name: Html,
    caption: String,
    claims: Vec<Claim>,
}

#[derive(Serialize)]
struct Claim {
    anchor: String,
    id: String,
    state: &'static str,
    state_name: String,
    proofs: Vec<String>,
    number: u32,
    rank: String,
    score: String,
    units: Vec<UnitName>,
    others: Option<String>,
    quote: Option<String>,
    /// The language of the quote, where it is not that of the page.
    lang: Option<String>,
    note: Option<Html>,
}

#[derive(Serialize)]
struct UnitName {
    name: Html,
    href: Option<String>,
}

/// The announcement of each edition that has one, in each language.
pub(super) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for (index, edition) in context.editions() {
        if edition.groups.iter().all(|g| g.statements.is_empty()) {
            continue;
        }
        for language in &context.languages {
            let route = Route::Announcement(&edition.id);
            jobs.push(Job::new(context, language, route, "announcement.html", move |page| view(page, index)));
        }
    }
    jobs
}

fn view(page: &Page<'_>, index: EditionIdx) -> Announcement {
    let parts = Part::all(page, index);
    let name = edition_name(page, index);
    let words = [("edition", name.as_str()), ("site", page.text(&page.series().site.title))];
    let n: usize = parts.iter().map(|p| p.group.statements.len()).sum();
    let say = page.say_n("announcement.say", n, &words);
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
        remarks: remarks(page, index, None),
        years: years_by(page, index, |other| {
            has_announcement(page, other).then(|| page.link(Route::Announcement(&page.edition(other).id)))
        }),
        years_label: page.say("years.label", &[]),
    }
}

const STATES: [ClaimState; 4] =
    [ClaimState::Confirmed, ClaimState::Consistent, ClaimState::Undecidable, ClaimState::Disputed];

/// The name of a standing, for scripts and phrases.
fn state_key(state: ClaimState) -> &'static str {
    match state {
        ClaimState::Confirmed => "confirmed",
        ClaimState::Consistent => "consistent",
        ClaimState::Undecidable => "undecidable",
        ClaimState::Disputed => "disputed",
    }
}

/// How many statements of an announcement contradict others.
pub(super) fn disputed(page: &Page<'_>, index: EditionIdx) -> usize {
    states(&Part::all(page, index)).into_iter().filter(|&state| state == ClaimState::Disputed).count()
}

fn states(parts: &[Part<'_>]) -> Vec<ClaimState> {
    parts.iter().flat_map(|p| p.group.statements.iter().map(|s| claim_state(p.group, p.ranking, s))).collect()
}

fn counts(page: &Page<'_>, parts: &[Part<'_>]) -> Vec<Count> {
    let states = states(parts);
    let count = |state: ClaimState| {
        let n = states.iter().filter(|&&s| s == state).count();
        let key = state_key(state);
        Count {
            n: page.words().number(&n.into()),
            name: page.say(&format!("claim.{key}"), &[]),
            means: page.say(&format!("claim.{key}.means"), &[]),
        }
    };
    STATES.map(count).into()
}

/// The statements of the groups that have some.
pub(super) fn groups(page: &Page<'_>, parts: &[Part<'_>]) -> Vec<GroupClaims> {
    parts.iter().filter(|part| !part.group.statements.is_empty()).map(|&part| group(page, part)).collect()
}

fn group(page: &Page<'_>, part: Part<'_>) -> GroupClaims {
    let scheme = &part.group.scheme;
    let mut criteria = Vec::new();
    for column in 0..scheme.n_columns() {
        let claims: Vec<Claim> =
            part.group.statements.iter().filter(|s| s.column == column).map(|s| claim(page, part, s)).collect();
        if claims.is_empty() {
            continue;
        }
        let total = page.say("table.total", &[]);
        let name = scheme.criteria.get(column).map_or_else(|| Html::text(&total), |c| page.html(&c.name));
        let plain = scheme.criteria.get(column).map_or(total.as_str(), |c| page.text(&c.name));
        let words = [("criterion", plain), ("group", page.group_name(part.group))];
        criteria.push(CriterionClaims { caption: page.say("announcement.caption", &words), name, claims });
    }
    GroupClaims { name: page.html(&page.series().groups[part.group.group.0].name), criteria }
}

fn claim(page: &Page<'_>, part: Part<'_>, statement: &Statement) -> Claim {
    let group = &page.series().groups[part.group.group.0].id;
    let criterion = part.group.scheme.column_id(statement.column);
    let state = state_key(claim_state(part.group, part.ranking, statement));
    let named: Vec<_> = if statement.others {
        Vec::new()
    } else {
        let own = statement.rows.iter().map(|&row| part.group.units[row as usize]);
        own.chain(statement.foreign.iter().copied()).collect()
    };
    let units = named.iter().map(|&unit| UnitName {
        name: page.html(page.unit_text(part.edition, unit)),
        href: (page.edition(part.edition).groups.iter().any(|group| group.units.contains(&unit)))
            .then(|| super::tables::unit_link(page, part.edition, &page.series().units[unit.0].id)),
    });
    Claim {
        anchor: statement_anchor(group, criterion, statement.number),
        id: format!("{group}/{criterion}/{}", statement.number),
        state,
        state_name: page.say(&format!("claim.{state}"), &[]),
        proofs: proofs(page, part, statement),
        number: statement.number,
        rank: rank(page, statement),
        score: score(page, statement),
        units: units.collect(),
        others: statement.others.then(|| others(page, part, statement)),
        quote: statement.quote.clone(),
        lang: quoted_in(page),
        note: statement.note.as_ref().map(|text| page.html(text)),
    }
}

/// The announced rank in words.
pub(super) fn rank(page: &Page<'_>, statement: &Statement) -> String {
    let one = |rank| page.words().rank(rank);
    let mut words = match &statement.rank {
        Some(StatedRank::One(rank)) => one(*rank),
        Some(StatedRank::OneOf(ranks)) => {
            page.say("claim.or", &[("ranks", &page.words().list(&ranks.iter().map(|&r| one(r)).collect::<Vec<_>>()))])
        }
        Some(StatedRank::Band(best, worst)) => format!("{}–{}", one(*best), one(*worst)),
        None => String::new(),
    };
    if statement.last {
        let last = page.say("claim.last", &[]);
        words = if words.is_empty() { last } else { format!("{words} ({last})") };
    }
    words
}

/// The announced score in words.
fn score(page: &Page<'_>, statement: &Statement) -> String {
    match statement.score {
        Some(StatedScore::One(score)) => page.number(&score),
        Some(StatedScore::Between(low, high)) => {
            page.say("claim.from-to", &[("low", &page.number(&low)), ("high", &page.number(&high))])
        }
        None => page.say("claim.no-score", &[]),
    }
}

/// Who `others` are, as far as that can be said.
fn others(page: &Page<'_>, part: Part<'_>, statement: &Statement) -> String {
    if statement.rows.is_empty() {
        return page.say("claim.others.unknown", &[]);
    }
    let names: Vec<String> = statement
        .rows
        .iter()
        .map(|&row| page.unit_name(part.edition, part.group.units[row as usize]).to_owned())
        .collect();
    page.say_n("claim.others", names.len(), &[("names", &page.words().list(&names))])
}
