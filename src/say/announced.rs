//! The sentences of an announcement: who has which rank with how many points, and who is last.

use rust_decimal::Decimal;

use crate::model::{Column, Order, StatedRank, StatedScore, Statement};
use crate::report::group::GroupResult;
use crate::report::places::{Places, RankHolders, places};
use crate::say::names::name_of;
use crate::say::points::points;
use crate::say::voice::Voice;

/// What is announced of a column, a sentence a rank; none where nothing is.
pub(crate) fn of_column(voice: Voice<'_>, part: GroupResult<'_>, column: Column) -> Option<Vec<String>> {
    let announcer = Announcer { voice, part, column };
    Some(match places(part, voice.group_order(part), column)? {
        Places::Disputed => vec![voice.say("announce.disputed", &[])],
        Places::Stated { told, disputed } => {
            let sentences = told.into_iter().map(|statement| announcer.stated(statement));
            let more = (disputed > 0).then(|| voice.say_n("announce.disputed.more", disputed, &[]));
            sentences.chain(more).collect()
        }
        Places::Ranked(ranks) => ranks.iter().map(|ranked| announcer.ranked(ranked)).collect(),
    })
}

/// Who tells of a column.
struct Announcer<'a> {
    voice: Voice<'a>,
    part: GroupResult<'a>,
    column: Column,
}

/// Those of whom something is told.
enum Announced<'s> {
    /// Units by their rows, and of how many they are, where that is told.
    Named(&'s [usize], Option<usize>),
    /// All whom nothing else names.
    Others,
}

impl Announcer<'_> {
    fn stated(&self, statement: &Statement) -> String {
        let rows: Vec<usize> = statement.rows.iter().map(|row| row.index()).collect();
        let told = match statement.others {
            true => Announced::Others,
            false => Announced::Named(&rows, statement.count.map(|count| count as usize)),
        };
        let rank = statement.rank.as_ref().map(|rank| self.rank(rank));
        let is_shared = match &statement.rank {
            Some(rank) => rank.is_one(),
            None => statement.score.is_none_or(StatedScore::is_one),
        };
        let score = statement.score.map(|score| self.stated_score(score));
        self.sentence(&told, rank, score, [statement.last, is_shared])
    }

    fn ranked(&self, ranked: &RankHolders) -> String {
        let count = (ranked.is_whole && ranked.rows.len() > 1).then_some(ranked.rows.len());
        let rank = self.rank(&StatedRank::One(ranked.rank));
        let score = ranked.score.map(|score| self.score(score));
        self.sentence(&Announced::Named(&ranked.rows, count), Some(rank), score, [ranked.is_last, true])
    }

    /// A statement: whether its units are last, and whether several of them are known to share what is told.
    fn sentence(
        &self,
        told: &Announced<'_>,
        rank: Option<String>,
        score: Option<String>,
        [is_last, is_shared]: [bool; 2],
    ) -> String {
        let what = self.what(rank.as_deref(), score.as_deref());
        let last = if is_last { ".last" } else { "" };
        let names = match told {
            Announced::Named(rows, Some(_)) => self.names(rows).join("; "),
            Announced::Named(rows, None) => self.voice.words.list(&self.names(rows)),
            Announced::Others => String::new(),
        };
        let end = match self.part.group.scheme.column_rule(self.column).order {
            Order::Descending => self.voice.say("announce.last.descending", &[]),
            Order::Ascending => self.voice.say("announce.last.ascending", &[]),
        };
        let args = [("what", what.as_str()), ("names", names.as_str()), ("last", end.as_str())];
        match told {
            Announced::Others => self.voice.say_of(&[self.part.group.group], &format!("announce.others{last}"), &args),
            _ if what.is_empty() => self.voice.say("announce.bare", &args),
            Announced::Named(rows, Some(n)) => {
                let some = if *n > rows.len() { ".part" } else { "" };
                self.voice.say_units(self.part.group, &format!("announce.counted{some}{last}"), *n, &args)
            }
            Announced::Named([_], None) => self.voice.say(&format!("announce.one{last}"), &args),
            Announced::Named(_, None) if is_shared => self.voice.say(&format!("announce.many{last}"), &args),
            Announced::Named(_, None) => self.voice.say(&format!("announce.each{last}"), &args),
        }
    }

    /// A rank and a score, or the one of them that is known.
    fn what(&self, rank: Option<&str>, score: Option<&str>) -> String {
        match (rank, score) {
            (Some(rank), Some(score)) => self.voice.say("announce.both", &[("rank", rank), ("score", score)]),
            (Some(rank), None) => self.voice.say("announce.rank", &[("rank", rank)]),
            (None, Some(score)) => self.voice.say("announce.score", &[("score", score)]),
            (None, None) => String::new(),
        }
    }

    fn rank(&self, rank: &StatedRank) -> String {
        let one = |rank| self.voice.words.rank(rank);
        match rank {
            StatedRank::One(rank) => one(*rank),
            StatedRank::OneOf(ranks) => {
                let ranks: Vec<String> = ranks.iter().map(|&rank| one(rank)).collect();
                let (last, before) = ranks.split_last().expect("a rank");
                match before {
                    [] => last.clone(),
                    _ => self.voice.say("announce.or", &[("first", &before.join(", ")), ("last", last)]),
                }
            }
            StatedRank::Band(best, worst) => format!("{}–{}", one(*best), one(*worst)),
        }
    }

    fn stated_score(&self, score: StatedScore) -> String {
        match score {
            StatedScore::One(score) => self.score(score),
            StatedScore::Between(low, high) => {
                let (low, high) = (self.voice.number(&low), self.score(high));
                self.voice.say("announce.between", &[("low", &low), ("high", &high)])
            }
        }
    }

    /// A score with its points, or with the unit that it is measured in.
    fn score(&self, score: Decimal) -> String {
        let scheme = &self.part.group.scheme;
        if !scheme.is_raw(self.column) {
            return points(self.voice, score);
        }
        let number = self.voice.number(&score);
        let unit = scheme.criterion(self.column).and_then(|criterion| criterion.unit.as_ref());
        unit.map_or_else(|| number.clone(), |unit| format!("{number} {}", self.voice.text(unit)))
    }

    fn names(&self, rows: &[usize]) -> Vec<String> {
        rows.iter().map(|&row| name_of(self.voice, self.part, row).to_owned()).collect()
    }
}
