//! What each column is: a criterion, the total, ranks of one of them, or left out.

use std::collections::{BTreeMap, BTreeSet};

use super::kinds::{ColumnUse, LeftColumn, TargetColumn, WantedTable};
use crate::import::answers::{ALL_OTHERS, AnswerSection, Answers, NO, YES};
use crate::import::ground::{Ground, TOTAL};
use crate::import::ids::new_id;
use crate::import::line::one_line;
use crate::import::matching::{How, Meant, meant};
use crate::import::question::{AnswerChoice, ImportQuestion, said};
use crate::import::table::{FoundTable, Role, TableColumn};

/// How many criteria are proposed for ranks, whatever they are called.
const PROPOSED_MAX: usize = 12;

/// What the columns of a table are.
pub(super) struct ColumnsRead {
    pub(super) uses: Vec<ColumnUse>,
    pub(super) targets: Vec<TargetColumn>,
    pub(super) questions: Vec<ImportQuestion>,
}

/// What a column is taken for, by ids.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Meaning {
    Names,
    Score(String, How),
    Rank(String, How),
    /// Ranks of another column of the table.
    RankOf(usize),
    Left(LeftColumn),
    /// Somebody has to say, perhaps one of these.
    Ask(Vec<String>),
}

pub(super) fn read(table: &FoundTable, keys: &[String], answers: &Answers, wanted: &WantedTable<'_>) -> ColumnsRead {
    let names = names(table);
    let mut meanings: Vec<Meaning> =
        (0..table.columns.len()).map(|at| answered(table, keys, answers, wanted, at)).collect();
    // A column of another year may hold the scores of this edition all the same, and somebody has to say so.
    let is_score = |column: &TableColumn| is_criterion(column) || column.role == Role::Total && !column.is_sure;
    let is_open = |at: usize| is_score(&table.columns[at]) && !is_of_other_year(&table.columns[at], wanted);
    match wanted.ground {
        Some(ground) => match_with(ground, table, &names, &is_open, &mut meanings),
        None => give_ids(table, &names, &is_open, &mut meanings),
    }
    each_once(&mut meanings);
    follow(&mut meanings);
    if answers.of(AnswerSection::Columns, ALL_OTHERS) == Some(NO) {
        let open = meanings.iter_mut().filter(|meaning| matches!(meaning, Meaning::Ask(_)));
        open.for_each(|meaning| *meaning = Meaning::Left(LeftColumn::Answer));
        follow(&mut meanings);
    }
    let targets = targets(table, &names, wanted.ground, &meanings);
    let questions = (0..meanings.len()).filter_map(|at| match &meanings[at] {
        Meaning::Ask(near) => {
            let column = &table.columns[at];
            Some(question((column, &table.place(column)), &keys[at], near, wanted.ground, &targets))
        }
        _ => None,
    });
    let questions = questions.collect();
    let place = |id: &str| targets.iter().position(|target| target.id == id).unwrap_or_default();
    let uses = meanings.iter().map(|meaning| match meaning {
        Meaning::Names => ColumnUse::Names,
        Meaning::Score(id, how) => ColumnUse::Score(place(id), *how),
        Meaning::Rank(id, how) => ColumnUse::Rank(place(id), *how),
        Meaning::Left(why) => ColumnUse::Left(*why),
        Meaning::RankOf(_) | Meaning::Ask(_) => ColumnUse::Open,
    });
    ColumnsRead { uses: uses.collect(), targets, questions }
}

/// What was answered of a column, or what it is by its role; of what is matched with names, that it is to be asked.
fn answered(table: &FoundTable, keys: &[String], answers: &Answers, wanted: &WantedTable<'_>, at: usize) -> Meaning {
    if Some(at) == table.name {
        return Meaning::Names;
    }
    let is_known = |id: &str| match wanted.ground {
        Some(ground) => id == TOTAL || ground.criteria.iter().any(|known| known.id == id),
        None => true,
    };
    let said = answers.of(AnswerSection::Columns, &keys[at]).map(|value| match value.split_once(' ') {
        _ if value == NO => Meaning::Left(LeftColumn::Answer),
        _ if value == "rank" => Meaning::Rank(TOTAL.to_owned(), How::Answer),
        Some(("rank", id)) if is_known(id) => Meaning::Rank(id.to_owned(), How::Answer),
        None if value == YES && wanted.ground.is_none() => Meaning::Score(String::new(), How::Answer),
        None if is_known(value) => Meaning::Score(value.to_owned(), How::Answer),
        _ => Meaning::Ask(Vec::new()),
    });
    said.unwrap_or_else(|| by_role(table, &table.columns[at], wanted))
}

/// Whether the headings of a column tell another year than that of the edition.
fn is_of_other_year(column: &TableColumn, wanted: &WantedTable<'_>) -> bool {
    column.year.is_some_and(|year| year != wanted.year)
}

fn by_role(table: &FoundTable, column: &TableColumn, wanted: &WantedTable<'_>) -> Meaning {
    let is_number = matches!(column.role, Role::Criterion | Role::Total | Role::Year(_) | Role::Rank { .. });
    if column.is_hidden && is_number {
        return Meaning::Left(LeftColumn::Hidden);
    }
    if let Some(year) = column.year.filter(|year| is_number && *year != wanted.year) {
        let is_there = table.columns.iter().any(|other| other.year == Some(wanted.year));
        return if is_there { Meaning::Left(LeftColumn::OtherYear(year)) } else { Meaning::Ask(Vec::new()) };
    }
    match column.role {
        Role::Criterion => Meaning::Ask(Vec::new()),
        Role::Total if column.is_sure => Meaning::Score(TOTAL.to_owned(), How::Name),
        Role::Total => Meaning::Ask(vec![TOTAL.to_owned()]),
        Role::Year(year) if year == wanted.year => Meaning::Score(TOTAL.to_owned(), How::Name),
        Role::Year(year) => Meaning::Left(LeftColumn::OtherYear(year)),
        Role::Rank { of: Some(of) } if column.is_sure => Meaning::RankOf(of),
        Role::Rank { .. } => Meaning::Ask(vec!["rank".to_owned()]),
        Role::Numbering => Meaning::Left(LeftColumn::Numbering),
        Role::Id => Meaning::Left(LeftColumn::Ids),
        Role::Name => Meaning::Left(LeftColumn::OtherNames),
        Role::Group => Meaning::Left(LeftColumn::Groups),
        Role::Class => Meaning::Left(LeftColumn::Class),
        Role::Note => Meaning::Left(LeftColumn::Note),
        Role::Other(why) => Meaning::Left(LeftColumn::Other(why)),
    }
}

/// Matches the headings of criteria with those of the site.
fn match_with(
    ground: &Ground,
    table: &FoundTable,
    names: &[String],
    is_open: &dyn Fn(usize) -> bool,
    meanings: &mut [Meaning],
) {
    let is_matched = |at: &usize| matches!(meanings[*at], Meaning::Ask(_)) && is_open(*at);
    let open: Vec<usize> = (0..meanings.len()).filter(is_matched).collect();
    let taken = meanings.iter().filter_map(|meaning| match meaning {
        Meaning::Score(id, How::Answer) => ground.criteria.iter().position(|known| known.id == *id),
        _ => None,
    });
    let taken: Vec<Option<usize>> = taken.map(Some).collect();
    let spellings: Vec<Vec<&str>> = open.iter().map(|at| spellings(&table.columns[*at], &names[*at])).collect();
    let nothing = taken.iter().map(|_| Vec::new());
    let all: Vec<Vec<&str>> = nothing.chain(spellings).collect();
    let said: Vec<Option<usize>> = taken.iter().copied().chain(open.iter().map(|_| None)).collect();
    let found = meant(&all, &said, &ground.criteria);
    for (at, meant) in open.into_iter().zip(found.into_iter().skip(taken.len())) {
        let id = |known: usize| ground.criteria[known].id.clone();
        meanings[at] = match meant {
            Meant::One(known, how) => Meaning::Score(id(known), how),
            Meant::Unsure(all) => Meaning::Ask(all.into_iter().map(id).collect()),
        };
    }
}

fn is_criterion(column: &TableColumn) -> bool {
    matches!(column.role, Role::Criterion)
}

/// The ways in which a criterion can be called in a heading: as a whole, by its innermost part, by its outermost.
fn spellings<'c>(column: &'c TableColumn, name: &'c str) -> Vec<&'c str> {
    let parts = column.heading.last().into_iter().chain(column.heading.first()).map(String::as_str);
    std::iter::once(name).chain(parts).collect()
}

/// Gives ids to the criteria of a new site: those that the sheet makes plain, and those that somebody named.
fn give_ids(table: &FoundTable, names: &[String], is_open: &dyn Fn(usize) -> bool, meanings: &mut [Meaning]) {
    let mut taken: BTreeSet<String> = meanings
        .iter()
        .filter_map(|meaning| match meaning {
            Meaning::Score(id, _) if !id.is_empty() => Some(id.clone()),
            _ => None,
        })
        .collect();
    for (at, meaning) in meanings.iter_mut().enumerate() {
        let column = &table.columns[at];
        match meaning {
            Meaning::Score(id, _) if id.is_empty() => *id = new_id(&names[at], &mut taken),
            Meaning::Ask(_) if is_open(at) && column.is_sure => {
                *meaning = Meaning::Score(new_id(&names[at], &mut taken), How::Name);
            }
            _ => {}
        }
    }
}

/// Asks where two columns are taken for one thing, unless somebody said which is it.
fn each_once(meanings: &mut [Meaning]) {
    let mut said: BTreeMap<(bool, String), usize> = BTreeMap::new();
    let mut all: BTreeMap<(bool, String), usize> = BTreeMap::new();
    let claim = |meaning: &Meaning| match meaning {
        Meaning::Score(id, how) => Some(((false, id.clone()), *how)),
        Meaning::Rank(id, how) => Some(((true, id.clone()), *how)),
        _ => None,
    };
    for (at, (key, how)) in meanings.iter().enumerate().filter_map(|(at, meaning)| Some((at, claim(meaning)?))) {
        *all.entry(key.clone()).or_default() += 1;
        if how == How::Answer {
            said.entry(key).or_insert(at);
        }
    }
    for (at, meaning) in meanings.iter_mut().enumerate() {
        let Some((key, _)) = claim(meaning) else { continue };
        if all.get(&key).is_some_and(|n| *n > 1) && said.get(&key) != Some(&at) {
            *meaning = Meaning::Ask(vec![key.1]);
        }
    }
}

/// What ranks follow from: the column that they rank.
fn follow(meanings: &mut [Meaning]) {
    let ranked: Vec<Meaning> = meanings.to_vec();
    let is_taken = |id: &str| ranked.iter().any(|other| matches!(other, Meaning::Rank(taken, _) if taken == id));
    for meaning in meanings.iter_mut() {
        let Meaning::RankOf(of) = meaning else { continue };
        *meaning = match ranked.get(*of) {
            Some(Meaning::Score(id, _)) if is_taken(id) => Meaning::Ask(Vec::new()),
            Some(Meaning::Score(id, how)) => Meaning::Rank(id.clone(), *how),
            Some(Meaning::Ask(_) | Meaning::RankOf(_)) => Meaning::RankOf(*of),
            _ => Meaning::Left(LeftColumn::RankOfNothing),
        };
    }
    each_once(meanings);
}

/// The names of the columns: their headings without the outermost parts that all of them share.
fn names(table: &FoundTable) -> Vec<String> {
    let headings: Vec<&[String]> =
        table.columns.iter().filter(|column| is_criterion(column)).map(|column| column.heading.as_slice()).collect();
    let is_shared = |depth: usize| {
        let first = headings.first().and_then(|heading| heading.get(depth));
        headings.len() > 1 && headings.iter().all(|heading| heading.len() > depth + 1 && heading.get(depth) == first)
    };
    let n_shared = (0..).take_while(|depth| is_shared(*depth)).count();
    let name = |column: &TableColumn| {
        let skipped = if is_criterion(column) { n_shared } else { 0 };
        let text = one_line(&column.heading.iter().skip(skipped).cloned().collect::<Vec<_>>().join(" – "));
        if text.is_empty() { column.at.letters() } else { text }
    };
    table.columns.iter().map(name).collect()
}

/// The columns of the score file: in the order of the scheme, or of the sheet, and the total last.
fn targets(table: &FoundTable, names: &[String], ground: Option<&Ground>, meanings: &[Meaning]) -> Vec<TargetColumn> {
    let mut targets: Vec<TargetColumn> = Vec::new();
    for (at, meaning) in meanings.iter().enumerate() {
        let (id, is_score) = match meaning {
            Meaning::Score(id, _) => (id, true),
            Meaning::Rank(id, _) => (id, false),
            _ => continue,
        };
        let column = &table.columns[at];
        let target = TargetColumn {
            id: id.clone(),
            name: names[at].clone(),
            maximum: column.maximum.filter(|_| is_score),
            measure: column.measure.clone().filter(|_| is_score),
            at: column.at,
        };
        match targets.iter_mut().find(|other| other.id == *id) {
            Some(other) if is_score => *other = target,
            Some(_) => {}
            None => targets.push(target),
        }
    }
    let place = |target: &TargetColumn| match ground {
        _ if target.id == TOTAL => usize::MAX,
        Some(ground) => ground.criteria.iter().position(|known| known.id == target.id).unwrap_or(usize::MAX - 1),
        None => 0,
    };
    targets.sort_by_key(place);
    targets
}

fn question(
    (column, place): (&TableColumn, &str),
    key: &str,
    near: &[String],
    ground: Option<&Ground>,
    targets: &[TargetColumn],
) -> ImportQuestion {
    let is_rank = matches!(column.role, Role::Rank { .. });
    let known: Vec<(String, String)> = match ground {
        Some(ground) => {
            let name = |known: &crate::import::matching::KnownName| known.names.first().cloned().unwrap_or_default();
            ground.criteria.iter().map(|known| (known.id.clone(), name(known))).collect()
        }
        None => targets.iter().map(|target| (target.id.clone(), target.name.clone())).collect(),
    };
    let criteria = known.iter().filter(|(id, _)| id != TOTAL);
    // Of many criteria those are proposed whose names begin as the heading over the ranks does; all can be typed.
    let is_few = known.len() <= PROPOSED_MAX;
    let outer = column.heading.first().filter(|_| column.heading.len() > 1);
    let is_below = |name: &str| outer.is_some_and(|outer| name.starts_with(outer.as_str()));
    let near = criteria.clone().filter(|(id, name)| near.contains(id) || is_rank && (is_few || is_below(name)));
    let mut choices: Vec<AnswerChoice> = Vec::new();
    if is_rank {
        choices.push(AnswerChoice::new("rank", said("the ranks of the total", "hạng của tổng điểm")));
        let rank = |(id, name): &(String, String)| {
            AnswerChoice::new(format!("rank {id}"), said(format!("the ranks of {name}"), format!("hạng của {name}")))
        };
        choices.extend(near.map(rank));
    } else {
        choices.extend(
            near.map(|(id, name)| {
                AnswerChoice::new(id.clone(), said(format!("{id}: {name}"), format!("{id}: {name}")))
            }),
        );
        if ground.is_none() {
            choices.push(AnswerChoice::yes(said("a criterion", "một tiêu chí")));
        }
        choices.push(AnswerChoice::new(TOTAL, said("the total", "tổng điểm")));
    }
    choices.push(AnswerChoice::leave_out());
    choices.push(AnswerChoice::leave_all_out());
    let ids = criteria.map(|(id, name)| (if is_rank { format!("rank {id}") } else { id.clone() }, name.clone()));
    let asked = said(
        format!("what is the column `{}` ({place})?", one_line(key)),
        format!("cột `{}` ({place}) là gì?", one_line(key)),
    );
    let ids_in = match (is_rank, ground) {
        (true, _) => said("`rank ID` with the ids above", "`rank MÃ` với các mã ở trên"),
        (false, None) => said("ids above", "mã ở trên"),
        (false, Some(_)) => said("ids in content/schemes/", "mã trong content/schemes/"),
    };
    ImportQuestion { ids: ids.collect(), ids_in, ..ImportQuestion::new(AnswerSection::Columns, key, asked, choices) }
}
