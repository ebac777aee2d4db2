//! A table that is published, and what it is made from.

use crate::model::{EditionGroup, EditionIdx, LangIdx, Series, Text, UnitIdx};
use crate::rankings::Rankings;
use crate::routes::{Data, data_file};
use crate::words::Words;
use crate::writers::formats::FORMATS;
use crate::writers::table::{Field, Table};

/// A table that is published: where, under which name, and how it is made.
pub(crate) struct Made<'a> {
    /// Of what it is.
    pub(crate) of: DataOf,
    /// What its rows are: `scores`, `ranking`.
    pub(crate) kind: &'static str,
    /// The name of its file without ending: `scores`, `ranking-ID`.
    pub(crate) name: String,
    /// The phrase that names it for people, in which `{edition}` and `{group}` are filled in.
    pub(crate) phrase: &'static str,
    /// The group that it is about, by its position in the edition; none where it is about all of them.
    pub(crate) group: Option<usize>,
    /// Whether it speaks of other editions too, so that another of them may change its size.
    pub(crate) of_editions: bool,
    /// Answers with the table, whose rows are then made one after the other.
    pub(crate) table: Box<dyn Fn() -> Table<'a> + Send + Sync + 'a>,
}

impl Made<'_> {
    /// What pages offer of it.
    pub(crate) fn offered(&self, series: &Series) -> Offered {
        let Self { of, kind, name, phrase, group, of_editions, table: _ } = self;
        let folder = of.folder(series);
        let files = FORMATS.iter().map(|format| data_file(folder, name, format.extension)).collect();
        let name = name.clone();
        Offered { of: *of, kind, name, phrase, group: *group, of_editions: *of_editions, files }
    }
}

/// What pages offer of a table.
pub(crate) struct Offered {
    /// Of what it is.
    pub(crate) of: DataOf,
    /// What its rows are: `scores`, `ranking`.
    pub(crate) kind: &'static str,
    /// The name of its files without ending.
    pub(crate) name: String,
    /// The phrase that names it for people, in which `{edition}` and `{group}` are filled in.
    pub(crate) phrase: &'static str,
    /// The group that it is about, by its position in the edition; none where it is about all of them.
    pub(crate) group: Option<usize>,
    /// Whether it speaks of other editions too, so that another of them may change its size.
    pub(crate) of_editions: bool,
    /// Its files, one in each format, in the order of the formats.
    pub(crate) files: Vec<String>,
}

/// Of what a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DataOf {
    /// All editions together.
    Series,
    /// One edition.
    Edition(EditionIdx),
    /// An earlier version of an edition, by number from 1, the oldest.
    Version(EditionIdx, usize),
}

impl DataOf {
    /// The folder of its files.
    pub(crate) fn folder(self, series: &Series) -> Data<'_> {
        match self {
            Self::Series => Data::Series,
            Self::Edition(edition) => Data::Edition(&series.editions[edition.0].id),
            Self::Version(edition, number) => Data::Version(&series.editions[edition.0].id, number),
        }
    }
}

/// What tables are made from: names and order are those of the first language.
#[derive(Clone, Copy)]
pub(crate) struct TableSource<'a> {
    /// The publication.
    pub(crate) series: &'a Series,
    /// What was computed of it.
    pub(crate) rankings: &'a Rankings,
    /// The phrases and the order of the first language.
    pub(crate) words: &'a Words,
}

impl<'a> TableSource<'a> {
    /// All editions.
    pub(crate) fn editions(self) -> impl Iterator<Item = EditionIdx> + Clone + use<'a> {
        (0..self.series.editions.len()).map(EditionIdx)
    }

    /// The groups of some editions, each with its position in its edition.
    pub(crate) fn groups(
        self,
        editions: Vec<EditionIdx>,
    ) -> impl Iterator<Item = (EditionIdx, usize, &'a EditionGroup)> + use<'a> {
        let groups = move |edition: EditionIdx| {
            let groups = self.series.editions[edition.0].groups.iter().enumerate();
            groups.map(move |(at, group)| (edition, at, group))
        };
        editions.into_iter().flat_map(groups)
    }

    /// The id of a unit.
    pub(crate) fn unit_id(self, unit: UnitIdx) -> &'a str {
        &self.series.units[unit.0].id
    }

    /// The name of a unit in the first language, as it was in an edition.
    pub(crate) fn unit_name(self, unit: UnitIdx, edition: EditionIdx) -> &'a str {
        self.series.name_on(unit, self.series.editions[edition.0].period.to).get(LangIdx(0))
    }

    /// The columns that hold a name in each language of the site: `name_vi`, `name_en`.
    pub(crate) fn name_fields(self) -> impl Iterator<Item = Field> + use<'a> {
        self.series.site.languages.iter().map(|tag| Field::text(format!("name_{tag}")).meaning("name"))
    }

    /// A name in each language of the site; nothing where it has none in a language.
    pub(crate) fn names(self, name: &'a Text) -> impl Iterator<Item = &'a str> + use<'a> {
        (0..self.series.site.languages.len()).map(|language| name.exact(LangIdx(language)).unwrap_or_default())
    }
}

/// The tables of a kind: one of each edition that has it, and where there are such, one of all editions together.
pub(crate) fn of_editions_and_series<'a>(
    source: TableSource<'a>,
    name: &'static str,
    phrases: [&'static str; 2],
    has: impl Fn(EditionIdx) -> bool,
    table: fn(TableSource<'a>, Vec<EditionIdx>) -> Table<'a>,
) -> Vec<Made<'a>> {
    let editions: Vec<EditionIdx> = source.editions().filter(|&edition| has(edition)).collect();
    let made = |of: DataOf, phrase: &'static str, editions: Vec<EditionIdx>| Made {
        of,
        kind: name,
        name: name.to_owned(),
        phrase,
        group: None,
        of_editions: of == DataOf::Series,
        table: Box::new(move || table(source, editions.clone())),
    };
    let each = editions.iter().map(|&edition| made(DataOf::Edition(edition), phrases[0], vec![edition]));
    let mut all: Vec<Made<'a>> = each.collect();
    if !editions.is_empty() {
        all.push(made(DataOf::Series, phrases[1], editions));
    }
    all
}

/// The rows of a group in the order of its units.
pub(crate) fn by_unit(group: &EditionGroup) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..group.units.len()).collect();
    rows.sort_by_key(|&row| group.units[row]);
    rows
}
