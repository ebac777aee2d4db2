//! `scorebook build`: check, then write the site, all or nothing.

use std::path::{Path, PathBuf};

use clap::Args;

use super::input::{self, tell};
use super::refusal::refuse;
use super::streams::{self, report};
use super::usage::{address, whole};
use super::{ExitStatus, Invocation, removed};
use crate::diagnostics::CliLanguage;
use crate::diagnostics::print::Format;
use crate::plan::Unwritten;
use crate::publish::{Published, SitePublisher, Word};
use crate::{Built, Options, Summary};

/// Checks the content and writes the site, all or nothing.
///
/// Nothing is written while the content has an error; a build that fails leaves the published output whole. Files that
/// did not change stay untouched. A folder that holds anything Scorebook did not write is refused. An edition that is
/// published and that content/ no longer has stops the build, unless --remove names it.
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
    #[arg(long, value_name = "N", value_parser = whole::<u16>(1, 1024))]
    jobs: Option<u16>,

    /// Take a published edition off the site that content/ no longer has; may be given several times
    #[arg(long, value_name = "YEAR")]
    remove: Vec<String>,
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
        let output = input::output(call, self.output.as_deref());
        let inputs = input::folders(call);
        let publisher = match SitePublisher::open(&output, &inputs.each_ref().map(PathBuf::as_path)) {
            Ok(publisher) => publisher,
            Err(why) => return refuse(call, &why),
        };
        let options = Options { drafts: self.drafts, strict: self.strict, url: self.url.clone() };
        let mut built = match crate::build(&input.content, &input.theme, &options, &publisher) {
            Ok(built) => built,
            Err(Unwritten { path, error }) => return input::refused(call, &output.join(path), &error),
        };
        built.faults.extend(input.faults.clone());
        if built.faults.errors() == 0 {
            let editions = built.examined.iter().flat_map(|examined| &examined.series.editions);
            let written: Vec<&str> = editions.map(|edition| edition.id.as_str()).collect();
            if let Err(end) = removed::check(call, publisher.published(), &written, &self.remove) {
                return end;
            }
        }
        built.tell_vanished(publisher.published(), &self.remove);
        let Built { summary, faults, .. } = built;
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

/// Says what was published.
fn say(call: &Invocation, output: &Path, summary: Summary, published: Published) -> ExitStatus {
    let Summary { editions, pages, files } = summary;
    let Published { written, unchanged, removed, ref words, ref kept, .. } = published;
    let output = output.display();
    let counted = |n: usize, noun: &str| format!("{n} {noun}{}", if n == 1 { "" } else { "s" });
    let text = match call.language {
        CliLanguage::English => format!(
            "{output}: {}, {} and {}; {written} written, {unchanged} unchanged, {removed} removed\n",
            counted(editions, "edition"),
            counted(pages, "page"),
            counted(files, "other file"),
        ),
        CliLanguage::Vietnamese => format!(
            "{output}: {editions} kỳ, {pages} trang và {files} tệp khác; ghi {written}, giữ nguyên {unchanged}, bỏ {removed}\n"
        ),
    };
    let notes = words.iter().map(|word| note(call.language, *word));
    let notes: String = kept.iter().map(|path| kept_note(call.language, path)).chain(notes).collect();
    match if notes.is_empty() { ExitStatus::Done } else { streams::say(&notes, ExitStatus::Done) } {
        ExitStatus::Done => report(call, &text, ["the site was published", "trang web đã được xuất bản"]),
        end => end,
    }
}

/// What is to be known of a file for a host that stayed as somebody changed it.
fn kept_note(language: CliLanguage, path: &str) -> String {
    match language {
        CliLanguage::English => format!(
            "note: {path} was changed since Scorebook wrote it, and stays as it is: delete it from the output to have it \
             written anew, or keep your own in content/root/ and take its host out of `hosting` in site.yaml\n"
        ),
        CliLanguage::Vietnamese => format!(
            "lưu ý: {path} đã được sửa sau khi Scorebook ghi nên được giữ nguyên: xoá tệp này ở nơi xuất để được ghi lại, \
             hoặc đặt tệp riêng vào content/root/ và bỏ máy chủ tương ứng khỏi `hosting` trong site.yaml\n"
        ),
    }
}

/// What is to be known of the way in which a site was published.
fn note(language: CliLanguage, word: Word) -> String {
    let [english, vietnamese] = match word {
        Word::NoLocks => [
            "this file system knows no locks: let only one build at a time write this output",
            "hệ thống tệp này không có khoá: mỗi lúc chỉ để một lệnh ghi vào nơi xuất này",
        ],
        Word::WholeSync => [
            "this file system cannot be flushed alone: all disks were flushed",
            "không thể ghi riêng hệ thống tệp này xuống đĩa: đã ghi tất cả các đĩa",
        ],
        Word::TwoSteps => [
            "this file system cannot exchange two folders in one step: for a moment there was no site",
            "hệ thống tệp này không đổi chỗ hai thư mục trong một bước được: trang web đã vắng mặt trong chốc lát",
        ],
        Word::FileByFile => [
            "this file system cannot rename the output: its files were replaced one by one",
            "hệ thống tệp này không đổi tên nơi xuất được: các tệp đã được thay lần lượt từng tệp",
        ],
    };
    match language {
        CliLanguage::English => format!("note: {english}\n"),
        CliLanguage::Vietnamese => format!("lưu ý: {vietnamese}\n"),
    }
}
