//! The methodology of a scheme: what is assessed, how totals and ranks are made, what each sign means.

mod worked;

use serde::Serialize;

use self::worked::WorkedView;

use crate::fragments::Sign;
use crate::model::{Aggregate, Column, Scheme, SchemeEntry};
use crate::rankings::ties::{self, Counted};
use crate::rankings::{Basis, Known};
use crate::render::Html;
use crate::report::columns::{HaveIt, has_limited_points, keeps_steps, limited, stepped, ways_of_making};
use crate::report::group::{GroupResult, parts_under};
use crate::report::ties::{around, first_shared};
use crate::routes::Route;
use crate::say::disputed::in_edition;
use crate::say::editions::{edition_name, marked_name};
use crate::say::normalise::{self, PointsWay};
use crate::say::points::maximum_in_points;
use crate::say::reasons::reason;
use crate::say::rules::{self, Rule};
use crate::say::schemes::summary;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::legend;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::documents::{DocumentLine, document_line};
use crate::writers::html::pieces::scheme::changes::{Changes, Differing};
use crate::writers::html::pieces::scheme::tree::{MadeTotal, TreeNode};
use crate::writers::html::pieces::scheme::{changes, tree};

#[derive(Serialize)]
pub(crate) struct Methodology {
    frame: Frame,
    kick: String,
    title: String,
    say: String,
    document: Option<DocumentLine>,
    applies: Vec<Link>,
    sealed: Option<String>,
    tree: Vec<TreeNode>,
    replaces: Option<Link>,
    total: Option<String>,
    made: Vec<MadeTotal>,
    handbook: bool,
    ways: Vec<PointsWay>,
    scores: Vec<Rule>,
    ranks: Vec<Rule>,
    worked: Option<WorkedView>,
    ties: Option<TieExample>,
    deducing: Vec<String>,
    deduced: Option<Deduced>,
    signs: Vec<legend::LegendEntry>,
    differing: Vec<Differing>,
    changes: Option<Changes>,
}

/// Equal totals and what they do to ranks, taken from the data.
#[derive(Serialize)]
struct TieExample {
    caption: String,
    rows: Vec<(Html, String, String)>,
}

/// Numbers that were deduced, each with its calculation.
#[derive(Serialize)]
struct Deduced {
    caption: String,
    rows: Vec<(Html, String)>,
}

/// The methodology of each scheme, in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for entry in &context.report.series.schemes {
        for language in context.languages {
            let route = Route::Methodology(&entry.base.id);
            jobs.push(Job::new(context, language, route, "methodology.html", move |page| view(page, entry)));
        }
    }
    jobs
}

fn view(page: &Page<'_>, entry: &SchemeEntry) -> Methodology {
    let scheme = &*entry.base;
    let site = page.text(&page.series().site.title);
    let own_title = page.text_of(&scheme.title);
    let words = [("scheme", own_title.as_str()), ("site", site)];
    let head = Head {
        title: page.say("title.methodology", &words),
        description: page
            .say("description.found", &[("page", own_title.as_str()), ("found", &summary(page.voice, scheme))]),
        crumbs: vec![
            Link::to(page, Route::Home, page.say("crumb.home", &[])),
            Link::to(page, Route::Methodologies, page.say("methodology.crumb", &[])),
            Link::here(own_title.clone()),
        ],
        edition: None,
        languages: None,
    };
    let parts = parts_under(page.report(), scheme);
    let changes = changes::since(page, scheme);
    Methodology {
        frame: frame(page, head),
        kick: page.say("methodology.kick", &[]),
        title: own_title.clone(),
        say: summary(page.voice, scheme),
        document: scheme.document.as_ref().map(|d| document_line(page, d)),
        applies: applies(page, &parts),
        sealed: sealed(page, &parts),
        replaces: changes.as_ref().map(|changes| changes.before.clone()),
        tree: tree::tree(page, scheme),
        total: scheme.max.map(|max| maximum_in_points(page.voice, max)),
        made: tree::made(page, scheme),
        handbook: scheme.aggregates(),
        ways: normalise::ways(page.voice, scheme),
        scores: rules::of_scores(page.voice, scheme),
        ranks: rules::of_ranks(page.voice, scheme).into_iter().chain(disputed(page, &parts)).collect(),
        worked: worked::worked(page, &parts),
        ties: tie_example(page, &parts),
        deducing: deducing(page, scheme),
        deduced: deduced(page, &parts),
        signs: Sign::all().map(|sign| legend::entry(page, sign)).collect(),
        differing: changes::by_group(page, entry),
        changes,
    }
}

/// The columns under the scheme whose announced ranks contradict each other, as one rule more.
fn disputed(page: &Page<'_>, parts: &[GroupResult<'_>]) -> Option<Rule> {
    let columns = parts.iter().flat_map(|&part| part.group.disputed.iter().map(move |d| (part, d.column)));
    let texts: Vec<String> = columns.map(|(part, column)| in_edition(page.voice, part, column)).collect();
    (!texts.is_empty()).then(|| Rule { name: page.say("rule.disputed", &[]), texts })
}

fn applies(page: &Page<'_>, parts: &[GroupResult<'_>]) -> Vec<Link> {
    let mut editions: Vec<_> = parts.iter().map(|p| p.edition).collect();
    editions.dedup();
    let link = |&e: &_| Link::to(page, Route::Edition(&page.edition(e).id), marked_name(page.voice, e));
    editions.iter().map(link).collect()
}

/// Which editions under the scheme are sealed, and what that means.
fn sealed(page: &Page<'_>, parts: &[GroupResult<'_>]) -> Option<String> {
    let mut editions: Vec<_> = parts.iter().map(|p| p.edition).filter(|&e| page.edition(e).seal.is_some()).collect();
    editions.dedup();
    let names: Vec<String> = editions.into_iter().map(|e| edition_name(page.voice, e)).collect();
    (!names.is_empty()).then(|| page.say("methodology.sealed", &[("editions", &page.words().list(&names))]))
}

/// The first tie of totals that the data holds, with the places around it.
fn tie_example(page: &Page<'_>, parts: &[GroupResult<'_>]) -> Option<TieExample> {
    let (part, rank) = parts.iter().find_map(|&part| Some((part, first_shared(part)?)))?;
    let total = part.total();
    let mut rows = Vec::new();
    for place in around(rank) {
        let members = page.voice.group_order(part).at_rank(part, total, place);
        for &row in members.iter().take(4) {
            let Some(score) = part.shown_value(total, row) else { continue };
            let is_tied = part.standing(total, row).is_tied();
            let name = page.html(page.unit_text(part.edition, part.group.units[row]));
            rows.push((name, page.number(&score), page.words().shared_rank(place, is_tied)));
        }
    }
    let name = edition_name(page.voice, part.edition);
    let caption =
        page.say("methodology.example", &[("edition", &name), ("group", page.voice.group_in_text(part.group))]);
    Some(TieExample { caption, rows })
}

/// The rules by which what was not published is deduced, in the order of their numbers, from 0.
fn deducing(page: &Page<'_>, scheme: &Scheme) -> Vec<String> {
    let mut sentences: Vec<String> = (0..10).map(|rule| page.say(&format!("deduce.{rule}"), &[])).collect();
    let made = ways_of_making(scheme);
    if made != [Aggregate::Sum] || limited(scheme) != HaveIt::All {
        sentences[0] = limits(page, scheme, &made);
    }
    if !made.iter().any(|way| way.adds_up()) {
        sentences[5] = page.say("deduce.5.none", &[]);
    }
    if ties::rule(scheme.rank.ties).counted == Counted::Values {
        let steps = match stepped(scheme) {
            HaveIt::All if keeps_steps(scheme) => Some("deduce.dense"),
            HaveIt::All | HaveIt::Some => Some("deduce.dense.some"),
            HaveIt::None => None,
        };
        sentences[3].extend(steps.map(|key| format!(" {}", page.say(key, &[]))));
    }
    sentences
}

/// Between what scores lie, and what is made of them in each of these ways.
fn limits(page: &Page<'_>, scheme: &Scheme, made: &[Aggregate]) -> String {
    let points = has_limited_points(scheme);
    let scores = match limited(scheme) {
        HaveIt::All => Some("deduce.0.given"),
        HaveIt::Some => Some("deduce.0.some"),
        HaveIt::None if points => None,
        HaveIt::None => Some("deduce.0.none"),
    };
    let made = made.iter().filter_map(|way| match way {
        Aggregate::Sum => Some("deduce.0.sum"),
        Aggregate::Mean => Some("deduce.0.mean"),
        Aggregate::GeometricMean => Some("deduce.0.geometric-mean"),
        Aggregate::Given => None,
    });
    let keys = scores.into_iter().chain(points.then_some("deduce.0.points")).chain(made);
    keys.map(|key| page.say(key, &[])).collect::<Vec<String>>().join(" ")
}

/// The largest number of deduced values that are spelled out.
const PROOFS: usize = 12;

/// Numbers that the rules prove exactly, each with its calculation.
fn deduced(page: &Page<'_>, parts: &[GroupResult<'_>]) -> Option<Deduced> {
    let mut rows = Vec::new();
    for &part in parts {
        for column in part.group.scheme.columns() {
            for row in 0..part.group.units.len() {
                let standing = part.standing(column, row);
                if !matches!((standing.score, standing.score_basis), (Known::Exact(_), Some(Basis::Deduced))) {
                    continue;
                }
                let Some(proof) = reason(page.voice, part, &standing) else { continue };
                rows.push((deduced_name(page, part, column, row), proof));
            }
        }
    }
    let n = rows.len();
    rows.truncate(PROOFS);
    (n > 0).then(|| Deduced { caption: page.say_n("methodology.deduced", n, &[]), rows })
}

fn deduced_name(page: &Page<'_>, part: GroupResult<'_>, column: Column, row: usize) -> Html {
    let mut html = page.html(page.unit_text(part.edition, part.group.units[row]));
    html.push_raw(", ");
    html.push(&page.column_name(&part.group.scheme, column));
    html
}
