//! The editions as times of an axis: each at the last day that it assesses, so that a skipped year is as long as any.

use crate::charts::{AxisEvent, YearTick};
use crate::model::{EditionIdx, Status};
use crate::report::group::GroupResult;
use crate::report::since::SinceLast;
use crate::writers::html::frame::context::Page;

/// The editions that are not withdrawn, in order of time.
pub(crate) struct YearTicks {
    editions: Vec<(EditionIdx, i32)>,
    ticks: Vec<YearTick>,
}

impl YearTicks {
    /// Those of the publication.
    pub(crate) fn of(page: &Page<'_>) -> Self {
        let kept = page.report().editions().filter(|(_, edition)| edition.status != Status::Withdrawn);
        let (mut editions, mut ticks) = (Vec::new(), Vec::new());
        for (index, edition) in kept {
            let day = edition.period.to.number();
            editions.push((index, day));
            let short = edition.id.get(2..).filter(|_| edition.id.len() == 4).map(|end| format!("’{end}"));
            ticks.push(YearTick { day, label: edition.id.clone(), short: short.unwrap_or_else(|| edition.id.clone()) });
        }
        Self { editions, ticks }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.editions.len()
    }

    /// The position and the day of an edition.
    pub(crate) fn at(&self, edition: EditionIdx) -> Option<(usize, i32)> {
        let position = self.editions.iter().position(|(index, _)| *index == edition)?;
        Some((position, self.editions[position].1))
    }

    /// Those from the first to the last of some editions.
    pub(crate) fn between(&self, first: i32, last: i32) -> Vec<YearTick> {
        self.ticks.iter().filter(|tick| tick.day >= first && tick.day <= last).cloned().collect()
    }

    /// All of them.
    pub(crate) fn all(&self) -> Vec<YearTick> {
        self.ticks.clone()
    }

    /// A break between an edition and the one before, with its words.
    pub(crate) fn break_before(&self, edition: EditionIdx, words: String) -> Option<AxisEvent> {
        let (position, day) = self.at(edition)?;
        let before = self.editions[..position].last()?.1;
        Some(AxisEvent { day: before + (day - before) / 2, words })
    }

    /// What changed since the edition that was told last, where that is the one right before.
    pub(crate) fn since_last<'a>(
        &self,
        page: &Page<'a>,
        part: GroupResult<'a>,
        last: Option<EditionIdx>,
    ) -> Option<SinceLast<'a>> {
        let since = SinceLast::of(page.report(), part)?;
        (Some(since.before) == last && self.follows(part.edition, since.before)).then_some(since)
    }

    /// Whether one edition comes right after another.
    fn follows(&self, edition: EditionIdx, before: EditionIdx) -> bool {
        let positions = (self.at(edition), self.at(before));
        matches!(positions, (Some((now, _)), Some((was, _))) if was + 1 == now)
    }
}
