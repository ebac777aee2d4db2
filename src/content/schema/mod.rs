//! JSON Schemas of the files that an editor writes by hand, for programs that complete and check while one types.
//!
//! They are written by hand, as tight as the format and never tighter. The titles of their maps are the words that faults
//! use, by which a test compares them with the decoders: a key or a word that one side knows and the other does not fails.
//! Sense is not theirs: whether an id is known, whether a score is below its maximum. That is what `check` says.

/// A kind of file, with its schema.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SchemaKind {
    /// The word that names it.
    pub(crate) name: &'static str,
    /// Where such files stand.
    pub(crate) path: &'static str,
    /// What they are for, in English and Vietnamese.
    pub(crate) about: [&'static str; 2],
    /// The schema: JSON, draft 2020-12.
    pub(crate) text: &'static str,
    /// A file that has every key.
    pub(crate) example: &'static str,
}

/// All kinds, in the order in which a site is begun.
pub(crate) const KINDS: [SchemaKind; 4] = [
    SchemaKind {
        name: "site",
        path: "content/site.yaml",
        about: [
            "the publication: titles, publisher, languages, address",
            "trang công bố: tên, cơ quan công bố, ngôn ngữ, địa chỉ",
        ],
        text: include_str!("site.json"),
        example: include_str!("examples/site.yaml"),
    },
    SchemaKind {
        name: "units",
        path: "content/units.yaml",
        about: [
            "the units that are ranked, their groups and their history",
            "các đơn vị được xếp hạng, nhóm và lịch sử của chúng",
        ],
        text: include_str!("units.json"),
        example: include_str!("examples/units.yaml"),
    },
    SchemaKind {
        name: "scheme",
        path: "content/schemes/ID.yaml",
        about: [
            "what is assessed: criteria, maxima, how totals and ranks are made",
            "bộ tiêu chí: tiêu chí, mức tối đa, cách tính tổng và xếp hạng",
        ],
        text: include_str!("scheme.json"),
        example: include_str!("examples/scheme.yaml"),
    },
    SchemaKind {
        name: "scores",
        path: "content/scores/YEAR.yaml",
        about: [
            "the scores of one edition, and what was announced of it",
            "điểm của một kỳ, và kết quả đã công bố của kỳ đó",
        ],
        text: include_str!("scores.json"),
        example: include_str!("examples/scores.yaml"),
    },
];

#[cfg(test)]
mod tests;
