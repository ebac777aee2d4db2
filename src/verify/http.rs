//! A host of the network, asked over HTTP: the only file that knows the client.

use std::io;
use std::time::Duration;

use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Error};

use super::answer::{Answer, Asking, Silence, SiteHost};
use crate::publish::{TEXT_MAX, read_hashed};

/// The longest file that is read.
const FILE_MAX: u64 = 1 << 30;

/// A host of the network. It is never sent a name, a password or a cookie.
pub(crate) struct HttpHost {
    agent: Agent,
    seconds: u64,
}

impl HttpHost {
    /// A client that waits so many seconds for a file, and trusts what the system trusts.
    #[must_use]
    pub(crate) fn new(seconds: u64) -> Self {
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let config = Agent::config_builder()
            .tls_config(tls)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(Duration::from_secs(seconds)))
            .user_agent(concat!("scorebook/", env!("CARGO_PKG_VERSION"), " verify"))
            .build();
        Self { agent: config.into(), seconds }
    }

    fn silence(&self, error: Error) -> Silence {
        match error {
            Error::Timeout(_) => Silence::Slow(self.seconds),
            Error::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => Silence::Cut,
            Error::Protocol(_) => Silence::Cut,
            other => Silence::Unreachable(unreachable(&other)),
        }
    }

    /// Why a body could not be read to its end.
    fn broken(&self, error: &io::Error) -> Silence {
        let timed_out = || {
            let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>());
            inner.is_some_and(|inner| matches!(inner, Error::Timeout(_)))
        };
        match error.kind() {
            io::ErrorKind::FileTooLarge => Silence::Large,
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Silence::Slow(self.seconds),
            _ if timed_out() => Silence::Slow(self.seconds),
            _ => Silence::Cut,
        }
    }
}

/// How the system says that it knows no host of a name; it has no kind of error for that.
const NO_SUCH_NAME: &str = "failed to lookup address information";

/// Why there is no way to a host, in English and Vietnamese.
fn unreachable(error: &Error) -> [String; 2] {
    let both = |english: &str, vietnamese: &str| [english.to_owned(), vietnamese.to_owned()];
    let other = |why: String| [format!("the connection fails: {why}"), format!("kết nối thất bại: {why}")];
    match error {
        Error::HostNotFound => both("no host of that name is known", "không tìm thấy máy chủ có tên này"),
        Error::Io(error) => match error.kind() {
            io::ErrorKind::ConnectionRefused => both(
                "the connection is refused: no server listens there",
                "kết nối bị từ chối: không có máy chủ nào ở đó",
            ),
            io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionAborted | io::ErrorKind::BrokenPipe => {
                both("the host breaks the connection off", "máy chủ ngắt kết nối")
            }
            io::ErrorKind::NetworkUnreachable | io::ErrorKind::HostUnreachable => {
                both("no way through the network leads to the host", "không có đường mạng nào tới máy chủ")
            }
            _ if error.to_string().starts_with(NO_SUCH_NAME) => unreachable(&Error::HostNotFound),
            _ => other(error.to_string()),
        },
        Error::LargeResponseHeader(..) => both("its headers are too long", "phần đầu của câu trả lời quá dài"),
        Error::Tls(_) | Error::Rustls(_) => {
            [format!("no safe connection can be made: {error}"), format!("không lập được kết nối an toàn: {error}")]
        }
        error => other(error.to_string()),
    }
}

impl SiteHost for HttpHost {
    fn ask(&self, address: &str, asking: Asking) -> Result<Answer, Silence> {
        let encoding = if asking == Asking::Compressed { "gzip, br" } else { "identity" };
        let request = self.agent.get(address).header("Accept-Encoding", encoding);
        let response = request.call().map_err(|error| self.silence(error))?;
        let (parts, mut body) = response.into_parts();
        let headers = parts
            .headers
            .iter()
            .map(|(name, value)| (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned()));
        let mut answer = Answer { status: parts.status.as_u16(), headers: headers.collect(), body: None };
        if asking == Asking::Compressed || answer.location().is_some() {
            return Ok(answer);
        }
        if let Some(how) = answer.header("content-encoding").filter(|how| !how.eq_ignore_ascii_case("identity")) {
            return Err(Silence::Encoded(how.to_owned()));
        }
        let max = if asking == Asking::Text { TEXT_MAX } else { FILE_MAX };
        let mut stream = body.with_config().limit(u64::MAX).reader();
        let bytes = read_hashed(&mut stream, asking == Asking::Text, max).map_err(|error| self.broken(&error))?;
        answer.body = Some(bytes);
        Ok(answer)
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use ureq::Error;

    use super::unreachable;

    #[track_caller]
    fn case(error: Error, english: &str, vietnamese: &str) {
        assert_eq!(unreachable(&error), [english, vietnamese]);
    }

    #[test]
    fn why_there_is_no_way_to_a_host_is_said_in_both_languages() {
        let io = |kind: io::ErrorKind| Error::Io(kind.into());
        let refused = io(io::ErrorKind::ConnectionRefused);
        case(
            refused,
            "the connection is refused: no server listens there",
            "kết nối bị từ chối: không có máy chủ nào ở đó",
        );
        case(io(io::ErrorKind::ConnectionReset), "the host breaks the connection off", "máy chủ ngắt kết nối");
        let away = io(io::ErrorKind::HostUnreachable);
        case(away, "no way through the network leads to the host", "không có đường mạng nào tới máy chủ");
        for text in ["Name or service not known", "Temporary failure in name resolution"] {
            let error = io::Error::other(format!("failed to lookup address information: {text}"));
            case(Error::Io(error), "no host of that name is known", "không tìm thấy máy chủ có tên này");
        }
        case(Error::HostNotFound, "no host of that name is known", "không tìm thấy máy chủ có tên này");
        let long = Error::LargeResponseHeader(2, 1);
        case(long, "its headers are too long", "phần đầu của câu trả lời quá dài");
        case(Error::Io(io::Error::other("x")), "the connection fails: x", "kết nối thất bại: x");
        let unsafe_ = Error::Tls("no provider");
        let why = unsafe_.to_string();
        let [english, vietnamese] =
            [format!("no safe connection can be made: {why}"), format!("không lập được kết nối an toàn: {why}")];
        case(unsafe_, &english, &vietnamese);
    }
}
