//! `scorebook check`: everything that `build` would complain about, without writing.

use clap::{Args, ValueEnum};

use super::input::{self, Input, tell};
use super::{ExitStatus, Invocation};
use crate::diagnostics::Faults;
use crate::diagnostics::print::Format;
use crate::plan::{Unwritten, vanished};
use crate::publish::{PathSink, published_in};
use crate::{Built, Options};

/// Tells everything that `build` would complain about, without writing.
///
/// Faults are told with file, line, column and what to do, all of them in one run. Drafts are left out, as they are by
/// `build`, unless --drafts is given. Exit code 0: no errors; 1: errors, or with --strict also warnings.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// How faults are told: human and short on standard error, the others on standard output
    #[arg(long, value_enum, default_value_t = CheckFormat::Human)]
    format: CheckFormat,

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
        // Templates are checked by rendering every page.
        let options = Options { drafts: self.drafts, strict: false, url: None };
        let mut faults = match crate::build(&input.content, &input.theme, &options, &PathSink::default()) {
            Ok(built) => with_vanished(call, &input, built),
            Err(Unwritten { path, error }) => return input::refused(call, path.as_ref(), &error),
        };
        faults.extend(input.faults.clone());
        let failed = faults.errors() > 0 || (self.strict && faults.warnings() > 0);
        let format = match self.format {
            CheckFormat::Human => Format::Human,
            CheckFormat::Short => Format::Short,
            CheckFormat::Json => Format::Json,
            CheckFormat::Github => Format::Github,
            CheckFormat::Sarif => Format::Sarif,
        };
        tell(call, faults, &input, format, if failed { ExitStatus::Faults } else { ExitStatus::Done })
    }
}

/// The faults of a content, and that of editions which the published site has and a build would take off it. One that is a
/// draft may have been published as such.
fn with_vanished(call: &Invocation, input: &Input, built: Built) -> Faults {
    let mut faults = built.faults;
    let published = if faults.errors() == 0 { published_in(&call.site.join("output")) } else { Vec::new() };
    let there: Vec<&str> = input.content.files.iter().filter_map(|file| edition_of(&file.path)).collect();
    let fault = vanished(published.iter().map(String::as_str), &there);
    fault.into_iter().for_each(|fault| faults.push(fault));
    faults
}

/// The edition of a score file.
fn edition_of(path: &str) -> Option<&str> {
    path.strip_prefix("content/scores/")?.strip_suffix(".yaml")
}
