//! No circle of files: who uses whom leads back to nobody. And no page uses another page.

use std::collections::{BTreeMap, BTreeSet};

use crate::house::{House, Node, house};
use crate::known::Known;
use crate::{Source, holds, refused};

/// The files that are in a circle today, circle by circle.
const IN_CIRCLES: Known =
    Known { file: "tests/tidy/known/circles.txt", text: include_str!("known/circles.txt"), cap: 0 };

/// The pages that use a page today.
const PAGE_TO_PAGE: Known =
    Known { file: "tests/tidy/known/page_to_page.txt", text: include_str!("known/page_to_page.txt"), cap: 0 };

/// The list that names each kind of page.
const CATALOGUE: &str = "PAGES";

type Arrows<'a> = BTreeSet<(Node<'a>, Node<'a>)>;

/// The files that lead back to themselves by way of others, one set a circle.
fn circles<'a>(arrows: &Arrows<'a>) -> BTreeSet<BTreeSet<&'a str>> {
    let mut to: BTreeMap<Node<'_>, Vec<Node<'a>>> = BTreeMap::new();
    arrows.iter().for_each(|(from, other)| to.entry(*from).or_default().push(*other));
    let reached: BTreeMap<Node<'_>, BTreeSet<Node<'_>>> = to.keys().map(|from| (*from, reached(*from, &to))).collect();
    let circle = |from: &Node<'_>| -> BTreeSet<&str> {
        let back = reached[from].iter().filter(|other| reached.get(other).is_some_and(|there| there.contains(from)));
        back.map(|node| node.path).collect()
    };
    to.keys().map(circle).filter(|files| files.len() > 1).collect()
}

/// Everything that an arrow or several lead to.
fn reached<'a>(from: Node<'a>, to: &BTreeMap<Node<'_>, Vec<Node<'a>>>) -> BTreeSet<Node<'a>> {
    let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(node) = open.pop() {
        let next = to.get(&node).into_iter().flatten();
        open.extend(next.filter(|next| seen.insert(**next)));
    }
    seen
}

/// Files in a circle that is not on the list, and those on the list that are in none.
fn in_circles(house: &House, known: &Known) -> Vec<String> {
    let arrows = house.arrows();
    let circles = circles(&arrows);
    let today = circles.iter().flatten().map(|file| (*file).to_owned()).collect();
    let mut broken = known.differences(
        &today,
        "is in a circle of files; move what both sides need into a file that uses neither (arrows are below)",
    );
    let parts: BTreeMap<&str, &str> = known.entries().into_iter().map(|(part, file)| (file, part)).collect();
    for circle in &circles {
        let met: BTreeSet<&str> = circle.iter().filter_map(|file| parts.get(file).copied()).collect();
        if met.len() > 1 {
            broken.push(format!("the circles {met:?} of {} have grown into one", known.file));
        }
        if circle.iter().any(|file| !parts.contains_key(file)) || met.len() > 1 {
            broken.extend(inside(&arrows, circle));
        }
    }
    broken
}

/// The arrows inside a circle, for whoever has to untie it.
fn inside(arrows: &Arrows<'_>, circle: &BTreeSet<&str>) -> Vec<String> {
    let inside = arrows.iter().filter(|(from, to)| circle.contains(from.path) && circle.contains(to.path));
    let files: BTreeSet<(&str, &str)> = inside.map(|(from, to)| (from.path, to.path)).collect();
    files.into_iter().filter(|(from, to)| from != to).map(|(from, to)| format!("  {from} -> {to}")).collect()
}

/// Pages that use a page and are not on the list, and those on the list that do not.
fn page_to_page(house: &House, known: &Known) -> Vec<String> {
    let pages = house.files_named_in(CATALOGUE);
    let arrows = house.arrows();
    let between = arrows.iter().map(|(from, to)| (from.path, to.path));
    let between = between.filter(|(from, to)| from != to && pages.contains(from) && pages.contains(to));
    let today = between.map(|(from, to)| format!("{from} -> {to}")).collect();
    known.differences(&today, "a page uses a page; move what both show into a file of its own that is no page")
}

#[test]
fn no_file_leads_back_to_itself() {
    holds(in_circles(house(), &IN_CIRCLES));
}

#[test]
fn no_page_uses_a_page() {
    holds(page_to_page(house(), &PAGE_TO_PAGE));
    assert_eq!(house().files_named_in(CATALOGUE).len(), 23, "the kinds of pages");
}

/// Files of a made-up program, in one text with a line `//- PATH` before each.
/// `src/a` has an empty `mod.rs` where none is written.
fn made_up(text: &str) -> House {
    let files = text.split("//- ").skip(1).filter_map(|file| file.split_once('\n'));
    let mut files: Vec<Source> = files.map(|(path, text)| Source::new(path, text)).collect();
    let folder = |path: &str| files.iter().any(|file| file.path.starts_with(path));
    if folder("src/a/") && !folder("src/a/mod.rs") {
        files.push(Source::new("src/a/mod.rs", ""));
    }
    House::new(&files)
}

const NOTHING: Known = Known { file: "x.txt", text: "", cap: 0 };

#[test]
fn circles_are_refused() {
    let case = |text: &str| {
        refused(in_circles(&made_up(text), &NOTHING), "src/a/b.rs: is in a circle of files");
    };
    // By the name, by a group, by a path in code, by a module, by another name.
    case("//- src/a/b.rs\nuse super::c::C;\nstruct B;\n//- src/a/c.rs\nuse crate::a::b::B;\nstruct C;\n");
    case("//- src/a/b.rs\nuse super::{c::{self, C}, d};\n//- src/a/c.rs\nfn f() { super::b::g() }\n");
    case("//- src/a/b.rs\nuse super::c as other;\nfn f() { other::g() }\n//- src/a/c.rs\nuse super::b::f;\n");
    // By way of a third, and of what a `mod.rs` hands on.
    case(
        "//- src/a/mod.rs\npub use b::B;\npub(super) use c::C as D;\nmod b;\nmod c;\n\
         //- src/a/b.rs\nuse crate::a::D;\nstruct B;\n//- src/a/c.rs\nuse super::e::E;\nstruct C;\n\
         //- src/a/e.rs\nuse super::B;\nstruct E;\n",
    );
    // By way of what a `mod.rs` hands on of its own files, to those files.
    case(
        "//- src/a/mod.rs\npub use b::B;\npub use c::C;\nmod b;\nmod c;\n\
         //- src/a/b.rs\nuse super::C;\npub struct B;\n//- src/a/c.rs\npub struct C;\n",
    );
    case(
        "//- src/mod.rs\npub use a::B;\nmod a;\n//- src/a/mod.rs\npub use b::B;\nuse c::C;\nmod b;\nmod c;\n\
         //- src/a/b.rs\nuse crate::a::C;\npub struct B;\n//- src/a/c.rs\npub struct C;\n",
    );
    // A child needs what needs the child.
    case(
        "//- src/a/mod.rs\nmod b;\npub fn all() { one() }\nfn one() { b::two() }\n\
         //- src/a/b.rs\npub fn two() { super::all() }\n",
    );
    // By a method that stands beside another type than its own.
    case(
        "//- src/a/b.rs\npub struct B<'a>(&'a str);\nfn f(x: &B) { x.length() }\n\
         //- src/a/c.rs\nuse super::b::B;\nimpl<'a> B<'a> {\n    pub fn length(&self) {}\n}\n",
    );
    case(
        "//- src/a/b.rs\npub struct B;\nfn f() { B::new() }\n//- src/a/c.rs\nuse super::b::B;\nimpl B { pub(super) fn new() {} }\n",
    );
    let two = "//- src/a.rs\nuse crate::b::B;\nstruct A;\n//- src/b.rs\nuse crate::a::A;\nstruct B;\n";
    refused(in_circles(&made_up(two), &NOTHING), "src/b.rs -> src/a.rs");
    let parts = Known { file: "x.txt", text: "[one]\nsrc/a.rs\n[two]\nsrc/b.rs\n", cap: 2 };
    refused(in_circles(&made_up(two), &parts), "have grown into one");
    let left = Known { file: "x.txt", text: "src/a.rs\n", cap: 1 };
    refused(in_circles(&made_up("//- src/a.rs\n"), &left), "src/a.rs: is mended");
}

#[test]
fn what_looks_like_a_circle_and_is_none_is_accepted() {
    let case = |text: &str| assert_eq!(in_circles(&made_up(text), &NOTHING), Vec::<String>::new(), "{text}");
    // A list of children, and what they share.
    case(
        "//- src/a/mod.rs\nmod b;\npub static ALL: &[fn()] = &[b::two];\npub fn one() {}\n\
         //- src/a/b.rs\nuse super::one;\npub fn two() { one() }\n",
    );
    // What is handed on is used by whoever takes it.
    case("//- src/a/mod.rs\npub use b::B;\nmod b;\npub struct A;\n//- src/a/b.rs\nuse super::A;\npub struct B;\n");
    // Tests, comments, texts, and modules of other packages.
    case("//- src/a.rs\nuse crate::b::B;\n//- src/b.rs\nstruct B;\n#[cfg(test)]\nmod tests { use crate::a::A; }\n");
    case("//- src/a.rs\nuse crate::b::B;\n//- src/b.rs\n// crate::a::A\nconst B: &str = \"crate::a::A\";\n");
    case("//- src/a.rs\nuse crate::b::B;\n//- src/b.rs\nuse std::a::A;\nfn f() { other::a::g() }\n");
    // A method whose name others have too can be anybody's.
    case(
        "//- src/b.rs\npub struct B;\nfn f(x: &C) { x.length() }\nimpl C {\n    fn length(&self) {}\n}\n\
         //- src/c.rs\nuse crate::b::B;\nimpl B {\n    pub fn length(&self) {}\n}\n",
    );
}

#[test]
fn a_page_that_uses_a_page_is_refused() {
    let pages = "//- src/pages/mod.rs\nmod one;\nmod two;\nmod three;\nmod years;\n\
                 pub static PAGES: &[fn()] = &[one::jobs, two::jobs, years::unit_jobs];\n\
                 //- src/pages/years/mod.rs\nmod unit;\npub use unit::jobs as unit_jobs;\n";
    let case = |text: &str, why: &str| {
        refused(page_to_page(&made_up(&format!("{pages}{text}")), &NOTHING), why);
    };
    case("//- src/pages/one.rs\nuse super::two::f;\n//- src/pages/two.rs\n", "src/pages/one.rs -> src/pages/two.rs");
    case(
        "//- src/pages/one.rs\n//- src/pages/years/unit.rs\nfn f() { crate::pages::one::g() }\n",
        "src/pages/years/unit.rs -> src/pages/one.rs",
    );
    let three = "//- src/pages/one.rs\nuse super::three::g;\n//- src/pages/three.rs\nuse super::two::f;\n\
                 //- src/pages/two.rs\n";
    assert_eq!(page_to_page(&made_up(&format!("{pages}{three}")), &NOTHING), Vec::<String>::new());
}
