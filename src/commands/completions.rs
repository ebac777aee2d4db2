//! `scorebook completions`: what the Tab key completes in a shell.

use clap::Args;
use clap_complete::Shell;

use super::help::for_shells;
use super::streams::show;
use super::{ExitStatus, Invocation};

/// Prints what a shell needs to complete commands and options.
///
/// The Tab key then completes the names of commands and options, and values. Write it where the shell looks for it, such as
/// `scorebook completions bash > ~/.local/share/bash-completion/completions/scorebook`, or
/// `scorebook completions fish > ~/.config/fish/completions/scorebook.fish`.
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        let mut script = Vec::new();
        let mut commands = for_shells((call.commands)(call.language), call.language);
        clap_complete::generate(self.shell, &mut commands, "scorebook", &mut script);
        show(call, &script)
    }
}
