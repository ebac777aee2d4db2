//! GitHub Pages: it is told to publish the files as they are. It takes no headers.

use super::HostFile;

/// An empty file that turns off Jekyll, which would leave out names that begin with a dot or a line.
pub(super) fn files() -> Vec<HostFile> {
    vec![(".nojekyll", String::new())]
}
