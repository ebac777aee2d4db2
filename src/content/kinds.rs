//! The kinds of maps that files are made of, by the names that faults call them.

/// Their names in English and Vietnamese.
const KINDS: [(&str, &str); 40] = [
    ("site.yaml", "site.yaml"),
    ("units.yaml", "units.yaml"),
    ("`publisher`", "`publisher`"),
    ("`noun`", "`noun`"),
    ("a noun", "danh từ"),
    ("`groups`", "`groups`"),
    ("`units`", "`units`"),
    ("a group", "một nhóm"),
    ("a unit", "một đơn vị"),
    ("an event", "một sự kiện"),
    ("a scheme", "bộ tiêu chí"),
    ("a criterion", "một tiêu chí"),
    ("`criteria`", "`criteria`"),
    ("`comparable`", "`comparable`"),
    ("a band", "một mức xếp loại"),
    ("`missing`", "`missing`"),
    ("a group of the scheme", "phần riêng của một nhóm"),
    ("`max`", "`max`"),
    ("`rank`", "`rank`"),
    ("`normalise`", "`normalise`"),
    ("a score file", "tệp điểm"),
    ("`scheme`", "`scheme`"),
    ("`population`", "`population`"),
    ("`period`", "`period`"),
    ("`withdrawn`", "`withdrawn`"),
    ("`scores`", "`scores`"),
    ("the scores of a group", "điểm của một nhóm"),
    ("the scores of a unit", "điểm của một đơn vị"),
    ("a cell", "một ô điểm"),
    ("`announced`", "`announced`"),
    ("what was announced of a group", "phần công bố của một nhóm"),
    ("a statement", "một câu công bố"),
    ("a band of ranks", "khoảng hạng"),
    ("a range of scores", "khoảng điểm"),
    ("`unranked`", "`unranked`"),
    ("an adjustment", "một mục cộng trừ điểm"),
    ("a correction", "một đính chính"),
    ("a disputed column", "một cột có tranh chấp"),
    ("a remark", "một lưu ý"),
    ("a document", "một văn bản"),
];

/// Kinds of files that are not written by hand, and of pages.
const OTHERS: [(&str, &str); 3] =
    [("a seal", "niêm phong"), ("a former seal", "niêm phong trước"), ("the front matter", "phần đầu trang")];

/// The key that a text in the place of such a map is meant for.
pub(super) fn key_of_text(kind: &str) -> Option<&'static str> {
    match kind {
        "a group" | "a unit" | "a band" | "`publisher`" => Some("name"),
        "a document" => Some("title"),
        _ => None,
    }
}

/// The name of a kind of map in Vietnamese.
pub(super) fn vietnamese(kind: &'static str) -> &'static str {
    let known = KINDS.iter().chain(&OTHERS).find(|(english, _)| *english == kind);
    debug_assert!(known.is_some(), "`{kind}` has no name in Vietnamese");
    known.map_or(kind, |(_, vietnamese)| vietnamese)
}
