//! What can trouble the parser, in words that an author understands.

use crate::diagnostics::{
    Diagnostic,
    codes::{shape, syntax},
};
use crate::model::Place;

/// Why a text cannot be read on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// A line that begins with `%`.
    Directive,
    /// Lists and maps in each other beyond the limit.
    Nesting,
    /// A tab where only spaces may stand.
    Tab,
    /// A bracket without its partner.
    BracketOpen,
    /// A round bracket in the place of one of YAML.
    Round {
        /// The one that stands there.
        typed: char,
        /// The one that is meant.
        instead: char,
    },
    /// A bracket closed by the wrong one.
    BracketMismatch {
        /// The bracket that opens.
        open: char,
        /// The bracket that closes.
        close: char,
    },
    /// A closing bracket that nothing opened.
    BracketStray,
    /// Two entries in brackets without a comma between them.
    CommaMissing,
    /// A comma in brackets with nothing before it.
    CommaTwice,
    /// Two entries in braces without a comma between them, as they are with it.
    CommaBetween(String),
    /// An item that begins with `-` inside of brackets.
    ItemInBracket,
    /// A quote without its partner.
    QuoteOpen,
    /// Something after the closing quote.
    QuoteTail,
    /// An escape that YAML does not know.
    Escape,
    /// A character that may not stand there.
    Character(char),
    /// A colon and a space where no key can stand.
    ColonMisplaced,
    /// A colon that lacks its space: the line with it.
    ColonGlued(String),
    /// An item whose dash lacks its space: the item with it.
    DashGlued(String),
    /// A map whose brace is not opened: the line with it.
    BraceMissing(String),
    /// A number whose minus stands apart: the number.
    MinusApart(String),
    /// The sign of decimals in the place of its name.
    CommaAlone,
    /// A heading without its colon: with it.
    ColonMissing(String),
    /// An item of a list without its dash: with it.
    DashMissing(String),
    /// What a merge of two versions left behind.
    Conflict,
    /// A key behind the value of another one, on whose left a line break is missing.
    LineBreak(String),
    /// A first line that is indented above others that are not.
    FirstLine,
    /// A key at the end of a line, behind the value of another one.
    KeyAtEnd,
    /// A line that is indented unlike all others, above some that are indented like others.
    OddIndent,
    /// A line in a map that is no key.
    KeyWithoutColon,
    /// A line that is indented like none of those above.
    Indentation,
    /// A line that is indented deeper than the one above, which has its value already.
    TooDeep,
    /// A dash where a value should stand.
    Dash,
    /// A text without quotes that begins with a character which means something else.
    BareText(String),
    /// A text without quotes that holds a colon and a space.
    ColonInText(String),
    /// A text in which a part at the start is in quotes, as it is with quotes around it.
    QuotesInText(String),
    /// A text without quotes whose `#` begins a comment, which hides the bracket behind it.
    HashHides(String),
    /// What a spreadsheet writes where it has no result, which is a comment.
    OfSpreadsheet(&'static str),
    /// A comment that touches what stands before it.
    Comment,
    /// A tag that cannot even be read.
    Tag,
    /// An anchor or alias without a name.
    Anchor,
    /// A `|` or `>` with something behind it that is no text.
    Block,
    /// Anything else.
    Other,
}

/// A fault and its remedy in a language.
type Words = (String, &'static str);

impl Trouble {
    /// Whether a line stands at a level that does not fit: then those below it may not fit either.
    pub(super) fn is_of_level(&self) -> bool {
        matches!(self, Self::Indentation | Self::TooDeep)
    }

    /// Whether a bracket of the line may be the wrong one.
    pub(super) fn is_of_brackets(&self) -> bool {
        let others = [Self::BracketOpen, Self::BracketStray, Self::CommaMissing, Self::ColonMisplaced];
        others.contains(self)
            || matches!(self, Self::BracketMismatch { .. } | Self::CommaBetween(_) | Self::ColonInText(_))
    }

    /// The fault at a place.
    pub(super) fn at(&self, place: Place) -> Diagnostic {
        let code = match self {
            Self::Directive => &syntax::DIRECTIVE_REFUSED,
            Self::Nesting => &syntax::NESTING_LIMIT,
            Self::Dash => return Diagnostic::new(&shape::NUMBER_DASH, place).caused_by(place.file.to_string()),
            Self::Tag => &syntax::TAG_REFUSED,
            Self::Conflict => &syntax::MERGE_CONFLICT,
            _ => return self.in_words(place),
        };
        Diagnostic::new(code, place)
    }

    /// The fault of what has no code of its own: its words say what it is.
    fn in_words(&self, place: Place) -> Diagnostic {
        let ((reason, remedy), (reason_vi, remedy_vi)) = (self.english(), self.vietnamese());
        let whole = match self {
            Self::BareText(text) | Self::ColonInText(text) | Self::HashHides(text) => Some(quoted(text)),
            Self::QuotesInText(whole) | Self::CommaBetween(whole) | Self::ColonGlued(whole) => Some(whole.clone()),
            Self::DashGlued(whole) | Self::BraceMissing(whole) | Self::MinusApart(whole) => Some(whole.clone()),
            Self::ColonMissing(whole) | Self::DashMissing(whole) => Some(whole.clone()),
            Self::CommaAlone => Some("comma".to_owned()),
            Self::Round { instead, .. } => Some(instead.to_string()),
            _ => None,
        };
        let (remedy, remedy_vi) = match whole {
            Some(whole) => (format!("write `{whole}`"), format!("viết `{whole}`")),
            None => (remedy.to_owned(), remedy_vi.to_owned()),
        };
        Diagnostic::new(&syntax::YAML_SYNTAX, place)
            .with("reason", reason)
            .with("remedy", remedy)
            .with("reason_vi", reason_vi)
            .with("remedy_vi", remedy_vi)
    }

    fn english(&self) -> Words {
        let (reason, remedy) = match self {
            Self::BracketMismatch { open, close } => {
                return (format!("`{open}` is closed by `{close}`"), "close `{` with `}` and `[` with `]`");
            }
            Self::Round { typed, instead } => {
                return (format!("`{typed}` is no bracket of YAML, `{instead}` is meant"), "");
            }
            Self::Character(character) => {
                let remedy = if character.is_control() { "remove it" } else { "put the text in quotes, or remove it" };
                return (format!("{} cannot stand here", shown(*character)), remedy);
            }
            Self::BareText(text) => {
                return (format!("a text that begins with {} needs quotes", first(text)), "");
            }
            Self::LineBreak(key) => {
                return (
                    format!("a line break is missing before `{key}`"),
                    "begin a line here, indented like its neighbours",
                );
            }
            Self::KeyAtEnd => (
                "a key stands at the end of a line that has a key already",
                "begin a line before it; a text that ends with a colon needs quotes",
            ),
            Self::OddIndent => ("this line is indented unlike all others", "indent keys and items of one level alike"),
            Self::FirstLine => (
                "this line is indented, and those below it are not",
                "take out the spaces at its start; a comment begins with `#`",
            ),
            Self::ColonInText(_) => ("a text with a colon and a space in it needs quotes", ""),
            Self::CommaTwice => ("nothing stands before this comma", "remove one comma"),
            Self::CommaBetween(_) => ("a comma is missing between a value and the next key", ""),
            Self::QuotesInText(_) => ("something follows the closing quote", ""),
            Self::HashHides(_) => ("a space and `#` begin a comment, and the rest of the line is not read", ""),
            Self::OfSpreadsheet(word) => {
                let reason = format!("`{word}` is what a spreadsheet writes for no result, and a comment for YAML");
                return (reason, "write the number; for a cell without one: `~`, `missing`, `exempt` or `withheld`");
            }
            Self::Directive | Self::Nesting | Self::Tag | Self::Dash | Self::Conflict => ("", ""),
            Self::Tab => ("a tab where only spaces may stand", "replace the tab by spaces"),
            Self::BracketOpen => ("this bracket is never closed", "close `{` with `}` and `[` with `]`"),
            Self::BracketStray => ("this bracket closes nothing", "remove it, or open one before it"),
            Self::CommaMissing | Self::ItemInBracket => {
                ("a comma or a closing bracket is missing before this", "entries in brackets are parted by commas")
            }
            Self::QuoteOpen => ("this quote is never closed", "end the text with the same quote"),
            Self::QuoteTail => {
                ("something follows the closing quote", "a quote inside a text is written `\\\"` or, in '…', twice")
            }
            Self::Escape => ("an escape that YAML does not know", "write `\\\\` for a backslash, or use single quotes"),
            Self::ColonMisplaced => (
                "a colon makes a key, and no key can stand here",
                "put a text with a colon in quotes, and indent keys of one map alike",
            ),
            Self::ColonGlued(_) => ("a space is missing after the colon", ""),
            Self::DashGlued(_) => ("a space is missing after the dash of an item", ""),
            Self::BraceMissing(_) => ("a brace is closed here that was not opened", ""),
            Self::MinusApart(_) => ("a space stands between the minus sign and its number", ""),
            Self::CommaAlone => ("a comma by itself is no value", ""),
            Self::ColonMissing(_) => ("a colon is missing after this key", ""),
            Self::DashMissing(_) => ("a dash is missing before this item of a list", ""),
            Self::KeyWithoutColon => {
                ("this line is no key", "write `key: value`; a longer text needs quotes, a comment begins with `#`")
            }
            Self::Indentation => {
                ("the indentation fits none of the lines above", "indent keys and items of one level alike")
            }
            Self::TooDeep => (
                "this line is indented below one that has its value already",
                "a line with a key and a colon may be missing above it; else indent it like the line above",
            ),
            Self::Anchor => ("a name is missing after `&` or `*`", "put a text that begins with `&` or `*` in quotes"),
            Self::Block => (
                "what follows `|` or `>` cannot be read",
                "write `|` or `>` alone at the end of the line and the text below it, or put the text in quotes",
            ),
            Self::Other => ("this cannot be read as YAML", "look at this line and the one above"),
            Self::Comment => ("a comment touches what stands before it", "put a space before `#`"),
        };
        (reason.to_owned(), remedy)
    }

    fn vietnamese(&self) -> Words {
        let (reason, remedy) = match self {
            Self::BracketMismatch { open, close } => {
                return (format!("`{open}` lại được đóng bằng `{close}`"), "đóng `{` bằng `}` và `[` bằng `]`");
            }
            Self::Round { typed, instead } => {
                return (format!("YAML không dùng ngoặc tròn: `{typed}` đứng ở chỗ của `{instead}`"), "");
            }
            Self::Character(character) => {
                let remedy = if character.is_control() {
                    "xoá ký tự này"
                } else {
                    "đặt văn bản trong dấu nháy, hoặc xoá ký tự này"
                };
                return (format!("{} không được đứng ở đây", shown(*character)), remedy);
            }
            Self::BareText(text) => {
                return (format!("văn bản bắt đầu bằng {} cần dấu nháy", first(text)), "");
            }
            Self::LineBreak(key) => {
                return (
                    format!("thiếu dấu xuống dòng trước `{key}`"),
                    "xuống dòng ở đây, thụt lề như các dòng bên cạnh",
                );
            }
            Self::KeyAtEnd => (
                "cuối dòng có thêm một khoá, trong khi dòng đã có khoá",
                "xuống dòng trước khoá đó; văn bản kết thúc bằng dấu hai chấm cần dấu nháy",
            ),
            Self::OddIndent => {
                ("dòng này thụt lề không giống dòng nào khác", "thụt lề các khoá và mục cùng cấp như nhau")
            }
            Self::FirstLine => {
                ("dòng này thụt vào, các dòng bên dưới thì không", "bỏ dấu cách ở đầu dòng; chú thích bắt đầu bằng `#`")
            }
            Self::ColonInText(_) => ("văn bản có dấu hai chấm và dấu cách bên trong cần dấu nháy", ""),
            Self::CommaTwice => ("trước dấu phẩy này không có gì", "bỏ một dấu phẩy"),
            Self::CommaBetween(_) => ("thiếu dấu phẩy giữa một giá trị và khoá tiếp theo", ""),
            Self::QuotesInText(_) => ("còn ký tự sau dấu nháy đóng", ""),
            Self::HashHides(_) => ("dấu cách và `#` mở đầu chú thích, phần còn lại của dòng không được đọc", ""),
            Self::OfSpreadsheet(word) => {
                let reason = format!("`{word}` là lỗi công thức của bảng tính, và là chú thích đối với YAML");
                return (reason, "viết số; ô không có số thì viết `~`, `missing`, `exempt` hoặc `withheld`");
            }
            Self::Directive | Self::Nesting | Self::Tag | Self::Dash | Self::Conflict => ("", ""),
            Self::Tab => ("dấu tab ở chỗ chỉ được dùng dấu cách", "thay dấu tab bằng dấu cách"),
            Self::BracketOpen => ("dấu ngoặc này không được đóng", "đóng `{` bằng `}` và `[` bằng `]`"),
            Self::BracketStray => ("dấu ngoặc đóng này không có dấu mở", "xoá nó, hoặc thêm dấu mở phía trước"),
            Self::CommaMissing | Self::ItemInBracket => {
                ("thiếu dấu phẩy hoặc dấu đóng ngoặc trước chỗ này", "các mục trong ngoặc cách nhau bằng dấu phẩy")
            }
            Self::QuoteOpen => ("dấu nháy này không được đóng", "kết thúc văn bản bằng cùng loại dấu nháy"),
            Self::QuoteTail => (
                "còn ký tự sau dấu nháy đóng",
                "dấu nháy bên trong văn bản viết là `\\\"`, hoặc viết hai lần trong '…'",
            ),
            Self::Escape => ("YAML không biết ký hiệu thoát này", "viết `\\\\` cho dấu \\, hoặc dùng dấu nháy đơn"),
            Self::ColonMisplaced => (
                "dấu hai chấm tạo ra khoá, nhưng ở đây không thể có khoá",
                "đặt văn bản có dấu hai chấm trong dấu nháy, và thụt lề các khoá cùng cấp như nhau",
            ),
            Self::ColonGlued(_) => ("thiếu dấu cách sau dấu hai chấm", ""),
            Self::DashGlued(_) => ("thiếu dấu cách sau dấu gạch đầu mục", ""),
            Self::BraceMissing(_) => ("có dấu đóng ngoặc mà thiếu dấu mở ngoặc", ""),
            Self::MinusApart(_) => ("dấu trừ viết rời khỏi số", ""),
            Self::CommaAlone => ("một dấu phẩy đứng riêng không phải giá trị", ""),
            Self::ColonMissing(_) => ("thiếu dấu hai chấm sau khoá này", ""),
            Self::DashMissing(_) => ("thiếu dấu gạch trước mục này của danh sách", ""),
            Self::KeyWithoutColon => (
                "dòng này không phải là khoá",
                "viết `khoá: giá trị`; văn bản dài cần dấu nháy, chú thích bắt đầu bằng `#`",
            ),
            Self::Indentation => {
                ("thụt lề không khớp với dòng nào phía trên", "thụt lề các khoá và mục cùng cấp như nhau")
            }
            Self::TooDeep => (
                "dòng này thụt vào dưới một dòng đã có giá trị",
                "có thể thiếu một dòng khoá có dấu hai chấm phía trên; nếu không, thụt lề như dòng trên",
            ),
            Self::Anchor => ("thiếu tên sau `&` hoặc `*`", "đặt văn bản bắt đầu bằng `&` hoặc `*` trong dấu nháy"),
            Self::Block => (
                "không đọc được phần sau `|` hoặc `>`",
                "viết `|` hoặc `>` ở cuối dòng và văn bản ở các dòng dưới, hoặc đặt văn bản trong dấu nháy",
            ),
            Self::Other => ("không đọc được chỗ này theo YAML", "xem lại dòng này và dòng phía trên"),
            Self::Comment => ("chú thích dính liền với phần phía trước", "thêm dấu cách trước `#`"),
        };
        (reason.to_owned(), remedy)
    }
}

/// The first character of a text, as it can be shown.
fn first(text: &str) -> String {
    text.chars().next().map(shown).unwrap_or_default()
}

/// A text in quotes, as it can be typed.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A character as it can be shown: itself, or its number where it has no shape.
fn shown(character: char) -> String {
    if character.is_control() || character == '\u{feff}' {
        format!("U+{:04X}", u32::from(character))
    } else {
        format!("`{character}`")
    }
}
