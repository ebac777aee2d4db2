//! The two cells that every table is made of: a score and a rank, each with the sign that tells where it comes from.

use std::fmt::Display;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::fragments::parts::push_abbr;
use crate::fragments::plain;
use crate::fragments::signs::{Mark, Marks, Sign};
use crate::model::{Disclosure, Rank, State, StatedRank, StatedScore};
use crate::rankings::{Basis, Known, RankBasis, Standing, StandingState};
use crate::render::Html;
use crate::report::narrowed::narrowed;
use crate::report::reach::reach;
use crate::words::Words;

/// How firm a number looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Look {
    /// Exactly known.
    Known,
    /// Known to lie between two ends, or by rank only.
    Bounded,
    /// Not known.
    Unknown,
    /// There is none.
    Empty,
    /// Known and not shown.
    Hidden,
    /// Printed, and doubted.
    Disputed,
}

/// What is known of a rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RankLook {
    /// Exactly known.
    Known,
    /// Known to lie between two ranks.
    Bounded,
    /// Announced as the last one, whatever its number is.
    Last,
    /// There is one, and it is not known.
    Unknown,
    /// There is none.
    Empty,
}

/// The bar under a score: in the score's own units.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Bar {
    /// The end of the scale.
    #[serde(serialize_with = "plain::number")]
    pub(crate) max: Decimal,
    /// The solid part, from 0; none: the score is unknown.
    #[serde(serialize_with = "plain::part")]
    pub(crate) solid: Option<Decimal>,
    /// How much further it may reach.
    #[serde(serialize_with = "plain::part")]
    pub(crate) open: Option<Decimal>,
}

/// A score as a table shows it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ScoreCell {
    /// The value as scripts and tests read it; empty unless exactly known.
    #[serde(serialize_with = "plain::value")]
    pub(crate) value: Option<Decimal>,
    /// What is read.
    pub(crate) shown: String,
    /// The whole number where a rounded one is read.
    pub(crate) whole: Option<String>,
    /// What a sign in place of a number means.
    pub(crate) meaning: Option<String>,
    /// The letter for what is drawn as a block.
    pub(crate) block: Option<&'static str>,
    /// How firm it looks.
    pub(crate) look: Look,
    /// The least and the most that it can be, where it is shown as an interval.
    #[serde(serialize_with = "plain::ends")]
    pub(crate) ends: Option<(Decimal, Decimal)>,
    /// Where the number comes from.
    pub(crate) mark: Option<Mark>,
    /// How firm it is, if it may change or did.
    pub(crate) flags: Vec<Mark>,
    /// How many decimals are read, of a number that stands by itself.
    pub(crate) decimals: Option<u32>,
    /// What lies between its end and that of the longest number of its column, to be left free.
    pub(crate) pad: Option<String>,
    /// The bar under it.
    pub(crate) bar: Option<Bar>,
}

/// A rank as a table shows it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RankCell {
    /// The rank as scripts and tests read it; empty unless exactly known.
    #[serde(serialize_with = "plain::value")]
    pub(crate) value: Option<Rank>,
    /// What is read: `2`, `4–12`, `…`.
    pub(crate) shown: String,
    /// Whether others share it.
    pub(crate) tied: bool,
    /// What is known of it.
    pub(crate) look: RankLook,
    /// Whether it is exactly known, for themes that ask no more.
    pub(crate) exact: bool,
    /// The best and the worst that it can be, where it is an interval.
    #[serde(serialize_with = "plain::ends")]
    pub(crate) ends: Option<(Rank, Rank)>,
    /// Where it comes from; none where it was counted.
    pub(crate) mark: Option<Mark>,
    /// The rank that was announced and is disputed, where another one is read, or none.
    pub(crate) disputed: Option<String>,
}

impl ScoreCell {
    /// A cell that shows a text and no value.
    fn of(shown: String, look: Look) -> Self {
        Self {
            value: None,
            shown,
            whole: None,
            meaning: None,
            block: None,
            look,
            ends: None,
            mark: None,
            flags: Vec::new(),
            decimals: None,
            pad: None,
            bar: None,
        }
    }

    /// Whether a sign stands beside it.
    #[must_use]
    pub(crate) fn has_signs(&self) -> bool {
        self.mark.is_some() || !self.flags.is_empty()
    }

    /// Leaves out the sign that says what its column says of all its numbers.
    pub(crate) fn leave_out(&mut self, sign: Sign) {
        self.mark.take_if(|mark| mark.kind == sign);
    }

    /// Leaves room behind a number for the decimals that the longest of its column has; a point is as wide as a comma.
    pub(super) fn pad_to(&mut self, most: u32) {
        let Some(own) = self.decimals.filter(|&own| own < most) else { return };
        let point = if own == 0 { "." } else { "" };
        let digits = usize::try_from(most - own).unwrap_or_default();
        self.pad = Some(format!("{point}{}", "0".repeat(digits)));
    }

    /// Whether it says that there is no number to be read, rather than one that is not known.
    #[must_use]
    pub(crate) fn has_no_number(&self) -> bool {
        match self.look {
            Look::Empty | Look::Hidden => true,
            Look::Known | Look::Bounded | Look::Unknown | Look::Disputed => false,
        }
    }

    /// What is written of it: a letter also where tables draw a block.
    #[must_use]
    pub(crate) fn written(&self) -> &str {
        self.block.unwrap_or(&self.shown)
    }

    /// Whether it shows nothing at all.
    #[must_use]
    pub(crate) fn is_blank(&self) -> bool {
        self.written().is_empty()
    }
}

impl RankCell {
    /// A cell that shows a text and no rank.
    #[must_use]
    pub(crate) fn of(shown: String, look: RankLook) -> Self {
        let exact = look == RankLook::Known;
        Self { value: None, shown, tied: false, look, exact, ends: None, mark: None, disputed: None }
    }

    /// The rank as it is read in a text: with a sign before it where units share it.
    #[must_use]
    pub(crate) fn written(&self) -> String {
        if self.tied { format!("={}", self.shown) } else { self.shown.clone() }
    }
}

/// The mark of a sign.
fn mark(words: &Words, marks: &mut Marks, sign: Sign) -> Mark {
    marks.note(sign);
    Mark { kind: sign, sign: sign.symbol(), meaning: words.say(&format!("sign.{}", sign.key()), &[]) }
}

/// The sign of where a number comes from; none of those that were scored.
#[must_use]
pub(crate) fn sign_of(basis: Basis) -> Option<Sign> {
    match basis {
        Basis::Announced => Some(Sign::Announced),
        Basis::Deduced => Some(Sign::Deduced),
        Basis::Computed => Some(Sign::Computed),
        Basis::Scored => None,
    }
}

/// The score of a standing as a table shows it, and the signs that it needs.
#[must_use]
pub(crate) fn score_cell(words: &Words, standing: &Standing, marks: &mut Marks) -> ScoreCell {
    let max = standing.maximum.filter(|max| *max > Decimal::ZERO);
    let mut cell = match standing.score {
        Known::Exact(score) => exact(words, standing, score, marks),
        Known::Between(..) | Known::Nothing => match narrowed(standing) {
            Some(ends) => ScoreCell { ends: Some(ends), ..bounded(words, standing, marks) },
            None => nothing(words, standing, marks),
        },
    };
    cell.flags = flags(words, standing, marks);
    cell.bar = max.and_then(|max| bar(standing, max, cell.look));
    cell
}

fn exact(words: &Words, standing: &Standing, score: Decimal, marks: &mut Marks) -> ScoreCell {
    let mark = standing.score_basis.and_then(sign_of).map(|sign| mark(words, marks, sign));
    let decimals = if let Known::Exact(shown) = standing.shown_score() { Some(shown.scale()) } else { None };
    let (shown, whole) = rounded(words, standing);
    ScoreCell { value: Some(score), whole, mark, decimals, ..ScoreCell::of(shown, Look::Known) }
}

/// A score as it is read, and the whole one where that is another.
fn rounded(words: &Words, standing: &Standing) -> (String, Option<String>) {
    let in_words = |score: Known<Decimal>| match score {
        Known::Exact(score) => words.number(&score),
        Known::Between(low, high) => format!("{}–{}", words.number(&low), words.number(&high)),
        Known::Nothing => String::new(),
    };
    let shown = standing.shown_score();
    (in_words(shown), (shown != standing.score).then(|| in_words(standing.score)))
}

/// The marks of a number that may still change, or did; several may hold.
fn flags(words: &Words, standing: &Standing, marks: &mut Marks) -> Vec<Mark> {
    let flags = standing.flags;
    let all =
        [(flags.provisional, Sign::Provisional), (flags.estimated, Sign::Estimated), (flags.revised, Sign::Revised)];
    all.into_iter().filter(|(holds, _)| *holds).map(|(_, sign)| mark(words, marks, sign)).collect()
}

fn bounded(words: &Words, standing: &Standing, marks: &mut Marks) -> ScoreCell {
    marks.note(Sign::Interval);
    let mark = match standing.score_basis {
        Some(Basis::Announced) => Some(mark(words, marks, Sign::Announced)),
        Some(Basis::Scored) => None,
        _ => Some(mark(words, marks, Sign::Deduced)),
    };
    let (shown, whole) = rounded(words, standing);
    ScoreCell { whole, mark, ..ScoreCell::of(shown, Look::Bounded) }
}

/// What stands where there is no number: an announced rank, or the reason why there is none.
fn nothing(words: &Words, standing: &Standing, marks: &mut Marks) -> ScoreCell {
    let state = standing.state.without_number();
    if standing.state == StandingState::Cell(State::Unpublished)
        && let Some(rank @ StatedRank::One(_)) = &standing.announced_rank
        && !standing.disputed
    {
        marks.note(Sign::RankOnly);
        let shown = words.say("cell.rank", &[("rank", &words.rank(rank.best()))]);
        let mark = Some(mark(words, marks, Sign::Announced));
        return ScoreCell { mark, ..ScoreCell::of(shown, Look::Bounded) };
    }
    if standing.disputed
        && let Some(StatedScore::One(score)) = standing.announced_score
    {
        marks.note(Sign::Disputed);
        let mark = Some(mark(words, marks, Sign::Announced));
        let shown = words.number(&score);
        return ScoreCell { mark, ..ScoreCell::of(shown, Look::Disputed) };
    }
    let (sign, look) = (Sign::Empty(state), look_of(state));
    // What is kept back is drawn as a block, not written.
    let (shown, block) = if sign.is_block() { ("", Some(sign.symbol())) } else { (sign.symbol(), None) };
    marks.note(sign);
    let meaning = Some(words.say(&format!("sign.{}", sign.key()), &[]));
    ScoreCell { meaning, block, ..ScoreCell::of(shown.to_owned(), look) }
}

/// How a cell without a number looks.
fn look_of(state: State) -> Look {
    match state.disclosure() {
        Disclosure::Written | Disclosure::Open => Look::Unknown,
        Disclosure::Secret => Look::Hidden,
        Disclosure::None(_) => Look::Empty,
    }
}

/// The bar under a score: solid where it is known, half height where it may be, none where there is no value.
fn bar(standing: &Standing, max: Decimal, look: Look) -> Option<Bar> {
    let reached = match look {
        Look::Known | Look::Bounded => reach(standing.score, max),
        Look::Unknown => None,
        Look::Empty | Look::Hidden | Look::Disputed => return None,
    };
    Some(Bar { max, solid: reached.map(|reached| reached.solid), open: reached.and_then(|reached| reached.open) })
}

/// The rank of a standing as a table shows it, and the signs that it needs.
#[must_use]
pub(crate) fn rank_cell(words: &Words, standing: &Standing, marks: &mut Marks) -> RankCell {
    let disputed = disputed_rank(words, standing, marks);
    RankCell { disputed, ..believed_rank(words, standing, marks) }
}

/// A disputed rank that is not the one that is told.
fn disputed_rank(words: &Words, standing: &Standing, marks: &mut Marks) -> Option<String> {
    let printed = standing.disputed_rank()?;
    marks.note(Sign::Disputed);
    let (best, worst) = (printed.best(), printed.worst());
    Some(if best == worst { words.rank(best) } else { range(words, best, worst) })
}

fn believed_rank(words: &Words, standing: &Standing, marks: &mut Marks) -> RankCell {
    let mark = match standing.rank_basis {
        Some(RankBasis::Announced | RankBasis::Printed) => Some(mark(words, marks, Sign::Announced)),
        Some(RankBasis::Deduced) => Some(mark(words, marks, Sign::Deduced)),
        Some(RankBasis::Computed) | None => None,
    };
    match standing.rank {
        Known::Exact(rank) => {
            let tied = standing.is_tied();
            if tied {
                marks.note(Sign::Tied);
            }
            RankCell { value: Some(rank), tied, mark, ..RankCell::of(words.rank(rank), RankLook::Known) }
        }
        Known::Between(best, worst) => {
            let range = range(words, best, worst);
            let shown = match standing.is_last {
                true => words.say("cell.last.between", &[("range", &range)]),
                false => range,
            };
            RankCell { ends: Some((best, worst)), mark, ..RankCell::of(shown, RankLook::Bounded) }
        }
        Known::Nothing if standing.is_last => {
            let mark = Some(self::mark(words, marks, Sign::Announced));
            RankCell { mark, ..RankCell::of(words.say("cell.last", &[]), RankLook::Last) }
        }
        Known::Nothing if standing.has_place => RankCell::of(State::Unpublished.symbol().to_owned(), RankLook::Unknown),
        Known::Nothing => RankCell::of(String::new(), RankLook::Empty),
    }
}

/// Two ranks with a dash between.
fn range(words: &Words, best: Rank, worst: Rank) -> String {
    format!("{}–{}", words.rank(best), words.rank(worst))
}

/// Writes the inside of a score cell: the number with its signs, or room for those of its column, and its maximum, then
/// the bar.
pub(super) fn push_score(html: &mut Html, cell: &ScoreCell, has_signs: bool, maximum: Option<&str>) {
    match cell.look {
        Look::Known => match &cell.whole {
            Some(whole) => {
                html.push_raw("<span");
                html.attr("title", whole);
                html.push_raw(">");
                html.push_text(&cell.shown);
                html.push_raw("</span>");
            }
            None => html.push_text(&cell.shown),
        },
        Look::Bounded => {
            html.push_raw("<span class=\"no\"");
            if let Some(whole) = &cell.whole {
                html.attr("title", whole);
            }
            html.push_raw(">");
            html.push_text(&cell.shown);
            html.push_raw("</span>");
        }
        Look::Unknown | Look::Empty => {
            let meaning = cell.meaning.as_deref().unwrap_or_default();
            push_abbr(html, Some("no"), meaning, |html| html.push_text(&cell.shown));
        }
        Look::Hidden | Look::Disputed => push_bare(html, cell),
    }
    if let Some(pad) = &cell.pad {
        html.push_raw("<i class=\"pd\"");
        html.attr("data-p", pad);
        html.push_raw("></i>");
    }
    cell.mark.iter().chain(&cell.flags).for_each(|mark| push_mark(html, mark));
    if has_signs && !cell.has_signs() {
        html.push_raw("<i class=\"m\"></i>");
    }
    if let Some(maximum) = maximum {
        html.push_raw("<span class=\"q\"> ");
        html.push_text(maximum);
        html.push_raw("</span>");
    }
    if let Some(bar) = &cell.bar {
        push_bar(html, bar);
    }
}

/// Writes the inside of a score cell without what a legend says of it: a block where the number is withheld.
pub(super) fn push_bare(html: &mut Html, cell: &ScoreCell) {
    match cell.look {
        Look::Hidden => {
            html.push_raw("<span class=\"wh\"></span><span class=\"vh\">");
            html.push_text(cell.meaning.as_deref().unwrap_or_default());
            html.push_raw("</span>");
        }
        Look::Disputed => {
            html.push_raw("<s>");
            html.push_text(&cell.shown);
            html.push_raw("</s>");
        }
        Look::Known | Look::Bounded | Look::Unknown | Look::Empty => html.push_text(&cell.shown),
    }
}

/// A score in a table of thousands: short, since the legend says what its signs mean.
#[must_use]
pub(crate) fn short_cell(cell: &ScoreCell) -> Html {
    let mut html = Html::default();
    push_bare(&mut html, cell);
    if let Some(mark) = &cell.mark {
        html.push_text(" ");
        html.push_text(mark.sign);
    }
    cell.flags.iter().for_each(|flag| html.push_text(flag.sign));
    html
}

/// Writes a mark with its meaning.
pub(super) fn push_mark(html: &mut Html, mark: &Mark) {
    push_abbr(html, Some("m"), &mark.meaning, |html| html.push_raw(mark.sign));
}

/// Writes a bar as a drawing in the score's own units, so that no style is needed.
fn push_bar(html: &mut Html, bar: &Bar) {
    let Some(solid) = &bar.solid else {
        html.push_raw("<svg class=\"bar u\" viewBox=\"0 0 1 1\" aria-hidden=\"true\"></svg>");
        return;
    };
    let plain = |value: &Decimal| value.normalize().to_string();
    let solid = plain(solid);
    html.push_raw("<svg class=\"bar\" viewBox=\"0 0 ");
    html.push_text(&plain(&bar.max));
    html.push_raw(" 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path d=\"M0 0h");
    html.push_text(&solid);
    html.push_raw("v1H0z");
    if let Some(open) = bar.open.as_ref().map(plain) {
        html.push_raw("M");
        html.push_text(&solid);
        html.push_raw(" .3h");
        html.push_text(&open);
        html.push_raw("v.4h-");
        html.push_text(&open);
        html.push_raw("z");
    }
    html.push_raw("\"/></svg>");
}

/// Writes the inside of a rank cell; ties are heard as well as seen.
pub(super) fn push_rank(html: &mut Html, cell: &RankCell, tied_word: &str) {
    if cell.tied {
        html.push_raw("<span aria-hidden=\"true\">=</span><span class=\"vh\">");
        html.push_text(tied_word);
        html.push_raw(" </span>");
    }
    let is_alone = match cell.look {
        RankLook::Unknown | RankLook::Empty => cell.disputed.is_some(),
        RankLook::Known | RankLook::Bounded | RankLook::Last => false,
    };
    if !is_alone {
        html.push_text(&cell.shown);
    }
    if let Some(disputed) = &cell.disputed {
        html.push_raw(if is_alone { "<s>" } else { " <s>" });
        html.push_text(disputed);
        html.push_raw("</s>");
    }
}

/// Writes the number by which a cell is sorted, or between which ends it lies.
pub(super) fn push_value<T: Display>(html: &mut Html, value: Option<&T>, ends: Option<&(T, T)>) {
    html.attr("data-value", &value.map(T::to_string).unwrap_or_default());
    if let Some((low, high)) = ends {
        html.attr("data-from", &low.to_string());
        html.attr("data-to", &high.to_string());
    }
}
