//! One cause, one fault: what one mistake raises at many places is told at the first of them, with the others beside it.

use std::collections::{BTreeMap, BTreeSet};

use super::Diagnostic;
use crate::model::Place;

/// How many of the other places are named.
const NAMED_MAX: usize = 20;

/// Keeps the first fault of each code and cause; it says at how many other places the same shows, and names them.
pub(super) fn told_once(list: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut told: Vec<(Diagnostic, Vec<Place>)> = Vec::with_capacity(list.len());
    let mut first: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for mut fault in list {
        let key = fault.cause.take().map(|cause| (fault.code.id, cause));
        match key.as_ref().and_then(|key| first.get(key)) {
            Some(&at) => told[at].1.extend(fault.place),
            None => {
                first.extend(key.map(|key| (key, told.len())));
                told.push((fault, Vec::new()));
            }
        }
    }
    told.into_iter().map(|(fault, others)| with_places(fault, &others)).collect()
}

/// A fault that shows at other places too.
fn with_places(fault: Diagnostic, others: &[Place]) -> Diagnostic {
    // What shows twice at one place is told once there.
    let mut seen: BTreeSet<Place> = fault.place.into_iter().collect();
    let others: Vec<Place> = others.iter().copied().filter(|place| seen.insert(*place)).collect();
    if others.is_empty() {
        return fault;
    }
    let n = others.len();
    let fault = fault
        .with("places", format!("{n} other place{}", if n == 1 { "" } else { "s" }))
        .with("places_vi", format!("{n} chỗ khác"))
        .with("again", "here too")
        .with("again_vi", "cả ở đây");
    others.iter().take(NAMED_MAX).fold(fault, |fault, &place| fault.related(place, "again"))
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::{CliLanguage, Diagnostic, Faults, codes::sense};
    use crate::model::Place;

    #[test]
    fn what_has_one_cause_is_told_once_with_its_other_places() {
        let at = |start| Place { file: 0, start, end: start + 1 };
        let unknown = |start, id: &str| {
            let fault = Diagnostic::new(&sense::UNIT_UNKNOWN, at(start)).with("id", id);
            fault.with("near", "so-y-te").caused_by(id)
        };
        let mut faults = Faults::default();
        for fault in [unknown(9, "a"), unknown(5, "b"), unknown(3, "a"), unknown(7, "a")] {
            faults.push(fault);
        }
        let told = faults.sorted();
        let messages: Vec<String> = told.iter().map(|fault| fault.sentences(CliLanguage::English)[0].clone()).collect();
        assert_eq!(messages, ["no unit has the id `a`, here and at 2 other places", "no unit has the id `b`"]);
        let vietnamese = &told[0].sentences(CliLanguage::Vietnamese)[0];
        assert_eq!(vietnamese, "không có đơn vị nào mang mã `a`, ở đây và ở 2 chỗ khác");
        let others: Vec<u32> = told[0].related.iter().map(|(place, _)| place.start).collect();
        assert_eq!((told[0].place.map(|place| place.start), others.as_slice()), (Some(3), &[7, 9][..]));
    }
}
