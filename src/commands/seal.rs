//! `scorebook seal`: what an edition says today, kept so that no later change goes unnoticed.

use clap::Args;

use super::input::{self, Input, tell};
use super::streams::{refuse, report, show};
use super::usage::{Unfit, day};
use super::{ExitStatus, Invocation};
use crate::content::{self, HASH_SHOWN, hash_of, seal_file};
use crate::diagnostics::nearest;
use crate::diagnostics::print::Format;
use crate::diagnostics::{CliLanguage, Faults, Outcome, codes};
use crate::facts::{changes, day as newest_day, sealed_facts, text, urls};
use crate::model::{Date, FormerSeal, Place, Scorecards, Seal, Status};
use crate::plan::Unwritten;
use crate::publish::{PathSink, create_folder, create_new, replace};
use crate::routes::{Data, Routes, data_file};
use crate::{Built, Examined, Options};

/// Seals an edition, or verifies all seals.
///
/// Writes content/sealed/YEAR.yaml: the units of the edition with their names, its scheme, all scores and ranks and its
/// addresses as lines of text, with their SHA-256. From then on `check` and `build` refuse any change of them that
/// `corrections` do not tell of. An edition with errors, and a draft, is not sealed.
#[derive(Debug, Args)]
pub(super) struct SealArgs {
    /// The edition, such as 2018
    #[arg(value_name = "YEAR", required_unless_present = "verify")]
    edition: Option<String>,

    /// Compare every sealed edition with its seal, a line for each; 1 if one differs
    #[arg(long, conflicts_with_all = ["edition", "date", "reason"])]
    verify: bool,

    /// Up to which day corrections are sealed too [default: the newest date of the edition's publication, documents and
    /// corrections]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    date: Option<Date>,

    /// Why a sealed edition is sealed anew; kept in the file with the hash of the seal before
    #[arg(long, value_name = "TEXT", value_parser = reason)]
    reason: Option<String>,
}

fn reason(text: &str) -> Result<String, Unfit> {
    let fine = !text.trim().is_empty() && !text.chars().any(char::is_control);
    fine.then(|| text.trim().to_owned()).ok_or(Unfit::new(["a reason in words is needed", "cần ghi lý do bằng lời"]))
}

/// A sentence in the language of the messages.
fn say(call: &Invocation, english: String, vietnamese: String) -> String {
    if call.language == CliLanguage::Vietnamese { vietnamese } else { english }
}

impl SealArgs {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        let input = match input::read(call) {
            Ok(input) => input,
            Err(end) => return end,
        };
        match &self.edition {
            Some(id) if !self.verify => self.seal(call, &input, id),
            _ => verify(call, &input),
        }
    }

    fn seal(&self, call: &Invocation, input: &Input, id: &str) -> ExitStatus {
        let read = content::read(&input.content, &mut Faults::default());
        // Without one of these nothing is known of any edition, and a build tells why.
        if read.site.is_none() || read.units.is_none() {
            return self.write(call, input, id, None);
        }
        match read.scores.iter().find(|file| file.id == id) {
            None => return unknown(call, id, || read.scores.iter().map(|file| file.id.as_str())),
            Some(file) if file.status == Status::Draft => {
                let vietnamese = format!("kỳ `{id}` là bản nháp; bản nháp không niêm phong được");
                let english = format!("edition `{id}` is a draft, and no draft is sealed");
                return refuse(call, ExitStatus::Faults, english, vietnamese);
            }
            Some(_) => {}
        }
        let old = read.seals.iter().find(|file| file.id == id).map(|file| &file.seal);
        let is_written = input.content.files.iter().any(|file| file.path == path_of(id));
        match old {
            Some(old) if self.reason.is_none() => stands(call, input, id, old),
            None if is_written => tell(call, examine(input).faults, input, Format::Human, ExitStatus::Faults),
            _ => self.write(call, input, id, old),
        }
    }

    /// Seals an edition that is not sealed, or was.
    fn write(&self, call: &Invocation, input: &Input, id: &str, old: Option<&Seal>) -> ExitStatus {
        let path = path_of(id);
        let mut content = input.content.clone();
        // Its own seal has no say in whether it may be sealed anew.
        content.files.retain(|file| file.path != path);
        let sink = PathSink::default();
        let built = crate::build(&content, &input.theme, &Options::default(), &sink);
        let Built { examined, summary, mut faults } = match built {
            Ok(built) => built,
            Err(Unwritten { path, error }) => return input::refused(call, path.as_ref(), &error),
        };
        faults.extend(input.faults.clone());
        let (Some(_), Some(examined)) = (summary, examined.filter(|_| faults.errors() == 0)) else {
            let shown = Input { content, theme: input.theme.clone(), faults: Faults::default() };
            let english = format!("edition `{id}` was not sealed");
            return match tell(call, faults, &shown, Format::Human, ExitStatus::Faults) {
                ExitStatus::Machine => ExitStatus::Machine,
                end => refuse(call, end, english, format!("kỳ `{id}` chưa được niêm phong")),
            };
        };
        let files: Vec<String> = sink.into_paths().into_iter().collect();
        let seal = match self.made(call, &examined, id, &files, old) {
            Ok(seal) => seal,
            Err(end) => return end,
        };
        let folder = call.site.join("content/sealed");
        let target = call.site.join(&path);
        let bytes = seal_file(id, &seal).into_bytes();
        let written = create_folder(&folder)
            .and_then(|()| if old.is_some() { replace(&target, &bytes) } else { create_new(&target, &bytes) });
        match written {
            Ok(()) => done(call, id, &path, &seal),
            Err(error) => input::refused(call, &target, &error),
        }
    }

    /// The seal of an edition; refused for a day before one of its corrections.
    fn made(
        &self,
        call: &Invocation,
        examined: &Examined,
        id: &str,
        files: &[String],
        old: Option<&Seal>,
    ) -> Result<Seal, ExitStatus> {
        let Examined { series, rankings, .. } = examined;
        let ids = || series.editions.iter().map(|edition| edition.id.as_str());
        let index = ids().position(|other| other == id).ok_or_else(|| unknown(call, id, ids))?;
        let (edition, ranking) = (&series.editions[index], &rankings.editions[index]);
        let date = self.date.unwrap_or_else(|| newest_day(edition));
        if let Some(newest) = edition.corrections.iter().map(|correction| correction.date).max().filter(|&d| d > date) {
            let english = format!("edition `{id}` was corrected on {newest}; it cannot be sealed as of {date}");
            let vietnamese = format!("kỳ `{id}` có đính chính ngày {newest}; không thể niêm phong đến ngày {date}");
            return Err(refuse(call, ExitStatus::Usage, english, vietnamese));
        }
        let routes = Routes::new(&series.site, None);
        // What stands only while an edition is the latest, or beside the one before it, is not promised.
        let changes = data_file(Data::Edition(id), "changes", "");
        let promised = |file: &&String| {
            let passing = series.site.scorecards == Scorecards::Latest && routes.is_scorecard(file, id);
            routes.is_of_edition(file, id) && !passing && !file.starts_with(&changes)
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
        Ok(Seal { date, hash: hash_of(&text), text, lines: Vec::new(), before, place: Place::default() })
    }
}

fn path_of(id: &str) -> String {
    format!("content/sealed/{id}.yaml")
}

/// The content of an input as `check` examines it.
fn examine(input: &Input) -> Outcome<Examined> {
    crate::examine(&input.content, &Options::default())
}

/// How many things an edition says otherwise than its seal.
fn changed(all: &Examined, id: &str) -> usize {
    let editions = all.series.editions.iter().zip(&all.rankings.editions);
    let own = editions.filter(|(edition, _)| edition.id == id);
    own.filter_map(|(edition, ranking)| Some((edition, ranking, edition.seal.clone()?)))
        .map(|(edition, ranking, seal)| changes(&all.series, edition, ranking, &seal, |_, _| ()).len())
        .sum()
}

fn unknown<'n, I: Iterator<Item = &'n str>>(call: &Invocation, id: &str, ids: impl Fn() -> I) -> ExitStatus {
    let (english, vietnamese) = match nearest(id, ids()) {
        Some(near) => (format!("did you mean `{near}`?"), format!("có phải là `{near}`?")),
        None => {
            let list = ids().collect::<Vec<_>>().join(", ");
            (format!("there are {list}"), format!("các kỳ là {list}"))
        }
    };
    let (english, vietnamese) =
        (format!("no edition has the id `{id}`; {english}"), format!("không có kỳ `{id}`; {vietnamese}"));
    refuse(call, ExitStatus::Usage, english, vietnamese)
}

/// Says of an edition that is sealed already whether it holds; what changed is told.
fn stands(call: &Invocation, input: &Input, id: &str, old: &Seal) -> ExitStatus {
    let Outcome { value, faults } = examine(input);
    let Some(all) = value else { return tell(call, faults, input, Format::Human, ExitStatus::Faults) };
    let path = path_of(id);
    if changed(&all, id) == 0 {
        let text = say(
            call,
            format!("{path}: edition {id} was sealed as of {} and holds; nothing was written\n", old.date),
            format!("{path}: kỳ {id} đã niêm phong đến ngày {} và vẫn khớp; không ghi gì\n", old.date),
        );
        return show(call, text.as_bytes());
    }
    let mut faults = Faults::default();
    crate::checks::sealed_editions(&all.series, &all.rankings, &mut faults);
    let english = format!("edition `{id}` was sealed as of {} and has changed; it was not sealed again", old.date);
    let vietnamese = format!("kỳ `{id}` đã niêm phong đến ngày {} nhưng đã thay đổi; chưa niêm phong lại", old.date);
    match tell(call, faults, input, Format::Human, ExitStatus::Faults) {
        ExitStatus::Machine => ExitStatus::Machine,
        end => refuse(call, end, english, vietnamese),
    }
}

fn done(call: &Invocation, id: &str, path: &str, seal: &Seal) -> ExitStatus {
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
    report(call, &text, ["the seal was written", "đã ghi niêm phong"])
}

/// Compares every sealed edition with its seal: a line for each, then what differs.
fn verify(call: &Invocation, input: &Input) -> ExitStatus {
    let options = Options { drafts: true, ..Options::default() };
    let built = crate::build(&input.content, &input.theme, &options, &PathSink::default());
    let Built { examined, faults, .. } = match built {
        Ok(built) => built,
        Err(Unwritten { path, error }) => return input::refused(call, path.as_ref(), &error),
    };
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
        let dropped = faults.as_slice().iter().filter(dropped).count();
        let changed = examined.as_ref().map_or(0, |all| changed(all, id)) + dropped;
        let seal = edition.filter(|e| e.status != Status::Draft).and_then(|edition| edition.seal.as_ref());
        differs |= seal.is_none() || changed > 0;
        out.push_str(&line(call, id, seal.map(|seal| (seal.as_ref(), changed))));
    }
    if out.is_empty() {
        out = say(call, "no edition is sealed\n".to_owned(), "chưa kỳ nào được niêm phong\n".to_owned());
    }
    let end = if differs || faults.errors() > 0 { ExitStatus::Faults } else { ExitStatus::Done };
    let shown = show(call, out.as_bytes());
    let end = if shown == ExitStatus::Done { end } else { shown };
    if faults.errors() > 0 { tell(call, faults, input, Format::Human, end) } else { end }
}

/// What is said of one sealed edition: its seal with the number of changes, if it can be compared at all.
fn line(call: &Invocation, id: &str, seal: Option<(&Seal, usize)>) -> String {
    let head = |seal: &Seal| format!("{}  {}…", seal.date, &seal.hash[..HASH_SHOWN]);
    match seal {
        None => say(call, format!("{id}  cannot be compared\n"), format!("{id}  không so được\n")),
        Some((seal, 0)) => say(call, format!("{id}  {}  holds\n", head(seal)), format!("{id}  {}  khớp\n", head(seal))),
        Some((seal, n)) => {
            let noun = if n == 1 { "change" } else { "changes" };
            say(call, format!("{id}  {}  {n} {noun}\n", head(seal)), format!("{id}  {}  {n} thay đổi\n", head(seal)))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use clap::Parser as _;

    use super::SealArgs;
    use crate::commands::{Arguments, Command, ExitStatus, Invocation};
    use crate::diagnostics::CliLanguage;
    use crate::site::tests::examinations;

    /// A site of one unit.
    const SITE: [(&str, &str); 3] = [
        ("site.yaml", "format: 1\ntitle: T\npublisher: { name: P }\nlanguages: [en]\n"),
        ("units.yaml", "groups:\n  g: { name: G }\nunits:\n  a: { name: A, group: g }\n"),
        ("scores/2020.yaml", "year: 2020\nstatus: official\nscores:\n  g:\n    a: { total: 1 }\n"),
    ];

    /// Runs `seal`, and answers how it ended and how often the content was examined.
    fn run(call: &Invocation, arguments: &[&str]) -> (ExitStatus, usize) {
        let all = ["scorebook", "seal"].iter().chain(arguments);
        let Command::Seal(seal) = Arguments::try_parse_from(all).unwrap().command else { panic!("no seal") };
        let mut end = ExitStatus::Usage;
        let times = examinations(|| end = SealArgs::run(&seal, call));
        (end, times)
    }

    #[test]
    fn the_content_is_examined_once_whatever_is_asked() {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in SITE {
            let path = folder.path().join("content").join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let call = Invocation {
            site: folder.path().to_owned(),
            language: CliLanguage::English,
            colour: false,
            commands: super::super::commands,
        };
        assert_eq!(run(&call, &["2021"]), (ExitStatus::Usage, 0), "an unknown edition");
        assert_eq!(run(&call, &["2020"]), (ExitStatus::Done, 1), "a first seal");
        assert_eq!(run(&call, &["2020"]), (ExitStatus::Done, 1), "a seal that holds");
        assert_eq!(run(&call, &["--verify"]), (ExitStatus::Done, 1), "all seals");
        assert_eq!(run(&call, &["2020", "--reason", "because"]), (ExitStatus::Done, 1), "a seal anew");
        fs::write(folder.path().join("content/scores/2020.yaml"), SITE[2].1.replace("total: 1", "total: 2")).unwrap();
        assert_eq!(run(&call, &["2020"]), (ExitStatus::Faults, 1), "a seal that does not hold");
        assert_eq!(run(&call, &["--verify"]), (ExitStatus::Faults, 1), "a seal among all that does not hold");
    }
}
