//! What a reader must know of the source: which remarks concern a group, and which one of its columns.

use crate::model::{Column, Remark};
use crate::report::group::GroupResult;
use crate::report::model::Report;

/// The remarks on a group or on columns of it.
pub(crate) fn of_group<'a>(report: &'a Report<'a>, part: GroupResult<'a>) -> Vec<&'a Remark> {
    remarks(report, part, |remark| remark.group.is_some() || column_of(part, remark).is_some())
}

/// The remarks on a group as a whole: without those on a column of it.
pub(crate) fn of_whole_group<'a>(report: &'a Report<'a>, part: GroupResult<'a>) -> Vec<&'a Remark> {
    remarks(report, part, |remark| remark.group.is_some() && column_of(part, remark).is_none())
}

/// The remarks on a column of a group; one that names no group concerns each group that has the column.
pub(crate) fn of_column<'a>(report: &'a Report<'a>, part: GroupResult<'a>, column: Column) -> Vec<&'a Remark> {
    remarks(report, part, |remark| column_of(part, remark) == Some(column))
}

/// The column of a group that a remark names, if any.
pub(crate) fn column_of(part: GroupResult<'_>, remark: &Remark) -> Option<Column> {
    part.group.scheme.column(remark.criterion.as_ref()?)
}

/// The remarks that may concern a group, and are wanted, in the order of the score file.
fn remarks<'a>(report: &'a Report<'a>, part: GroupResult<'a>, is_wanted: impl Fn(&Remark) -> bool) -> Vec<&'a Remark> {
    let all = report.edition(part.edition).remarks.iter();
    let of_group = all.filter(|remark| remark.group.is_none_or(|group| group == part.group.group));
    of_group.filter(|remark| is_wanted(remark)).collect()
}

#[cfg(test)]
mod tests {
    use super::{column_of, of_column, of_group, of_whole_group};
    use crate::model::{LangIdx, Remark};
    use crate::report::group::GroupResult;
    use crate::report::model::Report;
    use crate::report::tests::{SITE, examined};

    const UNITS: &str = "groups: { g: { name: G }, h: { name: H } }\n\
        units: { a: { name: A, group: g }, b: { name: B, group: h } }\n";
    const SCHEME: &str = "title: S\ncriteria: [{ id: x, name: X, max: 10 }, { id: z, name: Z, max: 10 }]\n";
    const SCORES: &str = "scores: { g: { a: { x: 1, z: 2 } }, h: { b: { x: 3, z: 4 } } }\nremarks:\n  \
        - { text: all }\n  \
        - { group: g, text: g }\n  \
        - { group: g, criterion: x, text: x of g }\n  \
        - { criterion: x, text: x }\n  \
        - { group: h, criterion: total, text: total of h }\n";

    #[test]
    fn a_remark_concerns_the_group_and_the_column_that_it_names() {
        let examined = examined(SITE, UNITS, SCHEME, SCORES);
        let report = Report::of(&examined.series, &examined.rankings);
        let parts = GroupResult::all(&report, report.series.latest().expect("an edition"));
        let texts =
            |remarks: Vec<&Remark>| remarks.iter().map(|r| r.text.get(LangIdx(0)).to_owned()).collect::<Vec<_>>();
        let columns = |part: GroupResult<'_>| {
            part.group.scheme.columns().map(|column| texts(of_column(&report, part, column))).collect::<Vec<_>>()
        };
        let [g, h] = [parts[0], parts[1]];
        assert_eq!(texts(of_group(&report, g)), ["g", "x of g", "x"]);
        assert_eq!(texts(of_whole_group(&report, g)), ["g"]);
        assert_eq!(columns(g), [vec!["x of g", "x"], vec![], vec![]]);
        assert_eq!(texts(of_group(&report, h)), ["x", "total of h"]);
        assert_eq!(texts(of_whole_group(&report, h)), [""; 0]);
        assert_eq!(columns(h), [vec!["x"], vec![], vec!["total of h"]]);
        let remarks = &report.edition(g.edition).remarks;
        assert_eq!(remarks.iter().map(|r| column_of(h, r)).collect::<Vec<_>>()[..2], [None, None]);
    }
}
