//! The main points of the groups of an edition.

use serde::Serialize;

use crate::render::Html;
use crate::report::group::GroupResult;
use crate::say::findings;
use crate::writers::html::frame::context::Page;

#[derive(Serialize)]
pub(crate) struct GroupPoints {
    name: Html,
    points: Vec<String>,
}

/// The main points of the groups of which there are some.
pub(crate) fn all_points(page: &Page<'_>, parts: &[GroupResult<'_>]) -> Vec<GroupPoints> {
    let name = |part: GroupResult<'_>| page.html(&page.series().groups[part.group.group.0].name);
    let of_group =
        |&part: &GroupResult<'_>| GroupPoints { name: name(part), points: findings::main_points(page.voice, part) };
    parts.iter().map(of_group).filter(|group| !group.points.is_empty()).collect()
}
