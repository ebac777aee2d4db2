//! The names of sheets: as spreadsheets take them, each once, whatever names there are.

use crate::words::caseless;

/// The longest name of a sheet, in units of UTF-16.
const LONGEST: usize = 31;

/// What the name of a sheet may not hold, and what stands there then.
const REFUSED: [(char, char); 7] =
    [('[', '('), (']', ')'), (':', '-'), ('/', '-'), ('\\', '-'), ('*', ' '), ('?', ' ')];

/// A name that spreadsheets keep for themselves.
const KEPT: &str = "history";

/// The names of sheets in the order of what they are wanted to be called; equal ones get a number.
pub(super) fn sheet_names(wanted: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(wanted.len());
    for wanted in wanted {
        let clean = clean(wanted);
        let is_free = |name: &String| {
            let name = caseless(name);
            name != KEPT && names.iter().all(|other| caseless(other) != name)
        };
        let first = std::iter::once(cut(&clean, "")).filter(|name| !name.is_empty());
        let numbered = (2_usize..).map(|n| cut(&clean, &format!(" ({n})")));
        names.extend(first.chain(numbered).find(is_free));
    }
    names
}

/// A name without what spreadsheets refuse.
fn clean(name: &str) -> String {
    let allowed = |c: char| {
        let instead = REFUSED.iter().find(|(refused, _)| *refused == c).map(|(_, instead)| *instead);
        instead.unwrap_or(if c.is_control() { ' ' } else { c })
    };
    let text: String = name.chars().map(allowed).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_matches(['\'', ' ']).to_owned()
}

/// A name with its end, cut where both are too long.
fn cut(name: &str, end: &str) -> String {
    let length = |text: &str| text.encode_utf16().count();
    if length(name) + length(end) <= LONGEST {
        return format!("{name}{end}").trim().to_owned();
    }
    let room = LONGEST - length(end) - 1;
    let mut taken = 0;
    let fits = |c: &char| {
        taken += c.len_utf16();
        taken <= room
    };
    let kept: String = name.chars().take_while(fits).collect();
    format!("{}…{end}", kept.trim_end_matches([' ', ',', ';', '-', '–', '(']))
}

#[cfg(test)]
mod tests {
    use super::sheet_names;

    #[track_caller]
    fn case(wanted: &[&str], expected: &[&str]) {
        let wanted: Vec<String> = wanted.iter().map(|name| (*name).to_owned()).collect();
        let names = sheet_names(&wanted);
        assert_eq!(names, expected);
        for name in &names {
            assert!((1..=31).contains(&name.encode_utf16().count()), "{name}");
        }
    }

    #[test]
    fn names_are_such_as_spreadsheets_take() {
        case(&["Sở, ban, ngành"], &["Sở, ban, ngành"]);
        case(&["A/B: [c] *d?* \\e"], &["A-B- (c) d -e"]);
        case(&["'a'", "  b\n c  "], &["a", "b c"]);
        case(&["Các huyện, thị xã, thành phố trực thuộc tỉnh"], &["Các huyện, thị xã, thành phố t…"]);
        case(&["🏆🏆🏆🏆🏆🏆🏆🏆🏆🏆🏆🏆🏆🏆🏆🏆"], &["🏆🏆🏆🏆🏆🏆🏆🏆🏆🏆🏆🏆🏆🏆🏆…"]);
        case(&["", "***", "'"], &["(2)", "(3)", "(4)"]);
        case(&["History", "history (2)"], &["History (2)", "history (2) (2)"]);
    }

    #[test]
    fn equal_names_get_a_number() {
        case(&["Điểm", "điểm", "ĐIỂM"], &["Điểm", "điểm (2)", "ĐIỂM (3)"]);
        let long = "a".repeat(40);
        case(&[&long, &long], &[&format!("{}…", "a".repeat(30)), &format!("{}… (2)", "a".repeat(26))]);
        case(&["a (2)", "a", "a"], &["a (2)", "a", "a (3)"]);
    }
}
