//! What was typed and means nothing, and what can be typed next.

use std::path::Path;

use crate::diagnostics::nearest;

/// That a name is not known, with the nearest one or all that there are, in English and Vietnamese.
pub(super) fn unknown<'n>(
    [what, what_vi]: [&str; 2],
    id: &str,
    known: impl Iterator<Item = &'n str> + Clone,
) -> [String; 2] {
    let [hint, hint_vi] = match nearest(id, known.clone()) {
        Some(near) => [format!("did you mean `{near}`?"), format!("có phải là `{near}`?")],
        None => {
            let all = known.collect::<Vec<_>>().join(", ");
            [format!("there are {all}"), format!("hiện có {all}")]
        }
    };
    [format!("no {what} has the id `{id}`; {hint}"), format!("không có {what_vi} nào mang mã `{id}`; {hint_vi}")]
}

/// How a command is told for which site it works: nothing for the folder that one stands in.
pub(super) fn site_option(site: &Path) -> String {
    if site.as_os_str() == "." { String::new() } else { format!(" --site {}", quoted(&site.display().to_string())) }
}

/// A path as a shell takes it.
fn quoted(path: &str) -> String {
    let is_plain = path.chars().all(|c| c.is_alphanumeric() || "/._-~".contains(c));
    if is_plain { path.to_owned() } else { format!("'{}'", path.replace('\'', r"'\''")) }
}
