//! What every page is written from, and the page being written.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock};

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Edition, EditionGroup, EditionIdx, LangIdx, Series, Status, Text, UnitIdx};
use crate::rankings::{GroupRanking, Rankings};
use crate::render::{Engine, Html, TemplateFault};
use crate::routes::{Route, Routes};
use crate::words::Words;

use super::assets::Assets;

/// Everything that pages are written from; nothing in it changes while they are.
pub struct Context<'a> {
    /// The publication.
    pub series: &'a Series,
    /// What was computed of it.
    pub rankings: &'a Rankings,
    /// Makes addresses.
    pub routes: &'a Routes,
    /// The languages of the site, the first at the root.
    pub languages: Vec<Language>,
    /// Style sheets, scripts and the like.
    pub assets: Assets,
    /// The sizes of the downloads in bytes, by file.
    pub sizes: BTreeMap<String, u64>,
    /// Where each unit stands in each edition, once it is asked for.
    pub standings: OnceLock<Vec<Vec<UnitPlace>>>,
    /// On which page of a long ranking each unit stands, once that was asked for.
    pub places: super::Places,
}

/// Where a unit stands in an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitPlace {
    /// The edition.
    pub edition: EditionIdx,
    /// Its group, by position in the edition.
    pub group: usize,
    /// Its row in the group.
    pub row: usize,
}

/// One language of the site.
pub struct Language {
    /// Its position in the site's languages.
    pub index: LangIdx,
    /// Its BCP 47 tag.
    pub tag: String,
    /// Its phrases, numbers, dates and order.
    pub words: Words,
    /// The templates, speaking it.
    pub engine: Engine,
}

/// What writes one page: given a buffer, fills it.
type Write<'a> = Box<dyn Fn(&mut Vec<u8>) -> Result<(), TemplateFault> + Send + Sync + 'a>;

/// A page to be written: its file, and how.
pub struct Job<'a> {
    /// Its file, relative to the site.
    pub file: String,
    /// Fills a buffer with its bytes.
    pub write: Write<'a>,
}

impl<'a> Job<'a> {
    /// A page of a kind, by its address, language and view.
    pub(super) fn new<V: Serialize>(
        context: &'a Context<'a>,
        language: &'a Language,
        route: Route<'a>,
        template: &'static str,
        view: impl Fn(&Page<'a>) -> V + Send + Sync + 'a,
    ) -> Self {
        let file = context.routes.file(route, language.index);
        let page = Page::new(context, language, route, file.clone());
        let write: Write<'a> = Box::new(move |out| {
            let view = view(&page);
            match page.broken.lock().ok().and_then(|mut broken| broken.take()) {
                Some(fault) => Err(fault),
                None => language.engine.render_to(template, &view, out),
            }
        });
        Self { file, write }
    }
}

/// The page being written: what is known, the language it speaks, and where it lies.
pub struct Page<'a> {
    /// Everything that pages are written from.
    pub context: &'a Context<'a>,
    /// Its language.
    pub language: &'a Language,
    /// Its address.
    pub route: Route<'a>,
    /// Its file, relative to the site.
    pub file: String,
    /// What is wrong with a fragment of the theme.
    broken: Mutex<Option<TemplateFault>>,
}

impl<'a> Page<'a> {
    /// A page of that address, which lies in that file.
    pub(crate) fn new(context: &'a Context<'a>, language: &'a Language, route: Route<'a>, file: String) -> Self {
        Self { context, language, route, file, broken: Mutex::default() }
    }

    /// A big table: as the theme's own fragment writes it, else by typed code.
    pub(crate) fn fragment<V: Serialize>(&self, name: &str, view: &V, typed: impl Fn(&V) -> Html) -> Html {
        match self.language.engine.fragment(name, view) {
            None => typed(view),
            Some(Ok(html)) => html,
            Some(Err(fault)) => {
                if let Ok(mut broken) = self.broken.lock() {
                    broken.get_or_insert(fault);
                }
                Html::default()
            }
        }
    }

    /// The phrases of its language.
    pub(crate) fn words(&self) -> &'a Words {
        &self.language.words
    }

    /// The publication.
    pub(crate) fn series(&self) -> &'a Series {
        self.context.series
    }

    /// A phrase of its language.
    pub(crate) fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.words().say(key, args)
    }

    /// A phrase that depends on a count.
    pub(crate) fn say_n(&self, key: &str, n: usize, args: &[(&str, &str)]) -> String {
        self.words().say_n(key, n as u64, args)
    }

    /// A text of the publisher in its language, or in the one that there is.
    pub(crate) fn text(&self, text: &'a Text) -> &'a str {
        text.get(self.language.index)
    }

    /// A text of the publisher as HTML, marked where it is in another language than the page.
    pub(crate) fn html(&self, text: &Text) -> Html {
        let language = text.language(self.language.index);
        let plain = Html::breakable(text.get(self.language.index));
        if language == self.language.index {
            return plain;
        }
        let mut html = Html::default();
        html.push_raw("<span");
        html.attr("lang", &self.series().site.languages[language.0]);
        html.push_raw(">");
        html.push(&plain);
        html.push_raw("</span>");
        html
    }

    /// A number in its language.
    pub(crate) fn number(&self, number: &Decimal) -> String {
        self.words().number(number)
    }

    /// A link to another page in its language.
    pub(crate) fn link(&self, route: Route<'_>) -> String {
        self.link_file(&self.context.routes.file(route, self.language.index))
    }

    /// A link to a file of the site.
    pub(crate) fn link_file(&self, file: &str) -> String {
        self.context.routes.link(&self.file, file)
    }

    /// An edition with its position.
    pub(crate) fn edition(&self, edition: EditionIdx) -> &'a Edition {
        &self.series().editions[edition.0]
    }

    /// The results of a group of an edition.
    pub(crate) fn ranking(&self, edition: EditionIdx, group: usize) -> &'a GroupRanking {
        &self.context.rankings.editions[edition.0].groups[group]
    }

    /// The name that a unit had in an edition.
    pub(crate) fn unit_name(&self, edition: EditionIdx, unit: UnitIdx) -> &'a str {
        self.text(self.unit_text(edition, unit))
    }

    /// The name that a unit had in an edition, in all languages.
    pub(crate) fn unit_text(&self, edition: EditionIdx, unit: UnitIdx) -> &'a Text {
        self.series().name_on(unit, self.edition(edition).period.to)
    }

    /// The name of a group.
    pub(crate) fn group_name(&self, group: &EditionGroup) -> &'a str {
        self.text(&self.series().groups[group.group.0].name)
    }

    /// Whether units have a page of their own in an edition.
    pub(crate) fn has_scorecards(&self, edition: EditionIdx) -> bool {
        self.context.has_scorecards(edition)
    }
}

impl Context<'_> {
    /// Whether units have a page of their own in an edition.
    pub(crate) fn has_scorecards(&self, edition: EditionIdx) -> bool {
        match self.series.site.scorecards {
            crate::model::Scorecards::All => true,
            crate::model::Scorecards::Latest => self.series.latest() == Some(edition),
            crate::model::Scorecards::None => false,
        }
    }

    /// Where a unit stands in each edition that has it, from the oldest.
    pub(crate) fn standings(&self, unit: UnitIdx) -> &[UnitPlace] {
        let all = self.standings.get_or_init(|| {
            let mut places = vec![Vec::new(); self.series.units.len()];
            for (edition, of) in self.editions() {
                for (group, part) in of.groups.iter().enumerate() {
                    for (row, unit) in part.units.iter().enumerate() {
                        places[unit.0].push(UnitPlace { edition, group, row });
                    }
                }
            }
            places
        });
        &all[unit.0]
    }

    /// The row of a unit in a group of an edition, if it is there.
    pub(crate) fn row_of(&self, unit: UnitIdx, edition: EditionIdx, group: &EditionGroup) -> Option<usize> {
        let place = self.standings(unit).iter().find(|place| place.edition == edition)?;
        std::ptr::eq(&self.series.editions[edition.0].groups[place.group], group).then_some(place.row)
    }

    /// The editions with their positions, from the oldest to the newest.
    pub(crate) fn editions(&self) -> impl Iterator<Item = (EditionIdx, &Edition)> {
        self.series.editions.iter().enumerate().map(|(i, e)| (EditionIdx(i), e))
    }

    /// The editions in the order in which readers want them: the newest first, those that were withdrawn last.
    pub(crate) fn wanted(&self) -> Vec<EditionIdx> {
        let mut editions: Vec<EditionIdx> = (0..self.series.editions.len()).map(EditionIdx).collect();
        editions.sort_by_key(|&index| {
            (self.series.editions[index.0].status == Status::Withdrawn, std::cmp::Reverse(index))
        });
        editions
    }
}
