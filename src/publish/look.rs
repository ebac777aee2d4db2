//! A folder that is to be published to, looked at without a lock and without a change: for whoever wants to know beforehand.

use std::path::Path;

use super::manifest::{MANIFEST, Manifest};
use super::refused::Refused;
use super::{foreign, guard};

/// The paths of the site that is published in a folder, as its manifest tells; none where there is none.
#[must_use]
pub(crate) fn published_in(output: &Path) -> Vec<String> {
    Manifest::read(&output.join(MANIFEST), output).paths().map(str::to_owned).collect()
}

/// Whether a site of those paths could be published to a folder now; `inputs` are the folders that it is made from.
///
/// # Errors
/// When a build would be refused. What only a build can know is not looked for: another one at work, a full disk.
pub(crate) fn look<'p>(output: &Path, inputs: &[&Path], paths: impl Iterator<Item = &'p str>) -> Result<(), Refused> {
    let output = guard::absolute(output)?;
    guard::check_place(&output, inputs)?;
    let beside = guard::beside(&output);
    if beside.symlink_metadata().is_ok() {
        guard::check_beside(&beside)?;
    }
    guard::check_output(&output)?;
    let live = Manifest::read(&output.join(MANIFEST), &beside);
    foreign::check(&output, &live)?;
    foreign::check_taken(&output, &live, paths)
}
