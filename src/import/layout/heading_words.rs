//! Words of headings in the languages of spreadsheets, compared without case and diacritics.

use super::text::comparable;

/// What the heading of a column says that it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeadingWord {
    /// A running number.
    Numbering,
    /// An id.
    Id,
    /// Groups of units.
    Group,
    /// A total.
    Total,
    /// Ranks.
    Rank,
    /// Classes.
    Class,
    /// Remarks.
    Note,
    /// A difference.
    Change,
    /// A year of the data.
    When,
    /// Numbers that are told beside scores: populations, counts, samples.
    Context,
    /// Criteria: it stands over names of criteria, so that the table is transposed.
    Criteria,
    /// Maxima.
    Maxima,
}

/// Whole headings.
const WHOLE: &[(HeadingWord, &[&str])] = &[
    (HeadingWord::Numbering, &["tt", "stt", "so tt", "so thu tu", "no", "no.", "nr", "nr.", "#", "s/n", "index no"]),
    (
        HeadingWord::Id,
        &[
            "ma",
            "ma so",
            "ma dv",
            "id",
            "code",
            "iso",
            "iso3",
            "iso2",
            "iso code",
            "country code",
            "ukprn",
            "key",
            "codigo",
        ],
    ),
    (HeadingWord::Note, &["nguon", "source", "sources"]),
    (HeadingWord::Total, &["tong", "cong", "total", "overall", "diem tong", "diem", "score", "total score", "index"]),
    (HeadingWord::Rank, &["hang", "tt xep hang", "vi thu", "position", "pos", "pos.", "place", "rk", "rang"]),
    (HeadingWord::Class, &["loai", "muc", "class", "band", "grade", "tier", "level", "rating", "nhom diem"]),
    (
        HeadingWord::Group,
        &["khoi", "cum", "nhom", "vung", "mien", "group", "type", "continent", "regiao", "uf", "kind"],
    ),
    (HeadingWord::When, &["nam", "year", "ano", "tahun", "jahr", "date", "period", "time"]),
    (HeadingWord::Context, &["dan so", "population", "gdp", "n", "sample", "sample size", "co mau"]),
    (
        HeadingWord::Criteria,
        &[
            "tieu chi",
            "cac tieu chi",
            "chi tieu",
            "noi dung",
            "linh vuc",
            "criteria",
            "criterion",
            "indicator",
            "indicators",
            "chi so",
            "hang muc",
            "chi so thanh phan",
            "tieu chi thanh phan",
            "noi dung danh gia",
            "tieu chi danh gia",
            "variable",
        ],
    ),
    (
        HeadingWord::Maxima,
        &["diem toi da", "thang diem", "max", "maximum", "max score", "maximum score", "diem chuan", "scale"],
    ),
];

/// Words within headings, each looked for as words of its own. The first that is found decides.
const WITHIN: &[(HeadingWord, &[&str])] = &[
    (
        HeadingWord::Change,
        &[
            "change",
            "thay doi",
            "chenh lech",
            "difference",
            "minus",
            "so voi",
            "tang giam",
            "tang/giam",
            "+/-",
            "trend",
            "__arrow__",
        ],
    ),
    (HeadingWord::Numbering, &["so thu tu"]),
    (
        HeadingWord::Rank,
        &[
            "rank",
            "ranks",
            "ranking",
            "rank no",
            "xep hang",
            "thu hang",
            "xep thu",
            "vi tri xep hang",
            "hang nam",
            "peringkat",
            "排名",
            "名次",
            "vi thu",
        ],
    ),
    (
        HeadingWord::Class,
        &["xep loai", "phan loai", "loai hinh danh gia", "danh hieu", "income group", "category", "grade", "__color__"],
    ),
    (HeadingWord::Note, &["ghi chu", "note", "notes", "remark", "remarks", "comment", "comments"]),
    (
        HeadingWord::Group,
        &["region", "khu vuc", "vung", "khoi", "cum thi dua", "nhom don vi", "afdb_region", "subregion"],
    ),
    (HeadingWord::When, &["__year__", "data year", "reference year"]),
    (HeadingWord::Id, &["ma don vi", "ma tinh", "ma so", "tinhid", "iso code", "country code", "unit id"]),
    (
        HeadingWord::Total,
        &[
            "tong diem",
            "tong so diem",
            "diem tong",
            "tong cong",
            "diem tong hop",
            "chi so tong hop",
            "chi so chung",
            "tong hop chung",
            "overall score",
            "overall index",
            "overall rating",
            "total score",
            "total points",
            "total index",
            "composite score",
            "composite index",
            "weighted",
            "un-weighted",
            "unweighted",
            "khong co trong so",
            "index score",
            "aggregate score",
            "final score",
            "ket qua chung",
        ],
    ),
];

/// Beginnings of headings of numbers that are told beside scores.
const CONTEXT: &[&str] = &[
    "population",
    "dan so",
    "number",
    "total number",
    "so luong",
    "standard deviation",
    "benchmark",
    "gdp per capita",
    "sample size",
    "total full-time",
];

/// Words within headings of names. They decide only where a column of texts is looked at.
const NAMES: &[&str] = &[
    "ten",
    "don vi",
    "dia phuong",
    "tinh",
    "thanh pho",
    "huyen",
    "xa",
    "phuong",
    "so",
    "ban",
    "nganh",
    "co quan",
    "truong",
    "name",
    "unit",
    "country",
    "countries",
    "economy",
    "economies",
    "province",
    "provinces",
    "district",
    "city",
    "municipality",
    "institution",
    "university",
    "provider",
    "school",
    "state",
    "territory",
    "territorialidades",
    "municipio",
    "provinsi",
    "entity",
    "organisation",
    "organization",
    "department",
    "ministry",
    "company",
    "team",
    "land",
    "tentinh_vie",
    "tentinh_eng",
    "hochschule",
    "area",
    "jurisdiction",
    "location",
    "bo",
];

/// What a heading says; none where it says none of these.
pub(super) fn heading_word(heading: &str) -> Option<HeadingWord> {
    let folded = comparable(heading);
    let whole = WHOLE.iter().find(|(_, words)| words.contains(&folded.as_str()));
    let within = || WITHIN.iter().find(|(_, words)| words.iter().any(|word| has_word(&folded, word)));
    let is_context = || CONTEXT.iter().any(|word| folded.starts_with(word));
    let told = whole.or_else(within).map(|(word, _)| *word);
    told.or_else(|| is_context().then_some(HeadingWord::Context))
}

/// Whether a heading stands over names of units.
pub(super) fn is_name_heading(heading: &str) -> bool {
    let folded = comparable(heading);
    let is_short = folded.split(' ').count() <= 6;
    is_short && NAMES.iter().any(|word| has_word(&folded, word))
}

/// Whether a word, or several, stand in a folded text with nothing glued to them.
pub(super) fn has_word(folded: &str, word: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    folded.match_indices(word).any(|(at, _)| {
        let inside = word.chars().all(char::is_alphanumeric) && !word.is_ascii();
        inside || !is_part(folded[..at].chars().next_back()) && !is_part(folded[at + word.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::{HeadingWord, heading_word, is_name_heading};

    #[test]
    fn headings_say_what_columns_hold() {
        let case = |heading: &str, word: Option<HeadingWord>| assert_eq!(heading_word(heading), word, "{heading}");
        case("TT", Some(HeadingWord::Numbering));
        case("Tổng điểm", Some(HeadingWord::Total));
        case("Overall score", Some(HeadingWord::Total));
        case("The Weighted PCI Score in 2018", Some(HeadingWord::Total));
        case("Xếp hạng", Some(HeadingWord::Rank));
        case("Thứ hạng", Some(HeadingWord::Rank));
        case("HDI rank¹", Some(HeadingWord::Rank));
        case("GNI per capita rank minus HDI rank", Some(HeadingWord::Change));
        case("Xếp loại", Some(HeadingWord::Class));
        case("Ghi chú", Some(HeadingWord::Note));
        case("Điểm tối đa", Some(HeadingWord::Maxima));
        case("Tiêu chí", Some(HeadingWord::Criteria));
        case("Total full-time entrants", Some(HeadingWord::Context));
        case("Transparency", None);
        case("Frankness", None);
        case("Hạ tầng", None);
    }

    #[test]
    fn names_stand_below_their_headings() {
        for heading in ["Tên đơn vị", "Đơn vị", "Country", "tentinh_vie", "HE provider", "Tỉnh/Thành phố", "Economy"]
        {
            assert!(is_name_heading(heading), "{heading}");
        }
        assert!(!is_name_heading("Điểm"));
    }
}
