//! Why a number holds, in words.

use rust_decimal::Decimal;

use super::context::Page;
use super::tables::Part;
use crate::rankings::{Known, Reason, Standing};

/// The proof of a deduced number in words, or nothing where there is none to tell.
pub(super) fn reason(page: &Page<'_>, part: Part<'_>, standing: &Standing) -> Option<String> {
    let value = match standing.score {
        Known::Exact(score) => Some(page.number(&score.normalize())),
        _ => None,
    };
    in_words(page, part, standing.reason.as_ref()?, value)
}

fn in_words(page: &Page<'_>, part: Part<'_>, reason: &Reason, value: Option<String>) -> Option<String> {
    match reason {
        Reason::Ends { low, high } => {
            let sides = [("reason.low", low), ("reason.high", high)];
            let told = sides.into_iter().filter_map(|(key, why)| {
                let why = in_words(page, part, why, None)?;
                Some(page.say(key, &[("why", &why)]))
            });
            let told: Vec<String> = told.collect();
            (!told.is_empty()).then(|| told.join("; "))
        }
        Reason::PartFromTotal { total, others, column: _ } => {
            let mut sum = page.number(&total.normalize());
            for other in others {
                sum.push_str(" − ");
                sum.push_str(&page.number(&other.normalize()));
            }
            Some(equals(page, &sum, value))
        }
        Reason::TotalFromParts { parts } => {
            let parts: Vec<String> = parts.iter().map(|p: &Decimal| page.number(&p.normalize())).collect();
            Some(equals(page, &parts.join(" + "), value))
        }
        Reason::Neighbours { above, below } => neighbours(page, above.as_ref(), below.as_ref()),
        Reason::Stated { column, number } => {
            let id = part.group.scheme.column_id(*column);
            let name = part.group.scheme.criteria.get(*column).map_or(id, |c| page.text(&c.name));
            Some(page.say("reason.stated", &[("criterion", name), ("number", &number.to_string())]))
        }
        Reason::Parts => Some(page.say("reason.parts", &[])),
        Reason::Remainder { column } => {
            let total = page.say("table.total", &[]);
            let name = part.group.scheme.criteria.get(*column).map_or(total.as_str(), |c| page.text(&c.name));
            Some(page.say("reason.remainder", &[("column", name)]))
        }
        Reason::Own => Some(page.say("reason.own", &[])),
        Reason::Limits => None,
    }
}

/// A calculation with its result, where it has one.
fn equals(page: &Page<'_>, calculation: &str, value: Option<String>) -> String {
    match value {
        Some(value) => format!("{calculation} = {value}"),
        None => page.say("reason.open", &[("calculation", calculation)]),
    }
}

type Above = (crate::model::Rank, Decimal);
type Below = (crate::model::Rank, Decimal, bool);

fn neighbours(page: &Page<'_>, above: Option<&Above>, below: Option<&Below>) -> Option<String> {
    let mut parts = Vec::new();
    if let Some((rank, score)) = above {
        let (rank, score) = (page.words().rank(*rank), page.number(score));
        parts.push(page.say("reason.below", &[("rank", &rank), ("score", &score)]));
    }
    if let Some((rank, score, last)) = below {
        let (rank, score) = (page.words().rank(*rank), page.number(score));
        let key = if *last { "reason.above.last" } else { "reason.above" };
        parts.push(page.say(key, &[("rank", &rank), ("score", &score)]));
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}
