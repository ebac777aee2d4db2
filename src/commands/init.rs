//! `scorebook init`: a first site to start from.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::input;
use super::streams::{refuse, report};
use super::usage::Unfit;
use super::{ExitStatus, Invocation};
use crate::diagnostics::CliLanguage;
use crate::publish::{NotFilled, fill_folder};
use crate::starter::{StarterContent, StarterLanguage, starter};

/// Writes a first site, which builds at once, into an empty folder.
///
/// Beside content/ it writes the schemas for editors, a file for GitHub Actions and one for GitLab CI that check and publish
/// the site, .gitignore and README.md. Names that begin with a dot, such as .git, may stand in the folder. Nothing that is
/// there is changed.
#[derive(Debug, Args)]
pub(super) struct Init {
    /// The folder; without it, that of --site
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,

    /// What the site begins with
    #[arg(long, value_enum, default_value_t = StarterExample::Minimal)]
    example: StarterExample,

    /// The languages of the site, the main one first: vi, en or both
    #[arg(long, value_name = "LANGUAGES", default_value = "vi,en", value_parser = languages)]
    lang: SiteLanguages,
}

/// The contents that a first site can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum StarterExample {
    /// A few made-up units, with comments that teach
    Minimal,
    /// What Yên Bái province announced, in Vietnamese and English
    YenBai,
}

/// The languages of a site, the main one first.
#[derive(Clone, Debug, PartialEq, Eq)]
struct SiteLanguages(Vec<StarterLanguage>);

impl Init {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        let folder = self.folder.as_ref().unwrap_or(&call.site);
        let content = match self.example {
            StarterExample::Minimal => StarterContent::Minimal,
            StarterExample::YenBai => StarterContent::YenBai,
        };
        if content == StarterContent::YenBai && self.lang.0 != StarterLanguage::ALL {
            let english = "the example yen-bai is in Vietnamese and English; leave --lang out";
            let vietnamese = "ví dụ yen-bai có tiếng Việt và tiếng Anh; hãy bỏ --lang";
            return refuse(call, ExitStatus::Usage, english.to_owned(), vietnamese.to_owned());
        }
        let files = starter(content, &self.lang.0);
        match fill_folder(folder, &files) {
            Ok(()) => self.tell(call, files.len()),
            Err(NotFilled::Holds(name)) => {
                let folder = folder.display();
                let english = format!("{folder} is not empty: `{name}` stands in it; choose a new or an empty folder");
                let vietnamese =
                    format!("{folder} không trống: trong đó có `{name}`; hãy chọn một thư mục mới hoặc trống");
                refuse(call, ExitStatus::Usage, english, vietnamese)
            }
            Err(NotFilled::Io(error)) => input::refused(call, folder, &error),
        }
    }

    /// How many files were written, and what comes next.
    fn tell(&self, call: &Invocation, n: usize) -> ExitStatus {
        let folder = self.folder.as_ref().unwrap_or(&call.site);
        let is_here = folder.as_os_str() == ".";
        let site = if is_here { String::new() } else { format!(" --site {}", quoted(&folder.display().to_string())) };
        let page = folder.join("output/index.html");
        let page = page.strip_prefix(".").unwrap_or(&page).display();
        let folder = folder.display();
        let told = match call.language {
            CliLanguage::English => {
                format!("{folder}: {n} files\nNow `scorebook{site} build`, then open {page} in a browser.\n")
            }
            CliLanguage::Vietnamese => {
                format!("{folder}: {n} tệp\nTiếp theo: `scorebook{site} build`, rồi mở {page} bằng trình duyệt.\n")
            }
        };
        report(call, &told, ["the site was written", "đã ghi trang"])
    }
}

/// A path as a shell takes it.
fn quoted(path: &str) -> String {
    let is_plain = path.chars().all(|c| c.is_alphanumeric() || "/._-~".contains(c));
    if is_plain { path.to_owned() } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

/// The languages of `vi,en`, each once.
fn languages(text: &str) -> Result<SiteLanguages, Unfit> {
    let unfit = || Unfit::new(["vi, en, `vi,en` or `en,vi` is needed", "cần vi, en, `vi,en` hoặc `en,vi`"]);
    let mut found = Vec::new();
    for tag in text.split(',').map(str::trim) {
        let language = StarterLanguage::ALL.into_iter().find(|language| language.tag() == tag).ok_or_else(unfit)?;
        if found.contains(&language) {
            return Err(unfit());
        }
        found.push(language);
    }
    Ok(SiteLanguages(found))
}
