//! Ids for what has none yet, made of names.

use std::collections::BTreeSet;

use crate::words::slug;

/// How many characters an id made of a name has at most: the format allows some more, for numbers behind it.
const CHARS_MAX: usize = 56;

/// Ids that the format refuses: words of YAML, devices of Windows, columns of the exports, answers.
const REFUSED: [&str; 20] = [
    "y",
    "n",
    "yes",
    "no",
    "on",
    "off",
    "true",
    "false",
    "null",
    "con",
    "prn",
    "aux",
    "nul",
    "total",
    "rank",
    "unit",
    "unit_name",
    "maximum",
    "band",
    "muc",
];

/// An id made of a name that nothing else has; it is taken then.
pub(crate) fn new_id(name: &str, taken: &mut BTreeSet<String>) -> String {
    let slug = slug(name);
    let cut = slug.get(..CHARS_MAX).map_or(slug.as_str(), |start| start.rsplit_once('-').map_or(start, |(id, _)| id));
    let is_device = cut.len() == 4 && (cut.starts_with("com") || cut.starts_with("lpt"));
    let first = if REFUSED.contains(&cut) || is_device { 1 } else { 0 };
    let numbered = |n: usize| if n == 0 { cut.to_owned() } else { format!("{cut}-{n}") };
    let mut numbers = std::iter::once(first).chain(2..);
    let id = numbers.find_map(|n| Some(numbered(n)).filter(|id| !taken.contains(id))).unwrap_or_default();
    taken.insert(id.clone());
    id
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::new_id;

    #[test]
    fn ids_are_made_of_names_and_differ() {
        let mut taken = BTreeSet::new();
        let mut case = |name: &str, expected: &str| assert_eq!(new_id(name, &mut taken), expected, "{name}");
        case("Sở Y tế", "so-y-te");
        case("SỞ Y TẾ", "so-y-te-2");
        case("Sở Y tế!", "so-y-te-3");
        case("Total", "total-1");
        case("No", "no-1");
        case("COM1", "com1-1");
        case("亚琛", "muc-1");
        case("曼海姆", "muc-2");
        case(&"Sở rất dài ".repeat(20), "so-rat-dai-so-rat-dai-so-rat-dai-so-rat-dai-so-rat-dai");
    }
}
