//! `scorebook build`: check, then write the site, all or nothing.

use std::path::{Path, PathBuf};

use clap::Args;

use super::input::{self, tell};
use super::{Call, End};
use crate::diagnostics::print::Format;
use crate::diagnostics::{Checked, Tongue};
use crate::plan::Unwritten;
use crate::publish::{Published, Publisher, Refused};
use crate::{Options, Summary};

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
    pub(super) fn run(&self, call: &Call) -> End {
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
        let Checked { value, mut faults } = match crate::build(&input.content, &input.theme, &options, &publisher) {
            Ok(checked) => checked,
            Err(Unwritten::Io(path, error)) => return input::refused(&output.join(path), &error),
            Err(Unwritten::Templates(_)) => return End::Faults,
        };
        faults.extend(input.faults.clone());
        let failed = faults.errors() > 0 || (self.strict && faults.warnings() > 0);
        if failed || faults.warnings() > 0 {
            tell(call, faults, &input, Format::Human);
        }
        let Some(summary) = value.filter(|_| !failed) else { return End::Faults };
        match publisher.finish() {
            Ok(published) => {
                say(call, &output, summary, published);
                End::Done
            }
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
fn refuse(call: &Call, why: &Refused) -> End {
    let (english, vietnamese) = ("nothing was written", "chưa ghi gì");
    let nothing = if call.tongue == Tongue::Vietnamese { vietnamese } else { english };
    eprintln!("error: {why}; {nothing}");
    match why {
        Refused::Io(..) => End::Machine,
        Refused::Busy(_) => End::Machine,
        _ => End::Usage,
    }
}

fn say(call: &Call, output: &Path, summary: Summary, published: Published) {
    let Summary { editions, pages, files } = summary;
    let Published { written, unchanged, removed, .. } = published;
    let output = output.display();
    let counted = |n: usize, noun: &str| format!("{n} {noun}{}", if n == 1 { "" } else { "s" });
    match call.tongue {
        Tongue::English => println!(
            "{output}: {}, {} and {}; {written} written, {unchanged} unchanged, {removed} removed",
            counted(editions, "edition"),
            counted(pages, "page"),
            counted(files, "other file"),
        ),
        Tongue::Vietnamese => println!(
            "{output}: {editions} kỳ, {pages} trang và {files} tệp khác; ghi {written}, giữ nguyên {unchanged}, bỏ {removed}"
        ),
    }
}
