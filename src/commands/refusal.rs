//! Why an output is not published to, in words, with what to do.

use std::path::{Path, PathBuf};

use super::machine::machine_words;
use super::streams;
use super::{ExitStatus, Invocation};
use crate::diagnostics::CliLanguage;
use crate::publish::Refused;

/// Says why an output is not published to. Using the wrong folder is wrong use; a full disk is the machine's fault.
pub(super) fn refuse(call: &Invocation, why: &Refused) -> ExitStatus {
    let end = match why {
        Refused::Io(..) | Refused::Busy(_) | Refused::Untidy(..) | Refused::HalfWay(..) | Refused::Away(..) => {
            ExitStatus::Machine
        }
        _ => ExitStatus::Usage,
    };
    streams::say(&sentence(call.language, why), end)
}

/// The sentence, and a line on what to do where that is not plain.
fn sentence(language: CliLanguage, why: &Refused) -> String {
    let (why_words, help) = match language {
        CliLanguage::English => (english(why), english_help(why)),
        CliLanguage::Vietnamese => (vietnamese(why), vietnamese_help(why)),
    };
    let (error, nothing, label) = match language {
        CliLanguage::English => ("error", "; nothing was written", "help"),
        CliLanguage::Vietnamese => ("lỗi", "; chưa ghi gì", "gợi ý"),
    };
    let nothing = if why.is_unchanged() { nothing } else { "" };
    let help = help.map(|help| format!("  = {label}: {help}\n")).unwrap_or_default();
    format!("{error}: {why_words}{nothing}\n{help}")
}

/// How many files are named at most.
const NAMED_MAX: usize = 10;

/// The first of some files, and how many others there are.
fn listed(paths: &[PathBuf], [comma, and]: [&str; 2], [one, many]: [&str; 2]) -> String {
    // A single other one is named rather than counted.
    let named = if paths.len() == NAMED_MAX + 1 { paths.len() } else { paths.len().min(NAMED_MAX) };
    let mut parts: Vec<String> = paths[..named].iter().map(|path| path.display().to_string()).collect();
    match paths.len() - named {
        0 => {}
        1 => parts.push(format!("1 {one}")),
        n => parts.push(format!("{n} {many}")),
    }
    let last = parts.pop().unwrap_or_default();
    if parts.is_empty() { last } else { format!("{}{and}{last}", parts.join(comma)) }
}

fn english(why: &Refused) -> String {
    let shown = |path: &Path| path.display().to_string();
    match why {
        Refused::NotOurs(path) => format!("{} holds files and was not written by Scorebook", shown(path)),
        Refused::ForeignFiles(paths) => {
            let were = if paths.len() == 1 { "was" } else { "were" };
            format!("{} {were} not written by Scorebook", listed(paths, [", ", " and "], ["other file", "other files"]))
        }
        Refused::Taken(path) => {
            format!("{} was not written by Scorebook, and the site has a file of that name", shown(path))
        }
        Refused::TwoOfAName(one, other) => {
            format!("{} and {} were not written by Scorebook and are not the same", shown(one), shown(other))
        }
        Refused::ForeignBeside(path) => {
            format!("{} is a link, or holds files that Scorebook did not write", shown(path))
        }
        Refused::SymbolicLink(path) => format!("{} is a symbolic link", shown(path)),
        Refused::ContainsInput(path) => format!("{} contains the input", shown(path)),
        Refused::InsideInput(path) => format!("{} lies in the input", shown(path)),
        Refused::Home(path) => format!("{} is the home folder", shown(path)),
        Refused::Root => "/ cannot be the output".to_owned(),
        Refused::MountPoint(path) => format!("{} is a mount point", shown(path)),
        Refused::NotAFolder(path) => format!("{} is not a folder", shown(path)),
        Refused::Busy(path) => format!("another build is writing {}", shown(path)),
        Refused::Io(path, error) => format!("{}: {error}", shown(path)),
        Refused::Untidy(path, error) => format!("the new site is in place, but {}: {error}", shown(path)),
        Refused::HalfWay(path, error) => format!("only a part of the new site is in place: {}: {error}", shown(path)),
        Refused::Away(path, error) => {
            format!("the published site lies in {} and could not be put back: {error}", shown(path))
        }
    }
}

fn english_help(why: &Refused) -> Option<&'static str> {
    match why {
        Refused::NotOurs(_) => Some("build into another folder with `--output`, or move what lies there away"),
        Refused::ForeignFiles(_) => Some(
            "a file that belongs to the site goes into content/root/ and is published with it; otherwise move it away, or \
             build into another folder with `--output`",
        ),
        Refused::Taken(_) => Some(
            "move it away, or take what writes the other one out of the content: `hosting` in site.yaml, or the file in \
             content/root/",
        ),
        Refused::TwoOfAName(..) => Some("keep the one that is right in the output, and remove the first one"),
        Refused::ForeignBeside(_) => Some(
            "Scorebook keeps the site before in a folder of that name; move it away, or build into another folder with \
             `--output`",
        ),
        Refused::MountPoint(_) => Some("name a folder inside it with `--output`"),
        Refused::Untidy(..) | Refused::HalfWay(..) | Refused::Away(..) => Some("build again: the next build mends it"),
        _ => None,
    }
}

fn vietnamese(why: &Refused) -> String {
    let shown = |path: &Path| path.display().to_string();
    let words = |error: &std::io::Error| machine_words(CliLanguage::Vietnamese, error);
    match why {
        Refused::NotOurs(path) => format!("{} có tệp và không phải do Scorebook ghi", shown(path)),
        Refused::ForeignFiles(paths) => {
            format!("{} không phải do Scorebook ghi", listed(paths, [", ", " và "], ["tệp khác", "tệp khác"]))
        }
        Refused::Taken(path) => {
            format!("{} không phải do Scorebook ghi, mà trang web cũng có một tệp cùng tên", shown(path))
        }
        Refused::TwoOfAName(one, other) => {
            format!("{} và {} không phải do Scorebook ghi và khác nhau", shown(one), shown(other))
        }
        Refused::ForeignBeside(path) => {
            format!("{} là một liên kết, hoặc chứa tệp không phải do Scorebook ghi", shown(path))
        }
        Refused::SymbolicLink(path) => format!("{} là một liên kết tượng trưng", shown(path)),
        Refused::ContainsInput(path) => format!("{} chứa dữ liệu đầu vào", shown(path)),
        Refused::InsideInput(path) => format!("{} nằm trong dữ liệu đầu vào", shown(path)),
        Refused::Home(path) => format!("{} là thư mục cá nhân", shown(path)),
        Refused::Root => "không thể dùng / làm nơi xuất".to_owned(),
        Refused::MountPoint(path) => format!("{} là một điểm gắn ổ đĩa", shown(path)),
        Refused::NotAFolder(path) => format!("{} không phải là thư mục", shown(path)),
        Refused::Busy(path) => format!("một lệnh khác đang ghi {}", shown(path)),
        Refused::Io(path, error) => format!("{}: {}", shown(path), words(error)),
        Refused::Untidy(path, error) => {
            format!("trang web mới đã ở đúng chỗ, nhưng {}: {}", shown(path), words(error))
        }
        Refused::HalfWay(path, error) => {
            format!("mới thay được một phần trang web: {}: {}", shown(path), words(error))
        }
        Refused::Away(path, error) => {
            format!("trang web đã xuất bản đang nằm ở {} và chưa đưa về được: {}", shown(path), words(error))
        }
    }
}

fn vietnamese_help(why: &Refused) -> Option<&'static str> {
    match why {
        Refused::NotOurs(_) => Some("xuất sang thư mục khác bằng `--output`, hoặc chuyển các tệp đó đi nơi khác"),
        Refused::ForeignFiles(_) => Some(
            "tệp thuộc về trang web thì đặt vào content/root/ để được xuất bản cùng; nếu không thì chuyển đi nơi khác, \
             hoặc xuất sang thư mục khác bằng `--output`",
        ),
        Refused::Taken(_) => Some(
            "chuyển tệp đó đi nơi khác, hoặc bỏ phần sinh ra tệp kia: `hosting` trong site.yaml, hoặc tệp trong \
             content/root/",
        ),
        Refused::TwoOfAName(..) => Some("giữ tệp đúng ở nơi xuất và xoá tệp thứ nhất"),
        Refused::ForeignBeside(_) => Some(
            "Scorebook giữ trang web lần trước trong thư mục mang tên đó; chuyển thư mục ấy đi nơi khác, hoặc xuất sang \
             thư mục khác bằng `--output`",
        ),
        Refused::MountPoint(_) => Some("chọn một thư mục bên trong bằng `--output`"),
        Refused::Untidy(..) | Refused::HalfWay(..) | Refused::Away(..) => Some("chạy lại `build`: lần sau sẽ tự sửa"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::sentence;
    use crate::diagnostics::CliLanguage;
    use crate::publish::Refused;

    #[track_caller]
    fn case(why: &Refused, english: &str, vietnamese: &str) {
        assert_eq!(sentence(CliLanguage::English, why), english);
        assert_eq!(sentence(CliLanguage::Vietnamese, why), vietnamese);
    }

    #[test]
    fn nothing_was_written_is_said_only_where_it_is_true() {
        let full = || io::Error::other("full");
        case(&Refused::Io("o".into(), full()), "error: o: full; nothing was written\n", "lỗi: o: full; chưa ghi gì\n");
        case(
            &Refused::Untidy("o/twin".into(), full()),
            "error: the new site is in place, but o/twin: full\n  = help: build again: the next build mends it\n",
            "lỗi: trang web mới đã ở đúng chỗ, nhưng o/twin: full\n  = gợi ý: chạy lại `build`: lần sau sẽ tự sửa\n",
        );
        case(
            &Refused::HalfWay("o".into(), full()),
            "error: only a part of the new site is in place: o: full\n  = help: build again: the next build mends it\n",
            "lỗi: mới thay được một phần trang web: o: full\n  = gợi ý: chạy lại `build`: lần sau sẽ tự sửa\n",
        );
        case(
            &Refused::Away("o/old".into(), full()),
            "error: the published site lies in o/old and could not be put back: full\n  \
             = help: build again: the next build mends it\n",
            "lỗi: trang web đã xuất bản đang nằm ở o/old và chưa đưa về được: full\n  \
             = gợi ý: chạy lại `build`: lần sau sẽ tự sửa\n",
        );
    }
}
