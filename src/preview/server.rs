//! Speaks HTTP with the browsers of this machine.

use std::io::{self, BufReader, Read as _, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use super::live::{Asked, Message, Shared};
use super::news::NewsBoard;
use super::notice::{OWN, SCRIPT};
use super::reply::{Body, Reply};
use super::request::{self, BadRequest, Request};
use crate::routes::address::{decoded, encoded};
use crate::writers::hosting::POLICY;

/// For how long a connection may be silent.
const SILENCE: Duration = Duration::from_secs(60);

/// How often a browser that waits is told that the preview is still there.
const STILL_HERE: Duration = Duration::from_secs(15);

/// Takes a port of this machine that other machines do not reach: the one that is asked for, or any free one where that
/// is taken.
///
/// # Errors
/// When the machine does not allow that port, or none is free.
pub(crate) fn bind(port: u16) -> io::Result<TcpListener> {
    let at = |port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    at(port).or_else(|error| if error.kind() == io::ErrorKind::AddrInUse { at(0) } else { Err(error) })
}

/// Answers browsers.
pub(crate) struct Server {
    /// Where they come in.
    listener: TcpListener,
    /// What every connection knows.
    desk: Desk,
}

#[derive(Clone)]
struct Desk {
    /// The path of the site as addresses have it.
    base: Arc<str>,
    /// The same, decoded.
    folder: Arc<str>,
    news: Arc<NewsBoard>,
    ask: Sender<Message>,
    is_changed: Arc<AtomicBool>,
}

impl Server {
    /// A server of a site that stands below a path, with what its [`LiveSite`](super::LiveSite) is made of, and what tells it
    /// of a change.
    #[must_use]
    pub(crate) fn new(listener: TcpListener, base: &str) -> (Self, Shared) {
        let (ask, messages) = mpsc::channel();
        let news = Arc::new(NewsBoard::default());
        let is_changed = Arc::new(AtomicBool::new(false));
        let shared = Shared { news: Arc::clone(&news), messages, is_changed: Arc::clone(&is_changed) };
        let folder = Arc::from(decoded(base));
        (Self { listener, desk: Desk { base: Arc::from(base), folder, news, ask, is_changed } }, shared)
    }

    /// What tells the site that its input changed; it answers whether anybody listens. Changes that come before the site
    /// has looked at the one before are one.
    pub(crate) fn bell(&self) -> impl FnMut() -> bool + Send + use<> {
        let Desk { ask, is_changed, .. } = self.desk.clone();
        move || is_changed.swap(true, Ordering::SeqCst) || ask.send(Message::Changed).is_ok()
    }

    /// Answers, a thread for each connection.
    pub(crate) fn start(self) {
        thread::spawn(move || {
            for stream in self.listener.incoming().flatten() {
                let desk = self.desk.clone();
                thread::spawn(move || desk.serve(&stream));
            }
        });
    }
}

impl Desk {
    /// Answers one connection until it ends; a browser that goes away is no fault.
    fn serve(&self, stream: &TcpStream) {
        let _ = stream.set_read_timeout(Some(SILENCE)).and_then(|()| stream.set_nodelay(true));
        let mut reader = BufReader::new(stream);
        while let Ok(Some(asked)) = request::next(&mut reader) {
            let stays = match asked {
                Ok(asked) => self.answer(stream, &asked).map(|()| asked.stays),
                Err(refused) => refuse(stream, refused).map(|()| false),
            };
            if !stays.unwrap_or(false) {
                return;
            }
        }
    }

    fn answer(&self, stream: &TcpStream, asked: &Request) -> io::Result<()> {
        let Some(path) = asked.path.strip_prefix(&*self.folder) else {
            let is_above = self.folder.strip_suffix('/') == Some(&asked.path) || asked.path == "/";
            return if is_above {
                redirect(stream, 302, &self.base)
            } else {
                send(
                    stream,
                    asked,
                    &head(404, "text/plain; charset=utf-8", self.base.len() as u64),
                    self.base.as_bytes(),
                )
            };
        };
        match path.strip_prefix(OWN) {
            Some("events") if asked.head_only => send(stream, asked, &head(200, "text/event-stream", 0), &[]),
            Some("events") => self.tell(stream),
            Some("live.js") => {
                send(stream, asked, &head(200, "text/javascript; charset=utf-8", SCRIPT.len() as u64), SCRIPT)
            }
            Some(_) | None => self.file(stream, asked, path),
        }
    }

    /// A file of the site.
    fn file(&self, stream: &TcpStream, asked: &Request, path: &str) -> io::Result<()> {
        let (answer, answered) = mpsc::sync_channel(1);
        let gone = |_| io::Error::other("the site is gone");
        self.ask.send(Message::Asked(Asked { path: path.to_owned(), answer })).map_err(|_| gone(mpsc::RecvError))?;
        let Reply { status, kind, body } = answered.recv().map_err(gone)?;
        match body {
            Body::Bytes(bytes) => send(stream, asked, &head(status, &kind, bytes.len() as u64), &bytes),
            Body::Folder => redirect(stream, status, &format!("{}{}/", self.base, encoded(path))),
            Body::Stream(mut from, len) => {
                send(stream, asked, &head(status, &kind, len), &[])?;
                if asked.head_only { Ok(()) } else { copied(&mut from, stream, len) }
            }
        }
    }

    /// Tells a browser of every state of the site, the newest first, until it goes away (server-sent events, HTML Living
    /// Standard 9.2).
    fn tell(&self, mut stream: &TcpStream) -> io::Result<()> {
        stream.write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
              Cross-Origin-Resource-Policy: same-origin\r\n\r\n",
        )?;
        let mut newest = self.news.newest();
        loop {
            let text = serde_json::to_string(&newest).map_err(io::Error::other)?;
            stream.write_all(format!("data: {text}\n\n").as_bytes())?;
            let told = newest.told;
            newest = self.news.after(told, STILL_HERE);
            while newest.told == told {
                stream.write_all(b":\n\n")?;
                newest = self.news.after(told, STILL_HERE);
            }
        }
    }
}

/// The head of an answer: nothing of a preview is kept by a browser, and pages have the policy that they will have.
fn head(status: u16, kind: &str, len: u64) -> String {
    let policy =
        if kind.starts_with("text/html") { format!("Content-Security-Policy: {POLICY}\r\n") } else { String::new() };
    let reason = reason(status);
    format!(
        "HTTP/1.1 {status} {reason}\r\nContent-Type: {kind}\r\nContent-Length: {len}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n{policy}\r\n"
    )
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        302 => "Found",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Internal Server Error",
    }
}

fn send(mut stream: &TcpStream, asked: &Request, head: &str, body: &[u8]) -> io::Result<()> {
    stream.write_all(head.as_bytes())?;
    if asked.head_only { Ok(()) } else { stream.write_all(body) }
}

fn redirect(mut stream: &TcpStream, status: u16, to: &str) -> io::Result<()> {
    let reason = reason(status);
    let head =
        format!("HTTP/1.1 {status} {reason}\r\nLocation: {to}\r\nContent-Length: 0\r\nCache-Control: no-store\r\n\r\n");
    stream.write_all(head.as_bytes())
}

fn refuse(mut stream: &TcpStream, refused: BadRequest) -> io::Result<()> {
    let (status, more) = match refused {
        BadRequest::Malformed => (400, ""),
        BadRequest::Host => (403, ""),
        BadRequest::Method => (405, "Allow: GET, HEAD\r\n"),
    };
    let reason = reason(status);
    stream.write_all(
        format!("HTTP/1.1 {status} {reason}\r\n{more}Content-Length: 0\r\nConnection: close\r\n\r\n").as_bytes(),
    )
}

/// Sends exactly as many bytes as were announced; a file that became shorter ends the connection.
fn copied(from: &mut dyn io::Read, mut to: &TcpStream, len: u64) -> io::Result<()> {
    let sent = io::copy(&mut from.take(len), &mut to)?;
    if sent == len { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}
