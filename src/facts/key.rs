//! What a fact tells of, and how that is written in front of it.

use std::fmt;

use crate::model::Date;
use crate::model::word::worded;

/// What a fact tells of. In text it is words with spaces between them, the first of which says what kind of thing it is:
/// `score so-y-te staff`. Seals keep that text, so that it never changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FactKey {
    /// The id of the edition.
    Edition,
    /// The year of the edition.
    EditionYear,
    /// The days that the edition assesses.
    EditionPeriod,
    /// The group of a unit.
    UnitGroup {
        /// Its id.
        unit: String,
    },
    /// A name of a unit.
    UnitName {
        /// Its id.
        unit: String,
        /// The tag of the language.
        language: String,
    },
    /// A rule of the scheme of a group.
    Scheme {
        /// The id of the group.
        group: String,
        /// Which rule.
        rule: RuleKey,
    },
    /// A rule of a criterion.
    Criterion {
        /// The id of the group under whose scheme it is.
        group: String,
        /// Its id.
        criterion: String,
        /// Which rule.
        rule: RuleKey,
    },
    /// A name of a criterion.
    CriterionName {
        /// The id of the group under whose scheme it is.
        group: String,
        /// Its id.
        criterion: String,
        /// The tag of the language.
        language: String,
    },
    /// A rule of a band: its threshold.
    Band {
        /// The id of the group under whose scheme it is.
        group: String,
        /// Its id.
        band: String,
        /// Which rule.
        rule: RuleKey,
    },
    /// A name of a band.
    BandName {
        /// The id of the group under whose scheme it is.
        group: String,
        /// Its id.
        band: String,
        /// The tag of the language.
        language: String,
    },
    /// A score, or the reason why there is none.
    Score(CellKey),
    /// What a cell says beside its score.
    Beside(CellKey),
    /// A rank.
    Rank(CellKey),
    /// An announced statement.
    Announced {
        /// The id of the group.
        group: String,
        /// The id of the criterion, or `total`.
        criterion: String,
        /// Its rank as it is written; `last` or `-` without one.
        rank: String,
        /// Which of several that are written so, from 1.
        n: usize,
    },
    /// A column whose announced ranks are disputed.
    Disputed {
        /// The id of the group.
        group: String,
        /// The id of the criterion, or `total`.
        criterion: String,
    },
    /// How many units of a group were assessed.
    Population {
        /// The id of the group.
        group: String,
    },
    /// A unit that is not ranked.
    Unranked {
        /// Its id.
        unit: String,
    },
    /// Points added to the total of a unit.
    Adjustment {
        /// Its id.
        unit: String,
    },
    /// A correction of a score.
    Correction {
        /// Which score.
        cell: CellKey,
        /// Its day.
        date: Date,
        /// Which of several of that day, from 1.
        n: usize,
    },
    /// An address of the edition.
    Url {
        /// The file of the site.
        file: String,
    },
    /// A text that is no key of today: a seal of another version may have one.
    Unknown(String),
}

/// A unit and a criterion, by their ids.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CellKey {
    /// The unit.
    pub unit: String,
    /// The criterion, or `total`.
    pub criterion: String,
}

impl CellKey {
    /// The cell of a unit and a criterion.
    #[must_use]
    pub(crate) fn new(unit: &str, criterion: &str) -> Self {
        Self { unit: unit.to_owned(), criterion: criterion.to_owned() }
    }
}

/// A rule of a scheme, a criterion or a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RuleKey {
    /// Which scheme it is.
    Id,
    /// What a criterion is a part of.
    PartOf,
    /// The threshold of a band.
    From,
    /// How far an announced total may differ.
    Within,
    /// The maximum.
    Max,
    /// How a total is made.
    Total,
    /// What a missing score does.
    Missing,
    /// What an exempt criterion does.
    Exempt,
    /// What equal values do.
    Ties,
    /// Which end is best.
    Order,
    /// To how many decimals values are rounded.
    Precision,
    /// How they are rounded.
    Rounding,
    /// What is looked at where values are equal.
    BreakTiesBy,
    /// The weight of a criterion.
    Weight,
    /// Whether a criterion counts.
    Scored,
    /// How many decimals scores may have.
    Decimals,
    /// What raw values are measured in.
    Unit,
    /// How raw values become points.
    Normalise,
}

worded!(RuleKey {
    Id = "id",
    PartOf = "part-of",
    From = "from",
    Within = "within",
    Max = "max",
    Total = "total",
    Missing = "missing",
    Exempt = "exempt",
    Ties = "ties",
    Order = "order",
    Precision = "precision",
    Rounding = "rounding",
    BreakTiesBy = "break_ties_by",
    Weight = "weight",
    Scored = "scored",
    Decimals = "decimals",
    Unit = "unit",
    Normalise = "normalise",
});

impl FactKey {
    /// The key that a text is.
    #[must_use]
    pub(crate) fn read(text: &str) -> Self {
        Self::known(text).unwrap_or_else(|| Self::Unknown(text.to_owned()))
    }

    fn known(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split(' ').collect();
        let own = str::to_owned;
        Some(match *words.as_slice() {
            ["edition"] => Self::Edition,
            ["edition", "year"] => Self::EditionYear,
            ["edition", "period"] => Self::EditionPeriod,
            ["unit", unit, "group"] => Self::UnitGroup { unit: own(unit) },
            ["unit", unit, "name", language] => Self::UnitName { unit: own(unit), language: own(language) },
            ["scheme", group, rule] => Self::Scheme { group: own(group), rule: rule_of(rule)? },
            ["criterion", group, criterion, rule] => {
                Self::Criterion { group: own(group), criterion: own(criterion), rule: rule_of(rule)? }
            }
            ["criterion", group, criterion, "name", language] => {
                Self::CriterionName { group: own(group), criterion: own(criterion), language: own(language) }
            }
            ["band", group, band, rule] => Self::Band { group: own(group), band: own(band), rule: rule_of(rule)? },
            ["band", group, band, "name", language] => {
                Self::BandName { group: own(group), band: own(band), language: own(language) }
            }
            ["score", unit, criterion] => Self::Score(CellKey::new(unit, criterion)),
            ["cell", unit, criterion] => Self::Beside(CellKey::new(unit, criterion)),
            ["rank", unit, criterion] => Self::Rank(CellKey::new(unit, criterion)),
            ["announced", group, criterion, rank, ref n @ ..] => {
                Self::Announced { group: own(group), criterion: own(criterion), rank: own(rank), n: nth(n)? }
            }
            ["disputed", group, criterion] => Self::Disputed { group: own(group), criterion: own(criterion) },
            ["population", group] => Self::Population { group: own(group) },
            ["unranked", unit] => Self::Unranked { unit: own(unit) },
            ["adjustment", unit] => Self::Adjustment { unit: own(unit) },
            ["correction", unit, criterion, date, ref n @ ..] => {
                Self::Correction { cell: CellKey::new(unit, criterion), date: Date::parse(date)?, n: nth(n)? }
            }
            ["url", ..] => Self::Url { file: own(text.strip_prefix("url ")?) },
            _ => return None,
        })
    }

    /// The group of a rule, a name of a criterion or a name of a band: what says how units are assessed.
    #[must_use]
    pub(crate) fn scheme_of(&self) -> Option<&str> {
        match self {
            Self::Scheme { group, .. }
            | Self::Criterion { group, .. }
            | Self::CriterionName { group, .. }
            | Self::Band { group, .. }
            | Self::BandName { group, .. } => Some(group),
            _ => None,
        }
    }

    /// The criterion of a number or a statement.
    #[must_use]
    pub(crate) fn column(&self) -> Option<&str> {
        match self {
            Self::Score(cell) | Self::Beside(cell) | Self::Rank(cell) => Some(&cell.criterion),
            Self::Announced { criterion, .. } | Self::Disputed { criterion, .. } => Some(criterion),
            _ => None,
        }
    }

    /// Whether it is a name in a language.
    #[must_use]
    pub(crate) fn is_name(&self) -> bool {
        matches!(self, Self::UnitName { .. } | Self::CriterionName { .. } | Self::BandName { .. })
    }
}

fn rule_of(word: &str) -> Option<RuleKey> {
    RuleKey::WORDS.iter().find(|(known, _)| *known == word).map(|(_, rule)| *rule)
}

/// The number behind a key: none for the first of its kind.
fn nth(words: &[&str]) -> Option<usize> {
    match words {
        [] => Some(1),
        [n] => n.parse().ok().filter(|&n| n > 1),
        _ => None,
    }
}

impl fmt::Display for FactKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Edition => f.write_str("edition"),
            Self::EditionYear => f.write_str("edition year"),
            Self::EditionPeriod => f.write_str("edition period"),
            Self::UnitGroup { unit } => write!(f, "unit {unit} group"),
            Self::UnitName { unit, language } => write!(f, "unit {unit} name {language}"),
            Self::Scheme { group, rule } => write!(f, "scheme {group} {}", rule.word()),
            Self::Criterion { group, criterion, rule } => write!(f, "criterion {group} {criterion} {}", rule.word()),
            Self::CriterionName { group, criterion, language } => {
                write!(f, "criterion {group} {criterion} name {language}")
            }
            Self::Band { group, band, rule } => write!(f, "band {group} {band} {}", rule.word()),
            Self::BandName { group, band, language } => write!(f, "band {group} {band} name {language}"),
            Self::Score(CellKey { unit, criterion }) => write!(f, "score {unit} {criterion}"),
            Self::Beside(CellKey { unit, criterion }) => write!(f, "cell {unit} {criterion}"),
            Self::Rank(CellKey { unit, criterion }) => write!(f, "rank {unit} {criterion}"),
            Self::Announced { group, criterion, rank, n } => {
                write!(f, "announced {group} {criterion} {rank}")?;
                write_nth(f, *n)
            }
            Self::Disputed { group, criterion } => write!(f, "disputed {group} {criterion}"),
            Self::Population { group } => write!(f, "population {group}"),
            Self::Unranked { unit } => write!(f, "unranked {unit}"),
            Self::Adjustment { unit } => write!(f, "adjustment {unit}"),
            Self::Correction { cell: CellKey { unit, criterion }, date, n } => {
                write!(f, "correction {unit} {criterion} {date}")?;
                write_nth(f, *n)
            }
            Self::Url { file } => write!(f, "url {file}"),
            Self::Unknown(text) => f.write_str(text),
        }
    }
}

fn write_nth(f: &mut fmt::Formatter<'_>, n: usize) -> fmt::Result {
    if n == 1 { Ok(()) } else { write!(f, " {n}") }
}

#[cfg(test)]
mod tests {
    use super::FactKey;

    #[track_caller]
    fn case(text: &str, is_known: bool) {
        let key = FactKey::read(text);
        assert_eq!(key.to_string(), text, "what is read is written so again");
        assert_eq!(!matches!(key, FactKey::Unknown(_)), is_known, "{key:?}");
    }

    #[test]
    fn keys_are_read_as_they_are_written() {
        for text in [
            "edition",
            "edition year",
            "edition period",
            "unit a group",
            "unit a name zh-Hant",
            "scheme so break_ties_by",
            "criterion so a part-of",
            "criterion so name max",
            "criterion so a name vi",
            "band so good from",
            "band so good name en",
            "score a b",
            "cell a b",
            "rank a total",
            "announced so total 1|2",
            "announced so total - 2",
            "disputed so total",
            "population so",
            "unranked a",
            "adjustment a",
            "correction a b 2018-05-04",
            "correction a b 2018-05-04 12",
            "url 2018/so/tổng quan.html",
        ] {
            case(text, true);
        }
    }

    #[test]
    fn texts_that_are_no_keys_of_today_are_kept() {
        for text in ["", "edition colour", "scheme so colour", "correction a b today", "announced so total 1 1", "url"]
        {
            case(text, false);
        }
    }

    #[test]
    fn a_criterion_called_name_is_no_name() {
        assert!(!FactKey::read("criterion so name max").is_name());
        assert!(!FactKey::read("announced so name 3").is_name());
        assert!(FactKey::read("criterion so name name vi").is_name());
    }
}
