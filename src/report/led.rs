//! Who led a group in all of several editions, or in the newest.

use crate::model::UnitIdx;
use crate::report::findings::{knows_sharers, leading, unnamed};
use crate::report::group::GroupResult;
use crate::report::order::ReportOrder;

/// The units that led a group at the end of some editions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Led {
    /// The units, by the names that they had then.
    pub(crate) units: Vec<UnitIdx>,
    /// In how many editions they led, where that is all of two or more; otherwise they are those of the newest, and
    /// nothing is told of the others.
    pub(crate) editions: Option<usize>,
    /// Whether others may have led the newest beside them.
    pub(crate) is_open: bool,
}

/// Who led a group in some editions; none where the leaders of the newest are not all known by name.
pub(crate) fn led(parts: &[GroupResult<'_>], order: &ReportOrder) -> Option<Led> {
    let leaders = |part: &GroupResult<'_>| {
        let rows = leading(*part, order.group(*part), part.total())?;
        let is_named = unnamed(*part, part.total(), &rows) == 0;
        is_named.then(|| rows.into_iter().map(|row| part.group.units[row]).collect())
    };
    let newest = parts.last()?;
    let rows = leading(*newest, order.group(*newest), newest.total())?;
    let is_open = !knows_sharers(*newest, newest.total(), &rows);
    of_all(&parts.iter().map(leaders).collect::<Vec<_>>(), is_open)
}

/// The same, of the leaders of each edition from the oldest, where they are known: of editions of which they are not,
/// nobody led all.
fn of_all(leaders: &[Option<Vec<UnitIdx>>], is_open: bool) -> Option<Led> {
    let newest = leaders.last()?.as_ref()?;
    let leads = |unit: &&UnitIdx| leaders.iter().all(|led| led.as_ref().is_some_and(|led| led.contains(unit)));
    let always: Vec<UnitIdx> = newest.iter().filter(leads).copied().collect();
    Some(match always.is_empty() || leaders.len() < 2 {
        true => Led { units: newest.clone(), editions: None, is_open },
        false => Led { units: always, editions: Some(leaders.len()), is_open },
    })
}

#[cfg(test)]
mod tests {
    use super::{Led, of_all};
    use crate::model::UnitIdx;

    fn units(units: &[usize]) -> Vec<UnitIdx> {
        units.iter().copied().map(UnitIdx).collect()
    }

    #[track_caller]
    fn case(leaders: &[Option<&[usize]>], expected: Option<(&[usize], Option<usize>)>) {
        let leaders: Vec<_> = leaders.iter().map(|led| led.map(units)).collect();
        let expected = expected.map(|(led, editions)| Led { units: units(led), editions, is_open: false });
        assert_eq!(of_all(&leaders, false), expected, "{leaders:?}");
    }

    #[test]
    fn who_led_all_editions_led_each_of_them() {
        case(&[Some(&[1]), Some(&[1])], Some((&[1], Some(2))));
        case(&[Some(&[1, 2]), Some(&[2]), Some(&[2, 3])], Some((&[2], Some(3))));
        case(&[Some(&[1, 2]), Some(&[2, 1])], Some((&[2, 1], Some(2))));
        case(&[Some(&[1]), Some(&[2])], Some((&[2], None)));
        case(&[Some(&[1]), Some(&[2]), Some(&[1])], Some((&[1], None)));
    }

    #[test]
    fn of_one_edition_or_of_one_that_is_not_known_nobody_led_all() {
        case(&[Some(&[1, 2])], Some((&[1, 2], None)));
        case(&[None, Some(&[1])], Some((&[1], None)));
        case(&[Some(&[1]), None, Some(&[1])], Some((&[1], None)));
        case(&[Some(&[1]), None], None);
        case(&[], None);
    }
}
