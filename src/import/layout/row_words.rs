//! Words of rows that are no units, and signs in the place of values, in the languages of spreadsheets.

use super::text::comparable;
use crate::words::fold;

/// What a row is that is no unit, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowWord {
    /// A sum, or a whole of which units are parts.
    Whole,
    /// A mean, minimum, maximum or the like.
    Statistic,
    /// Maxima of columns.
    Maxima,
}

/// Names of rows that tell it from their beginning on.
const ROWS: &[(RowWord, &[&str])] = &[
    (
        RowWord::Maxima,
        &[
            "diem toi da",
            "thang diem",
            "diem chuan",
            "so diem toi da",
            "maximum score",
            "max score",
            "maximum points",
            "max points",
        ],
    ),
    (
        RowWord::Statistic,
        &[
            "trung binh",
            "diem trung binh",
            "binh quan",
            "diem binh quan",
            "trung vi",
            "cao nhat",
            "thap nhat",
            "diem cao nhat",
            "diem thap nhat",
            "do lech chuan",
            "mean",
            "median",
            "min",
            "max",
            "minimum",
            "maximum",
            "highest",
            "lowest",
            "standard deviation",
            "std",
            "st. dev",
            "stdev",
            "national average",
            "mittelwert",
            "durchschnitt",
            "media",
            "promedio",
            "so lon nhat",
            "so nho nhat",
        ],
    ),
    (
        RowWord::Whole,
        &[
            "tong",
            "tong cong",
            "tong so",
            "cong",
            "ca nuoc",
            "toan quoc",
            "toan tinh",
            "toan nganh",
            "total",
            "grand total",
            "sum",
            "subtotal",
            "sub-total",
            "all",
            "world",
            "insgesamt",
            "gesamt",
            "jumlah",
            "totale",
            "all countries",
            "global",
            "whole country",
            "toan thanh pho",
            "national",
        ],
    ),
];

/// Names behind which nothing may stand, as they begin names of units too.
const WHOLE_ONLY: &[&str] = &[
    "all",
    "min",
    "max",
    "media",
    "sum",
    "cong",
    "tong",
    "world",
    "global",
    "national",
    "mean",
    "highest",
    "lowest",
    "std",
    "minimum",
    "maximum",
    "median",
    "trung binh",
    "cao nhat",
    "thap nhat",
    "gesamt",
];

/// What the name of a row says that is none of a unit.
pub(super) fn row_word(name: &str) -> Option<RowWord> {
    let folded = comparable(name);
    // Without diacritics, a company of companies begins as a sum does.
    if folded.starts_with("tong cong ty") {
        return None;
    }
    let is = |word: &&str| {
        let rest = folded.strip_prefix(*word);
        // `Tổng công ty` and `Tổng cục` are units, `Tổng cộng` and `Total UK` are none.
        rest.is_some_and(|rest| rest.is_empty() || !WHOLE_ONLY.contains(word) && rest.starts_with([' ', ':', '(']))
    };
    let ends = [" average", " total", " mean", " median"]
        .iter()
        .position(|end| folded.ends_with(end) || folded == end.trim_start());
    let told = ROWS.iter().find(|(_, words)| words.iter().any(is)).map(|(word, _)| *word);
    told.or_else(|| ends.map(|end| if end == 1 { RowWord::Whole } else { RowWord::Statistic }))
}

/// Headings over rows that are no units.
const OF_WHOLES: &[&str] = &[
    "aggregates",
    "aggregate",
    "regions",
    "human development groups",
    "averages",
    "totals",
    "memo items",
    "memorandum",
    "groups",
    "for comparison",
    "reference",
    "so sanh",
    "tham khao",
    "binh quan",
    "summary statistics",
    "tong hop",
    "world",
];

/// Whether a heading stands over rows that are no units.
pub(super) fn is_heading_of_wholes(heading: &str) -> bool {
    OF_WHOLES.contains(&comparable(heading).as_str())
}

/// Countries and groups of them, by which one row among provinces is known to be a whole.
const COUNTRIES: &[&str] = &[
    "viet nam",
    "vietnam",
    "indonesia",
    "brasil",
    "brazil",
    "china",
    "india",
    "thailand",
    "philippines",
    "malaysia",
    "lao pdr",
    "laos",
    "campuchia",
    "cambodia",
    "myanmar",
    "japan",
    "korea",
    "germany",
    "deutschland",
    "france",
    "italy",
    "italia",
    "spain",
    "espana",
    "portugal",
    "uk",
    "united kingdom",
    "great britain",
    "england",
    "scotland",
    "wales",
    "northern ireland",
    "ireland",
    "usa",
    "united states",
    "us",
    "canada",
    "mexico",
    "argentina",
    "colombia",
    "peru",
    "chile",
    "australia",
    "new zealand",
    "russia",
    "russian federation",
    "ukraine",
    "poland",
    "polska",
    "austria",
    "osterreich",
    "switzerland",
    "schweiz",
    "netherlands",
    "belgium",
    "sweden",
    "norway",
    "denmark",
    "finland",
    "turkey",
    "turkiye",
    "egypt",
    "nigeria",
    "kenya",
    "south africa",
    "ethiopia",
    "ghana",
    "pakistan",
    "bangladesh",
    "nepal",
    "sri lanka",
];

/// Groups of countries: no row of that name is a unit among countries.
const GROUPS_OF_COUNTRIES: &[&str] = &[
    "world",
    "oecd",
    "oecd average",
    "oecd total",
    "eu",
    "european union",
    "euro area",
    "g7",
    "g20",
    "asean",
    "africa",
    "asia",
    "europe",
    "americas",
    "developing countries",
    "least developed countries",
    "small island developing states",
    "arab states",
    "south asia",
    "east asia and the pacific",
    "europe and central asia",
    "latin america and the caribbean",
    "sub-saharan africa",
    "very high human development",
    "high human development",
    "medium human development",
    "low human development",
    "high income",
    "low income",
    "middle income",
    "upper middle income",
    "lower middle income",
    "eu27",
    "eu28",
    "eu 27",
    "eu 28",
    "the gioi",
];

/// Whether a name is that of a country.
pub(super) fn is_country(name: &str) -> bool {
    COUNTRIES.contains(&comparable(name).as_str())
}

/// Whether a name is that of a group of countries.
pub(super) fn is_group_of_countries(name: &str) -> bool {
    GROUPS_OF_COUNTRIES.contains(&comparable(name).as_str())
}

/// Signs that stand where there is no value, whatever they mean.
const MARKS: &[&str] = &[
    "-", "--", "---", "–", "—", "―", "−", "..", "...", "…", ".", ":", "*", "**", "x", "X", "/", "?", "~", "+", "•",
    "\\", "_", "n/a", "na", "n.a.", "n.a", "n/d", "nd", "n.d.", "nan", "null", "none", "nil", "#n/a", "kcdl", "kxd",
    "k", "khong", "khong co", "chua co", "m", "s", "c", "z",
];

/// Whether a text is a sign in the place of a value.
pub(super) fn is_mark(text: &str) -> bool {
    MARKS.contains(&text.to_lowercase().as_str()) || MARKS.contains(&fold(text).as_str())
}

#[cfg(test)]
mod tests {
    use super::{RowWord, row_word};

    #[test]
    fn rows_say_that_they_are_no_units() {
        let case = |name: &str, word: Option<RowWord>| assert_eq!(row_word(name), word, "{name}");
        case("Tổng cộng", Some(RowWord::Whole));
        case("Total UK", Some(RowWord::Whole));
        case("Trung bình", Some(RowWord::Statistic));
        case("OECD average", Some(RowWord::Statistic));
        case("Median", Some(RowWord::Statistic));
        case("Điểm tối đa", Some(RowWord::Maxima));
        case("Điểm cao nhất", Some(RowWord::Statistic));
        case("Tổng công ty Điện lực", None);
        case("Trung Bình Thuận", None);
        case("Minh Bảo", None);
        case("Maxima Group", None);
    }
}
