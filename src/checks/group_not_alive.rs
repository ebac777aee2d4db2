#![doc = include_str!("../manual/pages/en/group-not-alive.md")]

use super::groups;
use crate::diagnostics::codes::years;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Series;
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    // Lives and days that could not be read are not judged.
    let whole = groups(series).filter(|(edition, _)| !series.unread.units && !edition.unread);
    for (edition, part) in whole {
        let (life, group) = (series.group_life(part.group), &series.groups[part.group.0]);
        if life.touches(edition.period) {
            continue;
        }
        let cells = part.columns.iter().flat_map(|cells| (0..cells.len()).map(move |row| (cells, row)));
        let place = cells.filter_map(|(cells, row)| cells.place(row, edition.place.file)).min();
        let [why, why_vi] = match (group.until.filter(|day| *day < edition.period.from), group.from) {
            (Some(until), _) => [format!("it ended on {until}"), format!("kết thúc ngày {until}")],
            (None, Some(from)) => [format!("it began on {from}"), format!("bắt đầu từ {from}")],
            (None, None) => continue,
        };
        let fault = Diagnostic::new(&years::GROUP_NOT_ALIVE, place.unwrap_or(edition.place));
        let fault = fault.with("id", &group.id).with("why", why).with("why_vi", why_vi);
        faults.push(fault.caused_by(&group.id));
    }
}
