//! Every kind of fault, with its sentences in English and Vietnamese: one list a stage.
//!
//! A code is a noun of the fault and never changes once released. Adding a fault is one entry in a list here and the
//! line that raises it. `{name}` is filled in, `[[…]]` is left out where a name in it has no value.

pub mod files;
pub mod hosts;
pub mod published;
pub mod sealed;
pub mod sense;
pub mod shape;
pub mod syntax;
pub mod years;

use super::Code;

/// All codes, by stage.
pub fn all() -> impl Iterator<Item = &'static Code> {
    let later = sense::CODES.iter().chain(years::CODES).chain(sealed::CODES);
    let later = later.chain(published::CODES).chain(hosts::CODES);
    syntax::CODES.iter().chain(files::CODES).chain(shape::CODES).chain(later).copied()
}

/// Declares codes and the list of all of them.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident: $severity:ident $id:literal
        en $en_message:literal, $en_label:literal, $en_help:literal;
        vi $vi_message:literal, $vi_label:literal, $vi_help:literal;)*) => {
        $($(#[$doc])* pub static $name: $crate::diagnostics::Code = $crate::diagnostics::Code {
            id: $id,
            severity: $crate::diagnostics::Severity::$severity,
            en: $crate::diagnostics::Sentences { message: $en_message, label: $en_label, help: $en_help },
            vi: $crate::diagnostics::Sentences { message: $vi_message, label: $vi_label, help: $vi_help },
        };)*
        /// The codes of this list, in its order.
        pub static CODES: &[&$crate::diagnostics::Code] = &[$(&$name),*];
    };
}
use codes;
