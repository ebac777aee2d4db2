//! `scorebook check`: everything that `build` would complain about, without writing.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::input::{self, tell};
use super::refusal::refuse;
use super::{ExitStatus, Invocation};
use crate::Options;
use crate::diagnostics::print::Format;
use crate::plan::Unwritten;
use crate::publish::{PathSink, look, published_in};

/// Tells everything that `build` would complain about, without writing.
///
/// Faults are told with file, line, column and what to do, all of them in one run. Drafts are left out, as they are by
/// `build`, unless --drafts is given. Exit code 0: no errors; 1: errors, or with --strict also warnings; 2: the output
/// folder is refused.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// How faults are told: human and short on standard error, the others on standard output
    #[arg(long, value_enum, default_value_t = CheckFormat::Human)]
    format: CheckFormat,

    /// The folder that `build` would write, which is looked at too [default: output/ in the site folder]
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,

    /// Check editions with `status: draft` too, as `build --drafts` does
    #[arg(long)]
    drafts: bool,

    /// Let warnings fail the check
    #[arg(long)]
    strict: bool,
}

/// How faults are told.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum CheckFormat {
    /// With an excerpt of the file and help
    Human,
    /// One line a fault
    Short,
    /// One JSON document
    Json,
    /// Annotations of GitHub Actions
    Github,
    /// SARIF 2.1.0
    Sarif,
}

impl CheckArgs {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        let input = match input::read(call) {
            Ok(input) => input,
            Err(end) => return end,
        };
        let output = input::output(call, self.output.as_deref());
        // Templates are checked by rendering every page.
        let (options, paths) = (Options { drafts: self.drafts, strict: false, url: None }, PathSink::default());
        let mut built = match crate::build(&input.content, &input.theme, &options, &paths) {
            Ok(built) => built,
            Err(Unwritten { path, error }) => return input::refused(call, path.as_ref(), &error),
        };
        built.faults.extend(input.faults.clone());
        built.tell_vanished(published_in(&output).iter().map(String::as_str), &[]);
        let faults = built.faults;
        let failed = faults.errors() > 0 || (self.strict && faults.warnings() > 0);
        let format = match self.format {
            CheckFormat::Human => Format::Human,
            CheckFormat::Short => Format::Short,
            CheckFormat::Json => Format::Json,
            CheckFormat::Github => Format::Github,
            CheckFormat::Sarif => Format::Sarif,
        };
        let told = tell(call, faults, &input, format, if failed { ExitStatus::Faults } else { ExitStatus::Done });
        let inputs = input::folders(call);
        match look(&output, &inputs.each_ref().map(PathBuf::as_path), paths.into_paths().iter().map(String::as_str)) {
            Err(why) if told != ExitStatus::Machine => refuse(call, &why),
            _ => told,
        }
    }
}
