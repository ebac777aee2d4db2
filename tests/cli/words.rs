//! Slips of the hand, each told as one fault in words that help, in English and Vietnamese: what is to be typed instead is
//! printed, and passes.

use rayon::prelude::*;

use crate::common::Site;
use crate::common::blessed::file_holds;

/// A site, a line `//- end`, and the slips: a title, a file, and lines of it before (-), after (+) and mended (=).
const SLIPS: &str = include_str!("../data/words_of_slips.txt");

/// A slip in a file.
#[derive(Default)]
struct Slip<'s> {
    title: &'s str,
    path: &'s str,
    /// Whether its letters are written as single bytes.
    is_bytes: bool,
    /// Its lines, each with its sign.
    lines: Vec<(char, String)>,
}

impl Slip<'_> {
    fn of(text: &str) -> Slip<'_> {
        let mut lines = text.lines();
        let title = lines.next().expect("a title");
        let file = lines.next().expect("a file");
        let path = file.strip_suffix(" bytes").unwrap_or(file);
        let lines = lines.map(|line| (line.chars().next().expect("a sign"), unescaped(&line[1..])));
        Slip { title, path, is_bytes: path != file, lines: lines.collect() }
    }

    fn has(&self, sign: char) -> bool {
        self.lines.iter().any(|(other, _)| *other == sign)
    }

    /// The file with the lines of a sign in the place of those before.
    #[track_caller]
    fn applied(&self, whole: &str, sign: char) -> String {
        let mut text = if self.has('-') { whole.to_owned() } else { String::new() };
        let mut at = text.len();
        for (other, line) in &self.lines {
            let line = format!("{line}\n");
            if *other == '-' {
                at = text.find(&line).unwrap_or_else(|| panic!("{}: no line {line:?}", self.title));
                text.replace_range(at..at + line.len(), "");
            } else if *other == sign {
                text.insert_str(at, &line);
                at += line.len();
            }
        }
        text
    }

    /// What `check` says of the site with a file as it is after the slip; why it should say something else.
    fn told(&self) -> Result<String, String> {
        let (base, _) = SLIPS.split_once("//- end\n").expect("an end");
        let site = Site::new(base);
        let whole = if self.has('-') { site.read(self.path) } else { String::new() };
        let write = |sign| {
            let text = self.applied(&whole, sign);
            let bytes: Vec<u8> = if self.is_bytes { text.chars().map(byte).collect() } else { text.into_bytes() };
            site.write(self.path, bytes);
        };
        write('+');
        let [english, vietnamese] = ["en", "vi"].map(|language| site.run(&["--lang", language, "check"]));
        let one = ["1 error, 0 warnings", "0 errors, 1 warning"];
        let is_one = one.iter().any(|one| english.err.lines().last().is_some_and(|line| line.starts_with(one)));
        if !is_one {
            return Err(format!("{}: more or less than one fault\n{}", self.title, english.err));
        }
        if self.has('=') {
            write('=');
            let mended = site.run(&["check"]);
            if !mended.err.starts_with("0 errors, 0 warnings") {
                return Err(format!("{}: mended\n{}", self.title, mended.err));
            }
        }
        let said = |err: &str| err.lines().map(|line| format!("{line}\n")).collect::<Vec<_>>();
        let without_sum = |err: &str| said(err).split_last().map(|(_, rest)| rest.concat()).unwrap_or_default();
        Ok(format!("# {}\n\n{}{}", self.title, without_sum(&english.err), without_sum(&vietnamese.err)))
    }
}

/// A character as a byte: `\u{F7E9}` stands for the byte E9.
fn byte(c: char) -> u8 {
    let byte = u32::from(c).checked_sub(0xF700).and_then(|byte| u8::try_from(byte).ok());
    byte.or(u8::try_from(c).ok().filter(u8::is_ascii)).unwrap_or(b'?')
}

/// `\u{A0}` as the character that it stands for.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').expect("a number in braces");
        out.push(u32::from_str_radix(number, 16).ok().and_then(char::from_u32).expect("a character"));
        out.push_str(rest);
    }
    out
}

#[test]
fn a_slip_is_told_as_one_fault_in_words_that_can_be_typed() {
    let (_, slips) = SLIPS.split_once("//- end\n").expect("an end");
    let slips: Vec<Slip<'_>> = slips.trim_start_matches("# ").split("\n# ").map(Slip::of).collect();
    assert!(slips.len() > 50, "{} slips", slips.len());
    let told: Vec<Result<String, String>> = slips.par_iter().map(Slip::told).collect();
    let wrong: Vec<&str> = told.iter().filter_map(|told| told.as_ref().err()).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let told: Vec<String> = told.into_iter().flatten().collect();
    file_holds("tests/expected/words_of_slips.txt", &told.concat());
}
