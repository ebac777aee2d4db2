//! How much room a text needs in a cell.

/// How wide a text is in its longest line, in digits.
pub(crate) fn width(text: &str) -> usize {
    text.lines().map(of_line).max().unwrap_or(0)
}

/// Whether a text is wider than so many digits; most are not, which is known by their bytes alone.
pub(crate) fn is_wider(text: &str, digits: usize) -> bool {
    // No letter is wider than a capital for each of its bytes.
    text.len() * CAPITAL > digits * 10 && width(text) > digits
}

/// How wide a capital is, in tenths of a digit.
const CAPITAL: usize = 13;

/// How many lines a text takes in a column that is so many digits wide.
pub(crate) fn lines(text: &str, column: u16) -> usize {
    // Words are not broken, so that a line is seldom full.
    let room = usize::from(column).saturating_sub(2).max(1);
    text.lines().map(|line| of_line(line).div_ceil(room).max(1)).sum::<usize>().max(1)
}

/// How wide a line is: capitals are wider than digits, letters of East Asia twice as wide, other letters and spaces narrower,
/// and marks that are set over a letter need no room.
fn of_line(line: &str) -> usize {
    let tenths = |c: char| match c {
        '\u{300}'..='\u{36f}' => 0,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{ffdc}' | '\u{1f300}'.. => 20,
        ' ' | ',' | '.' | ';' | ':' | 'i' | 'j' | 'l' | 'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' | 't' | 'f' | 'r' => 6,
        c if c.is_uppercase() => CAPITAL,
        c if c.is_lowercase() => 9,
        _ => 10,
    };
    line.chars().map(tenths).sum::<usize>().div_ceil(10)
}

#[cfg(test)]
mod tests {
    use super::{is_wider, lines, width};

    #[test]
    fn widths_are_in_digits() {
        assert_eq!(width("Sở Y tế 12"), 9);
        assert_eq!(width("ba\u{302}\u{301}t\nmột dòng"), 7);
        assert_eq!(width("首都"), 4);
        for text in ["Sở Y tế 12", "MMMM", "首都", "🏆🏆", "ỦỦỦ", "iiii", "", "\u{301}\u{301}"] {
            let found = [0, 1, 2, 3, 4, 5, 9].map(|digits| is_wider(text, digits) == (width(text) > digits));
            assert_eq!(found, [true; 7], "{text}");
        }
        assert_eq!(width(""), 0);
    }

    #[test]
    fn a_text_takes_the_lines_that_it_needs() {
        assert_eq!(lines("", 10), 1);
        assert_eq!(lines("một dòng", 10), 1);
        assert_eq!(lines("một dòng và thêm", 10), 2);
        assert_eq!(lines("a\n\nb", 10), 3);
    }
}
