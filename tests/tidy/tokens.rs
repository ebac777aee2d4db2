//! The words and signs of a file of Rust, without comments and tests: enough to see paths, calls and literals.

use crate::Source;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or a keyword.
    Name,
    /// A text in quotes: its value, with escapes resolved.
    Text,
    /// A single character in quotes.
    Character,
    /// A sign; `::`, `==`, `!=`, `=>` and `->` are one each.
    Sign,
    /// A number or a lifetime.
    Other,
}

/// A word, a literal or a sign of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) text: String,
    /// The line in which it begins, from 1.
    pub(crate) line: usize,
}

impl Token {
    /// Whether it is that sign or that word.
    pub(crate) fn is(&self, text: &str) -> bool {
        !self.is_quoted() && self.text == text
    }

    /// Whether it is a text or a character.
    pub(crate) fn is_quoted(&self) -> bool {
        matches!(self.kind, Kind::Text | Kind::Character)
    }

    /// The name, if it is one.
    pub(crate) fn name(&self) -> Option<&str> {
        (self.kind == Kind::Name).then_some(self.text.as_str())
    }
}

/// The tokens of a file without its tests.
pub(crate) fn tokens(source: &Source) -> Vec<Token> {
    let end = source.lines_of_code();
    let mut reader = Reader { rest: &source.text, line: 1 };
    let mut tokens = Vec::new();
    while let Some(token) = reader.next().filter(|token| token.line <= end) {
        tokens.push(token);
    }
    while let Some(at) = (0..tokens.len()).find(|&i| stands_at(&tokens, i, &["#", "[", "cfg", "(", "test", ")", "]"])) {
        let end = part_end(&tokens, at + 7, &[";", "}", ","]);
        tokens.drain(at..(end + 1).min(tokens.len()));
    }
    tokens
}

/// Where the bracket that opens at `open` is closed; the end of the tokens where it is not.
pub(crate) fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0_usize;
    for (i, token) in tokens.iter().enumerate().skip(open) {
        if token.kind != Kind::Sign {
            continue;
        }
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return i;
        }
    }
    tokens.len()
}

/// Where a part ends that begins at `start`: at one of these signs, outside of all brackets that open in it, or at the end.
pub(crate) fn part_end(tokens: &[Token], start: usize, ends: &[&str]) -> usize {
    let mut at = start;
    while at < tokens.len() {
        let opens = ["(", "[", "{"].iter().any(|sign| tokens[at].is(sign));
        if opens {
            at = closing(tokens, at);
        }
        if tokens.get(at).is_some_and(|token| ends.iter().any(|sign| token.is(sign))) {
            return at;
        }
        at += 1;
    }
    tokens.len()
}

/// Where the block opens that belongs to a word such as `match` or `fn`: at the first brace outside of other brackets,
/// unless the statement ends before.
pub(crate) fn block(tokens: &[Token], word: usize) -> Option<usize> {
    let mut at = word + 1;
    while at < tokens.len() && !tokens[at].is("{") && !tokens[at].is(";") {
        at = if tokens[at].is("(") || tokens[at].is("[") { closing(tokens, at) + 1 } else { at + 1 };
    }
    tokens.get(at).filter(|token| token.is("{")).map(|_| at)
}

/// Whether tokens stand one behind the other from a position on.
pub(crate) fn stands_at(tokens: &[Token], at: usize, words: &[&str]) -> bool {
    words.iter().enumerate().all(|(i, word)| tokens.get(at + i).is_some_and(|token| token.is(word)))
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<Token> {
        self.skip_blank();
        let first = self.rest.chars().next()?;
        let line = self.line;
        let (kind, text) = match first {
            '"' => (Kind::Text, self.text(1)),
            'b' if self.rest.starts_with("b\"") => (Kind::Text, self.text(2)),
            'b' if self.rest.starts_with("b'") => (Kind::Character, self.character(2)),
            'r' if self.rest.starts_with("r\"") || self.rest.starts_with("r#") => (Kind::Text, self.raw()),
            '\'' if self.is_character() => (Kind::Character, self.character(1)),
            '\'' => (Kind::Other, self.take(1 + self.length_of_word(1))),
            c if c.is_ascii_digit() => (Kind::Other, self.take(self.length_of_word(0))),
            c if is_of_word(c) => (Kind::Name, self.take(self.length_of_word(0))),
            c => {
                let double = ["::", "==", "!=", "=>", "->"].iter().any(|sign| self.rest.starts_with(sign));
                (Kind::Sign, self.take(if double { 2 } else { c.len_utf8() }))
            }
        };
        Some(Token { kind, text, line })
    }

    /// Goes past so many bytes, and gives them.
    fn take(&mut self, length: usize) -> String {
        let (taken, rest) = self.rest.split_at(length);
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken.to_owned()
    }

    fn length_of_word(&self, from: usize) -> usize {
        let word = &self.rest[from..];
        word.find(|c| !is_of_word(c)).unwrap_or(word.len())
    }

    /// Goes past white space and comments.
    fn skip_blank(&mut self) {
        loop {
            let blank = self.rest.len() - self.rest.trim_start().len();
            let comment = &self.rest[blank..];
            let length = if comment.starts_with("//") {
                comment.find('\n').unwrap_or(comment.len())
            } else if comment.starts_with("/*") {
                comment.find("*/").map_or(comment.len(), |end| end + 2)
            } else {
                0
            };
            self.take(blank + length);
            if length == 0 {
                return;
            }
        }
    }

    /// Whether a quote begins a character, and not a lifetime.
    fn is_character(&self) -> bool {
        let mut inside = self.rest.chars().skip(1);
        inside.next() == Some('\\') || inside.next() == Some('\'')
    }

    /// The value of a text whose opening is so long.
    fn text(&mut self, opening: usize) -> String {
        self.until(opening, '"')
    }

    fn character(&mut self, opening: usize) -> String {
        self.until(opening, '\'')
    }

    fn until(&mut self, opening: usize, end: char) -> String {
        let mut escaped = false;
        let length = self.rest[opening..].find(|c| {
            let ends = c == end && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        });
        let length = length.unwrap_or(self.rest.len() - opening);
        let whole = self.take((opening + length + 1).min(self.rest.len()));
        unescaped(&whole[opening..opening + length])
    }

    fn raw(&mut self) -> String {
        let hashes = self.rest[1..].chars().take_while(|c| *c == '#').count();
        let (opening, end) = (hashes + 2, format!("\"{}", "#".repeat(hashes)));
        let length = self.rest[opening..].find(&end).unwrap_or(self.rest.len() - opening);
        let whole = self.take((opening + length + end.len()).min(self.rest.len()));
        whole[opening..opening + length].to_owned()
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A text between quotes with its escapes resolved.
fn unescaped(text: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let behind = &rest[at + 1..];
        let (value, length) = match behind.chars().next() {
            Some('n') => ("\n".to_owned(), 1),
            Some('t') => ("\t".to_owned(), 1),
            Some('u') => {
                let end = behind.find('}').unwrap_or(behind.len());
                let digits = behind.get(2..end).unwrap_or_default();
                let letter = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
                (letter.map(String::from).unwrap_or_default(), (end + 1).min(behind.len()))
            }
            // A line that goes on in the next one.
            Some('\n') => (String::new(), behind.len() - behind.trim_start().len()),
            Some(other) => (other.to_string(), other.len_utf8()),
            None => (String::new(), 0),
        };
        out.push_str(&value);
        rest = &behind[length..];
    }
    out + rest
}

#[test]
fn tokens_are_read_as_rust_reads_them() {
    let case = |text: &str, expected: &[(Kind, &str)]| {
        let read = tokens(&Source::new("src/a.rs", text));
        let read: Vec<(Kind, &str)> = read.iter().map(|token| (token.kind, token.text.as_str())).collect();
        assert_eq!(read, expected, "{text}");
    };
    use Kind::{Character, Name, Other, Sign, Text};
    case(
        "a::b // c\n==1.5",
        &[(Name, "a"), (Sign, "::"), (Name, "b"), (Sign, "=="), (Other, "1"), (Sign, "."), (Other, "5")],
    );
    case("\"a \\\"b\\\" // c\" d", &[(Text, "a \"b\" // c"), (Name, "d")]);
    case("'a' 'b '\\'' b'c'", &[(Character, "a"), (Other, "'b"), (Character, "'"), (Character, "c")]);
    case("\"\\u{2234}\\\n   x\"", &[(Text, "∴x")]);
    case("r#\"a \"b\"\"# c /* d */ 'đ'", &[(Text, "a \"b\""), (Name, "c"), (Character, "đ")]);
    case("a\n#[cfg(test)]\nmod tests;\nb\n#[cfg(test)]\nmod tests { c }\n", &[(Name, "a"), (Name, "b")]);
    case("{\n    #[cfg(test)]\n    f(a, b)?;\n    c }", &[(Sign, "{"), (Name, "c"), (Sign, "}")]);
}
