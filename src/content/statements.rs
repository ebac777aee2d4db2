//! What a score file says was announced: statements with their ranks, scores and units.

use super::levels::at_their_level;
use super::numbers::number;
use super::reader::ScoreReader;
use super::texts::line;
use super::values::{boolean, count, entries, list, name, names, not_empty};
use super::written::{GroupAnnounced, Spanned, StatementLine};
use crate::diagnostics::codes::shape;
use crate::diagnostics::{Diagnostic, Faults, nearest};
use crate::model::{Rank, StatedPlaces, StatedRank, StatedScore};
use crate::yaml::{Kind, Node};

/// The keys of a score file below which groups stand, and those that follow them.
pub(super) const ROOT: &[&str] =
    &["scores", "announced", "unranked", "adjustments", "corrections", "disputed", "remarks"];

impl ScoreReader<'_> {
    /// The statements of each group.
    pub(super) fn announced(&self, node: Node<'_>, faults: &mut Faults) -> Vec<GroupAnnounced> {
        let mut groups = Vec::new();
        for (group, criteria) in
            at_their_level(entries(node, "`announced`", faults), ROOT, |n| n.kind() != Kind::List, faults)
        {
            let mut list_of = Vec::new();
            for (criterion, statements) in entries(criteria, "what was announced of a group", faults) {
                let lines = list(statements, faults).into_iter().filter_map(|n| self.statement(n, faults)).collect();
                list_of.push((name(criterion), lines));
            }
            groups.push(GroupAnnounced { group: name(group), place: criteria.place(), criteria: list_of });
        }
        groups
    }

    fn statement(&self, node: Node<'_>, faults: &mut Faults) -> Option<StatementLine> {
        let mut m = self.fields(node, "a statement", faults)?;
        let last = m.get("last").map(|n| boolean(n, faults));
        let rank = m.get("rank");
        let [score, units, count_node] = [m.get("score"), m.need("units"), m.get("count")];
        units.into_iter().for_each(|n| not_empty(n, ["units", "đơn vị"], faults));
        let place = |part: Option<Node<'_>>| part.unwrap_or(node).place();
        let statement = StatementLine {
            rank: rank.and_then(|n| self.rank(n, faults)),
            score: score.and_then(|n| self.stated_score(n, faults)),
            units: units.filter(|n| n.text() != "others").map(|n| self.named(n, faults)),
            count: count_node.and_then(|n| count(n, 1, 100_000_000, faults)),
            last: last.flatten().unwrap_or(false),
            quote: m.get("quote").and_then(|n| line(n, faults)),
            note: self.text(m.get("note"), faults),
            disputed: self.text(m.get("disputed"), faults),
            place: node.place(),
            places: StatedPlaces {
                rank: place(rank),
                score: place(score),
                count: place(count_node.or(units)),
                last: place(m.get("last")),
            },
        };
        // A word that cannot be read may be `true`, and so may one whose key cannot be.
        if rank.is_none() && matches!(last, None | Some(Some(false))) && !m.has_unknown() {
            m.lack("rank");
        }
        m.done(faults);
        units.map(|_| statement)
    }

    /// The ids of a statement; a word that is near to `others` is that.
    fn named(&self, node: Node<'_>, faults: &mut Faults) -> Vec<Spanned<String>> {
        // A list that holds nothing else is that too.
        let only = if node.kind() == Kind::List && node.len() == 1 { node.items().next() } else { None };
        if is_others(node) || only.is_some_and(|item| item.text() == "others") {
            let fault = Diagnostic::new(&shape::WORD_UNKNOWN, node.place()).with("word", node.source());
            faults.push(fault.with("near", "others").with("known", "others, [so-a, so-b]"));
            return Vec::new();
        }
        names(node, faults)
    }

    /// A rank, a list of the possible ones, or a band.
    pub(super) fn rank(&self, node: Node<'_>, faults: &mut Faults) -> Option<StatedRank> {
        match node.kind() {
            Kind::Scalar => one_rank(node, faults).map(StatedRank::One),
            Kind::List => {
                not_empty(node, ["ranks", "hạng"], faults);
                let ranks: Vec<Rank> = node.items().filter_map(|n| one_rank(n, faults)).collect();
                (!ranks.is_empty()).then_some(StatedRank::OneOf(ranks))
            }
            Kind::Map => {
                let mut m = self.fields(node, "a band of ranks", faults)?;
                let min = m.need("min").and_then(|n| one_rank(n, faults));
                let max = m.need("max").and_then(|n| one_rank(n, faults));
                m.done(faults);
                let (min, max) = (min?, max?);
                if min > max {
                    let fault = Diagnostic::new(&shape::RANGE_BACKWARDS, node.place());
                    faults.push(fault.with("low", min).with("high", max));
                    return None;
                }
                Some(StatedRank::Band(min, max))
            }
        }
    }

    fn stated_score(&self, node: Node<'_>, faults: &mut Faults) -> Option<StatedScore> {
        if node.kind() != Kind::Map {
            return number(node, self.comma, faults).map(StatedScore::One);
        }
        let mut m = self.fields(node, "a range of scores", faults)?;
        let min = m.need("min").and_then(|n| number(n, self.comma, faults));
        let max = m.need("max").and_then(|n| number(n, self.comma, faults));
        m.done(faults);
        let (min, max) = (min?, max?);
        if min > max {
            faults.push(Diagnostic::new(&shape::RANGE_BACKWARDS, node.place()).with("low", min).with("high", max));
            return None;
        }
        Some(StatedScore::Between(min, max))
    }
}

/// Whether a text is the word for all other units, as it is nearly written or as people say it.
fn is_others(node: Node<'_>) -> bool {
    const SAID: [&str; 5] = ["con lai", "cac don vi con lai", "khac", "cac don vi khac", "don vi khac"];
    let plain = crate::words::slug(node.text()).replace('-', " ");
    let is_near = || SAID.contains(&plain.as_str()) || nearest(node.text(), ["others"].into_iter()).is_some();
    node.kind() == Kind::Scalar && is_near()
}

/// One rank: a whole number, or one with a half.
fn one_rank(node: Node<'_>, faults: &mut Faults) -> Option<Rank> {
    if let Some(whole) = node.text().strip_suffix(".5")
        && whole.starts_with(|c: char| ('1'..='9').contains(&c))
        && let Ok(n @ 1..=WORST) = whole.parse::<u32>()
    {
        return Some(Rank::halves(n * 2 + 1));
    }
    count(node, 1, WORST, faults).map(Rank::whole)
}

/// The worst rank that can be written: a larger number is a date, or the number of a document.
const WORST: u32 = 1_000_000;
