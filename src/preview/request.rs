//! What a browser asks for, and whether it may: HTTP/1.1 as far as a preview on one machine needs it (RFC 9112).

use std::io::{self, BufRead, Read as _};

use percent_encoding::percent_decode_str;

/// The longest head of a request that is read, in bytes.
const LONGEST: u64 = 16 << 10;

/// The names by which this machine may be asked. A page of another site that lets a name of its own point here (DNS
/// rebinding) is refused by them.
const HOSTS: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// A request that is answered.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// The path, decoded, with its slash at the beginning.
    pub(super) path: String,
    /// Whether only the head of the answer is wanted.
    pub(super) head_only: bool,
    /// Whether the connection stays for the next request.
    pub(super) stays: bool,
}

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BadRequest {
    /// It is not HTTP, or longer than anybody would ask.
    Malformed,
    /// It asks another host than this machine.
    Host,
    /// It wants to change something.
    Method,
}

/// The next request of a connection; none where it ended.
pub(super) fn next(stream: &mut impl BufRead) -> io::Result<Option<Result<Request, BadRequest>>> {
    let mut lines = Vec::new();
    let mut limited = stream.take(LONGEST);
    loop {
        let mut line = Vec::new();
        if limited.read_until(b'\n', &mut line)? == 0 {
            return Ok((!lines.is_empty()).then_some(Err(BadRequest::Malformed)));
        }
        let Ok(line) = String::from_utf8(line) else { return Ok(Some(Err(BadRequest::Malformed))) };
        match line.trim_end_matches(['\r', '\n']) {
            "" if lines.is_empty() => {}
            "" => return Ok(Some(parsed(&lines))),
            line => lines.push(line.to_owned()),
        }
    }
}

fn parsed(lines: &[String]) -> Result<Request, BadRequest> {
    let mut words = lines[0].split(' ');
    let (Some(method), Some(target), Some(version), None) = (words.next(), words.next(), words.next(), words.next())
    else {
        return Err(BadRequest::Malformed);
    };
    let mut hosts = values(lines, "host");
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return Err(BadRequest::Host) };
    if !HOSTS.contains(&without_port(host)) {
        return Err(BadRequest::Host);
    }
    if !["GET", "HEAD"].contains(&method) {
        return Err(BadRequest::Method);
    }
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8().map_err(|_| BadRequest::Malformed)?;
    if !path.starts_with('/') || path.contains(['\0', '\\']) || path.split('/').any(|part| [".", ".."].contains(&part))
    {
        return Err(BadRequest::Malformed);
    }
    let closes = values(lines, "connection").any(|value| value.eq_ignore_ascii_case("close"));
    Ok(Request { path: path.into_owned(), head_only: method == "HEAD", stays: version == "HTTP/1.1" && !closes })
}

/// The values of all headers of a name.
fn values<'l>(lines: &'l [String], wanted: &'static str) -> impl Iterator<Item = &'l str> {
    let fields = lines[1..].iter().filter_map(|line| line.split_once(':'));
    fields.filter(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value.trim())
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::{BadRequest, Request, next};

    fn asked(text: &str) -> Option<Result<(String, bool, bool), BadRequest>> {
        let answer = next(&mut text.as_bytes()).unwrap();
        answer.map(|asked| asked.map(|Request { path, head_only, stays }| (path, head_only, stays)))
    }

    #[test]
    fn a_request_is_answered_only_where_this_machine_is_asked_for_a_path() {
        let path = |path: &str| Some(Ok((path.to_owned(), false, true)));
        let malformed = || Some(Err(BadRequest::Malformed));
        for (target, expected) in [
            ("/", path("/")),
            ("/2018/?a=1#b", path("/2018/")),
            ("/s%E1%BB%9F.html", path("/sở.html")),
            ("/a%20b", path("/a b")),
            ("/../etc/passwd", malformed()),
            ("/a/%2e%2e/b", malformed()),
            ("/a/./b", malformed()),
            ("/a%00", malformed()),
            ("/a%5C..", malformed()),
            ("/%ff", malformed()),
            ("http://localhost/", malformed()),
            ("*", malformed()),
            ("/a b", malformed()),
        ] {
            assert_eq!(asked(&format!("GET {target} HTTP/1.1\r\nHost: localhost:8000\r\n\r\n")), expected, "{target}");
        }
        for (host, expected) in [
            ("127.0.0.1", path("/")),
            ("127.0.0.1:8000", path("/")),
            ("[::1]:8000", path("/")),
            ("localhost", path("/")),
            ("example.org", Some(Err(BadRequest::Host))),
            ("localhost.example.org:8000", Some(Err(BadRequest::Host))),
            ("127.0.0.1:8000:9", Some(Err(BadRequest::Host))),
            ("", Some(Err(BadRequest::Host))),
        ] {
            assert_eq!(asked(&format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n")), expected, "{host}");
        }
        for (text, expected) in [
            ("", None),
            ("\r\n", None),
            ("GET / HTTP/1.1\r\n\r\n", Some(Err(BadRequest::Host))),
            ("GET / HTTP/1.1\r\nHost: localhost\r\nhost: localhost\r\n\r\n", Some(Err(BadRequest::Host))),
            ("GET / HTTP/1.1\r\nHost: loc", malformed()),
            ("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n", Some(Err(BadRequest::Method))),
            ("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n", Some(Ok(("/".to_owned(), true, true)))),
            ("GET / HTTP/1.0\nhost: localhost\n\n", Some(Ok(("/".to_owned(), false, false)))),
            ("GET / HTTP/1.1\nHost: localhost\nConnection: Close\n\n", Some(Ok(("/".to_owned(), false, false)))),
        ] {
            assert_eq!(asked(text), expected, "{text:?}");
        }
        let long = format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "a".repeat(20_000));
        assert_eq!(asked(&long), malformed());
    }
}
