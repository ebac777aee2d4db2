//! What happened to a file on its way to a host, as far as its bytes tell.

use sha2::{Digest, Sha256};

/// What services that stand before a host leave in pages which they rewrite.
const MARKS: [&str; 6] = [
    "/cdn-cgi/",
    "data-cfasync",
    "data-cfemail",
    "__CF$cv$params",
    "static.cloudflareinsights.com",
    "/_vercel/insights",
];

/// A page of more bytes than this with fewer lines than one in so many was squeezed: ours have a line each 150.
const BYTES_IN_A_LINE: usize = 1500;

/// How the bytes of a file became others than those of this hash, in English and Vietnamese; none where nothing tells.
pub(crate) fn how(path: &str, bytes: &[u8], expected: &[u8; 32]) -> Option<[&'static str; 2]> {
    let is_expected = |bytes: &[u8]| Sha256::digest(bytes)[..] == expected[..];
    if bytes.is_empty() {
        return Some(["it is empty", "tệp rỗng"]);
    }
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return Some(["it is compressed (gzip)", "tệp bị nén (gzip)"]);
    }
    if bytes.windows(2).any(|two| two == b"\r\n") && is_expected(&without(bytes, b'\r')) {
        return Some(["its lines end as those of Windows do (CR LF)", "các dòng kết thúc theo kiểu Windows (CR LF)"]);
    }
    if bytes.strip_prefix(b"\xef\xbb\xbf").is_some_and(is_expected) {
        return Some(["a byte order mark was put before it", "bị thêm dấu BOM ở đầu tệp"]);
    }
    if path.ends_with(".html") { page(&String::from_utf8_lossy(bytes)) } else { None }
}

fn without(bytes: &[u8], left_out: u8) -> Vec<u8> {
    bytes.iter().copied().filter(|byte| *byte != left_out).collect()
}

/// What happened to a page.
fn page(text: &str) -> Option<[&'static str; 2]> {
    let scripts = text.match_indices("<script").map(|(at, _)| text[at..].split('>').next().unwrap_or_default());
    // Pages of ours hold no script of their own: the policy forbids it.
    let mut inline = scripts.filter(|tag| !tag.contains("src=") && !tag.contains("application/ld+json"));
    if MARKS.iter().any(|mark| text.contains(mark)) || inline.next().is_some() {
        return Some(["a host or CDN put a script into it on the way", "máy chủ hoặc CDN đã chèn mã vào trang"]);
    }
    if !text.trim_end().ends_with("</html>") {
        return Some(["its end is missing", "bị cắt mất phần cuối"]);
    }
    let lines = text.bytes().filter(|byte| *byte == b'\n').count();
    (text.len() > BYTES_IN_A_LINE && lines < text.len() / BYTES_IN_A_LINE)
        .then_some(["a host or CDN squeezed it on the way (minify)", "máy chủ hoặc CDN đã rút gọn trang (minify)"])
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::how;

    #[test]
    fn what_happened_is_told_by_the_bytes() {
        let page = format!("<!DOCTYPE html>\n<html>\n{}</html>\n", "<p>một dòng</p>\n".repeat(300));
        let expected: [u8; 32] = Sha256::digest(&page).into();
        let case = |bytes: &[u8], english: Option<&str>| {
            assert_eq!(how("index.html", bytes, &expected).map(|[english, _]| english), english);
        };
        case(b"", Some("it is empty"));
        case(&[0x1f, 0x8b, 8], Some("it is compressed (gzip)"));
        case(page.replace('\n', "\r\n").as_bytes(), Some("its lines end as those of Windows do (CR LF)"));
        case(format!("\u{feff}{page}").as_bytes(), Some("a byte order mark was put before it"));
        let script = Some("a host or CDN put a script into it on the way");
        case(page.replace("</html>", "<script>x()</script></html>").as_bytes(), script);
        case(page.replace("</html>", "<script src=\"/cdn-cgi/x.js\"></script></html>").as_bytes(), script);
        case(&page.as_bytes()[..2000], Some("its end is missing"));
        case(page.replace('\n', "").as_bytes(), Some("a host or CDN squeezed it on the way (minify)"));
        case(page.replace("một", "hai").as_bytes(), None);
        assert_eq!(how("a.csv", b"x", &expected), None);
    }
}
