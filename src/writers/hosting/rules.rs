//! What every host is told: which headers files have, and for how long they may be kept.

/// What a page may load and who may show it in a frame: all from its own server, fonts of a theme too, no inline script or
/// style.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                                 font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; \
                                 form-action 'self'; frame-ancestors 'self'";

/// The folder of the pages that other sites show in a frame, in each language.
pub(super) const EMBED: &str = "embed";

/// Headers of every file beside the policy and the time that it may be kept.
pub(super) const HEADERS: [(&str, &str); 2] =
    [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer")];

/// The name of the header that holds the policy.
pub(super) const POLICY_HEADER: &str = "Content-Security-Policy";

/// The header that lets pages of other sites read a file.
pub(super) const READ_BY_ALL: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// How long a file may be kept whose name changes with its bytes.
pub(crate) const KEPT: &str = "public, max-age=31536000, immutable";

/// How long every other file may be kept: it is asked for again each time, and sent only if it changed.
pub(crate) const ASKED: &str = "no-cache";

/// What the path of such a file ends with, behind the path of the site, as a regular expression.
pub(super) const MARKED: &str = r"assets/.+\.[0-9a-f]{10}\.[A-Za-z0-9]+$";

/// The policy of pages that other sites may show in a frame.
#[must_use]
pub(super) fn policy_of_embedded() -> String {
    POLICY.replace("frame-ancestors 'self'", "frame-ancestors *")
}

#[cfg(test)]
mod tests {
    use super::{POLICY, policy_of_embedded};

    #[test]
    fn only_the_frame_is_open_where_a_page_is_embedded() {
        assert_eq!(policy_of_embedded(), POLICY.replace("ancestors 'self'", "ancestors *"));
        assert!(policy_of_embedded().ends_with("; frame-ancestors *"));
    }
}
