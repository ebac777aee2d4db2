//! What an import tells: how far it came, and what is missing.

use std::path::Path;

use super::index;
use crate::commands::edited::told;
use crate::commands::streams::{refuse, say};
use crate::commands::typed::unknown;
use crate::commands::{ExitStatus, Invocation};
use crate::diagnostics::CliLanguage;
use crate::import::answers::{ALL_OTHERS, AnswerSection};
use crate::import::book::Unreadable;
use crate::import::ground::NoGround;
use crate::import::map_file::lacking;
use crate::import::proved::CellFault;
use crate::import::question::ImportQuestion;
use crate::import::reading::TableReading;
use crate::import::step::Import;

/// How many faults of a code are told.
const TOLD_MAX: usize = 20;

/// Why a file cannot be read, in English and Vietnamese.
pub(super) fn unreadable(why: &Unreadable) -> [String; 2] {
    match why {
        Unreadable::Empty => ["there is nothing in it", "tệp trống"].map(str::to_owned),
        Unreadable::TooLarge => ["it is larger than 64 MiB", "tệp lớn hơn 64 MiB"].map(str::to_owned),
        Unreadable::TooManyCells => ["it has too many cells", "có quá nhiều ô"].map(str::to_owned),
        Unreadable::Locked => {
            ["it is locked by a password: save it without one", "tệp được đặt mật khẩu: hãy lưu lại không có mật khẩu"]
                .map(str::to_owned)
        }
        Unreadable::NotAWorkbook { seems } => [
            format!("it is no .xlsx, .xls, .ods or .csv file: it seems to be {seems}"),
            format!("không phải tệp .xlsx, .xls, .ods hay .csv mà có lẽ là {seems}"),
        ],
        Unreadable::Broken { why } => [
            format!("it is broken ({why}): open it in a spreadsheet program and save it again"),
            format!("tệp bị hỏng ({why}): hãy mở bằng phần mềm bảng tính rồi lưu lại"),
        ],
    }
}

/// Which table it is, and what it becomes.
pub(super) fn summary(call: &Invocation, import: &Import<'_>, reading: &TableReading<'_>) -> String {
    let (source, at) = (import.source, reading.table.begin());
    let (units, columns) = (reading.lines.len(), reading.targets.len());
    let [unit, column] = [(units, "unit"), (columns, "column")].map(|(n, noun)| counted(n, noun));
    let path = format!("content/scores/{}.yaml", import.edition);
    told(
        call,
        format!("{source}, {at}: {unit}, {column} → {path}\n"),
        format!("{source}, {at}: {units} đơn vị, {columns} cột → {path}\n"),
    )
}

/// `1 unit`, `2 units`.
fn counted(n: usize, noun: &str) -> String {
    let end = if n == 1 { "" } else { "s" };
    format!("{n} {noun}{end}")
}

/// What was taken since nobody could be asked.
pub(super) fn assumed(call: &Invocation, questions: &[ImportQuestion]) -> String {
    let said = questions.iter().filter_map(|question| question.assumed.as_ref());
    let lines: String = said.map(|(_, said)| format!("  {}\n", said[index(call)])).collect();
    let head = told(call, "\ntaken without asking\n".to_owned(), "\nkhông hỏi mà lấy\n".to_owned());
    if lines.is_empty() { lines } else { format!("{head}{lines}") }
}

/// Faults with the cells that they come from.
pub(super) fn faults(
    call: &Invocation,
    import: &Import<'_>,
    reading: &TableReading<'_>,
    found: Vec<CellFault>,
) -> String {
    let (error, label) = match call.language {
        CliLanguage::English => ("error", "help"),
        CliLanguage::Vietnamese => ("lỗi", "gợi ý"),
    };
    let n = found.len();
    let mut text = String::new();
    for CellFault { fault, at } in found.into_iter().take(TOLD_MAX) {
        let [message, _, help] = fault.sentences(call.language);
        let place = at.map_or_else(|| reading.table.sheet_names(), |at| reading.table.full_address(at));
        text.push_str(&format!("{error}[{}]: {message}\n  --> {}: {place}\n", fault.code.id, import.source));
        if !help.is_empty() {
            text.push_str(&format!("   = {label}: {help}\n"));
        }
    }
    if n > TOLD_MAX {
        let more = n - TOLD_MAX;
        text.push_str(&told(call, format!("and {more} more\n"), format!("và {more} lỗi nữa\n")));
    }
    text
}

/// Which answers are missing, with the lines that give them.
pub(super) fn open(call: &Invocation, questions: &[ImportQuestion], map: &Path) -> ExitStatus {
    let hint = |question: &ImportQuestion| question.hint.as_ref().map(|hint| format!("    {}\n", hint[index(call)]));
    let line = |question: &ImportQuestion| {
        format!("  {}\n{}", question.asked[index(call)], hint(question).unwrap_or_default())
    };
    let asked: String = questions.iter().map(line).collect();
    let lines = lines(questions, index(call));
    let (map, lines, n) = (map.strip_prefix(".").unwrap_or(map).display(), lacking(&lines), questions.len());
    let noun = if n == 1 { "answer is" } else { "answers are" };
    let text = told(
        call,
        format!(
            "error: {n} {noun} missing; nothing was written\n{asked}  = help: run it on a terminal, or add these lines to \
             {map}, each with one of the words behind `#` in place of `~`:\n{lines}"
        ),
        format!(
            "lỗi: còn thiếu {n} câu trả lời; chưa ghi gì\n{asked}  = gợi ý: chạy trên cửa sổ dòng lệnh, hoặc thêm các dòng \
             sau vào {map}, mỗi dòng thay `~` bằng một trong các từ sau `#`:\n{lines}"
        ),
    );
    say(&text, ExitStatus::Faults)
}

/// The lines that answer questions: a line for each, and one for all where the same answers are likely to fit.
fn lines(questions: &[ImportQuestion], language: usize) -> Vec<(AnswerSection, String, String)> {
    let mut lines: Vec<(AnswerSection, String, String)> = Vec::new();
    for question in questions {
        let alike = questions.iter().filter(|other| other.section == question.section).count();
        let is_for_all = alike > 1 && matches!(question.section, AnswerSection::Values | AnswerSection::Percent);
        let key = if is_for_all { ALL_OTHERS } else { &question.key };
        let line = (question.section, key.to_owned(), question.values(language));
        lines.extend((!lines.iter().any(|(section, key, _)| *section == line.0 && *key == line.1)).then_some(line));
    }
    lines
}

pub(super) fn not_written(call: &Invocation) -> ExitStatus {
    say(&told(call, "nothing was written\n".to_owned(), "chưa ghi gì\n".to_owned()), ExitStatus::Faults)
}

pub(super) fn is_there(call: &Invocation, path: &str) -> ExitStatus {
    let english = format!("{path} is there already; `--force` replaces a score file");
    refuse(call, ExitStatus::Usage, english, format!("đã có {path}; ghi `--force` để thay tệp điểm"))
}

pub(super) fn no_sheet(call: &Invocation, name: &str, names: &[String]) -> ExitStatus {
    let all = names.join(", ");
    let english = format!("no sheet is called `{name}`; there are {all}");
    refuse(call, ExitStatus::Usage, english, format!("không có trang tính `{name}`; hiện có {all}"))
}

pub(super) fn no_group(call: &Invocation, id: &str, ids: &[&str]) -> ExitStatus {
    let [english, vietnamese] = unknown(["group", "nhóm"], id, ids.iter().copied());
    refuse(call, ExitStatus::Usage, english, vietnamese)
}

pub(super) fn no_ground(call: &Invocation, why: &NoGround) -> ExitStatus {
    let [english, vietnamese] = match why {
        NoGround::SchemeUnknown(id, ids) => unknown(["scheme", "bộ tiêu chí"], id, ids.iter().map(String::as_str)),
        NoGround::NoEdition(ids) if ids.is_empty() => [
            "content/schemes/ holds no scheme, which says what the columns are".to_owned(),
            "content/schemes/ chưa có bộ tiêu chí nào để biết các cột là gì".to_owned(),
        ],
        NoGround::NoEdition(ids) => {
            let all = ids.join(", ");
            [
                format!("no edition tells the scheme; name one with `--scheme`: there are {all}"),
                format!("chưa có kỳ nào để biết bộ tiêu chí; hãy ghi `--scheme`: hiện có {all}"),
            ]
        }
    };
    refuse(call, ExitStatus::Usage, english, vietnamese)
}

/// What was written, and what comes next.
pub(super) fn written(call: &Invocation, paths: &[&str], is_new: bool) -> String {
    let files: String = paths.iter().map(|path| format!("{path}\n")).collect();
    let first = ["Write who publishes it into content/site.yaml. ", "Hãy ghi cơ quan công bố vào content/site.yaml. "];
    let first = if is_new { first[index(call)] } else { "" };
    told(
        call,
        format!(
            "{files}{first}The edition is a draft: write its dates and documents, look at it with `scorebook serve`, then \
             change `status`.\n"
        ),
        format!(
            "{files}{first}Kỳ này đang là bản nháp: hãy ghi ngày tháng và văn bản, xem bằng `scorebook serve`, rồi đổi \
             `status`.\n"
        ),
    )
}
