//! The tree of criteria with the share of each, and how each total is made of its parts.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Aggregate, Column, Scheme};
use crate::render::Html;
use crate::report::columns::{counted, is_coloured, letter_of, size, sum_of_weights};
use crate::report::shares::shares;
use crate::say::points::maximum;
use crate::say::schemes;
use crate::writers::html::frame::context::Page;

/// A criterion in the tree.
#[derive(Serialize)]
pub(crate) struct TreeNode {
    letter: Option<String>,
    colour: Option<String>,
    depth: usize,
    name: Html,
    description: Option<Html>,
    maximum: Option<String>,
    weight: Option<String>,
    rule: Option<String>,
}

/// How a total is made.
#[derive(Serialize)]
pub(crate) struct MadeTotal {
    name: Html,
    rule: String,
    formula: Option<Html>,
}

/// All criteria, parents before their children.
pub(crate) fn tree(page: &Page<'_>, scheme: &Scheme) -> Vec<TreeNode> {
    let shares = shares(scheme);
    let mut depths = Vec::with_capacity(scheme.criteria.len());
    let mut nodes = Vec::with_capacity(scheme.criteria.len());
    for (column, criterion) in scheme.numbered_criteria() {
        let depth = criterion.parent.map_or(0, |parent| depths[parent] + 1);
        depths.push(depth);
        let letter = scheme.top_level().position(|top| top == column).and_then(letter_of);
        nodes.push(TreeNode {
            colour: letter.clone().filter(|_| is_coloured(scheme)),
            letter,
            depth,
            name: page.html(&criterion.name),
            description: criterion.description.as_ref().map(|d| page.html(d)),
            maximum: size(scheme, column).map(|max| maximum(page.words(), max)),
            weight: schemes::weight(page.voice, criterion, shares[column]),
            rule: (!criterion.scored).then(|| page.say("fact.not-counted", &[])),
        });
    }
    nodes
}

/// The name of a column, within a formula the letter of a criterion at the top.
fn symbol(page: &Page<'_>, scheme: &Scheme, column: Column) -> Html {
    let letter = scheme.top_level().position(|top| top == column).and_then(letter_of);
    letter.map_or_else(|| page.column_name(scheme, column), |letter| Html::text(&letter))
}

/// How the total and each parent is made, in words and as a formula.
pub(crate) fn made(page: &Page<'_>, scheme: &Scheme) -> Vec<MadeTotal> {
    let columns = std::iter::once(scheme.total_column()).chain(scheme.criterion_columns());
    let parents = columns.filter(|&column| column == scheme.total_column() || !scheme.parts(column).is_empty());
    let one = |column| MadeTotal {
        name: page.column_name(scheme, column),
        rule: schemes::made(page.voice, scheme, column),
        formula: formula(page, scheme, column),
    };
    parents.map(one).collect()
}

/// The most parts that a formula names.
const TERMS: usize = 8;

fn formula(page: &Page<'_>, scheme: &Scheme, column: Column) -> Option<Html> {
    let parts = counted(scheme, column);
    let is_short = (2..=TERMS).contains(&parts.len());
    if !is_short || scheme.aggregate(column) == Aggregate::Given {
        return None;
    }
    let terms: Vec<(Html, Decimal)> =
        parts.iter().map(|&part| (symbol(page, scheme, part), scheme.criteria[part].weight)).collect();
    let mut html = symbol(page, scheme, column);
    html.push_raw(" = ");
    html.push(&calculation(page, scheme, column, &terms));
    Some(html)
}

/// Terms with their weights as they make a total: `A + 2 × B`, `(A + 2 × B) / 3`, `(A × B²)^(1/3)`.
pub(crate) fn calculation(page: &Page<'_>, scheme: &Scheme, column: Column, terms: &[(Html, Decimal)]) -> Html {
    let aggregate = scheme.aggregate(column);
    if let ([(term, _)], false) = (terms, aggregate == Aggregate::Sum) {
        return term.clone();
    }
    let mut html = Html::default();
    let weights = sum_of_weights(scheme, column).map(|sum| page.number(&sum.normalize())).unwrap_or_default();
    if aggregate != Aggregate::Sum {
        html.push_raw("(");
    }
    for (i, (term, weight)) in terms.iter().enumerate() {
        let is_product = aggregate == Aggregate::GeometricMean;
        if i > 0 {
            html.push_raw(if is_product { " × " } else { " + " });
        }
        let weight = Some(weight).filter(|weight| **weight != Decimal::ONE).map(|w| page.number(&w.normalize()));
        if let (Some(weight), false) = (&weight, is_product) {
            html.push_text(weight);
            html.push_raw(" × ");
        }
        html.push(term);
        if let (Some(weight), true) = (&weight, is_product) {
            html.push_raw("<sup>");
            html.push_text(weight);
            html.push_raw("</sup>");
        }
    }
    match aggregate {
        Aggregate::Mean => html.push_raw(") / "),
        Aggregate::GeometricMean => html.push_raw(")<sup>1/"),
        Aggregate::Sum | Aggregate::Given => return html,
    }
    html.push_text(&weights);
    html.push_raw(if aggregate == Aggregate::GeometricMean { "</sup>" } else { "" });
    html
}
