//! Stage 3: exact totals, ranks and what can be proved of what is not known. No words for readers.

mod standing;

pub use standing::{
    Basis, Clash, ClashKind, EditionRanking, GroupRanking, Known, RankBasis, RankedColumn, Rankings, Reason, Standing,
    StandingState,
};
