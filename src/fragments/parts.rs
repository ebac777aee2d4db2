//! Small parts that several tables have: a name with its page, a note under it, a short text with its meaning.

use crate::render::Html;

/// Writes a name, linked where it has a page.
pub(super) fn push_linked(html: &mut Html, name: &Html, href: Option<&str>) {
    let Some(href) = href else { return html.push(name) };
    html.push_raw("<a");
    html.attr("href", href);
    html.push_raw(">");
    html.push(name);
    html.push_raw("</a>");
}

/// Writes a small line under a name.
pub(super) fn push_note(html: &mut Html, note: Option<&Html>) {
    let Some(note) = note else { return };
    html.push_raw("<br><span class=\"sm q\">");
    html.push(note);
    html.push_raw("</span>");
}

/// Writes something short with what it means.
pub(super) fn push_abbr(html: &mut Html, class: Option<&str>, meaning: &str, inside: impl FnOnce(&mut Html)) {
    html.push_raw("<abbr");
    if let Some(class) = class {
        html.attr("class", class);
    }
    html.attr("title", meaning);
    html.push_raw(">");
    inside(html);
    html.push_raw("</abbr>");
}
