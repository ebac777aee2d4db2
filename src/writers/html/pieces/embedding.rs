//! How another site shows a chart or a table: the lines of HTML to be copied.

use serde::Serialize;

use crate::render::Html;
use crate::routes::{Embedded, Route};
use crate::writers::html::frame::context::Page;

/// The lines that show a part of a page in another site.
#[derive(Serialize)]
pub(crate) struct Embedding {
    /// What it shows.
    title: String,
    /// The lines of HTML.
    code: String,
    /// The part alone.
    href: String,
}

/// How high a frame is at most; what is higher is scrolled in it, unless the other site listens to how high it is.
pub(crate) const HEIGHT_MAX: usize = 900;

/// How many pixels what stands around rows takes, and one row.
const HEIGHT: (usize, usize) = (260, 36);

/// The height of a frame for so many rows, in pixels.
pub(crate) fn height_of(rows: usize) -> usize {
    (HEIGHT.0 + HEIGHT.1 * rows).min(HEIGHT_MAX)
}

/// The lines for a part of a page, whose frame has that height in pixels: a frame, and below it a link to the whole page.
/// Nothing where the site doesn't say where it will stand.
pub(crate) fn embedding(page: &Page<'_>, part: Embedded<'_>, title: &str, height: usize) -> Option<Embedding> {
    let routes = page.context.routes;
    let file = routes.file(Route::Embed(part), page.language.index);
    let whole = routes.absolute(&routes.file(Route::whole_of(part), page.language.index))?;
    let mut code = Html::default();
    code.push_raw("<iframe");
    code.attr("src", &routes.absolute(&file)?);
    code.attr("title", title);
    code.attr("width", "100%");
    code.attr("height", &height.to_string());
    code.attr("loading", "lazy");
    code.push_raw("></iframe>\n<p>");
    code.push(&Html::text(title).linked(Some(&whole)));
    code.push_raw("</p>");
    // People read these lines, and values stand in double quotes.
    let code = code.as_str().replace("&#39;", "'");
    Some(Embedding { title: title.to_owned(), code, href: page.link_file(&file) })
}
