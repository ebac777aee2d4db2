//! A scheme in short: one sentence and the tree.

use serde::Serialize;

use crate::model::SchemeEntry;
use crate::render::Html;
use crate::report::group::GroupResult;
use crate::routes::Route;
use crate::say::schemes::summary;
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::scheme::tree;
use crate::writers::html::pieces::scheme::tree::TreeNode;

/// A scheme in short: one sentence and the tree.
#[derive(Serialize)]
pub(crate) struct Short {
    title: Html,
    href: String,
    say: String,
    tree: Vec<TreeNode>,
}

/// The schemes of the groups of an edition in short, each once.
pub(crate) fn in_short(page: &Page<'_>, parts: &[GroupResult<'_>]) -> Vec<Short> {
    let used = |entry: &&SchemeEntry| parts.iter().any(|part| part.group.scheme.id == entry.base.id);
    let short = |entry: &SchemeEntry| Short {
        title: page.html(&entry.base.title),
        href: page.link(Route::Methodology(&entry.base.id)),
        say: summary(page.voice, &entry.base),
        tree: tree::tree(page, &entry.base),
    };
    page.series().schemes.iter().filter(used).map(short).collect()
}
