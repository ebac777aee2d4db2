//! `scorebook new`: next year's score file.

use clap::Args;

use super::edited::still_holds;
use super::input::{self, Input, tell};
use super::streams::{refuse, report};
use super::typed::{site_option, unknown};
use super::usage::Unfit;
use super::{ExitStatus, Invocation};
use crate::Examined;
use crate::diagnostics::Outcome;
use crate::diagnostics::print::Format;
use crate::model::{Edition, SchemeEntry, Series, Status};
use crate::publish::{FolderTaken, write_new};
use crate::starter::{BegunScores, NextScores, next_scores, part};
use crate::tree;

/// Writes the score file of a new edition: the units of that year, each cell still ~, and questions about the rest.
///
/// Units, groups and the scheme are those of the last edition, as units.yaml says what became of them. The file is a draft:
/// `build --drafts` and `serve` show it. A file that is there is never changed.
#[derive(Debug, Args)]
pub(super) struct New {
    /// The edition, such as 2026 or 2026-h1
    #[arg(value_name = "YEAR", value_parser = edition)]
    edition: NewEdition,

    /// The edition to take from; without it, the newest before
    #[arg(long, value_name = "YEAR")]
    from: Option<String>,

    /// The scheme; without it, that of the edition taken from
    #[arg(long, value_name = "ID")]
    scheme: Option<String>,
}

/// The id of an edition, and its year.
#[derive(Clone, Debug)]
struct NewEdition {
    id: String,
    year: u16,
}

fn edition(id: &str) -> Result<NewEdition, Unfit> {
    let (year, rest) = id.split_at(id.len() - part(id).len());
    let is_part = |rest: &str| rest.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let is_fine = rest.is_empty() || rest.len() > 1 && rest.starts_with('-') && is_part(rest) && id.len() <= 64;
    let number = year.parse().ok().filter(|number: &u16| is_fine && *number > 0 && number.to_string() == year);
    number.filter(|number| *number <= 9999).map(|year| NewEdition { id: id.to_owned(), year }).ok_or(Unfit::new([
        "a year such as 2026 is needed, or a part of one such as 2026-h1",
        "cần một năm như 2026, hoặc một phần của năm như 2026-h1",
    ]))
}

impl New {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        let input = match input::read(call) {
            Ok(input) => input,
            Err(end) => return end,
        };
        let path = self.path();
        if input.content.files.iter().any(|file| file.path == path) {
            return there(call, &path);
        }
        let Outcome { value, faults } = super::edited::examined(&input.content);
        let Some(Examined { series, .. }) = value.filter(|_| faults.errors() == 0) else {
            return tell(call, faults, &input, Format::Human, ExitStatus::Faults);
        };
        match self.begun(call, &input, &series) {
            Ok((from, begun)) => self.write(call, &input, from, &begun),
            Err([english, vietnamese]) => refuse(call, ExitStatus::Usage, english, vietnamese),
        }
    }

    fn path(&self) -> String {
        format!("content/scores/{}.yaml", self.edition.id)
    }

    /// The new file, and the edition that it is taken from; else why there is none.
    fn begun<'s>(
        &self,
        call: &Invocation,
        input: &Input,
        series: &'s Series,
    ) -> Result<(Option<&'s Edition>, BegunScores), [String; 2]> {
        let from = self.from(series)?;
        let scheme = self.scheme(series, from)?;
        let NewEdition { id, year } = &self.edition;
        let from = from.map(|edition| (edition, input.content.text(edition.place.file)));
        let has_schemas = tree::is_file(&call.site.join("schema/scores.json"));
        let begun = next_scores(&NextScores { id, year: *year, series, from, scheme, has_schemas });
        let begun = begun.ok_or_else(|| {
            [
                format!("no unit is left in {id} that could be scored"),
                format!("kỳ {id} không còn đơn vị nào để chấm điểm"),
            ]
        })?;
        Ok((from.map(|(edition, _)| edition), begun))
    }

    /// The edition that is taken from: as asked, else the newest before, best of the same part of the year. None where
    /// there is no edition at all.
    fn from<'s>(&self, series: &'s Series) -> Result<Option<&'s Edition>, [String; 2]> {
        let editions = &series.editions;
        if let Some(asked) = &self.from {
            let ids = editions.iter().map(|edition| edition.id.as_str());
            let found = editions.iter().find(|edition| edition.id == *asked);
            return found.map(Some).ok_or_else(|| unknown(["edition", "kỳ"], asked, ids));
        }
        let NewEdition { id, year } = &self.edition;
        let earlier = editions.iter().filter(|edition| edition.year <= *year && edition.status != Status::Withdrawn);
        let alike = earlier.clone().rfind(|edition| part(&edition.id) == part(id));
        match alike.or_else(|| earlier.clone().next_back()) {
            None if !editions.is_empty() => {
                let ids = editions.iter().map(|edition| edition.id.as_str()).collect::<Vec<_>>().join(", ");
                Err([
                    format!("there is no edition before {id}; choose one with `--from`: {ids}"),
                    format!("không có kỳ nào trước {id}; chọn một kỳ bằng `--from`: {ids}"),
                ])
            }
            found => Ok(found),
        }
    }

    /// The scheme that is asked for. Where there is no edition to take it from, the only one that there is.
    fn scheme<'s>(&self, series: &'s Series, from: Option<&Edition>) -> Result<Option<&'s SchemeEntry>, [String; 2]> {
        let ids = series.schemes.iter().map(|entry| entry.base.id.as_str());
        if let Some(asked) = &self.scheme {
            let found = series.schemes.iter().find(|entry| entry.base.id == *asked);
            return found.map(Some).ok_or_else(|| unknown(["scheme", "bộ tiêu chí"], asked, ids));
        }
        match (from, series.schemes.as_slice()) {
            (Some(_), _) => Ok(None),
            (None, [only]) => Ok(Some(only)),
            (None, []) => Err([
                "there is no scheme yet; write one in content/schemes/ first".to_owned(),
                "chưa có bộ tiêu chí nào; trước hết hãy ghi một bộ trong content/schemes/".to_owned(),
            ]),
            (None, _) => {
                let ids = ids.collect::<Vec<_>>().join(", ");
                Err([
                    format!("there is no edition yet; choose a scheme with `--scheme`: {ids}"),
                    format!("chưa có kỳ nào; chọn một bộ tiêu chí bằng `--scheme`: {ids}"),
                ])
            }
        }
    }

    fn write(&self, call: &Invocation, input: &Input, from: Option<&Edition>, begun: &BegunScores) -> ExitStatus {
        let path = self.path();
        if let Err(end) = still_holds(call, input, &path, begun.text.as_bytes()) {
            return end;
        }
        match write_new(&call.site, &path, begun.text.as_bytes()) {
            Ok(()) => self.told(call, from, begun),
            Err(FolderTaken::There) => there(call, &path),
            Err(FolderTaken::Io(error)) => input::refused(call, &call.site.join(&path), &error),
        }
    }

    /// What was written, and what comes next.
    fn told(&self, call: &Invocation, from: Option<&Edition>, begun: &BegunScores) -> ExitStatus {
        let (path, site) = (self.path(), site_option(&call.site));
        let BegunScores { n_groups, n_units, schemes, .. } = begun;
        let schemes = schemes.join(", ");
        let counted = |n: &usize, noun: &str| format!("{n} {noun}{}", if *n == 1 { "" } else { "s" });
        let [from, from_vi] = match from {
            Some(edition) => [format!(", from edition {}", edition.id), format!(", lập từ kỳ {}", edition.id)],
            None => [String::new(), String::new()],
        };
        let [scheme, scheme_vi] = if schemes.is_empty() {
            [String::new(), String::new()]
        } else {
            [format!(", scheme {schemes}"), format!(", bộ tiêu chí {schemes}")]
        };
        let (units, groups) = (counted(n_units, "unit"), counted(n_groups, "group"));
        let english = format!(
            "{path}: {units} in {groups}{from}{scheme}\n\
             Write the scores in place of ~ and answer the questions in the file. `scorebook{site} serve` shows it \
             meanwhile, `scorebook{site} check --drafts` says what is missing.\n"
        );
        let vietnamese = format!(
            "{path}: {n_units} đơn vị trong {n_groups} nhóm{from_vi}{scheme_vi}\n\
             Ghi điểm vào chỗ dấu ~ và trả lời các câu hỏi trong tệp. `scorebook{site} serve` cho xem trang trong khi ghi, \
             `scorebook{site} check --drafts` cho biết còn thiếu gì.\n"
        );
        report(call, &super::edited::told(call, english, vietnamese), ["the file was written", "đã ghi tệp"])
    }
}

/// Says that the file is there.
fn there(call: &Invocation, path: &str) -> ExitStatus {
    let english = format!("{path} is there already; nothing was written");
    refuse(call, ExitStatus::Usage, english, format!("đã có {path}; chưa ghi gì"))
}
