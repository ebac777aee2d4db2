//! What a cell can hold: a file a state says all that any stage has to know of it, and a line in the list below adds it.

mod exempt;
mod known;
mod missing;
mod unpublished;
mod withheld;

/// All that the stages have to know of a state.
struct StateRule {
    /// The word that stands in a cell of a score file, in files for machines and in the keys of phrases.
    word: &'static str,
    /// Whether there is a value, and who knows it.
    disclosure: Disclosure,
    /// What is printed in place of a number.
    symbol: &'static str,
}

/// Whether a cell has a value, and who knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Disclosure {
    /// It stands in the cell.
    Written,
    /// There is one, and the reader does not know it: it may be announced or proved.
    Open,
    /// There is one that the publisher knows and does not show: nobody proves it.
    Secret,
    /// There is none.
    None(Absence),
}

/// Which policy of a scheme says what becomes of a total without a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Absence {
    /// That on values that do not exist.
    Missing,
    /// That on criteria that do not apply.
    Exempt,
}

/// Makes the enum of the states, each with its rule.
macro_rules! states {
    ($($(#[$doc:meta])+ $state:ident = $rule:path),+ $(,)?) => {
        /// What is known of a cell, by the score file alone.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub(crate) enum State {
            $($(#[$doc])+ $state),+
        }

        impl State {
            /// Every state, in the order in which people are told of them.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$state),+];

            const fn rule(self) -> &'static StateRule {
                match self {
                    $(Self::$state => &$rule),+
                }
            }
        }
    };
}

states! {
    /// A number is written.
    Known = known::RULE,
    /// A value exists, the reader does not know it.
    Unpublished = unpublished::RULE,
    /// No value exists.
    Missing = missing::RULE,
    /// The criterion does not apply to this unit.
    Exempt = exempt::RULE,
    /// Known to the publisher, not shown, never deduced.
    Withheld = withheld::RULE,
}

impl State {
    /// Its word.
    pub(crate) const fn word(self) -> &'static str {
        self.rule().word
    }

    /// What is printed in place of a number.
    pub(crate) const fn symbol(self) -> &'static str {
        self.rule().symbol
    }

    /// Whether there is a value, and who knows it.
    #[must_use]
    pub(crate) const fn disclosure(self) -> Disclosure {
        self.rule().disclosure
    }

    /// The states that stand in a cell in place of a number.
    pub(crate) fn empty() -> impl Iterator<Item = Self> + Clone {
        Self::ALL.iter().copied().filter(|state| state.disclosure() != Disclosure::Written)
    }

    /// Whether a value exists, known or not.
    #[must_use]
    pub(crate) fn exists(self) -> bool {
        self.absence().is_none()
    }

    /// Whether the publisher knows a value and does not show it.
    #[must_use]
    pub(crate) fn is_secret(self) -> bool {
        self.disclosure() == Disclosure::Secret
    }

    /// Which policy decides on a total without the value; none where there is one.
    #[must_use]
    pub(crate) fn absence(self) -> Option<Absence> {
        match self.disclosure() {
            Disclosure::Written | Disclosure::Open | Disclosure::Secret => None,
            Disclosure::None(absence) => Some(absence),
        }
    }
}
