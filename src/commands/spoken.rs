//! Speaking of a content in one of its languages.

use super::input::Input;
use super::typed::unknown;
use crate::Examined;
use crate::diagnostics::Faults;
use crate::model::LangIdx;
use crate::render::Theme;
use crate::report::model::Report;
use crate::report::order::ReportOrder;
use crate::say::alphabet::alphabet;
use crate::say::voice::Voice;

/// Says something in a language of the site, or in its first one. That a tag is none of the site's is told in English and
/// Vietnamese; then, that the words of the theme cannot be read.
pub(super) fn spoken<T>(
    input: &Input,
    examined: &Examined,
    tag: Option<&str>,
    say: impl FnOnce(Voice<'_>, &Theme) -> T,
) -> Result<Result<T, Faults>, [String; 2]> {
    let series = &examined.series;
    let tags = || series.site.languages.iter().map(String::as_str);
    let language = match tag {
        Some(tag) => {
            let known = tags().position(|known| known == tag);
            known.ok_or_else(|| unknown(["language", "ngôn ngữ"], tag, tags()))?
        }
        None => 0,
    };
    let (first, mut faults) = (input.content.n_files(), Faults::default());
    let words = crate::site::words_of(&series.site.languages[language], series, &input.theme, first, &mut faults);
    let Some(words) = words else { return Ok(Err(faults)) };
    let report = Report::of(series, &examined.rankings);
    let language = LangIdx(language);
    let order = ReportOrder::of(&report, alphabet(&report, &words, language));
    let voice = Voice { report: &report, order: &order, words: &words, language };
    Ok(Ok(say(voice, &Theme::new(&input.theme, first))))
}
