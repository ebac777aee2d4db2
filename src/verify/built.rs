//! Whether a build gives the bytes that are published.

use std::collections::BTreeMap;

use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::published;

use super::verified::Verified;

/// Tells where the files of a build and those that are published differ. Of a site that was looked at in part only
/// (`whole` is false) it is not said that a file is not there.
pub(crate) fn compare_with_build(
    built: &BTreeMap<String, [u8; 32]>,
    found: &BTreeMap<String, [u8; 32]>,
    whole: bool,
    verified: &mut Verified,
) {
    let other = |path: &str| match (built.get(path), found.get(path)) {
        (Some(built), Some(found)) if built == found => None,
        (Some(_), Some(_)) => Some(["other bytes", "nội dung khác"]),
        (Some(_), None) if whole => Some(["only the build has it", "chỉ bản dựng có"]),
        (None, Some(_)) => Some(["only the published site has it", "chỉ trang đã đăng có"]),
        (_, None) => None,
    };
    let mut paths: Vec<&String> = built.keys().chain(found.keys()).collect();
    paths.sort_unstable();
    paths.dedup();
    // What is known to be otherwise is no fault here either.
    paths.retain(|path| verified.left.iter().all(|(_, left)| left != *path));
    for (path, [why, why_vi]) in paths.into_iter().filter_map(|path| Some((path, other(path)?))) {
        let fault = Diagnostic::new(&published::BUILD_MISMATCH, None).with("path", path);
        verified.faults.push(fault.with("why", why).with("why_vi", why_vi));
    }
}
