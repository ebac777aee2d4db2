//! A text in the languages of the site.

/// A language of the site, by position in `languages` of site.yaml; 0 is the first, which lives at the root.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct LangIdx(pub(crate) usize);

/// A text that may stand in several languages of the site.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Text {
    by_language: Vec<Option<Box<str>>>,
}

impl Text {
    /// A text in the first language only.
    #[must_use]
    pub(crate) fn plain(text: impl Into<Box<str>>) -> Self {
        Self { by_language: vec![Some(text.into())] }
    }

    /// A text by language; the position is that of the site's languages.
    #[must_use]
    pub(crate) fn new(by_language: Vec<Option<Box<str>>>) -> Self {
        Self { by_language }
    }

    /// The text with each language changed by a function.
    #[must_use]
    pub(crate) fn map(self, change: impl Fn(&str) -> String) -> Self {
        Self { by_language: self.by_language.into_iter().map(|text| text.map(|text| change(&text).into())).collect() }
    }

    /// The text in a language; where it is missing, in the first one that there is.
    #[must_use]
    pub(crate) fn get(&self, language: LangIdx) -> &str {
        self.exact(language).or_else(|| self.by_language.iter().flatten().next().map(AsRef::as_ref)).unwrap_or("")
    }

    /// The text in just that language.
    #[must_use]
    pub(crate) fn exact(&self, language: LangIdx) -> Option<&str> {
        self.by_language.get(language.0)?.as_deref()
    }

    /// The language that [`Text::get`] answers in.
    #[must_use]
    pub(crate) fn language(&self, wanted: LangIdx) -> LangIdx {
        if self.exact(wanted).is_some() {
            return wanted;
        }
        LangIdx(self.by_language.iter().position(Option::is_some).unwrap_or(wanted.0))
    }
}

/// What a unit is called: in the form for one, and in that for any other number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Noun {
    /// For one.
    pub(crate) one: Text,
    /// For any other number.
    pub(crate) other: Text,
}

impl Noun {
    /// The forms for one and for others, in just that language.
    #[must_use]
    pub(crate) fn exact(&self, language: LangIdx) -> Option<[&str; 2]> {
        Some([self.one.exact(language)?, self.other.exact(language)?])
    }
}

#[cfg(test)]
mod tests {
    use super::{LangIdx, Text};

    #[test]
    fn falls_back_to_the_first_language_that_is_there() {
        let text = Text::new(vec![Some("Sở Y tế".into()), None]);
        assert_eq!((text.get(LangIdx(1)), text.language(LangIdx(1))), ("Sở Y tế", LangIdx(0)));
        assert_eq!(text.exact(LangIdx(1)), None);
    }
}
