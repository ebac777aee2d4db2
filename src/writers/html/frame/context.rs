//! What every page is written from, and the page being written.

use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Column, Edition, EditionGroup, EditionIdx, LangIdx, Place, Scheme, Series, Text, UnitIdx};
use crate::render::{Engine, Html, TemplateFault};
use crate::report::model::Report;
use crate::report::order::ReportOrder;
use crate::report::threads::Threads;
use crate::routes::{Route, Routes};
use crate::say::alphabet::alphabet;
use crate::say::sentence::Sentence;
use crate::say::voice::Voice;
use crate::words::Words;
use crate::writers::files::OfferedFile;
use crate::writers::html::frame::assets::Assets;
use crate::writers::html::frame::listed::is_listed;
use crate::writers::html::frame::sentence;
use crate::writers::tables::Offered;
use crate::writers::written::{PageRecord, WrittenData};

/// Everything that pages are written from; nothing in it changes while they are.
pub(crate) struct Context<'a> {
    /// What is told.
    pub(crate) report: &'a Report<'a>,
    /// Every criterion of every group through all editions.
    pub(crate) threads: Threads<'a>,
    /// Makes addresses.
    pub(crate) routes: &'a Routes,
    /// The languages of the site, the first at the root.
    pub(crate) languages: &'a [Language],
    /// The tables for machines, which pages offer.
    pub(crate) offered: &'a [Offered],
    /// The files beside pages and tables that pages offer.
    pub(crate) files: Vec<OfferedFile>,
    /// Style sheets, scripts and the like.
    pub(crate) assets: Assets,
    /// Whether there is news for a feed.
    pub(crate) has_news: bool,
}

/// One language of the site.
pub(crate) struct Language {
    /// Its position in the site's languages.
    pub(crate) index: LangIdx,
    /// Its BCP 47 tag.
    pub(crate) tag: String,
    /// Its phrases, numbers, dates and order.
    pub(crate) words: Words,
    /// The templates, speaking it.
    pub(crate) engine: Engine,
    /// Everything that is listed, in its order.
    pub(crate) order: ReportOrder,
}

/// A language that can be spoken, before it is known of what.
#[derive(Clone)]
pub(crate) struct Spoken {
    /// Its position in the site's languages.
    pub(crate) index: LangIdx,
    /// Its BCP 47 tag.
    pub(crate) tag: String,
    /// Its phrases, numbers, dates and order.
    pub(crate) words: Words,
    /// The templates, speaking it.
    pub(crate) engine: Engine,
}

impl Spoken {
    /// The language with what a report lists, in its order.
    pub(crate) fn of(self, report: &Report<'_>) -> Language {
        let Self { index, tag, words, mut engine } = self;
        let noun = report.series.site.noun_in(words.tag());
        let words = words.calling(noun);
        if noun.is_some() {
            engine = engine.speaking(words.clone());
        }
        let order = ReportOrder::of(report, alphabet(report, &words, index));
        Language { index, tag, words, engine, order }
    }
}

impl Language {
    /// Whether its pages speak it: not where the site has no words in it, and shows those of another language.
    pub(crate) fn is_spoken(&self) -> bool {
        self.words.tag() == self.tag
    }

    /// Speaks a report in it.
    pub(crate) fn voice<'v>(&'v self, report: &'v Report<'v>) -> Voice<'v> {
        let Self { index, words, order, .. } = self;
        Voice { report, order, words, language: *index }
    }
}

impl Context<'_> {
    /// Speaks the report in a language.
    pub(crate) fn voice<'c>(&'c self, language: &'c Language) -> Voice<'c> {
        language.voice(self.report)
    }

    /// The feed of a language: only of a site that says where it will stand, and has news.
    pub(crate) fn feed(&self, language: &Language) -> Option<String> {
        (self.has_news && self.routes.url().is_some()).then(|| self.routes.feed(language.index))
    }
}

/// What writes one page: given what is known of the files for machines and a buffer, fills it.
type Write<'a> = Box<dyn Fn(&Arc<WrittenData>, &mut Vec<u8>) -> Result<(), TemplateFault> + Send + Sync + 'a>;

/// A page to be written: its file, and how.
pub(crate) struct Job<'a> {
    /// Its file, relative to the site.
    pub(crate) file: String,
    /// Its address.
    pub(crate) route: Route<'a>,
    /// Its language.
    pub(crate) language: LangIdx,
    /// Whether search engines may list it.
    pub(crate) is_listed: bool,
    /// Where an editor gave it its address; none where it follows from what the site is about.
    pub(crate) place: Option<Place>,
    /// Fills a buffer with its bytes.
    pub(crate) write: Write<'a>,
}

impl<'a> Job<'a> {
    /// A page of a kind, by its address, language and view.
    pub(crate) fn new<V: Serialize>(
        context: &'a Context<'a>,
        language: &'a Language,
        route: Route<'a>,
        template: &'static str,
        view: impl Fn(&Page<'a>) -> V + Send + Sync + 'a,
    ) -> Self {
        Self::tried(context, language, route, template, move |page| Ok(view(page)))
    }

    /// A page whose view holds what a theme writes, so that it can fail.
    pub(crate) fn tried<V: Serialize>(
        context: &'a Context<'a>,
        language: &'a Language,
        route: Route<'a>,
        template: &'static str,
        view: impl Fn(&Page<'a>) -> Result<V, TemplateFault> + Send + Sync + 'a,
    ) -> Self {
        let write: Write<'a> = Box::new(move |data, out| {
            let page = Page { data: Arc::clone(data), ..Page::new(context, language, route) };
            language.engine.render_to(template, &view(&page)?, out)
        });
        let (file, is_listed) = (context.routes.file(route, language.index), is_listed(context.voice(language), route));
        Self { file, route, language: language.index, is_listed, place: None, write }
    }

    /// What other files name of the page.
    pub(crate) fn record(&self) -> PageRecord<'_> {
        PageRecord { file: &self.file, route: self.route, language: self.language, is_listed: self.is_listed }
    }
}

/// The page being written: what is known, the language it speaks, and where it lies.
pub(crate) struct Page<'a> {
    /// Everything that pages are written from.
    pub(crate) context: &'a Context<'a>,
    /// Its language.
    pub(crate) language: &'a Language,
    /// Speaks it.
    pub(crate) voice: Voice<'a>,
    /// Its address.
    pub(crate) route: Route<'a>,
    /// Its file, relative to the site.
    pub(crate) file: String,
    /// The files for machines, which are written before any page.
    pub(crate) data: Arc<WrittenData>,
}

impl<'a> Page<'a> {
    /// A page of that address, which knows of no file yet.
    pub(crate) fn new(context: &'a Context<'a>, language: &'a Language, route: Route<'a>) -> Self {
        let (voice, file) = (context.voice(language), context.routes.file(route, language.index));
        Self { context, language, voice, route, file, data: Arc::default() }
    }

    /// A big table: as the theme's own fragment writes it, else by typed code.
    ///
    /// # Errors
    /// When the fragment of the theme does not work.
    pub(crate) fn fragment<V: Serialize>(
        &self,
        name: &str,
        view: &V,
        typed: impl Fn(&V) -> Html,
    ) -> Result<Html, TemplateFault> {
        self.language.engine.fragment(name, view).unwrap_or_else(|| Ok(typed(view)))
    }

    /// What is told.
    pub(crate) fn report(&self) -> &'a Report<'a> {
        self.voice.report
    }

    /// The phrases of its language.
    pub(crate) fn words(&self) -> &'a Words {
        self.voice.words
    }

    /// The publication.
    pub(crate) fn series(&self) -> &'a Series {
        self.voice.series()
    }

    /// A phrase of its language.
    pub(crate) fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.voice.say(key, args)
    }

    /// A phrase that depends on a count.
    pub(crate) fn say_n(&self, key: &str, n: usize, args: &[(&str, &str)]) -> String {
        self.voice.say_n(key, n, args)
    }

    /// A text of the publisher in its language, or in the one that there is.
    pub(crate) fn text<'t>(&self, text: &'t Text) -> &'t str {
        self.voice.text(text)
    }

    /// The same, owned.
    pub(crate) fn text_of(&self, text: &Text) -> String {
        self.voice.text_of(text)
    }

    /// A text of the publisher as HTML, marked where it is in another language than the page.
    pub(crate) fn html(&self, text: &Text) -> Html {
        sentence::text(self.voice, text)
    }

    /// The name of a criterion, or of the total.
    pub(crate) fn column_name(&self, scheme: &Scheme, column: Column) -> Html {
        let criterion = scheme.criterion(column);
        criterion.map_or_else(|| Html::text(&self.say("table.total", &[])), |criterion| self.html(&criterion.name))
    }

    /// Sentences with names in them as HTML.
    pub(crate) fn sentences(&self, all: &[Sentence<'_>]) -> Vec<Html> {
        all.iter().map(|one| sentence::sentence(self.voice, one)).collect()
    }

    /// A number in its language.
    pub(crate) fn number(&self, number: &Decimal) -> String {
        self.voice.number(number)
    }

    /// A link to another page in its language.
    pub(crate) fn link(&self, route: Route<'_>) -> String {
        self.link_file(&self.context.routes.file(route, self.language.index))
    }

    /// A link to a file of the site.
    pub(crate) fn link_file(&self, file: &str) -> String {
        self.context.routes.link(&self.file, file)
    }

    /// An edition by its position.
    pub(crate) fn edition(&self, edition: EditionIdx) -> &'a Edition {
        self.voice.edition(edition)
    }

    /// The name that a unit had in an edition.
    pub(crate) fn unit_name(&self, edition: EditionIdx, unit: UnitIdx) -> &'a str {
        self.voice.unit_name(edition, unit)
    }

    /// The name that a unit had in an edition, in all languages.
    pub(crate) fn unit_text(&self, edition: EditionIdx, unit: UnitIdx) -> &'a Text {
        self.voice.unit_text(edition, unit)
    }

    /// The name of a group.
    pub(crate) fn group_name(&self, group: &EditionGroup) -> &'a str {
        self.voice.group_name(group)
    }
}
