//! How wide a text is, where it may break, and how it is escaped.

/// From one line of text to the next.
pub(super) const LINE: f64 = 18.0;

/// The width of a text at 13 units, enough for any of the fonts that a reader may have.
///
/// Widths are those of the wider of Noto Sans and Liberation Sans by class of letter, and 7 % more.
pub(super) fn width(text: &str) -> f64 {
    text.chars().map(advance).sum::<f64>() * 1.07
}

fn advance(c: char) -> f64 {
    match c {
        '\u{300}'..='\u{36f}' => 0.0,
        'i' | 'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' | 'l' | 'j' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 3.7,
        ' ' | 'f' | 't' | 'r' | '-' | '(' | ')' | '/' => 4.8,
        'm' | 'M' | 'W' | 'w' | '%' | '@' => 12.0,
        '0'..='9' | '–' | '−' => 7.45,
        c if c.is_uppercase() => 9.4,
        c if c.is_ascii() || c < '\u{2000}' => 7.75,
        _ => 13.0,
    }
}

/// The width of a text in bold letters.
pub(super) fn width_bold(text: &str) -> f64 {
    width(text) * 1.06
}

/// A text in lines that are no wider than a width and about equally long, broken between words, never cut; only a word
/// that is wider than a whole line is broken within.
pub(super) fn wrap(text: &str, limit: f64) -> Vec<String> {
    let mut lines = fill(text, limit);
    let mut narrower = limit - 10.0;
    // No word is broken for the sake of equal lines.
    let widest = text.split_whitespace().map(width).fold(40.0, f64::max);
    while lines.len() > 1 && narrower > widest {
        let more = fill(text, narrower);
        if more.len() > lines.len() {
            break;
        }
        lines = more;
        narrower -= 10.0;
    }
    lines
}

/// A text in lines that are each as long as they can be.
fn fill(text: &str, limit: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line) + width(" ") + width(word) <= limit => {
                line.push(' ');
                line.push_str(word);
            }
            _ if width(word) <= limit => lines.push(word.to_owned()),
            _ => lines.extend(pieces(word, limit)),
        }
    }
    lines
}

/// A word in pieces that are no wider than a width.
fn pieces(word: &str, limit: f64) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for c in word.chars() {
        let full = |piece: &String| !piece.is_empty() && width(piece) + advance(c) * 1.07 > limit;
        if pieces.last().is_some_and(full) {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
    }
    pieces
}

/// The lines of a name, and the figure that stands beside its bar; a figure that is wider than `room` follows the name
/// on lines of its own.
pub(super) fn name_and_label<'l>(
    name: &str,
    label: Option<&'l str>,
    limit: f64,
    room: f64,
) -> (Vec<String>, Option<&'l str>) {
    let mut lines = wrap(name, limit);
    match label {
        Some(label) if width_bold(label) > room => {
            lines.extend(wrap(label, limit));
            (lines, None)
        }
        label => (lines, label),
    }
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
        assert_eq!(wrap("Lao People's Democratic", 100.0), ["Lao People's", "Democratic"]);
        let pieces = wrap("Sở Nguyễnvănrấtdàikhôngcódấucách", 50.0);
        assert_eq!(pieces.concat(), "SởNguyễnvănrấtdàikhôngcódấucách");
        assert!(pieces.iter().all(|piece| width(piece) <= 50.0), "{pieces:?}");
    }

    #[test]
    fn no_text_is_markup() {
        assert_eq!(escape("<script>\"&\u{7}"), "&lt;script&gt;&quot;&amp;");
    }
}
