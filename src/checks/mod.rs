//! Stage 4: sense, not shape.
use crate::diagnostics::Faults;
use crate::model::Series;
use crate::rankings::Rankings;
/// Runs them.
pub fn check(_series: &Series, _rankings: &Rankings, _faults: &mut Faults) {}
