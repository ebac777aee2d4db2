//! How faults are told: one file a format.
