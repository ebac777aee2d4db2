//! Who speaks: the report in one language, with the publisher's own texts in it.

use rust_decimal::Decimal;

use crate::model::{Column, Edition, EditionGroup, EditionIdx, GroupIdx, LangIdx, Scheme, Series, Text, UnitIdx};
use crate::report::group::GroupResult;
use crate::report::model::Report;
use crate::report::order::{GroupOrder, ReportOrder};
use crate::words::Words;

/// The report in one language.
#[derive(Clone, Copy)]
pub(crate) struct Voice<'a> {
    /// What is told.
    pub(crate) report: &'a Report<'a>,
    /// Everything that is listed, in the order of the language.
    pub(crate) order: &'a ReportOrder,
    /// The phrases, numbers and dates of the language.
    pub(crate) words: &'a Words,
    /// The position of the language in the site's.
    pub(crate) language: LangIdx,
}

impl<'a> Voice<'a> {
    /// The publication.
    pub(crate) fn series(self) -> &'a Series {
        self.report.series
    }

    /// An edition by its position.
    pub(crate) fn edition(self, edition: EditionIdx) -> &'a Edition {
        self.report.edition(edition)
    }

    /// The rows of a group in the order of the language.
    pub(crate) fn group_order(self, part: GroupResult<'_>) -> &'a GroupOrder {
        self.order.group(part)
    }

    /// A phrase of the language.
    pub(crate) fn say(self, key: &str, args: &[(&str, &str)]) -> String {
        self.words.say(key, args)
    }

    /// A phrase that depends on a count.
    pub(crate) fn say_n(self, key: &str, n: usize, args: &[(&str, &str)]) -> String {
        self.words.say_n(key, n as u64, args)
    }

    /// A phrase on so many decimals; where there are none, the second, which speaks of whole numbers.
    pub(crate) fn say_decimals(self, [key, whole]: [&str; 2], decimals: u32, args: &[(&str, &str)]) -> String {
        if decimals == 0 { self.say(whole, args) } else { self.say_n(key, decimals as usize, args) }
    }

    /// A phrase that depends on a count of units of a group, which may have a noun of its own.
    pub(crate) fn say_units(self, group: &EditionGroup, key: &str, n: usize, args: &[(&str, &str)]) -> String {
        self.say_units_of(&[group.group], key, n, args)
    }

    /// A phrase that depends on a count of units of some groups.
    pub(crate) fn say_units_of(self, groups: &[GroupIdx], key: &str, n: usize, args: &[(&str, &str)]) -> String {
        let nouns = self.nouns(groups, Some(n));
        let own = nouns.iter().map(|(place, noun)| (*place, noun.as_str()));
        self.say_n(key, n, &args.iter().copied().chain(own).collect::<Vec<_>>())
    }

    /// A phrase that speaks of units of some groups without a count.
    pub(crate) fn say_of(self, groups: &[GroupIdx], key: &str, args: &[(&str, &str)]) -> String {
        let nouns = self.nouns(groups, None);
        let own = nouns.iter().map(|(place, noun)| (*place, noun.as_str()));
        self.say(key, &args.iter().copied().chain(own).collect::<Vec<_>>())
    }

    /// What units of some groups are called, by the place of a phrase: in the form for a count, or for several. Groups of
    /// different nouns have that of the site.
    pub(crate) fn nouns(self, groups: &[GroupIdx], n: Option<usize>) -> [(&'static str, String); 5] {
        let n = n.map(|n| n as u64);
        let spoken = self.series().site.language(self.words.tag());
        let noun = |group: &GroupIdx| self.series().groups[group.0].noun.as_ref()?.exact(spoken?);
        let own = groups.first().and_then(noun).filter(|own| groups.iter().all(|group| noun(group) == Some(*own)));
        own.map_or_else(|| self.words.nouns(n), |own| self.words.forms(own, n))
    }

    /// A text of the publisher in the language, or in the one that there is.
    pub(crate) fn text(self, text: &Text) -> &str {
        text.get(self.language)
    }

    /// The language in which a text of the publisher is shown.
    pub(crate) fn language_of(self, text: &Text) -> &'a str {
        &self.series().site.languages[text.language(self.language).0]
    }

    /// The language of the page: another one than that of the words, where the site has none in it.
    pub(crate) fn own_language(self) -> &'a str {
        &self.series().site.languages[self.language.0]
    }

    /// Whether the words are in the language of the page.
    pub(crate) fn is_spoken(self) -> bool {
        self.own_language() == self.words.tag()
    }

    /// The same, owned.
    pub(crate) fn text_of(self, text: &Text) -> String {
        self.text(text).to_owned()
    }

    /// A number in the language.
    pub(crate) fn number(self, number: &Decimal) -> String {
        self.words.number(number)
    }

    /// The name that a unit had in an edition.
    pub(crate) fn unit_name(self, edition: EditionIdx, unit: UnitIdx) -> &'a str {
        self.text(self.unit_text(edition, unit))
    }

    /// The name that a unit had in an edition, in all languages.
    pub(crate) fn unit_text(self, edition: EditionIdx, unit: UnitIdx) -> &'a Text {
        self.report.unit_text(edition, unit)
    }

    /// The name of a criterion, or of the total.
    pub(crate) fn column_name(self, scheme: &Scheme, column: Column) -> String {
        let criterion = scheme.criterion(column);
        criterion.map_or_else(|| self.say("table.total", &[]), |criterion| self.text_of(&criterion.name))
    }

    /// The name of a group inside a sentence, in all languages that have one.
    pub(crate) fn group_text(self, group: &EditionGroup) -> &'a Text {
        let group = &self.series().groups[group.group.0];
        group.in_text.as_ref().filter(|text| text.exact(self.language).is_some()).unwrap_or(&group.name)
    }

    /// The name of a group inside a sentence.
    pub(crate) fn group_in_text(self, group: &EditionGroup) -> &'a str {
        self.text(self.group_text(group))
    }

    /// The name of a group.
    pub(crate) fn group_name(self, group: &EditionGroup) -> &'a str {
        self.text(&self.series().groups[group.group.0].name)
    }
}
