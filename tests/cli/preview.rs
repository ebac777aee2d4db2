//! A preview for tests: `scorebook serve` on a free port, asked over HTTP byte by byte.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use serde_json::Value;

use crate::common::Site;

/// For how long is waited for what should come.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running preview; it is ended when it is dropped.
pub(crate) struct Preview {
    program: Child,
    /// Where it stands, as it says: `http://127.0.0.1:40321/xep-hang/`.
    pub(crate) address: String,
    pub(crate) port: u16,
    errors: Receiver<String>,
}

/// What was answered.
pub(crate) struct Answered {
    pub(crate) status: u16,
    /// By lower-case name.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Answered {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("text")
    }

    /// A header; empty where it is not there.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(String::as_str).unwrap_or_default()
    }
}

impl Preview {
    /// Starts a preview of a site on any free port.
    #[track_caller]
    pub(crate) fn of(site: &Site) -> Self {
        Self::with(site, &["serve", "--port", "0"])
    }

    /// Starts a preview with arguments.
    #[track_caller]
    pub(crate) fn with(site: &Site, arguments: &[&str]) -> Self {
        let mut command = site.command(arguments);
        let piped = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut program = piped.spawn().expect("the program runs");
        let mut address = String::new();
        let mut out = BufReader::new(program.stdout.take().expect("standard output"));
        out.read_line(&mut address).expect("an address");
        let address = address.trim_end().to_owned();
        let rest =
            address.strip_prefix("http://127.0.0.1:").unwrap_or_else(|| panic!("{address:?} is of this machine"));
        let port = rest.split('/').next().expect("a port").parse().expect("a number");
        let (send, errors) = mpsc::channel();
        let lines = BufReader::new(program.stderr.take().expect("standard error")).lines();
        std::thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| send.send(line)));
        Self { program, address, port, errors }
    }

    /// The lines of standard error up to one with a text in it.
    #[track_caller]
    pub(crate) fn errors_until(&self, text: &str) -> String {
        let mut all = String::new();
        while !all.contains(text) {
            let line = self.errors.recv_timeout(PATIENCE);
            let line = line.unwrap_or_else(|_| panic!("{text:?} does not come on standard error:\n{all}"));
            all.push_str(&line);
            all.push('\n');
        }
        all
    }

    /// Asks with a request as it is written, of which the connection is closed after the answer.
    #[track_caller]
    pub(crate) fn ask_raw(&self, request: &str) -> Answered {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).expect("a request is sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").expect("a head with an end");
        let head = String::from_utf8(answer[..end].to_vec()).expect("a head of text");
        let mut lines = head.split("\r\n");
        let first = lines.next().expect("a first line");
        let status = first.strip_prefix("HTTP/1.1 ").and_then(|rest| rest[..3].parse().ok()).expect("a status");
        let header = |line: &str| {
            let (name, value) = line.split_once(": ").expect("a header");
            (name.to_ascii_lowercase(), value.to_owned())
        };
        Answered { status, headers: lines.map(header).collect(), body: answer[end + 4..].to_vec() }
    }

    #[track_caller]
    pub(crate) fn ask(&self, method: &str, target: &str, host: &str) -> Answered {
        self.ask_raw(&format!("{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
    }

    #[track_caller]
    pub(crate) fn get(&self, target: &str) -> Answered {
        self.ask("GET", target, &format!("127.0.0.1:{}", self.port))
    }

    /// What browsers are told, from now on.
    #[track_caller]
    pub(crate) fn news(&self) -> PreviewNews {
        let mut stream = self.connect();
        let path = format!("{}__scorebook/events", self.path());
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("a request is sent");
        PreviewNews { stream: BufReader::new(stream) }
    }

    /// The path of the site.
    pub(crate) fn path(&self) -> &str {
        let start = self.address.match_indices('/').nth(2).expect("a path").0;
        &self.address[start..]
    }

    /// Sends a signal by its name, and waits for the end: its exit code, none where the signal itself ended it.
    #[track_caller]
    pub(crate) fn end_by(mut self, signal: &str) -> Option<i32> {
        let sent = Command::new("kill").args([&format!("-{signal}"), &self.program.id().to_string()]).status();
        assert!(sent.expect("kill runs").success());
        self.program.wait().expect("an end").code()
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        stream
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// What browsers are told, as it comes.
pub(crate) struct PreviewNews {
    stream: BufReader<TcpStream>,
}

impl PreviewNews {
    /// The next state that is wanted; those before it are passed over.
    #[track_caller]
    pub(crate) fn until(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        let mut before = String::new();
        loop {
            let mut line = String::new();
            let read = self.stream.read_line(&mut line);
            assert!(read.is_ok_and(|n| n > 0), "what is wanted does not come after\n{before}");
            let Some(data) = line.strip_prefix("data: ") else { continue };
            let told = serde_json::from_str(data).expect("JSON");
            if wanted(&told) {
                return told;
            }
            before.push_str(&line);
        }
    }

    /// The state that was made as that number and has a notice, or has none.
    #[track_caller]
    pub(crate) fn made(&mut self, number: u64, with_notice: bool) -> Value {
        self.until(|told| told["made"] == number && told["notice"].is_object() == with_notice)
    }
}
