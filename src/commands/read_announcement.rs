//! `scorebook read-announcement`: the `announced` block, proposed from the prose of an announcement.

use std::path::PathBuf;

use clap::Args;

use super::input;
use super::streams::{refuse, report, say};
use super::typed::unknown;
use super::{ExitStatus, Invocation};
use crate::diagnostics::CliLanguage;
use crate::model::EditionIdx;
use crate::prose::{Prose, ProseDoubt, ProseDoubtWhy, proposed, read};
use crate::tree;

/// Proposes the `announced` block of a score file from the prose of an announcement.
///
/// Reads a text in Vietnamese or English, such as a press release saved as plain text, with the names of units, groups and
/// criteria that the site knows. The block goes to standard output with the original words of each statement; passages that
/// speak of ranks and were not understood are told with their lines. Nothing is written into the score file: read what is
/// proposed, then put it there.
#[derive(Debug, Args)]
pub(super) struct ReadAnnouncement {
    /// The text, in UTF-8
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// The edition that it announces; without it, the latest
    #[arg(long, value_name = "YEAR")]
    year: Option<String>,
}

impl ReadAnnouncement {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        let (_, examined) = match input::examined(call) {
            Ok(read) => read,
            Err(end) => return end,
        };
        let series = &examined.series;
        let ids = || series.editions.iter().map(|edition| edition.id.as_str());
        let edition = match &self.year {
            Some(year) => ids().position(|id| id == year).map(EditionIdx),
            None => series.latest(),
        };
        let Some(edition) = edition else {
            let [english, vietnamese] = unknown(["edition", "kỳ"], self.year.as_deref().unwrap_or_default(), ids());
            return refuse(call, ExitStatus::Usage, english, vietnamese);
        };
        let bytes = match tree::read_file(&self.file) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => {
                let file = self.file.display();
                let [english, vietnamese] = [format!("there is no file {file}"), format!("không có tệp {file}")];
                return refuse(call, ExitStatus::Usage, english, vietnamese);
            }
            Err(error) => return input::refused(call, &self.file, &error),
        };
        let Ok(text) = String::from_utf8(bytes) else {
            let file = self.file.display();
            let english = format!("{file} is not in UTF-8; save it as plain text in UTF-8");
            let vietnamese = format!("{file} không ở dạng UTF-8; hãy lưu dưới dạng văn bản thường, mã UTF-8");
            return refuse(call, ExitStatus::Faults, english, vietnamese);
        };
        let prose = read(series, edition, &text);
        let end = say(&told(call.language, &text, &prose), ExitStatus::Done);
        if end != ExitStatus::Done {
            return end;
        }
        let block = proposed(series, edition, &text, &prose, why_disputed(call.language));
        let end = report(call, &block, ["nothing was written", "chưa ghi gì"]);
        if end == ExitStatus::Done && prose.found.is_empty() { ExitStatus::Faults } else { end }
    }
}

/// Why a statement that names a unit of another group is proposed as disputed.
fn why_disputed(language: CliLanguage) -> &'static str {
    match language {
        CliLanguage::English => "It names a unit that is not in this group",
        CliLanguage::Vietnamese => "Nêu đơn vị không thuộc nhóm này",
    }
}

/// How many statements were found, and what was not understood.
fn told(language: CliLanguage, text: &str, prose: &Prose) -> String {
    let (n, left) = (prose.found.len(), prose.doubts.len());
    let mut told = match (language, n) {
        (CliLanguage::English, 1) => "1 statement found".to_owned(),
        (CliLanguage::English, _) => format!("{n} statements found"),
        (CliLanguage::Vietnamese, _) => format!("đọc được {n} nội dung"),
    };
    told.push_str(&match (language, left) {
        (_, 0) => "\n".to_owned(),
        (CliLanguage::English, 1) => ", 1 passage to look at:\n".to_owned(),
        (CliLanguage::English, _) => format!(", {left} passages to look at:\n"),
        (CliLanguage::Vietnamese, _) => format!(", {left} đoạn cần xem lại:\n"),
    });
    told.extend(prose.doubts.iter().map(|doubt| line(language, text, doubt)));
    told
}

/// A passage with its line, and why it was not understood.
fn line(language: CliLanguage, text: &str, doubt: &ProseDoubt) -> String {
    let number = text[..doubt.span.start].matches('\n').count() + 1;
    let passage = text[doubt.span.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
    let [english, vietnamese] = match doubt.why {
        ProseDoubtWhy::Nobody => ["it names nobody whom units.yaml knows", "không nêu đơn vị nào có trong units.yaml"],
        ProseDoubtWhy::UnknownName => ["a name in it is not in units.yaml", "có tên không có trong units.yaml"],
        ProseDoubtWhy::OtherGroup => [
            "proposed as disputed, since it names a unit that is not in this group of the edition",
            "đề xuất kèm `disputed`, vì nêu đơn vị không thuộc nhóm này của kỳ",
        ],
        ProseDoubtWhy::Unclear => {
            ["it speaks of a rank, in words that are not understood", "nói về thứ hạng nhưng không rõ hạng mấy"]
        }
        ProseDoubtWhy::Count => [
            "it names more units than it counts, or one twice",
            "nêu nhiều tên hơn số đơn vị đã ghi, hoặc một tên hai lần",
        ],
        ProseDoubtWhy::OpenOthers => [
            "who all others are is open, since another passage on it was not understood",
            "chưa rõ các đơn vị còn lại là ai, vì một đoạn khác về tiêu chí này chưa hiểu",
        ],
        ProseDoubtWhy::NoPlace => [
            "of which group or criterion is not clear: a line names the group, and a paragraph begins with its criterion, as in `Infrastructure: …`",
            "không rõ thuộc nhóm hay tiêu chí nào: cần một dòng ghi tên nhóm, và mỗi đoạn bắt đầu bằng tên tiêu chí, như `Hạ tầng: …`",
        ],
    };
    match language {
        CliLanguage::English => format!("  line {number}: {english}: {passage}\n"),
        CliLanguage::Vietnamese => format!("  dòng {number}: {vietnamese}: {passage}\n"),
    }
}
