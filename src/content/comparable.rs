//! `comparable` of a scheme: what can still be compared with the scheme that it replaces.

use super::fields::Fields;
use super::unknown::criterion_unknown;
use super::values::{boolean, entries, name};
use super::written::SchemeFile;
use crate::diagnostics::codes::years;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Comparable, Scheme};
use crate::yaml::Node;

/// Reads what can be compared into the scheme and its forms for groups; ids before are looked up once all files are read.
pub(super) fn read(node: Node<'_>, file: &mut SchemeFile, broken: bool, faults: &mut Faults) {
    let Some(mut m) = Fields::of(node, "`comparable`", broken, faults) else { return };
    let total = m.get("total").and_then(|n| boolean(n, faults)).unwrap_or_default();
    let written = m.get("criteria").map(|n| entries(n, "`criteria`", faults)).unwrap_or_default();
    m.done(faults);
    if file.replaces.is_none() && !broken {
        faults.push(Diagnostic::new(&years::COMPARABLE_WITHOUT_REPLACES, node.place()).with("id", &file.base.id));
    }
    let mut comparable = Comparable { total, criteria: Vec::new() };
    for (now, before) in written {
        let (now, before) = (name(now), name(before));
        let mut schemes = std::iter::once(&file.base).chain(file.by_group.iter().map(|(_, scheme)| scheme));
        if !schemes.any(|scheme| scheme.criteria.iter().any(|criterion| criterion.id == now.value)) {
            faults.push(criterion_unknown(&now, &file.base));
        }
        if file.before.iter().any(|other| other.value == before.value) {
            faults.push(Diagnostic::new(&years::COMPARED_TWICE, before.place).with("id", &before.value));
        }
        comparable.criteria.push((now.value, before.value.clone()));
        file.before.push(before);
    }
    let schemes: Vec<&mut Scheme> =
        std::iter::once(&mut file.base).chain(file.by_group.iter_mut().map(|(_, scheme)| scheme)).collect();
    for scheme in schemes {
        scheme.comparable.clone_from(&comparable);
    }
}
