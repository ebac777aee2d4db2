//! units.yaml: groups, units and their history.

use super::fields::Fields;
use super::levels::{at_their_level, too_little};
use super::nouns::noun;
use super::signs::Entry;
use super::texts::{Languages, joined, line, needed_text, one_line};
use super::values::{date, document, entries, list, name, names, new_id, not_empty};
use super::written::{EventLine, EventWritten, Spanned, UnitWritten, UnitsFile};
use crate::diagnostics::codes::{files, shape};
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Date, Group, Place, Text};
use crate::yaml::{Kind, Node, Yaml};

/// Reads units.yaml; nothing where it does not say which groups and units there are, since no name could be resolved.
pub(super) fn read(file: u32, source: &str, languages: &Languages, faults: &mut Faults) -> Option<UnitsFile> {
    let yaml = Yaml::parse(file, source, faults);
    let broken = yaml.is_broken();
    let Some(root) = yaml.root() else {
        if !broken {
            faults.push(Diagnostic::new(&files::FILE_EMPTY, Place::whole(file)).with("init", "scorebook init DIR"));
        }
        return None;
    };
    let mut m = Fields::of(root, "units.yaml", broken, faults)?;
    let [groups, units] = [m.get("groups"), m.get("units")];
    let events = m.get("events").map(|n| list(n, faults)).unwrap_or_default();
    // Groups and units that are indented too little stand among the keys of the file, and are what they are.
    let (own_units, own_groups): (Vec<Entry<'_>>, Vec<Entry<'_>>) =
        m.take_unasked(is_named).into_iter().partition(|(_, value)| has_key(*value, "group"));
    own_units.iter().chain(&own_groups).for_each(|(key, _)| faults.push(too_little(*key)));
    let is_whole =
        |node: Option<Node<'_>>, own: &[Entry<'_>]| node.map_or(!own.is_empty(), |node| node.kind() == Kind::Map);
    let is_whole = is_whole(groups, &own_groups) && is_whole(units, &own_units);
    let moved = faults.found();
    let listed = [
        [listed(groups, "`groups`", &["units", "events"], faults), own_groups].concat(),
        [listed(units, "`units`", &["events"], faults), own_units].concat(),
    ];
    let is_cut = faults.as_slice()[moved..].iter().any(|fault| fault.code.id == shape::INDENTATION.id);
    for (key, node, listed) in [("groups", groups, &listed[0]), ("units", units, &listed[1])] {
        if node.is_none() && listed.is_empty() && !is_cut {
            m.lack(key);
        }
    }
    let [groups, units] = listed;
    let ids: Vec<String> = groups.iter().map(|(key, _)| key.text().to_owned()).collect();
    let read = UnitsFile {
        groups: groups.into_iter().map(|(k, v)| group(k, v, languages, broken, faults)).collect(),
        units: units.into_iter().map(|(k, v)| unit(k, v, &ids, (languages, broken), faults)).collect(),
        events: events.into_iter().filter_map(|n| event(n, languages, broken, faults)).collect(),
    };
    m.done(faults);
    // What is left of a file that is broken is not all that it says.
    (is_whole && !is_cut && !broken).then_some(read)
}

/// The entries of `groups` or `units` that stand at their level; `above` are keys that stand one level higher.
fn listed<'a>(node: Option<Node<'a>>, what: &'static str, above: &[&str], faults: &mut Faults) -> Vec<Entry<'a>> {
    let written = node.map(|n| entries(n, what, faults)).unwrap_or_default();
    at_their_level(written, above, is_named, faults)
}

/// Whether a value has a key.
fn has_key(node: Node<'_>, key: &str) -> bool {
    node.entries().any(|(own, _)| own.text() == key)
}

/// Whether a value is a group or a unit.
fn is_named(node: Node<'_>) -> bool {
    has_key(node, "name")
}

/// A group; of one that is no map, its id alone.
fn group(
    key: Node<'_>,
    node: Node<'_>,
    languages: &Languages,
    broken: bool,
    faults: &mut Faults,
) -> (Spanned<String>, Group) {
    let id = new_id(key, faults);
    let mut group =
        Group { id: id.value.clone(), name: Text::default(), in_text: None, noun: None, from: None, until: None };
    if let Some(mut m) = Fields::of(node, "a group", broken, faults) {
        let name = m.need("name");
        group.name = name.map(|n| needed_text(n, ["a name", "tên"], languages, faults)).unwrap_or_default();
        group.in_text = m.get("in_text").map(|n| needed_text(n, ["a name", "tên"], languages, faults));
        group.noun = m.get("noun").and_then(|n| noun(n, languages, broken, faults));
        (group.from, group.until) = life(&mut m, faults);
        m.done(faults);
    }
    (id, group)
}

/// A unit; of one that is no map, its id alone.
fn unit<'a>(
    key: Node<'a>,
    node: Node<'a>,
    groups: &'a [String],
    (languages, broken): (&Languages, bool),
    faults: &mut Faults,
) -> UnitWritten {
    let id = new_id(key, faults);
    let (name, aka) = (Text::default(), Vec::new());
    let mut unit = UnitWritten { id, group: None, name, short: None, aka, from: None, until: None };
    if let Some(mut m) = Fields::of(node, "a unit", broken, faults) {
        m.of_groups(groups);
        (unit.from, unit.until) = life(&mut m, faults);
        let name = m.need("name");
        unit.name = name.map(|n| needed_text(n, ["a name", "tên"], languages, faults)).unwrap_or_default();
        unit.short = m.get("short").and_then(|n| one_line(n, languages, faults));
        unit.aka = m.get("aka").map(|n| spellings(n, faults)).unwrap_or_default();
        unit.group = m.need("group").map(super::values::name);
        m.done(faults);
    }
    unit
}

/// The first and the last day of a life; reports one that ends before it begins.
fn life(m: &mut Fields<'_>, faults: &mut Faults) -> (Option<Date>, Option<Date>) {
    let from = m.get("from").and_then(|n| date(n, faults));
    let until_node = m.get("until");
    let until = until_node.and_then(|n| date(n, faults));
    if let (Some(first), Some(last), Some(node)) = (from, until, until_node)
        && first > last
    {
        faults.push(Diagnostic::new(&shape::PERIOD_BACKWARDS, node.place()).with("from", first).with("to", last));
        return (from, None);
    }
    (from, until)
}

fn spellings(node: Node<'_>, faults: &mut Faults) -> Vec<String> {
    list(node, faults).into_iter().filter_map(|n| line(n, faults)).map(|text| joined(&text)).collect()
}

fn event(node: Node<'_>, languages: &Languages, broken: bool, faults: &mut Faults) -> Option<EventLine> {
    let mut m = Fields::of(node, "an event", broken, faults)?;
    let when = m.need("date").and_then(|n| date(n, faults));
    let found = [
        m.get("rename").map(|n| ("rename", n)),
        m.get("merge").map(|n| ("merge", n)),
        m.get("split").map(|n| ("split", n)),
        m.get("abolish").map(|n| ("abolish", n)),
        m.get("create").map(|n| ("create", n)),
        m.get("move").map(|n| ("move", n)),
    ];
    let kinds: Vec<_> = found.into_iter().flatten().collect();
    let event = match kinds.as_slice() {
        [("rename", unit)] => {
            let before = m.need("from").map(|n| needed_text(n, ["a name", "tên"], languages, faults));
            before.map(|from| EventWritten::Rename(name(*unit), from))
        }
        [("merge", units)] => {
            let into = m.need("into").map(name);
            not_empty(*units, ["merged units", "đơn vị sáp nhập"], faults);
            into.map(|into| EventWritten::Merge(names(*units, faults), into))
        }
        [("split", unit)] => {
            let into = m.need("into").map(|n| {
                not_empty(n, ["units that it became", "đơn vị được tách ra"], faults);
                names(n, faults)
            });
            into.map(|into| EventWritten::Split(name(*unit), into))
        }
        [("abolish", unit)] => Some(EventWritten::Abolish(name(*unit))),
        [("create", unit)] => Some(EventWritten::Create(name(*unit))),
        [("move", unit)] => m.need("from").map(|from| EventWritten::Move(name(*unit), name(from))),
        kinds => {
            for key in ["from", "into", "document"] {
                m.get(key);
            }
            if !kinds.is_empty() || !m.has_unknown() {
                faults.push(Diagnostic::new(&shape::EVENT_KIND, node.place()));
            }
            None
        }
    };
    let document = m.get("document").and_then(|n| document(n, languages, broken, faults));
    m.done(faults);
    debug_assert_eq!(node.kind(), Kind::Map, "only maps have fields");
    Some(EventLine { date: when?, event: event?, document, place: node.place() })
}
