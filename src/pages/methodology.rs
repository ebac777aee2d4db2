//! The methodology of a scheme: what is assessed, how totals and ranks are made, what each sign means.

use rust_decimal::Decimal;
use serde::Serialize;

use super::context::{Context, Job, Page};
use super::edition::{DocumentLine, document_line};
use super::findings::at_rank;
use super::frame::{Frame, Head, Link, frame};
use super::frame_legend;
use super::reasons::reason;
use super::tables::{Part, edition_name, is_coloured, letter_of, ties_key};
use crate::fragments::Sign;
use crate::model::{Aggregate, Exempt, Missing, Order, Rank, Rounding, Scheme, SchemeEntry};
use crate::rankings::{Basis, Known};
use crate::render::Html;
use crate::routes::Route;

#[derive(Serialize)]
struct Methodology {
    frame: Frame,
    kick: String,
    title: String,
    say: String,
    document: Option<DocumentLine>,
    applies: Vec<Link>,
    tree: Vec<Node>,
    total: Option<String>,
    total_rule: String,
    rules: Vec<Rule>,
    ties: Option<TieExample>,
    deduced: Option<Deduced>,
    signs: Vec<frame_legend::Entry>,
    differing: Vec<Differing>,
}

/// A criterion in the tree.
#[derive(Serialize)]
struct Node {
    letter: Option<String>,
    colour: Option<String>,
    depth: usize,
    name: Html,
    description: Option<Html>,
    maximum: Option<String>,
    weight: Option<String>,
    rule: Option<String>,
}

/// A rule: what it is about, and how it is settled.
#[derive(Serialize)]
struct Rule {
    name: String,
    text: String,
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

/// What differs for one group.
#[derive(Serialize)]
struct Differing {
    group: Html,
    tree: Vec<Node>,
}

/// The methodology of each scheme, in each language.
pub(super) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for entry in &context.series.schemes {
        for language in &context.languages {
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
        description: page.say("description.methodology", &words),
        crumbs: vec![
            Link::to(page, Route::Home, page.say("crumb.home", &[])),
            Link::to(page, Route::Methodologies, page.say("methodology.crumb", &[])),
            Link::here(own_title.clone()),
        ],
        edition: None,
        languages: None,
    };
    let parts = parts_under(page, scheme);
    let differing = entry.by_group.iter().map(|(group, scheme)| Differing {
        group: page.html(&page.series().groups[group.0].name),
        tree: tree(page, scheme),
    });
    Methodology {
        frame: frame(page, head),
        kick: page.say("methodology.kick", &[]),
        title: own_title.clone(),
        say: summary(page, scheme),
        document: scheme.document.as_ref().map(|d| document_line(page, d)),
        applies: applies(page, &parts),
        tree: tree(page, scheme),
        total: scheme.max.map(|max| page.number(&max.normalize())),
        total_rule: page.say(&format!("total.{}", aggregate_key(scheme.total)), &[]),
        rules: rules(page, scheme),
        ties: tie_example(page, &parts),
        deduced: deduced(page, &parts),
        signs: Sign::all().iter().map(|&sign| frame_legend::entry(page, sign)).collect(),
        differing: differing.collect(),
    }
}

/// The groups of editions that are assessed under a scheme, the newest first.
pub(super) fn parts_under<'a>(page: &Page<'a>, scheme: &Scheme) -> Vec<Part<'a>> {
    let editions = page.context.editions().map(|(index, _)| index).collect::<Vec<_>>();
    let all = editions.into_iter().rev().flat_map(|index| Part::all(page, index));
    all.filter(|part| part.group.scheme.id == scheme.id).collect()
}

fn applies(page: &Page<'_>, parts: &[Part<'_>]) -> Vec<Link> {
    let mut editions: Vec<_> = parts.iter().map(|p| p.edition).collect();
    editions.dedup();
    let link = |&e: &_| Link::to(page, Route::Edition(&page.edition(e).id), edition_name(page, e));
    editions.iter().map(link).collect()
}

/// The scheme in one sentence.
pub(super) fn summary(page: &Page<'_>, scheme: &Scheme) -> String {
    let n = scheme.tops().count();
    let total = page.say(&format!("total.{}", aggregate_key(scheme.total)), &[]);
    let ties = page.say(&format!("ties.{}", ties_key(scheme.rank.ties)), &[]);
    match scheme.max {
        Some(max) => page.say_n(
            "methodology.say.max",
            n,
            &[("max", &page.number(&max.normalize())), ("total", &total), ("ties", &ties)],
        ),
        None => page.say_n("methodology.say", n, &[("total", &total), ("ties", &ties)]),
    }
}

fn aggregate_key(aggregate: Aggregate) -> &'static str {
    match aggregate {
        Aggregate::Sum => "sum",
        Aggregate::Mean => "mean",
        Aggregate::GeometricMean => "geometric-mean",
        Aggregate::Given => "given",
    }
}

/// All criteria, parents before their children.
fn tree(page: &Page<'_>, scheme: &Scheme) -> Vec<Node> {
    let mut depths = Vec::with_capacity(scheme.criteria.len());
    let mut nodes = Vec::with_capacity(scheme.criteria.len());
    for (column, criterion) in scheme.criteria.iter().enumerate() {
        let depth = criterion.parent.map_or(0, |parent: usize| depths[parent] + 1);
        depths.push(depth);
        let weighted = criterion.weight != Decimal::ONE;
        let letter = scheme.tops().position(|top| top == column).and_then(letter_of);
        nodes.push(Node {
            colour: letter.clone().filter(|_| is_coloured(scheme)),
            letter,
            depth,
            name: page.html(&criterion.name),
            description: criterion.description.as_ref().map(|d| page.html(d)),
            maximum: criterion.max.map(|max| page.number(&max.normalize())),
            weight: weighted.then(|| page.say("tree.weight", &[("weight", &page.number(&criterion.weight))])),
            rule: node_rule(page, scheme, column),
        });
    }
    nodes
}

/// What is special about a criterion: not counted, or made of its parts in another way.
fn node_rule(page: &Page<'_>, scheme: &Scheme, column: usize) -> Option<String> {
    let criterion = &scheme.criteria[column];
    if !criterion.scored {
        return Some(page.say("fact.not-counted", &[]));
    }
    let other = !criterion.children.is_empty() && criterion.total != Aggregate::Sum;
    other.then(|| page.say(&format!("total.{}", aggregate_key(criterion.total)), &[]))
}

/// The rules that the scheme declares, each in a sentence.
fn rules(page: &Page<'_>, scheme: &Scheme) -> Vec<Rule> {
    let mut rules = Vec::new();
    let mut add = |name: &str, text: String| rules.push(Rule { name: page.say(name, &[]), text });
    add("rule.ties", page.say(&format!("ties.{}", ties_key(scheme.rank.ties)), &[]));
    add("rule.order", page.say(order_key(scheme.rank.order), &[]));
    add("rule.rounding", rounding(page, scheme));
    if !scheme.rank.break_ties_by.is_empty() {
        let names: Vec<String> =
            scheme.rank.break_ties_by.iter().map(|&c| page.text_of(&scheme.criteria[c].name)).collect();
        add("rule.breakers", page.say("breakers", &[("names", &page.words().list(&names))]));
    }
    add("rule.missing", missing(page, scheme.missing));
    add("rule.exempt", page.say(exempt_key(scheme.exempt), &[]));
    add("rule.complete", page.say("complete.rule", &[]));
    if let Some(decimals) = scheme.decimals {
        add("rule.decimals", page.say_n("decimals", decimals as usize, &[]));
    }
    for band in &scheme.bands {
        add("rule.band", page.say("band", &[("name", page.text(&band.name)), ("from", &page.number(&band.from))]));
    }
    rules
}

fn order_key(order: Order) -> &'static str {
    match order {
        Order::Descending => "order.descending",
        Order::Ascending => "order.ascending",
    }
}

fn rounding(page: &Page<'_>, scheme: &Scheme) -> String {
    let Some(precision) = scheme.rank.precision else { return page.say("precision.exact", &[]) };
    let how = match scheme.rank.rounding {
        Rounding::HalfUp => "rounding.half-up",
        Rounding::HalfEven => "rounding.half-even",
        Rounding::Down => "rounding.down",
    };
    page.say_n("precision.rounded", precision as usize, &[("how", &page.say(how, &[]))])
}

fn missing(page: &Page<'_>, rule: Missing) -> String {
    match rule {
        Missing::Unranked => page.say("missing.unranked", &[]),
        Missing::Zero => page.say("missing.zero", &[]),
        Missing::AtLeastPercent(share) => page.say("missing.percent", &[("share", &page.number(&share))]),
    }
}

fn exempt_key(rule: Exempt) -> &'static str {
    match rule {
        Exempt::Rescale => "exempt.rescale",
        Exempt::Full => "exempt.full",
        Exempt::Nothing => "exempt.nothing",
        Exempt::Unranked => "exempt.unranked",
    }
}

/// The first tie of totals that the data holds, with the places around it.
fn tie_example(page: &Page<'_>, parts: &[Part<'_>]) -> Option<TieExample> {
    let (part, rank) = parts.iter().find_map(|&part| Some((part, first_tie(part)?)))?;
    let total = part.total();
    let places = [rank.floor().saturating_sub(1), rank.floor(), rank.floor() + 1];
    let mut rows = Vec::new();
    for place in places.into_iter().filter(|&p| p > 0) {
        let members = at_rank(page, part, total, Rank::whole(place));
        for &row in members.iter().take(4) {
            let Known::Exact(score) = part.standing(total, row).score else { continue };
            let tied = if members.len() > 1 { "=" } else { "" };
            let name = page.html(page.unit_text(part.edition, part.group.units[row]));
            rows.push((name, page.number(&score), format!("{tied}{}", page.words().rank(Rank::whole(place)))));
        }
    }
    let name = edition_name(page, part.edition);
    let caption = page.say("methodology.example", &[("edition", &name), ("group", page.group_name(part.group))]);
    Some(TieExample { caption, rows })
}

fn first_tie(part: Part<'_>) -> Option<Rank> {
    let total = part.total();
    (0..part.group.units.len())
        .filter_map(|row| match (part.standing(total, row).rank, part.standing(total, row).tied) {
            (Known::Exact(rank), Some(2..)) => Some(rank),
            _ => None,
        })
        .min()
}

/// The largest number of deduced values that are spelled out.
const PROOFS: usize = 12;

/// Numbers that the rules prove exactly, each with its calculation.
fn deduced(page: &Page<'_>, parts: &[Part<'_>]) -> Option<Deduced> {
    let mut rows = Vec::new();
    for &part in parts {
        for column in 0..part.group.scheme.n_columns() {
            for row in 0..part.group.units.len() {
                let standing = part.standing(column, row);
                if !matches!((standing.score, standing.score_basis), (Known::Exact(_), Some(Basis::Deduced))) {
                    continue;
                }
                let Some(proof) = reason(page, part, &standing) else { continue };
                rows.push((deduced_name(page, part, column, row), proof));
            }
        }
    }
    let n = rows.len();
    rows.truncate(PROOFS);
    (n > 0).then(|| Deduced { caption: page.say_n("methodology.deduced", n, &[]), rows })
}

fn deduced_name(page: &Page<'_>, part: Part<'_>, column: usize, row: usize) -> Html {
    let mut html = page.html(page.unit_text(part.edition, part.group.units[row]));
    html.push_raw(", ");
    match part.group.scheme.criteria.get(column) {
        Some(criterion) => html.push(&page.html(&criterion.name)),
        None => html.push_text(&page.say("table.total", &[])),
    }
    html
}
