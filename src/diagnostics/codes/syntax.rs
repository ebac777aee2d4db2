//! Faults of YAML itself.

super::codes! {}
