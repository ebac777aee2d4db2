//! The reader's own weights for the latest edition: official weights and ranks, which a script lets readers change.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::fragments::{Marks, OwnTable, OwnTableRow, own_table};
use crate::model::{EditionIdx, Order, Population, Rank, Rounding, Status};
use crate::rankings::{NoOwnWeights, OwnWeights, own_weights};
use crate::render::{Html, TemplateFault};
use crate::report::blocks::{BlockKind, tie_ends};
use crate::report::columns::letter;
use crate::report::completeness::leaves;
use crate::report::group::GroupResult;
use crate::report::percentages::percentages;
use crate::routes::{Route, group_anchor};
use crate::say::captions::caption;
use crate::say::editions::edition_name;
use crate::say::points::maximum;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::legend;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::long_list::script_link;
use crate::writers::html::pieces::own_weights::{PLAIN_FROM, ROWS, is_long, table_row};
use crate::writers::html::pieces::script_text::ScriptText;

/// How many rows the table has where there are still more units; a script file has all, and finds any.
const SHOWN: usize = 100;

#[derive(Serialize)]
pub(crate) struct Weights {
    frame: Frame,
    kick: String,
    title: String,
    offered: bool,
    headline: Option<String>,
    /// Whether more has to be known before a group can be weighed.
    is_open: bool,
    groups: Vec<GroupWeights>,
    words: WeightWords,
}

/// What the page calls the weights and ranks of the publisher: official only where the edition is.
#[derive(Serialize)]
struct WeightWords {
    script: String,
    caption: String,
    back: String,
    theirs: String,
    said: String,
}

#[derive(Serialize)]
struct GroupWeights {
    anchor: String,
    name: Html,
    ranking: Link,
    why: Option<String>,
    own: Option<Own>,
}

/// A group whose weights may be changed.
#[derive(Serialize)]
struct Own {
    scale: String,
    ties: &'static str,
    ascending: bool,
    precision: Option<u32>,
    rounding: &'static str,
    /// The script file that has all rows, where the table has not.
    rows: Option<String>,
    /// How many rows the table has, then.
    shown: Option<String>,
    /// The same for the script, its places open.
    shown_open: String,
    parts: Vec<Weight>,
    script: Vec<ScriptText>,
    table: Html,
    legend: Vec<legend::LegendEntry>,
}

/// The official weight of a criterion.
#[derive(Serialize)]
struct Weight {
    weight: String,
    max: String,
    letter: Option<String>,
    name: Html,
    maximum: String,
    share: String,
    percent: String,
    id: String,
    number: String,
}

/// The page in each language, where there is an edition.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let Some(latest) = context.report.series.latest() else { return Vec::new() };
    let job = |language| Job::tried(context, language, Route::Weights, "weights.html", move |page| view(page, latest));
    context.languages.iter().map(job).collect()
}

fn view(page: &Page<'_>, edition: EditionIdx) -> Result<Weights, TemplateFault> {
    let site = page.text(&page.series().site.title);
    let name = edition_name(page.voice, edition);
    let parts = GroupResult::all(page.report(), edition);
    let groups: Vec<GroupWeights> = parts.iter().map(|&part| group(page, part)).collect::<Result<_, _>>()?;
    let offered = groups.iter().any(|group| group.own.is_some());
    let crumb = page.say("own.crumb", &[]);
    let head = Head {
        title: page.say("title.page", &[("page", &crumb), ("site", site)]),
        description: match offered {
            true => page.say("description.own", &[("edition", &name), ("site", site)]),
            false => headline(page, &parts, &name),
        },
        crumbs: vec![Link::to(page, Route::Home, page.say("crumb.home", &[])), Link::here(crumb)],
        edition: Some(edition),
        languages: None,
    };
    let mut frame = frame(page, head);
    if offered {
        frame.script(page, "pick.js");
        if groups.iter().flat_map(|group| &group.own).any(|own| own.rows.is_some()) {
            frame.script(page, "weights-many.js");
        }
        frame.script(page, "weights.js");
    }
    Ok(Weights {
        frame,
        kick: page.say("edition.crumb", &[("edition", &name)]),
        title: page.say("own.title", &[]),
        headline: (!offered).then(|| headline(page, &parts, &name)),
        is_open: is_open(&parts),
        offered,
        groups,
        words: words(page, edition),
    })
}

/// One of two phrases: the first where an edition is official.
fn either(page: &Page<'_>, edition: EditionIdx, official: &'static str, plain: &'static str) -> &'static str {
    if page.edition(edition).status == Status::Official { official } else { plain }
}

fn words(page: &Page<'_>, edition: EditionIdx) -> WeightWords {
    let say = |official, plain| page.say(either(page, edition, official, plain), &[]);
    WeightWords {
        script: say("own.script", "own.script.plain"),
        caption: say("own.caption", "own.caption.plain"),
        back: say("own.back", "own.back.plain"),
        theirs: say("own.theirs", "own.theirs.plain"),
        said: say("own.said.official", "own.said.plain"),
    }
}

/// How many scores of all groups together are known, and how many there are.
fn known(parts: &[GroupResult<'_>]) -> (usize, usize) {
    let counts = parts.iter().map(|&part| leaves(part));
    counts.fold((0, 0), |sum, count| (sum.0 + count.known + count.deduced, sum.1 + count.cells))
}

/// Whether some scores are not known.
fn is_open(parts: &[GroupResult<'_>]) -> bool {
    let (known, all) = known(parts);
    known < all
}

/// That nothing can be weighed, with how much is known of all groups together.
fn headline(page: &Page<'_>, parts: &[GroupResult<'_>], edition: &str) -> String {
    let (known, all) = known(parts);
    let words = [
        ("edition", edition),
        ("known", &page.words().number(&known.into())),
        ("all", &page.words().number(&all.into())),
    ];
    page.say(if known < all { "own.none.known" } else { "own.none" }, &words)
}

fn group(page: &Page<'_>, part: GroupResult<'_>) -> Result<GroupWeights, TemplateFault> {
    let group = &page.series().groups[part.group.group.0];
    let judged = own_weights(part.group, part.ranking);
    let ranking = either(page, part.edition, "own.ranking", "own.ranking.plain");
    let route = Route::Group(&page.edition(part.edition).id, &group.id);
    Ok(GroupWeights {
        anchor: group_anchor(&group.id),
        name: page.html(&group.name),
        ranking: Link::to(page, route, page.say(ranking, &[("group", page.voice.group_in_text(part.group))])),
        why: judged.as_ref().err().map(|why| refusal(page, part, *why)),
        own: judged.ok().map(|own| offer(page, part, &own)).transpose()?,
    })
}

/// Why a group cannot be weighed, in a sentence.
fn refusal(page: &Page<'_>, part: GroupResult<'_>, why: NoOwnWeights) -> String {
    let key = match why {
        NoOwnWeights::NoCriteria => "own.why.criteria",
        NoOwnWeights::GivenTotal => "own.why.given",
        NoOwnWeights::GeometricMean => "own.why.geometric",
        NoOwnWeights::AnnouncedTies => "own.why.announced",
        NoOwnWeights::OnePart => "own.why.one",
        NoOwnWeights::NoMaximum(column) => {
            let name = part.group.scheme.criterion(column).map_or("", |c| page.text(&c.name));
            return page.say("own.why.maximum", &[("criterion", name)]);
        }
        NoOwnWeights::Incomplete => {
            let count = leaves(part);
            let known = count.known + count.deduced;
            let (known, all) = (page.words().number(&known.into()), page.words().number(&count.cells.into()));
            return page.say("own.why.incomplete", &[("known", &known), ("all", &all)]);
        }
        NoOwnWeights::PopulationUnknown => {
            let named = part.group.units.len();
            return match part.group.population {
                Population::Number(all) => {
                    let all = page.words().number(&all.into());
                    page.voice.say_units(part.group, "own.why.more", named, &[("all", &all)])
                }
                Population::Units | Population::Unknown => {
                    page.voice.say_units(part.group, "own.why.population", named, &[])
                }
            };
        }
        NoOwnWeights::NobodyRanked => "own.why.nobody",
        NoOwnWeights::RoundedOtherwise => "own.why.rounded",
        NoOwnWeights::NotReproduced => "own.why.other",
    };
    page.voice.say_of(&[part.group.group], key, &[])
}

fn offer(page: &Page<'_>, part: GroupResult<'_>, own: &OwnWeights) -> Result<Own, TemplateFault> {
    let scheme = &part.group.scheme;
    let mut marks = Marks::default();
    let table = table(page, part, own, &mut marks);
    let group = &page.series().groups[part.group.group.0].id;
    let weights: Vec<Decimal> = own.parts.iter().map(|part| part.weight).collect();
    let shares = percentages(&weights, 1).unwrap_or_default();
    let weight = |(of, share): (&crate::rankings::OwnPart, Decimal)| Weight {
        weight: of.weight.to_string(),
        max: of.max.to_string(),
        letter: letter(part, of.column),
        name: page.html(&scheme.criteria[of.column].name),
        maximum: maximum(page.words(), of.max),
        share: page.say("own.share", &[("share", &page.number(&share))]),
        percent: share.to_string(),
        id: format!("w-{group}-{}", scheme.criteria[of.column].id),
        number: page.say("own.weight", &[("criterion", page.text(&scheme.criteria[of.column].name))]),
    };
    Ok(Own {
        scale: own.scale.to_string(),
        ties: scheme.rank.ties.word(),
        ascending: scheme.rank.order == Order::Ascending,
        precision: scheme.rank.precision,
        rounding: match scheme.rank.rounding {
            Rounding::HalfUp | Rounding::HalfEven => Rounding::HalfUp.word(),
            Rounding::Down => Rounding::Down.word(),
        },
        rows: script_link(page, ROWS, &group_anchor(group)),
        shown_open: page.voice.say_of(&[part.group.group], "own.shown", &[]),
        shown: is_long(own).then(|| shown_words(page, part, own)),
        parts: own.parts.iter().zip(shares).map(weight).collect(),
        script: script_texts(page, part),
        table: page.fragment("own", &table, own_table)?,
        legend: legend::entries(page, marks),
    })
}

fn table(page: &Page<'_>, part: GroupResult<'_>, own: &OwnWeights, marks: &mut Marks) -> OwnTable {
    let mut rows: Vec<OwnTableRow> = Vec::with_capacity(own.rows.len());
    let mut unused = Marks::default();
    let is_plain = own.rows.len() >= PLAIN_FROM;
    let marks = if is_plain { &mut unused } else { marks };
    let mut unranked = Vec::new();
    for block in page.voice.group_order(part).blocks(part.total()).iter() {
        for member in block.rows() {
            let found = own.rows.binary_search_by_key(&member, |row| row.row).ok();
            match (block.kind == BlockKind::Ranked, found) {
                (true, Some(at)) => rows.push(table_row(page, part, &own.rows[at], marks)),
                _ => {
                    let name = page.html(page.unit_text(part.edition, part.group.units[member]));
                    let why = part.group.unranked[member].as_ref().map(|why| page.html(why));
                    unranked.push((name, why));
                }
            }
        }
    }
    for row in rows.iter_mut().filter(|_| is_plain) {
        (row.score.bar, row.score.mark) = (None, None);
    }
    let ranks: Vec<Option<Rank>> = rows.iter().map(|row| row.rank.value).collect();
    for (row, ends) in rows.iter_mut().zip(tie_ends(&ranks, [None, None])).filter(|(row, _)| row.rank.tied) {
        [row.tie_first, row.tie_last] = ends;
    }
    if is_long(own) {
        rows.truncate(SHOWN);
        rows.iter_mut().for_each(|row| (row.values, row.added, row.among_equals) = (String::new(), None, None));
    }
    let official = either(page, part.edition, "own.official", "own.official.plain");
    let heads = ["table.rank", "table.unit", "table.total", official, "own.change"];
    let heads = heads.map(|key| page.voice.say_units(part.group, key, 1, &[]));
    let own_head = page.say("own.score", &[]);
    OwnTable {
        caption: caption(page.voice, part, part.total()),
        heads,
        own_head,
        tied_word: page.say("table.tied", &[]),
        same_word: page.say("own.same", &[]),
        rows,
        unranked_title: page.voice.say_units(part.group, "block.unranked", unranked.len(), &[]),
        unranked,
    }
}

fn shown_words(page: &Page<'_>, part: GroupResult<'_>, own: &OwnWeights) -> String {
    page.voice.say_units(part.group, "own.shown", SHOWN, &[("all", &page.words().number(&own.rows.len().into()))])
}

/// What the script says, places open; `NAME-1` is the form for one.
fn script_texts(page: &Page<'_>, part: GroupResult<'_>) -> Vec<ScriptText> {
    let moved = either(page, part.edition, "own.moved", "own.moved.plain");
    let official = either(page, part.edition, "own.said.official", "own.said.plain");
    let open = |name, key| ScriptText::open(page, &[part.group.group], name, key);
    let one = |name, key| ScriptText::one(page, &[part.group.group], name, key);
    vec![
        open("tied", "table.tied"),
        open("same", "own.same"),
        open("up", "own.up"),
        one("up-1", "own.up"),
        open("down", "own.down"),
        one("down-1", "own.down"),
        open("share", "own.share"),
        open("moved", moved),
        one("moved-1", moved),
        open("official", official),
        open("zero", "own.said.zero"),
    ]
}
