//! `scorebook seal`: what an edition says today, kept so that no later change goes unnoticed.

use std::sync::Arc;

use clap::Args;

use super::input::{self, Input, tell};
use super::{Call, End, show};
use crate::content::{HASH_SHOWN, hash_of, nearest, seal_file};
use crate::diagnostics::print::Format;
use crate::diagnostics::{Checked, Faults, Tongue, codes};
use crate::facts::{changes, day, sealed_facts, text, urls};
use crate::model::{Date, Edition, FormerSeal, Place, Scorecards, Seal as Sealed, Status};
use crate::plan::Unwritten;
use crate::publish::{MemorySink, create_folder, create_new, replace};
use crate::routes::{Routes, changes_csv};
use crate::{Examined, Options};

/// Seals an edition, or verifies all seals.
///
/// Writes content/sealed/YEAR.yaml: the units of the edition with their names, its scheme, all scores and ranks and its
/// addresses as lines of text, with their SHA-256. From then on `check` and `build` refuse any change of them that
/// `corrections` do not tell of. An edition with errors, and a draft, is not sealed.
#[derive(Debug, Args)]
pub(super) struct Seal {
    /// The edition, such as 2018
    #[arg(value_name = "YEAR", required_unless_present = "verify")]
    edition: Option<String>,

    /// Compare every sealed edition with its seal, a line for each; 1 if one differs
    #[arg(long, conflicts_with_all = ["edition", "date", "reason"])]
    verify: bool,

    /// Up to which day corrections are sealed too [default: the newest date of the edition's publication, documents and
    /// corrections]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    date: Option<Date>,

    /// Why a sealed edition is sealed anew; kept in the file with the hash of the seal before
    #[arg(long, value_name = "TEXT", value_parser = reason)]
    reason: Option<String>,
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "a day such as 2019-05-04 is needed".to_owned())
}

fn reason(text: &str) -> Result<String, String> {
    let fine = !text.trim().is_empty() && !text.chars().any(char::is_control);
    fine.then(|| text.trim().to_owned()).ok_or_else(|| "a reason in words is needed".to_owned())
}

/// A sentence in the language of the messages.
fn say(call: &Call, english: String, vietnamese: String) -> String {
    if call.tongue == Tongue::Vietnamese { vietnamese } else { english }
}

/// Says why nothing is sealed.
fn refuse(call: &Call, end: End, english: String, vietnamese: String) -> End {
    let (english, vietnamese) = (format!("error: {english}"), format!("lỗi: {vietnamese}"));
    eprintln!("{}", say(call, english, vietnamese));
    end
}

impl Seal {
    pub(super) fn run(&self, call: &Call) -> End {
        let input = match input::read(call) {
            Ok(input) => input,
            Err(end) => return end,
        };
        match &self.edition {
            Some(id) if !self.verify => self.seal(call, &input, id),
            _ => verify(call, &input),
        }
    }

    fn seal(&self, call: &Call, input: &Input, id: &str) -> End {
        let path = path_of(id);
        let all = crate::examine(&input.content, &Options { drafts: true, ..Options::default() });
        let there = all.value.as_ref().and_then(|all| all.series.editions.iter().find(|edition| edition.id == id));
        if let (None, Some(all)) = (there, &all.value) {
            return unknown(call, id, all);
        }
        if there.is_some_and(|edition| edition.status == crate::model::Status::Draft) {
            let vietnamese = format!("kỳ `{id}` là bản nháp; bản nháp không niêm phong được");
            return refuse(call, End::Faults, format!("edition `{id}` is a draft, and no draft is sealed"), vietnamese);
        }
        let old = there.and_then(|edition| edition.seal.clone());
        if let (Some(old), None, Some(all)) = (&old, &self.reason, &all.value) {
            return stands(call, input, id, old, all, all_of(all, &all.series, id), &path);
        }
        let is_written = input.content.files.iter().any(|file| file.path == path);
        if is_written && old.is_none() {
            tell(call, all.faults, input, Format::Human);
            return End::Faults;
        }
        self.write(call, input, id, old.as_deref())
    }

    /// Seals an edition that is not sealed, or was.
    fn write(&self, call: &Call, input: &Input, id: &str, old: Option<&Sealed>) -> End {
        let path = path_of(id);
        let mut content = input.content.clone();
        // Its own seal has no say in whether it may be sealed anew.
        content.files.retain(|file| file.path != path);
        let sink = MemorySink::default();
        let (built, examined) = match crate::build(&content, &input.theme, &Options::default(), &sink) {
            Ok(built) => (built, crate::examine(&content, &Options::default())),
            Err(Unwritten::Io(path, error)) => return input::refused(path.as_ref(), &error),
            Err(Unwritten::Templates(_)) => return End::Faults,
        };
        let Checked { value, mut faults } = built;
        faults.extend(input.faults.clone());
        let (Some(_), Some(examined)) = (value, examined.value.filter(|_| faults.errors() == 0)) else {
            let shown = Input { content, theme: input.theme.clone(), faults: Faults::default() };
            tell(call, faults, &shown, Format::Human);
            let vietnamese = format!("kỳ `{id}` chưa được niêm phong");
            return refuse(call, End::Faults, format!("edition `{id}` was not sealed"), vietnamese);
        };
        let files: Vec<String> = sink.into_files().into_keys().collect();
        let Some(seal) = self.made(call, &examined, id, &files, old) else { return End::Usage };
        let folder = call.site.join("content/sealed");
        let target = call.site.join(&path);
        let bytes = seal_file(id, &seal).into_bytes();
        let written = create_folder(&folder)
            .and_then(|()| if old.is_some() { replace(&target, &bytes) } else { create_new(&target, &bytes) });
        match written {
            Ok(()) => done(call, id, &path, &seal),
            Err(error) => input::refused(&target, &error),
        }
    }

    /// The seal of an edition; none where it is asked for a day before a correction.
    fn made(
        &self,
        call: &Call,
        examined: &Examined,
        id: &str,
        files: &[String],
        old: Option<&Sealed>,
    ) -> Option<Sealed> {
        let Examined { series, rankings } = examined;
        let index = series.editions.iter().position(|edition| edition.id == id)?;
        let (edition, ranking) = (&series.editions[index], &rankings.editions[index]);
        let date = self.date.unwrap_or_else(|| day(edition));
        if let Some(newest) = edition.corrections.iter().map(|correction| correction.date).max().filter(|&d| d > date) {
            let english = format!("edition `{id}` was corrected on {newest}; it cannot be sealed as of {date}");
            let vietnamese = format!("kỳ `{id}` có đính chính ngày {newest}; không thể niêm phong đến ngày {date}");
            refuse(call, End::Usage, english, vietnamese);
            return None;
        }
        let routes = Routes::new(&series.site, None);
        // What stands only while an edition is the latest, or beside the one before it, is not promised.
        let changes = changes_csv(Some(id));
        let promised = |file: &&String| {
            let passing = series.site.scorecards == Scorecards::Latest && routes.is_scorecard(file, id);
            routes.is_of_edition(file, id) && !passing && **file != changes
        };
        let files: Vec<String> = files.iter().filter(promised).cloned().collect();
        let mut facts = sealed_facts(series, edition, ranking, date);
        facts.extend(urls(&files, edition.place));
        let text = text(&facts);
        let mut before = old.map(|old| old.before.clone()).unwrap_or_default();
        before.extend(old.zip(self.reason.as_ref()).map(|(old, reason)| FormerSeal {
            date: old.date,
            hash: old.hash.clone(),
            reason: reason.clone(),
        }));
        Some(Sealed { date, hash: hash_of(&text), text, lines: Vec::new(), before, place: Place::default() })
    }
}

fn path_of(id: &str) -> String {
    format!("content/sealed/{id}.yaml")
}

/// How many things an edition says otherwise than its seal.
fn all_of(all: &Examined, series: &crate::model::Series, id: &str) -> usize {
    let editions = series.editions.iter().zip(&all.rankings.editions);
    let own = editions.filter(|(edition, _)| edition.id == id);
    let seal = |edition: &Edition| edition.seal.clone();
    own.filter_map(|(edition, ranking)| Some((edition, ranking, seal(edition)?)))
        .map(|(edition, ranking, seal): (_, _, Arc<Sealed>)| changes(series, edition, ranking, &seal, |_, _| ()).len())
        .sum()
}

fn unknown(call: &Call, id: &str, all: &Examined) -> End {
    let ids = || all.series.editions.iter().map(|edition| edition.id.as_str());
    let (english, vietnamese) = match nearest(id, ids()) {
        Some(near) => (format!("did you mean `{near}`?"), format!("có phải là `{near}`?")),
        None => {
            let list = ids().collect::<Vec<_>>().join(", ");
            (format!("there are {list}"), format!("các kỳ là {list}"))
        }
    };
    let (english, vietnamese) =
        (format!("no edition has the id `{id}`; {english}"), format!("không có kỳ `{id}`; {vietnamese}"));
    refuse(call, End::Usage, english, vietnamese)
}

/// Says of an edition that is sealed already whether it holds; what changed is told.
fn stands(call: &Call, input: &Input, id: &str, old: &Sealed, all: &Examined, changed: usize, path: &str) -> End {
    if changed == 0 {
        let text = say(
            call,
            format!("{path}: edition {id} was sealed as of {} and holds; nothing was written\n", old.date),
            format!("{path}: kỳ {id} đã niêm phong đến ngày {} và vẫn khớp; không ghi gì\n", old.date),
        );
        return show(text.as_bytes());
    }
    let mut faults = Faults::default();
    crate::checks::sealed_editions(&all.series, &all.rankings, &mut faults);
    tell(call, faults, input, Format::Human);
    let english = format!("edition `{id}` was sealed as of {} and has changed; it was not sealed again", old.date);
    let vietnamese = format!("kỳ `{id}` đã niêm phong đến ngày {} nhưng đã thay đổi; chưa niêm phong lại", old.date);
    refuse(call, End::Faults, english, vietnamese)
}

fn done(call: &Call, id: &str, path: &str, seal: &Sealed) -> End {
    let (all, urls) = (seal.text.lines().count(), seal.urls().count());
    let (facts, date, hash) = (all - urls, seal.date, &seal.hash);
    let text = say(
        call,
        format!(
            "{path}: edition {id} sealed as of {date}: {facts} facts and {urls} addresses\nsha256 {hash}\n\
             Keep the hash where others can see it, such as in the decision that publishes the edition.\n"
        ),
        format!(
            "{path}: đã niêm phong kỳ {id} đến ngày {date}: {facts} dữ kiện và {urls} địa chỉ\nsha256 {hash}\n\
             Nên ghi mã băm ở nơi người khác xem được, như trong quyết định công bố.\n"
        ),
    );
    show(text.as_bytes())
}

/// Compares every sealed edition with its seal: a line for each, then what differs.
fn verify(call: &Call, input: &Input) -> End {
    let options = Options { drafts: true, ..Options::default() };
    let built = match crate::build(&input.content, &input.theme, &options, &MemorySink::default()) {
        Ok(built) => built.faults,
        Err(Unwritten::Io(path, error)) => return input::refused(path.as_ref(), &error),
        Err(Unwritten::Templates(_)) => return End::Faults,
    };
    let examined = crate::examine(&input.content, &options).value;
    let ids = input
        .content
        .files
        .iter()
        .filter_map(|file| file.path.strip_prefix("content/sealed/").and_then(|name| name.strip_suffix(".yaml")));
    let (mut out, mut differs) = (String::new(), false);
    for id in ids {
        let edition = examined.as_ref().and_then(|e| e.series.editions.iter().find(|edition| edition.id == id));
        let dropped = |fault: &&crate::diagnostics::Diagnostic| {
            fault.code.id == codes::sealed::SEALED_URL_DROPPED.id && fault.words.contains(&("edition", id.to_owned()))
        };
        let dropped = built.as_slice().iter().filter(dropped).count();
        let changed = examined.as_ref().map_or(0, |e| all_of(e, &e.series, id)) + dropped;
        let seal = edition.filter(|e| e.status != Status::Draft).and_then(|edition| edition.seal.as_ref());
        differs |= seal.is_none() || changed > 0;
        out.push_str(&line(call, id, seal.map(|seal| (seal.as_ref(), changed))));
    }
    if out.is_empty() {
        out = say(call, "no edition is sealed\n".to_owned(), "chưa kỳ nào được niêm phong\n".to_owned());
    }
    let end = show(out.as_bytes());
    if built.errors() > 0 {
        tell(call, built, input, Format::Human);
    }
    if differs { End::Faults } else { end }
}

/// What is said of one sealed edition: its seal with the number of changes, if it can be compared at all.
fn line(call: &Call, id: &str, seal: Option<(&Sealed, usize)>) -> String {
    let head = |seal: &Sealed| format!("{}  {}…", seal.date, &seal.hash[..HASH_SHOWN]);
    match seal {
        None => say(call, format!("{id}  cannot be compared\n"), format!("{id}  không so được\n")),
        Some((seal, 0)) => say(call, format!("{id}  {}  holds\n", head(seal)), format!("{id}  {}  khớp\n", head(seal))),
        Some((seal, n)) => {
            let noun = if n == 1 { "change" } else { "changes" };
            say(call, format!("{id}  {}  {n} {noun}\n", head(seal)), format!("{id}  {}  {n} thay đổi\n", head(seal)))
        }
    }
}
