//! The site as it is now: planned once after each change, each file of it made when it is asked for.

use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender};
use std::sync::{Arc, atomic};
use std::time::Duration;

use super::known_languages::KnownLanguages;
use super::news::NewsBoard;
use super::notice::{NoPage, Notice, NoticeKind, page_of, with_script};
use super::reply::Reply;
use super::site_files::SiteFiles;
use crate::diagnostics::{CliLanguage, Faults};
use crate::site::{Options, Prepared, path_of, planned, prepare};
use crate::tree::Tree;
use crate::writers::written::WrittenData;

/// The input of a site.
#[derive(Clone, Debug, Default)]
pub(crate) struct ReadInput {
    /// The content folder.
    pub(crate) content: Tree,
    /// The theme folder.
    pub(crate) theme: Tree,
    /// What is wrong with them already.
    pub(crate) faults: Faults,
}

impl ReadInput {
    /// All files that faults can name.
    fn files(&self) -> Tree {
        let mut files = self.content.clone();
        files.append(self.theme.clone());
        files
    }
}

/// What the thread that holds the site waits for.
pub(super) enum Message {
    /// The input changed.
    Changed,
    /// A browser wants a file.
    Asked(Asked),
}

/// A file that a browser wants.
pub(super) struct Asked {
    /// Its path below that of the site, decoded.
    pub(super) path: String,
    /// Takes the answer.
    pub(super) answer: SyncSender<Reply>,
}

/// What is told of a change to whoever started the preview.
pub(crate) enum PreviewEvent<'n> {
    /// The input is read again.
    Reading,
    /// The site shows the input as it is now, of which this is to be known.
    Shown(Option<&'n Notice>),
    /// The input has errors, and the site shows what it was before.
    Kept(&'n Notice),
}

/// Where a preview stands, and in what language it tells faults.
#[derive(Clone, Debug)]
pub(crate) struct Stand {
    /// The server: `http://127.0.0.1:8000`.
    pub(crate) origin: String,
    /// The path of the site, with a slash at both ends.
    pub(crate) base: String,
    /// The language of the messages.
    pub(crate) language: CliLanguage,
}

/// Holds a site, and answers for it.
pub(crate) struct LiveSite<R, T> {
    /// Reads the input; else says why it cannot be read.
    read: R,
    /// Takes what becomes of a change.
    tell: T,
    stand: Stand,
    shared: Shared,
    languages: KnownLanguages,
    /// Sizes of the files for machines, as they were made last.
    sizes: Option<Arc<WrittenData>>,
}

/// For how long nobody asks for anything before sizes are made anew.
const IDLE: Duration = Duration::from_millis(300);

/// What a site shares with its server.
pub(crate) struct Shared {
    pub(super) news: Arc<NewsBoard>,
    pub(super) messages: Receiver<Message>,
    /// Whether a change was told that nobody has looked at yet.
    pub(super) is_changed: Arc<atomic::AtomicBool>,
}

/// What was found when the input was looked at.
enum Looked {
    /// A site that can be planned.
    Fine(Box<(ReadInput, Prepared)>),
    /// Something that prevents it.
    Wrong(Notice),
}

impl<R, T> LiveSite<R, T>
where
    R: FnMut() -> Result<ReadInput, String>,
    T: FnMut(PreviewEvent<'_>),
{
    /// A site with what it shares with its server.
    pub(crate) fn new(shared: Shared, stand: Stand, read: R, tell: T) -> Self {
        Self { read, tell, stand, shared, languages: KnownLanguages::default(), sizes: None }
    }

    /// Answers until nobody can ask any more.
    pub(crate) fn run(mut self) {
        let mut next = Some(self.look());
        while let Some(looked) = next {
            next = match looked {
                Looked::Fine(input) => self.show(*input),
                Looked::Wrong(notice) => self.without_site(&notice),
            };
        }
    }

    /// Reads the input and examines it.
    fn look(&mut self) -> Looked {
        (self.tell)(PreviewEvent::Reading);
        self.shared.is_changed.store(false, atomic::Ordering::SeqCst);
        let language = self.stand.language;
        let mut input = match (self.read)() {
            Ok(input) => input,
            Err(why) => return Looked::Wrong(Notice::unread(why, language)),
        };
        let options = self.options(&input.content);
        let known = &mut self.languages;
        let mut prepared = prepare(&input.content, &input.theme, &options, |tags, theme, faults| {
            known.of(tags, &input.theme, theme, faults)
        });
        prepared.faults.extend(std::mem::take(&mut input.faults));
        if prepared.faults.errors() == 0 {
            return Looked::Fine(Box::new((input, prepared)));
        }
        let notice = Notice::of(prepared.faults, &input.files(), NoticeKind::Before, language);
        Looked::Wrong(notice.unwrap_or_else(|| Notice::unread(String::new(), language)))
    }

    /// Drafts are shown; a site that says where it will stand is shown as if it stood here.
    fn options(&self, content: &Tree) -> Options {
        let Stand { origin, base, language: _ } = &self.stand;
        Options { drafts: true, strict: false, url: path_of(content).map(|_| format!("{origin}{base}")) }
    }

    /// Answers with the site of an input until there is another one that can be shown; `None` when nobody can ask any more.
    fn show(&mut self, (input, mut prepared): (ReadInput, Prepared)) -> Option<Looked> {
        let (files, options, language) = (input.files(), self.options(&input.content), self.stand.language);
        let mut faults = std::mem::take(&mut prepared.faults);
        let theme = prepared.theme.clone();
        let next = planned(&mut prepared, &input.content, &options, |planned, found| {
            faults.extend(found);
            let kind = if faults.errors() > 0 { NoticeKind::Unpublished } else { NoticeKind::Remarks };
            let notice = Notice::of(faults, &files, kind, language);
            (self.tell)(PreviewEvent::Shown(notice.as_ref()));
            self.shared.news.tell(true, notice);
            let told = |fault: &_| {
                let mut faults = Faults::default();
                faults.push(theme.fault(fault));
                let notice = Notice::of(faults, &files, NoticeKind::Unpublished, language);
                notice.map(|notice| notice.text().to_owned()).unwrap_or_default()
            };
            let mut site = SiteFiles::of(&planned, self.sizes.take(), &told, language);
            let next = self.answer_from(&mut site);
            self.sizes = Some(site.sizes());
            next
        });
        // Without a language that has words there are no pages.
        next.unwrap_or_else(|| self.without_site(&Notice::unread(String::new(), language)))
    }

    /// Answers with a planned site until there is another one.
    fn answer_from(&mut self, site: &mut SiteFiles<'_, '_, '_>) -> Option<Looked> {
        loop {
            let message = if site.is_behind() {
                self.shared.messages.recv_timeout(IDLE)
            } else {
                self.shared.messages.recv().map_err(RecvTimeoutError::from)
            };
            match message {
                Err(RecvTimeoutError::Timeout) => site.catch_up(),
                Err(RecvTimeoutError::Disconnected) => return None,
                Ok(Message::Asked(asked)) => {
                    let made = self.shared.news.newest().made;
                    let answer = site.answer(&asked.path, |page| with_script(page, &self.stand.base, made));
                    let _ = asked.answer.send(answer);
                }
                Ok(Message::Changed) => match self.look() {
                    Looked::Wrong(notice) => {
                        (self.tell)(PreviewEvent::Kept(&notice));
                        self.shared.news.tell(false, Some(notice));
                    }
                    fine @ Looked::Fine(_) => return Some(fine),
                },
            }
        }
    }

    /// Tells on every page why there is none, until the input changes.
    fn without_site(&mut self, notice: &Notice) -> Option<Looked> {
        (self.tell)(PreviewEvent::Kept(notice));
        let page = page_of(NoPage::Site, notice.text(), self.stand.language);
        self.shared.news.tell(true, None);
        loop {
            match self.shared.messages.recv().ok()? {
                Message::Changed => return Some(self.look()),
                Message::Asked(asked) => {
                    let made = self.shared.news.newest().made;
                    let _ = asked.answer.send(Reply::page(500, with_script(page.clone(), &self.stand.base, made)));
                }
            }
        }
    }
}
