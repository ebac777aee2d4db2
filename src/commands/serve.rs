//! `scorebook serve`: the site in a browser of this machine, made again at each change.

use std::path::Path;
use std::process::{self, Stdio};
use std::time::Instant;

use clap::Args;

use super::input::{self, Input};
use super::machine::machine_words;
use super::streams::{leave, refuse, report, say, sentence};
use super::usage::whole;
use super::{ExitStatus, Invocation};
use crate::diagnostics::CliLanguage;
use crate::preview::{LiveSite, PreviewEvent, ReadInput, Server, Shared, Stand, Watched, Watcher, bind};
use crate::site::path_of;
use crate::tree;

/// Shows the site in a browser of this machine, drafts too, and makes it again whenever the content or the theme changes.
///
/// Nothing is written to the disk, and no other machine can reach the site. The page that is open reloads by itself and
/// stays where it was. While the content has errors, the site is shown as it was before them, and the page tells them.
/// Ctrl-C ends it.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// The port on this machine; if it is taken, a free one is used
    #[arg(long, value_name = "N", default_value_t = 8000, value_parser = whole::<u16>(0, 65_535))]
    port: u16,

    /// Open the site in the browser
    #[arg(long)]
    open: bool,
}

impl Serve {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        let input = match input::read(call) {
            Ok(input) => input,
            Err(end) => return end,
        };
        let listener = match bind(self.port) {
            Ok(listener) => listener,
            Err(error) => return input::refused(call, Path::new(&format!("127.0.0.1:{}", self.port)), &error),
        };
        let port = listener.local_addr().map_or(self.port, |address| address.port());
        let base = path_of(&input.content).unwrap_or_else(|| "/".to_owned());
        // It is read again when the folders are watched, so that no change in between is missed.
        drop(input);
        let (server, shared) = Server::new(listener, &base);
        let watched = match Watcher::start(&tree::without_links(&call.site), &["content", "themes"], server.bell()) {
            Ok(watched) => watched,
            Err(error) => return unwatched(call, &error),
        };
        if let Err(error) = ctrlc::set_handler(|| leave(ExitStatus::Done)) {
            return refuse(call, ExitStatus::Machine, format!("Ctrl-C: {error}"), format!("Ctrl-C: {error}"));
        }
        server.start();
        let stand = Stand { origin: format!("http://127.0.0.1:{port}"), base, language: call.language };
        let address = format!("{}{}", stand.origin, stand.base);
        let told = report(call, &format!("{address}\n"), ["", ""]);
        if told != ExitStatus::Done {
            return told;
        }
        say(&self.greeting(call.language, port, watched), ExitStatus::Done);
        if self.open {
            open(call.language, &address);
        }
        preview(call, shared, stand);
        ExitStatus::Done
    }

    /// What is to be known at the beginning.
    fn greeting(&self, language: CliLanguage, port: u16, watched: Watched) -> String {
        let (taken, by_sight, end) = match language {
            CliLanguage::English => (
                format!("note: port {} is taken, so the site is on port {port}\n", self.port),
                "note: this file system does not report changes, so the files are looked at twice a second\n",
                "Ctrl-C ends the preview\n",
            ),
            CliLanguage::Vietnamese => (
                format!("lưu ý: cổng {} đang được dùng, nên trang web ở cổng {port}\n", self.port),
                "lưu ý: hệ thống tệp này không báo thay đổi, nên các tệp được xem lại mỗi giây hai lần\n",
                "nhấn Ctrl-C để dừng xem trước\n",
            ),
        };
        let taken = if port != self.port && self.port != 0 { taken.as_str() } else { "" };
        let by_sight = if watched == Watched::BySight { by_sight } else { "" };
        format!("{taken}{by_sight}{end}")
    }
}

/// Shows the site until the program is ended, and tells what becomes of each change.
fn preview(call: &Invocation, shared: Shared, stand: Stand) {
    let mut since = Instant::now();
    let tell = |made: PreviewEvent<'_>| match made {
        PreviewEvent::Reading => since = Instant::now(),
        PreviewEvent::Shown(notice) => {
            let milliseconds = since.elapsed().as_millis();
            let done = match call.language {
                CliLanguage::English => format!("the preview is up to date ({milliseconds} ms)\n"),
                CliLanguage::Vietnamese => format!("bản xem trước đã cập nhật ({milliseconds} ms)\n"),
            };
            say(&format!("{}{done}", notice.map(|notice| notice.text()).unwrap_or_default()), ExitStatus::Done);
        }
        PreviewEvent::Kept(notice) => drop(say(notice.text(), ExitStatus::Done)),
    };
    let read = || {
        let Input { content, theme, faults } = input::load(&call.site).map_err(|why| {
            let [english, vietnamese] = why.words();
            sentence(call.language, &english, &vietnamese)
        })?;
        Ok(ReadInput { content, theme, faults })
    };
    LiveSite::new(shared, stand, read, tell).run();
}

/// Says that changes cannot be seen.
fn unwatched(call: &Invocation, error: &std::io::Error) -> ExitStatus {
    let why = machine_words(call.language, error);
    refuse(
        call,
        ExitStatus::Machine,
        format!("the folder cannot be watched for changes: {why}"),
        format!("không theo dõi được thay đổi trong thư mục: {why}"),
    )
}

/// What opens an address in the browser, on one kind of system or another.
const OPENERS: [(&str, &[&str]); 3] = [("xdg-open", &[]), ("open", &[]), ("cmd", &["/C", "start", ""])];

/// Opens an address in the browser; where nothing does, that is told.
fn open(language: CliLanguage, address: &str) {
    let opens = |(program, before): &(&str, &[&str])| {
        let mut command = process::Command::new(program);
        let quiet = command.args(*before).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        quiet.spawn().is_ok()
    };
    if !OPENERS.iter().any(opens) {
        let note = match language {
            CliLanguage::English => "note: no browser could be opened; open the address by hand\n",
            CliLanguage::Vietnamese => "lưu ý: không mở được trình duyệt; hãy tự mở địa chỉ trên\n",
        };
        say(note, ExitStatus::Done);
    }
}
