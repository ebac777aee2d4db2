//! The only place where commands write: results to standard output, everything else to standard error.
//!
//! A reader that closes a pipe early has seen enough: the command ends as if everything had been read. Where a stream
//! refuses for another reason, such as a full disk, the machine refused: that is told on standard error, as long as
//! standard error itself takes it, and the command ends so.

use std::io::{self, BufRead, ErrorKind, IsTerminal as _, Write};

use super::ask::{Dialogue, Terminal};
use super::machine::machine_words;
use super::usage::{before_command, vietnamese};
use super::{ExitStatus, Invocation};
use crate::diagnostics::CliLanguage;

/// Writes a result to standard output.
pub(super) fn show(call: &Invocation, result: &[u8]) -> ExitStatus {
    written_out(call.language, result, None)
}

/// Writes to standard output what was done. `done` says it in a few words, in English and Vietnamese, for the case that
/// standard output does not take it.
pub(super) fn report(call: &Invocation, text: &str, done: [&str; 2]) -> ExitStatus {
    written_out(call.language, text.as_bytes(), Some(done))
}

/// Writes to standard error why a command ends so, or what else is to be known.
pub(super) fn say(text: &str, end: ExitStatus) -> ExitStatus {
    match send(&mut err(), text.as_bytes()) {
        Ok(()) => end,
        // There is no stream left to tell it on.
        Err(_) => ExitStatus::Machine,
    }
}

/// Says in the language of the messages why a command ends so.
pub(super) fn refuse(call: &Invocation, end: ExitStatus, english: String, vietnamese: String) -> ExitStatus {
    say(&sentence(call.language, &english, &vietnamese), end)
}

/// A refusal in the language of the messages, as a line.
pub(super) fn sentence(language: CliLanguage, english: &str, vietnamese: &str) -> String {
    match language {
        CliLanguage::English => format!("error: {english}\n"),
        CliLanguage::Vietnamese => format!("lỗi: {vietnamese}\n"),
    }
}

/// Ends the program at once, whatever it is doing.
pub(super) fn leave(end: ExitStatus) -> ! {
    std::process::exit(end.code().into())
}

/// Writes what clap has to say: a help page or the version to standard output, wrong use to standard error.
pub(super) fn show_usage(said: &clap::Error, language: CliLanguage) -> ExitStatus {
    let end = if said.exit_code() == 0 { ExitStatus::Done } else { ExitStatus::Usage };
    if let Some(text) = vietnamese(said).filter(|_| language == CliLanguage::Vietnamese) {
        return say(&text, end);
    }
    if let Some(arg) = before_command(said) {
        let text = format!("error: `{arg}` stands before the command: write it right behind `scorebook`\n");
        return say(&text, end);
    }
    let sent = quietly(said.print().and_then(|()| io::stdout().lock().flush()));
    match sent {
        Ok(()) => end,
        Err(_) if said.use_stderr() => ExitStatus::Machine,
        Err(error) => refused(language, &error, None),
    }
}

/// Does something that may have to ask: on a terminal, questions go to standard error.
pub(super) fn with_dialogue<R>(language: CliLanguage, ask: impl FnOnce(&mut Dialogue<'_>) -> R) -> R {
    let is_terminal = is_terminal() && io::stdin().is_terminal();
    let (mut answers, mut questions) = (io::stdin().lock(), io::stderr());
    let terminal = is_terminal.then_some(Terminal { answers: &mut answers, questions: &mut questions });
    ask(&mut Dialogue::new(language, terminal))
}

/// How far a long step has come, on one line of a terminal; elsewhere nothing is shown.
pub(super) struct Progress {
    is_shown: bool,
    language: CliLanguage,
}

/// After how many steps the line is written anew.
const STEP: usize = 20;

impl Progress {
    pub(super) fn new(language: CliLanguage) -> Self {
        Self { is_shown: is_terminal(), language }
    }

    /// Shows that so many files are done, and of how many where that is known.
    pub(super) fn tick(&self, done: usize, of: Option<usize>) {
        if self.is_shown && (done.is_multiple_of(STEP) || Some(done) == of) {
            let of = of.map(|of| format!("/{of}")).unwrap_or_default();
            let noun = if self.language == CliLanguage::Vietnamese { "tệp" } else { "files" };
            let _ = send(&mut err(), format!("\r{done}{of} {noun} ").as_bytes());
        }
    }

    /// Takes the line away.
    pub(super) fn end(&self) {
        if self.is_shown {
            let _ = send(&mut err(), b"\r\x1b[K");
        }
    }
}

/// Whether somebody reads standard error on a terminal.
pub(super) fn is_terminal() -> bool {
    io::stderr().is_terminal()
}

/// Whether somebody can be asked: answers are typed on a terminal, and questions are seen on one.
pub(super) fn can_ask() -> bool {
    io::stdin().is_terminal() && is_terminal()
}

/// Asks on standard error, and reads what is typed.
pub(super) fn asking<R>(ask: impl FnOnce(&mut dyn BufRead, &mut dyn Write) -> R) -> R {
    ask(&mut io::stdin().lock(), &mut err())
}

fn written_out(language: CliLanguage, bytes: &[u8], done: Option<[&str; 2]>) -> ExitStatus {
    match send(&mut out(), bytes) {
        Ok(()) => ExitStatus::Done,
        Err(error) => refused(language, &error, done),
    }
}

/// Says that standard output refused, and what was done all the same.
fn refused(language: CliLanguage, error: &io::Error, done: Option<[&str; 2]>) -> ExitStatus {
    let [english, vietnamese] = done.unwrap_or_default();
    let (stream, done) = match language {
        CliLanguage::English => ("error: standard output", english),
        CliLanguage::Vietnamese => ("lỗi: đầu ra chuẩn", vietnamese),
    };
    let done = if done.is_empty() { String::new() } else { format!("; {done}") };
    say(&format!("{stream}: {}{done}\n", machine_words(language, error)), ExitStatus::Machine)
}

/// Standard output and standard error; in tests of the program's own nothing is printed.
#[cfg(not(test))]
fn out() -> impl Write {
    io::stdout().lock()
}
#[cfg(not(test))]
fn err() -> impl Write {
    io::stderr().lock()
}
#[cfg(test)]
use std::io::{sink as err, sink as out};

/// Writes everything and holds nothing back, so that a refusal is known before the command ends.
fn send(stream: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    quietly(stream.write_all(bytes).and_then(|()| stream.flush()))
}

/// A stream whose reader has gone took everything.
fn quietly(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, ErrorKind, Write};

    use super::send;

    /// A stream that refuses to write or to flush.
    struct Refusing(Option<ErrorKind>, Option<ErrorKind>);

    impl Write for Refusing {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.map_or(Ok(bytes.len()), |kind| Err(kind.into()))
        }

        fn flush(&mut self) -> io::Result<()> {
            self.1.map_or(Ok(()), |kind| Err(kind.into()))
        }
    }

    #[test]
    fn a_closed_pipe_is_quiet_and_every_other_refusal_is_known() {
        let (pipe, full) = (Some(ErrorKind::BrokenPipe), Some(ErrorKind::StorageFull));
        let case = |write, flush| send(&mut Refusing(write, flush), b"text").map_err(|error| error.kind());
        assert_eq!([case(None, None), case(pipe, None), case(None, pipe)], [Ok(()); 3]);
        assert_eq!([case(full, None), case(None, full)], [Err(ErrorKind::StorageFull); 2]);
    }
}
