//! The content on the desk of whoever adds to it: found, changed, checked, written and shown.

use crate::commands::edited::{examined, with};
use crate::commands::input::{self, Input, tell};
use crate::commands::streams::{refuse, report};
use crate::commands::{ExitStatus, Invocation};
use crate::content::{self, Content, UnitsFile, composed, text_value};
use crate::diagnostics::print::Format;
use crate::diagnostics::{Diagnostic, Faults, Severity};
use crate::model::{Site, Text};
use crate::publish::{ReplacedFile, replace_same};
use crate::tree::Tree;
use crate::yaml::{NoPlace, Yaml};

use super::Dialogue;

/// Why nothing was added.
pub(super) enum NotAdded {
    /// In English and Vietnamese.
    Because([String; 2]),
    /// It was told already.
    Told(ExitStatus),
}

impl From<[String; 2]> for NotAdded {
    fn from(words: [String; 2]) -> Self {
        Self::Because(words)
    }
}

/// The content that is added to.
pub(super) struct EditDesk<'c> {
    call: &'c Invocation,
    input: &'c Input,
    pub(super) content: Content,
    faults: Vec<Diagnostic>,
}

/// A file with an entry more: how it was, and how it is after each step.
pub(super) struct Edited {
    pub(super) path: String,
    pub(super) steps: Vec<String>,
}

impl<'c> EditDesk<'c> {
    /// The content; its faults are told where nobody can know its languages and units.
    pub(super) fn of(call: &'c Invocation, input: &'c Input) -> Result<Self, NotAdded> {
        let content = content::read(&input.content, &mut Faults::default());
        let faults = examined(&input.content).faults;
        if content.site.is_none() || content.units.is_none() {
            return Err(NotAdded::Told(tell(call, faults, input, Format::Human, ExitStatus::Faults)));
        }
        Ok(Self { call, input, content, faults: faults.as_slice().to_vec() })
    }

    pub(super) fn site(&self) -> Result<&Site, NotAdded> {
        self.content.site.as_ref().ok_or(NotAdded::Told(ExitStatus::Faults))
    }

    pub(super) fn units(&self) -> Result<&UnitsFile, NotAdded> {
        self.content.units.as_ref().ok_or(NotAdded::Told(ExitStatus::Faults))
    }

    /// Changes the text of a file by a function.
    pub(super) fn change(
        &self,
        path: &str,
        text: &str,
        add: impl FnOnce(&Yaml<'_>) -> Result<String, NoPlace>,
    ) -> Result<String, NotAdded> {
        let yaml = Yaml::parse(0, text, &mut Faults::default());
        if yaml.is_broken() {
            let mut faults = Faults::default();
            self.faults.iter().for_each(|fault| faults.push(fault.clone()));
            return Err(NotAdded::Told(tell(self.call, faults, self.input, Format::Human, ExitStatus::Faults)));
        }
        add(&yaml).map_err(|why| no_place(path, why))
    }

    /// The text of a file.
    pub(super) fn text(&self, path: &str) -> Result<&str, NotAdded> {
        let file = (0..).zip(&self.input.content.files).find(|(_, file)| file.path == path);
        let missing = || [format!("there is no {path}"), format!("không có {path}")];
        Ok(self.input.content.text(file.ok_or_else(missing)?.0))
    }

    /// A text in the first language of the site and in others, as it is written. `given` are those in the first, in English
    /// and in Vietnamese; those in other languages are asked for.
    pub(super) fn words(
        &self,
        dialogue: &mut Dialogue<'_>,
        option: &'static str,
        given: [Option<&str>; 3],
        what: [&str; 2],
    ) -> Result<String, NotAdded> {
        let languages = &self.site()?.languages;
        let [plain, own @ ..] = given;
        for (tag, text) in ["en", "vi"].into_iter().zip(own) {
            if text.is_some() && !languages.iter().any(|known| is_of(known, tag)) {
                let all = languages.join(", ");
                return Err(NotAdded::Because([
                    format!("the site is not in `{tag}` but in {all}: leave {option}-{tag} out"),
                    format!("trang không có tiếng `{tag}` mà có {all}: hãy bỏ {option}-{tag}"),
                ]));
            }
        }
        let mut texts: Vec<Option<Box<str>>> = Vec::new();
        for (i, language) in languages.iter().enumerate() {
            let known = ["en", "vi"].iter().zip(own).find(|(tag, _)| is_of(language, tag)).and_then(|(_, text)| text);
            let [english, vietnamese] = what;
            let is_only = languages.len() == 1;
            let question = if is_only {
                [english.to_owned(), vietnamese.to_owned()]
            } else {
                [format!("{english} ({language})"), format!("{vietnamese} ({language})")]
            };
            let question = [question[0].as_str(), question[1].as_str()];
            let text = match i {
                0 => Some(dialogue.need(option, plain.or(known), question)),
                _ => dialogue.may(known, question),
            };
            texts.push(text.map(|text| composed(&text)).filter(|text| !text.is_empty()).map(Into::into));
        }
        Ok(text_value(&Text::new(texts), languages))
    }

    /// Checks a file with an entry more, writes it and shows what is new; told where the entry brings an error.
    pub(super) fn put(&self, edited: Edited) -> Result<ExitStatus, NotAdded> {
        let Edited { path, steps } = edited;
        let before = self.text(&path)?;
        let after = steps.last().map_or(before, String::as_str);
        let content = with(&self.input.content, &path, after.as_bytes());
        let found = examined(&content).faults;
        let new = new_faults(&self.faults, &found);
        let told = |end| {
            let shown = Input { content: content.clone(), theme: Tree::default(), faults: Faults::default() };
            tell(self.call, new.clone(), &shown, Format::Human, end)
        };
        if new.errors() > 0 {
            told(ExitStatus::Faults);
            let [english, vietnamese] = ["nothing was written", "chưa ghi gì"];
            let end = refuse(self.call, ExitStatus::Faults, english.to_owned(), vietnamese.to_owned());
            return Err(NotAdded::Told(end));
        }
        let target = self.call.site.join(&path);
        match replace_same(&target, before.as_bytes(), after.as_bytes()) {
            Ok(ReplacedFile::Yes) => {}
            Ok(ReplacedFile::Changed) => {
                return Err(NotAdded::Because([
                    format!("{path} was changed meanwhile; nothing was written"),
                    format!("{path} vừa bị thay đổi; chưa ghi gì"),
                ]));
            }
            Err(error) => return Err(NotAdded::Told(input::refused(self.call, &target, &error))),
        }
        if !new.as_slice().is_empty() {
            told(ExitStatus::Done);
        }
        let mut shown = format!("{path}\n");
        let all: Vec<&str> = std::iter::once(before).chain(steps.iter().map(String::as_str)).collect();
        all.windows(2).for_each(|pair| shown.push_str(&changed_lines(pair[0], pair[1])));
        Ok(report(self.call, &shown, ["the entry was written", "đã ghi mục mới"]))
    }
}

/// Whether a language of a site is one, in whatever region.
fn is_of(language: &str, tag: &str) -> bool {
    language.split('-').next() == Some(tag)
}

/// Why a file cannot be added to.
fn no_place(path: &str, why: NoPlace) -> NotAdded {
    NotAdded::Because(match why {
        NoPlace::Alias => [
            format!(
                "what would change in {path} is written by an alias (`*`), and stands elsewhere too: write it out first"
            ),
            format!(
                "chỗ cần sửa trong {path} dùng bí danh (`*`) nên còn dùng ở nơi khác: trước hết hãy viết ra đầy đủ"
            ),
        ],
        NoPlace::Missing | NoPlace::Layout => [
            format!("{path} is laid out in a way that is not understood; write the entry by hand"),
            format!("không hiểu cách trình bày của {path}; hãy tự ghi mục này"),
        ],
    })
}

/// The faults that were not there before.
fn new_faults(before: &[Diagnostic], found: &Faults) -> Faults {
    let mut known: Vec<&Diagnostic> = before.iter().collect();
    let mut new = Faults::default();
    let mut all: Vec<&Diagnostic> = found.as_slice().iter().collect();
    all.sort_by_key(|fault| fault.code.severity == Severity::Warning);
    for fault in all {
        match known.iter().position(|other| other.code.id == fault.code.id && other.words == fault.words) {
            Some(at) => drop(known.swap_remove(at)),
            None => new.push(fault.clone()),
        }
    }
    new
}

/// The lines that two texts do not share, those of the old one with `-`, those of the new one with `+`.
fn changed_lines(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let before = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let rest = old.len().min(new.len()) - before;
    let behind = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(old, new)| old == new).count();
    let gone = old[before..old.len() - behind].iter().map(|line| format!("- {line}\n"));
    gone.chain(new[before..new.len() - behind].iter().map(|line| format!("+ {line}\n"))).collect()
}
