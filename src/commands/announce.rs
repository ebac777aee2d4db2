//! `scorebook announce`: the announcement of an edition, written from its data.

use clap::{Args, ValueEnum};

use super::input::{self, Input, tell};
use super::streams::{refuse, show};
use super::typed::unknown;
use super::{ExitStatus, Invocation};
use crate::Examined;
use crate::diagnostics::Faults;
use crate::diagnostics::print::Format;
use crate::model::{EditionIdx, LangIdx, Series};
use crate::render::Theme;
use crate::report::model::Report;
use crate::report::order::ReportOrder;
use crate::say::alphabet::alphabet;
use crate::say::voice::Voice;
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
}

impl AnnounceFormat {
    fn form(self) -> &'static AnnouncementForm {
        match self {
            Self::Text => &announcement::TEXT,
            Self::Markdown => &announcement::MARKDOWN,
            Self::Html => &announcement::HTML,
        }
    }
}

impl Announce {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        let (input, examined) = match input::examined(call) {
            Ok(read) => read,
            Err(end) => return end,
        };
        let wanted = match self.wanted(&examined.series) {
            Ok(wanted) => wanted,
            Err([english, vietnamese]) => return refuse(call, ExitStatus::Usage, english, vietnamese),
        };
        match self.written(&input, &examined, wanted) {
            Ok(text) => show(call, &text),
            Err(faults) => tell(call, faults, &input, Format::Human, ExitStatus::Faults),
        }
    }

    /// The edition and the language, or which name nobody knows.
    fn wanted(&self, series: &Series) -> Result<(EditionIdx, LangIdx), [String; 2]> {
        let ids = || series.editions.iter().map(|edition| edition.id.as_str());
        let edition = ids().position(|id| id == self.edition);
        let edition = edition.ok_or_else(|| unknown(["edition", "kỳ"], &self.edition, ids()))?;
        let tags = || series.site.languages.iter().map(String::as_str);
        let language = match &self.lang {
            Some(tag) => {
                tags().position(|known| known == tag).ok_or_else(|| unknown(["language", "ngôn ngữ"], tag, tags()))?
            }
            None => 0,
        };
        Ok((EditionIdx(edition), LangIdx(language)))
    }

    /// The text; the faults of a theme whose words or templates cannot be read.
    fn written(
        &self,
        input: &Input,
        examined: &Examined,
        (edition, language): (EditionIdx, LangIdx),
    ) -> Result<Vec<u8>, Faults> {
        let series = &examined.series;
        let first = input.content.n_files();
        let mut faults = Faults::default();
        let tag = &series.site.languages[language.0];
        let Some(words) = crate::site::words_of(tag, series, &input.theme, first, &mut faults) else {
            return Err(faults);
        };
        let report = Report::of(series, &examined.rankings);
        let order = ReportOrder::of(&report, alphabet(&report, &words, language));
        let voice = Voice { report: &report, order: &order, words: &words, language };
        let theme = Theme::new(&input.theme, first);
        announcement(voice, edition, &theme, self.format.form()).map_err(|broken| {
            broken.iter().for_each(|fault| faults.push(theme.fault(fault)));
            faults
        })
    }
}
