//! `scorebook import`: a spreadsheet into a score file, or into a first site.

mod target;
mod told;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::input;
use super::streams::{asking, can_ask, refuse, report, say};
use super::usage::Unfit;
use super::{ExitStatus, Invocation};
use crate::diagnostics::print::Format;
use crate::diagnostics::{CliLanguage, Faults};
use crate::import::answers::{AnswerSection, Answers, NO, YES};
use crate::import::asked::Asker;
use crate::import::map_file;
use crate::import::question::{AnswerChoice, Answered, ImportQuestion, said};
use crate::import::reading::{TableReading, WantedTable};
use crate::import::shown::shown;
use crate::import::step::{Import, ImportStep};
use crate::import::table::Workbook;
use crate::import::tables;
use crate::import::together::together;
use crate::import::written::WrittenFile;
use crate::publish::{FolderTaken, NotFilled, add_files, create_new, replace, write_new};
use crate::starter::{StarterLanguage, beside};
use crate::tree::{File, Tree, read_file};
use target::{ImportTarget, TargetAsked};

/// Writes a spreadsheet into the score file of a year.
///
/// It finds the table in an .xlsx, .xls, .ods or .csv file, matches names of units and criteria with those of the site, and
/// shows what it understood before it writes. What it cannot be sure of it asks on a terminal; the answers are kept in a file,
/// so that a like sheet is imported without questions. Without a terminal it fails where it would have to ask, and says
/// which lines the file of answers lacks. Nothing is written that `scorebook check` would refuse.
#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// The spreadsheet
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// The edition that it becomes, such as 2018: sheets and titles can tell a wrong year
    #[arg(long, value_name = "YEAR", value_parser = year)]
    year: EditionYear,

    /// The sheet, by its name; given again, more sheets of the same form, each a group of its own
    #[arg(long = "sheet", value_name = "NAME")]
    sheets: Vec<String>,

    /// The group that all rows belong to
    #[arg(long, value_name = "GROUP")]
    group: Option<String>,

    /// The scheme; without it, that of the last edition
    #[arg(long, value_name = "ID")]
    scheme: Option<String>,

    /// Make a first site of the sheet: site.yaml, units.yaml and a scheme too
    #[arg(long)]
    new_site: bool,

    /// The file of answers [default: import-map.yaml beside content/]
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,

    /// Which digits are the score where a cell stores more than it shows
    #[arg(long, value_enum)]
    values: Option<Values>,

    /// Write without asking; fail where something would have to be asked
    #[arg(long)]
    yes: bool,

    /// Replace the score file of the year
    #[arg(long)]
    force: bool,
}

/// The id of an edition, with its calendar year.
#[derive(Clone, Debug)]
struct EditionYear {
    id: String,
    number: u16,
}

/// Which digits of a cell are taken.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Values {
    /// Those that the file stores
    Stored,
    /// Those that a spreadsheet program shows
    Shown,
}

impl Values {
    fn word(self) -> &'static str {
        match self {
            Self::Stored => "stored",
            Self::Shown => "shown",
        }
    }
}

fn year(text: &str) -> Result<EditionYear, Unfit> {
    let unfit = || Unfit::new(["a year such as 2018 or 2018-h1 is needed", "cần một năm như 2018 hoặc 2018-h1"]);
    let (year, rest) = text.split_at_checked(4).ok_or_else(unfit)?;
    let is_rest = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let is_fine =
        rest.is_empty() || (rest.starts_with('-') && rest.len() > 1 && rest.len() <= 60 && rest.chars().all(is_rest));
    let number = year.parse().ok().filter(|number| is_fine && (1000..=9999).contains(number));
    number.map(|number| EditionYear { id: text.to_owned(), number }).ok_or_else(unfit)
}

/// The position of a language among sentences.
fn index(call: &Invocation) -> usize {
    usize::from(call.language == CliLanguage::Vietnamese)
}

impl ImportArgs {
    pub(super) fn run(&self, call: &Invocation) -> ExitStatus {
        let (Ok(end) | Err(end)) = self.import(call);
        end
    }

    fn import(&self, call: &Invocation) -> Result<ExitStatus, ExitStatus> {
        let asked = TargetAsked {
            edition: &self.year.id,
            year: self.year.number,
            group: self.group.as_deref(),
            scheme: self.scheme.as_deref(),
            is_new_site: self.new_site,
            may_replace: self.force,
        };
        let target = ImportTarget::of(&asked, call)?;
        let workbook = self.workbook(call)?;
        let together = together(&workbook, &self.sheets, self.year.number.into());
        let source = self.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut map = Map::read(call, self.map.clone().unwrap_or_else(|| call.site.join("import-map.yaml")))?;
        let wanted = WantedTable {
            year: self.year.number.into(),
            group: self.group.as_deref(),
            values: self.values.map(Values::word),
            ground: target.ground.as_ref(),
        };
        let import = Import {
            workbook: &workbook,
            source: &source,
            sheets: &self.sheets,
            together: &together,
            edition: &self.year.id,
            scheme: self.scheme.as_deref(),
            wanted,
            content: &target.content,
            is_vietnamese: target.is_vietnamese,
        };
        let (files, reading, is_vietnamese) = self.settled(call, &import, &mut map)?;
        self.confirm(call, &import, (&reading, &map.assumed), &files)?;
        self.write(call, &files, &map, is_vietnamese)
    }

    fn workbook(&self, call: &Invocation) -> Result<Workbook, ExitStatus> {
        let name = self.file.display().to_string();
        match read_file(&self.file) {
            Ok(Some(bytes)) => tables(&bytes, &name).map_err(|refusal| {
                let [english, vietnamese] = told::unreadable(&refusal).map(|words| format!("{name}: {words}"));
                refuse(call, ExitStatus::Faults, english, vietnamese)
            }),
            Ok(None) => {
                let english = format!("there is no file {name}");
                Err(refuse(call, ExitStatus::Usage, english, format!("không có tệp {name}")))
            }
            Err(error) => Err(input::refused(call, &self.file, &error)),
        }
    }

    /// Asks what is open, until files can be written.
    fn settled<'i>(
        &self,
        call: &Invocation,
        import: &Import<'i>,
        map: &mut Map,
    ) -> Result<(Vec<WrittenFile>, TableReading<'i>, bool), ExitStatus> {
        let mut is_shown = false;
        loop {
            match import.step(&map.answers) {
                ImportStep::Ready(files, reading, is_vietnamese) => return Ok((files, reading, is_vietnamese)),
                ImportStep::Ask(questions, reading) => {
                    let is_asked = questions.iter().any(|question| question.assumed.is_none()) || self.can_ask();
                    if let Some(reading) = reading.filter(|_| is_asked && !std::mem::replace(&mut is_shown, true)) {
                        say(&shown(&reading, index(call)), ExitStatus::Done);
                    }
                    self.ask(call, &questions, map)?;
                }
                ImportStep::Faulty(faults, questions, reading) => {
                    say(&told::faults(call, import, &reading, faults), ExitStatus::Done);
                    if questions.is_empty() {
                        map.keep(call)?;
                        return Err(told::not_written(call));
                    }
                    self.ask(call, &questions, map)?;
                }
                ImportStep::NoSheet(name, names) => return Err(told::no_sheet(call, &name, &names)),
                ImportStep::Nothing([english, vietnamese]) => {
                    return Err(refuse(call, ExitStatus::Faults, english, vietnamese));
                }
            }
        }
    }

    /// Whether there is somebody who answers.
    fn can_ask(&self) -> bool {
        !self.yes && can_ask()
    }

    /// Asks the first question of those that are open; where nobody can be asked, says which answers are missing.
    fn ask(&self, call: &Invocation, questions: &[ImportQuestion], map: &mut Map) -> Result<(), ExitStatus> {
        map.refuse_wrong(call, questions)?;
        if !self.can_ask() {
            return map.assume(questions).map_err(|open| told::open(call, &open, &map.path));
        }
        let Some(first) = questions.first() else { return Ok(()) };
        let Some(answered) = self.answer(call, first, questions.len())? else {
            return Err(told::not_written(call));
        };
        for (section, key, value) in first.kept(&answered, questions) {
            map.answers.set(section, &key, &value);
        }
        Ok(())
    }

    fn answer(
        &self,
        call: &Invocation,
        question: &ImportQuestion,
        n_open: usize,
    ) -> Result<Option<Answered>, ExitStatus> {
        let is_vietnamese = index(call) == 1;
        asking(|input, output| Asker { input, output, is_vietnamese }.ask(question, n_open))
            .map_err(|error| input::refused(call, Path::new("terminal"), &error))
    }

    /// Shows what was understood, and asks on a terminal whether it is written.
    fn confirm(
        &self,
        call: &Invocation,
        import: &Import<'_>,
        (reading, assumed): (&TableReading<'_>, &[ImportQuestion]),
        files: &[WrittenFile],
    ) -> Result<(), ExitStatus> {
        let summary = told::summary(call, import, reading);
        let text = format!("{summary}\n{}{}", shown(reading, index(call)), told::assumed(call, assumed));
        if say(&text, ExitStatus::Done) != ExitStatus::Done {
            return Err(ExitStatus::Machine);
        }
        if !self.can_ask() {
            return Ok(());
        }
        let paths = files.iter().map(|file| file.path.as_str()).collect::<Vec<_>>().join(", ");
        let asked = said(format!("write {paths}?"), format!("ghi {paths}?"));
        let choices = vec![AnswerChoice::new(YES, said("yes", "có")), AnswerChoice::new(NO, said("no", "không"))];
        let question = ImportQuestion::new(AnswerSection::Sheet, "write", asked, choices);
        match self.answer(call, &question, 1)? {
            Some(answered) if answered.value == YES => Ok(()),
            _ => Err(told::not_written(call)),
        }
    }

    fn write(
        &self,
        call: &Invocation,
        files: &[WrittenFile],
        map: &Map,
        is_vietnamese: bool,
    ) -> Result<ExitStatus, ExitStatus> {
        let bytes = |file: &WrittenFile| (file.path.clone(), file.text.clone().into_bytes());
        // Only a score file is replaced, and only where that was asked for.
        let (old, mut new): (Vec<_>, Vec<_>) =
            files.iter().map(bytes).partition(|(path, _)| self.force && call.site.join(path).exists());
        if self.new_site {
            let language = if is_vietnamese { StarterLanguage::Vi } else { StarterLanguage::En };
            new.extend(beside(&[language]).into_iter().filter(|(path, _)| !call.site.join(path).exists()));
        }
        let written = match new.as_slice() {
            [(path, bytes)] => write_new(&call.site, path, bytes).map_err(|error| match error {
                FolderTaken::There => NotFilled::Holds(path.clone()),
                FolderTaken::Io(error) => NotFilled::Io(error),
            }),
            all => add_files(&call.site, all),
        };
        written.map_err(|error| match error {
            NotFilled::Holds(path) => told::is_there(call, &path),
            NotFilled::Io(error) => input::refused(call, &call.site, &error),
        })?;
        for (path, bytes) in &old {
            let path = call.site.join(path);
            replace(&path, bytes).map_err(|error| input::refused(call, &path, &error))?;
        }
        map.keep(call)?;
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        let told = told::written(call, &paths, self.new_site);
        Ok(report(call, &told, ["the score file was written", "đã ghi tệp điểm"]))
    }
}

/// The file of answers.
struct Map {
    path: PathBuf,
    /// As it was read, if it was there.
    before: Option<String>,
    answers: Answers,
    /// Those that it had.
    known: Answers,
    /// The questions of which what is usual was taken, since nobody could be asked. Such an answer is not kept.
    assumed: Vec<ImportQuestion>,
}

impl Map {
    fn read(call: &Invocation, path: PathBuf) -> Result<Self, ExitStatus> {
        let bytes = read_file(&path).map_err(|error| input::refused(call, &path, &error))?;
        let mut faults = Faults::default();
        let answers = bytes.as_deref().map(|bytes| map_file::read(bytes, &mut faults)).unwrap_or_default();
        if faults.errors() > 0 {
            let map = Self { path, before: None, known: Answers::default(), answers, assumed: Vec::new() };
            return Err(map.faulty(call, faults, bytes.unwrap_or_default()));
        }
        let before = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        Ok(Self { path, before, known: answers.clone(), answers, assumed: Vec::new() })
    }

    /// Refuses answers that the questions which are open do not take, each with its line and what can be answered.
    fn refuse_wrong(&self, call: &Invocation, questions: &[ImportQuestion]) -> Result<(), ExitStatus> {
        let Some(before) = &self.before else { return Ok(()) };
        let mut faults = Faults::default();
        map_file::wrong(before.as_bytes(), questions, &mut faults);
        if faults.errors() == 0 { Ok(()) } else { Err(self.faulty(call, faults, before.clone().into_bytes())) }
    }

    fn faulty(&self, call: &Invocation, faults: Faults, bytes: Vec<u8>) -> ExitStatus {
        let shown = self.path.strip_prefix(".").unwrap_or(&self.path).display().to_string();
        let tree = Tree { files: vec![File { path: shown, bytes }], ..Tree::default() };
        input::tell_of(call, faults, &tree, 1, Format::Human, ExitStatus::Faults)
    }

    /// Takes what is usual where nobody can be asked; the questions that have no usual answer stay open.
    fn assume(&mut self, questions: &[ImportQuestion]) -> Result<(), Vec<ImportQuestion>> {
        let open: Vec<ImportQuestion> =
            questions.iter().filter(|question| question.assumed.is_none()).cloned().collect();
        if !open.is_empty() {
            return Err(open);
        }
        for question in questions {
            if let Some((value, _)) = &question.assumed {
                self.answers.set(question.section, &question.key, value);
                self.assumed.push(question.clone());
            }
        }
        Ok(())
    }

    /// Writes what was answered meanwhile.
    fn keep(&self, call: &Invocation) -> Result<(), ExitStatus> {
        let mut answers = self.answers.clone();
        self.assumed.iter().for_each(|question| answers.forget(question.section, &question.key));
        if answers == self.known {
            return Ok(());
        }
        let text = map_file::written(self.before.as_deref(), &answers, index(call) == 1);
        let write = if self.before.is_some() { replace } else { create_new };
        write(&self.path, text.as_bytes()).map_err(|error| input::refused(call, &self.path, &error))
    }
}
