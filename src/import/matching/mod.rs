//! Which of the names that are known a name of a spreadsheet means, and how sure that is.

mod abbreviated;
mod marks;
mod near;
mod spelled;

use std::collections::BTreeMap;

use abbreviated::abbreviates;
use marks::marks_agree;
use near::near;
use spelled::Spelled;

/// Something that has an id and names: a unit, a criterion, a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KnownName {
    /// Its id.
    pub(crate) id: String,
    /// Its names: in each language, short, other spellings, earlier ones.
    pub(crate) names: Vec<String>,
}

/// How a name was recognised, from the surest way to the least sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum How {
    /// Somebody said so.
    Answer,
    /// It is the id.
    Id,
    /// It is a name, letter by letter.
    Name,
    /// It is a name but for case, marks and signs.
    Folded,
    /// It is a name with words shortened.
    Abbreviated,
    /// It is spelt nearly so.
    Near,
}

impl How {
    /// Whether nobody has to be asked.
    pub(crate) fn is_sure(self) -> bool {
        match self {
            Self::Answer | Self::Id | Self::Name | Self::Folded | Self::Abbreviated => true,
            Self::Near => false,
        }
    }
}

/// What a name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Meant {
    /// That one, by position.
    One(usize, How),
    /// One of these, which somebody has to say; the most likely one first, and perhaps none at all.
    Unsure(Vec<usize>),
}

/// What each of some names means, which may have several spellings; what one of them surely means, no other one does. `said`
/// is what is known of them already.
pub(crate) fn meant(names: &[Vec<&str>], said: &[Option<usize>], known: &[KnownName]) -> Vec<Meant> {
    let spelled = Spelled::of(known);
    let best = |spellings: &[&str]| {
        let all = spellings.iter().map(|name| candidates(name, known, &spelled));
        all.filter(|(_, found)| !found.is_empty()).min_by_key(|(how, _)| *how).unwrap_or((How::Near, Vec::new()))
    };
    let found = names.iter().zip(said).map(|(spellings, said)| match said {
        Some(at) => (How::Answer, vec![*at]),
        None => best(spellings),
    });
    let found: Vec<(How, Vec<usize>)> = found.collect();
    let mut claims: BTreeMap<usize, (How, usize)> = BTreeMap::new();
    for (how, at) in found.iter().filter_map(|(how, all)| Some((*how, one(*how, all)?))) {
        let claim = claims.entry(at).or_insert((how, 0));
        *claim = match how.cmp(&claim.0) {
            std::cmp::Ordering::Less => (how, 1),
            std::cmp::Ordering::Equal => (how, claim.1 + 1),
            std::cmp::Ordering::Greater => *claim,
        };
    }
    let settle = |(how, all): (How, Vec<usize>)| match one(how, &all) {
        Some(at) if claims.get(&at) == Some(&(how, 1)) => Meant::One(at, how),
        // Two that are as sure of one: somebody has to say which of them it is.
        Some(at) if claims.get(&at).is_some_and(|(other, n)| *other == how && *n > 1) => Meant::Unsure(vec![at]),
        _ => Meant::Unsure(all.into_iter().filter(|at| !claims.contains_key(at)).collect()),
    };
    found.into_iter().map(settle).collect()
}

/// The only candidate, if the way to it is a sure one.
fn one(how: How, all: &[usize]) -> Option<usize> {
    let [only] = all else { return None };
    how.is_sure().then_some(*only)
}

/// What a name can mean, by the surest way that leads to something.
fn candidates(name: &str, known: &[KnownName], spelled: &Spelled) -> (How, Vec<usize>) {
    if let Some((how, found)) = spelled.find(name) {
        return if how == How::Folded { with_marks(name, how, found, known) } else { (how, found) };
    }
    let short = |known: &KnownName| known.names.iter().any(|other| abbreviates(name, other));
    let shortened: Vec<usize> = (0..known.len()).filter(|at| short(&known[*at])).collect();
    if shortened.is_empty() {
        return (How::Near, near(name, known));
    }
    with_marks(name, How::Abbreviated, shortened, known)
}

/// Those of some candidates whose marks agree with a name; all of them, to be asked, where none has them.
fn with_marks(name: &str, how: How, found: Vec<usize>, known: &[KnownName]) -> (How, Vec<usize>) {
    let agrees = |at: &usize| known[*at].names.iter().any(|other| is_like(name, other) && marks_agree(name, other));
    let agreed: Vec<usize> = found.iter().copied().filter(agrees).collect();
    if agreed.is_empty() { (How::Near, found) } else { (how, agreed) }
}

/// Whether a name has the words of another, or shortens them.
fn is_like(name: &str, other: &str) -> bool {
    crate::words::fold(name) == crate::words::fold(other) || abbreviates(name, other)
}

#[cfg(test)]
mod tests {
    use super::{How, KnownName, Meant, meant};

    fn known() -> Vec<KnownName> {
        let unit = |id: &str, names: &[&str]| KnownName {
            id: id.to_owned(),
            names: names.iter().map(|name| (*name).to_owned()).collect(),
        };
        vec![
            unit("so-y-te", &["Sở Y tế", "Department of Health", "SYT"]),
            unit("so-thong-tin", &["Sở Thông tin và Truyền thông"]),
            unit("so-noi-vu", &["Sở Nội vụ"]),
            unit("so-ngoai-vu", &["Sở Ngoại vụ"]),
            unit("tp-yen-bai", &["UBND thành phố Yên Bái"]),
            unit("van-yen", &["UBND huyện Văn Yên"]),
            unit("tan-an", &["Xã Tân An"]),
            unit("tan-an-1", &["Xã Tân Ân"]),
        ]
    }

    #[track_caller]
    fn case(names: &[&str], expected: &[&str]) {
        let (known, said) = (known(), vec![None; names.len()]);
        let told = |meant: &Meant| match meant {
            Meant::One(at, how) => format!("{how:?} {}", known[*at].id),
            Meant::Unsure(all) => {
                format!("? {}", all.iter().map(|at| known[*at].id.as_str()).collect::<Vec<_>>().join(" "))
            }
        };
        let names: Vec<Vec<&str>> = names.iter().map(|name| vec![*name]).collect();
        let told: Vec<String> = meant(&names, &said, &known).iter().map(told).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn a_name_is_recognised_by_the_surest_way() {
        case(&["so-y-te"], &["Id so-y-te"]);
        case(&["Department of Health"], &["Name so-y-te"]);
        case(&["SỞ Y TẾ"], &["Folded so-y-te"]);
        case(&["So\u{31b}\u{309}  Y te\u{302}\u{301}"], &["Name so-y-te"]);
        case(&["Sở TT&TT"], &["Abbreviated so-thong-tin"]);
        case(&["UBND TP Yên Bái"], &["Abbreviated tp-yen-bai"]);
        case(&["H. Văn Yên"], &["Abbreviated van-yen"]);
    }

    #[test]
    fn what_is_only_near_or_one_of_several_is_asked() {
        case(&["Sở Nội vục"], &["? so-noi-vu so-ngoai-vu"]);
        case(&["Xa Tan An"], &["? tan-an tan-an-1"]);
        // Another mark may be another unit.
        case(&["Sở Nội vu"], &["? so-noi-vu"]);
        case(&["H. Văn Yến"], &["? van-yen"]);
        case(&["Cục Thuế"], &["? "]);
        case(&["SNV"], &["? so-noi-vu so-ngoai-vu"]);
    }

    #[test]
    fn nothing_is_meant_twice() {
        case(&["Xã Tân An", "Xã Tân Ân"], &["Name tan-an", "Name tan-an-1"]);
        case(&["Sở Y tế", "SỞ Y TẾ"], &["Name so-y-te", "? "]);
        case(&["Sở Y tế", "Sở Y tế"], &["? so-y-te", "? so-y-te"]);
    }

    #[test]
    fn what_was_said_holds() {
        let known = known();
        let found = meant(&[vec!["Bệnh viện"], vec!["Sở Y tế"]], &[Some(0), None], &known);
        assert_eq!(found, [Meant::One(0, How::Answer), Meant::Unsure(vec![])]);
    }
}
