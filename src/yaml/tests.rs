//! What a text holds, and what is wrong with it.

use proptest::{collection::vec, prop_assert, proptest, sample::select};

use super::{Kind, Node, Yaml};
use crate::diagnostics::{CliLanguage, Faults};

/// The whole tree on one line: `{ key: value }`, `[item]`, quoted texts in quotes.
fn shown(node: Node<'_>) -> String {
    match node.kind() {
        Kind::Scalar if node.is_null() => "~".to_owned(),
        Kind::Scalar if node.is_plain() => node.text().to_owned(),
        Kind::Scalar => format!("{:?}", node.text()),
        Kind::List => format!("[{}]", node.items().map(shown).collect::<Vec<_>>().join(", ")),
        Kind::Map => {
            let entries = node.entries().map(|(key, value)| format!("{}: {}", shown(key), shown(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

/// The line and column, in characters, of a byte.
fn line_column(text: &str, at: u32) -> String {
    let before = &text[..at as usize];
    let line = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before[line..].chars().filter(|&c| c != '\u{feff}').count() + 1;
    format!("{}:{column}", before.matches('\n').count() + 1)
}

/// Each fault as `code line:column text`, in order.
fn faults(text: &str, faults: Faults) -> Vec<String> {
    let told = faults.sorted().into_iter().map(|fault| {
        let place = fault.place.unwrap();
        let source = &text[place.start as usize..place.end as usize];
        format!("{} {} {source}", fault.code.id, line_column(text, place.start)).trim_end_matches(' ').to_owned()
    });
    told.collect()
}

#[track_caller]
fn case(text: &str, tree: &str, expected: &[&str]) {
    let mut found = Faults::default();
    let yaml = Yaml::parse(0, text, &mut found);
    assert_eq!((yaml.root().map_or_else(String::new, shown).as_str(), faults(text, found)), (tree, strings(expected)));
}

fn strings(expected: &[&str]) -> Vec<String> {
    expected.iter().map(|&fault| fault.to_owned()).collect()
}

/// Each node as `line:column source`, keys and collections too.
#[track_caller]
fn places(text: &str, expected: &[&str]) {
    fn walk(node: Node<'_>, text: &str, out: &mut Vec<String>) {
        out.push(format!("{} {}", line_column(text, node.place().start), node.source()));
        node.items().for_each(|item| walk(item, text, out));
        for (key, value) in node.entries() {
            walk(key, text, out);
            walk(value, text, out);
        }
    }
    let mut found = Faults::default();
    let yaml = Yaml::parse(0, text, &mut found);
    let mut out = Vec::new();
    walk(yaml.root().expect("a root"), text, &mut out);
    assert_eq!((out, faults(text, found)), (strings(expected), vec![]));
}

/// The headline of the only fault.
#[track_caller]
fn headline(text: &str, expected: &str, vietnamese: &str) {
    let mut found = Faults::default();
    Yaml::parse(0, text, &mut found);
    let [fault] = found.as_slice() else { panic!("{found:?}") };
    let told = [CliLanguage::English, CliLanguage::Vietnamese].map(|language| fault.sentences(language)[0].clone());
    assert_eq!(told, [expected, vietnamese]);
}

#[test]
fn values_keep_their_text() {
    case("a: 20.50\nb: \"x\\ty\"\nc: 'it''s'\nd: no\n", r#"{a: 20.50, b: "x\ty", c: "it's", d: no}"#, &[]);
    case("a:\nb: ~\nc: null\nd: \"\"\ne: '~'\n", r#"{a: ~, b: ~, c: ~, d: "", e: "~"}"#, &[]);
    case("- a\n-\n- [1, {x: 2}]\n- []\n", "[a, ~, [1, {x: 2}], []]", &[]);
    case("a: |\n  x\n  y\n\nb: >-\n  x\n  y\nc: x\n  y\n", r#"{a: "x\ny\n", b: "x y", c: x y}"#, &[]);
    case("a: {x:24, y : 3, \"z\":4, w}\n", r#"{a: {x:24: ~, y: 3, "z": 4, w: ~}}"#, &[]);
    case("\u{feff}a: Sở Y tế\r\nb: [1,\r\n 2]\r\n", "{a: Sở Y tế, b: [1, 2]}", &[]);
    case("---\na: 1\n...\n", "{a: 1}", &[]);
    case("# nothing\n", "", &[]);
    case("", "", &[]);
    case("text", "text", &[]);
}

#[test]
fn places_are_exact() {
    places(
        "\u{feff}tên: { vi: Sở Y tế, en: \"Health\" } # x\r\nb:\r\n  - 1 \r\n  - [ 2 ,3 ]\r\n\r\n# end\r\nc: 4\r\n",
        &[
            "1:1 tên: { vi: Sở Y tế, en: \"Health\" } # x\r\nb:\r\n  - 1 \r\n  - [ 2 ,3 ]\r\n\r\n# end\r\nc: 4",
            "1:1 tên",
            "1:6 { vi: Sở Y tế, en: \"Health\" }",
            "1:8 vi",
            "1:12 Sở Y tế",
            "1:21 en",
            "1:25 \"Health\"",
            "2:1 b",
            "3:3 - 1 \r\n  - [ 2 ,3 ]",
            "3:5 1",
            "4:5 [ 2 ,3 ]",
            "4:7 2",
            "4:10 3",
            "7:1 c",
            "7:4 4",
        ],
    );
    places(
        "a: \"x\n  y\"\nb: |\n  ở đây\n\nc: ờ\n  z\n",
        &[
            "1:1 a: \"x\n  y\"\nb: |\n  ở đây\n\nc: ờ\n  z",
            "1:1 a",
            "1:4 \"x\n  y\"",
            "3:1 b",
            "4:3 ở đây",
            "6:1 c",
            "6:4 ờ\n  z",
        ],
    );
    places("{ a: , b:24, c }", &["1:1 { a: , b:24, c }", "1:3 a", "1:5 ", "1:8 b:24", "1:12 ", "1:14 c", "1:15 "]);
    places("a:\nb: &x\nc: *x\n", &["1:1 a:\nb: &x\nc: *x", "1:1 a", "1:3 ", "2:1 b", "2:6 ", "3:1 c", "2:6 "]);
}

#[test]
fn neighbours_that_a_comma_parts_without_a_space_touch() {
    let mut found = Faults::default();
    let yaml = Yaml::parse(0, "{ staff: 9,3, x: [24, 22,9] }", &mut found);
    let entries: Vec<_> = yaml.root().expect("a map").entries().collect();
    assert!(entries[1].0.touches(entries[0].1));
    assert!(!entries[2].0.touches(entries[1].1));
    let items: Vec<_> = entries[2].1.items().collect();
    assert_eq!((items[1].touches(items[0]), items[2].touches(items[1]), entries[2].1.len()), (false, true, 3));
}

#[test]
fn aliases_stand_for_what_their_anchor_marks() {
    case("a: &x { p: 1 }\nb: *x\nc: [*x, *x]\n", "{a: {p: 1}, b: {p: 1}, c: [{p: 1}, {p: 1}]}", &[]);
    case("a: &x foo\n*x : 1\n", "{a: foo, foo: 1}", &[]);
    case("a: &x 1\nb: &x 2\nc: *x\n", "{a: 1, b: 2, c: 2}", &["anchor-unused 1:4 &x"]);
    case("a: &x [1]\nb: 2\n", "{a: [1], b: 2}", &["anchor-unused 1:4 &x"]);
    case("a: *x\nb: &x 1\n", "{b: 1}", &["alias-unknown 1:4 *x"]);
    case("a: &x [1, *x]\nb: 2\n", "{a: [1], b: 2}", &["alias-recursive 1:11 *x"]);
}

#[test]
fn anchors_that_grow_without_end_are_refused() {
    let doubled = |n: usize| (1..n).map(|i| format!("a{i}: &a{i} [*a{p}, *a{p}]\n", p = i - 1)).collect::<String>();
    let mut found = Faults::default();
    let text = format!("a0: &a0 [1, 1]\n{}", doubled(26));
    Yaml::parse(0, &text, &mut found);
    assert_eq!(faults(&text, found), ["node-limit 18:18 *a16"]);

    let text = format!("a: &a 1\nb:\n{}", "- *a\n".repeat(10_001));
    let mut found = Faults::default();
    Yaml::parse(0, &text, &mut found);
    assert_eq!(faults(&text, found), ["alias-limit 10003:3 *a"]);

    let deep = (1..40).map(|i| format!("a{i}: &a{i} [*a{}]\n", i - 1)).collect::<String>();
    let text = format!("a0: &a0 [1]\n{deep}");
    let mut found = Faults::default();
    Yaml::parse(0, &text, &mut found);
    assert_eq!(faults(&text, found), ["nesting-limit 32:12 *a30"]);
}

#[test]
fn nesting_ends_at_its_limit() {
    let nested = |n: usize| format!("{}1{}", "[".repeat(n), "]".repeat(n));
    case(&nested(32), &nested(32), &[]);
    case(&nested(33), "", &["nesting-limit 1:33 ["]);
    let mixed = format!("a:\n b:\n  c: {}\n", nested(30));
    let mut found = Faults::default();
    Yaml::parse(0, &mixed, &mut found);
    assert_eq!(faults(&mixed, found), ["nesting-limit 3:35 ["]);
    for text in ["- ".repeat(100_000), "[".repeat(200_000), "? ".repeat(100_000), "{a: ".repeat(100_000)] {
        let mut found = Faults::default();
        Yaml::parse(0, &text, &mut found);
        assert_eq!(found.as_slice()[0].code.id, "nesting-limit");
    }
}

#[test]
fn equal_keys_are_told_once_a_map_and_the_first_counts() {
    case("a: 1\nb: 2\n'a': 3\na: 4\n", "{a: 1, b: 2}", &["key-duplicate 3:1 'a'"]);
    case("a:\na:\n  b: 1\n", "{a: {b: 1}}", &["key-duplicate 2:1 a"]);
    let mut found = Faults::default();
    Yaml::parse(0, "x: { a: 1,\n a: 2 }", &mut found);
    let [fault] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((fault.related[0].0.start, fault.related[0].1.as_str()), (5, "first"));

    let many = (0..100_000).map(|i| format!("k{}: 1\n", i % 99_999)).collect::<String>();
    let mut found = Faults::default();
    let yaml = Yaml::parse(0, &many, &mut found);
    assert_eq!(yaml.root().map(Node::len), Some(99_999));
    assert_eq!(faults(&many, found), ["key-duplicate 100000:1 k0"]);
}

#[test]
fn refused_constructs_are_told_and_left_out() {
    case("a: &x {p: 1}\nb:\n  <<: *x\n  q: 2\n", "{a: {p: 1}, b: {q: 2}}", &["merge-key 3:3 <<"]);
    case("a: !!str 5\nb: !x [1]\n", "{a: 5, b: [1]}", &["tag-refused 1:4 !!str", "tag-refused 2:4 !x"]);
    case("a: !q!x 5\nb: 1\n", "{b: 1}", &["tag-refused 1:4 !"]);
    case("%YAML 1.2\n---\na: 1\n", "{a: 1}", &["directive-refused 1:1 %"]);
    case("a: 1\n---\nb: 2\n", "{a: 1}", &["document-second 2:1 ---"]);
    case("? [a, b]\n: 1\n[c]: 2\nd: 3\n", "{d: 3}", &["key-complex 1:3 [a, b]", "key-complex 3:1 [c]"]);
    let key = "ở".repeat(1025);
    case(&format!("{key}: 1\nb: 2\n"), "{b: 2}", &[&format!("key-too-long 1:1 {key}")]);
    case(&format!("{}: 1\n", &key[3..]), &format!("{{{}: 1}}", &key[3..]), &[]);
}

#[test]
fn reading_goes_on_after_a_syntax_fault() {
    case("a: { x: 1, y: 2\nb: 3\n", "{b: 3}", &["yaml-syntax 1:4 {"]);
    case("a: { x: 1,\nb: { y: [1 }\nc: 3\n", "{c: 3}", &["yaml-syntax 1:4 {", "yaml-syntax 2:9 ["]);
    case("a: \"foo\nb: 3\n", "{b: 3}", &["yaml-syntax 1:4 \""]);
    case("a: \"foo\nb: \"bar\"\n", "{b: \"bar\"}", &["yaml-syntax 1:4 \""]);
    case("a: { b: 'x, c: 1 }\nd: 'y'\n", "{d: \"y\"}", &["yaml-syntax 1:9 '"]);
    case("a: 'x' y\nb: 1\n", "{b: 1}", &["yaml-syntax 1:8 y"]);
    case("a: foo: bar\nb: 1\n", "{b: 1}", &["yaml-syntax 1:7 :"]);
    case("a: { b: 1 c: 2 }\nd: 1\n", "{d: 1}", &["yaml-syntax 1:9 1 c"]);
    case("a: { b: 1 }}\nd: 1\n", "{d: 1}", &["yaml-syntax 1:12 }"]);
    case("a: [1, 2}\nd: 1\n", "{d: 1}", &["yaml-syntax 1:4 ["]);
    case("a: @foo\nb: %\nc: 1\n", "{c: 1}", &["yaml-syntax 1:4 @foo", "yaml-syntax 2:4 %"]);
    case("a: 1\n  b: 2\nc: 3\n", "{a: 1, c: 3}", &["yaml-syntax 2:3 b: 2"]);
    case("a:\n    b: 2\n  c: 3\nd: 4\n", "{a: {b: 2}, d: 4}", &["yaml-syntax 3:3 c"]);
    case("a: 1\nb\nc: 2\n", "{a: 1, c: 2}", &["yaml-syntax 2:1 b"]);
    case("a:1\nb: 2\nc: 3\n", "{b: 2, c: 3}", &["yaml-syntax 1:1 a:1"]);
    case("x:\n  a:1\n  b: 2\n", "{x: {b: 2}}", &["yaml-syntax 2:3 a:1"]);
    case("a: {b: 1}#note\nc: 1\n", "{c: 1}", &["yaml-syntax 1:10 #"]);
    case("a: \"x\\qy\"\nb: 1\n", "{b: 1}", &["yaml-syntax 1:4 \""]);
    case("a: x\0y\nb: 1\n", "{b: 1}", &["yaml-syntax 1:5 \0"]);
    case("a: [1, 2", "", &["yaml-syntax 1:4 ["]);
}

#[test]
fn a_broken_line_does_not_take_its_children_along() {
    case("- id: apps: x\n  name: A\n- id: b\n", "[{name: A}, {id: b}]", &["yaml-syntax 1:11 :"]);
    case("scores: x: y\n  a: 1\nb: 2\n", "{scores: {a: 1}, b: 2}", &["yaml-syntax 1:10 :"]);
    case(
        "scores: {\n  a: 1,\n  b: \"x\\q\" },\n  c: @\n}\nd: 2\n",
        "{scores: {a: 1}, d: 2}",
        &["yaml-syntax 3:6 \"", "yaml-syntax 4:6 @"],
    );
}

#[test]
fn at_most_twenty_syntax_faults_are_told() {
    let text = (0..30).map(|i| format!("k{i}: @\n")).collect::<String>();
    let mut found = Faults::default();
    let yaml = Yaml::parse(0, &text, &mut found);
    assert_eq!((found.as_slice().len(), yaml.is_broken()), (20, true));
}

#[test]
fn tabs_are_told_in_words() {
    case("a:\n\tb: 1\n\tc: 2\nd: 3\n", "{a: {b: 1, c: 2}, d: 3}", &["tab-indent 2:1 \t"]);
    case("a:\n  b: 1\n\tc: 1\nd: 3\n", "{a: {b: 1}, d: 3}", &["tab-indent 3:1 \t"]);
    case("a: 1\n\tb: 1\n", "{a: 1}", &["tab-indent 2:1 \t", "yaml-syntax 2:2 b: 1"]);
    case("a: { b: 1,\n\tc: 2 }\n", "{a: {b: 1, c: 2}}", &[]);
    headline(
        "a:\n\tb: 1\n\tc: 2\n",
        "a tab indents this line, and 1 more",
        "dòng này thụt lề bằng dấu tab, và 1 dòng nữa",
    );
}

#[test]
fn faults_are_told_in_both_languages() {
    headline("a: [1, 2}\n", "`[` is closed by `}`", "`[` lại được đóng bằng `}`");
    headline("a:1\nb: 2\n", "a space is missing after the colon", "thiếu dấu cách sau dấu hai chấm");
    headline("a: \0\n", "U+0000 cannot stand here", "U+0000 không được đứng ở đây");
    headline("a: *x\n", "no anchor `&x` stands before `*x`", "không có mỏ neo `&x` nào trước `*x`");
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic_and_every_place_can_be_sliced(
        pieces in vec(select(PIECES), 0..40),
    ) {
        let text = pieces.concat();
        let mut found = Faults::default();
        let yaml = Yaml::parse(0, &text, &mut found);
        let tree = yaml.root().map(shown);
        let faults = faults(&text, found);
        prop_assert!(tree.is_none() || !yaml.is_broken() || !faults.is_empty());
    }
}

/// What the random texts are made of.
const PIECES: &[&str] = &[
    "a",
    "b: ",
    "tên: ",
    "Sở Y tế",
    "ở",
    "- ",
    "\n",
    "\n  ",
    "\n    ",
    "\n",
    "{ ",
    " }",
    "[",
    "]",
    ", ",
    ",",
    "\"",
    "'",
    "\t",
    ": ",
    ":",
    "? ",
    "&x ",
    "*x",
    "!t ",
    "%",
    "@",
    "|\n",
    ">",
    "#",
    " #",
    "\\",
    "---\n",
    "\r\n",
    "\u{feff}",
    "1",
    "<<: ",
    "\0",
];

#[test]
fn a_slot_takes_sixteen_bytes() {
    assert_eq!(size_of::<super::tape::Slot>(), 16);
}
