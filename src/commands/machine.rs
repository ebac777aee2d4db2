//! What a machine says when it refuses, in the language of the messages.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::diagnostics::CliLanguage;
use crate::writers::workbook::TemporaryFull;

/// The errors of a disk that stand in no kind of the standard library: reading or writing failed.
const INPUT_OUTPUT: i32 = 5;

/// Why the machine refuses, in words; in Vietnamese as far as the kind of the refusal is known.
pub(super) fn machine_words(language: CliLanguage, error: &io::Error) -> String {
    let full = error.get_ref().and_then(|inner| inner.downcast_ref::<TemporaryFull>());
    match (language, full) {
        (_, Some(TemporaryFull(why))) => temporary(language, &std::env::temp_dir(), why.as_ref()),
        (CliLanguage::English, None) => error.to_string(),
        (CliLanguage::Vietnamese, None) => vietnamese(error).map_or_else(|| error.to_string(), str::to_owned),
    }
}

/// That the folder for temporary files refuses.
fn temporary(language: CliLanguage, folder: &Path, why: Option<&io::Error>) -> String {
    let why = why.map(|error| format!(": {}", machine_words(language, error))).unwrap_or_default();
    let folder = folder.display();
    match language {
        CliLanguage::English => {
            format!("the folder for temporary files {folder} cannot be written{why}; name another one in TMPDIR")
        }
        CliLanguage::Vietnamese => {
            format!("không ghi được vào thư mục tạm {folder}{why}; đặt biến TMPDIR để chọn thư mục khác")
        }
    }
}

fn vietnamese(error: &io::Error) -> Option<&'static str> {
    // What somebody else put into words says more than its kind.
    if error.get_ref().is_some() {
        return None;
    }
    Some(match error.kind() {
        ErrorKind::NotFound => "không có tệp hoặc thư mục này",
        ErrorKind::PermissionDenied => "không đủ quyền truy cập",
        ErrorKind::AlreadyExists => "đã có tệp hoặc thư mục này",
        ErrorKind::StorageFull => "đĩa đã đầy",
        ErrorKind::QuotaExceeded => "đã dùng hết dung lượng được cấp",
        ErrorKind::ReadOnlyFilesystem => "đĩa này chỉ cho đọc",
        ErrorKind::NotADirectory => "một phần của đường dẫn không phải là thư mục",
        ErrorKind::IsADirectory => "đây là thư mục, không phải tệp",
        ErrorKind::FileTooLarge => "tệp lớn quá mức cho phép",
        ErrorKind::OutOfMemory => "không đủ bộ nhớ",
        _ if error.raw_os_error() == Some(INPUT_OUTPUT) => "lỗi đọc ghi đĩa",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::{TemporaryFull, machine_words};
    use crate::diagnostics::CliLanguage;

    #[track_caller]
    fn case(error: &io::Error, english: &str, vietnamese: &str) {
        assert_eq!(machine_words(CliLanguage::English, error), english);
        assert_eq!(machine_words(CliLanguage::Vietnamese, error), vietnamese);
    }

    #[test]
    fn a_refusal_of_the_machine_is_told_in_the_language_of_the_messages() {
        let system = io::Error::from_raw_os_error;
        case(&system(28), "No space left on device (os error 28)", "đĩa đã đầy");
        case(&system(2), "No such file or directory (os error 2)", "không có tệp hoặc thư mục này");
        case(&system(5), "Input/output error (os error 5)", "lỗi đọc ghi đĩa");
        case(&io::Error::other("full"), "full", "full");
        let folder = std::env::temp_dir();
        let folder = folder.display();
        let temporary = |why| io::Error::other(TemporaryFull(why));
        case(
            &temporary(Some(system(28))),
            &format!(
                "the folder for temporary files {folder} cannot be written: No space left on device (os error 28); name \
                 another one in TMPDIR"
            ),
            &format!("không ghi được vào thư mục tạm {folder}: đĩa đã đầy; đặt biến TMPDIR để chọn thư mục khác"),
        );
        case(
            &temporary(None),
            &format!("the folder for temporary files {folder} cannot be written; name another one in TMPDIR"),
            &format!("không ghi được vào thư mục tạm {folder}; đặt biến TMPDIR để chọn thư mục khác"),
        );
    }
}
