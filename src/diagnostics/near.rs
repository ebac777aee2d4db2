//! What was meant: the known word that is nearest to one that is not known.
//!
//! The distance is made here and not by a package: it has to stop as soon as it is too large, which `strsim` cannot.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The word nearest to another one, if any is near: at most a third of its letters differ. Of several, the first by
/// alphabet.
pub(crate) fn nearest<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    search(word, names).found
}

/// What a search found, and what it took.
struct Search<'n> {
    found: Option<&'n str>,
    /// How many letters were compared with another.
    #[cfg_attr(not(test), expect(dead_code, reason = "tests count it"))]
    effort: usize,
}

fn search<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Search<'n> {
    let word: Vec<char> = plain(word).collect();
    let mut limit = (word.len() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    let mut effort = 0;
    let mut letters = Vec::new();
    for name in names {
        letters.clear();
        letters.extend(plain(name));
        if let Some(distance) = distance_within(limit, &word, &letters, &mut effort)
            && best.is_none_or(|best| (distance, name) < best)
        {
            // From now on a word must be as near to count.
            (best, limit) = (Some((distance, name)), distance);
        }
    }
    Search { found: best.map(|(_, name)| name), effort }
}

/// Letters of other alphabets that look like Latin ones, each with that.
const ALIKE: [(char, char); 22] = [
    ('а', 'a'),
    ('в', 'b'),
    ('с', 'c'),
    ('е', 'e'),
    ('һ', 'h'),
    ('і', 'i'),
    ('ј', 'j'),
    ('к', 'k'),
    ('м', 'm'),
    ('н', 'h'),
    ('о', 'o'),
    ('р', 'p'),
    ('ԛ', 'q'),
    ('ѕ', 's'),
    ('т', 't'),
    ('у', 'y'),
    ('ԝ', 'w'),
    ('х', 'x'),
    ('ο', 'o'),
    ('ν', 'v'),
    ('α', 'a'),
    ('ι', 'i'),
];

/// A letter of another alphabet in a word that looks like a Latin one, as it can be shown, and the Latin one.
pub(crate) fn alike(word: &str) -> Option<(String, char)> {
    let found = word.chars().find_map(|c| ALIKE.iter().find(|(foreign, _)| *foreign == c))?;
    Some((format!("`{}` (U+{:04X})", found.0, u32::from(found.0)), found.1))
}

/// A word with Latin letters in the place of those that look like them.
pub(crate) fn in_latin(word: &str) -> String {
    word.chars().map(|c| ALIKE.iter().find(|(foreign, _)| *foreign == c).map_or(c, |(_, latin)| *latin)).collect()
}

/// The letters of a word without marks and in small type: who types `SO-A` or `sở-a` means `so-a`.
fn plain(word: &str) -> impl Iterator<Item = char> {
    let letters = word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    letters.map(|c| if c == 'đ' { 'd' } else { c })
}

/// The number of letters to change, add, drop or swap with the next (optimal string alignment distance), unless it is
/// more than a limit.
fn distance_within(limit: usize, a: &[char], b: &[char], effort: &mut usize) -> Option<usize> {
    // Each letter that one of them has more is a change.
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    // What is not filled in is farther than the limit: the way to it leads through too many letters of one word alone.
    let far = limit + 1;
    let [mut before, mut last, mut row] = [vec![far; b.len() + 1], (0..=b.len()).collect(), vec![far; b.len() + 1]];
    for i in 1..=a.len() {
        let columns = i.saturating_sub(limit).max(1)..=(i + limit).min(b.len());
        row.fill(far);
        row[0] = i;
        *effort += columns.clone().count();
        for j in columns {
            let change = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = change.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        // A swap goes on from the row before the last.
        if row.iter().chain(&last).all(|&distance| distance > limit) {
            return None;
        }
        (before, last, row) = (last, row, before);
    }
    Some(last[b.len()]).filter(|distance| *distance <= limit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{distance_within, nearest, search};

    #[track_caller]
    fn case(word: &str, expected: Option<&str>) {
        assert_eq!(
            nearest(word, ["infrastructure", "staff", "applications", "security", "policy"].into_iter()),
            expected
        );
    }

    #[test]
    fn a_slip_of_the_hand_is_recognised() {
        case("staf", Some("staff"));
        case("satff", Some("staff"));
        case("aplications", Some("applications"));
        case("infrastucture", Some("infrastructure"));
        case("budget", None);
        case("STAFF", Some("staff"));
        case("pölicy", Some("policy"));
    }

    #[test]
    fn of_several_as_near_the_first_by_alphabet_is_meant() {
        assert_eq!(nearest("so-4", ["so-3", "so-1", "so-2"].into_iter()), Some("so-1"));
        assert_eq!(nearest("so-10", ["so-1", "so-100", "so-01"].into_iter()), Some("so-01"));
    }

    /// The whole table of distances, as it is defined.
    fn whole_distance(a: &[char], b: &[char]) -> usize {
        let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
        for (i, row) in rows.iter_mut().enumerate() {
            row[0] = i;
        }
        rows[0] = (0..=b.len()).collect();
        for i in 1..=a.len() {
            for j in 1..=b.len() {
                let change = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let mut best = change.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    best = best.min(rows[i - 2][j - 2] + 1);
                }
                rows[i][j] = best;
            }
        }
        rows[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn within_its_limit_a_distance_is_that_of_the_whole_table(a in "[abc]{0,9}", b in "[abc]{0,9}", limit in 1_usize..5) {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let expected = Some(whole_distance(&a, &b)).filter(|distance| *distance <= limit);
            prop_assert_eq!(distance_within(limit, &a, &b, &mut 0), expected);
        }
    }

    #[test]
    fn most_words_are_passed_over_without_being_measured() {
        let ids: Vec<String> = (0..1000).map(|n| format!("xa-{}-{n:03}", "abcd".repeat(n % 6))).collect();
        let whole: usize = ids.iter().map(|id| id.len() * "xa-khong-co".len()).sum();
        let search = search("xa-khong-co", ids.iter().map(String::as_str));
        assert_eq!(search.found, None);
        assert!(search.effort * 20 < whole, "{} of {whole} pairs of letters compared", search.effort);
    }
}
