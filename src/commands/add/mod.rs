//! `scorebook add`: one entry more in a file of content/, where it belongs.

mod correction;
mod desk;
mod event;
mod group;
mod unit;

use clap::{Args, Subcommand};

use super::ask::Dialogue;
use super::streams::{refuse, with_dialogue};
use super::{ExitStatus, Invocation, input};
use desk::{EditDesk, NotAdded};

/// Adds an entry to a file of content/, where it belongs; every other byte of the file stays.
///
/// What is missing is asked for on a terminal. The whole content is checked with the entry first: where it brings an error,
/// nothing is written. The lines that were added are shown.
#[derive(Debug, Args)]
pub(super) struct AddArgs {
    #[command(subcommand)]
    entry: Entry,
}

#[derive(Debug, Subcommand)]
enum Entry {
    Unit(unit::AddUnit),
    Group(group::AddGroup),
    Correction(correction::AddCorrection),
    Event(event::AddEvent),
}

impl AddArgs {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        with_dialogue(call.language, |dialogue| self.run_with(call, dialogue))
    }

    /// Adds the entry, with a dialogue for what is missing.
    fn run_with(&self, call: &Invocation, dialogue: &mut Dialogue<'_>) -> ExitStatus {
        let input = match input::read(call) {
            Ok(input) => input,
            Err(end) => return end,
        };
        let done = EditDesk::of(call, &input).and_then(|desk| {
            let edited = match &self.entry {
                Entry::Unit(unit) => unit.added(&desk, dialogue),
                Entry::Group(group) => group.added(&desk, dialogue),
                Entry::Correction(correction) => correction.added(&desk, dialogue),
                Entry::Event(event) => event.added(&desk, dialogue),
            };
            desk.put(edited?)
        });
        match done {
            Ok(end) | Err(NotAdded::Told(end)) => end,
            Err(NotAdded::Because([english, vietnamese])) => refuse(call, ExitStatus::Usage, english, vietnamese),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use clap::Parser as _;

    use crate::commands::ask::{Dialogue, Terminal};
    use crate::commands::{Arguments, Command, ExitStatus, Invocation, commands};
    use crate::diagnostics::CliLanguage;

    const SITE: [(&str, &str); 3] = [
        ("site.yaml", "format: 1\ntitle: T\npublisher: { name: P }\nlanguages: [vi, en]\n"),
        ("units.yaml", "groups:\n  g: { name: G }\nunits:\n  a: { name: A, group: g }\n"),
        ("scores/2020.yaml", "year: 2020\nstatus: official\nscores:\n  g:\n    a: { total: 1 }\n"),
    ];

    /// Adds with answers typed on a terminal: the questions, and how a file ends then.
    #[track_caller]
    fn case(arguments: &[&str], mut answers: &str, questions: &str, path: &str, end: &str) {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in SITE {
            let path = folder.path().join("content").join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let language = CliLanguage::English;
        let call = Invocation { site: folder.path().to_owned(), language, colour: false, commands };
        let all = ["scorebook", "add"].iter().chain(arguments);
        let Command::Add(add) = Arguments::try_parse_from(all).unwrap().command else { panic!("nothing to add") };
        let mut asked = Vec::new();
        let mut typed = answers.as_bytes();
        let terminal = Terminal { answers: &mut typed, questions: &mut asked };
        let done = add.run_with(&call, &mut Dialogue::new(language, Some(terminal)));
        answers = std::str::from_utf8(typed).unwrap();
        assert_eq!((done, answers), (ExitStatus::Done, ""));
        assert_eq!(String::from_utf8(asked).unwrap(), questions);
        let file = fs::read_to_string(folder.path().join("content").join(path)).unwrap();
        assert!(file.ends_with(end), "{file}");
    }

    #[test]
    fn a_wrong_answer_alone_is_asked_again() {
        case(
            &["unit"],
            "a\nb\nBê\n\nx\ng\n",
            "Id of the unit, such as so-moi: there is a unit `a` already\nId of the unit, such as so-moi: Name (vi): Name (en): \
             Group (g): no group has the id `x`; did you mean `g`?\nGroup (g): ",
            "units.yaml",
            "  a: { name: A, group: g }\n  b: { name: Bê, group: g }\n",
        );
        case(
            &["correction"],
            "2021\n2020\nb\na\ntotal\ntwo\n2\nNhầm\nWrong\n3/2/2021\n2021-02-03\n",
            "Edition, such as 2024: no edition has the id `2021`; did you mean `2020`?\nEdition, such as 2024: \
             Id of the unit: no unit with scores has the id `b`; did you mean `a`?\nId of the unit: Id of the criterion: \
             Score since: `two` is no score: a number, ~, missing, exempt or withheld is needed\nScore since: \
             Why (vi): Why (en): Day, such as 2025-06-10: `3/2/2021` is no day: one such as 2019-05-04 is needed\n\
             Day, such as 2025-06-10: ",
            "scores/2020.yaml",
            "kind: correction, reason: { vi: Nhầm, en: Wrong } }\n",
        );
        case(
            &["event"],
            "1.1.2021\n2021-01-01\nend\nabolish\na\n",
            "First day, such as 2025-03-01: `1.1.2021` is no day: one such as 2019-05-04 is needed\n\
             First day, such as 2025-03-01: What happened (rename, merge, split, abolish, create, move): \
             `end` is no kind of event: rename, merge, split, abolish, create, move\n\
             What happened (rename, merge, split, abolish, create, move): Units, with commas: ",
            "units.yaml",
            "events:\n  - { date: 2021-01-01, abolish: a }\n",
        );
    }

    #[test]
    fn what_is_missing_is_asked_on_a_terminal() {
        case(
            &["unit"],
            "b\nBê\n\ng\n",
            "Id of the unit, such as so-moi: Name (vi): Name (en): Group (g): ",
            "units.yaml",
            "  a: { name: A, group: g }\n  b: { name: Bê, group: g }\n",
        );
        case(
            &["correction", "2020", "a", "total"],
            "2\nNhầm\nWrong\n2021-02-03\n",
            "Score since: Why (vi): Why (en): Day, such as 2025-06-10: ",
            "scores/2020.yaml",
            "    a: { total: 2 }\ncorrections:\n  - { date: 2021-02-03, unit: a, criterion: total, was: 1, now: 2, \
             kind: correction, reason: { vi: Nhầm, en: Wrong } }\n",
        );
        case(
            &["event"],
            "2021-01-01\nabolish\na\n",
            "First day, such as 2025-03-01: What happened (rename, merge, split, abolish, create, move): Units, with commas: ",
            "units.yaml",
            "events:\n  - { date: 2021-01-01, abolish: a }\n",
        );
    }
}
