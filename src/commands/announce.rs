//! `scorebook announce`: the announcement of an edition, written from its data.

use clap::{Args, ValueEnum};

use super::input::{self, tell};
use super::spoken::spoken;
use super::streams::{refuse, show};
use super::typed::unknown;
use super::{ExitStatus, Invocation};
use crate::diagnostics::print::Format;
use crate::model::EditionIdx;
use crate::writers::announcement::{self, AnnouncementForm, announcement};

/// Writes the announcement of an edition, in the form that offices use.
///
/// For each group and criterion: who is first with how many points, who shares the rank, who is last; then the total.
/// Where not all scores are published it says what the source announced, and nothing that was only deduced. A theme may
/// bring templates of its own in `announcements/`. Drafts are written too.
#[derive(Debug, Args)]
pub(super) struct Announce {
    /// The edition, such as 2018
    #[arg(value_name = "YEAR")]
    edition: String,

    /// The language of the announcement, one of the site; without it, the first
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,

    /// What is written
    #[arg(long, value_enum, default_value_t = AnnounceFormat::Text)]
    format: AnnounceFormat,
}

/// What an announcement is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum AnnounceFormat {
    /// Plain text
    Text,
    /// Markdown
    Markdown,
    /// A page of HTML
    Html,
    /// A Word document: send it to a file, as by `> announcement.docx`
    Docx,
}

impl AnnounceFormat {
    fn form(self) -> &'static AnnouncementForm {
        match self {
            Self::Text => &announcement::TEXT,
            Self::Markdown => &announcement::MARKDOWN,
            Self::Html => &announcement::HTML,
            Self::Docx => &announcement::DOCX,
        }
    }
}

impl Announce {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        let (input, examined) = match input::examined(call) {
            Ok(read) => read,
            Err(end) => return end,
        };
        let ids = || examined.series.editions.iter().map(|edition| edition.id.as_str());
        let Some(edition) = ids().position(|id| id == self.edition) else {
            let [english, vietnamese] = unknown(["edition", "kỳ"], &self.edition, ids());
            return refuse(call, ExitStatus::Usage, english, vietnamese);
        };
        let written = spoken(&input, &examined, self.lang.as_deref(), |voice, theme| {
            announcement(voice, EditionIdx(edition), theme, self.format.form()).map_err(|broken| theme.faults(&broken))
        });
        match written {
            Ok(Ok(Ok(text))) => show(call, &text),
            Ok(Ok(Err(faults)) | Err(faults)) => tell(call, faults, &input, Format::Human, ExitStatus::Faults),
            Err([english, vietnamese]) => refuse(call, ExitStatus::Usage, english, vietnamese),
        }
    }
}
