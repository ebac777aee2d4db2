//! Ranking tables: which rows stand in which block, and what their cells show.

use rust_decimal::Decimal;

use super::absent;
use super::context::Page;
use super::references::references;
use super::shown::is_shortened;
use super::split::{Cut, Rows, cut};
use crate::fragments::{
    Block, Column, Look, Mark, Marks, RankCell, RankingTable, Row, ScoreCell, Sign, rank_cell, score_cell,
};
use crate::model::{EditionGroup, EditionIdx, Rank, Scheme, Ties};
use crate::rankings::{GroupRanking, Known, Standing, StandingState};
use crate::routes::{Route, row_anchor};

/// The largest number of criteria that have a colour and a letter of their own.
pub(super) const COLOURED: usize = 5;

/// One group of one edition, with what was computed of it.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    /// Which edition.
    pub(super) edition: EditionIdx,
    /// What the edition says of the group.
    pub(super) group: &'a EditionGroup,
    /// What was computed.
    pub(super) ranking: &'a GroupRanking,
}

impl<'a> Part<'a> {
    /// A group of an edition.
    pub(super) fn of(page: &Page<'a>, edition: EditionIdx, index: usize) -> Self {
        Self { edition, group: &page.edition(edition).groups[index], ranking: page.ranking(edition, index) }
    }

    /// All groups of an edition.
    pub(super) fn all(page: &Page<'a>, edition: EditionIdx) -> Vec<Self> {
        (0..page.edition(edition).groups.len()).map(|i| Self::of(page, edition, i)).collect()
    }

    /// What is known of a unit in a column; with a maximum only where it is one of the numbers that are shown.
    pub(super) fn standing(&self, column: usize, row: usize) -> Standing {
        let standing = self.ranking.columns[column].standing(row);
        if self.group.scheme.is_raw(column) { Standing { maximum: None, ..standing } } else { standing }
    }

    /// The maximum of the numbers that a column shows; raw ones have none, only the points that they become.
    pub(super) fn max(&self, column: usize) -> Option<Decimal> {
        self.group.scheme.column_max(column).filter(|_| !self.group.scheme.is_raw(column))
    }

    /// The column of the total.
    pub(super) fn total(&self) -> usize {
        self.group.scheme.total_column()
    }

    /// Whether a unit has no rank at all in the total, rather than one that nobody knows.
    pub(super) fn is_not_ranked(&self, row: usize) -> bool {
        let nothing = matches!(self.standing(self.total(), row).state, StandingState::Missing | StandingState::Exempt);
        nothing || self.group.unranked[row].is_some()
    }

    /// Whether any number of a column is shown.
    pub(super) fn has_scores(&self, column: usize) -> bool {
        (0..self.group.units.len()).any(|row| self.standing(column, row).score != Known::Nothing)
    }

    /// Whether the announcement says that a unit is last in a column without saying which rank that is.
    pub(super) fn is_last_unnumbered(&self, column: usize, row: usize) -> bool {
        self.group.statements.iter().any(|s| {
            s.column == column
                && s.last
                && s.rank.is_none()
                && s.disputed.is_none()
                && s.rows.iter().any(|&r| r as usize == row)
        })
    }
}

/// Rows that belong together in a ranking.
pub(super) enum Stand {
    /// Their ranks are exactly known.
    Ranked,
    /// Their ranks lie between two; none where nothing is known of them.
    Open(Option<(Rank, Rank)>),
    /// Said to be last, without a number.
    Last,
    /// Not ranked.
    Unranked,
}

/// The rows of a column in blocks: known ranks in order, unknown ones by name where they must lie, unranked ones last.
pub(super) fn stands(page: &Page<'_>, part: Part<'_>, column: usize) -> Vec<(Stand, Vec<usize>)> {
    let mut exact: Vec<(Rank, usize)> = Vec::new();
    let mut open: Vec<(Rank, Rank, usize)> = Vec::new();
    let (mut unknown, mut last, mut unranked) = (Vec::new(), Vec::new(), Vec::new());
    for row in 0..part.group.units.len() {
        let standing = part.standing(column, row);
        match standing.rank {
            Known::Exact(rank) => exact.push((rank, row)),
            Known::Between(best, worst) => open.push((best, worst, row)),
            Known::Nothing if part.is_last_unnumbered(column, row) => last.push(row),
            Known::Nothing if waits_for_rank(part, row, &standing) => unknown.push(row),
            Known::Nothing => unranked.push(row),
        }
    }
    let name = |row: usize| page.unit_name(part.edition, part.group.units[row]);
    let by_name = |a: usize, b: usize| page.words().compare(name(a), name(b));
    exact.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| by_name(a.1, b.1)));
    open.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| by_name(a.2, b.2)));
    for rows in [&mut unknown, &mut last, &mut unranked] {
        rows.sort_by(|&a, &b| by_name(a, b));
    }
    let mut blocks = interleave(&exact, &open);
    for (stand, rows) in &mut blocks {
        if matches!(stand, Stand::Open(_)) {
            rows.sort_by(|&a, &b| by_name(a, b));
        }
    }
    for (stand, rows) in [(Stand::Open(None), unknown), (Stand::Last, last), (Stand::Unranked, unranked)] {
        if !rows.is_empty() {
            blocks.push((stand, rows));
        }
    }
    blocks
}

/// Whether a unit has a rank that nobody knows: its score is not published, or its column isn't complete.
fn waits_for_rank(part: Part<'_>, row: usize, standing: &Standing) -> bool {
    match standing.state {
        StandingState::Unpublished | StandingState::Withheld => true,
        state => state == StandingState::Known && part.group.unranked[row].is_none(),
    }
}

/// Puts rows with open ranks between the known ranks, where their best possible rank says.
fn interleave(exact: &[(Rank, usize)], open: &[(Rank, Rank, usize)]) -> Vec<(Stand, Vec<usize>)> {
    let mut blocks: Vec<(Stand, Vec<usize>)> = Vec::new();
    let mut waiting = open.iter().peekable();
    let mut take_open = |before: Option<Rank>, blocks: &mut Vec<(Stand, Vec<usize>)>| {
        let mut rows = Vec::new();
        let mut bounds: Option<(Rank, Rank)> = None;
        while let Some(&&(best, worst, row)) = waiting.peek() {
            if before.is_some_and(|rank| best >= rank) {
                break;
            }
            waiting.next();
            rows.push(row);
            bounds = Some(bounds.map_or((best, worst), |(b, w)| (b.min(best), w.max(worst))));
        }
        if !rows.is_empty() {
            blocks.push((Stand::Open(bounds), rows));
        }
    };
    for &(rank, row) in exact {
        take_open(Some(rank), &mut blocks);
        match blocks.last_mut() {
            Some((Stand::Ranked, rows)) => rows.push(row),
            _ => blocks.push((Stand::Ranked, vec![row])),
        }
    }
    take_open(None, &mut blocks);
    blocks
}

/// What a ranking table is to show.
pub(super) struct Wish {
    /// The column whose ranks order it.
    pub(super) ranked_by: usize,
    /// The columns whose scores it shows.
    pub(super) shown: Vec<usize>,
    /// Its caption.
    pub(super) caption: String,
    /// Whether rows have anchors to be linked to.
    pub(super) anchors: bool,
    /// Which of its rows stand on this page.
    pub(super) rows: Rows,
}

/// The most columns of scores that have room beside each other on a small screen as they are.
const NARROW: usize = 7;

/// The full table of a ranking, with the signs that it uses.
pub(super) fn full(page: &Page<'_>, part: Part<'_>, mut wish: Wish) -> (RankingTable, Marks) {
    if wish.shown.iter().any(|&column| is_shortened(part, column)) {
        wish.caption = format!("{} {}", wish.caption, page.say("caption.shortened", &[]));
    }
    let mut marks = Marks::default();
    let blocks = stands(page, part, wish.ranked_by);
    let cuts = cut(&blocks, wish.shown.len(), wish.rows);
    if wish.shown.contains(&part.total()) {
        let made = absent::of_rows(page, part, cuts.iter().flat_map(|cut| cut.here.iter().copied()));
        wish.caption = std::iter::once(wish.caption).chain(made).collect::<Vec<_>>().join(" ");
    }
    let mut table_blocks = Vec::with_capacity(cuts.len() + 1);
    for cut in &cuts {
        let title = block_title(page, part, &wish, cut.stand, cut.whole, blocks.len() > 1);
        let title = title.map(|title| match cut.before {
            0 => title,
            _ => page.say("split.continued", &[("title", &title)]),
        });
        let mut rows: Vec<Row> =
            cut.here.iter().map(|&row| table_row(page, part, &wish, row, cut.stand, &mut marks)).collect();
        mark_ties(&mut rows, ranks_around(part, &wish, cut));
        table_blocks.push(Block { title, rows });
    }
    let references = references(page, part, &wish.shown);
    if !references.is_empty() {
        // Behind all that have a rank or wait for one, before those that have none.
        let at = cuts.iter().take_while(|cut| !matches!(cut.stand, Stand::Unranked)).count();
        table_blocks.insert(at, Block { title: None, rows: references });
    }
    let table = RankingTable {
        class: if wish.shown.len() > NARROW { "rows xl" } else { "rows" },
        caption: wish.caption,
        rank_head: page.say("table.rank", &[]),
        unit_head: page.say("table.unit", &[]),
        columns: wish.shown.iter().map(|&column| head(page, part, column)).collect(),
        tied_word: page.say("table.tied", &[]),
        blocks: table_blocks,
        sortable: true,
        wide: wish.shown.len() > NARROW,
    };
    (table, marks)
}

/// The line above a block.
fn block_title(
    page: &Page<'_>,
    part: Part<'_>,
    wish: &Wish,
    stand: &Stand,
    rows: &[usize],
    several: bool,
) -> Option<String> {
    match stand {
        Stand::Open(Some((best, worst))) => {
            let (best, worst) = (page.words().rank(*best), page.words().rank(*worst));
            Some(page.say_n("block.open", rows.len(), &[("best", &best), ("worst", &worst)]))
        }
        Stand::Open(None) if several => Some(page.say_n("block.unknown", rows.len(), &[])),
        Stand::Open(None) => None,
        Stand::Last => Some(page.say("block.last", &[])),
        Stand::Unranked => Some(page.say_n("block.unranked", rows.len(), &[])),
        Stand::Ranked => {
            let column = &part.ranking.columns[wish.ranked_by];
            let first = rows.first().map(|&row| part.standing(wish.ranked_by, row));
            let last =
                first.as_ref().is_some_and(|s| column.last_rank.is_some_and(|rank| s.rank == Known::Exact(rank)));
            let announced = first.is_some_and(|s| s.announced_rank.is_some());
            (several && last && announced && !column.complete).then(|| page.say("block.last", &[]))
        }
    }
}

/// The head of a column of scores.
pub(super) fn head(page: &Page<'_>, part: Part<'_>, column: usize) -> Column {
    let scheme = &part.group.scheme;
    let maximum = part.max(column).map(|max| format!("/{}", page.number(&max.normalize())));
    let Some(criterion) = scheme.criteria.get(column) else {
        return Column { head: page.say("table.total", &[]), name: None, maximum, key: None };
    };
    match letter(part, column) {
        Some(letter) => {
            Column { head: letter.clone(), name: Some(page.text(&criterion.name).into()), maximum, key: Some(letter) }
        }
        None => Column { head: page.say("table.score", &[]), name: None, maximum, key: None },
    }
}

/// The letter of a criterion at the top of the tree: A, B, … Z, AA, …
pub(super) fn letter(part: Part<'_>, column: usize) -> Option<String> {
    letter_of(part.group.scheme.tops().position(|top| top == column)?)
}

/// Whether the criteria at the top of a scheme have colours of their own: more of them than colours have none.
pub(super) fn is_coloured(scheme: &Scheme) -> bool {
    scheme.tops().count() <= COLOURED
}

/// The letter with that number, from 0.
pub(super) fn letter_of(position: usize) -> Option<String> {
    let single = |n: usize| u8::try_from(n).ok().map(|n| char::from(b'A' + n));
    match position {
        0..26 => single(position).map(String::from),
        26..702 => Some([single(position / 26 - 1)?, single(position % 26)?].iter().collect()),
        _ => None,
    }
}

pub(super) fn table_row(
    page: &Page<'_>,
    part: Part<'_>,
    wish: &Wish,
    row: usize,
    stand: &Stand,
    marks: &mut Marks,
) -> Row {
    let unit = part.group.units[row];
    let id = &page.series().units[unit.0].id;
    let standing = part.standing(wish.ranked_by, row);
    let mut of_rank = Marks::default();
    let rank = match stand {
        Stand::Last => last_cell(page, &mut of_rank),
        _ => rank_cell(page.words(), &standing, &mut of_rank),
    };
    let note = match stand {
        Stand::Unranked => part.group.unranked[row].as_ref().map(|why| page.text(why).to_owned()),
        _ => None,
    };
    let row = Row {
        anchor: wish.anchors.then(|| row_anchor(id)),
        name: page.html(page.unit_text(part.edition, unit)),
        href: Some(unit_link(page, part.edition, id)),
        rank,
        scores: wish.shown.iter().map(|&c| score(page, part, c, row, marks)).collect(),
        tie_first: false,
        tie_last: false,
        note,
        reference: false,
    };
    // The legend lists what is seen: a mark of the rank only where the row shows it.
    if wish.shown.is_empty() || row.tells_rank(wish.shown.len()) {
        marks.add(of_rank);
    } else if of_rank.has(Sign::Tied) {
        marks.note(Sign::Tied);
    }
    row
}

/// The score of a unit in a column as tables show it.
pub(super) fn score(page: &Page<'_>, part: Part<'_>, column: usize, row: usize, marks: &mut Marks) -> ScoreCell {
    let cell = score_cell(page.words(), &part.standing(column, row), marks);
    if column == part.total() && cell.look == Look::Unknown && part.group.unranked[row].is_some() {
        return ScoreCell { bar: None, ..cell };
    }
    cell
}

/// The rank cell of a unit that is said to be last, without a number.
fn last_cell(page: &Page<'_>, marks: &mut Marks) -> RankCell {
    marks.note(Sign::Announced);
    let mark = Some(Mark { sign: "§", meaning: page.say("sign.announced", &[]) });
    RankCell { value: String::new(), shown: page.say("cell.last", &[]), tied: false, exact: false, mark }
}

/// A link to a unit's page in an edition; where editions have none, to its page over the years.
pub(super) fn unit_link(page: &Page<'_>, edition: EditionIdx, unit: &str) -> String {
    let route = match page.has_scorecards(edition) {
        true => Route::Scorecard(&page.edition(edition).id, unit),
        false => Route::UnitYears(unit),
    };
    page.link(route)
}

/// Notes which rows begin and end a tie; ranks that stand around them on other pages go on with it.
pub(super) fn mark_ties(rows: &mut [Row], [before, after]: [Option<String>; 2]) {
    let mut ranks: Vec<String> = rows.iter().map(|row| row.rank.value.clone()).collect();
    ranks.insert(0, before.unwrap_or_default());
    ranks.push(after.unwrap_or_default());
    for (i, row) in rows.iter_mut().enumerate().filter(|(_, row)| row.rank.tied) {
        row.tie_first = ranks[i] != ranks[i + 1];
        row.tie_last = ranks[i + 2] != ranks[i + 1];
    }
}

/// The known ranks of the rows before and behind those of a page.
fn ranks_around(part: Part<'_>, wish: &Wish, cut: &Cut<'_>) -> [Option<String>; 2] {
    let (before, after) = cut.around();
    [before, after].map(|row| match part.standing(wish.ranked_by, row?).rank {
        Known::Exact(rank) => Some(rank.to_string()),
        _ => None,
    })
}

/// How many units a group has, as far as that is known: `17 units`, or that the number was not published.
pub(super) fn population(page: &Page<'_>, part: Part<'_>) -> String {
    use crate::model::Population;
    let units = part.group.units.len();
    let unranked = (0..units).filter(|&row| part.is_not_ranked(row)).count();
    match part.group.population {
        Population::Units if unranked > 0 => {
            let out = page.words().number(&unranked.into());
            page.say_n("population.ranked", units - unranked, &[("unranked", &out)])
        }
        Population::Unknown => page.say_n("population.unknown", units, &[]),
        Population::Units => page.say_n("population.known", units, &[]),
        Population::Number(n) => page.say_n("population.known", n as usize, &[]),
    }
}

/// The rule for ties in one sentence.
pub(super) fn tie_rule(page: &Page<'_>, ties: Ties) -> String {
    page.say(&format!("ties.{}", ties_key(ties)), &[])
}

/// The key of a rule for ties in the phrases.
pub(super) fn ties_key(ties: Ties) -> &'static str {
    match ties {
        Ties::Dense => "dense",
        Ties::Competition => "competition",
        Ties::Modified => "modified",
        Ties::Average => "average",
        Ties::Ordinal => "ordinal",
        Ties::Announced => "announced",
    }
}

/// The name of an edition within a sentence: `năm 2018`.
pub(super) fn edition_name(page: &Page<'_>, edition: EditionIdx) -> String {
    let edition = page.edition(edition);
    let key = if edition.id == edition.year.to_string() { "edition.year" } else { "edition.other" };
    page.say(key, &[("edition", &edition.id)])
}

/// The name of an edition that stands alone, in a table or as a link: `Năm 2018`.
pub(super) fn edition_label(page: &Page<'_>, edition: EditionIdx) -> String {
    let edition = page.edition(edition);
    let key = if edition.id == edition.year.to_string() { "edition.label.year" } else { "edition.label.other" };
    page.say(key, &[("edition", &edition.id)])
}

/// A score in words: the number with its unit.
pub(super) fn points(page: &Page<'_>, value: Decimal) -> String {
    let one = value == Decimal::ONE;
    page.words().say_n("points", if one { 1 } else { 2 }, &[("points", &page.number(&value))])
}
