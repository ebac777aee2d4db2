//! `scorebook verify`: a published site, in a folder or on its host, against what was published.

use std::io;
use std::num::NonZeroUsize;
use std::path::Path;

use clap::{Args, ValueEnum};

use super::input::{self, Input, tell_of};
use super::machine::machine_words;
use super::streams::{Progress, say};
use super::usage::{address, whole};
use super::{ExitStatus, Invocation};
use crate::Options;
use crate::diagnostics::print::Format;
use crate::diagnostics::{CliLanguage, Faults};
use crate::plan::Unwritten;
use crate::publish::{HashSink, LeftBy};
use crate::routes::is_address;
use crate::tree;
use crate::verify::{
    FolderOnDisk, HostOptions, HostVerified, HttpHost, SiteAddress, Unreached, Verified, compare_with_build,
    verify_folder, verify_host,
};

/// Reads a published site and compares it with its checksums.txt; nothing is built or written.
///
/// A folder: tells files that are missing, changed or foreign, links that lead nowhere, loads from other hosts, names that
/// hosts do not take. An address (http or https): asks the host for each file, and tells besides what is wrong with types,
/// headers, the page for what is not found, and redirects. Exit code 0: no errors; 1: errors, or with --strict also
/// warnings; 3: the folder cannot be read, or the host does not answer.
#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    /// The folder of the site, or its address
    #[arg(value_name = "DIR|URL")]
    target: String,

    /// How faults are told: human and short on standard error, json on standard output
    #[arg(long, value_enum, default_value_t = VerifyFormat::Human)]
    format: VerifyFormat,

    /// Let warnings fail too
    #[arg(long)]
    strict: bool,

    /// Compare with what a build of content/ gives, too
    #[arg(long)]
    content: bool,

    /// With --content: where the site stands, as given to `build`
    #[arg(long, value_name = "URL", requires = "content", value_parser = address)]
    url: Option<String>,

    /// With --content: build editions with `status: draft` too, as given to `build`
    #[arg(long, requires = "content")]
    drafts: bool,

    /// With an address: look at so many files only, evenly taken from the list
    #[arg(long, value_name = "N", value_parser = whole::<u32>(1, 1_000_000_000))]
    sample: Option<u32>,

    /// With an address: how many files are asked for at once
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = whole::<u16>(1, 64))]
    jobs: u16,

    /// With an address: for how many seconds a file is waited for
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = whole::<u64>(1, 86_400))]
    timeout: u64,
}

/// How faults are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum VerifyFormat {
    /// With an excerpt of the file and help
    Human,
    /// One line a fault
    Short,
    /// One JSON document
    Json,
}

impl VerifyFormat {
    fn format(self) -> Format {
        match self {
            Self::Human => Format::Human,
            Self::Short => Format::Short,
            Self::Json => Format::Json,
        }
    }
}

/// What was looked at: the findings, the hashes of the files, whether all files were looked at, and whether the host fell
/// silent on the way.
struct Seen {
    verified: Verified,
    hashes: std::collections::BTreeMap<String, [u8; 32]>,
    whole: bool,
    gave_up: bool,
}

impl VerifyArgs {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        // The content is read first: where it has faults, nobody has to wait for the host.
        let built = match self.content.then(|| self.build(call)).transpose() {
            Ok(built) => built,
            Err(end) => return end,
        };
        let seen = if self.target.contains("://") { self.ask_host(call) } else { self.read_folder(call) };
        let Seen { mut verified, hashes, whole, gave_up } = match seen {
            Ok(seen) => seen,
            Err(end) => return end,
        };
        if let Some(built) = built {
            compare_with_build(&built, &hashes, whole, &mut verified);
        }
        let end = self.tell(call, verified);
        if gave_up { say(&silent(call.language, &self.target), ExitStatus::Machine) } else { end }
    }

    /// The hashes of what a build of the content gives.
    fn build(&self, call: &Invocation) -> Result<std::collections::BTreeMap<String, [u8; 32]>, ExitStatus> {
        let Input { content, theme, faults } = input::read(call)?;
        let options = Options { drafts: self.drafts, strict: false, url: self.url.clone() };
        let sink = HashSink::default();
        let built = crate::build(&content, &theme, &options, &sink);
        let mut all = match built {
            Ok(built) => built.faults,
            Err(Unwritten { path, error }) => return Err(input::refused(call, path.as_ref(), &error)),
        };
        all.extend(faults);
        if all.errors() > 0 {
            let input = Input { content, theme, faults: Faults::default() };
            return Err(input::tell(call, all, &input, self.format.format(), ExitStatus::Faults));
        }
        Ok(sink.into_hashes())
    }

    fn read_folder(&self, call: &Invocation) -> Result<Seen, ExitStatus> {
        let folder = Path::new(&self.target);
        if !tree::is_folder(folder) {
            return Err(say(&no_folder(call.language, &self.target), ExitStatus::Usage));
        }
        let progress = Progress::new(call.language);
        let done = verify_folder(&FolderOnDisk(folder), &|done| progress.tick(done, None));
        progress.end();
        match done {
            Ok((verified, hashes)) => Ok(Seen { verified, hashes, whole: true, gave_up: false }),
            Err(error) => Err(unreadable(call.language, &error)),
        }
    }

    fn ask_host(&self, call: &Invocation) -> Result<Seen, ExitStatus> {
        let target = spelled(&self.target);
        let Some(site) = SiteAddress::of(&target).filter(|_| is_address(&target)) else {
            return Err(say(&no_address(call.language, &self.target), ExitStatus::Usage));
        };
        let jobs = NonZeroUsize::new(usize::from(self.jobs)).unwrap_or(NonZeroUsize::MIN);
        let sample = self.sample.and_then(|n| NonZeroUsize::new(n as usize));
        let options = HostOptions { jobs, sample };
        let progress = Progress::new(call.language);
        let tick = |done, of| progress.tick(done, Some(of));
        let done = verify_host(&HttpHost::new(self.timeout), &site, options, &tick);
        progress.end();
        match done {
            Ok(HostVerified { verified, hashes, gave_up }) => Ok(Seen { verified, hashes, whole: false, gave_up }),
            Err(why) => Err(unreached(call.language, &self.target, &why)),
        }
    }

    /// Tells what was found, and on the side what lies there and is no fault.
    fn tell(&self, call: &Invocation, verified: Verified) -> ExitStatus {
        let Verified { faults, texts, n_files, left } = verified;
        let failed = faults.errors() > 0 || (self.strict && faults.warnings() > 0);
        let end = if failed { ExitStatus::Faults } else { ExitStatus::Done };
        let notes = notes(call.language, &left);
        if self.format != VerifyFormat::Json && !notes.is_empty() && say(&notes, end) != end {
            return ExitStatus::Machine;
        }
        tell_of(call, faults, &texts, n_files, self.format.format(), end)
    }
}

/// An address as programs write it: people paste it with letters beyond ASCII, with spaces, with a scheme in capitals.
fn spelled(address: &str) -> String {
    let (scheme, rest) = address.trim().split_once("://").unwrap_or(("", address));
    let mut out = format!("{}://", scheme.to_ascii_lowercase());
    for c in rest.chars() {
        let mut bytes = [0; 4];
        match c == ' ' || !c.is_ascii() {
            true => c.encode_utf8(&mut bytes).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}"))),
            false => out.push(c),
        }
    }
    out
}

/// How many paths of a kind are named.
const NAMED_MAX: usize = 5;

/// What lies in a folder and is no fault, a line for each that may have left it.
fn notes(language: CliLanguage, left: &[(LeftBy, String)]) -> String {
    let mut out = String::new();
    for by in [LeftBy::Scorebook, LeftBy::BuildBefore, LeftBy::Webmaster, LeftBy::Publisher, LeftBy::System] {
        let paths: Vec<&str> = left.iter().filter(|(who, _)| *who == by).map(|(_, path)| path.as_str()).collect();
        if paths.is_empty() {
            continue;
        }
        let named: Vec<String> =
            paths.iter().take(NAMED_MAX).map(|path| format!("`{}`", path.escape_debug())).collect();
        let more = paths.len() - named.len();
        let named = named.join(", ");
        let (label, words, rest) = match language {
            CliLanguage::English => ("note", english(by), format!(" and {more} more")),
            CliLanguage::Vietnamese => ("lưu ý", vietnamese(by), format!(" và {more} tệp nữa")),
        };
        let rest = if more > 0 { rest } else { String::new() };
        out.push_str(&format!("{label}: {words}: {named}{rest}\n"));
    }
    out
}

fn english(by: LeftBy) -> &'static str {
    match by {
        LeftBy::Scorebook => "Scorebook's own record, which is no part of the site",
        LeftBy::BuildBefore => "of a build before, kept for pages in caches",
        LeftBy::Webmaster => "for the host, and not as Scorebook wrote it, which a build keeps so",
        LeftBy::Publisher => "in the root and no part of the site, since the name begins with a dot",
        LeftBy::System => "left behind by a system, no part of the site",
    }
}

fn vietnamese(by: LeftBy) -> &'static str {
    match by {
        LeftBy::Scorebook => "tệp ghi chép riêng của Scorebook, không thuộc trang web",
        LeftBy::BuildBefore => "thuộc lần dựng trước, giữ lại cho các trang còn trong bộ nhớ đệm",
        LeftBy::Webmaster => "dành cho máy chủ và khác với bản Scorebook đã ghi, lần dựng sau vẫn giữ nguyên",
        LeftBy::Publisher => "nằm ở gốc nhưng không thuộc trang web vì tên bắt đầu bằng dấu chấm",
        LeftBy::System => "do hệ điều hành để lại, không thuộc trang web",
    }
}

fn no_folder(language: CliLanguage, target: &str) -> String {
    match language {
        CliLanguage::English => {
            format!("error: there is no folder {target}; an address begins with http:// or https://\n")
        }
        CliLanguage::Vietnamese => {
            format!("lỗi: không có thư mục {target}; địa chỉ phải bắt đầu bằng http:// hoặc https://\n")
        }
    }
}

fn no_address(language: CliLanguage, target: &str) -> String {
    match language {
        CliLanguage::English => {
            format!(
                "error: `{target}` is no address of a site: http:// or https://, a host without a password, a path\n"
            )
        }
        CliLanguage::Vietnamese => {
            format!(
                "lỗi: `{target}` không phải địa chỉ trang web: cần http:// hoặc https://, tên máy chủ không kèm mật khẩu, và \
                 đường dẫn\n"
            )
        }
    }
}

fn unreadable(language: CliLanguage, error: &io::Error) -> ExitStatus {
    let label = if language == CliLanguage::Vietnamese { "lỗi" } else { "error" };
    say(&format!("{label}: {}\n", machine_words(language, error)), ExitStatus::Machine)
}

/// The host did not hand over even the list.
fn unreached(language: CliLanguage, target: &str, why: &Unreached) -> ExitStatus {
    let [english, vietnamese] = why.words();
    let text = match language {
        CliLanguage::English => format!("error: {target}: the host does not hand over checksums.txt: {english}\n"),
        CliLanguage::Vietnamese => format!("lỗi: {target}: máy chủ không trả về checksums.txt: {vietnamese}\n"),
    };
    say(&text, ExitStatus::Machine)
}

/// The host fell silent on the way.
fn silent(language: CliLanguage, target: &str) -> String {
    match language {
        CliLanguage::English => {
            format!("error: {target}: the host stopped answering, so that not all files were looked at\n")
        }
        CliLanguage::Vietnamese => {
            format!("lỗi: {target}: máy chủ ngừng trả lời nên chưa xem được hết các tệp\n")
        }
    }
}
