//! One name for one thing: no two types of the house have the same name.

use std::collections::{BTreeMap, BTreeSet};

use crate::house::{House, house};
use crate::known::Known;
use crate::{Source, holds, refused};

/// The names that several types have today.
const SHARED: Known = Known { file: "tests/tidy/known/names.txt", text: include_str!("known/names.txt"), cap: 0 };

/// What defines a type.
const DEFINES: [&str; 3] = ["enum", "struct", "union"];

/// The files that define each type, by its name. What stands within a function is no type of the house.
fn types(house: &House) -> BTreeMap<&str, Vec<&str>> {
    let mut types: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (file, tokens) in house.files() {
        let defined = tokens.windows(2).filter(|pair| DEFINES.iter().any(|word| pair[0].is(word)));
        for name in defined.filter_map(|pair| pair[1].name()) {
            types.entry(name).or_default().push(file);
        }
    }
    types
}

/// Names of several types that are not on the list, and those on the list that are of one.
fn shared(house: &House, known: &Known) -> Vec<String> {
    let several = types(house).into_iter().filter(|(_, files)| files.len() > 1).map(|(name, mut files)| {
        files.sort_unstable();
        (name, files)
    });
    let today: BTreeSet<String> = several.map(|(name, files)| format!("{name}: {}", files.join(", "))).collect();
    known.differences(&today, "several types have the name; call each by what it is")
}

#[test]
fn no_two_types_have_one_name() {
    holds(shared(house(), &SHARED));
}

#[test]
fn a_second_type_of_a_name_is_refused() {
    let known = Known { file: "names.txt", text: "", cap: 0 };
    let case = |files: &[(&str, &str)]| {
        let files: Vec<Source> = files.iter().map(|(path, text)| Source::new(path, text)).collect();
        shared(&House::new(&files), &known)
    };
    let row = ("src/model/row.rs", "pub struct Row(usize);\n");
    refused(case(&[row, ("src/charts/row.rs", "enum Row { One }\n")]), "Row: src/charts/row.rs, src/model/row.rs");
    assert_eq!(case(&[row, ("src/charts/line.rs", "struct Line { row: Row }\n")]), Vec::<String>::new());
    assert_eq!(case(&[row, ("src/charts/row.rs", "// struct Row\n")]), Vec::<String>::new());
}
