//! How wide a text is, where it may break, and how it is escaped.

/// From one line of text to the next.
pub(super) const LINE: f64 = 15.0;

/// The width of a text at 13 units, enough for any of the fonts that a reader may have.
///
/// Widths are those of the wider of Noto Sans and Liberation Sans by class of letter, and 7 % more.
pub(super) fn width(text: &str) -> f64 {
    text.chars().map(advance).sum::<f64>() * 1.07
}

fn advance(c: char) -> f64 {
    match c {
        '\u{300}'..='\u{36f}' => 0.0,
        'i' | 'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' | 'l' | 'j' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 3.7,
        ' ' | 'f' | 't' | 'r' | '-' | '(' | ')' | '/' => 4.8,
        'm' | 'M' | 'W' | 'w' | '%' | '@' => 12.0,
        '0'..='9' | '–' | '−' => 7.45,
        c if c.is_uppercase() => 9.4,
        c if c.is_ascii() || c < '\u{2000}' => 7.75,
        _ => 13.0,
    }
}

/// A text in lines that are no wider than a width, broken between words, never cut.
pub(super) fn wrap(text: &str, limit: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line) + width(" ") + width(word) <= limit => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A text that is safe in markup and in attributes.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escape, width, wrap};

    #[test]
    fn widths_cover_the_widest_font() {
        // "Sở Thông tin và Truyền thông" is 159 units wide in Roboto, 191 in DejaVu Sans.
        let wide = width("Sở Thông tin và Truyền thông");
        assert!((180.0..215.0).contains(&wide), "{wide}");
    }

    #[test]
    fn long_names_break_between_words() {
        assert_eq!(wrap("Sở Văn hóa, Thể thao và Du lịch", 130.0), ["Sở Văn hóa, Thể", "thao và Du lịch"]);
        assert_eq!(wrap("Sở Y tế", 130.0), ["Sở Y tế"]);
        assert_eq!(wrap("Nguyễnvănrấtdàikhôngcódấucách", 50.0).len(), 1);
    }

    #[test]
    fn no_text_is_markup() {
        assert_eq!(escape("<script>\"&\u{7}"), "&lt;script&gt;&quot;&amp;");
    }
}
