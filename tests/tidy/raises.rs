//! Where the program raises which fault, and which words it gives: followed by text from `Diagnostic::new` on.
//!
//! A code is named in the call, or comes from a variable, a parameter or a method; words are given behind the call, to the
//! variable that holds the fault, or by whoever called the function that made it.

use std::collections::BTreeSet;

use crate::house::House;
use crate::parts::path_at;
use crate::tokens::{Kind, Token, block, closing, part_end, stands_at};

/// A place at which faults are made.
pub(crate) struct Raise {
    /// File and line.
    pub(crate) place: String,
    /// What is given there, whichever fault it is.
    pub(crate) given: Given,
    /// The faults that it can be, each with what is given to it besides.
    pub(crate) faults: Vec<(BTreeSet<String>, Given)>,
}

/// What is given to a fault.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Given {
    /// The names of its words.
    pub(crate) words: BTreeSet<String>,
    /// The words that say what another place has to do with it.
    pub(crate) labels: BTreeSet<String>,
}

impl Given {
    /// What is given here and there.
    pub(crate) fn and(&self, other: &Self) -> Self {
        Self { words: &self.words | &other.words, labels: &self.labels | &other.labels }
    }
}

/// All places at which faults are made, and those that cannot be followed.
#[derive(Default)]
pub(crate) struct Raises {
    pub(crate) all: Vec<Raise>,
    pub(crate) lost: Vec<String>,
}

/// A file whose faults are followed.
#[derive(Clone, Copy)]
struct Text<'a> {
    path: &'a str,
    tokens: &'a [Token],
}

/// A function with its block, by the positions of its tokens.
#[derive(Clone, Copy, Debug)]
struct Body {
    name: usize,
    parameters: usize,
    end: usize,
}

/// Goes from a fault to its codes and words.
struct Follower<'a> {
    house: &'a House,
    texts: Vec<Text<'a>>,
    codes: &'a BTreeSet<String>,
    /// The words that were followed to a fault, by file and position.
    seen: BTreeSet<(&'a str, usize)>,
}

impl Raises {
    /// Follows the faults of a program whose codes have these names.
    pub(crate) fn of(house: &House, codes: &BTreeSet<String>) -> Self {
        let files = house.files().filter(|(path, _)| !path.starts_with("src/diagnostics/"));
        let texts: Vec<Text<'_>> = files.map(|(path, tokens)| Text { path, tokens }).collect();
        let mut follower = Follower { house, texts: texts.clone(), codes, seen: BTreeSet::new() };
        let mut raises = Self::default();
        for text in &texts {
            for at in (0..text.tokens.len()).filter(|&i| stands_at(text.tokens, i, &["Diagnostic", "::", "new", "("])) {
                let raise = follower.raise(*text, at);
                if raise.faults.is_empty() {
                    raises.lost.push(format!("{}: nothing tells which fault is raised", raise.place));
                }
                raises.all.push(raise);
            }
        }
        for text in &texts {
            for at in (0..text.tokens.len()).filter(|&i| gives(text.tokens, i)) {
                if !follower.seen.contains(&(text.path, at)) {
                    raises.lost.push(format!("{}: nothing tells what is given here, or to which fault", text.line(at)));
                }
            }
        }
        raises
    }
}

impl<'a> Follower<'a> {
    /// The fault that is made by a `Diagnostic::new`.
    fn raise(&mut self, text: Text<'a>, at: usize) -> Raise {
        let open = at + 3;
        let given = self.given(text, at, closing(text.tokens, open));
        let code = &text.tokens[open + 1..part_end(text.tokens, open + 1, &[","])];
        let own = self.codes_in(code);
        let faults = if own.is_empty() { self.passed(text, at, code) } else { vec![(own, Given::default())] };
        Raise { place: text.line(at), given, faults }
    }

    /// The faults of a code that is not named in the call.
    fn passed(&mut self, text: Text<'a>, at: usize, code: &[Token]) -> Vec<(BTreeSet<String>, Given)> {
        let Some(function) = text.function_around(at) else { return Vec::new() };
        if let [.., name, open, close] = code
            && open.is("(")
            && close.is(")")
        {
            return self.named_in(&name.text, Some(text.path));
        }
        let [name] = code else { return Vec::new() };
        if let Some(closure) = text.closure_around(function, at, &name.text) {
            let called = text.callee_around(function, closure);
            return match (text.bound(function, closure), called) {
                (_, Some(callee)) => self.named_in(&callee, None),
                (Some(closure), None) => self.calls(&closure, text, Some(function)),
                (None, None) => Vec::new(),
            };
        }
        let held = self.held(text, function, code);
        if !held.is_empty() {
            return vec![(held, Given::default())];
        }
        self.calls(&text.tokens[function.name].text, text, None)
    }

    /// The codes that the functions of a name speak of; of a method only those of its own file.
    fn named_in(&self, name: &str, file: Option<&str>) -> Vec<(BTreeSet<String>, Given)> {
        let texts = self.texts.iter().filter(|text| file.is_none_or(|file| file == text.path));
        let named = texts.flat_map(|text| {
            let functions = text.functions().filter(|function| text.tokens[function.name].is(name));
            functions.flat_map(|function| self.codes_in(&text.tokens[function.name..function.end])).collect::<Vec<_>>()
        });
        let codes: BTreeSet<String> = named.collect();
        if codes.is_empty() { Vec::new() } else { vec![(codes, Given::default())] }
    }

    /// The calls of a function of a file, or of a closure in one of its functions, that name a code or hand one on, each
    /// with what is given to what it answers.
    fn calls(&mut self, name: &str, home: Text<'a>, within: Option<Body>) -> Vec<(BTreeSet<String>, Given)> {
        let mut calls = Vec::new();
        for text in self.texts.clone() {
            let is_home = text.path == home.path;
            for at in (0..text.tokens.len()).filter(|&i| stands_at(text.tokens, i, &[name, "("])) {
                let leads_home = || self.house.definition(text.path, &text.path_to(at)).map(|(file, _)| file);
                let reaches = match within {
                    Some(function) => is_home && (function.parameters..function.end).contains(&at),
                    None => is_home || leads_home() == Some(home.path),
                };
                let Some(around) = text.function_around(at).filter(|around| !text.tokens[around.name].is(name)) else {
                    continue;
                };
                if !reaches {
                    continue;
                }
                let close = closing(text.tokens, at + 1);
                let arguments = &text.tokens[at + 2..close];
                let mut codes = self.codes_in(arguments);
                codes.extend(self.held(text, around, arguments));
                if !codes.is_empty() {
                    calls.push((codes, self.given(text, at, close)));
                } else if text.hands_on(around, arguments) {
                    let given = self.given(text, at, close);
                    let outer = self.calls(&text.tokens[around.name].text, text, None);
                    calls.extend(outer.into_iter().map(|(codes, more)| (codes, given.and(&more))));
                }
            }
        }
        calls
    }

    /// The codes of the variables of a function that stand among some tokens: `let code = match … { … };`.
    fn held(&self, text: Text<'_>, function: Body, tokens: &[Token]) -> BTreeSet<String> {
        let names = |i: usize| stands_at(text.tokens, i, &["let"]) && stands_at(text.tokens, i + 2, &["="]);
        let lets = (function.parameters..function.end).filter(|&i| names(i));
        let lets = lets.filter(|&i| tokens.iter().any(|token| token.name() == text.tokens[i + 1].name()));
        lets.flat_map(|i| self.codes_in(&text.tokens[i..part_end(text.tokens, i, &[";"])])).collect()
    }

    fn codes_in(&self, tokens: &[Token]) -> BTreeSet<String> {
        tokens.iter().filter_map(Token::name).filter(|name| self.codes.contains(*name)).map(str::to_owned).collect()
    }

    /// What is given to a fault: behind the call that makes it, and to the variable that holds it.
    fn given(&mut self, text: Text<'a>, at: usize, close: usize) -> Given {
        let mut given = Given::default();
        self.chain(text, close + 1, &mut given);
        let Some(function) = text.function_around(at) else { return given };
        let Some((name, end)) = text.binding(function, at) else { return given };
        for i in end..function.end {
            if stands_at(text.tokens, i, &["let", &name, "="]) && !text.tokens[i + 3].is(&name) {
                break;
            }
            let is_own = !(text.tokens[i - 1].is(".") || text.tokens[i - 1].is("::"));
            if text.tokens[i].is(&name) && is_own {
                self.chain(text, i + 1, &mut given);
            }
        }
        given
    }

    /// Adds what is given by calls one behind the other.
    fn chain(&mut self, text: Text<'a>, mut at: usize, given: &mut Given) {
        while gives(text.tokens, at) {
            let (open, close) = (at + 2, closing(text.tokens, at + 2));
            if text.tokens[at + 1].is("caused_by") {
                // Where a cause is told once, the number of its other places is filled in.
                given.words.extend(["places", "places_vi"].map(str::to_owned));
                self.seen.insert((text.path, at));
                at = close + 1;
                continue;
            }
            let is_label = text.tokens[at + 1].is("related");
            let last = close - 1 - usize::from(text.tokens[close - 1].is(","));
            let word = text.tokens.get(if is_label { last } else { open + 1 }).filter(|word| word.kind == Kind::Text);
            if let Some(word) = word {
                let names = if is_label { &mut given.labels } else { &mut given.words };
                names.insert(word.text.clone());
                self.seen.insert((text.path, at));
            }
            at = close + 1;
        }
    }
}

/// Whether a call begins that gives a word or another place.
fn gives(tokens: &[Token], at: usize) -> bool {
    ["with", "with_some", "related", "caused_by"].iter().any(|name| stands_at(tokens, at, &[".", name, "("]))
}

impl Text<'_> {
    fn line(&self, at: usize) -> String {
        format!("{}:{}", self.path, self.tokens[at].line)
    }

    /// The path that ends with a name: `a::b` before it.
    fn path_to(&self, at: usize) -> Vec<String> {
        let mut start = at;
        while start > 1 && self.tokens[start - 1].is("::") {
            start -= 2;
        }
        path_at(self.tokens, start).0
    }

    fn functions(&self) -> impl Iterator<Item = Body> {
        let starts = (0..self.tokens.len()).filter(|&i| self.tokens[i].is("fn"));
        starts.filter_map(|i| {
            let parameters = (i..self.tokens.len()).find(|&i| self.tokens[i].is("("))?;
            Some(Body { name: i + 1, parameters, end: closing(self.tokens, block(self.tokens, i)?) })
        })
    }

    /// Whether a parameter of a function that is a code stands among the arguments of a call in it.
    fn hands_on(&self, function: Body, arguments: &[Token]) -> bool {
        let close = closing(self.tokens, function.parameters);
        let mut start = function.parameters + 1;
        while start < close {
            let end = part_end(&self.tokens[..close], start, &[","]);
            let parameter = &self.tokens[start..end];
            if parameter.last().is_some_and(|kind| kind.is("Code"))
                && arguments.iter().any(|a| a.is(&parameter[0].text))
            {
                return true;
            }
            start = end + 1;
        }
        false
    }

    /// The innermost function around a position.
    fn function_around(&self, at: usize) -> Option<Body> {
        self.functions().filter(|function| (function.parameters..function.end).contains(&at)).last()
    }

    /// The variable of the statement around a position, and where the statement ends.
    fn binding(&self, function: Body, at: usize) -> Option<(String, usize)> {
        let lets = (function.parameters..at).rev().filter(|&i| self.tokens[i].is("let"));
        let mut around = lets.map(|i| (i, part_end(self.tokens, i, &[";"]))).filter(|(_, end)| *end > at);
        let (start, end) = around.next()?;
        let name = self.tokens.get(start + 1)?.name().filter(|_| !stands_at(self.tokens, start + 2, &["("]))?;
        Some((name.to_owned(), end))
    }

    fn bound(&self, function: Body, at: usize) -> Option<String> {
        self.binding(function, at).map(|(name, _)| name)
    }

    /// Where the closure begins that a position is in and that has such a parameter.
    fn closure_around(&self, function: Body, at: usize, parameter: &str) -> Option<usize> {
        let is_parameter = |i: usize| {
            let before = (function.parameters..i).rev().find(|&i| !self.tokens[i].is(","));
            self.tokens[i].is(parameter) && before.is_some_and(|i| self.tokens[i].is("|"))
        };
        let start = (function.parameters..at).rev().find(|&i| is_parameter(i))? - 1;
        let ends = part_end(self.tokens, start, &[";"]).min(self.end_of_arguments(start));
        (at < ends).then_some(start)
    }

    /// Where the arguments end among which a position is; the end of the file where it is in none.
    fn end_of_arguments(&self, at: usize) -> usize {
        let open = self.opening(at);
        open.filter(|&open| self.tokens[open].is("(")).map_or(self.tokens.len(), |open| closing(self.tokens, open))
    }

    /// The innermost bracket that is open at a position.
    fn opening(&self, at: usize) -> Option<usize> {
        let opens = |i: &usize| ["(", "[", "{"].iter().any(|sign| self.tokens[*i].is(sign));
        (0..at).rev().filter(opens).find(|&i| closing(self.tokens, i) > at)
    }

    /// The function among whose arguments a position is.
    fn callee_around(&self, function: Body, at: usize) -> Option<String> {
        let open = self.opening(at).filter(|&open| open > function.parameters && self.tokens[open].is("("))?;
        self.tokens[open - 1].name().map(str::to_owned)
    }
}
