//! Names with words shortened: "Sở TT&TT", "SYT", "UBND TP Yên Bái", "H. Văn Yên".
//!
//! The words of both names are gone through side by side. A word stands for itself, or for the first letters of several
//! words of the name that is known; words that join others may be left out, and so may the body in front of the name of a
//! place. A name that is known is shortened only by words that everybody shortens: "SYT" could be the letters of many names.

use std::collections::BTreeSet;

use crate::words::fold;

/// Words that initials pass over, and that one of two names may lack.
const JOINING: [&str; 6] = ["va", "and", "of", "the", "cua", "tinh"];

/// What stands in front of the name of a place, and may be left out.
const BODIES: [&[&str]; 2] = [&["ubnd"], &["uy", "ban", "nhan", "dan"]];

/// Words that everybody shortens, and what one letter stands for.
const COMMON: [&str; 5] = ["ubnd", "hdnd", "tp", "tx", "tt"];
const LETTERS: [(&str, &str); 5] = [("h", "huyen"), ("p", "phuong"), ("q", "quan"), ("t", "tinh"), ("x", "xa")];

/// The fewest letters of which a name can consist that is nothing but initials.
const LETTERS_MIN: usize = 3;

/// Whether a name is one that is known, with words shortened.
pub(super) fn abbreviates(name: &str, known: &str) -> bool {
    let (one, other) = (words(name), words(known));
    let letters = |words: &[String]| words.iter().map(|word| word.chars().count()).sum::<usize>();
    if letters(&one).min(letters(&other)) < LETTERS_MIN {
        return false;
    }
    let variants = |words: &[String]| [Some(words.to_vec()), without_body(words)].into_iter().flatten().collect();
    let (ones, others): (Vec<Vec<String>>, Vec<Vec<String>>) = (variants(&one), variants(&other));
    ones.iter().any(|one| others.iter().any(|other| alike(one, other)))
}

/// The words of a name: "tt&tt" is one for each side of its sign.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn without_body(words: &[String]) -> Option<Vec<String>> {
    let begins = |body: &&&[&str]| words.len() > body.len() && words.iter().zip(body.iter()).all(|(a, b)| a == b);
    BODIES.iter().find(begins).map(|body| words[body.len()..].to_vec())
}

/// Whether the ends of both can be reached side by side. Each pair of places is looked at once, however often words repeat.
fn alike(one: &[String], other: &[String]) -> bool {
    let (mut open, mut seen) = (vec![(0, 0)], BTreeSet::new());
    while let Some((i, j)) = open.pop() {
        if (i, j) == (one.len(), other.len()) {
            return true;
        }
        if seen.insert((i, j)) {
            open.extend(steps(&one[i..], &other[j..]).into_iter().map(|(a, b)| (i + a, j + b)));
        }
    }
    false
}

/// How many words of each name stand for each other at their beginning, in each way that there is; the second is known.
fn steps(one: &[String], other: &[String]) -> Vec<(usize, usize)> {
    let mut steps = Vec::new();
    if one.first().is_some_and(|word| other.first() == Some(word)) {
        steps.push((1, 1));
    }
    if let Some(word) = one.first() {
        steps.extend(is_joining(word).then_some((1, 0)));
        steps.extend(initials(word, other).into_iter().map(|n| (1, n)));
    }
    if let Some(word) = other.first() {
        steps.extend(is_joining(word).then_some((0, 1)));
        let is_common = COMMON.contains(&word.as_str());
        steps.extend(initials(word, one).into_iter().filter(|_| is_common).map(|n| (n, 1)));
    }
    steps
}

fn is_joining(word: &str) -> bool {
    JOINING.contains(&word)
}

/// Of how many words the first letters make up a word, with and without the joining words among them.
fn initials(word: &str, words: &[String]) -> BTreeSet<usize> {
    if word.chars().count() == 1 {
        let is_meant =
            LETTERS.iter().any(|(letter, whole)| *letter == word && words.first().is_some_and(|w| w == whole));
        return is_meant.then_some(1).into_iter().collect();
    }
    let mut ends = BTreeSet::from([0]);
    for letter in word.chars() {
        let begins = |at: usize| words.get(at).is_some_and(|next| next.starts_with(letter));
        let next = |at: &usize| {
            let own = begins(*at).then_some(at + 1);
            let behind = words.get(*at).is_some_and(|word| is_joining(word)) && begins(at + 1);
            own.into_iter().chain(behind.then_some(at + 2)).collect::<Vec<usize>>()
        };
        ends = ends.iter().flat_map(next).collect();
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::abbreviates;

    #[track_caller]
    fn case(name: &str, known: &str, expected: bool) {
        assert_eq!(abbreviates(name, known), expected, "{name} / {known}");
    }

    #[test]
    fn shortened_words_are_recognised() {
        case("SYT", "Sở Y tế", true);
        case("Sở TT&TT", "Sở Thông tin và Truyền thông", true);
        case("Sở TTTT", "Sở Thông tin và Truyền thông", true);
        case("STTTT", "Sở Thông tin và Truyền thông", true);
        case("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội", true);
        case("Sở LĐTBXH", "Sở Lao động, Thương binh và Xã hội", true);
        case("UBND TP Yên Bái", "UBND thành phố Yên Bái", true);
        case("TP. Yên Bái", "UBND thành phố Yên Bái", true);
        case("Thành phố Yên Bái", "UBND TP Yên Bái", true);
        case("Ủy ban nhân dân huyện Văn Yên", "UBND huyện Văn Yên", true);
        case("H. Văn Yên", "UBND huyện Văn Yên", true);
        case("VP UBND tỉnh", "Văn phòng UBND", true);
    }

    #[test]
    fn other_names_are_not() {
        case("SYT", "Sở Công Thương", false);
        case("TC", "Tài chính", false);
        case("H. Văn Yên", "UBND huyện Văn Chấn", false);
        case("Sở Nội vụ", "Sở Ngoại vụ", false);
        case("", "Sở Y tế", false);
        case("Sở Yên Tịnh", "SYT", false);
        case("Xã A", "Xã An", false);
        case("Dept. of Health", "Department of Health", false);
    }
}
