//! What the engine of templates tells, in Vietnamese: it speaks English only.

/// Sentences of the engine and of ours, with `{}` for names; a sentence that is not among them is quoted.
const SENTENCES: [(&str, &str); 28] = [
    ("Unknown filter `{}`", "không có bộ lọc `{}`"),
    ("Unknown function `{}`", "không có hàm `{}`"),
    ("Unknown test `{}`", "không có phép thử `{}`"),
    ("Unknown template `{}`", "không có mẫu trang `{}`"),
    ("Unknown component `{}`", "không có thành phần `{}`"),
    ("Unknown tag", "không có thẻ lệnh này"),
    ("Unexpected end of input", "mẫu trang kết thúc giữa chừng"),
    ("Block `{}` is not defined in any parent template", "không mẫu trang gốc nào có khối `{}`"),
    ("Template already contains a block named `{}`", "mẫu trang đã có khối `{}`"),
    ("Template is already extending `{}`", "mẫu trang đã mở rộng `{}`"),
    ("`extends` needs to be the first tag of the template", "`extends` phải là thẻ lệnh đầu tiên của mẫu trang"),
    ("it extends `{}`, which is not there", "mẫu trang mở rộng `{}`, nhưng không có mẫu này"),
    ("Circular extend detected for template '{}'. Inheritance chain: `{}`", "mẫu trang `{}` mở rộng vòng tròn: {}"),
    ("Circular include detected for template '{}'. Include chain: `{}`", "mẫu trang `{}` chèn vòng tròn: {}"),
    ("Variable `{}` is not defined. Available variables: {}", "không có biến `{}`; các biến dùng được: {}"),
    ("Variable `{}` is not defined.", "không có biến `{}`"),
    ("Variable `{}` exists but its value is undefined", "biến `{}` không có giá trị"),
    ("Field `{}` is not defined. Available fields: {}", "không có trường `{}`; các trường dùng được: {}"),
    ("Field `{}` is not defined.", "không có trường `{}`"),
    ("Missing keyword argument `{}`", "thiếu đối số `{}`"),
    ("Invalid type for the value, expected `{}` but got `{}`", "giá trị sai kiểu: cần `{}` nhưng gặp `{}`"),
    ("Iteration not possible on type `{}`", "không lặp được trên kiểu `{}`"),
    (
        "the filter `safe` is refused: templates never turn text into markup",
        "không dùng được bộ lọc `safe`: mẫu trang không biến chữ thành mã HTML",
    ),
    ("no phrase `{}` in the language file", "tệp ngôn ngữ không có câu `{}`"),
    ("Found {} but expected {}.", "gặp {}, nhưng cần {}"),
    ("did you mean `{}`?", "có phải là `{}`?"),
    ("there are {}", "hiện có {}"),
    ("blocks that can be replaced: {}", "các khối thay được: {}"),
];

/// A sentence in Vietnamese; one that is not known stands in quotes, as what the engine tells in English.
pub(super) fn vietnamese(message: &str) -> String {
    if let Some(known) = known(message) {
        return known;
    }
    let halves =
        message.split_once("; ").and_then(|(first, rest)| Some(format!("{}; {}", known(first)?, known(rest)?)));
    halves.unwrap_or_else(|| format!("công cụ dựng mẫu trang báo bằng tiếng Anh: “{message}”"))
}

fn known(message: &str) -> Option<String> {
    SENTENCES.iter().find_map(|(english, vietnamese)| Some(filled(vietnamese, &names(english, message)?)))
}

/// What stands in a message where a sentence has `{}`, if it is that sentence.
fn names<'m>(sentence: &str, message: &'m str) -> Option<Vec<&'m str>> {
    let mut parts = sentence.split("{}");
    let mut rest = message.strip_prefix(parts.next()?)?;
    let mut names = Vec::new();
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        let end = if parts.peek().is_none() { rest.strip_suffix(part)?.len() } else { rest.find(part)? };
        names.push(&rest[..end]);
        rest = &rest[end + part.len()..];
    }
    rest.is_empty().then_some(names)
}

fn filled(sentence: &str, names: &[&str]) -> String {
    let mut names = names.iter();
    let mut parts = sentence.split("{}");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + names.next().copied().unwrap_or_default() + part)
}

#[cfg(test)]
mod tests {
    use super::vietnamese;

    #[track_caller]
    fn case(message: &str, expected: &str) {
        assert_eq!(vietnamese(message), expected);
    }

    #[test]
    fn the_engine_speaks_vietnamese_too() {
        case("Unknown filter `uper`", "không có bộ lọc `uper`");
        case("Unknown tag", "không có thẻ lệnh này");
        case("Found end of block but expected `identifier`.", "gặp end of block, nhưng cần `identifier`");
        case("Field `b` is not defined.", "không có trường `b`");
        case("Field `b` is not defined. Available fields: a, c", "không có trường `b`; các trường dùng được: a, c");
        case(
            "Block `man` is not defined in any parent template; blocks that can be replaced: `main`, `skip`",
            "không mẫu trang gốc nào có khối `man`; các khối thay được: `main`, `skip`",
        );
        case(
            "no phrase `hom` in the language file; did you mean `home`?",
            "tệp ngôn ngữ không có câu `hom`; có phải là `home`?",
        );
        case(
            "The expression is too complex",
            "công cụ dựng mẫu trang báo bằng tiếng Anh: “The expression is too complex”",
        );
    }
}
