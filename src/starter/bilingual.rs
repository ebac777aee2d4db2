//! Texts that hold the words of two languages, of which a first site gets those that it wants.
//!
//! A line that begins with `#vi ` or `#en ` is a comment, of which the first language of the site gets its own.
//! `@{Sở Y tế|Department of Health}` is a value: one text, or a mapping by language. `@languages` are their tags.

use super::StarterLanguage;

/// A text in some languages.
pub(super) fn told(text: &str, languages: &[StarterLanguage]) -> String {
    let tags: Vec<&str> = languages.iter().map(|language| language.tag()).collect();
    let lines = text.split_inclusive('\n').filter_map(|line| comment(line, tags.first()?));
    let lines: String = lines.collect();
    values(&lines, languages).replace("@languages", &tags.join(", "))
}

/// A line as the first language has it; none where it is a comment in another.
fn comment(line: &str, first: &str) -> Option<String> {
    let in_language = StarterLanguage::ALL.iter().find_map(|language| {
        let words = line.strip_prefix('#')?.strip_prefix(language.tag())?.strip_prefix(' ')?;
        Some((language.tag(), words))
    });
    match in_language {
        Some((tag, words)) => (tag == first).then(|| format!("# {words}")),
        None => Some(line.to_owned()),
    }
}

fn values(text: &str, languages: &[StarterLanguage]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pieces = text.split("@{");
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let Some((vietnamese, english, rest)) =
            piece.split_once('}').and_then(|(both, rest)| both.split_once('|').map(|(vi, en)| (vi, en, rest)))
        else {
            out.push_str("@{");
            out.push_str(piece);
            continue;
        };
        let of = |language: &StarterLanguage| match language {
            StarterLanguage::Vi => vietnamese,
            StarterLanguage::En => english,
        };
        match languages {
            [only] => out.push_str(of(only)),
            several => {
                let all: Vec<String> = several.iter().map(|one| format!("{}: {}", one.tag(), of(one))).collect();
                out.push_str(&format!("{{ {} }}", all.join(", ")));
            }
        }
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::StarterLanguage::{En, Vi};
    use super::told;

    const TEXT: &str = "#vi Tên\n#en The name\ntitle: @{Hạng|Ranking} # both\nlanguages: [@languages]\n#e: 1\n";

    #[test]
    fn a_text_has_the_words_of_its_languages() {
        let one = "# Tên\ntitle: Hạng # both\nlanguages: [vi]\n#e: 1\n";
        assert_eq!(told(TEXT, &[Vi]), one);
        let english = "# The name\ntitle: Ranking # both\nlanguages: [en]\n#e: 1\n";
        assert_eq!(told(TEXT, &[En]), english);
        let both = "# The name\ntitle: { en: Ranking, vi: Hạng } # both\nlanguages: [en, vi]\n#e: 1\n";
        assert_eq!(told(TEXT, &[En, Vi]), both);
    }
}
