//! A group of a small content, for tests of what is reported of it.

use crate::model::UnitIdx;
use crate::report::alphabet::ListOrder;
use crate::report::group::GroupResult;
use crate::report::model::Report;
use crate::report::order::{GroupOrder, ReportOrder};
use crate::tree::{File, Tree};
use crate::{Examined, Options, examine};

pub(super) const SITE: &str = "format: 1\ntitle: T\npublisher: { name: P }\nlanguages: [en]\n";

const UNITS: &str = "groups: { g: { name: G } }\nunits:\n  a: { name: A, group: g }\n  b: { name: B, group: g }
  c: { name: C, group: g }\n  d: { name: D, group: g }\n  e: { name: E, group: g }\n  f: { name: F, group: g }\n";

/// What is known of a content of one edition under one scheme, without a fault.
#[track_caller]
pub(crate) fn examined(site: &str, units: &str, scheme: &str, scores: &str) -> Examined {
    let score_file = format!("year: 2024\nscheme: s\nstatus: official\n{scores}");
    let files =
        [("schemes/s.yaml", scheme), ("scores/2024.yaml", &score_file), ("site.yaml", site), ("units.yaml", units)];
    let files = files.map(|(path, text)| File { path: format!("content/{path}"), bytes: text.as_bytes().to_vec() });
    let content = Tree { files: files.into(), ..Tree::default() };
    let mut examined = examine(&content, &Options::default());
    assert_eq!(examined.faults.errors(), 0, "{:?}", examined.faults);
    examined.value.take().expect("a content that can be read")
}

/// Asks something of the one group of a content, whose units are listed in the order of the score file.
#[track_caller]
pub(crate) fn of_group<T>(scheme: &str, scores: &str, ask: impl FnOnce(GroupResult<'_>, &GroupOrder) -> T) -> T {
    let examined = examined(SITE, UNITS, scheme, scores);
    let report = Report::of(&examined.series, &examined.rankings);
    let part = GroupResult::of(&report, report.series.latest().expect("an edition"), 0);
    let names: Vec<u32> = (0..).take(part.group.units.len()).collect();
    let units = (0..).take(examined.series.units.len()).collect();
    let index = (0..examined.series.units.len()).map(UnitIdx).collect();
    let order = ReportOrder::of(&report, ListOrder { rows: vec![vec![names]], units, index, letters: Vec::new() });
    ask(part, order.group(part))
}

/// The same, where no order is asked for.
#[track_caller]
pub(in crate::report) fn told<T>(scheme: &str, scores: &str, tell: impl FnOnce(GroupResult<'_>) -> T) -> T {
    of_group(scheme, scores, |part, _| tell(part))
}
