//! YAML as a flat tree of nodes with exact text and place: the only file that names the YAML package.
