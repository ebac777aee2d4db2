//! What a spreadsheet is imported into: a site that is there, or a new one.

use super::told;
use crate::commands::input::{self, NoInput, load, tell};
use crate::commands::streams::refuse;
use crate::commands::{ExitStatus, Invocation};
use crate::content;
use crate::diagnostics::Faults;
use crate::diagnostics::print::Format;
use crate::import::ground::{Ground, SchemesAsked};
use crate::site::{Options, examine};
use crate::tree::Tree;

/// What is asked for.
#[derive(Clone, Copy)]
pub(super) struct TargetAsked<'a> {
    /// The id of the edition.
    pub(super) edition: &'a str,
    /// Its calendar year.
    pub(super) year: u16,
    /// The group that was named.
    pub(super) group: Option<&'a str>,
    /// The scheme that was named.
    pub(super) scheme: Option<&'a str>,
    /// Whether a new site is made.
    pub(super) is_new_site: bool,
    /// Whether a score file that is there may be replaced.
    pub(super) may_replace: bool,
}

/// What is there already.
pub(super) struct ImportTarget {
    /// The content, without the score file that would be replaced.
    pub(super) content: Tree,
    /// What the site knows; nothing of a new one.
    pub(super) ground: Option<Ground>,
    /// Whether it is in Vietnamese; none where the sheet tells that.
    pub(super) is_vietnamese: Option<bool>,
}

impl ImportTarget {
    pub(super) fn of(asked: &TargetAsked<'_>, call: &Invocation) -> Result<Self, ExitStatus> {
        let path = format!("content/scores/{}.yaml", asked.edition);
        let is_there = call.site.join(&path).exists();
        if is_there && !asked.may_replace {
            return Err(told::is_there(call, &path));
        }
        if asked.is_new_site { Self::new(asked, call) } else { Self::existing(asked, call, &path) }
    }

    fn existing(asked: &TargetAsked<'_>, call: &Invocation, path: &str) -> Result<Self, ExitStatus> {
        let mut input = load(&call.site).map_err(|why| match why {
            NoInput::NoContent(folder) => {
                let folder = folder.display();
                let english = format!("there is no folder {folder}; `--new-site` makes a first site of the sheet");
                let vietnamese = format!("không có thư mục {folder}; ghi `--new-site` để tạo trang mới từ bảng tính");
                refuse(call, ExitStatus::Usage, english, vietnamese)
            }
            NoInput::Machine(path, error) => input::refused(call, &path, &error),
        })?;
        input.content.files.retain(|file| file.path != path);
        let examined = examine(&input.content, &Options { drafts: true, ..Options::default() });
        let errors = examined.faults.errors();
        let (Some(found), 0) = (examined.value, errors) else {
            return Err(match tell(call, examined.faults, &input, Format::Human, ExitStatus::Faults) {
                ExitStatus::Machine => ExitStatus::Machine,
                _ => told::not_written(call),
            });
        };
        let schemes = asked.scheme.map_or(SchemesAsked::OfLast, |id| SchemesAsked::One(id.to_owned()));
        let ground = Ground::of(&found.series, &schemes, asked.year).map_err(|why| told::no_ground(call, &why))?;
        if let Some(group) = asked.group
            && ground.groups.iter().all(|known| known.id != group)
        {
            let ids: Vec<&str> = ground.groups.iter().map(|group| group.id.as_str()).collect();
            return Err(told::no_group(call, group, &ids));
        }
        let is_vietnamese = found.series.site.languages.first().map(|tag| tag == "vi" || tag.starts_with("vi-"));
        Ok(Self { content: input.content, ground: Some(ground), is_vietnamese })
    }

    fn new(asked: &TargetAsked<'_>, call: &Invocation) -> Result<Self, ExitStatus> {
        let folder = call.site.join("content");
        let content = if folder.exists() {
            crate::tree::read(&folder, "content").map_err(|error| input::refused(call, &folder, &error))?
        } else {
            Tree::default()
        };
        let taken = |path: &str| path == "content/units.yaml" || path.starts_with("content/schemes/");
        if let Some(file) = content.files.iter().find(|file| taken(&file.path)) {
            let english = format!("{} is there already: leave `--new-site` out", file.path);
            let vietnamese = format!("đã có {}: hãy bỏ `--new-site`", file.path);
            return Err(refuse(call, ExitStatus::Usage, english, vietnamese));
        }
        if let Some(id) = asked.scheme.filter(|id| !is_id(id)) {
            let english = format!("`{id}` cannot be the id of a scheme: lower-case letters, digits and hyphens");
            let vietnamese =
                format!("`{id}` không dùng làm mã bộ tiêu chí được: chỉ gồm chữ thường không dấu, số và gạch nối");
            return Err(refuse(call, ExitStatus::Usage, english, vietnamese));
        }
        let site = content::read(&content, &mut Faults::default()).site;
        let is_vietnamese = site.and_then(|site| site.languages.first().map(|tag| tag.starts_with("vi")));
        Ok(Self { content, ground: None, is_vietnamese })
    }
}

fn is_id(text: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.len() <= 64 && !text.starts_with('-') && text.chars().all(is_letter)
}
