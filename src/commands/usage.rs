//! Wrong use of the command line, in the language of the messages: what clap says in English, said in Vietnamese.

use std::borrow::Cow;
use std::error::Error as _;
use std::fmt;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::model::Date;

/// Why a value does not fit its option, in English and Vietnamese.
#[derive(Clone, Debug)]
pub(super) struct Unfit([Cow<'static, str>; 2]);

impl Unfit {
    pub(super) fn new(words: [&'static str; 2]) -> Self {
        Self(words.map(Cow::Borrowed))
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0[0])
    }
}

impl std::error::Error for Unfit {}

/// What was used wrongly, in Vietnamese; nothing where clap shows a page instead.
pub(super) fn vietnamese(error: &Error) -> Option<String> {
    let [arg, prior] = [ContextKind::InvalidArg, ContextKind::PriorArg].map(|kind| context(error, kind));
    let value = context(error, ContextKind::InvalidValue);
    let why = match error.kind() {
        ErrorKind::InvalidSubcommand => format!("không có lệnh `{}`", context(error, ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => format!("không có tham số `{arg}`"),
        ErrorKind::InvalidValue if value.is_empty() => format!("tham số `{arg}` thiếu giá trị"),
        ErrorKind::InvalidValue => format!("giá trị `{value}` của `{arg}` không dùng được"),
        ErrorKind::ValueValidation => format!("giá trị `{value}` của `{arg}` không dùng được{}", because(error)),
        ErrorKind::MissingRequiredArgument => format!("thiếu {arg}"),
        ErrorKind::MissingSubcommand => "thiếu tên lệnh".to_owned(),
        ErrorKind::ArgumentConflict if prior == format!("`{arg}`") => format!("tham số `{arg}` chỉ được viết một lần"),
        ErrorKind::ArgumentConflict => format!("không dùng `{arg}` cùng với {prior}"),
        ErrorKind::TooManyValues => format!("thừa giá trị `{value}` của `{arg}`"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => format!("thiếu giá trị của `{arg}`"),
        ErrorKind::NoEquals => format!("giá trị của `{arg}` phải viết sau dấu `=`"),
        ErrorKind::InvalidUtf8 => "tham số có ký tự không phải UTF-8".to_owned(),
        _ => return None,
    };
    let hints = [
        ("có phải là ", ContextKind::SuggestedSubcommand, "?"),
        ("có phải là ", ContextKind::SuggestedArg, "?"),
        ("có phải là ", ContextKind::SuggestedValue, "?"),
        ("các giá trị dùng được: ", ContextKind::ValidValue, ""),
        ("các lệnh: ", ContextKind::ValidSubcommand, ""),
    ];
    let hints = hints.iter().map(|(label, kind, end)| (label, context(error, *kind), end));
    let hint = hints.into_iter().find(|(_, names, _)| !names.is_empty());
    let hint = hint.map(|(label, names, end)| format!("  = gợi ý: {label}{names}{end}\n"));
    let hint = hint.or_else(|| {
        before_command(error).map(|arg| format!("  = gợi ý: ghi `{arg}` ngay sau `scorebook`, trước tên lệnh\n"))
    });
    let hint = hint.unwrap_or_default();
    Some(format!("lỗi: {why}\n{hint}\nXem cách dùng bằng `--help`.\n"))
}

/// The language of the messages, which was asked for behind a command: some commands have one of their own.
pub(super) fn before_command(error: &Error) -> Option<String> {
    let arg = context(error, ContextKind::InvalidArg);
    let is_lang = arg.split(['=', ' ']).next() == Some("--lang");
    (error.kind() == ErrorKind::UnknownArgument && is_lang).then_some(arg)
}

/// Why a value was refused by a reader of ours.
fn because(error: &Error) -> String {
    let unfit = error.source().and_then(|source| source.downcast_ref::<Unfit>());
    unfit.map(|Unfit([_, vietnamese])| format!(": {vietnamese}")).unwrap_or_default()
}

/// What clap knows of a thing, as it is typed; several with commas between them.
fn context(error: &Error, kind: ContextKind) -> String {
    let several = |texts: &[String]| texts.iter().map(|text| format!("`{text}`")).collect::<Vec<_>>().join(", ");
    match error.get(kind) {
        Some(ContextValue::String(text)) if is_list(kind) => format!("`{text}`"),
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => several(texts),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// Whether a kind names what may be typed instead, or beside what something was typed.
fn is_list(kind: ContextKind) -> bool {
    [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::PriorArg]
        .contains(&kind)
}

/// Reads a whole number between two others.
pub(super) fn whole<T: TryFrom<u64>>(low: u64, high: u64) -> impl Fn(&str) -> Result<T, Unfit> + Clone + Send + Sync {
    move |text| {
        let number = text.parse::<u64>().ok().filter(|number| (low..=high).contains(number));
        let words =
            || [format!("a whole number from {low} to {high} is needed"), format!("cần số nguyên từ {low} đến {high}")];
        number.and_then(|number| T::try_from(number).ok()).ok_or_else(|| Unfit(words().map(Cow::Owned)))
    }
}

/// A day of the calendar.
pub(super) fn day(text: &str) -> Result<Date, Unfit> {
    Date::parse(text).ok_or(Unfit::new(["a day such as 2019-05-04 is needed", "cần một ngày như 2019-05-04"]))
}

/// Whether an answer is a day; else what is needed.
pub(super) fn is_day(text: &str) -> Result<(), [String; 2]> {
    day(text).map(drop).map_err(|_| {
        [
            format!("`{text}` is no day: one such as 2019-05-04 is needed"),
            format!("`{text}` không phải là ngày: cần một ngày như 2019-05-04"),
        ]
    })
}

/// An address of a site: a scheme, a host, and a path without query or fragment.
pub(super) fn address(text: &str) -> Result<String, Unfit> {
    let fine = crate::routes::is_address(text) && !text.contains(['?', '#']);
    fine.then(|| text.to_owned()).ok_or(Unfit::new([
        "an address such as https://example.org/rankings/ is needed",
        "cần một địa chỉ như https://example.org/xep-hang/",
    ]))
}
