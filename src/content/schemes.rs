//! schemes/ID.yaml: what is assessed and how, resolved for groups that differ.

use rust_decimal::Decimal;

use super::fields::Fields;
use super::numbers::{number, number_within};
use super::texts::{Languages, needed_text, one_line, text};
use super::unknown::criterion_unknown;
use super::values::{boolean, check_id, choice, count, document, entries, list, name, names, new_id};
use super::written::{SchemeFile, Spanned};
use super::{comparable, normalise};
use crate::diagnostics::codes::{files, sense, shape};
use crate::diagnostics::{Diagnostic, Faults, Severity};
use crate::model::{
    Aggregate, Band, Column, Comparable, Criterion, Exempt, Missing, Order, Place, RankRule, Rounding, Scheme, Text,
    Ties,
};
use crate::yaml::{Kind, Node, Yaml};

/// How many criteria a scheme may have.
const CRITERIA: usize = 1000;

/// Ids that name columns of the exports, and are refused for criteria.
pub(super) const REFUSED: [&str; 6] = ["total", "rank", "unit", "unit_name", "maximum", "band"];

/// What numbers are, for those that are outside their range.
const WITHIN: [&str; 2] = ["a tolerance", "dung sai"];
const WEIGHT: [&str; 2] = ["a weight", "trọng số"];
const SHARE: [&str; 2] = ["a share in percent", "tỷ lệ phần trăm"];

/// A maximum: above zero.
fn maximum(node: Node<'_>, faults: &mut Faults) -> Option<Decimal> {
    number_within(node, (Decimal::ZERO, None), ["a maximum", "mức tối đa"], faults)
}

/// What decoders of a scheme share.
struct SchemeReader<'l> {
    languages: &'l Languages,
    broken: bool,
}

/// A criterion as it is written, before its rule for ranks can be resolved.
struct Draft<'a> {
    criterion: Criterion,
    rank: Option<Node<'a>>,
    order: Option<Order>,
}

/// Reads schemes/ID.yaml.
pub(super) fn read(
    file: u32,
    source: &str,
    id: &str,
    languages: &Languages,
    faults: &mut Faults,
) -> Option<SchemeFile> {
    check_id(id, Place::whole(file), faults);
    let yaml = Yaml::parse(file, source, faults);
    let broken = yaml.is_broken();
    let Some(root) = yaml.root() else {
        if !broken {
            let fault = Diagnostic::new(&files::FILE_EMPTY, Place::whole(file));
            faults.push(fault.with("delete", "delete it").with("delete_vi", "xoá tệp"));
        }
        return None;
    };
    let reader = SchemeReader { languages, broken };
    let mut m = Fields::of(root, "a scheme", broken, faults)?;
    let decimals = m.get("decimals").and_then(|n| count(n, 0, 12, faults));
    let mut drafts = Vec::new();
    if let Some(node) = m.need("criteria") {
        reader.criteria(node, None, decimals, &mut drafts, faults);
    }
    let is_given = m.get("total").is_some_and(|n| n.text() == "given");
    if let Some(node) = m.get("criteria").filter(|n| n.kind() == Kind::List && n.is_empty() && !broken && !is_given) {
        let empty = Diagnostic::new(&shape::LIST_EMPTY, node.place());
        faults.push(empty.with("what", "criteria").with("what_vi", "tiêu chí"));
    }
    if drafts.len() > CRITERIA {
        faults.push(Diagnostic::new(&shape::CRITERIA_TOO_MANY, root.place()).with("n", drafts.len()));
        return None;
    }
    let rank = m.get("rank");
    let replaces = m.get("replaces").map(name);
    let max = m.get("max");
    let title = m.need("title");
    let (bands, document_node) = (m.get("bands"), m.get("document"));
    let mut scheme = Scheme {
        id: id.to_owned(),
        title: title.map(|n| needed_text(n, ["a title", "tên bộ tiêu chí"], languages, faults)).unwrap_or_default(),
        document: document_node.and_then(|n| document(n, languages, broken, faults)),
        replaces: replaces.as_ref().map(|r| r.value.clone()),
        comparable: Comparable::default(),
        decimals,
        within: m
            .get("within")
            .and_then(|n| number_within(n, (Decimal::ZERO, None), WITHIN, faults))
            .unwrap_or_default(),
        max: max.and_then(|n| maximum(n, faults)),
        total: m.get("total").and_then(|n| choice(n, Aggregate::WORDS, faults)).unwrap_or_default(),
        criteria: Vec::new(),
        rank: RankRule::default(),
        bands: bands.map(|n| reader.bands(n, faults)).unwrap_or_default(),
        missing: m.get("missing").and_then(|n| reader.missing(n, faults)).unwrap_or_default(),
        exempt: m.get("exempt").and_then(|n| choice(n, Exempt::WORDS, faults)).unwrap_or_default(),
        place: Place::whole(file),
        unread: false,
    };
    if drafts.is_empty() {
        // Of criteria that are not there no total is made; that they are not there has been told.
        scheme.total = Aggregate::Given;
    }
    let comparable = m.get("comparable");
    let groups = m.get("groups");
    let missing = m.get("missing");
    m.done(faults);
    let asides: Vec<Place> = [rank, bands, title, document_node].into_iter().flatten().map(Node::place).collect();
    finish(&mut scheme, drafts, rank, (max.map(Node::place), &asides), faults);
    if let (Missing::Zero, Some(node)) = (scheme.missing, missing)
        && let Some(fault) = zero_is_best(&scheme, node)
    {
        faults.push(fault);
    }
    let by_group = groups.map(|n| reader.groups(n, &scheme, faults)).unwrap_or_default();
    let mut file = SchemeFile { base: scheme, by_group, replaces, before: Vec::new() };
    if let Some(node) = comparable {
        comparable::read(node, &mut file, broken, faults);
    }
    Some(file)
}

impl SchemeReader<'_> {
    /// A list of criteria with all below them, parents first.
    fn criteria<'a>(
        &self,
        node: Node<'a>,
        parent: Option<Column>,
        decimals: Option<u32>,
        drafts: &mut Vec<Draft<'a>>,
        faults: &mut Faults,
    ) {
        for item in list(node, faults) {
            let at = Column::at(drafts.len());
            let Some((draft, children)) = self.criterion(item, parent, decimals, faults) else { continue };
            let finer = draft.criterion.decimals;
            drafts.push(draft);
            if let Some(parent) = parent {
                drafts[parent].criterion.children.push(at);
            }
            if let Some(children) = children {
                self.criteria(children, Some(at), finer, drafts, faults);
            }
        }
    }

    fn criterion<'a>(
        &self,
        node: Node<'a>,
        parent: Option<Column>,
        decimals: Option<u32>,
        faults: &mut Faults,
    ) -> Option<(Draft<'a>, Option<Node<'a>>)> {
        let mut m = Fields::of(node, "a criterion", self.broken, faults)?;
        // The name of a column is told as such, below.
        let id = m.need("id").map(|n| if REFUSED.contains(&n.text()) { name(n) } else { new_id(n, faults) });
        let max = m.get("max");
        let name = m.need("name");
        let weight = m.get("weight").and_then(|n| number_within(n, (Decimal::ZERO, None), WEIGHT, faults));
        let (direction, normalise) = (m.get("direction"), m.get("normalise"));
        let lower = direction.and_then(|n| choice(n, &[("higher", false), ("lower", true)], faults));
        let criterion = Criterion {
            id: id.as_ref().map(|id| id.value.clone()).unwrap_or_default(),
            name: name.map(|n| needed_text(n, ["a name", "tên"], self.languages, faults)).unwrap_or_default(),
            description: m.get("description").and_then(|n| text(n, self.languages, faults)),
            parent,
            children: Vec::new(),
            max: max.and_then(|n| maximum(n, faults)),
            weight: weight.unwrap_or(Decimal::ONE),
            scored: m.get("scored").and_then(|n| boolean(n, faults)).unwrap_or(true),
            decimals: m.get("decimals").and_then(|n| count(n, 0, 12, faults)).or(decimals),
            total: m.get("total").and_then(|n| choice(n, Aggregate::WORDS, faults)).unwrap_or_default(),
            rank: RankRule::default(),
            unit: m.get("unit").and_then(|n| one_line(n, self.languages, faults)),
            normalise: normalise.and_then(|n| normalise::read(n, lower.unwrap_or(false), self.broken, faults)),
            place: id.as_ref().map_or(node.place(), |id| id.place),
            max_place: max.map(Node::place),
        };
        let draft = Draft {
            criterion,
            rank: m.get("rank"),
            order: m.get("order").and_then(|n| choice(n, Order::WORDS, faults)),
        };
        let children = m.get("criteria");
        m.done(faults);
        normalise::check(&draft.criterion, direction, normalise, children, faults);
        if let Some(id) = &id
            && REFUSED.contains(&id.value.as_str())
        {
            faults.push(column_name(id));
        }
        Some((draft, children))
    }

    fn bands(&self, node: Node<'_>, faults: &mut Faults) -> Vec<Band> {
        let mut bands = Vec::new();
        for item in list(node, faults) {
            let Some(mut m) = Fields::of(item, "a band", self.broken, faults) else { continue };
            let id = m.need("id").map(|n| new_id(n, faults));
            let name = m.need("name").map(|n| needed_text(n, ["a name", "tên"], self.languages, faults));
            let from = m.need("from");
            let value = from.and_then(|n| number(n, false, faults));
            m.done(faults);
            if let (Some(id), Some(name), Some(value), Some(from)) = (id, name, value, from) {
                if let Some(other) = bands.iter().find(|band: &&Band| band.id == id.value) {
                    faults.push(twice(&id.value, id.place, other.place));
                }
                bands.push(Band { id: id.value, name, from: value, place: from.place() });
            }
        }
        bands.sort_by_key(|band| std::cmp::Reverse(band.from));
        bands
    }

    fn missing(&self, node: Node<'_>, faults: &mut Faults) -> Option<Missing> {
        if node.kind() != Kind::Map {
            return choice(node, Missing::WORDS, faults);
        }
        let mut m = Fields::of(node, "`missing`", self.broken, faults)?;
        let percent = (Decimal::ZERO, Some(Decimal::ONE_HUNDRED));
        let share = m.need(Missing::AT_LEAST_PERCENT).and_then(|n| number_within(n, percent, SHARE, faults));
        m.done(faults);
        share.map(Missing::AtLeastPercent)
    }

    /// The scheme as it holds for each group with differences of its own.
    fn groups(&self, node: Node<'_>, base: &Scheme, faults: &mut Faults) -> Vec<(Spanned<String>, Scheme)> {
        let mut by_group = Vec::new();
        for (key, value) in entries(node, "`groups`", faults) {
            if let Some(scheme) = self.group(value, base, faults) {
                by_group.push((name(key), scheme));
            }
        }
        by_group
    }

    fn group(&self, node: Node<'_>, base: &Scheme, faults: &mut Faults) -> Option<Scheme> {
        let mut m = Fields::of(node, "a group of the scheme", self.broken, faults)?;
        let without = m.get("without").map(|n| names(n, faults)).unwrap_or_default();
        let maxima = m.get("max").map(|n| entries(n, "`max`", faults)).unwrap_or_default();
        let mut drafts = Vec::new();
        if let Some(node) = m.get("criteria") {
            self.criteria(node, None, base.decimals, &mut drafts, faults);
        }
        let mut scheme = base.clone();
        if let Some(node) = m.get("bands") {
            scheme.bands = self.bands(node, faults);
        }
        m.done(faults);
        let own_max = (base.max != base.made_max(base.total_column())).then_some(base.max).flatten();
        for id in without {
            match scheme.criterion_column(&id.value) {
                Some(column) => remove(&mut scheme, column),
                None => faults.push(criterion_unknown(&id, base)),
            }
        }
        for (key, value) in maxima {
            match scheme.criterion_column(key.text()) {
                Some(column) => {
                    scheme.criteria[column].max = maximum(value, faults);
                    normalise::check_end(&scheme.criteria[column], value, faults);
                    scheme.criteria[column].max_place = Some(value.place());
                }
                None => faults.push(criterion_unknown(&name(key), base)),
            }
        }
        scheme.max = own_max;
        reset_parents(&mut scheme);
        finish(&mut scheme, drafts, None, (None, &[]), faults);
        Some(scheme)
    }
}

/// Takes a criterion with all below it out of a scheme.
fn remove(scheme: &mut Scheme, column: Column) {
    let mut gone = vec![false; scheme.criteria.len()];
    gone[column] = true;
    for (i, criterion) in scheme.numbered_criteria() {
        gone[i] |= criterion.parent.is_some_and(|parent| gone[parent]);
    }
    let mut new = Vec::with_capacity(gone.len());
    let mut next = 0;
    for &gone in &gone {
        new.push((!gone).then_some(Column::at(next)));
        next += usize::from(!gone);
    }
    let old = std::mem::take(&mut scheme.criteria);
    scheme.criteria = old
        .into_iter()
        .zip(&gone)
        .filter(|(_, gone)| !**gone)
        .map(|(mut criterion, _)| {
            criterion.parent = criterion.parent.and_then(|parent| new[parent]);
            criterion.children = criterion.children.iter().filter_map(|&child| new[child]).collect();
            criterion.rank.break_ties_by = criterion.rank.break_ties_by.iter().filter_map(|&c| new[c]).collect();
            criterion
        })
        .collect();
    scheme.rank.break_ties_by = scheme.rank.break_ties_by.iter().filter_map(|&c| new[c]).collect();
}

/// Forgets the maxima of parents that were made of their children, so that they are made again.
fn reset_parents(scheme: &mut Scheme) {
    for column in scheme.criterion_columns() {
        if !scheme.criteria[column].children.is_empty() && scheme.criteria[column].max_place.is_none() {
            scheme.criteria[column].max = None;
        }
    }
}

/// Adds criteria, resolves rules for ranks and fills in the maxima that follow from others.
fn finish(
    scheme: &mut Scheme,
    drafts: Vec<Draft<'_>>,
    rank: Option<Node<'_>>,
    (max, asides): (Option<Place>, &[Place]),
    faults: &mut Faults,
) {
    let first = scheme.criteria.len();
    let behind = |draft: Column| Column::at(first + draft.index());
    let mut rules = Vec::with_capacity(drafts.len());
    for mut draft in drafts {
        draft.criterion.parent = draft.criterion.parent.map(behind);
        draft.criterion.children.iter_mut().for_each(|c| *c = behind(*c));
        if let Some(other) = scheme.criteria.iter().find(|c| c.id == draft.criterion.id && !c.id.is_empty()) {
            faults.push(twice(&draft.criterion.id, draft.criterion.place, other.place));
        }
        rules.push((draft.rank, draft.order));
        scheme.criteria.push(draft.criterion);
    }
    if let Some(node) = rank {
        scheme.rank = rule(node, &RankRule::default(), scheme, faults);
    }
    for (i, (node, order)) in rules.into_iter().enumerate() {
        let base = RankRule { break_ties_by: Vec::new(), ..scheme.rank.clone() };
        let mut own = node.map_or_else(|| base.clone(), |node| rule(node, &base, scheme, faults));
        own.order = order.unwrap_or(own.order);
        scheme.criteria[first + i].rank = own;
    }
    maxima(scheme, max, asides, faults);
}

/// A column that is made of its parts and whose lowest value is best: what does not exist may not count as 0 there.
fn zero_is_best(scheme: &Scheme, node: Node<'_>) -> Option<Diagnostic> {
    let ascending = |&column: &Column| scheme.is_made(column) && scheme.column_rule(column).order == Order::Ascending;
    let column = scheme.columns().rev().find(ascending)?;
    Some(Diagnostic::new(&shape::MISSING_ZERO_IS_BEST, node.place()).with("id", scheme.column_id(column)))
}

/// A rule for ranks; keys that are left out are those of another one.
fn rule(node: Node<'_>, base: &RankRule, scheme: &Scheme, faults: &mut Faults) -> RankRule {
    let Some(mut m) = Fields::of(node, "`rank`", false, faults) else { return base.clone() };
    let precision = m.get("precision");
    let rule = RankRule {
        ties: m.get("ties").and_then(|n| choice(n, Ties::WORDS, faults)).unwrap_or(base.ties),
        order: m.get("order").and_then(|n| choice(n, Order::WORDS, faults)).unwrap_or(base.order),
        precision: precision
            .map_or(base.precision, |n| if n.text() == "exact" { None } else { count(n, 0, 12, faults) }),
        rounding: m.get("rounding").and_then(|n| choice(n, Rounding::WORDS, faults)).unwrap_or(base.rounding),
        break_ties_by: m
            .get("break_ties_by")
            .map_or_else(|| base.break_ties_by.clone(), |n| breakers(n, scheme, faults)),
    };
    m.done(faults);
    rule
}

fn breakers(node: Node<'_>, scheme: &Scheme, faults: &mut Faults) -> Vec<Column> {
    let mut columns = Vec::new();
    for id in names(node, faults) {
        match scheme.criterion_column(&id.value) {
            Some(column) => columns.push(column),
            None => faults.push(criterion_unknown(&id, scheme)),
        }
    }
    columns
}

/// Fills in the maxima of parents and of the total, and compares those that are written.
fn maxima(scheme: &mut Scheme, written: Option<Place>, asides: &[Place], faults: &mut Faults) {
    // Of parts that could not be read it is not said that they do not add up; what stands aside is no part of them.
    let is_aside = |error: Place| asides.iter().any(|aside| aside.start <= error.start && error.end <= aside.end);
    let mut errors = faults.as_slice().iter().filter(|fault| fault.code.severity == Severity::Error);
    let is_whole = errors.all(|fault| fault.place.is_some_and(is_aside));
    for column in scheme.criterion_columns().rev() {
        if scheme.criteria[column].children.is_empty() {
            let criterion = &mut scheme.criteria[column];
            if let Some(normalise) = &criterion.normalise {
                criterion.max = normalise.max().map(|to| criterion.max.unwrap_or(to));
            }
            continue;
        }
        let made = scheme.made_max(column);
        let criterion = &mut scheme.criteria[column];
        match (criterion.max, made) {
            (Some(max), Some(made)) if max != made && is_whole => {
                let place = criterion.max_place.unwrap_or(criterion.place);
                let id = criterion.id.clone();
                faults.push(mismatch(place, &id, (max, made), scheme, Some(column)));
            }
            (None, made) => criterion.max = made,
            _ => {}
        }
    }
    match (scheme.max, scheme.made_max(scheme.total_column())) {
        (Some(max), Some(made)) if max != made && is_whole => {
            faults.push(mismatch(written.unwrap_or(scheme.place), "total", (max, made), scheme, None));
        }
        (None, made) => scheme.max = made,
        _ => {}
    }
}

/// The fault of an id that names a column of the exports.
fn column_name(id: &Spanned<String>) -> Diagnostic {
    Diagnostic::new(&shape::ID_REFUSED, id.place)
        .with("id", &id.value)
        .with("why", "it names a column of the tables")
        .with("why_vi", "đó là tên một cột của các bảng")
        .with("better", format!("{}-1", id.value.replace('_', "-")))
}

/// The fault of an id that stands a second time.
fn twice(id: &str, place: Place, first: Place) -> Diagnostic {
    let fault = Diagnostic::new(&sense::ID_TWICE, place).with("id", id);
    fault.with("first", "first here").with("first_vi", "lần đầu ở đây").related(first, "first")
}

/// The fault of a maximum, with the places of those that it is made of: one of them may be the wrong one.
fn mismatch(
    place: Place,
    id: &str,
    (max, made): (Decimal, Decimal),
    scheme: &Scheme,
    parent: Option<Column>,
) -> Diagnostic {
    let fault = Diagnostic::new(&sense::MAXIMUM_MISMATCH, place).with("id", id).with("max", max);
    let fault =
        fault.with("made", made.normalize()).with("part", "one of its parts").with("part_vi", "một trong các phần");
    let parts = scheme.criteria.iter().filter(|criterion| criterion.parent == parent);
    parts.filter_map(|part| part.max_place).fold(fault, |fault, place| fault.related(place, "part"))
}

/// The scheme of an edition that names none: only a total, given by the publisher.
pub(crate) fn implied(place: Place) -> Scheme {
    Scheme {
        id: String::new(),
        title: Text::default(),
        document: None,
        replaces: None,
        comparable: Comparable::default(),
        decimals: None,
        within: Decimal::ZERO,
        max: None,
        total: Aggregate::Given,
        criteria: Vec::new(),
        rank: RankRule::default(),
        bands: Vec::new(),
        missing: Missing::default(),
        exempt: Exempt::default(),
        place,
        unread: false,
    }
}
