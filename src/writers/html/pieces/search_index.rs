//! What can be searched for, and the script file that carries it: a page opened from a disk can load scripts, nothing else.
//!
//! The file sets `window.scorebookSearch` to a list of shelves `[words, address, names, ids, others]`. `names`, `ids` and
//! `others` are lists in one string, an item a line; the `*` of `address` stands for the id. An id that is the slug of
//! its name is left empty, `others` are the further names of an item with tabs between them. Written so, 3,000 units take
//! some 100 kB.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::model::UnitIdx;
use crate::report::group::GroupResult;
use crate::routes::Route;
use crate::say::editions::{edition_name, marked, marked_name};
use crate::words::slug;
use crate::writers::html::frame::context::{Context, Language, Page};
use crate::writers::html::frame::link::unit_link;
use crate::writers::html::pieces::finder::other_names;

/// What kind of thing is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SearchKind {
    /// A unit: its scorecard.
    Unit,
    /// A group: its ranking.
    Group,
    /// A criterion.
    Criterion,
    /// An edition.
    Edition,
    /// A scheme.
    Methodology,
    /// A free page.
    Page,
}

impl SearchKind {
    /// All kinds, in the order in which equal finds are shown.
    pub(crate) const ALL: [Self; 6] =
        [Self::Unit, Self::Group, Self::Criterion, Self::Edition, Self::Methodology, Self::Page];

    /// The key of its heading in the phrases.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Unit => "search.units",
            Self::Group => "search.groups",
            Self::Criterion => "search.criteria",
            Self::Edition => "search.editions",
            Self::Methodology => "search.methodologies",
            Self::Page => "search.pages",
        }
    }
}

/// Things of one kind whose addresses differ in their ids only.
pub(crate) struct SearchSection {
    /// Their kind.
    pub(crate) kind: SearchKind,
    /// What is said of each beside its name.
    pub(crate) words: String,
    /// Their address with `*` for the id.
    address: String,
    /// The things.
    pub(crate) items: Vec<Item>,
}

impl SearchSection {
    /// A link to one of its things.
    pub(crate) fn link(&self, item: &Item) -> String {
        self.address.replace('*', &item.id)
    }
}

/// Something that can be found.
pub(crate) struct Item {
    /// Its name.
    pub(crate) name: String,
    /// Its id.
    id: String,
    /// Further names.
    others: Vec<String>,
}

/// Stands for an id in an address.
pub(crate) const ANY: &str = "*";

/// The name of the script among the files of the theme.
pub(crate) fn script_name(language: &Language) -> String {
    format!("search-{}.js", language.tag.to_lowercase())
}

/// For each language the name of its script and the script.
#[must_use]
pub(crate) fn search_scripts(context: &Context<'_>) -> Vec<(String, Vec<u8>)> {
    let of = |language: &Language| {
        let page = Page::new(context, language, Route::Search);
        (script_name(language), script(&shelves(&page)).into_bytes())
    };
    context.languages.par_iter().map(of).collect()
}

/// Everything that can be searched for; links are those of the search page.
pub(crate) fn shelves(page: &Page<'_>) -> Vec<SearchSection> {
    let mut shelves = units(page);
    shelves.extend(groups(page));
    shelves.extend(criteria(page));
    shelves.extend(editions(page));
    shelves.extend(methodologies(page));
    shelves.extend(free_pages(page));
    for shelf in &mut shelves {
        shelf.items.sort_by(|a, b| page.words().compare(&a.name, &b.name).then_with(|| a.id.cmp(&b.id)));
    }
    shelves
}

/// Units under their names of today, a shelf for each group of an edition; without pages of their own, for each page of the
/// group's ranking.
fn units(page: &Page<'_>) -> Vec<SearchSection> {
    let mut shelves = BTreeMap::new();
    for (index, unit) in page.series().units.iter().enumerate() {
        let Some(newest) = page.report().newest(UnitIdx(index)) else { continue };
        let part = GroupResult::of(page.report(), newest.edition, newest.group);
        let name = page.text_of(&unit.name);
        let mut others = other_names(page, UnitIdx(index), &name);
        let first = unit.name.get(crate::model::LangIdx(0));
        if first != name && !others.iter().any(|other| other == first) {
            others.push(first.to_owned());
        }
        let shelf = shelves.entry((std::cmp::Reverse(newest.edition), newest.group)).or_insert_with(|| {
            let edition = marked_name(page.voice, part.edition);
            SearchSection {
                kind: SearchKind::Unit,
                words: page.say("search.unit", &[("group", page.group_name(part.group)), ("edition", &edition)]),
                address: unit_link(page, part.edition, ANY),
                items: Vec::new(),
            }
        });
        shelf.items.push(Item { name, id: unit.id.clone(), others });
    }
    shelves.into_values().collect()
}

/// Groups, each in the newest edition that has it.
fn groups(page: &Page<'_>) -> Vec<SearchSection> {
    let mut seen = BTreeSet::new();
    by_edition(page, |page, part| {
        let group = &page.series().groups[part.group.group.0];
        let item = Item { name: page.text_of(&group.name), id: group.id.clone(), others: Vec::new() };
        seen.insert(part.group.group).then_some(item).into_iter().collect()
    })
    .map(|(edition, items)| {
        let words = page.say("search.group", &[("edition", &edition.0)]);
        SearchSection { kind: SearchKind::Group, words, address: page.link(Route::Group(&edition.1, ANY)), items }
    })
    .collect()
}

/// Criteria, each in the newest edition that has it.
fn criteria(page: &Page<'_>) -> Vec<SearchSection> {
    let mut seen = BTreeSet::new();
    by_edition(page, |page, part| {
        let new = part.group.scheme.criteria.iter().filter(|c| seen.insert(c.id.clone()));
        new.map(|c| Item { name: page.text_of(&c.name), id: c.id.clone(), others: Vec::new() }).collect()
    })
    .map(|(edition, items)| {
        let words = page.say("search.criterion", &[("edition", &edition.0)]);
        SearchSection {
            kind: SearchKind::Criterion,
            words,
            address: page.link(Route::Criterion(&edition.1, ANY)),
            items,
        }
    })
    .collect()
}

/// What the groups of each edition have, from the newest edition on, those withdrawn last, with the name and id of the edition.
fn by_edition<'p>(
    page: &Page<'p>,
    mut of: impl FnMut(&Page<'p>, GroupResult<'p>) -> Vec<Item>,
) -> impl Iterator<Item = ((String, String), Vec<Item>)> {
    let mut found = Vec::new();
    for index in page.report().wanted() {
        let items: Vec<Item> =
            GroupResult::all(page.report(), index).into_iter().flat_map(|part| of(page, part)).collect();
        if !items.is_empty() {
            found.push(((marked_name(page.voice, index), page.edition(index).id.clone()), items));
        }
    }
    found.into_iter()
}

fn editions(page: &Page<'_>) -> Option<SearchSection> {
    let item = |(index, edition): (_, &crate::model::Edition)| {
        let title = page.say("edition.title", &[("edition", &edition_name(page.voice, index))]);
        let name = marked(page.voice, index, &title);
        Item { name, id: edition.id.clone(), others: Vec::new() }
    };
    let items: Vec<Item> = page.report().editions().map(item).collect();
    shelf(page, SearchKind::Edition, "search.edition", Route::Edition(ANY), items)
}

fn methodologies(page: &Page<'_>) -> Option<SearchSection> {
    let schemes = page.series().schemes.iter().map(|entry| &entry.base);
    let item = |scheme: &std::sync::Arc<crate::model::Scheme>| {
        let document = scheme.document.iter();
        let others =
            document.flat_map(|d| d.number.clone().into_iter().chain(d.title.as_ref().map(|t| page.text_of(t))));
        Item { name: page.text_of(&scheme.title), id: scheme.id.clone(), others: others.collect() }
    };
    shelf(page, SearchKind::Methodology, "search.methodology", Route::Methodology(ANY), schemes.map(item).collect())
}

fn free_pages(page: &Page<'_>) -> Option<SearchSection> {
    let written = page.series().pages.iter().filter_map(|free| {
        let text = free.texts.get(page.language.index.0)?.as_ref()?;
        Some(Item { name: text.title.clone(), id: free.name.clone(), others: Vec::new() })
    });
    shelf(page, SearchKind::Page, "search.page", Route::Page(ANY), written.collect())
}

fn shelf(page: &Page<'_>, kind: SearchKind, words: &str, route: Route<'_>, items: Vec<Item>) -> Option<SearchSection> {
    (!items.is_empty()).then(|| SearchSection { kind, words: page.say(words, &[]), address: page.link(route), items })
}

/// The script that carries the shelves.
fn script(shelves: &[SearchSection]) -> String {
    let mut script = "window.scorebookSearch=[".to_owned();
    for (i, shelf) in shelves.iter().enumerate() {
        if i > 0 {
            script.push(',');
        }
        let lines = |of: fn(&Item) -> String| shelf.items.iter().map(of).collect::<Vec<_>>().join("\n");
        let id = |item: &Item| if slug(&item.name) == item.id { String::new() } else { item.id.clone() };
        let columns = [lines(|item| item.name.clone()), lines(id), lines(|item| item.others.join("\t"))];
        let all: Vec<String> = [&shelf.words, &shelf.address].into_iter().chain(&columns).map(|s| string(s)).collect();
        script.push_str(&format!("\n[{}]", all.join(",")));
    }
    script.push_str("];\n");
    script
}

/// A text as a string of a script: as JSON writes it, and so that it means nothing in markup and ends no line.
pub(crate) fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::{Item, SearchKind, SearchSection, script, string};

    fn item(name: &str, id: &str, others: &[&str]) -> Item {
        Item { name: name.into(), id: id.into(), others: others.iter().map(|&o| o.into()).collect() }
    }

    fn shelf(items: Vec<Item>) -> SearchSection {
        SearchSection {
            kind: SearchKind::Unit,
            words: "Sở, năm 2018".into(),
            address: "../2018/units/*/index.html".into(),
            items,
        }
    }

    #[test]
    fn strings_are_json_and_mean_nothing_in_markup() {
        for text in ["", "Sở \"Y tế\" \\ a", "</script><!-- & -->", "a\u{2028}b\u{2029}c\u{1}", "a\nb\tc"] {
            let written = string(text);
            assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text, "{written}");
            assert!(!written.contains(['<', '>', '&', '\u{2028}', '\u{2029}', '\n']), "{written}");
        }
    }

    #[test]
    fn ids_that_are_slugs_are_left_out() {
        let shelves = [shelf(vec![
            item("Sở Y tế", "so-y-te", &["SYT", "Ty Y tế"]),
            item("UBND huyện Văn Yên", "huyen-van-yen", &[]),
        ])];
        let expected = "window.scorebookSearch=[\n[\"Sở, năm 2018\",\"../2018/units/*/index.html\",\
             \"Sở Y tế\\nUBND huyện Văn Yên\",\"\\nhuyen-van-yen\",\"SYT\\tTy Y tế\\n\"]];\n";
        assert_eq!(script(&shelves), expected);
        assert_eq!(shelves[0].link(&shelves[0].items[1]), "../2018/units/huyen-van-yen/index.html");
    }

    #[test]
    fn three_thousand_units_stay_small() {
        let kinds = ["Phường", "Xã", "Thị trấn"];
        let places = ["Nguyễn Thái Học", "Mường Lai", "Tân Thịnh", "Phong Dụ Thượng", "Cẩm Ân"];
        let items = (0..3000).map(|n| {
            let name = format!("{} {} {}", kinds[n % 3], places[n % 5], n);
            let id = crate::words::slug(&name);
            item(&name, &id, &[])
        });
        let bytes = script(&[shelf(items.collect())]).len();
        assert!(bytes < 110_000, "{bytes}");
    }
}
