//! The file that spreadsheets open: cells, looks and sheets as Office Open XML (ISO/IEC 29500). No other file names the
//! package that writes it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatUnderline, IgnoreError, Workbook, Worksheet,
    XlsxError,
};

use crate::model::Date;
use crate::writers::width::lines;
use crate::writers::workbook::refusal::{TemporaryFull, error_in};

/// What a spreadsheet can hold in one sheet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// The most rows, the head included.
    pub(crate) rows: usize,
    /// The most columns.
    pub(crate) columns: usize,
    /// The longest text of a cell, in units of UTF-16.
    pub(crate) letters: usize,
}

impl Limits {
    /// Those of Excel 2007 and later.
    pub(crate) const EXCEL: Self = Self { rows: 1_048_576, columns: 16_384, letters: 32_767 };
}

/// How hard files are compressed, of 1 to 9: tables become no larger than by 6, in half of the time.
const COMPRESSION: u8 = 5;

/// What a double surely keeps of a decimal: so many significant digits.
const DIGITS: usize = 15;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SheetValue<'a> {
    /// A text, which is never taken for a formula or a link.
    Text(Cow<'a, str>),
    /// The digits of a number, with a dot before the decimals.
    Number(Cow<'a, str>),
    /// A day.
    Day(Date),
    /// A text that leads to another sheet.
    Link {
        /// The name of that sheet.
        sheet: &'a str,
        /// What it reads.
        text: Cow<'a, str>,
    },
    /// Nothing.
    Empty,
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CellLook {
    /// The first line of a sheet of words.
    Title,
    /// The line below it.
    Subtitle,
    /// The head of a part of a sheet of words.
    Section,
    /// What a line of words is about.
    Label,
    /// Words in lines.
    Words,
    /// The head of a column.
    Head,
    /// A value on one line.
    Plain,
    /// A text in lines, in a table.
    Long,
    /// A text in a column of numbers.
    Right,
}

/// A cell.
pub(super) type SheetCell<'a> = (CellLook, SheetValue<'a>);

/// What of a sheet is not in its cells.
#[derive(Clone, Debug, Default)]
pub(super) struct SheetFrame {
    /// The width of each column, in digits.
    pub(super) widths: Vec<u16>,
    /// How many decimals most numbers of each column have; nothing is said of columns of texts.
    pub(super) decimals: Vec<Option<usize>>,
    /// How many rows at the top and columns at the left stay in sight.
    pub(super) frozen: (u32, u16),
    /// Whether it is a table: its first row is the head, under which the columns can be filtered.
    pub(super) is_table: bool,
}

impl SheetFrame {
    /// How the values of a column are written that nothing else is said of: to find the format of each cell takes longer
    /// than to write it.
    fn shape(&self, column: u16) -> Shape {
        let decimals = self.decimals.get(usize::from(column)).copied().flatten();
        decimals.map_or(Shape::Words, Shape::Number)
    }
}

/// What the file says of itself.
pub(super) struct About<'a> {
    /// Its title.
    pub(super) title: &'a str,
    /// Who answers for it.
    pub(super) author: &'a str,
    /// The day that it is of.
    pub(super) day: Date,
}

/// A file of several sheets, while it is made.
pub(super) struct Spreadsheet {
    book: Workbook,
    looks: Looks,
}

/// Where a sheet stands in the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct SheetIdx(usize);

impl Spreadsheet {
    /// A file without sheets.
    pub(super) fn new(about: &About<'_>) -> io::Result<Self> {
        // The first day of the calendar that spreadsheets know, for data that is older.
        let day = |day: Date| ExcelDateTime::from_ymd(day.year, day.month, day.day);
        let created = day(about.day).or_else(|_| ExcelDateTime::from_ymd(1900, 1, 1)).map_err(refused)?;
        let properties = DocProperties::new().set_title(about.title).set_author(about.author);
        let mut book = Workbook::new();
        book.set_properties(&properties.set_creation_datetime(&created));
        book.set_zip_compression_level(COMPRESSION);
        Ok(Self { book, looks: Looks::default() })
    }

    /// A sheet more, behind all others, for about so many cells; its name must be one that spreadsheets take.
    pub(super) fn add(&mut self, name: &str, cells: usize) -> io::Result<SheetIdx> {
        // The cells of a large sheet wait in a file of the system without a name, not in memory.
        let sheet = match cells > IN_MEMORY {
            true => self.book.add_worksheet_with_low_memory().map_err(refused)?,
            false => self.book.add_worksheet(),
        };
        sheet.set_name(name).map_err(refused)?;
        Ok(SheetIdx(self.book.worksheets().len() - 1))
    }

    /// Begins to write the cells of a sheet.
    pub(super) fn open<'s>(&'s mut self, sheet: SheetIdx, frame: &'s SheetFrame) -> io::Result<OpenSheet<'s>> {
        let Self { book, looks } = self;
        let sheet = book.worksheet_from_index(sheet.0).map_err(refused)?;
        guarded(|| laid_out(sheet, looks, frame))?;
        Ok(OpenSheet { sheet, looks, frame, rows: 0 })
    }

    /// Writes all cells of a sheet.
    pub(super) fn fill(
        &mut self,
        sheet: SheetIdx,
        frame: &SheetFrame,
        rows: Vec<Vec<SheetCell<'_>>>,
    ) -> io::Result<()> {
        let mut sheet = self.open(sheet, frame)?;
        rows.into_iter().try_for_each(|row| sheet.row(row.into_iter()))?;
        sheet.close()
    }

    /// The bytes of the file.
    pub(super) fn finish(mut self) -> io::Result<Vec<u8>> {
        guarded(|| self.book.save_to_buffer())
    }
}

/// A sheet while its cells are written.
pub(super) struct OpenSheet<'s> {
    sheet: &'s mut Worksheet,
    looks: &'s mut Looks,
    frame: &'s SheetFrame,
    /// How many rows it has.
    rows: u32,
}

impl OpenSheet<'_> {
    /// Writes the next row.
    pub(super) fn row<'c>(&mut self, cells: impl Iterator<Item = SheetCell<'c>>) -> io::Result<()> {
        let Self { sheet, looks, frame, rows } = self;
        guarded(|| {
            let mut height = None;
            for (column, cell) in (0..).zip(cells) {
                height = height.max(needed(&cell, frame.widths.get(usize::from(column))));
                write(sheet, looks, frame.shape(column), (*rows, column), cell)?;
            }
            height.map_or(Ok(()), |height| sheet.set_row_height(*rows, height).map(drop))
        })?;
        *rows += 1;
        Ok(())
    }

    /// Writes what goes around the cells.
    pub(super) fn close(self) -> io::Result<()> {
        guarded(|| framed(self.sheet, self.frame, self.rows.saturating_sub(1)))
    }
}

/// The height of a line of words, in points, and the greatest that a row can have.
const LINE: usize = 15;
const HIGHEST: usize = 409;

/// The height that a cell needs, in points, if that is more than one line: not every spreadsheet finds it by itself.
fn needed((look, value): &SheetCell<'_>, width: Option<&u16>) -> Option<u16> {
    let height = match (look, value) {
        (CellLook::Title, _) => 2 * LINE,
        (CellLook::Subtitle, _) => LINE + LINE / 2,
        (
            CellLook::Label | CellLook::Words | CellLook::Long,
            SheetValue::Text(text) | SheetValue::Link { text, .. },
        ) => lines(text, *width?) * LINE,
        _ => LINE,
    };
    (height > LINE).then(|| u16::try_from(height.min(HIGHEST)).ok())?
}

/// A refusal of the package as one of the machine.
fn refused(error: XlsxError) -> io::Error {
    match error {
        XlsxError::TempFileError(_, error) => io::Error::other(TemporaryFull(Some(error))),
        error => io::Error::other(error),
    }
}

/// Does a step of the package. It gives up with a panic where its temporary file does not take what is written, as on a full
/// disk: that is a refusal of the machine like any other.
fn guarded<T>(step: impl FnOnce() -> Result<T, XlsxError>) -> io::Result<T> {
    match catch_unwind(AssertUnwindSafe(step)) {
        Ok(done) => done.map_err(refused),
        Err(panic) => {
            Err(io::Error::other(TemporaryFull(panic.downcast_ref::<String>().and_then(|said| error_in(said)))))
        }
    }
}

/// The name of the package in the paths of its files.
const PACKAGE: &str = "rust_xlsxwriter";

/// Whether a panic is one of those that [`workbook`](super::workbook) tells as a refusal, so that nobody need read of it.
pub(crate) fn is_told_as_refusal(panic: &std::panic::PanicHookInfo<'_>) -> bool {
    panic.location().is_some_and(|at| at.file().contains(PACKAGE))
}

/// What is known of a sheet before its cells.
fn laid_out(sheet: &mut Worksheet, looks: &mut Looks, frame: &SheetFrame) -> Result<(), XlsxError> {
    for (column, &width) in (0..).zip(&frame.widths) {
        sheet.set_column_width(column, width)?;
        sheet.set_column_format(column, looks.of(CellLook::Plain, frame.shape(column)))?;
    }
    let (rows, columns) = frame.frozen;
    sheet.set_freeze_panes(rows, columns)?;
    let wide: u32 = frame.widths.iter().copied().map(u32::from).sum();
    let pages = if frame.is_table { u16::try_from(wide.div_ceil(PAGE)).unwrap_or(u16::MAX).max(1) } else { 1 };
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(pages, 0);
    sheet.set_footer("&L&A&R&P / &N");
    if columns > 0 && pages > 1 {
        sheet.set_repeat_columns(0, columns - 1)?;
    }
    Ok(())
}

/// What goes around all cells of a sheet.
fn framed(sheet: &mut Worksheet, frame: &SheetFrame, last_row: u32) -> Result<(), XlsxError> {
    let Some((last_column, _)) = (0_u16..).zip(&frame.widths).last() else { return Ok(()) };
    // Texts such as `2018` are meant.
    sheet.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    if frame.is_table {
        sheet.autofilter(0, 0, last_row, last_column)?;
        sheet.set_repeat_rows(0, 0)?;
    } else {
        sheet.set_screen_gridlines(false);
    }
    Ok(())
}

/// How many digits wide a printed page is, so that it can be read.
const PAGE: u32 = 190;

/// The most cells of a sheet that is kept in memory, where each takes some hundred bytes.
const IN_MEMORY: usize = 20_000;

/// The number of the size of paper.
const A4: u8 = 9;

/// Writes a cell; one that is written as usual in its column has no format of its own.
fn write(
    sheet: &mut Worksheet,
    looks: &mut Looks,
    usual: Shape,
    (row, column): (u32, u16),
    (look, value): SheetCell<'_>,
) -> Result<(), XlsxError> {
    match value {
        SheetValue::Text(text) => write_text(sheet, looks, usual, (row, column), look, &text)?,
        SheetValue::Number(digits) => match (double(&digits), Shape::decimals(&digits)) {
            (Some(number), shape) if (look, shape) == (CellLook::Plain, usual) => {
                sheet.write_number(row, column, number)?;
            }
            (Some(number), shape) => {
                sheet.write_number_with_format(row, column, number, looks.of(look, shape))?;
            }
            (None, _) => write_text(sheet, looks, usual, (row, column), CellLook::Right, &digits)?,
        },
        SheetValue::Day(day) => match known_day(day) {
            Some(date) => {
                sheet.write_datetime_with_format(row, column, &date, looks.of(look, Shape::Day))?;
            }
            None => write_text(sheet, looks, usual, (row, column), CellLook::Right, &day.to_string())?,
        },
        SheetValue::Link { sheet: name, text } => {
            let link = format!("internal:'{}'!A1", name.replace('\'', "''"));
            let format = looks.of(look, Shape::Link);
            sheet.write_url_with_options(row, column, link.as_str(), text.as_ref(), "", Some(format))?;
        }
        SheetValue::Empty if look == CellLook::Section => {
            sheet.write_blank(row, column, looks.of(look, Shape::Words))?;
        }
        SheetValue::Empty => {}
    }
    Ok(())
}

/// A text as it is.
fn write_text(
    sheet: &mut Worksheet,
    looks: &mut Looks,
    usual: Shape,
    (row, column): (u32, u16),
    look: CellLook,
    text: &str,
) -> Result<(), XlsxError> {
    // Who confirms the cell without changing it must not make a formula of it.
    let shape = if text.starts_with(['=', '+', '-', '@']) { Shape::Quoted } else { Shape::Words };
    if text.starts_with("<r>") && text.ends_with("</r>") {
        // The package takes such a text for markup of its own; in two pieces it does not.
        let (plain, (first, rest)) = (Format::default(), text.split_at(1));
        let pieces = [(&plain, first), (&plain, rest)];
        sheet.write_rich_string_with_format(row, column, &pieces, looks.of(look, shape))?;
    } else if (look, shape, usual) == (CellLook::Plain, Shape::Words, Shape::Words) {
        sheet.write_string(row, column, text)?;
    } else {
        sheet.write_string_with_format(row, column, text, looks.of(look, shape))?;
    }
    Ok(())
}

/// A number as a double, if that keeps all its digits (IEEE 754: every decimal of 15 significant digits).
fn double(digits: &str) -> Option<f64> {
    let significant = digits.trim_start_matches('-').trim_start_matches(['0', '.']);
    let significant = match digits.contains('.') {
        true => significant.trim_end_matches('0').trim_end_matches('.'),
        false => significant,
    };
    let significant = significant.trim_end_matches('0');
    if significant.bytes().filter(u8::is_ascii_digit).count() > DIGITS {
        return None;
    }
    let number: f64 = digits.parse().ok()?;
    // There is no zero below zero.
    Some(if significant.is_empty() { 0.0 } else { number })
}

/// A day as spreadsheets count them, which they do alike only from 1 March 1900 on.
fn known_day(day: Date) -> Option<ExcelDateTime> {
    let Date { year, month, day } = day;
    ((year, month) >= (1900, 3)).then(|| ExcelDateTime::from_ymd(year, month, day).ok())?
}

/// How a value is written within its look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shape {
    /// Words.
    Words,
    /// Words that begin like a formula.
    Quoted,
    /// A number with so many decimals.
    Number(usize),
    /// A day.
    Day,
    /// A link.
    Link,
}

impl Shape {
    /// The shape of a number with the decimals of these digits.
    fn decimals(digits: &str) -> Self {
        Self::Number(digits.split_once('.').map_or(0, |(_, decimals)| decimals.len()))
    }
}

/// The formats of a file, each made once.
#[derive(Default)]
struct Looks(BTreeMap<(CellLook, Shape), Format>);

impl Looks {
    fn of(&mut self, look: CellLook, shape: Shape) -> &Format {
        self.0.entry((look, shape)).or_insert_with(|| shaped(looking(look), shape))
    }
}

/// The ground of heads.
const GROUND: Color = Color::RGB(0xDD_E6_F0);

/// The colour of words that are not meant to be read first.
const QUIET: Color = Color::RGB(0x5A_67_78);

/// The colour of links.
const LINK: Color = Color::RGB(0x0B_57_A4);

fn looking(look: CellLook) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    match look {
        CellLook::Title => format.set_bold().set_font_size(18),
        CellLook::Subtitle => format.set_font_size(13).set_font_color(QUIET),
        CellLook::Section | CellLook::Head => format.set_bold().set_background_color(GROUND),
        CellLook::Label => format.set_bold().set_text_wrap(),
        CellLook::Words | CellLook::Long => format.set_text_wrap(),
        CellLook::Plain => format,
        CellLook::Right => format.set_align(FormatAlign::Right).set_indent(1),
    }
}

fn shaped(format: Format, shape: Shape) -> Format {
    match shape {
        Shape::Words => format,
        Shape::Quoted => format.set_quote_prefix(),
        Shape::Number(decimals) => {
            let pattern = if decimals == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(decimals)) };
            format.set_num_format(pattern).set_align(FormatAlign::Right).set_indent(1)
        }
        Shape::Day => format.set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
        Shape::Link => format.set_font_color(LINK).set_underline(FormatUnderline::Single),
    }
}

#[cfg(test)]
mod tests {
    use super::{Shape, TemporaryFull, double, error_in, known_day};
    use crate::model::Date;

    #[track_caller]
    fn case(digits: &str, expected: Option<f64>, decimals: usize) {
        assert_eq!(double(digits).map(f64::to_bits), expected.map(f64::to_bits), "{digits}");
        assert_eq!(Shape::decimals(digits), Shape::Number(decimals), "{digits}");
    }

    #[test]
    fn a_number_that_a_double_cannot_hold_stays_a_text() {
        case("93.60", Some(93.6), 2);
        case("-0.50", Some(-0.5), 2);
        case("0", Some(0.0), 0);
        case("-0.0", Some(0.0), 1);
        case("100", Some(100.0), 0);
        case("123.456789012345", Some(123.456_789_012_345), 12);
        case("1234.567890123456", None, 12);
        case("0.000123456789012345", Some(0.000_123_456_789_012_345), 18);
        case("0.1234567890123456", None, 16);
        case("-1234567890123456", None, 0);
        case("1200000000000000000", Some(1.2e18), 0);
        case("1.5000000000000000000", Some(1.5), 19);
        case("1000000000000000.1", None, 1);
    }

    #[test]
    fn a_package_that_gives_up_is_a_refusal_with_its_reason() {
        let full = |step: fn() -> Result<(), rust_xlsxwriter::XlsxError>| {
            let error = super::guarded(step).expect_err("a refusal");
            let inner = error.into_inner().and_then(|inner| inner.downcast::<TemporaryFull>().ok());
            inner.expect("of the folder for temporary files").0.map(|error| error.kind())
        };
        let said = "Couldn't write to xml file: Os { code: 28, kind: StorageFull, message: \"No space left\" }";
        assert_eq!(error_in(said).map(|error| error.kind()), Some(std::io::ErrorKind::StorageFull));
        assert_eq!(full(|| std::panic::panic_any("Os { code: 28 }".to_owned())), Some(std::io::ErrorKind::StorageFull));
        assert_eq!(full(|| std::panic::panic_any("no reason")), None);
    }

    #[test]
    fn a_day_before_the_calendars_of_spreadsheets_agree_stays_a_text() {
        let known = |year, month, day| known_day(Date::new(year, month, day).unwrap()).is_some();
        let found = [known(1899, 12, 31), known(1900, 2, 28), known(1900, 3, 1), known(9999, 12, 31)];
        assert_eq!(found, [false, false, true, true]);
    }
}
