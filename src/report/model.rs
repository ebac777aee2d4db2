//! The report: the publication with what was computed of it, and where each unit stands.

use crate::model::{Edition, EditionGroup, EditionIdx, Scorecards, Series, Status, Text, UnitIdx};
use crate::rankings::{GroupRanking, Rankings};
use crate::report::column::ColumnFacts;

/// What every writer tells: made once, before anything is written, and never changed.
pub(crate) struct Report<'a> {
    /// The publication.
    pub(crate) series: &'a Series,
    /// What was computed of it.
    pub(crate) rankings: &'a Rankings,
    /// For each unit where it stands, from the oldest edition.
    standings: Vec<Vec<UnitPlace>>,
    /// By edition and group what each column comes to.
    columns: Vec<Vec<Vec<ColumnFacts>>>,
}

/// Where a unit stands in an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct UnitPlace {
    /// The edition.
    pub(crate) edition: EditionIdx,
    /// Its group, by position in the edition.
    pub(crate) group: usize,
    /// Its row in the group.
    pub(crate) row: usize,
}

impl<'a> Report<'a> {
    /// The report of a publication.
    pub(crate) fn of(series: &'a Series, rankings: &'a Rankings) -> Self {
        let mut standings = vec![Vec::new(); series.units.len()];
        for (edition, of) in series.editions.iter().enumerate() {
            for (group, part) in of.groups.iter().enumerate() {
                for (row, unit) in part.units.iter().enumerate() {
                    standings[unit.0].push(UnitPlace { edition: EditionIdx(edition), group, row });
                }
            }
        }
        let editions = series.editions.iter().zip(&rankings.editions);
        let columns = editions.map(|(edition, ranked)| {
            let groups = edition.groups.iter().zip(&ranked.groups);
            groups.map(|(group, ranking)| ColumnFacts::all(group, ranking)).collect()
        });
        Self { series, rankings, standings, columns: columns.collect() }
    }

    /// An edition by its position.
    pub(crate) fn edition(&self, edition: EditionIdx) -> &'a Edition {
        &self.series.editions[edition.0]
    }

    /// The results of a group of an edition.
    pub(crate) fn ranking(&self, edition: EditionIdx, group: usize) -> &'a GroupRanking {
        &self.rankings.editions[edition.0].groups[group]
    }

    /// What each column of a group of an edition comes to.
    pub(crate) fn columns(&self, edition: EditionIdx, group: usize) -> &[ColumnFacts] {
        &self.columns[edition.0][group]
    }

    /// The name that a unit had in an edition, in all languages.
    pub(crate) fn unit_text(&self, edition: EditionIdx, unit: UnitIdx) -> &'a Text {
        self.series.name_on(unit, self.edition(edition).period.to)
    }

    /// Where a unit stands in each edition that has it, from the oldest.
    pub(crate) fn standings(&self, unit: UnitIdx) -> &[UnitPlace] {
        &self.standings[unit.0]
    }

    /// Where a unit stands in the newest edition that it is in; one that was withdrawn counts only where there is no other.
    pub(crate) fn newest(&self, unit: UnitIdx) -> Option<UnitPlace> {
        let is_official = |place: &UnitPlace| self.edition(place.edition).status != Status::Withdrawn;
        self.standings(unit).iter().copied().max_by_key(|place| (is_official(place), place.edition))
    }

    /// The row of a unit in a group of an edition, if it is there.
    pub(crate) fn row_of(&self, unit: UnitIdx, edition: EditionIdx, group: &EditionGroup) -> Option<usize> {
        let place = self.standings(unit).iter().find(|place| place.edition == edition)?;
        std::ptr::eq(&self.series.editions[edition.0].groups[place.group], group).then_some(place.row)
    }

    /// The editions with their positions, from the oldest to the newest.
    pub(crate) fn editions(&self) -> impl Iterator<Item = (EditionIdx, &'a Edition)> + use<'a> {
        self.series.editions.iter().enumerate().map(|(i, e)| (EditionIdx(i), e))
    }

    /// The editions in the order in which readers want them: the newest first, those that were withdrawn last.
    pub(crate) fn wanted(&self) -> Vec<EditionIdx> {
        let mut editions: Vec<EditionIdx> = (0..self.series.editions.len()).map(EditionIdx).collect();
        editions.sort_by_key(|&index| {
            (self.series.editions[index.0].status == Status::Withdrawn, std::cmp::Reverse(index))
        });
        editions
    }

    /// Whether units have a page of their own in an edition.
    pub(crate) fn has_scorecards(&self, edition: EditionIdx) -> bool {
        match self.series.site.scorecards {
            Scorecards::All => true,
            Scorecards::Latest => self.series.latest() == Some(edition),
            Scorecards::None => false,
        }
    }
}
