//! Where a new part stands, in each layout that people write.

use proptest::{collection::vec, prop_assert, prop_assert_eq, proptest, sample::select};

use super::super::{NewValue, NoPlace, PartSpot, Yaml};
use crate::diagnostics::Faults;
use crate::yaml::Node;

fn fields() -> NewValue {
    NewValue::Fields(vec![("name", "N".to_owned()), ("max", "1".to_owned())])
}

#[track_caller]
fn entry(text: &str, spot: PartSpot, expected: &str) {
    let yaml = Yaml::parse(0, text, &mut Faults::default());
    assert_eq!(yaml.with_entry(&["m"], spot, "new", &fields()).as_deref(), Ok(expected));
}

#[track_caller]
fn item(text: &str, spot: PartSpot, expected: &str) {
    let yaml = Yaml::parse(0, text, &mut Faults::default());
    assert_eq!(yaml.with_item(&["l"], spot, &fields()).as_deref(), Ok(expected));
}

#[track_caller]
fn value(text: &str, path: &[&str], expected: Result<&str, NoPlace>) {
    let yaml = Yaml::parse(0, text, &mut Faults::default());
    assert_eq!(yaml.with_value(path, "9").as_deref().map_err(|why| *why), expected);
}

#[test]
fn an_entry_stands_on_a_line_like_those_beside_it() {
    entry("m:\n  a: { name: A }\nb: 1\n", PartSpot::Last, "m:\n  a: { name: A }\n  new: { name: N, max: 1 }\nb: 1\n");
    entry(
        "m:\n    a: { x: 1 } # why\n\nb: 1\n",
        PartSpot::Last,
        "m:\n    a: { x: 1 } # why\n    new: { name: N, max: 1 }\n\nb: 1\n",
    );
    entry("m:\n  a: 1\n  b: 2\n", PartSpot::After(0), "m:\n  a: 1\n  new: { name: N, max: 1 }\n  b: 2\n");
    entry("m:\n  # on a\n  a: 1\n", PartSpot::First, "m:\n  # on a\n  new: { name: N, max: 1 }\n  a: 1\n");
    entry("m:\n  a: 1", PartSpot::Last, "m:\n  a: 1\n  new: { name: N, max: 1 }");
    entry("m:\r\n  a: 1\r\nb: 1\r\n", PartSpot::Last, "m:\r\n  a: 1\r\n  new: { name: N, max: 1 }\r\nb: 1\r\n");
    entry("m:\n  a: 1\r\n", PartSpot::Last, "m:\n  a: 1\n  new: { name: N, max: 1 }\r\n");
    entry(
        "m:\n  a: &x { n: 1 }\n  b: *x\n",
        PartSpot::Last,
        "m:\n  a: &x { n: 1 }\n  b: *x\n  new: { name: N, max: 1 }\n",
    );
    entry("m:\n  a:\n  b:\n", PartSpot::After(0), "m:\n  a:\n  new: { name: N, max: 1 }\n  b:\n");
    entry(
        "m:\n  a: |\n    text\n    more\n\nb: 1\n",
        PartSpot::Last,
        "m:\n  a: |\n    text\n    more\n  new: { name: N, max: 1 }\n\nb: 1\n",
    );
}

#[test]
fn an_entry_has_the_layout_of_the_one_beside_it() {
    entry(
        "m:\n  a:\n    name: A\n    # on a\n  b: 1\n",
        PartSpot::After(0),
        "m:\n  a:\n    name: A\n    # on a\n  new:\n    name: N\n    max: 1\n  b: 1\n",
    );
    entry(
        "m:\n   a:\n       name: A\n",
        PartSpot::First,
        "m:\n   new:\n       name: N\n       max: 1\n   a:\n       name: A\n",
    );
    entry(
        "m:\n  a:        { n: 1 }\n  much-longer: { n: 1 }\n",
        PartSpot::After(0),
        "m:\n  a:        { n: 1 }\n  new:      { name: N, max: 1 }\n  much-longer: { n: 1 }\n",
    );
}

#[test]
fn an_entry_in_braces_has_its_commas() {
    entry("m: { a: 1 }\n", PartSpot::Last, "m: { a: 1, new: { name: N, max: 1 } }\n");
    entry("m: {a: 1, b: 2}\n", PartSpot::After(0), "m: {a: 1, new: { name: N, max: 1 }, b: 2}\n");
    entry("m: { a: 1, }\n", PartSpot::Last, "m: { a: 1, new: { name: N, max: 1 }, }\n");
    entry("m: { a: 1 }\n", PartSpot::First, "m: { new: { name: N, max: 1 }, a: 1 }\n");
    entry("m: {}\n", PartSpot::Last, "m: { new: { name: N, max: 1 } }\n");
    entry("m: {  } # none\n", PartSpot::Last, "m: { new: { name: N, max: 1 } } # none\n");
    entry("m: { # none\n  }\n", PartSpot::Last, "m: { new: { name: N, max: 1 }  # none\n  }\n");
    entry("m: {\n  a: 1,\n  b: 2\n}\n", PartSpot::Last, "m: {\n  a: 1,\n  b: 2,\n  new: { name: N, max: 1 }\n}\n");
    entry(
        "m: {\n  a: 1,\n  b: 2 # two\n}\n",
        PartSpot::Last,
        "m: {\n  a: 1,\n  b: 2, # two\n  new: { name: N, max: 1 }\n}\n",
    );
    entry(
        "m: {\n  a: 1, # one\n  b: 2\n}\n",
        PartSpot::After(0),
        "m: {\n  a: 1, # one\n  new: { name: N, max: 1 },\n  b: 2\n}\n",
    );
    entry("m: {\n  a: 1,\n  # end\n}\n", PartSpot::Last, "m: {\n  a: 1,\n  new: { name: N, max: 1 },\n  # end\n}\n");
    entry("m: { a: 1,\n     b: 2 }\n", PartSpot::Last, "m: { a: 1,\n     b: 2,\n     new: { name: N, max: 1 } }\n");
    entry("m: {\r\n  a: 1\r\n}\r\n", PartSpot::Last, "m: {\r\n  a: 1,\r\n  new: { name: N, max: 1 }\r\n}\r\n");
    entry("m: &x { a: 1 }\nn: *x\n", PartSpot::Last, "m: &x { a: 1, new: { name: N, max: 1 } }\nn: *x\n");
    entry("{ m: { a: 1 } }", PartSpot::Last, "{ m: { a: 1, new: { name: N, max: 1 } } }");
}

#[test]
fn a_key_without_a_value_gets_its_first_entry() {
    entry("m:\nb: 1\n", PartSpot::Last, "m:\n  new: { name: N, max: 1 }\nb: 1\n");
    entry("m: # none yet\n  # such as\n", PartSpot::Last, "m: # none yet\n  new: { name: N, max: 1 }\n  # such as\n");
    entry("m: ~\n", PartSpot::Last, "m: { new: { name: N, max: 1 } }\n");
    entry("{ m: , b: 1 }\n", PartSpot::Last, "{ m: { new: { name: N, max: 1 } } , b: 1 }\n");
    entry("a: 1\n", PartSpot::Last, "a: 1\nm:\n  new: { name: N, max: 1 }\n");
    entry("a: 1", PartSpot::Last, "a: 1\nm:\n  new: { name: N, max: 1 }");
    entry("\u{feff}a: 1\r\n# end\r\n", PartSpot::Last, "\u{feff}a: 1\r\n# end\r\nm:\r\n  new: { name: N, max: 1 }\r\n");
    entry("{ a: 1 }\n", PartSpot::Last, "{ a: 1, m: { new: { name: N, max: 1 } } }\n");
}

#[test]
fn an_item_stands_like_those_beside_it() {
    item("l:\n  - { a: 1 }\n", PartSpot::Last, "l:\n  - { a: 1 }\n  - { name: N, max: 1 }\n");
    item(
        "l:\n- { a: 1 } # one\n- { a: 2 }\n",
        PartSpot::After(0),
        "l:\n- { a: 1 } # one\n- { name: N, max: 1 }\n- { a: 2 }\n",
    );
    item("l:\n  - a: 1\n    b: 2\n", PartSpot::Last, "l:\n  - a: 1\n    b: 2\n  - name: N\n    max: 1\n");
    item("l:\n  -   a: 1\n      b: 2\n", PartSpot::First, "l:\n  -   name: N\n      max: 1\n  -   a: 1\n      b: 2\n");
    item("l:\n  - &x { a: 1 }\n  - *x\n", PartSpot::Last, "l:\n  - &x { a: 1 }\n  - *x\n  - { name: N, max: 1 }\n");
    item("l:\n  - &x { a: 1 }\n  - *x\n", PartSpot::First, "l:\n  - { name: N, max: 1 }\n  - &x { a: 1 }\n  - *x\n");
    item("l:\n- [1]\n", PartSpot::Last, "l:\n- [1]\n- { name: N, max: 1 }\n");
    item("l: []\n", PartSpot::Last, "l: [{ name: N, max: 1 }]\n");
    item("l: [ { a: 1 } ]\n", PartSpot::Last, "l: [ { a: 1 }, { name: N, max: 1 } ]\n");
    item("l: [\n  { a: 1 },\n]\n", PartSpot::Last, "l: [\n  { a: 1 },\n  { name: N, max: 1 },\n]\n");
    item("a: 1\nl:\n", PartSpot::Last, "a: 1\nl:\n  - { name: N, max: 1 }\n");
    item("a:\n- 1\nb: 2\n", PartSpot::Last, "a:\n- 1\nb: 2\nl:\n- { name: N, max: 1 }\n");
}

#[test]
fn a_value_is_replaced_where_it_stands() {
    value("a: { b: 1, c: 2 } # x\n", &["a", "b"], Ok("a: { b: 9, c: 2 } # x\n"));
    value("a:\n  b: \"1\"\n", &["a", "b"], Ok("a:\n  b: 9\n"));
    value("a: { b: , c: 2 }\n", &["a", "b"], Ok("a: { b: 9 , c: 2 }\n"));
    value("a:\n", &["a"], Ok("a: 9\n"));
    value("a: &x 1\nb: *x\n", &["b"], Err(NoPlace::Alias));
    value("a: &x { b: 1 }\nc: *x\n", &["c", "b"], Err(NoPlace::Alias));
    value("a: { b: 1 }\n", &["a"], Err(NoPlace::Missing));
    value("a: { b: 1 }\n", &["a", "c"], Err(NoPlace::Missing));
}

#[test]
fn what_is_not_understood_is_not_written() {
    let yaml = |text| Yaml::parse(0, text, &mut Faults::default()).with_entry(&["m"], PartSpot::Last, "new", &fields());
    assert_eq!(yaml("m: [1]\n"), Err(NoPlace::Layout));
    assert_eq!(yaml("m: text\n"), Err(NoPlace::Layout));
    assert_eq!(yaml("a: 1\n...\n"), Err(NoPlace::Layout));
    assert_eq!(yaml("- 1\n"), Err(NoPlace::Layout));
}

/// What random texts are made of: what stands on a line in braces, and lines.
const PIECES: &[&str] = &[
    "m:",
    " {",
    " }",
    " [",
    " ]",
    ",",
    " a: 1",
    " b: { n: 1 }",
    " # why",
    "\n",
    "\r\n",
    "\n  c: 1",
    "\n  d:",
    "\n    e: [1, 2]",
    "\n  - f",
    "\n- g: 1",
    "\nh: 1",
    "\n  # on it",
    " &x",
    " ~",
    " |\n      text",
    "\n\n",
];

/// What a node holds, without the new entry.
fn said(node: Node<'_>) -> String {
    let items: Vec<String> = node.items().map(said).collect();
    let entries = node.entries().filter(|(key, _)| key.text() != "new");
    let entries: Vec<String> = entries.map(|(key, value)| format!("{} {}", key.text(), said(value))).collect();
    format!("{:?} {:?} [{}] {{{}}}", node.kind(), node.text(), items.join(", "), entries.join(", "))
}

proptest! {
    #[test]
    fn whatever_is_written_holds_the_new_entry_and_what_it_held_before(
        pieces in vec(select(PIECES), 0..12),
        spot in select(&[PartSpot::First, PartSpot::Last, PartSpot::After(0), PartSpot::After(1)][..]),
    ) {
        let text = format!("m:{}", pieces.concat());
        let before = Yaml::parse(0, &text, &mut Faults::default());
        if let Ok(added) = before.with_entry(&["m"], spot, "new", &fields()) {
            let mut faults = Faults::default();
            let after = Yaml::parse(0, &added, &mut faults);
            let find = |node: Node<'_>, key: &str| {
                node.entries().find(|(own, _)| own.text() == key).map(|(_, value)| value.place())
            };
            let map = |yaml: &Yaml<'_>| yaml.root().and_then(|root| find(root, "m")).is_some();
            prop_assert!(map(&after), "{added:?}");
            let root = after.root().unwrap();
            let own = root.entries().find(|(key, _)| key.text() == "m").unwrap().1;
            prop_assert!(find(own, "new").is_some(), "{text:?} became {added:?}");
            let old = before.root().unwrap();
            let was = old.entries().find(|(key, _)| key.text() == "m").map(|(_, value)| value);
            if was.is_some_and(|was| !was.is_empty()) {
                prop_assert_eq!(said(old), said(root), "{:?}", added);
            }
            let lines: Vec<&str> = added.lines().collect();
            prop_assert!(text.lines().filter(|line| line.contains('#')).all(|line| {
                lines.iter().any(|other| other.contains(&line[line.find('#').unwrap()..]))
            }), "{text:?} became {added:?}");
        }
    }
}
