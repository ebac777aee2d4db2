//! What logic may look at: no enum of the model by `matches!`.

use std::collections::BTreeSet;

use crate::house::{House, house};
use crate::parts::path_at;
use crate::tokens::{Token, closing, part_end, stands_at};
use crate::{Source, holds, refused};

/// The names of the enums that the model defines.
fn enums(house: &House) -> BTreeSet<&str> {
    let model = house.files().filter(|(path, _)| path.starts_with("src/model/"));
    let pairs = model.flat_map(|(_, tokens)| tokens.windows(2)).filter(|pair| pair[0].is("enum"));
    pairs.filter_map(|pair| pair[1].name()).collect()
}

/// Enums of the model that `matches!` asks: a variant that is added later would be passed over in silence.
fn silent(house: &House) -> Vec<String> {
    let (mut broken, enums) = (Vec::new(), enums(house));
    for (file, tokens) in house.files() {
        for at in (0..tokens.len()).filter(|&i| stands_at(tokens, i, &["matches", "!", "("])) {
            let end = closing(tokens, at + 2);
            let pattern = &tokens[part_end(tokens, at + 3, &[","]).min(end)..end];
            let asked = (0..pattern.len()).filter_map(|i| enum_at(house, file, pattern, i));
            for name in asked.filter(|name| name == "Self" || enums.contains(name.as_str())).collect::<BTreeSet<_>>() {
                broken.push(format!(
                    "{file}:{}: `matches!` asks `{name}`, an enum of the model: a new variant would silently be false; \
                     write a method of `{name}` with a `match` that names every variant",
                    tokens[at].line
                ));
            }
        }
    }
    broken
}

/// The type of the model that a pattern names at a position.
fn enum_at(house: &House, file: &str, pattern: &[Token], at: usize) -> Option<String> {
    let (path, _) = path_at(pattern, at);
    let goes_on = at > 0 && (pattern[at - 1].is("::") || pattern[at - 1].is("."));
    if path.is_empty() || goes_on {
        return None;
    }
    let (home, name) = match path[0].as_str() {
        "Self" => (file, "Self".to_owned()),
        _ => house.definition(file, &path)?,
    };
    home.starts_with("src/model/").then_some(name)
}

#[test]
fn no_enum_of_the_model_is_asked_by_matches() {
    holds(silent(house()));
    assert!(enums(house()).len() > 15, "only {} enums were found", enums(house()).len());
}

/// A made-up model of one enum, with a file that looks at it.
fn model(path: &str, text: &str) -> House {
    let files = [
        ("src/model/mod.rs", "mod scheme;\npub use scheme::Ties;\n"),
        ("src/model/scheme.rs", "pub enum Ties { Dense, Ordinal }\npub struct Rule;\n"),
        ("src/rankings/mod.rs", "mod known;\npub use known::Known;\n"),
        ("src/rankings/known.rs", "pub enum Known { Exact, Nothing }\n"),
        (path, text),
    ];
    House::new(&files.map(|(path, text)| Source::new(path, text)))
}

#[test]
fn an_enum_of_the_model_in_matches_is_refused() {
    let case = |text: &str| {
        refused(silent(&model("src/pages.rs", text)), "src/pages.rs:2: `matches!` asks `Ties`");
    };
    case("use crate::model::Ties;\nfn f(x: Ties) -> bool { matches!(x, Ties::Dense) }\n");
    case(
        "use crate::model::{self, Rule};\nfn f() { !matches!(g(a, b), Some((_, model::Ties::Dense | model::Ties::Ordinal))) }\n",
    );
    case("use crate::model::Ties::Ordinal as Last;\nfn f() { matches!(rule.ties, Last if rule.holds) }\n");
    case("\nfn f() { matches!(x, crate::model::Ties::Dense) }\n");
    let own = "pub enum State { Known }\nimpl State { fn f(self) -> bool { matches!(self, Self::Known) } }\n";
    refused(silent(&model("src/model/state.rs", own)), "src/model/state.rs:2: `matches!` asks `Self`");
}

#[test]
fn other_matches_are_accepted() {
    let case = |text: &str| assert_eq!(silent(&model("src/pages.rs", text)), Vec::<String>::new(), "{text}");
    case("use crate::rankings::Known;\nfn f(x: Known) -> bool { matches!(x, Known::Exact) }\n");
    case(
        "use crate::model::Ties;\nfn f(x: Ties) -> bool { match x { Ties::Dense => true, Ties::Ordinal => false } }\n",
    );
    case("use crate::model::Ties;\nfn f() { matches!(rank(Ties::Dense), Some(_)) }\n");
    case(
        "enum Ties { Dense }\nfn f() { matches!(c, b'a' | b'b') && matches!(x, Ties::Dense) && matches!(x, Self::A) }\n",
    );
    case(
        "use crate::model::Ties;\n// matches!(x, Ties::Dense)\n#[cfg(test)]\nmod tests { matches!(x, Ties::Dense) }\n",
    );
}
