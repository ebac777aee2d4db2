//! Names that file managers, clouds and editors give to copies.

/// What stands behind the name of the original, perhaps in parentheses, perhaps with a number.
const BEHIND: [&str; 6] = ["copy", "conflicted copy", "bản sao", "bản sao khác", "sao chép", "chép"];
/// What stands before the name of the original.
const BEFORE: [&str; 3] = ["copy of ", "bản sao của ", "bản sao "];

/// The path of the original of which a file is named like a copy.
pub(super) fn original(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    // Of `NAME.LANGUAGE.md` it may stand behind the name or behind the language.
    name.rsplit_once('.')
        .and_then(|parts| original_of(folder, parts))
        .or_else(|| original_of(folder, name.split_once('.')?))
}

/// The same of a name in two parts.
fn original_of(folder: &str, (whole, end): (&str, &str)) -> Option<String> {
    let mut stem = whole;
    while let Some(shorter) = before(stem).or_else(|| in_parentheses(stem)).or_else(|| behind(stem)) {
        stem = shorter;
    }
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    (stem != whole && !stem.is_empty()).then(|| format!("content/{folder}{stem}.{end}"))
}

/// What follows words that stand before the name of an original.
fn before(stem: &str) -> Option<&str> {
    let lower = stem.to_lowercase();
    let word = BEFORE.iter().find(|word| lower.starts_with(**word))?;
    stem.get(word.len()..)
}

/// What stands before `(1)`, `(copy)` or `(3rd copy)`.
fn in_parentheses(stem: &str) -> Option<&str> {
    let (before, inside) = stem.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let inside = inside.to_lowercase();
    let is_number = !inside.is_empty() && inside.bytes().all(|b| b.is_ascii_digit());
    let is_copy = BEHIND.iter().any(|word| inside.ends_with(word) || inside.contains("conflicted copy"));
    (is_number || is_copy).then(|| before.trim_end())
}

/// What stands before ` - Copy`, ` copy 2` or `-copy`.
fn behind(stem: &str) -> Option<&str> {
    let unnumbered = stem.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let lower = unnumbered.to_lowercase();
    // A name whose letters change their length in lower case holds none of these words.
    let word = BEHIND.iter().find(|word| lower.ends_with(**word) && lower.len() == unnumbered.len())?;
    let before = unnumbered.get(..unnumbered.len() - word.len())?;
    let parted = before.trim_end_matches([' ', '-', '_']);
    (parted.len() < before.len() && !parted.is_empty()).then_some(parted)
}

#[cfg(test)]
mod tests {
    use super::original;

    #[track_caller]
    fn case(path: &str, expected: Option<&str>) {
        assert_eq!(original(path).as_deref(), expected, "{path}");
    }

    #[test]
    fn copies_are_known_by_their_names() {
        case("scores/2023 - Copy.yaml", Some("content/scores/2023.yaml"));
        case("scores/2023 - Copy (2).yaml", Some("content/scores/2023.yaml"));
        case("scores/2023 - Copy - Copy.yaml", Some("content/scores/2023.yaml"));
        case("scores/2023 (1).yaml", Some("content/scores/2023.yaml"));
        case("scores/2023(1).yaml", Some("content/scores/2023.yaml"));
        case("scores/2023 (copy).yaml", Some("content/scores/2023.yaml"));
        case("scores/2023 (3rd copy).yaml", Some("content/scores/2023.yaml"));
        case("scores/2023 (Lan's conflicted copy 2024-03-01).yaml", Some("content/scores/2023.yaml"));
        case("scores/2023 copy 2.yaml", Some("content/scores/2023.yaml"));
        case("scores/2023-copy.yaml", Some("content/scores/2023.yaml"));
        case("scores/2023_copy.yaml", Some("content/scores/2023.yaml"));
        case("pages/a.vi - Copy.md", Some("content/pages/a.vi.md"));
        case("pages/a - Copy.vi.md", Some("content/pages/a.vi.md"));
        case("scores/2023 - Bản sao.yaml", Some("content/scores/2023.yaml"));
        case("scores/2023 - Sao chép (2).yaml", Some("content/scores/2023.yaml"));
        case("scores/Bản sao của 2023.yaml", Some("content/scores/2023.yaml"));
        case("pages/Copy of gioi-thieu.vi.md", Some("content/pages/gioi-thieu.vi.md"));
        case("units - Copy.yaml", Some("content/units.yaml"));
        case("scores/2023.yaml", None);
        case("scores/2023-h1.yaml", None);
        case("pages/copyright.vi.md", None);
        case("pages/photocopy.vi.md", None);
        case("pages/copy.vi.md", None);
    }
}
