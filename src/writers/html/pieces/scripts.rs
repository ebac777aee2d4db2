//! Every kind of list that is too long for its page, as the scripts that carry it.

use rayon::prelude::*;

use crate::routes::Route;
use crate::writers::html::frame::context::{Context, Language, Page};
use crate::writers::html::pieces::long_list::{LongList, script_name};
use crate::writers::html::pieces::{compare_units, own_weights};

/// The name of each script and the script, in all languages.
#[must_use]
pub(crate) fn row_scripts(context: &Context<'_>) -> Vec<(String, Vec<u8>)> {
    let of = |language: &Language| {
        let mut scripts = Vec::new();
        for (kind, route, lists) in KINDS {
            let page = Page::new(context, language, *route);
            let lists = lists(&page);
            scripts.extend(lists.iter().map(|list| (script_name(kind, &list.anchor, language), list.script())));
        }
        scripts
    };
    context.languages.par_iter().map(of).flatten().collect()
}

/// A kind of list: its name, the page that shows it, and what makes the long ones.
type Lists = (&'static str, Route<'static>, fn(&Page<'_>) -> Vec<LongList>);

/// Every kind of list.
const KINDS: &[Lists] = &[
    (own_weights::ROWS, Route::Weights, own_weights::long_lists),
    (compare_units::ROWS, Route::Compare, compare_units::long_lists),
];
