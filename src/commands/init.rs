//! `scorebook init`: a first site to start from.

use std::path::PathBuf;

use clap::Args;

use super::input;
use super::streams::{refuse, report};
use super::typed::site_option;
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
    #[arg(long, value_enum, default_value_t = StarterContent::Minimal)]
    example: StarterContent,

    /// The languages of the site, the main one first
    #[arg(long, value_name = "LANGUAGES", value_enum, value_delimiter = ',', default_value = "vi,en")]
    lang: Vec<StarterLanguage>,
}

impl Init {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        let folder = self.folder.as_ref().unwrap_or(&call.site);
        if (1..self.lang.len()).any(|at| self.lang[..at].contains(&self.lang[at])) {
            let [english, vietnamese] =
                ["a language stands twice in --lang", "một ngôn ngữ được ghi hai lần trong --lang"];
            return refuse(call, ExitStatus::Usage, english.to_owned(), vietnamese.to_owned());
        }
        if self.example == StarterContent::YenBai && self.lang != StarterLanguage::ALL {
            let english = "the example yen-bai is in Vietnamese and English; leave --lang out";
            let vietnamese = "ví dụ yen-bai có tiếng Việt và tiếng Anh; hãy bỏ --lang";
            return refuse(call, ExitStatus::Usage, english.to_owned(), vietnamese.to_owned());
        }
        let files = starter(self.example, &self.lang);
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
        let site = site_option(folder);
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
