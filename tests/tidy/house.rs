//! The files of the program as modules: what each imports and names, and in which file that is defined.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::parts::{Function, Import, Item, Path, functions, inherent, items, names, paths, without_imports};
use crate::tokens::{Token, tokens};
use crate::{Source, program};

/// What an arrow joins: a file, or one item of a file that has children, by its name.
///
/// A `mod.rs` holds both the list of its children and what they share. As a whole it would be in a circle with each of
/// them; item by item it is in one only where a child needs what needs the child. What it hands on of its children is one
/// item, [`HANDED_ON`]: it is for whoever stands outside, and a child that takes from it takes from a list that names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Node<'a> {
    pub(crate) path: &'a str,
    pub(crate) item: &'a str,
}

/// The item of a file that is all that it hands on of others.
const HANDED_ON: &str = "pub use";

/// The modules of a program.
pub(crate) struct House {
    rooms: Vec<Room>,
    /// The position of the file of each module; the root is the empty path.
    modules: BTreeMap<Path, usize>,
}

/// A file with what it says of others.
struct Room {
    path: String,
    module: Path,
    /// All of it but its imports.
    tokens: Vec<Token>,
    /// What it consists of: one item without a name, or those of a file that has children.
    items: Vec<Item>,
    /// What is imported, under the name that it has here.
    imports: Vec<Import>,
}

/// A function of a type that stands in another file than the type.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Elsewhere<'a> {
    /// The file of the type.
    home: &'a str,
    /// The type; empty, as its file, for a method that no other type has: it is called without them.
    of: &'a str,
    name: &'a str,
}

/// What a path leads to.
enum Found {
    /// A module as such, which is only a part of other paths.
    Module,
    /// A name that a file defines, and the files that handed it on.
    Name { file: usize, name: String, by: Vec<usize> },
}

/// The house of the program as it is.
pub(crate) fn house() -> &'static House {
    static HOUSE: OnceLock<House> = OnceLock::new();
    HOUSE.get_or_init(|| House::new(&program()))
}

impl House {
    pub(crate) fn new(files: &[Source]) -> Self {
        let modules: BTreeMap<Path, usize> = files.iter().enumerate().map(|(i, file)| (module(file), i)).collect();
        let parents: BTreeSet<&[String]> = modules.keys().filter_map(|path| Some(path.split_last()?.1)).collect();
        let rooms = files.iter().map(|file| Room::new(file, parents.contains(module(file).as_slice()))).collect();
        Self { rooms, modules }
    }

    /// What uses names of what else.
    pub(crate) fn arrows(&self) -> BTreeSet<(Node<'_>, Node<'_>)> {
        let given = self.functions_elsewhere();
        let mut arrows = BTreeSet::new();
        for (room, item) in self.items() {
            let from = Node { path: &room.path, item: &item.name };
            let imports = room.imports.iter().filter(|import| room.needs(item, import));
            let mut used: BTreeSet<Node<'_>> = imports.flat_map(|import| self.nodes(room, &import.path)).collect();
            used.extend(paths(&item.tokens).iter().flat_map(|path| self.nodes(room, path)));
            used.extend(self.called(room, item, &given));
            used.extend(room.siblings(item));
            arrows.extend(used.into_iter().filter(|to| *to != from).map(|to| (from, to)));
        }
        for room in &self.rooms {
            let from = Node { path: &room.path, item: HANDED_ON };
            let handed = room.imports.iter().filter(|import| import.is_handed_on);
            arrows.extend(handed.flat_map(|import| self.nodes(room, &import.path)).map(|to| (from, to)));
        }
        arrows
    }

    /// The files that define what an item names by paths: of `[one::jobs, two::jobs]` they are two.
    pub(crate) fn files_named_in(&self, item: &str) -> BTreeSet<&str> {
        let items = self.items().filter(|(_, other)| other.name == item);
        let paths = items.flat_map(|(room, item)| paths(&item.tokens).into_iter().map(move |path| (room, path)));
        paths.filter_map(|(room, path)| self.node(room, &path)).map(|node| node.path).collect()
    }

    /// The file and the item to which the names of a path lead, as they are written in a file.
    pub(crate) fn definition(&self, file: &str, path: &[String]) -> Option<(&str, String)> {
        let room = self.rooms.iter().find(|room| room.path == file)?;
        match self.find(&room.module, path, 0)? {
            Found::Name { file, name, .. } => Some((&self.rooms[file].path, name)),
            Found::Module => None,
        }
    }

    /// The path of each file, with all of its tokens but its imports.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &[Token])> {
        self.rooms.iter().map(|room| (room.path.as_str(), room.tokens.as_slice()))
    }

    fn items(&self) -> impl Iterator<Item = (&Room, &Item)> {
        self.rooms.iter().flat_map(|room| room.items.iter().map(move |item| (room, item)))
    }

    /// What a path leads to, and what the files that it leads through hand on.
    fn nodes(&self, room: &Room, path: &[String]) -> Vec<Node<'_>> {
        let Some(Found::Name { by, .. }) = self.find(&room.module, path, 0) else { return Vec::new() };
        let handed = by.into_iter().map(|file| Node { path: &self.rooms[file].path, item: HANDED_ON });
        self.node(room, path).into_iter().chain(handed).collect()
    }

    fn node(&self, room: &Room, path: &[String]) -> Option<Node<'_>> {
        let Found::Name { file, name, .. } = self.find(&room.module, path, 0)? else { return None };
        let room = &self.rooms[file];
        let item = room.items.iter().find(|item| item.name == name).map_or("", |item| item.name.as_str());
        Some(Node { path: &room.path, item })
    }

    fn find(&self, from: &[String], path: &[String], depth: usize) -> Option<Found> {
        let (first, mut rest) = path.split_first()?;
        let mut at = match first.as_str() {
            "crate" => Vec::new(),
            "self" => from.to_vec(),
            "super" => from.split_last()?.1.to_vec(),
            // A name stands for a child or for what is imported; others are local, or of another package.
            _ => {
                let is_known = self.modules.contains_key(&child(from, first)) || self.import(from, first).is_some();
                rest = path;
                is_known.then(|| from.to_vec())?
            }
        };
        while let Some((name, behind)) = rest.split_first() {
            let inner = child(&at, name);
            let is_module = self.modules.contains_key(&inner);
            // A name can stand for a module and for what is imported: the module goes on, the other is the end.
            let import = self.import(&at, name).filter(|_| depth < 8 && (behind.is_empty() || !is_module));
            if name == "super" {
                at.pop();
            } else if let Some(import) = import {
                let mut found = self.find(&at, &[&import.path, behind].concat(), depth + 1)?;
                if let Found::Name { by, .. } = &mut found
                    && at != from
                {
                    by.extend(self.modules.get(&at));
                }
                return Some(found);
            } else if is_module {
                at = inner;
            } else {
                let file = *self.modules.get(&at)?;
                return Some(Found::Name { file, name: name.clone(), by: Vec::new() });
            }
            rest = behind;
        }
        self.modules.contains_key(&at).then_some(Found::Module)
    }

    fn import(&self, module: &[String], name: &str) -> Option<&Import> {
        let room = &self.rooms[*self.modules.get(module)?];
        room.imports.iter().find(|import| import.name == name)
    }

    /// Where the functions stand that a part of a file calls by their type, or as methods.
    fn called<'a>(&'a self, room: &Room, item: &Item, given: &BTreeMap<Elsewhere<'_>, Node<'a>>) -> Vec<Node<'a>> {
        let calls = item.tokens.windows(4).filter_map(|words| {
            let name = words[2].name()?;
            if words[1].is(".") && words[3].is("(") {
                return given.get(&Elsewhere { home: "", of: "", name });
            }
            let of = words[0].name().filter(|_| words[1].is("::"))?;
            let home = self.node(room, &[of.to_owned()]).map_or(room.path.as_str(), |home| home.path);
            given.get(&Elsewhere { home, of, name })
        });
        calls.copied().collect()
    }

    /// The functions that a file gives to a type of another file; methods whose name no other type has also without it.
    fn functions_elsewhere(&self) -> BTreeMap<Elsewhere<'_>, Node<'_>> {
        let mut types: BTreeMap<&str, usize> = BTreeMap::new();
        let all = self.items().flat_map(|(_, item)| functions(&item.tokens));
        all.filter(|function| function.is_method).for_each(|method| *types.entry(method.name).or_default() += 1);
        let mut given = BTreeMap::new();
        for (room, item) in self.items() {
            let here = Node { path: &room.path, item: &item.name };
            for (path, body) in inherent(&item.tokens) {
                let owned: Path = path.iter().map(|name| (*name).to_owned()).collect();
                let Some(home) = self.node(room, &owned).filter(|home| home.path != room.path) else { continue };
                for Function { name, is_method, .. } in functions(body).into_iter().filter(|one| one.is_public) {
                    given.insert(Elsewhere { home: home.path, of: path[path.len() - 1], name }, here);
                    if is_method && types[name] == 1 {
                        given.insert(Elsewhere { home: "", of: "", name }, here);
                    }
                }
            }
        }
        given
    }
}

/// The path of the module that a file is.
fn module(file: &Source) -> Path {
    let inside = file.path.strip_prefix("src/").unwrap_or(&file.path).trim_end_matches(".rs");
    let mut module: Path = inside.split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| ["mod", "lib"].contains(&last.as_str())) {
        module.pop();
    }
    module
}

fn child(module: &[String], name: &str) -> Path {
    [module, &[name.to_owned()]].concat()
}

impl Room {
    fn new(file: &Source, has_children: bool) -> Self {
        let (imports, tokens) = without_imports(tokens(file));
        let whole = || vec![Item { tokens: tokens.clone(), ..Item::default() }];
        let items = if has_children { items(&tokens) } else { whole() };
        let items = items.into_iter().map(|item| Item { names: names(&item.tokens), ..item }).collect();
        Self { path: file.path.clone(), module: module(file), tokens, items, imports }
    }

    /// Whether an item uses what the file imports.
    fn needs(&self, item: &Item, import: &Import) -> bool {
        let is_named = |item: &Item| item.names.contains(&import.name);
        // A trait is imported for its methods, and named nowhere.
        is_named(item) || (!import.is_handed_on && !self.items.iter().any(is_named))
    }

    /// The other items of a file with children that an item names.
    fn siblings<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = Node<'a>> + 'a {
        let others = self.items.iter().filter(|other| item.names.contains(&other.name));
        others.map(|other| Node { path: &self.path, item: &other.name })
    }
}
