//! What a host may say of a file as well as what `hosting:` writes, and what it is not asked for.

/// Types that mean the same as another one.
const ALIKE: [(&str, &str); 10] = [
    ("text/javascript", "application/javascript"),
    ("text/javascript", "application/x-javascript"),
    ("application/xml", "text/xml"),
    ("application/xml", "application/atom+xml"),
    ("application/xml", "application/rss+xml"),
    ("application/yaml", "text/yaml"),
    ("application/yaml", "application/x-yaml"),
    ("application/yaml", "text/x-yaml"),
    ("application/x-bibtex", "text/x-bibtex"),
    ("image/x-icon", "image/vnd.microsoft.icon"),
];

/// Whether a type that a host says is good enough: it is the same, and of a text its charset is said.
pub(crate) fn is_same_type(path: &str, found: &str, expected: &str) -> bool {
    let parts = |header: &str| {
        let mut parts = header.split(';').map(|part| part.trim().to_ascii_lowercase());
        let name = parts.next().unwrap_or_default();
        let charset = parts.find_map(|part| Some(part.strip_prefix("charset=")?.trim_matches('"').to_owned()));
        (name, charset)
    };
    let ((found, charset), (expected, _)) = (parts(found), parts(expected));
    let is_alike = found == expected || ALIKE.iter().any(|(one, other)| expected == *one && found == *other);
    // Those formats say by themselves how their letters are written.
    let says_itself = !expected.starts_with("text/") || path.ends_with(".html") && charset.is_none();
    is_alike && charset.map_or(says_itself, |charset| charset == "utf-8" || charset == "utf8")
}

/// Files that hosts read and do not serve.
const OF_HOSTS: [&str; 3] = ["_headers", "_redirects", "web.config"];

/// Whether a file of the site is for its host or hidden, so that no reader is served it.
pub(crate) fn is_not_served(path: &str) -> bool {
    let is_hidden = |part: &str| part.starts_with('.') && part != ".well-known";
    OF_HOSTS.contains(&path) || path.split('/').any(is_hidden)
}

/// Whether a file is a page that other sites show in a frame: `embed/2018/…`, `en/embed/2018/…`.
pub(crate) fn is_embedded(path: &str) -> bool {
    path.ends_with(".html") && path.split('/').take(2).any(|folder| folder == "embed")
}

/// Whether a file holds data that pages of other sites may read: it lies in a folder of data, or describes them.
pub(crate) fn is_open_data(path: &str) -> bool {
    let is_of_edition = path.split_once('/').is_some_and(|(_, inside)| inside.starts_with("data/"));
    let is_inside = path.starts_with("api/") || path.starts_with("data/") || is_of_edition;
    is_inside && !path.ends_with(".html")
}

#[cfg(test)]
mod tests {
    use super::{is_embedded, is_not_served, is_open_data};

    #[test]
    fn pages_for_frames_and_data_for_all_are_known_by_their_folders() {
        let pages = ["embed/2018/groups/so/index.html", "en/embed/trends/so/ranks/index.html"];
        let data = ["data/scores.csv", "2018/data/v1/scores.json", "api/v1/index.json", "2018/data/2018.xlsx"];
        let others =
            ["2018/data/index.html", "en/data/index.html", "feed.xml", "2018/groups/so/index.html", "data.html"];
        assert_eq!(
            [&pages[..], &data, &others].map(|paths| paths.iter().all(|path| is_embedded(path))),
            [true, false, false]
        );
        assert_eq!(
            [&pages[..], &data, &others].map(|paths| paths.iter().all(|path| is_open_data(path))),
            [false, true, false]
        );
        assert!(!others.iter().any(|path| is_embedded(path) || is_open_data(path)));
    }

    #[test]
    fn what_is_for_the_host_is_not_asked_for() {
        let found =
            [".htaccess", "_headers", "web.config", ".hosting/nginx.conf", ".well-known/x", "a/_headers", "a.b/c"];
        assert_eq!(found.map(is_not_served), [true, true, true, true, false, false, false]);
    }
}
