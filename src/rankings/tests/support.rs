//! Small editions, written as text.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::model::{
    Aggregate, Cell, CellExtra, Cells, Column, Criterion, Date, Edition, EditionGroup, Exempt, Group, GroupIdx, Links,
    Missing, Period, Place, Population, Publisher, Rank, RankRule, Row, Scheme, Scorecards, Series, Site, State,
    StatedPlaces, StatedRank, StatedScore, Statement, Status, Text, Timeline, UnitIdx, UnreadFiles,
};
use crate::rankings::{EditionRanking, GroupRanking, Known, Rankings, rank};

pub(in crate::rankings) fn number(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is no number"))
}

/// A scheme of criteria such as `staff max=14 decimals=1 weight=2 in=people unscored mean`.
pub(in crate::rankings) fn scheme(criteria: &[&str]) -> Scheme {
    let mut made: Vec<Criterion> = Vec::new();
    for text in criteria {
        let mut words = text.split(' ');
        let mut criterion = criterion(words.next().unwrap());
        for word in words {
            let (key, value) = word.split_once('=').unwrap_or((word, ""));
            match key {
                "max" => criterion.max = Some(number(value)),
                "decimals" => criterion.decimals = value.parse().ok(),
                "weight" => criterion.weight = number(value),
                "in" => criterion.parent = made.iter().position(|c| c.id == value).map(Column::at),
                "unscored" => criterion.scored = false,
                "mean" => criterion.total = Aggregate::Mean,
                _ => panic!("`{word}`?"),
            }
        }
        if let Some(parent) = criterion.parent {
            let child = Column::at(made.len());
            made[parent].children.push(child);
        }
        made.push(criterion);
    }
    Scheme {
        id: "s".into(),
        title: Text::plain("S"),
        document: None,
        replaces: None,
        comparable: crate::model::Comparable::default(),
        decimals: Some(1),
        within: Decimal::ZERO,
        max: None,
        total: Aggregate::Sum,
        criteria: made,
        rank: RankRule::default(),
        bands: Vec::new(),
        missing: Missing::default(),
        exempt: Exempt::default(),
        place: Place::whole(0),
        unread: false,
    }
}

fn criterion(id: &str) -> Criterion {
    Criterion {
        id: id.into(),
        name: Text::plain(id),
        description: None,
        parent: None,
        children: Vec::new(),
        max: None,
        weight: Decimal::ONE,
        scored: true,
        decimals: Some(1),
        total: Aggregate::default(),
        rank: RankRule::default(),
        unit: None,
        normalise: None,
        place: Place::whole(0),
        max_place: None,
    }
}

/// A group of units with a cell for each criterion, and for the total if there is one more: a number, or the first
/// letter of a state, `~` for unpublished and `x` for exempt.
pub(in crate::rankings) fn group(scheme: Scheme, rows: &[&str]) -> EditionGroup {
    let mut columns = vec![Cells::unpublished(rows.len()); scheme.n_columns()];
    for (row, text) in rows.iter().enumerate() {
        for (column, text) in text.split_whitespace().enumerate() {
            columns[column].set(row, cell(text), 0, 0);
        }
    }
    EditionGroup {
        group: GroupIdx(0),
        scheme: Arc::new(scheme),
        units: (0..rows.len()).map(UnitIdx).collect(),
        unranked: vec![None; rows.len()],
        population: Population::Units,
        columns,
        statements: Vec::new(),
        disputed: Vec::new(),
        adjustments: Vec::new(),
        unread: false,
    }
}

pub(in crate::rankings) fn cell(text: &str) -> Cell {
    match text {
        "~" => Cell::Empty(State::Unpublished),
        "m" => Cell::Empty(State::Missing),
        "x" => Cell::Empty(State::Exempt),
        "w" => Cell::Empty(State::Withheld),
        text => Cell::Score(number(text)),
    }
}

/// Adds a statement such as `total: rank=2 score=6..8 units=0,3 count=3 last disputed`.
pub(in crate::rankings) fn say(group: &mut EditionGroup, text: &str) {
    let (column, rest) = text.split_once(": ").unwrap();
    let column = group.scheme.column(column).unwrap();
    let earlier = group.statements.iter().filter(|s| s.column == column).count();
    let mut statement = Statement {
        column,
        number: u32::try_from(earlier).unwrap() + 1,
        rank: None,
        score: None,
        rows: Vec::new(),
        foreign: Vec::new(),
        others: false,
        count: None,
        last: false,
        quote: None,
        note: None,
        disputed: None,
        place: Place::whole(0),
        places: StatedPlaces::whole(Place::whole(0)),
    };
    for word in rest.split(' ') {
        let (key, value) = word.split_once('=').unwrap_or((word, ""));
        match key {
            "rank" => statement.rank = Some(stated_rank(value)),
            "score" => {
                statement.score = Some(match value.split_once("..") {
                    Some((low, high)) => StatedScore::Between(number(low), number(high)),
                    None => StatedScore::One(number(value)),
                });
            }
            "units" => statement.rows = value.split(',').filter_map(|row| row.parse().ok()).map(Row::at).collect(),
            "count" => statement.count = value.parse().ok(),
            "last" => statement.last = true,
            "disputed" => statement.disputed = Some(Text::plain("?")),
            _ => panic!("`{word}`?"),
        }
    }
    group.statements.push(statement);
}

/// A rank such as `2`, `2.5`, `2|3` or `101-152`.
pub(in crate::rankings) fn stated_rank(text: &str) -> StatedRank {
    let rank = |text: &str| Rank::halves((number(text) * Decimal::TWO).try_into().unwrap());
    if let Some((best, worst)) = text.split_once('-') {
        return StatedRank::Band(rank(best), rank(worst));
    }
    let ranks: Vec<Rank> = text.split('|').map(rank).collect();
    if ranks.len() == 1 { StatedRank::One(ranks[0]) } else { StatedRank::OneOf(ranks) }
}

/// Adds what a cell says beside its number.
pub(in crate::rankings) fn extra(group: &mut EditionGroup, column: &str, row: usize, extra: CellExtra) {
    let column = group.scheme.column(column).unwrap();
    group.columns[column].set_extra(row, extra);
}

/// Ranks a series of one edition with these groups.
pub(in crate::rankings) fn ranked_all(groups: Vec<EditionGroup>) -> Vec<GroupRanking> {
    let Rankings { editions, changes: _ } = rank(&series(groups));
    let [EditionRanking { groups, versions: _ }] = <[EditionRanking; 1]>::try_from(editions).unwrap();
    groups
}

pub(in crate::rankings) fn ranked(group: EditionGroup) -> GroupRanking {
    ranked_all(vec![group]).pop().unwrap()
}

pub(in crate::rankings) fn series(groups: Vec<EditionGroup>) -> Series {
    let day = |month, day| Date::new(2018, month, day).unwrap();
    let edition = Edition {
        seal: None,
        id: "2018".into(),
        year: 2018,
        status: Status::Official,
        withdrawn: None,
        published: None,
        published_place: Place::whole(0),
        period: Period { from: day(1, 1), to: day(12, 31) },
        period_place: Place::whole(0),
        previous: None,
        documents: Vec::new(),
        groups,
        remarks: Vec::new(),
        not_assessed: Vec::new(),
        corrections: Vec::new(),
        forewords: Vec::new(),
        place: Place::whole(0),
        unread: false,
    };
    Series {
        site: Site {
            title: Text::plain("T"),
            description: None,
            publisher: Publisher { name: Text::plain("P"), url: None, email: None },
            languages: vec!["vi".into()],
            url: None,
            theme: None,
            theme_place: None,
            licence: None,
            logo: None,
            logo_place: None,
            noun: None,
            links: Links::Files,
            scorecards: Scorecards::All,
            hosting: Vec::new(),
        },
        groups: vec![Group {
            id: "g".into(),
            name: Text::plain("G"),
            in_text: None,
            noun: None,
            from: None,
            until: None,
        }],
        units: Vec::new(),
        timeline: Timeline::default(),
        schemes: Vec::new(),
        editions: vec![edition],
        pages: Vec::new(),
        unread: UnreadFiles::default(),
        drafts: std::collections::BTreeMap::new(),
        units_of_drafts: std::collections::BTreeSet::new(),
        kept_back: std::collections::BTreeSet::new(),
    }
}

/// What is known, as `92`, `9.1..11.9` or `?`.
pub(in crate::rankings) fn told<T: ToString>(known: &Known<T>) -> String {
    match known {
        Known::Exact(value) => value.to_string(),
        Known::Between(low, high) => format!("{}..{}", low.to_string(), high.to_string()),
        Known::Nothing => "?".into(),
    }
}

/// The ranks of a column, in the order of rows.
pub(in crate::rankings) fn ranks(ranking: &GroupRanking, column: usize) -> String {
    let column = &ranking.columns[column];
    let ranks: Vec<String> = (0..column.len()).map(|row| told(&column.standing(row).rank)).collect();
    ranks.join(" ")
}

/// The scores of a column, in the order of rows.
pub(in crate::rankings) fn scores(ranking: &GroupRanking, column: usize) -> String {
    let column = &ranking.columns[column];
    let scores: Vec<String> = (0..column.len()).map(|row| told(&column.standing(row).score)).collect();
    scores.join(" ")
}

/// The rows of a group as it is listed, by position.
pub(in crate::rankings) fn order(ranking: &GroupRanking) -> Vec<usize> {
    ranking.order.iter().map(|row| row.index()).collect()
}
