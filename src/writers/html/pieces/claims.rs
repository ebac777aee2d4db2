//! Announced statements as they were printed, each with what became of it.

use serde::Serialize;

use crate::model::Statement;
use crate::rankings::claim_state;
use crate::render::Html;
use crate::report::announcement::Quoted;
use crate::report::group::GroupResult;
use crate::routes::statement_anchor;
use crate::say::disputed::of_column;
use crate::say::proofs::proofs;
use crate::say::statements::{others, stated_rank, stated_score};
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::link;
use crate::writers::html::pieces::remarks::quoted_in;

#[derive(Serialize)]
pub(crate) struct GroupClaims {
    name: Html,
    criteria: Vec<CriterionClaims>,
}

#[derive(Serialize)]
struct CriterionClaims {
    name: Html,
    caption: String,
    units: String,
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

/// The statements of the groups that have some.
pub(crate) fn groups(page: &Page<'_>, parts: &[GroupResult<'_>]) -> Vec<GroupClaims> {
    parts.iter().filter(|part| !part.group.statements.is_empty()).map(|&part| group(page, part)).collect()
}

fn group(page: &Page<'_>, part: GroupResult<'_>) -> GroupClaims {
    let scheme = &part.group.scheme;
    let mut criteria = Vec::new();
    for column in scheme.columns() {
        let statements = || part.group.statements.iter().filter(|s| s.column == column);
        let claims: Vec<Claim> = statements().map(|s| claim(page, part, s)).collect();
        if claims.is_empty() {
            continue;
        }
        let plain = page.voice.column_name(scheme, column);
        let words = [("criterion", plain.as_str()), ("group", page.group_name(part.group))];
        let units = if Quoted::of(statements()).quoted > 0 { "claim.units.quoted" } else { "claim.units" };
        let caption = [page.say("announcement.caption", &words)].into_iter().chain(of_column(page.voice, part, column));
        let caption = caption.collect::<Vec<_>>().join(". ");
        let units = page.voice.say_of(&[part.group.group], units, &[]);
        criteria.push(CriterionClaims { caption, units, name: page.column_name(scheme, column), claims });
    }
    GroupClaims { name: page.html(&page.series().groups[part.group.group.0].name), criteria }
}

fn claim(page: &Page<'_>, part: GroupResult<'_>, statement: &Statement) -> Claim {
    let group = &page.series().groups[part.group.group.0].id;
    let criterion = part.group.scheme.column_id(statement.column);
    let state = claim_state(part.group, part.ranking, statement).word();
    let named: Vec<_> = if statement.others {
        Vec::new()
    } else {
        let own = statement.rows.iter().map(|&row| part.group.units[row.index()]);
        own.chain(statement.foreign.iter().copied()).collect()
    };
    let units = named.iter().map(|&unit| UnitName {
        name: page.html(page.unit_text(part.edition, unit)),
        href: (page.edition(part.edition).groups.iter().any(|group| group.units.contains(&unit)))
            .then(|| link::unit_link(page, part.edition, &page.series().units[unit.0].id)),
    });
    Claim {
        anchor: statement_anchor(group, criterion, statement.number),
        id: format!("{group}/{criterion}/{}", statement.number),
        state,
        state_name: page.say(&format!("claim.{state}"), &[]),
        proofs: proofs(page.voice, part, statement),
        number: statement.number,
        rank: stated_rank(page.voice, statement),
        score: stated_score(page.voice, statement),
        units: units.collect(),
        others: statement.others.then(|| others(page.voice, part, statement)),
        quote: statement.quote.clone(),
        lang: quoted_in(page),
        note: statement.note.as_ref().map(|text| page.html(text)),
    }
}
