//! A web server for tests: it serves files from memory on this machine, with faults that a test chooses.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::common::Files;

/// What the server does with a path otherwise than it should.
#[derive(Clone, Debug)]
pub(crate) enum HostFault {
    /// This header in place of the right one; none where it is empty.
    Header(&'static str, &'static str),
    /// A redirect with this status to this address.
    Redirect(u16, String),
    /// These bytes, with status 200.
    Bytes(Vec<u8>),
    /// This status, with the page for what is not found.
    Status(u16),
    /// Half of the body.
    Cut,
    /// Nothing for a while.
    Slow,
    /// Bytes without an end.
    Endless,
    /// As if it were compressed, to whoever asks.
    Encoded,
}

/// A running server; it stops when it is dropped.
pub(crate) struct TestHost {
    address: SocketAddr,
    stop: Arc<AtomicBool>,
    served: Arc<Served>,
}

/// What a server serves.
struct Served {
    /// The folder of the site on the server: `/xep-hang/`.
    base: &'static str,
    files: Files,
    /// By path within the site; `*` is for all paths, `**` for all that are not there.
    faults: BTreeMap<String, Vec<HostFault>>,
    /// The first lines of all requests and what they hold besides.
    asked: std::sync::Mutex<Vec<String>>,
}

impl TestHost {
    /// Serves files under a path.
    pub(crate) fn new(base: &'static str, files: Files, faults: &[(&str, HostFault)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let mut all: BTreeMap<String, Vec<HostFault>> = BTreeMap::new();
        for (path, fault) in faults {
            all.entry((*path).to_owned()).or_default().push(fault.clone());
        }
        let served = Arc::new(Served { base, files, faults: all, asked: std::sync::Mutex::default() });
        let stop = Arc::new(AtomicBool::new(false));
        let host = Self { address, stop: Arc::clone(&stop), served: Arc::clone(&served) };
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                let served = Arc::clone(&served);
                std::thread::spawn(move || drop(served.answer(stream)));
            }
        });
        host
    }

    /// Where the site stands.
    pub(crate) fn url(&self) -> String {
        format!("http://{}{}", self.address, self.served.base)
    }

    /// The requests so far: first line and headers, lines joined by `\n`.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.served.asked.lock().expect("no panic").clone()
    }
}

impl Drop for TestHost {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        drop(TcpStream::connect(self.address));
    }
}

impl Served {
    /// Answers requests on a connection until the other side closes it.
    fn answer(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let mut reader = BufReader::new(stream.try_clone()?);
        loop {
            let mut head = String::new();
            loop {
                let mut line = String::new();
                if reader.read_line(&mut line)? == 0 {
                    return Ok(());
                }
                if line == "\r\n" {
                    break;
                }
                head.push_str(&line.replace('\r', ""));
            }
            self.asked.lock().expect("no panic").push(head.clone());
            let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
            self.send(&path, head.to_ascii_lowercase().contains("accept-encoding: gzip"), &mut stream)?;
        }
    }

    fn send(&self, address: &str, takes_gzip: bool, stream: &mut TcpStream) -> std::io::Result<()> {
        let path = address.split('?').next().unwrap_or_default();
        let inside = path.strip_prefix(self.base);
        let file = inside.map(|path| {
            if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
        });
        let file = file.map(|file| percent_encoding::percent_decode_str(&file).decode_utf8_lossy().into_owned());
        let is_hidden = |file: &String| file.starts_with('.') || file == "_headers" || file == "web.config";
        let found = file.as_ref().filter(|file| !is_hidden(file)).and_then(|file| self.files.get(file));
        let name = file.clone().unwrap_or_default();
        let folder = format!("{name}/index.html");
        let bare = format!("{path}/") == self.base || self.files.contains_key(&folder);
        let (mut status, mut body) = match found {
            Some(bytes) => (200, bytes.clone()),
            None if bare => (301, Vec::new()),
            None => (404, self.files.get("404.html").cloned().unwrap_or_default()),
        };
        let mut headers = headers_of(if status == 404 { "404.html" } else { &name });
        if status == 301 {
            headers.insert("Location", format!("{path}/"));
        }
        if takes_gzip {
            headers.insert("Content-Encoding", "gzip".to_owned());
        }
        let (mut cut, mut endless) = (false, false);
        let missing = if status == 404 { "**" } else { "" };
        let faults = [address.strip_prefix(self.base).unwrap_or(address), "*", missing];
        for fault in faults.iter().filter_map(|path| self.faults.get(*path)).flatten() {
            match fault {
                HostFault::Header(name, "") => drop(headers.remove(name)),
                HostFault::Header(name, value) => drop(headers.insert(name, (*value).to_owned())),
                HostFault::Redirect(code, to) => {
                    status = *code;
                    headers.insert("Location", to.clone());
                }
                HostFault::Bytes(bytes) => (status, body) = (200, bytes.clone()),
                HostFault::Status(code) => status = *code,
                HostFault::Cut => cut = true,
                HostFault::Slow => std::thread::sleep(Duration::from_secs(3)),
                HostFault::Endless => endless = true,
                HostFault::Encoded => drop(headers.insert("Content-Encoding", "gzip".to_owned())),
            }
        }
        let len = if endless { 10 << 30 } else { body.len() };
        let mut head = format!("HTTP/1.1 {status} Status\r\nContent-Length: {len}\r\n");
        headers.iter().for_each(|(name, value)| head.push_str(&format!("{name}: {value}\r\n")));
        stream.write_all(format!("{head}\r\n").as_bytes())?;
        if endless {
            loop {
                stream.write_all(&[b'x'; 65536])?;
            }
        }
        stream.write_all(if cut { &body[..body.len() / 2] } else { &body })?;
        if cut { Err(std::io::ErrorKind::BrokenPipe.into()) } else { Ok(()) }
    }
}

/// The headers that a file should have.
fn headers_of(path: &str) -> BTreeMap<&'static str, String> {
    let kind = match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "json" => "application/json",
        "jsonld" => "application/ld+json",
        "webmanifest" => "application/manifest+json",
        "yaml" => "application/yaml",
        "bib" => "application/x-bibtex",
        "ris" => "application/x-research-info-systems",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "svg" => "image/svg+xml",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    };
    let kept = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                  connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
    let is_data = path.starts_with("data/") || path.starts_with("api/") || path.contains("/data/");
    let open = (is_data && !path.ends_with(".html")).then_some(("Access-Control-Allow-Origin", "*"));
    let is_embedded = path.starts_with("embed/") || path.starts_with("en/embed/");
    let policy = if is_embedded { policy.replace("ancestors 'self'", "ancestors *") } else { policy.to_owned() };
    let headers = [
        ("Content-Type", kind),
        ("Cache-Control", kept),
        ("Content-Security-Policy", &policy),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    headers.into_iter().chain(open).map(|(name, value)| (name, value.to_owned())).collect()
}
