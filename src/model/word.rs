//! The words that files, seals, tables and keys of phrases have for the values of an enum: one table for each.

/// Gives an enum the list of its values with their words, for those who read them; a value that is forgotten does not
/// compile.
macro_rules! listed {
    ($name:ident { $($value:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            /// Every value with its word, in the order in which people are told of them.
            pub(crate) const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$value)),+];
        }

        const _: fn($name) = |value| match value {
            $($name::$value => {}),+
        };
    };
}

/// Gives an enum that list, and each value its word, for those who write them.
macro_rules! worded {
    ($name:ident { $($value:ident = $word:literal),+ $(,)? }) => {
        $crate::model::word::listed!($name { $($value = $word),+ });

        impl $name {
            /// Its word.
            #[must_use]
            pub(crate) fn word(self) -> &'static str {
                match self {
                    $(Self::$value => $word),+
                }
            }
        }
    };
}

pub(crate) use {listed, worded};
