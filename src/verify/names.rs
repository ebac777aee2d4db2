//! Names of files that some host, system or archive does not take as they are.

use std::collections::BTreeMap;

use unicode_normalization::is_nfc;

/// The longest name that common file systems take, in bytes.
const NAME_MAX: usize = 255;

/// Names that Windows keeps for devices, whatever follows the first dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// Signs that Windows refuses in names, or that mean something in an address.
const SIGNS: [char; 10] = ['\\', ':', '*', '?', '"', '<', '>', '|', '#', '%'];

/// Why a path is not safe everywhere, in English and Vietnamese.
pub(crate) fn unsafe_name(path: &str) -> Option<[String; 2]> {
    path.split('/').find_map(|name| {
        let both = |english: &str, vietnamese: &str| Some([english.to_owned(), vietnamese.to_owned()]);
        if name.chars().any(char::is_control) {
            return both("it holds a control character", "tên có ký tự điều khiển");
        }
        if let Some(sign) = name.chars().find(|c| SIGNS.contains(c)) {
            return Some([format!("it holds `{sign}`"), format!("tên có ký tự `{sign}`")]);
        }
        if name.ends_with(['.', ' ']) || name.starts_with(' ') {
            return both(
                "it begins with a space, or ends with a space or dot",
                "tên bắt đầu hoặc kết thúc bằng dấu cách, dấu chấm",
            );
        }
        if is_device(name) {
            return both("Windows keeps the name for a device", "Windows dành tên này cho thiết bị");
        }
        if name.len() > NAME_MAX {
            return both("it is longer than 255 bytes", "tên dài hơn 255 byte");
        }
        if !is_nfc(name) {
            return both("its letters are stored apart from their marks", "chữ và dấu được lưu tách rời nhau");
        }
        None
    })
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let bare = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = stem.len() - bare.len();
    DEVICES.iter().position(|known| *known == bare).is_some_and(|at| digits == usize::from(at >= 4))
}

/// Paths that differ from an earlier one only in their case, each with that one.
pub(crate) fn case_twins<'p>(paths: impl Iterator<Item = &'p str>) -> Vec<(&'p str, &'p str)> {
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    let mut twins = Vec::new();
    for path in paths {
        match first.get(&path.to_lowercase()) {
            Some(other) => twins.push((path, *other)),
            None => drop(first.insert(path.to_lowercase(), path)),
        }
    }
    twins
}

#[cfg(test)]
mod tests {
    use super::{case_twins, unsafe_name};

    #[test]
    fn names_that_hosts_refuse_are_found() {
        let case = |path: &str, expected: Option<&str>| {
            assert_eq!(unsafe_name(path).map(|[english, _]| english).as_deref(), expected, "{path:?}");
        };
        for fine in ["index.html", "static/Quyết định 512.pdf", ".well-known/x", "console.txt", "com.txt", "a+b.csv"]
        {
            case(fine, None);
        }
        case("a/x?.pdf", Some("it holds `?`"));
        case("a#b/x.pdf", Some("it holds `#`"));
        case("a/x\u{7}.pdf", Some("it holds a control character"));
        case("a./x", Some("it begins with a space, or ends with a space or dot"));
        case("AUX.txt", Some("Windows keeps the name for a device"));
        case("lpt1", Some("Windows keeps the name for a device"));
        case("static/Quye\u{302}\u{301}t.pdf", Some("its letters are stored apart from their marks"));
        case(&"x".repeat(256), Some("it is longer than 255 bytes"));
    }

    #[test]
    fn names_that_differ_in_case_are_paired() {
        assert_eq!(case_twins(["A/x", "a/X", "b"].into_iter()), [("a/X", "A/x")]);
    }
}
