//! The parts of a file of Rust: what it imports, its items, the paths and functions in them.

use std::collections::BTreeSet;

use crate::tokens::{Kind, Token, closing, part_end, stands_at};

/// A path as it is written: `crate::a::b` in parts.
pub(crate) type Path = Vec<String>;

/// A part of a file.
#[derive(Default)]
pub(crate) struct Item {
    pub(crate) name: String,
    pub(crate) tokens: Vec<Token>,
    /// The names that may stand for something outside of it.
    pub(crate) names: BTreeSet<String>,
}

/// One name of a `use`.
pub(crate) struct Import {
    pub(crate) path: Path,
    pub(crate) name: String,
    /// Whether others may take the name from here, which is no use of it.
    pub(crate) is_handed_on: bool,
}

/// The names that may stand for something outside: types anywhere, functions where they are called or handed over.
pub(crate) fn names(tokens: &[Token]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (i, token) in tokens.iter().enumerate() {
        let Some(name) = token.name() else { continue };
        let is_own = i > 0 && [".", "::", "fn", "let"].iter().any(|before| tokens[i - 1].is(before));
        let is_type = name.starts_with(|c: char| c.is_ascii_uppercase());
        let is_called = ["(", "::", "!", ")", ","].iter().any(|sign| stands_at(tokens, i + 1, &[sign]));
        if !is_own && (is_type || is_called) {
            names.insert(name.to_owned());
        }
    }
    names
}

/// The items of a file, by the names that others call them: an `impl` belongs to its type.
pub(crate) fn items(tokens: &[Token]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let end = part_end(tokens, start, &[";", "}"]);
        let part = &tokens[start..(end + 1).min(tokens.len())];
        if let Some(name) = name_of(part) {
            match items.iter_mut().find(|item| item.name == name) {
                Some(item) => item.tokens.extend_from_slice(part),
                None => items.push(Item { name: name.to_owned(), tokens: part.to_vec(), ..Item::default() }),
            }
        }
        start = end + 1;
    }
    items
}

/// What others call an item; nothing for the mention of a child.
fn name_of(item: &[Token]) -> Option<&str> {
    const KINDS: [&str; 8] = ["fn", "struct", "enum", "trait", "type", "const", "static", "macro_rules"];
    for (i, token) in item.iter().enumerate() {
        if token.is("mod") {
            return None;
        }
        if token.is("impl") {
            return implemented(&item[i..]).and_then(|block| block.names.last().copied());
        }
        if KINDS.iter().any(|kind| token.is(kind)) {
            let name = item[i + 1..].iter().find(|token| !token.is("!"))?.name()?;
            if !KINDS.contains(&name) {
                return Some(name);
            }
        }
    }
    None
}

/// Takes the imports out of the tokens of a file.
pub(crate) fn without_imports(tokens: Vec<Token>) -> (Vec<Import>, Vec<Token>) {
    let (mut imports, mut rest) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        let before = at.checked_sub(1).map(|i| &tokens[i]);
        let begins = before.is_none_or(|token| [";", "{", "}", "]", ")", "pub"].iter().any(|sign| token.is(sign)));
        if !(tokens[at].is("use") && begins) {
            rest.push(tokens[at].clone());
            at += 1;
            continue;
        }
        let is_handed_on = before.is_some_and(|token| token.is("pub") || token.is(")"));
        let end = (at..tokens.len()).find(|&i| tokens[i].is(";")).unwrap_or(tokens.len());
        let mut add = |path: Path, name: String| imports.push(Import { path, name, is_handed_on });
        tree(&tokens[at + 1..end], &[], &mut add);
        at = end + 1;
    }
    (imports, rest)
}

/// The names of a tree such as `a::{b, c as d, e::{self, f}}`, each with its whole path.
fn tree(tokens: &[Token], before: &[String], add: &mut impl FnMut(Path, String)) {
    let mut path = before.to_vec();
    let mut alias = None;
    for (i, token) in tokens.iter().enumerate() {
        if token.is("{") {
            let group = &tokens[i + 1..closing(tokens, i)];
            let mut start = 0;
            while start < group.len() {
                let end = part_end(group, start, &[","]);
                tree(&group[start..end], &path, add);
                start = end + 1;
            }
            return;
        }
        match token.name() {
            Some("as") => {
                alias = tokens.get(i + 1).map(|token| token.text.clone());
                break;
            }
            Some("self") if !path.is_empty() => {}
            Some(name) => path.push(name.to_owned()),
            None => {}
        }
    }
    if let Some(name) = alias.or_else(|| path.last().cloned()) {
        add(path, name);
    }
}

/// The paths of two names or more.
pub(crate) fn paths(tokens: &[Token]) -> Vec<Path> {
    let (mut paths, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let (path, end) = path_at(tokens, at);
        let goes_on = at > 0 && tokens[at - 1].is("::");
        if path.len() > 1 && !goes_on {
            paths.push(path);
        }
        at = end.max(at + 1);
    }
    paths
}

/// The path that begins at a token, empty where none does, and where it ends.
pub(crate) fn path_at(tokens: &[Token], start: usize) -> (Path, usize) {
    let (mut path, mut at) = (Path::new(), start);
    while let Some(name) = tokens.get(at).and_then(Token::name) {
        path.push(name.to_owned());
        at += 1;
        if !(stands_at(tokens, at, &["::"]) && tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Name)) {
            break;
        }
        at += 1;
    }
    (path, at)
}

pub(crate) struct Function<'a> {
    pub(crate) name: &'a str,
    /// Whether it is called on a value.
    pub(crate) is_method: bool,
    /// Whether other files may call it.
    pub(crate) is_public: bool,
}

pub(crate) fn functions(tokens: &[Token]) -> Vec<Function<'_>> {
    let functions = (0..tokens.len()).filter(|&i| tokens[i].is("fn")).filter_map(|i| {
        let name = tokens.get(i + 1)?.name()?;
        let open = (i..tokens.len()).find(|&i| tokens[i].is("("))?;
        let first = tokens[open + 1..].iter().take_while(|token| ![",", ")", ":"].iter().any(|sign| token.is(sign)));
        let is_method = first.last().is_some_and(|token| token.is("self"));
        let before = tokens[..i].iter().rev().find(|token| !token.is("const"));
        Some(Function { name, is_method, is_public: before.is_some_and(|token| token.is("pub") || token.is(")")) })
    });
    functions.collect()
}

/// The head of a block `impl Type {…}` or `impl Trait for Type {…}`.
struct Implemented<'a> {
    /// The path of the type.
    names: Vec<&'a str>,
    of_trait: bool,
    /// Where the block opens.
    open: usize,
}

/// The block that begins with the first of the tokens.
fn implemented(tokens: &[Token]) -> Option<Implemented<'_>> {
    let open = tokens.iter().position(|token| token.is("{"))?;
    let head = &tokens[1..open];
    let of_trait = head.iter().position(|token| token.is("for"));
    let start = of_trait.map_or_else(|| behind_generics(head), |at| at + 1);
    let path = head[start..].iter().take_while(|token| token.name().is_some() || token.is("::"));
    Some(Implemented { names: path.filter_map(Token::name).collect(), of_trait: of_trait.is_some(), open })
}

/// The blocks `impl Type {…}`: the type, and the tokens of the block.
pub(crate) fn inherent(tokens: &[Token]) -> Vec<(Vec<&str>, &[Token])> {
    let mut blocks = Vec::new();
    for at in (0..tokens.len()).filter(|&i| tokens[i].is("impl")) {
        // Elsewhere the word stands in a type: `-> impl Iterator`.
        let begins = at == 0 || ["}", ";", "]"].iter().any(|sign| tokens[at - 1].is(sign));
        let block = implemented(&tokens[at..]).filter(|block| begins && !block.of_trait);
        if let Some(block) = block {
            let open = at + block.open;
            blocks.push((block.names, &tokens[open..closing(tokens, open)]));
        }
    }
    blocks
}

/// Where the `<…>` at the start of a head ends; 0 where it has none.
fn behind_generics(head: &[Token]) -> usize {
    let mut depth = 0_usize;
    for (i, token) in head.iter().enumerate() {
        match token.text.as_str() {
            "<" => depth += 1,
            ">" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return if i == 0 { 0 } else { i + 1 };
        }
    }
    head.len()
}
