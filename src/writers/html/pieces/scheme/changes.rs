//! What differs between two schemes: since the one before, or for one group.

use serde::Serialize;

use crate::model::{GroupIdx, Scheme, SchemeEntry};
use crate::render::Html;
use crate::routes::Route;
use crate::say::scheme_changes;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::scheme::tree::{TreeNode, tree};

/// What changed since the scheme before.
#[derive(Serialize)]
pub(crate) struct Changes {
    pub(crate) before: Link,
    points: Vec<String>,
}

/// What differs for one group.
#[derive(Serialize)]
pub(crate) struct Differing {
    group: Html,
    points: Vec<String>,
    tree: Vec<TreeNode>,
}

/// What changed since the scheme that this one replaces, if it is there.
pub(crate) fn since(page: &Page<'_>, scheme: &Scheme) -> Option<Changes> {
    let before = scheme.replaces.as_ref()?;
    let entry = page.series().schemes.iter().find(|entry| entry.base.id == *before)?;
    let points = scheme_changes::since(page.voice, &entry.base, scheme);
    let before = Link::to(page, Route::Methodology(&entry.base.id), page.html(&entry.base.title));
    Some(Changes { before, points })
}

/// What differs for each group with differences of its own.
pub(crate) fn by_group(page: &Page<'_>, entry: &SchemeEntry) -> Vec<Differing> {
    let one = |group: GroupIdx, scheme: &Scheme| Differing {
        group: page.html(&page.series().groups[group.0].name),
        points: scheme_changes::of_group(page.voice, &entry.base, scheme),
        tree: tree(page, scheme),
    };
    entry.by_group.iter().map(|(group, scheme)| one(*group, scheme)).collect()
}
