//! `scorebook build`: check, then write the site, all or nothing.

use std::path::{Path, PathBuf};

use clap::Args;

use super::input::{self, tell};
use super::streams::{self, report};
use super::{ExitStatus, Invocation};
use crate::diagnostics::Tongue;
use crate::diagnostics::print::Format;
use crate::plan::Unwritten;
use crate::publish::{Published, Publisher, Refused};
use crate::{Built, Options, Summary};

/// Checks the content and writes the site, all or nothing.
///
/// Nothing is written while the content has an error; a build that fails leaves the published output whole. Files that
/// did not change stay untouched. A folder that holds anything Scorebook did not write is refused.
#[derive(Debug, Args)]
pub(super) struct Build {
    /// Where the site is written [default: output/ in the site folder]
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,

    /// Where the site will stand, in place of `url` in site.yaml
    #[arg(long, value_name = "URL", value_parser = address)]
    url: Option<String>,

    /// Build editions with `status: draft` too
    #[arg(long)]
    drafts: bool,

    /// Let warnings fail the build
    #[arg(long)]
    strict: bool,

    /// How many threads are used [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
}

impl Build {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        if let Some(jobs) = self.jobs {
            // The pool of threads can be set once, and this is the only place that does.
            let _ = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs)).build_global();
        }
        let input = match input::read(call) {
            Ok(input) => input,
            Err(end) => return end,
        };
        let output = self.output.clone().unwrap_or_else(|| call.site.join("output"));
        let inputs = [call.site.join("content"), call.site.join("themes")];
        let inputs: Vec<&Path> = inputs.iter().map(PathBuf::as_path).collect();
        let publisher = match Publisher::open(&output, &inputs) {
            Ok(publisher) => publisher,
            Err(why) => return refuse(call, &why),
        };
        let options = Options { drafts: self.drafts, strict: self.strict, url: self.url.clone() };
        let built = crate::build(&input.content, &input.theme, &options, &publisher);
        let Built { summary, mut faults, .. } = match built {
            Ok(built) => built,
            Err(Unwritten { path, error }) => return input::refused(&output.join(path), &error),
        };
        faults.extend(input.faults.clone());
        let failed = faults.errors() > 0 || (self.strict && faults.warnings() > 0);
        let Some(summary) = summary.filter(|_| !failed) else {
            return tell(call, faults, &input, Format::Human, ExitStatus::Faults);
        };
        // Warnings are told before anything is published: where they can't be, nothing is.
        if faults.warnings() > 0 && tell(call, faults, &input, Format::Human, ExitStatus::Done) != ExitStatus::Done {
            return ExitStatus::Machine;
        }
        match publisher.finish() {
            Ok(published) => say(call, &output, summary, published),
            Err(why) => refuse(call, &why),
        }
    }
}

/// An address of a site: a scheme, a host, and a path without query or fragment.
fn address(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let fine = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}?#".contains(c);
    match rest {
        Some(rest) if !rest.is_empty() && rest.chars().all(fine) => Ok(text.to_owned()),
        _ => Err("an address such as https://example.org/rankings/ is needed".to_owned()),
    }
}

/// Says why a folder is not published to. Using the wrong folder is wrong use; a full disk is the machine's fault.
fn refuse(call: &Invocation, why: &Refused) -> ExitStatus {
    let (english, vietnamese) = ("nothing was written", "chưa ghi gì");
    let nothing = if call.tongue == Tongue::Vietnamese { vietnamese } else { english };
    let end = match why {
        Refused::Io(..) | Refused::Busy(_) => ExitStatus::Machine,
        _ => ExitStatus::Usage,
    };
    streams::say(&format!("error: {why}; {nothing}\n"), end)
}

/// Says what was published.
fn say(call: &Invocation, output: &Path, summary: Summary, published: Published) -> ExitStatus {
    let Summary { editions, pages, files } = summary;
    let Published { written, unchanged, removed, .. } = published;
    let output = output.display();
    let counted = |n: usize, noun: &str| format!("{n} {noun}{}", if n == 1 { "" } else { "s" });
    let text = match call.tongue {
        Tongue::English => format!(
            "{output}: {}, {} and {}; {written} written, {unchanged} unchanged, {removed} removed\n",
            counted(editions, "edition"),
            counted(pages, "page"),
            counted(files, "other file"),
        ),
        Tongue::Vietnamese => format!(
            "{output}: {editions} kỳ, {pages} trang và {files} tệp khác; ghi {written}, giữ nguyên {unchanged}, bỏ {removed}\n"
        ),
    };
    report(call, &text, ["the site was published", "trang web đã được xuất bản"])
}
