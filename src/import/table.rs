//! What a table of a workbook is, once it was understood: the type between reading a workbook and matching it with a site.
//!
//! Nothing here is guessed. What a sheet does not tell is a [`Doubt`]; what is no number stays a text or a mark.

use std::fmt;

use rust_decimal::Decimal;

use super::line::one_line;
use crate::words::fold;

/// A workbook or a CSV file, sheet by sheet, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Workbook {
    /// What the file is.
    pub(crate) kind: WorkbookKind,
    /// Its sheets; a CSV file has one, named after the file.
    pub(crate) sheets: Vec<WorkbookSheet>,
}

/// What a file is, by its bytes and not by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum WorkbookKind {
    /// Office Open XML.
    Xlsx,
    /// The binary format before it.
    Xls,
    /// OpenDocument.
    Ods,
    /// Text with a sign between the cells.
    Csv {
        /// As encodings are called: `UTF-8`, `windows-1258`.
        encoding: &'static str,
        /// The sign between two cells.
        delimiter: char,
    },
}

/// A sheet and the tables that were found in it, the likeliest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WorkbookSheet {
    /// Its name as it is written.
    pub(crate) name: String,
    /// Whether the spreadsheet program does not show it.
    pub(crate) is_hidden: bool,
    /// Years that its name tells, ascending. They can be wrong: the year is always asked of the user.
    pub(crate) years: Vec<i32>,
    /// What stands in it; empty where no row has a name and a number.
    pub(crate) tables: Vec<FoundTable>,
}

/// One table: a row a unit, whichever way it stands in the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundTable {
    /// Its sheet; where several sheets make one table all of them, as cells number them.
    pub(crate) sheets: Vec<TableSheet>,
    /// Texts above the header, from above.
    pub(crate) title: Vec<String>,
    /// The header: numbers of rows from 1; of columns where the table is transposed.
    pub(crate) header: Vec<u32>,
    /// Whether units are columns in the sheet. Addresses are always those of the sheet.
    pub(crate) is_transposed: bool,
    /// The column that names units, by its position in `columns`; none where the table is no ranking.
    pub(crate) name: Option<usize>,
    /// All columns, in the order of the sheet. Each row has one cell for each.
    pub(crate) columns: Vec<TableColumn>,
    /// The units, in the order of the sheet.
    pub(crate) rows: Vec<TableRow>,
    /// What is in the area of the table and is no unit.
    pub(crate) passed_over: Vec<PassedOver>,
    /// What has to be asked, in the order in which it is best asked.
    pub(crate) doubts: Vec<Doubt>,
}

/// A sheet in which a table stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TableSheet {
    /// Its name as it is written.
    pub(crate) name: String,
    /// Where the first heading of the table stands.
    pub(crate) begin: CellAt,
}

impl Workbook {
    /// The sheets of a name, as it is written, or without case and marks.
    pub(crate) fn named(&self, name: &str) -> Vec<&WorkbookSheet> {
        let exact: Vec<&WorkbookSheet> = self.sheets.iter().filter(|sheet| sheet.name == name).collect();
        let like = || self.sheets.iter().filter(|sheet| fold(&sheet.name) == fold(name)).collect();
        if exact.is_empty() { like() } else { exact }
    }
}

impl FoundTable {
    /// Whether it ranks units at all.
    pub(crate) fn is_ranking(&self) -> bool {
        self.name.is_some() && self.doubts.iter().all(|doubt| doubt.kind != DoubtKind::NoRanking)
    }

    /// How a cell is called: `C12`, and `Huyện!C12` where there are several sheets.
    pub(crate) fn address(&self, at: CellAt) -> String {
        if self.sheets.len() > 1 { self.full_address(at) } else { at.to_string() }
    }

    /// How a cell is called with its sheet: `KetQua!C12`.
    pub(crate) fn full_address(&self, at: CellAt) -> String {
        let sheet = self.sheets.get(usize::from(at.sheet)).map(|sheet| one_line(&sheet.name)).unwrap_or_default();
        format!("{sheet}!{at}")
    }

    /// How some cells are called, of many the first ones.
    pub(crate) fn addresses(&self, cells: &[CellAt]) -> String {
        let first: Vec<String> = cells.iter().take(CELLS_MAX).map(|at| self.address(*at)).collect();
        let more = if cells.len() > CELLS_MAX { ", …" } else { "" };
        format!("{}{more}", first.join(", "))
    }

    /// Where it begins, as somebody finds it: `KetQua!A5`, of several sheets each.
    pub(crate) fn begin(&self) -> String {
        self.sheets.iter().map(|sheet| self.full_address(sheet.begin)).collect::<Vec<_>>().join(", ")
    }

    /// Where a column stands: its heading, or its letters where that stands in several sheets.
    pub(crate) fn place(&self, column: &TableColumn) -> String {
        if self.sheets.len() > 1 { column.at.letters() } else { column.at.to_string() }
    }

    /// The names of its sheets, each on one line.
    pub(crate) fn sheet_names(&self) -> String {
        self.sheets.iter().map(|sheet| one_line(&sheet.name)).collect::<Vec<_>>().join(", ")
    }
}

/// How many cells are named.
const CELLS_MAX: usize = 4;

/// A cell of a sheet, counted from 0. It is shown as `C12`; of a table of several sheets [`FoundTable::address`] names the sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CellAt {
    /// Which sheet of its table, from 0.
    pub(crate) sheet: u16,
    /// The row, from 0.
    pub(crate) row: u32,
    /// The column, from 0.
    pub(crate) column: u32,
}

impl CellAt {
    /// A cell of the first sheet of its table.
    pub(crate) fn new(row: u32, column: u32) -> Self {
        Self { sheet: 0, row, column }
    }

    /// The letters of its column.
    pub(crate) fn letters(self) -> String {
        let (mut letters, mut left) = (Vec::new(), u64::from(self.column) + 1);
        while left > 0 {
            letters.push(char::from(b'A' + u8::try_from((left - 1) % 26).unwrap_or_default()));
            left = (left - 1) / 26;
        }
        letters.into_iter().rev().collect()
    }
}

impl fmt::Display for CellAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.letters(), u64::from(self.row) + 1)
    }
}

/// A column of a table: a row of the sheet where the table is transposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TableColumn {
    /// Where its heading stands, the innermost one.
    pub(crate) at: CellAt,
    /// Its headings, outermost first, spaces joined, NFC; without maxima and units of measure. Empty without any.
    pub(crate) heading: Vec<String>,
    /// What it holds.
    pub(crate) role: Role,
    /// Whether the heading or the content tells the role beyond doubt; else there is a doubt about it.
    pub(crate) is_sure: bool,
    /// The maximum that the sheet tells: in the heading, or in a row or column of maxima.
    pub(crate) maximum: Option<Decimal>,
    /// The unit of measure in the heading, as `% of income` of `Cost (% of income)`.
    pub(crate) measure: Option<String>,
    /// The one year that its headings tell. A column of another year than that of the edition holds other numbers.
    pub(crate) year: Option<i32>,
    /// Numbering that stood before the heading, as `1.1` of `1.1: Knowledge`.
    pub(crate) numbering: Option<String>,
    /// Whether the spreadsheet program does not show it.
    pub(crate) is_hidden: bool,
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A running number or an order that says nothing of units.
    Numbering,
    /// An id or code of units.
    Id,
    /// Names of units: that of [`FoundTable::name`], or names in another language or form.
    Name,
    /// The group of each unit.
    Group,
    /// Scores of a criterion, or other numbers that may be one.
    Criterion,
    /// The total.
    Total,
    /// The total of a year: years stand as headings.
    Year(i32),
    /// Ranks; of which column, by its position, and none where they rank what is not in the sheet.
    Rank {
        /// The column that is ranked.
        of: Option<usize>,
    },
    /// A class, band or grade.
    Class,
    /// Remarks, letters of footnotes, colours, arrows.
    Note,
    /// Something else; it is left out.
    Other(OtherColumn),
}

/// Why a column is none of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OtherColumn {
    /// No cell of the units is filled.
    Blank,
    /// The same in each row, as `DB2014`.
    Constant,
    /// Texts.
    Words,
    /// Maxima or ranges of a transposed table.
    Scale,
    /// A difference between two years or ranks.
    Change,
    /// Dates or years of the data.
    When,
}

/// A unit of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TableRow {
    /// Where its name stands.
    pub(crate) at: CellAt,
    /// Its name without numbering, indentation, footnote and joined spaces.
    pub(crate) name: String,
    /// What stood before the name: `1.`, `I`, `a)`.
    pub(crate) numbering: Option<String>,
    /// What is glued to the name: `*`, `(1)`, `²`.
    pub(crate) footnote: Option<String>,
    /// How deep the name is indented, in steps as the sheet has them; 0 for the outermost.
    pub(crate) depth: u8,
    /// The group: the text of its heading, and where it stands.
    pub(crate) group: Option<(String, CellAt)>,
    /// Whether the spreadsheet program does not show it.
    pub(crate) is_hidden: bool,
    /// A cell for each column.
    pub(crate) cells: Vec<TableCell>,
}

/// A cell of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TableCell {
    /// Where it stands in the sheet.
    pub(crate) at: CellAt,
    /// What the file stores, in its shortest exact form: `63.65373229980469`; empty for an empty cell.
    pub(crate) stored: String,
    /// What a spreadsheet program shows: `63.65`, `53.02%`; none where that cannot be known.
    pub(crate) shown: Option<String>,
    /// What was understood of it.
    pub(crate) value: TableValue,
    /// A mark of a footnote that was glued to it: `*` of `12,5*`.
    pub(crate) footnote: Option<String>,
    /// Whether a formula made it; its value is the one that was last saved.
    pub(crate) is_formula: bool,
    /// The first of the cells that it was made one with, which holds the value; none of that one itself.
    pub(crate) merged_with: Option<CellAt>,
}

/// What was understood of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TableValue {
    /// Nothing, or only spaces.
    Empty,
    /// A number.
    Number {
        /// Exactly as stored. Of a percent cell it is the stored part of one: 0.53 where 53 % is shown.
        stored: Decimal,
        /// As shown, in its own scale: 53.02 of `53.02%`; none where that is not known.
        shown: Option<Decimal>,
        /// Whether a percent sign is shown.
        is_percent: bool,
    },
    /// A text that reads as two numbers, `1,365`; which one is asked ([`DoubtKind::DecimalSign`]).
    Either {
        /// 1365: the sign parts thousands.
        whole: Decimal,
        /// 1.365: the sign parts the fraction.
        fraction: Decimal,
    },
    /// A rank: `3`, `=3`, `T5`, `3=`, `1-2`, `501-510`.
    Rank {
        /// The best that it can be, from 1.
        from: u32,
        /// The last that it can be: as `from` for one rank, none for "from 601".
        to: Option<u32>,
        /// Whether the sheet says that others have it too.
        is_tied: bool,
    },
    /// A number known to lie between two others: `<5`, `40-45`. Ends are none where only one is told.
    Bounds {
        /// The lowest, and whether it itself is possible.
        low: Option<(Decimal, bool)>,
        /// The highest, and whether it itself is possible.
        high: Option<(Decimal, bool)>,
    },
    /// A sign in the place of a value: `-`, `..`, `n/a`, `KCDL`, `#N/A`. What it means is asked ([`DoubtKind::Sign`]).
    Mark(String),
    /// A formula whose value the file does not store: it is not known.
    Uncomputed,
    /// Any other text.
    Text(String),
}

/// Rows of a table that are no units: columns where it is transposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PassedOver {
    /// The first cell that is filled, or the first of the row.
    pub(crate) at: CellAt,
    /// The last row, or column where the table is transposed, that is passed over for the same reason; from 0.
    pub(crate) last: u32,
    /// Why.
    pub(crate) why: PassedOverWhy,
    /// The text that stands there.
    pub(crate) text: String,
    /// The row as a unit, for those that an answer can make one.
    pub(crate) row: Option<Box<TableRow>>,
}

/// Why a row is no unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PassedOverWhy {
    /// The heading of a group of units.
    GroupHeading,
    /// The header once more.
    HeaderAgain,
    /// The sum of others, or the value of a whole of which the units are parts.
    Whole,
    /// Mean, minimum, maximum, median, standard deviation.
    Statistic,
    /// Maxima of the columns.
    Maxima,
    /// Numbers without a name.
    Nameless,
    /// Sources, remarks and legends.
    Footnote,
    /// Names a unit once more, below the table and apart from it.
    LookUp,
    /// Units listed apart, without the rank or total that those above have.
    Unranked,
}

/// Something that the sheet does not tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Doubt {
    /// What has to be asked.
    pub(crate) kind: DoubtKind,
    /// The cells that it is about, at most the first eight.
    pub(crate) at: Vec<CellAt>,
    /// How many cells there are.
    pub(crate) count: usize,
}

/// What has to be asked. Columns and rows are told by their positions in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DoubtKind {
    /// Whether units are the rows, as the table has them, or the columns.
    Orientation,
    /// Whether the table ranks units at all: nothing looks like their names. Nothing is imported without an answer.
    NoRanking,
    /// Several columns could name the units; the first is the one that was taken.
    NameColumn {
        /// Their positions.
        columns: Vec<usize>,
    },
    /// Units stand in two columns, one below the other; they were taken as one.
    TwoNameColumns,
    /// Columns of names stand side by side, each with numbers of its own. They were joined by name, never by rows.
    LeagueTables,
    /// A table goes on at its own side, with the same headings and other units: its rows were put below the first ones.
    GoesOnBeside,
    /// A name stands in several rows; or once more below the table, which was passed over.
    RepeatedUnit {
        /// The rows.
        rows: Vec<usize>,
        /// What was passed over, by its positions.
        passed: Vec<usize>,
    },
    /// What a column is: criterion, total, or left out.
    RoleOf {
        /// The column.
        column: usize,
    },
    /// Which column is ranked.
    RankOf {
        /// The column of ranks.
        column: usize,
    },
    /// More digits are stored than shown, and the two are not the same number.
    StoredOrShown {
        /// The column.
        column: usize,
    },
    /// Stored digits are those of a binary number, and what is shown cannot be known (xls).
    ShownUnknown {
        /// The column.
        column: usize,
    },
    /// Percent cells: 53.02 or 0.5302.
    Percent {
        /// The column.
        column: usize,
    },
    /// `1,365` is a thousand or a little more than one.
    DecimalSign {
        /// The column.
        column: usize,
    },
    /// What a sign means: missing, not applicable, zero, something else.
    Sign {
        /// As it is written.
        sign: String,
        /// The columns of numbers that hold it.
        columns: Vec<usize>,
    },
    /// Rows that seem to be wholes and no units, though nothing marks them; they were passed over.
    WholeOrUnit {
        /// What was passed over, by its positions.
        passed: Vec<usize>,
    },
    /// Units without rank or total, listed apart; they were passed over.
    Unranked {
        /// What was passed over, by its positions.
        passed: Vec<usize>,
    },
    /// Rows of units that the spreadsheet program does not show.
    HiddenRows {
        /// The rows.
        rows: Vec<usize>,
    },
    /// Headings part the rows in the order of their scores: bands, or groups that are ranked each for itself.
    BandsOrGroups,
    /// Units in whose row no value stands.
    WithoutValues {
        /// The rows.
        rows: Vec<usize>,
    },
}
