//! Faults of shape: keys, kinds of values, names that nobody has.

super::codes! {
    /// A key that this kind of file or map does not know.
    KEY_UNKNOWN: Error "key-unknown"
        en "unknown key `{key}` in {what}", "not a key of {what}", "[[did you mean `{near}`? ]]the keys here are {known}";
        vi "khoá `{key}` không có trong {what}", "không phải khoá của {what}", "[[có phải là `{near}`? ]]các khoá ở đây là {known}";
}
