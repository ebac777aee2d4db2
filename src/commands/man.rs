//! `scorebook man`: the help of the program and of its commands as manual pages.

use clap::{Args, Command};
use clap_mangen::Man;

use super::streams::{refuse, show};
use super::{ExitStatus, Invocation};
use crate::diagnostics::{CliLanguage, nearest};

/// Prints a manual page in roff, which `man` shows.
///
/// Without a command: the page of the program. To keep it, write it to a file: `scorebook man build > scorebook-build.1`,
/// then `man ./scorebook-build.1`.
#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// The command, such as build; one that belongs to another is named behind it: theme eject
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

/// The heads of the sections, in English and Vietnamese.
const HEADS: [[&str; 2]; 7] = [
    ["NAME", "TÊN"],
    ["SYNOPSIS", "CÁCH DÙNG"],
    ["DESCRIPTION", "MÔ TẢ"],
    ["OPTIONS", "TUỲ CHỌN"],
    ["SUBCOMMANDS", "CÁC LỆNH"],
    ["VERSION", "PHIÊN BẢN"],
    ["AUTHORS", "TÁC GIẢ"],
];

impl ManArgs {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        let mut program = (call.commands)(call.language);
        program.build();
        let mut command = &program;
        for name in &self.command {
            let Some(below) = command.find_subcommand(name) else { return unknown(call, command, name) };
            command = below;
        }
        let mut page = Vec::new();
        let version = concat!("scorebook ", env!("CARGO_PKG_VERSION"));
        match Man::new(command.clone()).manual("Scorebook").source(version).render(&mut page) {
            Ok(()) => show(call, &in_language(page, call.language)),
            Err(_) => ExitStatus::Machine,
        }
    }
}

/// Says that no command has that name, with the nearest one or all that there are.
fn unknown(call: &Invocation, command: &Command, name: &str) -> ExitStatus {
    let known = || command.get_subcommands().map(Command::get_name);
    let all = || known().collect::<Vec<_>>().join(", ");
    let [hint, hint_vi] = match nearest(name, known()) {
        Some(near) => [format!("; did you mean `{near}`?"), format!("; có phải là `{near}`?")],
        None if known().next().is_none() => [String::new(), String::new()],
        None => [format!("; the commands are {}", all()), format!("; các lệnh là {}", all())],
    };
    let [english, vietnamese] =
        [format!("no command is called `{name}`{hint}"), format!("không có lệnh `{name}`{hint_vi}")];
    refuse(call, ExitStatus::Usage, english, vietnamese)
}

/// A page with the heads of its sections in a language.
fn in_language(page: Vec<u8>, language: CliLanguage) -> Vec<u8> {
    if language == CliLanguage::English {
        return page;
    }
    let text = String::from_utf8_lossy(&page);
    let line = |line: &str| match line.strip_prefix(".SH ").and_then(|head| HEADS.iter().find(|[en, _]| *en == head)) {
        Some([_, vietnamese]) => format!(".SH \"{vietnamese}\"\n"),
        None => format!("{line}\n"),
    };
    text.lines().map(line).collect::<String>().into_bytes()
}
