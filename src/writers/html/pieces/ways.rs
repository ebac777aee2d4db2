//! The ways from a group or unit to its criteria, to own weights, and to the comparison.

use crate::rankings::may_have_own_weights;
use crate::report::group::GroupResult;
use crate::routes::{Route, group_anchor};
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::link::Link;

/// A link to the page with a unit chosen, if it is of the latest edition.
pub(crate) fn compare_unit(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> Option<Link> {
    let unit = &page.series().units[part.group.units[row].0].id;
    compare_group(page, part).map(|group| Link {
        label: page.voice.say_of(&[part.group.group], "compare.unit", &[]).into(),
        href: group.href.map(|h| asking(&h, unit)),
        ..group
    })
}

/// A link to a group with a unit that is asked for.
fn asking(group: &str, unit: &str) -> String {
    let (file, anchor) = group.split_once('#').unwrap_or((group, ""));
    format!("{file}?units={unit}#{anchor}")
}

/// A link to the page with a group chosen, if it is of the latest edition.
pub(crate) fn compare_group(page: &Page<'_>, part: GroupResult<'_>) -> Option<Link> {
    let anchor = group_anchor(&page.series().groups[part.group.group.0].id);
    let href = Some(format!("{}#{anchor}", page.link(Route::Compare)));
    let label = page.voice.say_of(&[part.group.group], "compare.group", &[]);
    (page.series().latest() == Some(part.edition)).then_some(Link { label: label.into(), href, current: false })
}

/// Links to the pages of the criteria at the top of the tree.
pub(crate) fn criteria_links(page: &Page<'_>, part: GroupResult<'_>) -> Vec<Link> {
    let edition = &page.edition(part.edition).id;
    let criteria = &part.group.scheme.criteria;
    let tops = part.group.scheme.top_level();
    tops.map(|c| Link::to(page, Route::Criterion(edition, &criteria[c].id), page.html(&criteria[c].name))).collect()
}

/// A link to a group's weights, if readers may change them.
pub(crate) fn own_weights_of_group(page: &Page<'_>, part: GroupResult<'_>) -> Option<Link> {
    let offered = page.series().latest() == Some(part.edition) && may_have_own_weights(part.group, part.ranking);
    let anchor = group_anchor(&page.series().groups[part.group.group.0].id);
    let href = Some(format!("{}#{anchor}", page.link(Route::Weights)));
    offered.then(|| Link { label: page.say("own.group", &[]).into(), href, current: false })
}
