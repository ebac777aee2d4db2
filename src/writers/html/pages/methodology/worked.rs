//! A worked example taken from the data: from the scores of one unit to its total and its rank.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Method, Normalise, Scheme};
use crate::render::Html;
use crate::report::group::GroupResult;
use crate::report::worked::{self, WorkedLine};
use crate::say::normalise;
use crate::say::worked::{rank, whose};
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::scheme::tree::calculation;

/// The example.
#[derive(Serialize)]
pub(crate) struct WorkedView {
    say: String,
    lines: Vec<Html>,
    rank: Vec<String>,
}

/// The first unit of the newest ranking of which every number that counts is known and adds up.
pub(crate) fn worked(page: &Page<'_>, parts: &[GroupResult<'_>]) -> Option<WorkedView> {
    let example = worked::worked(parts)?;
    let scheme = &*example.part.group.scheme;
    let lines = example.lines.iter().map(|line| in_words(page, scheme, line)).collect();
    Some(WorkedView { say: whose(page.voice, &example), lines, rank: rank(page.voice, &example) })
}

fn in_words(page: &Page<'_>, scheme: &Scheme, line: &WorkedLine) -> Html {
    let number = |value: &Decimal| page.number(&value.normalize());
    match line {
        WorkedLine::Raw { column, raw, points, ends } => {
            let (raw, points) = (page.number(raw), number(points));
            let rule = scheme.criteria[*column].normalise.as_ref();
            let mut html = page.column_name(scheme, *column);
            html.push_raw(": ");
            html.push_text(&match rule.and_then(|rule| spelled(page, rule, *ends, &raw)) {
                Some(formula) => format!("{formula} = {points}"),
                None => format!("{raw} → {points}"),
            });
            html
        }
        WorkedLine::Made { column, terms, adjustments, value, shown } => {
            let mut html = page.column_name(scheme, *column);
            html.push_raw(" = ");
            let terms: Vec<_> = terms.iter().map(|(value, weight)| (Html::text(&number(value)), *weight)).collect();
            html.push(&calculation(page, scheme, *column, &terms));
            for points in adjustments {
                html.push_raw(if points.is_sign_negative() { " − " } else { " + " });
                html.push_text(&number(&points.abs()));
            }
            if let Some(value) = value {
                html.push_raw(" = ");
                html.push_text(&number(value));
            }
            if let Some(shown) = shown {
                html.push_text(&page.say("worked.shown", &[("shown", &page.number(shown))]));
            }
            html
        }
    }
}

/// The formula of a raw value with the ends in it, where they are numbers.
fn spelled(page: &Page<'_>, rule: &Normalise, ends: Option<(Decimal, Decimal)>, raw: &str) -> Option<String> {
    let x = if rule.log { format!("ln {raw}") } else { raw.to_owned() };
    match (rule.method, ends) {
        (Method::Goalposts, _) => normalise::formula(page.voice, rule, &x),
        (Method::MinMax, Some((low, high))) => {
            let between = Normalise { method: Method::Goalposts, low: Some(low), high: Some(high), ..rule.clone() };
            normalise::formula(page.voice, &between, &x)
        }
        _ => None,
    }
}
