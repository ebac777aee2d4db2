//! What was meant: the known word that is nearest to one that is not known.

/// The word nearest to another one, if any is near: at most a third of its letters differ.
pub(crate) fn nearest<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let limit = (word.chars().count() / 3).max(1);
    names.map(|name| (distance(word, name), name)).filter(|(d, _)| *d <= limit).min().map(|(_, name)| name)
}

/// The number of letters to change, add, drop or swap with the next (optimal string alignment distance).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
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

#[cfg(test)]
mod tests {
    use super::nearest;

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
    }
}
