//! Sentences in both languages of the command line.

/// A sentence in English and Vietnamese.
pub(crate) type Said = [String; 2];

/// A sentence in both languages.
pub(crate) fn said(english: impl Into<String>, vietnamese: impl Into<String>) -> Said {
    [english.into(), vietnamese.into()]
}
