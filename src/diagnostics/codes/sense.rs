//! Faults of sense: what is written is well-formed and cannot be so.

super::codes! {}
