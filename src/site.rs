//! The whole line of stages, from trees in memory to a sink.

use rayon::prelude::*;

use crate::Sink;
use crate::assemble::{Wants, assemble};
use crate::checks;
use crate::content;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults, Outcome, Severity, codes};
use crate::model::{LangIdx, Place, Series, Site};
use crate::plan::{self, Handed, Planned, Stop, Unwritten};
use crate::rankings::{Rankings, rank};
use crate::render::{Engine, Theme};
use crate::report::model::Report;
use crate::report::news::news;
use crate::report::threads::Threads;
use crate::routes::Routes;
use crate::tree::{StaticFile, Tree};
use crate::words::Words;
use crate::writers::files::{FileSource, SiteFile};
use crate::writers::guides::GuideSource;
use crate::writers::html::frame::assets::Assets;
use crate::writers::html::frame::context::{Context, Job, Language, Spoken};
use crate::writers::html::pieces::scripts::row_scripts;
use crate::writers::html::pieces::search_index::search_scripts;
use crate::writers::html::pieces::side_by_side::edition_scripts;
use crate::writers::tables::TableSource;

/// What the caller wants of a build.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Whether drafts are built.
    pub drafts: bool,
    /// Whether warnings prevent the build.
    pub strict: bool,
    /// Where the site will stand, in place of what site.yaml says.
    pub url: Option<String>,
}

/// What is known of the content once it is read, ranked and checked.
pub struct Examined {
    /// The publication.
    pub(crate) series: Series,
    /// What was computed of it.
    pub(crate) rankings: Rankings,
    /// Whether some of the content could not be read: of what the site would not have then it is not said that it is gone.
    unread: bool,
}

/// What a build wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Editions.
    pub editions: usize,
    /// Pages in all languages.
    pub pages: usize,
    /// Other files.
    pub files: usize,
}

/// What became of a build.
pub struct Built {
    /// What is known of the content; none where site.yaml or units.yaml could not be read.
    pub examined: Option<Examined>,
    /// What was handed to the sink; none where something is wrong that prevents it.
    pub summary: Option<Summary>,
    /// Everything that is wrong.
    pub faults: Faults,
}

impl Built {
    /// Adds the faults of editions that would vanish from a published site of those paths, but for those that may go. Of a
    /// content with errors it is not known what its site would have.
    pub(crate) fn tell_vanished<'p>(&mut self, published: impl Iterator<Item = &'p str>, removed: &[String]) {
        let Some(examined) = self.examined.as_ref().filter(|_| self.faults.errors() == 0) else { return };
        plan::vanished(published, &examined.series, removed).into_iter().for_each(|fault| self.faults.push(fault));
    }
}

/// Reads, ranks and checks the content; nothing is written.
#[must_use]
pub fn examine(content: &Tree, options: &Options) -> Outcome<Examined> {
    #[cfg(test)]
    tests::note_examination();
    let mut faults = Faults::default();
    let read = content::read(content, &mut faults);
    let series = assemble(&read, Wants { drafts: options.drafts }, &mut faults);
    drop(read);
    let unread =
        faults.as_slice().iter().any(|fault| fault.code.severity == Severity::Error && !is_of_page(content, fault));
    let value = series.map(|series| {
        let rankings = rank(&series);
        checks::check(&series, &rankings, &mut faults);
        Examined { series, rankings, unread }
    });
    Outcome { value, faults }
}

/// Whether a fault is a misspelt key of a page, on which no link and no path rests.
fn is_of_page(content: &Tree, fault: &Diagnostic) -> bool {
    let file = fault.place.and_then(|place| content.files.get(place.file as usize));
    let is_page = file.is_some_and(|file| file.path.starts_with("content/pages/"));
    let is_alias = fault.words.iter().any(|(name, key)| *name == "near" && key == "aliases");
    is_page && fault.code.id == codes::shape::KEY_UNKNOWN.id && !is_alias
}

/// The name of the theme folder that site.yaml asks for, if it can be read.
#[must_use]
pub(crate) fn theme_of(content: &Tree) -> Option<ThemeAsked> {
    let site = site_of(content)?;
    let (file, _) = (0..).zip(&content.files).find(|(_, file)| file.path == SITE)?;
    let place = site.theme_place.map(|place| Place { file, ..place });
    Some(ThemeAsked { name: site.theme?, place })
}

/// The path below which the site will stand, with a slash at both ends, if site.yaml can be read and says so.
#[must_use]
pub(crate) fn path_of(content: &Tree) -> Option<String> {
    let site = site_of(content)?;
    site.url.as_ref()?;
    Some(Routes::new(&site, None).base_path().to_owned())
}

/// The file of the publication.
const SITE: &str = "content/site.yaml";

/// The theme that site.yaml asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ThemeAsked {
    /// The name of its folder.
    pub(crate) name: String,
    /// Where site.yaml names it.
    pub(crate) place: Option<Place>,
}

/// site.yaml alone, as far as it can be read; its faults are told with those of the other files.
fn site_of(content: &Tree) -> Option<Site> {
    let only: Vec<_> = content.files.iter().filter(|f| f.path == SITE).cloned().collect();
    let tree = Tree { files: only, ..Tree::default() };
    content::read(&tree, &mut Faults::default()).site
}

/// Builds the site of a content and a theme into a sink; nothing is handed over while anything is wrong.
///
/// # Errors
/// When the machine refuses while the site is written.
pub fn build(content: &Tree, theme: &Tree, options: &Options, sink: &impl Sink) -> Result<Built, Unwritten> {
    let mut prepared = prepare(content, theme, options, languages);
    let mut faults = std::mem::take(&mut prepared.faults);
    let written = planned(&mut prepared, content, options, |planned, found| {
        faults.extend(found);
        if faults.errors() > 0 || (options.strict && faults.warnings() > 0) { None } else { Some(planned.write(sink)) }
    });
    let summary = match written.flatten() {
        Some(Ok(Handed { pages, files })) => {
            let editions = prepared.examined.as_ref().map_or(0, |examined| examined.series.editions.len());
            Some(Summary { editions, pages, files })
        }
        Some(Err(Stop::Templates(broken))) => {
            broken.iter().for_each(|fault| faults.push(prepared.theme.fault(fault)));
            None
        }
        Some(Err(Stop::Machine(unwritten))) => return Err(unwritten),
        None => None,
    };
    Ok(Built { examined: prepared.examined, summary, faults })
}

/// What is known of a content and a theme before the files of their site are planned.
pub(crate) struct Prepared {
    /// What is known of the content; none where site.yaml or units.yaml could not be read.
    pub(crate) examined: Option<Examined>,
    /// The theme, with the one built in below it.
    pub(crate) theme: Theme,
    /// The languages of the site; none where the theme cannot be relied on.
    languages: Vec<Spoken>,
    /// What is wrong with both.
    pub(crate) faults: Faults,
}

/// Reads a content and a theme as far as the checks; `speak` makes the languages, and tells faults of templates and phrases.
#[must_use]
pub(crate) fn prepare(
    content: &Tree,
    theme: &Tree,
    options: &Options,
    speak: impl FnOnce(&[String], &Theme, &mut Faults) -> Vec<Spoken> + Send,
) -> Prepared {
    let theme = Theme::new(theme, content.n_files());
    let tags = site_of(content).map(|site| site.languages).unwrap_or_default();
    let mut found = Faults::default();
    theme.tell_conflicts(&mut found);
    let (examined, languages) = if found.errors() > 0 {
        // Of a theme in which two versions stand nothing can be relied on.
        (examine(content, options), Vec::new())
    } else {
        rayon::join(|| examine(content, options), || speak(&tags, &theme, &mut found))
    };
    let Outcome { value: examined, mut faults } = examined;
    faults.extend(found);
    Prepared { examined, theme, languages, faults }
}

/// Plans all files of the site of what was prepared, and hands them on with what is wrong among them; nothing where there
/// is nothing that could be planned. The languages are taken out of what was prepared.
pub(crate) fn planned<R>(
    prepared: &mut Prepared,
    content: &Tree,
    options: &Options,
    then: impl FnOnce(Planned<'_, '_>, Faults) -> R,
) -> Option<R> {
    let languages = std::mem::take(&mut prepared.languages);
    let Prepared { examined, theme, .. } = &*prepared;
    let Some(Examined { series, rankings, unread }) = examined else { return None };
    if languages.is_empty() {
        return None;
    }
    let routes = Routes::new(&series.site, options.url.as_deref());
    let statics = content.statics.iter().filter(|file| !series.kept_back.contains(&file.path)).cloned();
    let statics: Vec<StaticFile> = statics.collect();
    let report = Report::of(series, rankings);
    let threads = Threads::of(&report);
    let languages: Vec<Language> = languages.into_par_iter().map(|language| language.of(&report)).collect();
    let tables = plan::tables(TableSource { series, rankings, words: &languages[0].words });
    let offered = plan::offered(series, &tables);
    let voices = languages.iter().map(|language| language.voice(&report)).collect();
    let source = FileSource { voices, routes: &routes, tables: &tables, offered: &offered, content: &content.files };
    let kinds = plan::files(&source);
    let files = kinds.iter().flatten().filter_map(SiteFile::offered).collect();
    let assets = Assets::of(&theme.assets);
    let mut context = Context {
        report: &report,
        threads,
        routes: &routes,
        languages: &languages,
        offered: &offered,
        files,
        assets,
        has_news: !news(&report).is_empty(),
    };
    let scripts = [search_scripts(&context), row_scripts(&context), edition_scripts(&context)];
    for (name, script) in scripts.into_iter().flatten() {
        context.assets.add(&name, script);
    }
    let jobs = plan::pages(&context);
    let pages = jobs.iter().map(Job::record).collect();
    let guides = GuideSource { context: &context, pages, statics: &statics };
    let kinds: Vec<Vec<SiteFile<'_>>> = kinds.into_iter().chain([plan::guides(&guides)]).collect();
    let planned = Planned { context: &context, jobs: &jobs, tables: &tables, kinds, statics: &statics };
    let mut faults = Faults::default();
    if !unread {
        plan::check(&planned, &mut faults);
    }
    Some(then(planned, faults))
}

/// The languages of the site with their words and templates, made side by side; faults of templates are told.
pub(crate) fn languages(tags: &[String], theme: &Theme, faults: &mut Faults) -> Vec<Spoken> {
    let indices: Vec<LangIdx> = (0..tags.len()).map(LangIdx).collect();
    let speak = |&index: &LangIdx| {
        let mut faults = Faults::default();
        let words = words(&tags[index.0], tags, theme, &mut faults);
        (index, words, faults)
    };
    let (engine, spoken) = rayon::join(
        || Engine::silent(&theme.templates),
        || indices.par_iter().map(speak).collect::<Vec<(LangIdx, Option<Words>, Faults)>>(),
    );
    let mut chosen: Vec<(LangIdx, Words)> = Vec::new();
    for (index, words, found) in spoken {
        faults.extend(found);
        chosen.extend(words.map(|words| (index, words)));
    }
    let language = |(index, words): (LangIdx, Words), engine: &Engine| {
        let (tag, engine) = (tags[index.0].clone(), engine.speaking(words.clone()));
        Spoken { index, tag, words, engine }
    };
    let languages = match &engine {
        Ok(engine) => chosen.into_par_iter().map(|one| language(one, engine)).collect(),
        Err(_) => Vec::new(),
    };
    engine.err().into_iter().flatten().for_each(|fault| faults.push(theme.fault(&fault)));
    languages
}

/// The words of a language: its own, or those of the first language of the site that has some.
fn words(tag: &str, tags: &[String], theme: &Theme, faults: &mut Faults) -> Option<Words> {
    if let Some(words) = load(tag, theme, faults) {
        return Some(words);
    }
    let others = tags.iter().map(String::as_str).chain(["en"]);
    let (instead, words) = others.filter_map(|other| Some((other, load(other, theme, faults)?))).next()?;
    let fault = Diagnostic::new(&sense::LANGUAGE_WITHOUT_WORDS, None).with("path", "content/site.yaml");
    faults.push(fault.with("language", tag).with("instead", instead));
    Some(words.named(tag))
}

/// The words of a language, as a theme folder and the built-in theme have them; `first` is the position of the folder's
/// first file among all files that faults can name.
#[must_use]
pub(crate) fn words_of(tag: &str, series: &Series, theme: &Tree, first: u32, faults: &mut Faults) -> Option<Words> {
    let words = words(tag, &series.site.languages, &Theme::new(theme, first), faults)?;
    let noun = series.site.noun_in(words.tag());
    Some(words.calling(noun))
}

/// The words of a tag, or of its language without region, those of the theme over those built in.
fn load(tag: &str, theme: &Theme, faults: &mut Faults) -> Option<Words> {
    let primary = tag.split('-').next().unwrap_or(tag);
    let name = [tag, primary].into_iter().find(|name| theme.languages.iter().any(|(t, ..)| t == name))?;
    let mut words = None;
    let mut files = theme.languages.iter().filter(|(t, ..)| t == name).peekable();
    let first = files.peek().map(|(.., file)| *file)?;
    for (_, text, file) in files {
        let known = file.and_then(|_| words.clone().or_else(|| load(BUILT_IN, theme, &mut Faults::default())));
        words = Words::load(file.unwrap_or(NO_FILE), text, words, known.as_ref(), faults);
    }
    let words = words?.tagged(tag);
    // A language that only a theme has may leave phrases out: they are those of a language built in.
    match first {
        Some(file) => Some(completed(words, tag, file, theme, faults)),
        None => Some(words),
    }
}

/// Words of a theme with what they leave out from a language built in; that is told. They are in the language of most of
/// the phrases.
fn completed(mut words: Words, tag: &str, file: u32, theme: &Theme, faults: &mut Faults) -> Words {
    let Some(whole) = load(BUILT_IN, theme, faults) else { return words };
    let missing = words.fill_from(&whole);
    if let Some(example) = missing.first() {
        let fault = Diagnostic::new(&sense::PHRASES_MISSING, Place::whole(file));
        let fault = fault.with("language", tag).with("n", missing.len()).with("example", example);
        faults.push(fault.with("instead", BUILT_IN));
    }
    let is_most = missing.len() * 2 > words.keys().count();
    if is_most { words.tagged(BUILT_IN) } else { words }
}

/// The file that the words built in are read as: none of a tree, since a fault in them would be one of the program.
const NO_FILE: u32 = u32::MAX;

/// The language whose words stand in for those that a theme leaves out.
const BUILT_IN: &str = "en";

#[cfg(test)]
pub(crate) mod tests;
