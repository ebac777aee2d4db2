//! The words that files, seals, tables and keys of phrases have for the values of an enum: one table for each.

/// Gives an enum a word for each of its values; one that is forgotten does not compile.
macro_rules! worded {
    ($name:ident { $($value:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            /// Every value with its word, in the order in which people are told of them.
            pub const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$value)),+];

            /// Its word.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$value => $word),+
                }
            }
        }
    };
}

pub(crate) use worded;
