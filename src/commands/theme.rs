//! `scorebook theme`: a theme of one's own, to start from.

use clap::{Args, Subcommand};

use super::input;
use super::streams::{refuse, report};
use super::usage::Unfit;
use super::{ExitStatus, Invocation};
use crate::diagnostics::CliLanguage;
use crate::publish::{FolderTaken, write_folder};
use crate::render::built_in_theme;

/// Work on themes.
#[derive(Debug, Args)]
pub(super) struct ThemeArgs {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Write a copy of the built-in theme to themes/NAME/, to start a theme of your own from
    Eject(Eject),
}

/// Writes a copy of the built-in theme to themes/NAME/.
///
/// Delete what you do not change: a theme replaces files of the built-in one by name, and what it does not bring stays that
/// of the built-in theme, also in later versions. `theme: NAME` in content/site.yaml chooses it. A folder that is there
/// already is left as it is.
#[derive(Debug, Args)]
struct Eject {
    /// The name of the theme: lower-case letters, digits and hyphens
    #[arg(value_name = "NAME", value_parser = name)]
    name: String,
}

impl ThemeArgs {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        match &self.action {
            Action::Eject(eject) => eject.run(call),
        }
    }
}

impl Eject {
    fn run(&self, call: &Invocation) -> ExitStatus {
        let folder = call.site.join("themes").join(&self.name);
        let files = built_in_theme();
        match write_folder(&folder, &files) {
            Ok(()) => {
                let (folder, n) = (folder.display(), files.len());
                let told = match call.language {
                    CliLanguage::English => {
                        format!("{folder}: {n} files; write `theme: {}` in content/site.yaml\n", self.name)
                    }
                    CliLanguage::Vietnamese => {
                        format!("{folder}: {n} tệp; ghi `theme: {}` trong content/site.yaml\n", self.name)
                    }
                };
                report(call, &told, ["the theme was written", "đã ghi giao diện"])
            }
            Err(FolderTaken::There) => {
                let folder = folder.display();
                let english = format!("{folder} is there already; choose another name, or remove it first");
                let vietnamese = format!("đã có {folder}; chọn tên khác, hoặc xoá thư mục đó trước");
                refuse(call, ExitStatus::Usage, english, vietnamese)
            }
            Err(FolderTaken::Io(error)) => input::refused(call, &folder, &error),
        }
    }
}

/// The name of a theme folder that is not that of the built-in theme.
fn name(text: &str) -> Result<String, Unfit> {
    let letters = text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    match text {
        "default" => Err(Unfit::new([
            "`default` is the built-in theme; choose another name",
            "`default` là giao diện có sẵn; chọn tên khác",
        ])),
        "" => Err(Unfit::new(["a name is needed", "cần một tên"])),
        _ if !letters || text.starts_with('-') => Err(Unfit::new([
            "lower-case letters, digits and hyphens only, such as `tinh-yen-bai`",
            "chỉ dùng chữ thường không dấu, chữ số và gạch nối, như `tinh-yen-bai`",
        ])),
        _ => Ok(text.to_owned()),
    }
}
