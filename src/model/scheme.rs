//! What is assessed and how: a versioned set of criteria.

use rust_decimal::Decimal;

use super::document::Document;
use super::index::Column;
use super::place::Place;
use super::rank_rule::{Order, RankRule};
use super::text::Text;
use super::word::worded;

/// A set of criteria with the rules for totals and ranks, resolved for one group.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Scheme {
    /// Its id, for URLs; empty for the one that an edition without a scheme implies.
    pub(crate) id: String,
    /// Its title.
    pub(crate) title: Text,
    /// The document that lays it down.
    pub(crate) document: Option<Document>,
    /// The id of the scheme before it.
    pub(crate) replaces: Option<String>,
    /// What can still be compared with the scheme before it.
    pub(crate) comparable: Comparable,
    /// How many decimals scores may have; none: any number.
    pub(crate) decimals: Option<u32>,
    /// How far an announced total may differ from the computed one.
    pub(crate) within: Decimal,
    /// The maximum of the total, if there is one: written, or the sum that the criteria make.
    pub(crate) max: Option<Decimal>,
    /// How the total is made.
    pub(crate) total: Aggregate,
    /// All criteria, parents before their children, in the order of the file.
    pub(crate) criteria: Vec<Criterion>,
    /// How the total is ranked.
    pub(crate) rank: RankRule,
    /// Bands of the total, from the highest threshold to the lowest.
    pub(crate) bands: Vec<Band>,
    /// What a missing score does to a total.
    pub(crate) missing: Missing,
    /// What an exempt criterion does to a total.
    pub(crate) exempt: Exempt,
    /// The file that says it.
    pub(crate) place: Place,
    /// Whether some of it could not be read: nothing is judged by it then.
    pub(crate) unread: bool,
}

/// What the publisher says can still be compared with the scheme before; what is not named cannot.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Comparable {
    /// Whether totals can.
    pub(crate) total: bool,
    /// Criteria that can: id here, id in the scheme before.
    pub(crate) criteria: Vec<(String, String)>,
}

impl Scheme {
    /// The column of the total: one after the last criterion.
    #[must_use]
    pub(crate) fn total_column(&self) -> Column {
        Column::at(self.criteria.len())
    }

    /// How many columns an edition under this scheme has.
    #[must_use]
    pub(crate) fn n_columns(&self) -> usize {
        self.criteria.len() + 1
    }

    /// All columns: those of the criteria, parents before their children, then that of the total.
    pub(crate) fn columns(&self) -> impl DoubleEndedIterator<Item = Column> + ExactSizeIterator + Clone + use<> {
        Column::all(self.n_columns())
    }

    /// The columns of the criteria, parents before their children.
    pub(crate) fn criterion_columns(
        &self,
    ) -> impl DoubleEndedIterator<Item = Column> + ExactSizeIterator + Clone + use<> {
        Column::all(self.criteria.len())
    }

    /// The criteria, each with its column.
    pub(crate) fn numbered_criteria(&self) -> impl DoubleEndedIterator<Item = (Column, &Criterion)> {
        self.criterion_columns().zip(&self.criteria)
    }

    /// The criterion of a column; none for the total.
    #[must_use]
    pub(crate) fn criterion(&self, column: Column) -> Option<&Criterion> {
        self.criteria.get(column.index())
    }

    /// Whether it is only implied by an edition that names no scheme.
    #[must_use]
    pub(crate) fn is_implied(&self) -> bool {
        self.id.is_empty()
    }

    /// The columns of criteria that have a score of their own.
    pub(crate) fn measured(&self) -> impl Iterator<Item = Column> + '_ {
        self.numbered_criteria().filter(|(_, c)| c.children.is_empty()).map(|(i, _)| i)
    }

    /// The columns that stand at the top of the tree.
    pub(crate) fn top_level(&self) -> impl Iterator<Item = Column> + '_ {
        self.numbered_criteria().filter(|(_, c)| c.parent.is_none()).map(|(i, _)| i)
    }

    /// The parts that a column is made of: the children of a criterion, the top criteria of the total.
    #[must_use]
    pub(crate) fn parts(&self, column: Column) -> Vec<Column> {
        match self.criterion(column) {
            Some(criterion) => criterion.children.clone(),
            None => self.top_level().collect(),
        }
    }

    /// Which end of the numbers that a column shows is the better one. Raw values are ranked by the points that they
    /// become, which may fall as the values rise.
    #[must_use]
    pub(crate) fn shown_order(&self, column: Column) -> Order {
        let order = self.column_rule(column).order;
        let rule = self.criterion(column).and_then(|criterion| criterion.normalise.as_ref());
        let is_turned = rule.is_some_and(|rule| self.is_raw(column) && rule.lower_is_better);
        match (order, is_turned) {
            (order, false) => order,
            (Order::Descending, true) => Order::Ascending,
            (Order::Ascending, true) => Order::Descending,
        }
    }

    /// Whether a column is made with the help of another one, at any depth.
    #[must_use]
    pub(crate) fn holds(&self, column: Column, part: Column) -> bool {
        let mut above = self.criterion(part).map(|criterion| criterion.parent);
        while let Some(parent) = above {
            let at = parent.unwrap_or(self.total_column());
            if at == column {
                return true;
            }
            above = parent.map(|parent| self.criteria[parent].parent);
        }
        false
    }

    /// How a column is made of its parts.
    #[must_use]
    pub(crate) fn aggregate(&self, column: Column) -> Aggregate {
        self.criterion(column).map_or(self.total, |c| c.total)
    }

    /// Whether the values of a column are made of its parts.
    #[must_use]
    pub(crate) fn is_made(&self, column: Column) -> bool {
        !self.criterion(column).is_some_and(|c| c.children.is_empty()) && self.aggregate(column) != Aggregate::Given
    }

    /// Whether any column is made of its parts: the total, or a criterion with parts.
    #[must_use]
    pub(crate) fn aggregates(&self) -> bool {
        self.columns().any(|column| self.is_made(column))
    }

    /// The id of a column, `total` for the total.
    #[must_use]
    pub(crate) fn column_id(&self, column: Column) -> &str {
        self.criterion(column).map_or("total", |c| &c.id)
    }

    /// The maximum of a column, if it has one.
    #[must_use]
    pub(crate) fn column_max(&self, column: Column) -> Option<Decimal> {
        self.criterion(column).map_or(self.max, |c| c.max)
    }

    /// Whether the numbers of a column are raw ones, in a unit of their own, of which points are made only for ranks and
    /// totals: they are not to be measured by the maximum, which is one of points.
    #[must_use]
    pub(crate) fn is_raw(&self, column: Column) -> bool {
        self.criterion(column).is_some_and(|c| c.children.is_empty() && c.normalise.is_some())
    }

    /// How a column is ranked.
    #[must_use]
    pub(crate) fn column_rule(&self, column: Column) -> &RankRule {
        self.criterion(column).map_or(&self.rank, |c| &c.rank)
    }

    /// How many decimals the values of a column may have: for a total or a parent the finest of its parts; weighted ones
    /// of a sum have those of the weight too.
    #[must_use]
    pub(crate) fn column_decimals(&self, column: Column) -> Option<u32> {
        let parts = self.parts(column);
        if parts.is_empty() {
            return self.criterion(column).map_or(self.decimals, |c| c.decimals);
        }
        let is_sum = self.aggregate(column) == Aggregate::Sum;
        let of_weight = |part: Column| if is_sum { self.criteria[part].weight.normalize().scale() } else { 0 };
        let decimals = parts.iter().map(|&part| Some(self.column_decimals(part)? + of_weight(part)));
        decimals.reduce(|most, own| Some(most?.max(own?))).flatten()
    }

    /// The column of the criterion with that id.
    #[must_use]
    pub(crate) fn criterion_column(&self, id: &str) -> Option<Column> {
        self.numbered_criteria().find(|(_, criterion)| criterion.id == id).map(|(column, _)| column)
    }

    /// The column with that id; `total` is that of the total.
    #[must_use]
    pub(crate) fn column(&self, id: &str) -> Option<Column> {
        self.columns().find(|&c| self.column_id(c) == id)
    }
}

/// One criterion, a leaf with scores or a parent of others.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Criterion {
    /// Its id, for URLs and columns.
    pub(crate) id: String,
    /// Its name.
    pub(crate) name: Text,
    /// What it means.
    pub(crate) description: Option<Text>,
    /// The criterion that it is a part of.
    pub(crate) parent: Option<Column>,
    /// Its parts; empty for a leaf.
    pub(crate) children: Vec<Column>,
    /// Its maximum: written, or what its children make.
    pub(crate) max: Option<Decimal>,
    /// Its weight among its siblings; 1 unless written.
    pub(crate) weight: Decimal,
    /// Whether it counts in the total.
    pub(crate) scored: bool,
    /// How many decimals its scores may have.
    pub(crate) decimals: Option<u32>,
    /// How it is made of its parts.
    pub(crate) total: Aggregate,
    /// How it is ranked.
    pub(crate) rank: RankRule,
    /// What its raw values are measured in.
    pub(crate) unit: Option<Text>,
    /// How raw values become points.
    pub(crate) normalise: Option<Normalise>,
    /// Where the scheme file tells of it.
    pub(crate) place: Place,
    /// Where its maximum is written, if it is.
    pub(crate) max_place: Option<Place>,
}

/// How a total is made of its parts; `weight` is 1 unless written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Aggregate {
    /// Σ w·x.
    #[default]
    Sum,
    /// Σ w·x / Σ w.
    Mean,
    /// (Π x^w)^(1/Σ w).
    GeometricMean,
    /// Written in the score file.
    Given,
}

worded!(Aggregate { Sum = "sum", Mean = "mean", GeometricMean = "geometric-mean", Given = "given" });

impl Aggregate {
    /// Whether the parts are added up, each times its weight.
    #[must_use]
    pub(crate) fn adds_up(self) -> bool {
        match self {
            Self::Sum | Self::Mean => true,
            Self::GeometricMean | Self::Given => false,
        }
    }
}

/// A band of the total, half-open: from its threshold up to the next one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Band {
    /// Its id.
    pub(crate) id: String,
    /// Its name.
    pub(crate) name: Text,
    /// Its threshold, which belongs to it.
    pub(crate) from: Decimal,
    /// Where the scheme file tells of it.
    pub(crate) place: Place,
}

/// What a missing score does to a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Missing {
    /// The unit has no total.
    #[default]
    Unranked,
    /// It counts as 0.
    Zero,
    /// A unit with that share of the maximum present is ranked on it, rescaled.
    AtLeastPercent(Decimal),
}

impl Missing {
    /// The values that are one word.
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[(Self::Unranked.word(), Self::Unranked), (Self::Zero.word(), Self::Zero)];
    /// The word before a share.
    pub(crate) const AT_LEAST_PERCENT: &'static str = "at_least_percent";

    /// Its word; that of a share stands before it.
    #[must_use]
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Unranked => "unranked",
            Self::Zero => "zero",
            Self::AtLeastPercent(_) => Self::AT_LEAST_PERCENT,
        }
    }

    /// Whether the other scores can be rescaled to the whole maximum.
    #[must_use]
    pub(crate) fn rescales(self) -> bool {
        match self {
            Self::AtLeastPercent(_) => true,
            Self::Unranked | Self::Zero => false,
        }
    }
}

/// What an exempt criterion does to a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Exempt {
    /// The others are rescaled to the whole maximum.
    #[default]
    Rescale,
    /// It counts as its maximum.
    Full,
    /// It counts as 0.
    Nothing,
    /// The unit has no total.
    Unranked,
}

worded!(Exempt { Rescale = "rescale", Full = "full", Nothing = "nothing", Unranked = "unranked" });

/// How raw values become points (OECD/JRC Handbook on Constructing Composite Indicators, 2008, step 5).
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Normalise {
    /// The method.
    pub(crate) method: Method,
    /// Whether a lower raw value is better.
    pub(crate) lower_is_better: bool,
    /// The lower goalpost.
    pub(crate) low: Option<Decimal>,
    /// The upper goalpost.
    pub(crate) high: Option<Decimal>,
    /// Whether logarithms are taken first.
    pub(crate) log: bool,
    /// What 1 becomes.
    pub(crate) to: Decimal,
}

impl Normalise {
    /// The most that points can be, if there is a most.
    #[must_use]
    pub(crate) fn max(&self) -> Option<Decimal> {
        self.method.has_maximum().then_some(self.to)
    }
}

/// A method of normalisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    /// Between the lowest and the highest of the group and edition.
    MinMax,
    /// Between two fixed values.
    Goalposts,
    /// Distance from the mean in standard deviations.
    ZScore,
    /// Share of the best value.
    Best,
    /// The rank itself.
    Rank,
    /// As it is.
    None,
}

worded!(Method {
    MinMax = "min-max",
    Goalposts = "goalposts",
    ZScore = "z-score",
    Best = "best",
    Rank = "rank",
    None = "none",
});

impl Method {
    /// Whether the points of one unit depend on the values of the others.
    #[must_use]
    pub(crate) fn is_relative(self) -> bool {
        match self {
            Self::MinMax | Self::ZScore | Self::Best | Self::Rank => true,
            Self::Goalposts | Self::None => false,
        }
    }

    /// Whether the points of the other units tell more of the value of one unit than its place among theirs.
    #[must_use]
    pub(crate) fn tells_of_others(self) -> bool {
        match self {
            Self::MinMax | Self::Best | Self::ZScore => true,
            Self::Rank | Self::Goalposts | Self::None => false,
        }
    }

    /// Whether the most points are what 1 becomes; others have no end.
    #[must_use]
    pub(crate) fn has_maximum(self) -> bool {
        match self {
            Self::MinMax | Self::Goalposts | Self::Best => true,
            Self::ZScore | Self::Rank | Self::None => false,
        }
    }

    /// Whether no points are below 0 or above what 1 becomes.
    #[must_use]
    pub(crate) fn is_cut(self) -> bool {
        match self {
            Self::MinMax | Self::Goalposts => true,
            Self::ZScore | Self::Best | Self::Rank | Self::None => false,
        }
    }
}
