//! What the engine of templates tells in English, in Vietnamese.

/// What is told, with `*` for what differs, and the same in Vietnamese with the same `*` in turn.
const SAID: &[(&str, &str)] = &[
    ("Found * but expected *.", "có * ở chỗ cần *"),
    ("Found * but expected *", "có * ở chỗ cần *"),
    ("Found * but was expecting *.", "có * ở chỗ cần *"),
    ("Found * but `-` can only be followed by an integer or a float", "có * sau `-`, ở đó chỉ được là một số"),
    ("Found invalid field of `loop`: *. Only * exist.", "`loop` không có `*`; chỉ có *"),
    (
        "Unexpected end of input",
        "mẫu trang kết thúc giữa chừng: có thể thiếu `%}`, `}}` hoặc một thẻ đóng như `{% endif %}`",
    ),
    ("Unexpected character", "ký tự này không được đứng ở đây"),
    ("String opened with * is missing its closing *", "chuỗi mở bằng * chưa được đóng"),
    ("unexpected end of string", "chuỗi chưa được đóng"),
    ("unexpected escape character", "sau `\\` trong chuỗi chỉ được viết `n`, `t`, `r`, dấu nháy hoặc `\\`"),
    ("unexpected end of raw block", "khối `raw` chưa được đóng bằng `{% endraw %}`"),
    ("Closing comment tag `*` not found", "chú thích chưa được đóng bằng `*`"),
    ("Invalid float", "số này viết sai"),
    ("Invalid Integer", "số này viết sai"),
    ("Unknown tag", "không có thẻ này"),
    (
        "* was named `*` in the opening tag, found `*` as name in the end tag",
        "thẻ mở * có tên `*`, nhưng thẻ đóng ghi `*`",
    ),
    ("Function calls are only allowed at the first element of a chain", "chỉ được gọi hàm ở đầu một chuỗi tên"),
    ("Keyword argument `*` is defined more than once", "đối số `*` được viết hai lần"),
    ("The expression is too complex", "biểu thức quá phức tạp"),
    ("The template nesting is too deep", "các thẻ lồng nhau quá sâu"),
    ("`-` and `not` cannot be used consecutively.", "`-` và `not` không được đứng liền nhau"),
    ("`not` is only valid here as part of `not in`", "ở đây `not` chỉ dùng được trong `not in`"),
    ("`*` is not allowed after `~`", "sau `~` không được viết `*`"),
    ("Unclosed component '*'", "thành phần `*` chưa được đóng"),
    ("Closing tag '*' doesn't match opening tag '*'", "thẻ đóng `*` không khớp thẻ mở `*`"),
    ("* is a reserved keyword of Tera, *", "`*` là từ dành riêng, không đặt làm tên được"),
    ("Template already contains a block named `*`", "mẫu trang đã có khối `*`"),
    ("Template already contains a component named `*`", "mẫu trang đã có thành phần `*`"),
    ("Template is already extending `*`", "mẫu trang đã mở rộng `*`"),
    ("`extends` needs to be the first tag of the template", "`extends` phải là thẻ đầu tiên của mẫu trang"),
    ("`extends` cannot be nested in other tags.", "`extends` không được nằm trong thẻ khác"),
    ("Blocks cannot be written inside a *.", "khối không được nằm trong thẻ này"),
    ("`*` cannot be used inside a *", "`*` không dùng được trong thẻ này"),
    ("* can only be used in a for loop", "`*` chỉ dùng được trong vòng lặp `for`"),
    (
        "This content would be ignored: *",
        "phần này sẽ bị bỏ qua: ở ngoài cùng của mẫu mở rộng mẫu khác chỉ được có `extends`, `block` và `component`",
    ),
    ("Invalid syntax for `set`: *", "`set` viết sai: sau tên phải có `=` và giá trị, hoặc `%}`"),
    ("Unknown filter `*`", "không có bộ lọc `*`"),
    ("Unknown test `*`", "không có phép thử `*`"),
    ("Unknown function `*`", "không có hàm `*`"),
    ("Unknown component `*`", "không có thành phần `*`"),
    ("Unknown template `*`", "không có mẫu `*`"),
    ("Filter `*` is not registered", "không có bộ lọc `*`"),
    ("Block `*` is not defined in any parent template", "không mẫu cha nào có khối `*`"),
    ("Circular extend detected for template '*'. *", "mẫu `*` mở rộng chính nó theo vòng"),
    ("Circular include detected for template '*'. *", "mẫu `*` chứa chính nó theo vòng"),
    ("Template '*' not found", "không có mẫu `*`"),
    ("Component '*' not found", "không có thành phần `*`"),
    ("Component `*` is defined in both `*` and `*`", "thành phần `*` có ở cả `*` và `*`"),
    ("Missing keyword argument `*`", "thiếu đối số `*`"),
    ("Invalid type for the value, expected `*` but got `*`", "giá trị sai kiểu: cần `*`, nhưng là `*`"),
    ("Variable `*` exists but its value is undefined", "biến `*` không có giá trị"),
    ("Variable `*` is not defined.", "không có biến `*`"),
    ("Field `*` is not defined.", "không có trường `*`"),
    ("Field `*` is not defined", "không có trường `*`"),
    ("Cannot index into an undefined value", "không lấy được phần của một giá trị không có"),
    ("Tried to render a variable that is undefined", "biến này không có giá trị"),
    ("Tried to escape an undefined value", "biến này không có giá trị"),
    ("Math operations can only be done on numbers, found `*`", "chỉ tính được với số, không tính được với `*`"),
    ("Cannot compare `*` with `*`", "không so sánh được `*` với `*`"),
    ("Cannot divide by 0", "không chia được cho 0"),
    (
        "Slicing can only be used on arrays or strings, not on `*`.",
        "chỉ cắt được danh sách hoặc chuỗi, không cắt được `*`",
    ),
    ("super() called outside of a block", "`super()` chỉ dùng được trong một khối"),
    ("Tried to use super() in the top level block", "`super()` không dùng được trong khối ngoài cùng"),
    ("the filter `safe` is refused: *", "không dùng được bộ lọc `safe`: mẫu trang không bao giờ biến văn bản thành mã"),
    ("no phrase `*` in the language file", "tệp ngôn ngữ không có câu `*`"),
    ("it extends `*`, which is not there", "mẫu này mở rộng `*`, nhưng không có mẫu đó"),
];

/// What names to choose from begins with, and the same in Vietnamese.
const CHOICES: &[(&str, &str)] = &[
    ("; did you mean ", "; có phải là "),
    ("; there are ", "; có "),
    ("; blocks that can be replaced: ", "; các khối thay được: "),
    (" Available variables: ", "; các biến dùng được: "),
    (" Available fields: ", "; các trường dùng được: "),
    (" Possible argument(s) are: ", "; các đối số dùng được: "),
];

/// Parts of a template, as the engine calls them.
const NOUNS: &[(&str, &str)] = &[
    ("raw content", "khối `raw`"),
    ("content", "văn bản"),
    ("comment", "chú thích"),
    ("attribute name", "tên thuộc tính"),
    ("identifier after it for component call. Use `<` for comparisons in proper context", "tên thành phần"),
    ("identifier after it for XML component call", "tên thành phần"),
    ("identifier", "tên"),
    ("ident", "tên"),
    ("expression", "biểu thức"),
    ("string", "chuỗi"),
    ("integer", "số nguyên"),
    ("float", "số thập phân"),
    ("bool", "`true` hoặc `false`"),
    ("one of: ", "một trong: "),
    (" an ", " "),
    (" a ", " "),
    (" or ", " hoặc "),
    (" and ", " và "),
];

/// What the engine tells, in Vietnamese; of what nobody translated, the names in it.
pub(super) fn in_vietnamese(message: &str) -> String {
    let choice = CHOICES.iter().filter_map(|(english, own)| Some((message.find(english)?, english.len(), own))).min();
    let (said, choices) = match choice {
        Some((at, len, own)) => (&message[..at], format!("{own}{}", &message[at + len..])),
        None => (message, String::new()),
    };
    let own = SAID.iter().find_map(|(english, own)| Some(filled(own, &parts(english, said)?)));
    own.unwrap_or_else(|| of_names(said)) + &choices
}

/// What stands for each `*` of a pattern; none if a text is not made so.
fn parts<'t>(pattern: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let mut fixed = pattern.split('*');
    let mut rest = text.strip_prefix(fixed.next()?)?;
    let mut parts = Vec::new();
    let fixed: Vec<&str> = fixed.collect();
    for (i, next) in fixed.iter().enumerate() {
        let is_last = i + 1 == fixed.len();
        let end = if is_last { rest.len().checked_sub(next.len())? } else { rest.find(next)? };
        let after = rest.get(end..)?.strip_prefix(next)?;
        parts.push(rest.get(..end)?);
        rest = after;
    }
    rest.is_empty().then_some(parts)
}

/// A sentence with its parts; what the engine calls by a noun is called so in Vietnamese.
fn filled(own: &str, parts: &[&str]) -> String {
    let mut parts = parts.iter();
    let mut out = String::new();
    for piece in own.split_inclusive('*') {
        match piece.strip_suffix('*') {
            // A name in quotes stays as it is.
            Some(before) if before.ends_with('`') => out.extend([before, parts.next().copied().unwrap_or_default()]),
            Some(before) => out.extend([before, &nouns(parts.next().copied().unwrap_or_default())]),
            None => out.push_str(piece),
        }
    }
    out
}

/// A text with the engine's nouns in Vietnamese; what stands in quotes stays, and a sign or a word of templates gets some.
fn nouns(text: &str) -> String {
    let is_sign = !text.contains('`') && !NOUNS.iter().any(|(english, _)| text.contains(english));
    if is_sign {
        return format!("`{text}`");
    }
    let mut out = String::new();
    for (i, piece) in text.split('`').enumerate() {
        if i % 2 == 1 {
            out.extend(["`", piece, "`"]);
        } else {
            out.push_str(&NOUNS.iter().fold(piece.to_owned(), |text, (english, own)| text.replace(english, own)));
        }
    }
    out
}

/// Of a text that nobody translated, what stands in quotes.
fn of_names(text: &str) -> String {
    let names: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
    let names = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let near = if names.is_empty() { String::new() } else { format!(" (xem {names})") };
    format!("không dựng được trang từ đây{near}")
}

#[cfg(test)]
mod tests {
    use super::in_vietnamese;

    #[track_caller]
    fn case(english: &str, expected: &str) {
        assert_eq!(in_vietnamese(english), expected);
    }

    #[test]
    fn what_the_engine_tells_is_told_in_vietnamese() {
        case("Found `}` but expected }}.", "có `}` ở chỗ cần `}}`");
        case("Found identifier but expected %}.", "có tên ở chỗ cần `%}`");
        case(
            "Found content but was expecting `elif`, `else` or `endif`.",
            "có văn bản ở chỗ cần `elif`, `else` hoặc `endif`",
        );
        case(
            "Found `}}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`",
            "có `}}` ở chỗ cần một trong: số nguyên, số thập phân, chuỗi, `true` hoặc `false`, tên, `-`, `not`, `<`, `{`, `[` \
             hoặc `(`",
        );
        case("Unknown filter `saf`", "không có bộ lọc `saf`");
        case(
            "Unknown template `basse.html`; did you mean `base.html`?",
            "không có mẫu `basse.html`; có phải là `base.html`?",
        );
        case(
            "Variable `txt` is not defined. Available variables: html, text",
            "không có biến `txt`; các biến dùng được: html, text",
        );
        case(
            "no phrase `hom` in the language file; did you mean `home`?",
            "tệp ngôn ngữ không có câu `hom`; có phải là `home`?",
        );
        case(
            "block was named `a` in the opening tag, found `b` as name in the end tag",
            "thẻ mở `block` có tên `a`, nhưng thẻ đóng ghi `b`",
        );
        case("Something new about `x` and `y`", "không dựng được trang từ đây (xem `x`, `y`)");
        case("Something new", "không dựng được trang từ đây");
    }
}
