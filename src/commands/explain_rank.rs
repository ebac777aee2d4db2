//! `scorebook explain-rank`: why a unit has its rank.

use clap::Args;

use super::input::{self, tell};
use super::spoken::spoken;
use super::streams::{refuse, show};
use super::typed::unknown;
use super::{ExitStatus, Invocation};
use crate::diagnostics::print::Format;
use crate::model::{EditionIdx, Series};
use crate::report::group::GroupResult;
use crate::writers::explained::explanation;

/// Tells why a unit has its rank, step by step.
///
/// Its scores and ranks with where each comes from, how the total is made, who stands above, who shares the rank and by
/// which rule, how far the next ones are, and what was announced of it: a text that can stand in a letter to the unit.
/// Drafts are explained too.
#[derive(Debug, Args)]
pub(super) struct ExplainRank {
    /// The edition, such as 2018
    #[arg(value_name = "YEAR")]
    edition: String,

    /// The id of the unit, such as so-y-te
    #[arg(value_name = "UNIT")]
    unit: String,

    /// The language of the text, one of the site; without it, the first
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
}

impl ExplainRank {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        let (input, examined) = match input::examined(call) {
            Ok(read) => read,
            Err(end) => return end,
        };
        let (edition, group, row) = match self.wanted(&examined.series) {
            Ok(wanted) => wanted,
            Err([english, vietnamese]) => return refuse(call, ExitStatus::Usage, english, vietnamese),
        };
        let told = spoken(&input, &examined, self.lang.as_deref(), |voice, _| {
            explanation(voice, GroupResult::of(voice.report, edition, group), row)
        });
        match told {
            Ok(Ok(text)) => show(call, text.as_bytes()),
            Ok(Err(faults)) => tell(call, faults, &input, Format::Human, ExitStatus::Faults),
            Err([english, vietnamese]) => refuse(call, ExitStatus::Usage, english, vietnamese),
        }
    }

    /// The edition, the position of the group and the row of the unit, or which name nobody knows.
    fn wanted(&self, series: &Series) -> Result<(EditionIdx, usize, usize), [String; 2]> {
        let ids = || series.editions.iter().map(|edition| edition.id.as_str());
        let index = ids().position(|id| id == self.edition);
        let index = index.ok_or_else(|| unknown(["edition", "kỳ"], &self.edition, ids()))?;
        let groups = &series.editions[index].groups;
        let units = || groups.iter().flat_map(|group| &group.units).map(|unit| series.units[unit.0].id.as_str());
        let found = groups.iter().enumerate().find_map(|(group, there)| {
            let row = there.units.iter().position(|unit| series.units[unit.0].id == self.unit)?;
            Some((EditionIdx(index), group, row))
        });
        found.ok_or_else(|| unknown(["unit of the edition", "đơn vị của kỳ"], &self.unit, units()))
    }
}
